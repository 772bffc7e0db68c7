//! What the records add up to: read on a thread of its own, one reading at a time; and a report on its way out.

use std::{
    sync::{Mutex, mpsc::Sender},
    time::{Duration, Instant},
};

use chrono::NaiveDate;

use super::{World, answers::Answer};
use crate::{
    app::Msg,
    desk::{Export, evidence::export_name},
    evidence::{cleared::Cleared, kept::Kept, period::Period, report::Report},
    store::{
        Home, StoreError,
        evidence::{Gathered, gather},
        exports::{self, Goes},
    },
    words::{self, evidence::screen},
};

/// How long reading may take in silence, and how long between two words about how far it has come.
const PATIENCE: Duration = Duration::from_millis(500);

/// What is being read, and what was asked meanwhile.
#[derive(Debug, Default)]
pub(super) struct Reading {
    is_under_way: bool,
    /// The newest question, which is asked once this reading has ended.
    next: Option<Period>,
}

impl World {
    /// Reads every record of people's lives. While one reading is under way, only the newest question after it waits.
    pub(super) fn read_evidence(&mut self, period: Period) -> Vec<Msg> {
        if self.reading.is_under_way {
            self.reading.next = Some(period);
            return vec![];
        }
        let (home, library) = (self.home.clone(), self.life.clone());
        let today = self.clock.now().date_naive();
        let progress = Progress::told_by(self.answers.teller());
        let asked = self.answers.ask(move || {
            let kept = kept(&home, today);
            let read = |read, of| progress.at(read, of);
            let gathered = gather(&home, &library, period, today, &read);
            Answer::Evidence(Box::new(report(gathered, &kept)))
        });
        match asked {
            Ok(()) => {
                self.reading.is_under_way = true;
                vec![]
            }
            Err(error) => vec![Msg::Say(words::no_thread(&error.to_string()))],
        }
    }

    /// A reading has ended. Nobody waits for it any more where something else was asked since.
    pub(super) fn evidence_was_read(&mut self, report: Box<Report>) -> Vec<Msg> {
        self.reading.is_under_way = false;
        match self.reading.next.take() {
            Some(period) if period != report.period => self.read_evidence(period),
            _ => vec![Msg::Evidence(report)],
        }
    }

    /// Writes what of a report may leave, where it was asked to go.
    pub(super) fn export_evidence(&mut self, export: Export) -> Vec<Msg> {
        self.look_at_the_seal();
        let home = self.home.clone();
        let asked = self.answers.ask(move || {
            let Export { report, into } = export;
            let name = export_name(report.period);
            let files = files(&Cleared::of(report));
            let goes = into.as_deref().map_or(Goes::Copies, Goes::Named);
            Answer::Exported(match exports::keep(&home, &name, goes, &files) {
                Ok(path) => screen::exported(&path.display().to_string()),
                Err(StoreError::SealedHome) => screen::SEALED_HOME.to_owned(),
                Err(error) => error.to_string(),
            })
        });
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(words::no_thread(&error.to_string()))],
        }
    }
}

/// What is kept beside the records.
fn kept(_home: &Home, _today: NaiveDate) -> Kept {
    Kept::default()
}

/// What was counted, with what was not.
fn report(gathered: Gathered, kept: &Kept) -> Report {
    let mut report = gathered.tally.report(kept);
    report.counted.unreadable_count = gathered.unreadable.len();
    report.counted.unreadable = gathered.unreadable;
    report.counted.sealed = gathered.sealed;
    report
}

/// The page and the tables, by their names. What describes the others comes last.
fn files(cleared: &Cleared) -> Vec<(String, Vec<u8>)> {
    let _ = cleared;
    vec![]
}

/// How far a reading has come: told when it takes long, and not more often than anybody reads.
struct Progress {
    tell: Sender<Answer>,
    next: Mutex<Instant>,
}

impl Progress {
    fn told_by(tell: Sender<Answer>) -> Self {
        Self {
            tell,
            next: Mutex::new(Instant::now() + PATIENCE),
        }
    }

    /// So many of so many. Any thread may say so; one that another is in the way of says nothing.
    fn at(&self, read: usize, of: usize) {
        let Ok(mut next) = self.next.try_lock() else {
            return;
        };
        let now = Instant::now();
        if now >= *next {
            *next = now + PATIENCE;
            // Nobody waits any more when this cannot be sent.
            let _ = self.tell.send(Answer::Reading(read, of));
        }
    }
}
