//! Read back, the note menu and Save.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens, words},
    play::Play,
    talk::call,
};

/// A call read back: something to ask about, an own view, a place to go.
pub fn read_back() -> Play {
    call()
        .notes(&[
            "= The step is what stops her, not her health",
            "@ Chapel Lane lunch club, Tue 12-2, 01632 960123",
            "> Ask about a rail for the step by friday",
        ])
        .keys("<c-r>")
}

/// A call in which the worker's own lines hold words that make people go hmm.
fn with_words() -> Play {
    call()
        .notes(&[
            "= She needs an assessment, and her case should stay open",
            "\" I am not a case",
        ])
        .keys("<c-r>/everything<enter><pgup><pgup>")
}

screens! { SIZES_AND_SMALL;
    list: read_back();
    save: read_back().keys("<c-s>");
}

screens! { SIZES;
    nothing_noted: Play::new().keys("1<enter><c-r>");
    down: read_back().keys("<down><down><down><down><down>");
    out: read_back().keys("<down> ");
    short: read_back().keys("<left>");
    everything: read_back().keys("<right>");
    menu: read_back().keys("<down><enter>");
    headings: read_back().keys("<down><c-t>");
    typed: read_back().keys("Carol has a key");
    added: read_back().keys("Carol has a key<enter>");
    save_apart: read_back().keys("& Neighbour says money goes missing<enter><c-s>");
    save_nothing: Play::new().keys("1<enter>Rang and rang off<enter><c-r> <c-s>");
    no_copy_home: call().notes(&["/contact Mobile only, and never after six", "/no-copy-home"]).keys("<c-r>");
    crisis: read_back().keys("<esc><f4>2").notes(&["! Has not eaten today", "> Bring soup tonight"]).keys("<c-r>");
    long_notes: read_back().keys("She said that when the bus stopped coming past the end of the lane it was not only the shopping that went but the women she used to sit with<enter>> Priya asks the council whether the bus could come past the lane again on Tuesdays by friday<enter>");
    hmm: with_words();
    hmm_chosen: with_words().keys("<down><down><down><down><down><down>");
    hmm_list: with_words().keys("/words<enter>");
    copy_part: read_back().keys("/copy zzzz<enter>");
    letter: read_back().keys("/letter<enter>");
    wide_letters: Play::new().keys("1<enter>").notes(&["\"我每天都出去走走我每天都出去走走我每天都出去走走我每天都出去走走", "> 中文 by friday"]).keys("<c-r>");
}

#[test]
fn every_line_to_read_out_can_be_reached_on_a_small_screen() {
    let step =
        |day: &str| format!("> Priya asks the council about the bus along the lane by {day}");
    let days = ["friday", "monday", "tuesday", "wednesday", "thursday"];
    let steps = days.map(step);
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let read = |keys: &str| {
        let play = Play::new().keys("1<enter>").notes(&steps).keys("<c-r>");
        words(&play.sized(40, 12).keys(keys).frame())
    };
    let down = "<down>".repeat(4);
    let mut seen = String::new();
    for pages in 0..20 {
        seen += &read(&(down.clone() + &"<pgdn>".repeat(pages)));
    }
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    for day in ["13 March", "16 March", "17 March", "11 March", "12 March"] {
        assert!(seen.contains(day), "{day}: {seen}");
    }
    let end = read(&(down.clone() + &"<pgdn>".repeat(20)));
    assert!(!end.contains("below"), "{end}");
    assert_eq!(read(&(down.clone() + "<pgdn><pgdn><up>")), read(&down));
}
