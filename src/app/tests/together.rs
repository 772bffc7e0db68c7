//! More than one person in the talk: who rang, a carer's own conversation, family time; and a call of a few lines.

use super::*;
use crate::{
    app::under::{Under, under as under_line},
    conversation::{Detail, Tie},
    record,
    words::together::{COULD_BE_A_PROMISE, FAMILY_TIME_HOW, HAS_ITS_LINES},
};

/// What the row under the line says.
fn under(playing: &Playing) -> Option<Under> {
    under_line(&playing.app)
}

/// Carol rang about Joan M.
fn carol_rang() -> Playing {
    keys("1<enter>/caller Carol, daughter<enter>/who Joan M<enter>")
}

fn speakers(app: &Playing) -> Vec<Option<&str>> {
    let notes = app.talk().notes.iter();
    notes.map(|note| note.speaker.as_deref()).collect()
}

#[test]
fn whoever_rang_is_named_with_or_without_brackets_and_unsaid_with_none() {
    let mut app = keys("/caller Carol (daughter)<enter>");
    app.shows(Screen::Talk).says("Carol, daughter, rang");
    app.keys("/caller Carol, neighbour<enter>")
        .says("Carol, neighbour, rang");
    app.keys("/caller none<enter>").says("Nobody rang for them");
    app.keys("/caller<enter>").says("/caller NAME, ROLE");
}

#[test]
fn lines_so_far_become_the_callers_and_it_is_said_how_many() {
    let mut app = keys("She will not eat<enter>! She fell<enter>/caller Carol<enter>");
    app.says("2 lines so far are theirs");
    assert_eq!(speakers(&app), [Some("Carol"); 2]);
    app.keys("<c-z>").says("Undone: Carol rang");
    assert_eq!(speakers(&app), [None, None]);
}

#[test]
fn joining_and_leaving_say_whose_lines_are_whose() {
    let mut app = carol_rang();
    app.keys("She will not eat<enter>/joined Joan<enter>")
        .says("Joan is here: lines are theirs now");
    app.keys("I had toast<enter>/gone joan<enter>")
        .says("Joan has gone");
    app.keys("She did not<enter>");
    assert_eq!(speakers(&app), [Some("Carol"), None, Some("Carol")]);
    app.keys("/with carol<enter>").says("carol is here already");
    app.keys("/gone Dave<enter>").says("Nobody called Dave");
    app.keys("Joan: I did<enter>").says("Joan is here");
}

#[test]
fn whose_words_a_chosen_note_is_can_be_said_in_the_talk_and_in_read_back() {
    let mut app = carol_rang();
    app.keys("one<enter>two<enter><up><up>/whose Joan<enter>")
        .says("The person's words");
    assert_eq!(speakers(&app), [None, Some("Carol")]);
    app.keys("<c-r><down>/whose person<enter>");
    assert_eq!(speakers(&app), [None, None]);
    app.keys("<esc>~ Crying<enter>/whose Carol<enter>")
        .says("is yours. Change the mark first");
}

#[test]
fn two_keys_begin_the_carers_own_and_neither_holds_anything_of_the_other() {
    let mut app = carol_rang();
    app.keys("Joan fell on the ice<enter>/contact Joan hears better on the left<enter><f4>6");
    app.shows(Screen::Talk).says("Neither shows the other");
    let own = app.talk();
    assert_eq!(own.guide().id.as_str(), "carer");
    assert_eq!(own.facts.person.as_deref(), Some("Carol"));
    assert!(own.notes.is_empty() && own.facts.caller.is_none() && own.facts.contact.is_none());
    let (own_id, link) = (own.id.clone(), own.facts.links[0].clone());
    assert_eq!(link.tie, Tie::CarerOf);
    app.keys("I am worn to a thread<enter><c-r><c-s><enter>");
    let own_record = app.saved[0].record.clone();
    let opened = app.opens(link.to.clone());
    app.takes(opened);
    let links = &app.talk().facts.links;
    assert_eq!((&links[0].to, links[0].tie), (&own_id, Tie::CaredForBy));
    app.keys("<c-r><c-s><enter>");
    let record = app.saved[1].record.clone();
    for (text, theirs, names) in [
        (&own_record, "Joan", link.to.as_str()),
        (&record, "thread", own_id.as_str()),
    ] {
        assert!(!text.contains(theirs), "{theirs}: {text}");
        assert!(text.contains(&format!("- id: \"{names}\"")), "{text}");
    }
    assert!(!own_record.contains("ice") && !own_record.contains("on the left"));
    let linked = record::read_front(&own_record).expect("a header").linked;
    assert_eq!(linked, [link]);
}

