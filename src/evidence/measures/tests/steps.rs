//! Next steps.

use super::*;

/// Eleven steps that differ in what became of them.
fn steps() -> Vec<Row> {
    let (done, dropped) = (StepState::Done, StepState::Dropped);
    let first = Row {
        steps: vec![
            // The same day, and in time.
            step("2026-01-05", Some("2026-01-05"), done, Some("2026-01-05")),
            // Noted as done before it was made.
            step("2026-01-05", None, done, Some("2026-01-04")),
            // Two days, and late.
            step("2026-01-05", Some("2026-01-06"), done, Some("2026-01-07")),
            // Seven days.
            step("2026-01-05", Some("2026-01-12"), done, Some("2026-01-12")),
            // Eight.
            step("2026-01-05", Some("2026-01-12"), done, Some("2026-01-13")),
            // Nobody noted the day.
            step("2026-01-05", Some("2026-01-06"), done, None),
        ],
        ..row(1, "2026-01-05T10:00")
    };
    let second = Row {
        steps: vec![
            step("2026-03-05", Some("2026-03-06"), StepState::Open, None),
            step("2026-03-05", Some("2026-04-10"), StepState::Tried, None),
            step("2026-03-05", None, StepState::Moved, None),
            step(
                "2026-03-05",
                Some("2026-03-06"),
                dropped,
                Some("2026-03-05"),
            ),
        ],
        ..row(2, "2026-03-05T10:00")
    };
    let of_other_days = Row {
        steps: vec![step(
            "2025-03-05",
            Some("2025-03-06"),
            StepState::Open,
            None,
        )],
        ..row(3, "2025-03-05T10:00")
    };
    vec![first, second, of_other_days]
}

#[test]
fn next_steps_are_told_by_how_long_they_took() {
    let report = report(&steps());
    let steps = measure(&report, MeasureId::NextSteps);
    assert_eq!(
        groups(steps, "days"),
        [
            "Same day 2",
            "1 to 2 days 1",
            "3 to 7 days 1",
            "Over a week 1",
            "Done, day not known 1",
            "Not done yet 3",
            "No longer needed 1"
        ]
    );
    assert_eq!(table(steps, "days").total.known(), Some(10));
    assert_eq!(
        values(steps, Figure::DaysToNextStep),
        [0.0, 0.0, 2.0, 7.0, 8.0]
    );
    assert_eq!(
        steps.spreads[0].spread.map(|spread| spread.median),
        Some(2.0)
    );
    assert_eq!(
        said::read_with(steps),
        ["1 next step is done and nobody noted the day: left out of how long it took."]
    );
}

#[test]
fn next_steps_are_held_to_the_day_first_agreed_once_it_is_over() {
    let report = report(&steps());
    let steps = measure(&report, MeasureId::NextSteps);
    assert_eq!(
        groups(steps, "kept"),
        [
            "Done by the day agreed 2",
            "Done late 2",
            "Done, no day to hold it to 2",
            "Not done, its day is over 1",
            // It is that day today.
            "Not done, its day is to come 1",
            "Not done, no day agreed 1",
            "No longer needed 1"
        ]
    );
    assert_eq!(share(steps, Figure::DoneByDay), (2, 5));
}

#[test]
fn a_step_whose_day_is_to_come_is_held_to_nothing_yet_though_it_is_done() {
    let done = step(
        "2026-03-05",
        Some("2026-05-01"),
        StepState::Done,
        Some("2026-03-06"),
    );
    let report = report(&[Row {
        steps: vec![done],
        ..row(1, "2026-03-05T10:00")
    }]);
    let steps = measure(&report, MeasureId::NextSteps);
    assert_eq!(groups(steps, "kept"), ["Done by the day agreed 1"]);
    assert_eq!(share(steps, Figure::DoneByDay), (0, 0));
}

#[test]
fn a_promise_that_was_moved_and_then_kept_is_held_to_its_first_day_and_a_week_to_its_sunday() {
    let header = |steps: &str| {
        format!(
            "---\nalongside: 1\nid: \"2026-01-05-1000-listen-7k3f\"\nkind: \"listen-and-connect\"\n\
             guide: \"listen-and-connect 2026.1\"\nstarted: \"2026-01-05T10:00:00+00:00\"\n\
             ended: \"2026-01-05T10:30:00+00:00\"\nstatus: \"final\"\ndetail: \"standard\"\n\
             next_steps:\n{steps}---\n\n# Talking\n"
        )
    };
    let text = header(
        "  - id: \"s1\"\n    what: \"Ring\"\n    due: \"2026-02-01\"\n    agreed: \"2026-01-08\"\n    \
         state: \"done\"\n    settled: \"2026-01-20\"\n  - id: \"s2\"\n    what: \"Look\"\n    \
         due: \"2026-01-12\"\n    week: true\n    state: \"done\"\n    settled: \"2026-01-18\"\n",
    );
    let front = crate::record::read_front(&text).expect("a record");
    let row = Row::of(&front, || 0).expect("of life");
    let report = report(&[row]);
    assert_eq!(
        groups(measure(&report, MeasureId::NextSteps), "kept"),
        ["Done by the day agreed 1", "Done late 1"]
    );
}

/// A crisis with a day to look again that nobody told of the check-in there was, and that check-in.
fn untold() -> [Row; 2] {
    let to_look = Promised {
        again: true,
        ..step("2026-01-05", Some("2026-01-09"), StepState::Open, None)
    };
    let crisis = Row {
        steps: vec![to_look],
        again: true,
        ..crisis(1, "2026-01-05T10:00")
    };
    let check_in = check_in(&crisis, 2, "2026-01-06T10:00");
    [crisis, check_in]
}

#[test]
fn a_check_in_keeps_the_day_to_look_again_before_its_record_is_told_of_it() {
    let told = |[crisis, check_in]: [Row; 2]| {
        let looked = |step: &Promised| Promised {
            state: StepState::Done,
            settled: Some(day("2026-01-06")),
            ..*step
        };
        let steps = crisis.steps.iter().map(looked).collect();
        [Row { steps, ..crisis }, check_in]
    };
    let before = report(&untold());
    assert_eq!(before, report(&told(untold())));
    let steps = measure(&before, MeasureId::NextSteps);
    assert_eq!(groups(steps, "kept"), ["Done by the day agreed 1"]);
    let mut old_way = untold();
    old_way[1].old_way = Some("Before".to_owned());
    let steps = report(&old_way);
    let steps = measure(&steps, MeasureId::NextSteps);
    assert_eq!(groups(steps, "kept"), ["Done by the day agreed 1"]);
}

#[test]
fn a_check_in_that_no_longer_stands_or_came_before_keeps_no_promise() {
    let mut void = untold();
    void[1].void = true;
    let mut before = untold();
    before[1].started = before[0].started;
    before[0].ended = before[0].started + chrono::TimeDelta::minutes(1);
    for rows in [void, before] {
        let report = report(&rows);
        let steps = measure(&report, MeasureId::NextSteps);
        assert_eq!(groups(steps, "kept"), ["Not done, its day is over 1"]);
    }
}
