//! The query language, read from left to right.
//!
//! ```text
//! alternatives = sequence ("OR" sequence)*
//! sequence     = item+                             every item must match
//! item         = ("-" | "NOT") item | "(" alternatives ")" | phrase | field ":" value | ["+"] word
//! ```
//!
//! Reading is total: whatever is wrong is noted with its place and the nearest sense is taken. Marks
//! that a Chinese keyboard gives (“”「」（）：) mean what their ASCII kin mean.

use std::ops::Range;

use vitrine_corpus::facet::position;
use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedThesaurus};
use vitrine_corpus::text::{is_unspaced, stem};

use super::widen::synonyms;
use super::{
    Also, How, Needle, Node, Note, NoteKind, Part, PartKind, Question, Reading, Term, expand,
};
use crate::query::{field, word};
use crate::rank::Asked;

/// Longer queries are cut here: nobody types them, and a pasted page must not hang the browser.
pub(super) const MAX_LENGTH: usize = 4_000;

/// A row of more words is not looked up as one term.
const MAX_WORDS: usize = 5;

/// What stands before something that must not be there, as `-` does.
pub(super) const NOT: &str = "NOT";

/// Deeper groups are read without their brackets, so that no query can exhaust the stack.
pub(super) const MAX_DEPTH: usize = 24;

/// Reads a query. What the thesaurus has is a word, and no slip; and with `is_begun` it may be the beginning of one where
/// it is the last.
pub(crate) fn read(
    corpus: &ArchivedCorpus,
    thesaurus: Option<&ArchivedThesaurus>,
    query: &str,
    is_begun: bool,
) -> Reading {
    let mut reader = Reader {
        corpus,
        thesaurus,
        text: query,
        at: 0,
        end: query.len(),
        depth: 0,
        is_excluding: false,
        is_begun,
        notes: Vec::new(),
        parts: Vec::new(),
        near: Vec::new(),
    };
    if query.len() > MAX_LENGTH {
        reader.end = (0..=MAX_LENGTH).rev().find(|&n| query.is_char_boundary(n)).unwrap_or(0);
        reader.note(reader.end..query.len(), NoteKind::TooLong);
    }
    let mut nodes = Vec::new();
    loop {
        nodes.extend(reader.alternatives());
        reader.skip_spaces();
        if reader.at >= reader.end {
            break;
        }
        // What stopped the reading is a closing bracket that nothing opened.
        reader.note_here(NoteKind::StrayBracket);
        reader.at += reader.peek().map_or(1, char::len_utf8);
    }
    let mut root = all(nodes);
    // Beside other words the name of a concept is words like these.
    if let [Part { kind: PartKind::Word, text, .. }] = &reader.parts[..] {
        let mended = reader.notes.iter().find_map(|note| match &note.kind {
            NoteKind::NearMiss { word, taken } => Some(text.replace(word, taken.first()?)),
            _ => None,
        });
        let about = word::about(corpus, mended.as_deref().unwrap_or(text));
        if !about.is_empty() {
            root = Some(Node::Any(root.into_iter().chain(about).collect()));
        }
    }
    if root.is_none() && reader.notes.is_empty() {
        root = reader.signs();
    }
    let question = expand::question(corpus, &query[..reader.end])
        .map(|(asking, answer)| Question { asking: asking.to_owned(), answer });
    Reading { root, question, notes: reader.notes, parts: reader.parts, alike: Vec::new() }
}

struct Reader<'a> {
    corpus: &'a ArchivedCorpus,
    thesaurus: Option<&'a ArchivedThesaurus>,
    text: &'a str,
    at: usize,
    end: usize,
    depth: usize,
    /// Whether what is read must not occur.
    is_excluding: bool,
    /// Whether the last word may be the beginning of one, though it is one itself.
    is_begun: bool,
    notes: Vec<Note>,
    parts: Vec<Part>,
    /// By where words end, what [`word::near_unknown`] said of each: it is asked of one in several rows.
    near: Vec<(usize, Option<Vec<String>>)>,
}

pub(super) const fn closing_quote(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '“' | '”' | '„' => Some(&['”', '“', '"']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        _ => None,
    }
}

