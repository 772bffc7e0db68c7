//! What was promised: `alongside due`.

use std::{io::Write, path::Path};

use chrono::NaiveDate;

use super::{DONE, PROBLEMS, Trouble, copies::write_to, open, open::say, passphrase, print};
use crate::{
    people,
    promise::{self, Doer, Promise, Standing},
    record::{Cleared, List},
    store::{
        Home, Library,
        index::{self, Memory, Whole},
    },
    words::{close, promise as words},
};

/// What is wanted of the list.
pub(super) struct Asked<'a> {
    /// What was promised this week, kept or not.
    pub week: bool,
    /// For scripts.
    pub json: bool,
    /// Into this calendar file; `-` is standard output.
    pub ics: Option<&'a Path>,
    /// In the place of one that is there.
    pub replace: bool,
}

/// Lists what was promised, overdue and today's first, or writes it as a calendar file.
pub(super) fn run(
    home: &Home,
    library: &Library,
    asked: &Asked<'_>,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let now = open::clock().now();
    let today = now.date_naive();
    let mut memory = Memory::default();
    let found = read(home, library, &mut memory, today)?;
    let promises = match asked.week {
        true => promise::of_week(&found.known.promises, today),
        false => promise::due(&found.known.promises, today),
    };
    match asked.ics {
        Some(path) => {
            let open = promises.iter().copied().filter(|one| one.is_open());
            let dated: Vec<&Promise> = open.filter(|one| one.due.is_some()).collect();
            let file = promise::calendar(dated.iter().copied(), now);
            let file = List::Calendar.clear(file);
            give(path, &file, asked.replace, dated.len(), out)?;
        }
        None if asked.json => {
            let data = List::DueForScripts.clear(as_json(&promises, today));
            print(out, data.words().as_bytes())?;
        }
        None => {
            let me = open::settings(home).0.name;
            let board = match asked.week {
                true => vec![],
                false => people::board(&found.known.met, &found.known.promises, today),
            };
            let close = close::listed(&board, me.as_deref(), now);
            let said = close + &as_text(&promises, asked.week, me.as_deref(), today);
            print(out, List::Due.clear(said).words().as_bytes())?;
        }
    }
    index::settle(home, &mut memory);
    found.troubles.iter().for_each(|trouble| say(trouble));
    Ok(if found.troubles.is_empty() {
        DONE
    } else {
        PROBLEMS
    })
}

/// Reads every record and open conversation, asking for the passphrase where some of it is sealed.
pub(super) fn read(
    home: &Home,
    library: &Library,
    memory: &mut Memory,
    today: NaiveDate,
) -> Result<Whole, Trouble> {
    let mut found = index::read(home, library, memory, today);
    if found.sealed {
        passphrase::unlock(home)?;
        found = index::read(home, library, memory, today);
    }
    found.known = found.known.as_looked_at();
    Ok(found)
}

fn give(
    path: &Path,
    file: &Cleared,
    replace: bool,
    count: usize,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    if path == Path::new("-") {
        return Ok(print(out, file.words().as_bytes())?);
    }
    write_to(path, file, replace, words::ICS_HOW)?;
    say(&words::written(count, &path.display().to_string()));
    Ok(())
}

fn as_text(promises: &[&Promise], week: bool, me: Option<&str>, today: NaiveDate) -> String {
    if promises.is_empty() {
        let nothing = match week {
            true => words::NOTHING_THIS_WEEK,
            false => words::NOTHING_PROMISED,
        };
        return format!("{nothing}\n");
    }
    let mut said = String::new();
    let mut before = None;
    for promise in promises {
        let heading = words::heading(promise, today);
        if before.replace(heading) != Some(heading) {
            let gap = if said.is_empty() { "" } else { "\n" };
            said += &format!("{gap}{heading}\n");
        }
        said += &words::line(promise, me, today);
    }
    said
}

fn as_json(promises: &[&Promise], today: NaiveDate) -> String {
    let rows: Vec<_> = promises
        .iter()
        .map(|promise| {
            serde_json::json!({
                "reference": promise.reference(),
                "conversation": promise.place.id().as_str(),
                "finished": matches!(promise.place, promise::Place::Record(..)),
                "what": promise.what,
                "who": promise.who,
                "whose": whose(promise.doer),
                "due": promise.due.map(|day| day.to_string()),
                "week": promise.week,
                "time": promise.time.map(|time| time.format("%H:%M").to_string()),
                "overdue": promise.is_open() && promise.standing(today) == Standing::Overdue,
                "state": promise.state.name(),
                "tries": promise.tries,
                "kind": promise.kind.name(),
                "made": promise.made.to_string(),
                "again": promise.again,
            })
        })
        .collect();
    super::json(&rows.into())
}

/// Whose promise it is, in the word scripts read.
fn whose(doer: Doer) -> &'static str {
    match doer {
        Doer::Worker => "worker",
        Doer::Person => "person",
        Doer::Other => "other",
        Doer::NotSaid => "nobody",
    }
}
