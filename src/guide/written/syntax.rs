//! What the TOML reader says, in words for people who edit such a file twice a year.

use std::ops::Range;

use crate::guide::Problem;

/// The problem behind one complaint of the TOML reader about `text`, with a span that lies in the text.
pub fn problem(text: &str, message: &str, span: Range<usize>) -> Problem {
    let span = within(text, span);
    let there = &text[span.clone()];
    if let Some(control) = there.chars().find(|letter| letter.is_control()) {
        return Problem::error(span, control_message(control))
            .hint("Delete it, or type the line again.");
    }
    let (sentence, hint) = words(message, there);
    let problem = Problem::error(span, sentence);
    match hint {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

/// The sentence for a letter that steers a screen instead of showing on it.
pub fn control_message(letter: char) -> String {
    format!(
        "There is an invisible control character here (U+{:04X}).",
        u32::from(letter)
    )
}

/// Whether a letter steers a screen, or changes the order in which words are shown.
pub fn is_control(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The nearest span inside `text` that splits no character.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

fn words(message: &str, there: &str) -> (String, Option<&'static str>) {
    let starts = |prefix: &str| message.starts_with(prefix);
    if starts("string values must be quoted") && there.is_empty() {
        (
            "There is no value after the `=`.".into(),
            Some("Write the value, or delete the line."),
        )
    } else if starts("string values must be quoted") && there.starts_with(['“', '”', '‘', '’'])
    {
        (
            "Curly quotes do not count as quotes here.".into(),
            Some("Use straight quotes: \"like this\"."),
        )
    } else if starts("string values must be quoted") {
        (
            "Words need quotes round them.".into(),
            Some("Write them \"like this\"."),
        )
    } else if starts("duplicate key") {
        (
            format!("`{there}` is here twice."),
            Some("Keep one of the two."),
        )
    } else if starts("key with no value") {
        (
            "There is no `=` here.".into(),
            Some("A line is written key = value."),
        )
    } else if starts("invalid unquoted key") || starts("unquoted keys cannot be empty") {
        (
            "This is not the name of a key.".into(),
            Some("A line is written key = value."),
        )
    } else if starts("missing comma between array elements") {
        (
            "A comma is missing between two items.".into(),
            Some(QUOTE_INSIDE),
        )
    } else if starts("unexpected key or value") {
        (
            "There is something after the value.".into(),
            Some(QUOTE_INSIDE),
        )
    } else if is_open_quote(message) {
        (
            "The closing quote is missing.".into(),
            Some("Words need a quote at each end."),
        )
    } else if starts("missing escaped value") {
        (
            "A backslash has a meaning of its own here.".into(),
            Some("Write \\\\ for one backslash."),
        )
    } else {
        (format!("Not understood: {message}."), None)
    }
}

/// Whether the reader missed the closing quote of words on one line.
pub fn is_open_quote(message: &str) -> bool {
    message.ends_with("string, expected `\"`") || message.ends_with("string, expected `'`")
}

const QUOTE_INSIDE: &str =
    "For quotes inside the words, put single quotes round the outside, or write \\\" for each.";
