//! Stories of difference and feedback: lines chosen, parts typed on, the warning, who said yes; a question at a time.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

fn with_record() -> Play {
    Play::new().with_record(
        "2026-03-06-1420-listen-7k3f",
        concat!(
            "---\nalongside: 1\nid: \"2026-03-06-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\nperson: \"Joan M\"\n",
            "started: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talking with you, Joan\n\n",
            "Friday 6 March 2026, 14:20 to 14:58, by phone. Joan and me (Priya N).\n\n## What matters to you\n\n",
            "> \"I used to be out every day. Now it's just me and the telly.\"\n\n",
            "- Joan still cooks. Sunday roast for the neighbour.\n\n## What worries you\n\n",
            "- Frightened of the front step since the fall on 3 January.\n\n",
            "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
        ),
    )
}

/// The lines of the record, with two chosen.
fn lines() -> Play {
    with_record().keys("/records<enter><enter>6 <down> ")
}

/// The parts, with one typed on.
fn parts() -> Play {
    lines().keys("<tab>8We should have rung sooner.<enter><enter>")
}

fn asked() -> Play {
    parts().keys("9<enter>2")
}

screens! { SIZES_AND_SMALL;
    story_lines: lines();
    story_parts: parts();
    story_check: parts().keys("9");
    question: Play::new().keys("/feedback people<enter><enter><enter>");
}

screens! { SIZES;
    story_part: lines().keys("<tab>8We should have rung sooner.<enter>And again");
    story_went: parts().keys("9<enter>");
    story_ways: asked();
    story_reach: asked().keys("1the person<enter>");
    story_yes: asked().keys("1the person<enter>1team meetings<enter>");
    story_kept: asked().keys("1the person<enter>1team meetings<enter><enter>");
    stories: asked().keys("1the person<enter>1team meetings<enter><enter>/stories<enter>");
    story_menu: asked().keys("1the person<enter>1team meetings<enter><enter>/stories<enter><enter>");
    story_taken_back: asked().keys("1the person<enter>1team meetings<enter><enter>/stories<enter><enter>4");
    feedback_first: Play::new().keys("/feedback staff<enter>");
    feedback_words: Play::new().keys("/feedback people<enter><enter><enter>1Nearly all of it");
    feedback_end: Play::new().keys("/feedback people<enter><enter><enter>1Nearly<enter>55455");
}
