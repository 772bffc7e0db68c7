//! Enter: what the line becomes when it is kept.

use std::ops::Range;

use super::{
    Added, Change, Choice, Conversation, Edit, Editing, Event, Fact, Moment, Note, NoteId, Pasted,
    Refusal, TopicRef, Writing,
    decide::{Decision, did},
    reshape::as_typed,
    together::first_name,
};
use crate::{
    line::{self, Known, Mark, Reading, Step, Who, Words, spent},
    text,
};

impl Conversation {
    /// What the words on the line would be if they were kept now.
    pub fn reading(&self) -> Reading<'_, TopicRef> {
        match self.line.writing.pasted {
            Some(Pasted::First) => plain(&self.line.text),
            Some(Pasted::Within) | None => {
                line::read(&self.line.text, |typed| self.topic_named(typed))
            }
        }
    }

    /// Whether the words on the line would be a spend from the small budget if they were kept now.
    pub fn is_spend(&self, words: &Words<'_, TopicRef>) -> bool {
        let is_plain = words.mark.is_none() && words.speaker.is_none() && !self.is_just_text();
        is_plain && spent::guessed(words.text).is_ok()
    }

    /// Whether the line says that it is text and nothing else: it begins with a space, or was pasted.
    fn is_just_text(&self) -> bool {
        self.line.writing.pasted == Some(Pasted::First)
            || self.line.text.starts_with(char::is_whitespace)
    }

    /// The paragraphs on the line, when a paste brought more than one: each becomes a note.
    pub fn paragraphs(&self) -> Option<Vec<&str>> {
        self.line.writing.pasted?;
        let parts = paragraphs(&self.line.text);
        (parts.len() > 1).then_some(parts)
    }

    /// Who and when of the words, if they were a next step typed on `now`.
    pub fn step_of(&self, sentence: &str, now: Moment) -> Step {
        let names = self.names();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let crisis = self.kind() == crate::guide::Kind::Crisis;
        line::read_step(
            sentence,
            now.date_naive(),
            &Known {
                names: &names,
                crisis,
            },
        )
    }

    /// When the words on the line were begun, which is when a "tomorrow" among them was said. A kept note that is being
    /// changed is read again as of now.
    pub fn begun(&self, now: Moment) -> Moment {
        match self.line.writing {
            Writing {
                since: Some(since),
                editing: None,
                ..
            } => since,
            _ => now,
        }
    }

    /// The words of the next step being typed, when the line holds one.
    pub fn step_on_line(&self) -> Option<String> {
        match self.reading() {
            Reading::Note(words) if words.mark == Some(Mark::NextStep) => {
                Some(words.text.to_string())
            }
            _ => None,
        }
    }

    pub(super) fn keep(&self, late: bool, chosen: Option<NoteId>, now: Moment) -> Decision {
        if let Some(editing) = self.line.writing.editing {
            return Ok(self.end_change(editing, now));
        }
        match self.reading() {
            Reading::Blank => Ok(vec![]),
            Reading::Mark(mark) => self.with_line_cleared(self.mark(chosen, mark, now)?),
            Reading::Apart => {
                self.with_line_cleared(self.reshape(chosen, |note| note.apart = !note.apart)?)
            }
            Reading::Topic(topic) => self.with_line_cleared(self.refile(chosen, &topic)?),
            Reading::Command { .. } => {
                Ok(self.keep_words(&plain_words(&self.line.text), late, now))
            }
            Reading::Note(words) => Ok(self.keep_words(&words, late, now)),
        }
    }

    fn keep_words(&self, words: &Words<'_, TopicRef>, late: bool, now: Moment) -> Vec<Event> {
        let text = text::stored(words.text);
        let parts = if self.line.writing.pasted.is_some() {
            paragraphs(&text)
        } else {
            vec![text.as_str()]
        };
        let mut changes = self.clear_line();
        for (nth, part) in parts.into_iter().enumerate() {
            let mut note = self.new_note(part.to_owned(), now);
            note.id = self.id_after(nth);
            note.late = late;
            if late {
                note.choice = Choice::In;
            }
            self.dress(&mut note, words, self.begun(now));
            note.fact = just_words(self.is_just_text(), &note.text);
            if words.speaker.is_none() {
                note.speaker = self.speaker_unless_said(&note);
                note.told = note.speaker.is_some();
            }
            note.section = self.disagreement(&note);
            changes.push(Change::Note {
                index: self.notes.len() + nth,
                from: None,
                to: Some(Box::new(note)),
            });
        }
        changes.extend(self.person_spoke(words, now));
        if !late {
            changes.extend(self.names_the_person(words));
            changes.extend(self.moves_on());
        }
        did(changes)
    }

    /// A connection chosen from the local list. What is on the line stays there unless it was the search itself.
    pub(super) fn connect(
        &self,
        listing: &str,
        kind: Option<&str>,
        text: &str,
        now: Moment,
    ) -> Vec<Event> {
        let mut note = self.new_note(text::stored(text), now);
        note.mark = Some(Mark::Connection);
        note.listing = Some(listing.to_owned());
        note.fact = kind.map(|kind| Fact::Kind(kind.to_owned()));
        let searching =
            matches!(self.reading(), Reading::Note(words) if words.mark == Some(Mark::Connection));
        let mut changes = if searching { self.clear_line() } else { vec![] };
        changes.push(Change::Note {
            index: self.notes.len(),
            from: None,
            to: Some(Box::new(note)),
        });
        did(changes)
    }

    /// Notes that were not typed on the line.
    pub(super) fn add(&self, added: &[Added], now: Moment) -> Vec<Event> {
        if added.is_empty() {
            return vec![];
        }
        let changes = added.iter().enumerate().map(|(nth, added)| {
            let note = Note {
                id: self.id_after(nth),
                at: now,
                topic: TopicRef {
                    guide: self.guide().id.clone(),
                    topic: added.topic.clone(),
                },
                // A next step is read from its words, with who and when.
                mark: added.mark.filter(|mark| *mark != Mark::NextStep),
                speaker: added.speaker.clone(),
                ..self.new_note(text::stored(&added.text), now)
            };
            Change::Note {
                index: self.notes.len() + nth,
                from: None,
                to: Some(Box::new(note)),
            }
        });
        did(changes.collect())
    }

    /// A note that counts, which its fact or its words say.
    pub(super) fn count(
        &self,
        fact: Option<&Fact>,
        text: &str,
        late: bool,
        now: Moment,
    ) -> Vec<Event> {
        let mut note = self.new_note(text::stored(text), now);
        note.at = now;
        note.fact = fact.cloned();
        note.late = late;
        if late {
            note.choice = Choice::In;
        }
        did(vec![Change::Note {
            index: self.notes.len(),
            from: None,
            to: Some(Box::new(note)),
        }])
    }

    /// Something to come back to, kept from a list that did not have it.
    pub(super) fn find_out(&self, text: &str, now: Moment) -> Vec<Event> {
        let mut note = self.new_note(text::stored(text), now);
        note.at = now;
        note.mark = Some(Mark::ComeBack);
        did(vec![Change::Note {
            index: self.notes.len(),
            from: None,
            to: Some(Box::new(note)),
        }])
    }

    /// The number of the `nth` new note of a step.
    fn id_after(&self, nth: usize) -> NoteId {
        let nth = u32::try_from(nth).unwrap_or(u32::MAX);
        NoteId(self.next_note.saturating_add(nth))
    }

    pub(super) fn new_note(&self, text: String, now: Moment) -> Note {
        Note {
            id: NoteId(self.next_note),
            text,
            mark: None,
            topic: self.topic.clone(),
            at: self.begun(now),
            speaker: None,
            told: false,
            apart: false,
            step: None,
            choice: Choice::ByDetail,
            section: None,
            late: false,
            listing: None,
            fact: None,
        }
    }

    /// Gives a note what its line said of it: mark, topic, whose words, who and when.
    fn dress(&self, note: &mut Note, words: &Words<'_, TopicRef>, now: Moment) {
        note.mark = words.mark;
        note.apart = words.apart;
        note.speaker = words.speaker.map(str::to_owned);
        note.told = false;
        if let Some(topic) = &words.topic {
            note.topic = topic.clone();
        }
        if note
            .speaker
            .as_deref()
            .is_some_and(|speaker| self.facts.is_the_person(speaker))
        {
            note.speaker = None;
            note.mark = note.mark.or(Some(Mark::OwnWords));
        }
        note.step = (note.mark == Some(Mark::NextStep)).then(|| self.step_of(&note.text, now));
        if let (Some(step), Some(due)) = (&mut note.step, self.line.writing.due) {
            step.when = due.chosen_over(&step.when);
        }
    }

    /// The changed words go back into their note, and the line is free again.
    fn end_change(&self, editing: Editing, now: Moment) -> Vec<Event> {
        let Some(index) = self.index_of(editing.note) else {
            return did(self.clear_line());
        };
        let before = &self.notes[index];
        let mut parts = self
            .line
            .text
            .split('\n')
            .filter(|_| editing.split)
            .filter(|part| !part.trim().is_empty());
        let first = if editing.split {
            parts.next().unwrap_or_default()
        } else {
            self.line.text.as_str()
        };
        // Nothing left of the words: the note stays as it was. Leaving it out is another key.
        let changed = self
            .changed(before, first, now)
            .filter(|_| first != as_typed(before))
            .unwrap_or_else(|| before.clone());
        let mut changes = self.clear_line();
        for (nth, part) in parts.enumerate() {
            let Some(mut note) = self.changed(before, part, now) else {
                continue;
            };
            note.id = self.id_after(nth);
            self.take_after(&mut note, &changed, now);
            changes.push(Change::Note {
                index: index + 1 + nth,
                from: None,
                to: Some(Box::new(note)),
            });
        }
        if changed != *before {
            changes.push(Change::Note {
                index,
                from: Some(Box::new(before.clone())),
                to: Some(Box::new(changed)),
            });
        }
        did(changes)
    }

    /// What was split off is what the rest is, unless it says otherwise; and kept apart in any case.
    fn take_after(&self, note: &mut Note, rest: &Note, now: Moment) {
        note.apart |= rest.apart;
        note.fact = note.fact.take().filter(|fact| *fact == Fact::JustWords);
        if note.mark.is_none() && note.speaker.is_none() {
            note.mark = rest.mark;
            note.speaker.clone_from(&rest.speaker);
            note.told = rest.told;
            note.step = (note.mark == Some(Mark::NextStep)).then(|| self.step_of(&note.text, now));
        }
    }

    /// `before` with the words (and marks) of `typed`; `None` when there are no words.
    fn changed(&self, before: &Note, typed: &str, now: Moment) -> Option<Note> {
        let mut note = before.clone();
        let Reading::Note(words) = line::read(typed, |name| self.topic_named(name)) else {
            let words = typed.trim();
            note.text = text::stored(words);
            note.fact = still_said(before, typed, &note.text);
            return (!words.is_empty()).then_some(note);
        };
        note.text = text::stored(words.text);
        note.fact = still_said(before, typed, &note.text);
        let step = before.step.clone();
        self.dress(&mut note, &words, now);
        // Other words of the worker's for what they told; theirs only once they are marked so.
        note.told = before.told && note.speaker == before.speaker;
        if note.text == before.text && note.mark == before.mark {
            note.step = step;
        } else if let (Some(now), Some(was)) = (&mut note.step, step.filter(|was| was.again)) {
            // In other words, and maybe without the day: it is still when the worker looks again.
            now.again = true;
            if now.when.due().is_none() {
                now.when = was.when;
            }
        }
        Some(note)
    }

    /// The changes that leave the line empty and new.
    pub(super) fn clear_line(&self) -> Vec<Change> {
        let mut changes = vec![];
        if !self.line.text.is_empty() {
            changes.push(Change::Line(Edit {
                at: 0,
                removed: self.line.text.clone(),
                inserted: String::new(),
            }));
        }
        if self.line.writing != Writing::default() {
            changes.push(Change::Writing {
                from: self.line.writing,
                to: Writing::default(),
            });
        }
        changes
    }

    /// Puts the clearing of the line into the same step of undo as what the line asked for.
    pub(super) fn with_line_cleared(&self, events: Vec<Event>) -> Decision {
        let mut all = self.clear_line();
        for event in events {
            if let Event::Did { changes, .. } = event {
                all.extend(changes);
            }
        }
        if all.is_empty() {
            Err(Refusal::NoNote)
        } else {
            Ok(did(all))
        }
    }

    /// Names heard in this conversation: who is in it, who spoke, who will do something.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .facts
            .present
            .iter()
            .map(|one| one.name.clone())
            .collect();
        names.extend(
            self.facts
                .person
                .iter()
                .map(|name| first_name(name).to_owned()),
        );
        for note in &self.notes {
            names.extend(note.speaker.clone());
            if let Some(Step {
                who: Who::Named(name),
                ..
            }) = &note.step
            {
                names.push(name.clone());
            }
        }
        names
    }
}

