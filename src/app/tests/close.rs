//! Sticking close: the board on Home, a check-in in two keys, when to look again, steady, and the quiet line.

use super::*;
use crate::{
    conversation::{Link, Tie},
    people::InCrisis,
    promise::Promise,
    record::read_front,
};

const CRISIS: &str = "2026-03-06-1420-crisis-7k3f";

/// A record of Friday: a crisis, to be looked at again on Monday.
const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\n",
    "person: \"Joan M\"\ncontact: \"Ring the landline.\"\nstarted: \"2026-03-06T14:20:00+00:00\"\n",
    "ended: \"2026-03-06T14:58:00+00:00\"\nby: \"Priya N\"\nno_copy_home: true\nnext_steps:\n",
    "  - id: \"s1\"\n    what: \"Look again\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n    again: true\n",
    "---\n\n# Getting through this, Joan\n",
);

fn id(text: &str) -> ConversationId {
    ConversationId::read(text).expect("an id")
}

fn with_crisis() -> Playing {
    let mut playing = keys("");
    playing.records.insert(id(CRISIS), RECORD.to_owned());
    playing.app.desk.prefs.name = Some("Priya N".to_owned());
    playing.looks()
}

impl Playing {
    /// Home reads what is on the disk.
    fn looks(mut self) -> Self {
        let known = self.known();
        self.takes(Msg::Indexed(Index::Read(known)));
        self
    }

    fn board(&self) -> &[InCrisis] {
        self.app.sticking_close()
    }

    fn record(&self, id: &ConversationId) -> &str {
        &self.records[id]
    }

    fn to_look_again(&self) -> Vec<Promise> {
        let promises = self.known().promises.into_iter();
        promises.filter(|one| one.again && one.is_open()).collect()
    }
}

fn texts(app: &Playing) -> Vec<String> {
    app.rows().into_iter().map(|row| row.text).collect()
}

#[test]
fn home_lists_who_is_in_crisis_and_a_number_says_what_can_be_done() {
    let mut app = with_crisis();
    assert_eq!(app.board().len(), 1);
    app.keys("5<enter>");
    assert_eq!(
        texts(&app),
        [
            "Check in now",
            "Read the last record",
            "They are steady",
            "When will you look again?"
        ]
    );
    app.keys("2");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &sheet.kind),
        Some(&SheetKind::Record)
    );
    app.keys("<esc>").no_sheet().shows(Screen::Home).line("");
}

#[test]
fn a_check_in_is_two_keys_and_both_records_name_each_other() {
    let mut app = with_crisis();
    app.keys("<down><down><down><down><enter>1")
        .shows(Screen::Talk);
    let talk = app.talk();
    assert_eq!(talk.guide().id.as_str(), "check-in");
    assert_eq!(talk.facts.person.as_deref(), Some("Joan M"));
    assert_eq!(talk.facts.contact.as_deref(), Some("Ring the landline."));
    assert!(
        talk.facts.no_copy_home,
        "what may not go home may not go home"
    );
    let check_in = talk.id.clone();
    app.keys("\" Better, a bit<enter><c-r><c-s><enter>")
        .shows(Screen::Home);
    let ours = read_front(app.record(&check_in)).expect("a record");
    assert_eq!(
        ours.linked,
        [Link {
            to: id(CRISIS),
            tie: Tie::CheckInOn
        }]
    );
    let theirs = read_front(app.record(&id(CRISIS))).expect("a record");
    assert_eq!(
        theirs.linked,
        [Link {
            to: check_in.clone(),
            tie: Tie::CheckedBy
        }]
    );
    let text = app.record(&id(CRISIS));
    assert!(
        text.contains(&format!(
            "- Check-in on Tue 10 March 2026, 14:20: {check_in}."
        )),
        "{text}"
    );
    assert!(text.contains("- Done: Look again."), "{text}");
    assert!(
        app.to_look_again().is_empty(),
        "looking again is what it was"
    );
    assert_eq!(app.board()[0].last.id, check_in);
    assert!(app.board()[0].next.is_none());
}

#[test]
fn a_check_in_left_without_a_word_is_no_contact() {
    let mut app = with_crisis();
    app.keys("5<enter>1<c-q>").shows(Screen::Home);
    assert!(app.journals.is_empty());
    assert_eq!(app.board()[0].last.id, id(CRISIS));
}

