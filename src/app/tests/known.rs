//! People already met: found with a few letters, ten lines about one, and the open promises asked about first.

use super::*;
use crate::conversation::Facts;

const CRISIS: &str = "2026-03-06-1420-crisis-7k3f";
const LISTEN: &str = "2026-02-02-0900-listen-aaaa";

/// Friday's crisis with Joan M, and a talk with her a month before; one with Jo Baker; one with nobody named.
fn met() -> Playing {
    let mut playing = keys("");
    let records = [
        (
            CRISIS,
            "person: \"Joan M\"\ncontact: \"Ring the landline. You hear better on the left.\"\nno_copy_home: true\n",
            "next_steps:\n  - id: \"s1\"\n    what: \"Ring about the key safe\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n\
             \x20 - id: \"s2\"\n    what: \"Post the form\"\n    who: \"Priya N\"\n\
             \x20 - id: \"s3\"\n    what: \"Find her library card\"\n    who: \"Joan\"\n",
            "# Getting through this\n\n## What you want\n\n- Your own bed\n\n## You told me\n\n> \"I can't have strangers letting themselves in.\"\n",
        ),
        (
            LISTEN,
            "person: \"joan  m\"\ncontact: \"Text first\"\n",
            "",
            "# Talk\n\n## What matters to you\n\n> \"The telly\"\n\n## What worries you\n\n- The step\n",
        ),
        (
            "2026-03-01-0900-listen-bbbb",
            "person: \"Jo Baker\"\n",
            "",
            "# Talk\n",
        ),
        ("2026-03-02-0900-listen-cccc", "", "", "# Talk\n"),
    ];
    for (id, head, steps, body) in records {
        let kind = if id.contains("crisis") {
            "crisis"
        } else {
            "listen-and-connect"
        };
        let day = &id[..10];
        let text = format!(
            "---\nalongside: 1\nid: \"{id}\"\nkind: \"{kind}\"\nguide: \"{kind} 2026.1\"\n{head}\
             started: \"{day}T14:20:00+00:00\"\nended: \"{day}T14:50:00+00:00\"\nby: \"Priya N\"\n{steps}---\n\n{body}"
        );
        playing
            .records
            .insert(ConversationId::read(id).expect("an id"), text);
    }
    playing.app.desk.prefs.name = Some("Priya N".to_owned());
    playing.takes(Msg::Indexed(Index::Read(playing.known())));
    playing
}

fn texts(playing: &Playing) -> Vec<String> {
    playing.rows().into_iter().map(|row| row.text).collect()
}

fn facts(playing: &Playing) -> &Facts {
    &playing.talk().facts
}

fn record<'a>(playing: &'a Playing, id: &str) -> &'a str {
    &playing.records[&ConversationId::read(id).expect("an id")]
}

#[test]
fn who_lists_people_already_met_the_last_first_and_letters_narrow_it() {
    let mut app = met();
    app.keys("/who<enter>");
    assert_eq!(texts(&app), ["Joan M", "Jo Baker"]);
    assert_eq!(
        app.rows()[0].detail,
        "Friday 14:50  Crisis, Listen and connect"
    );
    app.keys("ba");
    assert_eq!(texts(&app), ["Jo Baker", "Nobody listed: the name is ba"]);
    app.keys("<esc>").no_sheet().shows(Screen::Home).line("");
    assert!(app.journals.len() <= 1 && app.talk().is_blank());
}

#[test]
fn starting_with_a_known_person_shows_ten_lines_and_fills_in_how_to_be_in_touch() {
    let mut app = met();
    app.keys("/who joa<enter>");
    assert_eq!(app.chosen(), "Joan M");
    app.keys("<enter>").shows(Screen::Talk);
    assert_eq!(
        texts(&app),
        [
            "You promised: Ring about the key safe, by Mon 9 March. Done?",
            "You promised: Post the form. Done?",
            "Nothing sent home.",
            "Contact: Ring the landline. You hear better on the left.",
            "\"I can't have strangers letting themselves in.\" (Fri 6 March)",
            "Matters: Your own bed (Fri 6 March)",
            "\"The telly\" (Mon 2 February)",
            "Told: The step (Mon 2 February)",
            "They promised: Find her library card",
            "Last record: Crisis, Fri 6 March, by Priya N. 2026-03-06-1420-crisis-7k3f",
        ]
    );
    let facts = facts(&app);
    assert_eq!(facts.person.as_deref(), Some("Joan M"));
    assert_eq!(
        facts.contact.as_deref(),
        Some("Ring the landline. You hear better on the left.")
    );
    assert!(facts.no_copy_home);
    app.keys("<esc><c-z>");
    assert_eq!(
        app.talk().facts,
        Facts {
            by: Some("Priya N".into()),
            ..Facts::default()
        }
    );
}

