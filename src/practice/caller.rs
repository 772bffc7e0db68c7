//! The person on the card, answering somebody who practises on her own.
//!
//! A talk is a fold of turns: the same turns always bring the same answers, and no word of anybody is guessed at. These
//! are the rules, as examples/scenarios/README.md tells them to whoever writes a scenario.
//!
//! 1. A thread comes out in the order of the file, one piece a turn, each by a move in its `opened_by`. Speech that has
//!    a topic and no thread is led to by its topic in the same way. What was said is not said again.
//! 2. A question on a topic opens the first piece on that topic it can; what is said freely comes out to it too. When it
//!    opens none, it still turns to their thread. A wait, saying back, noticing a strength, and a question on nothing in
//!    particular, go on with the thread that was touched last, or else with the next one down the file that they open.
//! 3. A plain and kind question is answered once the thread has begun, or where a thread begins with it. It may pass
//!    over what has not come out yet.
//! 4. A closed question gets something said freely, then short answers. An early offer gets short thanks. Either shuts
//!    the thread that was touched last. The next move that listens only opens it again; a question on something else
//!    leaves it shut.
//! 5. At the fourth closing move in a row, somebody with a `goodbye` says it, and the talk is over. Anybody else says
//!    nothing until somebody listens.
//! 6. When no thread opens, a pause brings what is said freely. When there is nothing new at all, somebody says a small
//!    thing: the next actor, after a pause.
//!
//! | file | what it holds |
//! |---|---|
//! | [`turn`] | what the learner does |
//! | [`mood`] | how the person sounds |
//! | [`path`] | the threads met and missed, and one thing to try |
//! | `small` | the small things anybody may say |

pub mod mood;
pub mod path;
mod small;
pub mod turn;

#[cfg(test)]
mod laws;

use std::collections::{HashMap, HashSet};

use super::{Actor, ActorId, Layer, Move, Scenario, Speech, ThreadId};
use crate::guide::TopicId;
use mood::{Mood, sounds};
use small::Small;
use turn::{Did, Turn};

/// How many closing moves in a row somebody bears, the last of them included.
pub const PATIENCE: usize = 4;

/// How many pieces have to be opened before somebody feels heard.
const HEARD: usize = 2;

/// What the person does in answer to a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What is said, in order. Empty when somebody has gone quiet, and once the talk is over.
    pub says: Vec<Spoken>,
    /// How the person sounds, when that changed or nothing is said: see [`Caller::sounds`].
    pub sounds: Option<String>,
    /// Whether the talk is over.
    pub ended: bool,
}

/// Words, and who says them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Who.
    pub by: ActorId,
    /// The words: from the scenario, or one of the few small things anybody may say.
    pub words: String,
}

/// A talk with the person on the card, after some turns.
#[derive(Debug, Clone)]
pub struct Caller<'s> {
    scenario: &'s Scenario,
    /// For each piece of speech, whether it was said.
    said: Vec<bool>,
    strands: Vec<Strand>,
    /// For each piece of speech, the strand it is in.
    strand_of: Vec<Option<usize>>,
    /// The strand whose piece was opened last.
    touched: Option<usize>,
    /// Closing moves in a row.
    closings: usize,
    /// For each actor, the pieces opened since the last closing move.
    opened: Vec<usize>,
    /// Never [`Mood::Heard`], which is told from what was opened.
    mood: Mood,
    /// The actor who spoke last, by place.
    speaker: usize,
    /// The last words spoken: nobody says them twice running.
    last: String,
    /// How many small things were said, so that they take turns.
    small: usize,
    /// How the person sounded when it was last told.
    shown: String,
}

/// What comes out in order: a thread, or the speech on a topic that is in no thread.
#[derive(Debug, Clone)]
struct Strand {
    /// Places in the scenario's speech, without what is said freely.
    pieces: Vec<usize>,
    /// Rushing shut it.
    shut: bool,
}

/// What a move that listens meets.
enum Found {
    /// A piece of speech to say.
    Piece(usize),
    /// A strand that was shut, or that is asked about and opens to something else.
    Strand(usize),
    /// Nothing new.
    Nothing,
}

