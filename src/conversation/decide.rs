//! Commands into events. Changes nothing: the caller applies what it is given, after the journal has it.

use super::{
    About, Change, Command, Conversation, Edit, Event, Moment, Motion, Pasted, Refusal, Talk,
    TopicRef, Writing, together,
};
use crate::{
    guide::{Guide, Topic},
    line::{Mark, Reading},
    text,
};

/// A longer silence than this between two letters begins a new step of undo.
const PAUSE_MS: i64 = 1000;

/// The most bytes one note may hold. One event may carry a note three times, each byte written as six, and must stay
/// within a line of a journal.
pub const LONGEST_NOTE: usize = 200_000;

/// What a decision gives: events to keep, or a reason.
pub type Decision = Result<Vec<Event>, Refusal>;

impl Conversation {
    /// Decides what a command means now. An empty list means there was nothing to do.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it cannot be done; nothing has changed.
    pub fn decide(&self, command: &Command, now: Moment) -> Decision {
        match command {
            Command::Type(words) => Ok(self.type_in(words, now)),
            Command::Paste(words) => self.paste(words, now),
            Command::Backspace => Ok(self.take_out(
                text::prev(&self.line.text, self.line.cursor),
                self.line.cursor,
                now,
            )),
            Command::Delete => Ok(self.take_out(
                self.line.cursor,
                text::next(&self.line.text, self.line.cursor),
                now,
            )),
            Command::DeleteWord => Ok(self.take_out(
                text::word_left(&self.line.text, self.line.cursor),
                self.line.cursor,
                now,
            )),
            Command::ClearLine => Ok(self.take_out(0, self.line.text.len(), now)),
            Command::Cursor(motion) => Ok(self.move_cursor(*motion)),
            Command::Keep { late, chosen } => self.keep(*late, *chosen, now),
            Command::Mark(note, mark) => self.mark(*note, *mark, now),
            Command::MarkLine(mark) => Ok(self.mark_line(*mark)),
            Command::Apart(note) => self.reshape(*note, |note| note.apart = !note.apart),
            Command::Refile(note, topic) => self.refile(*note, topic),
            Command::Section(note, section) => self.put_under(*note, section),
            Command::Whose(note, speaker) => self.whose(*note, speaker.as_deref()),
            Command::Disagree(note) => self.reshape(*note, together::disagree),
            Command::Choose(note, choice) => self.reshape(*note, |note| note.choice = *choice),
            Command::Due(note, day) => self.due(*note, *day, now),
            Command::Owner(note, who) => self.reshape_step(*note, |step, _| step.who = who.clone()),
            Command::Outcome(note, outcome) => self.reshape_step(*note, |step, _| {
                step.came_of_it(*outcome, now.date_naive());
            }),
            Command::Change { note, split } => self.change_words(*note, *split),
            Command::Join(note) => self.join(*note),
            Command::Up(note) => self.shift(*note, -1),
            Command::Down(note) => self.shift(*note, 1),
            Command::Connect {
                listing,
                kind,
                text,
            } => Ok(self.connect(listing, kind.as_deref(), text, now)),
            Command::Add(added) => Ok(self.add(added, now)),
            Command::Say(added) => self.with_line_cleared(self.add(added, now)),
            Command::FindOut(text) => Ok(self.find_out(text, now)),
            Command::Count { fact, text, late } => Ok(self.count(fact.as_ref(), text, *late, now)),
            Command::NextTopic => Ok(self.step_topic(1, now)),
            Command::PreviousTopic => Ok(self.step_topic(-1, now)),
            Command::Topic(topic) => {
                let position = self.guide().position(topic).ok_or(Refusal::NoTopic)?;
                Ok(self.point_at(position, now))
            }
            Command::Switch(guide) => self.switch(guide, now),
            Command::About(about) => self.about(about, now),
            Command::LookAgain(day, words) => self.set_look_again(*day, words, now),
            Command::Steady(holds) => Ok(self.say_steady(holds, now)),
            Command::Detail(detail) if Some(*detail) == self.detail => Ok(vec![]),
            Command::Detail(detail) => Ok(did(vec![Change::Detail {
                from: self.detail,
                to: Some(*detail),
            }])),
            Command::Pause if self.paused.is_some() => Ok(vec![]),
            Command::Pause => Ok(vec![Event::Paused]),
            Command::FamilyTime if self.family_time().is_some() => Ok(vec![]),
            Command::FamilyTime => Ok(vec![Event::FamilyTime]),
            Command::CarryOn if self.paused.is_none() => Ok(vec![]),
            Command::CarryOn => Ok(vec![Event::CarriedOn]),
            Command::Leave => Ok(vec![Event::Left]),
            Command::TakeUp => Ok(self.taken_up(now)),
            Command::Stop(stop) => Ok(vec![Event::Stopped(*stop)]),
            Command::Finish => Ok(vec![Event::Finished]),
            Command::Sought(words) => Ok(vec![Event::Sought(words.clone())]),
            Command::Undo if self.done.is_empty() => Err(Refusal::NothingToUndo),
            Command::Undo => Ok(vec![Event::Undone]),
            Command::Redo if self.undone.is_empty() => Err(Refusal::NothingToRedo),
            Command::Redo => Ok(vec![Event::Redone]),
        }
    }

