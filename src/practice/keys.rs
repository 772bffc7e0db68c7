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
    Key::must("format", "The format of the file: always 1."),
    Key::must(
        "id",
        "The stable name of the scenario. A team scenario with the id of a built-in one replaces it.",
    ),
    Key::must(
        "kind",
        "Which of the three purposes the conversation serves.",
    ),
    Key::may(
        "guide",
        "The guide the listener has beside her. Without it: the main one of its kind.",
    ),
    Key::must("title", "The name people see: 40 characters or fewer."),
    Key::must("minutes", "How long the play lasts: a number."),
    Key::must("level", "gentle, stretching or heavy."),
    Key::may(
        "content_note",
        "What it touches, for everybody to see before they agree to play.",
    ),
    Key::may(
        "safety_note",
        "How to look after the people playing it, for the trainer.",
    ),
    Key::may(
        "stop_word",
        "Said by anybody to end the play at once. Without it: Stop.",
    ),
    Key::must(
        "listener_sees",
        "How the talk came about and what is known: three to five lines.",
    ),
    Key::may("finds", "What a good listener might find."),
    Key::may("traps", "Ways to miss it."),
    Key::may("watch_for", "What the observer watches for."),
    Key::may(
        "debrief",
        "pendleton or learner-led. Without it: pendleton.",
    ),
    Key::must("questions", "What to ask in the debrief."),
    Key::must("actors", "Who is played."),
    Key::must("speech", "What they say, in the order it comes out."),
    Key::must("threads", "What the person hopes is heard."),
    Key::may("injects", "What a trainer may make happen."),
];

/// The keys of an actor.
pub const ACTOR: &[Key] = &[
    Key::must("id", "The stable name of the actor."),
    Key::must("name", "The name of the person played."),
    Key::must("who", "Who they are: a few lines."),
    Key::must("sounds", "How they sound."),
    Key::may(
        "opening",
        "The first thing they say. One actor at least has one.",
    ),
    Key::may("not_said", "What is true and stays unsaid."),
    Key::may("if_rushed", "What they do if somebody rushes."),
    Key::may("if_fixed", "What they do if something is offered too soon."),
    Key::may("if_judged", "What they do if somebody judges."),
    Key::may("if_heard", "What they do if somebody listens."),
    Key::may(
        "fillers",
        "Small things they say when there is nothing new, to somebody on their own.",
    ),
    Key::may(
        "short_answers",
        "What they say to a closed question, to somebody on their own.",
    ),
    Key::may(
        "to_an_offer",
        "What they say to an early offer, to somebody on their own.",
    ),
    Key::may(
        "goodbye",
        "What they say when they are rushed on and on. Without it they go quiet instead.",
    ),
];

/// The keys of a piece of speech.
pub const SPEECH: &[Key] = &[
    Key::may(
        "by",
        "The id of the actor who says it. Needed when there are several.",
    ),
    Key::must("says", "The words, as they are said."),
    Key::may(
        "opened_by",
        "The moves that open it. Without it: it is said freely.",
    ),
    Key::may("cue", "What else has to be so, for whoever plays it."),
    Key::may("thread", "The id of the thread it belongs to."),
    Key::may("topic", "The id of the guide's topic it belongs to."),
];

/// The keys of a thread.
pub const THREAD: &[Key] = &[
    Key::must("id", "The stable name of the thread."),
    Key::must("title", "The thread in a few words."),
    Key::may("about", "What it is about, in one sentence."),
];

/// The keys of an inject.
pub const INJECT: &[Key] = &[
    Key::must("id", "The stable name of the inject."),
    Key::must("title", "The inject in a few words."),
    Key::must("happens", "What then happens."),
];
