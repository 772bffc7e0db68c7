//! The ordinary rhythm: each month is given, then the quarter.

use super::{
    beside::{Reader, at, days},
    *,
};
use crate::{
    evidence::{
        json::json,
        kept::Kept,
        page::page,
        row::Row,
        tally::tests::{day, id, row},
        text::text,
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

#[test]
fn every_form_of_a_report_says_beside_which_others_numbers_are_not_shown() {
    let rows = of_a_quarter();
    let made = day("2026-05-15");
    let forms = |period, given: &[Given]| {
        let cleared = Cleared::beside(at(period, &rows, &Kept::default()), None, given);
        let data = json(&cleared, made)["not_shown"].to_string();
        let lines = text(&cleared, made)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        (cleared.given().clone(), [data, lines, page(&cleared, made)])
    };
    let days_to = |last: u32| days("2026-01-01", &format!("2026-03-{last}"));
    let mut given = vec![];
    for period in [months()[1], months()[0]] {
        let (its, forms) = forms(period, &given);
        assert!(forms.iter().all(|form| !form.contains("Not shown beside")));
        given.push(its);
    }
    let two = "Not shown beside what was given of January 2026, February 2026:";
    let (_, said) = forms(months()[3], &given);
    assert!(said.iter().all(|form| form.contains(two)), "{}", said[0]);
    given.extend((20..26).map(|last| forms(days_to(last), &[]).0));
    let (_, said) = forms(months()[3], &given);
    assert!(
        said.iter().all(|form| form.contains(" and 2 others:")),
        "{}",
        said[0]
    );
    // The very same again is beside itself no other.
    let (_, said) = forms(january(), &given[1..2]);
    assert!(
        said.iter().all(|form| !form.contains("Not shown beside")),
        "{}",
        said[0]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_money_of_a_few_cannot_be_worked_out_from_the_sums_of_months_and_quarters(
        more in prop::collection::vec(prop_oneof![5 => Just(0_usize), 1 => 0_usize..30], 4),
        again in prop::collection::vec((0_usize..4, 0_usize..30), 0..3),
        put_right in (0_usize..5, 0_usize..240),
    ) {
        let mut rows = of_a_quarter();
        // Those of any month may come late.
        rows.sort_by_key(|row| Known::by(row.id.as_str()));
        let (mut given, mut reader, mut there) = (vec![], Reader::default(), 250);
        let (when, which) = put_right;
        for (nth, (period, more)) in (0..4).zip(more).chain(again).enumerate() {
            there += more;
            if nth == when {
                rows[which].spent[0].pence += 500;
            }
            let (period, rows) = (months()[period], &rows[..there.min(360)]);
            let cleared = Cleared::beside(at(period, rows, &Kept::default()), None, &given);
            reader.reads_the_sum(period, rows, &cleared);
            given.push(cleared.given().clone());
        }
        prop_assert!(!reader.finds_money());
    }
}
