//! What people said, and what mattered to them.

use super::*;

#[test]
fn that_it_is_worse_is_in_the_sentence_as_plainly_as_that_it_is_better() {
    let asked = |name, title: &str, groups: &[(&str, u32)]| Table {
        title: title.to_owned(),
        ..table(name, Population::Answers, groups)
    };
    let said = Measure {
        tables: vec![
            asked("q1", "Could you say it?", &[("Yes", 7)]),
            asked(
                "q4",
                "Better, worse, or the same?",
                &[("Better", 1), ("Worse", 6)],
            ),
            asked("q5", "Did you tell it again?", &[("No", 7)]),
        ],
        ..Measure::new(MeasureId::Said)
    };
    assert_eq!(
        answer(&said),
        "7 people answered. Could you say it? 7 yes. Better, worse, or the same? 1 better, 6 \
         worse. Did you tell it again? 7 no."
    );
}

#[test]
fn notes_under_no_topic_are_told_as_that_and_not_as_hidden() {
    let none = |held| Measure {
        tables: vec![table(
            "topics",
            Population::Mattered,
            &[(groups::NO_TOPIC, held)],
        )],
        ..Measure::new(MeasureId::Mattered)
    };
    assert_eq!(answer(&none(1)), "1 note, under no topic in particular.");
    assert_eq!(answer(&hidden(none(3))), format!("{NOT_SHOWN}."));
}
