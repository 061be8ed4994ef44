//! The browser of the tests: Chromium with its driver, which only the system's packages bring.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// The fonts let Chinese be seen on screenshots, and measured as it would be elsewhere.
const DEBIAN_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

const BY_HAND: &str = "install Chromium or Chrome and the ChromeDriver of the same version \
     (Debian, Ubuntu: apt-get install chromium chromium-driver fonts-noto-cjk), or name them in \
     CHROME and CHROMEDRIVER";

/// ChromeDriver; Chromium it finds itself, or through `CHROME`.
pub fn ensure() -> Result<PathBuf> {
    if let Some(driver) = installed()? {
        return Ok(driver);
    }
    if !can_use_apt() {
        bail!(
            "there is no Chromium with a driver, and only root on Debian can have it installed \
               from here: {BY_HAND}"
        );
    }
    eprintln!("Installing {} with apt-get", DEBIAN_PACKAGES.join(", "));
    apt_get(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt_get(&[&install[..], &DEBIAN_PACKAGES[..]].concat())?;
    installed()?.with_context(|| format!("apt-get brought no Chromium with a driver: {BY_HAND}"))
}

fn installed() -> Result<Option<PathBuf>> {
    let named = |variable: &str| -> Result<Option<PathBuf>> {
        let Some(path) = env::var_os(variable).map(PathBuf::from) else {
            return Ok(None);
        };
        let program =
            if path.is_file() { Some(path) } else { process::find(&path.to_string_lossy()) };
        program.map(Some).with_context(|| format!("{variable} names no program: mend or unset it"))
    };
    let chrome = named("CHROME")?.or_else(|| {
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(process::find)
    });
    let driver = named("CHROMEDRIVER")?.or_else(|| process::find("chromedriver"));
    Ok(chrome.and(driver))
}

fn can_use_apt() -> bool {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut apt_get = Command::new("apt-get");
    apt_get.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut apt_get).with_context(|| BY_HAND.to_owned())
}
