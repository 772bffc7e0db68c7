//! Finished records: found, read, added to.

use super::*;
use crate::desk::{Command, Records};

const JOAN: &str = "2026-03-06-1420-listen-7k3f";
const ALAN: &str = "2026-03-02-0900-crisis-aaaa";

fn text(id: &str, kind: &str, person: &str) -> String {
    format!(
        "---\nalongside: 1\nid: \"{id}\"\nkind: \"{kind}\"\nperson: \"{person}\"\nstarted: \"{}T14:20:00+00:00\"\n---\n\n\
         # Talking with you\n\n## What worries you\n\n> \"I fell on the front step.\"\n\n- Frightened of the front step.\n\n{}\n",
        &id[..10],
        record::FOOT
    )
}

fn with_records() -> Playing {
    let mut playing = keys("");
    let all = [
        (JOAN, "listen-and-connect", "Joan Mwangi"),
        (ALAN, "crisis", "Alan T"),
    ];
    for (id, kind, person) in all {
        let key = ConversationId::read(id).expect("an id");
        playing.records.insert(key, text(id, kind, person));
    }
    playing.app.desk.prefs.name = Some("Priya N".to_owned());
    playing.takes(Msg::Indexed(Index::Read(playing.known())));
    playing
}

fn joan(playing: &Playing) -> &str {
    &playing.records[&ConversationId::read(JOAN).expect("an id")]
}

fn words(playing: &Playing) -> Vec<String> {
    playing.rows().into_iter().map(|row| row.text).collect()
}

#[test]
fn records_are_listed_by_initials_and_found_by_name_kind_or_day() {
    let mut app = with_records();
    app.keys("/records<enter>");
    assert_eq!(words(&app), ["JM  Listen and connect", "AT  Crisis"]);
    app.keys("mwangi");
    assert_eq!(words(&app), ["JM  Listen and connect"]);
    app.keys("<c-u>crisis 2 march");
    assert_eq!(words(&app), ["AT  Crisis"]);
    app.keys("<c-u>nobody");
    assert_eq!(words(&app), ["No finished record answers to \"nobody\"."]);
    app.keys("<esc>").no_sheet().shows(Screen::Home);
    app.keys("/records joan<enter>");
    assert_eq!(words(&app), ["JM  Listen and connect"]);
}

#[test]
fn a_list_that_is_not_read_yet_fills_in_and_a_name_looked_for_is_no_note() {
    let mut app = with_records();
    app.app.desk.index = Index::Unread;
    app.app.obey(
        Command::Records(Records::List(String::new())),
        Tick {
            now: app.now,
            dice: 1,
        },
    );
    // It is asked for, and has not come yet.
    app.app.desk.take_effects();
    assert_eq!(words(&app), [crate::words::adding::STILL_READING]);
    app.keys("joan<enter>");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &*sheet.filter),
        Some("joan")
    );
    app.takes(Msg::Indexed(Index::Read(app.known())));
    assert_eq!(words(&app), ["JM  Listen and connect"]);
}

#[test]
fn words_are_put_right_where_they_stand_and_the_old_are_one_key_away() {
    let mut app = with_records();
    app.keys("/records<enter><enter>2the front step");
    assert_eq!(words(&app), ["In the record 2 times. All are put right."]);
    app.keys("<enter>the back step<enter>");
    assert_eq!(
        words(&app)[..2],
        ["Wrong: the front step", "Right: the back step"]
    );
    app.keys("I misheard<enter>").says("Put right");
    assert!(joan(&app).contains("- Corrected: \"the front step\" should be \"the back step\". Why: I misheard *(Priya N, Tue 10 March"));
    let read = words(&app).join("\n");
    assert!(
        read.contains("  - Frightened of the back step [corrected]."),
        "{read}"
    );
    app.keys("<tab>");
    let read = words(&app).join("\n");
    assert!(
        read.contains("  - Frightened of the front step.\n") && read.contains("Why: I misheard"),
        "{read}"
    );
    app.keys("<tab>");
    assert!(words(&app).join("\n").contains("[corrected]"));
    app.keys("<esc>/as-finished<enter>");
    assert!(!words(&app).join("\n").contains("[corrected]"));
}

#[test]
fn words_that_are_not_there_stay_to_be_put_right() {
    let mut app = with_records();
    app.keys("/records<enter><enter>2the side step<enter>");
    assert!(words(&app)[0].contains("do not stand in the record"));
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &*sheet.filter),
        Some("the side step")
    );
    assert_eq!(joan(&app), text(JOAN, "listen-and-connect", "Joan Mwangi"));
    // Esc goes back, and keeps them for when it is asked again.
    app.keys("<esc>").no_sheet().says("What you typed is kept");
    app.keys("/add<enter>");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &*sheet.filter),
        Some("the side step")
    );
    app.keys("<c-u>Frightened<enter>Frightened<enter>")
        .says("says that already");
    app.keys("<c-u>Afraid<enter><enter>");
    assert!(app.app.sheet.is_some(), "why is part of it");
    app.keys("her word<enter>").says("Put right");
}

#[test]
fn their_own_statement_is_typed_or_pasted_line_by_line() {
    let mut app = with_records();
    app.keys("/records<enter><enter>3I did not fall.<enter>I sat down");
    app.keys("<enter><bs> slowly<enter>");
    assert_eq!(words(&app)[..2], ["I did not fall.", "I sat down slowly"]);
    app.pastes("And I\r\n\r\ngot up.");
    app.keys("<esc>/add<enter>");
    assert_eq!(
        words(&app)[..4],
        ["I did not fall.", "I sat down slowly", "And I", ""]
    );
    app.keys("<enter><enter>").says("Their words are in");
    let statement = "## You say\n\n> I did not fall.\\\n> I sat down slowly\\\n> And I\n>\n> got up.\n\n*(Priya N,";
    assert!(joan(&app).contains(statement), "{}", joan(&app));
}

#[test]
fn a_record_that_no_longer_stands_says_so_everywhere_and_can_stand_again() {
    let mut app = with_records();
    app.keys("/records<enter><enter>5The wrong Joan<enter>")
        .says("no longer stands");
    assert!(words(&app)[0].contains("Why: The wrong Joan (Priya N,"));
    app.keys("<esc>/records<enter>");
    assert!(words(&app)[0].ends_with("Listen and connect, no longer stands"));
    app.keys("<enter>");
    assert_eq!(words(&app)[5], "It stands after all");
    app.keys("5It was her<enter>").says("stands again");
    assert!(!joan(&app).contains("voided"));
    app.keys("<esc>/records<enter><enter>4Carol rang: a rail is in<enter>")
        .says("What was heard");
    assert!(joan(&app).contains("- Heard later: Carol rang: a rail is in *(Priya N,"));
}

#[test]
fn no_record_is_shown_in_practice_or_while_it_is_locked() {
    let mut app = with_records();
    app.keys("4<enter>/records<enter>").no_sheet();
    app.keys("<c-q>").shows(Screen::Home);
    app.app.seal = Seal::Unlocked;
    app.keys("/records<enter><enter>3Mine<enter>");
    app.app.lock();
    app.no_sheet();
    app.keys("/records<enter>").no_sheet();
}

#[test]
fn a_record_is_added_to_from_a_conversation_and_the_line_keeps_its_words() {
    let mut app = with_records();
    app.keys("Rang at nine<enter>/records<enter><enter>4Heard<enter>");
    app.keys("<esc>").shows(Screen::Talk).line("");
    app.notes(["Rang at nine"]);
    assert!(joan(&app).contains("Heard later: Heard"));
}
