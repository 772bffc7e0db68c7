//! Somebody practises on her own: the first words, mid-talk, what can be done, and the end.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

fn begun() -> Play {
    Play::new().keys("/practice<enter>/alone<enter>")
}

/// Some turns in, one of them with words.
fn talk() -> Play {
    begun()
        .keys("What would a good morning be like for you?<enter>11")
        .later(1)
        .keys("32")
        .later(1)
        .keys("6")
}

screens! { SIZES_AND_SMALL;
    opening: begun();
    mid_talk: talk();
}

screens! { SIZES;
    said: talk().keys("You said the bath was fine<enter>");
    topics: talk().keys("1");
    further_up: talk().keys("<up><up><up><up><up><up>");
    taken_back: talk().keys("<c-z>");
    end: talk().keys("<c-r>");
    end_further_down: talk().keys("<c-r><pgdn>");
    again: talk().keys("<c-r>/again<enter>");
    over: talk().keys("<c-s>");
    rung_off: begun().keys("6666");
    rung_off_talk: begun().keys("6666<esc>");
}
