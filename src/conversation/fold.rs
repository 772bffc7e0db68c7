//! Fewer events that say the same, so that the journal of a long conversation does not grow without bound.
//!
//! Nothing is taken on trust: what comes out is replayed, and unless it is the same conversation to the last step of
//! undo, there is nothing to be had and the journal stays as it is.

use super::{
    Change, Conversation, ConversationId, Event, Line, Stamped,
    apply::{go_on, replay},
};
use crate::guide::Guide;

/// Fewer events from which [`replay`] builds exactly the same conversation, all its undo and redo included; so whatever
/// happens next also ends the same. `fallback` is as for [`replay`].
///
/// Returns `None` when that cannot be shown, or when `events` build no conversation at all.
pub fn fold(
    id: &ConversationId,
    events: &[Stamped],
    fallback: impl Fn() -> Option<Guide>,
) -> Option<Vec<Stamped>> {
    let (talk, states) = told(id, events, &fallback)?;
    let folded = joined(without_overtaken(without_asked(events, &states)));
    let again = replay(id.clone(), &folded, fallback)?;
    (again == talk).then_some(folded)
}

/// What must be the same before and after events for them to have left nothing: how much can be undone and done again,
/// and whether the line is empty and new.
struct State {
    done: usize,
    undone: usize,
    line_is_new: bool,
}

/// The conversation, and how it was after each event.
fn told(
    id: &ConversationId,
    events: &[Stamped],
    fallback: impl FnOnce() -> Option<Guide>,
) -> Option<(Conversation, Vec<State>)> {
    let (first, rest) = events.split_first()?;
    let mut talk = replay(id.clone(), std::slice::from_ref(first), fallback)?;
    let mut states = vec![State::of(&talk)];
    for event in rest {
        talk.apply(event);
        states.push(State::of(&talk));
    }
    Some((talk, states))
}

impl State {
    fn of(talk: &Conversation) -> Self {
        Self {
            done: talk.done.len(),
            undone: talk.undone.len(),
            line_is_new: talk.line == Line::default(),
        }
    }

    fn left_nothing_since(&self, before: &Self) -> bool {
        before.line_is_new && self.done == before.done && self.undone == before.undone
    }
}

/// Leaves out commands that were typed and asked, where the typing left nothing. The very last event stays in any
/// case, here and below: it says when.
fn without_asked<'a>(events: &'a [Stamped], states: &[State]) -> Vec<&'a Stamped> {
    let mut goes = vec![false; events.len()];
    for (asked, stamped) in events.iter().enumerate() {
        let before = match stamped.event {
            Event::Asked(_) => before_typing(events, states, asked),
            _ => None,
        };
        let Some(before) = before else { continue };
        for typed in before + 1..asked {
            goes[typed] |= touches_line_alone(&events[typed].event);
        }
        goes[asked] = asked + 1 < events.len();
    }
    let kept = events.iter().zip(goes).filter(|(_, goes)| !goes);
    kept.map(|(event, _)| event).collect()
}

/// The event after which what the one at `asked` took back was typed, when that left nothing.
fn before_typing(events: &[Stamped], states: &[State], asked: usize) -> Option<usize> {
    let mut began_a_step = true;
    for before in (0..asked).rev() {
        if began_a_step && states[asked].left_nothing_since(&states[before]) {
            return Some(before);
        }
        match &events[before].event {
            Event::Did { join, changes } if changes.iter().all(Change::is_typing) => {
                began_a_step = !join;
            }
            Event::Did { .. } | Event::Undone | Event::Redone => return None,
            _ => {}
        }
    }
    None
}

fn touches_line_alone(event: &Event) -> bool {
    matches!(event, Event::Did { .. } | Event::CursorAt(_))
}

/// What an event may say that nothing before it bears on.
#[derive(PartialEq)]
enum Says {
    Cursor,
    Sought,
    Ending,
}

/// Leaves out what a later event says again: where the cursor is, what is sought, how it was left.
fn without_overtaken(events: Vec<&Stamped>) -> Vec<&Stamped> {
    let last = events.len().saturating_sub(1);
    let (mut kept, mut later) = (vec![], vec![]);
    for (at, stamped) in events.into_iter().enumerate().rev() {
        let overtaken = says_only(&stamped.event).is_some_and(|says| later.contains(&says));
        if !overtaken || at == 0 || at == last {
            kept.push(stamped);
            later.extend(says(&stamped.event).filter(|says| !later.contains(says)));
        }
    }
    kept.reverse();
    kept
}

fn says(event: &Event) -> Option<Says> {
    match event {
        Event::Did { changes, .. } => changes
            .iter()
            .any(|change| matches!(change, Change::Line(_)))
            .then_some(Says::Cursor),
        Event::Asked(_) => Some(Says::Cursor),
        _ => says_only(event),
    }
}

/// What an event says, when that is all there is to it.
fn says_only(event: &Event) -> Option<Says> {
    match event {
        Event::CursorAt(_) => Some(Says::Cursor),
        Event::Sought(_) => Some(Says::Sought),
        Event::Left | Event::Stopped(_) | Event::TakenUp | Event::Finished => Some(Says::Ending),
        _ => None,
    }
}

/// Makes one event of those that go on in the same step. The first of all says when it began, and stays as it is.
fn joined(events: Vec<&Stamped>) -> Vec<Stamped> {
    let mut folded: Vec<Stamped> = vec![];
    for next in events {
        let is_first = folded.len() < 2;
        match (folded.last_mut(), &next.event) {
            (
                Some(Stamped {
                    at,
                    event: Event::Did { changes, .. },
                }),
                Event::Did {
                    join: true,
                    changes: more,
                },
            ) if !is_first => {
                go_on(changes, more);
                *at = next.at;
            }
            _ => folded.push(next.clone()),
        }
    }
    folded
}
