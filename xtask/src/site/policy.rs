//! What may the page do in a browser? Its Content Security Policy: nothing from elsewhere, no script and no
//! style that was not built, no text taken for code.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Where `index.html` leaves place for it.
const PLACE: &str = "content=\"policy\"";

/// What holds for every edition. `wasm-unsafe-eval` lets wasm be compiled, and nothing else.
const ALWAYS: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types default; ";

/// The page with the policy of the site: files beside it, this script and this style in it, and nothing else.
pub fn of_the_site(page: &str, script: &str, style: &str) -> String {
    let (script, style) = (hash(script), hash(style));
    let own = format!(
        "script-src 'self' '{script}' 'wasm-unsafe-eval'; style-src '{style}'; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'"
    );
    page.replace(PLACE, &format!("content=\"{ALWAYS}{own}\""))
}

/// The page with the policy of the single file: these scripts and styles, and not one request.
pub fn of_the_file(page: &str, scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| {
        let hashes: Vec<String> = texts.iter().map(|text| format!("'{}'", hash(text))).collect();
        hashes.join(" ")
    };
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    let inside =
        format!("script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:");
    page.replace(PLACE, &format!("content=\"{ALWAYS}{inside}\""))
}

/// The hash of a content, as policies and `integrity` write it.
pub fn hash(content: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_that_was_not_built() {
        let page = format!("<meta {PLACE}>");
        for page in [of_the_site(&page, "a", "b"), of_the_file(&page, &["a"], &["b"])] {
            assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"), "{page}");
            assert!(page.contains("default-src 'none'"), "{page}");
        }
    }

    #[test]
    fn a_hash_is_that_of_the_text() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
