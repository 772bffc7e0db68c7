//! Somebody practises on her own.

use super::{Playing, Screen, keys};
use crate::{
    conversation::NOT_REAL,
    practice::{alone, page::Part},
};

/// Playing the scenario with this place on one's own, after these keys.
fn alone_with(scenario: usize, after: &str) -> Playing {
    let turns = "<right>".repeat(scenario);
    let mut playing = keys(&format!("/practice<enter>{turns}/alone<enter>"));
    playing.shows(Screen::Alone);
    playing.keys(after);
    playing
}

/// Waits, says back, and asks openly on each topic, over and over.
fn listening(playing: &Playing) -> String {
    let topics = playing.app.topics_alone().len();
    let round: String = (1..=topics).map(|topic| format!("321{topic}")).collect();
    round.repeat(4)
}

/// The lines under a heading of the end.
fn at_the_end(playing: &Playing, heading: &str) -> Vec<String> {
    let page = playing.app.end_page().expect("an end");
    let mut parts = page.sheets[0].parts.iter();
    let found = parts.find(|part| matches!(part, Part::Heading(words) if *words == heading));
    match found.and_then(|_| parts.next()) {
        Some(Part::List(lines)) => lines.clone(),
        Some(Part::Words(words)) => vec![words.clone()],
        _ => vec![],
    }
}

fn texts(playing: &Playing) -> Vec<String> {
    let notes = playing.talk().notes.iter();
    notes.map(|note| note.text.clone()).collect()
}

#[test]
fn whoever_only_listens_meets_every_thread_of_every_scenario() {
    let scenarios = alone_with(0, "")
        .app
        .practice
        .map_or(0, |one| one.scenarios.len());
    assert_eq!(scenarios, 12);
    for scenario in 0..scenarios {
        let mut playing = alone_with(scenario, "");
        let walk = listening(&playing);
        playing.keys(&walk).keys("<c-r>");
        assert!(playing.app.is_at_end());
        let missed = at_the_end(&playing, "What is still to hear");
        assert_eq!(missed, Vec::<String>::new(), "{scenario}");
        assert!(!at_the_end(&playing, "What you heard").is_empty());
        assert_eq!(at_the_end(&playing, "One thing to try").len(), 1);

        let mut playing = alone_with(scenario, "");
        playing.keys(&"67".repeat(12)).keys("<esc><c-r>");
        assert!(at_the_end(&playing, "What you heard").len() <= 1);
    }
}

#[test]
fn what_is_said_and_done_goes_as_one_step_and_comes_back_as_one() {
    let mut playing = alone_with(0, "");
    let begun = texts(&playing);
    assert!(!begun.is_empty(), "the person speaks first");
    playing.keys("How are the nights?<enter>");
    assert_eq!(playing.rows().len(), 7);
    playing.keys("3").no_sheet().line("");
    let taken = texts(&playing);
    assert_eq!(taken[begun.len()], "How are the nights?");
    assert!(taken.len() > begun.len() + 1, "and was answered");
    playing
        .keys("<c-z>")
        .line("How are the nights?")
        .says("Taken back");
    assert_eq!(texts(&playing), begun);
    playing.keys("<c-u>3");
    assert_eq!(texts(&playing)[begun.len()], "Wait");
    playing.keys("<c-z><c-z><c-z><c-z><c-z><c-z>");
    assert_eq!(texts(&playing), begun, "what nobody did is not taken back");
}

#[test]
fn a_number_is_what_you_do_only_where_nothing_is_typed() {
    let mut playing = alone_with(0, " 3 nights running, and 7 before");
    playing.line(" 3 nights running, and 7 before").no_sheet();
    assert_eq!(alone::turns(playing.talk()).len(), 0);
    playing
        .keys("<enter>x")
        .line(" 3 nights running, and 7 beforex")
        .no_sheet();
    playing.keys("<enter>2");
    assert_eq!(alone::turns(playing.talk()).len(), 1);
    playing.keys("8").line("8");
}

#[test]
fn what_is_asked_about_is_chosen_by_number_and_something_else_is_last() {
    let mut playing = alone_with(0, "1");
    let rows = playing.rows();
    assert_eq!(rows.len(), playing.app.topics_alone().len() + 1);
    assert_eq!(rows.last().expect("a row").text, "Something else");
    playing.keys("1");
    let turns = alone::turns(playing.talk());
    assert_eq!(turns[0].about.as_ref(), playing.app.topics_alone().first());
    playing.keys(&format!("5{}", rows.len()));
    assert_eq!(alone::turns(playing.talk())[1].about, None);
}

