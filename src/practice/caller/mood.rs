//! How the person takes it, in the words of the card.

use crate::practice::Actor;

/// Shown for every turn once the talk is over.
pub const OVER: &str = "The talk has ended here. Go back to any moment in it and try another way.";

/// How the person takes it. Each is a line of the card, never a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mood {
    /// As the card says they sound.
    AsTheyAre,
    /// Somebody listens.
    Heard,
    /// Somebody rushes.
    Rushed,
    /// Something was offered too soon.
    Fixed,
    /// Rushed on and on, and quiet.
    Quiet,
    /// They have ended the talk.
    Gone,
}

/// How an actor sounds, in the words of the card: they are said to whoever plays it, so whose words they are is said.
pub(super) fn sounds(actor: &Actor, mood: Mood) -> String {
    let name = &actor.name;
    let (when, card) = match mood {
        Mood::AsTheyAre => ("", ""),
        Mood::Heard => (", when heard", actor.if_heard.as_str()),
        Mood::Rushed => (", when rushed", actor.if_rushed.as_str()),
        Mood::Fixed => (", when offered something too soon", actor.if_fixed.as_str()),
        Mood::Quiet => return format!("{name} says nothing. Wait, or say something back."),
        Mood::Gone => return OVER.to_owned(),
    };
    if card.is_empty() {
        return format!("On the card of {name}: \"{}\"", actor.sounds);
    }
    format!("On the card of {name}{when}: \"{card}\"")
}
