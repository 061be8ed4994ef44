//! How is a query put together? A reader's own with one part more, where theirs may be anything: what is open in
//! it is closed, and alternatives stay with each other.

use vitrine_corpus::model::ArchivedCorpus;

use super::field;
use super::parse::{
    MAX_DEPTH, MAX_LENGTH, NOT, closing_quote, ends_value, ends_word, is_close, is_colon, is_minus,
    is_open, is_signs_alone,
};

/// The query that asks for what `query` asks for and for `part` as well: for a part such as [`literally`] and
/// [`valued`] make.
pub fn and(corpus: &ArchivedCorpus, query: &str, part: &str) -> String {
    // Beside another part, only quotation marks say that signs are meant.
    if is_signs_alone(query) {
        return [&quoted(query.trim()), " ", part].concat();
    }
    let mut joined = String::new();
    for stretch in Scan::new(corpus, query).stretches() {
        joined.push_str(&stretch);
        joined.push(' ');
    }
    // What is too long is cut at its end.
    if joined.len() + part.len() > MAX_LENGTH {
        [part, " ", &joined].concat()
    } else {
        joined + part
    }
}

/// The words to the letter: nothing else stands for them.
pub fn literally(words: &str) -> String {
    if words.contains(ends_word) { quoted(words) } else { ["+", words].concat() }
}

/// A value of a field.
pub fn valued(field: &str, value: &str) -> String {
    [field, ":", &quoted(value)].concat()
}

/// The words between quotation marks that do not stand in them.
fn quoted(words: &str) -> String {
    let free = [["\"", "\""], ["「", "」"], ["『", "』"]]
        .into_iter()
        .find(|[_, end]| !words.contains(end));
    match free {
        Some([start, end]) => [start, words, end].concat(),
        // Folding makes one of all of them.
        None => ["\"", &words.replace('"', "”"), "\""].concat(),
    }
}

fn length_until(text: &str, ends: fn(char) -> bool) -> usize {
    text.find(ends).unwrap_or(text.len())
}

/// A walk over a query by the grammar of [`super::parse`], which looks no word up.
struct Scan<'a> {
    corpus: &'a ArchivedCorpus,
    text: &'a str,
    at: usize,
    /// How many brackets are open.
    depth: usize,
    /// What closes the quotation mark that is open to the end.
    open_quote: Option<char>,
    /// Whether there are alternatives outside of brackets.
    has_or: bool,
}

impl<'a> Scan<'a> {
    fn new(corpus: &'a ArchivedCorpus, query: &'a str) -> Scan<'a> {
        let end = (0..=MAX_LENGTH.min(query.len())).rev().find(|&n| query.is_char_boundary(n));
        let text = &query[..end.unwrap_or(0)];
        Scan { corpus, text, at: 0, depth: 0, open_quote: None, has_or: false }
    }

    /// What stands between stray brackets, each stretch so that what follows cannot change it. Stray brackets
    /// are left out, as they are where a query is read.
    fn stretches(mut self) -> Vec<String> {
        let mut stretches = Vec::new();
        let mut stretch = String::new();
        while let Some(c) = self.peek() {
            let from = self.at;
            if is_close(c) && self.depth == 0 {
                self.at += c.len_utf8();
                stretches.extend(self.closed(&stretch));
                stretch.clear();
            } else if is_open(c) && self.depth == MAX_DEPTH {
                self.at += c.len_utf8();
                stretch.push(' ');
            } else {
                self.step(c);
                stretch.push_str(&self.text[from..self.at]);
            }
        }
        stretches.extend(self.closed(&stretch));
        stretches
    }

    /// The stretch with what is open in it closed, in brackets where it would bind what follows; nothing where
    /// it is empty.
    fn closed(&mut self, stretch: &str) -> Option<String> {
        let mut closed = stretch.trim().to_owned();
        closed.extend(self.open_quote.take());
        (0..std::mem::take(&mut self.depth)).for_each(|_| closed.push(')'));
        let binds = std::mem::take(&mut self.has_or) || closed.ends_with(NOT);
        let closed = if binds { ["(", &closed, ")"].concat() } else { closed };
        (!closed.is_empty()).then_some(closed)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over what stands here and begins with `c`.
    fn step(&mut self, c: char) {
        if let Some(closing) = closing_quote(c) {
            return self.quote(c, closing);
        }
        if is_open(c) {
            self.depth += 1;
        } else if is_close(c) {
            self.depth -= 1;
        } else if !(c.is_whitespace() || is_minus(c)) {
            return self.word();
        }
        self.at += c.len_utf8();
    }

    fn quote(&mut self, open: char, closing: &[char]) {
        self.at += open.len_utf8();
        let rest = self.rest();
        match rest.find(closing) {
            Some(length) => {
                self.at += length + rest[length..].chars().next().map_or(0, char::len_utf8);
            }
            None => {
                self.at = self.text.len();
                self.open_quote = Some(closing[0]);
            }
        }
    }

    fn word(&mut self) {
        let word = &self.rest()[..length_until(self.rest(), ends_word)];
        self.has_or |= word == "OR" && self.depth == 0;
        match self.value_at(word) {
            Some(length) => {
                self.at += length;
                match self.peek().and_then(|c| Some((c, closing_quote(c)?))) {
                    Some((open, closing)) => self.quote(open, closing),
                    None => self.at += length_until(self.rest(), ends_value),
                }
            }
            None => self.at += word.len(),
        }
    }

    /// How many bytes of the word are a field and its colon.
    fn value_at(&self, word: &str) -> Option<usize> {
        let (said, value) = word.split_once(is_colon)?;
        let length = word.len() - value.len();
        let is_near =
            || field::may_be_meant(said, &self.rest()[length..]) && field::near(said).is_some();
        let is_field = said.chars().all(char::is_alphabetic)
            && (field::known(self.corpus, said).is_some() || is_near());
        is_field.then_some(length)
    }
}
