//! What one typed line is: a note, a mark for the last note, a topic or a command.
//!
//! The first character decides, and it stays visible until Enter, so there is no hidden state. When in doubt the line
//! is text, as typed: a missed mark is one key to put right, a lost word is lost. Nothing is copied or changed here, so
//! this can run on every key to say what the line will be.

use super::{Mark, speaker};

/// What a line means. `T` is whatever the caller's topics are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<'a, T> {
    /// Nothing but spaces.
    Blank,
    /// Words to keep.
    Note(Words<'a, T>),
    /// A mark alone: it goes on the last (or chosen) note, or comes off it.
    Mark(Mark),
    /// `&` alone: the last (or chosen) note is kept apart, or no longer is.
    Apart,
    /// `#topic` alone: the last (or chosen) note moves there.
    Topic(T),
    /// `/find lunch`. The name is empty for a slash alone.
    Command {
        /// What follows the slash: `find`.
        name: &'a str,
        /// The rest, without the spaces around it: `lunch`.
        rest: &'a str,
    },
}

/// The words of a note, and what was typed around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<'a, T> {
    /// The words: a part of the line, exactly as typed.
    pub text: &'a str,
    /// The kind of note.
    pub mark: Option<Mark>,
    /// Whether it is kept apart.
    pub apart: bool,
    /// Whose words they are: `Carol`, `Carol (daughter)`.
    pub speaker: Option<&'a str>,
    /// The topic it goes under.
    pub topic: Option<T>,
}

/// Reads a line. `topic` says which topic a typed name (`money`) is, if it is one.
pub fn read<T>(line: &str, topic: impl Fn(&str) -> Option<T>) -> Reading<'_, T> {
    let text = line.trim();
    let Some(first) = text.chars().next() else {
        return Reading::Blank;
    };
    if line.starts_with(char::is_whitespace) {
        return Reading::Note(Words::plain(text));
    }
    if let Some(command) = command(text) {
        return command;
    }
    if let Some(rest) = text.strip_prefix("//") {
        // All but the first slash are words.
        let slash = &text[text.len() - rest.len() - 1..];
        return Reading::Note(Words::plain(slash));
    }
    let is_alone = text.len() == first.len_utf8();
    match Mark::from_char(first) {
        Some(mark) if is_alone => return Reading::Mark(mark),
        None if text == "&" => return Reading::Apart,
        _ => {}
    }
    match leading_topic(text, &topic) {
        Some((found, "")) => Reading::Topic(found),
        _ => Reading::Note(words(text, topic)),
    }
}

impl<'a, T> Words<'a, T> {
    fn plain(text: &'a str) -> Self {
        Self {
            text,
            mark: None,
            apart: false,
            speaker: None,
            topic: None,
        }
    }
}

fn command<T>(text: &str) -> Option<Reading<'_, T>> {
    let typed = text.strip_prefix('/')?;
    if !typed.is_empty() && !typed.starts_with(char::is_alphabetic) {
        return None;
    }
    let (name, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let rest = rest.trim_start();
    Some(Reading::Command { name, rest })
}

/// From the outside in: mark, topic, speaker, closing quote.
fn words<'a, T>(typed: &'a str, topic: impl Fn(&str) -> Option<T>) -> Words<'a, T> {
    let start = Start::of(typed);
    if start.rest.chars().all(is_sign) {
        return Words::plain(typed);
    }
    let (topic, text) = match leading_topic(start.rest, &topic) {
        Some((found, text)) if !text.is_empty() => (Some(found), text),
        Some(_) => (None, start.rest),
        None => trailing_topic(start.rest, &topic),
    };
    let mut words = Words {
        text,
        mark: start.mark,
        apart: start.apart,
        speaker: None,
        topic,
    };
    if let Some(quote) = start.quote {
        words.text = without_closing(words.text, quote);
    }
    words.find_speaker();
    words
}

/// The marks at the start of a note.
struct Start<'a> {
    mark: Option<Mark>,
    apart: bool,
    /// The opening quote, when that is the mark.
    quote: Option<char>,
    rest: &'a str,
}

