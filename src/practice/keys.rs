//! Every key a scenario may hold, once. The reader goes by these lists.

use crate::guide::keys;

/// The format this program reads.
pub const FORMAT: i64 = 1;

/// What ends a play when the file names no word.
pub const STOP_WORD: &str = "Stop";

/// The longest play, in minutes.
pub const MOST_MINUTES: i64 = 120;

/// One key of a scenario.
pub type Key = keys::Key<()>;

/// The keys at the top of a scenario.
pub const SCENARIO: &[Key] = &[
    must("format", "The format of the file: always 1."),
    must(
        "id",
        "The stable name of the scenario. A team scenario with the id of a built-in one replaces it.",
    ),
    must(
        "kind",
        "Which of the three purposes the conversation serves.",
    ),
    may(
        "guide",
        "The guide the listener has beside her. Without it: the main one of its kind.",
    ),
    must("title", "The name people see: 40 characters or fewer."),
    must("minutes", "How long the play lasts: a number."),
    must("level", "gentle, stretching or heavy."),
    may(
        "content_note",
        "What it touches, for everybody to see before they agree to play.",
    ),
    may(
        "safety_note",
        "How to look after the people playing it, for the trainer.",
    ),
    may(
        "stop_word",
        "Said by anybody to end the play at once. Without it: Stop.",
    ),
    must(
        "listener_sees",
        "How the talk came about and what is known: three to five lines.",
    ),
    may("finds", "What a good listener might find."),
    may("traps", "Ways to miss it."),
    may("watch_for", "What the observer watches for."),
    may(
        "debrief",
        "pendleton or learner-led. Without it: pendleton.",
    ),
    must("questions", "What to ask in the debrief."),
    must("actors", "Who is played."),
    must("speech", "What they say, in the order it comes out."),
    must("threads", "What the person hopes is heard."),
    may("injects", "What a trainer may make happen."),
];

/// The keys of an actor.
pub const ACTOR: &[Key] = &[
    must("id", "The stable name of the actor."),
    must("name", "The name of the person played."),
    must("who", "Who they are: a few lines."),
    must("sounds", "How they sound."),
    may(
        "opening",
        "The first thing they say. One actor at least has one.",
    ),
    may("not_said", "What is true and stays unsaid."),
    may("if_rushed", "What they do if somebody rushes."),
    may("if_fixed", "What they do if something is offered too soon."),
    may("if_judged", "What they do if somebody judges."),
    may("if_heard", "What they do if somebody listens."),
    may(
        "fillers",
        "Small things they say when there is nothing new, to somebody on their own.",
    ),
    may(
        "short_answers",
        "What they say to a closed question, to somebody on their own.",
    ),
    may(
        "to_an_offer",
        "What they say to an early offer, to somebody on their own.",
    ),
    may(
        "goodbye",
        "What they say when they are rushed on and on. Without it they go quiet instead.",
    ),
];

/// The keys of a piece of speech.
pub const SPEECH: &[Key] = &[
    may(
        "by",
        "The id of the actor who says it. Needed when there are several.",
    ),
    must("says", "The words, as they are said."),
    may(
        "opened_by",
        "The moves that open it. Without it: it is said freely.",
    ),
    may("cue", "What else has to be so, for whoever plays it."),
    may("thread", "The id of the thread it belongs to."),
    may("topic", "The id of the guide's topic it belongs to."),
];

/// The keys of a thread.
pub const THREAD: &[Key] = &[
    must("id", "The stable name of the thread."),
    must("title", "The thread in a few words."),
    may("about", "What it is about, in one sentence."),
];

/// The keys of an inject.
pub const INJECT: &[Key] = &[
    must("id", "The stable name of the inject."),
    must("title", "The inject in a few words."),
    must("happens", "What then happens."),
];

const fn must(name: &'static str, about: &'static str) -> Key {
    Key {
        name,
        shape: (),
        required: true,
        about,
    }
}

const fn may(name: &'static str, about: &'static str) -> Key {
    Key {
        name,
        shape: (),
        required: false,
        about,
    }
}
