//! What stays where a record was removed: that there was one, and nothing of what it said.

use std::fmt::Write;

use chrono::DateTime;
use serde_json::Value;

use super::{
    dates,
    front::{self, Yaml},
    front_strict, inert,
};
use crate::{
    conversation::{ConversationId, Moment},
    guide::Kind,
};

/// The words under the header while something may be left.
const BEING_REMOVED: &str = "\
# A record is being removed

What is left of it goes when `alongside remove` is run again with its id.
";

/// The words under the header once nothing is left.
const IS_REMOVED: &str = "\
# A record was removed

This note stays so that nobody looks for it, and so that its name is not used again. Copies made before then, such as
backups and letters, may still be there.
";

/// The note that stays. It is plain text wherever it is, so it holds nobody's name but the worker's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The name the record had. The year and the month are in it.
    pub id: ConversationId,
    /// The kind it was, where that could be told.
    pub kind: Option<Kind>,
    /// When somebody asked for it to be removed.
    pub at: Moment,
    /// Who.
    pub by: Option<String>,
    /// Why, when they said. It stays for anybody to read.
    pub because: Option<String>,
    /// Whether nothing of the record is left.
    pub is_done: bool,
}

impl Removed {
    /// The note as the text of its file.
    pub fn markdown(&self) -> String {
        let (state, words) = match self.is_done {
            true => (REMOVED, IS_REMOVED),
            false => (REMOVING, BEING_REMOVED),
        };
        let (year, month) = self.id.year_and_month();
        let written = |text: &Option<String>| text.as_deref().map(inert::on_one_line);
        let mut yaml = Yaml::begin();
        yaml.text("id", self.id.as_str());
        yaml.some_text("kind", self.kind.map(Kind::name));
        yaml.text("month", &format!("{year}-{month}"));
        yaml.text("state", state);
        yaml.text("at", &dates::stamp(self.at));
        yaml.some_text("by", written(&self.by).as_deref());
        yaml.some_text("because", written(&self.because).as_deref());
        let mut out = yaml.end();
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{words}");
        out
    }

    /// Reads the note in its own form; `None` when somebody has changed it into another.
    pub fn read(markdown: &str) -> Option<Self> {
        let (yaml, _) = front::split(markdown)?;
        let mut fields = front_strict::read(yaml)?;
        let mut text = |key: &str| match fields.remove(key)? {
            Value::String(text) => Some(text),
            _ => None,
        };
        Some(Self {
            id: ConversationId::read(&text("id")?)?,
            kind: text("kind").as_deref().and_then(Kind::named),
            at: DateTime::parse_from_rfc3339(&text("at")?).ok()?,
            by: text("by"),
            because: text("because"),
            is_done: text("state")? == REMOVED,
        })
    }
}

/// The state of a note while something may be left.
const REMOVING: &str = "removing";

/// The state of a note once nothing is left.
const REMOVED: &str = "removed";

#[cfg(test)]
mod tests {
    use super::*;

    fn removed() -> Removed {
        Removed {
            id: ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id"),
            kind: Some(Kind::ListenAndConnect),
            at: DateTime::parse_from_rfc3339("2032-03-10T09:00:00+00:00").expect("a time"),
            by: Some("Priya N".to_owned()),
            because: Some("six years".to_owned()),
            is_done: false,
        }
    }

    #[test]
    fn a_note_read_back_is_the_note_that_was_written() {
        for is_done in [false, true] {
            let bare = Removed {
                kind: None,
                by: None,
                because: None,
                is_done,
                ..removed()
            };
            for note in [
                Removed {
                    is_done,
                    ..removed()
                },
                bare,
            ] {
                assert_eq!(Removed::read(&note.markdown()), Some(note));
            }
        }
    }

    #[test]
    fn nothing_typed_stands_outside_the_header_or_acts() {
        let note = Removed {
            because: Some("---\n# Joan\u{1b}[31m \u{202e}\"".to_owned()),
            is_done: true,
            ..removed()
        };
        let text = note.markdown();
        let (_, body) = front::split(&text).expect("a header");
        assert_eq!(body, format!("\n{IS_REMOVED}"));
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        assert!(Removed::read(&text).is_some());
    }

    #[test]
    fn it_is_nobodys_record() {
        assert!(crate::record::read(&removed().markdown()).is_err());
        assert_eq!(Removed::read("---\nid: x\n---\n"), None);
    }
}
