//! How and where was a document published? What its citations say beside author, title and date.
//!
//! The kinds and the names of the fields are those of CSL, which reference managers and styles speak.

use rkyv::{Archive, Deserialize, Portable, Serialize};

/// What is known of a document's publication; a field that is not known is empty.
#[derive(Archive, Serialize, Deserialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Publication {
    /// What kind of document it is.
    pub kind: Option<Kind>,
    /// The journal, book or site that it is a part of, where that is not the publisher.
    pub container: Option<String>,
    /// Volume of the container, or of the book.
    pub volume: Option<String>,
    /// Issue of the container.
    pub issue: Option<String>,
    /// Its pages in the container, as `6–21`.
    pub pages: Option<String>,
    /// The number of a report, a law or a treaty.
    pub number: Option<String>,
    /// Where its publisher is.
    pub place: Option<String>,
    /// Who edited the container, or the book.
    pub editors: Vec<String>,
    /// Who translated it.
    pub translators: Vec<String>,
    /// The address at which it was published; it begins with `http://` or `https://`.
    pub url: Option<String>,
    /// Digital object identifier, without an address before it: `10.1000/182`.
    pub doi: Option<String>,
    /// The day (EDTF) on which it was taken from that address.
    pub accessed: Option<String>,
}

impl Publication {
    /// Whether it is known where the document can be found, so that no other address need stand for it.
    pub fn has_address(&self) -> bool {
        self.url.is_some() || self.doi.is_some()
    }
}

impl ArchivedPublication {
    /// The same out of the image.
    ///
    /// # Panics
    /// Never: nothing in it can fail to be copied.
    pub fn get(&self) -> Publication {
        rkyv::deserialize::<Publication, rkyv::rancor::Error>(self)
            .expect("texts and numbers can be copied")
    }

    /// Where it can be found: its address, or the one that its identifier stands for.
    pub fn address(&self) -> Option<String> {
        let of_doi = || self.doi.as_deref().map(|doi| ["https://doi.org/", doi].concat());
        self.url.as_deref().map(str::to_owned).or_else(of_doi)
    }

    /// What it is a part of, and where in that it stands, as `Grain and Peace 57(3): 6–21`; empty if neither is
    /// known.
    pub fn container_and_place(&self) -> String {
        let mut part = self.container.as_deref().unwrap_or_default().to_owned();
        if let Some(volume) = self.volume.as_deref() {
            part.extend([if part.is_empty() { "" } else { " " }, volume]);
        }
        if let Some(issue) = self.issue.as_deref() {
            part.extend(["(", issue, ")"]);
        }
        if let Some(pages) = self.pages.as_deref() {
            part.extend([if part.is_empty() { "" } else { ": " }, pages]);
        }
        part
    }
}

/// The first of pages written as `6–21`, and the last if there is more than one.
pub fn first_and_last(pages: &str) -> (&str, Option<&str>) {
    let (first, last) = pages.split_once(['-', '\u{2013}']).unwrap_or((pages, ""));
    (first.trim(), Some(last.trim()).filter(|last| !last.is_empty()))
}

macro_rules! kinds {
    ($($(#[doc = $meaning:literal])* $kind:ident $name:literal $en:literal $hans:literal $hant:literal)*) => {
        /// A kind of document.
        #[derive(Archive, Serialize, Deserialize, Portable, rkyv::bytecheck::CheckBytes)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[bytecheck(crate = rkyv::bytecheck)]
        #[rkyv(as = Kind)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[doc = $meaning])* $kind,)*
        }

        impl Kind {
            /// All of them, by their names.
            pub const ALL: &[Kind] = &[$(Kind::$kind),*];

            /// CSL's name of it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Kind::$kind => $name,)* }
            }

            /// What the page calls it, in one of its languages; in English for any other.
            pub fn label(self, lang: &str) -> &'static str {
                match lang {
                    "zh-Hans" => match self { $(Kind::$kind => $hans,)* },
                    "zh-Hant" => match self { $(Kind::$kind => $hant,)* },
                    _ => match self { $(Kind::$kind => $en,)* },
                }
            }
        }
    };
}

