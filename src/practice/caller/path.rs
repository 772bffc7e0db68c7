//! The path through a talk: the threads met and missed, what would have opened them, and one thing to try. No score.

use super::{
    Caller,
    turn::{Did, Turn},
};
use crate::{
    guide::TopicId,
    practice::{Actor, Layer, Move, Speech, Thread, ThreadId, card::any_of},
};

/// How many closing moves in a row are worth a word at the end.
const MANY: usize = 3;

/// The most words of a line that are quoted.
const QUOTED: usize = 9;

/// One thread, and how much of it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadPath {
    /// The thread.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// Whether it was met.
    pub met: Met,
    /// How many of its pieces were heard. What is said freely does not count, here or in `of`.
    pub heard: usize,
    /// How many it has.
    pub of: usize,
    /// What opens its next piece; `None` once it is whole.
    pub what_would_open: Option<WouldOpen>,
}

/// How far a thread came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Met {
    /// None of it.
    NotMet,
    /// At least one piece that had to be opened.
    Met,
    /// All of it.
    Whole,
}

/// What opens the next piece of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WouldOpen {
    /// Any one of these moves.
    pub moves: Vec<Move>,
    /// The topic a question would be on.
    pub topic: Option<TopicId>,
    /// What else the card says has to be so; may be empty.
    pub cue: String,
}

impl WouldOpen {
    /// In words. `topic` is the title of the topic, when the guide has it.
    pub fn in_words(&self, topic: Option<&str>) -> String {
        let mut words = format!("It opens if you {}.", any_of(&self.moves));
        let is_asked = self
            .moves
            .iter()
            .any(|moved| Did::Opened(*moved).asks_about());
        if let Some(topic) = topic.filter(|_| is_asked) {
            words.push_str(&format!(" A question would be on: {topic}."));
        }
        if !self.cue.is_empty() {
            words.push_str(&format!(" The card says: {}", self.cue));
        }
        words
    }
}

