//! An addition as Markdown: an item of the list, or for the person's own statement a block quote.
//!
//! Every `*` and, in a correction, every `"` somebody typed is escaped, so a bare one is ours and the form reads back
//! without doubt.

use super::{Addition, item};
use crate::record::inert;

/// Before the words that are wrong.
pub(super) const CORRECTED: &str = "Corrected: \"";
/// Between them and what they should be.
pub(super) const SHOULD_BE: &str = "\" should be \"";
/// Between that and why.
pub(super) const WHY: &str = "\". Why: ";
/// Before what was heard.
pub(super) const HEARD: &str = "Heard later: ";
/// Before why it no longer stands.
pub(super) const VOID: &str = "This record no longer stands. Why: ";
/// Before why it stands again.
pub(super) const AGAIN: &str = "This record stands again. Why: ";

/// The entry, with a line break at its end.
pub(super) fn write(addition: &Addition, by_and_when: &str) -> String {
    let tag = inert::inline(by_and_when);
    match addition {
        Addition::Correction { old, new, why } => {
            let [old, new] = [old, new].map(|words| inert::quoted(words));
            let why = inert::inline(why);
            format!("- {CORRECTED}{old}{SHOULD_BE}{new}{WHY}{why} *({tag})*\n")
        }
        Addition::Statement(words) => format!("{}\n*({tag})*\n", quote(words)),
        Addition::HeardLater(words) => item(&format!("{HEARD}{words}"), by_and_when),
        Addition::Void { why } => item(&format!("{VOID}{why}"), by_and_when),
        Addition::StandsAgain { why } => item(&format!("{AGAIN}{why}"), by_and_when),
    }
}

fn quote(words: &str) -> String {
    let lines = inert::lines(words, true).into_iter();
    lines
        .map(|line| format!("> {line}").trim_end().to_owned() + "\n")
        .collect()
}
