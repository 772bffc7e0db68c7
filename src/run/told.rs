//! Stories and feedback: what is not finished, kept as it is typed; stories in their files; a row for each who answered.
//!
//! What is typed is on the disk before it shows, and a key writes no more than its letters. All else is read and kept on
//! a thread of its own: another window may be at the same file, and there may be many of them.

use super::{World, answers::Answer};
use crate::{
    app::Msg,
    conversation::ConversationId,
    desk::{Heard, Keeping, Tell},
    evidence::story::NoStory,
    guide::Problem,
    record,
    store::{
        Found, Home, Library, StoreError, answers, feedback,
        stories::{self, Read},
    },
    words::{self, evidence::story as said},
};

impl World {
    /// Does something with stories or feedback.
    pub(super) fn tell(&mut self, what: Tell) -> Vec<Msg> {
        self.look_at_the_seal();
        let home = self.home.clone();
        match what {
            Tell::KeepLetters(_) | Tell::KeepUnfinished(_) if self.unread.is_some() => {
                let path = self.unread.clone().unwrap_or_default();
                say(Err(StoreError::Sealed { path }))
            }
            Tell::KeepLetters(letters) => say(answers::keep_letters(&home, &letters)),
            Tell::KeepUnfinished(unfinished) => {
                match answers::keep_unfinished(&home, &unfinished) {
                    Ok(()) => self.apart(move || say(answers::settle_unfinished(&home)), Msg::Say),
                    kept => say(kept),
                }
            }
            Tell::ReadUnfinished => {
                self.unread = answers::unread_unfinished(&home);
                self.apart(move || read_unfinished(&home), Msg::Say)
            }
            Tell::ReadLinked(ids) => {
                let life = self.life.clone();
                self.apart(
                    move || told(read_linked(&life, &ids)),
                    |why| heard(Heard::StoryNotKept(why)),
                )
            }
            Tell::ReadStories => self.apart(
                move || told(read_stories(&home)),
                |why| heard(Heard::Stories(vec![], vec![why])),
            ),
            Tell::KeepStory(keeping) => {
                let life = self.life.clone();
                self.apart(
                    move || told(keep_story(&home, &life, *keeping)),
                    |why| heard(Heard::StoryNotKept(why)),
                )
            }
            Tell::RemoveStory(id) => self.apart(
                move || {
                    told(match stories::remove(&home, &id) {
                        Ok(()) => Heard::StoryRemoved(id),
                        Err(error) => Heard::StoryNotKept(error.to_string()),
                    })
                },
                |why| heard(Heard::StoryNotKept(why)),
            ),
            Tell::KeepFeedback(said) => self.apart(
                move || {
                    told(match feedback::keep(&home, &said) {
                        Ok(()) => Heard::FeedbackKept(said.asked),
                        Err(error) => Heard::FeedbackNotKept(error.to_string()),
                    })
                },
                |why| heard(Heard::FeedbackNotKept(why)),
            ),
        }
    }

    /// Works on a thread of its own. `otherwise` says why there is none.
    fn apart(
        &mut self,
        work: impl FnOnce() -> Vec<Msg> + Send + 'static,
        otherwise: impl FnOnce(String) -> Msg,
    ) -> Vec<Msg> {
        match self.answers.ask(move || Answer::Told(work())) {
            Ok(()) => vec![],
            Err(error) => vec![otherwise(words::no_thread(&error.to_string()))],
        }
    }
}

/// Puts a story in its file, unless the record it is told from was made void, or whoever it is about took it back,
/// since it was begun. Somebody may have done that from another window.
fn keep_story(home: &Home, life: &Library, keeping: Keeping) -> Heard {
    let Keeping {
        story,
        record,
        knew,
    } = keeping;
    if record.is_some_and(|record| is_void(life, &record)) {
        return Heard::StoryNotKept(said::no_story(NoStory::Void).to_owned());
    }
    let before = match stories::one(home, &story.id) {
        Ok(before) => before,
        Err(error) => return Heard::StoryNotKept(error.to_string()),
    };
    match before.filter(|before| !knew && before.is_taken_back()) {
        Some(before) => Heard::StoryWasBack(Box::new(before)),
        None => match stories::keep(home, &story) {
            Ok(_) => Heard::StoryKept(Box::new(story)),
            Err(error) => Heard::StoryNotKept(error.to_string()),
        },
    }
}

/// One that is not there, or cannot be read, names nobody that could be known of here.
fn read_linked(life: &Library, ids: &[ConversationId]) -> Heard {
    let found = ids.iter().filter_map(|id| record_of(life, id));
    Heard::Linked(found.collect())
}

fn is_void(life: &Library, record: &ConversationId) -> bool {
    let read = record_of(life, record);
    let front = read.and_then(|markdown| record::read_front(&markdown).ok());
    front.is_some_and(|front| front.is_void())
}

/// The one record of this name, where it can be read.
fn record_of(life: &Library, id: &ConversationId) -> Option<String> {
    match life.find(id.as_str()) {
        Found::One(file) => life.read(&file).ok(),
        _ => None,
    }
}

fn heard(heard: Heard) -> Msg {
    Msg::Told(Box::new(heard))
}

fn told(what: Heard) -> Vec<Msg> {
    vec![heard(what)]
}

fn say(outcome: Result<(), StoreError>) -> Vec<Msg> {
    let why = outcome.err();
    why.map(|error| Msg::Say(error.to_string()))
        .into_iter()
        .collect()
}

fn read_unfinished(home: &Home) -> Vec<Msg> {
    match answers::read_unfinished(home) {
        Ok(unfinished) if !unfinished.is_empty() => told(Heard::Unfinished(Box::new(unfinished))),
        // While it is sealed nothing is known of it.
        Ok(_) | Err(StoreError::Sealed { .. }) => vec![],
        Err(error) => vec![Msg::Say(error.to_string())],
    }
}

fn read_stories(home: &Home) -> Heard {
    let found = match stories::all(home) {
        Ok(found) => found,
        Err(error) => return Heard::Stories(vec![], vec![error.to_string()]),
    };
    let troubles = found.stories.iter().flat_map(troubles);
    let unread = found.troubles.iter().map(ToString::to_string);
    let troubles = troubles.chain(unread).collect();
    let stories = found.stories.into_iter().map(|read| read.story);
    Heard::Stories(stories.collect(), troubles)
}

fn troubles(read: &Read) -> impl Iterator<Item = String> {
    let line = |problem: &Problem| problem.place(&read.text).line;
    read.problems
        .iter()
        .map(move |one| said::trouble(&read.story.id, line(one), &one.message))
}
