//! More than one person in the talk: who rang, who comes and goes, whose words a line is, disagreements, family time.

use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{About, Caller, Detail},
    guide::{GuideId, Shelf},
};

fn about(about: About) -> Command {
    Command::About(about)
}

fn caller(name: &str) -> Command {
    about(About::Caller(Some(Caller {
        name: name.into(),
        role: Some("daughter".into()),
    })))
}

fn joins(name: &str) -> Command {
    about(About::Joined {
        name: name.into(),
        role: None,
    })
}

fn goes(name: &str) -> Command {
    about(About::WentAway(name.into()))
}

fn with(guide: &str) -> Talking {
    let guide = Shelf::default().guide(&GuideId::new(guide));
    Talking::begun(guide.expect("it comes with us"))
}

/// Carol rang about Joan M.
fn carol_rang() -> Talking {
    let mut talk = given("");
    talk.does(about(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    talk.does(caller("Carol")).expect("can be said");
    talk
}

/// From when to when each was there, by the clock.
fn there(talk: &Talking) -> Vec<String> {
    let clock = |at: Option<Moment>| at.map_or(String::new(), |at| at.format("%H:%M").to_string());
    let present = talk.talk.facts.present.iter();
    present
        .map(|one| format!("{} {}-{}", one.name, clock(one.from), clock(one.to)))
        .collect()
}

#[test]
fn what_a_caller_says_is_theirs_and_what_the_worker_saw_or_promises_is_not() {
    let mut talk = carol_rang();
    talk.keys("She will not eat<enter>! She fell<enter>\" I cannot go on<enter>");
    talk.keys("~ Crying<enter>= She is worn out<enter>> I ring the GP<enter>? Which GP<enter>@ Sam<enter>");
    talk.keys("£22 on a taxi<enter>Sam: I saw her<enter>");
    talk.holds([
        "Carol: She will not eat",
        "! Carol: She fell",
        "\" Carol: I cannot go on",
        "~ Crying",
        "= She is worn out",
        "> I ring the GP [you]",
        "? Which GP",
        "@ Sam",
        "£22 on a taxi",
        "Sam: I saw her",
    ]);
}

#[test]
fn lines_kept_before_the_caller_was_named_are_theirs_and_one_undo_takes_all_of_it_back() {
    let mut talk = given("She will not eat<enter>~ Crying<enter>Sam: I saw her<enter>");
    talk.does(caller("Carol")).expect("can be said");
    talk.holds(["Carol: She will not eat", "~ Crying", "Sam: I saw her"]);
    talk.does(caller("Karol")).expect("a better ear");
    talk.holds(["Karol: She will not eat", "~ Crying", "Sam: I saw her"]);
    assert_eq!(there(&talk), ["Karol -"]);
    talk.keys("<c-z><c-z>")
        .holds(["She will not eat", "~ Crying", "Sam: I saw her"]);
    assert_eq!(talk.talk.facts.caller, None);
}

#[test]
fn lines_of_a_person_who_was_said_to_be_there_stay_theirs() {
    let mut talk = given("I want my light mended<enter>");
    talk.does(about(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    talk.does(goes("Joan")).expect("she gave the phone away");
    talk.does(caller("Carol")).expect("can be said");
    talk.keys("She is worn out<enter>")
        .holds(["I want my light mended", "Carol: She is worn out"]);
}

#[test]
fn once_the_person_is_on_the_line_lines_are_theirs_until_they_leave_it() {
    let mut talk = carol_rang();
    talk.keys("She will not eat<enter>").waits(660_000);
    talk.does(joins("Joan")).expect("can be said");
    talk.keys("I had toast<enter>Carol: You did not<enter>")
        .waits(60_000);
    talk.does(goes("Joan")).expect("is there");
    talk.keys("She says that every day<enter>");
    talk.holds([
        "Carol: She will not eat",
        "I had toast",
        "Carol: You did not",
        "Carol: She says that every day",
    ]);
    assert_eq!(there(&talk), ["Carol -", "Joan 14:31-14:32"]);
}

#[test]
fn a_line_that_begins_with_the_persons_name_says_that_they_are_on_the_line() {
    let mut talk = carol_rang();
    talk.keys("She will not eat<enter>").waits(660_000);
    talk.keys("Joan: I had toast<enter><c-z>")
        .line("Joan: I had toast|");
    assert!(!talk.talk.facts.person_is_there(), "undone with its line");
    talk.keys("<enter>and tea<enter>").holds([
        "Carol: She will not eat",
        "\" I had toast",
        "and tea",
    ]);
    assert_eq!(there(&talk), ["Carol -", "Joan 14:31-"]);
}

#[test]
fn a_caller_with_the_first_name_of_the_person_is_still_the_caller() {
    let mut talk = given("");
    talk.does(caller("Carol")).expect("can be said");
    talk.does(about(About::Person(Some("Carol M".into()))))
        .expect("can be said");
    talk.keys("She will not eat<enter>Carol: nor will she wash<enter>");
    talk.holds(["Carol: She will not eat", "Carol: nor will she wash"]);
    assert!(!talk.talk.facts.person_is_there());
}

#[test]
fn whoever_the_phone_was_given_to_is_speaking() {
    let mut talk = carol_rang();
    talk.keys("She will not eat<enter>");
    talk.does(joins("Dave")).expect("can be said");
    talk.keys("one<enter>");
    talk.does(goes("Carol")).expect("is there");
    talk.keys("two<enter>");
    talk.does(goes("Dave")).expect("is there");
    talk.keys("three<enter>");
    talk.holds([
        "Carol: She will not eat",
        "Carol: one",
        "Dave: two",
        "Carol: three",
    ]);
}

#[test]
fn somebody_who_comes_back_is_the_same_one_and_nobody_is_there_twice() {
    let mut talk = given("");
    talk.does(about(About::Joined {
        name: "Carol".into(),
        role: Some("daughter".into()),
    }))
    .expect("can be said");
    assert_eq!(
        talk.does(joins("carol")),
        Err(Refusal::HereAlready("carol".into()))
    );
    talk.waits(60_000).does(goes("Carol")).expect("is there");
    talk.waits(60_000).does(joins("carol")).expect("comes back");
    assert_eq!(there(&talk), ["Carol -14:21", "Carol 14:22-"]);
    let roles = talk
        .talk
        .facts
        .present
        .iter()
        .map(|one| one.role.as_deref());
    assert!(roles.eq([Some("daughter"); 2]));
}

#[test]
fn the_person_themselves_may_leave_and_come_back_and_a_whole_name_beats_the_first_letters() {
    let mut talk = given("one<enter>");
    talk.does(about(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    assert_eq!(
        talk.does(joins("Joan")),
        Err(Refusal::HereAlready("Joan".into()))
    );
    talk.does(joins("Joanna")).expect("can be said");
    talk.waits(60_000).does(goes("Joan")).expect("is there");
    assert!(!talk.talk.facts.person_is_there());
    talk.waits(60_000).does(joins("Joan")).expect("comes back");
    assert_eq!(
        there(&talk),
        ["Joanna 14:20-", "Joan -14:21", "Joan 14:22-"]
    );
}

#[test]
fn whose_words_a_note_is_can_be_put_right_but_not_the_workers_own() {
    let mut talk = carol_rang();
    talk.keys("I want my light mended<enter>");
    let whose = |name: Option<&str>| Command::Whose(None, name.map(str::to_owned));
    talk.does(whose(Some("Joan"))).expect("told");
    talk.holds(["I want my light mended"]);
    talk.does(whose(Some("Sam"))).expect("told");
    talk.holds(["Sam: I want my light mended"]);
    talk.does(whose(None)).expect("told");
    talk.holds(["I want my light mended"]);
    talk.keys("~ Crying<enter>");
    assert_eq!(talk.does(whose(Some("Sam"))), Err(Refusal::WorkersOwn));
}

#[test]
fn marking_a_callers_line_as_seen_makes_it_the_workers_and_taking_the_mark_off_gives_it_back() {
    let mut talk = carol_rang();
    talk.keys("Out of breath<enter>");
    talk.does(mark(Mark::Saw)).expect("a note");
    talk.holds(["~ Out of breath"]);
    talk.does(mark(Mark::Saw)).expect("a note");
    talk.holds(["Carol: Out of breath"]);
}

#[test]
fn changing_the_words_of_a_note_does_not_change_whose_it_is() {
    let mut talk = carol_rang();
    talk.does(joins("Joan")).expect("can be said");
    talk.keys("I had toast<enter>");
    talk.does(goes("Joan")).expect("is there");
    talk.changes(false).keys("s<enter>").holds(["I had toasts"]);
}

#[test]
fn nobody_rings_for_themselves() {
    let mut talk = given("");
    talk.does(about(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    assert_eq!(talk.does(caller("Joan")), Err(Refusal::IsThePerson));
}

#[test]
fn both_sides_of_a_disagreement_are_kept_as_they_were_said_however_short_the_record() {
    let mut talk = with("family");
    talk.does(Command::Topic(crate::guide::TopicId::new(
        "where-you-differ",
    )))
    .expect("a topic");
    talk.keys(
        "Carol: He is not ready<enter>I am ready<enter>= They see the risk differently<enter>",
    );
    let sides: Vec<bool> = talk.talk.notes.iter().map(Note::is_disagreement).collect();
    assert_eq!(sides, [true, true, false]);
    for detail in [Detail::Short, Detail::Standard, Detail::Everything] {
        assert!(talk.talk.notes[..2].iter().all(|note| note.is_in(detail)));
    }
    let elsewhere = talk.talk.topic_named("the-one-question").expect("a topic");
    talk.does(Command::Refile(super::id(2), elsewhere))
        .expect("a note");
    assert!(
        !talk.talk.notes[1].is_disagreement(),
        "it was not one after all"
    );
}

#[test]
fn a_note_of_any_guide_can_be_one_side_of_a_disagreement_and_come_back_from_it() {
    let mut talk = given("Carol: He is not ready<enter>I am<enter>");
    for id in [1, 2] {
        talk.does(Command::Disagree(super::id(id))).expect("a note");
    }
    assert!(talk.talk.notes.iter().all(Note::is_disagreement));
    talk.does(Command::Disagree(None)).expect("a note");
    assert!(!talk.last().is_disagreement());
    assert_eq!(talk.does(Command::Join(None)), Err(Refusal::TwoVoices));
}

#[test]
fn family_time_stops_the_clock_notes_nothing_and_is_remembered_from_when_to_when() {
    let mut talk = given("one<enter>");
    talk.waits(60_000).does(Command::FamilyTime).expect("can");
    talk.does(Command::FamilyTime).expect("it is already");
    assert!(talk.talk.family_time().is_some() && talk.talk.paused.is_some());
    talk.waits(1_800_000).does(Command::CarryOn).expect("can");
    talk.waits(60_000).does(Command::Pause).expect("can");
    talk.waits(60_000).does(Command::CarryOn).expect("can");
    let [alone] = talk.talk.alone[..] else {
        panic!("once: {:?}", talk.talk.alone)
    };
    let minutes = alone.to.map(|to| (to - alone.from).num_minutes());
    assert_eq!(minutes, Some(30));
    assert!(talk.talk.seconds(talk.now) < 180);
}

#[test]
fn a_clock_set_back_in_family_time_moves_its_beginning_with_it() {
    let mut talk = given("one<enter>");
    talk.does(Command::FamilyTime).expect("can");
    let since = talk.talk.family_time().expect("it is");
    talk.waits(-3_600_000).happens(Event::Away(-3_600));
    let moved = talk.talk.family_time().expect("it still is");
    assert_eq!((since - moved).num_seconds(), 3_600);
}

#[test]
fn each_line_of_an_update_call_has_its_own_topic_and_undo_goes_back_to_it() {
    let mut talk = with("update-call");
    assert_eq!(talk.topic(), "who-is-ringing");
    talk.keys("Carol, about Joan<enter>");
    assert_eq!(talk.topic(), "waiting-for");
    talk.keys("<c-z>").line("Carol, about Joan|");
    assert_eq!(talk.topic(), "who-is-ringing");
    talk.keys("<enter>the chair<enter>");
    assert!(!talk.talk.has_its_lines());
    talk.keys("It is ordered<enter>");
    assert!(talk.talk.has_its_lines());
    let topics = talk.talk.notes.iter().map(|note| note.topic.topic.as_str());
    assert!(topics.eq(["who-is-ringing", "waiting-for", "my-answer-and-when"]));
    talk.keys("and on its way<enter>> I ring on Thursday<enter>");
    assert_eq!(talk.topic(), "my-answer-and-when");
    assert_eq!(
        talk.talk.detail(),
        Detail::Everything,
        "none of it is left out"
    );
}

#[test]
fn the_first_line_of_an_update_call_that_is_as_short_as_a_name_says_who_it_is_with() {
    let mut talk = with("update-call");
    talk.keys("Ted Barlow<enter>");
    assert_eq!(talk.talk.facts.person.as_deref(), Some("Ted Barlow"));
    assert_eq!(talk.topic(), "waiting-for");
    talk.keys("<c-z>").line("Ted Barlow|");
    assert_eq!(talk.talk.facts.person, None, "one undo");
    for said in [
        "Carol, about her mum",
        "! Ted Barlow",
        "Carol: Ted Barlow",
        "He rang on Tuesday about the rail",
        "rang at 9",
    ] {
        let mut talk = with("update-call");
        talk.keys(said).keys("<enter>");
        assert_eq!(talk.talk.facts.person, None, "{said}");
    }
    let mut talk = with("update-call");
    talk.keys("About a rail, she says<enter><s-tab>Ted Barlow<enter>");
    assert_eq!(talk.talk.facts.person, None, "only the first line there");
    let mut talk = given("Ted Barlow<enter>");
    assert_eq!(talk.talk.facts.person, None, "only where it is asked");
    talk.does(about(About::Person(Some("Mavis".into()))))
        .expect("a name");
    assert_eq!(talk.topic(), "just-listening");
}

#[test]
fn a_name_given_while_an_update_call_asks_for_it_goes_on_to_the_next_topic() {
    let mut talk = with("update-call");
    talk.does(about(About::Person(Some("Mavis Dunn".into()))))
        .expect("a name");
    assert_eq!(talk.topic(), "waiting-for");
    talk.keys("<c-z>");
    assert_eq!(talk.topic(), "who-is-ringing");
    assert_eq!(talk.talk.facts.person, None);
    talk.does(about(About::Person(Some("Mavis Dunn".into()))))
        .expect("a name");
    talk.keys("the rail<enter>");
    talk.does(about(About::Person(Some("Mavis Dunne".into()))))
        .expect("a name");
    assert_eq!(talk.topic(), "my-answer-and-when", "not asked for any more");
    talk.keys("It is ordered<enter>");
    assert!(talk.talk.has_its_lines());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever happened before, a line is kept as the words of whoever the label says, and while a caller is named and
    /// the person is not on the line it is never kept as the person's.
    #[test]
    fn a_line_is_kept_as_the_words_of_whoever_the_label_says(what in prop::collection::vec(0..9_u8, 0..10)) {
        let mut talk = carol_rang();
        for what in what {
            let command = match what {
                0 => caller("Carol"),
                1 => about(About::Caller(None)),
                2 => joins("Joan"),
                3 => joins("Dave"),
                4 => goes("Joan"),
                5 => goes("Carol"),
                6 => goes("Dave"),
                7 => Command::Undo,
                _ => Command::Type("Joan: tea".into()),
            };
            // A refusal changes nothing.
            let _ = talk.does(command);
            let _ = talk.does(keep());
            let _ = talk.does(Command::ClearLine);
            let says = talk.talk.facts.speaking().map(str::to_owned);
            talk.keys("tea<enter>");
            prop_assert_eq!(&talk.last().speaker, &says);
            let facts = &talk.talk.facts;
            prop_assert!(facts.caller.is_none() || facts.person_is_there() || says.is_some());
        }
    }
}

#[test]
fn a_caller_is_quoted_only_where_the_worker_says_that_the_words_are_theirs() {
    let mut talk = with("first-call");
    talk.keys("Rang about her mum<enter>");
    talk.does(about(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    talk.does(caller("Carol")).expect("can be said");
    talk.keys(
        "! Frightened of the step<enter>\" I cannot go on<enter>Carol: she will not eat<enter>",
    );
    talk.does(Command::Mark(None, Mark::Worry)).expect("marked");
    let told: Vec<(&str, bool)> = talk
        .talk
        .notes
        .iter()
        .map(|note| {
            (
                note.text.as_str(),
                note.told && note.mark != Some(Mark::OwnWords),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Rang about her mum", true),
            ("Frightened of the step", true),
            ("I cannot go on", false),
            ("she will not eat", false)
        ]
    );
    talk.does(Command::Whose(Some(NoteId(2)), None))
        .expect("the person's");
    assert!(!talk.talk.notes[1].told && talk.talk.notes[1].speaker.is_none());
}
