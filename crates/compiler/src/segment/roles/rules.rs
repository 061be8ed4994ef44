//! Which rule says what a line is? They are asked in this order, and the first that knows the line decides; the order is
//! what they know of each other.

use vitrine_corpus::model::Role;

use super::super::units::{Markup, Unit};
use super::{Assigned, PLAIN_DEPTH, Part, Shape, furniture, headings, notes, references};
use super::{
    heads_blurb, heads_own_text, heads_turns, is_answered, is_link, is_metadata, is_picture_line,
    is_turn, stands_on_text, titles_table,
};

/// A line, and what is known of it when it is reached.
pub(super) struct Line<'a> {
    pub(super) units: &'a [Unit],
    /// Which of the units it is.
    pub(super) n: usize,
    pub(super) shape: &'a Shape,
    pub(super) part: Part,
    /// What the lines before it are.
    pub(super) before: &'a [Assigned],
}

/// What a line is, if this rule knows.
type Rule = fn(&Line<'_>) -> Option<Assigned>;

const RULES: [Rule; 20] = [
    code,
    front_matter,
    number_or_chapter,
    marked_over_own_text,
    furniture_of_the_site,
    title,
    marked,
    second_title,
    caption_of_what_follows,
    head_matter,
    caption,
    listed_reference,
    reference,
    turn,
    numbered,
    note,
    link,
    kicker,
    picture_line,
    plain_heading,
];

/// What a line is: text, if no rule knows better.
pub(super) fn assign(line: &Line<'_>) -> Assigned {
    RULES.iter().find_map(|rule| rule(line)).unwrap_or(Assigned::role(Role::Content))
}

impl Line<'_> {
    fn unit(&self) -> &Unit {
        &self.units[self.n]
    }

    fn text(&self) -> &str {
        &self.unit().text
    }

    fn is_last(&self) -> bool {
        self.n + 1 == self.units.len()
    }
}

fn role_if(is_one: bool, role: Role) -> Option<Assigned> {
    is_one.then_some(Assigned::role(role))
}

fn heading_if(is_one: bool, depth: u8) -> Option<Assigned> {
    is_one.then_some(Assigned::heading(depth))
}

fn code(line: &Line<'_>) -> Option<Assigned> {
    role_if(line.unit().markup == Markup::Code, Role::Content)
}

fn front_matter(line: &Line<'_>) -> Option<Assigned> {
    let says_something = line.text().chars().any(char::is_alphanumeric);
    role_if(line.unit().markup == Markup::Field && says_something, Role::Metadata)
}

fn number_or_chapter(line: &Line<'_>) -> Option<Assigned> {
    let is_one = headings::is_bare_number(line.units, line.n) || line.shape.chapter[line.n];
    heading_if(is_one, PLAIN_DEPTH)
}

/// Whoever marks a heading over a text of its own means it, whatever sites call so: ## Search.
fn marked_over_own_text(line: &Line<'_>) -> Option<Assigned> {
    let Markup::Heading(depth) = line.unit().markup else { return None };
    let is_one = line.part != Part::Blurb
        && line.shape.title != Some(line.n)
        && heads_own_text(line.units, line.n, depth);
    heading_if(is_one, depth.max(2))
}

fn furniture_of_the_site(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, shape, part, .. } = line;
    let is_one = furniture::is_furniture(line.text())
        || shape.page[n]
        || shape.is_after_text(n) && furniture::is_page_foot(line.text())
        || shape.site == Some(n)
        || part == Part::Blurb
        || heads_blurb(units, n, shape);
    role_if(is_one, Role::Boilerplate)
}

fn title(line: &Line<'_>) -> Option<Assigned> {
    heading_if(line.shape.title == Some(line.n), 1)
}

fn marked(line: &Line<'_>) -> Option<Assigned> {
    match line.unit().markup {
        Markup::Heading(depth) => Some(Assigned::heading(depth.max(2))),
        _ => None,
    }
}

fn second_title(line: &Line<'_>) -> Option<Assigned> {
    let is_below = line.shape.title.map(|title| title + 1) == Some(line.n);
    heading_if(line.shape.has_second_title && is_below, 1)
}

/// A caption goes on in the next line, or its number stands on a line of its own.
fn caption_of_what_follows(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, .. } = line;
    let follows_caption = line.before.last().is_some_and(|before| before.role == Role::Caption);
    let is_one = follows_caption && (notes::is_caption(line.text()) || titles_table(units, n))
        || notes::is_bare_caption(line.text()) && titles_table(units, n + 1);
    role_if(is_one, Role::Caption)
}

fn head_matter(line: &Line<'_>) -> Option<Assigned> {
    let is_one = is_metadata(line.units, line.n, line.shape, line.part, line.before);
    role_if(is_one, Role::Metadata)
}

fn caption(line: &Line<'_>) -> Option<Assigned> {
    role_if(notes::is_caption(line.text()), Role::Caption)
}

/// In a list of references all are, but for what parts it.
fn listed_reference(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, shape, part, .. } = line;
    let is_listed = part == Part::References && !references::ends(units, n, &shape.entries_to_come);
    if !is_listed || shape.numbered[n] > 0 && headings::parts_references(line.text()) {
        return None;
    }
    Some(match headings::is_section(line.text()) {
        true => Assigned::heading(PLAIN_DEPTH),
        false => Assigned::role(Role::Reference),
    })
}

fn reference(line: &Line<'_>) -> Option<Assigned> {
    let is_one = notes::is_reference(line.text()) || line.shape.notes.contains(&line.n);
    role_if(is_one, Role::Reference)
}

fn turn(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, shape, .. } = line;
    role_if(is_turn(units, n, shape) || is_answered(units, n, shape), Role::Content)
}

fn numbered(line: &Line<'_>) -> Option<Assigned> {
    let depth = line.shape.numbered[line.n];
    heading_if(depth > 0, depth)
}

fn note(line: &Line<'_>) -> Option<Assigned> {
    role_if(line.part == Part::Notes && !headings::is_section(line.text()), Role::Metadata)
}

fn link(line: &Line<'_>) -> Option<Assigned> {
    role_if(line.part == Part::Links && is_link(line.units, line.n), Role::Boilerplate)
}

fn kicker(line: &Line<'_>) -> Option<Assigned> {
    heading_if(headings::has_kicker(line.text()) && !line.is_last(), PLAIN_DEPTH)
}

fn picture_line(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, shape, .. } = line;
    let is_one = notes::is_credited(line.text())
        || is_picture_line(line.unit(), shape, line.text()) && !stands_on_text(units, n, shape);
    role_if(is_one, Role::Caption)
}

fn plain_heading(line: &Line<'_>) -> Option<Assigned> {
    let &Line { units, n, shape, before, .. } = line;
    let text = line.text();
    // Where headings are marked, nothing else is one but a line that is bold as a whole.
    let may_be_plain = !shape.has_marked_headings || text.starts_with("**") && text.ends_with("**");
    let is_plain = may_be_plain && headings::is_plain(units, n)
        || shape.headed_by_blanks && headings::is_over_text(units, n);
    let is_named = headings::is_section(text) && !line.is_last();
    let heads_turns = may_be_plain && heads_turns(units, n, shape, before);
    let is_one = is_plain || heads_turns || is_named || references::heads_entry(units, n);
    heading_if(is_one, PLAIN_DEPTH)
}
