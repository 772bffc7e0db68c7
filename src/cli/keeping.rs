//! How long records stay: `alongside records --due-to-go`, `alongside keep` and `alongside remove`.
//!
//! Nothing goes by itself, and no flag removes anything: somebody types it, having read what it does.

use std::io::{self, BufRead, Read, Write};

use chrono::NaiveDate;

use super::{
    DONE, PROBLEMS, Trouble, open,
    open::say,
    passphrase, print,
    records::{self, ReadRecord},
};
use crate::{
    conversation::{ConversationId, Moment},
    guide::{Kind, Shelf},
    line::{self, Day},
    record::{self, Front, Keeping, LookedAt, Removed},
    store::{
        Conversations, Found, Home, Library, RecordFile, Removal, answers, letters, stories, texts,
    },
    text,
    words::{cli::Columns, copies, evidence::story as told, keeping as words},
};

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 1024;

/// The records whose day to look at them has come, the oldest of those days first.
pub(super) fn due(
    home: &Home,
    library: &Library,
    json: bool,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let today = open::clock().now().date_naive();
    let (local, mut troubles) = open::local(home);
    let (read, told) = records::read_all(home, library)?;
    troubles.extend(told);
    let due = due_by(today, &read, &local.keeping);
    if json {
        let rows = due.iter().map(|(_, read)| *read);
        print(out, records::as_json(rows, &local.keeping).as_bytes())?;
    } else {
        let mut said = listed(&due, &open::shelf(home));
        if local.keeping.is_blank() {
            said += &format!("\n{}\n", words::no_period(&home.local()));
        }
        print(out, text::shown_lines(&said).as_bytes())?;
    }
    let removals = library.removals();
    troubles.extend(removals.troubles.iter().map(ToString::to_string));
    let unfinished = removals.found.iter().filter(|one| !one.is_finished());
    troubles.extend(unfinished.map(|one| words::unfinished(one.id.as_str())));
    troubles.iter().for_each(|trouble| say(trouble));
    Ok(if troubles.is_empty() { DONE } else { PROBLEMS })
}

fn due_by<'a>(
    today: NaiveDate,
    read: &'a [ReadRecord],
    keeping: &Keeping,
) -> Vec<(NaiveDate, &'a ReadRecord)> {
    let dated = read
        .iter()
        .filter_map(|read| Some((keeping.look_at(&read.record.front)?, read)));
    let mut due: Vec<_> = dated.filter(|(look_at, _)| *look_at <= today).collect();
    due.sort_by(|(a, first), (b, second)| (a, &first.file.id).cmp(&(b, &second.file.id)));
    due
}

fn listed(due: &[(NaiveDate, &ReadRecord)], shelf: &Shelf) -> String {
    let mut said = words::due(due.len()) + "\n";
    if due.is_empty() {
        return said;
    }
    let rows: Vec<_> = due.iter().map(|(_, read)| read.row(shelf)).collect();
    let columns = Columns::of(&rows);
    said.push('\n');
    for ((look_at, _), row) in due.iter().zip(&rows) {
        said += &columns.due_line(*look_at, row);
    }
    said + &format!("\n{}\n", words::WHAT_TO_DO)
}

/// Notes in a record that somebody looked at it, and when to look again.
pub(super) fn keep(
    home: &Home,
    library: &Library,
    id: &str,
    until: &str,
    because: Option<&str>,
) -> Result<u8, Trouble> {
    let file = records::the_one(library, id)?;
    let today = open::clock().now().date_naive();
    let keep_until = match line::read_day(until, today).day {
        Day::On(day) if day > today => day,
        _ => return Err(Trouble::not_understood(words::not_a_day(until))),
    };
    let was = passphrase::reading(home, || library.read(&file))?;
    let unreadable = |error| records::not_a_record(&file, &error);
    let mut front = record::read_front(&was).map_err(unreadable)?;
    let by = open::settings(home).0.name;
    let look = LookedAt::new(today, by.as_deref(), keep_until, because);
    front.looked_at.push(look);
    let becomes = record::replace_front(&was, &front).map_err(unreadable)?;
    library.add(&file, &was, &becomes)?;
    say(&words::kept(keep_until));
    Ok(DONE)
}

/// Removes a record, once somebody has read what would go and typed that it should.
pub(super) fn remove(
    home: &Home,
    library: &Library,
    id: &str,
    because: Option<&str>,
) -> Result<u8, Trouble> {
    match library.find(id) {
        Found::One(file) => remove_record(home, library, &file, because),
        Found::Several(files) => Err(records::several(id, files.iter().map(|file| &file.id))),
        Found::Removed(removals) => match removals.as_slice() {
            [one] if !one.is_finished() => go_on(library, one),
            _ => Err(records::removed(id, &removals)),
        },
        Found::Nothing if is_open(home, id)? => Err(Trouble::found(words::is_open(id))),
        Found::Nothing => Err(records::nothing_called(id)),
    }
}

