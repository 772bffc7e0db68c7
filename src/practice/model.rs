//! What a scenario says, once it has been read and found sound.
//!
//! The structure is that of a role-play card: what the listener sees, what each actor has to say and when, and the
//! threads a person hopes are heard. A piece of speech names the thread and the topic it belongs to and the moves that
//! open it, so that anybody can read in the file how the person answers.

use std::fmt;

use crate::guide::{GuideId, Kind, TopicId};

/// A name inside a scenario, of its own type so that it cannot be mixed up with another.
macro_rules! name {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Takes a name as it is; whether it is sound is for [`super::check()`] to say.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(
    /// The stable name of a scenario: `only-about-the-bath`.
    ScenarioId
);
name!(
    /// The stable name of an actor inside a scenario: `winifred`.
    ActorId
);
name!(
    /// The stable name of a thread inside a scenario: `the-fall`.
    ThreadId
);
name!(
    /// The stable name of an inject inside a scenario: `son-takes-the-phone`.
    InjectId
);

/// One role-play: a card set for a listener, an observer and one or more actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Stable; a team's scenario with the id of a built-in one replaces it.
    pub id: ScenarioId,
    /// Which of the three purposes the conversation serves.
    pub kind: Kind,
    /// The guide the listener has beside her.
    pub guide: GuideId,
    /// As listed: `It's only about the bath`.
    pub title: String,
    /// How long the play lasts, in minutes, without the debrief.
    pub minutes: u16,
    /// How much it asks of those who play it.
    pub level: Level,
    /// What it touches, for everybody to see before they agree to play; may be empty.
    pub content_note: String,
    /// How to look after the people playing it; may be empty.
    pub safety_note: String,
    /// Said by anybody to end the play at once.
    pub stop_word: String,
    /// How the talk came about and what is known. All that the listener sees.
    pub listener_sees: Vec<String>,
    /// Who is played. Never empty.
    pub actors: Vec<Actor>,
    /// What they say, in the order it comes out.
    pub speech: Vec<Speech>,
    /// What the person hopes is heard. Each is opened by some speech.
    pub threads: Vec<Thread>,
    /// What a trainer may make happen.
    pub injects: Vec<Inject>,
    /// What a good listener might find.
    pub finds: Vec<String>,
    /// Ways to miss it.
    pub traps: Vec<String>,
    /// What the observer watches for.
    pub watch_for: Vec<String>,
    /// The order of the debrief.
    pub debrief: Debrief,
    /// What to ask in it.
    pub questions: Vec<String>,
}

/// Somebody who is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Stable.
    pub id: ActorId,
    /// `Winifred Okafor`.
    pub name: String,
    /// Who you are.
    pub who: Vec<String>,
    /// How you sound.
    pub sounds: String,
    /// The first thing you say; empty when somebody else begins.
    pub opening: String,
    /// What is true and stays unsaid.
    pub not_said: Vec<String>,
    /// What you do if they rush; may be empty, like the next three.
    pub if_rushed: String,
    /// What you do if they offer something too soon.
    pub if_fixed: String,
    /// What you do if they judge.
    pub if_judged: String,
    /// What you do if they listen.
    pub if_heard: String,
    /// Said to somebody on their own when there is nothing new; may be empty, like the next three.
    pub fillers: Vec<String>,
    /// Said to a question that a yes finishes.
    pub short_answers: Vec<String>,
    /// Said to something offered too soon.
    pub to_an_offer: Vec<String>,
    /// Said to end the talk, rushed on and on. Without it they go quiet, and do not end it.
    pub goodbye: String,
}

/// A piece of speech, and what it takes to hear it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Who says it.
    pub by: ActorId,
    /// The words.
    pub says: String,
    /// The moves that open it, any one of them. None: it is said freely.
    pub opened_by: Vec<Move>,
    /// What else has to be so, for whoever plays it: `somebody asks what she sang`. May be empty.
    pub cue: String,
    /// The thread it belongs to.
    pub thread: Option<ThreadId>,
    /// The topic of the guide it belongs to. The guide may have lost it since.
    pub topic: Option<TopicId>,
}

