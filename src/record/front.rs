//! The header of a record: YAML in a strict, quoted subset.
//!
//! Every text is quoted as JSON quotes it, so that no reader of YAML 1.1 or 1.2 takes `no` for false or a time for a
//! number. Reading takes any YAML, because people edit headers by hand, and is lenient wherever a person's safety does
//! not hang on it.

use std::fmt::Write;

use serde_json::Value;

use super::{
    counted::Counted,
    dates, front_strict,
    keeping::LookedAt,
    model::{Extra, Front, Moved, NextStep, Voided},
    steady::Steadiness,
};
use crate::conversation::{ConversationId, Link};

/// Why a file cannot be read as a record at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotARecord {
    /// No `---` lines with a header between them at the top.
    #[error("It does not begin with a header between two lines of ---.")]
    NoHeader,
    /// The header is not YAML.
    #[error("Its header cannot be read: {0}")]
    Unreadable(String),
    /// A field without which it is nobody's record.
    #[error("Its header does not say {0}.")]
    Missing(&'static str),
    /// It is the file kept apart from a record.
    #[error("It is the file kept apart from a record, not the record.")]
    KeptApart,
}

/// The header as text, with its `---` lines.
pub(super) fn write(front: &Front) -> String {
    let mut out = Yaml::begin();
    out.text("id", front.id.as_str());
    out.text("kind", front.kind.name());
    out.text("guide", &front.guide);
    out.moved(&front.moved);
    out.some_text("person", front.person.as_deref());
    out.some_text("caller", front.caller.as_deref());
    out.some_text("contact", front.contact.as_deref());
    out.text("started", &dates::stamp(front.started));
    out.text("ended", &dates::stamp(front.ended));
    out.some_text("how", front.how.as_deref());
    out.some_text("by", front.by.as_deref());
    out.texts("present", &front.present);
    out.text("status", front.status.name());
    out.text("detail", front.detail.name());
    out.text("part_of_assessment", front.part_of_assessment.name());
    out.bare("no_copy_home", front.no_copy_home);
    out.some_text("copy", front.copy.as_deref());
    out.some_text("route", front.route.as_deref());
    out.counted(&front.counted);
    out.bare("kept_apart", front.kept_apart);
    out.voided(front.voided.as_ref());
    out.linked(&front.linked);
    out.steady(front.steady.as_ref());
    out.looked_at(&front.looked_at);
    out.steps(&front.next_steps);
    out.extra("", &front.extra);
    out.end()
}

/// Reads the header alone: enough for a list of records, or for what was promised.
///
/// # Errors
///
/// When it is not the header of a record.
pub fn read_front(markdown: &str) -> Result<Front, NotARecord> {
    let (yaml, _) = split(markdown).ok_or(NotARecord::NoHeader)?;
    super::front_in::read(yaml).map(|(front, _)| front)
}

/// The same file with another header and every byte under it untouched: how the state of a promise is updated in a
/// finished record.
///
/// # Errors
///
/// When the file has no header.
pub fn replace_front(markdown: &str, front: &Front) -> Result<String, NotARecord> {
    let (_, body) = split(markdown).ok_or(NotARecord::NoHeader)?;
    Ok(write(front) + body)
}

/// The YAML between the `---` lines, and everything after the second.
pub(super) fn split(markdown: &str) -> Option<(&str, &str)> {
    let text = markdown.strip_prefix('\u{FEFF}').unwrap_or(markdown);
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut below = rest;
    loop {
        let start = rest.len() - below.len();
        let line = front_strict::next_line(&mut below)?;
        if line.starts_with("---") && line.trim_end() == "---" {
            return Some((&rest[..start], below));
        }
    }
}

/// A header being written.
pub(super) struct Yaml(String);

impl Yaml {
    pub(super) fn begin() -> Self {
        Self("---\nalongside: 1\n".to_owned())
    }

