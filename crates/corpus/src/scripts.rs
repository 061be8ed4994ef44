//! How does a Chinese text look in the other script? One character for each, so that every place in a text
//! is a place in what it becomes.
//!
//! Made when the corpus is compiled, by tables that know words; only what this corpus needs is kept. Texts
//! themselves are never changed.

use std::ops::Range;

use rkyv::{Archive, Serialize};

/// What the characters of a corpus become in the other script.
#[derive(Archive, Serialize, Debug, Clone, Default, PartialEq, Eq)]
pub struct Scripts {
    /// Characters of simplified passages that change, ascending, each with what it becomes most often.
    pub to_traditional: Vec<[u32; 2]>,
    /// The same of traditional passages.
    pub to_simplified: Vec<[u32; 2]>,
    /// Where a character becomes something else: its passage, its place in it (in characters) and what it
    /// becomes. Ascending.
    pub exceptions: Vec<[u32; 3]>,
}

/// Which script a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 简体字.
    Simplified,
    /// 繁體字.
    Traditional,
}

impl Script {
    /// The script that a language tag names, if it does.
    pub fn of(tag: &str) -> Option<Script> {
        match tag {
            "zh-Hans" => Some(Script::Simplified),
            "zh-Hant" => Some(Script::Traditional),
            _ => None,
        }
    }

    /// The language tag of Chinese in this script.
    pub const fn tag(self) -> &'static str {
        match self {
            Script::Simplified => "zh-Hans",
            Script::Traditional => "zh-Hant",
        }
    }

    /// The other one.
    pub const fn other(self) -> Script {
        match self {
            Script::Simplified => Script::Traditional,
            Script::Traditional => Script::Simplified,
        }
    }
}

impl ArchivedScripts {
    /// Whether nothing in the corpus changes.
    pub fn is_empty(&self) -> bool {
        self.to_simplified.is_empty() && self.to_traditional.is_empty()
    }

    /// A part of the text of passage `n`, which is in `script`, in the other script.
    pub fn convert(&self, n: usize, script: Script, text: &str, part: Range<usize>) -> String {
        let table = match script {
            Script::Simplified => &self.to_traditional,
            Script::Traditional => &self.to_simplified,
        };
        let n = n as u32;
        let first = self.exceptions.partition_point(|exception| exception[0] < n);
        let own = &self.exceptions[first..];
        let own = &own[..own.partition_point(|exception| exception[0] == n)];
        let first = text[..part.start].chars().count() as u32;
        let mut converted = String::with_capacity(part.len());
        for (place, c) in (first..).zip(text[part].chars()) {
            let exception = own.binary_search_by_key(&place, |exception| exception[1].to_native());
            let becomes = match exception {
                Ok(found) => Some(own[found][2]),
                Err(_) => table
                    .binary_search_by_key(&u32::from(c), |pair| pair[0].to_native())
                    .ok()
                    .map(|found| table[found][1]),
            };
            let becomes = becomes.and_then(|code| char::from_u32(code.to_native()));
            converted.push(becomes.unwrap_or(c));
        }
        converted
    }
}
