//! Finished records, and reading one: `alongside records` and `alongside show`.

use std::io::{self, IsTerminal, Write};

use super::{DONE, PROBLEMS, Trouble, open, passphrase};
use crate::{
    conversation::{Conversation, ConversationId, Detail},
    record::{self, NextStep, Record, Status, StepState},
    store::{Conversations, Found, Home, Library, RecordFile, apart_from, texts},
    text,
    words::{self, cli::Columns},
};

/// Lists them, newest first.
pub(super) fn list(
    home: &Home,
    library: &Library,
    json: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let listing = library.list();
    if listing
        .records
        .iter()
        .any(|file| texts::is_sealed(&file.path))
    {
        passphrase::unlock(home)?;
    }
    let mut troubles: Vec<String> = listing.troubles.iter().map(ToString::to_string).collect();
    let mut read = vec![];
    for file in &listing.records {
        match reading(library, file) {
            Ok(record) => read.push((file, record)),
            Err(why) => troubles.push(why),
        }
    }
    if json {
        super::print(out, as_json(&read).as_bytes())?;
    } else {
        print(out, &as_lines(&read))?;
    }
    troubles.iter().for_each(|trouble| open::say(trouble));
    Ok(if troubles.is_empty() { DONE } else { PROBLEMS })
}

fn reading(library: &Library, file: &RecordFile) -> Result<Record, String> {
    let text = library.read(file).map_err(|error| error.to_string())?;
    let reading = record::read(&text)
        .map_err(|error| words::cli::not_a_record(&file.path.display().to_string(), &error))?;
    Ok(reading.record)
}

fn as_lines(read: &[(&RecordFile, Record)]) -> String {
    if read.is_empty() {
        return format!("{}\n", words::cli::NO_RECORDS);
    }
    let rows = read.iter().map(|(file, record)| words::cli::Row {
        started: record.front.started,
        kind: record.front.kind,
        person: record.front.person.as_deref().unwrap_or_default(),
        words: word_count(record),
        steps_open: steps_open(record),
        id: file.id.as_str(),
    });
    let rows: Vec<_> = rows.collect();
    let columns = Columns::of(&rows);
    rows.iter().map(|row| columns.line(row)).collect()
}

fn as_json(read: &[(&RecordFile, Record)]) -> String {
    let rows: Vec<_> = read
        .iter()
        .map(|(file, record)| {
            let front = &record.front;
            serde_json::json!({
                "id": file.id.as_str(),
                "kind": front.kind.name(),
                "guide": front.guide,
                "person": front.person,
                "started": front.started.to_rfc3339(),
                "ended": front.ended.to_rfc3339(),
                "by": front.by,
                "status": front.status.name(),
                "words": word_count(record),
                "next_steps": front.next_steps.len(),
                "next_steps_open": steps_open(record),
                "kept_apart": front.kept_apart,
                "no_copy_home": front.no_copy_home,
                "path": file.path.display().to_string(),
            })
        })
        .collect();
    super::json(&rows.into())
}

fn word_count(record: &Record) -> usize {
    let entries = record.sections.iter().flat_map(|section| &section.entries);
    entries
        .map(|entry| entry.text.split_whitespace().count())
        .sum()
}

fn steps_open(record: &Record) -> usize {
    let is_open = |step: &&NextStep| !matches!(step.state, StepState::Done | StepState::Dropped);
    record.front.next_steps.iter().filter(is_open).count()
}

/// How a record is to be read.
#[derive(Debug, Clone, Copy)]
struct Look {
    detail: Option<Detail>,
    copy: bool,
}

/// Reads one, finished or open.
pub(super) fn show(
    home: &Home,
    library: &Library,
    id: &str,
    detail: Option<&str>,
    copy: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let detail = detail.map(named_detail).transpose()?;
    let look = Look { detail, copy };
    match library.find(id) {
        Found::One(file) => show_finished(home, library, &file, look, out),
        Found::Several(files) => Err(several(id, files.iter().map(|file| &file.id))),
        Found::Nothing => show_open(home, id, look, out),
    }
}

fn named_detail(name: &str) -> Result<Detail, Trouble> {
    Detail::named(name).ok_or_else(|| Trouble::not_understood(words::cli::no_detail(name)))
}

