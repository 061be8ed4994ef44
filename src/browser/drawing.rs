//! How does plain data become elements, and how do elements follow when the data change?
//!
//! Nothing here reads markup: texts become text nodes, whatever is written in them.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use super::acts;
use crate::components::drawing::{Drawing, Part, Tag};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Whether an element is one of HTML or of a picture. Known from the data, as to ask would be one more call into the
/// browser for each. What a drawing begins with stands in HTML.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Html,
    Svg,
}

impl Kind {
    /// What `tag` is, inside of one of this kind.
    fn of(self, tag: &Tag) -> Kind {
        if tag.name() == "svg" { Kind::Svg } else { self }
    }
}

/// A drawing on the page.
pub struct Drawn {
    document: Document,
    parts: Vec<Part>,
    /// Stands behind the last of the parts.
    end: Node,
    /// What its elements do.
    acts: Vec<acts::Kept>,
}

impl Drawn {
    /// Makes a part; `of` says what it stands inside of.
    fn make(&mut self, part: &mut Part, of: Kind) -> Node {
        let tag = match part {
            Part::Text(text) => return self.document.create_text_node(text).into(),
            Part::Tag(tag) => tag,
        };
        let kind = of.of(tag);
        let element = match kind == Kind::Svg {
            true => self.document.create_element_ns(Some(SVG), tag.name()),
            false => self.document.create_element(tag.name()),
        };
        let element = element.expect("names of elements are written in the code");
        for part in tag.inside() {
            let inside = self.make(part, kind);
            let _ = element.append_child(&inside);
        }
        // Behind what is inside: a choice has no value before it has options.
        for (name, value) in tag.attributes() {
            set(&element, name, value);
        }
        self.listen(&element, tag);
        element.into()
    }

    fn listen(&mut self, element: &Element, tag: &mut Tag) {
        let acts = tag.acts().iter_mut().filter_map(|(event, act)| Some((*event, act.take()?)));
        self.acts.extend(acts::keep(element, acts.collect()));
    }

    /// Makes of what is drawn what is to be drawn. `at` is the node of the first part.
    fn follow(
        &mut self,
        (parent, kind): (&Node, Kind),
        at: Option<Node>,
        old: &mut [Part],
        new: &mut [Part],
    ) {
        if !old.is_empty() && new.iter().any(|part| key(part).is_some()) {
            return self.follow_keys((parent, kind), at, old, new);
        }
        let (mut at, mut old) = (at, old.iter_mut());
        for part in new {
            let Some(before) = old.next() else {
                let node = self.make(part, kind);
                let _ = parent.insert_before(&node, at.as_ref());
                continue;
            };
            let Some(node) = at else { return };
            at = node.next_sibling();
            match (before, &mut *part) {
                (Part::Text(old), Part::Text(new)) if old == new => {}
                // A browser that translates pages puts an element in its place.
                (Part::Text(_), Part::Text(new)) if node.node_type() == Node::TEXT_NODE => {
                    node.set_node_value(Some(new));
                }
                (Part::Tag(old), Part::Tag(new)) if old.name() == new.name() => {
                    self.change((node.unchecked_ref(), kind.of(old)), old, new);
                }
                _ => {
                    let other = self.make(part, kind);
                    let _ = parent.replace_child(&other, &node);
                }
            }
        }
        for _ in old {
            let Some(node) = at else { return };
            at = node.next_sibling();
            let _ = parent.remove_child(&node);
        }
    }

    /// The same where parts are told apart by their keys: each goes with its element.
    fn follow_keys(
        &mut self,
        (parent, kind): (&Node, Kind),
        at: Option<Node>,
        old: &mut [Part],
        new: &mut [Part],
    ) {
        let mut nodes: Vec<Option<Node>> = Vec::with_capacity(old.len());
        let mut next = at;
        for _ in 0..old.len() {
            let node = next;
            next = node.as_ref().and_then(Node::next_sibling);
            nodes.push(node);
        }
        // Where each new part is among the old ones. Most stay where they are: each is looked for behind
        // the one before it first.
        let mut places: Vec<Option<usize>> = Vec::with_capacity(new.len());
        let mut from = 0;
        for part in new.iter() {
            let wanted = key(part);
            let is_it = |n: &usize| wanted.is_some() && key(&old[*n]) == wanted;
            let place = (from..old.len()).chain(0..from).find(is_it);
            from = place.map_or(from, |place| place + 1);
            places.push(place);
        }
        for (n, node) in nodes.iter_mut().enumerate() {
            if !places.contains(&Some(n))
                && let Some(node) = node.take()
            {
                let _ = parent.remove_child(&node);
            }
        }
        // The first node that has not been reached.
        let mut at = nodes.iter().flatten().next().cloned().or(next);
        for (part, place) in new.iter_mut().zip(places) {
            let Some((n, node)) = place.and_then(|n| Some((n, nodes[n].take()?))) else {
                let node = self.make(part, kind);
                let _ = parent.insert_before(&node, at.as_ref());
                continue;
            };
            if at.as_ref() == Some(&node) {
                at = node.next_sibling();
            } else {
                let _ = parent.insert_before(&node, at.as_ref());
            }
            if let (Part::Tag(old), Part::Tag(new)) = (&mut old[n], part) {
                self.change((node.unchecked_ref(), kind.of(old)), old, new);
            }
        }
    }