/// Something the person hopes is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Stable.
    pub id: ThreadId,
    /// `The fall on Sunday`.
    pub title: String,
    /// What it is about; may be empty.
    pub about: String,
}

/// Something a trainer may make happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inject {
    /// Stable.
    pub id: InjectId,
    /// `A son takes the phone`.
    pub title: String,
    /// What then happens.
    pub happens: String,
}

/// How much a scenario asks of those who play it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// For a first time.
    Gentle,
    /// For people who have played before.
    Stretching,
    /// With a trainer in the room, and time afterwards.
    Heavy,
}

/// What a listener can do that opens somebody up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Move {
    /// A question that a yes does not finish.
    OpenQuestion,
    /// Saying back what was said, in the same words.
    SayItBack,
    /// Leaving a pause.
    Wait,
    /// Naming a strength that is really there.
    NoticeStrength,
    /// Asking the hard thing plainly and kindly.
    PlainKindQuestion,
}

/// How deep a piece of speech lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Said freely.
    Freely,
    /// Said to somebody who listens.
    Listening,
    /// Said only when asked plainly and kindly.
    Asked,
}

/// The order of a debrief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Debrief {
    /// What went well before what could be otherwise, the listener first each time.
    Pendleton,
    /// From the listener's own question.
    LearnerLed,
}

impl Level {
    /// All of them, the lightest first.
    pub const ALL: [Self; 3] = [Self::Gentle, Self::Stretching, Self::Heavy];

    /// The name in files and lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gentle => "gentle",
            Self::Stretching => "stretching",
            Self::Heavy => "heavy",
        }
    }
}

impl Move {
    /// All of them, in the order examples/scenarios/README.md lists them.
    pub const ALL: [Self; 5] = [
        Self::OpenQuestion,
        Self::SayItBack,
        Self::Wait,
        Self::NoticeStrength,
        Self::PlainKindQuestion,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenQuestion => "open-question",
            Self::SayItBack => "say-it-back",
            Self::Wait => "wait",
            Self::NoticeStrength => "notice-a-strength",
            Self::PlainKindQuestion => "plain-kind-question",
        }
    }
}

impl Debrief {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Pendleton, Self::LearnerLed];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pendleton => "pendleton",
            Self::LearnerLed => "learner-led",
        }
    }
}

impl Layer {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Freely, Self::Listening, Self::Asked];
}

impl Speech {
    /// How deep it lies: what any listening opens lies above what has to be asked.
    pub fn layer(&self) -> Layer {
        match self.opened_by.as_slice() {
            [] => Layer::Freely,
            moves if moves.iter().all(|one| *one == Move::PlainKindQuestion) => Layer::Asked,
            _ => Layer::Listening,
        }
    }
}

impl Scenario {
    /// What this actor says in this layer, in order.
    pub fn said_by<'s>(
        &'s self,
        actor: &'s Actor,
        layer: Layer,
    ) -> impl Iterator<Item = &'s Speech> {
        let theirs = self.speech.iter().filter(|speech| speech.by == actor.id);
        theirs.filter(move |speech| speech.layer() == layer)
    }

    /// What belongs to this thread, in the order it comes out.
    pub fn thread<'s>(&'s self, id: &'s ThreadId) -> impl Iterator<Item = &'s Speech> {
        let of = move |speech: &&Speech| speech.thread.as_ref() == Some(id);
        self.speech.iter().filter(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(opened_by: &[Move]) -> Layer {
        let speech = Speech {
            by: ActorId::new("a"),
            says: String::new(),
            opened_by: opened_by.to_vec(),
            cue: String::new(),
            thread: None,
            topic: None,
        };
        speech.layer()
    }

    #[test]
    fn any_listening_opens_what_does_not_have_to_be_asked() {
        assert_eq!(layer(&[]), Layer::Freely);
        for moved in Move::ALL {
            let asked = moved == Move::PlainKindQuestion;
            let alone = if asked {
                Layer::Asked
            } else {
                Layer::Listening
            };
            assert_eq!(layer(&[moved]), alone, "{moved:?}");
            let both = layer(&[Move::PlainKindQuestion, moved]);
            assert_eq!(both, alone, "{moved:?}");
        }
    }
}
