//! What works but is probably not meant: prompts too long to glance at, titles too wide for their column.
//!
//! Everything here is a warning. A lint never stops a guide from working.

use std::collections::HashSet;
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Draft, Problem, Topic,
    written::tree::{Node, Table, Value},
};

/// A prompt this long is read, not glanced at.
pub const LONG_PROMPT: usize = 20;

/// The widest title that fits the narrow column of topics.
pub const LONGEST_TITLE: usize = 20;

/// Warnings about the words of a guide.
pub(super) fn draft(root: &Table, problems: &mut Vec<Problem>) {
    title(root, problems);
    record_title(root, problems);
    for topic in root.tables("topics") {
        title(topic, problems);
        for key in ["ask", "gentler"] {
            prompts(topic, key, problems);
        }
    }
    names(root, problems);
}

/// One topic is enough to be told a name in.
fn names(root: &Table, problems: &mut Vec<Problem>) {
    let named = root.tables("topics").filter_map(|topic| {
        let value = &topic.get("names_person")?.value;
        matches!(value.node, Node::Flag(true)).then(|| value.span.clone())
    });
    for span in named.skip(1) {
        let message = "Another topic above names the person already.";
        let hint = "Only the first of them is asked for. Leave `names_person` out here.";
        problems.push(Problem::warning(span, message).hint(hint));
    }
}

/// Warnings about sections nothing can reach, once every topic is there.
pub(super) fn reach(draft: &Draft, topics: &[Topic], problems: &mut Vec<Problem>) {
    for section in draft.sections.iter().skip(1) {
        let pointed_at = topics
            .iter()
            .any(|topic| topic.section.as_ref() == Some(&section.value.id));
        if section.value.takes.is_empty() && !pointed_at {
            let message = format!("Nothing can reach the section `{}`.", section.value.id);
            let hint = "Give it `takes`, name it as a topic's `section`, or delete it.";
            problems.push(Problem::warning(section.span.clone(), message).hint(hint));
        }
    }
}

fn title(table: &Table, problems: &mut Vec<Problem>) {
    let Some((span, title)) = table.text("title") else {
        return;
    };
    let letters = title.graphemes(true).count();
    if letters > LONGEST_TITLE {
        let message = format!("This title is {letters} characters long.");
        let hint = format!("Over {LONGEST_TITLE} it is cut short on a narrow screen.");
        problems.push(Problem::warning(span, message).hint(hint));
    }
}

fn record_title(root: &Table, problems: &mut Vec<Problem>) {
    let Some((span, title)) = root.text("record_title") else {
        return;
    };
    if title.replace("{person}", "").contains(['{', '}']) {
        let message = "There are braces here that stand for nothing.";
        problems
            .push(Problem::warning(span, message).hint("Only {person} is replaced, by the name."));
    }
}

fn prompts(topic: &Table, key: &str, problems: &mut Vec<Problem>) {
    let Some(Node::List(items)) = topic.get(key).map(|entry| &entry.value.node) else {
        return;
    };
    let mut seen = HashSet::new();
    for Value { span, node } in items {
        let Node::Text(prompt) = node else { continue };
        let words = prompt.split_whitespace().count();
        if words >= LONG_PROMPT {
            let message = format!("This prompt is {words} words long.");
            let hint = format!("Under {LONG_PROMPT} it can be taken in at a glance.");
            problems.push(Problem::warning(span.clone(), message).hint(hint));
        }
        if !seen.insert(prompt.trim()) && words > 0 {
            let message = "This prompt is here twice.";
            problems.push(Problem::warning(span.clone(), message).hint("Once is enough."));
        }
    }
}
