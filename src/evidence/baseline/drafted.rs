//! What a file of either sort was read to, and whether it adds up.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Baseline, Before, BeforeAmount, reaches_over_the_change};
use crate::{
    evidence::{
        compare::Share,
        measure::{Figure, Shape},
        period::Period,
    },
    guide::{Marked, Problem},
};

/// What a baseline says of itself, as far as it could be read.
#[derive(Debug)]
pub struct Head {
    pub name: Option<Marked<String>>,
    pub from: Option<Marked<NaiveDate>>,
    pub to: Option<Marked<NaiveDate>>,
    pub counted_by: Option<Marked<String>>,
    pub returned: bool,
    pub read_with_care: Option<String>,
}

/// One figure of it, as far as it could be read.
#[derive(Debug)]
pub struct Drafted {
    /// The name of the figure, or else the whole of it.
    pub span: Range<usize>,
    /// Some of it could not be read: nothing can be said about what is missing.
    pub is_torn: bool,
    /// What was written, understood or not, and where.
    pub there: Vec<(String, Range<usize>)>,
    pub figure: Option<Figure>,
    pub definition: Option<String>,
    pub count: Option<Marked<usize>>,
    pub of: Option<Marked<usize>>,
    pub values: Option<Marked<Vec<f64>>>,
    pub n: Option<Marked<usize>>,
    pub median: Option<Marked<f64>>,
    pub lower: Option<Marked<f64>>,
    pub upper: Option<Marked<f64>>,
}

impl Head {
    /// The baseline with these figures, where all that it needs is there.
    pub fn with(self, figures: Vec<Drafted>, problems: &mut Vec<Problem>) -> Option<Baseline> {
        let period = self.period(problems);
        let mut before: Vec<Before> = vec![];
        let mut named: Vec<Figure> = vec![];
        for drafted in figures {
            let (span, figure) = (drafted.span.clone(), drafted.figure);
            let read = drafted.before(problems);
            let Some(figure) = figure else { continue };
            // Whether or not the first of the two could be read.
            if named.contains(&figure) {
                let message = format!("There are two figures `{}`.", figure.name());
                problems.push(Problem::error(span, message).hint("Keep one of the two."));
                continue;
            }
            named.push(figure);
            before.extend(read);
        }
        Some(Baseline {
            name: self.name?.value,
            period: period?,
            counted_by: self.counted_by?.value,
            is_returned: self.returned,
            read_with_care: self.read_with_care,
            figures: before,
        })
    }

    fn period(&self, problems: &mut Vec<Problem>) -> Option<Period> {
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        let Some(period) = Period::new(from.value, to.value) else {
            let problem = Problem::error(to.span.clone(), "The last day is before the first.");
            problems.push(problem.hint("Put the first day in `from` and the last in `to`."));
            return None;
        };
        if self.returned {
            problems.extend(says_it_reaches_over(period, from.span.clone()));
        }
        Some(period)
    }
}

/// What is said of returned figures of these days where they reach over the day the returns changed. `at` is where the
/// first day is written.
pub fn says_it_reaches_over(period: Period, at: Range<usize>) -> Option<Problem> {
    let message = "These days reach over 1 April 2023, when what councils return changed.";
    let hint = "Make two of it, one each side. It is shown with a warning as it is.";
    reaches_over_the_change(period).then(|| Problem::warning(at, message).hint(hint))
}

/// What goes with a share.
const OF_A_SHARE: [&str; 2] = ["count", "of"];
/// What goes with values.
const OF_VALUES: [&str; 5] = ["values", "n", "median", "lower", "upper"];

impl Drafted {
    fn before(self, problems: &mut Vec<Problem>) -> Option<Before> {
        let figure = self.figure?;
        let amount = match figure.shape() {
            Shape::Share => {
                self.say_out_of_place(&OF_VALUES, "is a share: write `count` and `of`", problems);
                self.share(problems)?
            }
            Shape::Values(_) => {
                let hint = "has a middle: write `n` and `median`, or all `values` in TOML";
                self.say_out_of_place(&OF_A_SHARE, hint, problems);
                self.values(problems)?
            }
        };
        Some(Before {
            figure,
            definition: self.definition?,
            amount,
            who: None,
        })
    }

