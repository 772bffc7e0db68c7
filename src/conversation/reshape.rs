//! Changing notes that are kept: marks, topics, headings, who and when, order, words.

use chrono::NaiveDate;

use super::{
    Change, Conversation, Due, Edit, Editing, Event, Moment, Note, NoteId, Refusal, TopicRef,
    Writing,
    decide::{Decision, LONGEST_NOTE, did},
};
use crate::{
    guide::SectionId,
    line::{Mark, Step},
};

impl Conversation {
    /// The index of the note a command means: the one named, or the last.
    pub(super) fn meant(&self, note: Option<NoteId>) -> Result<usize, Refusal> {
        match note {
            Some(id) => self.index_of(id).ok_or(Refusal::NoNote),
            None => self.notes.len().checked_sub(1).ok_or(Refusal::NoNote),
        }
    }

    /// Changes one note; no event when nothing comes of it.
    pub(super) fn reshape(&self, note: Option<NoteId>, change: impl FnOnce(&mut Note)) -> Decision {
        let index = self.meant(note)?;
        let mut to = self.notes[index].clone();
        change(&mut to);
        Ok(self.replaced(index, to))
    }

    fn replaced(&self, index: usize, to: Note) -> Vec<Event> {
        let from = self.notes[index].clone();
        if from == to {
            return vec![];
        }
        did(vec![Change::Note {
            index,
            from: Some(Box::new(from)),
            to: Some(Box::new(to)),
        }])
    }

    pub(super) fn mark(&self, note: Option<NoteId>, mark: Mark, now: Moment) -> Decision {
        let index = self.meant(note)?;
        let mut to = self.notes[index].clone();
        to.mark = (to.mark != Some(mark)).then_some(mark);
        to.step = (to.mark == Some(Mark::NextStep)).then(|| self.step_of(&to.text, now));
        self.follow_mark(&self.notes[index], &mut to);
        Ok(self.replaced(index, to))
    }

    pub(super) fn refile(&self, note: Option<NoteId>, topic: &TopicRef) -> Decision {
        let known = self
            .guide_named(&topic.guide)
            .is_some_and(|guide| guide.position(&topic.topic).is_some());
        if !known {
            return Err(Refusal::NoTopic);
        }
        self.reshape(note, |note| {
            note.topic = topic.clone();
            let by_hand = note.section.clone().filter(|_| !note.is_disagreement());
            note.section = self.disagreement(note).or(by_hand);
        })
    }

    pub(super) fn put_under(&self, note: Option<NoteId>, section: &SectionId) -> Decision {
        if !self
            .talks
            .iter()
            .any(|talk| talk.guide.section(section).is_some())
        {
            return Err(Refusal::NoSection);
        }
        self.reshape(note, |note| note.section = Some(section.clone()))
    }

    /// Sets the day: of the step being typed when there is one and no note is named, or of a kept step.
    pub(super) fn due(&self, note: Option<NoteId>, due: Due, now: Moment) -> Decision {
        if note.is_none() && self.step_on_line().is_some() {
            let from = self.line.writing;
            return Ok(did(vec![Change::Writing {
                from,
                to: Writing {
                    due: Some(due),
                    ..from
                },
            }]));
        }
        self.reshape_step(note, |step, made| {
            let when = due.chosen_over(&step.when);
            step.moved_to(when, made, now.date_naive());
        })
    }

    /// Changes who or when of a step: the one named, or the last step there is. The change is told the day it was made.
    pub(super) fn reshape_step(
        &self,
        note: Option<NoteId>,
        change: impl FnOnce(&mut Step, NaiveDate),
    ) -> Decision {
        let index = match note {
            Some(_) => self.meant(note)?,
            None => self
                .notes
                .iter()
                .rposition(|note| note.step.is_some())
                .ok_or(Refusal::NoStep)?,
        };
        let mut to = self.notes[index].clone();
        let made = to.at.date_naive();
        change(to.step.as_mut().ok_or(Refusal::NotAStep)?, made);
        Ok(self.replaced(index, to))
    }

    /// Brings a note's words to the line, as they would be typed.
    pub(super) fn change_words(&self, note: Option<NoteId>, split: bool) -> Decision {
        let index = self.meant(note)?;
        if !self.line.text.is_empty() {
            return Err(Refusal::LineInUse);
        }
        let note = &self.notes[index];
        let editing = Some(Editing {
            note: note.id,
            split,
        });
        let to = Writing {
            since: Some(note.at),
            editing,
            ..Writing::default()
        };
        let edit = Edit {
            at: 0,
            removed: String::new(),
            inserted: as_typed(note),
        };
        Ok(did(vec![
            Change::Writing {
                from: self.line.writing,
                to,
            },
            Change::Line(edit),
        ]))
    }

