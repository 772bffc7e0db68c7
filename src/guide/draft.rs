//! A guide as its file gives it: borrowed topics not yet fetched, and every part knowing where it stands.

use std::ops::Range;

use super::{GuideId, Kind, Section, SectionId, Topic, TopicId, written::Marked};

/// What could be read of a guide. Whether it can be used is for the problems to say: parts that are missing are
/// empty here.
#[derive(Debug, Clone)]
pub struct Draft {
    /// `None` when it is missing or unsound.
    pub id: Option<Marked<GuideId>>,
    /// `None` when it is missing or unknown.
    pub kind: Option<Kind>,
    /// As in [`super::Guide`].
    pub title: String,
    /// As in [`super::Guide`].
    pub version: String,
    /// As in [`super::Guide`].
    pub language: String,
    /// As in [`super::Guide`].
    pub purpose: String,
    /// As in [`super::Guide`].
    pub record_title: String,
    /// As in [`super::Guide`].
    pub a_line_each: bool,
    /// In the order of the file.
    pub topics: Vec<DraftTopic>,
    /// In the order of the file.
    pub sections: Vec<Marked<Section>>,
}

/// A topic as its file gives it.
#[derive(Debug, Clone)]
pub enum DraftTopic {
    /// Written here.
    Own(Topic),
    /// Kept in another guide.
    Borrowed(Borrowed),
}

/// A topic kept in another guide.
#[derive(Debug, Clone)]
pub struct Borrowed {
    /// Whose.
    pub guide: GuideId,
    /// Which.
    pub topic: TopicId,
    /// Where `borrow` says so.
    pub span: Range<usize>,
    /// Its name here, if it has one of its own.
    pub title: Option<String>,
    /// Its section here, if it has one of its own.
    pub section: Option<SectionId>,
}

impl DraftTopic {
    /// The id it has in the finished guide.
    pub fn id(&self) -> &TopicId {
        match self {
            Self::Own(topic) => &topic.id,
            Self::Borrowed(borrowed) => &borrowed.topic,
        }
    }
}

impl Draft {
    /// The topic that will have this id.
    pub fn topic(&self, id: &TopicId) -> Option<&DraftTopic> {
        self.topics.iter().find(|topic| topic.id() == id)
    }

    /// Whether a section has this id.
    pub fn has_section(&self, id: &SectionId) -> bool {
        self.sections.iter().any(|section| section.value.id == *id)
    }
}
