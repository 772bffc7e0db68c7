//! Sets aside the lines of a settings file that are not TOML, so that the others can be read.
//!
//! The parser can go on after a mistake, but what it then gives is partly guessed, and some mistakes cost every line
//! below. So a line it stops at is blanked, which moves nothing else, and it starts again.

use std::ops::Range;

use toml::de::DeTable;

use crate::guide::Problem;

/// More mistakes than anybody mends one by one.
const MOST: usize = 50;

pub(super) const QUOTES: &str =
    "Words go in single quotes: 'P:\\Records'. In double quotes each backslash is written twice.";

/// A file's text with only what can be read left in it, each thing at its place, and what was wrong with the rest.
pub(super) struct Sifted {
    pub(super) text: String,
    pub(super) problems: Vec<Problem>,
}

/// Sifts a file's text.
pub(super) fn sift(text: &str) -> Sifted {
    let mut sifted = Sifted {
        text: text.to_owned(),
        problems: Vec::new(),
    };
    while let Err(error) = DeTable::parse(&sifted.text) {
        let span = error.span().unwrap_or_else(|| deepest(&sifted.text));
        let broken = broken_lines(&sifted.text, in_words(&sifted.text, span.start));
        sifted.problems.push(not_understood(&error, span));
        if sifted.problems.len() == MOST {
            sifted.text.clear();
            break;
        }
        blank(&mut sifted.text, broken);
    }
    sifted
}

/// The line at a place. A broken `[heading]` takes the lines below it along: they must not pass to the one above.
fn broken_lines(text: &str, at: usize) -> Range<usize> {
    let before = &text.as_bytes()[..at.min(text.len())];
    let start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let mut end = line_end(text, start);
    if text[start..end].trim_start().starts_with('[') {
        while end < text.len() && !text[end..].trim_start().starts_with('[') {
            end = line_end(text, end);
        }
    }
    start..end
}

fn line_end(text: &str, from: usize) -> usize {
    let newline = text[from..].find('\n');
    newline.map_or(text.len(), |newline| from + newline + 1)
}

fn blank(text: &mut String, lines: Range<usize>) {
    let blanks: String = text[lines.clone()]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    text.replace_range(lines, &blanks);
}

/// The place itself, unless its line is blank: what is left open is noticed below, so then the end of the words above
/// it. A lone carriage return is white space, but not blank: the parser stops at it.
fn in_words(text: &str, at: usize) -> usize {
    let is_word = |byte: &u8| !matches!(byte, b' ' | b'\n');
    let bytes = text.as_bytes();
    let before = &bytes[..at.min(text.len())];
    let start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |newline| newline + 1);
    if bytes[start..line_end(text, start)].iter().any(is_word) {
        return at;
    }
    let above = bytes[..start].iter().rposition(is_word);
    above
        .or_else(|| bytes.iter().position(is_word))
        .unwrap_or(at)
}

/// The line with the most full stops: of a name with too many parts the parser does not say where it is.
fn deepest(text: &str) -> Range<usize> {
    let mut deepest = (0, 0..0);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let stops = line.matches('.').count();
        if stops > deepest.0 {
            deepest = (stops, start..start + line.trim_end().len());
        }
        start += line.len();
    }
    deepest.1
}

/// What the parser could not read, in our words.
fn not_understood(error: &toml::de::Error, span: Range<usize>) -> Problem {
    let said = error.message();
    if said.contains("duplicate") {
        return Problem::error(span, "This is set twice. The first is used.")
            .hint("Take one of the two away.");
    }
    let hint = if said.contains("quoted") || said.contains("escape") {
        QUOTES
    } else {
        "A setting is a line like: hints = true"
    };
    Problem::error(span, "This line is not understood. It is passed over.").hint(hint)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_sound_stays_at_its_place() {
        let text = "a = 1\nŷ = 2 3\nb = 4\n";
        let sifted = sift(text);
        assert_eq!(sifted.text, "a = 1\n        \nb = 4\n");
        assert_eq!(sifted.problems.len(), 1);
    }

    #[test]
    fn a_broken_heading_gives_its_lines_to_nobody() {
        let text = "[[numbers]]\nname = 'A'\n[[numbers]\nname = 'B'\nnumber = '2'\n[[numbers]]\nname = 'C'\n";
        let sifted = sift(text);
        assert!(!sifted.text.contains("'2'"));
        assert!(sifted.text.contains("'A'") && sifted.text.contains("'C'"));
        assert_eq!(sifted.problems.len(), 1);
    }

    #[test]
    fn a_hopeless_file_ends() {
        let sifted = sift(&"?\n".repeat(1000));
        assert_eq!(sifted.problems.len(), MOST);
        assert_eq!(sifted.text, "");
    }

    #[test]
    fn a_lone_carriage_return_costs_nothing_else() {
        assert_eq!(sift("a = 1\n\r").text.trim_end(), "a = 1");
    }

    #[test]
    fn a_quote_left_open_at_the_end_costs_its_own_line() {
        assert_eq!(sift("a = 1\n\"\"\"\n").text.trim_end(), "a = 1");
        assert_eq!(sift("a = 1\nb = '''\n\n").text.trim_end(), "a = 1");
    }

    #[test]
    fn a_name_of_too_many_parts_costs_its_own_line() {
        let text = format!("a = 1\n{}b = 2\nc = 3\n", "b.".repeat(200));
        let sifted = sift(&text);
        assert!(sifted.text.contains("a = 1") && sifted.text.contains("c = 3"));
        assert_eq!(sifted.problems[0].place(&text).line, 2);
    }

    proptest! {
        #[test]
        fn what_is_left_is_toml(text in "([a-c]|[\\[\\]='\"#.,\n\\\\ ]|true|1|ŷ|\u{FEFF}|\r){0,40}") {
            let sifted = sift(&text);
            prop_assert!(DeTable::parse(&sifted.text).is_ok());
            prop_assert_eq!(sifted.problems.is_empty(), DeTable::parse(&text).is_ok());
        }
    }
}
