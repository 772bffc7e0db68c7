//! Which sums of published numbers are nought for everybody but a few.
//!
//! Each kind of member is a row: one for every set it is in, nought for the others. A sum is a factor for each set, and
//! its value for a row is what it counts such a member as. It gives a small count away when it is nought on all rows but
//! some that stand for one to four members together. Where factors are all one number, that is a word of low weight in a
//! linear code, and it is found as those are:
//!
//! 1. Five times over, rows are taken that do not follow from those taken before. What follows from the fifth lot follows
//!    from all five, so a sum that is not nought there is not nought for one of each: it counts five or more. All that is
//!    divided out.
//! 2. What stays of the other rows, where it points the same way, is taken together, and divided out as well once it
//!    stands for five or more. Few rows are left.
//! 3. Of those, bases are taken that share no member. A sum that is not nought has a row in each of them that it is not
//!    nought on, so with five there is none; with two, one has at most two such rows, and those are all tried.
//! 4. Where there is but one, and no such sum, too much is said of too few, and any of it is hidden.
//!
//! A. E. Brouwer and K.-H. Zimmermann found the third step (A. Betten and others, "Error-Correcting Linear Codes",
//! Springer 2006, section 1.8).

mod amounts;
mod field;

use std::collections::BTreeMap;

use super::{SMALLEST, refine::Kinds};
pub use amounts::add_up;
use field::{Echelon, Number, Row};

/// A sum of published numbers that is a small count.
pub(super) struct Sum {
    /// How many sets there are.
    width: usize,
    /// Rows, and what the sum is on each: they say the sum on every row.
    on: Vec<(Row, Number)>,
    /// Nothing is known of it but that one of these sets must go.
    any_of: Vec<usize>,
}

/// Rows that point the same way once the large ones are divided out.
#[derive(Debug, Clone)]
struct Direction {
    /// One of them as it was, and divided.
    row: Row,
    divided: Row,
    /// How many members they stand for.
    count: usize,
}

/// A sum that is nought for all but a few, if there is one. `width` sets, the largest first.
pub(super) fn small_sum(kinds: &Kinds, width: usize) -> Option<Sum> {
    let mut large = five_times(kinds, width);
    let few = outside(kinds, &large, width);
    let directions = directions(&mut large, few);
    let bases = bases(&directions);
    match bases.as_slice() {
        [] => None,
        all if all.len() >= SMALLEST => None,
        [first, rest @ ..] => {
            let count = rest.len() + 1;
            let most = ((SMALLEST - 1) / count).min(2);
            let mut bases = std::iter::once(first).chain(rest);
            let found = bases.find_map(|basis| light(&directions, basis, most));
            let all_tried = count > 1 || first.len() <= most;
            match found {
                Some(on) => Some(Sum::of(&large, on, width)),
                None => (!all_tried).then(|| Sum::any(&directions, width)),
            }
        }
    }
}

/// What five lots of rows that share no member all hold.
fn five_times(kinds: &Kinds, width: usize) -> Echelon {
    let mut lots: [Echelon; SMALLEST] = Default::default();
    let mut test = lots[SMALLEST - 1].test(width);
    for (kind, count) in kinds.all() {
        for _ in 0..count.min(SMALLEST) {
            if test.holds(kinds.sets(kind)) {
                break;
            }
            let row = row(kinds, kind);
            let taken = lots.iter_mut().position(|lot| lot.take(row.clone()));
            if taken == Some(SMALLEST - 1) {
                test = lots[SMALLEST - 1].test(width);
            }
        }
    }
    let [.., last] = lots;
    last
}

/// The rows that do not follow from these, and how many each stands for.
fn outside(kinds: &Kinds, large: &Echelon, width: usize) -> Vec<(Row, usize)> {
    let test = large.test(width);
    let outside = kinds
        .all()
        .filter(|(kind, _)| !test.holds(kinds.sets(*kind)));
    outside
        .map(|(kind, count)| (row(kinds, kind), count))
        .collect()
}

fn row(kinds: &Kinds, kind: usize) -> Row {
    let mut sets: Vec<usize> = kinds.sets(kind).collect();
    sets.reverse();
    Row::of(&sets)
}

/// What is left of the few, by the way it points. Ways of [`SMALLEST`] and more are divided out with the large ones.
fn directions(large: &mut Echelon, mut few: Vec<(Row, usize)>) -> Vec<Direction> {
    loop {
        let mut ways: BTreeMap<Row, Direction> = BTreeMap::new();
        few.retain(|(row, count)| {
            let divided = large.divide(row.clone()).scaled();
            if divided.is_nought() {
                return false;
            }
            let way = ways.entry(divided.clone()).or_insert_with(|| Direction {
                row: row.clone(),
                divided,
                count: 0,
            });
            way.count += count;
            true
        });
        let (many, left): (Vec<_>, Vec<_>) =
            ways.into_values().partition(|way| way.count >= SMALLEST);
        if many.is_empty() {
            return left;
        }
        for way in many {
            large.take(way.row);
        }
    }
}