pub(super) const fn is_open(c: char) -> bool {
    matches!(c, '(' | '（')
}

pub(super) const fn is_close(c: char) -> bool {
    matches!(c, ')' | '）')
}

pub(super) const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

pub(super) const fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '−')
}

/// The words of a part of a query that excludes them, without the signs that say so.
pub(super) fn words_excluded(part: &str) -> &str {
    let words = part.trim_start_matches(is_minus);
    match words.strip_prefix(NOT).filter(|rest| rest.starts_with(ends_word)) {
        Some(rest) => words_excluded(rest.trim_start()),
        None => words,
    }
}

/// What a value without quotation marks ends at.
pub(super) fn ends_value(c: char) -> bool {
    c.is_whitespace() || is_open(c) || is_close(c)
}

/// What a word ends at.
pub(super) fn ends_word(c: char) -> bool {
    ends_value(c) || closing_quote(c).is_some()
}

/// What may stand behind a word and is no part of it: a question mostly ends so.
const MARKS: [char; 9] = ['?', '!', ',', ';', '？', '！', '，', '；', '。'];

/// A word without the marks behind it, unless it is nothing else.
fn without_marks(word: &str) -> &str {
    match word.trim_end_matches(MARKS) {
        "" => word,
        bare => bare,
    }
}

/// Whether a query has nothing but signs, which beside words say nothing. None of them is one of the query language:
/// what has only these says nothing yet.
pub(super) fn is_signs_alone(query: &str) -> bool {
    let is_other = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '+' | '*')
            || is_minus(c)
            || is_colon(c)
            || is_open(c)
            || is_close(c)
            || closing_quote(c).is_some()
    };
    !query.trim().is_empty() && !query.contains(is_other)
}

/// Every one of them; words that say nothing are asked for only where there is nothing else.
pub(super) fn all(mut nodes: Vec<Node>) -> Option<Node> {
    let is_stop_word = |node: &Node| matches!(node, Node::Term(term) if term.is_stop_word);
    if nodes.iter().any(|node| !is_stop_word(node)) {
        nodes.retain(|node| !is_stop_word(node));
    }
    if nodes.len() > 1 { Some(Node::All(nodes)) } else { nodes.pop() }
}

/// What stands for the words of a node beside themselves.
fn also(node: &Node) -> Vec<Also> {
    match node {
        Node::Term(term) => term.also(),
        // What stands for all of them together comes first: it is what a reader is shown of many.
        Node::Any(nodes) => {
            let (whole, apart): (Vec<&Node>, Vec<&Node>) =
                nodes.iter().partition(|node| matches!(node, Node::Term(_)));
            whole.into_iter().chain(apart).flat_map(also).collect()
        }
        Node::All(nodes) => nodes.iter().flat_map(also).collect(),
        _ => Vec::new(),
    }
}

/// The same with words that need not all be there; `None` if all of it must. What is said by fields,
/// phrases, groups and exclusions stays.
pub(super) fn most_of(root: &Node, question: Option<&Question>) -> Option<Node> {
    let mut terms = Vec::new();
    let mut others = Vec::new();
    gather(root, &mut terms, &mut others);
    let all_terms = terms.len();
    if let Some(question) = question {
        // How long, how fast: what is asked for is a figure, not the word.
        let asks = |term: &Term| {
            let own = term.needles.first();
            own.is_some_and(|own| question.asking.split(' ').any(|word| word == own.folded))
        };
        terms.retain(|node| !matches!(node, Node::Term(term) if asks(term)));
    }
    if terms.is_empty() || all_terms < 2 {
        return None;
    }
    let asked = Asked::of(terms.iter().map(words_of).sum(), question.is_some());
    let answer = question.map_or(Answer::Words, |question| question.answer);
    others.push(Node::Most(terms, asked, answer));
    all(others)
}

/// How many words a node has about: two characters of a script without spaces are one.
fn words_of(node: &Node) -> usize {
    let Node::Term(term) = node else { return 1 };
    if term.is_joined {
        return 0;
    }
    let own = term
        .needles
        .first()
        .map_or(0, |own| own.folded.chars().filter(|c| is_unspaced(*c)).count());
    own.div_ceil(2).max(1)
}

