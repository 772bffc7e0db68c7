//! One made-up talk after another, each with what a talk may hold.

use alongside::{
    conversation::{ConversationId, Detail, Link, Moment, PartOfAssessment, Tie, Whose},
    guide::Kind,
    record::{
        Counted, Entry, Front, Moved, NextStep, Record, Section, Status, Steadiness, StepState,
        Voice, Voided,
        counted::{Connected, HandedOver, Spent, TalkedOver},
    },
};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::{YEAR, clock, day, names, people};

/// How many talks a large team has in a year. More are of the years before.
const A_YEAR: usize = 20_000;

/// Makes talks. The same seed makes the same ones.
pub(super) struct Maker {
    dice: Rng,
    people: usize,
    years: i32,
    nth: u64,
}

impl Maker {
    /// A year of so many talks: most people have three.
    pub(super) fn new(count: usize, seed: u64) -> Self {
        Self {
            dice: Rng::with_seed(seed),
            people: (count / 3).max(2),
            years: i32::try_from(count.div_ceil(A_YEAR)).unwrap_or(1).max(1),
            nth: 0,
        }
    }

    /// The next talk; or a crisis with all its check-ins, which say that they belong together.
    pub(super) fn one_or_a_thread(&mut self) -> Vec<Record> {
        let mut first = self.any();
        let is_crisis = first.front.kind_now() == Kind::Crisis || self.chance(4);
        if !is_crisis {
            if self.chance(3) {
                return self.with_a_carers_own(first);
            }
            return vec![first];
        }
        let count = self.dice.usize(..5);
        let mut thread: Vec<Record> = Vec::new();
        let mut before = first.front.ended;
        for _ in 0..count {
            let later = self.dice.i64(20..6_000);
            let mut check_in = self.talk(
                Kind::Crisis,
                first.front.person.clone(),
                before + TimeDelta::minutes(later),
            );
            before = check_in.front.ended;
            self.ties(&mut first, &mut thread, &mut check_in);
            thread.push(check_in);
        }
        thread.insert(0, first);
        self.say_how_steady(&mut thread);
        thread
    }

    /// A talk of any kind, with anybody, on any day of it.
    pub(super) fn any(&mut self) -> Record {
        let kind = match self.dice.u32(..100) {
            0..55 => Kind::ListenAndConnect,
            55..80 => Kind::Crisis,
            _ => Kind::GoodLife,
        };
        let name = people::person(self.dice.usize(..self.people));
        let person = match self.dice.u32(..100) {
            0..4 => None,
            4..10 => Some(names::in_a_hurry(&name, &mut self.dice)),
            _ => Some(name),
        };
        let began = self.some_time();
        self.talk(kind, person, began)
    }

    /// A time of the year, in office hours as a rule; some at night, and some while the clocks are changed.
    fn some_time(&mut self) -> Moment {
        let year = YEAR - self.dice.i32(0..self.years);
        let on = day(1, 1).with_year(year).unwrap_or_default() + Days::new(self.dice.u64(..365));
        let (on, minute) = match self.dice.u32(..100) {
            0 => (clock::last_sunday(year, 3), 40),
            1 => (clock::last_sunday(year, 10), 30),
            2..6 => (on, 22 * 60 + 30 + self.dice.i64(0..90)),
            _ => (on, 8 * 60 + self.dice.i64(0..10 * 60)),
        };
        clock::uk((on.and_time(NaiveTime::MIN)) + TimeDelta::minutes(minute))
    }

    fn talk(&mut self, kind: Kind, person: Option<String>, began: Moment) -> Record {
        let started = clock::uk(began.naive_utc());
        let minutes = self.dice.i64(3..100);
        // Opened again on another day: the time between is no part of the talk.
        let days = if self.chance(3) {
            self.dice.i64(1..5)
        } else {
            0
        };
        let ended =
            clock::uk(started.naive_utc() + TimeDelta::minutes(minutes) + TimeDelta::days(days));
        let next_steps = self.steps(ended.date_naive(), kind);
        self.nth += 1;
        let front = Front {
            id: ConversationId::new(started, kind, self.nth),
            kind,
            guide: format!("{} 2026.1", kind.name()),
            moved: self.moves(kind, started),
            person,
            caller: None,
            contact: None,
            started,
            ended,
            how: Some("phone".to_owned()),
            by: Some("Priya N".to_owned()),
            present: vec![],
            status: if self.chance(6) {
                Status::Amended
            } else {
                Status::Final
            },
            detail: Detail::Standard,
            part_of_assessment: PartOfAssessment::Unsure,
            no_copy_home: self.chance(8),
            copy: self
                .chance(45)
                .then(|| format!("by post, {}", ended.date_naive())),
            route: self.route(),
            counted: self.counted(started.date_naive(), minutes),
            kept_apart: 0,
            voided: self.chance(2).then(Voided::default),
            linked: vec![],
            steady: None,
            looked_at: vec![],
            next_steps,
            extra: Default::default(),
        };
        self.written(front)
    }

