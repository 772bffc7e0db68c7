//! What one record tells of what matters to somebody, word for word.
//!
//! It is read from the record at the moment it is asked for. What was kept apart is in a file of its own, which this
//! never sees.

use chrono::NaiveDate;

use crate::{
    conversation::ConversationId,
    record::{self, Reader, Voice},
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
    /// It stands under a heading for what matters.
    pub matters: bool,
}

impl Told {
    /// What a record tells. `None` of a file that is no record, and of a record that no longer stands.
    pub fn of_record(id: &ConversationId, markdown: &str) -> Option<Self> {
        // Nobody is told again what was put right since.
        let as_read = record::view::corrected(markdown).ok()?;
        let record = record::read(&as_read).ok()?.record;
        let front = &record.front;
        if front.is_void() || Reader::TenLines.ask(front.no_copy_home, None).is_err() {
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
                matters: false,
            }));
        }
        Some(Self {
            id: id.clone(),
            day: front.started.date_naive(),
            guides,
            said,
        })
    }

    /// Tells what stands under the headings for what matters from the rest.
    pub fn find_what_matters(&mut self, is_for_what_matters: impl Fn(&str) -> bool) {
        for said in &mut self.said {
            said.matters = is_for_what_matters(&said.heading);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Addition;

    const RECORD: &str = concat!(
        "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\n",
        "started: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talk\n\n## What you want\n\n",
        "> \"The telly.\"\n\n- Tea at four\n- The door locked at nine *(I noticed this)*\n- Carol, your daughter: \"She is lonely.\"\n",
    );

    fn told(markdown: &str) -> Option<Told> {
        let id = ConversationId::read("2026-03-06-1420-crisis-7k3f").expect("an id");
        Told::of_record(&id, markdown)
    }

    fn texts(told: &Told) -> Vec<(bool, &str)> {
        let said = told.said.iter();
        said.map(|said| (said.own, said.text.as_str())).collect()
    }

    #[test]
    fn only_what_the_person_said_is_told_and_as_it_was_put_right_since() {
        let first = told(RECORD).expect("it stands");
        assert_eq!(
            texts(&first),
            [(true, "The telly."), (false, "Tea at four")]
        );
        let addition = Addition::Correction {
            old: "Tea at four".to_owned(),
            new: "Tea at five".to_owned(),
            why: "You said five".to_owned(),
        };
        let at = "2026-03-07T09:00:00+00:00".parse().expect("a time");
        let now = record::add(RECORD, &addition, Some("Priya N"), at).expect("added");
        let told = told(&now).expect("it stands");
        assert_eq!(texts(&told)[1], (false, "Tea at five [corrected]"));
    }

    #[test]
    fn what_no_longer_stands_tells_nothing() {
        let void = Addition::Void {
            why: "Another Joan".to_owned(),
        };
        let at = "2026-03-07T09:00:00+00:00".parse().expect("a time");
        let now = record::add(RECORD, &void, Some("Priya N"), at).expect("added");
        assert_eq!(told(&now), None);
        assert_eq!(told("not a record"), None);
    }
}
