//! Words people typed, written so that Markdown sees only words.
//!
//! Escapes are as few as safety allows, because a record is also read as plain text: a hyphen is only escaped where it
//! would begin a list, a full stop only after a number at the start of a line. A web address stays as it is typed:
//! some readers make it clickable, which shows nothing that was not typed.

use crate::text::shown_in_a_file;

/// The words as a record holds them: control characters visible, the spaces around each line gone, at most one empty
/// line between two paragraphs. Markdown has no way to keep those spaces that still reads well.
pub fn as_written(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for line in shown_in_a_file(&text).split('\n').map(str::trim) {
        if line.is_empty() {
            gap = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if gap { "\n\n" } else { "\n" });
        }
        out.push_str(line);
        gap = false;
    }
    out
}

/// The words as a record holds them where there is room for one line only: a name, a heading.
pub fn on_one_line(text: &str) -> String {
    let lines = as_written(text);
    let lines: Vec<_> = lines.lines().filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Words that will be quoted, less the quotation marks that were typed round them: both, or the closing one that pairs
/// with the mark. Marks inside stay.
pub fn unquoted(text: String) -> String {
    const QUOTES: [char; 3] = ['"', '“', '”'];
    let count = text.matches(QUOTES).count();
    let inner = match count {
        1 => text.strip_suffix(QUOTES),
        2 => text
            .strip_prefix(QUOTES)
            .and_then(|rest| rest.strip_suffix(QUOTES)),
        _ => None,
    };
    match inner.map(as_written) {
        Some(inner) if !inner.is_empty() => inner,
        _ => text,
    }
}

/// A text of [`as_written`] as Markdown lines. Line breaks are hard breaks; an empty line is the gap between two
/// paragraphs. `at_start` says that nothing of ours stands before the first line.
pub fn lines(text: &str, at_start: bool) -> Vec<String> {
    let typed: Vec<&str> = text.split('\n').collect();
    let hard_break_after = |n: usize| {
        let next_is_filled = typed.get(n + 1).is_some_and(|next| !next.is_empty());
        next_is_filled && !typed[n].is_empty()
    };
    typed
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let mut out = if n > 0 || at_start {
                line_start(line)
            } else {
                inline(line)
            };
            if hard_break_after(n) {
                out.push('\\');
            }
            out
        })
        .collect()
}

/// One line that begins a line of the file.
pub fn line_start(line: &str) -> String {
    escape(line, guard(line), |_| false)
}

/// One line, somewhere after the start of a line of the file.
pub fn inline(line: &str) -> String {
    escape(line, None, |_| false)
}

/// A heading's words: a `#` at the end would be taken for the heading's own.
pub fn heading(line: &str) -> String {
    escape(line, None, |c| c == '#')
}

/// A name before a comma, a colon or a quotation mark of ours, at the start of a line of the file.
pub fn name(line: &str) -> String {
    escape(line, guard(line), |c| matches!(c, ',' | ':' | '"'))
}

/// Words that take the place of others, wherever those stand in a letter: at the start of a line, or in a heading.
pub fn anywhere(line: &str) -> String {
    escape(line, guard(line), |c| c == '#')
}

/// Words between two quotation marks of ours: one of theirs does not end them.
pub fn quoted(line: &str) -> String {
    escape(line, None, |c| c == '"')
}

/// The words that Markdown of this module stands for.
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown.chars().peekable();
    while let Some(c) = rest.next() {
        let escapes = c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        out.extend(if escapes { rest.next() } else { Some(c) });
    }
    out
}

/// Where `pattern` first stands in Markdown of this module without a backslash before it.
pub(super) fn find_bare(markdown: &str, pattern: &str) -> Option<usize> {
    markdown
        .match_indices(pattern)
        .map(|(at, _)| at)
        .find(|&at| {
            let before = &markdown[..at];
            let backslashes = before.len() - before.trim_end_matches('\\').len();
            backslashes.is_multiple_of(2)
        })
}

fn escape(line: &str, guard: Option<usize>, also: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut before = None;
    for (at, c) in line.char_indices() {
        let after = &line[at + c.len_utf8()..];
        if guard == Some(at) || also(c) || is_markup(before, c, after) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// Whether a character could be markup wherever it stands in a line.
fn is_markup(before: Option<char>, c: char, after: &str) -> bool {
    let next = after.chars().next();
    match c {
        '\\' | '`' | '*' | '[' | '~' => true,
        '_' => !(before.is_some_and(is_plain_letter) && next.is_some_and(is_plain_letter)),
        '<' => next.is_some_and(|next| next != ' '),
        '&' => begins_entity(after),
        _ => false,
    }
}

/// Between two of these an underscore is no markup in any dialect.
fn is_plain_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

fn begins_entity(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

/// The character to escape when the start of a line would begin a block: a heading, list, quote, rule or table.
fn guard(line: &str) -> Option<usize> {
    let ends_word = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let is_underline = line
        .chars()
        .all(|c| matches!(c, '-' | '=' | ':' | '|' | '+' | ' '));
    let hashes = line.len() - line.trim_start_matches('#').len();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_bullet = line.starts_with(['-', '+']) && ends_word(&line[1..]);
    let is_heading = (1..=6).contains(&hashes) && ends_word(&line[hashes..]);
    let is_numbered = (1..=9).contains(&digits)
        && line[digits..].starts_with(['.', ')'])
        && ends_word(&line[digits + 1..]);
    if is_numbered {
        return Some(digits);
    }
    (is_underline || is_bullet || is_heading || line.starts_with('>')).then_some(0)
}
