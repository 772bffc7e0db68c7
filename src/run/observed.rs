//! What observers counted: read beside what was played, written to be carried, read where it was carried to.

use std::path::Path;

use chrono::{FixedOffset, TimeDelta};

use super::World;
use crate::{
    app::Msg,
    conversation::{ConversationId, Event, Moment, Part, Stamped, fold::fold},
    store::{self, Home, StoreError},
    words::watching as words,
};

/// An observer may have begun so long before or after somebody began to play.
const ABOUT_THEN: TimeDelta = TimeDelta::days(1);

impl World {
    /// Reads every observer's part that was begun about when this was played, in another window or not.
    pub(super) fn fetch(&self, played: &ConversationId) -> Vec<Msg> {
        let ids = self.open_conversations().unwrap_or_default();
        let found = ids.into_iter().filter(|id| about_then(id, played));
        let found = found.filter_map(|id| {
            // One that cannot be read just now is not beside it.
            let events = self.conversations.load(&id).ok()?.events;
            (part(&events) == Some(Part::Observer)).then_some((id, events))
        });
        vec![Msg::Fetched(found.collect())]
    }

    /// Writes an observer's part as a file somebody named.
    pub(super) fn carry(&self, id: &ConversationId, typed: &str) -> Vec<Msg> {
        let said = self.carried(id, typed);
        vec![Msg::Say(said.unwrap_or_else(|error| error.to_string()))]
    }

    fn carried(&self, id: &ConversationId, typed: &str) -> Result<String, StoreError> {
        let path = Home::path_named(typed)?;
        let events = self.conversations.load(id)?.events;
        carry(&self.home, id, &events, &path)
    }

    /// Reads a file an observer carried here.
    pub(super) fn bring(&self, typed: &str) -> Vec<Msg> {
        let read = Home::path_named(typed).and_then(|path| store::bring(&path));
        let read = match read {
            Ok(read) => read,
            Err(error) => return vec![Msg::Say(error.to_string())],
        };
        match read.events.first().map(|first| first.at) {
            Some(began) if part(&read.events) == Some(Part::Observer) => {
                vec![Msg::Brought(
                    ConversationId::practice(began, 0),
                    read.events,
                )]
            }
            _ => vec![Msg::Say(words::NOT_OBSERVED.to_owned())],
        }
    }
}

/// Writes an observer's part as a file, and says so; or says why it cannot be.
///
/// # Errors
///
/// As [`store::carry`].
pub fn carry(
    home: &Home,
    id: &ConversationId,
    events: &[Stamped],
    path: &Path,
) -> Result<String, StoreError> {
    let says_first_it_is_not_real = events.first().is_some_and(|first| {
        matches!(&first.event, Event::Began { practice: Some(practised), .. } if practised.part == Part::Observer)
    });
    if !says_first_it_is_not_real {
        return Ok(words::CANNOT_CARRY.to_owned());
    }
    let folded = fold(id, events, || None);
    store::carry(home, path, folded.as_deref().unwrap_or(events))?;
    Ok(words::carried(&path.display().to_string()))
}

/// Whose part of a role-play these events are.
fn part(events: &[Stamped]) -> Option<Part> {
    events.iter().find_map(|stamped| match &stamped.event {
        Event::Began { practice, .. } => Some(practice.as_ref()?.part),
        _ => None,
    })
}

/// Whether two began within a day, by their names. A name that tells no time may be of any.
fn about_then(one: &ConversationId, other: &ConversationId) -> bool {
    let began = |id: &ConversationId| -> Option<Moment> { id.began(&FixedOffset::east_opt(0)?) };
    match (began(one), began(other)) {
        (Some(one), Some(other)) => (one - other).abs() <= ABOUT_THEN,
        _ => true,
    }
}