    /// Opened again. The time since the last thing that happened is no part of the talk.
    fn taken_up(&self, now: Moment) -> Vec<Event> {
        let away = (now - self.last).num_seconds();
        let away = (away != 0).then_some(Event::Away(away));
        std::iter::once(Event::TakenUp).chain(away).collect()
    }

    fn type_in(&self, words: &str, now: Moment) -> Vec<Event> {
        if words.is_empty() {
            return vec![];
        }
        let edit = Edit {
            at: self.line.cursor,
            removed: String::new(),
            inserted: words.to_owned(),
        };
        let mut changes = vec![];
        if let Some(writing) = self.first_letter(now) {
            changes.push(writing);
        }
        let join = changes.is_empty() && self.continues(&edit, now);
        changes.push(Change::Line(edit));
        vec![Event::Did { join, changes }]
    }

    fn paste(&self, words: &str, now: Moment) -> Decision {
        let words = text::stored(words);
        if words.is_empty() {
            return Ok(vec![]);
        }
        if self.line.text.len() + words.len() > LONGEST_NOTE {
            return Err(Refusal::TooLong);
        }
        let first = self.line.text.is_empty() && self.line.writing.editing.is_none();
        let pasted = Some(if first {
            Pasted::First
        } else {
            self.line.writing.pasted.unwrap_or(Pasted::Within)
        });
        let to = Writing {
            since: self.line.writing.since.or(Some(now)),
            pasted,
            ..self.line.writing
        };
        let edit = Edit {
            at: self.line.cursor,
            removed: String::new(),
            inserted: words,
        };
        Ok(did(vec![
            Change::Writing {
                from: self.line.writing,
                to,
            },
            Change::Line(edit),
        ]))
    }

    fn take_out(&self, from: usize, to: usize, now: Moment) -> Vec<Event> {
        if from >= to {
            return vec![];
        }
        let edit = Edit {
            at: from,
            removed: self.line.text[from..to].to_owned(),
            inserted: String::new(),
        };
        let join = self.continues(&edit, now);
        let mut changes = vec![Change::Line(edit)];
        let emptied = to - from == self.line.text.len();
        if emptied && self.line.writing.editing.is_none() && self.line.writing != Writing::default()
        {
            changes.push(Change::Writing {
                from: self.line.writing,
                to: Writing::default(),
            });
        }
        vec![Event::Did { join, changes }]
    }

    /// Puts a mark before the words on the line, in place of the one there; the cursor stays by its letter.
    fn mark_line(&self, mark: Mark) -> Vec<Event> {
        let line = &self.line.text;
        let apart = line.len() - line.trim_start_matches('&').trim_start().len();
        let at = if line.starts_with('&') { apart } else { 0 };
        let had = match self.reading() {
            Reading::Note(words) => words.mark,
            _ => None,
        };
        let first = line[at..]
            .chars()
            .next()
            .filter(|c| had.is_some() || *c == ' ');
        let mut removed = first.map_or(0, char::len_utf8);
        if had.is_some() && line[at + removed..].starts_with(' ') {
            removed += 1;
        }
        let inserted = if had == Some(mark) {
            String::new()
        } else {
            format!("{} ", mark.char())
        };
        let cursor = match self.line.cursor.checked_sub(at + removed) {
            Some(after) => at + inserted.len() + after,
            None => self.line.cursor.min(at) + inserted.len(),
        };
        let from = self.line.writing;
        let pasted = from.pasted.map(|_| Pasted::Within);
        let mut changes = vec![Change::Line(Edit {
            at,
            removed: line[at..at + removed].to_owned(),
            inserted,
        })];
        if pasted != from.pasted {
            changes.push(Change::Writing {
                from,
                to: Writing { pasted, ..from },
            });
        }
        let mut events = did(changes);
        events.push(Event::CursorAt(cursor));
        events
    }

    /// The change that notes when a new line began, on its first letter.
    fn first_letter(&self, now: Moment) -> Option<Change> {
        let from = self.line.writing;
        (self.line.text.is_empty() && from.since.is_none()).then_some(Change::Writing {
            from,
            to: Writing {
                since: Some(now),
                ..from
            },
        })
    }

