//! Finished records: the list, one as it is read, and what is asked of somebody who adds to one.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

const JOAN: &str = "2026-03-06-1420-listen-7k3f";
const ALAN: &str = "2026-03-02-0900-crisis-aaaa";

fn two_records() -> Play {
    Play::new()
        .with_record(
            JOAN,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-06-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\nperson: \"Joan M\"\n",
                "started: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talking with you, Joan\n\n",
                "Friday 6 March 2026, 14:20 to 14:58, by phone. Joan and me (Priya N).\n\n## What matters to you\n\n",
                "> \"I used to be out every day. Now it's just me and the telly.\"\n\n",
                "- Still cooks. Sunday roast for the neighbour.\n\n## What worries you\n\n",
                "- Frightened of the front step since the fall in January.\n\n",
                "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
            ),
        )
        .with_record(
            ALAN,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-02-0900-crisis-aaaa\"\nkind: \"crisis\"\nperson: \"Alan T\"\n",
                "started: \"2026-03-02T09:00:00+00:00\"\nstatus: \"amended\"\nvoided: \"2026-03-03\"\n",
                "voided_by: \"Priya N\"\nvoided_because: \"Notes of another call\"\n---\n\n# Talking with you, Alan\n\n",
                "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
            ),
        )
}

/// The list, with the first of them chosen.
fn listed() -> Play {
    two_records().keys("/records<enter>")
}

fn as_put_right() -> Play {
    listed().keys("<enter>2the front step<enter>the back step<enter>I misheard<enter>")
}

screens! { SIZES_AND_SMALL;
    menu: listed().keys("<enter>");
    put_right: as_put_right();
}

screens! { SIZES;
    records: listed();
    records_narrowed: listed().keys("crisis");
    menu_of_void: listed().keys("<down><enter>");
    wrong: listed().keys("<enter>2the front step");
    wrong_not_there: listed().keys("<enter>2the side step");
    why: listed().keys("<enter>2the front step<enter>the back step<enter>I misheard");
    as_finished: as_put_right().keys("<tab>");
    they_say: listed().keys("<enter>3I did not fall.<enter>I sat down slowly");
    they_said: listed().keys("<enter>3I did not fall.<enter>I sat down slowly<enter><enter><pgdn><pgdn>");
    void: listed().keys("<down><enter>1");
}
