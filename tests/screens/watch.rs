//! The observer: the tally as it stands, words that are heard, and what it adds up to minute by minute.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

/// Just begun.
fn begun() -> Play {
    Play::new().keys("4<enter>/observe<enter>")
}

/// Six minutes in.
fn watching() -> Play {
    begun()
        .keys("112")
        .later(1)
        .keys("01136")
        .later(1)
        .keys("06654")
        .keys("and what would you cook?<enter>")
        .later(2)
        .keys("1155-0")
        .later(1)
        .keys("0 3 tins a week, she says<enter>")
        .keys("88381")
        .later(1)
        .keys("<esc>")
}

screens! { SIZES_AND_SMALL;
    nothing_yet: begun();
    counted: watching();
    minute_by_minute: watching().keys("<c-r>");
}

screens! { SIZES;
    words_typed: watching().keys("you said a lot about your sister, and then the lift broke, and nobody came until Tuesday");
    taken_back: watching().keys("<c-z>");
    number_then_enter: watching().keys("/tally enter<enter>1");
    commands: watching().keys("/ca");
}

/// A bar never runs out of the screen, and a count is never cut.
#[test]
fn a_hundred_of_one_are_shown_as_a_number() {
    let frame = begun().keys(&"6".repeat(104)).keys("1").frame();
    let rows: Vec<String> = frame.rows.iter().map(|row| row.text()).collect();
    assert!(
        rows.iter()
            .any(|row| row.contains("6  Closed question            104  █"))
    );
    assert!(rows.iter().any(|row| row.trim_end().ends_with("  1  █")));
}

#[test]
fn digits_count_only_while_nothing_is_typed() {
    let tallies = |play: &Play| play.app.watching().expect("observing").tallies.len();
    let play = begun().keys("12");
    assert_eq!(tallies(&play), 2);
    let play = play.keys(" 3 of 4");
    assert_eq!(tallies(&play), 2);
    assert_eq!(play.app.desk.line(), " 3 of 4");
    let play = play.keys("<enter>5<c-z><c-z>");
    assert_eq!(
        tallies(&play),
        2,
        "the stroke, then the words, were taken back"
    );
    let play = play.keys("<c-u>/tally enter<enter>7");
    assert_eq!((tallies(&play), play.app.desk.line()), (2, "7"));
    let play = play.keys("<enter>-<enter>");
    assert_eq!((tallies(&play), play.app.desk.line()), (4, ""));
}

#[test]
fn what_was_observed_stands_beside_what_was_played_and_nothing_else_does() {
    let play = Play::new()
        .keys("4<enter><enter>")
        .notes(&["Rang about the bath"]);
    let played = play.app.desk.talk().expect("played").clone();
    let play = play.keys("<c-q>/observe<enter>11").keys("<c-q>");
    let play = play.keys("<right>/observe<enter>222").keys("<c-q>");
    let play = play.keys("/so-far<enter>listening<enter>1");
    assert_eq!(play.app.desk.talk().map(|talk| &talk.id), Some(&played.id));
    let play = play.keys("/bring<enter>");
    let watched = &play.app.practice.as_ref().expect("practice").watched;
    assert_eq!(watched.len(), 1);
    assert_eq!(watched[0].tallies.len(), 2);
    let observed = play.app.observed().expect("somebody observed");
    assert_eq!(observed.summary, "Open question 2");
    assert_eq!(
        observed.minutes,
        [
            "0 min  Noted: Rang about the bath.",
            "1 min  Open question 2."
        ]
    );
}
