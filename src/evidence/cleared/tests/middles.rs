//! What a reader could work out from middles, bands and how many there are: every way the values could be is tried.

use super::*;
use crate::evidence::report::Summary;

/// The days of these bands, of which the last has nobody in it where a reader is to know all there could be.
const BANDS: [(usize, usize); 3] = [(0, 0), (1, 3), (4, 7)];

/// Crises that were steady after so many days.
fn steady_after(days: &[usize]) -> Report {
    let mut report = report(&of_kinds([40, 20, 20]));
    let of = Population::Crises;
    let band = |from: usize, to: usize| -> Members {
        let within = (0_u32..).zip(days);
        let within = within.filter(|(_, days)| (from..=to).contains(*days));
        within.map(|(nth, _)| nth).collect()
    };
    let names = ["Same day", "1 to 3 days", "4 to 7 days", "Over a week"];
    let bands = BANDS.into_iter().chain([(8, usize::MAX)]);
    let groups = names.iter().zip(bands);
    let groups = groups.map(|(name, (from, to))| Group::of(*name, band(from, to)));
    let all = band(0, usize::MAX);
    let values: Vec<f64> = days.iter().map(|days| *days as f64).collect();
    let mut crises = Measure::new(MeasureId::Crises);
    crises.tables = vec![Table::of("days", "days", of, groups.collect())];
    crises.spreads = vec![Summary {
        title: "Days".into(),
        figure: Some(Figure::DaysToSteady),
        unit: Unit::Days,
        of,
        n: Count::of(&all),
        spread: Spread::of(values.iter().copied()),
        members: all.clone(),
    }];
    crises.figures = vec![Now {
        figure: Figure::DaysToSteady,
        of,
        amount: NowAmount::Values {
            n: Count::of(&all),
            values,
            members: all,
        },
    }];
    report.measures.push(crises);
    report
}

/// What a reader sees: how many are in each band, and the middles.
type Seen = (Vec<usize>, Option<[f64; 3]>);

fn seen(report: &Report) -> Seen {
    let crises = report.measure(MeasureId::Crises).expect("is there");
    let groups = crises.tables[0].groups[..3].iter();
    let counts: Option<Vec<usize>> = groups.map(|group| group.count.known()).collect();
    let spread = crises.spreads[0].spread;
    let spread = spread.map(|spread| [spread.lower, spread.median, spread.upper]);
    assert!(counts.is_some() || spread.is_none());
    (counts.unwrap_or_default(), spread)
}

/// Every way so many can be shared out among so many days.
fn ways(held: usize, days: usize) -> Vec<Vec<usize>> {
    if days == 1 {
        return vec![vec![held]];
    }
    let first = 0..=held;
    first
        .flat_map(|first| {
            let rest = ways(held - first, days - 1).into_iter();
            rest.map(move |rest| [vec![first], rest].concat())
        })
        .collect()
}

/// How many had each day from none to seven, every way they could.
fn possible(counts: &[usize]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![vec![]];
    for (count, (from, to)) in counts.iter().zip(BANDS) {
        let ways = ways(*count, to - from + 1);
        let all_now = all.iter().flat_map(|below| {
            let ways = ways.iter();
            ways.map(|within| [below.as_slice(), within].concat())
        });
        all = all_now.collect();
    }
    all
}

/// Four times each quartile.
fn quartiles(held: &[usize]) -> [usize; 3] {
    let sorted: Vec<usize> = held
        .iter()
        .enumerate()
        .flat_map(|(day, count)| vec![day; *count])
        .collect();
    [1, 2, 3].map(|quarter| {
        let at = (sorted.len() - 1) * quarter;
        let next = sorted[(at / 4 + 1).min(sorted.len() - 1)];
        sorted[at / 4] * (4 - at % 4) + next * (at % 4)
    })
}

/// Days, one after the other, that one to four people had for certain: the first of them, the last, and how many.
fn sure_of_few(ways: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let days = (0..8).flat_map(|from| (from..8).map(move |to| (from, to)));
    let few = |&(from, to): &(usize, usize)| {
        let mut counts = ways
            .iter()
            .map(|held| held[from..=to].iter().sum::<usize>());
        counts.all(|count| (1..5).contains(&count))
    };
    days.filter(few).collect()
}

