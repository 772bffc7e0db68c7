//! People already met: the list of them, ten lines about one, and the question under the line.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

const CRISIS: &str = "2026-03-06-1420-crisis-7k3f";
const LISTEN: &str = "2026-02-02-0900-listen-m2p9";
const OTHER: &str = "2026-03-01-0900-listen-bbbb";

/// Friday's crisis with Joan M, a talk with her a month before, and one with Jo Baker.
fn met() -> Play {
    Play::new()
        .with_record(
            CRISIS,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\nperson: \"Joan M\"\n",
                "contact: \"Please ring the landline, after ten. You hear better on the left.\"\n",
                "started: \"2026-03-06T14:20:00+00:00\"\nended: \"2026-03-06T14:58:00+00:00\"\nby: \"Priya N\"\nno_copy_home: true\nnext_steps:\n",
                "  - id: \"s1\"\n    what: \"Ring about the key safe\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n    state: \"tried\"\n    tries: 2\n    changes: 2\n",
                "  - id: \"s2\"\n    what: \"Look again with you\"\n    who: \"Priya N\"\n    due: \"2026-03-13\"\n",
                "  - id: \"s3\"\n    what: \"Find your library card\"\n    who: \"Joan\"\n",
                "  - id: \"s4\"\n    what: \"Bring the heater back\"\n    who: \"Sam\"\n    due: \"2026-03-11\"\n",
                "---\n\n# Getting through this, Joan\n\n## What you told me\n\n",
                "> \"I can't have strangers letting themselves in. Not after the last time, when nobody so much as knocked.\"\n\n",
                "## What you want\n\n- Your own front door, and to be the one who opens it\n",
            ),
        )
        .with_record(
            LISTEN,
            concat!(
                "---\nalongside: 1\nid: \"2026-02-02-0900-listen-m2p9\"\nkind: \"listen-and-connect\"\nguide: \"listen-and-connect 2026.1\"\nperson: \"Joan M\"\n",
                "started: \"2026-02-02T09:00:00+00:00\"\nended: \"2026-02-02T09:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talking with you, Joan\n",
            ),
        )
        .with_record(
            OTHER,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-01-0900-listen-bbbb\"\nkind: \"listen-and-connect\"\nperson: \"Jo Baker\"\n",
                "started: \"2026-03-01T09:00:00+00:00\"\nended: \"2026-03-01T09:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talking with you, Jo\n",
            ),
        )
}

screens! { SIZES_AND_SMALL;
    ten_lines: met().keys("/who joan<enter><enter>");
}

screens! { SIZES;
    home: met();
    people: met().keys("/who<enter>");
    narrowed: met().keys("/who jo<enter>b");
    nobody: met().keys("/who<enter>Terry T");
    the_last_line: met().keys("/who joan<enter><enter><down><down><down><down><down><down><down><down><down>");
    asked: met().keys("one<enter>/who joan m<enter><esc>");
    like_another: met().keys("one<enter>/who Jo B<enter>");
    over_words: met().keys("she says the boiler man<c-k>who<enter><enter>");
}
