//! What is a unit in its document? Told from its shape and from where it stands, by rules that know
//! the habits of articles, reports and web pages, and no particular document.

mod furniture;
mod headings;
mod notes;
mod references;
mod rules;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use regex::Regex;
use vitrine_corpus::model::Role;

use super::metadata;
use super::units::{Markup, Unit, begins_item, columns};
use rules::Line;

/// A unit's role, and for a heading its depth (1 is the title).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Assigned {
    pub(super) role: Role,
    pub(super) depth: u8,
}

/// The name of an author or a site is at most this wide.
const MAX_SIGNATURE: usize = 40;

/// A title is at most this wide.
const MAX_TITLE: usize = 160;

/// A heading without a number stands right below the title.
const PLAIN_DEPTH: u8 = 2;

/// A line as wide as this is text if it ends as a sentence does, …
const MIN_TEXT: usize = 80;

/// … and one as wide as this in any case.
const MIN_LONG_TEXT: usize = 160;

/// Before the first text and after the last, this many lines may belong to the head and the foot of a
/// document without text of such width.
const MAX_FRAME: usize = 8;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

/// Whether a line is nothing but names.
pub(super) fn is_names(text: &str) -> bool {
    notes::is_names(text)
}

/// The names that a line gives with what those are who bear them.
pub(super) fn signed_by(text: &str) -> Option<&str> {
    notes::signed_by(text)
}

/// Whether a line says where somebody works, and as what.
pub(super) fn is_affiliation(text: &str) -> bool {
    notes::is_affiliation(text)
}

/// Assigns a role to each unit. A line of the head that says one of the `titles` is the title.
pub(super) fn assign(units: &[Unit], titles: &[&str]) -> Vec<Assigned> {
    let shape = Shape::of(units, titles);
    let mut assigned: Vec<Assigned> = Vec::with_capacity(units.len());
    let mut part = Part::Text;
    for n in 0..units.len() {
        let line = rules::assign(&Line { units, n, shape: &shape, part, before: &assigned });
        part = part_after(units, n, &shape, part, line);
        assigned.push(line);
    }
    mark_signatures(units, &mut assigned);
    mark_boxes(units, &mut assigned);
    mark_foot(units, &shape, &mut assigned);
    assigned
}

/// What part of a document a unit stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    /// Under the heading of a bibliography or of notes.
    References,
    /// Under the heading of what is said of the authors.
    Notes,
    /// Under a line that heads links to other pages.
    Links,
    /// Under a line that heads what the site says of itself.
    Blurb,
}

/// What the document as a whole looks like.
struct Shape {
    /// Whether blank lines stand between most paragraphs; if not, a blank line means something.
    parts_by_blanks: bool,
    /// Whether it means that a heading follows.
    headed_by_blanks: bool,
    /// The unit that is the document's title.
    title: Option<usize>,
    /// The unit that is the name of the site, over the title.
    site: Option<usize>,
    /// Whether the unit after it says the title again in another language, or goes on with it.
    has_second_title: bool,
    /// The first and the last unit of running text.
    first_text: usize,
    last_text: usize,
    /// Depths of the headings with numbers, 0 for every other unit.
    numbered: Vec<u8>,
    /// Whether headings are marked, as Markdown does.
    has_marked_headings: bool,
    /// For each unit, whether entries of a bibliography are to come.
    entries_to_come: Vec<bool>,
    /// Who speaks in it, if it is a transcript, as the lines write it.
    speakers: Vec<String>,
    /// Units that are the number or the running head of a page.
    page: Vec<bool>,
    /// Units that are the number of a chapter or the year of a chronicle.
    chapter: Vec<bool>,
    /// The notes at the end that the text points to by their numbers: from the first one to behind the last.
    notes: Range<usize>,
}

impl Shape {
    fn of(units: &[Unit], titles: &[&str]) -> Shape {
        let at_the_end = notes::at_the_end(units);
        let after_blank = units.iter().skip(1).filter(|unit| unit.after_blank).count();
        let is_text = |n: &usize| {
            let text = &units[*n].text;
            let width = columns(text);
            units[*n].markup == Markup::None
                && (width >= MIN_LONG_TEXT || width >= MIN_TEXT && ends_sentence(text))
                && !furniture::is_furniture(text)
                && !notes::is_note(text)
                && !notes::is_caption(text)
                && !at_the_end.contains(n)
                && metadata::field(text).is_none()
        };
        let first_text = (0..units.len()).find(is_text);
        let last_text = (0..units.len()).rev().find(is_text);
        let (page, chapter) = pages(units);
        let first_text = first_text.unwrap_or(units.len().min(MAX_FRAME));
        let speakers = speakers(units);
        let small = small_words(units);
        let may_be_title = |n: usize| !page[n] && !begins_turn(&units[n].text, &speakers);
        let site = site(units);
        let below_site = |n: usize| may_be_title(n) && site != Some(n);
        // A site's page on itself has no other title.
        let given = given_title(units, first_text, titles);
        let other_title = given.or_else(|| title(units, first_text, &small, below_site));
        let site = site.filter(|site| other_title.is_some_and(|title| title != *site));
        let title = other_title.or_else(|| title(units, first_text, &small, may_be_title));
        let mut shape = Shape {
            headed_by_blanks: headed_by_blanks(units, first_text),
            parts_by_blanks: after_blank * 3 > units.len().saturating_sub(1),
            title,
            site,
            has_second_title: false,
            first_text,
            last_text: last_text.unwrap_or(units.len().saturating_sub(MAX_FRAME)),
            numbered: headings::numbered(units),
            has_marked_headings: units.iter().any(|unit| matches!(unit.markup, Markup::Heading(_))),
            entries_to_come: references::entries_to_come(units),
            speakers,
            page,
            chapter,
            notes: at_the_end,
        };
        shape.has_second_title = title.is_some_and(|title| {
            shape.is_second_title(units, title + 1) || shape.is_subtitle(units, title + 1)
        });
        shape
    }