#[test]
fn it_is_played_again_from_any_moment_and_both_tries_stay() {
    let mut playing = alone_with(0, "3266");
    let first = playing.talk().clone();
    playing.keys("<c-r>/again<enter>");
    let rows = playing.rows();
    assert_eq!(rows.len(), 5, "each turn and the start");
    // The last first: the third row is after the second turn.
    playing.keys("<down><down><enter>");
    assert_eq!(alone::turns(playing.talk()), alone::turns(&first)[..2]);
    assert!(!playing.app.is_at_end());
    playing.keys("3").keys("/again<enter>");
    let rows = playing.rows().len();
    playing.keys(&"<down>".repeat(rows)).keys("<enter>");
    assert_eq!(alone::turns(playing.talk()), []);
    assert_eq!(
        texts(&playing),
        alone_with(0, "")
            .talk()
            .notes
            .iter()
            .map(|note| note.text.clone())
            .collect::<Vec<_>>()
    );
    assert_eq!(playing.journals.len(), 3);
    let read = playing
        .app
        .desk
        .replay(&first.id, &playing.journals[&first.id]);
    assert_eq!(read.map(|talk| talk.notes), Some(first.notes));
    playing.keys("<c-z>");
    assert!(
        !texts(&playing).is_empty(),
        "what was copied is not taken back"
    );
}

#[test]
fn rushed_on_and_on_somebody_rings_off_and_one_step_back_is_before_that() {
    let scenario = (0..12).find(|at| {
        let playing = alone_with(*at, "6666");
        playing.app.is_at_end()
    });
    let mut playing = alone_with(scenario.expect("somebody rings off"), "6666");
    let over = texts(&playing);
    playing.keys("<esc>");
    assert!(!playing.app.is_at_end());
    playing.keys("3").says("The talk has ended");
    playing.keys("<enter>").no_sheet();
    assert_eq!(texts(&playing), over);
    playing.keys("<c-z>3");
    assert!(!playing.app.is_at_end());
    assert_eq!(alone::turns(playing.talk()).len(), 4);
}

#[test]
fn nothing_is_kept_unless_a_page_is_chosen() {
    let mut playing = alone_with(0, "# Nights?<enter>3<c-s>");
    assert_eq!(playing.chosen(), "Throw it all away");
    playing
        .keys("<enter>")
        .shows(Screen::Cards)
        .says("Nothing of it is kept");
    assert!(playing.journals.is_empty() && playing.saved.is_empty());

    let playing = alone_with(0, "# Nights?<enter>3<c-s>2");
    playing
        .shows(Screen::Cards)
        .says("Kept as a page, not real: records/");
    let page = &playing.saved[0].record;
    assert_eq!(page.lines().next(), Some(NOT_REAL));
    assert!(page.contains("- You: Wait. \"# Nights?\"\n"), "{page}");
    assert!(playing.journals.is_empty());
}

#[test]
fn a_talk_in_which_nothing_was_done_leaves_nothing() {
    let playing = alone_with(0, "<c-q>");
    playing.shows(Screen::Cards);
    assert!(playing.journals.is_empty());
}

#[test]
fn nothing_but_a_turn_changes_what_was_said() {
    let mut playing = alone_with(0, "33");
    let before = texts(&playing);
    for keys in [
        "<up><s-up>",
        "<s-down>",
        "<esc>/join<enter>",
        "/mark own<enter>",
        "/change<enter>",
        "/inject<enter>",
        "/crisis<enter>",
        "<tab>",
        "@ chapel<right><right><c-u>",
        "/who Ann<enter>",
        "/everything<enter>",
    ] {
        playing.keys(keys).keys("<esc>");
        assert_eq!(texts(&playing), before, "{keys}");
        playing.shows(Screen::Alone);
    }
}

#[test]
fn whoever_opens_it_again_is_at_the_same_place() {
    let mut playing = alone_with(2, "3213And then");
    let before = playing.talk().notes.clone();
    playing = playing.restarts();
    playing
        .keys("/practice<enter>/so-far<enter><enter>1")
        .shows(Screen::Alone)
        .line("And then");
    assert_eq!(playing.talk().notes, before);
    playing.keys("<enter>2");
    assert_eq!(alone::turns(playing.talk()).len(), 4);
}

#[test]
fn a_talk_whose_scenario_is_gone_is_there_to_read() {
    let mut playing = alone_with(0, "32");
    let before = texts(&playing);
    if let Some(practice) = &mut playing.app.practice {
        practice.scenarios = crate::practice::Scenarios::default();
    }
    playing.keys("3").says("no longer here");
    playing.keys("So it goes<enter>").no_sheet();
    assert_eq!(texts(&playing), before);
    playing.keys("<c-u><c-r>");
    let path = at_the_end(&playing, "The path you took");
    assert!(path.iter().any(|line| line == "You: Wait"), "{path:?}");
    assert!(at_the_end(&playing, "One thing to try").is_empty());
}
