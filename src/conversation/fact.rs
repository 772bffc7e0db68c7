//! What a note says for the figures, beside its words.
//!
//! The words stand over it. A note that is changed says what its words still say, so that a record's header never holds
//! what its letter does not: another name is another name, and words that tell of nobody any more are no hand-over.

use serde::{Deserialize, Serialize};

use crate::line;

/// What a note says for the figures. Said by a command, never worked out from words that were only noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// This colleague took it on, named as typed.
    HandedOver(String),
    /// It was talked over with this colleague, named as typed.
    TalkedOver(String),
    /// The connection is to this kind of local help, as the list it came from says.
    Kind(String),
    /// Its words begin with an amount and are no spend: they were typed as just text, after a space.
    JustWords,
    /// It was said to be a spend, whatever its words would be taken for.
    Spent,
}

impl Fact {
    /// Whether the note is there to say it. A kind is only known of a note that is there for something else.
    pub fn is_told(&self) -> bool {
        self.colleague().is_some()
    }

    /// Whether it says of words that begin with an amount what they are.
    pub fn is_of_money(&self) -> bool {
        matches!(self, Self::JustWords | Self::Spent)
    }

    fn colleague(&self) -> Option<&str> {
        match self {
            Self::HandedOver(name) | Self::TalkedOver(name) => Some(name),
            Self::Kind(_) | Self::JustWords | Self::Spent => None,
        }
    }

    /// A note's words without what says the fact: why somebody else took it on, what was decided. Without the full stop
    /// at their end, so that a reason is the same reason with and without.
    pub fn told<'a>(&self, text: &'a str) -> Option<&'a str> {
        let name = self.colleague()?;
        let (before, after) = text.split_once(':').unwrap_or(("", text));
        let told = if before.ends_with(name) { after } else { text };
        let told = told.trim();
        let told = told.strip_suffix('.').unwrap_or(told);
        (!told.is_empty() && !told.ends_with(name)).then_some(told)
    }

    /// What changed words still say of it. Somebody else's name in the place of the one before is who it is now; a name
    /// cut short is as much of it as is left. `None` when nobody is named there any more.
    #[must_use]
    pub(super) fn still_said(&self, before: &str, after: &str) -> Option<Self> {
        let Some(name) = self.colleague() else {
            let says_it = *self != Self::Spent || line::spend(after).is_some();
            return says_it.then(|| self.clone());
        };
        let first = name.split_whitespace().next().unwrap_or(name);
        let renamed = || {
            let (lead, _) = before.split_once(name)?;
            let rest = after
                .strip_prefix(lead)
                .filter(|_| !lead.trim().is_empty())?;
            let named = rest.split([':', ',', '\n']).next()?.trim();
            let named = named.trim_end_matches('.');
            (!named.is_empty()).then(|| named.to_owned())
        };
        let now = match after {
            _ if name.is_empty() => None,
            after if after.contains(name) => Some(name.to_owned()),
            after => renamed().or_else(|| after.contains(first).then(|| first.to_owned())),
        };
        now.map(|name| self.of(name))
    }

    fn of(&self, name: String) -> Self {
        match self {
            Self::HandedOver(_) => Self::HandedOver(name),
            Self::TalkedOver(_) => Self::TalkedOver(name),
            Self::Kind(_) | Self::JustWords | Self::Spent => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_the_words_without_the_name() {
        let fact = Fact::HandedOver("Sam Okoro".into());
        for (text, told) in [
            (
                "I handed this to Sam Okoro: she knows housing.",
                Some("she knows housing"),
            ),
            (
                "I handed this to Sam Okoro: at 10:30 she rings",
                Some("at 10:30 she rings"),
            ),
            ("I handed this to Sam Okoro.", None),
            ("I handed this to Sam Okoro", None),
            ("I handed this to Sam Okoro:", None),
            ("Sam Okoro knows housing.", Some("Sam Okoro knows housing")),
        ] {
            assert_eq!(fact.told(text), told, "{text}");
        }
        assert_eq!(Fact::Kind("friendship".into()).told("Lunch club"), None);
    }

    #[test]
    fn changed_words_say_who_it_is_now_or_nobody() {
        let fact = Fact::TalkedOver("Ana Silva".into());
        let before = "I talked this over with Ana Silva: stay a week.";
        for (after, who) in [
            (
                "I talked this over with Ana Silva: stay two weeks.",
                Some("Ana Silva"),
            ),
            ("I talked this over with Ana: stay a week.", Some("Ana")),
            (
                "I talked this over with Ana Sylva: stay a week.",
                Some("Ana Sylva"),
            ),
            ("I talked this over with Bo.", Some("Bo")),
            ("We stay a week, Ana thinks so too.", Some("Ana")),
            ("We stay a week.", None),
            ("", None),
        ] {
            let said = fact.still_said(before, after);
            let who = who.map(|who| Fact::TalkedOver(who.into()));
            assert_eq!(said, who, "{after}");
        }
        let kind = Fact::Kind("friendship".into());
        assert_eq!(
            kind.still_said("a", "b"),
            Some(kind.clone()),
            "the list says it"
        );
        let spent = Fact::Spent;
        let still = spent.still_said("£600 bed", "£620 bed");
        assert_eq!(still, Some(Fact::Spent));
        assert_eq!(spent.still_said("£600 bed", "A bed"), None);
    }
}
