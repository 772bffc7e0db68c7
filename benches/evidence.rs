//! What all records add up to, of a made-up year: with what was found in them kept, and with nothing kept; and what it
//! takes to make of it what may leave a team, and of several teams' one.
//!
//! `cargo bench --bench evidence` times it for the 10,000 a team has after two years. With 100,000, one command makes them,
//! counts them and says for each round how long it took on the clock and of the processors, with what was found kept and
//! with nothing kept, how much of that the report and clearing it for export are, and the most memory there was; and the
//! same of `rg`, where it is installed, which looks for one line in the head of each of the same files:
//!
//! ```text
//! cargo bench --bench evidence -- large              # 100,000; or: large COUNT
//! ```
//!
//! What it compares with is `rg -c -m1 '^alongside: 1$' FOLDER/records`. The first round may read from the disk; the
//! others find every file in memory. For one look at any home:
//!
//! ```text
//! cargo bench --bench evidence -- look FOLDER        # a year; or: look FOLDER quarter
//! ```

#[path = "evidence/large.rs"]
mod large;
#[path = "../examples/year/made.rs"]
mod made;
mod support;

use std::{env, fs, time::Instant};

use alongside::{
    evidence::{
        cleared::Cleared,
        combine::{Combined, Package},
        kept::Kept,
        measure::MeasureId,
        package::{About, PackageFile, Rows, package},
        period::Period,
        pseudonym::TeamKey,
    },
    store::{
        Home, Library, cache,
        evidence::{Gathered, gather},
    },
};
use chrono::NaiveDate;
use divan::Bencher;

/// Records a team has after two years.
const RECORDS: usize = 10_000;

/// Those of many teams, or of many years.
const LARGE: usize = 100_000;

fn main() {
    let args: Vec<String> = env::args().collect();
    match args.get(1..).unwrap_or_default() {
        [look, folder, rest @ ..] if look == "look" => {
            let of_quarter = rest.first().is_some_and(|word| word == "quarter");
            look_at(folder, if of_quarter { 10 } else { 1 });
        }
        [large, rest @ ..] if large == "large" => {
            let count = rest.first().and_then(|count| count.parse().ok());
            large::rounds(count.unwrap_or(LARGE));
        }
        _ => divan::main(),
    }
}

/// As `alongside evidence` starts when it was asked before.
#[divan::bench(args = [false, true], sample_count = 20)]
fn as_it_was_found_before(bencher: Bencher<'_, '_>, sealed: bool) {
    let (_folder, home) = year(sealed);
    count(&home);
    bencher.bench_local(|| count(&home));
}

/// With nothing kept: what deleting it costs once.
#[divan::bench(args = [false, true], sample_count = 5, sample_size = 1)]
fn everything_read_anew(bencher: Bencher<'_, '_>, sealed: bool) {
    let (_folder, home) = year(sealed);
    bencher
        .with_inputs(|| cache::forget(&home).expect("forgotten"))
        .bench_local_values(|()| count(&home));
}

/// What leaves a team made of a report: nothing small is in it, and none can be worked out.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn cleared_to_leave_a_team(bencher: Bencher<'_, '_>) {
    let (_folder, home) = year(false);
    let gathered = gathered(&home);
    let key = TeamKey::new([7; TeamKey::BYTES]);
    bencher.bench_local(|| cleared(&gathered, &key));
}

/// Packages of four teams, with a row for everybody each, as one: from their bytes on.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn four_teams_put_together(bencher: Bencher<'_, '_>) {
    let (_folder, home) = year(false);
    let key = TeamKey::new([7; TeamKey::BYTES]);
    let cleared = cleared(&gathered(&home), &key);
    let teams = ["north", "east", "south", "west"].map(|team| {
        let about = About {
            team: team.to_owned(),
            exported_on: day(12, 31),
        };
        (team, package(&cleared, &about))
    });
    bencher.bench_local(|| {
        let packages = teams.iter().map(|(team, files)| read(team, files));
        Combined::of(packages.collect()).json()
    });
}

fn cleared(gathered: &Gathered, key: &TeamKey) -> Cleared {
    let rows = Rows::of(&gathered.tally, key);
    Cleared::with_rows(gathered.report(&Kept::default()), rows)
}

fn read(folder: &str, files: &[PackageFile]) -> Package {
    let (descriptor, tables) = files.split_last().expect("some");
    let mut file = |path: &str| {
        let table = tables.iter().find(|(name, _)| name == path);
        table
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(String::new)
    };
    Package::read(folder, &descriptor.1, &mut file).expect("a package")
}

fn gathered(home: &Home) -> Gathered {
    let period = Period::new(day(1, 1), day(12, 31)).expect("a year");
    gather(
        home,
        &Library::of(home, None),
        period,
        day(12, 31),
        &|_, _| {},
    )
}

fn year(sealed: bool) -> (tempfile::TempDir, Home) {
    let (folder, home) = support::open_home(sealed);
    made::write(&home, RECORDS, 1).expect("written");
    (folder, home)
}

fn count(home: &Home) -> usize {
    let report = gathered(home).report(&Kept::default());
    assert_eq!(report.counted.unreadable, [made::UNREADABLE]);
    report.measures.len()
}

/// Says how long each part of one look took, of the year from this month on, and the most memory that was in use.
fn look_at(folder: &str, from: u32) {
    let home = Home::open(folder.into()).expect("a home");
    let period = Period::new(day(from, 1), day(12, 31)).expect("a year");
    let began = Instant::now();
    let library = Library::of(&home, None);
    let gathered = gather(&home, &library, period, day(12, 31), &|_, _| {});
    let read = began.elapsed();
    let report = gathered.report(&Kept::default());
    let reported = began.elapsed();
    let (conversations, unreadable) = (
        report.counted.conversations,
        report.counted.unreadable_count,
    );
    let cleared = Cleared::of(report);
    let all = began.elapsed();
    assert_eq!(cleared.report().measures.len(), MeasureId::ALL.len());
    println!(
        "{:?} conversations, {unreadable} not read: {read:.0?} to gather, {:.0?} the report, {:.0?} to clear it{}",
        conversations.known().unwrap_or_default(),
        reported - read,
        all - reported,
        most_memory().unwrap_or_default(),
    );
}

/// As Linux says it.
fn most_memory() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(format!(", {} at most", line["VmHWM:".len()..].trim()))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(made::YEAR, month, day).expect("a day")
}
