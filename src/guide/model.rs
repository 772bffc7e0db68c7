//! What a guide says, once it has been read and found sound.
//!
//! A `Guide` is whole: borrowed topics are already in it, and [`TopicId::JUST_LISTENING`] is its first topic.
//! It is kept inside a conversation's journal as it was used, so that a later change to the file changes no
//! conversation that is already open.

use serde::{Deserialize, Serialize};

use super::{GuideId, SectionId, TopicId};

/// The three purposes of a conversation. They are purposes, not stages: any may come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Understand what really matters to someone, and connect them with it.
    ListenAndConnect,
    /// Find what must change now, and stick with it.
    Crisis,
    /// Plan the future around what they value.
    GoodLife,
}

impl Kind {
    /// All three, in the order they are drawn.
    pub const ALL: [Self; 3] = [Self::ListenAndConnect, Self::Crisis, Self::GoodLife];

    /// The name in files: `listen-and-connect`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ListenAndConnect => "listen-and-connect",
            Self::Crisis => "crisis",
            Self::GoodLife => "good-life",
        }
    }

    /// The short name in ids, file names and typed commands: `listen`.
    pub fn short(self) -> &'static str {
        match self {
            Self::ListenAndConnect => "listen",
            Self::Crisis => "crisis",
            Self::GoodLife => "good",
        }
    }

    /// The kind with this name or short name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name || kind.short() == name)
    }

    /// The id of the guide that stands for this kind when no other is asked for.
    pub fn main_guide(self) -> GuideId {
        GuideId::new(self.name())
    }
}

/// What may be talked about in one way of talking: topics to glance at, and the headings of its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Stable; a team's guide with the id of a built-in one replaces it.
    pub id: GuideId,
    /// Which of the three purposes it serves.
    pub kind: Kind,
    /// As drawn on row 1: `Listen and connect`.
    pub title: String,
    /// Written into each record, so that later readers know which prompts were there.
    pub version: String,
    /// A BCP 47 tag: `en-GB`, `cy`.
    pub language: String,
    /// One sentence, shown on Home beside the title.
    pub purpose: String,
    /// The record's first heading; `{person}` stands for the name.
    pub record_title: String,
    /// For a call of a few lines: each kept line moves on to the next topic, and after the last comes Read back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub a_line_each: bool,
    /// Places to glance, never fields. Just listening comes first.
    pub topics: Vec<Topic>,
    /// The headings of the record, in order. The first takes what no other does. Never empty.
    pub sections: Vec<Section>,
}

/// A place to glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Notes point at this, never at a position.
    pub id: TopicId,
    /// Short enough for a narrow column.
    pub title: String,
    /// What the topic is for, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Open questions, one idea each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// The same, for someone who finds wide questions hard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gentler: Vec<String>,
    /// Clues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listen_for: Vec<String>,
    /// Where to go next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow: Vec<String>,
    /// A cue to wait.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pause: String,
    /// What belongs in the record if it came up.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub write: String,
    /// The heading its unmarked notes go under. Always one of the guide's sections when set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    /// The first line kept here says who the conversation is with, where nobody is named and it is as short as a name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub names_person: bool,
}

/// A heading of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Stable.
    pub id: SectionId,
    /// As written in the record: `What matters to you`.
    pub heading: String,
    /// The kinds of note that land here whatever topic they were under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes: Vec<Take>,
}

/// A kind of note a section may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// The person's own words.
    OwnWords,
    /// What matters most.
    Matters,
    /// A worry.
    Worry,
    /// A strength.
    Strength,
    /// A connection made or possible.
    Connection,
    /// What the worker saw or noticed.
    Saw,
    /// Somebody else's words, named.
    Others,
    /// What the worker thinks.
    View,
    /// Something to come back to.
    ComeBack,
    /// A next step.
    NextStep,
    /// Money spent from the small budget.
    Spend,
}

impl Take {
    /// All of them, in the order guides/README.md lists them.
    pub const ALL: [Self; 11] = [
        Self::OwnWords,
        Self::Matters,
        Self::Worry,
        Self::Strength,
        Self::Connection,
        Self::Saw,
        Self::Others,
        Self::View,
        Self::ComeBack,
        Self::NextStep,
        Self::Spend,
    ];

    /// The name in a guide: `own-words`.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnWords => "own-words",
            Self::Matters => "matters",
            Self::Worry => "worry",
            Self::Strength => "strength",
            Self::Connection => "connection",
            Self::Saw => "saw",
            Self::Others => "others",
            Self::View => "view",
            Self::ComeBack => "come-back",
            Self::NextStep => "next-step",
            Self::Spend => "spend",
        }
    }
}

impl Guide {
    /// The topic with this id.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// Where a topic stands in the list; just listening is 0.
    pub fn position(&self, id: &TopicId) -> Option<usize> {
        self.topics.iter().position(|topic| topic.id == *id)
    }

    /// The section with this id.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// `listen-and-connect 2026.1`, as a record's header names it.
    pub fn name_and_version(&self) -> String {
        format!("{} {}", self.id, self.version)
    }
}