/// What a note still says for the figures in other words. Where a mark stands before the words there is no room for the
/// space that made them just text, so they stay that.
fn still_said(before: &Note, typed: &str, text: &str) -> Option<Fact> {
    let stays = before.is_just_words() && !as_typed(before).starts_with(' ');
    let is_just_text = stays || typed.starts_with(char::is_whitespace);
    let says = |fact: &&Fact| match fact {
        Fact::JustWords => false,
        Fact::Spent => !is_just_text,
        _ => true,
    };
    let fact = before.fact.as_ref().filter(says);
    fact.and_then(|fact| fact.still_said(&before.text, text))
        .or_else(|| just_words(is_just_text, text))
}

/// That words which begin with an amount are no spend, where they were typed as just text.
fn just_words(is_just_text: bool, text: &str) -> Option<Fact> {
    (is_just_text && spent::guessed(text) != Err(None)).then_some(Fact::JustWords)
}

/// The most notes a paste becomes. Each is a good many bytes of the journal, and all of them are one line there, which
/// has an end: tens of thousands would never be read back.
const MOST_NOTES: usize = 4_000;

/// Blank lines part paragraphs; where there are none, each line is one. Of more than anybody would read as notes,
/// nothing is parted.
fn paragraphs(text: &str) -> Vec<&str> {
    let is_blank = |line: &str| line.trim().is_empty();
    let joins_lines = text.trim().split('\n').any(is_blank);
    let mut parts: Vec<Range<usize>> = vec![];
    let (mut at, mut goes_on) = (0, false);
    for line in text.split('\n') {
        let here = at..at + line.len();
        at = here.end + 1;
        if is_blank(line) {
            goes_on = false;
            continue;
        }
        match parts.last_mut() {
            Some(part) if goes_on => part.end = here.end,
            _ => parts.push(here),
        }
        goes_on = joins_lines;
    }
    if parts.len() > MOST_NOTES {
        return vec![text];
    }
    parts.into_iter().map(|part| &text[part]).collect()
}

fn plain<'a, T>(line: &'a str) -> Reading<'a, T> {
    if line.trim().is_empty() {
        Reading::Blank
    } else {
        Reading::Note(plain_words(line))
    }
}

/// The line as plain text: no mark, nobody's name, no topic.
fn plain_words<T>(line: &str) -> Words<'_, T> {
    Words {
        text: line,
        mark: None,
        apart: false,
        speaker: None,
        topic: None,
    }
}
