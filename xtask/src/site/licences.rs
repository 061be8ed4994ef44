//! Whose work is in the page, and under which terms? `licences.html`: every package that is linked into the
//! program, and the data that it carries.
//!
//! Made anew with each site from what Cargo links and from the licences that lie with the sources, so that it
//! cannot fall behind.

mod carried;
mod terms;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use maud::{DOCTYPE, Markup, html};
use spdx::{Expression, LicenseId, Licensee, ParseMode};

use crate::packages::{self, Package};
use crate::project;
use terms::Terms;

/// Its name in the site, which the page's footer links to.
pub const NAME: &str = "licences.html";

/// What the single file's footer opens.
pub const INSIDE: &str = "licences";

/// As of the other plain pages.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const TITLE: [(&str, &str); 3] =
    [("en", "Third-party licences"), ("zh-Hans", "第三方许可协议"), ("zh-Hant", "第三方授權條款")];

/// What stands above the list.
const LEAD: [(&str, &str); 3] = [
    (
        "en",
        "This page is made with the work of others: here they are, with their terms. Each document \
         states its own rights.",
    ),
    ("zh-Hans", "本页使用了他人的成果，现列出其名称与条款。各文献的权利见文献本身的说明。"),
    ("zh-Hant", "本頁使用了他人的成果，現列出其名稱與條款。各文獻的權利見文獻本身的說明。"),
];

/// Something of others that is in the page.
pub struct Work {
    pub name: String,
    /// Its version, or what of it is in the page.
    pub particulars: String,
    pub address: Option<&'static str>,
    /// Who holds the rights.
    pub notices: Vec<String>,
    pub licence: LicenseId,
    /// The terms as they lie with it; otherwise those of the licence.
    pub text: Option<String>,
}

/// All of it, by licence.
pub struct Licences(Vec<Terms>);

impl Licences {
    /// What is in a page that is built now.
    pub fn gather() -> Result<Self> {
        let accepted = accepted()?;
        let mut works = carried::works()?;
        for package in packages::linked()? {
            works.extend(of_package(&package, &accepted)?);
        }
        Ok(Self(terms::by_terms(works)))
    }

    /// Writes the page into `out`.
    pub fn write(&self, out: &Path) -> Result<()> {
        let path = out.join(NAME);
        fs::write(&path, self.page().into_string())
            .with_context(|| format!("cannot write {}", path.display()))
    }

    /// The same as a part of the single file, which may be handed on without the site.
    pub fn inside(&self) -> String {
        let dialog = html! {
            dialog id=(INSIDE) popover="auto" aria-labelledby="licences-title" {
                h2 id="licences-title" {
                    @for (n, (lang, title)) in TITLE.iter().enumerate() {
                        @if n > 0 { " · " }
                        span lang=(lang) { (title) }
                    }
                }
                @for (lang, lead) in LEAD { p lang=(lang) { (lead) } }
                (self.list())
            }
        };
        dialog.into_string()
    }

    fn page(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href="documents/plain.css";
                    title { (TITLE[0].1) }
                }
                body {
                    nav { a href="./" { "←" } }
                    main {
                        header {
                            @for (n, (lang, title)) in TITLE.iter().enumerate() {
                                @if n == 0 { h1 lang=(lang) { (title) } }
                                @else { p.title lang=(lang) { (title) } }
                            }
                            @for (lang, lead) in LEAD { p lang=(lang) { (lead) } }
                        }
                        (self.list())
                    }
                }
            }
        }
    }

    fn list(&self) -> Markup {
        html! {
            @for terms in &self.0 {
                section lang="en" {
                    h2 { (terms.licence.full_name) }
                    ul {
                        @for work in &terms.works {
                            li {
                                @match work.address {
                                    Some(address) => a href=(address) { (work.name) },
                                    None => (work.name),
                                }
                                " " (work.particulars)
                                @for notice in &work.notices { br; (notice) }
                            }
                        }
                    }
                    details { summary { (terms.licence.name) } pre { (terms.text) } }
                }
            }
        }
    }
}

/// The licences that we may give away under, the dearest first: those that `deny.toml` allows.
fn accepted() -> Result<Vec<Licensee>> {
    let path = project::root().join("deny.toml");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let config: toml::Value = toml::from_str(&text).with_context(|| path.display().to_string())?;
    let allowed = config.get("licenses").and_then(|licences| licences.get("allow")?.as_array());
    let names =
        allowed.context("deny.toml allows no licence")?.iter().filter_map(toml::Value::as_str);
    names.map(|name| Licensee::parse(name).with_context(|| format!("deny.toml: {name}"))).collect()
}

/// A package under each licence that it is used under: of alternatives the dearest.
fn of_package(package: &Package, accepted: &[Licensee]) -> Result<Vec<Work>> {
    let Package { name, version, .. } = package;
    let expression = Expression::parse_mode(&package.licence, ParseMode::LAX)
        .with_context(|| format!("{name} names no recognised licence: “{}”", package.licence))?;
    let chosen = expression.minimized_requirements(accepted).with_context(|| {
        format!(
            "{name} is under “{}”; use another library, or add the licence to deny.toml with a reason",
            package.licence
        )
    })?;
    let mut works = Vec::new();
    for requirement in chosen {
        let Some(licence) = requirement.license.id() else {
            bail!(
                "{name} is under a licence of its own, “{}”; take another library",
                package.licence
            )
        };
        let text = terms::of_package(&package.folder, licence)?;
        let notices = match text {
            Some(_) if licence.name == "Apache-2.0" => terms::notices(&package.folder)?,
            Some(_) => Vec::new(),
            None if package.authors.is_empty() => vec![format!("Copyright: the authors of {name}")],
            None => vec![format!("Copyright: {}", package.authors.join(", "))],
        };
        works.push(Work {
            name: name.clone(),
            particulars: version.clone(),
            address: None,
            notices,
            licence,
            text,
        });
    }
    Ok(works)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_stands_under_terms_with_a_notice() {
        let licences = Licences::gather().unwrap();
        let works = || licences.0.iter().flat_map(|terms| &terms.works);
        for package in packages::linked().unwrap() {
            assert!(works().any(|work| work.name == package.name), "{}", package.name);
        }
        for terms in &licences.0 {
            assert!(terms.text.len() > 200, "{} has no text", terms.licence.name);
        }
        for data in ["CC-CEDICT", "WordNet", "OpenCC"] {
            assert!(works().any(|work| work.name == data), "{data}");
        }
    }

    #[test]
    fn the_single_file_has_the_same_list() {
        let licences = Licences::gather().unwrap();
        let list = licences.list().into_string();
        assert!(licences.page().into_string().contains(&list));
        assert!(licences.inside().contains(&list) && !list.contains("<script"));
    }

    #[test]
    fn what_is_not_allowed_is_no_part_of_a_site() {
        let package = |licence: &str| Package {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            authors: vec!["B".to_owned()],
            folder: project::root().join("docs"),
        };
        let accepted = accepted().unwrap();
        let names = |licence: &str| -> Result<Vec<&'static str>> {
            let works = of_package(&package(licence), &accepted)?;
            Ok(works.iter().map(|work| work.licence.name).collect())
        };
        assert_eq!(names("Apache-2.0/MIT").unwrap(), ["MIT"]);
        assert_eq!(names("GPL-3.0-only OR MIT").unwrap(), ["MIT"]);
        assert_eq!(names("MIT AND Unicode-3.0").unwrap().len(), 2);
        assert!(names("GPL-3.0-only").is_err() && names("").is_err());
    }
}
