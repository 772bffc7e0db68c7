//! Locked, the passphrase, a sealed Home, another window's conversation, and where everything is kept.

use super::{
    home::two_drafts,
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::{Play, SLOW},
    talk::call,
};
use alongside::app::Msg;

/// The middle of a call, locked.
fn locked() -> Play {
    call().sealed().keys("/lock<enter>")
}

/// Home, where nothing can be read yet.
fn sealed_home() -> Play {
    two_drafts().sealed().opened_again()
}

/// Home, told that another window has a conversation.
fn other_window() -> Play {
    let play = call().keys("she says the boiler man").opened_again();
    let (id, since) = (play.first(), play.app.now);
    play.later(9).tell(Msg::OpenElsewhere {
        id,
        since: Some(since),
    })
}

fn in_trouble(play: Play) -> Play {
    let why = alongside::words::DISK_FULL;
    play.tell(Msg::Trouble(alongside::words::safe_in_memory(why)))
}

fn at_home(mut play: Play) -> Play {
    play.app.home_path = "/home/priya/.local/share/alongside".to_owned();
    play.app.records_path = Some("/mnt/adults/records".to_owned());
    play
}

screens! { SIZES_AND_SMALL;
    locked_typing: locked().keys("She would like the step mended");
    passphrase: locked().keys("<enter>correct h");
    home: sealed_home();
    elsewhere: other_window();
    looking_on: other_window().keys("1");
    whereabouts: at_home(call()).keys("she says the boiler man<enter>/where<enter>");
}

screens! { SIZES;
    locked_empty: locked();
    locked_kept: locked().keys("She would like the step mended<enter>");
    locked_command: locked().keys("/unlock");
    locked_refused: locked().keys("/find lunch<enter>");
    locked_undone: locked().keys("<c-z>");
    locked_paste: locked().paste("Dear all\n\nJoan was seen today.\n\nShe is well.");
    locked_home: two_drafts().sealed().keys("/lock<enter>");
    locked_after_save: call().sealed().keys("<c-r><c-s><enter>/lock<enter>");
    locked_in_trouble: in_trouble(locked());
    locked_from_read_back: call().sealed().keys("/lock 10<enter><c-r>").later(11);
    lock_where_nothing_is_sealed: call().keys("/lock<enter>");
    lock_after: call().sealed().keys("/lock 10<enter>");
    unlocked: locked().keys("She said so<enter><enter>correct horse<enter>");
    passphrase_empty: locked().keys("<enter>");
    passphrase_wrong: locked().keys("<enter>wrong<enter>");
    passphrase_long: locked().keys("<enter>").paste(&"a".repeat(300));
    passphrase_opening: locked().keys("<enter>").keys(SLOW).keys("<enter>");
    passphrase_for_one: sealed_home().keys("5<enter>");
    home_after_unlock: sealed_home().keys("/unlock<enter>correct horse<enter>");
    home_one_chosen: sealed_home().keys("<down><down><down><down>");
    looking_typed: other_window().keys("1x");
    looking_chosen: other_window().keys("1<up><up><up>");
    moved_away: {
        let play = call();
        let id = play.first();
        play.tell(Msg::MovedAway(id))
    };
    whereabouts_in_trouble: in_trouble(at_home(call())).keys("/where<enter>");
    whereabouts_locked: in_trouble(at_home(locked())).keys("/where<enter>");
}
