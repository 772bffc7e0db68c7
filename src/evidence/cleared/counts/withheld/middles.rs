//! A middle that leaves is rounded to a whole unit, and is said only where it gives nobody's value away.
//!
//! A quartile between two values, to the fraction, says which two those are; and beside bands it says how many of a band
//! have which day. So it is rounded. A rounded one can still fix how many few values are, most of all of few: so none is
//! said unless the values could be such that nobody's is shared by fewer than five. Then no count of values under five
//! is certain, of one value or of any of them together. Such values are looked for, not all there are: where none of a
//! simple kind are found, the middle is not said.

use std::{collections::BTreeSet, ops::Range};

use crate::evidence::{
    compare::{Interval, Went},
    hide::SMALLEST,
    measure::{Figure, Shape, Unit},
    report::{Amount, Comparison, Measure, Table},
    said::groups,
    spread::Spread,
};

/// Rounds every middle of a measure.
pub(super) fn round(measure: &mut Measure) {
    for summary in &mut measure.spreads {
        summary.spread = summary.spread.map(Spread::whole);
    }
    for compared in &mut measure.comparisons {
        for amount in [&mut compared.now, &mut compared.before] {
            if let Amount::Median {
                median, quartiles, ..
            } = amount
            {
                *median = median.map(f64::round);
                *quartiles = quartiles.map(|(lower, upper)| (lower.round(), upper.round()));
            }
        }
    }
}

/// Leaves out each rounded middle that may not be said, and the differences of them.
pub(super) fn hold_back(measure: &mut Measure) {
    let tables = &measure.tables;
    for summary in &mut measure.spreads {
        let (figure, unit) = (summary.figure, summary.unit);
        let of = summary.n.known().and_then(|n| {
            let bands = bands(tables, figure, unit, n)?;
            Some(Values { bands, unit })
        });
        summary.spread = summary.spread.filter(|spread| {
            let of = of.as_ref();
            of.is_some_and(|of| of.may_be_said(&[spread.lower, spread.median, spread.upper]))
        });
    }
    for compared in &mut measure.comparisons {
        let Shape::Values(unit) = compared.figure.shape() else {
            continue;
        };
        let figure = Some(compared.figure);
        side(&mut compared.now, unit, |n| bands(tables, figure, unit, n));
        side(&mut compared.before, unit, |n| Some(vec![Band::any(n)]));
        difference(compared);
    }
}

/// Leaves out the middle of one side of a comparison where it may not be said.
fn side(amount: &mut Amount, unit: Unit, bands: impl Fn(usize) -> Option<Vec<Band>>) {
    let Amount::Median {
        n,
        median,
        quartiles,
    } = &*amount
    else {
        return;
    };
    let middles: Vec<f64> = match (*median, *quartiles) {
        (None, _) => vec![],
        (Some(median), None) => vec![median],
        (Some(median), Some((lower, upper))) => vec![lower, median, upper],
    };
    let bands = n.known().and_then(bands);
    let may = bands.is_some_and(|bands| Values { bands, unit }.may_be_said(&middles));
    if !may {
        amount.hide_middle();
    }
}

/// From an interval about the difference to the fraction, the fraction of a side could be worked out: it is put about
/// the difference of what is said, and says no other way than those do.
fn difference(compared: &mut Comparison) {
    let middle = |amount: Amount| match amount {
        Amount::Median { median, .. } => median,
        Amount::Share { .. } => None,
    };
    let sides = middle(compared.before).zip(middle(compared.now));
    let (Some((before, now)), Some(interval)) = (sides, compared.interval) else {
        compared.hide_difference();
        return;
    };
    let moved = now - before;
    let half = ((interval.to - interval.from) / 2.0).ceil().max(1.0);
    let (from, to) = (moved - half, moved + half);
    let (went, interval) = match compared.went {
        Some(Went::Up) if moved > 0.0 => (Went::Up, (from.max(0.0), to)),
        Some(Went::Down) if moved < 0.0 => (Went::Down, (from, to.min(0.0))),
        _ => (Went::NoClearChange, (from.min(0.0), to.max(0.0))),
    };
    let (from, to) = interval;
    (compared.interval, compared.went) = (Some(Interval { from, to }), Some(went));
}

