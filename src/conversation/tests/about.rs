//! Who, how and what is agreed; how much goes into the record; pausing and leaving.

use super::*;
use crate::conversation::{About, Choice, Detail, Ending, PartOfAssessment};

fn about(about: About) -> Command {
    Command::About(about)
}

fn joined(name: &str, role: Option<&str>) -> Command {
    about(About::Joined {
        name: name.into(),
        role: role.map(str::to_owned),
    })
}

#[test]
fn whoever_is_there_before_the_first_note_was_there_from_the_start() {
    let mut talk = given("");
    talk.does(joined("Tom", None)).expect("can be said");
    talk.keys("one<enter>").waits(660_000);
    talk.does(joined("Carol", Some("daughter")))
        .expect("can be said");
    talk.waits(60_000)
        .does(about(About::WentAway("car".into())))
        .expect("the first letters are enough");
    let [tom, carol] = &talk.talk.facts.present[..] else {
        panic!("two people");
    };
    let clock = |moment: Option<Moment>| moment.map(|at| at.format("%H:%M").to_string());
    assert_eq!((clock(tom.from), clock(tom.to)), (None, None));
    assert_eq!(carol.role.as_deref(), Some("daughter"));
    assert_eq!(clock(carol.from).as_deref(), Some("14:31"));
    assert_eq!(clock(carol.to).as_deref(), Some("14:32"));
    talk.keys("<c-z>");
    assert_eq!(talk.talk.facts.present[1].to, None);
}

#[test]
fn nobody_can_leave_who_is_not_there() {
    let mut talk = given("");
    let refusal = |name: &str| Err(Refusal::NobodyCalled(name.into()));
    assert_eq!(
        talk.does(about(About::WentAway("Sam".into()))),
        refusal("Sam")
    );
    talk.does(joined("Sam", None)).expect("can be said");
    assert_eq!(
        talk.does(about(About::WentAway(String::new()))),
        refusal("")
    );
    talk.does(about(About::WentAway("Sam".into())))
        .expect("is there");
    assert_eq!(
        talk.does(about(About::WentAway("Sam".into()))),
        refusal("Sam")
    );
}

#[test]
fn what_is_agreed_is_kept_and_can_be_taken_back() {
    let mut talk = given("one<enter>");
    talk.does(about(About::NoCopyHome(true))).expect("is said");
    assert!(talk.talk.facts.no_copy_home);
    talk.does(about(About::PartOfAssessment(PartOfAssessment::Yes)))
        .expect("is said");
    talk.keys("<c-z><c-z>");
    assert!(!talk.talk.facts.no_copy_home);
    talk.keys("<c-y>");
    assert!(talk.talk.facts.no_copy_home);
    talk.holds(["one"]);
}

#[test]
fn saying_what_is_known_is_nothing_new() {
    let mut talk = given("");
    let joan = about(About::Person(Some("Joan M".into())));
    talk.does(joan.clone()).expect("is said");
    let before = talk.events.len();
    talk.does(joan).expect("is said again");
    assert_eq!(talk.events.len(), before);
    assert_eq!(talk.talk.facts.initials(), "JM");
}

#[test]
fn standard_unless_it_would_hold_nothing() {
    assert_eq!(given("").talk.detail(), Detail::Everything);
    let mut talk = given("just heard<enter>? ask about Tom<enter>");
    assert_eq!(talk.talk.detail(), Detail::Everything);
    talk.keys("+ cooks<enter>");
    assert_eq!(talk.talk.detail(), Detail::Standard);
    talk.does(Command::Choose(None, Choice::Out))
        .expect("there is a note");
    assert_eq!(talk.talk.detail(), Detail::Everything);
}

#[test]
fn the_detail_chosen_stays_chosen() {
    let mut talk = given("just heard<enter>");
    talk.does(Command::Detail(Detail::Short)).expect("a choice");
    assert_eq!(talk.talk.detail(), Detail::Short);
    talk.keys("<c-z>");
    assert_eq!(talk.talk.detail(), Detail::Everything);
    assert_eq!(talk.talk.detail, None);
}

#[test]
fn each_level_of_detail_holds_the_one_below() {
    let talk = given(
        "\" own<enter>+ cooks<enter>£22 bus pass<enter>heard<enter>Carol: so she says<enter>",
    );
    let held = |detail: Detail| -> Vec<&str> {
        let notes = talk.talk.notes.iter();
        notes
            .filter(|note| note.is_in(detail))
            .map(|note| note.text.as_str())
            .collect()
    };
    assert_eq!(held(Detail::Short), ["own"]);
    assert_eq!(
        held(Detail::Standard),
        ["own", "cooks", "£22 bus pass", "so she says"]
    );
    assert_eq!(held(Detail::Everything).len(), 5);
}

#[test]
fn a_pause_stops_the_clock_and_hides_nothing_for_good() {
    let mut talk = given("half a no");
    talk.waits(60_000).does(Command::Pause).expect("can be");
    talk.waits(600_000);
    let paused = talk.talk.seconds(talk.now);
    talk.does(Command::CarryOn).expect("can be");
    talk.waits(1_000).keys("te").line("half a note|");
    assert_eq!(talk.talk.seconds(talk.now), paused + 1);
    assert_eq!(talk.talk.paused, None);
}

#[test]
fn a_clock_put_back_takes_no_time_away() {
    let mut talk = given("one");
    talk.waits(-7_200_000)
        .keys(" two<enter>")
        .holds(["one two"]);
    assert_eq!(talk.talk.seconds(talk.now), 0);
}

#[test]
fn how_it_was_left_is_known_until_it_is_taken_up() {
    let mut talk = given("half a no");
    talk.does(Command::Leave).expect("can be");
    assert_eq!(talk.talk.ending, Some(Ending::Left));
    talk.does(Command::TakeUp).expect("can be");
    assert_eq!(talk.talk.ending, None);
    talk.line("half a no|");
}

#[test]
fn words_typed_into_a_list_are_kept_but_are_no_note() {
    let mut talk = given("half a no");
    talk.does(Command::Sought("lunch".into())).expect("kept");
    assert_eq!(talk.talk.sought(), "lunch");
    talk.line("half a no|").holds([]);
}

#[test]
fn only_words_or_a_name_are_worth_finding_again() {
    assert!(given("").talk.is_blank());
    assert!(given("  ").talk.is_blank());
    assert!(given("<tab><tab>").talk.is_blank());
    assert!(!given("a").talk.is_blank());
    assert!(!given("a<enter>").talk.is_blank());
}

#[test]
fn what_is_added_while_reading_back_takes_nothing_out_that_was_in() {
    let mut talk = given("Found on the landing, cold<enter>");
    assert_eq!(talk.talk.detail(), Detail::Everything);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 11);
    talk.does(Command::LookAgain(day, "Look again".into()))
        .expect("can be said");
    talk.keys("! Nobody tonight");
    talk.does(Command::Keep {
        late: true,
        chosen: None,
    })
    .expect("kept");
    assert_eq!(talk.talk.detail(), Detail::Everything);
    assert!(talk.talk.notes[0].is_in(talk.talk.detail()));
    talk.keys("! Said while we spoke<enter>");
    assert_eq!(talk.talk.detail(), Detail::Standard);
}