#[test]
fn the_carers_own_is_only_begun_from_somebody_elses_and_never_in_practice() {
    let mut app = keys("1<enter>/caller Carol<enter>one<enter>/carer Carol B<enter>");
    assert_eq!(app.talk().facts.person.as_deref(), Some("Carol B"));
    app.keys("/carer<enter>")
        .says("a carer's own conversation already");
    app.keys("<f4>");
    assert!(app.rows().iter().all(|row| row.text != "The carer's own"));
    let mut app = keys("4<enter>1<enter>");
    app.keys("one<enter>/carer<enter>");
    assert!(app.journals.keys().all(|id| id.side() == Side::Practice));
}

#[test]
fn a_carers_own_stays_open_even_before_its_first_word() {
    let mut app = carol_rang();
    app.keys("one<enter><f4>6<c-q>").shows(Screen::Home);
    assert_eq!(app.journals.len(), 2);
}

#[test]
fn the_rows_beside_the_kinds_have_the_same_numbers_on_home_and_in_a_talk() {
    let titles = |app: &Playing| -> Vec<String> {
        let rows = app.rows().into_iter().skip(4);
        rows.map(|row| format!("{} {}", row.text, row.detail))
            .collect()
    };
    let mut app = keys("<f4>");
    let home = titles(&app);
    assert!(home[0].starts_with("Update call"), "{home:?}");
    assert!(home[1].starts_with("The carer's own"), "{home:?}");
    app.keys("6").shows(Screen::Talk);
    assert_eq!(app.talk().guide().id.as_str(), "carer");
    let mut app = keys("1<enter>one<enter><f4>");
    let talk = titles(&app);
    assert!(talk[0].starts_with("Update call"), "{talk:?}");
    assert!(talk[1].starts_with("The carer's own"), "{talk:?}");
    assert!(
        talk[..2]
            .iter()
            .all(|row| row.contains("This one stays open"))
    );
    assert!(talk[2].starts_with("1 to 4: your notes stay with you"));
    app.keys("5").says("The other is under Carry on");
    assert_eq!(app.talk().guide().id.as_str(), "update-call");
    assert!(app.talk().notes.is_empty(), "its notes stay where they are");
    assert_eq!(app.journals.len(), 2);
}

#[test]
fn before_the_first_note_a_conversation_becomes_an_update_call_and_keeps_the_name() {
    let mut app =
        keys("1<enter>/who Mavis Dunn<enter>/update<enter>the rail<enter>It is ordered<enter>");
    assert_eq!(app.journals.len(), 1);
    assert_eq!(under(&app), Some(Under::Words(HAS_ITS_LINES.to_owned())));
    app.keys("<f4>");
    assert_eq!(app.rows()[4].detail, "you are here");
}

#[test]
fn family_time_hides_all_of_it_and_only_enter_goes_back_with_what_was_typed() {
    let mut app = keys("1<enter>one<enter>/family-time<enter>");
    assert!(app.app.is_family_time() && app.app.is_paused());
    app.keys("<tab><up><c-f><f4><c-z><c-r><f10><c-p><esc><esc>")
        .notes(["one"])
        .no_sheet();
    assert!(app.app.is_family_time(), "no other key comes back");
    app.keys("xy<backspace>").line("x");
    app.takes(Msg::Paste("pasted".to_owned()));
    assert!(app.app.is_family_time(), "nor does a slip on the keys");
    assert_eq!(under(&app), None, "nothing is said of words nobody sees");
    app.keys("<enter>")
        .line("xpasted")
        .says("The record says so");
    assert!(!app.app.is_paused());
    app.keys("<c-u>/family<enter>/family-time").no_sheet();
    assert!(!app.app.is_slash());
    app.keys("<enter>").line("").says("Family time was 14:20");
    assert_eq!(app.talk().alone.len(), 2);
}

