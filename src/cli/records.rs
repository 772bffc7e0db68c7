//! Finished records, and reading one: `alongside records` and `alongside show`.

use std::{
    collections::{HashMap, HashSet},
    io::{self, IsTerminal, Write},
};

use super::{
    DONE, PROBLEMS, Trouble,
    copies::{self, Show},
    open, passphrase,
};
use crate::{
    conversation::{Conversation, ConversationId, Detail},
    guide::Shelf,
    people::{self, Met, People, Stands},
    record::{
        self, Cleared, Front, Keeping, List, NextStep, NotARecord, Reader, Record, Status,
        StepState, view,
    },
    store::{
        Conversations, Found, Home, Library, RecordFile, Removal, apart_from,
        index::{self, Memory, Shelved, Whole},
        texts,
    },
    words::{self, adding, cli::Columns},
};

/// A record that was read, and its file.
pub(super) struct ReadRecord {
    pub(super) file: RecordFile,
    pub(super) record: Record,
}

impl ReadRecord {
    pub(super) fn row(&self, shelf: &Shelf) -> words::cli::Row<'_> {
        let front = &self.record.front;
        let guide = front.guide.split(' ').next().unwrap_or_default();
        words::cli::Row {
            started: front.started,
            called: words::known::called(guide, front.kind_now(), shelf),
            person: front.person.as_deref().unwrap_or_default(),
            words: self.record.words(),
            steps_open: steps_open(&self.record),
            id: self.file.id.as_str(),
            is_void: front.is_void(),
        }
    }
}

/// Lists them, newest first; of one person, where a name is given.
pub(super) fn list(
    home: &Home,
    library: &Library,
    person: Option<&str>,
    json: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let mut memory = Memory::default();
    let mut found = look(home, library, &mut memory)?;
    if let Some(name) = person {
        keep_only(name, &mut found)?;
    }
    if json {
        let (local, told) = open::local(home);
        told.iter().for_each(|problem| open::say(problem));
        let files = found.records.iter().map(|shelved| &shelved.file);
        let read: Vec<ReadRecord> = files
            .filter_map(|file| read_one(library, file).ok())
            .collect();
        let data = List::RecordsForScripts.clear(as_json(read.iter(), &local.keeping));
        super::print(out, data.words().as_bytes())?;
    } else {
        copies::show(
            out,
            &List::Records.clear(as_lines(&found, &open::shelf(home))),
        )?;
    }
    index::settle(home, &mut memory);
    let unread = found.records.iter().filter(|shelved| shelved.met.is_none());
    let why_not = unread.filter_map(|shelved| read_one(library, &shelved.file).err());
    let mut troubles: Vec<String> = why_not.collect();
    let of_records = found.troubles.into_iter().take(found.of_records);
    troubles.extend(
        of_records
            .filter(|trouble| !troubles.contains(trouble))
            .collect::<Vec<_>>(),
    );
    troubles.iter().for_each(|trouble| open::say(trouble));
    Ok(if troubles.is_empty() { DONE } else { PROBLEMS })
}

/// What every record holds in short, asking for the passphrase where one is sealed.
fn look(home: &Home, library: &Library, memory: &mut Memory) -> Result<Whole, Trouble> {
    let today = open::clock().now().date_naive();
    let is_shut = |shelved: &Shelved| shelved.met.is_none() && texts::is_sealed(&shelved.file.path);
    let mut found = index::read(home, library, memory, today);
    if found.records.iter().any(is_shut) {
        passphrase::unlock(home)?;
        found = index::read(home, library, memory, today);
    }
    found.known = found.known.as_looked_at();
    Ok(found)
}

