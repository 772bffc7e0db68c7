//! Stories and feedback: what is not finished, kept as it is typed; stories in their files; a row for each who answered.

use super::World;
use crate::{
    app::Msg,
    conversation::ConversationId,
    desk::{Heard, Keeping, Tell},
    evidence::story::NoStory,
    record,
    store::{Found, StoreError, answers, feedback, stories},
    words::evidence::story as words,
};

impl World {
    /// Does something with stories or feedback.
    pub(super) fn tell(&self, what: Tell) -> Vec<Msg> {
        self.look_at_the_seal();
        let heard = match what {
            Tell::KeepUnfinished { unfinished, typing } => {
                let kept = answers::keep_unfinished(&self.home, &unfinished, typing);
                return kept
                    .err()
                    .map(|error| Msg::Say(error.to_string()))
                    .into_iter()
                    .collect();
            }
            Tell::ReadUnfinished => match answers::read_unfinished(&self.home) {
                Ok(unfinished) if !unfinished.is_empty() => Heard::Unfinished(Box::new(unfinished)),
                // While it is sealed nothing is known of it.
                Ok(_) | Err(StoreError::Sealed { .. }) => return vec![],
                Err(error) => return vec![Msg::Say(error.to_string())],
            },
            Tell::KeepStory(keeping) => self.keep_story(*keeping),
            Tell::RemoveStory(id) => match stories::remove(&self.home, &id) {
                Ok(()) => Heard::StoryRemoved(id),
                Err(error) => Heard::Stories(vec![], vec![error.to_string()]),
            },
            Tell::ReadStories => match stories::all(&self.home) {
                Ok(found) => {
                    let troubles = found.stories.iter().flat_map(|read| {
                        let line = |problem: &crate::guide::Problem| problem.place(&read.text).line;
                        read.problems
                            .iter()
                            .map(move |one| words::trouble(&read.story.id, line(one), &one.message))
                    });
                    let unread = found.troubles.iter().map(ToString::to_string);
                    let troubles = troubles.chain(unread).collect();
                    let stories = found.stories.into_iter().map(|read| read.story);
                    Heard::Stories(stories.collect(), troubles)
                }
                Err(error) => Heard::Stories(vec![], vec![error.to_string()]),
            },
            Tell::KeepFeedback(said) => match feedback::keep(&self.home, &said) {
                Ok(()) => Heard::FeedbackKept(said.asked),
                Err(error) => Heard::FeedbackNotKept(error.to_string()),
            },
        };
        vec![Msg::Told(Box::new(heard))]
    }

    /// Puts a story in its file, unless the record it is told from was made void, or whoever it is about took it back,
    /// since it was begun. Somebody may have done that from another window.
    fn keep_story(&self, keeping: Keeping) -> Heard {
        let Keeping {
            story,
            record,
            knew,
        } = keeping;
        if record.is_some_and(|record| self.is_void(&record)) {
            return Heard::StoryNotKept(words::no_story(NoStory::Void).to_owned());
        }
        let before = match stories::one(&self.home, &story.id) {
            Ok(before) => before,
            Err(error) => return Heard::StoryNotKept(error.to_string()),
        };
        match before.filter(|before| !knew && before.is_taken_back()) {
            Some(before) => Heard::StoryWasBack(Box::new(before)),
            None => match stories::keep(&self.home, &story) {
                Ok(_) => Heard::StoryKept(Box::new(story)),
                Err(error) => Heard::StoryNotKept(error.to_string()),
            },
        }
    }

    fn is_void(&self, record: &ConversationId) -> bool {
        let Found::One(file) = self.life.find(record.as_str()) else {
            return false;
        };
        let read = self.life.read(&file).ok();
        let front = read.and_then(|markdown| record::read_front(&markdown).ok());
        front.is_some_and(|front| front.is_void())
    }
}
