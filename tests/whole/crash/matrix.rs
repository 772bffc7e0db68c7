//! Every thing that can be going on, sealed and not, and a kill at any instant of it: again and again.
//!
//! `ALONGSIDE_KILLS` says how many in all, `ALONGSIDE_SEED` plays a run's choices again; the instants are the computer's
//! own. What was counted is printed: `cargo test --test whole crash::matrix -- --nocapture`.

use std::{
    env,
    fmt::Debug,
    str::FromStr,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

#[cfg(feature = "seal")]
use super::turning;
use super::{adding, following, saving, talking};
use crate::{home::Home, words::Chance};

/// How many kills there are when nobody says.
const KILLS: usize = 120;

/// How often one home is killed.
const KILLS_OF_A_HOME: usize = 4;

/// How many programs run at once on each processor: most of the time they wait for the next key.
const AT_ONCE: usize = 3;

/// What is going on when the program is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Typing, at this many keys a second.
    Typing(u32),
    /// Reading back: choosing what is in the record, and adding to it.
    ReadingBack,
    /// Saving the record.
    Saving,
    /// Saying what became of a promise of a record.
    Following,
    /// Adding something to a record.
    Adding,
    /// Typing, in a journal that is folded all the time.
    Folding,
    /// In a home in plain text, sealing all there is; in a sealed one, unsealing it.
    Turning,
    /// Undoing and doing again.
    Undoing,
    /// Starting, and opening the conversation that was killed before.
    CarryingOn,
    /// In a sealed home, locking, and typing what does not show; in another, hiding.
    Locking,
}

const ALL: [Doing; 11] = [
    Doing::Typing(12),
    Doing::Typing(100),
    Doing::ReadingBack,
    Doing::Saving,
    Doing::Following,
    Doing::Adding,
    Doing::Folding,
    Doing::Turning,
    Doing::Undoing,
    Doing::CarryingOn,
    Doing::Locking,
];

/// What was counted.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub kills: usize,
    /// Characters that were on the screen and were looked for.
    pub painted: usize,
    /// Kills by which what was going on had come to something: a record saved, a journal folded, a file turned.
    pub done: usize,
}

/// One home to be killed.
pub struct Trial {
    pub doing: Doing,
    pub sealed: bool,
    pub home: Home,
    pub chance: Chance,
    pub kills: usize,
    pub count: Count,
}

impl Trial {
    /// Whether something comes to pass this time: once in so many.
    pub fn now_and_then(&mut self, once_in: usize) -> bool {
        self.chance.below(once_in) == 0
    }

    /// Waits for an instant before the kill: any, and as often as not one of the first.
    pub fn any_instant(&mut self, longest: Duration) {
        let longest = usize::try_from(longest.as_micros()).unwrap_or(usize::MAX);
        let most = if self.now_and_then(2) {
            2 << self.chance.below(longest.ilog2() as usize)
        } else {
            longest
        };
        spin(Duration::from_micros(self.chance.below(most) as u64));
    }
}

#[test]
fn killed_at_any_instant_nothing_shown_is_lost() {
    let begun = Instant::now();
    let seed = said("ALONGSIDE_SEED").unwrap_or_else(any_seed);
    let kills = said("ALONGSIDE_KILLS").unwrap_or(KILLS);
    eprintln!("ALONGSIDE_SEED={seed} ALONGSIDE_KILLS={kills}");
    let cells = cells();
    let homes = homes(cells.len(), kills);
    let (next, counts) = (
        AtomicUsize::new(0),
        Mutex::new(vec![Count::default(); cells.len()]),
    );
    let processors = thread::available_parallelism().map_or(2, usize::from);
    let work = || {
        while let Some(&(cell, number, kills)) = homes.get(next.fetch_add(1, Ordering::SeqCst)) {
            let count = killed(cells[cell], seed, number, kills);
            let mut counts = counts.lock().expect("nobody panicked");
            counts[cell].kills += count.kills;
            counts[cell].painted += count.painted;
            counts[cell].done += count.done;
        }
    };
    thread::scope(|scope| {
        for _ in 0..processors * AT_ONCE {
            scope.spawn(work);
        }
    });
    let counts = counts.into_inner().expect("nobody panicked");
    for ((doing, sealed), count) in cells.iter().zip(&counts) {
        let form = if *sealed { "sealed" } else { "plain" };
        eprintln!("{:12} {form:6} {count:?}", format!("{doing:?}"));
    }
    let all: usize = counts.iter().map(|count| count.kills).sum();
    let painted: usize = counts.iter().map(|count| count.painted).sum();
    eprintln!("{all} kills, {painted} characters, {:?}", begun.elapsed());
    assert!(all >= kills && painted > kills, "they were looked at");
}