/// Leaves the records of the person with this name; where nobody has it, of those whose name it begins.
fn keep_only(name: &str, found: &mut Whole) -> Result<(), Trouble> {
    let finished: Vec<Met> = found
        .records
        .iter()
        .filter_map(|shelved| found.known.met.get(shelved.met?).cloned())
        .collect();
    let people = People::of(&finished, None);
    let wanted = match people.called(name) {
        Some(person) => vec![person],
        None => people.begun(name),
    };
    if wanted.is_empty() {
        return Err(Trouble::found(words::known::not_met(name)));
    }
    let theirs = wanted.iter().flat_map(|person| person.talks(&finished));
    let theirs: HashSet<&ConversationId> = theirs.map(|met| &met.id).collect();
    let met = &found.known.met;
    let is_theirs = |at: usize| met.get(at).is_some_and(|met| theirs.contains(&met.id));
    found
        .records
        .retain(|shelved| shelved.met.is_some_and(is_theirs));
    Ok(())
}

fn read_one(library: &Library, file: &RecordFile) -> Result<ReadRecord, String> {
    let record = record_in(library, file)?;
    let file = file.clone();
    Ok(ReadRecord { file, record })
}

/// Reads all of them, newest first, and says what stood in the way of more.
pub(super) fn read_all(
    home: &Home,
    library: &Library,
) -> Result<(Vec<ReadRecord>, Vec<String>), Trouble> {
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
    for file in listing.records {
        match read_one(library, &file) {
            Ok(record) => read.push(record),
            Err(why) => troubles.push(why),
        }
    }
    Ok((read, troubles))
}

fn record_in(library: &Library, file: &RecordFile) -> Result<Record, String> {
    let text = library.read(file).map_err(|error| error.to_string())?;
    let reading = record::read(&text).map_err(|error| not_a_record(file, &error).sentence)?;
    Ok(reading.record)
}

/// A file that is no record.
pub(super) fn not_a_record(file: &RecordFile, why: &NotARecord) -> Trouble {
    let path = file.path.display().to_string();
    Trouble::found(words::cli::not_a_record(&path, why))
}

fn as_lines(found: &Whole, shelf: &Shelf) -> String {
    let mut steps_open: HashMap<&ConversationId, usize> = HashMap::new();
    for promise in found.known.promises.iter().filter(|one| one.is_open()) {
        *steps_open.entry(promise.place.id()).or_default() += 1;
    }
    let rows: Vec<words::cli::Row<'_>> = found
        .records
        .iter()
        .filter_map(|Shelved { file, met }| {
            let met = found.known.met.get((*met)?)?;
            Some(words::cli::Row {
                started: met.started,
                called: words::known::called(&met.guide, met.kind, shelf),
                person: met.person.as_deref().unwrap_or_default(),
                words: met.words,
                steps_open: steps_open.get(&file.id).copied().unwrap_or_default(),
                id: file.id.as_str(),
                is_void: met.stands == Stands::Void,
            })
        })
        .collect();
    if rows.is_empty() {
        return format!("{}\n", words::cli::NO_RECORDS);
    }
    let columns = Columns::of(&rows);
    rows.iter().map(|row| columns.line(row)).collect()
}

pub(super) fn as_json<'a>(read: impl Iterator<Item = &'a ReadRecord>, keeping: &Keeping) -> String {
    let rows: Vec<_> = read
        .map(|ReadRecord { file, record }| {
            let front = &record.front;
            let look_at = keeping.look_at(front);
            serde_json::json!({
                "id": file.id.as_str(),
                "kind": front.kind.name(),
                "guide": front.guide,
                "person": front.person,
                "started": front.started.to_rfc3339(),
                "ended": front.ended.to_rfc3339(),
                "by": front.by,
                "status": front.status.name(),
                "void": front.is_void(),
                "words": record.words(),
                "next_steps": front.next_steps.len(),
                "next_steps_open": steps_open(record),
                "kept_apart": front.kept_apart,
                "no_copy_home": front.no_copy_home,
                "look_at": look_at.map(|day| day.to_string()),
                "path": file.path.display().to_string(),
            })
        })
        .collect();
    super::json(&rows.into())
}