/// As many bases that share no member as are found, up to [`SMALLEST`]: those with the most members left are taken first.
fn bases(directions: &[Direction]) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = directions.iter().map(|way| way.count).collect();
    let mut bases: Vec<Vec<usize>> = vec![];
    while bases.len() < SMALLEST {
        let mut order: Vec<usize> = (0..left.len()).filter(|&way| left[way] > 0).collect();
        order.sort_by_key(|&way| std::cmp::Reverse(left[way]));
        let mut echelon = Echelon::default();
        let is_new = |way: &usize| echelon.take(directions[*way].divided.clone());
        let basis: Vec<usize> = order.into_iter().filter(is_new).collect();
        let is_whole = bases.first().is_none_or(|first| first.len() == basis.len());
        if basis.is_empty() || !is_whole {
            break;
        }
        basis.iter().for_each(|&way| left[way] -= 1);
        bases.push(basis);
    }
    bases
}

/// A sum that is nought on all of `basis` but at most `most` (1 or 2) of it, and light: what it is on the basis.
fn light(directions: &[Direction], basis: &[usize], most: usize) -> Option<Vec<(Row, Number)>> {
    let rows = basis.iter().map(|&way| directions[way].divided.clone());
    let within = Coordinates::of(rows, directions);
    let counts: Vec<usize> = directions.iter().map(|way| way.count).collect();
    let said = |first: usize, second: Option<(usize, Number)>| {
        let on = basis.iter().enumerate().map(|(nth, &way)| {
            let value = match second {
                Some((other, factor)) if nth == other => factor,
                _ if nth == first => Number::ONE,
                _ => Number::NOUGHT,
            };
            (directions[way].divided.clone(), value)
        });
        on.collect()
    };
    let alone = (0..basis.len()).find(|&nth| within.weight(nth, &counts) < SMALLEST);
    if let Some(nth) = alone {
        return Some(said(nth, None));
    }
    let mut pairs = (0..basis.len())
        .filter(|_| most > 1)
        .flat_map(|first| (first + 1..basis.len()).map(move |second| (first, second)));
    pairs.find_map(|(first, second)| {
        let factor = within.light_pair(first, second, &counts)?;
        Some(said(first, Some((second, factor))))
    })
}

/// Every direction as a sum of those of a basis.
struct Coordinates {
    /// For each of the basis: what it is in each direction.
    of: Vec<Vec<Number>>,
}

impl Coordinates {
    fn of(basis: impl ExactSizeIterator<Item = Row>, directions: &[Direction]) -> Self {
        let mut of = vec![vec![Number::NOUGHT; directions.len()]; basis.len()];
        // Each row of the basis has a mark of its own far to the right, which says how much of it was taken.
        let mut echelon = Echelon::default();
        for (nth, row) in basis.enumerate() {
            echelon.take(row.marked(nth));
        }
        for (at, way) in directions.iter().enumerate() {
            for (nth, much) in echelon.divide(way.divided.clone()).marks() {
                of[nth][at] = much.negative();
            }
        }
        Self { of }
    }

    fn weight(&self, nth: usize, counts: &[usize]) -> usize {
        let is_on = self.of[nth].iter().zip(counts);
        let is_on = is_on.filter(|(number, _)| !number.is_nought());
        is_on.map(|(_, count)| count).sum()
    }

    /// The factor with which the second added to the first is light.
    fn light_pair(&self, first: usize, second: usize, counts: &[usize]) -> Option<Number> {
        let mut always = 0;
        // What is nought only with this factor.
        let mut with: Vec<(Number, Number, usize)> = vec![];
        for ((&one, &other), &count) in self.of[first].iter().zip(&self.of[second]).zip(counts) {
            match (one.is_nought(), other.is_nought()) {
                (true, true) => {}
                (false, false) => with.push((one, other, count)),
                _ => always += count,
            }
            if always >= SMALLEST {
                return None;
            }
        }
        let all: usize = with.iter().map(|(_, _, count)| count).sum();
        let mut gone: BTreeMap<Number, usize> = BTreeMap::new();
        for (one, other, count) in with {
            *gone.entry(one.over(other).negative()).or_default() += count;
        }
        let mut gone = gone.into_iter();
        let light = gone.find(|(_, gone)| always + all - gone < SMALLEST);
        light.map(|(factor, _)| factor)
    }
}

impl Sum {
    fn of(large: &Echelon, on: Vec<(Row, Number)>, width: usize) -> Self {
        let nought = large.rows().map(|row| (row.clone(), Number::NOUGHT));
        Self {
            width,
            on: nought.chain(on).collect(),
            any_of: vec![],
        }
    }

    /// Nothing but that too much is said of these.
    fn any(directions: &[Direction], width: usize) -> Self {
        let mut any_of: Vec<usize> = directions.iter().flat_map(|way| way.row.places()).collect();
        any_of.sort_unstable();
        any_of.dedup();
        Self {
            width,
            on: vec![],
            any_of,
        }
    }

    /// The sets that are added or taken away in it, the largest first: as few and as large as can be.
    pub(super) fn sets(&self) -> Vec<usize> {
        match self.any_of.is_empty() {
            true => self.factors(None).unwrap_or_default(),
            false => self.any_of.clone(),
        }
    }

    /// Whether the others say it as well.
    pub(super) fn is_known_without(&self, set: usize) -> bool {
        self.any_of.is_empty() && self.factors(Some(set)).is_some()
    }

    /// The sets with a factor that is not nought, when the sum can be made at all.
    fn factors(&self, without: Option<usize>) -> Option<Vec<usize>> {
        let mut solved = Echelon::default();
        for (row, value) in &self.on {
            let row = match without {
                Some(set) => row.without(set),
                None => row.clone(),
            };
            solved.take(row.with(self.width, *value));
        }
        solved.solution(self.width)
    }
}