kinds! {
    /// In an academic journal.
    ArticleJournal "article-journal" "Journal article" "期刊文章" "期刊文章"
    /// In a magazine for all.
    ArticleMagazine "article-magazine" "Magazine article" "杂志文章" "雜誌文章"
    /// In a newspaper.
    ArticleNewspaper "article-newspaper" "Newspaper article" "报纸文章" "報紙文章"
    /// A book as a whole.
    Book "book" "Book" "图书" "圖書"
    /// A part of a book.
    Chapter "chapter" "Chapter of a book" "图书章节" "圖書章節"
    /// Of no other kind.
    Document "document" "Document" "文献" "文獻"
    /// A conversation, as it was held.
    Interview "interview" "Interview" "访谈" "訪談"
    /// A decision of a court.
    LegalCase "legal_case" "Court decision" "判决" "判決"
    /// A law, or a decree.
    Legislation "legislation" "Law" "法规" "法規"
    /// What was not published.
    Manuscript "manuscript" "Manuscript" "手稿" "手稿"
    /// In the proceedings of a conference.
    PaperConference "paper-conference" "Conference paper" "会议论文" "會議論文"
    /// On a web log.
    PostWeblog "post-weblog" "Blog post" "博客文章" "部落格文章"
    /// Of an institution, on its own.
    Report "report" "Report" "报告" "報告"
    /// As it was delivered.
    Speech "speech" "Speech" "演讲" "演講"
    /// For a degree.
    Thesis "thesis" "Thesis" "学位论文" "學位論文"
    /// Between states.
    Treaty "treaty" "Treaty" "条约" "條約"
    /// On a site.
    Webpage "webpage" "Web page" "网页" "網頁"
}

impl Kind {
    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }

    /// Whether a house, journal or site that is named as the publisher is what such a document is a part of.
    pub const fn appears_in_publisher(self) -> bool {
        matches!(
            self,
            Kind::ArticleJournal
                | Kind::ArticleMagazine
                | Kind::ArticleNewspaper
                | Kind::PostWeblog
                | Kind::Webpage
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archived<T>(publication: &Publication, look: impl FnOnce(&ArchivedPublication) -> T) -> T {
        let bytes = rkyv::to_bytes::<rkyv::rancor::Error>(publication).unwrap();
        look(rkyv::access::<ArchivedPublication, rkyv::rancor::Error>(&bytes).unwrap())
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
            let publication = Publication {
                kind: Some(*kind),
                volume: Some("57".to_owned()),
                editors: vec!["Anna Weir".to_owned()],
                ..Publication::default()
            };
            assert_eq!(archived(&publication, ArchivedPublication::get), publication);
        }
        assert_eq!(Kind::parse("Book"), None);
        let labels = ["en", "zh-Hans", "zh-Hant", "ru"].map(|lang| Kind::Thesis.label(lang));
        assert_eq!(labels, ["Thesis", "学位论文", "學位論文", "Thesis"]);
    }

    #[test]
    fn the_place_in_a_container_is_as_exact_as_known() {
        for (container, volume, issue, pages, expected) in [
            ("Grain", "57", "3", "6", "Grain 57(3): 6"),
            ("Grain", "", "", "", "Grain"),
            ("", "57", "3", "6\u{2013}21", "57(3): 6\u{2013}21"),
            ("", "", "3", "", "(3)"),
            ("", "57", "", "6", "57: 6"),
            ("", "", "", "6", "6"),
            ("", "", "", "", ""),
        ] {
            let known = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let [container, volume, issue, pages] = [container, volume, issue, pages].map(known);
            let own = Publication { container, volume, issue, pages, ..Publication::default() };
            assert_eq!(archived(&own, ArchivedPublication::container_and_place), expected);
        }
    }

    #[test]
    fn pages_have_a_first_and_perhaps_a_last() {
        for (pages, expected) in [
            ("6\u{2013}21", ("6", Some("21"))),
            ("6 - 21", ("6", Some("21"))),
            ("iv", ("iv", None)),
            ("6-", ("6", None)),
        ] {
            assert_eq!(first_and_last(pages), expected, "{pages}");
        }
    }

    #[test]
    fn an_identifier_stands_for_an_address() {
        let doi = Some("10.1000/182".to_owned());
        let mut publication = Publication { doi, ..Publication::default() };
        let address = |publication: &Publication| archived(publication, |found| found.address());
        assert_eq!(address(&publication).as_deref(), Some("https://doi.org/10.1000/182"));
        publication.url = Some("https://a.invalid/".to_owned());
        assert_eq!(address(&publication).as_deref(), Some("https://a.invalid/"));
        assert!(publication.has_address() && !Publication::default().has_address());
    }
}
