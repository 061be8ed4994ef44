//! What does each view look like, from a phone to a wide screen, light and dark?

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use vitrine_e2e::{Browser, ColorScheme, Engine, Server};

use crate::project;
use crate::site::{self, Corpus};
use crate::tools::Toolbox;

const VIEWS: &[(&str, &str)] = &[
    ("browse", ""),
    ("theme", "#theme=sanctions&lang=en"),
    ("search", "#q=朝鮮"),
    ("nothing", "#q=zzzzzz"),
    ("stale", "#theme=nope"),
    ("timeline", "#view=timeline"),
    ("figures", "#view=figures&unit=US+dollars"),
    ("matrix", "#view=matrix"),
    ("framework", "#view=framework"),
    ("actors", "#view=actors"),
    ("concordance", "#q=制裁&view=concordance&kwic=right"),
    ("terms", "#theme=labor&view=terms"),
    ("clippings", "#view=clippings"),
    ("method", "#view=method"),
];

const WIDTHS: [u32; 4] = [320, 768, 1280, 1920];
const HEIGHT: u32 = 900;

const SCHEMES: [(&str, ColorScheme); 2] =
    [("light", ColorScheme::Light), ("dark", ColorScheme::Dark)];

/// A passage in the middle of its document, to see the reading view scrolled to it.
const READ_LINK: &str = "
    await window.vitrine.ready;
    const { hits } = await window.vitrine.search('', { limit: 100000, facets: {} });
    const { doc, id } = hits[Math.floor(hits.length / 4)];
    return `#view=read&doc=${doc}&at=${id}`;";

const WAIT_READY: &str = "
    while (!window.vitrine?.ready) await new Promise(go => setTimeout(go, 10));
    await window.vitrine.ready;
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);";

/// Builds the release site and writes `target/screenshots/VIEW-WIDTH-SCHEME.png`.
pub fn run() -> Result<()> {
    let tools = Toolbox::for_testing(&[Engine::Chromium])?;
    let dist = project::dist();
    site::build(&tools.building, &Corpus::new(None)?, &dist)?;

    let folder = project::target().join("screenshots");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let server = Server::start(&dist, "/")?;
    let browser = Browser::start(Engine::Chromium)?;
    let open = |state: &str| -> Result<()> {
        browser.open("about:blank")?;
        browser.open(&format!("{}{state}", server.url()))?;
        browser.run(WAIT_READY, Value::Null).map(drop)
    };

    open("")?;
    let read = browser.run(READ_LINK, json!([]))?;
    let read = ("read", read.as_str().context("a link to a passage")?);
    for (name, state) in VIEWS.iter().copied().chain([read]) {
        for width in WIDTHS {
            for (scheme, preferred) in SCHEMES {
                browser.resize(width, HEIGHT)?;
                browser.prefer_color_scheme(preferred)?;
                open(state)?;
                let file = folder.join(format!("{name}-{width}-{scheme}.png"));
                fs::write(&file, browser.screenshot()?)
                    .with_context(|| format!("cannot write {}", file.display()))?;
                eprintln!("{}", file.display());
            }
        }
    }
    Ok(())
}
