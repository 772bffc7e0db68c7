//! Letters as people count them: where one ends, where a word does, and how wide they are on a screen.
//!
//! One press of an arrow key or of Backspace passes one grapheme, so that a family emoji or a Welsh letter typed as two
//! keys is never torn. Offsets are bytes into the text as kept; an offset inside a letter is taken as the letter's
//! nearest edge, never as an error.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

use super::clean::shown;

/// Returns where the grapheme at `at` ends: the next boundary after `at`, or the end of the text.
pub fn next(text: &str, at: usize) -> usize {
    let at = floor_char(text, at);
    let bytes = text.as_bytes();
    match (bytes.get(at), bytes.get(at + 1)) {
        (None, _) => text.len(),
        // Between two ASCII characters there is always a boundary, but for "\r\n".
        (Some(a), Some(b)) if a.is_ascii() && b.is_ascii() && *a != b'\r' => at + 1,
        _ => GraphemeCursor::new(at, text.len(), true)
            .next_boundary(text, 0)
            .ok()
            .flatten()
            .unwrap_or(text.len()),
    }
}

/// Returns where the grapheme before `at` begins: the last boundary before `at`, or 0.
pub fn prev(text: &str, at: usize) -> usize {
    let at = floor_char(text, at);
    match text.as_bytes()[..at] {
        [] => 0,
        [.., a, b] if a.is_ascii() && b.is_ascii() && b != b'\n' => at - 1,
        _ => GraphemeCursor::new(at, text.len(), true)
            .prev_boundary(text, 0)
            .ok()
            .flatten()
            .unwrap_or(0),
    }
}

/// Whether a cursor may stand at `at`.
pub fn is_boundary(text: &str, at: usize) -> bool {
    at <= text.len()
        && text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(false)
}

/// Returns where the word before `at` begins, as Ctrl+Left goes and Ctrl+W deletes.
pub fn word_left(text: &str, at: usize) -> usize {
    let mut at = floor_char(text, at);
    let before = |at: usize| kind(&text[prev(text, at)..at]);
    while at > 0 && before(at) == Kind::Space {
        at = prev(text, at);
    }
    let run = (at > 0).then(|| before(at));
    while at > 0 && Some(before(at)) == run {
        at = prev(text, at);
    }
    at
}

/// Returns where the word after `at` ends, as Ctrl+Right goes.
pub fn word_right(text: &str, at: usize) -> usize {
    let mut at = floor_char(text, at);
    let after = |at: usize| kind(&text[at..next(text, at)]);
    while at < text.len() && after(at) == Kind::Space {
        at = next(text, at);
    }
    let run = (at < text.len()).then(|| after(at));
    while at < text.len() && Some(after(at)) == run {
        at = next(text, at);
    }
    at
}

/// Returns how many columns the text takes when it is drawn, that is, after [`shown`].
pub fn width(text: &str) -> usize {
    if text.bytes().all(is_plain) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Returns the columns of one grapheme. The screen adds up graphemes, so we do too: the width of a whole string can
/// differ from that sum (Arabic ligatures).
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b] if is_plain(*b) => 1,
        _ => shown(grapheme)
            .graphemes(true)
            .map(UnicodeWidthStr::width)
            .sum(),
    }
}

/// Returns the last character boundary at or before `at`.
pub(super) fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn is_plain(byte: u8) -> bool {
    (0x20..0x7F).contains(&byte)
}

#[derive(PartialEq)]
enum Kind {
    Space,
    Word,
    Sign,
}

/// An apostrophe is part of a word, so that "don't" is one.
fn kind(grapheme: &str) -> Kind {
    match grapheme.chars().next() {
        Some(c) if c.is_whitespace() => Kind::Space,
        Some(c) if c.is_alphanumeric() || c == '\'' || c == '\u{2019}' => Kind::Word,
        _ => Kind::Sign,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    const FAMILY: &str = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}";

    #[test]
    fn a_step_passes_one_letter() {
        let text = format!("a{FAMILY}w\u{302}b");
        let mut stops = vec![0];
        while let Some(&at) = stops.last().filter(|&&at| at < text.len()) {
            stops.push(next(&text, at));
        }
        assert_eq!(
            stops,
            [0, 1, 1 + FAMILY.len(), 4 + FAMILY.len(), text.len()]
        );
        assert_eq!(prev("a\r\n", 3), 1);
        assert_eq!(next("a\r\n", 1), 3);
        assert_eq!(next("ab", 9), 2);
    }

    #[test]
    fn words() {
        let text = "I don't want, you know";
        assert_eq!(word_right(text, 1), 7);
        assert_eq!(word_right(text, 12), 13);
        assert_eq!(word_left(text, 7), 2);
        assert_eq!(word_left(text, 14), 12);
        assert_eq!(word_left("   ", 3), 0);
        assert_eq!(word_right("", 0), 0);
    }

    #[test]
    fn widths_are_those_of_what_is_drawn() {
        assert_eq!(width("Still cooks"), 11);
        assert_eq!(width("\u{4e2d}\u{6587}"), 4);
        assert_eq!(width(FAMILY), 2);
        assert_eq!(width("T\u{177}"), 2);
        assert_eq!(width("\t\u{1b}"), 2);
        assert_eq!(width("\u{202E}"), 8);
    }

    /// Letters that join, are wide, or are drawn as something else, more often than chance would bring them.
    pub fn awkward() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-z]{1,9}",
            4 => " {1,3}",
            1 => "\\PC{1,3}",
            1 => any::<String>(),
            2 => proptest::sample::select(vec![
                "\n", "\r\n", "\t", "\u{301}", "\u{4e2d}", FAMILY, "\u{1F1EC}\u{1F1E7}", "\u{FE0F}", "\u{200D}",
                "\u{202E}", "\u{2764}\u{FE0F}", "\u{3000}", "\u{A0}", "\u{600}", "\u{1100}", "\u{1161}", "\u{1b}",
            ]).prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn steps_agree_with_the_standard(text in awkward()) {
            let mut want: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            want.push(text.len());
            for pair in want.windows(2) {
                prop_assert_eq!(next(&text, pair[0]), pair[1]);
                prop_assert_eq!(prev(&text, pair[1]), pair[0]);
                prop_assert!(is_boundary(&text, pair[0]));
            }
        }

        #[test]
        fn any_offset_will_do(text in awkward(), at in 0usize..200) {
            let _ = next(&text, at);
            let _ = prev(&text, at);
            let _ = is_boundary(&text, at);
            prop_assert!(word_left(&text, at) <= at);
            prop_assert!(word_right(&text, at) <= text.len());
        }

        #[test]
        fn words_end_between_letters(text in awkward()) {
            for (at, _) in text.grapheme_indices(true) {
                prop_assert!(is_boundary(&text, word_left(&text, at)));
                prop_assert!(is_boundary(&text, word_right(&text, at)));
            }
        }

        #[test]
        fn width_is_that_of_the_shown_text(text in awkward()) {
            let drawn: usize = shown(&text).graphemes(true).map(UnicodeWidthStr::width).sum();
            prop_assert_eq!(width(&text), drawn);
        }
    }
}
