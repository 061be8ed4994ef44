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

/// Views of a document, which depend on the corpus: a passage in its middle, to see the reading view scrolled to it;
/// another document beside it; a link to words that may stand in several places; clippings that are shared.
const READING: &str = "
    await window.vitrine.ready;
    const { hits } = await window.vitrine.search('', { limit: 100000, facets: {} });
    const { doc, id, text } = hits[Math.floor(hits.length / 4)];
    const other = hits.find((hit) => hit.doc !== doc)?.doc ?? doc;
    const words = encodeURIComponent([...text].slice(8, 12).join(''));
    const clips = hits.filter((_, n) => n % 40 === 7).map((hit) => `&clip=${hit.id}`).join('');
    return {
        read: `#view=read&doc=${doc}&at=${id}`,
        beside: `#theme=military&view=read&doc=${doc}&beside=${other}`,
        uncertain: `#view=read&at=${doc}.gone&words=${words}`,
        shared: `#view=clippings${clips}`,
    };";

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
    let reading = browser.run(READING, json!([]))?;
    let reading = reading.as_object().context("links to passages")?.iter();
    let reading = reading.filter_map(|(name, link)| Some((&**name, link.as_str()?)));
    for (name, state) in VIEWS.iter().copied().chain(reading) {
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
