//! What is noted for the figures, as it is typed and seen.

use super::*;

fn with_routes(typed: &str) -> Playing {
    let mut app = keys("one<enter>");
    let routes = ["Connected locally", "Equipment", "Short-term help"];
    app.app.desk.team.routes = routes.map(str::to_owned).to_vec();
    app.keys(typed);
    app
}

fn route(app: &Playing) -> Option<&str> {
    app.talk().facts.route.as_deref()
}

fn said(app: &Playing) -> &str {
    app.app.said.as_deref().unwrap_or_default()
}

#[test]
fn facts_are_notes_like_any_other() {
    let mut app = keys("one<enter>/spent 22.5 electric key<enter>");
    app.keys("/handed-over Sam Okoro she knows the housing team<enter>");
    app.keys("/talked-over Ana: we stay another week<enter>");
    let all = [
        "one",
        "£22.50 electric key",
        "I handed this to Sam Okoro: she knows the housing team.",
        "I talked this over with Ana: we stay another week.",
    ];
    app.notes(all);
    app.keys("<c-z><c-z>").notes([all[0], all[1]]);
    app.keys("<c-y>").notes([all[0], all[1], all[2]]);
}

#[test]
fn what_is_missing_is_said_and_the_words_stay_on_the_line() {
    for (typed, usage) in [
        ("/spent electric key", "/spent 22.50"),
        ("/spent 22", "what it was for"),
        ("/handed-over", "/handed-over NAME: why"),
        ("/handed-over duty team it needs a nurse", "NAME: why"),
        ("/talked-over", "NAME: what was decided"),
        ("/contacted", "/contacted 3 march"),
    ] {
        let mut app = keys("one<enter>");
        app.keys(typed).keys("<enter>").notes(["one"]).line(typed);
        assert!(said(&app).contains(usage), "{typed}: {}", said(&app));
    }
}

#[test]
fn a_line_says_that_it_was_taken_for_a_spend_and_how_it_is_words() {
    for (typed, says) in [
        ("£22 electric key", "A spend. A space first makes it words."),
        (
            "£22: electric key",
            "A spend. A space first makes it words.",
        ),
        ("£22", "Not a spend yet: say what for, as £22 electric key."),
        ("£600 bed", "Over £500 is only a spend with /spent."),
        ("£50,000 stolen by her nephew", ""),
        ("<sp>£22 electric key", ""),
        ("& £22 electric key", ""),
    ] {
        let mut app = keys("one<enter>");
        app.keys(&typed.replace("<sp>", " ")).keys("<enter>");
        assert_eq!(said(&app), says, "{typed}");
    }
    let app = keys("one<enter>/spent 600 bed<enter>");
    assert_eq!(app.talk().notes[1].spend(), Some(60_000));
}

#[test]
fn what_is_left_out_by_hand_still_counts_and_what_is_kept_apart_does_not() {
    let out = "Left out. It still counts as spent. Ctrl+Z puts it back";
    let mut app = keys("£60 secret thing<enter>/read-back<enter>");
    app.keys("<space>");
    assert_eq!(said(&app), out);
    let mut app = keys("£60 secret thing<enter>/apart<enter>");
    let apart = "Kept apart, never in a copy. It does not count in the figures.";
    assert_eq!(said(&app), apart);
    app.keys("/apart<enter>");
    assert_eq!(said(&app), "Put back with the others");
}

#[test]
fn a_day_after_the_talk_began_is_no_first_contact() {
    let mut app = keys("one<enter>");
    app.now += chrono::TimeDelta::days(3);
    app.keys("/contacted 12 march<enter>");
    assert_eq!(
        said(&app),
        "That is after this conversation began (Tue 10 March)."
    );
    assert_eq!(app.talk().facts.contacted, None);
    app.keys("<c-u>/contacted 10 march<enter>");
    assert!(app.talk().facts.contacted.is_some());
}

#[test]
fn first_contact_is_a_day_that_has_been() {
    let mut app = keys("one<enter>/contacted fri<enter>");
    assert_eq!(said(&app), "First got in touch: Friday 6 March 2026");
    let day = |app: &Playing| app.talk().facts.contacted.map(|day| day.to_string());
    assert_eq!(day(&app).as_deref(), Some("2026-03-06"));
    app.keys("/contacted tomorrow<enter>");
    assert!(said(&app).contains("still to come"), "{}", said(&app));
    app.keys("/contacted when she fell<enter>");
    assert!(
        said(&app).contains("not a day I can read"),
        "{}",
        said(&app)
    );
    assert_eq!(day(&app).as_deref(), Some("2026-03-06"), "as it was");
    app.keys("/contacted none<enter>");
    assert_eq!(day(&app), None);
    app.keys("<c-z>");
    assert_eq!(day(&app).as_deref(), Some("2026-03-06"));
}

