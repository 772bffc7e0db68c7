//! How a figure spreads: its median and quartiles, never its mean alone, and always with how many there are.

/// The middle and the middle half of some values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// How many values there are. At least 1.
    pub n: usize,
    /// A quarter of them are at or under this.
    pub lower: f64,
    /// Half of them are at or under this.
    pub median: f64,
    /// Three quarters of them are at or under this.
    pub upper: f64,
}

impl Spread {
    /// The spread of these values, in any order; `None` of none. A value that is no number is left out.
    ///
    /// Quartiles lie between two values as definition 7 of Hyndman and Fan has it ("Sample quantiles in statistical
    /// packages", The American Statistician 50, 1996): the one of spreadsheets, so that a reader finds the same.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let sorted = sorted(values);
        (!sorted.is_empty()).then(|| Self {
            n: sorted.len(),
            lower: quantile(&sorted, 0.25),
            median: quantile(&sorted, 0.5),
            upper: quantile(&sorted, 0.75),
        })
    }

    /// The same in whole units: between two values a middle says more of either than that it is near.
    pub(super) fn whole(self) -> Self {
        Self {
            n: self.n,
            lower: self.lower.round(),
            median: self.median.round(),
            upper: self.upper.round(),
        }
    }
}

/// The values from the least, without those that are no number.
pub(super) fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.into_iter().filter(|value| !value.is_nan()).collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// `sorted` holds at least one value.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len() - 1) as f64 * share;
    let below = at.floor();
    let (low, high) = (sorted[below as usize], sorted[at.ceil() as usize]);
    low + (high - low) * (at - below)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(values: &[f64]) -> (f64, f64, f64) {
        let spread = Spread::of(values.iter().copied()).expect("some");
        (spread.lower, spread.median, spread.upper)
    }

    #[test]
    fn it_is_what_a_spreadsheet_says() {
        assert_eq!(of(&[7.0]), (7.0, 7.0, 7.0));
        assert_eq!(of(&[1.0, 2.0]), (1.25, 1.5, 1.75));
        assert_eq!(of(&[4.0, 1.0, 3.0, 2.0]), (1.75, 2.5, 3.25));
        assert_eq!(of(&[1.0, 2.0, 4.0, 8.0, 16.0]), (2.0, 4.0, 8.0));
        assert_eq!(Spread::of([]), None);
        assert_eq!(Spread::of([f64::NAN]), None);
    }

    proptest! {
        #[test]
        fn half_of_the_values_are_on_either_side_of_the_middle(values in prop::collection::vec(0_u32..500, 1..200)) {
            let spread = Spread::of(values.iter().map(|&value| f64::from(value))).expect("some");
            let at_most = values.iter().filter(|&&value| f64::from(value) <= spread.median).count();
            let at_least = values.iter().filter(|&&value| f64::from(value) >= spread.median).count();
            prop_assert!(2 * at_most >= values.len() && 2 * at_least >= values.len());
            prop_assert!(spread.lower <= spread.median && spread.median <= spread.upper);
        }
    }
}
