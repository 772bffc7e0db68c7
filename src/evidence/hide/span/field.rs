//! Rows of numbers, exactly: whole numbers less the multiples of a large prime, so that nothing is ever rounded.
//!
//! A sum that is nought among these and not among all numbers comes once in some million million million; then one
//! number more is hidden than need be, or one row of many is taken for another's sum.

use std::collections::BTreeMap;

/// 2^61 - 1.
const PRIME: u64 = (1 << 61) - 1;

/// Where marks begin: far to the right of any set.
const MARKS: usize = 1 << 24;

/// A number less its multiples of the prime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number(u64);

/// Numbers that are not nought, by their place.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row(Vec<(usize, Number)>);

/// Rows of which each begins in a place of its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Echelon {
    /// By the place they begin in, which holds a one.
    rows: BTreeMap<usize, Row>,
}

/// Factors with which every row of an echelon comes to nought, and which are scattered where those leave a choice: of
/// any other row they make something else, but for once in some million million million.
#[derive(Debug, Clone)]
pub(super) struct Test(Vec<Number>);

impl Test {
    /// Whether a row with a one in each of these places follows.
    pub(super) fn holds(&self, places: impl Iterator<Item = usize>) -> bool {
        let sum = places.fold(Number::NOUGHT, |sum, place| sum.plus(self.0[place]));
        sum.is_nought()
    }
}

impl Number {
    /// A number that nobody would come by for this place (S. Vigna's splitmix64).
    fn scattered(place: usize) -> Self {
        let mut mixed = (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((mixed ^ (mixed >> 31)) % PRIME)
    }

    pub(super) fn of(number: u64) -> Self {
        Self(number % PRIME)
    }

    pub(super) const NOUGHT: Self = Self(0);
    pub(super) const ONE: Self = Self(1);

    pub(super) fn is_nought(self) -> bool {
        self.0 == 0
    }

    pub(super) fn negative(self) -> Self {
        Self((PRIME - self.0) % PRIME)
    }

    /// `other` is not nought.
    pub(super) fn over(self, other: Self) -> Self {
        // By Fermat: to the power of two less than the prime is the inverse.
        let mut inverse = Self::ONE;
        let (mut base, mut power) = (other, PRIME - 2);
        while power > 0 {
            if power & 1 == 1 {
                inverse = inverse.times(base);
            }
            base = base.times(base);
            power >>= 1;
        }
        self.times(inverse)
    }

    fn times(self, other: Self) -> Self {
        let product = u128::from(self.0) * u128::from(other.0) % u128::from(PRIME);
        Self(product as u64)
    }

    fn plus(self, other: Self) -> Self {
        Self((self.0 + other.0) % PRIME)
    }
}

impl Row {
    /// A one in each of these places, which are in order.
    pub(super) fn of(places: &[usize]) -> Self {
        Self(places.iter().map(|&place| (place, Number::ONE)).collect())
    }

    pub(super) fn is_nought(&self) -> bool {
        self.0.is_empty()
    }

    /// The places that are not nought.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(place, _)| *place)
    }

    /// The same with a one first: rows that point the same way are the same.
    pub(super) fn scaled(self) -> Self {
        let Some(&(_, first)) = self.0.first() else {
            return self;
        };
        if first == Number::ONE {
            return self;
        }
        let by = Number::ONE.over(first);
        let scaled = self.0.into_iter();
        Self(scaled.map(|(at, number)| (at, number.times(by))).collect())
    }

    /// With a number in a place to the right of all others.
    pub(super) fn with(mut self, place: usize, number: Number) -> Self {
        if !number.is_nought() {
            self.0.push((place, number));
        }
        self
    }

    pub(super) fn marked(self, nth: usize) -> Self {
        self.with(MARKS + nth, Number::ONE)
    }

    /// What stands on each mark.
    pub(super) fn marks(&self) -> impl Iterator<Item = (usize, Number)> {
        let marks = self.0.iter().filter(|(place, _)| *place >= MARKS);
        marks.map(|(place, number)| (place - MARKS, *number))
    }

    pub(super) fn without(&self, place: usize) -> Self {
        let others = self.0.iter().filter(|(at, _)| *at != place);
        Self(others.copied().collect())
    }

    fn at(&self, place: usize) -> Number {
        let found = self.0.binary_search_by_key(&place, |(at, _)| *at);
        found.map_or(Number::NOUGHT, |nth| self.0[nth].1)
    }

    /// This row and so many times the other.
    fn plus(&self, much: Number, other: &Self) -> Self {
        let mut sum = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut ours, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            let next = match (ours.peek(), theirs.peek()) {
                (Some((a, _)), Some((b, _))) => *a.min(b),
                (Some((a, _)), None) => *a,
                (None, Some((b, _))) => *b,
                (None, None) => return Self(sum),
            };
            let our = ours.next_if(|(at, _)| *at == next);
            let their = theirs.next_if(|(at, _)| *at == next);
            let our = our.map_or(Number::NOUGHT, |(_, number)| *number);
            let their = their.map_or(Number::NOUGHT, |(_, number)| number.times(much));
            let number = our.plus(their);
            if !number.is_nought() {
                sum.push((next, number));
            }
        }
    }
}

impl Echelon {
    /// What is left of a row when as much as can be of these is taken away.
    pub(super) fn divide(&self, row: Row) -> Row {
        let mut left = row;
        let mut from = 0;
        while let Some((place, ours)) = self.first_in(&left, from) {
            left = left.plus(left.at(place).negative(), ours);
            from = place + 1;
        }
        left
    }

    fn first_in(&self, row: &Row, from: usize) -> Option<(usize, &Row)> {
        let mut places = row.places().skip_while(|place| *place < from);
        places.find_map(|place| Some((place, self.rows.get(&place)?)))
    }

    /// Takes a row in, unless it is a sum of those there. Whether it did.
    pub(super) fn take(&mut self, row: Row) -> bool {
        let row = self.divide(row).scaled();
        let Some(place) = row.places().next() else {
            return false;
        };
        self.rows.insert(place, row);
        true
    }

    /// A quick way to ask whether a row of ones follows from these.
    pub(super) fn test(&self, width: usize) -> Test {
        let mut by = vec![Number::NOUGHT; width];
        for (place, number) in by.iter_mut().enumerate() {
            *number = Number::scattered(place);
        }
        for (&place, row) in self.rows.iter().rev() {
            let rest = row.0.iter().skip(1);
            let rest = rest.fold(Number::NOUGHT, |sum, (at, number)| {
                sum.plus(number.times(by[*at]))
            });
            by[place] = rest.negative();
        }
        Test(by)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }

    /// Where the place `last` holds what each row comes to: the places whose factor is not nought, with all that can be
    /// nought so. None when no factors do.
    pub(super) fn solution(&self, last: usize) -> Option<Vec<usize>> {
        if self.rows.contains_key(&last) {
            return None;
        }
        let mut factors: BTreeMap<usize, Number> = BTreeMap::new();
        for (&place, row) in self.rows.iter().rev() {
            let rest = row.0.iter().skip(1).filter(|(at, _)| *at != last);
            let known = rest.fold(Number::NOUGHT, |sum, (at, number)| {
                let factor = factors.get(at).copied().unwrap_or(Number::NOUGHT);
                sum.plus(number.times(factor))
            });
            factors.insert(place, row.at(last).plus(known.negative()));
        }
        let on = factors
            .into_iter()
            .filter(|(_, factor)| !factor.is_nought());
        Some(on.map(|(place, _)| place).collect())
    }
}
