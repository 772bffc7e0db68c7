//! A page to read or print, whatever it is printed as.

/// The first line of everything that has to do with practice.
pub const NOT_REAL: &str = "Practice   Not real";

/// What is printed together: sheets, each of which begins on paper of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The scenario.
    pub title: String,
    /// In the order they are printed. Never empty.
    pub sheets: Vec<Sheet>,
}

/// One sheet, to be handed to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Whose it is: `For the listener`.
    pub whose: String,
    /// From top to bottom.
    pub parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What comes next.
    Heading(&'static str),
    /// A paragraph.
    Words(String),
    /// Lines, in no order.
    List(Vec<String>),
    /// Lines, in order.
    Steps(Vec<String>),
    /// Things somebody says.
    Said(Vec<Said>),
    /// Things to count with a stroke each.
    Tally(Vec<&'static str>),
    /// Empty rows to write on.
    Room(u8),
}

/// Something somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub words: String,
    /// When they are said; may be empty.
    pub when: String,
}

impl Sheet {
    /// An empty one.
    pub(super) fn of(whose: impl Into<String>) -> Self {
        Self {
            whose: whose.into(),
            parts: Vec::new(),
        }
    }

    /// The same, with a paragraph, unless it is empty.
    #[must_use]
    pub(super) fn words(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.parts.push(Part::Words(words));
        }
        self
    }

    /// The same, with a part under a heading, unless the part is empty.
    #[must_use]
    pub(super) fn under(mut self, heading: &'static str, part: Part) -> Self {
        if !part.is_empty() {
            self.parts.extend([Part::Heading(heading), part]);
        }
        self
    }
}

impl Part {
    fn is_empty(&self) -> bool {
        match self {
            Self::Heading(words) => words.is_empty(),
            Self::Words(words) => words.is_empty(),
            Self::List(lines) | Self::Steps(lines) => lines.is_empty(),
            Self::Said(said) => said.is_empty(),
            Self::Tally(things) => things.is_empty(),
            Self::Room(rows) => *rows == 0,
        }
    }
}
