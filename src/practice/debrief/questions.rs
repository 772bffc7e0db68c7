//! What a debrief asks, in order. One list, for the sheet of paper a trainer prints and for the screen.
//!
//! Out of role comes first: people speak of a part they played more easily once they are themselves again. Then one of
//! two orders trainers know. Pendleton's: the listener before anybody else, what went well before what could be
//! otherwise. Led by the learner: from the listener's own question. After either come the counts and the threads, which
//! would colour what people say if they came before; then the record from memory, and Monday.

use crate::practice::Debrief;

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Stable: answers are found by it. The same in both orders where both ask the same.
    pub id: &'static str,
    /// A few words, for a list of the questions.
    pub title: &'static str,
    /// Who answers, on paper: `Listener`.
    pub whom: &'static str,
    /// Who it is for, above the question: `To the listener, first`.
    pub why: &'static str,
    /// The question, whole.
    pub ask: &'static str,
}

impl Question {
    /// As a sheet of paper says it: `Listener: how did that feel?`
    pub fn on_paper(&self) -> String {
        format!("{}: {}", self.whom, self.ask)
    }
}

/// Above a question for everybody.
pub const TO_EVERYBODY: &str = "To everybody";
const LISTENER_FIRST: &str = "To the listener, first";
const LISTENER: &str = "To the listener";
const PLAYED: &str = "To whoever was played";
const OBSERVER: &str = "To the observer";

/// Where the counts are read.
pub const COUNTED: &str = "counted";
/// Words the observer caught, kept beside the counts.
pub const HEARD: &str = "heard";
/// Where the threads are shown.
pub const THREADS: &str = "threads";
/// Where the listener writes from memory.
pub const FROM_MEMORY: &str = "from-memory";
/// Where whoever was played says whether it is them.
pub const IS_THIS_ME: &str = "is-this-me";

/// What whoever was played may say of it in a word, first.
pub const IS_IT_ME: [&str; 3] = ["Yes", "Partly", "No"];

/// Before anything is asked.
const OUT_OF_ROLE: Question = Question {
    id: "out-of-role",
    title: "Out of role first",
    whom: "Everybody",
    why: TO_EVERYBODY,
    ask: "Out of role first. Say your own name, move chairs, and say something about your evening.",
};

/// The last before the scenario's own questions, in both orders.
const AGAIN: Question = Question {
    id: "again",
    title: "Try one moment again",
    whom: "Everybody",
    why: TO_EVERYBODY,
    ask: "Try one moment again, three minutes, another way. What was different?",
};

const PENDLETON: [Question; 7] = [
    Question {
        id: "feeling",
        title: "How did that feel?",
        whom: "Listener",
        why: LISTENER_FIRST,
        ask: "How did that feel?",
    },
    Question {
        id: "went-well",
        title: "Two things that worked well",
        whom: "Listener",
        why: LISTENER_FIRST,
        ask: "What are two things that worked well?",
    },
    Question {
        id: "went-well-played",
        title: "Caller: two things the listener did that helped",
        whom: "Whoever was played",
        why: PLAYED,
        ask: "What are two things the listener did that helped?",
    },
    Question {
        id: "went-well-observer",
        title: "Observer: what worked, and one quote",
        whom: "Observer",
        why: OBSERVER,
        ask: "What did you see that worked, and what did it do? One quote.",
    },
    Question {
        id: "differently",
        title: "Listener: what would you do differently?",
        whom: "Listener",
        why: LISTENER_FIRST,
        ask: "What would you do differently?",
    },
    Question {
        id: "differently-played",
        title: "Caller: a moment that could have gone another way",
        whom: "Whoever was played",
        why: PLAYED,
        ask: "Was there a moment that could have gone another way? What would have helped?",
    },
    Question {
        id: "differently-observer",
        title: "Observer: what else could be tried?",
        whom: "Observer",
        why: OBSERVER,
        ask: "What did you see, what did it do, and what else could be tried?",
    },
];

const LEARNER_LED: [Question; 4] = [
    Question {
        id: "wanted",
        title: "What you wanted from that talk",
        whom: "Listener",
        why: LISTENER_FIRST,
        ask: "What did you want from that talk, and what would you like help with?",
    },
    Question {
        id: "own-answer",
        title: "Your own answer first",
        whom: "Listener",
        why: LISTENER_FIRST,
        ask: "What is your own answer to that?",
    },
    Question {
        id: "felt",
        title: "Caller: how it felt, at that moment",
        whom: "Whoever was played",
        why: PLAYED,
        ask: "How did it feel, at that moment?",
    },
    Question {
        id: "saw",
        title: "Observer: what you saw, and what it did",
        whom: "Observer",
        why: OBSERVER,
        ask: "What did you see, what did it do, and what else could be tried?",
    },
];

/// What comes after either order, and only then.
pub const AFTERWARDS: [Question; 5] = [
    Question {
        id: COUNTED,
        title: "What was counted",
        whom: "Observer",
        why: OBSERVER,
        ask: "Read the tally beside what was played. A closed question is sometimes the right one.",
    },
    Question {
        id: THREADS,
        title: "The threads",
        whom: "Everybody",
        why: TO_EVERYBODY,
        ask: "Read out the threads. For each: heard, brushed past, or not met? The people in the room say, not the paper.",
    },
    Question {
        id: FROM_MEMORY,
        title: "The record, from memory",
        whom: "Listener",
        why: LISTENER,
        ask: "Write it up from memory, five lines, with the notes put away.",
    },
    Question {
        id: IS_THIS_ME,
        title: "Is this me?",
        whom: "Whoever was played",
        why: PLAYED,
        ask: "Read the five lines. Is this me? Yes, partly or no, and then in your own words.",
    },
    Question {
        id: "monday",
        title: "One thing to try on Monday",
        whom: "Everybody",
        why: TO_EVERYBODY,
        ask: "One line each: what I will try on Monday. Then thank whoever was played, by their own name.",
    },
];

/// What this order asks before the scenario's own questions.
pub fn questions(order: Debrief) -> impl Iterator<Item = &'static Question> {
    let asked: &'static [Question] = match order {
        Debrief::Pendleton => &PENDLETON,
        Debrief::LearnerLed => &LEARNER_LED,
    };
    [&OUT_OF_ROLE].into_iter().chain(asked).chain([&AGAIN])
}