/// What the middles say that the bands alone do not. `exact`: as they were before anything was rounded.
fn given_away(counts: &[usize], middles: [f64; 3], is_exact: bool) -> Vec<(usize, usize)> {
    let all = possible(counts);
    let agrees = |held: &&Vec<usize>| {
        let of_it = quartiles(held).into_iter().zip(middles);
        let mut agree = of_it.map(|(four_times, said)| match is_exact {
            true => four_times as f64 == said * 4.0,
            false => (four_times + 2) / 4 == said as usize,
        });
        agree.all(|agrees| agrees)
    };
    let left: Vec<Vec<usize>> = all.iter().filter(agrees).cloned().collect();
    assert!(!left.is_empty());
    let known = sure_of_few(&all);
    let sure = sure_of_few(&left).into_iter();
    sure.filter(|days| !known.contains(days)).collect()
}

fn days() -> impl Strategy<Value = Vec<usize>> {
    let band = |from: usize, to: usize| {
        let some = prop::collection::vec(from..=to, 5..13);
        prop_oneof![1 => Just(vec![]), 2 => some]
    };
    (band(0, 0), band(1, 3), band(4, 7)).prop_map(|(one, two, three)| [one, two, three].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_middle_that_leaves_says_how_few_had_a_day(days in days()) {
        let cleared = Cleared::of(steady_after(&days));
        let (counts, middles) = seen(cleared.report());
        if let Some(middles) = middles {
            prop_assert!(days.len() >= 10);
            prop_assert_eq!(given_away(&counts, middles, false), []);
        }
    }
}

#[test]
fn a_middle_to_the_fraction_says_how_few_had_a_day_and_the_one_that_leaves_does_not() {
    // Of 43 the lower quartile is half way between the 11th and the 12th value: one is 1 and the other 2.
    let days = [vec![0; 10], vec![1], vec![2; 9], vec![4; 23]].concat();
    let report = steady_after(&days);
    let (counts, middles) = seen(&report);
    let exact = middles.expect("exact");
    assert_eq!(exact[0], 1.5);
    assert!(given_away(&counts, exact, true).contains(&(1, 1)));
    let (counts, middles) = seen(Cleared::of(report).report());
    let whole = middles.expect("of 43 it may be said");
    assert_eq!(whole, [2.0, 4.0, 4.0]);
    assert_eq!(given_away(&counts, whole, false), []);
}

#[test]
fn a_difference_of_middles_is_put_about_what_is_said_of_them() {
    let mut report = steady_after(&[vec![1; 10], vec![2; 10], vec![6; 20]].concat());
    let middle = |n, median| Amount::Median {
        n: Count::Is(n),
        median: Some(median),
        quartiles: Some((median - 1.25, median + 1.25)),
    };
    let crises = report.measures.last_mut().expect("is there");
    crises.comparisons = vec![Comparison {
        before: middle(40, 8.5),
        now: middle(40, 4.0),
        interval: Some(Interval {
            from: -6.7,
            to: -2.3,
        }),
        went: Some(Went::Down),
        ..comparison(Figure::DaysToSteady, (0, 0), (0, 0))
    }];
    let exact = crises.comparisons[0].clone();
    let cleared = |compared: &Comparison| {
        let mut report = report.clone();
        let crises = report.measures.last_mut().expect("is there");
        crises.comparisons = vec![compared.clone()];
        let cleared = Cleared::of(report);
        cleared
            .report()
            .measures
            .last()
            .expect("is there")
            .comparisons[0]
            .clone()
    };
    let whole = cleared(&exact);
    let Amount::Median {
        median, quartiles, ..
    } = whole.before
    else {
        panic!("a middle");
    };
    assert_eq!((median, quartiles), (Some(9.0), Some((7.0, 10.0))));
    let interval = Interval {
        from: -8.0,
        to: -2.0,
    };
    assert_eq!(
        (whole.interval, whole.went),
        (Some(interval), Some(Went::Down))
    );
    // A half more or less before, which is rounded away, is nowhere in it.
    let other = cleared(&Comparison {
        before: middle(40, 9.0),
        interval: Some(Interval {
            from: -7.2,
            to: -2.8,
        }),
        ..exact
    });
    assert_eq!((other.interval, other.went), (whole.interval, whole.went));
}