impl<'s> Caller<'s> {
    /// The person before the first turn.
    pub fn new(scenario: &'s Scenario) -> Self {
        let (strands, strand_of) = strands(scenario);
        let begins = |actor: &Actor| !actor.opening.is_empty();
        let speaker = scenario.actors.iter().rposition(begins).unwrap_or(0);
        let mut caller = Self {
            scenario,
            said: vec![false; scenario.speech.len()],
            strands,
            strand_of,
            touched: None,
            closings: 0,
            opened: vec![0; scenario.actors.len()],
            mood: Mood::AsTheyAre,
            speaker,
            last: String::new(),
            small: 0,
            shown: String::new(),
        };
        caller.shown = caller.sounds();
        if let Some(last) = caller.opening().says.pop() {
            caller.last = last.words;
        }
        caller
    }

    /// How the talk begins, whatever was said since.
    pub fn opening(&self) -> Answer {
        let mut says: Vec<Spoken> = Vec::new();
        for actor in &self.scenario.actors {
            let is_new = says.last().is_none_or(|last| last.words != actor.opening);
            if !actor.opening.is_empty() && is_new {
                says.push(Spoken {
                    by: actor.id.clone(),
                    words: actor.opening.clone(),
                });
            }
        }
        let begins = |actor: &&Actor| !actor.opening.is_empty();
        let actor = self.scenario.actors.iter().rfind(begins);
        Answer {
            says,
            sounds: actor.map(|actor| sounds(actor, Mood::AsTheyAre)),
            ended: false,
        }
    }

    /// Takes one turn. Once the talk is over nothing changes any more.
    pub fn answer(&mut self, turn: &Turn) -> Answer {
        if self.ended() {
            return self.told(Vec::new());
        }
        let says = match turn.did {
            Did::Opened(moved) => vec![self.listened_to(moved, turn.about.as_ref())],
            Did::ClosedQuestion => self.closed(Mood::Rushed),
            Did::EarlyOffer => self.closed(Mood::Fixed),
        };
        self.told(says)
    }

    /// The talk after these turns, and the answer to each.
    pub fn replay(scenario: &'s Scenario, turns: &[Turn]) -> (Self, Vec<Answer>) {
        let mut caller = Self::new(scenario);
        let answers = turns.iter().map(|turn| caller.answer(turn)).collect();
        (caller, answers)
    }

    /// The topics there is speech on, in the order of the speech.
    pub fn topics(&self) -> Vec<TopicId> {
        let mut seen = HashSet::new();
        let topics = self
            .scenario
            .speech
            .iter()
            .filter_map(|piece| piece.topic.as_ref());
        topics
            .filter(|topic| seen.insert(*topic))
            .cloned()
            .collect()
    }

    /// How whoever spoke last sounds now: their name, and their card's own words.
    pub fn sounds(&self) -> String {
        match self.scenario.actors.get(self.speaker) {
            Some(actor) => sounds(actor, self.mood()),
            None => String::new(),
        }
    }

    /// How whoever spoke last takes it.
    pub fn mood(&self) -> Mood {
        let told = self.opened.get(self.speaker).is_some_and(|own| *own > 0);
        let is_heard = told && self.opened.iter().sum::<usize>() >= HEARD;
        match self.mood {
            Mood::AsTheyAre if is_heard => Mood::Heard,
            mood => mood,
        }
    }

    /// Whether the person has ended the talk.
    pub fn ended(&self) -> bool {
        self.mood == Mood::Gone
    }

    fn told(&mut self, says: Vec<Spoken>) -> Answer {
        let sounds = self.sounds();
        let is_told = sounds != self.shown || says.is_empty();
        self.shown.clone_from(&sounds);
        Answer {
            says,
            sounds: is_told.then_some(sounds),
            ended: self.ended(),
        }
    }

    fn listened_to(&mut self, moved: Move, about: Option<&TopicId>) -> Spoken {
        (self.closings, self.mood) = (0, Mood::AsTheyAre);
        let about = about.filter(|_| Did::Opened(moved).asks_about());
        let found = match about {
            Some(topic) => self.on(topic, moved),
            None => self.going_on(moved),
        };
        match found {
            Found::Piece(at) => self.say(at),
            Found::Strand(strand) => {
                self.turn_to(strand);
                self.say_small(Small::Filler)
            }
            Found::Nothing => {
                // A pause is where somebody else may speak.
                if moved == Move::Wait {
                    self.speaker = (self.speaker + 1) % self.scenario.actors.len().max(1);
                }
                self.say_small(Small::Filler)
            }
        }
    }