    /// Whether an edit belongs to the step of undo before it: the same word, without a pause.
    fn continues(&self, edit: &Edit, now: Moment) -> bool {
        let Some(group) = self.done.last().filter(|_| self.undone.is_empty()) else {
            return false;
        };
        let Some(Change::Line(before)) = group.changes.last() else {
            return false;
        };
        let typing = group
            .changes
            .iter()
            .all(|change| matches!(change, Change::Line(_) | Change::Writing { .. }));
        let gap = (now - group.at).num_milliseconds();
        if !typing || !(0..PAUSE_MS).contains(&gap) {
            return false;
        }
        if edit.removed.is_empty() {
            let same_place =
                before.removed.is_empty() && before.at + before.inserted.len() == edit.at;
            let new_word = before.inserted.ends_with(char::is_whitespace)
                && !edit.inserted.starts_with(char::is_whitespace);
            same_place && !new_word
        } else {
            let same_place = before.inserted.is_empty()
                && (edit.at + edit.removed.len() == before.at || edit.at == before.at);
            let new_word = before.removed.starts_with(char::is_whitespace)
                && !edit.removed.ends_with(char::is_whitespace);
            same_place && !new_word
        }
    }

    fn move_cursor(&self, motion: Motion) -> Vec<Event> {
        let at = self.line.cursor;
        let to = motion.from(&self.line.text, at);
        if to == at {
            vec![]
        } else {
            vec![Event::CursorAt(to)]
        }
    }

    fn step_topic(&self, by: isize, now: Moment) -> Vec<Event> {
        let count = self.guide().topics.len() as isize;
        let here = self.guide().position(&self.topic.topic).unwrap_or(0) as isize;
        if count == 0 {
            vec![]
        } else {
            self.point_at((here + by).rem_euclid(count) as usize, now)
        }
    }

    /// Moves the guide pointer. Steps made one after another are one step of undo.
    fn point_at(&self, position: usize, now: Moment) -> Vec<Event> {
        let guide = self.guide();
        let to = TopicRef {
            guide: guide.id.clone(),
            topic: guide.topics[position].id.clone(),
        };
        if to == self.topic {
            return vec![];
        }
        let join = self.undone.is_empty()
            && self.done.last().is_some_and(|group| {
                let walking = group
                    .changes
                    .iter()
                    .all(|change| matches!(change, Change::Topic { .. }));
                walking && (0..PAUSE_MS).contains(&(now - group.at).num_milliseconds())
            });
        vec![Event::Did {
            join,
            changes: vec![Change::Topic {
                from: self.topic.clone(),
                to,
            }],
        }]
    }

    fn switch(&self, guide: &Guide, now: Moment) -> Decision {
        if guide.id == self.guide().id {
            return Err(Refusal::AlreadyHere);
        }
        // Straight to the first prompts: whoever moves to another kind mid-talk needs them now.
        let has_name = |topic: &&Topic| topic.names_person && self.facts.person.is_some();
        let first = guide
            .topics
            .iter()
            .skip(1)
            .find(|topic| !has_name(topic))
            .or(guide.topics.first())
            .ok_or(Refusal::NoTopic)?;
        let to = TopicRef {
            guide: guide.id.clone(),
            topic: first.id.clone(),
        };
        let talk = Talk {
            guide: guide.clone(),
            from: now,
            notes_before: self.notes.len(),
        };
        // The pointer is moved on both sides of the talk, so that going back finds it where it was.
        Ok(did(vec![
            Change::Talk {
                from: None,
                to: Some(Box::new(talk)),
            },
            Change::Topic {
                from: self.topic.clone(),
                to,
            },
        ]))
    }

    fn about(&self, about: &About, now: Moment) -> Decision {
        let mut facts = self.facts.clone();
        match about.clone() {
            About::Person(name) => facts.person = name,
            About::Known {
                person,
                contact,
                no_copy_home,
            } => {
                facts.person = Some(person);
                facts.contact = contact;
                facts.no_copy_home |= no_copy_home;
            }
            About::Caller(caller) => return self.called(caller),
            About::Contact(contact) => facts.contact = contact,
            About::Contacted(day) => facts.contacted = day,
            About::How(how) => facts.how = how,
            About::By(name) => facts.by = name,
            About::Joined { name, role } => facts.join(name, role, self.came(now), now)?,
            About::WentAway(name) => facts.leave(&name, now)?,
            About::NoCopyHome(yes) => facts.no_copy_home = yes,
            About::PartOfAssessment(word) => facts.part_of_assessment = word,
            About::Copy(copy) => facts.copy = copy,
            About::Route(route) => facts.route = route,
            About::OldWay(name) => facts.old_way = name,
            About::Linked(link) if facts.links.contains(&link) => {}
            About::Linked(link) => facts.links.push(link),
        }
        if facts == self.facts {
            return Ok(vec![]);
        }
        let named = facts.person.as_deref();
        let is_new = named.is_some() && facts.person != self.facts.person;
        let join = matches!(about, About::Known { .. })
            && named.is_some_and(|name| self.was_named_by_line(name));
        let moves_on = (is_new && self.waits_for_the_name()).then(|| self.moves_on());
        let changes = std::iter::once(Change::Facts {
            from: Box::new(self.facts.clone()),
            to: Box::new(facts),
        });
        let changes = changes.chain(moves_on.flatten()).collect();
        Ok(vec![Event::Did { join, changes }])
    }
}

/// One step of undo.
pub(super) fn did(changes: Vec<Change>) -> Vec<Event> {
    vec![Event::Did {
        join: false,
        changes,
    }]
}
