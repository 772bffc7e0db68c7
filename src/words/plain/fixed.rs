//! Sentences of the line-by-line face that are always the same.

/// The first line.
pub const WELCOME: &str =
    "Alongside. Line by line. Silence means it is kept. For help, type /help.";
/// Under the numbers of Home.
pub const TYPE_A_NUMBER: &str = "Type a number, or just start.";
/// Under a list.
pub const NUMBER_CHOOSES: &str = "A number chooses. Anything else carries on.";
/// After a save or a leave.
pub const STARTS_AGAIN: &str = "A number or a first note starts again. /leave closes.";
/// After leaving a conversation for later.
pub const KEPT_FOR_LATER: &str = "Kept for later, as a draft.";
/// A pause ends.
pub const CARRIED_ON: &str = "Carried on.";
/// A command that is about a conversation, and there is none.
pub const NO_CONVERSATION: &str =
    "There is no conversation yet. A number or a first note starts one.";
/// `?` alone.
pub const WANTED_HELP: &str = "Wanted help? /help.";
/// The quiet line after a worry.
pub const QUIET: &str = "Crisis prompts: /crisis. Keeping safe: /safe.";
/// The same, in a crisis.
pub const QUIET_IN_CRISIS: &str = "Keeping safe: /safe.";
/// A line near the end of what a terminal takes at once.
pub const LONG_LINE: &str = "Long line. End it with a backslash to carry on.";
/// A line longer than a note can be.
pub const KEPT_IN_PARTS: &str = "That line is too long for one note. It is kept whole, as several.";
/// `/back`, where there is nowhere to go back to.
pub const NOTHING_TO_STEP_BACK_FROM: &str = "There is nothing to step back from.";
/// The end of input, nothing noted, and a record was asked for.
pub const NOTHING_NOTED: &str = "Nothing was noted, so no record was written.";
/// A second record where one was asked for.
pub const RECORD_ONCE: &str = "--record takes one conversation. This one stays as a draft.";
/// The record's place, when it is not a file.
pub const STANDARD_OUTPUT: &str = "The record is on standard output.";
/// Notes that are nowhere but here, when the program must end.
pub const NOT_ON_DISK: &str = "Your notes could not be kept on this computer. Copy them from here:";

/// `/lock`, where nothing is sealed.
pub const SEALING_IS_OFF: &str = "Sealing is off. alongside seal init turns it on.";
/// Before a passphrase is typed.
pub const PASSPHRASE: &str = "Your passphrase, then Enter. It does not show. Esc leaves it. ";
/// A passphrase was not given.
pub const NO_PASSPHRASE: &str = "No passphrase was given. It is as it was.";
/// A passphrase was asked for, and there is nobody at the keys.
pub const PASSPHRASE_NEEDS_TERMINAL: &str = "A passphrase can only be typed at a terminal.";
/// The end, with a record asked for that may not be shown.
pub const LOCKED_NO_RECORD: &str = "It is locked, so no record was written. /unlock first.";
/// The end, with notes that are nowhere but here and may not be shown.
pub const LOCKED_NOT_ON_DISK: &str =
    "Notes could not be kept on this computer, and it is locked, so they are not said.";

/// The second choice while looking on.
pub const LOOK_AGAIN: &str = "Look again";

/// What `/help` says.
pub const HELP: [&str; 16] = [
    "Every line is a note. Enter keeps it. Silence means it is kept.",
    "End a line with \\ to carry on with the same note.",
    "A mark first says what kind of note it is; alone, it marks the last note.",
    "\" their own words. * matters most. ! worry. + strength. @ connection.",
    "~ I saw. = my view. ? come back to. > next step, with who and when.",
    "& kept apart, never in a copy. A space first: no mark, just text.",
    "Carol: and her words. #money puts a note under a topic. £22 is a spend.",
    "/who NAME says who this is with. /ask says questions you could ask.",
    "/topics lists what you could talk about. /find lunch finds local help.",
    "/date fri, /date none or /date 2 changes the day of the last next step.",
    "/owner NAME changes who does it. /undo takes the last thing back.",
    "/crisis, /listen and /good move the conversation; notes stay.",
    "/read-back reads the notes with numbers. /out 3 and /in 3 choose.",
    "/short, /standard and /everything say how much goes in the record.",
    "/save saves the record. /leave keeps the conversation for later.",
    "/commands lists every command.",
];
