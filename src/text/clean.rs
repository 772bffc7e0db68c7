//! What is kept of what was typed or pasted, and what may be drawn of it.
//!
//! Words are kept exactly, so a pasted escape sequence or a direction override is kept too. It must not act: a
//! terminal would obey it, and a reader would see words in an order nobody wrote. So every character that works unseen
//! is drawn as a mark that stands for it.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Flags of England, Scotland and Wales: the only emoji written with tag characters, and no text can hide in them.
const TAGGED_FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// Returns the text as it is kept: one kind of line end, and one form for each letter (NFC). Nothing else changes.
pub fn stored(text: &str) -> String {
    let lines = one_line_end(text);
    if lines.is_ascii() || is_nfc_quick(lines.chars()) == IsNormalized::Yes {
        return lines.into_owned();
    }
    lines.nfc().collect()
}

/// Returns the text as it may be drawn on one line: nothing in it moves the cursor, turns the text or hides.
pub fn shown(text: &str) -> Cow<'_, str> {
    visible(text, On::OneLine)
}

/// Like [`shown`], for text that is printed over several lines: line ends stay.
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    visible(text, On::Lines)
}

/// Returns the text as it may stand in a file that is kept: line ends stay, and so do signs that only a screen is in
/// doubt about. What turns the text, or breaks a line, is drawn as a mark.
pub fn shown_in_a_file(text: &str) -> Cow<'_, str> {
    visible(text, On::AFile)
}

/// Where the words will stand.
#[derive(Clone, Copy, PartialEq)]
enum On {
    /// On one line of a screen.
    OneLine,
    /// On several.
    Lines,
    /// In a file.
    AFile,
}

impl On {
    fn keeps_lines(self) -> bool {
        self != Self::OneLine
    }

    fn is_a_screen(self) -> bool {
        self != Self::AFile
    }
}

/// Whether the character would act unseen, and is drawn as a mark that stands for it.
pub fn acts(c: char) -> bool {
    matches!(look(c, On::OneLine), Look::As(_) | Look::Code)
}

fn one_line_end(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn visible(text: &str, on: On) -> Cow<'_, str> {
    let Some(mut at) = first_unsafe(text, on) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..at]);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(flag) = TAGGED_FLAGS.iter().find(|flag| rest.starts_with(**flag)) {
            out.push_str(flag);
            at += flag.len();
            continue;
        }
        match look(c, on) {
            Look::Itself => out.push(c),
            Look::Nothing => {}
            Look::As(other) => out.push(other),
            Look::Code => out.push_str(&format!("\u{2039}U+{:04X}\u{203A}", u32::from(c))),
        }
        at += c.len_utf8();
    }
    Cow::Owned(out)
}

/// Where the first character is that is not drawn as itself. Printable ASCII, nearly all text, is passed by the byte.
fn first_unsafe(text: &str, on: On) -> Option<usize> {
    let plain = |b: &u8| (0x20..0x7F).contains(b) || (on.keeps_lines() && *b == b'\n');
    let start = text.bytes().position(|b| !plain(&b))?;
    let found = text[start..]
        .char_indices()
        .find(|&(_, c)| look(c, on) != Look::Itself);
    let (offset, c) = found?;
    // A flag's tags would be found after its first character, too late to know that they belong to it.
    let flag = if is_tag(c) { '\u{1F3F4}'.len_utf8() } else { 0 };
    let at = start + offset;
    match at.checked_sub(flag) {
        Some(before) if text.is_char_boundary(before) => Some(before),
        _ => Some(at),
    }
}

#[derive(PartialEq)]
enum Look {
    Itself,
    Nothing,
    As(char),
    Code,
}

fn look(c: char, on: On) -> Look {
    match c {
        '\n' if on.keeps_lines() => Look::Itself,
        '\t' if on.is_a_screen() => Look::As(' '),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).map_or(Look::Code, Look::As),
        '\u{7F}' => Look::As('\u{2421}'),
        // Asks for the coloured form of a sign. Terminals disagree on the width it then has, so it is not sent.
        '\u{FE0F}' if on.is_a_screen() => Look::Nothing,
        _ if turns_or_breaks(c) || (on.is_a_screen() && hides(c)) => Look::Code,
        _ => Look::Itself,
    }
}

