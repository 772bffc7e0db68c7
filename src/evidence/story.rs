//! A story of difference (practice.md 5.2): drafted by choosing lines of a finished record, told without names, and
//! shown only while whoever it is about says it may be.
//!
//! | to find | look in |
//! |---|---|
//! | a story as a file, and back | [`mod@file`] |
//! | the lines of a record it may be made of, and names that go | [`lines`], [`names`] |
//! | names known here in a story's file | [`named`] |
//! | what else may give somebody away, and words that name nobody | [`tells`](mod@tells), [`common`] |
//! | one that is being told | [`telling`] |

pub mod common;
pub mod file;
pub mod lines;
pub mod named;
pub mod names;
pub mod telling;
pub mod tells;

pub use file::{read, write};
pub use lines::{Line, NoStory, lines_of_record, names_of_record};
pub use named::names_in_file;
pub use telling::{Settled, Telling, Yes};
pub use tells::{Tell, tells};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A story of difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its file's name without the ending. It says nothing of whose story it is.
    pub id: String,
    /// The eight parts, in the order of [`PARTS`]; empty where nothing was written.
    pub parts: [String; PARTS.len()],
    /// How it went. Stories that went badly are wanted as much.
    pub went: Told,
    /// Who said yes, to what, until when. Without it a story is shown to nobody.
    pub permission: Option<Permission>,
}

/// The ninth part: who said yes to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permission {
    /// Who said yes, without a name: `the person`, `her daughter, who holds power of attorney`.
    pub given_by: String,
    /// The day they did.
    pub on: NaiveDate,
    /// Who may be shown it.
    #[serde(default)]
    pub reach: Reach,
    /// What else they said of its use: `team meetings, and no photograph`. Often nothing.
    pub to_use: String,
    /// The last day it may be used.
    pub until: NaiveDate,
    /// The day it was taken back.
    pub withdrawn: Option<NaiveDate>,
}

/// Who may be shown a story. What nobody said yes to is the least of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// The team alone: it is in nothing that leaves.
    #[default]
    Team,
    /// Anybody who works for the council.
    Council,
    /// Anybody.
    Anybody,
}

impl Reach {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Team, Self::Council, Self::Anybody];

    /// The word in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Council => "council",
            Self::Anybody => "anybody",
        }
    }

    /// The one with this word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.name() == word)
    }

    /// In plain words, as it is asked.
    pub fn said(self) -> &'static str {
        match self {
            Self::Team => "shown in our team",
            Self::Council => "shared inside the council",
            Self::Anybody => "anybody may read it",
        }
    }
}

impl Permission {
    /// To what they said yes, in plain words.
    pub fn to_what(&self) -> String {
        match self.to_use.trim() {
            "" => self.reach.said().to_owned(),
            more => format!("{} ({more})", self.reach.said()),
        }
    }
}

/// How it went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// Better.
    Better,
    /// Not better, or worse.
    Badly,
    /// Some of it, or nobody knows yet.
    #[default]
    Open,
}

impl Told {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Better, Self::Badly, Self::Open];
}

/// About how long a story is, in words: long enough to tell it, and short enough to be read out.
pub const ABOUT_WORDS: usize = 250;

/// Said of a story that went badly, wherever it is read.
pub const WENT_BADLY: &str = "This one did not go well.";

/// The parts a story has, in order.
pub const PARTS: [&str; 8] = [
    "Who",
    "What was going on",
    "What we used to do",
    "What happened instead",
    "What is different now",
    "What it took",
    "What did not work, or we do not know yet",
    "What we learned",
];

impl Permission {
    /// All that is left of one that was taken back with its words: the day.
    pub fn gone(on: NaiveDate) -> Self {
        Self {
            given_by: String::new(),
            on,
            reach: Reach::default(),
            to_use: String::new(),
            until: on,
            withdrawn: Some(on),
        }
    }

    /// Whether it was taken back.
    pub fn is_withdrawn(&self) -> bool {
        self.withdrawn.is_some()
    }

    /// Whether nothing is left of it but the day it was taken back.
    pub fn is_gone(&self) -> bool {
        self.is_withdrawn() && self.given_by.is_empty() && self.to_use.is_empty()
    }
}

impl Story {
    /// Whether it was taken back.
    pub fn is_taken_back(&self) -> bool {
        let given = self.permission.as_ref();
        given.is_some_and(Permission::is_withdrawn)
    }

