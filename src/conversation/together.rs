//! More than one person in the talk: who is on the line, whose words a line is, and a family left alone.
//!
//! Where somebody rang for the person, a line is theirs until the person is on the line too: what a daughter says is
//! never written as what the person told us. The label of the line says whose words it is before Enter is pressed.

use serde::{Deserialize, Serialize};

use super::{
    Caller, Change, Conversation, Facts, Moment, Note, NoteId, Presence, Refusal, TopicRef,
    decide::{Decision, did},
};
use crate::{
    guide::SectionId,
    line::{Mark, Reading, Words},
};

/// A time the family was left alone: private, and nothing of it noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alone {
    /// When it began.
    pub from: Moment,
    /// When the talk went on; `None` while it has not.
    pub to: Option<Moment>,
}

impl Facts {
    /// Whether that is a name of the person it is about: the whole of it, or the first word. Never of who rang, who may
    /// have the same first name.
    pub fn is_the_person(&self, name: &str) -> bool {
        let Some(person) = &self.person else {
            return false;
        };
        let rang = self.caller.as_ref();
        !rang.is_some_and(|caller| is_same(&caller.name, name))
            && (is_same(person, name) || is_same(first_name(person), name))
    }

    /// Whether the person is on the line now: from the start, unless somebody rang for them or it was said otherwise.
    pub fn person_is_there(&self) -> bool {
        let mut theirs = self.present.iter().rev();
        match theirs.find(|one| self.is_the_person(&one.name)) {
            Some(one) => one.to.is_none(),
            None => self.caller.is_none(),
        }
    }

    /// Who else is on the line now, in the order they came.
    pub fn others_there(&self) -> impl Iterator<Item = &Presence> {
        self.present
            .iter()
            .filter(|one| one.to.is_none() && !self.is_the_person(&one.name))
    }

    /// Whose words a line is unless it says so itself; `None` is the person's. Only where somebody rang for them is it
    /// anybody else's: theirs, or of whoever they gave the phone to.
    pub fn speaking(&self) -> Option<&str> {
        let caller = self.caller.as_ref().filter(|_| !self.person_is_there())?;
        let is_caller = |one: &&Presence| is_same(&one.name, &caller.name);
        let there = self.others_there().find(is_caller);
        let other = there.or_else(|| self.others_there().next());
        Some(other.map_or(&caller.name, |one| &one.name))
    }

    /// Whose words those are, by name, where somebody rang for the person: theirs, or the person's.
    pub fn speaking_by_name(&self) -> Option<&str> {
        self.caller.as_ref()?;
        let person = || self.person.as_deref().map(first_name);
        self.speaking().or_else(person)
    }

    /// Whose conversation a carer's own would be: who rang, or else the only other one on the line.
    pub fn carer(&self) -> Option<&str> {
        let mut others = self.others_there();
        let rang = self.caller.as_ref().map(|caller| caller.name.as_str());
        rang.or_else(|| {
            let only = others.next().filter(|_| others.next().is_none())?;
            Some(only.name.as_str())
        })
    }

    /// Somebody came, or came back. `came` is when, for one who was not there before.
    pub(super) fn join(
        &mut self,
        name: String,
        role: Option<String>,
        came: Option<Moment>,
        now: Moment,
    ) -> Result<(), Refusal> {
        let is_person = self.is_the_person(&name);
        let is_it = |one: &Presence| {
            is_same(&one.name, &name) || (is_person && self.is_the_person(&one.name))
        };
        let before = self.present.iter().rposition(is_it);
        let known = before.map(|at| self.present[at].clone());
        match (before, &known) {
            (Some(at), Some(one)) if one.to.is_none() => {
                if role.is_none() || role == one.role {
                    return Err(Refusal::HereAlready(name));
                }
                self.present[at].role = role;
            }
            (None, _) if is_person && self.person_is_there() => {
                return Err(Refusal::HereAlready(name));
            }
            _ => self.present.push(Presence {
                name: known.as_ref().map_or(name, |one| one.name.clone()),
                role: role.or(known.as_ref().and_then(|one| one.role.clone())),
                from: known.map_or(came, |_| Some(now)),
                to: None,
            }),
        }
        Ok(())
    }