    /// Touches a strand, and opens it again if rushing shut it.
    fn turn_to(&mut self, strand: usize) {
        self.touched = Some(strand);
        self.strands[strand].shut = false;
        if let Some(next) = self.first_unsaid(strand) {
            self.speaker = self.actor_of(next);
        }
    }

    fn closed(&mut self, mood: Mood) -> Vec<Spoken> {
        (self.closings, self.mood) = (self.closings + 1, mood);
        self.opened.fill(0);
        if let Some(touched) = self.touched {
            self.strands[touched].shut = self.first_unsaid(touched).is_some();
        }
        if self.closings >= PATIENCE {
            return self.had_enough();
        }
        let freely = self.freely(None).filter(|_| mood == Mood::Rushed);
        vec![match freely {
            Some(at) => self.say(at),
            None if mood == Mood::Rushed => self.say_small(Small::ShortAnswer),
            None => self.say_small(Small::ToAnOffer),
        }]
    }

    fn had_enough(&mut self) -> Vec<Spoken> {
        let actor = self.scenario.actors.get(self.speaker);
        let Some(actor) = actor.filter(|actor| !actor.goodbye.is_empty()) else {
            self.mood = Mood::Quiet;
            return Vec::new();
        };
        self.mood = Mood::Gone;
        if actor.goodbye == self.last {
            return Vec::new();
        }
        vec![self.spoken(self.speaker, &actor.goodbye)]
    }

    /// What a question on this topic meets.
    fn on(&self, topic: &TopicId, moved: Move) -> Found {
        let strands = 0..self.strands.len();
        let opened = strands.filter_map(|strand| self.next(strand, moved, Some(topic)));
        let (opened, freely) = (opened.min(), self.freely(Some(topic)));
        let first = match moved {
            Move::PlainKindQuestion => opened.or(freely),
            _ => opened.into_iter().chain(freely).min(),
        };
        match first {
            Some(at) => self.unless_shut(at),
            None => self
                .asked_about(topic, moved)
                .map_or(Found::Nothing, Found::Strand),
        }
    }

    /// The strand a question turns to when it is not answered: one that it opens later on, or the first there is.
    fn asked_about(&self, topic: &TopicId, moved: Move) -> Option<usize> {
        let all = self.scenario.speech.iter().enumerate();
        let about =
            all.filter(|(at, piece)| !self.said[*at] && piece.topic.as_ref() == Some(topic));
        let mut in_strands = about.filter_map(|(at, piece)| Some((self.strand_of[at]?, piece)));
        let opens = |(_, piece): &(usize, &Speech)| piece.opened_by.contains(&moved);
        let later = in_strands.clone().find(opens);
        later
            .or_else(|| in_strands.next())
            .map(|(strand, _)| strand)
    }

    /// What a move on nothing in particular meets.
    fn going_on(&self, moved: Move) -> Found {
        if let Some(touched) = self.touched {
            if self.strands[touched].shut {
                return Found::Strand(touched);
            }
            if let Some(at) = self.next(touched, moved, None) {
                return Found::Piece(at);
            }
        }
        let freely = self.freely(None);
        if let Some(at) = freely.filter(|_| moved == Move::OpenQuestion) {
            return Found::Piece(at);
        }
        let from = self.touched.map_or(0, |touched| touched + 1);
        let mut others = (from..self.strands.len()).chain(0..from.min(self.strands.len()));
        if let Some(at) = others.find_map(|strand| self.next(strand, moved, None)) {
            return self.unless_shut(at);
        }
        match freely.filter(|_| moved == Move::Wait) {
            Some(at) => Found::Piece(at),
            None => Found::Nothing,
        }
    }

    fn unless_shut(&self, at: usize) -> Found {
        match self.strand_of[at] {
            Some(strand) if self.strands[strand].shut => Found::Strand(strand),
            _ => Found::Piece(at),
        }
    }

