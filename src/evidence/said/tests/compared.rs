//! What a reader is told of before and now.

use super::*;
use crate::evidence::{
    compare::{Interval, Went},
    report::Amount,
};

pub(super) fn shares(before: (usize, usize), now: (usize, usize)) -> Comparison {
    let amount = |(count, of)| Amount::Share {
        count: Count::Is(count),
        of: Count::Is(of),
    };
    Comparison {
        figure: Figure::TalkWithin3Days,
        name: "north team".to_owned(),
        period: period(),
        counted_by: "S. Lane".to_owned(),
        definition: Some("From first contact logged to first conversation started.".to_owned()),
        before: amount(before),
        now: amount(now),
        interval: None,
        went: None,
        warnings: vec!["Site took one postcode; two extra workers.".to_owned()],
        who: None,
    }
}

#[test]
fn a_comparison_says_before_now_and_the_difference_in_that_order() {
    let up = Comparison {
        interval: Some(Interval {
            from: 0.183,
            to: 0.461,
        }),
        went: Some(Went::Up),
        ..shares((31, 112), (39, 64))
    };
    let said = comparison(&up);
    assert_eq!(
        said.before,
        "Before (north team, January to March 2026): 31 of 112 (28%)"
    );
    assert_eq!(said.now, "Now: 39 of 64 (61%)");
    assert_eq!(
        said.difference,
        "Up 33 in every 100. It may well be anything from up 18 to up 46 in every 100."
    );
    assert_eq!(
        said.read_with,
        [
            "Before, counted: From first contact logged to first conversation started.",
            "Counted by S. Lane.",
            "Site took one postcode; two extra workers."
        ]
    );
}

#[test]
fn no_clear_change_is_said_as_plainly_and_few_say_not_by_how_much() {
    let interval = Some(Interval {
        from: -0.05,
        to: 0.12,
    });
    let went = Some(Went::NoClearChange);
    let none = Comparison {
        interval,
        went,
        ..shares((31, 112), (20, 64))
    };
    assert_eq!(
        comparison(&none).difference,
        "No clear change. It may well be anything from down 5 to up 12 in every 100."
    );
    let few = Comparison {
        interval,
        went,
        ..shares((4, 9), (5, 9))
    };
    assert_eq!(
        comparison(&few).difference,
        "No clear change. Of so few, nobody can say by how much."
    );
    assert_eq!(
        comparison(&shares((0, 0), (5, 12))).difference,
        "Nobody can say whether that is a change."
    );
    let hidden = Comparison {
        now: Amount::Share {
            count: Count::Hidden,
            of: Count::Is(64),
        },
        ..shares((31, 112), (5, 64))
    };
    assert_eq!(comparison(&hidden).now, "Now: Not shown");
    assert_eq!(comparison(&hidden).difference, "Not shown.");
}

#[test]
fn medians_are_compared_in_their_unit() {
    let median = |n, median| Amount::Median {
        n: Count::Is(n),
        median: Some(median),
        quartiles: Some((1.0, 14.0)),
    };
    let down = Comparison {
        figure: Figure::DaysToFirstTalk,
        before: median(112, 11.0),
        now: median(64, 2.0),
        interval: Some(Interval {
            from: -12.04,
            to: -6.0,
        }),
        went: Some(Went::Down),
        ..shares((0, 0), (0, 0))
    };
    let said = comparison(&down);
    assert_eq!(
        said.before,
        "Before (north team, January to March 2026): median 11 days, half of them between 1 and \
         14, of 112"
    );
    assert_eq!(
        said.difference,
        "Down 9 days. It may well be anything from down 12 to down 6 days."
    );
}
