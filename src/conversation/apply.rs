//! Events into state. Total: an event that does not fit changes what it can and never fails, so that a damaged
//! journal still opens with every word that can be read.

use chrono::TimeDelta;

use super::{
    Alone, Change, Conversation, ConversationId, Edit, Ending, Event, Group, Line, Moment, Note,
    Stamped, TopicRef, state::first_topic,
};
use crate::{guide::Guide, text};

/// Builds a conversation from its events. `fallback` stands in when the first event, which holds the guide, was lost.
///
/// Returns `None` when there is no event at all, or no guide to be had.
pub fn replay(
    id: ConversationId,
    events: &[Stamped],
    fallback: impl FnOnce() -> Option<Guide>,
) -> Option<Conversation> {
    let first = events.first()?;
    let mut conversation = match &first.event {
        Event::Began {
            guide,
            by,
            practice,
        } => Conversation {
            practice: practice.as_deref().cloned(),
            ..Conversation::begin(id, (**guide).clone(), by.clone(), first.at)
        },
        _ => Conversation::begin(id, fallback()?, None, first.at),
    };
    for event in events {
        conversation.apply(event);
    }
    Some(conversation)
}

impl Conversation {
    /// Applies one event.
    pub fn apply(&mut self, stamped: &Stamped) {
        let at = stamped.at;
        self.last = at;
        match &stamped.event {
            Event::Began { .. } => {}
            Event::Did { join, changes } => self.did(*join, changes, at),
            Event::Undone => self.undo(),
            Event::Redone => self.redo(),
            Event::CursorAt(cursor) => self.line.cursor = boundary(&self.line.text, *cursor),
            Event::Sought(words) => self.sought.clone_from(words),
            Event::Asked(_) => self.asked(),
            Event::Paused => self.paused = self.paused.or(Some(at)),
            Event::FamilyTime => self.leave_alone(at),
            Event::CarriedOn => self.carry_on(at),
            Event::Left => self.ending = Some(Ending::Left),
            Event::Stopped(stop) => self.ending = Some(Ending::Stopped(*stop)),
            Event::TakenUp => self.ending = None,
            Event::Away(seconds) => self.away(*seconds, at),
            Event::Finished => self.ending = Some(Ending::Finished),
        }
    }

    fn did(&mut self, join: bool, changes: &[Change], at: Moment) {
        let was_command = self.line.text.starts_with('/');
        self.change_all(changes.iter());
        // A command typed, or deleted again, is not something new done: `/redo` must still find what to do again.
        let is_command = was_command || self.line.text.starts_with('/');
        if !(is_command && changes.iter().all(Change::is_typing)) {
            self.undone.clear();
        }
        match self.done.last_mut() {
            Some(group) if join => {
                go_on(&mut group.changes, changes);
                group.at = at;
            }
            _ => self.done.push(Group {
                changes: changes.to_vec(),
                at,
            }),
        }
    }

    fn undo(&mut self) {
        let Some(group) = self.done.pop() else { return };
        self.take_back(&group);
        self.undone.push(group);
    }

    fn redo(&mut self) {
        let Some(group) = self.undone.pop() else {
            return;
        };
        self.change_all(group.changes.iter());
        self.done.push(group);
    }

    /// Takes the typing of a command back out, as if it had never been on the line. What else was done while it was
    /// typed, such as another topic, stays done.
    fn asked(&mut self) {
        let mut before = self.done.len();
        while !self.line.text.is_empty() {
            let touches_line = |group: &Group| group.changes.iter().any(Change::is_typing);
            let Some(last) = self.done[..before].iter().rposition(touches_line) else {
                break;
            };
            if !self.done[last].changes.iter().all(Change::is_typing) {
                break;
            }
            let group = self.done.remove(last);
            self.take_back(&group);
            before = last;
        }
        self.line = Line::default();
    }

    fn leave_alone(&mut self, at: Moment) {
        self.paused = self.paused.or(Some(at));
        if self.family_time().is_none() {
            self.alone.push(Alone { from: at, to: None });
        }
    }

    fn carry_on(&mut self, at: Moment) {
        if let Some(open) = self.alone.last_mut().filter(|alone| alone.to.is_none()) {
            open.to = Some(at);
        }
        if let Some(since) = self.paused.take() {
            self.paused_for += (at - since).num_seconds().max(0);
            self.gaps.push((since, at));
        }
    }