    /// The piece of a strand that a move opens now, on this topic if there is one.
    fn next(&self, strand: usize, moved: Move, about: Option<&TopicId>) -> Option<usize> {
        let pieces = &self.strands[strand].pieces;
        let opens = |at: &usize| {
            let piece = &self.scenario.speech[*at];
            let is_about = about.is_none() || piece.topic.as_ref() == about;
            is_about && piece.opened_by.contains(&moved)
        };
        let has_begun = pieces.iter().any(|at| self.said[*at]);
        let mut unsaid = pieces.iter().copied().filter(|at| !self.said[*at]);
        match moved {
            Move::PlainKindQuestion if has_begun => unsaid.find(opens),
            _ => unsaid.next().filter(opens),
        }
    }

    fn first_unsaid(&self, strand: usize) -> Option<usize> {
        let mut pieces = self.strands[strand].pieces.iter().copied();
        pieces.find(|at| !self.said[*at])
    }

    /// Who says a piece, by place.
    fn actor_of(&self, at: usize) -> usize {
        let by = |actor: &Actor| actor.id == self.scenario.speech[at].by;
        self.scenario.actors.iter().position(by).unwrap_or(0)
    }

    /// The next piece said freely, on this topic if there is one.
    fn freely(&self, about: Option<&TopicId>) -> Option<usize> {
        let mut all = self.scenario.speech.iter().zip(&self.said);
        all.position(|(piece, said)| {
            let is_about = about.is_none() || piece.topic.as_ref() == about;
            !said && is_about && piece.layer() == Layer::Freely
        })
    }

    fn say(&mut self, at: usize) -> Spoken {
        let piece = &self.scenario.speech[at];
        // The same words written twice are said once.
        for (same, said) in self.scenario.speech.iter().zip(&mut self.said) {
            *said |= same.says == piece.says;
        }
        self.speaker = self.actor_of(at);
        if let Some(strand) = self.strand_of[at] {
            self.touched = Some(strand);
            if let Some(opened) = self.opened.get_mut(self.speaker) {
                *opened += 1;
            }
        }
        if piece.says == self.last {
            return self.say_small(Small::Filler);
        }
        self.spoken(self.speaker, &piece.says)
    }

    fn say_small(&mut self, small: Small) -> Spoken {
        let actor = self.scenario.actors.get(self.speaker);
        let lines = small.lines(actor);
        let from = self.small % lines.len().max(1);
        let in_turn = lines[from..].iter().chain(&lines[..from]).copied();
        let anybodys = small.anybodys().iter().copied();
        let words = in_turn.chain(anybodys).find(|words| *words != self.last);
        self.small += 1;
        self.spoken(self.speaker, words.unwrap_or_default())
    }

    fn spoken(&mut self, speaker: usize, words: &str) -> Spoken {
        words.clone_into(&mut self.last);
        let actor = self.scenario.actors.get(speaker);
        Spoken {
            by: actor.map_or_else(|| ActorId::new(""), |actor| actor.id.clone()),
            words: words.to_owned(),
        }
    }
}

/// The strands of a scenario, in the order they begin in the file, and the strand of each piece.
fn strands(scenario: &Scenario) -> (Vec<Strand>, Vec<Option<usize>>) {
    let mut strands: Vec<Strand> = Vec::new();
    let mut places: HashMap<(Option<&ThreadId>, Option<&TopicId>), usize> = HashMap::new();
    let strand_of = scenario.speech.iter().enumerate().map(|(at, piece)| {
        let place = *places.entry(led_to_by(piece)?).or_insert_with(|| {
            strands.push(Strand {
                pieces: Vec::new(),
                shut: false,
            });
            strands.len() - 1
        });
        strands[place].pieces.push(at);
        Some(place)
    });
    let strand_of = strand_of.collect();
    (strands, strand_of)
}

/// What leads to a piece that has to be opened: its thread, or else its topic. Without either nobody hears it here.
fn led_to_by(piece: &Speech) -> Option<(Option<&ThreadId>, Option<&TopicId>)> {
    match (&piece.thread, &piece.topic) {
        _ if piece.layer() == Layer::Freely => None,
        (Some(thread), _) => Some((Some(thread), None)),
        (None, Some(topic)) => Some((None, Some(topic))),
        (None, None) => None,
    }
}