fn steps_open(record: &Record) -> usize {
    let is_open = |step: &&NextStep| !matches!(step.state, StepState::Done | StepState::Dropped);
    record.front.next_steps.iter().filter(is_open).count()
}

/// Reads one, finished or open.
pub(super) fn show(
    home: &Home,
    library: &Library,
    asked: &Show,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let detail = asked.detail.as_deref().map(named_detail).transpose()?;
    match library.find(&asked.id) {
        Found::One(file) => show_finished(home, library, &file, asked, detail, out),
        Found::Several(files) => Err(several(&asked.id, files.iter().map(|file| &file.id))),
        Found::Removed(removals) => Err(removed(&asked.id, &removals)),
        Found::Nothing => show_open(home, asked, detail, out),
    }
}

fn named_detail(name: &str) -> Result<Detail, Trouble> {
    Detail::named(name).ok_or_else(|| Trouble::not_understood(words::cli::no_detail(name)))
}

/// The record with this name, or whose name begins like this.
pub(super) fn the_one(library: &Library, id: &str) -> Result<RecordFile, Trouble> {
    match library.find(id) {
        Found::One(file) => Ok(file),
        Found::Several(files) => Err(several(id, files.iter().map(|file| &file.id))),
        Found::Removed(removals) => Err(removed(id, &removals)),
        Found::Nothing => Err(nothing_called(id)),
    }
}

/// More than one begins like this.
pub(super) fn several<'a>(id: &str, ids: impl Iterator<Item = &'a ConversationId>) -> Trouble {
    let lines = ids.map(|id| format!("\n{id}"));
    Trouble::not_understood(words::cli::several(id) + &lines.collect::<String>())
}

/// None begins like this.
pub(super) fn nothing_called(id: &str) -> Trouble {
    Trouble::found(words::cli::nothing_called(id))
}

/// Says when a record was removed, or that it is being removed.
pub(super) fn removed(id: &str, removals: &[Removal]) -> Trouble {
    match removals {
        [one] if one.is_finished() => {
            let note = one.note.as_ref();
            let by = note.and_then(|note| note.by.as_deref());
            let said = words::keeping::was_removed(one.id.as_str(), note.map(|note| note.at), by);
            Trouble::found(said)
        }
        [one] => Trouble::found(words::keeping::unfinished(one.id.as_str())),
        several_ids => several(id, several_ids.iter().map(|one| &one.id)),
    }
}

fn show_finished(
    home: &Home,
    library: &Library,
    file: &RecordFile,
    asked: &Show,
    detail: Option<Detail>,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let was = passphrase::reading(home, || library.read(file))?;
    let front = record::read_front(&was).ok();
    let apart = front.as_ref().map_or(1, |front| front.kept_apart);
    let marked = front.as_ref().is_some_and(|front| front.no_copy_home);
    let void = front.and_then(|front| front.voided);
    void.iter().for_each(|void| open::say(&adding::void(void)));
    let markdown = as_read(&was, asked.as_finished);
    if asked.copy || detail.is_some() {
        let read = record::read(&markdown).map_err(|error| not_a_record(file, &error))?;
        let mut record = read.record;
        record.front.no_copy_home |= asked.copy && none_home(home, library, &record.front);
        let words = as_looked_at(home, &record, asked, detail)?;
        if !asked.copy {
            say_of_apart(file, record.front.kept_apart);
        }
        asked.give(&words, out)?;
        return note_given(home, library, file, &was, asked);
    }
    say_of_apart(file, apart);
    copies::show(out, &reading(marked, markdown)?)?;
    Ok(DONE)
}

fn say_of_apart(file: &RecordFile, apart: usize) {
    if file.has_apart {
        open::say(&words::cli::kept_apart_in(apart, &apart_from(&file.path)));
    }
}