#[test]
fn a_check_in_that_was_begun_is_carried_on() {
    let mut app = with_crisis();
    app.keys("5<enter>1Worse today<enter>");
    let begun = app.talk().id.clone();
    app.keys("<c-q>/check-in jm<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().id, begun);
    assert_eq!(app.journals.len(), 1);
}

#[test]
fn check_in_typed_asks_with_whom() {
    let mut app = with_crisis();
    app.keys("/check-in<enter>");
    assert_eq!(texts(&app), ["JM", "Somebody else"]);
    app.keys("<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().facts.links.len(), 1);
    let mut app = with_crisis();
    app.keys("/check-in zz<enter>").says("is not one person");
    app.keys("<down><enter>").shows(Screen::Talk);
    assert_eq!(app.talk().guide().id.as_str(), "check-in");
    assert!(app.talk().facts.links.is_empty());
}

#[test]
fn two_with_the_same_initials_are_told_apart_wherever_one_is_chosen() {
    let mut app = keys("");
    for (nth, name) in [("aaaa", "Rahim K"), ("bbbb", "Rita K")] {
        let other = format!("2026-03-06-1420-crisis-{nth}");
        let text = RECORD.replace(CRISIS, &other).replace("Joan M", name);
        app.records.insert(id(&other), text);
    }
    let mut app = app.looks();
    app.keys("/check-in rk<enter>").says("is not one person");
    let whose = texts(&app);
    assert!(whose.contains(&"RaK".to_owned()) && whose.contains(&"RiK".to_owned()));
    app.keys("<esc>/records<enter>");
    let listed = texts(&app).join(" ");
    assert!(listed.contains("RaK") && listed.contains("RiK"), "{listed}");
    app.keys("<esc>/check-in rik<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().facts.person.as_deref(), Some("Rita K"));
}

#[test]
fn reading_back_a_crisis_asks_when_and_a_number_answers() {
    let mut app = keys("/crisis<enter>! No heating<enter><c-r>");
    assert!(app.app.asks_look_again());
    app.keys("3<enter>")
        .says("You look again on Fri 13 March")
        .line("");
    assert!(!app.app.asks_look_again());
    app.notes(["No heating", "Look again"]);
    app.keys("/look tomorrow<enter>").says("Wed 11 March");
    app.notes(["No heating", "Look again"]);
    assert_eq!(
        app.to_look_again()[0]
            .due
            .map(|day| day.to_string())
            .as_deref(),
        Some("2026-03-11")
    );
    app.keys("2<enter>").says("Thu 12 March");
    app.notes(["No heating", "Look again"]);
    app.keys("7<enter>");
    app.notes(["No heating", "Look again", "7"]);
    app.keys("/look none<enter>");
    app.notes(["No heating", "7"]);
    app.keys("<c-z>");
    app.notes(["No heating", "Look again", "7"]);
}

#[test]
fn it_can_be_skipped_and_is_not_asked_of_any_other_talk() {
    let app = keys("/crisis<enter>! No heating<enter><c-r><c-s><enter>");
    app.shows(Screen::Home);
    assert!(app.to_look_again().is_empty());
    assert_eq!(app.saved.len(), 1);
    let mut app = keys("one<enter><c-r>");
    assert!(!app.app.asks_look_again());
    app.keys("2<enter>").notes(["one", "2"]);
    app.keys("/look friday<enter>")
        .says("a talk about a crisis");
    app.notes(["one", "2"]);
}

#[test]
fn enter_skips_the_question_and_the_next_opens_the_note() {
    let mut app = keys("/crisis<enter>! No heating<enter><c-r><enter>");
    app.no_sheet();
    assert!(!app.app.asks_look_again());
    app.keys("<enter>");
    assert!(app.app.sheet.is_some());
    let mut app = keys("/crisis<enter>! No heating<enter>* Her cat<enter><c-r><down><enter>");
    assert!(
        app.app.sheet.is_some(),
        "somebody who chose a note wants that"
    );
    app.keys("<esc>");
    assert!(app.app.asks_look_again());
}

#[test]
fn it_is_asked_among_the_ways_to_save_too() {
    let mut app = keys("/crisis<enter>! No heating<enter><c-r><c-s>4");
    assert_eq!(
        texts(&app),
        ["Tomorrow", "In 2 days", "Friday", "Type a day"]
    );
    app.keys("1").says("Wed 11 March");
    assert_eq!(app.chosen(), "Save and finish");
    app.keys("<enter>").shows(Screen::Home);
    assert_eq!(app.to_look_again().len(), 1);
    let mut app = keys("/crisis<enter>! No heating<enter><c-r>4<enter>");
    app.line("/look ");
    app.keys("in 2 weeks<enter>").says("Tue 24 March");
}

#[test]
fn steady_takes_them_off_with_the_reason_in_their_own_words() {
    let mut app = with_crisis();
    app.keys("5<enter>3\"I slept\"<enter>")
        .says("They leave the board")
        .no_sheet();
    assert!(app.board().is_empty());
    let text = app.record(&id(CRISIS));
    assert!(
        text.contains("- Steady. You said: \"I slept\" *(Priya N, Tue 10 March"),
        "{text}"
    );
    let front = read_front(text).expect("a record");
    let said = front.steady.expect("said");
    assert!(said.is);
    assert_eq!(
        (said.because.as_deref(), said.whose.name()),
        (Some("I slept"), "person")
    );
}

#[test]
fn steady_needs_no_reason() {
    let mut app = with_crisis();
    app.keys("5<enter>3<enter>");
    assert!(app.board().is_empty());
    assert!(app.record(&id(CRISIS)).contains("- Steady. *("));
}

#[test]
fn steady_is_taken_back_on_home_and_the_sentence_says_how() {
    let mut app = with_crisis();
    app.keys("5<enter>3<enter>").says("/steady off JM");
    app.keys("/steady off jm<enter>")
        .says("JM is back on the board")
        .shows(Screen::Home);
    assert_eq!(app.board().len(), 1);
    let text = app.record(&id(CRISIS));
    assert!(text.contains("- Not steady after all. *(Priya N"), "{text}");
    app.keys("/steady off jm<enter>")
        .says("nobody who was said to be steady");
    app.keys("/steady<enter>").says("/sticking lists them");
}

#[test]
fn steady_is_not_taken_back_of_one_of_several() {
    let mut app = with_crisis();
    let other = "2026-03-05-1420-crisis-aaaa";
    let text = RECORD.replace(CRISIS, other).replace("Joan M", "Jim M");
    app.records.insert(id(other), text);
    let mut app = app.looks();
    app.keys("5<enter>3<enter>5<enter>3<enter>");
    assert!(app.board().is_empty());
    app.keys("/steady off jm<enter>").says("More than one");
    assert!(app.board().is_empty());
    app.keys("/steady off jim<enter>").says("back on the board");
    assert_eq!(app.board()[0].root(), &id(other));
}

#[test]
fn somebody_steady_is_back_once_a_check_in_says_when_to_look_again() {
    let mut app = with_crisis();
    app.keys("5<enter>1Worse<enter><c-q>");
    // Said to be steady meanwhile, on another machine, before it began.
    let steady = "steady: \"2026-03-10T10:00:00+00:00\"\nno_copy_home";
    let text = RECORD.replacen("no_copy_home", steady, 1);
    app.records.insert(id(CRISIS), text);
    let mut app = app.looks();
    assert!(app.board().is_empty());
    app.keys("5<enter>/look tomorrow<enter><c-r><c-s><enter>");
    assert_eq!(app.board().len(), 1);
}

#[test]
fn steady_in_the_talk_is_a_note_under_its_own_heading() {
    let mut app = keys("/crisis<enter>/who Joan M<enter>! No heating<enter>");
    app.keys("/steady The heating is on and Sam is there<enter>")
        .says("They leave the board");
    app.keys("<c-q>");
    assert!(app.board().is_empty());
    app.keys("<enter>");
    app.keys("/steady off<enter>").notes(["No heating"]);
    app.keys("<c-q>");
    assert_eq!(app.board().len(), 1);
    app.keys("<enter>/steady \"I'm all right now\"<enter><c-r><c-s><enter>");
    let text = &app.saved[0].record;
    assert!(
        text.contains("## How we know it's steadier\n\n> \"I'm all right now\""),
        "{text}"
    );
    assert!(text.contains("steady_whose: \"person\"") && app.board().is_empty());
}

#[test]
fn a_reason_kept_apart_is_in_no_header() {
    let mut app =
        keys("/crisis<enter>/steady He has moved out<enter>/apart<enter><c-r><c-s><enter>");
    let saving = &app.saved[0];
    assert!(!saving.record.contains("moved out"), "{}", saving.record);
    assert!(saving.record.contains("steady: ") && app.app.sheet.is_none());
    assert!(
        saving
            .apart
            .as_deref()
            .is_some_and(|apart| apart.contains("moved out"))
    );
    app.keys("<esc>");
}

#[test]
fn a_steady_check_in_makes_its_crisis_steady() {
    let mut app = with_crisis();
    app.keys("5<enter>1Slept four nights<enter>/steady<enter><c-r><c-s><enter>");
    assert!(app.board().is_empty());
}

#[test]
fn when_to_look_again_can_be_said_from_the_board() {
    let mut app = with_crisis();
    app.keys("5<enter>43").says("Moved to Fri 13 March");
    assert_eq!(app.to_look_again().len(), 1);
    app.keys("5<enter>44soonish<enter>");
    assert!(
        app.app.sheet.is_some(),
        "it stays where it can be put right"
    );
    app.keys("<c-u>wednesday<enter>")
        .says("Moved to Wed 11 March");
    // Once it is done there is none to move: a new one goes into the last record.
    let step = app.to_look_again().remove(0);
    let text = RECORD.replace("again: true", "again: true\n    state: \"done\"");
    app.records.insert(id(CRISIS), text);
    let mut app = app.looks();
    assert!(!app.board().is_empty() && app.board()[0].next.is_none());
    app.keys("5<enter>41")
        .says("You look again on Wed 11 March");
    let again = app.to_look_again();
    assert_eq!(
        (again.len(), again[0].what.as_str()),
        (1, step.what.as_str())
    );
    assert!(
        app.record(&id(CRISIS))
            .contains("- Look again: Wed 11 March 2026.")
    );
}

#[test]
fn what_is_said_of_an_open_crisis_goes_into_its_conversation() {
    let mut app = keys("/crisis<enter>/who Joan M<enter>! No heating<enter><c-q>");
    let crisis = app.board()[0].root().clone();
    app.keys("6<enter>41")
        .shows(Screen::Talk)
        .says("You look again on Wed 11 March");
    app.keys("<c-q>6<enter>1Better<enter><c-r><c-s><enter>")
        .shows(Screen::Home);
    assert!(app.board()[0].next.is_none(), "somebody has looked since");
    app.keys("5<enter>").shows(Screen::Talk);
    assert_eq!(app.talk().id, crisis);
    assert!(app.talk().look_again().is_none(), "so it is done");
    app.keys("<c-r><c-s><enter>");
    let front = read_front(app.record(&crisis)).expect("a record");
    assert_eq!(front.linked.len(), 1);
    assert_eq!(front.linked[0].tie, Tie::CheckedBy);
}

#[test]
fn what_two_records_do_not_say_of_each_other_is_put_right() {
    let mut app = with_crisis();
    app.keys("5<enter>1Better<enter><c-r><c-s><enter>");
    let whole = app.record(&id(CRISIS)).to_owned();
    // As the program would have left it, had it been stopped between the two.
    app.records.insert(id(CRISIS), RECORD.to_owned());
    let mut next = Playing::started(app.journals);
    next.records = app.records;
    let next = next.looks();
    let front = read_front(next.record(&id(CRISIS))).expect("a record");
    let wanted = read_front(&whole).expect("a record");
    assert_eq!(
        (front.linked, front.next_steps),
        (wanted.linked, wanted.next_steps)
    );
    let once = next.record(&id(CRISIS)).to_owned();
    let next = next.looks();
    assert_eq!(next.record(&id(CRISIS)), once, "once");
}

#[test]
fn a_plan_begun_with_somebody_in_crisis_shows_one_quiet_line() {
    let mut app = with_crisis();
    app.keys("3<enter>");
    assert_eq!(app.app.quiet, None);
    app.keys("/who joan  m<enter>").shows(Screen::Talk);
    assert_eq!(app.app.quiet, Some(Quiet::StickingClose));
    app.keys("A flat of her own<enter>");
    assert_eq!(app.app.quiet, None);
    app.keys("/who Joan M<enter>");
    assert_eq!(app.app.quiet, None, "once");
    app.keys("<c-r><c-s><enter>");
    assert!(!app.saved[0].record.contains("ticking close"));
    for other in [
        "/hints off<enter>3<enter>/who Joan M<enter>",
        "3<enter>/who Carol B<enter>",
        "1<enter>/who Joan M<enter>",
    ] {
        let mut app = with_crisis();
        app.keys(other);
        assert_eq!(app.app.quiet, None, "{other}");
    }
    let app = keys("/crisis<enter>! No heating<enter><esc>/good<enter>");
    assert_eq!(
        app.app.quiet,
        Some(Quiet::StickingClose),
        "a crisis that moved on"
    );
}

#[test]
fn nobody_is_on_the_board_while_it_is_locked_or_in_practice() {
    let mut app = with_crisis();
    app.app.seal = Seal::Unlocked;
    app.keys("4<enter>").shows(Screen::Cards);
    assert!(app.board().is_empty());
    app.keys("/sticking<enter>").no_sheet();
    app.keys("<c-q>").shows(Screen::Home);
    assert_eq!(app.board().len(), 1);
    app.keys("/sticking<enter>");
    assert_eq!(texts(&app), ["JM"]);
    app.keys("<esc>/lock<enter>");
    assert!(app.board().is_empty());
}
