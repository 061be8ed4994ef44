//! The browsers of the tests, each with its driver: only the system's packages bring them, but for Firefox's
//! driver, which is a Rust program.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use vitrine_e2e::Engine;

use super::{cargo, debian};
use crate::process;

/// Drives Firefox from 128 on.
const GECKODRIVER: &str = "0.37.1";

/// Lets Chinese be seen on screenshots, and measured as it would be elsewhere.
const FONTS: &str = "fonts-noto-cjk";

/// Chromium without what only a person at a screen needs. Where it is missing, Chromium itself does.
const HEADLESS_SHELL: Needed = Needed {
    variable: "CHROME_HEADLESS_SHELL",
    names: &[
        // What Debian has on the PATH is a script that waits for the program: the driver ends the script, and the
        // browser stays until the machine has no memory left.
        "/usr/lib/chromium/chromium-headless-shell",
        "chromium-headless-shell",
        "chrome-headless-shell",
    ],
};

/// A program that an engine needs from the system.
struct Needed {
    /// The variable that names it where it is elsewhere, which the tests read too.
    variable: &'static str,
    names: &'static [&'static str],
}

/// What a browser test is to find: variables with the programs they name.
pub type Programs = Vec<(&'static str, OsString)>;

/// The programs that have these engines run, installed where they are missing.
pub fn ensure(engines: &[Engine]) -> Result<Programs> {
    let mut programs = Programs::new();
    for &engine in engines {
        let found = match installed(engine)? {
            Some(found) => found,
            None => {
                install(engine)?;
                installed(engine)?.with_context(|| {
                    format!("apt-get did not install everything: {}", by_hand(engine))
                })?
            }
        };
        programs.extend(found);
        match engine {
            Engine::Chromium => programs.extend(headless_shell()?),
            Engine::Firefox => programs.push(("GECKODRIVER", geckodriver()?.into())),
            Engine::WebKit => {}
        }
    }
    Ok(programs)
}

fn needed(engine: Engine) -> &'static [Needed] {
    match engine {
        Engine::Chromium => &[
            Needed {
                variable: "CHROME",
                names: &["chromium", "chromium-browser", "google-chrome"],
            },
            Needed { variable: "CHROMEDRIVER", names: &["chromedriver"] },
        ],
        Engine::Firefox => &[Needed { variable: "FIREFOX", names: &["firefox", "firefox-esr"] }],
        Engine::WebKit => &[
            Needed { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
            Needed { variable: "XVFB", names: &["Xvfb"] },
        ],
    }
}

fn debian_packages(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &["chromium", "chromium-driver", FONTS],
        Engine::Firefox => &["firefox-esr", FONTS],
        Engine::WebKit => &["webkit2gtk-driver", "xvfb", FONTS],
    }
}

fn by_hand(engine: Engine) -> String {
    let what = match engine {
        Engine::Chromium => "Chromium or Chrome and the ChromeDriver of the same version",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb",
    };
    let variables: Vec<_> = needed(engine).iter().map(|needed| needed.variable).collect();
    format!(
        "install {what} (Debian, Ubuntu: apt-get install {}), or name them in {}; \
         `cargo xtask test web --engine …` runs the tests in another engine",
        debian_packages(engine).join(" "),
        variables.join(" and "),
    )
}

/// What the engine needs, if all of it is here.
fn installed(engine: Engine) -> Result<Option<Programs>> {
    let mut programs = Programs::new();
    for needed in needed(engine) {
        let Some(program) = find(needed)? else { return Ok(None) };
        programs.push((needed.variable, program.into()));
    }
    Ok(Some(programs))
}

fn find(needed: &Needed) -> Result<Option<PathBuf>> {
    let variable = needed.variable;
    let Some(named) = env::var_os(variable).map(PathBuf::from) else {
        return Ok(needed.names.iter().copied().find_map(process::find));
    };
    let program =
        if named.is_file() { Some(named) } else { process::find(&named.to_string_lossy()) };
    program
        .map(Some)
        .with_context(|| format!("{variable} does not name a program: fix or unset it"))
}

/// The shell, installed where we may and a package has it.
fn headless_shell() -> Result<Option<(&'static str, OsString)>> {
    if find(&HEADLESS_SHELL)?.is_none() && debian::can_install() {
        // Other Debians may not have it: then it is done without.
        let _ = debian::install(&["chromium-headless-shell"]);
    }
    Ok(find(&HEADLESS_SHELL)?.map(|program| (HEADLESS_SHELL.variable, program.into())))
}

fn geckodriver() -> Result<PathBuf> {
    if let Some(named) = env::var_os("GECKODRIVER") {
        return Ok(named.into());
    }
    cargo::ensure(cargo::Crate {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        features: "",
        is_locked: true,
    })
}

fn install(engine: Engine) -> Result<()> {
    if !debian::can_install() {
        bail!(
            "some of what {} needs is missing, and only root on Debian can install it from here: {}",
            engine.name(),
            by_hand(engine)
        );
    }
    debian::install(debian_packages(engine)).with_context(|| by_hand(engine))
}
