//! What does `index.html` say in the site? What it says in the project, with the names that the files have
//! there, and with what the first view needs in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use vitrine_pages::Address;

use super::bundle::{Inside, Names};
use super::policy;
use crate::project;

/// Where `index.html` leaves place for what the reader sees first.
const PLACE: &str = "<div id=\"loading\"></div>";

/// The page as the project has it, with what the reader of this corpus sees first in its place, and with its
/// address on the web, if that is known: links that are shared from the page as a file lead there.
pub fn source(front: &str, base: Option<&str>) -> Result<String> {
    let source = project::root().join("index.html");
    let page =
        fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    ensure!(page.contains(PLACE), "index.html does not contain “{PLACE}”");
    let first = format!("<div id=\"loading\">{}</div>", front.trim_end());
    let page = page.replace(PLACE, &first);
    let Some(base) = base else { return Ok(page) };
    let folder = Address::parse(base)?.of("");
    let icon = "    <link rel=\"icon\"";
    instead(&page, icon, &format!("    <link rel=\"canonical\" href=\"{folder}\" />\n{icon}"))
}

/// Writes the page.
pub fn write(page: &str, inside: &Inside, names: &Names, out: &Path) -> Result<()> {
    let page = policy::of_the_site(page, &inside.first, &inside.style);
    let page = renamed(&with_inside(&page, inside)?, names)?;
    fs::write(out.join("index.html"), page)?;
    Ok(())
}

/// The page with what the first view needs in it.
pub fn with_inside(page: &str, inside: &Inside) -> Result<String> {
    let Inside { first, style, .. } = inside;
    let page = instead(
        page,
        "<link rel=\"stylesheet\" href=\"style/main.css\" />",
        &format!("<style>{}</style>", without_markup(style)?),
    )?;
    instead(
        &page,
        "<script src=\"public/first.js\"></script>",
        &format!("<script>{}</script>", without_markup(first)?),
    )
}

/// The page with something in place of what it says once.
pub fn instead(page: &str, from: &str, to: &str) -> Result<String> {
    ensure!(
        page.matches(from).count() == 1,
        "index.html does not say “{}” once: mend it, or xtask/src/site/ where it is looked for",
        from.trim()
    );
    Ok(page.replace(from, to))
}

/// A script or a style that may stand in a page: markup in it would end the element that it stands in.
pub fn without_markup(text: &str) -> Result<&str> {
    ensure!(!text.contains("</s") && !text.contains("<!--"), "a script or style contains markup");
    Ok(text)
}

/// Each file named in an attribute, by its name in the site. Relative, so that the site works under any
/// path of any host.
fn renamed(page: &str, names: &Names) -> Result<String> {
    let mut page = page.to_owned();
    for (source, name) in names {
        page = page.replace(&format!("=\"{source}\""), &format!("=\"./{name}\""));
    }
    for folder in ["public/", "style/"] {
        let left = page.split_once(&format!("=\"{folder}"));
        ensure!(
            left.is_none(),
            "index.html names a file that was not built: “{folder}{}”; list it in \
             xtask/src/site/bundle.rs, or mend its name",
            left.map_or("", |(_, rest)| rest.split('"').next().unwrap_or_default())
        );
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_not_built_is_reported() {
        let names = Names::from([("public/page.js".to_owned(), "page-AB.js".to_owned())]);
        let page = "<script src=\"public/page.js\">";
        assert_eq!(renamed(page, &names).unwrap(), "<script src=\"./page-AB.js\">");
        let error = renamed("<script src=\"public/pgae.js\">", &names).unwrap_err();
        assert!(error.to_string().contains("public/pgae.js"), "{error}");
    }

    #[test]
    fn the_page_says_where_it_is_on_the_web() {
        assert!(!source("", None).unwrap().contains("canonical"));
        for base in
            ["https://a.invalid/b", "https://a.invalid/b/", "https://a.invalid/b/index.html"]
        {
            let page = source("", Some(base)).unwrap();
            assert!(
                page.contains("<link rel=\"canonical\" href=\"https://a.invalid/b/\" />"),
                "{base}"
            );
        }
    }

    #[test]
    fn what_the_first_view_needs_stands_in_the_page() {
        let page = source("", None).unwrap();
        let inside =
            Inside { first: "1".to_owned(), style: "p{}".to_owned(), later: String::new() };
        let written = with_inside(&page, &inside).unwrap();
        assert!(written.contains("<style>p{}</style>") && written.contains("<script>1</script>"));
        assert!(with_inside(&written, &inside).is_err(), "it says it no more");
        let broken = Inside { first: "'</script>'".to_owned(), ..inside };
        assert!(with_inside(&page, &broken).is_err());
    }
}
