//! One kept line, and what is known of it.

use serde::{Deserialize, Serialize};

use super::{Fact, Moment, NoteId, TopicRef};
use crate::{
    guide::SectionId,
    line::{self, Mark, NotSpent, Step, spent},
};

/// One kept line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Unique in its conversation; never used twice.
    pub id: NoteId,
    /// The words, exactly as typed less the mark (stored in one Unicode form, NFC). May hold line breaks.
    pub text: String,
    /// What kind of note it is; `None` is just what was heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// The topic that was showing.
    pub topic: TopicRef,
    /// When its first letter was typed.
    pub at: Moment,
    /// Whose words, when they are somebody else's: `Carol`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// They said so in the worker's words: nobody typed it as theirs, so it is never between quotation marks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
    /// Written to a separate file, never in the person's copy.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
    /// Who and when; set exactly when the mark is [`Mark::NextStep`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Step>,
    /// In or out of the record, when the worker has chosen by hand.
    #[serde(default, skip_serializing_if = "Choice::is_by_detail")]
    pub choice: Choice,
    /// The heading it was moved to by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionId>,
    /// Typed in Read back: "added after the call".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// The local listing it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<String>,
    /// What it says for the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<Fact>,
}

/// Whether a note is in the record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// The level of detail decides.
    #[default]
    ByDetail,
    /// Put in by hand: stays in whatever the detail.
    In,
    /// Left out by hand: stays out whatever the detail.
    Out,
}

impl Choice {
    fn is_by_detail(&self) -> bool {
        *self == Self::ByDetail
    }
}

/// How much of what was noted goes into the record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// Own words, what matters, worries, next steps.
    Short,
    /// And strengths, connections, what was seen, what others said, my view, spends.
    #[default]
    Standard,
    /// And unmarked notes and things to come back to.
    Everything,
}

impl Detail {
    /// The name in files and typed commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Standard => "standard",
            Self::Everything => "everything",
        }
    }

    /// The level with this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Short, Self::Standard, Self::Everything]
            .into_iter()
            .find(|detail| detail.name() == name)
    }

    /// One more, up to everything.
    #[must_use]
    pub fn more(self) -> Self {
        if self == Self::Short {
            Self::Standard
        } else {
            Self::Everything
        }
    }

    /// One less, down to short.
    #[must_use]
    pub fn less(self) -> Self {
        if self == Self::Everything {
            Self::Standard
        } else {
            Self::Short
        }
    }

    /// Whether a note is in at this level when nobody has chosen by hand.
    pub fn holds(self, note: &Note) -> bool {
        let level = match (note.mark, &note.speaker) {
            // One side of a disagreement is never kept without the other.
            _ if note.is_disagreement() => Self::Short,
            (Some(Mark::ComeBack), _) => Self::Everything,
            (Some(Mark::OwnWords | Mark::Matters | Mark::Worry | Mark::NextStep), _) => Self::Short,
            (Some(Mark::Strength | Mark::Connection | Mark::Saw | Mark::View), _)
            | (None, Some(_)) => Self::Standard,
            (None, None) if note.spend().is_some() || note.tells_a_fact() => Self::Standard,
            (None, None) => Self::Everything,
        };
        level <= self
    }
}

impl Note {
    /// Whether it goes into the record at this level of detail.
    pub fn is_in(&self, detail: Detail) -> bool {
        match self.choice {
            Choice::In => true,
            Choice::Out => false,
            Choice::ByDetail => detail.holds(self),
        }
    }

    /// Whether it is the step that says when the worker looks again.
    pub fn says_again(&self) -> bool {
        self.step.as_ref().is_some_and(|step| step.again)
    }

    /// Whether it is one side of a disagreement, kept as it was said.
    pub fn is_disagreement(&self) -> bool {
        let section = self.section.as_ref();
        section.is_some_and(|section| section.as_str() == SectionId::WHERE_WE_DISAGREE)
    }

    /// Whether it is there to say something for the figures: who took it on, whom it was talked over with.
    pub fn tells_a_fact(&self) -> bool {
        self.fact.as_ref().is_some_and(Fact::is_told)
    }

    /// Whether its words begin with an amount and were typed as just text.
    pub fn is_just_words(&self) -> bool {
        self.fact == Some(Fact::JustWords)
    }

    /// Pence, when the note is a spend from the small budget: it was said to be one, or it begins `£22 ` or `£22.50 ` and
    /// goes on as what was bought. With a mark of its own, as somebody else's words or as just text it is none.
    pub fn spend(&self) -> Option<u32> {
        let is_plain = self.mark.is_none() && self.speaker.is_none() && !self.is_just_words();
        match self.fact {
            _ if !is_plain => None,
            Some(Fact::Spent) => line::spend(&self.text).map(|(pence, _)| pence),
            _ => spent::guessed(&self.text).ok(),
        }
    }

    /// Whether it is a spend because its words were taken for one.
    pub fn is_guessed_spend(&self) -> bool {
        self.fact != Some(Fact::Spent) && self.spend().is_some()
    }

    /// Why its words, which begin with an amount of money, were not taken for a spend. `None` where they were, or where
    /// something else was said of them.
    pub fn not_spent(&self) -> Option<NotSpent> {
        let is_plain = self.mark.is_none() && self.speaker.is_none() && self.fact.is_none();
        spent::guessed(&self.text).err()?.filter(|_| is_plain)
    }
}
