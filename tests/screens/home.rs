//! Home: nothing yet, conversations to carry on, after a save, with things to say first.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
    talk::call,
};
use alongside::app::Msg;

/// Two conversations left for later: one with a name, one with a line half written.
pub fn two_drafts() -> Play {
    Play::new()
        .keys("1<enter>/who Alan Brook<enter>")
        .notes(&[
            "Rang about the rails in the bathroom",
            "+ Drives his sister to chapel",
        ])
        .keys("<c-q>")
        .later(30)
        .keys("2<enter>/who Joan M<enter>")
        .notes(&["! No heating since Friday"])
        .keys("she says the boiler man")
        .keys("<c-q>")
        .later(200)
}

screens! { SIZES_AND_SMALL;
    empty: Play::new();
    with_drafts: two_drafts().opened_again();
}

screens! { SIZES;
    just_left: two_drafts();
    number_typed: two_drafts().keys("6");
    words_typed: Play::new().keys("2 boys at home, and");
    arrow_chose: two_drafts().keys("<up><up>");
    after_save: call().keys("<c-r><c-s><enter>");
    after_save_and_copy: call().keys("<c-r><c-s>2");
    with_notices: {
        let mut play = Play::new();
        play.app.notices = vec![
            "The guide file good-life.toml: line 22 is not understood. Using the built-in guide.".to_owned(),
            "Line 14 of moss-lane.toml could not be read: this listing has no name. 86 others are working.".to_owned(),
        ];
        play
    };
    other_guides: Play::new().keys("/guides<enter>");
    kinds: Play::new().keys("<f4>");
    in_trouble: Play::new().tell(Msg::Trouble(
        "Your notes are safe in memory. Trying again every 5 seconds. No room is left on the disk of /home/priya/alongside".to_owned(),
    ));
    many_drafts: (0..14).fold(Play::new(), |play, nth| {
        play.keys("1<enter>")
            .notes(&["Rang about a ramp"])
            .keys(&format!("/who {} Khan<enter><c-q>", char::from(b'A' + nth)))
            .later(7)
    }).keys("<down><down><down>");
}

/// The first Ctrl+Q leaves a conversation for later; only one on Home closes the program.
#[test]
fn only_home_closes() {
    let left = call().keys("<c-q>");
    assert!(!left.is_closed());
    assert!(left.keys("<c-q>").is_closed());
}