/// Whether the character changes the order in which words are read, or the lines they stand on.
fn turns_or_breaks(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9F}'                              // C1 controls
        | '\u{61C}' | '\u{200E}' | '\u{200F}'            // direction marks
        | '\u{202A}'..='\u{202E}'                       // direction overrides
        | '\u{2066}'..='\u{2069}'                       // direction isolates
        | '\u{2028}' | '\u{2029}') // line and paragraph separators
}

/// Whether the character has no shape, so that words can hide behind it. The two joiners (U+200C, U+200D) are not among
/// them: words in many languages, and families of emoji, need them.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{200B}'                           // soft hyphen, unseen space
        | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' // unseen signs, and one kept for such
        | '\u{180E}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}') // old separators, byte order mark, annotations
        || is_tag(c)
}

/// Tag characters spell unseen ASCII.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kept_text_has_one_line_end_and_one_form() {
        assert_eq!(stored("a\r\nb\rc\n"), "a\nb\nc\n");
        assert_eq!(stored("w\u{302}"), "\u{175}");
        assert_eq!(
            stored("\u{1b}[31m\t\u{202E}\u{2764}\u{FE0F} "),
            "\u{1b}[31m\t\u{202E}\u{2764}\u{FE0F} "
        );
    }

    #[test]
    fn what_acts_unseen_is_seen() {
        assert_eq!(shown("\u{1b}[31mred"), "\u{241b}[31mred");
        assert_eq!(shown("a\tb\nc\u{7f}"), "a b\u{240a}c\u{2421}");
        assert_eq!(shown("\u{202E}abc"), "\u{2039}U+202E\u{203A}abc");
        assert_eq!(shown("\u{85}"), "\u{2039}U+0085\u{203A}");
        assert_eq!(shown("x\u{E0041}"), "x\u{2039}U+E0041\u{203A}");
        assert_eq!(shown_lines("a\tb\nc\r"), "a b\nc\u{240d}");
    }

    #[test]
    fn what_people_write_is_drawn_as_it_is() {
        for text in [
            "T\u{177} G\u{175}yr, 5\u{b0}C",
            "\u{4e2d}\u{6587}",
            "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}",
            TAGGED_FLAGS[2],
        ] {
            assert_eq!(shown(text), text);
        }
        assert!(matches!(shown("Still cooks."), Cow::Borrowed(_)));
        assert!(matches!(shown("caf\u{e9}"), Cow::Borrowed(_)));
        assert_eq!(shown("I \u{2764}\u{FE0F} it"), "I \u{2764} it");
    }

    #[test]
    fn a_flag_hides_nothing_after_it() {
        let text = format!("Cymru {}\u{E0041}", TAGGED_FLAGS[2]);
        let want = format!("Cymru {}\u{2039}U+E0041\u{203A}", TAGGED_FLAGS[2]);
        assert_eq!(shown(&text), want);
        assert_eq!(
            shown("\u{1F3F4}\u{E0041}"),
            "\u{1F3F4}\u{2039}U+E0041\u{203A}"
        );
    }

    #[test]
    fn a_file_keeps_what_only_a_screen_is_in_doubt_about() {
        let kept = "I \u{2764}\u{FE0F} soft\u{AD}ness\u{200B}";
        assert_eq!(shown_in_a_file(kept), kept);
        assert_eq!(
            shown_in_a_file("\ta\u{202E}b\nc\u{2028}\u{85}\r"),
            "\u{2409}a\u{2039}U+202E\u{203A}b\nc\u{2039}U+2028\u{203A}\u{2039}U+0085\u{203A}\u{240d}"
        );
    }

    proptest! {
        #[test]
        fn shown_is_safe_and_stays_so(text in any::<String>()) {
            let once = shown(&text);
            prop_assert!(!once.chars().any(char::is_control));
            prop_assert_eq!(shown(&once), once.as_ref());
        }

        #[test]
        fn stored_twice_is_stored_once(text in any::<String>()) {
            let once = stored(&text);
            prop_assert!(!once.contains('\r'));
            prop_assert_eq!(stored(&once), once);
        }
    }
}