    fn change(&mut self, (element, kind): (&Element, Kind), old: &mut Tag, new: &mut Tag) {
        self.follow((element, kind), element.first_child(), old.inside(), new.inside());
        for (name, _) in old.attributes() {
            if new.attribute(name).is_none() {
                let _ = element.remove_attribute(name);
            }
        }
        for (name, value) in new.attributes() {
            // A property may have been changed by the reader.
            if name.starts_with('.') || old.attribute(name) != Some(value) {
                set(element, name, value);
            }
        }
        for (event, _) in old.acts() {
            acts::ignore(element, event);
        }
        self.listen(element, new);
    }

    /// The node of the first part, or the end where there is none.
    fn first(&self) -> Node {
        let back = |node: Node, _: &Part| node.previous_sibling().unwrap_or(node);
        self.parts.iter().fold(self.end.clone(), back)
    }
}

fn key(part: &Part) -> Option<u32> {
    match part {
        Part::Tag(tag) => tag.key(),
        Part::Text(_) => None,
    }
}

fn set(element: &Element, name: &str, value: &str) {
    match name.strip_prefix('.') {
        Some(name) => property(element, name, &JsValue::from_str(value)),
        // The page's policy forbids styles in attributes, but not those that a program sets.
        None if name == "style" => {
            if let Ok(style) = js_sys::Reflect::get(element, &"style".into()) {
                let _ = js_sys::Reflect::set(&style, &"cssText".into(), &value.into());
            }
        }
        None => {
            let _ = element.set_attribute(name, value);
        }
    }
}

pub(super) fn property(element: &Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
}

impl Render for Drawing {
    type State = Drawn;

    fn build(mut self) -> Drawn {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.expect("a page is drawn in a browser");
        let (home, end) = (document.create_document_fragment(), document.create_comment("").into());
        let _ = home.append_child(&end);
        let mut drawn = Drawn { document, parts: Vec::new(), end, acts: Vec::new() };
        drawn.follow((&home, Kind::Html), Some(drawn.end.clone()), &mut [], &mut self.0);
        drawn.parts = self.0;
        drawn
    }

    fn rebuild(mut self, drawn: &mut Drawn) {
        // They may be asked for until others have taken their places.
        let acts = std::mem::take(&mut drawn.acts);
        let focus = drawn.document.active_element();
        if let Some(parent) = drawn.end.parent_node() {
            let first = drawn.first();
            let mut old = std::mem::take(&mut drawn.parts);
            drawn.follow((&parent, Kind::Html), Some(first), &mut old, &mut self.0);
        }
        drawn.parts = self.0;
        drop(acts);
        // An element that changes its place loses the focus.
        if let Some(focus) = focus.filter(|focus| focus.is_connected())
            && drawn.document.active_element().as_ref() != Some(&focus)
        {
            super::scroll::focus_element(&focus);
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        // Together, so that they can be mounted again.
        let home = self.document.create_document_fragment();
        let mut next = Some(self.first());
        while let Some(node) = next {
            next = if node == self.end { None } else { node.next_sibling() };
            let _ = home.append_child(&node);
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let mut next = Some(self.first());
        while let Some(node) = next {
            next = if node == self.end { None } else { node.next_sibling() };
            let _ = parent.insert_before(&node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.first();
        let parent = first.parent_element();
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&first));
            true
        })
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

no_attrs!(Drawing);

/// What only a server would ask for.
impl RenderHtml for Drawing {
    type AsyncOutput = Drawing;
    type Owned = Drawing;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Drawing {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Drawing {
        self
    }
}
