//! The lines of a finished record that a story may begin with.
//!
//! They are what the record's readers have: nothing kept apart, and what was put right since in the place of what was
//! wrong. Names go before anybody sees them here. Where a line stands in a story is proposed, and the worker chooses.

use serde::{Deserialize, Serialize};

use super::names::Names;
use crate::{
    conversation::ConversationId,
    record::{
        self, Addition, Front, Reader, Record, Voice,
        addition::back,
        view::{self, SIGN},
    },
};

/// A line that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its words, without anybody's name. The person's own are in quotation marks.
    pub words: String,
    /// The place of the part it goes under, among [`PARTS`](super::PARTS).
    pub part: usize,
    /// It was chosen.
    pub chosen: bool,
}

/// What a record gives to begin a story with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromRecord {
    /// Its lines, in their order.
    pub lines: Vec<Line>,
    /// Whose names went.
    pub names: Names,
    /// Words that may be names though nobody says so.
    pub may_be: Names,
    /// The conversations it belongs to, which may name others.
    pub linked: Vec<ConversationId>,
    /// No copy of it may go to where they live, so it is to be asked with care where a story would.
    pub marked: bool,
}

/// Why a record is no beginning of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStory {
    /// It no longer stands.
    Void,
    /// It is a role-play.
    NotReal,
    /// Its file cannot be read as a record.
    NotARecord,
    /// Nothing is in it.
    Empty,
}

/// The lines of a record, as a story may begin with them.
///
/// # Errors
///
/// As [`NoStory`] says.
pub fn lines_of_record(markdown: &str) -> Result<FromRecord, NoStory> {
    let as_read = view::corrected(markdown).map_err(|_| NoStory::NotARecord)?;
    let read = record::read(&as_read).map_err(|_| NoStory::NotARecord)?;
    let record = read.record;
    let front = &record.front;
    may_tell(front)?;
    let allowed = Reader::Story.ask(front.no_copy_home, None);
    let allowed = allowed.map_err(|_| NoStory::NotARecord)?;
    let names = Names::of(&record);
    // What belongs to an earlier conversation says how it went on.
    let is_later = !front.linked.is_empty();
    let entries = record.sections.iter().flat_map(|section| {
        let heading = section.heading.as_str();
        section.entries.iter().map(move |entry| {
            (
                words(&entry.voice, &entry.text),
                part(&entry.voice, heading, &entry.text, is_later),
            )
        })
    });
    let added = back::additions(markdown).into_iter();
    let added = added.filter_map(|added| match added.addition {
        Addition::Statement(words) => Some((in_quotes(&words), DIFFERENT)),
        Addition::HeardLater(words) => Some((words, NOT_KNOWN)),
        _ => None,
    });
    let lines: Vec<Line> = entries
        .chain(added)
        .map(|(words, part)| Line {
            words: names.blanked(&words.replace(SIGN, "")),
            part,
            chosen: false,
        })
        .collect();
    match lines.is_empty() {
        true => Err(NoStory::Empty),
        false => Ok(FromRecord {
            marked: allowed.words(String::new()).is_marked(),
            may_be: may_be_names(&record),
            linked: front.linked.iter().map(|link| link.to.clone()).collect(),
            lines,
            names,
        }),
    }
}

/// Everybody another record knows of, and words of it that may be names; nobody where it is no record.
pub fn names_of_record(markdown: &str) -> (Names, Names) {
    let read = record::read(markdown).ok();
    let found = read.map(|read| (Names::of(&read.record), may_be_names(&read.record)));
    found.unwrap_or_default()
}

fn may_be_names(record: &Record) -> Names {
    let entries = record.sections.iter().flat_map(|section| &section.entries);
    let words: Vec<&str> = entries.map(|entry| entry.text.as_str()).collect();
    Names::maybe_in(&words.join("\n"))
}

fn may_tell(front: &Front) -> Result<(), NoStory> {
    if front.is_void() {
        return Err(NoStory::Void);
    }
    match front.id.side() {
        crate::conversation::Side::Practice => Err(NoStory::NotReal),
        crate::conversation::Side::Life => Ok(()),
    }
}

/// The places of the parts that lines are proposed for.
const WHO: usize = 0;
const GOING_ON: usize = 1;
const INSTEAD: usize = 3;
const DIFFERENT: usize = 4;
const TOOK: usize = 5;
const NOT_KNOWN: usize = 6;
const LEARNED: usize = 7;

/// Words of the headings that somebody's own life stands under, as they would tell it.
const OF_THEM: [&str; 6] = [
    "matter",
    "good life",
    "gets you up",
    "people and love",
    "you bring",
    "you are good at",
];

/// How a line begins that says who else took it on, or thought about it.
const WITH_OTHERS: [&str; 2] = ["I handed this to ", "I talked this over with "];

