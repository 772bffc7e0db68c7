//! Baselines read, written, asked for, and set against a report.

use proptest::prelude::*;

use super::{
    ask::{Asking, NotTaken, Question},
    *,
};
use crate::{
    evidence::{
        compare::Went,
        measure::MeasureId,
        report::{Amount, Count, Counted, Measure, Members, Now, NowAmount, Population, Report},
        said,
    },
    guide::Severity,
};

const NORTH: &str = "\
format = 1
name = \"North team, the 12 weeks before\"
from = 2025-06-16
to = 2025-09-07
counted_by = \"S. Lane\"
read_with_care = \"Site took one postcode; two extra workers.\"

[[figures]]
figure = \"talk-within-3-days\"
count = 31
of = 112
definition = \"From first contact logged to first conversation started.\"
";

fn whole(text: &str) -> Baseline {
    let (baseline, problems) = read(text, "a.toml");
    assert_eq!(problems, []);
    baseline.expect("sound")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).expect("in order")
}

fn share(figure: Figure, count: usize, of: usize) -> Now {
    Now {
        figure,
        of: Population::People,
        amount: NowAmount::Share {
            count: Count::Is(count),
            of: Count::Is(of),
            members: Members::new(),
            others: Members::new(),
        },
    }
}

fn values(figure: Figure, values: &[f64]) -> Now {
    Now {
        figure,
        of: Population::People,
        amount: NowAmount::Values {
            n: Count::Is(values.len()),
            values: values.to_vec(),
            members: Members::new(),
        },
    }
}

fn report(figures: Vec<Now>) -> Report {
    let mut measures = MeasureId::ALL.map(Measure::new).to_vec();
    for now in figures {
        let id = now.figure.measure();
        let mut found = measures.iter_mut().filter(|measure| measure.id == id);
        found.next().expect("all are there").figures.push(now);
    }
    Report {
        period: period("2025-09-08", "2025-12-01"),
        made: day("2026-01-10"),
        counted: Counted::default(),
        measures,
        stories: vec![],
        troubles: vec![],
    }
}

/// The first comparison of a report with one figure.
fn compared(baseline: &str, now: Now) -> crate::evidence::report::Comparison {
    let id = now.figure.measure();
    let mut report = report(vec![now]);
    compare(&mut report, &[whole(baseline)]);
    report.measure(id).expect("is there").comparisons[0].clone()
}

#[test]
fn a_figure_beside_a_baseline_is_before_now_and_which_way_it_went() {
    let seen = compared(NORTH, share(Figure::TalkWithin3Days, 39, 64));
    let of = |count, of| Amount::Share {
        count: Count::Is(count),
        of: Count::Is(of),
    };
    assert_eq!((seen.before, seen.now), (of(31, 112), of(39, 64)));
    assert_eq!(seen.went, Some(Went::Up));
    let interval = seen.interval.expect("enough");
    assert!(interval.from > 0.17 && interval.to < 0.47, "{interval:?}");
    assert_eq!(seen.name, "North team, the 12 weeks before");
    assert_eq!(seen.counted_by, "S. Lane");
    assert!(
        seen.definition
            .is_some_and(|said| said.starts_with("From first contact logged"))
    );
    let last = seen.warnings.last().map(String::as_str);
    assert_eq!(
        last,
        Some("Read with care: Site took one postcode; two extra workers.")
    );
}

#[test]
fn of_under_ten_there_is_a_direction_at_most_and_no_percentage() {
    let seen = compared(NORTH, share(Figure::TalkWithin3Days, 9, 9));
    assert_eq!((seen.interval, seen.went), (None, Some(Went::Up)));
    let few = |said: &String| said.starts_with("Now is of 9. Under 10");
    assert!(said::warnings(&seen).iter().any(few));
    let seen = compared(NORTH, share(Figure::TalkWithin3Days, 2, 9));
    assert_eq!(seen.went, Some(Went::NoClearChange));
    let seen = compared(NORTH, share(Figure::TalkWithin3Days, 0, 0));
    assert_eq!((seen.interval, seen.went), (None, None));
    let nothing = |said: &String| said.contains("nothing to count");
    assert!(said::warnings(&seen).iter().any(nothing));
}

#[test]
fn a_middle_alone_has_no_interval_and_values_have_one() {
    let middle = NORTH.replace(
        "\"talk-within-3-days\"\ncount = 31\nof = 112",
        "\"days-to-first-talk\"\nn = 40\nmedian = 11\nlower = 6\nupper = 19.5",
    );
    let now: Vec<f64> = (0..20).map(|n| f64::from(n % 5)).collect();
    let seen = compared(&middle, values(Figure::DaysToFirstTalk, &now));
    let before = Amount::Median {
        n: Count::Is(40),
        median: Some(11.0),
        quartiles: Some((6.0, 19.5)),
    };
    assert_eq!(
        (seen.before, seen.interval, seen.went),
        (before, None, None)
    );
    assert!(
        seen.warnings
            .iter()
            .any(|said| said.starts_with("Only the middle"))
    );

    let each = middle.replace(
        "n = 40\nmedian = 11\nlower = 6\nupper = 19.5",
        "values = [5, 9, 11, 12, 14.5, 20, 21, 30, 31, 40]",
    );
    let seen = compared(&each, values(Figure::DaysToFirstTalk, &now));
    assert_eq!(seen.went, Some(Went::Down));
    let seen = compared(&each, values(Figure::DaysToFirstTalk, &now[..4]));
    assert_eq!(seen.went, None);
    let few = |said: &String| said.contains("Under 5");
    assert!(said::warnings(&seen).iter().any(few));
}

