//! Characters that would act instead of being read, made visible.
//!
//! As [`crate::text::shown`] does for a screen, but for a file that is kept: a letter's own variation sign stays with it,
//! and a tab is a sign, because at the start of a line Markdown would take it for code.

use std::borrow::Cow;

/// The text with every control and direction character drawn as a visible sign.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push_shown(&mut out, c);
    }
    Cow::Owned(out)
}

/// The same, with line breaks left as they are.
pub(super) fn shown_lines(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && acts(c)) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<_> = text.split('\n').map(shown).collect();
    Cow::Owned(lines.join("\n"))
}

fn acts(c: char) -> bool {
    c.is_control() || turns_direction(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn push_shown(out: &mut String, c: char) {
    match c {
        '\u{7F}' => out.push('\u{2421}'),
        c if c < ' ' => out.extend(char::from_u32(0x2400 + u32::from(c))),
        c if acts(c) => out.push_str(&format!("‹U+{:04X}›", u32::from(c))),
        c => out.push(c),
    }
}
