//! One entry of a record: its Markdown, and the entry that Markdown stands for.
//!
//! The voice is in the form: a block quote is the person, `Carol: "..."` somebody else, a box a promise, and a few
//! words in italics at the end say what was noticed, thought, left for later or added after. Every `*` a person typed
//! is escaped, so a bare one is ours and the form reads back without doubt.

use std::borrow::Cow;

use chrono::Datelike;

use super::{
    dates,
    inert::{self, find_bare, plain},
    model::{Entry, Front, NextStep, StepState, Voice},
};

const NOTICED: &str = "I noticed this";
const TO_COME_BACK_TO: &str = "to come back to";
const TOLD_BY: &str = "told by ";
const LATE: &str = "added after the call";
const MY_VIEW: &str = "my view";
const NOT_NAMED: &str = "Not yet named";
const WEEK_OF: &str = "week of ";

/// An entry as lines of Markdown, with a line break at the end.
pub(super) fn write(entry: &Entry, front: &Front) -> String {
    let before = before(entry, front);
    // A promise loses its box in the person's copy, and its words then begin the line.
    let at_start = before.is_empty() || matches!(entry.voice, Voice::Step { .. });
    let mut lines = inert::lines(&sentence(entry), at_start);
    let is_others = matches!(entry.voice, Voice::Others { quoted: false, .. });
    if is_others || matches!(entry.voice, Voice::Told | Voice::Spend { .. }) {
        keep_from_reading_as_others(&mut lines);
    }
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, &before);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(&after(entry, front));
    }
    laid_out(&lines, is_quote(entry))
}

/// Whether an empty line goes between two entries: always, but between two items of a list.
pub(super) fn need_gap(before: Option<&Entry>, entry: &Entry) -> bool {
    before.is_some_and(|before| is_quote(before) || is_quote(entry))
}

fn is_quote(entry: &Entry) -> bool {
    entry.voice == Voice::OwnWords
}

/// Who, and by when, in words: `Sam, Wed 11 March 2026`.
pub(super) fn who_and_when(step: &NextStep) -> String {
    let who = step.who.as_deref().unwrap_or(NOT_NAMED);
    let week = if step.week { WEEK_OF } else { "" };
    let due = step
        .due
        .map(|day| format!(", {week}{}", dates::due_day(day)));
    let time = step.time.map(|time| format!(", {}", dates::time(time)));
    let when: String = due.into_iter().chain(time).collect();
    format!("{who}{when}")
}

fn before(entry: &Entry, front: &Front) -> String {
    match &entry.voice {
        Voice::OwnWords => "\"".to_owned(),
        Voice::Others {
            speaker,
            role,
            quoted: true,
        } => format!("{}: \"", named(speaker, role.as_deref())),
        Voice::Step { id } => {
            let is_done = front
                .step(id)
                .is_some_and(|step| step.state == StepState::Done);
            if is_done { "[x] " } else { "[ ] " }.to_owned()
        }
        _ => String::new(),
    }
}

fn after(entry: &Entry, front: &Front) -> String {
    let after = match &entry.voice {
        Voice::OwnWords | Voice::Others { quoted: true, .. } => "\"".to_owned(),
        Voice::Others { speaker, role, .. } => {
            tag(&format!("{TOLD_BY}{}", named(speaker, role.as_deref())))
        }
        Voice::Saw => tag(NOTICED),
        Voice::ComeBack => tag(TO_COME_BACK_TO),
        Voice::View { by, on } => {
            let by = by.as_deref().unwrap_or(MY_VIEW);
            let on = dates::day_in(*on, front.started.year());
            tag(&format!("{}, {on}", inert::inline(by)))
        }
        Voice::Step { id } => {
            let promise = front.step(id).map_or(NOT_NAMED.to_owned(), who_and_when);
            format!(" **{}**", inert::inline(&promise))
        }
        Voice::Told | Voice::Spend { .. } => String::new(),
    };
    let late = if entry.late { tag(LATE) } else { String::new() };
    after + &late
}

/// `Carol, your daughter`
fn named(speaker: &str, role: Option<&str>) -> String {
    let role = role.map(|role| format!(", {}", inert::name(role)));
    format!("{}{}", inert::name(speaker), role.unwrap_or_default())
}

fn tag(words: &str) -> String {
    format!(" *({words})*")
}

/// The words, with a full stop between a promise and who keeps it. It is escaped with them: after a number alone it
/// would begin a list.
fn sentence(entry: &Entry) -> Cow<'_, str> {
    let is_promise = matches!(entry.voice, Voice::Step { .. });
    if is_promise && !entry.text.ends_with(['.', '!', '?', '…']) {
        Cow::Owned(format!("{}.", entry.text))
    } else {
        Cow::Borrowed(&entry.text)
    }
}

/// Plain words of the form `Carol: "..."` are not in Carol's voice: nobody said so.
fn keep_from_reading_as_others(lines: &mut [String]) {
    let ends_quoted = lines.last().is_some_and(|last| last.ends_with('"'));
    let Some(first) = lines.first_mut().filter(|_| ends_quoted) else {
        return;
    };
    while let Some(colon) = find_bare(first, ": \"") {
        first.insert(colon, '\\');
    }
}