    /// Somebody left; the first letters of a name are enough. The person may leave as well.
    pub(super) fn leave(&mut self, name: &str, now: Moment) -> Result<(), Refusal> {
        let typed = name.trim().to_lowercase();
        let here = self.here();
        let whole = |one: &&(String, Option<usize>)| one.0 == typed || first_name(&one.0) == typed;
        let begun = |one: &&(String, Option<usize>)| one.0.starts_with(&typed);
        let found = here.iter().find(whole).or_else(|| here.iter().find(begun));
        match found.filter(|_| !typed.is_empty()) {
            None => return Err(Refusal::NobodyCalled(name.to_owned())),
            Some((_, Some(at))) => self.present[*at].to = Some(now),
            Some((_, None)) => {
                let person = self.person.as_deref().unwrap_or_default();
                self.present.push(Presence {
                    name: first_name(person).to_owned(),
                    role: None,
                    from: None,
                    to: Some(now),
                });
            }
        }
        Ok(())
    }

    /// Everybody on the line now in small letters, with their place among those present: none for a person who was there
    /// from the start, whom nobody had to say.
    fn here(&self) -> Vec<(String, Option<usize>)> {
        let present = self.present.iter().enumerate();
        let mut here: Vec<(String, Option<usize>)> = present
            .filter(|(_, one)| one.to.is_none())
            .map(|(at, one)| (one.name.to_lowercase(), Some(at)))
            .collect();
        let is_said = self.present.iter().any(|one| self.is_the_person(&one.name));
        if let Some(person) = self
            .person
            .as_ref()
            .filter(|_| !is_said && self.person_is_there())
        {
            here.push((person.to_lowercase(), None));
        }
        here
    }
}

impl Conversation {
    /// Since when the family has been alone, while it is.
    pub fn family_time(&self) -> Option<Moment> {
        let last = self.alone.last().filter(|alone| alone.to.is_none());
        last.map(|alone| alone.from)
    }

    /// Whose words the line would be if it were kept now; `None` is the person's, or the worker's own.
    /// A note that is being changed stays whose it was.
    pub fn voice<'a>(&'a self, words: &Words<'a, TopicRef>) -> Option<&'a str> {
        let told =
            self.line.writing.editing.is_none() && can_be_told(words.mark) && !self.is_spend(words);
        words
            .speaker
            .or_else(|| self.facts.speaking().filter(|_| told))
    }