/// Each thing that can be going on, with and without sealing.
fn cells() -> Vec<(Doing, bool)> {
    let forms: &[bool] = if cfg!(feature = "seal") {
        &[false, true]
    } else {
        &[false]
    };
    ALL.into_iter()
        .filter(|doing| cfg!(feature = "seal") || *doing != Doing::Turning)
        .flat_map(|doing| forms.iter().map(move |sealed| (doing, *sealed)))
        .collect()
}

/// The cell of each home, its number, and how often it is killed.
fn homes(cells: usize, kills: usize) -> Vec<(usize, usize, usize)> {
    let each = kills.div_ceil(cells);
    let rounds = each.div_ceil(KILLS_OF_A_HOME);
    let kills_in = |round: usize| KILLS_OF_A_HOME.min(each - round * KILLS_OF_A_HOME);
    (0..rounds)
        .flat_map(|round| (0..cells).map(move |cell| (cell, round, kills_in(round))))
        .collect()
}

/// One home, on a thread whose name says which when something does not hold.
fn killed((doing, sealed): (Doing, bool), seed: u64, number: usize, kills: usize) -> Count {
    let form = if sealed { "sealed" } else { "plain" };
    let name = format!("{doing:?}, {form}, home {number}, ALONGSIDE_SEED={seed}");
    let work = move || {
        let own = seed ^ ((number as u64) << 32) ^ (u64::from(sealed) << 20);
        let mut trial = Trial {
            doing,
            sealed,
            home: home(doing, sealed),
            chance: Chance::new(own.wrapping_add(name_number(doing))),
            kills,
            count: Count::default(),
        };
        match doing {
            Doing::Saving => saving::kill(&mut trial),
            Doing::Following => following::kill(&mut trial),
            Doing::Adding => adding::kill(&mut trial),
            #[cfg(feature = "seal")]
            Doing::Turning => turning::kill(&mut trial),
            _ => talking::kill(&mut trial),
        }
        trial.count
    };
    let trial = thread::Builder::new().name(name.clone()).spawn(work);
    let outcome = trial.expect("a thread").join();
    outcome.unwrap_or_else(|_| panic!("{name}: see above"))
}

#[cfg(feature = "seal")]
fn home(doing: Doing, sealed: bool) -> Home {
    if sealed && doing != Doing::Turning {
        Home::sealed()
    } else {
        Home::new()
    }
}

#[cfg(not(feature = "seal"))]
fn home(_: Doing, _: bool) -> Home {
    Home::new()
}

/// A home of the same form, with nothing in it.
#[cfg(feature = "seal")]
pub fn another_like(trial: &Trial) -> Home {
    if trial.sealed {
        Home::sealed()
    } else {
        Home::new()
    }
}

#[cfg(not(feature = "seal"))]
pub fn another_like(_: &Trial) -> Home {
    Home::new()
}

fn name_number(doing: Doing) -> u64 {
    let place = ALL.iter().position(|one| *one == doing);
    place.unwrap_or_default() as u64
}

fn said<T: FromStr<Err: Debug>>(name: &str) -> Option<T> {
    let said = env::var(name).ok()?;
    Some(said.parse().expect("a number"))
}

fn any_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(1, |since| {
        u64::from(since.subsec_micros()) + since.as_secs() % 1000 * 1_000_000
    })
}

/// Passes a moment that may be too short to sleep for.
fn spin(time: Duration) {
    let begun = Instant::now();
    if time > Duration::from_millis(2) {
        thread::sleep(time - Duration::from_millis(1));
    }
    while begun.elapsed() < time {
        std::hint::spin_loop();
    }
}