fn is_open(home: &Home, id: &str) -> Result<bool, Trouble> {
    let listed = Conversations::of(home).list()?;
    Ok(!id.is_empty() && listed.iter().any(|one| one.id.as_str().starts_with(id)))
}

fn remove_record(
    home: &Home,
    library: &Library,
    file: &RecordFile,
    because: Option<&str>,
) -> Result<u8, Trouble> {
    let front = header(home, library, file)?;
    // Its words are in the conversation as well, until that has been put away.
    let spoken = front.as_ref().map_or(&file.id, |front| &front.id);
    if [&file.id, spoken]
        .iter()
        .any(|id| home.conversation(id).exists())
    {
        return Err(Trouble::found(words::STILL_THERE));
    }
    let now = open::clock().now();
    let because = because.map(str::trim).filter(|because| !because.is_empty());
    say(&words::would_go(&going(file, front.as_ref(), because, now)));
    let letters = letters::there(home, Some(&file.id));
    let letters = copies::letters_stay(&letters);
    letters.iter().for_each(|letters| say(letters));
    say_stories_stay(home);
    let unfinished = answers::read_unfinished(home).unwrap_or_default();
    if unfinished.is_told_from(&file.id) {
        say(told::GOES_WITH_ITS_RECORD);
    }
    if !is_typed(&file.id)? {
        return Err(Trouble::found(words::NOT_TYPED));
    }
    let note = Removed {
        kind: kind(file, front.as_ref()),
        id: file.id.clone(),
        at: now,
        by: open::settings(home).0.name,
        because: because.map(str::to_owned),
        is_done: false,
    };
    let path = library.remove(file, &note)?;
    say(&words::removed(&path));
    Ok(DONE)
}

/// Where stories are kept, says that they stay. In a home that is sealed and not open, that there may be some.
pub(super) fn say_stories_stay(home: &Home) {
    let are_there = stories::all(home).map_or(true, |found| !found.stories.is_empty());
    if are_there {
        say(copies::STORIES_STAY);
    }
}

/// The header of a record. None when it is damaged: such a one can go as well. One that is sealed is opened first.
fn header(home: &Home, library: &Library, file: &RecordFile) -> Result<Option<Front>, Trouble> {
    if texts::is_sealed(&file.path) {
        passphrase::unlock(home)?;
    }
    let text = library.read(file).ok();
    Ok(text.and_then(|text| record::read_front(&text).ok()))
}

fn kind(file: &RecordFile, front: Option<&Front>) -> Option<Kind> {
    front.map(|front| front.kind).or_else(|| file.id.kind())
}

fn going<'a>(
    file: &'a RecordFile,
    front: Option<&Front>,
    because: Option<&'a str>,
    now: Moment,
) -> words::Going<'a> {
    words::Going {
        started: front.map_or_else(|| file.id.began(now.offset()), |front| Some(front.started)),
        kind: kind(file, front),
        initials: front
            .and_then(|front| front.person.as_deref())
            .map(record::initials)
            .unwrap_or_default(),
        id: file.id.as_str(),
        path: &file.path,
        has_apart: file.has_apart,
        because,
    }
}

/// Ends a removal that was interrupted.
fn go_on(library: &Library, removal: &Removal) -> Result<u8, Trouble> {
    say(&words::unfinished(removal.id.as_str()));
    if !is_typed(&removal.id)? {
        return Err(Trouble::found(words::NOT_TYPED));
    }
    library.go_on_removing(removal, open::clock().now())?;
    say(&words::removed(&removal.path));
    Ok(DONE)
}

/// Asks for the one answer that removes a record, and says whether it was given.
fn is_typed(id: &ConversationId) -> io::Result<bool> {
    let answer = words::answer(id.as_str());
    let typed = answer_to(&words::ask(&answer))?;
    Ok(typed.trim_ascii() == answer.as_bytes())
}

/// Asks on the line before something goes for good, and gives what was typed: nothing at the end of what is typed.
pub(super) fn answer_to(question: &str) -> io::Result<Vec<u8>> {
    let _ = write!(io::stderr(), "{question}");
    let mut typed = vec![];
    io::stdin()
        .lock()
        .take(LONGEST_ANSWER)
        .read_until(b'\n', &mut typed)?;
    Ok(typed)
}