#[test]
fn returned_figures_from_either_side_of_april_2023_are_said_not_to_agree() {
    let changed = |from: &str, to: &str, returned: bool| {
        let days = format!("from = {from}\nto = {to}\nreturned = {returned}");
        let text = NORTH.replace("from = 2025-06-16\nto = 2025-09-07", &days);
        let (baseline, problems) = read(&text, "a.toml");
        let mut report = report(vec![share(Figure::TalkWithin3Days, 39, 64)]);
        compare(&mut report, &[baseline.expect("warned of at most")]);
        let seen = &report
            .measure(MeasureId::FirstTalk)
            .expect("is there")
            .comparisons[0];
        let said = seen
            .warnings
            .iter()
            .find(|said| said.contains("1 April 2023"));
        (problems.len(), said.map(|said| said[..33].to_owned()))
    };
    let over = changed("2022-10-01", "2023-09-30", true);
    assert_eq!(
        over,
        (1, Some("This before reaches over 1 April ".to_owned()))
    );
    let until = changed("2022-04-01", "2023-03-31", true);
    assert_eq!(
        until,
        (0, Some("This before was returned before 1".to_owned()))
    );
    assert_eq!(changed("2023-04-01", "2024-03-31", true), (0, None));
    // A report that itself reaches back over that day.
    let reaches_back = |from: &str| {
        let days = format!("from = {from}\nto = 2025-01-31\nreturned = true");
        let text = NORTH.replace("from = 2025-06-16\nto = 2025-09-07", &days);
        let mut report = report(vec![share(Figure::TalkWithin3Days, 39, 64)]);
        report.period = period("2023-03-01", "2023-05-31");
        compare(&mut report, &[whole(&text)]);
        let measure = report.measure(MeasureId::FirstTalk).expect("is there");
        let mut said = measure.comparisons[0].warnings.iter();
        said.any(|said| said.starts_with("This before was returned after 1 April 2023"))
    };
    assert!(reaches_back("2024-01-01"));
    assert_eq!(changed("2022-10-01", "2023-09-30", false), (0, None));
}

#[test]
fn what_was_counted_as_we_count_it_is_not_doubted() {
    let doubted = |definition: &str| {
        let text = NORTH.replace(
            "From first contact logged to first conversation started.",
            definition,
        );
        let seen = compared(&text, share(Figure::TalkWithin3Days, 39, 64));
        seen.warnings
            .iter()
            .any(|said| said.starts_with("Now, counted: "))
    };
    assert!(doubted("By the diary."));
    assert!(!doubted(
        &said::counted(Figure::TalkWithin3Days).to_uppercase()
    ));
}

#[test]
fn periods_of_other_lengths_and_the_covid_years_are_said() {
    let text = NORTH.replace("from = 2025-06-16", "from = 2021-01-01");
    let seen = compared(&text, share(Figure::TalkWithin3Days, 39, 64));
    assert!(
        seen.warnings
            .iter()
            .any(|said| said == "Before is of 1711 days, now of 85 days.")
    );
    assert!(seen.warnings.iter().any(|said| said.contains("Covid")));
    let seen = compared(NORTH, share(Figure::TalkWithin3Days, 39, 64));
    assert!(
        !seen
            .warnings
            .iter()
            .any(|said| said.contains("days, now") || said.contains("Covid"))
    );
}

#[test]
fn days_that_are_not_over_count_up_to_today_and_that_is_said() {
    let seen = |from: &str, to: &str, made: &str| {
        let mut report = report(vec![share(Figure::TalkWithin3Days, 39, 64)]);
        (report.period, report.made) = (period(from, to), day(made));
        compare(&mut report, &[whole(NORTH)]);
        let measure = report.measure(MeasureId::FirstTalk).expect("is there");
        let warnings = measure.comparisons[0].warnings.iter();
        let about = |said: &&String| said.contains("days, now") || said.contains("not over");
        (
            report.not_over(),
            warnings.filter(about).cloned().collect::<Vec<_>>(),
        )
    };
    let not_over = "These days are not over: up to 10 January.".to_owned();
    assert_eq!(
        seen("2026-01-01", "2026-03-31", "2026-01-10"),
        (
            Some(not_over.clone()),
            vec!["Before is of 84 days, now of 10 days.".to_owned(), not_over]
        )
    );
    assert_eq!(
        seen("2026-01-01", "2026-03-31", "2026-03-31"),
        (None, vec![])
    );
}

