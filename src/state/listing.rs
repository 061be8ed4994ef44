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

/// The rows for these hits, down to the `most`th passage. A document stands where its best hit stands, with
/// all its hits; only an order by date is kept as it is, so that there a document can come several times.
pub fn rows(
    hits: &[Hit],
    sort: Sort,
    most: usize,
    document_of: impl Fn(usize) -> usize,
) -> Vec<Row> {
    let mut groups: Vec<Group> = Vec::new();
    // The group of each hit, and the last one of each document: there may be thousands of documents, and a
    // hundred thousand hits.
    let mut group_of_hit: Vec<u32> = Vec::with_capacity(hits.len());
    let mut group_of: Vec<Option<usize>> = Vec::new();
    for hit in hits {
        let document = document_of(hit.passage);
        if group_of.len() <= document {
            group_of.resize(document + 1, None);
        }
        let is_last = |group: &usize| group + 1 == groups.len();
        let group = match sort {
            Sort::Date => group_of[document].filter(is_last),
            Sort::Relevance | Sort::Corpus => group_of[document],
        };
        let group = group.unwrap_or_else(|| {
            groups.push(Group { document, first: hit.passage, passages: 0 });
            groups.len() - 1
        });
        groups[group].passages += 1;
        group_of[document] = Some(group);
        group_of_hit.push(group as u32);
    }
    // The passages of those alone that are listed.
    let mut before = 0;
    groups.retain(|group| {
        let is_listed = before < most;
        before += group.passages;
        is_listed
    });
    let mut own = vec![Vec::new(); groups.len()];
    for (hit, group) in hits.iter().zip(group_of_hit) {
        if let Some(own) = own.get_mut(group as usize).filter(|own| own.len() < most) {
            own.push(Row::Passage(hit.passage));
        }
    }
    let mut rows = Vec::new();
    let mut left = most;
    for (Group { document, first, passages }, own) in groups.into_iter().zip(own) {
        rows.push(Row::Document { document, passages, first });
        let listed = own.len().min(left);
        rows.extend_from_slice(&own[..listed]);
        left -= listed;
    }
    rows
}

/// Hits that stand under one heading.
struct Group {
    document: usize,
    first: usize,
    passages: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(sort: Sort, most: usize) -> String {
        let hits = [11, 21, 12, 31, 22].map(|passage| Hit { passage, score: 1.0 });
        let rows = rows(&hits, sort, most, |passage| passage / 10);
        let row = |row: &Row| match row {
            Row::Document { document, passages, .. } => format!("{document}({passages})"),
            Row::Passage(passage) => passage.to_string(),
        };
        rows.iter().map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_document_stands_where_its_best_hit_stands() {
        assert_eq!(listed(Sort::Relevance, 9), "1(2) 11 12 2(2) 21 22 3(1) 31");
    }

    #[test]
    fn an_order_by_date_is_kept() {
        assert_eq!(listed(Sort::Date, 9), "1(1) 11 2(1) 21 1(1) 12 3(1) 31 2(1) 22");
    }

    #[test]
    fn a_list_ends_with_the_last_passage_that_is_wanted() {
        assert_eq!(listed(Sort::Relevance, 0), "");
        assert_eq!(listed(Sort::Relevance, 1), "1(2) 11");
        assert_eq!(listed(Sort::Relevance, 2), "1(2) 11 12");
        assert_eq!(listed(Sort::Relevance, 3), "1(2) 11 12 2(2) 21");
        assert_eq!(listed(Sort::Relevance, 5), listed(Sort::Relevance, 9));
        assert_eq!(listed(Sort::Date, 3), "1(1) 11 2(1) 21 1(1) 12");
    }
}