fn part(voice: &Voice, heading: &str, text: &str, is_later: bool) -> usize {
    let heading = heading.to_lowercase();
    let is_of_them = OF_THEM.iter().any(|words| heading.contains(words));
    let is_with_others = WITH_OTHERS.iter().any(|begins| text.starts_with(begins));
    match voice {
        Voice::Told if is_with_others => INSTEAD,
        Voice::OwnWords if is_later => DIFFERENT,
        Voice::OwnWords | Voice::Told if is_of_them => WHO,
        Voice::OwnWords | Voice::Told | Voice::Saw | Voice::Others { .. } => GOING_ON,
        Voice::Step { .. } => INSTEAD,
        Voice::Spend { .. } => TOOK,
        Voice::ComeBack => NOT_KNOWN,
        Voice::View { .. } => LEARNED,
    }
}

/// On one line, so that it can be chosen; somebody's own words in quotation marks.
fn words(voice: &Voice, text: &str) -> String {
    match voice {
        Voice::OwnWords | Voice::Others { quoted: true, .. } => in_quotes(text),
        _ => record::inert::on_one_line(text),
    }
}

fn in_quotes(words: &str) -> String {
    let words = record::inert::on_one_line(words);
    format!("\"{}\"", record::inert::unquoted(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = concat!(
        "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\n",
        "person: \"Joan M\"\nstarted: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\n",
        "present: [\"Joan\", \"Carol (daughter), from 14:31\"]\n---\n\n# Talking with you, Joan\n\n",
        "Friday 6 March 2026. Joan and Priya N.\n\n## What matters to you\n\n",
        "> \"Now it's just me and the telly. Carol rings.\"\n\n- Roast for Joan's neighbour\n\n## What worries you\n\n",
        "- The step *(I noticed this)*\n- Carol, your daughter: \"She is lonely, is JM.\"\n\n## What happens next\n\n",
        "- [ ] Sam rings Joan on 01632 960123. **Sam, Wed 11 March 2026**\n\n",
        "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
    );

    #[test]
    fn lines_are_proposed_where_they_belong_and_name_nobody() {
        let found = lines_of_record(RECORD).expect("a story");
        let lines: Vec<(usize, &str)> = found
            .lines
            .iter()
            .map(|line| (line.part, line.words.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                (WHO, "\"Now it's just me and the telly. [someone] rings.\""),
                (WHO, "Roast for [someone]'s neighbour"),
                (GOING_ON, "The step"),
                (GOING_ON, "\"She is lonely, is [someone].\""),
                (INSTEAD, "[someone] rings [someone] on [a number]."),
            ]
        );
        assert!(!found.marked);
    }

    #[test]
    fn a_good_life_is_who_somebody_is_and_what_was_handed_over_is_what_we_did() {
        let handed = crate::words::evidence::facts::handed_over("Sam O", Some("back on Monday"));
        let record = RECORD
            .replace("What matters to you", "Your good life, as you told it")
            .replace("- The step *(I noticed this)*", &format!("- {handed}"));
        let found = lines_of_record(&record).expect("a story");
        let parts: Vec<usize> = found.lines.iter().map(|line| line.part).collect();
        assert_eq!(parts, [WHO, WHO, INSTEAD, GOING_ON, INSTEAD]);
        let talked = crate::words::evidence::facts::talked_over("Sam O", None);
        assert_eq!(
            part(&Voice::Told, "What worries you", &talked, false),
            INSTEAD
        );
    }

    #[test]
    fn what_the_person_said_since_is_there_and_what_was_put_right_is_as_it_is_now() {
        let at = "2026-03-07T09:00:00+00:00".parse().expect("a time");
        let right = Addition::Correction {
            old: "The step".to_owned(),
            new: "The back step".to_owned(),
            why: "Misheard".to_owned(),
        };
        let says = Addition::Statement("I did not fall, Priya.".to_owned());
        let text = record::add(RECORD, &right, Some("Priya N"), at).expect("added");
        let text = record::add(&text, &says, Some("Priya N"), at).expect("added");
        let found = lines_of_record(&text).expect("a story");
        let words: Vec<&str> = found.lines.iter().map(|line| &*line.words).collect();
        assert!(words.contains(&"The back step"), "{words:?}");
        assert_eq!(words.last(), Some(&"\"I did not fall, [someone].\""));
    }

    #[test]
    fn what_no_longer_stands_is_no_story_and_a_marked_one_is_still_to_be_asked() {
        let at = "2026-03-07T09:00:00+00:00".parse().expect("a time");
        let why = "Another Joan".to_owned();
        let void = record::add(RECORD, &Addition::Void { why }, None, at).expect("added");
        assert_eq!(lines_of_record(&void), Err(NoStory::Void));
        let marked = RECORD.replace("---\n\n# ", "no_copy_home: true\n---\n\n# ");
        assert!(lines_of_record(&marked).expect("a story").marked);
        assert_eq!(lines_of_record("nothing"), Err(NoStory::NotARecord));
        let real = "2026-03-06-1420-crisis";
        let not_real = RECORD.replace(real, "2026-03-06-1420-practice");
        assert_eq!(lines_of_record(&not_real), Err(NoStory::NotReal));
    }
}
