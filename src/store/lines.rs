//! The lines of a journal: one event each, with the version of the format, in JSON.
//!
//! ```json
//! {"v":1,"at":"2026-03-10T14:20:07Z","did":{"changes":[{"line":{"at":0,"inserted":"h"}}]}}
//! ```
//!
//! A newline ends each line, and no newline is ever inside one. So whatever is the matter with a line costs that line
//! alone, and the bytes of a journal cut anywhere are the lines before the cut.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::conversation::{Event, Moment, Stamped};

/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// The longest line there may be, in bytes, the newline not counted.
pub const LINE_LIMIT: u64 = 4 << 20;

/// Ends a line that was only partly written and is written again, whole, below it. Never inside JSON.
pub(super) const CANCELLED: u8 = 0x18;

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalRead {
    /// In the order they happened.
    pub events: Vec<Stamped>,
    /// Lines that could not be read. The rest is not affected.
    pub set_aside: Vec<SetAside>,
    /// How many sealed pieces could not be opened, the last one not counted. The rest is not affected.
    pub unopened: usize,
    /// The last line was cut short: the program or the computer stopped while it was written.
    pub torn: bool,
}

/// A line that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// From 1.
    pub line: usize,
    /// What is the matter with it.
    pub why: Why,
}

/// Why a line could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its bytes are not text.
    NotText,
    /// It is text, but not an event this program knows.
    NotUnderstood,
    /// A later version of this program wrote it.
    Newer,
    /// It is over [`LINE_LIMIT`].
    TooLong,
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::NotText => "its bytes are not text",
            Why::NotUnderstood => "it is not understood",
            Why::Newer => "a newer Alongside wrote it",
            Why::TooLong => "it is over 4 MiB",
        };
        write!(
            f,
            "Line {} of the journal could not be read ({why}). The rest is here.",
            self.line
        )
    }
}

/// [`Stamped`] with the version in front. Written out again so that only one level is flattened.
#[derive(Serialize)]
struct Written<'a> {
    v: u32,
    at: &'a Moment,
    #[serde(flatten)]
    event: &'a Event,
}

