//! Words that make people go hmm, with kinder ones: shown to the worker beside their own lines and never replaced.
//!
//! The list begins with the words teams who work this way keep (practice.md 1.2). A team adds to it, changes what it
//! says or takes words off it in `local.toml`. What anybody said is theirs, so nothing in it is looked at.

use crate::{
    conversation::{Conversation, Note, NoteId},
    line::Mark,
};

/// A word to think twice about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Each way it is written, in small letters, the first as it is listed.
    pub forms: Vec<String>,
    /// What could be said instead.
    pub instead: String,
    /// Phrases in which it means something else.
    pub unless: Vec<String>,
}

/// What a team says of a word: what could be said instead, or nothing, which takes it off the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamWord {
    /// Each way it is written.
    pub forms: Vec<String>,
    /// What could be said instead.
    pub instead: Option<String>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinder {
    words: Vec<Word>,
}

/// Each way it is written; what could be said instead; phrases in which it means something else.
type Listed = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

const LISTED: [Listed; 15] = [
    (
        &["assessment", "assessments"],
        "conversation, or say what it was",
        &[],
    ),
    (&["review", "reviews"], "catch-up, or looking again", &[]),
    (
        &["referral", "referrals"],
        "introduction, or who you spoke to",
        &[],
    ),
    (
        &["allocation", "allocations"],
        "who will be alongside them",
        &[],
    ),
    (
        &["hand-off", "hand-offs", "handoff", "handoffs"],
        "introduction, and staying until it works",
        &[],
    ),
    (&["pathway", "pathways"], "what happens next", &[]),
    (
        &["journey", "journeys"],
        "what has happened to them",
        &["bus journey", "train journey", "car journey"],
    ),
    (
        &["waiting list", "waiting lists"],
        "waiting, and until when",
        &[],
    ),
    (&["customer", "customers"], "person, or their name", &[]),
    (&["client", "clients"], "person, or their name", &[]),
    (
        &["service user", "service users"],
        "person, or their name",
        &[],
    ),
    (
        &["case transfer", "case transfers"],
        "who will be alongside them now",
        &[],
    ),
    (
        &["case", "cases"],
        "person, or what they told you",
        &["in case", "in any case", "in that case"],
    ),
    (
        &["care management", "care manager", "care managers"],
        "the person's plan, or your name",
        &[],
    ),
    (
        &["screening", "screened"],
        "first conversation",
        &["cancer screening", "breast screening", "bowel screening"],
    ),
];

impl Default for Kinder {
    fn default() -> Self {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let words = LISTED.iter().map(|(forms, instead, unless)| Word {
            forms: owned(forms),
            instead: (*instead).to_owned(),
            unless: owned(unless),
        });
        Self {
            words: words.collect(),
        }
    }
}

impl Kinder {
    /// The list as a team has it: theirs first, and ours but for those they said something of.
    #[must_use]
    pub fn with(self, team: Vec<TeamWord>) -> Self {
        let mut ours = self.words;
        let mut words = vec![];
        for word in team {
            let forms: Vec<String> = word.forms.iter().map(|form| form.to_lowercase()).collect();
            let mut unless = vec![];
            ours.retain_mut(|known| {
                let same = known.forms.iter().any(|form| forms.contains(form));
                if same {
                    unless.append(&mut known.unless);
                }
                !same
            });
            words.extend(word.instead.map(|instead| Word {
                forms,
                instead,
                unless,
            }));
        }
        words.extend(ours);
        Self { words }
    }

    /// All of them, in the order they are listed.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Those that are in a note of the worker's own, the first written first. None in what anybody said.
    pub fn in_note(&self, note: &Note) -> Vec<&Word> {
        if !is_workers_own(note) {
            return vec![];
        }
        let text = without_quoted(&note.text).to_lowercase();
        let found = self.words.iter();
        let mut found: Vec<(usize, &Word)> = found
            .filter_map(|word| Some((word.first_in(&text)?, word)))
            .collect();
        found.sort_by_key(|(at, _)| *at);
        // "case transfer" holds "case": the longer one is what was written.
        found.dedup_by(|later, earlier| later.0 == earlier.0);
        found.into_iter().map(|(_, word)| word).collect()
    }

    /// The notes of a conversation that hold any, in the order they were kept.
    pub fn in_talk<'a>(&'a self, talk: &Conversation) -> Vec<(NoteId, Vec<&'a Word>)> {
        let notes = talk.notes.iter();
        let found = notes.map(|note| (note.id, self.in_note(note)));
        found.filter(|(_, words)| !words.is_empty()).collect()
    }
}

impl Word {
    /// As it is listed.
    pub fn name(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }

    /// Where one of its forms first stands as a word of its own, and means what it is listed for.
    fn first_in(&self, text: &str) -> Option<usize> {
        let stands = |form: &String| {
            let at = text.match_indices(form.as_str()).map(|(at, _)| at);
            at.filter(|&at| is_whole(text, at, form.len()) && !self.is_within_another(text, at))
                .min()
        };
        self.forms.iter().filter_map(stands).min()
    }

    fn is_within_another(&self, text: &str, at: usize) -> bool {
        self.unless.iter().any(|phrase| {
            let mut stands = text.match_indices(phrase.as_str());
            stands.any(|(from, _)| (from..from + phrase.len()).contains(&at))
        })
    }
}

/// Whether a note is in the worker's words alone: no voice of somebody else's, not the person's own words, and not a
/// listing of local help.
fn is_workers_own(note: &Note) -> bool {
    note.speaker.is_none() && note.mark != Some(Mark::OwnWords) && note.listing.is_none()
}

fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !joins(before) && !joins(after)
}

/// The text without what stands between quotation marks, which somebody said. A mark that is never closed quotes the
/// rest.
fn without_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '“' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            c if !quoted => out.push(c),
            _ => continue,
        }
        if matches!(c, '"' | '“' | '”' | '«' | '»') {
            // What stands on either side is not one phrase.
            out.push('|');
        }
    }
    out
}

#[cfg(test)]
mod tests;
