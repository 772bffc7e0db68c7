//! The ordinary rhythm: each month is given, then the quarter.

use super::{
    beside::{at, days},
    *,
};
use crate::{
    evidence::{
        kept::Kept,
        row::Row,
        tally::tests::{id, row},
    },
    record::counted::Spent,
};

fn january() -> Period {
    days("2026-01-01", "2026-01-31")
}

/// The months of a quarter, and the quarter.
fn months() -> [Period; 4] {
    [
        january(),
        days("2026-02-01", "2026-02-28"),
        days("2026-03-01", "2026-03-31"),
        days("2026-01-01", "2026-03-31"),
    ]
}

/// Conversations of a quarter, each with a spend and a length.
fn of_a_quarter() -> Vec<Row> {
    let of = |nth: usize| Row {
        id: id(nth),
        talk_minutes: Some(20 + nth as u32 % 4 * 10),
        void: false,
        old_way: None,
        spent: vec![Spent {
            pence: 1_000 + nth as u32 % 4 * 3_000,
            what: String::new(),
        }],
        // Four of every day from 1 January on.
        ..row_at(nth as i64 / 4)
    };
    (0..360).map(of).collect()
}

fn row_at(day: i64) -> Row {
    let one = row(0, ((day * 6, 0, 0, 9), (4, 0, 0, 30)));
    Row {
        person: Some(format!("Somebody {day}")),
        ..one
    }
}

/// The middle of the lengths, and the money, where they are said.
fn middle_and_money(cleared: &Cleared) -> (Option<f64>, Option<u64>) {
    let measure = |id| cleared.report().measure(id).expect("is there");
    let length = measure(MeasureId::Length).spreads.iter();
    let mut middles = length.filter_map(|one| one.spread.map(|spread| spread.median));
    (middles.next(), measure(MeasureId::Spends).sums[0].pence)
}

#[test]
fn a_quarter_has_its_medians_and_its_money_after_its_months_were_given() {
    let rows = of_a_quarter();
    let mut given: Vec<Given> = vec![];
    for period in months() {
        let report = at(period, &rows, &Kept::default());
        let alone = middle_and_money(&Cleared::of(report.clone()));
        let cleared = Cleared::beside(report, None, &given);
        assert!(alone.0.is_some() && alone.1.is_some(), "{alone:?}");
        assert_eq!(middle_and_money(&cleared), alone, "{}", period.name());
        given.push(Given::read(&cleared.given().text()).expect("as it was written"));
    }
    let (quarter, months) = given.split_last().expect("four");
    let (middle, _) = middle_and_money(&Cleared::of(at(quarter.period(), &rows, &Kept::default())));
    let again = |rows: &[Row], given: &[Given]| {
        let report = at(quarter.period(), rows, &Kept::default());
        middle_and_money(&Cleared::beside(report, None, given))
    };
    // One spend was put right since its month was given: the quarter less its months would say by how much.
    let mut changed = rows.clone();
    changed[70].spent[0].pence += 500;
    assert_eq!(again(&changed, months), (middle, None));
    assert_eq!(again(&changed, &given), (middle, None));
    // Eight that are new are many enough to be counted, and too few beside the months for a middle.
    let fewer = Cleared::of(at(quarter.period(), &rows[..316], &Kept::default()));
    let given = [fewer.given().clone()];
    assert_eq!(again(&rows[..324], &given), (None, None));
    assert!(again(&rows, &given).0.is_some());
}

#[test]
fn beside_what_was_given_before_it_was_remembered_of_whom_nothing_else_is_said() {
    let rows = of_a_quarter();
    let first = Cleared::of(at(january(), &rows, &Kept::default()));
    let mut text: serde_json::Value = serde_json::from_str(&first.given().text()).expect("json");
    text.as_object_mut().expect("an object").remove("whose");
    let old = [Given::read(&text.to_string()).expect("an older form")];
    let beside = |period| Cleared::beside(at(period, &rows, &Kept::default()), None, &old);
    assert_eq!(middle_and_money(&beside(months()[3])), (None, None));
    assert_eq!(
        middle_and_money(&beside(january())),
        middle_and_money(&first)
    );
}
