//! Midnight, sleep, clocks that are set, summer time: the talk takes as long as it took, and a day stays that day.

use super::*;
use crate::conversation::Stop;

/// Minutes of talk so far.
fn minutes(talk: &Talking) -> i64 {
    talk.talk.seconds(talk.now) / 60
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

impl Talking {
    /// The clock goes on by this and it is noticed that the talk did not.
    fn jumps(&mut self, milliseconds: i64) -> &mut Self {
        self.waits(milliseconds);
        self.happens(Event::Away(milliseconds / 1000));
        assert_eq!(self.replayed(), self.talk);
        self
    }

    /// It is this time, wherever that is.
    fn at(&mut self, time: &str) -> &mut Self {
        self.now = DateTime::parse_from_rfc3339(time).expect("a time");
        self
    }
}

#[test]
fn a_note_begun_before_midnight_keeps_its_day_and_its_tomorrow() {
    let mut talk = given("");
    talk.at("2026-03-10T23:59:00+00:00")
        .keys("> Sam rings Joan tomorrow")
        .waits(2 * MINUTE);
    assert_eq!(talk.now.date_naive().to_string(), "2026-03-11");
    talk.keys("<enter>")
        .holds(["> Sam rings Joan tomorrow [Sam, 2026-03-11]"]);
    assert_eq!(talk.last().at.format("%d %H:%M").to_string(), "10 23:59");
}

#[test]
fn a_note_changed_the_next_day_is_read_as_of_that_day() {
    let mut talk = given("> Sam rings Joan tomorrow<enter>");
    talk.waits(24 * HOUR)
        .changes(false)
        .keys(" at 10<enter>")
        .holds(["> Sam rings Joan tomorrow at 10 [Sam, 2026-03-12]"]);
    assert_eq!(talk.last().at.format("%d %H:%M").to_string(), "10 14:20");
}

#[test]
fn listening_without_a_word_is_talk() {
    let mut talk = given("one<enter>");
    talk.waits(50 * MINUTE).keys("two<enter>");
    assert_eq!(minutes(&talk), 50);
}

#[test]
fn a_computer_asleep_for_three_hours_is_no_talk() {
    let mut talk = given("one<enter>");
    talk.waits(10 * MINUTE).jumps(3 * HOUR).waits(5 * MINUTE);
    talk.keys("two<enter>");
    assert_eq!(minutes(&talk), 15);
}

#[test]
fn asleep_while_paused_is_counted_once() {
    let mut talk = given("one<enter>");
    talk.waits(10 * MINUTE)
        .does(Command::Pause)
        .expect("can be");
    talk.waits(MINUTE).jumps(3 * HOUR);
    talk.does(Command::CarryOn).expect("can be");
    talk.waits(5 * MINUTE);
    assert_eq!(minutes(&talk), 15);
}

#[test]
fn a_clock_set_takes_nothing_away_and_adds_nothing() {
    for jump in [-HOUR, HOUR, -48 * HOUR] {
        let mut talk = given("one<enter>");
        talk.waits(10 * MINUTE).jumps(jump).waits(5 * MINUTE);
        talk.keys("two<enter>").holds(["one", "two"]);
        assert_eq!(minutes(&talk), 15, "{jump}");
    }
}

#[test]
fn a_clock_set_back_while_paused_takes_nothing_away() {
    let mut talk = given("one<enter>");
    talk.waits(10 * MINUTE)
        .does(Command::Pause)
        .expect("can be");
    talk.waits(20 * MINUTE).jumps(-HOUR);
    assert_eq!(minutes(&talk), 10);
    talk.waits(MINUTE).does(Command::CarryOn).expect("can be");
    talk.waits(5 * MINUTE);
    assert_eq!(minutes(&talk), 15);
}

#[test]
fn time_between_leaving_and_carrying_on_is_no_talk() {
    for ending in [Command::Leave, Command::Stop(Stop::WindowClosed)] {
        let mut talk = given("one<enter>");
        talk.waits(10 * MINUTE).does(ending).expect("can be");
        talk.waits(26 * HOUR);
        talk.does(Command::TakeUp).expect("can be");
        talk.waits(5 * MINUTE);
        assert_eq!(minutes(&talk), 15);
    }
}

#[test]
fn killed_and_carried_on_by_an_earlier_clock() {
    let mut talk = given("one<enter>");
    talk.waits(10 * MINUTE).keys("two<enter>");
    talk.waits(-2 * HOUR);
    talk.does(Command::TakeUp).expect("can be");
    talk.waits(5 * MINUTE);
    assert_eq!(minutes(&talk), 15);
}

#[test]
fn summer_time_begins_and_ends_in_the_middle_of_a_talk() {
    for (from, to) in [
        ("2026-03-29T00:50:00+00:00", "2026-03-29T02:10:00+01:00"),
        ("2026-10-25T01:50:00+01:00", "2026-10-25T01:10:00+00:00"),
    ] {
        let mut talk = given("");
        talk.at(from);
        let began = talk.now;
        talk.talk = Conversation::begin(talk.talk.id.clone(), LISTEN.clone(), None, began);
        talk.at(to);
        assert_eq!(minutes(&talk), 20, "{from}");
    }
}
