//! How does a table go to a spreadsheet? Comma-separated values, as RFC 4180 has them.

/// What a file begins with so that spreadsheets take it for UTF-8.
pub const BOM: &str = "\u{feff}";

/// Appends a row. Cells that hold a comma, a quotation mark or a line break stand in quotation marks;
/// nothing else is changed.
pub fn row(table: &mut String, cells: &[&str]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            table.push(',');
        }
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
            table.push_str(cell);
        }
    }
    table.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn only_what_needs_it_is_quoted() {
        let mut table = String::new();
        row(&mut table, &["a", "b, c", "say \"it\"", "", "朝鮮", "two\nlines"]);
        row(&mut table, &["x"]);
        assert_eq!(table, "a,\"b, c\",\"say \"\"it\"\"\",,朝鮮,\"two\nlines\"\r\nx\r\n");
    }
}
