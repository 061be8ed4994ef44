//! What only the system's packages bring, on Debian and where we may.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process;

/// Whether packages can be installed from here.
pub fn can_install() -> bool {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

/// Installs these packages.
pub fn install(packages: &[&str]) -> Result<()> {
    eprintln!("Installing {} with apt-get", packages.join(", "));
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut apt_get = Command::new("apt-get");
    process::run(apt_get.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}
