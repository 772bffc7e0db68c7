//! A home of many records, looked at again and again in turn with `rg` over the same files: each in a process of its own,
//! so that both are measured from outside and in the same way.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use alongside::store::Home;

use super::made;

/// How many rounds there are. The first is not counted.
const ROUNDS: usize = 6;

/// How long something took: on the clock, and of the processors.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    processors: Option<Duration>,
}

/// Makes so many records, and says how long it takes to count them.
pub fn rounds(count: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::open(folder.path().join("home")).expect("a home");
    made::write(&home, count, 1).expect("written");
    println!("{count} records made");
    let (mut anew, mut kept, mut rg) = (vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        let _ = fs::remove_dir_all(home.root().join("cache"));
        let took = [
            ran("nothing kept", &mut look(home.root(), "year")),
            ran("kept", &mut look(home.root(), "year")),
            ran("kept, a quarter", &mut look(home.root(), "quarter")),
            ran("rg", &mut rg_over(home.root())),
        ];
        if round > 0 {
            anew.extend(took[0]);
            kept.extend(took[1]);
            rg.extend(took[3]);
        }
    }
    said("nothing kept", &anew, &rg);
    said("kept", &kept, &rg);
    said("rg", &rg, &rg);
}

fn look(home: &Path, of: &str) -> Command {
    let mut look = Command::new(env::current_exe().expect("this program"));
    look.arg("look").arg(home).arg(of);
    look
}

fn rg_over(home: &Path) -> Command {
    let mut rg = Command::new("rg");
    rg.args(["-c", "-m1", "^alongside: 1$"]);
    rg.arg(home.join("records")).stdout(Stdio::null());
    rg
}

/// Runs it to its end. None where there is no such program.
fn ran(what: &str, program: &mut Command) -> Option<Took> {
    let (began, before) = (Instant::now(), of_children());
    program.status().ok()?;
    let took = Took {
        clock: began.elapsed(),
        processors: of_children().zip(before).map(|(now, then)| now - then),
    };
    println!("  {what}: {}", took.said());
    Some(took)
}

/// The middle of the rounds, and how many times that of `rg` it is.
fn said(what: &str, rounds: &[Took], rg: &[Took]) {
    let Some(middle) = middle(rounds) else { return };
    let times = self::middle(rg).map(|rg| {
        let times = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
        let processors = middle.processors.zip(rg.processors);
        let processors = processors.map(|(one, other)| format!(", {:.2}", times(one, other)));
        let clock = times(middle.clock, rg.clock);
        format!(": {clock:.2}{} times rg", processors.unwrap_or_default())
    });
    println!("{what}: {}{}", middle.said(), times.unwrap_or_default());
}

fn middle(rounds: &[Took]) -> Option<Took> {
    let of = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied()
    };
    Some(Took {
        clock: of(rounds.iter().map(|took| took.clock).collect())?,
        processors: of(rounds.iter().filter_map(|took| took.processors).collect()),
    })
}

impl Took {
    fn said(&self) -> String {
        let processors = self.processors;
        let processors = processors.map(|time| format!(", {time:.2?} of the processors"));
        format!("{:.2?}{}", self.clock, processors.unwrap_or_default())
    }
}

/// What programs that have ended took of the processors, as Linux says it: in hundredths of a second.
fn of_children() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, after_name) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = after_name.split(' ').collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(13)? + ticks(14)?) * 10))
}