fn several<'a>(id: &str, ids: impl Iterator<Item = &'a ConversationId>) -> Trouble {
    let lines = ids.map(|id| format!("\n{id}"));
    Trouble::not_understood(words::cli::several(id) + &lines.collect::<String>())
}

fn show_finished(
    home: &Home,
    library: &Library,
    file: &RecordFile,
    look: Look,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let markdown = passphrase::reading(home, || library.read(file))?;
    let apart = record::read_front(&markdown).map_or(1, |front| front.kept_apart);
    let shown = if look.copy || look.detail.is_some() {
        let read = record::read(&markdown).map_err(|error| {
            Trouble::found(words::cli::not_a_record(
                &file.path.display().to_string(),
                &error,
            ))
        })?;
        as_looked_at(&read.record, look)?
    } else {
        markdown
    };
    if file.has_apart && !look.copy {
        open::say(&words::cli::kept_apart_in(apart, &apart_from(&file.path)));
    }
    print(out, &shown)?;
    Ok(DONE)
}

/// Reads a conversation that is still open, whoever is writing it, and writes nothing.
fn show_open(home: &Home, id: &str, look: Look, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut talk = open_talk(home, id)?;
    talk.detail = look.detail.or(talk.detail);
    open::say(words::cli::STILL_OPEN);
    let record = so_far(&talk);
    if record.front.kept_apart > 0 && !look.copy {
        open::say(&words::cli::kept_apart_open(record.front.kept_apart));
    }
    print(out, &as_looked_at(&record, look)?)?;
    Ok(DONE)
}

/// The open conversation with this name, or whose name begins like this.
fn open_talk(home: &Home, id: &str) -> Result<Conversation, Trouble> {
    let conversations = Conversations::of(home);
    let mut found: Vec<ConversationId> = conversations
        .list()?
        .into_iter()
        .map(|listed| listed.id)
        .collect();
    found.retain(|open| !id.is_empty() && open.as_str().starts_with(id));
    let open = match found.as_slice() {
        [] => return Err(Trouble::found(words::cli::nothing_called(id))),
        [one] => one,
        several_ids => return Err(several(id, several_ids.iter())),
    };
    let events = passphrase::reading(home, || conversations.load(open))?.events;
    let (desk, _) = open::desk(home, &open::settings(home).0);
    desk.replay(open, &events)
        .ok_or_else(|| Trouble::found(words::NOTHING_IN_JOURNAL))
}

/// Prints a record or an open conversation as the plain text it would be without sealing; or what was kept apart.
pub(super) fn read_plain(
    home: &Home,
    library: &Library,
    id: &str,
    apart: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let nothing_apart = || Trouble::found(words::sealing::NOTHING_APART);
    let text = match library.find(id) {
        Found::One(file) if apart && !file.has_apart => return Err(nothing_apart()),
        Found::One(file) => passphrase::reading(home, || match apart {
            true => library.read_apart(&file),
            false => library.read(&file),
        })?,
        Found::Several(files) => return Err(several(id, files.iter().map(|file| &file.id))),
        Found::Nothing => {
            let talk = open_talk(home, id)?;
            let ended = talk.last.max(talk.started);
            match apart {
                true => record::apart_markdown(&talk, ended).ok_or_else(nothing_apart)?,
                false => record::markdown(&so_far(&talk)),
            }
        }
    };
    // A file gets every letter as it was; a terminal obeys none of them.
    if io::stdout().is_terminal() {
        print(out, &text)?;
    } else {
        super::print(out, text.as_bytes())?;
    }
    Ok(DONE)
}

fn so_far(talk: &Conversation) -> Record {
    let mut record = Record::from_conversation(talk, talk.last.max(talk.started));
    record.front.status = Status::Draft;
    record
}

fn as_looked_at(record: &Record, look: Look) -> Result<String, Trouble> {
    let cut = look.detail.map(|detail| record::detail_cut(record, detail));
    let record = cut.as_ref().unwrap_or(record);
    if look.copy {
        record::person_copy(record).map_err(|why| Trouble::found(why.to_string()))
    } else {
        Ok(record::markdown(record))
    }
}

/// Prints with control characters made visible.
fn print(out: &mut dyn Write, words: &str) -> io::Result<()> {
    super::print(out, text::shown_lines(words).as_bytes())
}
