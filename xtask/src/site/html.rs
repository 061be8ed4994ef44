//! What does `index.html` say in the site? What it says in the project, with the names that the files have
//! there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::bundle::Names;
use super::policy;
use crate::project;

/// Where `index.html` leaves place for what the reader sees first.
const PLACE: &str = "<div id=\"loading\"></div>";

/// The page as the project has it, with what the reader of this corpus sees first in its place.
pub fn source(front: &str) -> Result<String> {
    let source = project::root().join("index.html");
    let page =
        fs::read_to_string(&source).with_context(|| format!("cannot read {}", source.display()))?;
    ensure!(page.contains(PLACE), "index.html does not say “{PLACE}”");
    let first = format!("<div id=\"loading\">{}</div>", front.trim_end());
    Ok(page.replace(PLACE, &first))
}

/// Writes the page.
pub fn write(page: &str, names: &Names, out: &Path) -> Result<()> {
    fs::write(out.join("index.html"), policy::of_the_site(&renamed(page, names)?))?;
    Ok(())
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
        let names = Names::from([("style/main.css".to_owned(), "main-AB.css".to_owned())]);
        let page = "<link href=\"style/main.css\">";
        assert_eq!(renamed(page, &names).unwrap(), "<link href=\"./main-AB.css\">");
        let error = renamed("<link href=\"style/mian.css\">", &names).unwrap_err();
        assert!(error.to_string().contains("style/mian.css"), "{error}");
    }
}
