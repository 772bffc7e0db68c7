//! What the learner does in one turn, and how a turn is written in files.

use crate::{guide::TopicId, practice::Move};

/// What the learner does in one turn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Turn {
    /// What she does.
    pub did: Did,
    /// The guide's topic that a question is on. `None`: anything else, or she does not ask.
    pub about: Option<TopicId>,
}

/// The seven things a learner can do: the five moves that open somebody up, and two that close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Did {
    /// A move that opens somebody up.
    Opened(Move),
    /// A question that a yes finishes.
    ClosedQuestion,
    /// Offering something before it is known what for.
    EarlyOffer,
}

impl Did {
    /// All of them, what opens before what closes.
    pub const ALL: [Self; 7] = [
        Self::Opened(Move::OpenQuestion),
        Self::Opened(Move::SayItBack),
        Self::Opened(Move::Wait),
        Self::Opened(Move::NoticeStrength),
        Self::Opened(Move::PlainKindQuestion),
        Self::ClosedQuestion,
        Self::EarlyOffer,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opened(moved) => moved.name(),
            Self::ClosedQuestion => "closed-question",
            Self::EarlyOffer => "early-offer",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|did| did.name() == name)
    }

    /// As the learner chooses it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Opened(Move::OpenQuestion) => "Ask an open question",
            Self::Opened(Move::SayItBack) => "Say it back",
            Self::Opened(Move::Wait) => "Wait",
            Self::Opened(Move::NoticeStrength) => "Notice a strength",
            Self::Opened(Move::PlainKindQuestion) => "Ask plainly and kindly",
            Self::ClosedQuestion => "Ask a closed question",
            Self::EarlyOffer => "Offer something",
        }
    }

    /// Whether it may be about a topic.
    pub fn asks_about(self) -> bool {
        matches!(
            self,
            Self::Opened(Move::OpenQuestion | Move::PlainKindQuestion)
        )
    }
}

impl Turn {
    /// As it is written in files: `wait`, or `open-question/tonight`.
    pub fn key(&self) -> String {
        let name = self.did.name();
        match &self.about {
            Some(topic) if self.did.asks_about() => format!("{name}/{topic}"),
            _ => name.to_owned(),
        }
    }

    /// The turn that is written so. `None` for anything else, as for a topic where none is asked about.
    pub fn of_key(key: &str) -> Option<Self> {
        let (name, about) = match key.split_once('/') {
            Some((name, topic)) => (name, Some(topic)),
            None => (key, None),
        };
        let did = Did::named(name)?;
        let is_whole = about.is_none_or(|topic| did.asks_about() && !topic.is_empty());
        is_whole.then(|| Self {
            did,
            about: about.map(TopicId::new),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_topic_stands_only_where_something_is_asked() {
        for key in ["wait/tonight", "open-question/", "wiat", "", "/"] {
            assert_eq!(Turn::of_key(key), None, "{key}");
        }
        let names: std::collections::HashSet<_> = Did::ALL.into_iter().map(Did::name).collect();
        assert_eq!(names.len(), Did::ALL.len());
    }

    proptest! {
        #[test]
        fn every_turn_is_read_back_as_it_was(
            did in prop::sample::select(Did::ALL.to_vec()),
            topic in prop::option::of(".{1,12}"),
        ) {
            let about = topic.filter(|_| did.asks_about()).map(TopicId::new);
            let turn = Turn { did, about };
            prop_assert_eq!(Turn::of_key(&turn.key()), Some(turn));
        }

        #[test]
        fn any_text_is_a_turn_or_none(key in any::<String>()) {
            if let Some(turn) = Turn::of_key(&key) {
                prop_assert_eq!(turn.key(), key);
            }
        }
    }
}
