//! What a reader is told: of what was counted, of nothing, and of what may not be said.

mod compared;

use compared::shares;

use super::*;
use crate::evidence::{
    kept::Kept,
    measure::Unit,
    period::Period,
    report::{
        Comparison, Count, Group, Measure, Members, Now, NowAmount, Population, Sum, Summary, Table,
    },
    spread::Spread,
    tally::Tally,
};

mod asked;

fn period() -> Period {
    let day = |text: &str| text.parse().expect("a day");
    Period::new(day("2026-01-01"), day("2026-03-31")).expect("in order")
}

fn members(held: u32) -> Members {
    (0..held).collect()
}

/// A table of so many in each of its groups, numbered on.
fn table(name: &'static str, of: Population, groups: &[(&str, u32)]) -> Table {
    let mut next = 0;
    let groups = groups.iter().map(|(name, held)| {
        let from = next;
        next += held;
        Group::of(*name, (from..next).collect())
    });
    Table::of(name, name, of, groups.collect())
}

fn share_now(figure: Figure, held: usize, of: usize) -> Now {
    Now {
        figure,
        of: Population::Conversations,
        amount: NowAmount::Share {
            count: Count::Is(held),
            of: Count::Is(of),
            members: Members::new(),
            others: Members::new(),
        },
    }
}

fn spread_of(figure: Figure, unit: Unit, values: &[f64]) -> Summary {
    Summary {
        title: super::figure(figure).to_owned(),
        figure: Some(figure),
        unit,
        of: Population::NextSteps,
        n: Count::Is(values.len()),
        spread: Spread::of(values.iter().copied()),
        members: members(values.len() as u32),
    }
}

/// The next steps of ux.md 2.9.
fn next_steps() -> Measure {
    let held = [31, 46, 27, 12, 0, 9, 3];
    let days: Vec<(&str, u32)> = groups::STEP_DAYS.into_iter().zip(held).collect();
    let values: Vec<f64> = (0..116).map(|nth| f64::from(nth % 5)).collect();
    Measure {
        tables: vec![table("days", Population::NextSteps, &days)],
        spreads: vec![spread_of(Figure::DaysToNextStep, Unit::Days, &values)],
        figures: vec![share_now(Figure::DoneByDay, 81, 116)],
        ..Measure::new(MeasureId::NextSteps)
    }
}

#[test]
fn next_steps_read_as_drawn() {
    assert_eq!(
        answer(&next_steps()),
        "128 next steps. 7 in 10 done by the day agreed. Median 2 days."
    );
}

#[test]
fn of_few_it_is_counts_and_never_a_share_of_a_hundred_or_ten() {
    let mut few = next_steps();
    few.figures = vec![share_now(Figure::DoneByDay, 4, 9)];
    few.spreads = vec![spread_of(Figure::DaysToNextStep, Unit::Days, &[1.0, 2.0])];
    assert_eq!(
        answer(&few),
        "128 next steps. 4 of 9 done by the day agreed. Median 1.5 days, of 2."
    );
    assert_eq!(share(Count::Is(4), Count::Is(9)), "4 of 9");
    assert_eq!(share(Count::Is(39), Count::Is(64)), "39 of 64 (61%)");
    assert_eq!(share(Count::Is(0), Count::Is(0)), "0 of 0");
    assert_eq!(share(Count::Hidden, Count::Is(64)), NOT_SHOWN);
    assert_eq!(share(Count::Is(39), Count::Hidden), NOT_SHOWN);
}

#[test]
fn tenths_never_say_none_or_all_where_that_is_not_so() {
    let in_ten = |held, of| numbers::in_ten(Count::Is(held), Count::Is(of)).expect("some");
    assert_eq!(in_ten(0, 40), "None");
    assert_eq!(in_ten(1, 40), "Fewer than 1 in 10");
    assert_eq!(in_ten(26, 40), "7 in 10");
    assert_eq!(in_ten(39, 40), "More than 9 in 10");
    assert_eq!(in_ten(40, 40), "All");
    assert_eq!(numbers::in_ten(Count::Is(0), Count::Is(0)), None);
}

#[test]
fn amounts_read_as_people_write_them() {
    assert_eq!(amount(1.0, Unit::Days), "1 day");
    assert_eq!(amount(0.0, Unit::Contacts), "0 contacts");
    assert_eq!(amount(1.25, Unit::Minutes), "1.25 minutes");
    assert_eq!(amount(1_204.0, Unit::Words), "1,204 words");
    assert_eq!(amount(22.0, Unit::Pounds), "£22");
    assert_eq!(amount(4.5, Unit::Pounds), "£4.50");
    assert_eq!(count(Count::Is(1_234_567)), "1,234,567");
    assert_eq!(count(Count::Is(999)), "999");
    assert_eq!(count(Count::Hidden), NOT_SHOWN);
}

