//! One conversation: the fold of its events.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    Alone, Change, ConversationId, Detail, Facts, Link, Moment, Note, NoteId, Practised, Stop,
    Talk, Tie, TopicRef, Writing,
};
use crate::{
    guide::{Guide, Kind, Topic, TopicId},
    line::{Mark, Step, Who},
};

/// One conversation as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its name, and its record's.
    pub id: ConversationId,
    /// When it began.
    pub started: Moment,
    /// The guides it has used, in order; the last is the one in use. Never empty.
    pub talks: Vec<Talk>,
    /// What is played, when nothing in it is real.
    pub practice: Option<Practised>,
    /// Who, how and what was agreed.
    pub facts: Facts,
    /// What was kept, in order.
    pub notes: Vec<Note>,
    /// What is being typed.
    pub line: Line,
    /// The topic that is showing. Always in the guide in use.
    pub topic: TopicRef,
    /// How much goes into the record, when the worker has chosen.
    pub detail: Option<Detail>,
    /// When it was paused, while it is.
    pub paused: Option<Moment>,
    /// Seconds spent paused or away so far, not counting the present pause.
    pub paused_for: i64,
    /// From when until when it was paused or away so far, not counting the present pause.
    pub gaps: Vec<(Moment, Moment)>,
    /// From when until when the family was left alone. The last has no end while it is so.
    pub alone: Vec<Alone>,
    /// How it was last left, until it is taken up again.
    pub ending: Option<Ending>,
    /// When the last event was.
    pub last: Moment,
    /// Counted as notes come and go: every frame shows it, and there may be thousands of notes.
    pub(super) counts: Counts,
    /// Goes up with every change but those of the line.
    pub(super) revision: u64,
    pub(super) next_note: u32,
    pub(super) done: Vec<Group>,
    pub(super) undone: Vec<Group>,
    pub(super) sought: String,
}

/// How many notes there are of what is counted on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counts {
    under: HashMap<TopicRef, usize>,
    come_back: usize,
    steps: usize,
}

impl Counts {
    /// A note came.
    pub(super) fn add(&mut self, note: &Note) {
        *self.under.entry(note.topic.clone()).or_default() += 1;
        self.come_back += usize::from(note.mark == Some(Mark::ComeBack));
        self.steps += usize::from(note.step.is_some());
    }

    /// A note went.
    pub(super) fn take(&mut self, note: &Note) {
        if let Entry::Occupied(mut count) = self.under.entry(note.topic.clone()) {
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
        self.come_back -= usize::from(note.mark == Some(Mark::ComeBack));
        self.steps -= usize::from(note.step.is_some());
    }
}

/// The text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Exactly as typed.
    pub text: String,
    /// Byte offset, always between two letters as people count them.
    pub cursor: usize,
    /// What is known of it.
    pub writing: Writing,
}

/// How a conversation was last left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// On purpose, for later.
    Left,
    /// The program was stopped from outside.
    Stopped(Stop),
    /// The record is on the disk.
    Finished,
}

/// Changes a person would call one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// In the order they were made.
    pub changes: Vec<Change>,
    /// When the last of them was made.
    pub at: Moment,
}

impl Conversation {
    /// A conversation that has just begun in `guide`'s first topic.
    pub fn begin(id: ConversationId, guide: Guide, by: Option<String>, at: Moment) -> Self {
        let topic = TopicRef {
            guide: guide.id.clone(),
            topic: first_topic(&guide),
        };
        Self {
            id,
            started: at,
            talks: vec![Talk {
                guide,
                from: at,
                notes_before: 0,
            }],
            practice: None,
            facts: Facts {
                by,
                ..Facts::default()
            },
            notes: Vec::new(),
            line: Line::default(),
            topic,
            detail: None,
            paused: None,
            paused_for: 0,
            gaps: Vec::new(),
            alone: Vec::new(),
            ending: None,
            last: at,
            counts: Counts::default(),
            revision: 0,
            next_note: 1,
            done: Vec::new(),
            undone: Vec::new(),
            sought: String::new(),
        }
    }

    /// The guide in use.
    pub fn guide(&self) -> &Guide {
        &self.talks[self.talks.len() - 1].guide
    }