fn laid_out(lines: &[String], quote: bool) -> String {
    let (first, next, gap) = if quote {
        ("> ", "> ", ">")
    } else {
        ("- ", "  ", "")
    };
    let mut out = String::new();
    for (n, line) in lines.iter().enumerate() {
        out.push_str(match (n, line.as_str()) {
            (0, _) => first,
            (_, "") => gap,
            _ => next,
        });
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// What a list item or block quote stands for.
pub(super) enum Parsed {
    /// A note.
    Entry(Entry),
    /// A line with a box, to be matched with the header's promises.
    Step(StepLine),
}

/// A promise as the body has it.
pub(super) struct StepLine {
    pub(super) ticked: bool,
    pub(super) text: String,
    /// Who and when in words, less the id.
    pub(super) who_and_when: Option<String>,
    pub(super) late: bool,
}

/// Reads the Markdown of one list item (or block quote), its lines joined by line breaks and the hard breaks gone.
pub(super) fn read(quote: bool, markdown: &str, year: i32) -> Parsed {
    let mut tags = Tags::default();
    let words = tags.peel(markdown, year);
    let voiced = |voice, words: &str| {
        Parsed::Entry(Entry {
            voice,
            text: plain(words),
            late: tags.late,
        })
    };
    if quote {
        return voiced(Voice::OwnWords, within_quotes(words).unwrap_or(words));
    }
    if let Some((ticked, words)) = after_box(words) {
        return Parsed::Step(step_line(ticked, words, tags.late));
    }
    if let Some(voice) = tags.voice {
        return voiced(voice, words);
    }
    match others(words) {
        Some((voice, words)) => voiced(voice, words),
        None => voiced(Voice::Told, words),
    }
}

/// What the words in italics at the end of an entry said.
#[derive(Default)]
struct Tags {
    voice: Option<Voice>,
    late: bool,
}

impl Tags {
    /// Takes the tags it knows off the end, and leaves the rest.
    fn peel<'a>(&mut self, markdown: &'a str, year: i32) -> &'a str {
        let Some((rest, words)) = last_tag(markdown) else {
            return markdown;
        };
        match words {
            LATE if !self.late && self.voice.is_none() => self.late = true,
            _ if self.voice.is_some() => return markdown,
            NOTICED => self.voice = Some(Voice::Saw),
            TO_COME_BACK_TO => self.voice = Some(Voice::ComeBack),
            _ => match told_by(words).or_else(|| view(words, year)) {
                Some(view) => self.voice = Some(view),
                None => return markdown,
            },
        }
        self.peel(rest, year)
    }
}

fn last_tag(markdown: &str) -> Option<(&str, &str)> {
    let inner = markdown.strip_suffix(")*")?;
    let start = inner.rfind(" *(")?;
    Some((&markdown[..start], &inner[start + 3..]))
}

/// `told by Carol, your daughter`
fn told_by(words: &str) -> Option<Voice> {
    let voice = names_of(words.strip_prefix(TOLD_BY)?, false);
    let is_one = |name: &str| !name.is_empty() && name.trim() == name && !name.contains('\n');
    match &voice {
        Voice::Others { speaker, role, .. } => {
            let sound = is_one(speaker) && role.as_deref().is_none_or(is_one);
            sound.then_some(voice)
        }
        _ => None,
    }
}

fn names_of(names: &str, quoted: bool) -> Voice {
    let comma = find_bare(names, ", ");
    Voice::Others {
        speaker: plain(comma.map_or(names, |at| &names[..at])),
        role: comma.map(|at| plain(&names[at + 2..])),
        quoted,
    }
}

fn view(words: &str, year: i32) -> Option<Voice> {
    let (by, on) = words.rsplit_once(", ")?;
    let by = plain(by);
    // A name is on one line. Anything else in those brackets was typed there.
    if by.trim() != by || by.is_empty() || by.contains('\n') {
        return None;
    }
    Some(Voice::View {
        on: dates::read_day_in(on, year)?,
        by: (by != MY_VIEW).then_some(by),
    })
}

fn within_quotes(words: &str) -> Option<&str> {
    words.strip_prefix('"')?.strip_suffix('"')
}

fn after_box(words: &str) -> Option<(bool, &str)> {
    let open = words.strip_prefix("[ ] ").map(|rest| (false, rest));
    let ticked = || {
        words
            .strip_prefix("[x] ")
            .or_else(|| words.strip_prefix("[X] "))
    };
    open.or_else(|| ticked().map(|rest| (true, rest)))
}

fn step_line(ticked: bool, words: &str, late: bool) -> StepLine {
    let bold = words
        .strip_suffix("**")
        .and_then(|inner| inner.rsplit_once(" **"));
    StepLine {
        ticked,
        text: plain(bold.map_or(words, |(sentence, _)| sentence)),
        who_and_when: bold.map(|(_, bold)| plain(bold)),
        late,
    }
}

/// `Carol, your daughter: "..."`, with the name on the first line.
fn others(words: &str) -> Option<(Voice, &str)> {
    let colon = find_bare(words, ": \"").filter(|&at| at > 0 && !words[..at].contains('\n'))?;
    let said = words[colon + 3..].strip_suffix('"')?;
    Some((names_of(&words[..colon], true), said))
}

/// Who and when of a promise nobody put in the header, from the words [`who_and_when`] would write.
pub(super) fn read_who_and_when(words: &str, step: &mut NextStep) {
    let mut rest = words;
    if let Some((before, time)) = rest.rsplit_once(", ")
        && let Some(time) = dates::read_time(time)
    {
        step.time = Some(time);
        rest = before;
    }
    if let Some((before, day)) = rest.rsplit_once(", ") {
        let bare = day.strip_prefix(WEEK_OF);
        if let Some(due) = dates::read_due_day(bare.unwrap_or(day)) {
            step.due = Some(due);
            step.week = bare.is_some();
            rest = before;
        }
    }
    step.who = (rest != NOT_NAMED).then(|| rest.to_owned());
}
