//! Markdown becomes a record again.
//!
//! Line by line, because the form is ours: headings, list items, block quotes. What a person wrote in by hand is kept
//! as words wherever it can be, and said.

use std::ops::Range;

use chrono::Datelike;

use super::{
    addition,
    entry::{self, Parsed, StepLine},
    front::{self, NotARecord},
    front_in::{self, free_id},
    inert::{as_written, plain},
    model::{Entry, Extra, Front, NextStep, Record, Section, Status, StepState, Voice},
    write::FOOT,
};
use crate::guide::Problem;

/// A record, and what in its file was not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The record, as far as it could be read.
    pub record: Record,
    /// Each thing that is not in the form the record was written in, and where it is.
    pub not_understood: Vec<Problem>,
}

/// Reads a record's file.
///
/// # Errors
///
/// When its header cannot be read, or does not say which conversation it is and when it began. Nothing in the body
/// stops it.
pub fn read(markdown: &str) -> Result<Reading, NotARecord> {
    let (yaml, body) = front::split(markdown).ok_or(NotARecord::NoHeader)?;
    let (front, doubts) = front_in::read(yaml)?;
    let offset = markdown.len() - body.len();
    let doubts = doubts
        .into_iter()
        .map(|doubt| Problem::warning(0..offset, doubt));
    let mut reader = Reader::new(front, doubts.collect());
    let (letter, added) = at_the_foot(body);
    for block in blocks(letter, offset) {
        reader.take(block);
    }
    reader.record.added = added.trim().to_owned();
    Ok(reader.finish())
}

/// The letter, and what was added under its foot. A file without the foot keeps the headings we add.
pub(super) fn at_the_foot(body: &str) -> (&str, &str) {
    let mut start = 0;
    let mut after_gap = true;
    let mut added_from = None;
    for line in body.split_inclusive('\n') {
        let words = line.trim_end();
        if after_gap && words == FOOT {
            return (&body[..start], &body[start + line.len()..]);
        }
        if addition::HEADINGS.contains(&words) {
            added_from = added_from.or(Some(start));
        }
        after_gap = words.is_empty();
        start += line.len();
    }
    body.split_at(added_from.unwrap_or(body.len()))
}

/// One block of the letter.
#[derive(Debug)]
struct Block<'a> {
    shape: Shape,
    span: Range<usize>,
    /// An empty line is a gap between paragraphs.
    lines: Vec<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Title,
    Heading,
    Item,
    Quote,
    Words,
}

fn blocks(letter: &str, offset: usize) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut gap = true;
    let mut start = offset;
    for full in letter.split_inclusive('\n') {
        let line = full.trim_end_matches(['\n', '\r']);
        let span = start..start + line.len();
        start += full.len();
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        match blocks.last_mut() {
            Some(open) if open.goes_on(line, gap) => open.push(line, gap, span.end),
            _ => blocks.push(Block::begin(line, span)),
        }
        gap = false;
    }
    blocks
}

impl<'a> Block<'a> {
    fn begin(line: &'a str, span: Range<usize>) -> Self {
        let (shape, words) = shape(line);
        Self {
            shape,
            span,
            lines: vec![words],
        }
    }

    /// Whether a line belongs to this block, with or without an empty line before it.
    fn goes_on(&self, line: &str, gap: bool) -> bool {
        let begins = shape(line).0;
        match self.shape {
            Shape::Title | Shape::Heading => false,
            Shape::Quote => !gap && matches!(begins, Shape::Quote | Shape::Words),
            Shape::Item => begins == Shape::Words && (!gap || line.starts_with("  ")),
            Shape::Words => begins == Shape::Words && !gap,
        }
    }

    fn push(&mut self, line: &'a str, gap: bool, end: usize) {
        if gap {
            self.lines.push("");
        }
        self.lines.push(match self.shape {
            Shape::Quote => shape(line).1,
            _ => line.trim(),
        });
        self.span.end = end;
    }

    /// The block's Markdown with its line breaks only: hard breaks, and gaps between paragraphs.
    fn joined(&self) -> String {
        let mut out = String::new();
        for (n, line) in self.lines.iter().enumerate() {
            let next = self.lines.get(n + 1);
            let backslashes = line.len() - line.trim_end_matches('\\').len();
            let breaks = next.is_some() && !backslashes.is_multiple_of(2);
            out.push_str(if breaks {
                &line[..line.len() - 1]
            } else {
                line
            });
            match next {
                Some(next) if breaks || next.is_empty() || line.is_empty() => out.push('\n'),
                Some(_) => out.push(' '),
                None => {}
            }
        }
        out
    }
}

/// What a line begins, and its words.
fn shape(line: &str) -> (Shape, &str) {
    const BEGINNINGS: [(&str, Shape); 6] = [
        ("# ", Shape::Title),
        ("## ", Shape::Heading),
        ("- ", Shape::Item),
        ("* ", Shape::Item),
        ("+ ", Shape::Item),
        (">", Shape::Quote),
    ];
    BEGINNINGS
        .iter()
        .find_map(|&(begins, shape)| Some((shape, line.strip_prefix(begins)?.trim())))
        .unwrap_or((Shape::Words, line.trim()))
}