    /// Whether the unit says the title in another script.
    fn is_second_title(&self, units: &[Unit], n: usize) -> bool {
        let is_han = |text: &str| text.chars().any(crate::folding::is_han);
        n + 1 < units.len()
            && n < self.first_text
            && may_be_title(&units[n])
            && columns(&units[n].text) > 8
            && is_han(&units[n].text) != is_han(&units[n - 1].text)
            && !notes::is_names(&units[n].text)
            && !is_site_name(&units[n].text)
    }

    /// Whether the unit goes on with the title: words with capitals, as titles have them, over who wrote it.
    fn is_subtitle(&self, units: &[Unit], n: usize) -> bool {
        n + 1 < self.first_text
            && may_be_title(&units[n])
            && units[n].text.split_whitespace().count() >= 5
            && references::has_many_capitals(&units[n].text)
            && !notes::is_names(&units[n].text)
            && metadata::is_author_line(&units[n + 1].text)
    }

    fn is_before_text(&self, n: usize) -> bool {
        n < self.first_text
    }

    fn is_after_text(&self, n: usize) -> bool {
        n > self.last_text
    }
}

/// Whether what follows a blank line is, but for the first text and a few others, a line right over a text. What
/// the site has put between two paragraphs, and notes, say nothing of that.
fn headed_by_blanks(units: &[Unit], first_text: usize) -> bool {
    let is_own = |n: &usize| {
        let text = &units[*n].text;
        units[*n].after_blank && !furniture::is_furniture(text) && !notes::is_note(text)
    };
    let after_blank: Vec<usize> = (first_text + 1..units.len()).filter(is_own).collect();
    let heading = |n: &&usize| headings::is_over_text(units, **n);
    let headings = after_blank.iter().filter(heading).count();
    headings > 1 && headings * 5 >= after_blank.len() * 4
}

/// The line of the head that says one of the titles which the curator gives.
fn given_title(units: &[Unit], first_text: usize, titles: &[&str]) -> Option<usize> {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let titles: Vec<String> = titles.iter().map(|title| letters(title)).collect();
    let is_given = |n: &usize| {
        let own = letters(&units[*n].text);
        !own.is_empty() && titles.contains(&own)
    };
    (0..=first_text.min(units.len().saturating_sub(2))).find(is_given).filter(|_| units.len() > 1)
}

/// The words that a document writes with a small letter.
fn small_words(units: &[Unit]) -> HashSet<String> {
    let words = units.iter().flat_map(|unit| unit.text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.starts_with(char::is_lowercase)).map(str::to_owned).collect()
}

/// Whether a line is nothing but names: a title of words with capitals looks so, but the text has most of them
/// without.
fn is_but_names(text: &str, small: &HashSet<String>) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let known = words().filter(|word| small.contains(&word.to_lowercase())).count();
    notes::is_names(text) && known * 2 <= words().count()
}

/// The title: the first line of the head that could be one; a word or a short name only where no
/// longer line follows, as papers and pages set their series or section over the title.
fn title(
    units: &[Unit],
    first_text: usize,
    small: &HashSet<String>,
    may_be: impl Fn(usize) -> bool,
) -> Option<usize> {
    let may_be = |n: &usize| may_be_title(&units[*n]) && may_be(*n) && units.len() > n + 1;
    let head = 0..=first_text.min(units.len().saturating_sub(1));
    if let Some(marked) = head.clone().find(|&n| units[n].markup == Markup::Heading(1)) {
        return Some(marked);
    }
    let first = head.clone().find(may_be)?;
    let is_kicker = |n: usize| {
        let text = &units[n].text;
        let han = text.chars().filter(|c| crate::folding::is_han(*c)).count();
        let words = text.split_whitespace().count();
        notes::is_serial(text)
            || headings::is_kind(text)
            || if han > 0 { han <= 7 } else { words <= 1 }
    };
    // Whose letter it is stands over its symbol.
    let is_letterhead = units[first].text.split_whitespace().count() <= 3
        && units.get(first + 1).is_some_and(|next| notes::is_serial(&next.text))
        || notes::is_letterhead(&units[first].text)
            && may_be(&(first + 1))
            && units[first + 1].text.contains(char::is_lowercase);
    if !is_kicker(first) && !is_letterhead {
        return Some(first);
    }
    // A kicker stands alone, a few lines above; below a symbol come more lines of its kind.
    let lines = if is_letterhead { MAX_FRAME } else { 4 };
    let longer = (first + 1..first_text.min(first + lines))
        .find(|n| may_be(n) && !is_kicker(*n) && columns(&units[*n].text) >= 16);
    longer.filter(|&n| !is_but_names(&units[n].text, small)).or(Some(first))
}