    /// Between none and two moves. To another guide of the same kind is no move between kinds.
    fn moves(&mut self, kind: Kind, started: Moment) -> Vec<Moved> {
        let count = match self.dice.u32(..100) {
            0..4 => 2,
            4..18 => 1,
            _ => 0,
        };
        let mut here = kind;
        let mut moved = vec![];
        for nth in 1..=count {
            here = if self.chance(10) {
                here
            } else {
                self.other_than(here)
            };
            moved.push(Moved {
                kind: here,
                guide: format!("{} 2026.1", here.name()),
                at: started + TimeDelta::minutes(nth),
            });
        }
        moved
    }

    fn other_than(&mut self, kind: Kind) -> Kind {
        let others: Vec<Kind> = Kind::ALL.into_iter().filter(|one| *one != kind).collect();
        others[self.dice.usize(..others.len())]
    }

    fn route(&mut self) -> Option<String> {
        const SAID: [&str; 7] = [
            "Connected locally",
            "connected locally",
            "Advice and information",
            " Long-term support ",
            "Housing team",
            "housing team",
            "Health visitor",
        ];
        self.chance(70).then(|| self.one_of(&SAID).to_owned())
    }

    fn counted(&mut self, day: NaiveDate, minutes: i64) -> Counted {
        const WHAT: [&str; 6] = [
            "Electric key",
            "electric key",
            "Taxi home",
            "Bedding",
            "taxi home",
            "Key safe",
        ];
        const PENCE: [u32; 9] = [450, 999, 1_000, 2_200, 2_499, 2_500, 4_999, 5_000, 12_050];
        const TOPICS: [&str; 4] = [
            "what-matters",
            "people-around-you",
            "health-work-money",
            "a-topic-of-ours",
        ];
        let contacted = self.chance(45).then(|| {
            let days = self.dice.u64(..45);
            match self.chance(3) {
                true => day + Days::new(1),
                false => day - Days::new(if self.chance(40) { days / 10 } else { days }),
            }
        });
        let handed_over = self.some(20, |maker| HandedOver {
            to: "Out of hours team".to_owned(),
            why: maker.maybe(&["Night cover", "Moved away", "On leave"]),
        });
        let talked_over = self.some(15, |maker| TalkedOver {
            with: "Sam".to_owned(),
            decision: maker.maybe(&["Try the lunch club first"]),
        });
        let spent = self.some(12, |maker| Spent {
            pence: PENCE[maker.dice.usize(..PENCE.len())],
            what: maker.one_of(&WHAT).to_owned(),
        });
        let connected = self.some(35, |maker| Connected {
            with: "Chapel Lane lunch club".to_owned(),
            kind: maker.maybe(&["Lunch club", "Transport", "Advice"]),
        });
        let mattered = self.some(50, |maker| maker.one_of(&TOPICS).to_owned());
        Counted {
            contacted,
            handed_over,
            talked_over,
            spent,
            connected,
            talk_minutes: self.chance(90).then_some(minutes as u32),
            words: None,
            mattered,
            old_way: match self.dice.u32(..100) {
                0..3 => Some("The old way".to_owned()),
                3 => Some("North team".to_owned()),
                _ => None,
            },
        }
    }

    /// Up to three promises, with all that may become of one.
    fn steps(&mut self, made: NaiveDate, kind: Kind) -> Vec<NextStep> {
        let count = self.dice.u32(..4);
        (1..=count).map(|nth| self.step(nth, made, kind)).collect()
    }

    fn step(&mut self, nth: u32, made: NaiveDate, kind: Kind) -> NextStep {
        let state = match self.dice.u32(..100) {
            0..55 => StepState::Done,
            55..70 => StepState::Open,
            70..78 => StepState::Tried,
            78..88 => StepState::Moved,
            _ => StepState::Dropped,
        };
        let week = self.chance(10);
        let by = made + Days::new(self.dice.u64(..15));
        let due = self
            .chance(75)
            .then_some(if week { monday(by) } else { by });
        let was_moved = state == StepState::Moved || self.chance(12);
        let agreed = due.filter(|_| was_moved);
        let is_settled = matches!(state, StepState::Done | StepState::Dropped);
        // Once in a while somebody edits the header by hand, to a day before it was promised.
        let settled = match self.chance(2) {
            true => made - Days::new(1),
            false => made + Days::new(self.dice.u64(..20) / 2),
        };
        NextStep {
            id: format!("s{nth}"),
            what: format!("Priya rings about the rail ({nth})"),
            who: Some("Priya".to_owned()),
            due: due.map(|day| {
                if agreed.is_some() {
                    day + Days::new(7)
                } else {
                    day
                }
            }),
            week: week && due.is_some() && agreed.is_none(),
            time: None,
            state,
            agreed,
            settled: (is_settled && self.chance(85)).then_some(settled),
            tries: u32::from(state == StepState::Tried),
            changes: u32::from(state != StepState::Open),
            again: kind == Kind::Crisis && self.chance(12),
            check_in: None,
            extra: Default::default(),
        }
    }