    /// Joins a note to the one above; or, straight after a paste was kept as several notes, makes them one again.
    pub(super) fn join(&self, note: Option<NoteId>) -> Decision {
        let index = self.meant(note)?;
        let pasted = self.just_kept().filter(|kept| note.is_none() && *kept > 1);
        let first = index.checked_sub(pasted.map_or(1, |kept| kept - 1));
        let first = first.ok_or(Refusal::NothingAbove)?;
        let mut joined = self.notes[first].clone();
        let mut changes = vec![];
        let voice = |at: usize| {
            let note: &Note = &self.notes[at];
            let is_own_words = note.mark == Some(Mark::OwnWords);
            (&note.speaker, note.told, is_own_words)
        };
        if (first..=index).any(|at| voice(at) != voice(first)) {
            return Err(Refusal::TwoVoices);
        }
        if self.notes[first..=index].iter().any(Note::tells_a_fact) {
            return Err(Refusal::CountedAlone);
        }
        for at in first + 1..=index {
            joined = joined_with(&joined, &self.notes[at]);
        }
        if joined.text.len() > LONGEST_NOTE {
            return Err(Refusal::TooLong);
        }
        for at in (first + 1..=index).rev() {
            changes.push(Change::Note {
                index: at,
                from: Some(Box::new(self.notes[at].clone())),
                to: None,
            });
        }
        changes.push(Change::Note {
            index: first,
            from: Some(Box::new(self.notes[first].clone())),
            to: Some(Box::new(joined)),
        });
        Ok(did(changes))
    }

    /// How many notes the last step kept, when they are the last there are.
    fn just_kept(&self) -> Option<usize> {
        let kept: Vec<NoteId> = self
            .done
            .last()?
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Note { from: None, to, .. } => to.as_ref().map(|note| note.id),
                _ => None,
            })
            .collect();
        let last = self.notes.iter().rev().take(kept.len()).rev();
        last.map(|note| note.id)
            .eq(kept.iter().copied())
            .then_some(kept.len())
    }

    pub(super) fn shift(&self, note: Option<NoteId>, by: isize) -> Decision {
        let from = self.meant(note)?;
        let to = from.checked_add_signed(by).ok_or(Refusal::NothingAbove)?;
        if to >= self.notes.len() {
            return Err(Refusal::NothingBelow);
        }
        Ok(did(vec![Change::Order { from, to }]))
    }
}

/// A note as it would be typed: mark, whose words, words. Plain words that would read as something else get a space.
pub fn as_typed(note: &Note) -> String {
    let speaker = note
        .speaker
        .as_ref()
        .map(|name| format!("{name}: "))
        .unwrap_or_default();
    let apart = if note.apart { "& " } else { "" };
    match note.mark {
        // The last quote would be taken for the one that closes them all.
        Some(mark @ Mark::OwnWords) if note.text.ends_with(is_quote) => {
            format!("{apart}{0} {speaker}{1}{0}", mark.char(), note.text)
        }
        Some(mark) => format!("{apart}{} {speaker}{}", mark.char(), note.text),
        None if note.apart || note.speaker.is_some() => format!("{apart}{speaker}{}", note.text),
        None if note.is_just_words() => format!(" {}", note.text),
        None => plain_as_typed(&note.text),
    }
}

fn is_quote(c: char) -> bool {
    Mark::from_char(c) == Some(Mark::OwnWords)
}

fn plain_as_typed(text: &str) -> String {
    use crate::line::{Reading, read};
    let same = matches!(read(text, |_| Some(())), Reading::Note(words)
        if words.text == text && words.mark.is_none() && !words.apart && words.speaker.is_none() && words.topic.is_none());
    if same {
        text.to_owned()
    } else {
        format!(" {text}")
    }
}

/// Two notes of one voice as one. A worry or a promise is not lost in a plain note.
fn joined_with(upper: &Note, lower: &Note) -> Note {
    let mut joined = upper.clone();
    joined.text = format!("{}\n{}", upper.text, lower.text);
    joined.apart = upper.apart || lower.apart;
    if upper.mark.is_none() {
        joined.mark = lower.mark;
        joined.step.clone_from(&lower.step);
        // Only the words that come first can be an amount.
        let lower = lower.fact.clone().filter(|fact| !fact.is_of_money());
        joined.fact = lower.or(joined.fact);
    }
    joined
}
