//! What was promised: on Home, in a list, and what became of each.

use super::{
    home::two_drafts,
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
    talk::call,
};

const CRISIS: &str = "2026-03-06-1420-crisis-7k3f";
const LISTEN: &str = "2026-03-10-1105-listen-m2p9";

/// Two records: one of Friday, whose call was never made, and one of this morning.
fn due() -> Play {
    Play::new()
        .with_record(
            CRISIS,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nperson: \"Alan T\"\n",
                "started: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\nnext_steps:\n",
                "  - id: \"s1\"\n    what: \"Ring Mr T about the key safe\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n    state: \"tried\"\n    tries: 2\n    changes: 2\n",
                "  - id: \"s2\"\n    what: \"Look again with Mr T\"\n    who: \"Priya N\"\n    due: \"2026-03-13\"\n",
                "---\n\n# Talking with you, Alan\n\nFriday 6 March 2026, 14:20 to 14:58, by phone.\n\n## What matters to you\n\n",
                "> \"I can't have strangers letting themselves in.\"\n\n## What happens next\n\n",
                "- [ ] Ring Mr T about the key safe. **Priya N, Mon 9 March 2026**\n\n",
                "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
            ),
        )
        .with_record(
            LISTEN,
            concat!(
                "---\nalongside: 1\nid: \"2026-03-10-1105-listen-m2p9\"\nkind: \"listen-and-connect\"\nperson: \"Joan M\"\n",
                "started: \"2026-03-10T11:05:00+00:00\"\nby: \"Priya N\"\nnext_steps:\n",
                "  - id: \"s1\"\n    what: \"Send lunch club times to Carol\"\n    who: \"Priya N\"\n    due: \"2026-03-10\"\n    time: \"17:00\"\n",
                "  - id: \"s2\"\n    what: \"Sam rings Joan\"\n    who: \"Sam\"\n    due: \"2026-03-10\"\n",
                "  - id: \"s3\"\n    what: \"Ask about a rail for the step\"\n    due: \"2026-03-11\"\n",
                "  - id: \"s4\"\n    what: \"Find her library card\"\n    who: \"Joan\"\n",
                "---\n\n# Talking with you, Joan\n",
            ),
        )
}

screens! { SIZES_AND_SMALL;
    home: due();
    follow_up: due().keys("6<enter>");
}

screens! { SIZES;
    home_with_drafts: {
        let drafts = two_drafts().opened_again();
        let records = due().records();
        records.into_iter().fold(drafts, |play, (id, text)| play.with_record(id.as_str(), &text))
    };
    more_than_home_lists: (1..10).fold(due(), |play, nth| {
        let id = format!("2026-03-0{nth}-0900-listen-aaaa");
        let text = format!(
            "---\nid: \"{id}\"\nkind: \"good-life\"\nstarted: \"2026-03-0{nth}T09:00:00+00:00\"\nnext_steps:\n  - id: \"s1\"\n    what: \"Ring back, {nth}\"\n    due: \"2026-03-0{nth}\"\n---\n"
        );
        play.with_record(&id, &text)
    }).keys("<up><up>");
    all: due().keys("/due<enter>");
    week: due().keys("6<enter>1<enter>/due week<enter>");
    done: due().keys("6<enter>1");
    done_said: due().keys("6<enter>1He says it is fitted");
    another_day: due().keys("6<enter>3next friday");
    another_day_not_read: due().keys("6<enter>3soonish");
    another_person: due().keys("6<enter>4Sam");
    record: due().keys("6<enter>5");
    read_back: call().keys("> I ring the surgery on Friday<enter><c-r>");
}
