//! The debrief of a role-play: a question at a time, threads hidden until they are asked for, and how it ends.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens, words},
    play::Play,
};

/// A bath seat was asked for, listened to, and is talked over.
pub fn begun() -> Play {
    Play::new()
        .keys("/practice<enter>")
        .keys("<enter>")
        .notes(&[
            "\"I shan't keep you, love",
            "Slid down, Sunday. On the lino till the kettle clicked off",
        ])
        .keys("<c-r>")
}

/// The first questions answered.
fn answered() -> Play {
    begun()
        .keys("<enter>")
        .keys("A bit rushed at the start. Better after the pause.<enter>")
}

/// At the question about the threads.
fn threads() -> Play {
    let play = answered();
    (0..11).fold(play, |play, _| play.keys("<tab>"))
}

/// At the question that reads what an observer on this computer counted.
fn observed() -> Play {
    let watched = Play::new()
        .keys("/practice<enter>/observe<enter>116")
        .later(5)
        .keys("13and what would you cook?<enter>")
        .keys("<c-q>");
    let play = watched
        .keys("<enter>")
        .notes(&["Asks for a bath seat", "Slid down, Sunday"])
        .keys("<c-r><enter>");
    (0..11).fold(play, |play, _| play.keys("<tab>"))
}

screens! { SIZES_AND_SMALL;
    out_of_role: begun();
    second_question: answered();
}

screens! { SIZES;
    typing: answered().keys("I left a pause, and she told me about");
    nothing_counted: threads().keys("<shift+tab>");
    counted: observed();
    counted_on_one_page: observed().keys("<c-r>");
    threads_hidden: threads();
    threads_shown: threads().keys(" 1");
    from_memory: threads().keys("<tab>").keys("She wants to be clean without a fuss.<enter>");
    is_this_me: threads().keys("<tab>She wants to be clean without a fuss.<enter>Choir matters, and Beryl.<enter><enter>2");
    all_on_one_page: threads().keys(" 1").keys("<c-r>");
    another_order: answered().keys("/order learner<enter>");
    how_it_ends: answered().keys("<c-s>");
    thrown_away: answered().keys("<c-s><enter>");
    kept_as_a_page: answered().keys("<c-s>2");
    back_at_the_notes: answered().keys("<esc>");
}

#[test]
fn no_thread_is_on_any_screen_before_it_is_asked_for() {
    let mut play = begun();
    for _ in 0..20 {
        for (columns, rows) in SIZES {
            play = play.resized_in_place(columns, rows);
            let shown = words(&play.frame());
            assert!(
                !shown.contains("lino.") && !shown.contains("Beryl"),
                "{shown}"
            );
        }
        play = play.keys("<tab>");
    }
    let asked = threads().keys(" ");
    assert!(words(&asked.frame()).contains("Choir, and Beryl"));
    let again = asked.keys("<esc><c-r>");
    assert!(words(&again.frame()).contains("Choir, and Beryl"));
}