/// The name of the site in the first line, as the notice of rights at the end has it, or over the bar of its parts.
fn site(units: &[Unit]) -> Option<usize> {
    let name = units.first().map(|unit| unit.text.as_str())?;
    let is_name = columns(name) <= MAX_SIGNATURE && name.chars().any(char::is_alphabetic);
    if !is_name || units.len() <= MAX_FRAME {
        return None;
    }
    let has_article = name.get(..4).is_some_and(|article| article.eq_ignore_ascii_case("the "));
    let bare = if has_article { &name[4..] } else { name };
    // As a whole: the holder of “© 2014 The Valley Ledger” is not called “Valley”. The firm may be called after
    // the paper: “Valley Ledger Media Ltd”.
    let holder = regex(&format!(
        r"(?i)(©|\(c\)|copyright|版权所有|版權所有|\d{{4}}|\bby)[\s\-–,:：]*(the\s)?{}(\s(media|news(papers)?|group|publish(ing|ers)|company|co|ltd|limited|inc|llc|plc|corp(oration)?))*\s*($|[.,;|｜。，(（]|all rights|版权|版權|保留)",
        regex::escape(bare)
    ));
    let is_over_bar = units.get(1).is_some_and(|unit| furniture::is_navigation(&unit.text));
    let is_holder = || units.iter().rev().take(MAX_FRAME).any(|unit| holder.is_match(&unit.text));
    (is_over_bar || is_holder()).then_some(0)
}

fn may_be_title(unit: &Unit) -> bool {
    let text = &unit.text;
    unit.markup == Markup::None
        && columns(text) <= MAX_TITLE
        && !ends_sentence_but_question(text)
        && !begins_item(text)
        && !furniture::is_furniture(text)
        && !notes::is_caption(text)
        && !notes::is_note(text)
        && !headings::is_section(text)
        && metadata::field(text).is_none()
        && !metadata::is_byline(text)
        && !metadata::is_date(text)
        && !metadata::is_row(text)
        && text.chars().any(char::is_alphabetic)
}

/// Who speaks: what stands before the colon of several short or long lines.
fn speakers(units: &[Unit]) -> Vec<String> {
    let mut turns: HashMap<&str, usize> = HashMap::new();
    for unit in units.iter().filter(|unit| unit.markup != Markup::Field) {
        if let Some(speaker) = speaker(&unit.text) {
            *turns.entry(speaker).or_default() += 1;
        }
    }
    turns.retain(|_, turns| *turns > 1);
    // One alone is a label: “Source: …” under several figures.
    if turns.len() < 2 {
        return Vec::new();
    }
    turns.into_keys().map(str::to_owned).collect()
}

/// What stands before the colon of a line; before that of a line on the author, too, as a journalist (记者)
/// asks in many lines and is named in one.
fn speaker(text: &str) -> Option<&str> {
    // The stop behind the letter of a question: Q. Where is the bridge?
    if text.starts_with("Q. ") && text.ends_with(['?', '？']) {
        return Some("Q");
    }
    let at = text.find([':', '：'])?;
    let speaker = counted(text[..at].trim());
    let is_name = columns(speaker) <= 30 && speaker.chars().next()?.is_alphabetic();
    let is_field = metadata::field(text).is_some_and(|(field, value)| {
        field != metadata::Field::Author || value.is_empty() || notes::is_affiliation(value)
    });
    (is_name && !is_field).then_some(speaker)
}

/// Whose turn a question is, if nobody is named.
const ASKS: [&str; 6] = ["Q", "Question", "问", "問", "提问", "提問"];

/// And whose an answer is.
const ANSWERS: [&str; 4] = ["A", "Answer", "答", "回答"];

/// Who asks or answers, without the number of the question, or who it is of: Q3, 问3, Q (Daily Example).
fn counted(speaker: &str) -> &str {
    let bare = match speaker.split_once(['(', '（']) {
        Some((bare, of)) if of.ends_with([')', '）']) => bare.trim_end(),
        _ => speaker.trim_end_matches(char::is_numeric).trim_end(),
    };
    if ASKS.contains(&bare) || ANSWERS.contains(&bare) { bare } else { speaker }
}

/// Whether a line is a question that one answers right behind it: “Last question: …?”, then “A: …”.
fn is_answered(units: &[Unit], n: usize, shape: &Shape) -> bool {
    let is_question = |unit: &Unit| unit.text.ends_with(['?', '？']);
    let is_answer = |unit: &Unit| {
        begins_turn(&unit.text, &shape.speakers)
            && speaker(&unit.text).is_some_and(|speaker| ANSWERS.contains(&speaker))
    };
    // The question may be said in two languages.
    let after = units[n + 1..].iter().take(2).find(|unit| !is_question(unit));
    is_question(&units[n]) && after.is_some_and(is_answer)
}

