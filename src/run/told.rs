//! Stories and feedback: what is not finished, kept as it is typed; stories in their files; a row for each who answered.

use super::World;
use crate::{
    app::Msg,
    desk::{Heard, Tell},
    store::{StoreError, answers, feedback, stories},
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
            Tell::KeepStory(story) => match stories::keep(&self.home, &story) {
                Ok(_) => Heard::StoryKept(story),
                Err(error) => Heard::StoryNotKept(error.to_string()),
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
}