#[test]
fn a_route_is_chosen_by_its_number_or_narrowed_and_anything_may_be_typed() {
    let mut app = with_routes("/route<enter>");
    assert_eq!(app.rows().len(), 3);
    app.keys("2");
    assert_eq!(route(&app), Some("Equipment"));
    let app = with_routes("/route<enter>short<enter>");
    assert_eq!(route(&app), Some("Short-term help"));
    let app = with_routes("/route<enter>wrote to the GP<enter>");
    assert_eq!(route(&app), Some("wrote to the GP"));
    let app = with_routes("/route CONNECTED locally<enter>");
    assert_eq!(route(&app), Some("Connected locally"), "as the list has it");
    let mut app = with_routes("/route connected<enter>");
    let rows: Vec<String> = app.rows().iter().map(|row| row.text.clone()).collect();
    assert_eq!(rows, ["Connected locally", "Use \"connected\""]);
    app.keys("<down><enter>");
    assert_eq!(route(&app), Some("connected"));
    app.keys("/route block 4<enter>/route none<enter>");
    assert_eq!(route(&app), None);
    app.keys("<c-z>");
    assert_eq!(route(&app), Some("block 4"));
}

#[test]
fn a_number_is_a_route_of_the_list_and_never_its_name() {
    let mut app = with_routes("/route 3<enter>");
    assert_eq!(route(&app), Some("Short-term help"));
    app.keys("/route 9<enter>");
    assert_eq!(route(&app), Some("Short-term help"), "as it was");
    assert!(said(&app).contains("no 9 in your list"), "{}", said(&app));
    let app = with_routes("/route<enter>/route Long-term support<enter>");
    assert_eq!(route(&app), Some("Long-term support"));
    let mut app = with_routes("/route block 4<enter>/route<enter>");
    let marked = |app: &Playing| {
        let rows = app.rows();
        let set = rows.iter().find(|row| !row.detail.is_empty());
        set.map(|row| row.text.clone())
    };
    assert_eq!(
        marked(&app).as_deref(),
        Some("block 4"),
        "what was typed too"
    );
    app.keys("2/route<enter>");
    assert_eq!(marked(&app).as_deref(), Some("Equipment"));
}

#[test]
fn without_a_list_a_route_is_typed() {
    let mut app = keys("one<enter>/route<enter>");
    assert!(
        said(&app).contains("/route and what happened next"),
        "{}",
        said(&app)
    );
    app.keys("<c-u>/route 2<enter>");
    assert!(said(&app).contains("no list of routes"), "{}", said(&app));
    assert_eq!(route(&app), None);
    app.keys("<c-u>/route connected locally<enter>");
    assert_eq!(route(&app), Some("connected locally"));
    app.keys("/route Off<enter>");
    assert_eq!(route(&app), None);
}

#[test]
fn the_old_way_is_named_and_taken_off_again() {
    let mut app = keys("one<enter>/old-way<enter>");
    assert!(
        said(&app).contains("/old-way and the name"),
        "{}",
        said(&app)
    );
    app.keys("/old-way last winter<enter>");
    assert_eq!(said(&app), "Old way: last winter");
    assert_eq!(app.talk().facts.old_way.as_deref(), Some("last winter"));
    for ends in ["", " none", " Off", " no"] {
        app.keys("/old-way last winter<enter>");
        app.keys(&format!("/old-way{ends}<enter>"));
        assert_eq!(said(&app), "No longer the old way", "{ends}");
        assert_eq!(app.talk().facts.old_way, None, "{ends}");
    }
    app.keys("/old-way none<enter>");
    assert_eq!(said(&app), "This is not held the old way.");
}

#[test]
fn a_note_that_no_longer_says_it_says_so() {
    let mut app = keys("one<enter>/handed-over Sam: she knows<enter><up><enter><c-u>");
    app.keys("It stays with me<enter>");
    assert_eq!(said(&app), "Changed words, no longer a hand-over");
    app.keys("/handed-over Sam<enter>/join<enter>");
    assert!(
        said(&app).contains("stays a note of its own"),
        "{}",
        said(&app)
    );
}

#[test]
fn on_home_a_fact_begins_a_talk_and_a_list_of_routes_does_not() {
    keys("/spent 22 electric key<enter>")
        .shows(Screen::Talk)
        .notes(["£22 electric key"]);
    let app = keys("/route x<enter>");
    app.shows(Screen::Home);
}

#[test]
fn a_connection_from_the_list_is_of_its_kind() {
    let mut app = keys("one<enter>");
    let list =
        "format = 1\n[[listing]]\nname = \"Chapel Lane lunch club\"\nkind = \"friendship\"\n";
    let (listings, problems) = connection::read(&[("near.toml".into(), list.into())]);
    assert_eq!(problems, []);
    app.app.desk.listings = listings;
    app.keys("<c-f>chap<enter>");
    let kind = app.talk().notes[1].fact.clone();
    assert_eq!(
        kind,
        Some(crate::conversation::Fact::Kind("friendship".into()))
    );
    app.keys("@ Sam next door<enter>");
    assert_eq!(app.talk().notes[2].fact, None, "nobody said");
}