    fn is_there(&self, key: &str) -> bool {
        self.there.iter().any(|(there, _)| there == key)
    }

    fn say_out_of_place(&self, keys: &[&str], is: &str, problems: &mut Vec<Problem>) {
        let name = self.figure.map_or("", Figure::name);
        for (key, span) in self
            .there
            .iter()
            .filter(|(key, _)| keys.contains(&key.as_str()))
        {
            let message = format!("`{key}` does not go with `{name}`.");
            let hint = format!("`{name}` {is}.");
            problems.push(Problem::error(span.clone(), message).hint(hint));
        }
    }

    fn say_missing(&self, keys: &[&str], hint: &str, problems: &mut Vec<Problem>) {
        if self.is_torn {
            return;
        }
        for key in keys.iter().filter(|key| !self.is_there(key)) {
            let message = format!("`{key}` is missing from this figure.");
            problems.push(Problem::error(self.span.clone(), message).hint(hint));
        }
    }

    fn share(&self, problems: &mut Vec<Problem>) -> Option<BeforeAmount> {
        self.say_missing(&OF_A_SHARE, "Write how many, of how many.", problems);
        let (count, of) = (self.count.as_ref()?, self.of.as_ref()?);
        if of.value == 0 {
            let problem = Problem::error(of.span.clone(), "There is no share of nobody.");
            problems.push(problem.hint("Leave this figure out."));
            return None;
        }
        let share = Share::new(count.value, of.value);
        if share.is_none() {
            let message = format!("{} is more than the {} there are.", count.value, of.value);
            let problem = Problem::error(count.span.clone(), message);
            problems.push(problem.hint("`count` is how many of `of`."));
        }
        share.map(BeforeAmount::Share)
    }

    fn values(&self, problems: &mut Vec<Problem>) -> Option<BeforeAmount> {
        if self.is_there("values") {
            return self.each(problems);
        }
        let hint = "Write how many there were and the middle one.";
        self.say_missing(&["n", "median"], hint, problems);
        let quartiles = self.quartiles(problems);
        let (n, median) = (self.n.as_ref()?, self.median.as_ref()?);
        if n.value == 0 {
            let problem = Problem::error(n.span.clone(), "Nothing has no middle.");
            problems.push(problem.hint("Leave this figure out."));
            return None;
        }
        Some(BeforeAmount::Middle {
            n: n.value,
            median: median.value,
            quartiles,
        })
    }

    fn each(&self, problems: &mut Vec<Problem>) -> Option<BeforeAmount> {
        let worked_out = |key: &str| OF_VALUES.contains(&key) && key != "values";
        for (key, span) in self.there.iter().filter(|(key, _)| worked_out(key)) {
            let message = format!("`{key}` is worked out from `values`.");
            let hint = "It is passed over. Delete the line.";
            problems.push(Problem::warning(span.clone(), message).hint(hint));
        }
        let values = self.values.as_ref()?;
        if values.value.is_empty() {
            let problem = Problem::error(values.span.clone(), "There is nothing in `values`.");
            problems.push(problem.hint("Leave this figure out."));
            return None;
        }
        Some(BeforeAmount::Values(values.value.clone()))
    }

    fn quartiles(&self, problems: &mut Vec<Problem>) -> Option<(f64, f64)> {
        if self.is_there("lower") != self.is_there("upper") {
            let hint = "Write both quarters, or neither.";
            self.say_missing(&["lower", "upper"], hint, problems);
        }
        let (lower, upper) = (self.lower.as_ref()?, self.upper.as_ref()?);
        let median = self.median.as_ref()?.value;
        if !(lower.value <= median && median <= upper.value) {
            let message = "The middle is not between its quarters.";
            let problem = Problem::error(lower.span.clone(), message);
            problems
                .push(problem.hint("`lower` is at most `median`, and `median` at most `upper`."));
        }
        Some((lower.value, upper.value))
    }
}
