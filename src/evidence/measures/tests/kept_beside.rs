//! What is kept beside the records: what was counted elsewhere, what people said, stories; and the old way.

use super::*;
use crate::evidence::{
    baseline::BeforeAmount,
    brought::{Brought, BroughtAmount, What},
    compare::Share,
    feedback::{Answer, Answered, Asked, Feedback},
    said,
};

fn brought(what: What, days: (&str, &str), amount: BroughtAmount) -> Brought {
    Brought {
        what,
        period: period(days.0, days.1),
        amount,
        counted_by: "S. Lane".to_owned(),
        definition: None,
    }
}

#[test]
fn what_was_counted_elsewhere_is_added_up_and_other_days_are_named() {
    let (january, rest) = (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-03-31"));
    let of = |count, of| BroughtAmount::Count { count, of };
    let started = What::LongTermSupportStarted;
    let kept = Kept {
        brought: vec![
            brought(started, january, of(4, Some(60))),
            brought(started, rest, of(8, Some(88))),
            brought(started, ("2025-12-01", "2026-01-31"), of(9, Some(70))),
            brought(What::Complaints, january, of(2, None)),
            brought(What::CostUp, rest, BroughtAmount::Pence(120_050)),
        ],
        ..Kept::default()
    };
    let report = report_with(&[], &kept);
    let elsewhere = measure(&report, MeasureId::Elsewhere);
    let names: Vec<_> = elsewhere.tables.iter().map(|table| table.name).collect();
    assert_eq!(names, ["started", "complaints"]);
    assert_eq!(elsewhere.tables[0].total.known(), Some(12));
    assert_eq!(elsewhere.sums[0].pence, Some(120_050));
    let NowAmount::Share { count, of, .. } = &elsewhere.figures[0].amount else {
        panic!("a share");
    };
    assert_eq!((count.known(), of.known()), (Some(12), Some(148)));
    let left_out: Vec<_> = elsewhere
        .read_with
        .iter()
        .filter(|note| note.contains("left out"))
        .collect();
    assert_eq!(
        left_out,
        [
            "People who started long-term support: what S. Lane counted is of December 2025 to \
          January 2026. Those days are not all within these, so it is left out."
        ]
    );
}

#[test]
fn two_counts_of_the_same_days_are_told_to_count_twice() {
    let count = BroughtAmount::Count { count: 4, of: None };
    let kept = Kept {
        brought: vec![
            brought(What::Complaints, ("2026-01-01", "2026-03-31"), count),
            brought(What::Complaints, ("2026-01-01", "2026-01-31"), count),
        ],
        ..Kept::default()
    };
    let report = report_with(&[], &kept);
    let notes = &measure(&report, MeasureId::Elsewhere).read_with;
    let twice = |note: &String| note.contains("two counts are about some of the same days");
    assert_eq!(notes.iter().filter(|note| twice(note)).count(), 1);
}

#[test]
fn what_people_and_staff_said_is_counted_by_question_and_nobody_else() {
    let told = |asked, on: &str, answers: &[(usize, Answer)]| Feedback {
        on: day(on),
        asked,
        asked_by: Some(
            if asked == Asked::Staff {
                "A volunteer"
            } else {
                "priya  n"
            }
            .to_owned(),
        ),
        answers: answers
            .iter()
            .map(|&(question, answer)| Answered {
                question,
                answer,
                words: None,
            })
            .collect(),
    };
    let kept = Kept {
        feedback: vec![
            told(
                Asked::People,
                "2026-01-05",
                &[(0, Answer::Yes), (4, Answer::No)],
            ),
            told(Asked::People, "2026-03-31", &[(0, Answer::Partly)]),
            told(Asked::People, "2026-04-01", &[(0, Answer::No)]),
            told(Asked::Staff, "2026-02-01", &[(0, Answer::RatherNotSay)]),
        ],
        worker: Some("Priya N".to_owned()),
        ..Kept::default()
    };
    let report = report_with(&[], &kept);
    let people = measure(&report, MeasureId::Said);
    assert_eq!(table(people, "q1").title, Asked::People.questions()[0]);
    assert_eq!(groups(people, "q1"), ["Yes 1", "Partly 1"]);
    assert_eq!(groups(people, "q5"), ["No 1", "Skipped 1"]);
    assert_eq!(groups(people, "who-asked"), ["The worker who knows them 2"]);
    assert!(said::answer(people).contains("2 of 2 were asked by the worker who knows them."));
    let staff = measure(&report, MeasureId::Staff);
    assert_eq!(groups(staff, "who-asked"), ["Somebody else 1"]);
    assert_eq!(groups(staff, "q1"), ["Rather not say 1"]);
    assert_eq!(groups(staff, "q6"), ["Skipped 1"]);
}

#[test]
fn conversations_held_the_old_way_make_a_baseline_by_the_same_rules() {
    let old = |nth, started: &str, handed: usize, minutes| Row {
        old_way: Some("The old form".to_owned()),
        handed_over: vec![None; handed],
        talk_minutes: Some(minutes),
        ..row(nth, started)
    };
    let rows = [
        old(1, "2025-11-03T10:00", 1, 50),
        old(2, "2025-10-01T10:00", 0, 70),
        Row {
            void: true,
            ..old(3, "2025-09-01T10:00", 4, 99)
        },
        Row {
            old_way: Some(String::new()),
            ..old(4, "2026-01-05T10:00", 0, 20)
        },
        row(5, "2026-01-05T10:00"),
    ];
    let mut tally = Tally::new(first_quarter(), today());
    rows.iter().for_each(|row| tally.take(row));
    let baselines = tally.baselines();
    let names: Vec<_> = baselines.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["The old way", "The old form"]);
    let old_form = &baselines[1];
    assert_eq!(old_form.period, period("2025-10-01", "2025-11-03"));
    assert_eq!(
        old_form.counted_by,
        "Counted from 2 conversations held the old way"
    );
    let amount = |figure| {
        let figures = old_form.figures.iter();
        figures
            .clone()
            .find(|before| before.figure == figure)
            .map(|before| before.amount.clone())
    };
    let share = Share::new(1, 2).expect("a share");
    assert_eq!(amount(Figure::HandedOver), Some(BeforeAmount::Share(share)));
    let minutes = BeforeAmount::Values(vec![70.0, 50.0]);
    assert_eq!(amount(Figure::TalkMinutes), Some(minutes));
    // Nobody promised anything, and no crisis began.
    assert_eq!(amount(Figure::DoneByDay), None);
    assert_eq!(amount(Figure::DaysToSteady), None);
    assert_eq!(
        baselines[0].counted_by,
        "Counted from 1 conversation held the old way"
    );
}
