//! Before and now, and how sure anybody can be of the difference.
//!
//! A difference comes with an interval, and where the interval holds nought it is "no clear change": that is as easy to
//! say here as "down". The methods are published ones for small numbers:
//!
//! - shares: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
//!   eleven methods", Statistics in Medicine 17, 1998, method 10 (from two score intervals, after E. B. Wilson);
//! - medians: R. M. Price and D. G. Bonett, "Distribution-free confidence intervals for difference and ratio of
//!   medians", Journal of Statistical Computation and Simulation 72, 2002.

use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};

use super::spread::{Spread, sorted};

/// Under so many, a share is said as a count and never as a percentage (practice.md has the rule of thumb).
pub const FEW: usize = 10;

/// How many standard errors either side hold 95 of 100.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    count: usize,
    of: usize,
}

/// The least and the most a difference may well be: 95 of 100 such intervals hold the true one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The least.
    pub from: f64,
    /// The most.
    pub to: f64,
}

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// Up.
    Up,
    /// Down.
    Down,
    /// It may have gone either way.
    NoClearChange,
}

/// Why nobody can say how sure a difference of medians is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSure {
    /// There are under 5 values on a side.
    TooFew,
    /// On a side so many values are the same that how far they lie apart says nothing: whole days often do.
    TooAlike,
}

impl Went {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Up, Self::Down, Self::NoClearChange];

    /// The name in files: `no-clear-change`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::NoClearChange => "no-clear-change",
        }
    }
}

impl Share {
    /// `count` of `of`; `None` when that is more than there are.
    pub fn new(count: usize, of: usize) -> Option<Self> {
        (count <= of).then_some(Self { count, of })
    }

    /// How many.
    pub fn count(self) -> usize {
        self.count
    }

    /// Of how many.
    pub fn of(self) -> usize {
        self.of
    }

    /// The percentage, to the nearest whole one; `None` of fewer than [`FEW`].
    pub fn percentage(self) -> Option<u32> {
        let rounded = || (self.value() * 100.0).round() as u32;
        (self.of >= FEW).then(rounded)
    }

    fn value(self) -> f64 {
        self.count as f64 / self.of as f64
    }

    /// Wilson's score interval.
    fn interval(self) -> Interval {
        let (p, n) = (self.value(), self.of as f64);
        let middle = p + Z * Z / (2.0 * n);
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let within = |value: f64| (value / (1.0 + Z * Z / n)).clamp(0.0, 1.0);
        Interval {
            from: within(middle - half),
            to: within(middle + half),
        }
    }
}

impl Interval {
    /// What it says of the way something went.
    pub fn went(self) -> Went {
        match self {
            Self { from, .. } if from > 0.0 => Went::Up,
            Self { to, .. } if to < 0.0 => Went::Down,
            _ => Went::NoClearChange,
        }
    }
}

/// How far a share may have moved, from -1 to 1. `None` when there was nobody before or is nobody now.
pub fn shares(before: Share, now: Share) -> Option<Interval> {
    if before.of == 0 || now.of == 0 {
        return None;
    }
    let (then, here) = (before.interval(), now.interval());
    let moved = now.value() - before.value();
    let down = (now.value() - here.from).hypot(then.to - before.value());
    let up = (here.to - now.value()).hypot(before.value() - then.from);
    Some(Interval {
        from: moved - down,
        to: moved + up,
    })
}

/// How far a median may have moved, in the unit of the values.
///
/// # Errors
///
/// Where nobody can say how sure that is.
pub fn medians(before: &[f64], now: &[f64]) -> Result<Interval, NotSure> {
    let (before, now) = (sorted(before.iter().copied()), sorted(now.iter().copied()));
    let of = |values: &[f64]| Spread::of(values.iter().copied()).map(|spread| spread.median);
    let medians = of(&before).zip(of(&now));
    let (then, here) = medians.ok_or(NotSure::TooFew)?;
    let half = Z * standard_error(&before)?.hypot(standard_error(&now)?);
    Ok(Interval {
        from: here - then - half,
        to: here - then + half,
    })
}

