//! What time it is, and noticing when time jumped.
//!
//! Stamps are the worker's clock, as it stands on the wall: that is what a record says. How long a talk took cannot come
//! from it alone, because a computer sleeps and a clock is set. So a second clock runs beside it that only ever goes on,
//! and stands still while the computer sleeps. Where the two part, that much was no part of the talk.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    time::{Duration, Instant},
};

use chrono::{Local, NaiveDateTime, TimeDelta, TimeZone};

use crate::{conversation::Moment, desk::Tick};

/// What the two clocks may part by between two looks and still be put down to a clock being kept right.
const SAME: i64 = 120;

/// The worker's clock, or the one `ALONGSIDE_NOW` sets for tests: it starts there and goes on from there.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    set: Option<(Moment, Instant)>,
}

impl Clock {
    /// The computer's clock, unless `set` names another time (`2026-03-10T14:20`, in local time).
    pub fn new(set: Option<&str>) -> Self {
        let read = set.and_then(|text| {
            let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
            formats
                .iter()
                .find_map(|format| NaiveDateTime::parse_from_str(text.trim(), format).ok())
        });
        let moment = read.and_then(|naive| Local.from_local_datetime(&naive).earliest());
        Self {
            set: moment.map(|moment| (moment.fixed_offset(), Instant::now())),
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        match self.set {
            Some((moment, since)) => {
                let passed = TimeDelta::from_std(since.elapsed()).unwrap_or_default();
                let now = moment.checked_add_signed(passed).unwrap_or(moment);
                // Summer time may have begun since.
                now.with_timezone(&Local).fixed_offset()
            }
            None => Local::now().fixed_offset(),
        }
    }

    /// Now, with a little chance.
    pub fn tick(&self) -> Tick {
        Tick {
            now: self.now(),
            dice: RandomState::new().build_hasher().finish(),
        }
    }
}

/// The clock that only goes on, as it stood beside the worker's clock when last looked at.
///
/// On Linux and macOS it stands still while the computer sleeps. On Windows it goes on, so a sleep there is not noticed
/// and counts as talk; a clock that was set is noticed everywhere.
#[derive(Debug)]
pub(super) struct Steady {
    wall: Moment,
    steady: Instant,
}

impl Steady {
    /// Both clocks as they stand now.
    pub(super) fn new(clock: &Clock) -> Self {
        Self {
            wall: clock.now(),
            steady: Instant::now(),
        }
    }

    /// Seconds the worker's clock went on that the steady one did not, since this was last asked; less than nothing
    /// when it was set back. `None` when both went on alike.
    pub(super) fn moved(&mut self, clock: &Clock) -> Option<i64> {
        self.parted(clock.now(), self.steady.elapsed())
    }

    /// The same, for an hour on the wall and a time since the last look.
    fn parted(&mut self, wall: Moment, passed: Duration) -> Option<i64> {
        let on_the_wall = (wall - self.wall).num_seconds();
        let passed_seconds = i64::try_from(passed.as_secs()).unwrap_or(i64::MAX);
        self.wall = wall;
        self.steady = self.steady.checked_add(passed).unwrap_or(self.steady);
        let parted = on_the_wall.saturating_sub(passed_seconds);
        (parted.abs() > SAME).then_some(parted)
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn at(text: &str) -> Moment {
        DateTime::parse_from_rfc3339(text).expect("a time")
    }

    /// What is noticed between two looks.
    fn noticed(before: &str, after: &str, passed: u64) -> Option<i64> {
        let mut steady = Steady {
            wall: at(before),
            steady: Instant::now(),
        };
        steady.parted(at(after), Duration::from_secs(passed))
    }

    #[test]
    fn an_hour_of_listening_is_no_jump() {
        let (before, after) = ("2026-03-10T14:00:00+00:00", "2026-03-10T15:00:00+00:00");
        assert_eq!(noticed(before, after, 3600), None);
        assert_eq!(noticed(before, after, 3600 - 119), None, "kept right");
    }

    #[test]
    fn three_hours_asleep_are_noticed_to_the_second() {
        let (before, after) = ("2026-03-10T14:00:00+00:00", "2026-03-10T17:00:05+00:00");
        assert_eq!(noticed(before, after, 5), Some(3 * 3600));
    }

    #[test]
    fn a_clock_put_back_or_on_is_noticed() {
        let (before, after) = ("2026-03-10T14:00:00+00:00", "2026-03-10T13:00:10+00:00");
        assert_eq!(noticed(before, after, 10), Some(-3600));
        assert_eq!(noticed(after, before, 10), Some(3580));
    }

    #[test]
    fn summer_time_begins_and_ends_without_a_jump() {
        for (before, after) in [
            ("2026-03-29T00:59:00+00:00", "2026-03-29T02:01:00+01:00"),
            ("2026-10-25T01:59:00+01:00", "2026-10-25T01:01:00+00:00"),
        ] {
            assert_eq!(noticed(before, after, 120), None);
        }
    }

    #[test]
    fn each_jump_is_told_once() {
        let mut steady = Steady {
            wall: at("2026-03-10T14:00:00+00:00"),
            steady: Instant::now(),
        };
        let woken = at("2026-03-10T17:00:00+00:00");
        assert_eq!(steady.parted(woken, Duration::ZERO), Some(3 * 3600));
        assert_eq!(steady.parted(woken, Duration::ZERO), None);
    }
}
