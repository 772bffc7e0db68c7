//! TOML text to a draft of a guide, with every problem found in one run.
//!
//! Nothing here stops at a fault. What can be read is read, and what cannot is said with its place. Borrowed topics
//! stay names: fetching them needs other guides ([`super::check()`], [`super::Shelf`]).

use std::collections::HashSet;

use super::{
    GuideId, Kind, Problem, Section, SectionId, Severity, Take, Topic, TopicId,
    draft::{Borrowed, Draft, DraftTopic, Marked},
    fields::{Fields, is_id, kind_of, listed},
    keys, lint,
    near::nearest,
    tree::{self, Node, Table, Value},
};

/// What was read of a guide's text, and all that is wrong with it.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What could be read. Usable only when no problem is an error.
    pub draft: Draft,
    /// In the order of the text.
    pub problems: Vec<Problem>,
}

impl Parsed {
    /// The first error, if there is one.
    pub fn first_error(&self) -> Option<&Problem> {
        self.problems
            .iter()
            .find(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a guide's text. Never fails: what is wrong is among the problems.
pub fn parse(text: &str) -> Parsed {
    let tree::Read {
        root,
        problems: syntax,
    } = tree::read(text);
    let mut problems = Vec::new();
    let draft = guide(&root, &mut problems);
    lint::draft(&root, &mut problems);
    drop_echoes(text, &syntax, &mut problems);
    problems.extend(syntax);
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    Parsed { draft, problems }
}

/// A line that is not understood as TOML has no sound value: what its remains look like is not worth saying.
fn drop_echoes(text: &str, syntax: &[Problem], problems: &mut Vec<Problem>) {
    let line = |problem: &Problem| text[..problem.span.start].rfind('\n');
    let faulty: HashSet<_> = syntax.iter().map(line).collect();
    problems.retain(|problem| !faulty.contains(&line(problem)));
}

fn guide(root: &Table, problems: &mut Vec<Problem>) -> Draft {
    let mut fields = Fields::of(root, keys::GUIDE, "this guide", problems);
    format(&mut fields);
    let id = fields.id("id").map(|id| Marked {
        value: GuideId::new(id.value),
        span: id.span,
    });
    let kind = kind(&mut fields);
    let mut text = |key| fields.text(key).map(|text| text.value).unwrap_or_default();
    let (title, version, purpose) = (text("title"), text("version"), text("purpose"));
    let (language, record_title) = (text("language"), text("record_title"));
    let sections = sections(root, problems);
    let mut draft = Draft {
        id,
        kind,
        title,
        version,
        language: if language.is_empty() {
            keys::DEFAULT_LANGUAGE.to_owned()
        } else {
            language
        },
        purpose,
        record_title,
        topics: Vec::new(),
        sections,
    };
    draft.topics = topics(root, &draft, problems);
    draft
}

fn format(fields: &mut Fields<'_>) {
    let Some(entry) = fields.entry("format") else {
        return;
    };
    let span = entry.value.span.clone();
    match entry.value.node {
        Node::Whole(Some(keys::FORMAT)) => {}
        Node::Whole(_) => {
            let message = "This program reads guides of format 1 only.";
            fields.error(span, message, Some("A newer guide needs a newer program."));
        }
        _ => {
            let message = format!(
                "`format` should be the number 1, not {}.",
                kind_of(&entry.value)
            );
            fields.error(span, message, Some("Write format = 1"));
        }
    }
}

fn kind(fields: &mut Fields<'_>) -> Option<Kind> {
    let written = fields.text("kind")?;
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.name() == written.value);
    if kind.is_none() {
        let message = format!("There is no kind `{}`.", written.value.escape_debug());
        fields.error(
            written.span,
            message,
            Some(&one_of(&written.value, &keys::kind_names())),
        );
    }
    kind
}

/// A hint for a name that is none of `names`.
fn one_of(written: &str, names: &[&'static str]) -> String {
    match nearest(written, names.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("It is one of {}.", listed(names.iter().copied())),
    }
}

/// The tables under `[[name]]`. Anything else under that name is said.
fn rows<'t>(root: &'t Table, name: &str, one: &str, problems: &mut Vec<Problem>) -> Vec<&'t Table> {
    let mut rows = Vec::new();
    for entry in root.entries.iter().filter(|entry| entry.key == name) {
        match &entry.value.node {
            Node::List(items) if items.is_empty() => {
                problems.push(none_of(name, entry.value.span.clone()))
            }
            Node::List(items) => rows.extend(
                items
                    .iter()
                    .filter_map(|item| row(item, name, one, problems)),
            ),
            _ => rows.extend(row(&entry.value, name, one, problems)),
        }
        if let Node::Table(table) = &entry.value.node {
            let message = format!("`{name}` needs two brackets on each side.");
            problems.push(
                Problem::error(table.span.clone(), message).hint(format!("Write [[{name}]]")),
            );
        }
    }
    rows
}

fn none_of(name: &str, span: std::ops::Range<usize>) -> Problem {
    Problem::error(span, format!("There are no {name} in this guide."))
        .hint(format!("Write at least one [[{name}]] part."))
}

fn row<'t>(
    value: &'t Value,
    name: &str,
    one: &str,
    problems: &mut Vec<Problem>,
) -> Option<&'t Table> {
    if let Node::Table(table) = &value.node {
        return Some(table);
    }
    let message = format!(
        "A {one} should be a [[{name}]] part, not {}.",
        kind_of(value)
    );
    problems.push(Problem::error(value.span.clone(), message));
    None
}