#[derive(Deserialize)]
struct Found {
    v: u32,
    at: Moment,
    #[serde(flatten)]
    event: Event,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// Adds the line of one event, with its newline. On an error `to` may hold a part of it.
pub(super) fn write(to: &mut Vec<u8>, stamped: &Stamped) -> serde_json::Result<()> {
    let written = Written {
        v: VERSION,
        at: &stamped.at,
        event: &stamped.event,
    };
    serde_json::to_writer(&mut *to, &written)?;
    to.push(b'\n');
    Ok(())
}

/// These events as a journal has them, in one text. `None` when they cannot be written, which no event is known to do.
pub(super) fn written(events: &[Stamped]) -> Option<String> {
    let mut bytes = vec![];
    for event in events {
        write(&mut bytes, event).ok()?;
    }
    String::from_utf8(bytes).ok()
}

/// Reads the bytes of a journal, however they are cut or damaged.
pub fn read(bytes: &[u8]) -> JournalRead {
    let (whole, last) = match bytes.iter().rposition(|&byte| byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (&[][..], bytes),
    };
    let mut journal = JournalRead::default();
    for (index, line) in whole.split(|&byte| byte == b'\n').enumerate() {
        match read_line(line) {
            Ok(event) => journal.events.extend(event),
            Err(why) => journal.set_aside.push(SetAside {
                line: index + 1,
                why,
            }),
        }
    }
    // Without a newline it may still be whole: the cut was between the two.
    match read_line(last) {
        Ok(event) => journal.events.extend(event),
        Err(_) => journal.torn = true,
    }
    journal
}

fn read_line(line: &[u8]) -> Result<Option<Stamped>, Why> {
    if line.trim_ascii().is_empty() || line.ends_with(&[CANCELLED]) {
        return Ok(None);
    }
    if line.len() as u64 > LINE_LIMIT {
        return Err(Why::TooLong);
    }
    let line = str::from_utf8(line).map_err(|_| Why::NotText)?;
    match serde_json::from_str(line) {
        Ok(Found { v, at, event }) if v <= VERSION => Ok(Some(Stamped { at, event })),
        _ => Err(why_not(line)),
    }
}

fn why_not(line: &str) -> Why {
    match serde_json::from_str(line) {
        Ok(Version { v }) if v > VERSION => Why::Newer,
        _ => Why::NotUnderstood,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::conversation::samples::{event, typed};

    fn journal_of(events: &[Stamped]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for event in events {
            write(&mut bytes, event).expect("encoded");
        }
        bytes
    }

    #[test]
    fn a_line_looks_like_this() {
        assert_eq!(
            String::from_utf8(journal_of(&[typed(0, "h")])).expect("text"),
            concat!(
                r#"{"v":1,"at":"2026-03-10T14:20:00Z","#,
                r#""did":{"changes":[{"line":{"at":0,"inserted":"h"}}]}}"#,
                "\n"
            )
        );
    }

    #[test]
    fn cut_at_every_byte_it_is_the_events_before_the_cut() {
        let events: Vec<_> = (0..20).map(|n| typed(n, "Tŷ Gŵyr 👩‍👧\n")).collect();
        let bytes = journal_of(&events);
        for cut in 0..=bytes.len() {
            let found = read(&bytes[..cut]);
            let newlines = bytes[..cut].iter().filter(|&&b| b == b'\n').count();
            assert!(events.starts_with(&found.events), "cut at {cut}");
            assert!(found.set_aside.is_empty(), "cut at {cut}");
            let unended = usize::from(cut > 0 && bytes[cut - 1] != b'\n' && !found.torn);
            assert_eq!(found.events.len(), newlines + unended, "cut at {cut}");
        }
    }

    #[test]
    fn a_bad_line_in_the_middle_costs_itself_alone() {
        let good = journal_of(&[typed(0, "a")]);
        let long = vec![b'x'; 1 + usize::try_from(LINE_LIMIT).expect("fits")];
        let bad: [(&[u8], Why); 7] = [
            (b"\xFF\xFE", Why::NotText),
            (b"{\"v\":1,\"at\":\"2026-0", Why::NotUnderstood),
            (b"\0\0\0\0", Why::NotUnderstood),
            (
                b"{\"v\":1,\"at\":\"2026-03-10T14:20:00+00:00\",\"sang\":null}",
                Why::NotUnderstood,
            ),
            (b"{\"v\":2,\"sang\":\"a song\"}", Why::Newer),
            (b"[1,2]", Why::NotUnderstood),
            (&long, Why::TooLong),
        ];
        for (line, why) in bad {
            let bytes = [&good[..], line, b"\n", &good].concat();
            let found = read(&bytes);
            assert_eq!(found.events.len(), 2);
            assert_eq!(found.set_aside, [SetAside { line: 2, why }]);
            assert!(!found.torn);
        }
    }

    #[test]
    fn blank_and_cancelled_lines_are_nothing_to_speak_of() {
        let good = journal_of(&[typed(0, "a")]);
        let bytes = [&good[..], b"\n \r\n{\"v\":1,\x18\n\x18\n", &good].concat();
        let found = read(&bytes);
        assert_eq!(found.events.len(), 2);
        assert_eq!(found.set_aside, []);
    }

    #[test]
    fn a_field_from_later_is_passed_over() {
        let line = r#"{"v":1,"at":"2026-03-10T14:20:00+00:00","seq":7,"undone":null}"#;
        assert_eq!(read(line.as_bytes()).events.len(), 1);
    }

    #[test]
    fn what_is_set_aside_is_said() {
        let said = SetAside {
            line: 14,
            why: Why::Newer,
        };
        assert_eq!(
            said.to_string(),
            "Line 14 of the journal could not be read (a newer Alongside wrote it). The rest is here."
        );
    }

    proptest! {
        #[test]
        fn decode_after_encode_is_the_same(events in prop::collection::vec(event(), 0..8)) {
            let found = read(&journal_of(&events));
            prop_assert_eq!(found.events, events);
            prop_assert_eq!(found.set_aside, []);
            prop_assert!(!found.torn);
        }

        #[test]
        fn any_prefix_is_a_prefix(events in prop::collection::vec(event(), 1..6), cut: prop::sample::Index) {
            let bytes = journal_of(&events);
            let found = read(&bytes[..cut.index(bytes.len() + 1)]);
            prop_assert!(events.starts_with(&found.events));
            prop_assert_eq!(found.set_aside, []);
        }

        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }
    }
}