#[test]
fn of_values_that_are_mostly_the_same_no_direction_is_said_and_why() {
    let each = NORTH.replace(
        "\"talk-within-3-days\"\ncount = 31\nof = 112",
        "\"days-to-first-talk\"\nvalues = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
    );
    let seen = compared(&each, values(Figure::DaysToFirstTalk, &[2.0; 14]));
    assert_eq!((seen.interval, seen.went), (None, None));
    assert_eq!(
        seen.warnings[0],
        "Too many of the values are the same to say how sure this is."
    );
    assert_eq!(
        said::comparison(&seen).difference,
        "Nobody can say whether that is a change."
    );
}

#[test]
fn a_figure_with_nothing_now_is_not_lost_and_comparing_again_says_nothing_twice() {
    let mut report = report(vec![]);
    for _ in 0..2 {
        compare(&mut report, &[whole(NORTH)]);
    }
    let measure = report.measure(MeasureId::FirstTalk).expect("is there");
    assert_eq!((measure.comparisons.len(), measure.read_with.len()), (0, 1));
}

/// Answers every question in turn.
fn asked(answers: &[&str]) -> Asking {
    let mut asking = Asking::on(day("2026-03-10"), vec!["South".to_owned()]);
    for answer in answers {
        assert_eq!(asking.answer(answer), Ok(()), "{answer}");
    }
    asking
}

#[test]
fn a_baseline_is_made_by_answering_a_few_questions() {
    let asking = asked(&[
        "North team, the 12 weeks before",
        "16 june 2025",
        "7 september 2025",
        "S. Lane",
        "",
        "Site took one postcode; two extra workers.",
        "talk within 3 days",
        "31 of 112",
        "From first contact logged to first conversation started.",
        "",
    ]);
    assert_eq!(asking.question(), None);
    assert_eq!(asking.baseline(), Some(whole(NORTH)));
}

#[test]
fn an_answer_that_is_none_is_asked_for_again_and_half_a_baseline_is_none() {
    let mut asking = asked(&["North", "1 june 2025"]);
    assert!(matches!(
        asking.answer("1 may 2025"),
        Err(NotTaken::Days(_))
    ));
    assert!(matches!(asking.answer("soon"), Err(NotTaken::Days(_))));
    assert_eq!(asking.question(), Some(Question::To));
    for answer in ["30 june 2025", "Ann", "n", ""] {
        assert_eq!(asking.answer(answer), Ok(()));
    }
    assert_eq!(asking.answer(""), Err(NotTaken::NoFigures));
    let meant = NotTaken::NoFigure("Did you mean `crisis`?".to_owned());
    assert_eq!(asking.answer("crises"), Err(meant));
    assert_eq!(asking.answer("crisis"), Ok(()));
    assert_eq!(asking.answer("31"), Err(NotTaken::NotAShare));
    assert_eq!(asking.answer("31 of 12"), Err(NotTaken::NotThatMany));
    assert_eq!(asking.answer("3/12"), Ok(()));
    assert_eq!(asking.answer(""), Ok(()));
    assert_eq!(asking.answer("crisis"), Err(NotTaken::Twice));
    assert_eq!(asking.answer("words"), Ok(()));
    assert_eq!(asking.answer("many"), Err(NotTaken::NotValues));
    assert_eq!(asking.answer("3 11, 4.5"), Ok(()));
    assert_eq!(asking.baseline(), None);
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_the_same(
        name in "[^\u{0}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{2028}\u{2029}]{1,40}",
        count in 0_usize..500,
        more in 1_usize..500,
        values in prop::collection::vec(0_u32..100_000, 1..20),
        is_returned: bool,
    ) {
        prop_assume!(!name.trim().is_empty());
        let before = |figure, amount| Before { figure, definition: name.clone(), amount, who: None };
        let share = Share::new(count, count + more).expect("a share");
        let values: Vec<f64> = values.iter().map(|value| f64::from(*value) / 4.0).collect();
        let middle = BeforeAmount::Middle { n: more, median: values[0], quartiles: Some((0.0, values[0])) };
        let baseline = Baseline {
            name: name.clone(),
            period: period("2023-04-01", "2024-03-31"),
            counted_by: name.clone(),
            is_returned,
            read_with_care: Some(name.clone()),
            figures: vec![
                before(Figure::Crisis, BeforeAmount::Share(share)),
                before(Figure::Words, BeforeAmount::Values(values)),
                before(Figure::DaysToSteady, middle),
            ],
        };
        prop_assert_eq!(read(&text_of(&baseline), "a.toml"), (Some(baseline), vec![]));
    }

    #[test]
    fn any_text_is_a_baseline_or_found_fault_with(text in "[a-z0-9=\\[\\]\",\n.#-]{0,200}") {
        let rows = format!("name,from,to,counted_by,figure,count,of,definition\n{text}");
        for (text, name) in [(&text, "a.toml"), (&text, "a.csv"), (&rows, "a.CSV")] {
            let (baseline, problems) = read(text, name);
            let is_wrong = problems.iter().any(|problem| problem.severity == Severity::Error);
            prop_assert_eq!(baseline.is_none(), is_wrong);
            for problem in problems {
                prop_assert!(text.get(problem.span).is_some());
            }
        }
    }
}