fn sections(root: &Table, problems: &mut Vec<Problem>) -> Vec<Marked<Section>> {
    let mut sections: Vec<Marked<Section>> = Vec::new();
    let mut taken = HashSet::new();
    for table in rows(root, "sections", "section", problems) {
        let mut fields = Fields::of(table, keys::SECTION, "this section", problems);
        let heading = fields
            .text("heading")
            .map(|heading| heading.value)
            .unwrap_or_default();
        let takes = takes(&mut fields, &mut taken);
        let Some(id) = fields.id("id") else { continue };
        let section = Section {
            id: SectionId::new(id.value),
            heading,
            takes,
        };
        if sections.iter().any(|other| other.value.id == section.id) {
            let message = format!("There are two sections `{}`.", section.id);
            fields.error(id.span, message, Some("Give one of them another id."));
            continue;
        }
        sections.push(Marked {
            value: section,
            span: id.span,
        });
    }
    sections
}

fn takes(fields: &mut Fields<'_>, taken: &mut HashSet<Take>) -> Vec<Take> {
    let mut takes = Vec::new();
    for written in fields.texts("takes") {
        let Some(take) = Take::ALL
            .into_iter()
            .find(|take| take.name() == written.value)
        else {
            let message = format!("No note is of the kind `{}`.", written.value.escape_debug());
            fields.error(
                written.span,
                message,
                Some(&one_of(&written.value, &keys::take_names())),
            );
            continue;
        };
        if takes.contains(&take) {
            let message = format!("`{}` is here twice.", take.name());
            fields.warning(written.span, message, "Once is enough.");
        } else if taken.insert(take) {
            takes.push(take);
        } else {
            let message = format!("Another section above takes `{}` already.", take.name());
            fields.error(
                written.span,
                message,
                Some("A kind of note goes under one heading. Keep one of the two."),
            );
        }
    }
    takes
}

fn topics(root: &Table, guide: &Draft, problems: &mut Vec<Problem>) -> Vec<DraftTopic> {
    let mut topics: Vec<DraftTopic> = Vec::new();
    let known = Sections {
        guide,
        complete: sections_complete(root),
    };
    for table in rows(root, "topics", "topic", problems) {
        let read = match table.get("borrow") {
            Some(_) => borrowed(table, &known, problems),
            None => own(table, &known, problems),
        };
        let Some(Marked { value: topic, span }) = read else {
            continue;
        };
        if topics.iter().any(|other| other.id() == topic.id()) {
            let message = format!("There are two topics `{}`.", topic.id());
            problems.push(Problem::error(span, message).hint("Give one of them another id."));
            continue;
        }
        topics.push(topic);
    }
    topics
}