/// Which units are the number of a page, or what is printed at the head of each page beside it; and which are
/// numbers over chapters.
fn pages(units: &[Unit]) -> (Vec<bool>, Vec<bool>) {
    let is_number = |unit: &Unit| {
        let digits = unit.text.trim_matches(|c: char| !c.is_alphanumeric());
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let names_page = |unit: &Unit| {
        let text = unit.text.to_lowercase();
        (text.starts_with("page ") || text.starts_with('第') && text.ends_with(['页', '頁']))
            && columns(&text) <= 16
    };
    let stands_alone =
        |n: usize| units[n].after_blank && units.get(n + 1).is_none_or(|next| next.after_blank);
    let numbers: Vec<usize> = (0..units.len())
        .filter(|&n| names_page(&units[n]) || is_number(&units[n]) && stands_alone(n))
        .collect();
    let mut page = vec![false; units.len()];
    let mut chapter = vec![false; units.len()];
    if numbers.len() < 2 {
        return (page, chapter);
    }
    if are_chapters(units, &numbers) {
        numbers.iter().for_each(|&n| chapter[n] = true);
        return (page, chapter);
    }
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for unit in units {
        *uses.entry(unit.text.as_str()).or_default() += 1;
    }
    for &n in &numbers {
        page[n] = true;
        for beside in [n.checked_sub(1), Some(n + 1)].into_iter().flatten() {
            let is_running =
                |unit: &Unit| columns(&unit.text) <= 80 && uses[unit.text.as_str()] > 1;
            if units.get(beside).is_some_and(is_running) {
                let text = units[beside].text.as_str();
                let first = units.iter().position(|unit| unit.text == text);
                // Where it stands first it may be the title; what is known of the document is said again.
                page[beside] = first != Some(beside) && !metadata::is_row(text);
            }
        }
    }
    (page, chapter)
}

/// Whether numbers that stand alone are of chapters (1, 2, 3 …) or of years: each after the end of a sentence
/// or right below the title, where a page ends as it comes, and each over a text.
fn are_chapters(units: &[Unit], numbers: &[usize]) -> bool {
    let values: Vec<u32> = numbers.iter().map_while(|&n| units[n].text.parse().ok()).collect();
    let are_counted = values.iter().zip(1..).all(|(value, n)| *value == n);
    let are_years = values.iter().all(|value| (1000..=2100).contains(value))
        && values.is_sorted_by(|a, b| a < b);
    let is_text =
        |unit: &Unit| ends_sentence(&unit.text) && unit.text.chars().any(char::is_alphabetic);
    // A chapter may have a name as well.
    let is_over_text = |n: usize| units.iter().skip(n + 1).take(2).any(is_text);
    let is_after_text = |n: usize| match n.checked_sub(1) {
        Some(before) => before == 0 || ends_sentence(&units[before].text),
        None => false,
    };
    values.len() == numbers.len()
        && (are_counted || are_years)
        && numbers
            .iter()
            .enumerate()
            .all(|(nth, &n)| is_over_text(n) && (nth == 0 || is_after_text(n)) && n > 0)
}

/// Whether a line is the title of the table or figure whose number stands on the line before it.
fn titles_table(units: &[Unit], n: usize) -> bool {
    let is_bare = n.checked_sub(1).is_some_and(|n| notes::is_bare_caption(&units[n].text));
    is_bare
        && units.get(n).is_some_and(|unit| {
            !unit.after_blank && columns(&unit.text) <= MAX_TITLE && !ends_sentence(&unit.text)
        })
}

/// Whether a line stands over the turns of a talk, short as they may be; behind an answer over a question.
fn heads_turns(units: &[Unit], n: usize, shape: &Shape, before: &[Assigned]) -> bool {
    let is_turn =
        |n: usize| units.get(n).is_some_and(|unit| begins_turn(&unit.text, &shape.speakers));
    let is_question = |n: usize| {
        let speaker = units.get(n).and_then(|unit| speaker(&unit.text));
        speaker.is_some_and(|speaker| ASKS.contains(&speaker))
    };
    let asks = is_question(n + 1);
    let is_end = |n: usize| {
        (!is_turn(n) || asks && !is_question(n))
            && (ends_sentence(&units[n].text) || before[n].role == Role::Caption)
    };
    is_turn(n + 1) && n.checked_sub(1).is_some_and(is_end) && headings::can_be_plain(units, n)
}

/// Whether text stands under a marked heading, or a part of it does, and not what sites have under one of that
/// name.
fn heads_own_text(units: &[Unit], n: usize, depth: u8) -> bool {
    let text = units[n].text.as_str();
    let is_sites = furniture::heads_links(text)
        || furniture::heads_blurb(text)
        || furniture::is_notice(text)
        || !text.chars().any(char::is_alphanumeric);
    let is_text = |text: &str| columns(text) * 2 >= MIN_TEXT && ends_sentence(text);
    !is_sites
        && units.get(n + 1).is_some_and(|next| match next.markup {
            Markup::Heading(next) => next > depth,
            _ => is_text(&next.text) && !furniture::is_furniture(&next.text),
        })
}

impl Assigned {
    pub(super) const fn role(role: Role) -> Assigned {
        Assigned { role, depth: 0 }
    }

    const fn heading(depth: u8) -> Assigned {
        Assigned { role: Role::Heading, depth }
    }
}

/// Whether what the site says of itself begins here: at the very end alone, as a text may have a part
/// of that name.
fn heads_blurb(units: &[Unit], n: usize, shape: &Shape) -> bool {
    furniture::heads_blurb(&units[n].text)
        && (shape.is_after_text(n) || units.len() - n <= MAX_FRAME)
}

/// The part that the units after this one stand in.
fn part_after(units: &[Unit], n: usize, shape: &Shape, part: Part, line: Assigned) -> Part {
    let text = units[n].text.as_str();
    if furniture::heads_links(text) {
        return Part::Links;
    }
    if heads_blurb(units, n, shape) {
        return Part::Blurb;
    }
    if furniture::heads_comments(text) {
        return Part::Text;
    }
    match line.role {
        // Notes on the authors close a bibliography, unless entries are to come.
        Role::Metadata if part == Part::References && notes::is_note(text) => {
            let is_entry = |unit: &Unit| notes::is_reference(&unit.text) || begins_item(&unit.text);
            if units[n + 1..].iter().any(is_entry) { part } else { Part::Text }
        }
        Role::Heading if headings::heads_references(text) => {
            if references::heads_prose(units, n) {
                Part::Text
            } else {
                Part::References
            }
        }
        Role::Heading if headings::heads_notes(text) => Part::Notes,
        Role::Heading
            if part == Part::References
                && headings::parts_references(text)
                && !references::ends(units, n, &shape.entries_to_come) =>
        {
            part
        }
        Role::Heading | Role::Content => Part::Text,
        _ => part,
    }
}

/// Author, source, date, keywords: by their own words, or, in the head and the foot of a document, by
/// their form.
fn is_metadata(units: &[Unit], n: usize, shape: &Shape, part: Part, before: &[Assigned]) -> bool {
    let text = units[n].text.as_str();
    let is_field = metadata::field(text)
        .is_some_and(|(field, _)| field != metadata::Field::Author || !is_turn(units, n, shape));
    // Initials sign what stands before them.
    let is_signed = || n * 2 > units.len() && notes::is_initials(text);
    if is_field || notes::is_note(text) || metadata::tags(text).is_some() || is_signed() {
        return true;
    }
    let is_near_title = shape.title.is_some_and(|title| n > title && n <= title + MAX_FRAME);
    // In the middle of a text, “By Land and Sea” is one only under a heading or beside another.
    let is_headed =
        before.last().is_some_and(|line| matches!(line.role, Role::Heading | Role::Metadata));
    if metadata::is_sure_byline(text)
        || metadata::is_doi(text) && part != Part::References
        || is_near_title && notes::signed_by(text).is_some()
        || metadata::is_author_line(text) && (is_near_title || is_headed)
        || is_near_title && (metadata::is_date(text) || metadata::is_row(text))
        || is_headed
            && notes::names_those_there(text)
            && !ends_sentence(text)
            && !is_turn(units, n, shape)
    {
        return true;
    }
    let is_before = shape.is_before_text(n);
    if is_before && is_near_title && metadata::is_dateline(text) {
        return true;
    }
    if !is_before && !shape.is_after_text(n) {
        return false;
    }
    if metadata::is_byline(text) || metadata::is_date(text) {
        return true;
    }
    if !is_before {
        return notes::is_affiliation(text) && text.contains(['*', '@'])
            || is_address(text) && part != Part::References;
    }
    let title = shape.title;
    let is_over_title = title.is_some_and(|title| n < title);
    is_over_title
        || notes::is_serial(text)
        || metadata::original(text).is_some()
        || title.is_some_and(|title| n == title + 1) && is_site_name(text)
        || is_near_title
            && !ends_sentence(text)
            && !begins_item(text)
            && (notes::is_affiliation(text)
                || notes::names_those_there(text) && !is_turn(units, n, shape)
                || is_address(text)
                || notes::is_names(text) && follows_names(units, n, shape))
}

/// Whether there are only bylines and the like between the title and this line of names; a heading may
/// look like a name.
fn follows_names(units: &[Unit], n: usize, shape: &Shape) -> bool {
    let title = shape.title.unwrap_or(0) + usize::from(shape.has_second_title);
    let is_latin = !units[n].text.chars().any(crate::folding::is_han);
    let text = units[n].text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_only_name = n + 1 < units.len()
        && shape.numbered[n] == 0
        && !headings::is_section(text)
        && (is_latin || text.chars().count() <= 4 || text.contains([' ', '、']));
    let between = (title + 1..n).all(|n| {
        let text = units[n].text.as_str();
        metadata::field(text).is_some_and(|(field, _)| field != metadata::Field::Author)
            || metadata::is_byline(text) && !metadata::is_author_line(text)
            || metadata::is_date(text)
            || notes::is_names(text)
            || notes::is_serial(text)
            || notes::is_affiliation(text)
            || furniture::is_furniture(text)
    });
    // Names that head a paragraph right below are a heading all the same.
    let heads_section = units.get(n + 1).is_some_and(|next| {
        columns(&next.text) >= MIN_TEXT && !next.after_blank && units[n].after_blank
    });
    is_only_name && between && !heads_section
}

/// An address on the net or for mail, with hardly a word around it.
fn is_address(text: &str) -> bool {
    text.split_whitespace().count() <= 3
        && (text.contains("://") || text.starts_with("www.") || text.contains('@'))
}

/// The name of the site, right below the title: one word in small letters, as in an address.
fn is_site_name(text: &str) -> bool {
    text.len() <= 40
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// Whether somebody speaks in this line of a transcript.
fn is_turn(units: &[Unit], n: usize, shape: &Shape) -> bool {
    let text = units[n].text.as_str();
    // Whose name stands in the head has not begun to speak.
    let names_author = || {
        let value = metadata::field(text).map_or("", |(_, value)| value);
        notes::is_names(value) && shape.is_before_text(n)
    };
    begins_turn(text, &shape.speakers) && !names_author()
}

/// Whether a line begins with one of those who speak.
fn begins_turn(text: &str, speakers: &[String]) -> bool {
    speaker(text).is_some_and(|speaker| speakers.iter().any(|other| other == speaker))
}

/// A line under a line that heads links: short, no sentence, and no heading over a paragraph of its own.
fn is_link(units: &[Unit], n: usize) -> bool {
    let text = units[n].text.as_str();
    let is_said_before = |text: &str| {
        let beginning: String = text.chars().take(MIN_TEXT / 2).collect();
        units[..n].iter().any(|unit| unit.text.starts_with(&beginning))
    };
    let heads_text = units.get(n + 1).is_some_and(|next| {
        columns(&next.text) >= MIN_TEXT
            && ends_sentence(&next.text)
            && !furniture::is_furniture(&next.text)
            && !is_said_before(&next.text)
    });
    columns(text) <= MAX_TITLE && !ends_sentence_but_question(text) && !heads_text
}

/// Words under a picture that the copy has lost: in a document that does not part its paragraphs by
/// blank lines, what follows one and does not end as a sentence does.
fn is_picture_line(unit: &Unit, shape: &Shape, text: &str) -> bool {
    !shape.parts_by_blanks
        && unit.after_blank
        && columns(text) > 30
        && columns(text) <= 240
        && !ends_sentence(text)
}

/// Whether a line could be a heading that stands right on its text, in a document that has a blank line before
/// each of its headings and hardly elsewhere.
fn stands_on_text(units: &[Unit], n: usize, shape: &Shape) -> bool {
    shape.headed_by_blanks && headings::is_over_text(units, n)
}

fn ends_sentence(text: &str) -> bool {
    ends_sentence_but_question(text) || text.ends_with(['?', '？'])
}

fn ends_sentence_but_question(text: &str) -> bool {
    let text = without_note_number(text)
        .trim_end_matches(['”', '"', '』', '」', ')', '’', '）', '*', '_', '…']);
    text.ends_with(['。', '.', '!', '！', ';', '；', ',', '，', ':', '：', '、'])
        && !text.ends_with("etc.")
}

/// A sentence may end with the number of a note: `… at all.[3]`, `…。12`.
fn without_note_number(text: &str) -> &str {
    let is_raised = |c: char| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹');
    let digits = text
        .trim_end_matches([']', '〕'])
        .trim_end_matches(|c: char| c.is_ascii_digit() || is_raised(c));
    let rest = digits.trim_end_matches(['[', '〔']);
    // Raised numbers may stand behind a space, others are what is said.
    let rest = if text.ends_with(is_raised) { rest.trim_end() } else { rest };
    let is_note = text[rest.len()..].chars().count() <= 5 && rest.len() < text.len();
    if is_note && rest.ends_with(['。', '.', '”', '"', '」', '!', '！']) { rest } else { text }
}

/// What comes after the copyright notice or between pieces of furniture at the very end belongs to the
/// site; a line that begins with an author's name says who that is.
fn mark_foot(units: &[Unit], shape: &Shape, assigned: &mut [Assigned]) {
    let foot = shape.last_text + 1;
    let is_own =
        |line: &Assigned| matches!(line.role, Role::Content | Role::Heading) && line.depth != 1;
    if let Some(notice) = (foot..units.len()).find(|&n| furniture::is_notice(&units[n].text)) {
        // The title, printed again, is a repeat.
        let title = shape.title.map(|title| units[title].text.as_str());
        for n in notice..units.len() {
            if is_own(&assigned[n]) && Some(units[n].text.as_str()) != title {
                assigned[n] = Assigned::role(Role::Boilerplate);
            }
        }
    }
    let authors = metadata::authors(units, assigned);
    for n in shape.last_text.saturating_sub(1)..units.len() {
        let text = units[n].text.as_str();
        let is_on_author = authors.iter().any(|author| {
            text.strip_prefix(author.as_str()).is_some_and(|rest| {
                [
                    " is ",
                    " was ",
                    " has ",
                    " teaches ",
                    " writes ",
                    " covers ",
                    ",",
                    "，",
                    "是",
                    "系",
                    "为",
                    "係",
                    "為",
                ]
                .iter()
                .any(|verb| rest.starts_with(verb))
            })
        });
        let is_last_of_text = (n + 1..units.len())
            .all(|n| !matches!(assigned[n].role, Role::Content | Role::Heading));
        let is_on_author = is_on_author || notes::says_who(text) && is_last_of_text;
        if is_on_author && is_own(&assigned[n]) && (n >= foot || is_last_of_text) {
            assigned[n] = Assigned::role(Role::Metadata);
        }
    }
}

/// A box on the author, as magazines set it: the name alone, and below it what he or she is.
fn mark_boxes(units: &[Unit], assigned: &mut [Assigned]) {
    let authors = metadata::authors(units, assigned);
    let is_box = |n: &usize| {
        let is_author = authors.iter().any(|author| *author == units[*n].text);
        let clause = units[n + 1].text.split([',', '，', '。', '、']).next().unwrap_or_default();
        is_author && assigned[n + 1].role == Role::Content && notes::is_affiliation(clause)
    };
    let boxes: Vec<usize> =
        (units.len() / 2..units.len().saturating_sub(1)).filter(is_box).collect();
    for n in boxes {
        assigned[n] = Assigned::role(Role::Metadata);
        assigned[n + 1] = Assigned::role(Role::Metadata);
    }
}

/// The name of the author or the site, again, at the end of the document: furniture, unlike at its
/// head.
fn mark_signatures(units: &[Unit], assigned: &mut [Assigned]) {
    let is_text =
        |n: &usize| assigned[*n].role == Role::Content && columns(&units[*n].text) > MAX_SIGNATURE;
    let last_text = (0..units.len()).rev().find(is_text).unwrap_or(0);
    let heads: Vec<String> = units[..last_text]
        .iter()
        .zip(&*assigned)
        .filter(|(_, line)| line.role == Role::Metadata)
        .map(|(unit, _)| unit.text.clone())
        .collect();
    for n in last_text + 1..units.len() {
        let text = units[n].text.as_str();
        let is_signature =
            columns(text) <= MAX_SIGNATURE && heads.iter().any(|head| head.contains(text));
        if is_signature && assigned[n].role != Role::Reference {
            assigned[n] = Assigned::role(Role::Boilerplate);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::split;
    use super::*;

    fn roles(text: &str) -> Vec<(&'static str, u8)> {
        let assigned = assign(&split(text, false), &[]);
        assigned.into_iter().map(|p| (p.role.as_str(), p.depth)).collect()
    }

    #[test]
    fn the_name_of_a_site_is_told_by_its_notice() {
        let site_of = |name: &str, notice: &str| {
            let lines = [name, "A title", "b", "c", "d", "e", "f", "g", "h", notice];
            site(&split(&lines.join("\n\n"), false))
        };
        assert_eq!(site_of("THE VALLEY LEDGER", "© 2009–2014 The Valley Ledger"), Some(0));
        assert_eq!(site_of("河谷週報", "© 2014 河谷週報 版權所有"), Some(0));
        assert_eq!(site_of("THE VALLEY LEDGER", "© 2014 Valley Ledger Media Ltd."), Some(0));
        assert_eq!(site_of("Valley", "© 2009–2014 The Valley Ledger"), None);
        assert_eq!(site_of("Valley", "© 2014 Valley Mills Ltd"), None);
        let lines = |bar: &str| {
            let lines = ["河谷週報 Valley Weekly", bar, "A title", "b", "c", "d", "e", "f", "g"];
            site(&split(&lines.join("\n\n"), false))
        };
        assert_eq!(lines("國際 | 財經 | 人物 | 生活 | 藝文"), Some(0));
        assert_eq!(lines("Facebook | X | Email | Print | Save"), None);
        assert_eq!(site_of("2014", "© 2014 The Valley Ledger"), None);
        assert_eq!(
            site_of("The mill", "The book on the mill came out in 2014, the mill stood."),
            None
        );
    }

    #[test]
    fn the_title_may_stand_under_a_kicker() {
        let titled = |kicker: &str, title: &str, rest: &str, titles: &[&str]| {
            let text = format!("{kicker}\n{title}\nJane Doe, Staff Writer\n\n{LONG}\n{rest}");
            let assigned = assign(&split(&text, false), titles);
            assigned.iter().position(|line| line.depth == 1)
        };
        assert_eq!(titled("ESSAY", "The Mill That Wasn't", "", &[]), Some(1));
        assert_eq!(titled("NEWS", "Upper Mill Burns Down", "", &[]), Some(0));
        let rest = "When mills burn, they fall down.";
        assert_eq!(titled("NEWS", "Upper Mill Burns Down", rest, &[]), Some(0));
        let rest = "The upper mill burns, and the roof comes down.";
        assert_eq!(titled("NEWS", "Upper Mill Burns Down", rest, &[]), Some(1));
        assert_eq!(titled("NEWS", "Upper Mill", "", &["Upper mill"]), Some(1));
        assert_eq!(titled("Rivers", "Jane Doe and John Roe", "", &["Bridges"]), Some(0));
    }

    #[test]
    fn what_a_site_or_an_agency_adds_heads_nothing() {
        for line in [
            "Listen to this article  ·  9:14 min",
            "某某社上村1月13日电(记者 张三 李四)",
            "Posted on May 3, 2014 by admin",
            "DOI: 10.1000/182",
            "原标题:河谷的桥",
            "举报/反馈",
            "註1:見張三,《橋與路》(上村:某某出版社,2001),頁33。",
        ] {
            let text = format!("标题在这里\n{LONG}\n{line}\n{LONG}");
            let role = roles(&text)[2].0;
            assert!(!["heading", "content"].contains(&role), "{line}: {role}");
        }
    }

    #[test]
    fn a_title_may_go_on_below_itself_over_who_wrote_it() {
        let head = |second: &str| {
            let text =
                format!("The Mill and the River\n{second}\nBy Jane Doe\nMay/June 2014\n\n{LONG}");
            roles(&text).into_iter().map(|role| role.0).take(4).collect::<Vec<_>>()
        };
        let title = head("Why the Oldest Bridge in the Valley Still Stands");
        assert_eq!(title, ["heading", "heading", "metadata", "metadata"]);
        let text = head("The miller has not said a word about it for years");
        assert_eq!(text[1], "content");
    }

    #[test]
    fn what_papers_have_behind_their_notes_is_no_reference() {
        let text = format!(
            "标题在这里\n{LONG}\n注释\n[1]张三:《桥》,某某出版社,2001年。\n[2]李四:《路》,某某出版社,2004年。\nAbstract: After the flood the two villages vied with one another to rebuild the mill, and the article traces it.\n〔作者简介〕张三,男,1984年生,某大学副教授。\n〔责任编辑:李 四〕"
        );
        let roles: Vec<&str> = roles(&text).iter().map(|role| role.0).skip(2).collect();
        let expected = ["heading", "reference", "reference", "content", "metadata", "metadata"];
        assert_eq!(roles, expected);
    }

    #[test]
    fn a_line_over_turns_is_a_heading() {
        let talk = format!(
            "标题在这里的访谈\n{LONG}\n访谈/某某:桥还在\n问:桥在哪里?\n答:在上村。\n问(某某报):桥多长?\n答:十里。\n桥头的人不说话"
        );
        let is_heading: Vec<bool> = roles(&talk).iter().map(|role| role.0 == "heading").collect();
        assert_eq!(is_heading, [true, false, true, false, false, false, false, false]);
    }

    #[test]
    fn a_line_between_an_answer_and_a_question_is_a_heading() {
        let talk = format!(
            "What the ferryman said\n{LONG}\nOver the river\nQ. Where is the bridge?\nDoe: In the upper village.\nTwo purses\nQ. Who pays?\nDoe: The mill does.\nAnd the miller,\nDoe: Who went."
        );
        let is_heading: Vec<bool> = roles(&talk).iter().map(|role| role.0 == "heading").collect();
        assert_eq!(is_heading, [true, false, true, false, false, true, false, false, false, false]);
    }

    #[test]
    fn whose_report_it_is_stands_in_capitals_over_the_title() {
        let report = format!(
            "VALLEY RIVERS MONITORING COMMITTEE\nBarges by night: the trade of the valley\n\n{LONG}\n{LONG}"
        );
        assert_eq!(roles(&report)[..2], [("metadata", 0), ("heading", 1)]);
        let news = format!("FERRY SINKS IN THE VALLEY\nThe miller was saved\n\n{LONG}\n{LONG}");
        assert_eq!(roles(&news)[0], ("heading", 1));
    }

    #[test]
    fn a_quoted_line_over_a_text_is_a_heading_unless_the_text_says_it() {
        let text = format!(
            "标题在这里\n{LONG}\n「桥断了,人还在」\n{LONG}\n「同意继续保持高层往来」\n{LONG}"
        );
        let is_heading: Vec<bool> = roles(&text).iter().map(|role| role.0 == "heading").collect();
        assert_eq!(is_heading, [true, false, true, false, false, false]);
    }

    #[test]
    fn a_table_has_its_number_and_its_title_over_its_rows() {
        let text = format!(
            "The bridges\n\n{LONG}\n\nTable 2\nBridges by village (number)\nUpper Mill ........ 4\nAlder ........ 11\n{LONG}"
        );
        let roles: Vec<&str> = roles(&text).iter().map(|role| role.0).collect();
        let expected =
            ["heading", "content", "caption", "caption", "content", "content", "content"];
        assert_eq!(roles, expected);
    }

    #[test]
    fn the_author_is_named_again_in_a_box() {
        let text =
            format!("标题在这里\n文/张大山\n\n{LONG}\n{LONG}\n张大山\n河谷日报记者,著有《桥》。");
        let roles: Vec<&str> = roles(&text).iter().map(|role| role.0).collect();
        assert_eq!(roles, ["heading", "metadata", "content", "content", "metadata", "metadata"]);
    }

    const LONG: &str = "两国在经济、贸易、能源和交通等领域的合作不断扩大,双方签署了多项协议,并就地区局势交换了意见,同意继续保持高层往来。";

    #[test]
    fn an_article_is_read_by_its_shape() {
        let text = format!(
            "标题在这里\n\n某某网 2024-11-05 14:57:48\n\n{LONG}\n\n一、引言\n\n{LONG}\n\n(一)背景\n\n{LONG}\n\n图1. 两国领导人会晤\n\n{LONG}\n\n0 阅读:2\n\n某某网\n\n简介:专注信息服务。"
        );
        let expected = [
            ("heading", 1),
            ("metadata", 0),
            ("content", 0),
            ("heading", 2),
            ("content", 0),
            ("heading", 3),
            ("content", 0),
            ("caption", 0),
            ("content", 0),
            ("boilerplate", 0),
            ("boilerplate", 0),
            ("boilerplate", 0),
        ];
        assert_eq!(roles(&text), expected);
    }
}
