//! Every key a guide may hold, once.
//!
//! The parser reads by these lists, and the JSON Schema is made from them, so that what is accepted and what is
//! described cannot drift apart.

use super::{Kind, Take};

/// The format this program reads.
pub const FORMAT: i64 = 1;

/// The language of a guide that names none.
pub const DEFAULT_LANGUAGE: &str = "en-GB";

/// What the value of a key must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The number [`FORMAT`].
    Format,
    /// A kebab-case name.
    Id,
    /// One of the names of [`Kind`].
    Kind,
    /// Some words.
    Text,
    /// A list of words.
    Texts,
    /// `true` or `false`, without quotes.
    Flag,
    /// `guide-id/topic-id`.
    Borrow,
    /// A list of the names of [`Take`].
    Takes,
    /// The topics.
    Topics,
    /// The sections.
    Sections,
}

/// One key that may stand in a table of a file; `S` is what its value may be.
#[derive(Debug, Clone, Copy)]
pub struct Key<S = Shape> {
    /// As written before the `=`.
    pub name: &'static str,
    /// What its value must be.
    pub shape: S,
    /// Whether a table without it is an error.
    pub required: bool,
    /// What it is for, in one sentence.
    pub about: &'static str,
}

/// Where the reader asks for a value by its key, and says there what it must be.
impl Key<()> {
    /// A key that every table has.
    pub const fn must(name: &'static str, about: &'static str) -> Self {
        Self {
            name,
            shape: (),
            required: true,
            about,
        }
    }

    /// A key that a table may go without.
    pub const fn may(name: &'static str, about: &'static str) -> Self {
        Self {
            required: false,
            ..Self::must(name, about)
        }
    }
}

/// The keys at the top of a guide.
pub const GUIDE: &[Key] = &[
    must("format", Shape::Format, "The format of the file: always 1."),
    must(
        "id",
        Shape::Id,
        "The stable name of the guide. A team guide with the id of a built-in one replaces it.",
    ),
    must(
        "kind",
        Shape::Kind,
        "Which of the three purposes the guide serves.",
    ),
    must(
        "title",
        Shape::Text,
        "The name people see: 20 characters or fewer.",
    ),
    must(
        "version",
        Shape::Text,
        "Written into each record, so that later readers know which prompts were there.",
    ),
    may(
        "language",
        Shape::Text,
        "The language of the guide, such as en-GB or cy. Without it: en-GB.",
    ),
    must(
        "purpose",
        Shape::Text,
        "What the guide is for, in one sentence.",
    ),
    must(
        "record_title",
        Shape::Text,
        "The first heading of the record. {person} stands for the name.",
    ),
    may(
        "a_line_each",
        Shape::Flag,
        "For a call of a few lines: true moves on to the next topic with each kept line. Without it: false.",
    ),
    must("topics", Shape::Topics, "Places to glance, in order."),
    must(
        "sections",
        Shape::Sections,
        "The headings of the record, in order. The first takes what no other does.",
    ),
];

/// The keys of a topic written in this guide.
pub const TOPIC: &[Key] = &[
    must(
        "id",
        Shape::Id,
        "The stable name of the topic. Notes point at it.",
    ),
    must(
        "title",
        Shape::Text,
        "The name people see: 20 characters or fewer.",
    ),
    may(
        "why",
        Shape::Text,
        "What the topic is for, in one sentence.",
    ),
    must(
        "ask",
        Shape::Texts,
        "Open questions, one idea each, under 20 words.",
    ),
    may(
        "gentler",
        Shape::Texts,
        "The same, for someone who finds wide questions hard.",
    ),
    may("listen_for", Shape::Texts, "Clues to listen for."),
    may("follow", Shape::Texts, "Where to go next."),
    may("pause", Shape::Text, "A cue to wait."),
    may(
        "write",
        Shape::Text,
        "What belongs in the record if it came up.",
    ),
    may(
        "section",
        Shape::Id,
        "The id of the section its notes go under.",
    ),
    may(
        "names_person",
        Shape::Flag,
        "true where the first line kept here is the name of who it is with. Without it: false.",
    ),
];

/// The keys of a topic kept in another guide.
pub const BORROWED: &[Key] = &[
    must(
        "borrow",
        Shape::Borrow,
        "A topic of another guide, as guide-id/topic-id.",
    ),
    may(
        "title",
        Shape::Text,
        "Another name for it here: 20 characters or fewer.",
    ),
    may(
        "section",
        Shape::Id,
        "The id of the section of this guide its notes go under.",
    ),
];

/// The keys of a section.
pub const SECTION: &[Key] = &[
    must("id", Shape::Id, "The stable name of the section."),
    must(
        "heading",
        Shape::Text,
        "The heading as written in the record.",
    ),
    may(
        "takes",
        Shape::Takes,
        "The kinds of note that go here whatever topic they were under.",
    ),
];

/// The names a guide may use for its kind.
pub fn kind_names() -> Vec<&'static str> {
    Kind::ALL.into_iter().map(Kind::name).collect()
}

/// The names a section may take.
pub fn take_names() -> Vec<&'static str> {
    Take::ALL.into_iter().map(Take::name).collect()
}

const fn must(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: true,
        about,
    }
}

const fn may(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        about,
    }
}