    /// Whose words a note is, for the record; `None` is the person's, or the worker's own.
    pub fn speaker<'a>(&self, note: &'a Note) -> Option<&'a str> {
        let speaker = note.speaker.as_deref();
        speaker.filter(|speaker| !self.facts.is_the_person(speaker))
    }

    /// Whether a call of a few lines has its last: Enter on an empty line then reads it back.
    pub fn has_its_lines(&self) -> bool {
        let last = self.guide().topics.last();
        let here = last.is_some_and(|topic| topic.id == self.topic.topic);
        self.guide().a_line_each && here && self.notes_under(&self.topic) > 0
    }

    /// Whether the line would make a promise with a mark before it: the last of a call of a few lines, in which a day is
    /// named.
    pub fn could_be_a_promise(&self, now: Moment) -> bool {
        let Reading::Note(words) = self.reading() else {
            return false;
        };
        self.could_be_promised(words.mark, words.text, self.begun(now))
    }

    /// The same of a note that is kept.
    pub fn note_could_be_a_promise(&self, note: &Note) -> bool {
        note.topic == self.topic && self.could_be_promised(note.mark, &note.text, note.at)
    }

    fn could_be_promised(&self, mark: Option<Mark>, text: &str, said: Moment) -> bool {
        let last = self.guide().topics.last();
        let here = last.is_some_and(|topic| topic.id == self.topic.topic);
        let names_a_day = || self.step_of(text, said).when.due().is_some();
        self.guide().a_line_each && here && mark.is_none() && names_a_day()
    }

    /// When somebody who comes now came; `None` before the first note, which is from the start.
    pub(super) fn came(&self, now: Moment) -> Option<Moment> {
        (!self.notes.is_empty()).then_some(now)
    }

    /// Whose words a note is that does not say.
    pub(super) fn speaker_unless_said(&self, note: &Note) -> Option<String> {
        let told = note_can_be_told(note);
        let speaking = self.facts.speaking().filter(|_| told);
        speaking.map(str::to_owned)
    }

    /// Who rang is named, named otherwise, or turns out to be nobody. What was told so far is theirs from the first
    /// line, unless the person was said to be there; another name for them is one for their lines too.
    pub(super) fn called(&self, caller: Option<Caller>) -> Decision {
        let mut facts = self.facts.clone();
        let before = facts.caller.take();
        if let Some(caller) = &caller {
            if facts.is_the_person(&caller.name) {
                return Err(Refusal::IsThePerson);
            }
            facts.has_rung(caller, before.as_ref());
        }
        let person_was_there = facts
            .present
            .iter()
            .any(|one| self.facts.is_the_person(&one.name));
        let is_theirs = |note: &Note| match (&before, &note.speaker) {
            (None, None) => !person_was_there && note_can_be_told(note),
            (Some(before), Some(speaker)) => is_same(speaker, &before.name),
            _ => false,
        };
        let theirs = self.notes.iter().enumerate();
        let changes = theirs.filter(|(_, note)| is_theirs(note));
        let name = caller.map(|caller| caller.name);
        let renamed = changes.filter_map(|(index, note)| {
            let speaker = Some(name.clone()?);
            let to = Note {
                speaker,
                told: note.told || note.speaker.is_none(),
                ..note.clone()
            };
            (to != *note).then(|| note_changed(index, note, to))
        });
        let facts = (facts != self.facts).then(|| self.facts_changed(facts));
        let all: Vec<Change> = facts.into_iter().chain(renamed).collect();
        Ok(if all.is_empty() { vec![] } else { did(all) })
    }

    /// Says whose words a note is.
    pub(super) fn whose(&self, note: Option<NoteId>, speaker: Option<&str>) -> Decision {
        let kept = &self.notes[self.meant(note)?];
        if !note_can_be_told(kept) {
            return Err(Refusal::WorkersOwn);
        }
        let speaker = speaker.filter(|name| !self.facts.is_the_person(name));
        self.reshape(note, |note| {
            note.told = speaker.is_some() && (note.told || note.speaker.is_none());
            note.speaker = speaker.map(str::to_owned);
        })
    }

    /// A line that begins with the person's name says that they are on the line, where somebody rang for them.
    pub(super) fn person_spoke(&self, words: &Words<'_, TopicRef>, now: Moment) -> Option<Change> {
        let name = words.speaker.filter(|name| {
            self.facts.caller.is_some()
                && self.facts.is_the_person(name)
                && !self.facts.person_is_there()
        })?;
        let mut facts = self.facts.clone();
        facts
            .join(name.to_owned(), None, self.came(now), now)
            .ok()?;
        Some(self.facts_changed(facts))
    }

    /// The line says who this is with, where its topic asks for that and nobody is named yet.
    pub(super) fn names_the_person(&self, words: &Words<'_, TopicRef>) -> Option<Change> {
        let is_just_words = words.mark.is_none()
            && words.speaker.is_none()
            && words.topic.is_none()
            && !words.apart;
        let name = words.text.trim();
        let names = is_just_words && self.facts.person.is_none() && is_as_short_as_a_name(name);
        if !(names && self.waits_for_the_name()) {
            return None;
        }
        let mut facts = self.facts.clone();
        facts.person = Some(name.to_owned());
        Some(self.facts_changed(facts))
    }

    /// Whether the topic asks who this is with, and nothing is kept in it yet.
    pub(super) fn waits_for_the_name(&self) -> bool {
        let asks = self.current_topic().is_some_and(|topic| topic.names_person);
        asks && self.notes_under(&self.topic) == 0
    }

    /// Whether the last step kept a line that named this very person. What a record says of them belongs to it.
    pub(super) fn was_named_by_line(&self, name: &str) -> bool {
        let Some(step) = self.done.last() else {
            return false;
        };
        let kept = |change: &Change| matches!(change, Change::Note { from: None, .. });
        let named = |change: &Change| {
            matches!(change, Change::Facts { from, to } if from.person.is_none()
                && to.person.as_deref().is_some_and(|person| is_same(person, name)))
        };
        step.changes.iter().any(kept) && step.changes.iter().any(named)
    }

    /// On to the next topic, in a guide where each line has its own.
    pub(super) fn moves_on(&self) -> Option<Change> {
        let guide = self.guide();
        let here = guide.position(&self.topic.topic)?;
        let next = guide.topics.get(here + 1).filter(|_| guide.a_line_each)?;
        Some(Change::Topic {
            from: self.topic.clone(),
            to: self.topic_ref(next),
        })
    }

    /// The heading for disagreements, when that is where the note's topic puts what people say.
    pub(super) fn disagreement(&self, note: &Note) -> Option<SectionId> {
        let guide = self.guide_named(&note.topic.guide)?;
        let section = guide.topic(&note.topic.topic)?.section.as_ref()?;
        let is_it = section.as_str() == SectionId::WHERE_WE_DISAGREE;
        (is_it && note_can_be_told(note)).then(|| section.clone())
    }

    /// What the worker saw or thinks is nobody else's words, even while somebody else is speaking; with the mark off
    /// again, they are.
    pub(super) fn follow_mark(&self, from: &Note, to: &mut Note) {
        let Some(speaking) = self.facts.speaking() else {
            return;
        };
        let was = note_can_be_told(from);
        let is = note_can_be_told(to);
        if was && !is && to.speaker.as_deref() == Some(speaking) {
            (to.speaker, to.told) = (None, false);
        } else if is && !was && to.speaker.is_none() {
            (to.speaker, to.told) = (Some(speaking.to_owned()), true);
        }
    }

    fn facts_changed(&self, to: Facts) -> Change {
        Change::Facts {
            from: Box::new(self.facts.clone()),
            to: Box::new(to),
        }
    }
}