    /// Who checks in on whom: said on both sides, or on one when the program was stopped between the two. A check-in may
    /// be on another check-in.
    fn ties(&mut self, first: &mut Record, thread: &mut [Record], check_in: &mut Record) {
        let chained = self.chance(20);
        let on = match thread.last_mut() {
            Some(last) if chained => last,
            _ => first,
        };
        let link = Link {
            to: on.front.id.clone(),
            tie: Tie::CheckInOn,
        };
        let sides = self.dice.u32(..10);
        if sides != 0 {
            on.front.linked.push(link.turned(&check_in.front.id));
        }
        if sides != 1 {
            check_in.front.linked.push(link);
        }
    }

    fn say_how_steady(&mut self, thread: &mut [Record]) {
        for nth in 0..thread.len() {
            let is_last = nth + 1 == thread.len();
            if self.chance(if is_last { 60 } else { 15 }) {
                let front = &mut thread[nth].front;
                front.steady = Some(Steadiness {
                    on: front.ended,
                    is: is_last || nth % 2 == 0,
                    by: front.by.clone(),
                    because: None,
                    whose: Whose::Worker,
                });
            }
        }
    }

    fn with_a_carers_own(&mut self, mut first: Record) -> Vec<Record> {
        let name = people::person(self.dice.usize(..self.people));
        let began = first.front.ended + TimeDelta::hours(2);
        let mut own = self.talk(Kind::ListenAndConnect, Some(name), began);
        let link = Link {
            to: first.front.id.clone(),
            tie: Tie::CarerOf,
        };
        first.front.linked.push(link.turned(&own.front.id));
        own.front.linked.push(link);
        vec![first, own]
    }

    /// The letter under a header. Older ones do not say how many words they hold, and have their promises in the header
    /// alone.
    fn written(&mut self, front: Front) -> Record {
        let is_old = self.chance(5);
        let lines = self.dice.usize(1..55);
        let told = self.entries(lines, |_| Voice::Told);
        let words = self.dice.usize(1..4);
        let matters = self.entries(words, |_| Voice::OwnWords);
        let promised = front.next_steps.iter().map(|step| Entry {
            voice: Voice::Step {
                id: step.id.clone(),
            },
            text: step.what.clone(),
            late: false,
        });
        let promised: Vec<Entry> = promised.filter(|_| !is_old).collect();
        let sections = [
            ("What you told me", told),
            ("What matters to you", matters),
            ("What happens next", promised),
        ];
        let sections = sections
            .into_iter()
            .filter(|(_, entries)| !entries.is_empty());
        let mut record = Record {
            title: "Talking with you".to_owned(),
            intro: vec!["By phone. Priya N.".to_owned()],
            sections: sections
                .map(|(heading, entries)| Section {
                    heading: heading.to_owned(),
                    entries,
                })
                .collect(),
            added: match front.status {
                Status::Amended => {
                    "## Added since\n\n- Priya N: she rang back to say thank you.".to_owned()
                }
                _ => String::new(),
            },
            front,
        };
        record.front.counted.words = (!is_old).then(|| record.words());
        record
    }

    fn entries(&mut self, count: usize, voice: impl Fn(usize) -> Voice) -> Vec<Entry> {
        let entry = |nth| {
            let words = self.dice.usize(3..16);
            Entry {
                voice: voice(nth),
                text: names::line(words, &mut self.dice),
                late: false,
            }
        };
        (0..count).map(entry).collect()
    }

    /// So many times in a hundred one, and then maybe more.
    fn some<T>(&mut self, percent: u32, make: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut made = vec![];
        while made.len() < 4 && self.chance(if made.is_empty() { percent } else { 30 }) {
            made.push(make(self));
        }
        made
    }

    fn maybe(&mut self, words: &[&str]) -> Option<String> {
        self.chance(75).then(|| self.one_of(words).to_owned())
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.dice.usize(..words.len())]
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.dice.u32(..100) < percent
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    alongside::evidence::period::monday(day)
}
