//! The person's copy as a letter: plain text to print or send, or a page in large print.
//!
//! What was added to the record since is in it: a correction and the person's own statement are theirs.

mod page;

use chrono::NaiveDate;

use super::{
    inert::on_one_line,
    model::Record,
    parts::{self, Part, Said, Whose},
    reader::{Cleared, NotHome, Reader, Refused},
    write::FOOT,
};

/// The language of Alongside's own sentences.
pub const ENGLISH: &str = "en-GB";

/// How wide the letter in plain text is, in columns.
pub const WIDTH: usize = 72;

/// First in every copy of a record that was said to be void. Why is under the foot.
pub(super) const NO_LONGER_STANDS: &str =
    "This record no longer stands. When that was said, and why, is at the end.";

const NOT_RIGHT: &str = "If this is not right";
const NOT_RIGHT_IS: &str = "Tell me. What is wrong is put right, and it says when and why. If we see it \
                            differently, your own words go beside mine, as you say them.";
const WHO_TO_RING: &str = "Who to ring";

/// What a letter is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// A page for a browser, which prints at 18 point.
    Page,
}

impl Form {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Text, Self::Page];

    /// The form with this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "text" | "txt" => Some(Self::Text),
            "html" | "page" => Some(Self::Page),
            _ => None,
        }
    }

    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Page => "html",
        }
    }

    /// Who asks for it.
    pub fn reader(self) -> Reader {
        match self {
            Self::Text => Reader::Letter,
            Self::Page => Reader::Page,
        }
    }
}

/// What a letter says besides its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// The day it is written.
    pub today: NaiveDate,
    /// Who to ring, with the number. One without a number is left out.
    pub ring: Vec<(String, String)>,
    /// The language of the guide: `en-GB`.
    pub language: String,
}

/// The record as a letter to the person.
///
/// # Errors
///
/// When the record is marked "no copy to the home" and it is not said where else this one goes.
pub fn letter(
    record: &Record,
    form: Form,
    around: &Around,
    not_home: Option<&NotHome>,
) -> Result<Cleared, Refused> {
    let allowed = form.reader().ask(record.front.no_copy_home, not_home)?;
    let parts = parts_of(record, around);
    Ok(allowed.words(match form {
        Form::Text => parts::as_text(&parts, Some(WIDTH)),
        Form::Page => page::page(&parts, &around.language),
    }))
}

fn parts_of(record: &Record, around: &Around) -> Vec<Part> {
    let ours = |words: &str| Part::Words(Said::Ours, words.to_owned());
    let person = record.front.person.as_deref().map(on_one_line);
    let to = person.map(|person| ours(&format!("To {person}")));
    let today = around.today.format("%A %-d %B %Y").to_string();
    let void = record.front.is_void().then(|| ours(NO_LONGER_STANDS));
    let mut all: Vec<Part> = to.into_iter().chain([ours(&today)]).chain(void).collect();
    all.extend(parts::of_record(record, Whose::Persons));
    all.extend(parts::of_added(&record.added));
    all.extend([
        Part::Heading(Said::Ours, NOT_RIGHT.to_owned()),
        ours(NOT_RIGHT_IS),
    ]);
    all.extend(who_to_ring(&around.ring));
    // What a reader must know of the silence comes last, on its own.
    all.extend([Part::Gap, ours(FOOT)]);
    let by = record.front.by.as_deref().map(on_one_line);
    all.extend(by.into_iter().flat_map(|by| [Part::Gap, ours(&by)]));
    all
}

fn who_to_ring(ring: &[(String, String)]) -> Vec<Part> {
    let set = ring.iter().filter_map(|(name, number)| {
        let (name, number) = (on_one_line(name), on_one_line(number));
        (!number.is_empty()).then(|| Part::Item(format!("{name}: {number}")))
    });
    let set: Vec<Part> = set.collect();
    let heading = (!set.is_empty()).then(|| Part::Heading(Said::Ours, WHO_TO_RING.to_owned()));
    heading.into_iter().chain(set).collect()
}
