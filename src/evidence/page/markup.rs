//! A page as it is written: elements, and words in them. Words and the values of attributes go in through one door that
//! leaves no markup in them; names of elements are our own. A library would have escaped the same five letters, and not
//! what acts unseen, which [`html`] takes out too.

use crate::text::html;

/// A page, or part of one.
#[derive(Default)]
pub(in crate::evidence) struct Markup {
    text: String,
}

/// An attribute of an element.
pub(in crate::evidence) type Attribute<'a> = (&'static str, &'a str);

impl Markup {
    /// An element with more in it.
    pub(in crate::evidence) fn within(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inner: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        self.text.push('\n');
        inner(self);
        self.close(name);
    }

    /// An element with words in it.
    pub(in crate::evidence) fn words(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        words: &str,
    ) {
        self.open(name, attributes);
        self.text += &html(words);
        self.close(name);
    }

    /// An element that holds nothing and is not closed.
    pub(in crate::evidence) fn alone(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.text.push('\n');
    }

    /// A shape of a picture: it holds nothing and is closed.
    pub(in crate::evidence) fn shape(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.text.truncate(self.text.len() - 1);
        self.text += "/>\n";
    }

    /// Our own text, as it stands: the first line of a page, its style.
    pub(in crate::evidence) fn ours(&mut self, text: &'static str) {
        self.text += text;
    }

    /// What was written apart.
    pub(in crate::evidence) fn put(&mut self, other: Self) {
        self.text += &other.text;
    }

    /// The whole of it.
    pub(in crate::evidence) fn finish(self) -> String {
        self.text
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.text.push('<');
        self.text += name;
        for (name, value) in attributes {
            self.text += &format!(" {name}=\"{}\"", html(value));
        }
        self.text.push('>');
    }

    fn close(&mut self, name: &'static str) {
        self.text += &format!("</{name}>\n");
    }
}