#[test]
fn a_spread_says_its_middle_half_and_how_many_there_are() {
    let values: Vec<f64> = (0..=8).map(f64::from).collect();
    let whole = spread_of(Figure::DaysToNextStep, Unit::Days, &values);
    assert_eq!(
        summary(&whole),
        "Median 4 days, half of them between 2 and 6 (9 next steps)."
    );
    let one = spread_of(Figure::DaysToNextStep, Unit::Days, &[4.0]);
    assert_eq!(summary(&one), "4 days (1 next step).");
    let none = spread_of(Figure::DaysToNextStep, Unit::Days, &[]);
    assert_eq!(summary(&none), "Nothing to say yet.");
    let hidden = Summary {
        n: Count::Hidden,
        spread: None,
        ..whole
    };
    assert_eq!(summary(&hidden), "Not shown.");
}

#[test]
fn a_sum_says_of_how_many_it_is() {
    let spends = Sum {
        title: ALL_SPENDS.to_owned(),
        pence: Some(41_250),
        n: Count::Is(31),
        of: Population::Spends,
        members: Members::new(),
    };
    assert_eq!(sum(&spends), "£412.50 in 31 spends.");
    let elsewhere = Sum {
        n: Count::Is(0),
        of: Population::Elsewhere,
        ..spends.clone()
    };
    assert_eq!(sum(&elsewhere), "£412.50.");
    let hidden = Sum {
        pence: None,
        n: Count::Hidden,
        ..spends
    };
    assert_eq!(sum(&hidden), "Not shown.");
}

#[test]
fn where_nothing_was_counted_every_measure_says_so_in_a_sentence() {
    let day = "2026-04-10".parse().expect("a day");
    let report = Tally::new(period(), day).report(&Kept::default());
    for measure in &report.measures {
        let answer = answer(measure);
        let words = answer.trim_start_matches("No").trim_start_matches("body");
        assert!(
            words.len() < answer.len() || answer.starts_with("Nothing"),
            "{answer}"
        );
        assert!(answer.ends_with('.') && answer.len() <= 75, "{answer}");
    }
}

/// A measure of which nothing may be said.
fn hidden(mut measure: Measure) -> Measure {
    for table in &mut measure.tables {
        table.total = Count::Hidden;
        table
            .groups
            .iter_mut()
            .for_each(|group| group.count = Count::Hidden);
    }
    for spread in &mut measure.spreads {
        (spread.n, spread.spread) = (Count::Hidden, None);
    }
    for sum in &mut measure.sums {
        (sum.n, sum.pence) = (Count::Hidden, None);
    }
    for now in &mut measure.figures {
        match &mut now.amount {
            NowAmount::Share { count, of, .. } => (*count, *of) = (Count::Hidden, Count::Hidden),
            NowAmount::Values { n, values, .. } => {
                *n = Count::Hidden;
                values.clear();
            }
        }
    }
    measure
}

#[test]
fn of_what_may_not_be_said_no_number_is_said() {
    let day = "2026-04-10".parse().expect("a day");
    let report = Tally::new(period(), day).report(&Kept::default());
    let measures = report.measures.into_iter().chain([next_steps()]);
    for measure in measures.filter(|measure| !measure.tables.is_empty()) {
        let answer = answer(&hidden(measure.clone()));
        // Months are no count of anybody.
        let numbers = answer.replace("of 3 months", "").replace("of 9 months", "");
        let numbers = numbers.replace("of 12 months", "");
        let few_staff = "Fewer than five staff answered, so nothing is shown.";
        let is_said = answer.starts_with(NOT_SHOWN) || answer == few_staff;
        assert!(
            !numbers.contains(|letter: char| letter.is_ascii_digit()),
            "{answer}"
        );
        assert!(is_said, "{:?}: {answer}", measure.id);
    }
    assert_eq!(answer(&hidden(next_steps())), "Not shown.");
}

#[test]
fn what_may_be_said_is_said_beside_what_may_not() {
    let conversations = table(
        "conversations",
        Population::Conversations,
        &[
            ("Listen and connect", 97),
            ("Crisis", 34),
            ("Good life", 17),
        ],
    );
    let mut kinds = Measure {
        tables: vec![conversations],
        figures: vec![share_now(Figure::Moved, 0, 148)],
        ..Measure::new(MeasureId::Kinds)
    };
    assert_eq!(
        answer(&kinds),
        "148 conversations. 97 listen and connect, 34 crisis, 17 good life."
    );
    kinds.tables[0].groups[1].count = Count::Hidden;
    kinds.tables[0].groups[2].count = Count::Hidden;
    assert_eq!(
        answer(&kinds),
        "148 conversations. 97 listen and connect. Others are not shown."
    );
}