/// The standard error of a median, from the values that stand on either side of it. The paper has it for values that
/// differ; where those two are the same it would be 0, and the median as sure as nothing is.
fn standard_error(sorted: &[f64]) -> Result<f64, NotSure> {
    const FEWEST: usize = 5;
    let n = sorted.len();
    if n < FEWEST {
        return Err(NotSure::TooFew);
    }
    let c = ((n + 1) as f64 / 2.0 - (n as f64).sqrt()).round().max(1.0) as usize;
    let (below, above) = (sorted[c - 1], sorted[n - c]);
    if below == above {
        return Err(NotSure::TooAlike);
    }
    let tosses = Binomial::new(0.5, n as u64).map_err(|_| NotSure::TooFew)?;
    let z = Normal::standard().inverse_cdf(1.0 - tosses.cdf(c as u64 - 1));
    Ok((above - below) / (2.0 * z))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moved(now: (usize, usize), before: (usize, usize)) -> (f64, f64) {
        let share = |(count, of)| Share::new(count, of).expect("a share");
        let interval = shares(share(before), share(now)).expect("some");
        let rounded = |value: f64| (value * 10_000.0).round() / 10_000.0;
        (rounded(interval.from), rounded(interval.to))
    }

    #[test]
    fn shares_agree_with_the_published_table() {
        // Newcombe 1998, table II, method 10.
        assert_eq!(moved((56, 70), (48, 80)), (0.0524, 0.3339));
        assert_eq!(moved((9, 10), (3, 10)), (0.1705, 0.8090));
        assert_eq!(moved((6, 7), (2, 7)), (0.0582, 0.8062));
        assert_eq!(moved((5, 56), (0, 29)), (-0.0381, 0.1926));
        assert_eq!(moved((0, 10), (0, 20)), (-0.1611, 0.2775));
        assert_eq!(moved((10, 10), (0, 20)), (0.6791, 1.0));
    }

    #[test]
    fn the_example_of_31_of_112_and_39_of_64_went_up_and_a_small_one_says_nothing() {
        let before = Share::new(31, 112).expect("a share");
        let now = Share::new(39, 64).expect("a share");
        assert_eq!(
            (before.percentage(), now.percentage()),
            (Some(28), Some(61))
        );
        assert_eq!(shares(before, now).map(Interval::went), Some(Went::Up));
        assert_eq!(shares(now, before).map(Interval::went), Some(Went::Down));
        let few = Share::new(4, 9).expect("a share");
        assert_eq!(few.percentage(), None);
        assert_eq!(
            shares(few, before).map(Interval::went),
            Some(Went::NoClearChange)
        );
        assert_eq!(shares(few, Share::new(0, 0).expect("a share")), None);
        assert_eq!(Share::new(2, 1), None);
    }

    #[test]
    fn medians_that_are_far_apart_are_told_apart_and_few_values_are_not_compared() {
        let before: Vec<f64> = (5..=35).map(f64::from).collect();
        let now: Vec<f64> = (0..=12).map(f64::from).collect();
        let interval = medians(&before, &now).expect("enough");
        assert_eq!(interval.went(), Went::Down);
        assert!(interval.from < -14.0 && interval.to > -14.0, "{interval:?}");
        assert_eq!(
            medians(&before, &before).map(Interval::went),
            Ok(Went::NoClearChange)
        );
        assert_eq!(medians(&before, &now[..4]), Err(NotSure::TooFew));
    }

    #[test]
    fn whole_days_that_are_mostly_the_same_say_nothing_of_how_sure_a_difference_is() {
        let (ones, twos) = ([1.0; 14], [2.0; 14]);
        assert_eq!(medians(&ones, &twos), Err(NotSure::TooAlike));
        assert_eq!(medians(&ones, &ones), Err(NotSure::TooAlike));
        // One side alone, and a few at its ends that differ.
        let spread: Vec<f64> = (0..14).map(f64::from).collect();
        assert_eq!(medians(&ones, &spread), Err(NotSure::TooAlike));
        let mut few_differ = ones;
        (few_differ[0], few_differ[13]) = (0.0, 9.0);
        assert_eq!(medians(&spread, &few_differ), Err(NotSure::TooAlike));
        // Of 14 the 4th and the 11th stand on either side: with those apart there is an interval again.
        let mut apart = [1.0; 14];
        apart[..4].fill(0.0);
        assert!(medians(&spread, &apart).is_ok());
        assert_eq!(medians(&[], &spread), Err(NotSure::TooFew));
    }

    #[test]
    fn the_error_of_a_median_is_worked_out_as_the_paper_does() {
        // Of 1 to 9: c is 2, so the 2nd and the 8th; 10 of 512 are outside on either side.
        let values: Vec<f64> = (1..=9).map(f64::from).collect();
        let z = Normal::standard().inverse_cdf(1.0 - 10.0 / 512.0);
        let error = standard_error(&values).expect("enough");
        assert!((error - 6.0 / (2.0 * z)).abs() < 1e-9, "{error}");
    }

    proptest! {
        #[test]
        fn the_difference_is_in_its_interval_and_turned_round_it_is_the_same(
            (x, n) in (1_usize..200).prop_flat_map(|n| (0..=n, Just(n))),
            (y, m) in (1_usize..200).prop_flat_map(|m| (0..=m, Just(m))),
        ) {
            let (a, b) = (Share::new(x, n).expect("a share"), Share::new(y, m).expect("a share"));
            let (there, back) = (shares(a, b).expect("some"), shares(b, a).expect("some"));
            let moved = b.value() - a.value();
            prop_assert!(there.from <= moved + 1e-12 && moved <= there.to + 1e-12);
            prop_assert!((there.from + back.to).abs() < 1e-12 && (there.to + back.from).abs() < 1e-12);
            prop_assert!(there.from >= -1.0 - 1e-12 && there.to <= 1.0 + 1e-12);
        }
    }
}
