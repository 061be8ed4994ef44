//! How is something drawn that only shows what there is? As plain data, of which
//! [`crate::browser::drawing`] makes elements.
//!
//! Each of Leptos' templates is a type of its own, with code of its own to draw it and to draw it anew.
//! Rows, marks and links need none of that: they are all this one type. What changes is drawn again as
//! data, and only where it differs do elements change; so the focus stays where it is.

use std::borrow::Cow;

use leptos::ev::Event;
use leptos::prelude::{AnyView, IntoAny, event_target_value};
use vitrine_corpus::model::ArchivedLocalized;

use super::live::Live;

/// A text, mostly one of the corpus or of the page's words.
pub type Text = Cow<'static, str>;

/// What an event does.
pub type Act = Box<dyn FnMut(Event) + Send>;

/// Names with what they are set to.
pub type Fixed = &'static [(&'static str, &'static str)];

/// Parts of the page that stand one behind the other; perhaps none.
#[derive(Default)]
pub struct Drawing(pub Vec<Part>);

/// What stands inside of an element.
pub enum Part {
    /// A text, never markup.
    Text(Text),
    /// An element.
    Tag(Tag),
}

/// An element.
pub struct Tag(Box<Element>);

struct Element {
    name: &'static str,
    fixed: Fixed,
    key: Option<u32>,
    attributes: Vec<(&'static str, Text)>,
    inside: Vec<Part>,
    acts: Vec<(&'static str, Option<Act>)>,
}

/// An element with the attributes that it always has.
///
/// A name that begins with a dot is no attribute but a property: what the reader may have changed, such
/// as `.value` of a choice. An empty text stands for no.
pub fn tag(name: &'static str, fixed: Fixed) -> Tag {
    let (key, attributes, inside, acts) = Default::default();
    Tag(Box::new(Element { name, fixed, key, attributes, inside, acts }))
}

/// A link.
pub fn link(address: String) -> Tag {
    tag("a", &[]).set("href", address)
}

/// A button.
pub fn button(
    class: &'static str,
    label: impl Into<Text>,
    act: impl FnMut() + Send + 'static,
) -> Tag {
    let button = tag("button", &[("type", "button")]).text(label).click(act);
    if class.is_empty() { button } else { button.set("class", class) }
}

/// `true` or `false`, as ARIA writes it.
pub const fn yes(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// A choice of one of several, each with its value and its name. `act` is told which.
pub fn select(
    fixed: Fixed,
    options: Vec<(String, Text)>,
    chosen: String,
    mut act: impl FnMut(String) + Send + 'static,
) -> Tag {
    let mut select = tag("select", fixed).set(".value", chosen);
    for (value, name) in options {
        select = select.with(tag("option", &[]).set("value", value).text(name));
    }
    select.on("change", move |event| act(event_target_value(&event)))
}

/// A part of the page that is drawn again when what it reads has changed.
pub fn drawn<D: Into<Drawing>>(mut draw: impl FnMut() -> D + Send + 'static) -> AnyView {
    let draw: Live = Box::new(move || draw().into().into_any());
    draw.into_any()
}

impl Tag {
    /// With an attribute.
    pub fn set(self, name: &'static str, value: impl Into<Text>) -> Tag {
        self.put(name, value.into())
    }

    /// With an attribute, if there is one.
    pub fn maybe(self, name: &'static str, value: Option<&'static str>) -> Tag {
        if let Some(value) = value { self.put(name, Cow::Borrowed(value)) } else { self }
    }

    fn put(mut self, name: &'static str, value: Text) -> Tag {
        self.0.attributes.push((name, value));
        self
    }

    /// With a text behind what is inside.
    pub fn text(self, text: impl Into<Text>) -> Tag {
        self.part(Part::Text(text.into()))
    }

    /// With the wording for readers of `lang` behind what is inside, marked with the language it really has.
    pub fn localized(self, texts: &'static ArchivedLocalized, lang: &str) -> Tag {
        let (own, text) = texts.get(lang).unwrap_or_default();
        self.set("lang", own).text(text)
    }

    /// With an element behind what is inside.
    pub fn with(self, tag: Tag) -> Tag {
        self.part(Part::Tag(tag))
    }

    fn part(mut self, part: Part) -> Tag {
        self.0.inside.push(part);
        self
    }

    /// Puts an element behind what is inside.
    pub fn push(&mut self, tag: Tag) {
        self.0.inside.push(Part::Tag(tag));
    }

    /// Puts elements behind what is inside.
    pub fn push_all(&mut self, tags: Vec<Tag>) {
        self.0.inside.extend(tags.into_iter().map(Part::Tag));
    }

    /// Whether nothing is inside.
    pub fn is_empty(&self) -> bool {
        self.0.inside.is_empty()
    }

    /// With an element, if there is one.
    pub fn with_some(self, tag: Option<Tag>) -> Tag {
        if let Some(tag) = tag { self.with(tag) } else { self }
    }

    /// With all of these elements.
    pub fn with_all(mut self, tags: Vec<Tag>) -> Tag {
        self.push_all(tags);
        self
    }

    /// Acts on an event of this element, or of one inside of it if such events rise. It is one for which elements have a
    /// property, as `onclick` is: there is none for `focusout`.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Tag {
        self.0.acts.push((event, Some(Box::new(act))));
        self
    }

    /// Acts on a click.
    pub fn click(self, mut act: impl FnMut() + Send + 'static) -> Tag {
        self.on("click", move |_| act())
    }

    /// Tells it from its neighbours: where they change places, its element goes with it. Of elements in a
    /// row either all have keys or none has.
    pub fn keyed(mut self, key: usize) -> Tag {
        self.0.key = Some(key as u32);
        self
    }

    /// What tells it from its neighbours.
    pub fn key(&self) -> Option<u32> {
        self.0.key
    }

    /// What kind of element it is.
    pub fn name(&self) -> &'static str {
        self.0.name
    }

    /// All that is set, and to what.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let own = self.0.attributes.iter().map(|(name, value)| (*name, &**value));
        self.0.fixed.iter().copied().chain(own)
    }

    /// What an attribute is set to.
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        self.attributes().find(|(name, _)| *name == wanted).map(|(_, value)| value)
    }

    /// What stands inside.
    pub fn inside(&mut self) -> &mut Vec<Part> {
        &mut self.0.inside
    }

    /// The events that it acts on, and what each does, until that is taken.
    pub fn acts(&mut self) -> &mut Vec<(&'static str, Option<Act>)> {
        &mut self.0.acts
    }
}

impl From<Tag> for Drawing {
    fn from(tag: Tag) -> Drawing {
        Drawing(vec![Part::Tag(tag)])
    }
}

impl From<Option<Tag>> for Drawing {
    fn from(tag: Option<Tag>) -> Drawing {
        tag.map(Drawing::from).unwrap_or_default()
    }
}

impl From<Vec<Tag>> for Drawing {
    fn from(tags: Vec<Tag>) -> Drawing {
        Drawing(tags.into_iter().map(Part::Tag).collect())
    }
}
