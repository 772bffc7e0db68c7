//! People in crisis: the board on Home, what can be done about one, when to look again, and the quiet line.

use super::{
    home::two_drafts,
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

/// A record of a crisis, with the day to look again.
fn crisis(id: &str, person: &str, ended: &str, again: Option<&str>) -> String {
    let again = again.map(|due| {
        format!(
            "next_steps:\n  - id: \"s1\"\n    what: \"Look again\"\n    who: \"Priya N\"\n    due: \"{due}\"\n    again: true\n"
        )
    });
    format!(
        "---\nid: \"{id}\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\nperson: \"{person}\"\nstarted: \"{ended}\"\nended: \"{ended}\"\nby: \"Priya N\"\n{}---\n\n# Getting through this\n",
        again.unwrap_or_default()
    )
}

fn with(play: Play, id: &str, person: &str, ended: &str, again: Option<&str>) -> Play {
    play.with_record(id, &crisis(id, person, ended, again))
}

/// Three people: one to be looked at yesterday, one with no day, one on Friday.
fn three(play: Play) -> Play {
    let play = with(
        play,
        "2026-03-06-1420-crisis-7k3f",
        "Joan M",
        "2026-03-06T14:58:00+00:00",
        Some("2026-03-09"),
    );
    let play = with(
        play,
        "2026-03-09-1600-crisis-aaaa",
        "Rahim A",
        "2026-03-09T16:40:00+00:00",
        None,
    );
    with(
        play,
        "2026-03-10-1100-crisis-bbbb",
        "Terry Oak T",
        "2026-03-10T11:05:00+00:00",
        Some("2026-03-13"),
    )
}

fn many() -> Play {
    (1..9).fold(three(Play::new()), |play, nth| {
        let id = format!("2026-03-0{nth}-0900-crisis-cccc");
        let ended = format!("2026-03-0{nth}T09:30:00+00:00");
        with(play, &id, &format!("Ann {nth}"), &ended, None)
    })
}

fn talk() -> Play {
    Play::new().keys("2<enter>/who Joan M<enter>").notes(&[
        "! No heating since Friday",
        "> Sam rings the gas board today",
    ])
}

/// More conversations left for later than any screen has room for.
fn many_drafts() -> Play {
    let left = (0..9).fold(Play::new(), |play, nth| {
        play.keys("1<enter>")
            .notes(&["Rang about a ramp"])
            .keys(&format!("/who {} Khan<enter><c-q>", char::from(b'A' + nth)))
            .later(7)
    });
    three(left.opened_again())
}

screens! { SIZES_AND_SMALL;
    home: three(Play::new());
    home_with_many_drafts: many_drafts();
    person: three(Play::new()).keys("5<enter>");
    read_back: talk().keys("<c-r>");
    quiet: three(Play::new()).keys("3<enter>/who Joan M<enter><esc>");
}

screens! { SIZES;
    home_with_drafts: three(two_drafts().opened_again());
    more_than_home_lists: many();
    all: many().keys("/sticking<enter>");
    when: three(Play::new()).keys("5<enter>4");
    which_day: three(Play::new()).keys("5<enter>44next friday");
    why: three(Play::new()).keys("5<enter>3\"I slept four nights\"");
    check_in: three(Play::new()).keys("5<enter>1");
    check_in_with_whom: three(Play::new()).keys("/check-in<enter>");
    look_again_is_set: talk().keys("<c-r>3<enter>");
    among_the_ways_to_save: talk().keys("<c-r><c-s>");
    steady: talk().keys("/steady \"I slept\"<enter>");
    due: three(Play::new()).keys("/due<enter>");
}
