//! Evidence, line by line: a sentence, then the table; the next chart by the name of the next topic.

use super::*;
use crate::{
    app::Msg,
    evidence::{
        measure::MeasureId,
        period::Period,
        report::{Count, Group, Members, Population, Report, Table},
        tally::Tally,
    },
};

/// What is said of a line.
fn says(plain: &mut Plain, clock: &Clock, line: &str) -> Vec<String> {
    plain.take(&typed(line), clock.tick()).said
}

/// A report of 21 conversations and three next steps.
fn report() -> Box<Report> {
    let today = "2026-03-10".parse().expect("a day");
    let mut report = Tally::new(Period::quarter_of(today), today).report(&Default::default());
    report.counted.conversations = Count::Is(21);
    let group =
        |name: &str, members: std::ops::Range<u32>| Group::of(name, members.collect::<Members>());
    let week = |kind: &str, members: std::ops::Range<u32>| Group {
        part: Some(kind.to_owned()),
        ..group("9 Mar", members)
    };
    let mut put = |at: usize, groups| {
        let table = Table::of("groups", "Groups", Population::Conversations, groups);
        report.measures[at].tables = vec![table];
    };
    put(
        0,
        vec![week("Listen and connect", 0..14), week("Crisis", 14..21)],
    );
    put(1, vec![group("Same day", 0..2), group("Over a week", 2..3)]);
    Box::new(report)
}

#[test]
fn a_chart_is_told_as_a_sentence_and_a_group_a_line() {
    let (mut plain, clock) = face();
    assert!(
        says(&mut plain, &clock, "/evidence").is_empty(),
        "it is being read"
    );
    let heard = plain.hear(Msg::Evidence(report()), clock.tick()).said;
    assert_eq!(
        heard[0],
        "Evidence, January to March 2026. From 21 records on this computer."
    );
    assert_eq!(heard[1], "These days are not over: up to 10 March.");
    assert_eq!(heard[2], "Chart 1 of 16. Conversations and people by kind.");
    assert_eq!(
        heard.last().map(String::as_str),
        Some("/evidence more for before and now, and what to read with it. /next or /prev")
    );
    let line = "9 Mar: 14 listen and connect, 7 crisis. 21 in all.";
    assert_eq!(heard[heard.len() - 2], line);
    let heard = says(&mut plain, &clock, "/next");
    assert!(heard[0].starts_with("Chart 2 of 16. "), "{heard:?}");
    assert_eq!(heard[2], "Groups.", "every table says what it is of");
    assert!(heard[3].starts_with("Same day: 2"), "{heard:?}");
    assert_eq!(heard.len(), 6, "the sentence and the table only: {heard:?}");
    let heard = says(&mut plain, &clock, "/evidence more");
    assert!(heard.len() > 2, "{heard:?}");
}

#[test]
fn a_conversation_goes_on_where_it_was() {
    let (mut plain, clock) = face();
    says(&mut plain, &clock, "Rang at nine");
    says(&mut plain, &clock, "/evidence staff");
    let heard = plain.hear(Msg::Evidence(report()), clock.tick()).said;
    let nothing = "Nothing of this is in the records of these days.";
    assert_eq!(heard[heard.len() - 2], nothing);
    says(&mut plain, &clock, "and again at ten");
    let talk = plain.app.desk.talk().expect("there is one in hand");
    let notes: Vec<&str> = talk.notes.iter().map(|note| &*note.text).collect();
    assert_eq!(notes, ["Rang at nine", "and again at ten"]);
    // The next topic is the next topic again.
    let heard = says(&mut plain, &clock, "/next");
    assert!(!heard[0].starts_with("Chart"), "{heard:?}");
}

#[test]
fn people_who_came_back_are_never_told_of_alone() {
    let (mut plain, clock) = face();
    says(&mut plain, &clock, "/chart people who came back");
    let heard = plain.hear(Msg::Evidence(report()), clock.tick()).said;
    let is_it = |line: &String| line.starts_with("Chart 4 of 16. ");
    assert!(heard.iter().any(is_it), "{heard:?}");
    for beside in [MeasureId::Elsewhere, MeasureId::Said] {
        let title = format!("{}: ", crate::evidence::said::title(beside));
        let told = heard.iter().find(|line| line.starts_with(&title));
        assert!(
            told.is_some_and(|line| line.len() > title.len()),
            "{heard:?}"
        );
    }
}

#[test]
fn a_chart_there_is_not_is_told_of_and_no_other_in_its_place() {
    let (mut plain, clock) = face();
    let heard = says(&mut plain, &clock, "/evidence 40");
    assert_eq!(heard.len(), 1, "{heard:?}");
    says(&mut plain, &clock, "/evidence");
    plain.hear(Msg::Evidence(report()), clock.tick());
    for typed in ["/evidence 40", "/chart 40"] {
        let heard = says(&mut plain, &clock, typed);
        assert_eq!(heard.len(), 1, "{heard:?}");
        let heard = plain.hear(Msg::Evidence(report()), clock.tick()).said;
        assert!(heard.is_empty(), "{heard:?}");
    }
}

#[test]
fn days_without_a_record_say_how_many_there_are_in_all() {
    let (mut plain, clock) = face();
    says(&mut plain, &clock, "/evidence");
    let mut none = report();
    none.counted.conversations = Count::Is(0);
    none.counted.of_any_day = 6;
    let heard = plain.hear(Msg::Evidence(none), clock.tick()).said;
    assert!(
        heard[0].ends_with("0 of 6 records on this computer."),
        "{heard:?}"
    );
    let says_so = |line: &String| line.starts_with("None in these days. 6 records in all.");
    assert!(heard.iter().any(says_so), "{heard:?}");
}

#[test]
fn every_chart_can_be_told_at_once_and_what_is_no_chart_is_said() {
    let (mut plain, clock) = face();
    says(&mut plain, &clock, "/evidence all");
    let heard = plain.hear(Msg::Evidence(report()), clock.tick()).said;
    let charts = heard.iter().filter(|line| line.starts_with("Chart "));
    assert_eq!(charts.count(), MeasureId::ALL.len());
    let heard = says(&mut plain, &clock, "/evidence 40");
    assert_eq!(
        heard,
        ["There is no such chart. /evidence all shows them all."]
    );
    let heard = says(&mut plain, &clock, "/evidence nonsense");
    assert!(heard[0].contains("/evidence 3"), "{heard:?}");
    let heard = says(&mut plain, &clock, "/leave");
    assert!(
        heard.is_empty(),
        "it leaves Home, and the program with it: {heard:?}"
    );
}