/// Sorts the parts of a query: a passage may lack any of the `terms`, and must have all `others`.
fn gather(node: &Node, terms: &mut Vec<Node>, others: &mut Vec<Node>) {
    match node {
        Node::All(nodes) => nodes.iter().for_each(|node| gather(node, terms, others)),
        Node::Term(term) if !term.is_required => terms.push(node.clone()),
        // Several words that speak for a concept and have no other form are words by themselves.
        Node::Any(nodes)
            if let [Node::All(own), Node::Term(Term { needles, labels, .. })] = &nodes[..]
                && needles.is_empty() =>
        {
            let first = terms.len();
            own.iter().for_each(|node| gather(node, terms, others));
            for node in &mut terms[first..] {
                if let Node::Term(term) = node {
                    term.labels.clone_from(labels);
                }
            }
        }
        // Several words with a name or a translation of their own.
        Node::Any(nodes)
            if nodes.iter().all(|node| {
                matches!(node, Node::Term(t) if !t.is_required) || matches!(node, Node::All(_))
            }) =>
        {
            terms.push(node.clone());
        }
        _ => others.push(node.clone()),
    }
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_spaces(&mut self) {
        self.at = self.end - self.rest().trim_start().len();
    }

    /// Adds a note, in the order of the text.
    fn note(&mut self, span: Range<usize>, kind: NoteKind) {
        let place = self.notes.partition_point(|note| note.span.start <= span.start);
        self.notes.insert(place, Note { span, kind });
    }

    fn note_here(&mut self, kind: NoteKind) {
        let length = self.peek().map_or(0, char::len_utf8);
        self.note(self.at..self.at + length, kind);
    }

    /// Whether the keyword stands here as a word of its own.
    fn at_keyword(&self, keyword: &str) -> bool {
        let rest = self.rest().strip_prefix(keyword);
        rest.is_some_and(|rest| rest.chars().next().is_none_or(ends_word))
    }

    fn alternatives(&mut self) -> Option<Node> {
        let start = self.at;
        let first_part = self.parts.len();
        let mut nodes = Vec::new();
        let mut or_at: Option<usize> = None;
        loop {
            let before = nodes.len();
            nodes.extend(self.sequence());
            if let Some(or_at) = or_at
                && nodes.len() == before
            {
                self.note(or_at..or_at + 2, NoteKind::Dangling("OR".to_owned()));
            }
            self.skip_spaces();
            if !self.at_keyword("OR") {
                break;
            }
            if nodes.is_empty() {
                self.note(self.at..self.at + 2, NoteKind::Dangling("OR".to_owned()));
            } else {
                or_at = Some(self.at);
            }
            self.at += "OR".len();
        }
        if nodes.len() < 2 {
            return nodes.pop();
        }
        // Alternatives can only be taken away together.
        self.one_part(first_part, start, PartKind::Group);
        Some(Node::Any(nodes))
    }

    fn sequence(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            self.skip_spaces();
            if self.at_keyword("AND") {
                self.at += "AND".len();
                continue;
            }
            match self.peek() {
                None => break,
                Some(c) if is_close(c) => break,
                Some(_) if self.at_keyword("OR") => break,
                Some(_) => nodes.extend(self.item()),
            }
        }
        all(nodes)
    }

    fn item(&mut self) -> Option<Node> {
        let c = self.peek()?;
        if is_minus(c) {
            return self.exclusion(c);
        }
        if self.at_keyword(NOT) {
            return self.negation();
        }
        if is_open(c) {
            return self.group(c);
        }
        if let Some(closing) = closing_quote(c) {
            return self.phrase(c, closing);
        }
        self.field().unwrap_or_else(|| self.word())
    }

    fn exclusion(&mut self, minus: char) -> Option<Node> {
        let start = self.at;
        let first_part = self.parts.len();
        self.at += minus.len_utf8();
        let next = self.peek();
        if next.is_none_or(|c| c.is_whitespace() || is_close(c)) {
            self.note(start..self.at, NoteKind::Dangling(minus.to_string()));
            return None;
        }
        self.excluded(start, first_part)
    }

    /// `NOT` and what it stands before.
    fn negation(&mut self) -> Option<Node> {
        let start = self.at;
        let first_part = self.parts.len();
        self.at += NOT.len();
        self.skip_spaces();
        if self.peek().is_none_or(is_close) || self.at_keyword("OR") || self.at_keyword("AND") {
            self.note(start..start + NOT.len(), NoteKind::Dangling(NOT.to_owned()));
            return None;
        }
        self.excluded(start, first_part)
    }

    /// What stands behind a sign that excludes it, unless nothing does.
    fn excluded(&mut self, start: usize, first_part: usize) -> Option<Node> {
        // A row of such signs is one: it would otherwise nest without end.
        loop {
            if self.peek().is_some_and(is_minus) {
                self.at += self.peek().map_or(0, char::len_utf8);
            } else if self.at_keyword(NOT) {
                self.at += NOT.len();
                self.skip_spaces();
            } else {
                break;
            }
        }
        self.peek().filter(|c| !c.is_whitespace() && !is_close(*c))?;
        let was_excluding = std::mem::replace(&mut self.is_excluding, true);
        let node = self.item();
        self.is_excluding = was_excluding;
        let node = node?;
        // What stands for a single word is left out with it, and told.
        let also = match &mut self.parts[first_part..] {
            [part] => std::mem::take(&mut part.also),
            _ => Vec::new(),
        };
        self.one_part(first_part, start, PartKind::Exclusion);
        if let Some(part) = self.parts.last_mut() {
            part.also = also;
        }
        Some(Node::Not(Box::new(node)))
    }

    fn group(&mut self, open: char) -> Option<Node> {
        let start = self.at;
        let first_part = self.parts.len();
        self.at += open.len_utf8();
        if self.depth == MAX_DEPTH {
            self.note(start..self.at, NoteKind::TooDeep);
            return None;
        }
        self.depth += 1;
        let node = self.alternatives();
        self.depth -= 1;
        match self.peek() {
            Some(close) if is_close(close) => self.at += close.len_utf8(),
            _ => self.note(start..start + open.len_utf8(), NoteKind::OpenGroup),
        }
        node.as_ref()?;
        self.one_part(first_part, start, PartKind::Group);
        node
    }

    fn phrase(&mut self, open: char, closing: &[char]) -> Option<Node> {
        let start = self.at;
        let inside = start + open.len_utf8();
        let words = match self.text[inside..self.end].find(closing) {
            Some(length) => {
                let close = self.text[inside + length..].chars().next().map_or(0, char::len_utf8);
                self.at = inside + length + close;
                &self.text[inside..inside + length]
            }
            None => {
                self.note(start..inside, NoteKind::OpenQuote);
                self.at = self.end;
                &self.text[inside..self.end]
            }
        };
        let needle =
            word::phrase(self.corpus, words).or_else(|| word::signs(self.corpus, words))?;
        self.part(start, PartKind::Phrase, Vec::new());
        let needles = vec![needle];
        Some(Node::Term(Term { needles, is_exact: true, is_required: true, ..Term::default() }))
    }

    /// A query that has nothing but signs.
    fn signs(&mut self) -> Option<Node> {
        let signs = self.text[..self.end].trim();
        if !is_signs_alone(signs) {
            return None;
        }
        let needles = vec![word::signs(self.corpus, signs)?];
        let start = self.text.find(signs)?;
        self.at = start + signs.len();
        self.part(start, PartKind::Word, Vec::new());
        Some(Node::Term(Term { needles, ..Term::default() }))
    }

    /// `field:value`, where a known field stands here; `None` leaves it to be read as words.
    fn field(&mut self) -> Option<Option<Node>> {
        let start = self.at;
        let name_length = self.rest().find(|c: char| !c.is_alphabetic())?;
        let (said, rest) = self.rest().split_at(name_length);
        let colon = rest.chars().next().filter(|&c| is_colon(c))?;
        let value = &rest[colon.len_utf8()..];
        let name = field::known(self.corpus, said).or_else(|| self.near_field(said, value))?;
        self.at += name_length + colon.len_utf8();
        let value_at = self.at;
        let value = self.value();
        let span = start..self.at;
        if value.trim().is_empty() {
            self.note(span, NoteKind::NoValue(name.to_owned()));
            return Some(None);
        }
        let (node, note) = field::resolve(self.corpus, name, value.trim());
        if let Some(kind @ NoteKind::ValueAsWords { .. }) = note {
            self.at = value_at;
            return Some(self.value_as_words(name, span, kind));
        }
        if let Some(kind) = note {
            self.note(span, kind);
        }
        if node.is_some() {
            self.part(start, PartKind::Field, Vec::new());
        }
        Some(node)
    }

    /// The words that stand here, to the end of `span` or beyond it, as the value of a field that has no such value: all
    /// of it stands at `span`. That they were read so is noted as `kind`.
    fn value_as_words(&mut self, name: &str, span: Range<usize>, kind: NoteKind) -> Option<Node> {
        let first_part = self.parts.len();
        let c = self.peek()?;
        let node = match closing_quote(c) {
            Some(closing) => self.phrase(c, closing),
            None => self.word(),
        };
        // What a value has in it, as a quotation mark, may end a word.
        self.at = self.at.max(span.end);
        self.one_part(first_part, span.start, PartKind::Field);
        // A code may be a stop word: `actor:IN` does not ask for every passage with “in”.
        if matches!(&node, Some(Node::Term(term)) if term.is_stop_word) {
            return Some(Node::Values { facet: position(name)?, values: Vec::new() });
        }
        self.note(span, kind);
        node
    }

    /// The field that was meant by what is none but has a value, as `thme:labor`. What comes near none is read as
    /// words, which is said.
    fn near_field(&mut self, said: &str, value: &str) -> Option<&'static str> {
        if !field::may_be_meant(said, value) {
            return None;
        }
        let near = field::near(said);
        let taken = near.map(str::to_owned);
        let span = self.at..self.at + said.len();
        self.note(span, NoteKind::UnknownField { field: said.to_owned(), taken });
        near
    }

    /// The value of a field: quoted, or up to a space or a bracket.
    fn value(&mut self) -> &'a str {
        let start = self.at;
        if let Some(open) = self.peek()
            && let Some(closing) = closing_quote(open)
        {
            let inside = start + open.len_utf8();
            let length = self.text[inside..self.end].find(closing);
            if length.is_none() {
                self.note(start..inside, NoteKind::OpenQuote);
            }
            let stop = length.map_or(self.end, |length| inside + length);
            self.at = stop + self.text[stop..self.end].chars().next().map_or(0, char::len_utf8);
            return &self.text[inside..stop];
        }
        self.at += self.rest().find(ends_value).unwrap_or(self.rest().len());
        &self.text[start..self.at]
    }

    /// One word, or several that are one term: a name, a date, a number with its scale.
    fn word(&mut self) -> Option<Node> {
        let start = self.at;
        // A leading `+` asks for the word as it is.
        let is_literal = self.peek() == Some('+');
        self.at += usize::from(is_literal);
        if !is_literal && let Some((node, length, note)) = self.row() {
            self.at = start + length;
            if let Some(note) = note {
                self.note(start..self.at, note);
            }
            self.part(start, PartKind::Word, also(&node));
            return Some(node);
        }
        let words = without_marks(&self.rest()[..self.word_length(self.at)]);
        self.at += words.len();
        if self.at == start {
            // Nothing else begins with this character: step over it rather than stand still.
            self.at += self.peek().map_or(1, char::len_utf8);
            return None;
        }
        let mut word = word::read(self.corpus, words, is_literal, self.known_near())?;
        if let Some(NoteKind::NearMiss { taken, .. }) = &word.note
            && self.is_known(words, taken)
            && !self.is_misspelt(words, taken)
        {
            word = word::unmistaken(self.corpus, words);
        }
        if self.is_excluding {
            word = word::surely(self.corpus, words, word);
        } else if let Some(node) = self.with_synonyms(words, &word.node).filter(|_| !is_literal) {
            (word.node, word.note) = (node, None);
        } else if !is_literal
            && self.at == self.end
            && let Some(begun) = word::begun(self.corpus, words, &word)
            && (self.is_begun || !self.is_known(words, &[]))
        {
            word = begun;
        }
        if let Some(kind) = word.note {
            self.note(start..self.at, kind);
        }
        let kind = match &word.node {
            Node::Term(term) if term.is_stop_word => PartKind::StopWord,
            _ if word.is_prefix => PartKind::Prefix,
            _ => PartKind::Word,
        };
        self.part(start, kind, also(&word.node));
        Some(word.node)
    }

    /// A word with others that mean the same, where the texts lack it and have these.
    fn with_synonyms(&self, word: &str, node: &Node) -> Option<Node> {
        let folded = self.corpus.fold.fold(word).text;
        let mut synonyms = synonyms(self.thesaurus?, &folded).peekable();
        synonyms.peek()?;
        let mut term = match node {
            Node::Term(term) => term.clone(),
            // It was cut into words that may be found.
            _ => Term { needles: vec![Needle::new(&folded, How::Written)], ..Term::default() },
        };
        synonyms.for_each(|needle| expand::push(needle, &mut term.needles));
        Some(Node::Term(term))
    }

    /// Whether a word that no passage has is one all the same, by the thesaurus, so that those that come near it mean
    /// something else: who asks to hire asks for no fire. Of a longer word they are mostly of its family, if a passage has
    /// them.
    fn is_known(&self, word: &str, near: &[String]) -> bool {
        /// In letters.
        const LONGEST: usize = 7;
        let folded = self.corpus.fold.fold(word).text;
        let stem = stem(&folded);
        let knows = |thesaurus: &ArchivedThesaurus| {
            thesaurus.terms.find(&stem).or_else(|| thesaurus.usage.terms.find(&stem)).is_some()
        };
        let are_elsewhere = || {
            let has = |word: &String| {
                self.corpus.index.words.find(&self.corpus.fold.fold(word).text).is_some()
            };
            !near.is_empty() && !near.iter().any(has)
        };
        (folded.len() <= LONGEST || are_elsewhere()) && self.thesaurus.is_some_and(knows)
    }

    /// Whether a word differs from one of those that come near it only in letters that are doubled: Rusia is known where
    /// Spanish is written, and a slip all the same.
    fn is_misspelt(&self, word: &str, taken: &[String]) -> bool {
        let undoubled = |word: &str| {
            let mut letters: Vec<char> = self.corpus.fold.fold(word).text.chars().collect();
            letters.dedup();
            letters
        };
        let own = undoubled(word);
        taken.iter().any(|other| undoubled(other) == own)
    }

    /// How long the word at `at` is, in bytes.
    fn word_length(&self, at: usize) -> usize {
        let rest = &self.text[at..self.end];
        rest.find(ends_word).unwrap_or(rest.len())
    }

    /// The longest row of words from here that is one term, or else one that is a name but for a slip: its length in
    /// bytes, and what there is to say of a slip.
    fn row(&mut self) -> Option<(Node, usize, Option<NoteKind>)> {
        let ends = self.ends();
        let may_begin = word::may_begin_term(self.corpus, &self.text[self.at..*ends.last()?]);
        let (at, text, corpus) = (self.at, self.text, self.corpus);
        let term = |(n, &end): (usize, &usize)| {
            Some((word::term(corpus, &text[at..end], n + 1)?, end - at, None))
        };
        let whole = if may_begin { ends.iter().enumerate().rev().find_map(term) } else { None };
        whole.or_else(|| {
            if self.is_excluding {
                return None;
            }
            if may_begin && let Some(begun) = self.name_begun(&ends) {
                return Some(begun);
            }
            let (node, length, note) = self.slipped_name(&ends, may_begin)?;
            Some((node, length, Some(note)))
        })
    }

    /// The row of words from here that ends the query, if names begin so and its last word is none: who writes New Y is
    /// about to write one.
    fn name_begun(&self, ends: &[usize]) -> Option<(Node, usize, Option<NoteKind>)> {
        let &end = ends.last().filter(|&&end| ends.len() > 1 && end == self.end)?;
        let row = &self.text[self.at..end];
        let note = NoteKind::ReadAsPrefix(row.to_owned());
        Some((word::name_begun(self.corpus, row)?, end - self.at, Some(note)))
    }

    /// The longest row of words that end here which is a name but for a slip in one of them, its length in bytes, and
    /// what there is to say of it: North Koera. The slip is in the first one unless that may begin a name.
    fn slipped_name(&mut self, ends: &[usize], may_begin: bool) -> Option<(Node, usize, NoteKind)> {
        /// Of a longer query, in bytes, each word is meant: to look for slips takes time for each of them.
        const SHORT: usize = 64;
        if self.end > SHORT {
            return None;
        }
        let row = &self.text[self.at..*ends.last().filter(|_| ends.len() > 1)?];
        let words: Vec<&str> = row.split_whitespace().collect();
        let asked = if may_begin { words.len() } else { 1 };
        let mut slips = words.iter().zip(ends).enumerate().take(asked);
        let (slip, near) = slips.find_map(|(n, (word, &end))| {
            let near = self.near_unknown(word, end)?;
            let is_slip = !self.is_known(word, &near) || self.is_misspelt(word, &near);
            is_slip.then_some((n, near))
        })?;
        (slip.max(1)..words.len()).rev().find_map(|last| {
            let said = |node, taken: &[String]| {
                let note = word::near_miss(self.corpus, words[slip], taken);
                Some((node, ends[last] - self.at, note))
            };
            let other = near.iter().find_map(|other| {
                let mut name = words[..=last].to_vec();
                name[slip] = other;
                let name = name.join(" ");
                // A name, or what the dictionary has for these words.
                let node = word::name(self.corpus, &name)
                    .or_else(|| word::term(self.corpus, &name, last + 1))?;
                said(node, std::slice::from_ref(other))
            });
            // The word may be one that no passage has by itself.
            other.or_else(|| {
                let name = word::near_name(self.corpus, &words[..=last].join(" "))?;
                said(word::name(self.corpus, &name)?, &[name])
            })
        })
    }

    /// What [`word::near_unknown`] says of a word that ends here.
    fn near_unknown(&mut self, word: &str, end: usize) -> Option<Vec<String>> {
        if let Some((_, near)) = self.near.iter().find(|(known, _)| *known == end) {
            return near.clone();
        }
        let near = word::near_unknown(self.corpus, word);
        self.near.push((end, near.clone()));
        near
    }

    /// What it said of the word that was just stepped over, if it was asked.
    fn known_near(&self) -> Option<&[String]> {
        self.near.iter().find(|(end, _)| *end == self.at)?.1.as_deref()
    }

    /// Where words end that stand in a row from here, as many as a term may have.
    fn ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut at = self.at;
        while ends.len() < MAX_WORDS {
            let length = self.word_length(at);
            let word = &self.text[at..at + length];
            let is_plain = length > 0
                && !word.starts_with(is_minus)
                && !word.contains(['+', '*'])
                && !word.contains(is_colon)
                && !matches!(word, "OR" | "AND" | NOT);
            if !is_plain {
                break;
            }
            let own = without_marks(word).len();
            ends.push(at + own);
            if own < length {
                break;
            }
            at += length;
            let spaces = self.text[at..self.end].len() - self.text[at..self.end].trim_start().len();
            if spaces == 0 {
                break;
            }
            at += spaces;
        }
        ends
    }

    fn part(&mut self, start: usize, kind: PartKind, also: Vec<Also>) {
        let span = start..self.at;
        self.parts.push(Part { text: self.text[span.clone()].to_owned(), span, kind, also });
    }

    /// Makes one part of all parts since `first`: they can only be taken away together.
    fn one_part(&mut self, first: usize, start: usize, kind: PartKind) {
        self.parts.truncate(first);
        let (start, end) = (
            start + self.text[start..self.at].len() - self.text[start..self.at].trim_start().len(),
            start + self.text[start..self.at].trim_end().len(),
        );
        let text = self.text[start..end].to_owned();
        self.parts.push(Part { span: start..end, text, kind, also: Vec::new() });
    }
}
