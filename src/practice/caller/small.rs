//! The small things anybody may say, for a card that has none of its own.

use crate::practice::Actor;

/// What kind of small thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Small {
    /// There is nothing new to say.
    Filler,
    /// To a question that a yes finishes.
    ShortAnswer,
    /// To something offered too soon.
    ToAnOffer,
}

/// Said when there is nothing new.
pub(super) const FILLERS: [&str; 4] = [
    "Mm.",
    "Well. There it is.",
    "I don't know what else to tell you.",
    "I'm just thinking.",
];

/// Said to a question that a yes finishes.
pub(super) const SHORT_ANSWERS: [&str; 4] = ["Yes.", "I suppose so.", "Not really.", "Sometimes."];

/// Said to something offered too soon.
pub(super) const TO_AN_OFFER: [&str; 3] = ["Right.", "I'll think about it.", "If you say so."];

impl Small {
    /// What this actor says: from the card, or else what anybody may say.
    pub(super) fn lines(self, actor: Option<&Actor>) -> Vec<&str> {
        let own: &[String] = match (self, actor) {
            (Self::Filler, Some(actor)) => &actor.fillers,
            (Self::ShortAnswer, Some(actor)) => &actor.short_answers,
            (Self::ToAnOffer, Some(actor)) => &actor.to_an_offer,
            (_, None) => &[],
        };
        if own.is_empty() {
            return self.anybodys().to_vec();
        }
        own.iter().map(String::as_str).collect()
    }

    /// What anybody may say. Never fewer than two.
    pub(super) fn anybodys(self) -> &'static [&'static str] {
        match self {
            Self::Filler => &FILLERS,
            Self::ShortAnswer => &SHORT_ANSWERS,
            Self::ToAnOffer => &TO_AN_OFFER,
        }
    }
}