#[test]
fn the_worker_is_asked_about_each_open_promise_once_and_the_answer_is_in_the_old_record() {
    let mut app = met();
    app.keys("/who joan m<enter><esc>").no_sheet();
    app.says("You promised: Ring about the key safe, by Mon 9 March. Done? Enter answers");
    app.keys("<enter>");
    assert_eq!(texts(&app)[0], "Done");
    app.keys("1").keys("She has a new one<enter>");
    app.says("What they said is in the record. You promised: Post the form. Done?");
    app.shows(Screen::Talk);
    assert!(record(&app, CRISIS).contains("- Done: Ring about the key safe."));
    assert!(record(&app, CRISIS).contains("- What they said: \"She has a new one\""));
    // Typing lets it be, and it is not asked again.
    app.keys("Rang about lunch<enter>/known<enter><esc>")
        .notes(["Rang about lunch"]);
    assert_eq!(app.app.said, None);
    app.keys("<enter>").no_sheet();
    assert!(!record(&app, CRISIS).contains("Done: Post"));
    app.keys("/known<enter>");
    assert_eq!(texts(&app)[0], "You promised: Post the form. Done?");
    assert!(texts(&app).contains(&"Lately done: Ring about the key safe".to_owned()));
}

#[test]
fn a_name_nobody_has_is_set_as_it_is_typed_and_undone_in_one() {
    let mut app = met();
    app.keys("one<enter>/who Derek H<enter>")
        .no_sheet()
        .says("With Derek H");
    assert_eq!(facts(&app).person.as_deref(), Some("Derek H"));
    app.keys("<c-z>");
    assert_eq!(facts(&app).person, None);
    app.keys("/who<enter>Sam<enter>").no_sheet().line("");
    assert_eq!(facts(&app).person.as_deref(), Some("Sam"));
    app.keys("/who none<enter>");
    assert_eq!(facts(&app).person, None);
}

#[test]
fn a_whole_name_that_begins_another_is_set_and_the_other_is_offered() {
    let mut app = met();
    app.keys("one<enter>/who Jo B<enter>").no_sheet();
    app.says("With Jo B. Met before: Jo Baker? Enter finds them.");
    assert_eq!(facts(&app).person.as_deref(), Some("Jo B"));
    app.keys("<enter>");
    assert_eq!(app.chosen(), "Jo Baker");
    app.keys("<enter><esc>");
    assert_eq!(facts(&app).person.as_deref(), Some("Jo Baker"));
    app.notes(["one"]);
}

#[test]
fn words_on_the_line_stay_there() {
    let mut app = met();
    app.keys("she says the boiler<c-k>who<enter>");
    assert_eq!(texts(&app), ["Joan M", "Jo Baker"]);
    app.keys("<enter>");
    app.line("she says the boiler").shows(Screen::Talk);
    app.keys(" man").no_sheet().line("she says the boiler man");
}

#[test]
fn another_person_takes_what_was_filled_in_for_the_first_with_them() {
    let mut app = met();
    app.keys("/who joan m<enter><esc>/who Jo Baker<enter><esc>");
    assert_eq!(facts(&app).contact, None);
    let mut app = met();
    app.keys("/who joan m<enter><esc>/who Derek H<enter>");
    assert_eq!(facts(&app).contact, None);
    let mut app = met();
    app.keys("/contact Mornings<enter>/who joan m<enter><esc>");
    assert_eq!(facts(&app).contact.as_deref(), Some("Mornings"));
    app.keys("/who Derek H<enter>");
    assert_eq!(facts(&app).contact.as_deref(), Some("Mornings"));
}

