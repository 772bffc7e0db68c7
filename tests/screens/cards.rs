//! Practice: the scenarios, a card, playing one, a moment tried again.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

fn cards() -> Play {
    Play::new().keys("/practice<enter>")
}

fn playing() -> Play {
    cards().keys("<enter>Rang for a bath seat<enter>\" I shan't keep you<enter>")
}

screens! { SIZES_AND_SMALL;
    first: cards();
    one_card: cards().keys(" ");
    at_play: playing();
}

screens! { SIZES;
    several_cards: cards().keys("<left><left>");
    card_read_on: cards().keys(" <pgdn>");
    scenarios: cards().keys("<c-t>");
    injects: playing().keys("/inject<enter>");
    injected: playing().keys("/inject<enter>1");
    moments: playing().keys("/again<enter>");
    second_try: playing().keys("/again<enter><down><enter>");
    paused: playing().keys("<c-p>");
    left: playing().keys("<c-q>");
    so_far: playing().keys("/again<enter><enter><c-q>/so-far<enter>");
    thrown_away: playing().keys("<c-q>/so-far<enter><enter>2");
    typing_a_lot: cards().keys("<enter>").keys(&format!("{}<enter>", "she said so ".repeat(31)));
    no_record: playing().keys("/copy<enter>");
}
