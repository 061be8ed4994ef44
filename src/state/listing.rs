//! In what order do results stand on the page, and under which document?

use vitrine_search::{Hit, Sort};

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A document's heading, with how many of its passages follow.
    Document {
        /// Index into the corpus' documents.
        document: usize,
        /// Passages under this heading.
        passages: usize,
        /// The first of them; tells two headings of the same document apart.
        first: usize,
    },
    /// A passage, by its index.
    Passage(usize),
}

/// The rows for these hits. A document stands where its best hit stands, with all its hits; only an
/// order by date is kept as it is, so that there a document can come several times.
pub fn rows(hits: &[Hit], sort: Sort, document_of: impl Fn(usize) -> usize) -> Vec<Row> {
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    // The group of each document: there may be thousands of them, and a hundred thousand hits.
    let mut group_of: Vec<Option<usize>> = Vec::new();
    for hit in hits {
        let document = document_of(hit.passage);
        if group_of.len() <= document {
            group_of.resize(document + 1, None);
        }
        let group = match sort {
            Sort::Date => groups.last_mut().filter(|group| group.0 == document),
            Sort::Relevance | Sort::Corpus => group_of[document].map(|n| &mut groups[n]),
        };
        match group {
            Some((_, passages)) => passages.push(hit.passage),
            None => {
                group_of[document] = Some(groups.len());
                groups.push((document, vec![hit.passage]));
            }
        }
    }
    let mut rows = Vec::with_capacity(hits.len() + groups.len());
    for (document, passages) in groups {
        rows.push(Row::Document { document, passages: passages.len(), first: passages[0] });
        rows.extend(passages.into_iter().map(Row::Passage));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(sort: Sort) -> String {
        let hits = [11, 21, 12, 31, 22].map(|passage| Hit { passage, score: 1.0 });
        let rows = rows(&hits, sort, |passage| passage / 10);
        let row = |row: &Row| match row {
            Row::Document { document, passages, .. } => format!("{document}({passages})"),
            Row::Passage(passage) => passage.to_string(),
        };
        rows.iter().map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_document_stands_where_its_best_hit_stands() {
        assert_eq!(listed(Sort::Relevance), "1(2) 11 12 2(2) 21 22 3(1) 31");
    }

    #[test]
    fn an_order_by_date_is_kept() {
        assert_eq!(listed(Sort::Date), "1(1) 11 2(1) 21 1(1) 12 3(1) 31 2(1) 22");
    }
}
