//! Killed while what became of a promise is written into its record: the record is whole, before or after, and header
//! and text say the same.

use std::time::Duration;

use super::{matrix::Trial, one_record};
use crate::{home::Home, program::Program};

/// A promise that was due yesterday.
const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\nguide: \"listen-and-connect 2026.1\"\n",
    "started: \"2026-03-06T14:20:00+00:00\"\nended: \"2026-03-06T14:58:00+00:00\"\nstatus: \"final\"\ndetail: \"standard\"\n",
    "part_of_assessment: \"unsure\"\nno_copy_home: false\nkept_apart: 0\nnext_steps:\n  - id: \"s1\"\n",
    "    what: \"Ring about the key safe\"\n    due: \"2026-03-09\"\n    state: \"open\"\n---\n\n# Talking with you\n\n",
    "## What happens next\n\n- [ ] Ring about the key safe. **Not yet named, Mon 9 March 2026**\n\n",
    "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
);

/// What can be chosen about it, and what that leaves in the header and in the text.
const CHOICES: [(&str, &str, &str); 3] = [
    ("1", "state: \"done\"", "\n- Done: Ring"),
    ("2", "state: \"tried\"", "\n- Tried, no answer: Ring"),
    ("6", "state: \"dropped\"", "\n- No longer needed: Ring"),
];

/// Longer than writing takes, as a rule.
const LONGEST: Duration = Duration::from_millis(60);

/// Says what became of it, in a home of its own each time, and is killed somewhere around then.
pub fn kill(trial: &mut Trial) {
    for _ in 0..trial.kills {
        one_record::put(&trial.home, RECORD);
        let (key, state, line) = CHOICES[trial.chance.below(CHOICES.len())];
        let mut program = about_to_choose(&trial.home, trial.sealed);
        program.write(key);
        trial.any_instant(LONGEST);
        program.kill();
        trial.count.kills += 1;
        trial.count.painted += RECORD.len();
        trial.count.done += usize::from(is_before_or_after(&trial.home, state, line));
        trial.home = super::matrix::another_like(trial);
    }
}

fn about_to_choose(home: &Home, sealed: bool) -> Program {
    let mut program = one_record::opened(home, sealed);
    program.see("was due Mon 9 March");
    program.enter("5");
    program.see("No longer needed");
    program
}

/// Nothing of it, or all of it. Says whether it is all.
fn is_before_or_after(home: &Home, state: &str, line: &str) -> bool {
    let Some((header, added)) = one_record::added(home, RECORD) else {
        return false;
    };
    assert!(header.contains(state), "{header}");
    assert_eq!(added.matches(line).count(), 1, "{added}");
    assert!(!RECORD.contains(line), "it is said once in all");
    true
}
