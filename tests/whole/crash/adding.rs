//! Killed while something is added to a record: the record is whole, before or after, and header and text say the same.

use std::time::Duration;

use super::{matrix::Trial, one_record};
use crate::{home::Home, program::Program};

/// A record with words that were misheard.
const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\nguide: \"listen-and-connect 2026.1\"\n",
    "started: \"2026-03-06T14:20:00+00:00\"\nended: \"2026-03-06T14:58:00+00:00\"\nstatus: \"final\"\ndetail: \"standard\"\n",
    "part_of_assessment: \"unsure\"\nno_copy_home: false\nkept_apart: 0\n---\n\n# Talking with you\n\n",
    "## What worries you\n\n- Frightened of the front step.\n\n",
    "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
);

/// What is typed but for the last Enter, and what that leaves in the header and in the text.
const CHOICES: [(&[&str], &str, &str); 4] = [
    (
        &["2", "front\r", "back\r", "I misheard"],
        "status: \"amended\"",
        "\n## Added since\n\n- Corrected: \"front\" should be \"back\". Why: I misheard *(",
    ),
    (
        &["3", "I said the back step.\r"],
        "status: \"amended\"",
        "\n## You say\n\n> I said the back step.\n\n*(",
    ),
    (
        &["4", "A rail is in now"],
        "status: \"amended\"",
        "\n## Added since\n\n- Heard later: A rail is in now *(",
    ),
    (
        &["5", "Notes of another call"],
        "voided_because: \"Notes of another call\"",
        "\n## Added since\n\n- This record no longer stands. Why: Notes of another call *(",
    ),
];

/// Longer than writing takes, as a rule.
const LONGEST: Duration = Duration::from_millis(60);

/// Adds something, in a home of its own each time, and is killed somewhere around then.
pub fn kill(trial: &mut Trial) {
    for _ in 0..trial.kills {
        one_record::put(&trial.home, RECORD);
        let (typed, header, text) = CHOICES[trial.chance.below(CHOICES.len())];
        let mut program = about_to_add(&trial.home, trial.sealed, typed);
        program.press("Enter");
        trial.any_instant(LONGEST);
        program.kill();
        trial.count.kills += 1;
        trial.count.painted += RECORD.len();
        trial.count.done += usize::from(is_before_or_after(&trial.home, header, text));
        trial.home = super::matrix::another_like(trial);
    }
}

fn about_to_add(home: &Home, sealed: bool, typed: &[&str]) -> Program {
    let mut program = one_record::opened(home, sealed);
    program.enter("/records");
    program.see("Fri 6 March");
    program.press("Enter");
    program.see("It no longer stands");
    for part in typed {
        program.write(part);
    }
    let last = typed.last().map_or("", |last| last.trim_end());
    program.see(last);
    program
}

/// Nothing of it, or all of it. Says whether it is all.
fn is_before_or_after(home: &Home, in_header: &str, text: &str) -> bool {
    let Some((header, added)) = one_record::added(home, RECORD) else {
        return false;
    };
    assert!(header.contains(in_header), "{header}");
    assert!(added.starts_with(text), "{added}");
    true
}
