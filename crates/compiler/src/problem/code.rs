//! Which kinds of problem are there? The names that programs know them by, and how bad each is.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $meaning:literal)*) => {
        /// A kind of problem. Its name stays, whatever the wording of reports becomes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $meaning] $code,)*
        }

        impl Code {
            /// All kinds, by what they are about.
            pub const ALL: &[Code] = &[$(Code::$code),*];

            /// The name, in lower case and hyphens.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }

            /// How bad a problem of this kind is.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity,)* }
            }

            /// What it means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$code => $meaning,)* }
            }
        }
    };
}

codes! {
    // The folder and its documents.
    NoSuchFolder "no-such-folder" Error "The folder of the corpus does not exist."
    NoDocuments "no-documents" Error "The folder has no document that can be read."
    UnreadableFile "unreadable-file" Error "A file cannot be opened or read."
    UnreadKind "unread-kind" Warning "A file is of a kind that is not read (PDF, Word, HTML …)."
    UndecodableBytes "undecodable-bytes" Warning "A document has bytes that are no text in its encoding."
    LostCharacter "lost-character" Warning "A document has U+FFFD, which stands where another program could not read a character."
    OtherEncoding "other-encoding" Note "A document is not UTF-8; which encoding it is was guessed."
    OtherFiles "other-files" Note "The folder has files, or folders of documents, that are not read."
    EmptyFile "empty-file" Warning "A document has no text."
    // Files of records.
    RecordSyntax "record-syntax" Error "A line of a `.jsonl` file is no JSON object."
    RecordValue "record-value" Error "A record has no `text`, or a value of another type than is read."
    DuplicateRecordId "duplicate-record-id" Error "Two records of the corpus have one `id`."
    EmptyRecord "empty-record" Warning "A record has a `text` without words; it makes no passage."
    UnreadField "unread-field" Note "Records have a field that is not read."
    // The syntax of the curator's files.
    TomlNotUtf8 "toml-not-utf8" Error "A curator's file is not UTF-8."
    TomlSyntax "toml-syntax" Error "A curator's file is not TOML."
    TomlValue "toml-value" Error "A key is missing, or its value is of another type."
    UnknownKey "unknown-key" Error "A key that means nothing there."
    // corpus.toml
    NoCorpusFile "no-corpus-file" Note "There is no `corpus.toml`."
    NoSuchDocument "no-such-document" Error "`corpus.toml` lists a document that is not in the folder."
    DocumentListedTwice "document-listed-twice" Error "`corpus.toml` lists a document twice."
    DocumentNotListed "document-not-listed" Note "`corpus.toml` does not list a document that is in the folder."
    DocumentWithoutTitle "document-without-title" Warning "Neither `corpus.toml` nor the document says its title."
    DuplicateDocumentId "duplicate-document-id" Error "Two documents have one id."
    BadDate "bad-date" Error "A date is not EDTF as far as it is understood: a year, month, day, or two of them."
    UnknownType "unknown-type" Error "A type of document that is none of CSL's, or of none that is read here."
    BadAddress "bad-address" Error "A `url` that is no whole address of the web, or a `doi` that is none."
    UnknownLanguage "unknown-language" Warning "An invalid language tag, or not in the form used here (zh-Hans, zh-Hant)."
    DateNotPlaced "date-not-placed" Note "Words that look like a date, but of no known year, or of a day or time that cannot be."
    BadNumber "bad-number" Error "A number that means nothing there: none at all, without end, an `upper` below its `value`, an `occurrence` of 0."
    // The concept schemes.
    UnknownScheme "unknown-scheme" Error "A scheme, or a correction's labels, for a facet that does not exist."
    DuplicateConceptId "duplicate-concept-id" Error "Two concepts of a scheme have one id."
    UnknownTier "unknown-tier" Error "A level of a scheme's argument names a concept that the scheme does not have."
    UnknownBroader "unknown-broader" Error "A concept stands under one that the scheme does not have."
    BroaderCycle "broader-cycle" Error "A concept stands, directly or by way of others, under itself."
    UnknownRole "unknown-role" Error "A role of passages that does not exist."
    DuplicateTerm "duplicate-term" Warning "A term that is, after folding, the same as another of its list, and so counts twice or does nothing."
    EmptyTerm "empty-term" Warning "A term without a character that could be found."
    ConceptWithoutSignal "concept-without-signal" Note "A concept without a rule, and without narrower ones: only a curator can give it."
    ConceptWithoutLabel "concept-without-label" Note "A concept has no name in one of the page's languages."
    TermNeverMatches "term-never-matches" Note "A term that stands nowhere in this corpus where its rule looks."
    PassageWithoutTheme "passage-without-theme" Note "A passage of content that no theme was given."
    // curation.toml
    UnknownPassage "unknown-passage" Error "A correction names a passage that does not exist."
    StaleCorrection "stale-correction" Error "A correction's passage, or what was quoted of it, has changed."
    WordsNotFound "words-not-found" Error "A date or figure of a correction names words that its passage does not have."
    UnknownConcept "unknown-concept" Error "A correction names a concept that its scheme does not have."
    RefersToItself "refers-to-itself" Error "A passage is called its own repeat or translation."
    RefersElsewhere "refers-elsewhere" Error "A passage is called the repeat or translation of one in another document."
    RepeatsCycle "repeats-cycle" Error "Passages are called repeats of each other, so that none of them would be shown."
    PassageCorrectedTwice "passage-corrected-twice" Warning "Two corrections are about one passage."
    IdleCorrection "idle-correction" Warning "A correction changes nothing: the rules say the same."
    IdlePartOfCorrection "idle-part-of-correction" Note "A part of a correction changes nothing: it is so without it."
    // agreement.toml
    StaleAgreement "stale-agreement" Warning "The measured agreement names something that the schemes do not have; it is left out."
    // Vitrine itself.
    Fault "fault" Error "The image cannot be written: a fault of Vitrine."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_in_the_documents_as_it_is() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/problems.md");
        let text = std::fs::read_to_string(path).unwrap();
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
        let expected: Vec<String> = Code::ALL
            .iter()
            .map(|code| format!("| `{code}` | {} | {} |", code.severity(), code.meaning()))
            .collect();
        assert_eq!(rows, expected, "docs/problems.md has a row for each code");
    }
}