impl Caller<'_> {
    /// Each thread, in the order of the file.
    pub fn threads(&self) -> Vec<ThreadPath> {
        let threads = self.scenario.threads.iter();
        threads.map(|thread| self.path_of(thread)).collect()
    }

    /// One thing to try next time, from the turns taken: one sentence.
    pub fn one_thing_to_try(&self, turns: &[Turn]) -> String {
        if turns.is_empty() {
            return "Begin with one open question, and then wait.".to_owned();
        }
        many_in_a_row(turns)
            .or_else(|| self.offered_first(turns))
            .or_else(|| self.missed())
            .unwrap_or_else(|| {
                "Every thread came out whole: play it again, and leave each pause a little longer."
                    .to_owned()
            })
    }

    fn path_of(&self, thread: &Thread) -> ThreadPath {
        let pieces = self.pieces(&thread.id);
        let of = pieces.clone().count();
        let heard = pieces.clone().filter(|(at, _)| self.said[*at]).count();
        let next = pieces.clone().find(|(at, _)| !self.said[*at]);
        ThreadPath {
            id: thread.id.clone(),
            title: thread.title.clone(),
            met: match heard {
                0 => Met::NotMet,
                _ if heard == of => Met::Whole,
                _ => Met::Met,
            },
            heard,
            of,
            what_would_open: next.map(|(_, piece)| WouldOpen {
                moves: piece.opened_by.clone(),
                topic: piece.topic.clone(),
                cue: piece.cue.clone(),
            }),
        }
    }

    /// What has to be opened in a thread, each piece with its place.
    fn pieces<'c>(&'c self, id: &'c ThreadId) -> impl Iterator<Item = (usize, &'c Speech)> + Clone {
        let all = self.scenario.speech.iter().enumerate();
        all.filter(move |(_, piece)| {
            piece.thread.as_ref() == Some(id) && piece.layer() != Layer::Freely
        })
    }

    /// For an offer that came before anything was opened.
    fn offered_first(&self, turns: &[Turn]) -> Option<String> {
        let first = turns.iter().find(|turn| turn.did != Did::ClosedQuestion)?;
        let begins = |actor: &&Actor| !actor.opening.is_empty();
        let name = &self.scenario.actors.iter().find(begins)?.name;
        (first.did == Did::EarlyOffer).then(|| {
            format!("An offer came before {name} was listened to: ask one open question first.")
        })
    }

    /// For the thread that was nearest: one not met before one not whole, and what opens to a pause before the rest.
    fn missed(&self) -> Option<String> {
        let mut threads = self.threads();
        threads.retain(|thread| thread.what_would_open.is_some());
        threads.sort_by_key(|thread| {
            let would = thread.what_would_open.as_ref();
            let waits = would.is_some_and(|would| would.moves.contains(&Move::Wait));
            (thread.met, !waits)
        });
        let thread = threads.first()?;
        let would = thread.what_would_open.as_ref()?;
        let moved = EASIEST
            .into_iter()
            .find(|moved| would.moves.contains(moved))?;
        let lead = quoted(&self.lead(thread)?);
        Some(match moved {
            Move::Wait => format!("Leave one pause after \"{lead}\" and see what comes."),
            Move::SayItBack => format!("After \"{lead}\" say it back, in the same words."),
            Move::OpenQuestion => {
                let title = thread.title.trim_end_matches('.');
                format!("After \"{lead}\" ask one open question that leads towards: {title}.")
            }
            Move::NoticeStrength => {
                format!("After \"{lead}\" name something good that is really there.")
            }
            Move::PlainKindQuestion => {
                format!("After \"{lead}\" ask, plainly and kindly, what you are wondering.")
            }
        })
    }

    /// The words after which the next piece of a thread might have come: those before it in the thread, or said freely
    /// on its topic, or else how the talk began.
    fn lead(&self, thread: &ThreadPath) -> Option<String> {
        let mut heard = self.pieces(&thread.id).filter(|(at, _)| self.said[*at]);
        if let Some((_, piece)) = heard.by_ref().last() {
            return Some(piece.says.clone());
        }
        let topic = thread
            .what_would_open
            .as_ref()
            .and_then(|would| would.topic.as_ref());
        let mut said = self.scenario.speech.iter().zip(&self.said);
        let freely = said.find(|(piece, said)| {
            **said
                && piece.layer() == Layer::Freely
                && topic.is_some()
                && piece.topic.as_ref() == topic
        });
        match freely {
            Some((piece, _)) => Some(piece.says.clone()),
            None => self.opening().says.pop().map(|spoken| spoken.words),
        }
    }
}

/// The moves, from the one that takes least.
const EASIEST: [Move; 5] = [
    Move::Wait,
    Move::SayItBack,
    Move::OpenQuestion,
    Move::NoticeStrength,
    Move::PlainKindQuestion,
];

fn many_in_a_row(turns: &[Turn]) -> Option<String> {
    let opens = |turn: &Turn| matches!(turn.did, Did::Opened(_));
    // Of runs of one length the first counts, which `max_by_key` alone would not hold.
    let runs = turns.split(opens).rev();
    let run = runs.max_by_key(|run| run.len())?;
    let offers = run
        .iter()
        .filter(|turn| turn.did == Did::EarlyOffer)
        .count();
    let many = run.len();
    (many >= MANY).then(|| match offers {
        0 => format!("{many} closed questions came in a row: after the first, leave one pause."),
        _ if offers == many => {
            format!("{many} offers came in a row: before the first, ask what it would be for.")
        }
        _ => format!("{many} closed questions and offers came in a row: after the first, say back what you heard."),
    })
}

/// The beginning of a line: its first sentence, or its first words.
fn quoted(words: &str) -> String {
    let mut quoted: Vec<&str> = Vec::new();
    for word in words.split_whitespace() {
        quoted.push(word);
        let ends = word.ends_with(['.', '?', '!']) && !word.ends_with("...");
        if ends && quoted.len() > 2 {
            return quoted.join(" ");
        }
        if quoted.len() == QUOTED {
            return format!("{}...", quoted.join(" ").trim_end_matches([',', ';', ':']));
        }
    }
    quoted.join(" ")
}
