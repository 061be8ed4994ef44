//! How does a table go to a spreadsheet? Comma-separated values, as RFC 4180 has them.

use std::borrow::Cow;

/// What a file begins with so that spreadsheets take it for UTF-8.
pub const BOM: &str = "\u{feff}";

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words, whoever wrote them: no spreadsheet takes them for a formula.
    Text(&'a str),
    /// A number in digits, or nothing: the minus before one begins no formula.
    Number(&'a str),
}

/// Appends a row. Text is [`guarded`], and cells that hold a comma, a quotation mark or a line break stand in
/// quotation marks; nothing else is changed.
pub fn row(table: &mut String, cells: &[Cell<'_>]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            table.push(',');
        }
        let cell = match *cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => {
                debug_assert!(number.is_empty() || number.parse::<f64>().is_ok(), "{number}");
                Cow::Borrowed(number)
            }
        };
        if cell.contains([',', '"', '\n', '\r']) {
            table.push('"');
            for c in cell.chars() {
                table.push(c);
                if c == '"' {
                    table.push('"');
                }
            }
            table.push('"');
        } else {
            table.push_str(&cell);
        }
    }
    table.push_str("\r\n");
}

/// Appends the row of names above the columns.
pub fn head(table: &mut String, names: &[&str]) {
    let cells: Vec<Cell<'_>> = names.iter().map(|name| Cell::Text(name)).collect();
    row(table, &cells);
}

/// A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it,
/// which spreadsheets take as “this is text”.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    /// Some spreadsheets take the wide forms of Chinese and Japanese keyboards for the narrow ones.
    const STARTS: [char; 11] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if cell.starts_with(STARTS) { Cow::Owned(["'", cell].concat()) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::Cell::{Number, Text};
    use super::{guarded, head, row};

    #[test]
    fn no_cell_is_run_as_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u{ff1d}1+1"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in ["", "a=b", "'a", "朝鮮", "—", "#at"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn text_is_guarded_and_a_number_is_not() {
        let mut table = String::new();
        row(&mut table, &[Text("-1"), Number("-1"), Text("=HYPERLINK(\"a\",1)"), Number("")]);
        assert_eq!(table, "'-1,-1,\"'=HYPERLINK(\"\"a\"\",1)\",\r\n");
    }

    #[test]
    fn only_what_needs_it_is_quoted() {
        let mut table = String::new();
        head(&mut table, &["a", "b, c", "say \"it\"", "", "朝鮮", "two\nlines"]);
        row(&mut table, &[Text("x")]);
        assert_eq!(table, "a,\"b, c\",\"say \"\"it\"\"\",,朝鮮,\"two\nlines\"\r\nx\r\n");
    }
}
