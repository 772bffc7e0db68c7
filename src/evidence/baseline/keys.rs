//! Every key of a baseline's file and every column of its rows, once. The readers go by these lists.

use crate::guide::{keys, written::Sort};

/// The format this program reads.
pub const FORMAT: i64 = 1;

/// A baseline, as sentences about its file name it.
pub const BASELINE: Sort = Sort {
    one: "baseline",
    parts: "[[figures]]",
};

/// One key.
pub type Key = keys::Key<()>;

const NAME: &str =
    "What it is: the same months last year, the team next door, the 12 weeks before.";
const FROM: &str = "The first day it is about: 2025-04-01.";
const TO: &str = "The last day it is about: 2025-06-30.";
const COUNTED_BY: &str = "Who counted it. Nobody can ask a number how it was made.";
const RETURNED: &str = "Whether it comes from the national return. Without it: no.";
const READ_WITH_CARE: &str = "What must be read with it: extra staff, one postcode, a hard winter.";
const FIGURE: &str = "Which figure it is.";
const COUNT: &str = "Of a share: how many.";
const OF: &str = "Of a share: of how many.";
const N: &str = "How many values there were, where only their middle is known.";
const MEDIAN: &str = "The middle one: half are at or under it.";
const LOWER: &str = "A quarter are at or under this.";
const UPPER: &str = "Three quarters are at or under this.";
const DEFINITION: &str =
    "How it was counted, in a sentence. Counted in another way, it is another figure.";

/// The keys at the top.
pub const TOP: &[Key] = &[
    Key::must("format", "The format of the file: always 1."),
    Key::must("name", NAME),
    Key::must("from", FROM),
    Key::must("to", TO),
    Key::must("counted_by", COUNTED_BY),
    Key::may("returned", RETURNED),
    Key::may("read_with_care", READ_WITH_CARE),
    Key::must("figures", "What was counted."),
];

/// The keys of a figure.
pub const FIGURES: &[Key] = &[
    Key::must("figure", FIGURE),
    Key::may("count", COUNT),
    Key::may("of", OF),
    Key::may("values", "Of days, words or minutes: each of them."),
    Key::may("n", N),
    Key::may("median", MEDIAN),
    Key::may("lower", LOWER),
    Key::may("upper", UPPER),
    Key::must("definition", DEFINITION),
];

/// The columns of a baseline in rows: one row a figure.
pub const COLUMNS: &[Key] = &[
    Key::must("name", NAME),
    Key::must("from", FROM),
    Key::must("to", TO),
    Key::must("counted_by", COUNTED_BY),
    Key::may("returned", RETURNED),
    Key::must("figure", FIGURE),
    Key::may("count", COUNT),
    Key::may("of", OF),
    Key::may("n", N),
    Key::may("median", MEDIAN),
    Key::may("lower", LOWER),
    Key::may("upper", UPPER),
    Key::must("definition", DEFINITION),
    Key::may("read_with_care", READ_WITH_CARE),
];
