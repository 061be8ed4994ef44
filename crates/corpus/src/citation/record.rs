//! What do the records that programs read ask of a text? Each has escapes of its own, and a place for a note.
//!
//! LaTeX's escapes are our own: crates that write BibTeX escape a brace by a stroke alone, and BibTeX counts
//! such a brace all the same, so that a title with one brace would swallow the rest of the file.

use super::{Form, is_mark};

/// An id as a record in this form can hold it. Marks stay.
pub fn key(form: Form, id: &str) -> String {
    match form {
        Form::Bibtex => bibtex_key(id),
        Form::CslJson => in_json(id),
        _ => on_one_line(id),
    }
}

/// A record with a note behind what it says already. The note is plain text.
///
/// # Panics
/// Where the form is no record, or the record does not end as those of its form do.
pub(super) fn with_note(form: Form, record: &str, note: &str) -> String {
    let (end, field) = match form {
        Form::Bibtex => ("}\n", format!("  note = {{{}}},\n", in_latex(note))),
        Form::Ris => ("ER  - \r\n\r\n", format!("N1  - {}\r\n", on_one_line(note))),
        Form::CslJson => ("}", format!(",\"note\":\"{}\"", in_json(note))),
        form => unreachable!("{form:?} is no record"),
    };
    [record.strip_suffix(end).expect("a record ends so"), &field, end].concat()
}

/// What a key of BibTeX can hold of an id; what it cannot is written by its number between signs that are so
/// written themselves: no two ids have one key.
fn bibtex_key(id: &str) -> String {
    let mut key = String::new();
    for c in id.chars() {
        if c.is_alphanumeric() || "-_.:/".contains(c) || is_mark(c) {
            key.push(c);
        } else {
            key += &format!("+{:x}+", c as u32);
        }
    }
    key
}

/// A text as LaTeX reads it.
pub fn in_latex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', c]),
            '{' => escaped += "{\\textbraceleft}",
            '}' => escaped += "{\\textbraceright}",
            '\\' => escaped += "{\\textbackslash}",
            '~' => escaped += "{\\textasciitilde}",
            '^' => escaped += "{\\textasciicircum}",
            c => escaped.push(c),
        }
    }
    escaped
}

/// A text between the quotation marks of JSON.
fn in_json(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped += &format!("\\u{:04x}", c as u32),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A value of RIS, which has no escapes and ends with its line.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_behind_what_a_record_says() {
        let with = |form, record| with_note(form, record, "1 (a_b, \"c\")");
        assert_eq!(
            with(Form::Bibtex, "@misc{a,\n  year = {2023},\n}\n"),
            "@misc{a,\n  year = {2023},\n  note = {1 (a\\_b, \"c\")},\n}\n"
        );
        assert_eq!(
            with(Form::Ris, "TY  - GEN\r\nER  - \r\n\r\n"),
            "TY  - GEN\r\nN1  - 1 (a_b, \"c\")\r\nER  - \r\n\r\n"
        );
        assert_eq!(
            with(Form::CslJson, "{\"id\":\"a\"}"),
            "{\"id\":\"a\",\"note\":\"1 (a_b, \\\"c\\\")\"}"
        );
    }

    #[test]
    fn a_key_is_an_id_as_each_form_can_hold_it() {
        let id = "a b\"\n{c}";
        assert_eq!(key(Form::Bibtex, id), "a+20+b+22++a++7b+c+7d+");
        assert_eq!(key(Form::CslJson, id), "a b\\\"\\u000a{c}");
        assert_eq!(key(Form::Ris, id), "a b\" {c}");
        assert_eq!(bibtex_key("\u{e008}"), "\u{e008}");
    }

    #[test]
    fn no_two_ids_have_one_key() {
        let ids = ["a b", "a+b", "a+20+b", "a++b", "a_b", "a20b"];
        let keys: std::collections::BTreeSet<String> = ids.map(bibtex_key).into();
        assert_eq!(keys.len(), ids.len(), "{keys:?}");
    }
}