#[test]
fn people_who_came_back_are_told_for_each_span_of_months() {
    let back = Measure {
        tables: vec![table(
            "within-3",
            Population::People,
            &[("Back", 12), ("Not back", 68)],
        )],
        figures: vec![
            share_now(Figure::BackWithin3Months, 12, 80),
            share_now(Figure::BackWithin9Months, 4, 9),
            share_now(Figure::BackWithin12Months, 0, 0),
        ],
        ..Measure::new(MeasureId::Back)
    };
    assert_eq!(
        answer(&back),
        "12 of 80 people (15%) back within 3 months. 4 of 9 people back within 9 months. Too \
         soon to say of 12 months."
    );
}

#[test]
fn every_measure_and_figure_has_its_title_and_its_definition_and_no_two_titles_are_alike() {
    let mut titles: Vec<&str> = MeasureId::ALL.into_iter().map(title).collect();
    for id in MeasureId::ALL {
        let said = definition(id);
        let sentences = said.matches(". ").count() + 1;
        assert!(said.ends_with('.') && sentences <= 4, "{said}");
    }
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), MeasureId::ALL.len());
    let mut counted_as: Vec<&str> = Figure::ALL.into_iter().map(counted).collect();
    counted_as.sort_unstable();
    counted_as.dedup();
    assert_eq!(counted_as.len(), Figure::ALL.len());
    assert!(CAVEATS.iter().all(|caveat| caveat.ends_with('.')));
}

#[test]
fn what_a_file_of_the_team_says_cannot_move_the_cursor_or_hide_anything() {
    let typed = Comparison {
        name: "north\u{1b}[2J team".to_owned(),
        counted_by: "S. Lane\u{202e}".to_owned(),
        definition: None,
        warnings: vec!["Care\u{7}.".to_owned()],
        ..shares((31, 112), (39, 64))
    };
    let said = comparison(&typed);
    let all = [said.before, said.now, said.difference].into_iter();
    let all: String = all.chain(said.read_with.clone()).collect();
    assert!(!all.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{all:?}");
    assert_eq!(said.read_with[0], "Nobody said how before was counted.");
}

#[test]
fn what_is_most_often_is_named_and_never_what_was_put_together() {
    let said = |together: u32| {
        let kinds = [
            (groups::SOMETHING_ELSE, together),
            ("Lunch club", 12),
            (groups::NOT_SAID, 56),
        ];
        answer(&Measure {
            tables: vec![table("kinds", Population::Connections, &kinds)],
            figures: vec![share_now(Figure::Connected, 171, 568)],
            ..Measure::new(MeasureId::Connections)
        })
    };
    let known = "79 connections made. 3 in 10 conversations made one. Most often: Lunch club (12).";
    assert_eq!(said(11), known);
    // One of those that were put together may be more.
    let other = "80 connections made. 3 in 10 conversations made one.";
    assert_eq!(said(12), other);
}

#[test]
fn a_share_is_of_those_of_whom_it_is_known_and_the_others_are_a_count() {
    let held = [3, 9, 35];
    let groups: Vec<(&str, u32)> = groups::BACK.into_iter().zip(held).collect();
    let mut back = table("within-3", Population::People, &groups);
    let said = |table: &Table| {
        let groups = table.groups.iter().map(|one| group(one, table));
        groups.collect::<Vec<_>>()
    };
    assert_eq!(said(&back), ["3 of 12 (25%)", "9 of 12 (75%)", "35"]);
    // What is hidden could be worked out from the others and what they are of.
    back.groups[2].count = Count::Hidden;
    assert_eq!(said(&back), ["3", "9", NOT_SHOWN]);
    let typed = Group {
        typed: true,
        ..back.groups[2].clone()
    };
    back.groups[2] = Group {
        count: Count::Is(35),
        ..typed
    };
    assert_eq!(said(&back)[2], "35 of 47 (74%)");
}

#[test]
fn bars_of_one_name_that_stand_apart_are_not_added_together() {
    let week = |name: &str, from: u32, to: u32| Group {
        part: Some("Crisis".to_owned()),
        ..Group::of(name, (from..to).collect())
    };
    let groups = vec![
        week("5 Jan", 0, 2),
        week("12 Jan", 2, 3),
        week("5 Jan", 3, 7),
    ];
    let table = Table::of("weeks", "weeks", Population::Conversations, groups);
    assert_eq!(
        table.by_part(&["Crisis"]),
        [("5 Jan", vec![2]), ("12 Jan", vec![1]), ("5 Jan", vec![4])]
    );
}
