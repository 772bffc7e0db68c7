//! The file kept apart: some readers of a record must not see everything.

use super::{
    dates, entry,
    front::Yaml,
    gather::Gathered,
    model::{Front, Record},
    proportion::kept_apart,
};
use crate::conversation::{Conversation, Moment};

/// The first line of the file under its header.
const WHAT_IT_IS: &str =
    "Kept apart from the record. It is not in the record, and never in the person's copy.";

/// The notes kept apart as a file of their own, in the order they were kept; `None` when there are none.
///
/// Its promises are in its own header (`a1`, `a2` ...), so that nothing of them stands in the record's.
pub fn apart_markdown(conversation: &Conversation, ended: Moment) -> Option<String> {
    let mut gathered = Gathered::new(conversation, "a");
    let entries: Vec<_> = kept_apart(conversation)
        .map(|note| gathered.entry(note))
        .collect();
    if entries.is_empty() {
        return None;
    }
    let front = Front {
        next_steps: gathered.steps,
        ..Record::from_conversation(conversation, ended).front
    };
    let mut out = header(&front);
    let mut before = None;
    for part in &entries {
        if entry::need_gap(before.replace(part), part) {
            out.push('\n');
        }
        out.push_str(&entry::write(part, &front));
    }
    Some(out)
}

fn header(front: &Front) -> String {
    let mut yaml = Yaml::begin();
    yaml.text("id", front.id.as_str());
    yaml.bare("kept_apart", true);
    yaml.text("started", &dates::stamp(front.started));
    yaml.some_text("by", front.by.as_deref());
    yaml.steps(&front.next_steps);
    format!("{}\n{WHAT_IT_IS}\n\n", yaml.end())
}