/// A record for the worker to read.
fn reading(marked: bool, markdown: String) -> Result<Cleared, Trouble> {
    let allowed = Reader::Reading.ask(marked, None);
    let allowed = allowed.map_err(|why| Trouble::found(why.to_string()))?;
    Ok(allowed.words(markdown))
}

/// Whether another record of theirs says that nothing may go to their home.
fn none_home(home: &Home, library: &Library, front: &Front) -> bool {
    let Some(name) = front.person.as_deref() else {
        return false;
    };
    let today = open::clock().now().date_naive();
    let found = index::read(home, library, &mut Memory::default(), today);
    people::none_home(&found.known.met, name)
}

/// Notes in the record how the person had their copy, where that is said.
fn note_given(
    home: &Home,
    library: &Library,
    file: &RecordFile,
    was: &str,
    asked: &Show,
) -> Result<u8, Trouble> {
    let Some(how) = asked.how_given() else {
        return Ok(DONE);
    };
    let by = open::settings(home).0.name;
    let now = open::clock().now();
    let becomes = record::copy::with_given(was, &how, by.as_deref(), now);
    let becomes = becomes.map_err(|error| not_a_record(file, &error))?;
    library.add(file, was, &becomes)?;
    open::say(&words::copies::copy_noted(&how));
    Ok(DONE)
}

/// With what was put right in its place, or as it was finished. What is no record is shown as it is.
fn as_read(markdown: &str, as_finished: bool) -> String {
    let read = match as_finished {
        true => view::as_finished(markdown).map(str::to_owned),
        false => view::corrected(markdown),
    };
    read.unwrap_or_else(|_| markdown.to_owned())
}

/// Reads a conversation that is still open, whoever is writing it, and writes nothing.
fn show_open(
    home: &Home,
    asked: &Show,
    detail: Option<Detail>,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let mut talk = open_talk(home, &asked.id)?;
    talk.detail = detail.or(talk.detail);
    open::say(words::cli::STILL_OPEN);
    let record = so_far(&talk);
    if record.front.kept_apart > 0 && !asked.copy {
        open::say(&words::cli::kept_apart_open(record.front.kept_apart));
    }
    asked.give(&as_looked_at(home, &record, asked, detail)?, out)?;
    if asked.given.is_some() {
        copies::still_open(&talk.id);
        return Ok(PROBLEMS);
    }
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
        [] => return Err(nothing_called(id)),
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
        Found::Removed(removals) => return Err(removed(id, &removals)),
        Found::Nothing => {
            let talk = open_talk(home, id)?;
            let ended = talk.last.max(talk.started);
            match apart {
                true => record::apart_markdown(&talk, ended).ok_or_else(nothing_apart)?,
                false => record::markdown(&so_far(&talk)),
            }
        }
    };
    // Asked for by name: what was kept apart goes here, and nowhere else from the command line.
    let reader = if apart {
        Reader::KeptApart
    } else {
        Reader::Reading
    };
    let allowed = reader.ask(false, None);
    let words = allowed
        .map_err(|why| Trouble::found(why.to_string()))?
        .words(text);
    // A file gets every letter as it was; a terminal obeys none of them.
    if io::stdout().is_terminal() {
        copies::show(out, &words)?;
    } else {
        super::print(out, words.words().as_bytes())?;
    }
    Ok(DONE)
}

fn so_far(talk: &Conversation) -> Record {
    let mut record = Record::from_conversation(talk, talk.last.max(talk.started));
    record.front.status = Status::Draft;
    record
}

fn as_looked_at(
    home: &Home,
    record: &Record,
    asked: &Show,
    detail: Option<Detail>,
) -> Result<Cleared, Trouble> {
    let cut = detail.map(|detail| record::detail_cut(record, detail));
    let record = cut.as_ref().unwrap_or(record);
    if asked.copy {
        asked.copy_of(home, record)
    } else {
        reading(record.front.no_copy_home, record::markdown(record))
    }
}
