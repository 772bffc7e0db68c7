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
        is_returned: false,
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
fn who_went_from_hospital_to_a_care_home_is_said_of_how_many() {
    let days = ("2026-01-01", "2026-03-31");
    let of = |count, of| BroughtAmount::Count { count, of };
    let kept = Kept {
        brought: vec![
            brought(What::HospitalToCareHome, days, of(3, Some(41))),
            brought(What::Complaints, days, of(2, None)),
        ],
        ..Kept::default()
    };
    let report = report_with(&[], &kept);
    let elsewhere = measure(&report, MeasureId::Elsewhere);
    assert_eq!(
        said::answer(elsewhere),
        "Complaints: 2. People who went from hospital straight into a care home for good: 3 of 41 (7%)."
    );
    // All of a count alone is no share of anything.
    let complaints = table(elsewhere, "complaints");
    assert_eq!(said::group(&complaints.groups[0], complaints), "2");
}

#[test]
fn returned_counts_from_either_side_of_april_2023_are_said_not_to_agree() {
    let (before, after) = (("2023-01-01", "2023-03-31"), ("2023-04-01", "2023-06-30"));
    let notes = |days: &[(&'static str, &'static str)], returned| {
        let count = BroughtAmount::Count { count: 4, of: None };
        let rows = days.iter().map(|days| Brought {
            is_returned: returned,
            ..brought(What::Complaints, *days, count)
        });
        let kept = Kept {
            brought: rows.collect(),
            ..Kept::default()
        };
        let report = Tally::new(period("2023-01-01", "2023-12-31"), today()).report(&kept);
        let notes = &measure(&report, MeasureId::Elsewhere).read_with;
        let mut said = notes.iter().filter(|note| note.contains("1 April 2023"));
        said.next().cloned()
    };
    assert_eq!(
        notes(&[before, after], true).as_deref(),
        Some(
            "Complaints: these days reach over 1 April 2023. The national return changed then, and \
             figures from before and after are not counted alike."
        )
    );
    assert!(notes(&[("2023-03-01", "2023-04-30")], true).is_some());
    assert_eq!(notes(&[before, after], false), None);
    assert_eq!(notes(&[after], true), None);
}

#[test]
fn what_fewer_than_five_staff_said_is_not_shown() {
    let staff = |held: usize| {
        let one = Feedback {
            on: day("2026-02-01"),
            asked: Asked::Staff,
            asked_by: None,
            answers: vec![Answered {
                question: 0,
                answer: Answer::Yes,
                words: None,
            }],
        };
        let kept = Kept {
            feedback: vec![one; held],
            ..Kept::default()
        };
        let report = report_with(&[], &kept);
        let staff = measure(&report, MeasureId::Staff).clone();
        let counted = table(&staff, "q1").count("Yes").and_then(Count::known);
        (said::answer(&staff), counted)
    };
    let (answer, counted) = staff(4);
    assert_eq!(
        answer,
        "Fewer than five staff answered, so nothing is shown."
    );
    assert_eq!(counted, None);
    let (answer, counted) = staff(5);
    assert!(answer.starts_with("5 staff answered."), "{answer}");
    assert_eq!(counted, Some(5));
    assert_eq!(staff(0).0, "Nobody asked staff in these days.");
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
        ]
        .into_iter()
        .chain((0..5).map(|_| told(Asked::Staff, "2026-02-01", &[(0, Answer::RatherNotSay)])))
        .collect(),
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
    assert_eq!(groups(staff, "who-asked"), ["Somebody else 5"]);
    assert_eq!(groups(staff, "q1"), ["Rather not say 5"]);
    assert_eq!(groups(staff, "q6"), ["Skipped 5"]);
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
        "Counted from conversations held the old way"
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
        "Counted from conversations held the old way"
    );
}