/// The sections a topic may name.
struct Sections<'d> {
    guide: &'d Draft,
    /// Whether all of them could be read: only then is a name among none of them wrong.
    complete: bool,
}

fn sections_complete(root: &Table) -> bool {
    let rows = root.get("sections").map(|entry| &entry.value.node);
    match rows {
        Some(Node::List(rows)) => {
            let whole = |row: &Value| matches!(&row.node, Node::Table(table) if !table.torn);
            !root.torn && rows.iter().all(whole)
        }
        _ => false,
    }
}

fn own(
    table: &Table,
    known: &Sections<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Marked<DraftTopic>> {
    let mut fields = Fields::of(table, keys::TOPIC, "this topic", problems);
    let mut list = |key| {
        fields
            .texts(key)
            .into_iter()
            .map(|text| text.value)
            .collect::<Vec<_>>()
    };
    let (ask, gentler) = (list("ask"), list("gentler"));
    let (listen_for, follow) = (list("listen_for"), list("follow"));
    let mut text = |key| fields.text(key).map(|text| text.value).unwrap_or_default();
    let (title, why) = (text("title"), text("why"));
    let (pause, write) = (text("pause"), text("write"));
    say_no_questions(&mut fields);
    let section = section(&mut fields, known);
    let id = fields.id("id")?;
    let topic = Topic {
        id: TopicId::new(id.value),
        title,
        why,
        ask,
        gentler,
        listen_for,
        follow,
        pause,
        write,
        section,
    };
    Some(Marked {
        value: DraftTopic::Own(topic),
        span: id.span,
    })
}

fn say_no_questions(fields: &mut Fields<'_>) {
    let Some(entry) = fields.entry("ask") else {
        return;
    };
    if matches!(&entry.value.node, Node::List(items) if items.is_empty()) {
        let hint = "Write at least one open question.";
        fields.error(
            entry.value.span.clone(),
            "There is nothing to ask in this topic.",
            Some(hint),
        );
    }
}

fn borrowed(
    table: &Table,
    known: &Sections<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Marked<DraftTopic>> {
    let mut fields = Fields::of(table, keys::BORROWED, "a borrowed topic", problems);
    let title = fields.text("title").map(|title| title.value);
    let section = section(&mut fields, known);
    let written = fields.text("borrow")?;
    let parts = written.value.split_once('/');
    let Some((guide, topic)) = parts.filter(|(guide, topic)| is_id(guide) && is_id(topic)) else {
        let message = format!(
            "`{}` is not the right shape for a borrowed topic.",
            written.value.escape_debug()
        );
        fields.error(
            written.span,
            message,
            Some("Write guide-id/topic-id, like good-life/a-good-day."),
        );
        return None;
    };
    let (guide, topic) = (GuideId::new(guide), TopicId::new(topic));
    let topic = Borrowed {
        guide,
        topic,
        span: written.span.clone(),
        title,
        section,
    };
    Some(Marked {
        value: DraftTopic::Borrowed(topic),
        span: written.span,
    })
}

fn section(fields: &mut Fields<'_>, known: &Sections<'_>) -> Option<SectionId> {
    let written = fields.text("section")?;
    let id = SectionId::new(written.value);
    if known.guide.has_section(&id) {
        return Some(id);
    }
    if known.complete {
        let hint = section_hint(&id, known.guide);
        let message = format!(
            "There is no section `{}` in this guide.",
            id.as_str().escape_debug()
        );
        fields.error(written.span, message, Some(&hint));
    }
    None
}

/// People write the heading for the id, or mistype the id.
fn section_hint(written: &SectionId, guide: &Draft) -> String {
    let written = written.as_str();
    let sections = || guide.sections.iter().map(|section| &section.value);
    let by_heading = sections().find(|section| section.heading == written);
    let by_id = || nearest(written, sections().map(|section| section.id.as_str()));
    match by_heading.map(|section| section.id.as_str()).or_else(by_id) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => "Name the id of one of the [[sections]].".to_owned(),
    }
}
