//! Days, months and numbers by name.

use chrono::Weekday;

/// Returns the weekday with this name or short name, in lower case.
pub fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Mon,
        "tuesday" | "tues" | "tue" => Weekday::Tue,
        "wednesday" | "weds" | "wed" => Weekday::Wed,
        "thursday" | "thurs" | "thur" | "thu" => Weekday::Thu,
        "friday" | "fri" => Weekday::Fri,
        "saturday" | "sat" => Weekday::Sat,
        "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// Returns the month, 1 to 12, with this name or short name, in lower case.
pub fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = if word == "sept" { "sep" } else { word };
    let is_named = |month: &str| month == word || (word.len() == 3 && month.starts_with(word));
    let index = MONTHS.into_iter().position(is_named)?;
    u32::try_from(index + 1).ok()
}

/// Returns a number written in digits, at most three of them, or as a word up to twelve. "A" is one.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    if let Some(index) = WORDS.iter().position(|name| *name == word) {
        return u32::try_from(index + 1).ok();
    }
    digits(word).filter(|_| word.len() <= 3)
}

/// Returns the number when the word is digits and nothing else.
pub(super) fn digits(word: &str) -> Option<u32> {
    let is_number = word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|_| is_number)
}

/// Returns the number of `5th`, `2nd`, `31st`.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|end| word.strip_suffix(end))?;
    digits(number).filter(|_| number.len() <= 2)
}