#[test]
fn disagree_says_which_note_it_took_and_how_the_other_side_is_kept() {
    let mut app = keys(
        "1<enter>Carol: He is not ready to go home by himself<enter>I am ready<enter>/disagree<enter>",
    );
    app.says("Kept as said: \"I am ready\". Choose the other side and /disagree again");
    app.keys("<up><up>/disagree<enter>")
        .says("It stands under Where we disagree");
    let said = app.app.said.clone().unwrap_or_default();
    assert!(crate::text::width(&said) <= 75, "{said}");
    app.keys("<up><up>/disagree<enter>")
        .says("o longer a disagreement");
}

#[test]
fn beside_its_topic_stands_how_to_begin_family_time() {
    let mut app = keys("<f4>4fam<enter>/topics family<enter>");
    assert_eq!(under(&app), Some(Under::Words(FAMILY_TIME_HOW.to_owned())));
    app.keys("<tab>");
    assert_eq!(under(&app), None);
}

#[test]
fn family_time_goes_on_after_the_program_was_ended_and_after_it_was_left() {
    let app = keys("1<enter>one<enter>/family-time<enter>");
    let mut app = app.restarts();
    app.keys("<enter>");
    assert!(app.app.is_family_time());
    app.keys("<c-q>").shows(Screen::Home);
    app.keys("<enter>");
    assert!(app.app.is_family_time());
    app.keys("<enter><c-r><c-s><enter>");
    assert!(
        app.saved[0]
            .record
            .contains("You had the room to yourselves from 14:20 to")
    );
}

#[test]
fn three_lines_of_an_update_call_and_one_key_are_read_back_and_all_of_them_are_in() {
    let mut app = keys("<f4>5");
    app.shows(Screen::Talk);
    app.keys("Carol, about her mum<enter><enter>the chair since June<enter><enter>")
        .shows(Screen::Talk);
    app.keys("> I ring Carol on Thursday<enter>")
        .shows(Screen::Talk);
    assert_eq!(under(&app), Some(Under::Words(HAS_ITS_LINES.to_owned())));
    app.keys("<enter>").shows(Screen::ReadBack);
    assert_eq!(app.talk().detail(), Detail::Everything);
    app.keys("<c-s><enter>").shows(Screen::Home);
    let record = &app.saved[0].record;
    for part in [
        "- Carol, about her mum\n- the chair since June\n",
        "I ring Carol on Thursday. **Me, Thu 12 March 2026**",
        "    due: \"2026-03-12\"\n",
    ] {
        assert!(record.contains(part), "{part}: {record}");
    }
}

#[test]
fn an_update_call_keeps_the_name_and_says_quietly_how_a_day_becomes_a_promise() {
    let mut app = keys("<f4>5Ted Barlow<enter>");
    app.says("With Ted Barlow");
    app.keys("The rail, by Friday");
    assert_eq!(under(&app), None, "only what I answer is mine to promise");
    app.keys("<enter>Told him it is on the list");
    assert_eq!(under(&app), None, "no day is named");
    app.keys("; rings him by Friday");
    let how = Under::Words(COULD_BE_A_PROMISE.to_owned());
    assert_eq!(under(&app), Some(how));
    app.keys("<enter><enter><c-s><enter>").shows(Screen::Home);
    let record = &app.saved[0].record;
    assert!(record.contains("person: \"Ted Barlow\""), "{record}");
    assert!(
        !record.contains("due:"),
        "nothing becomes one by itself: {record}"
    );
}

#[test]
fn with_the_name_given_the_two_lines_that_are_left_are_all_of_an_update_call() {
    let mut app = keys("/update<enter>/who Mavis Dunn<enter>the rail<enter>It is ordered<enter>");
    assert_eq!(under(&app), Some(Under::Words(HAS_ITS_LINES.to_owned())));
    app.keys("<enter>").shows(Screen::ReadBack);
}

#[test]
fn enter_on_an_empty_line_of_any_other_talk_goes_nowhere() {
    keys("1<enter>one<enter><s-tab>two<enter><enter>").shows(Screen::Talk);
}

#[test]
fn update_is_a_command_wherever_one_is() {
    let mut app = keys("/update<enter>");
    assert_eq!(app.talk().guide().id.as_str(), "update-call");
    app.keys("one<enter>two<enter>three");
    assert_eq!(under(&app), None, "the third is not kept yet");
}
