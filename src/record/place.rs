//! Which heading a note goes under.

use std::sync::LazyLock;

use crate::{
    conversation::{Conversation, Fact, Note},
    guide::{Guide, Section, SectionId, Take},
    line::Mark,
};

/// A heading of the record to be, with the notes under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The section's id.
    pub id: SectionId,
    /// As written in the record.
    pub heading: String,
    /// Indexes into the conversation's notes, in the order they were kept.
    pub notes: Vec<usize>,
}

/// Every heading that holds a note, in the order of the record, with all notes: left out and kept apart as well,
/// because Read back shows the worker both.
pub fn headings(conversation: &Conversation) -> Vec<Heading> {
    let mut headings = all_headings(conversation);
    headings.retain(|heading| !heading.notes.is_empty());
    headings
}

/// The same, with those that hold no note.
pub(super) fn all_headings(conversation: &Conversation) -> Vec<Heading> {
    let mut headings: Vec<Heading> = sections(conversation)
        .into_iter()
        .map(|section| Heading {
            id: section.id.clone(),
            heading: section.heading.clone(),
            notes: Vec::new(),
        })
        .collect();
    for (index, note) in conversation.notes.iter().enumerate() {
        let Some(section) = section_for(conversation, note) else {
            continue;
        };
        if let Some(heading) = headings.iter_mut().find(|heading| heading.id == section.id) {
            heading.notes.push(index);
        }
    }
    headings
}

/// Where each side of a disagreement stands as it was said, in the record of a guide that has no such heading.
static WHERE_WE_DISAGREE: LazyLock<Section> = LazyLock::new(|| Section {
    id: SectionId::new(SectionId::WHERE_WE_DISAGREE),
    heading: "Where we disagree".to_owned(),
    takes: vec![],
});

/// Every heading a note could go under: the guide in use first, then what earlier guides have besides. The one for
/// disagreements comes before what the worker thinks, wherever a guide does not place it itself.
pub fn sections(conversation: &Conversation) -> Vec<&Section> {
    let earlier = &conversation.talks[..conversation.talks.len() - 1];
    let guides =
        std::iter::once(conversation.guide()).chain(earlier.iter().map(|talk| &talk.guide));
    let mut sections: Vec<&Section> = Vec::new();
    for section in guides.flat_map(|guide| &guide.sections) {
        if sections.iter().all(|known| known.id != section.id) {
            sections.push(section);
        }
    }
    if sections
        .iter()
        .all(|known| known.id != WHERE_WE_DISAGREE.id)
    {
        let views = |section: &&Section| section.takes.contains(&Take::View);
        let before = sections.iter().position(views).unwrap_or(sections.len());
        sections.insert(before, &WHERE_WE_DISAGREE);
    }
    sections
}

/// The heading a note goes under. `None` only when no guide has a section at all.
pub fn section_for<'a>(conversation: &'a Conversation, note: &Note) -> Option<&'a Section> {
    let last = conversation.guide();
    let own = conversation.guide_named(&note.topic.guide).unwrap_or(last);
    moved_by_hand(conversation, note)
        .or_else(|| {
            take_of(conversation, note)
                .and_then(|take| taking(last, take).or_else(|| taking(own, take)))
        })
        .or_else(|| of_topic(own, note))
        .or_else(|| own.sections.first())
        .or_else(|| last.sections.first())
}

fn moved_by_hand<'a>(conversation: &'a Conversation, note: &Note) -> Option<&'a Section> {
    let id = note.section.as_ref()?;
    sections(conversation)
        .into_iter()
        .find(|section| section.id == *id)
}

/// What kind of note it is to a section. Somebody else's words stay theirs unless they became a promise, a view, a
/// connection or a thing to come back to; money is money where the line has no mark of its own.
fn take_of(conversation: &Conversation, note: &Note) -> Option<Take> {
    let is_others = conversation.speaker(note).is_some();
    match note.mark {
        Some(Mark::NextStep) => Some(Take::NextStep),
        Some(Mark::View) => Some(Take::View),
        Some(Mark::ComeBack) => Some(Take::ComeBack),
        Some(Mark::Connection) if is_others => Some(Take::Connection),
        _ if is_others => Some(Take::Others),
        Some(Mark::OwnWords) => Some(Take::OwnWords),
        Some(Mark::Saw) => Some(Take::Saw),
        _ if note.spend().is_some() => Some(Take::Spend),
        Some(Mark::Matters) => Some(Take::Matters),
        Some(Mark::Worry) => Some(Take::Worry),
        Some(Mark::Strength) => Some(Take::Strength),
        Some(Mark::Connection) => Some(Take::Connection),
        None => note.fact.as_ref().and_then(told_under),
    }
}

/// Who has it now is what happens next; what was talked over with a colleague is what the worker thinks.
fn told_under(fact: &Fact) -> Option<Take> {
    match fact {
        Fact::HandedOver(_) => Some(Take::NextStep),
        Fact::TalkedOver(_) => Some(Take::View),
        Fact::Kind(_) | Fact::JustWords | Fact::Spent => None,
    }
}

/// The heading what was agreed comes next goes under.
pub(super) fn what_happens_next(conversation: &Conversation) -> Option<&Section> {
    let guide = conversation.guide();
    taking(guide, Take::NextStep).or_else(|| guide.sections.first())
}

fn taking(guide: &Guide, take: Take) -> Option<&Section> {
    guide
        .sections
        .iter()
        .find(|section| section.takes.contains(&take))
}

fn of_topic<'a>(guide: &'a Guide, note: &Note) -> Option<&'a Section> {
    guide.section(guide.topic(&note.topic.topic)?.section.as_ref()?)
}
