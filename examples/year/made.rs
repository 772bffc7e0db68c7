//! A year of made-up records as a team leaves them: talks that moved, crises that were stuck with, promises that were kept
//! and were not, names in more than one spelling, records that no longer stand, role-plays, and one file nobody can read.

mod clock;
mod names;
mod people;
mod talk;

use std::{
    collections::VecDeque,
    fs::{self, File},
    io,
    path::Path,
};

use alongside::{
    conversation::ConversationId,
    record::{self, Record},
    store::Home,
};
use chrono::NaiveDate;
use talk::Maker;

/// The year they are of.
pub const YEAR: i32 = 2025;

/// What the team filled in: its list of what happens next. Some records say something else.
const LOCAL: &str = "routes = ['Connected locally', 'Advice and information', 'Short-term help', 'Long-term support']\n";

/// The name of the one that cannot be read.
pub const UNREADABLE: &str = "2025-06-15-1100-listen-torn";

/// How many role-plays there are beside them.
const ROLE_PLAYS: usize = 7;

/// Writes the year into a home: so many records of life, a few role-plays, one file that cannot be read, and the team's
/// list of what happens next.
///
/// # Errors
///
/// As the disk says, or the seal.
pub fn write(home: &Home, count: usize, seed: u64) -> io::Result<()> {
    for record in records(count, seed) {
        keep(home, &record)?;
    }
    let practice = home.practice();
    let mut maker = Maker::new(ROLE_PLAYS, seed);
    for nth in 0..ROLE_PLAYS {
        let mut record = maker.any();
        record.front.id = ConversationId::practice(record.front.started, nth as u64);
        keep(&practice, &record)?;
    }
    let torn = "---\nalongside: 1\nid: [\n---\n\n# Talking with you\n";
    let at = clock::uk(day(6, 15).and_hms_opt(10, 0, 0).unwrap_or_default());
    let id = ConversationId::read(UNREADABLE).ok_or(io::ErrorKind::InvalidInput)?;
    put(home, &id, torn, at.into())?;
    fs::write(home.local(), LOCAL)
}

/// The records of life, in the order they are made.
pub fn records(count: usize, seed: u64) -> impl Iterator<Item = Record> {
    let mut maker = Maker::new(count, seed);
    let mut made = VecDeque::new();
    std::iter::from_fn(move || {
        if made.is_empty() {
            made.extend(maker.one_or_a_thread());
        }
        made.pop_front()
    })
    .take(count)
}

fn keep(home: &Home, record: &Record) -> io::Result<()> {
    let front = &record.front;
    put(
        home,
        &front.id,
        &record::markdown(record),
        front.ended.into(),
    )
}

/// Written straight, because settling each on the disk would take minutes; and as long ago as it says.
fn put(
    home: &Home,
    id: &ConversationId,
    text: &str,
    changed: std::time::SystemTime,
) -> io::Result<()> {
    let (year, month) = id.year_and_month();
    let folder = home.records().join(year).join(month);
    fs::create_dir_all(&folder)?;
    let path = if home.vault().is_on() {
        let sealed = home.vault().seal(text.as_bytes());
        let sealed = sealed.map_err(|why| io::Error::other(why.to_string()))?;
        written(&folder.join(format!("{id}.md.age")), &sealed)?
    } else {
        written(&folder.join(format!("{id}.md")), text.as_bytes())?
    };
    path.set_modified(changed)
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<File> {
    fs::write(path, bytes)?;
    File::options().write(true).open(path)
}

/// A day of the year.
fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(YEAR, month, day).unwrap_or_default()
}