#[test]
fn one_still_open_comes_first_and_is_carried_on() {
    let mut app = met();
    app.keys("/who joan m<enter><esc>No heating<enter><c-q>");
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/who joan m<enter>");
    assert!(texts(&app)[0].starts_with("Still open: Listen and connect, left today at 14:20"));
    app.keys("1").shows(Screen::Talk).notes(["No heating"]);
    assert_eq!(app.journals.len(), 1, "the one just begun left no draft");
}

#[test]
fn a_line_that_names_somebody_met_before_brings_what_was_heard_of_them_in_one_undo() {
    let mut app = met();
    app.keys("/update<enter>joan m<enter>");
    app.says("With Joan M. Nothing sent home.");
    assert_eq!(facts(&app).person.as_deref(), Some("Joan M"));
    assert!(facts(&app).no_copy_home && facts(&app).contact.is_some());
    app.keys("<c-z>").line("joan m");
    assert_eq!(facts(&app).person, None);
    assert!(!facts(&app).no_copy_home && facts(&app).contact.is_none());
}

#[test]
fn a_record_of_another_guide_than_the_main_one_is_listed_by_the_title_of_its_guide() {
    let mut app = met();
    let id = "2026-03-08-0900-listen-dddd";
    let text = record(&app, LISTEN)
        .replace(LISTEN, id)
        .replace("listen-and-connect 2026.1", "update-call 2026.1")
        .replace("2026-02-02", "2026-03-08");
    app.records
        .insert(ConversationId::read(id).expect("an id"), text);
    let known = app.known();
    app.takes(Msg::Indexed(Index::Read(known)));
    app.keys("/records<enter>");
    let rows = texts(&app).join("|");
    assert!(rows.contains("Update call"), "{rows}");
    assert!(
        rows.contains("Crisis") && rows.contains("Listen and connect"),
        "{rows}"
    );
    app.keys("update<enter>");
    app.keys("<esc><esc>/who joan m<enter>");
    let lines = texts(&app).join("|");
    assert!(lines.contains("Last record: Update call, Sun"), "{lines}");
}

#[test]
fn before_the_index_is_read_and_while_it_is_sealed_the_name_is_set_and_that_is_said() {
    for (index, words) in [
        (Index::Unread, "Still reading who was met"),
        (Index::Sealed, "Who was met is sealed. /unlock opens it"),
    ] {
        let mut app = keys("one<enter>");
        app.app.desk.index = index.clone();
        app.keys("/who Joan M<enter>")
            .says("With Joan M.")
            .says(words);
        assert_eq!(facts(&app).person.as_deref(), Some("Joan M"));
        app.app.desk.index = index;
        app.keys("/who<enter>").no_sheet().says(words);
    }
}

#[test]
fn what_is_kept_apart_and_what_is_only_in_an_open_talk_is_not_in_the_lines() {
    let mut app = met();
    app.keys("/who joan m<enter><esc>& Derek must not know<enter>> Ring Derek today<enter>/apart<enter><c-q>");
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/who joan m<enter>");
    assert!(
        texts(&app).iter().all(|text| !text.contains("Derek")),
        "{:?}",
        texts(&app)
    );
}

#[test]
fn in_a_role_play_nobody_real_is_listed_and_a_name_is_only_a_name() {
    let mut app = met();
    app.keys("4<enter><enter>");
    app.keys("/who Joan M<enter>").no_sheet();
    assert_eq!(facts(&app).person.as_deref(), Some("Joan M"));
    assert_eq!(facts(&app).contact, None);
    app.keys("/who<enter>").no_sheet().says("/who and the name");
    app.keys("/known<enter>")
        .no_sheet()
        .says("No record of Joan M yet.");
}

#[test]
fn locking_forgets_who_was_met() {
    let mut app = met();
    app.app.seal = Seal::Unlocked;
    app.keys("/who joan m<enter><esc>/lock<enter>");
    assert!(app.app.people().is_empty() && app.app.lines_of("Joan M").is_empty());
}