impl Facts {
    /// Takes in who rang. Whoever was taken for them before, and was not said to be there otherwise, goes.
    fn has_rung(&mut self, caller: &Caller, before: Option<&Caller>) {
        let is = |one: &Presence, name: &str| one.to.is_none() && is_same(&one.name, name);
        let put_there = before.filter(|before| !is_same(&before.name, &caller.name));
        if let Some(before) = put_there {
            self.present
                .retain(|one| one.from.is_some() || !is(one, &before.name));
        }
        let role = match self.present.iter_mut().find(|one| is(one, &caller.name)) {
            Some(one) => {
                one.role = caller.role.clone().or(one.role.take());
                one.role.clone()
            }
            None => {
                let first = Presence {
                    name: caller.name.clone(),
                    role: caller.role.clone(),
                    from: None,
                    to: None,
                };
                self.present.insert(0, first);
                caller.role.clone()
            }
        };
        self.caller = Some(Caller {
            name: caller.name.clone(),
            role,
        });
    }
}

/// Puts a note among disagreements, or takes it from there.
pub(super) fn disagree(note: &mut Note) {
    let put = !note.is_disagreement();
    note.section = put.then(|| SectionId::new(SectionId::WHERE_WE_DISAGREE));
}

/// The first word of a name.
pub(super) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

/// The most words and letters of a line that is taken for a name.
const LONGEST_NAME: (usize, usize) = (4, 40);

/// Whether that may be somebody's name, and no sentence about them: few words, and no letters but those of names.
fn is_as_short_as_a_name(line: &str) -> bool {
    let (most_words, most_letters) = LONGEST_NAME;
    let of_a_name = |c: char| c.is_alphabetic() || " .-'\u{2019}".contains(c);
    line.starts_with(char::is_alphabetic)
        && line.split_whitespace().count() <= most_words
        && line.chars().count() <= most_letters
        && line.chars().all(of_a_name)
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Whether a note can be what somebody told: not what the worker saw, thinks, asks, promises or connects.
fn can_be_told(mark: Option<Mark>) -> bool {
    matches!(
        mark,
        None | Some(Mark::OwnWords | Mark::Matters | Mark::Worry | Mark::Strength)
    )
}

/// The same of a note that is kept, which may be there to say what the worker did or spent.
fn note_can_be_told(note: &Note) -> bool {
    !note.tells_a_fact() && note.spend().is_none() && can_be_told(note.mark)
}

fn note_changed(index: usize, from: &Note, to: Note) -> Change {
    Change::Note {
        index,
        from: Some(Box::new(from.clone())),
        to: Some(Box::new(to)),
    }
}
