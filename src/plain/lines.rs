//! Bytes into typed lines, whatever wrote them: CRLF, a byte order mark, bytes that are not text.

use std::io::{self, BufRead};

/// One typed line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Its words, without the line end and without the backslash that says there is more.
    pub text: String,
    /// It ended with a backslash: the next line is part of the same note.
    pub more: bool,
    /// Some of its bytes were not text.
    pub damaged: bool,
}

impl Typed {
    fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes);
        // Two are a typed backslash, so only an odd one says there is more.
        let slashes = text.bytes().rev().take_while(|b| *b == b'\\').count();
        let more = slashes % 2 == 1;
        Self {
            damaged: matches!(text, std::borrow::Cow::Owned(_)),
            text: text[..text.len() - usize::from(more)].to_owned(),
            more,
        }
    }
}

/// The lines of an input, as they come.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    /// How many were read.
    pub count: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines of this input.
    pub fn new(input: R) -> Self {
        Self { input, count: 0 }
    }

    /// Waits for the next line. `None` is the end of input.
    ///
    /// # Errors
    ///
    /// If the input can no longer be read.
    pub fn read(&mut self) -> io::Result<Option<Typed>> {
        let mut bytes = vec![];
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.count += 1;
        let bytes = match self.count {
            1 => bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes),
            _ => &bytes,
        };
        Ok(Some(Typed::read(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Typed> {
        let mut lines = Lines::new(bytes);
        std::iter::from_fn(|| lines.read().expect("a slice can be read")).collect()
    }

    fn line(text: &str) -> Typed {
        Typed {
            text: text.to_owned(),
            ..Typed::default()
        }
    }

    #[test]
    fn any_line_end_ends_a_line_and_the_last_needs_none() {
        assert_eq!(
            all(b"one\r\ntwo\n\nthree"),
            ["one", "two", "", "three"].map(line)
        );
    }

    #[test]
    fn a_mark_of_byte_order_is_no_word() {
        assert_eq!(all(b"\xEF\xBB\xBFone\n"), [line("one")]);
    }

    #[test]
    fn one_backslash_carries_on_and_two_do_not() {
        let [first, second] = &all(b"one\\\ntwo\\\\\n")[..] else {
            panic!("two lines");
        };
        assert!(first.more && first.text == "one");
        assert!(!second.more && second.text == "two\\\\");
    }

    #[test]
    fn bytes_that_are_not_text_are_marked_and_cost_themselves_alone() {
        let [read] = &all(b"caf\xE9 at \xC2\xA322\n")[..] else {
            panic!("one line");
        };
        assert_eq!(read.text, "caf\u{FFFD} at £22");
        assert!(read.damaged);
    }
}