    /// The purpose of the talk now.
    pub fn kind(&self) -> Kind {
        self.guide().kind
    }

    /// The topic that is showing.
    pub fn current_topic(&self) -> Option<&Topic> {
        self.guide().topic(&self.topic.topic)
    }

    /// The guide with this id, among those this conversation has used.
    pub fn guide_named(&self, id: &crate::guide::GuideId) -> Option<&Guide> {
        self.talks
            .iter()
            .rev()
            .map(|talk| &talk.guide)
            .find(|guide| guide.id == *id)
    }

    /// The note with this number.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.index_of(id).map(|index| &self.notes[index])
    }

    /// A number that is another one whenever something other than the line has changed: notes, topic, guide, who and
    /// how. For whoever keeps something worked out from those.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many notes are under a topic.
    pub fn notes_under(&self, topic: &TopicRef) -> usize {
        self.counts.under.get(topic).copied().unwrap_or(0)
    }

    /// How many things there are to come back to.
    pub fn to_come_back_to(&self) -> usize {
        self.counts.come_back
    }

    /// How many next steps there are.
    pub fn steps(&self) -> usize {
        self.counts.steps
    }

    /// Who does a step. In a crisis nobody is passed on: a step that names nobody is the worker's own.
    pub fn doer<'a>(&self, step: &'a Step) -> &'a Who {
        match step.who {
            Who::NotSaid if self.kind() == Kind::Crisis => &Who::You,
            ref who => who,
        }
    }

    /// Where a note stands in the list.
    pub fn index_of(&self, id: NoteId) -> Option<usize> {
        self.notes.iter().position(|note| note.id == id)
    }

    /// How much goes into the record: the worker's choice, or standard; or everything when standard would hold nothing,
    /// and of a call of a few lines.
    pub fn detail(&self) -> Detail {
        self.detail.unwrap_or_else(|| {
            // What comes in Read back, or says when the worker looks again, takes nothing out that is in already.
            let is_of_the_talk = |note: &&Note| !note.late && !note.says_again();
            let mut notes = self.notes.iter().filter(is_of_the_talk);
            let standard_is_empty = !notes.any(|note| note.is_in(Detail::Standard));
            if standard_is_empty || self.talks.iter().all(|talk| talk.guide.a_line_each) {
                Detail::Everything
            } else {
                Detail::Standard
            }
        })
    }

    /// Whether there is nothing in it that anybody would want to find again.
    pub fn is_blank(&self) -> bool {
        // A check-in begins with the name of whoever it is with: nobody typed that.
        let is_check_in = |link: &Link| link.tie == Tie::CheckInOn;
        let links = &self.facts.links;
        let began_named = links.iter().any(is_check_in);
        let is_named = self.facts.person.is_some() && !began_named;
        let belongs = links.iter().any(|link| !is_check_in(link));
        let facts = &self.facts;
        let counts = facts.contacted.is_some() || facts.route.is_some() || facts.old_way.is_some();
        let is_told = is_named || belongs || counts;
        self.notes.is_empty() && self.line.text.trim().is_empty() && !is_told
    }

    /// Seconds of talk so far: from the start to `now` less pauses and time away. Never negative, whatever the clock did.
    pub fn seconds(&self, now: Moment) -> i64 {
        let until = self.paused.unwrap_or(now);
        (until - self.started)
            .num_seconds()
            .saturating_sub(self.paused_for)
            .max(0)
    }

    /// The last words typed into a list.
    pub fn sought(&self) -> &str {
        &self.sought
    }

    /// The step Ctrl+Z would take back.
    pub fn last_done(&self) -> Option<&Group> {
        self.done.last()
    }

    /// The step Ctrl+Y would do again.
    pub fn last_undone(&self) -> Option<&Group> {
        self.undone.last()
    }
}

/// Just listening, which every guide read by us has; or whatever a hand-made guide puts first. Where each line has a topic
/// of its own, the first of those.
pub(super) fn first_topic(guide: &Guide) -> TopicId {
    let own = guide.topics.get(1).filter(|_| guide.a_line_each);
    own.or(guide.topics.first()).map_or_else(
        || TopicId::new(TopicId::JUST_LISTENING),
        |topic| topic.id.clone(),
    )
}