/// Values of which it is known how many lie in each band.
struct Values {
    bands: Vec<Band>,
    unit: Unit,
}

/// So many values that are at least `from`, and at most `to` where there is an end.
struct Band {
    from: i64,
    to: Option<i64>,
    held: usize,
}

impl Band {
    fn any(n: usize) -> Self {
        Self {
            from: 0,
            to: None,
            held: n,
        }
    }

    /// The value in it that is nearest to another.
    fn nearest(&self, value: i64) -> i64 {
        let value = self.to.map_or(value, |to| value.min(to));
        value.max(self.from)
    }
}

/// The bands in which a report counts these values; a single one where it counts them in none. `None` where what it
/// counts is not all of them.
fn bands(tables: &[Table], figure: Option<Figure>, unit: Unit, n: usize) -> Option<Vec<Band>> {
    let (name, begin): (&str, &[i64]) = match (figure, unit) {
        (Some(Figure::DaysToNextStep), _) => ("days", &groups::STEP_DAYS_BEGIN),
        (Some(Figure::DaysToFirstTalk), _) => ("days", &groups::FIRST_TALK_BEGIN),
        (Some(Figure::DaysToSteady), _) => ("days", &groups::STEADY_DAYS_BEGIN),
        (Some(Figure::Words), _) => ("words", &groups::WORDS_BEGIN),
        (Some(Figure::TalkMinutes), _) => ("minutes", &groups::MINUTES_BEGIN),
        (None, Unit::Pounds) => ("amounts", &groups::AMOUNTS_BEGIN),
        _ => return Some(vec![Band::any(n)]),
    };
    let table = tables.iter().find(|table| table.name == name)?;
    let from = [0].into_iter().chain(begin.iter().copied());
    let to = begin.iter().map(|next| Some(next - 1)).chain([None]);
    let bands = from.zip(to).zip(&table.groups);
    let bands = bands.map(|((from, to), group)| {
        let held = group.count.known()?;
        Some(Band { from, to, held })
    });
    let bands: Vec<Band> = bands.collect::<Option<_>>()?;
    let held: usize = bands.iter().map(|band| band.held).sum();
    (held == n).then_some(bands)
}

/// What a middle is of, from the least value on: `part` quarters of the way from the value at `first` to the next.
#[derive(Clone, Copy)]
struct Middle {
    first: usize,
    part: i64,
    /// As it is said, in the smallest step of its unit.
    said: i64,
}

/// Values at these places that are one value.
type Same = (Range<usize>, i64);

/// In one band more are not tried at its end: a part of them is enough to find some that go together.
const TRIED: i64 = 250;

impl Values {
    /// The smallest steps of a whole unit.
    fn steps(&self) -> i64 {
        match self.unit {
            Unit::Pounds => 100,
            Unit::Days | Unit::Minutes | Unit::Words | Unit::Contacts => 1,
        }
    }

    /// Whether these rounded middles, of the lower half, all and the upper half or of all alone, could be those of values
    /// that are each shared by five or more.
    fn may_be_said(&self, middles: &[f64]) -> bool {
        let n: usize = self.bands.iter().map(|band| band.held).sum();
        let quarters = if middles.len() == 3 { 1..=3 } else { 2..=2 };
        let middles = quarters.zip(middles).map(|(quarter, said)| {
            let at = n.saturating_sub(1) * quarter;
            Middle {
                first: at / 4,
                part: (at % 4) as i64,
                said: *said as i64 * self.steps(),
            }
        });
        self.can_be_shared(&middles.collect::<Vec<_>>())
    }