impl<'a> Start<'a> {
    /// `& text`, `&! text`, `& ! text` and `!& text`. After a mark, `&` must follow at once: in `! & then she fell` it
    /// is "and".
    fn of(typed: &'a str) -> Self {
        let (before, rest) = strip_apart(typed);
        let Some((mark, quote, rest)) = strip_mark(rest) else {
            return Self {
                mark: None,
                apart: before,
                quote: None,
                rest,
            };
        };
        let (after, rest) = if before {
            (false, rest)
        } else {
            strip_apart(rest)
        };
        Self {
            mark: Some(mark),
            apart: before || after,
            quote,
            rest: rest.trim_start(),
        }
    }
}

fn strip_apart(text: &str) -> (bool, &str) {
    text.strip_prefix('&')
        .map_or((false, text), |rest| (true, rest.trim_start()))
}

fn strip_mark(text: &str) -> Option<(Mark, Option<char>, &str)> {
    let first = text.chars().next()?;
    let mark = Mark::from_char(first)?;
    let rest = &text[first.len_utf8()..];
    let quote = (mark == Mark::OwnWords).then_some(first);
    (!is_writing(mark, rest)).then_some((mark, quote, rest))
}

/// Ordinary writing that begins like a mark: `+1`, `+ve`, `>2 falls`, `~5 miles`, `@10`.
fn is_writing(mark: Mark, rest: &str) -> bool {
    let amount = matches!(
        mark,
        Mark::Strength | Mark::NextStep | Mark::Saw | Mark::Connection
    ) && rest.starts_with(|c: char| c.is_ascii_digit());
    let positive = mark == Mark::Strength
        && rest
            .strip_prefix("ve")
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    amount || positive
}

/// A character that is no word by itself: `!!!` and `**` are kept as typed, for they would leave an empty note.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || c == '&' || Mark::from_char(c).is_some()
}

fn leading_topic<'a, T>(text: &'a str, topic: &impl Fn(&str) -> Option<T>) -> Option<(T, &'a str)> {
    let (typed, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let found = topic(topic_name(typed)?)?;
    Some((found, rest.trim_start()))
}

/// Only on a single line: the end of a paste is far from where anybody looks.
fn trailing_topic<'a, T>(
    text: &'a str,
    topic: &impl Fn(&str) -> Option<T>,
) -> (Option<T>, &'a str) {
    let found = text
        .rsplit_once(char::is_whitespace)
        .filter(|_| !text.contains('\n'))
        .and_then(|(before, typed)| Some((topic(topic_name(typed)?)?, before.trim_end())));
    match found {
        Some((found, before)) => (Some(found), before),
        None => (None, text),
    }
}

fn topic_name(typed: &str) -> Option<&str> {
    typed
        .strip_prefix('#')
        .filter(|name| name.starts_with(char::is_alphabetic))
}

/// Takes off the closing quote that answers an opening one. Word turns quotes the wrong way at times, so each kind
/// answers its kind.
fn without_closing(text: &str, opening: char) -> &str {
    let closing: &[char] = match opening {
        '\'' | '\u{2018}' | '\u{2019}' => &['\'', '\u{2019}', '\u{2018}'],
        _ => &['"', '\u{201D}', '\u{201C}'],
    };
    text.strip_suffix(closing)
        .map(str::trim_end)
        .filter(|words| !words.is_empty())
        .unwrap_or(text)
}

impl<T> Words<'_, T> {
    /// Finds whose words they are. Only where a note can be somebody's words: what the worker saw, thinks, promises or
    /// asks is the worker's, and `@ Carol: 01632 960123` is a connection.
    fn find_speaker(&mut self) {
        let can_speak = matches!(
            self.mark,
            None | Some(Mark::OwnWords | Mark::Matters | Mark::Worry | Mark::Strength)
        );
        if !can_speak {
            return;
        }
        let Some((speaker, said)) = speaker::split(self.text) else {
            return;
        };
        self.speaker = Some(speaker);
        self.text = said;
        if self.mark.is_none() {
            self.find_quote();
        }
    }

    /// `Carol: "she is lonely"` is the same as `"Carol: she is lonely`, when the quotes hold all that was said.
    fn find_quote(&mut self) {
        let Some((Mark::OwnWords, Some(quote), rest)) = strip_mark(self.text) else {
            return;
        };
        let said = without_closing(rest, quote);
        let is_whole = said.len() < rest.len() && !said.contains(['"', '\u{201C}', '\u{201D}']);
        if is_whole && !said.chars().all(is_sign) {
            self.mark = Some(Mark::OwnWords);
            self.text = said.trim_start();
        }
    }
}

#[cfg(test)]
mod tests;
