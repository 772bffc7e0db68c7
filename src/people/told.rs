//! What one record tells of what matters to somebody, word for word.
//!
//! It is read from the record at the moment it is asked for. What was kept apart is in a file of its own, which this
//! never sees.

use chrono::NaiveDate;

use crate::{
    conversation::ConversationId,
    record::{self, Voice},
};

/// What one record tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which record.
    pub id: ConversationId,
    /// The day the conversation began.
    pub day: NaiveDate,
    /// The guides it went by, in order: `listen-and-connect`.
    pub guides: Vec<String>,
    /// The person's own words and what they told, in the order of the record.
    pub said: Vec<Said>,
}

/// Something they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The heading it is under.
    pub heading: String,
    /// They are their own words. Else the worker put it in words.
    pub own: bool,
    /// As the record has it.
    pub text: String,
}

impl Told {
    /// What a record tells. `None` of a file that is no record, and of a record that no longer stands.
    pub fn of_record(id: &ConversationId, markdown: &str) -> Option<Self> {
        let record = record::read(markdown).ok()?.record;
        let front = &record.front;
        if front.is_void() {
            return None;
        }
        let moved = front.moved.iter().map(|moved| moved.guide.as_str());
        let guides = std::iter::once(front.guide.as_str()).chain(moved);
        let without_version = |guide: &str| guide.split(' ').next().map(str::to_owned);
        let guides = guides.filter_map(without_version).collect();
        let mut said = vec![];
        for section in &record.sections {
            let theirs = section
                .entries
                .iter()
                .filter_map(|entry| match entry.voice {
                    Voice::OwnWords => Some((true, &entry.text)),
                    Voice::Told => Some((false, &entry.text)),
                    _ => None,
                });
            said.extend(theirs.map(|(own, text)| Said {
                heading: section.heading.clone(),
                own,
                text: text.clone(),
            }));
        }
        Some(Self {
            id: id.clone(),
            day: front.started.date_naive(),
            guides,
            said,
        })
    }

    /// Leaves what they said in their own words, and what stands under the headings for what matters.
    pub fn keep_what_matters(&mut self, is_for_what_matters: impl Fn(&str) -> bool) {
        self.said
            .retain(|said| said.own || is_for_what_matters(&said.heading));
    }
}
