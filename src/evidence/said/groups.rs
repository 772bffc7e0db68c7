//! What groups are called, in their order.

/// How long until a next step was done.
pub const STEP_DAYS: [&str; 7] = [
    "Same day",
    "1 to 2 days",
    "3 to 7 days",
    "Over a week",
    "Done, day not known",
    "Not done yet",
    "No longer needed",
];

/// The days at which each of those but the first begins.
pub const STEP_DAYS_BEGIN: [i64; 3] = [1, 3, 8];

/// Whether a next step was done by the day first agreed.
pub const STEP_KEPT: [&str; 7] = [
    "Done by the day agreed",
    "Done late",
    "Done, no day to hold it to",
    "Not done, its day is over",
    "Not done, its day is to come",
    "Not done, no day agreed",
    "No longer needed",
];

/// Days from first contact to the day the conversation began.
pub const FIRST_TALK: [&str; 6] = [
    "Same day",
    "1 to 3 days",
    "4 to 7 days",
    "8 to 28 days",
    "Over 28 days",
    NOT_SAID,
];

/// The days at which each of those but the first begins.
pub const FIRST_TALK_BEGIN: [i64; 4] = [1, 4, 8, 29];

/// Whether somebody came back.
pub const BACK: [&str; 3] = ["Back", "Not back", TOO_SOON];

/// How often something happened in a conversation.
pub const HOW_OFTEN: [&str; 3] = ["None", "Once", "Twice or more"];

/// Whether a crisis is steady.
pub const STEADY: [&str; 2] = ["Steady", "Not steady yet"];

/// Days until a crisis was steady.
pub const STEADY_DAYS: [&str; 4] = ["Same day", "1 to 3 days", "4 to 7 days", "Over a week"];

/// The days at which each of those but the first begins.
pub const STEADY_DAYS_BEGIN: [i64; 3] = [1, 4, 8];

/// How much was spent.
pub const AMOUNTS: [&str; 4] = [
    "Under £10",
    "£10 to £24.99",
    "£25 to £49.99",
    "£50 and over",
];

/// The pence at which each of those but the first begins.
pub const AMOUNTS_BEGIN: [i64; 3] = [1_000, 2_500, 5_000];

/// Who had a copy.
pub const COPIES: [&str; 3] = ["Had a copy", "Nothing may be sent home", "No copy noted"];

/// How many words a record has.
pub const WORDS: [&str; 4] = ["Under 100", "100 to 249", "250 to 499", "500 and over"];

/// The words at which each of those but the first begins.
pub const WORDS_BEGIN: [i64; 3] = [100, 250, 500];

/// How many minutes a talk took.
pub const MINUTES: [&str; 5] = ["Under 15", "15 to 29", "30 to 59", "60 and over", NOT_NOTED];

/// The minutes at which each of those but the first begins.
pub const MINUTES_BEGIN: [i64; 3] = [15, 30, 60];

/// What somebody said to a question.
pub const ANSWERS: [&str; 5] = ["Yes", "Partly", "No", "Rather not say", "Skipped"];

/// Who asked.
pub const WHO_ASKED: [&str; 2] = ["Somebody else", "The worker who knows them"];

/// What nobody noted.
pub const NOT_SAID: &str = "Not said";

/// What could not be noted: a talk nobody timed.
const NOT_NOTED: &str = "Not known";

/// What only time will tell.
const TOO_SOON: &str = "Too soon to say";

/// Groups of which nothing is known. They are shown, and no share is of them.
pub const NOT_KNOWN: [&str; 3] = [NOT_SAID, NOT_NOTED, TOO_SOON];

/// What was noted under no topic.
pub const NO_TOPIC: &str = "No topic in particular";

/// Groups whose names somebody typed, put together in what leaves a team.
pub const SOMETHING_ELSE: &str = "Something else";