    /// Time that is no part of the talk. A pause that is still on counts it by itself; where the clock was set back, the
    /// pause began that much earlier by the new clock.
    fn away(&mut self, seconds: i64, at: Moment) {
        let set_back = seconds < 0;
        if self.paused.is_some() && !set_back {
            return;
        }
        self.paused_for = self.paused_for.saturating_add(seconds);
        let went = TimeDelta::try_seconds(seconds).and_then(|gone| at.checked_sub_signed(gone));
        let gap = went.filter(|_| !set_back).map(|since| (since, at));
        self.gaps.extend(gap);
        let moved = |since: Moment| since.checked_add_signed(TimeDelta::try_seconds(seconds)?);
        self.paused = self.paused.and_then(moved);
        if let Some(open) = self.alone.last_mut().filter(|alone| alone.to.is_none()) {
            open.from = moved(open.from).unwrap_or(open.from);
        }
    }

    fn take_back(&mut self, group: &Group) {
        let inverses: Vec<Change> = group.changes.iter().rev().map(Change::inverse).collect();
        self.change_all(inverses.iter());
    }

    /// Makes the changes of one step. Only after the last of them must the topic be one of the guide in use.
    fn change_all<'a>(&mut self, changes: impl Iterator<Item = &'a Change>) {
        changes.for_each(|change| self.change(change));
        self.settle_topic();
    }

    fn change(&mut self, change: &Change) {
        if !change.is_typing() {
            self.revision += 1;
        }
        match change {
            Change::Line(edit) => self.edit(edit),
            Change::Writing { to, .. } => self.line.writing = *to,
            Change::Note { index, from, to } => {
                self.change_note(*index, from.as_deref(), to.as_deref())
            }
            Change::Order { from, to } => self.reorder(*from, *to),
            Change::Topic { to, .. } => self.topic.clone_from(to),
            Change::Talk { from, to } => {
                if from.is_some() && self.talks.len() > 1 {
                    self.talks.pop();
                }
                self.talks.extend(to.as_deref().cloned());
            }
            Change::Facts { to, .. } => self.facts = (**to).clone(),
            Change::Detail { to, .. } => self.detail = *to,
        }
    }

    /// Edits the line. An edit that does not fit what is there keeps its words at the end of the line.
    fn edit(&mut self, edit: &Edit) {
        let line = &mut self.line;
        let fits = line
            .text
            .get(edit.at..)
            .is_some_and(|rest| rest.starts_with(&edit.removed));
        if fits {
            line.text
                .replace_range(edit.at..edit.at + edit.removed.len(), &edit.inserted);
            let end = edit.at + edit.inserted.len();
            // What was typed can be one letter with what follows it.
            line.cursor = if text::is_boundary(&line.text, end) {
                end
            } else {
                text::next(&line.text, end)
            };
        } else if edit.at == 0 && edit.inserted.is_empty() {
            line.text.clear();
            line.cursor = 0;
        } else {
            line.text.push_str(&edit.inserted);
            line.cursor = line.text.len();
        }
    }

    fn change_note(&mut self, index: usize, from: Option<&Note>, to: Option<&Note>) {
        let standing = from.or(to).and_then(|note| self.index_of(note.id));
        let place = standing.unwrap_or(index.min(self.notes.len()));
        if let Some(at) = standing {
            let gone = self.notes.remove(at);
            self.counts.take(&gone);
        }
        if let Some(note) = to {
            self.counts.add(note);
            self.notes.insert(place, note.clone());
            self.next_note = self.next_note.max(note.id.0.saturating_add(1));
        }
    }

    fn reorder(&mut self, from: usize, to: usize) {
        if from < self.notes.len() && to < self.notes.len() {
            let note = self.notes.remove(from);
            self.notes.insert(to, note);
        }
    }

    /// A topic the guide in use does not have gives way to the guide's first.
    fn settle_topic(&mut self) {
        let guide = self.guide();
        if self.topic.guide == guide.id && guide.position(&self.topic.topic).is_some() {
            return;
        }
        let topic = first_topic(guide);
        let guide = guide.id.clone();
        self.topic = TopicRef { guide, topic };
    }
}

/// Adds the changes that go on in the same step. Letter after letter is one edit: the same to take back, and less to hold.
pub(super) fn go_on(step: &mut Vec<Change>, more: &[Change]) {
    let joined = match (step.last_mut(), more.first()) {
        (Some(Change::Line(before)), Some(Change::Line(next))) => before.goes_on(next),
        _ => false,
    };
    step.extend_from_slice(&more[usize::from(joined)..]);
}

/// The nearest place at or before `at` that is between two letters.
fn boundary(text: &str, at: usize) -> usize {
    if text::is_boundary(text, at) {
        at
    } else {
        text::prev(text, at)
    }
}
