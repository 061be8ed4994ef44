//! Which GUID does a thing have? One that is made of what it is: the same in every export.

use uuid::Uuid;

/// The GUID (a UUID of version 5) of what these parts name within a corpus.
pub fn guid(corpus: &str, parts: &[&str]) -> String {
    let ours = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"vitrine");
    let mut name = corpus.to_owned();
    for part in parts {
        // What stands in no id keeps `a`, `bc` and `ab`, `c` apart.
        name.push('\0');
        name.push_str(part);
    }
    Uuid::new_v5(&ours, name.as_bytes()).hyphenated().to_string()
}

#[cfg(test)]
mod tests {
    use super::guid;

    #[test]
    fn a_guid_is_that_of_its_thing() {
        assert_eq!(guid("c", &["a", "bc"]), guid("c", &["a", "bc"]));
        assert_ne!(guid("c", &["a", "bc"]), guid("c", &["ab", "c"]));
        assert_ne!(guid("c", &["a"]), guid("d", &["a"]));
        assert_eq!(guid("c", &["a"]).len(), 36);
    }
}