    /// Band by band: what the first value of a band may be, after all that can be in those below it.
    fn can_be_shared(&self, middles: &[Middle]) -> bool {
        let bands: Vec<&Band> = self.bands.iter().filter(|band| band.held > 0).collect();
        let mut begin = 0;
        let mut firsts: BTreeSet<Option<i64>> = BTreeSet::from([None]);
        for (nth, band) in bands.iter().enumerate() {
            let end = begin + band.held;
            let mut inside: Vec<Same> = vec![];
            let mut ends: Vec<(Option<i64>, Option<i64>)> = vec![(None, None)];
            for middle in middles {
                let last = middle.first + usize::from(middle.part > 0);
                if (begin..end).contains(&middle.first) && last < end {
                    let value = band.nearest(middle.said);
                    if !self.is_said(middle, value, value) {
                        return false;
                    }
                    inside.push((middle.first..last + 1, value));
                } else if middle.first + 1 == end {
                    let next = bands.get(nth + 1);
                    let both = next.map_or_else(Vec::new, |next| self.on_both(middle, band, next));
                    let both = both.into_iter();
                    ends = both.map(|(last, next)| (Some(last), Some(next))).collect();
                }
            }
            let mut next = BTreeSet::new();
            for first in &firsts {
                for (last, after) in ends
                    .iter()
                    .filter(|(_, after)| !next.contains(after))
                    .collect::<Vec<_>>()
                {
                    let first = first.map(|value| (begin..begin + 1, value));
                    let last = last.map(|value| (end - 1..end, value));
                    let all: Vec<Same> = first
                        .into_iter()
                        .chain(inside.clone())
                        .chain(last)
                        .collect();
                    if are_shared(begin..end, &all) {
                        next.insert(*after);
                    }
                }
            }
            (begin, firsts) = (end, next);
        }
        !firsts.is_empty()
    }

    /// Whether a middle between these two values is what is said.
    fn is_said(&self, middle: &Middle, one: i64, next: i64) -> bool {
        let (least, most) = self.four_times(middle);
        (least..most).contains(&((4 - middle.part) * one + middle.part * next))
    }

    /// Four times what a middle is at least, and what it is under.
    fn four_times(&self, middle: &Middle) -> (i64, i64) {
        let half = 2 * self.steps();
        (4 * middle.said - half, 4 * middle.said + half)
    }

    /// The last value of a band and the first of the next, where the middle between them is what is said.
    fn on_both(&self, middle: &Middle, band: &Band, next: &Band) -> Vec<(i64, i64)> {
        let (least, most) = self.four_times(middle);
        let mut both = vec![];
        let Some(to) = band.to else { return both };
        let step = ((to - band.from) / TRIED).max(1) as usize;
        for last in (band.from..=to).rev().step_by(step) {
            let rest = (4 - middle.part) * last;
            let from = (least - rest).div_euclid(middle.part) - 1;
            let until = (most - rest).div_euclid(middle.part) + 1;
            let (from, until) = (
                from.max(next.from),
                next.to.map_or(until, |to| until.min(to)),
            );
            let step = ((until - from) / 4).max(1) as usize;
            let firsts = (from..=until).step_by(step);
            let said = firsts.filter(|first| self.is_said(middle, last, *first));
            both.extend(said.map(|first| (last, first)));
        }
        both
    }
}

/// Whether these places can be filled so that values stand in order, each is at five places or more, and these are what
/// they are. A value begins as early as it can: that leaves the others most.
fn are_shared(places: Range<usize>, same: &[Same]) -> bool {
    let mut begin = places.start;
    for (one, next) in same.iter().zip(same.iter().skip(1)) {
        let ((before, lower), (after, higher)) = (one, next);
        if higher < lower {
            return false;
        }
        if higher > lower {
            begin = before.end.max(begin + SMALLEST);
            if begin > after.start {
                return false;
            }
        }
    }
    begin + SMALLEST <= places.end
}