    pub(super) fn end(mut self) -> String {
        self.0.push_str("---\n");
        self.0
    }

    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.bare(key, quoted(text));
    }

    pub(super) fn some_text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub(super) fn bare(&mut self, key: &str, value: impl std::fmt::Display) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "{key}: {value}");
    }

    fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            let texts: Vec<_> = texts.iter().map(|text| quoted(text)).collect();
            self.bare(key, format!("[{}]", texts.join(", ")));
        }
    }

    fn moved(&mut self, moved: &[Moved]) {
        if !moved.is_empty() {
            self.0.push_str("moved:\n");
        }
        for moved in moved {
            self.text("  - kind", moved.kind.name());
            self.text("    guide", &moved.guide);
            self.text("    at", &dates::stamp(moved.at));
        }
    }

    fn counted(&mut self, counted: &Counted) {
        let contacted = counted.contacted.map(|day| day.to_string());
        self.some_text("contacted", contacted.as_deref());
        if let Some(minutes) = counted.talk_minutes {
            self.bare("talk_minutes", minutes);
        }
        if let Some(words) = counted.words {
            self.bare("words", words);
        }
        self.some_text("old_way", counted.old_way.as_deref());
        self.texts("mattered", &counted.mattered);
        for (nth, handed) in counted.handed_over.iter().enumerate() {
            self.item_of("handed_over", nth, "to", &handed.to);
            self.some_text("    why", handed.why.as_deref());
        }
        for (nth, talked) in counted.talked_over.iter().enumerate() {
            self.item_of("talked_over", nth, "with", &talked.with);
            self.some_text("    decision", talked.decision.as_deref());
        }
        for (nth, spent) in counted.spent.iter().enumerate() {
            self.item_of("spent", nth, "what", &spent.what);
            self.bare("    pence", spent.pence);
        }
        for (nth, connected) in counted.connected.iter().enumerate() {
            self.item_of("connected", nth, "with", &connected.with);
            self.some_text("    kind", connected.kind.as_deref());
        }
    }

    /// The first field of an item of a list; the list's own name comes with the first item.
    fn item_of(&mut self, list: &str, nth: usize, key: &str, text: &str) {
        if nth == 0 {
            let _ = writeln!(self.0, "{list}:");
        }
        self.text(&format!("  - {key}"), text);
    }

    fn voided(&mut self, voided: Option<&Voided>) {
        let Some(voided) = voided else { return };
        match voided.on {
            Some(day) => self.text("voided", &day.to_string()),
            None => self.bare("voided", true),
        }
        self.some_text("voided_by", voided.by.as_deref());
        self.some_text("voided_because", voided.because.as_deref());
    }

    fn linked(&mut self, links: &[Link]) {
        if !links.is_empty() {
            self.0.push_str("linked:\n");
        }
        for link in links {
            self.text("  - id", link.to.as_str());
            self.text("    as", link.tie.name());
        }
    }

    fn steady(&mut self, said: Option<&Steadiness>) {
        let Some(said) = said else { return };
        let key = if said.is { "steady" } else { "not_steady" };
        self.text(key, &dates::stamp(said.on));
        self.some_text("steady_by", said.by.as_deref());
        if let Some(because) = &said.because {
            self.text("steady_because", because);
            self.text("steady_whose", said.whose.name());
        }
    }

    fn looked_at(&mut self, looks: &[LookedAt]) {
        if !looks.is_empty() {
            self.0.push_str("looked_at:\n");
        }
        for look in looks {
            self.text("  - on", &look.on.to_string());
            self.some_text("    by", look.by.as_deref());
            self.text("    keep_until", &look.keep_until.to_string());
            self.some_text("    because", look.because.as_deref());
        }
    }

    pub(super) fn steps(&mut self, steps: &[NextStep]) {
        if !steps.is_empty() {
            self.0.push_str("next_steps:\n");
        }
        for step in steps {
            self.text("  - id", &step.id);
            self.text("    what", &step.what);
            self.some_text("    who", step.who.as_deref());
            self.some_text("    due", step.due.map(|day| day.to_string()).as_deref());
            if step.week {
                self.bare("    week", true);
            }
            self.some_text("    time", step.time.map(dates::time).as_deref());
            self.text("    state", step.state.name());
            for (key, day) in [("    agreed", step.agreed), ("    settled", step.settled)] {
                self.some_text(key, day.map(|day| day.to_string()).as_deref());
            }
            for (key, count) in [("    tries", step.tries), ("    changes", step.changes)] {
                if count > 0 {
                    self.bare(key, count);
                }
            }
            if step.again {
                self.bare("    again", true);
            }
            let check_in = step.check_in.as_ref().map(ConversationId::as_str);
            self.some_text("    check_in", check_in);
            self.extra("    ", &step.extra);
        }
    }

    /// JSON is YAML, so whatever a later version wrote goes out as it came in.
    fn extra(&mut self, indent: &str, extra: &Extra) {
        for (key, value) in extra {
            let value = flow(value);
            if is_plain_key(key) {
                self.bare(&format!("{indent}{key}"), value);
            } else {
                let gap = format!("\n{indent}");
                let _ = writeln!(self.0, "{indent}{}{value}", quoted_key(key, &gap));
            }
        }
    }
}

/// A name in quotes with its colon. YAML has an end to names that stand before a colon, and another way for longer ones.
fn quoted_key(key: &str, gap: &str) -> String {
    const LONGEST: usize = 1000;
    let key = quoted(key);
    if key.chars().count() > LONGEST {
        format!("? {key}{gap}: ")
    } else {
        format!("{key}: ")
    }
}

fn is_plain_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.len() < 100
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !matches!(
            key,
            "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
        )
}

fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, value)| quoted_key(key, " ") + &flow(value))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A text in the double quotes that JSON and YAML share. What YAML does not print is written as a number.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => number(&mut out, c),
            c if c.is_control() => number(&mut out, c),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn number(out: &mut String, c: char) {
    let _ = write!(out, "\\u{:04x}", u32::from(c));
}