/// A record being read.
struct Reader {
    record: Record,
    /// Promises of the header that the body has shown.
    shown: Vec<String>,
    not_understood: Vec<Problem>,
}

impl Reader {
    fn new(front: Front, not_understood: Vec<Problem>) -> Self {
        let record = Record {
            front,
            title: String::new(),
            intro: Vec::new(),
            sections: Vec::new(),
            added: String::new(),
        };
        Self {
            record,
            shown: Vec::new(),
            not_understood,
        }
    }

    fn take(&mut self, block: Block<'_>) {
        match block.shape {
            Shape::Title if self.record.title.is_empty() => {
                self.record.title = plain(&block.joined())
            }
            Shape::Title => self.wonder(&block, "A second title."),
            Shape::Heading => self.record.sections.push(Section {
                heading: plain(&block.joined()),
                entries: Vec::new(),
            }),
            _ if self.record.sections.is_empty() => self.introduce(&block),
            Shape::Item | Shape::Quote => self.enter(&block),
            Shape::Words => {
                self.wonder(
                    &block,
                    "Words under a heading that are not an item of a list.",
                );
                self.enter(&block);
            }
        }
    }

    fn introduce(&mut self, block: &Block<'_>) {
        if block.shape != Shape::Words {
            self.wonder(block, "A note before the first heading.");
        }
        let lines = block.lines.iter().filter(|line| !line.is_empty());
        self.record.intro.extend(lines.map(|line| plain(line)));
    }

    fn enter(&mut self, block: &Block<'_>) {
        let year = self.record.front.started.year();
        let words = as_written(&block.joined());
        let entry = match entry::read(block.shape == Shape::Quote, &words, year) {
            Parsed::Entry(entry) => entry,
            Parsed::Step(line) => self.promise(line, block),
        };
        if entry.text.is_empty() {
            return self.wonder(block, "An item with nothing in it.");
        }
        if let Some(section) = self.record.sections.last_mut() {
            section.entries.push(entry);
        }
    }

    /// Matches a line with a box to its promise in the header: by its words, or by its place when the words were
    /// changed by hand. A line with no promise becomes one.
    fn promise(&mut self, line: StepLine, block: &Block<'_>) -> Entry {
        let place = self.shown.len();
        let steps = &mut self.record.front.next_steps;
        let same_words = |step: &NextStep| {
            step.what == line.text || line.text.strip_suffix('.') == Some(&step.what)
        };
        let is_free = |step: &NextStep| !self.shown.contains(&step.id);
        let found = steps
            .iter()
            .position(|step| is_free(step) && same_words(step))
            .or_else(|| (place < steps.len() && is_free(&steps[place])).then_some(place));
        let index = found.unwrap_or_else(|| {
            steps.push(written_in(&line, free_id(steps)));
            steps.len() - 1
        });
        let step = &mut steps[index];
        let is_as_promised = found.is_some() && same_words(step);
        if line.ticked && step.state == StepState::Open {
            step.state = StepState::Done;
        }
        let (id, what) = (step.id.clone(), step.what.clone());
        if !is_as_promised {
            self.wonder(
                block,
                "A next step that is not in the header with these words.",
            );
        }
        self.shown.push(id.clone());
        Entry {
            voice: Voice::Step { id },
            text: if is_as_promised { what } else { line.text },
            late: line.late,
        }
    }

    fn wonder(&mut self, block: &Block<'_>, what: &str) {
        self.not_understood
            .push(Problem::warning(block.span.clone(), what));
    }

    fn finish(mut self) -> Reading {
        self.record
            .sections
            .retain(|section| !section.entries.is_empty());
        self.tell_spends();
        Reading {
            record: self.record,
            not_understood: self.not_understood,
        }
    }
}

impl Reader {
    /// A line that begins with an amount is a spend where the header counts it, and words where it does not. What it
    /// cost may have been put right in the header since.
    fn tell_spends(&mut self) {
        let spent = &self.record.front.counted.spent;
        let is_amended = self.record.front.status == Status::Amended;
        let sections = self.record.sections.iter_mut();
        for entry in sections.flat_map(|section| &mut section.entries) {
            let said = spent.iter().find(|spent| spent.is_said_by(&entry.text));
            let counted = said.or_else(|| {
                let mut spent = spent.iter().filter(|_| is_amended);
                spent.find(|spent| spent.is_for_what(&entry.text))
            });
            if let (Voice::Told, Some(spent)) = (&entry.voice, counted) {
                entry.voice = Voice::Spend { pence: spent.pence };
            }
        }
    }
}

fn written_in(line: &StepLine, id: String) -> NextStep {
    let mut step = NextStep {
        id,
        what: line.text.clone(),
        who: None,
        due: None,
        week: false,
        time: None,
        state: StepState::Open,
        agreed: None,
        settled: None,
        tries: 0,
        changes: 0,
        again: false,
        check_in: None,
        extra: Extra::new(),
    };
    if let Some(words) = &line.who_and_when {
        entry::read_who_and_when(words, &mut step);
    }
    step
}