    /// Whether it may be shown on this day.
    pub fn may_be_shown(&self, on: NaiveDate) -> bool {
        let permission = self.permission.as_ref();
        permission.is_some_and(|given| {
            given.withdrawn.is_none() && (given.on..=given.until).contains(&on)
        })
    }

    /// Whether it may be in anything that leaves the team.
    pub fn may_leave(&self) -> bool {
        let permission = self.permission.as_ref();
        permission.is_some_and(|given| given.reach > Reach::Team)
    }

    /// How many words its parts hold.
    pub fn words(&self) -> usize {
        let words = self.parts.iter().flat_map(|part| part.split_whitespace());
        words.count()
    }

    /// The same, taken back on this day. Without its words where whoever it is about would rather they were gone: then
    /// who said yes, and to what, goes with them.
    #[must_use]
    pub fn taken_back(&self, on: NaiveDate, keep_words: bool) -> Self {
        let permission = self.permission.as_ref().map(|given| Permission {
            withdrawn: given.withdrawn.or(Some(on)),
            ..given.clone()
        });
        let story = Self {
            permission,
            ..self.clone()
        };
        match keep_words {
            true => story,
            false => Self {
                parts: Default::default(),
                permission: Some(Permission::gone(
                    story
                        .permission
                        .and_then(|given| given.withdrawn)
                        .unwrap_or(on),
                )),
                ..story
            },
        }
    }
}

/// A new story's name. It says nothing of whose it is, nor of when it happened.
pub fn new_id(dice: u64) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |nth: u32| char::from(LETTERS[(dice >> (5 * nth)) as usize & 31]);
    let four = |from: u32| (from..from + 4).map(letter).collect::<String>();
    format!("{}-{}", four(0), four(4))
}

/// Whether this could be the name of a story's file. Only such names are made into paths.
pub fn is_id(typed: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&typed.len()) && typed.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn told() -> Story {
        let mut parts: [String; PARTS.len()] = Default::default();
        parts[4] = "I go out on Tuesdays.".to_owned();
        Story {
            id: new_id(77),
            parts,
            went: Told::Better,
            permission: Some(Permission {
                given_by: "the person".to_owned(),
                on: day("2026-03-12"),
                reach: Reach::Team,
                to_use: "team meetings".to_owned(),
                until: day("2027-03-12"),
                withdrawn: None,
            }),
        }
    }

    #[test]
    fn a_story_is_shown_from_the_day_somebody_says_yes_to_the_last_day_they_said() {
        let story = told();
        for (on, may) in [
            ("2026-03-11", false),
            ("2026-03-12", true),
            ("2027-03-12", true),
            ("2027-03-13", false),
        ] {
            assert_eq!(story.may_be_shown(day(on)), may, "{on}");
        }
        let draft = Story {
            permission: None,
            ..story
        };
        assert!(!draft.may_be_shown(day("2026-03-12")));
    }

    #[test]
    fn what_is_taken_back_is_shown_no_more_that_day_and_its_words_go_if_asked() {
        let on = day("2026-06-01");
        let kept = told().taken_back(on, true);
        assert!(!kept.may_be_shown(on));
        assert_eq!(kept.words(), 5);
        let gone = told().taken_back(on, false);
        assert!(!gone.may_be_shown(on));
        assert_eq!(gone.words(), 0);
        assert_eq!(gone.permission, Some(Permission::gone(on)));
        let file = write(&gone);
        assert!(!file.contains("the person") && !file.contains("team meetings"));
        assert!(!file.contains("Said yes"), "{file}");
        assert_eq!(read(&gone.id, &file), (gone, vec![]));
        let again = kept.taken_back(day("2026-07-01"), true);
        let withdrawn = again.permission.and_then(|given| given.withdrawn);
        assert_eq!(withdrawn, Some(on), "the first day stands");
    }

    #[test]
    fn a_name_can_be_a_file_and_leads_nowhere_else() {
        for dice in [0, 1, u64::MAX, 0x9E37_79B9_7F4A_7C15] {
            assert!(is_id(&new_id(dice)), "{}", new_id(dice));
        }
        assert_ne!(new_id(1), new_id(2));
        for other in ["", "../a", "a/b", "A", "a.md", "C:"] {
            assert!(!is_id(other), "{other}");
        }
    }
}
