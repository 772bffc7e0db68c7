//! What the records add up to: read on a thread of its own, one reading at a time; and a report on its way out.

use std::sync::Arc;

use super::{World, answers::Answer};
use crate::{
    app::Msg,
    desk::{Export, evidence::export_name},
    evidence::{
        cleared::Cleared,
        package::{About, package},
        page,
        period::Period,
        report::Report,
    },
    store::{
        StoreError,
        evidence::gather,
        evidence_kept,
        exports::{self, Goes},
        packages,
    },
    words::{
        self,
        evidence::{package::beside_earlier, screen},
    },
};

/// The page in an export.
const PAGE: &str = "evidence.html";

/// The folder of the tables in it.
const TABLES: &str = "tables";

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
        let tell = self.answers.teller();
        let asked = self.answers.ask(move || {
            // Nobody waits any more when this cannot be sent.
            let progress = |read, of| _ = tell.send(Answer::Reading(read, of));
            let gathered = gather(&home, &library, period, today, &progress);
            let kept = evidence_kept::kept(&home, today);
            Answer::Evidence(Box::new(gathered.report(&kept)))
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
            Some(period) => self.read_evidence(period),
            None => vec![Msg::Evidence(report)],
        }
    }

    /// Writes what of a report may leave, where it was asked to go.
    pub(super) fn export_evidence(&mut self, export: Export) -> Vec<Msg> {
        self.look_at_the_seal();
        let (home, tick) = (self.home.clone(), self.clock.tick());
        let asked = self.answers.ask(move || {
            let Export { report, into } = export;
            let (name, period) = (export_name(report.period), report.period);
            let goes = into.as_deref().map_or(Goes::Copies, Goes::Named);
            let exported_on = tick.now.date_naive();
            let team = packages::team(&home, &format!("{:016x}", tick.dice));
            let may_go = exports::may_go(&home, goes);
            let given = may_go.and(team).and_then(|team| {
                let about = About { team, exported_on };
                packages::give(&home, Arc::unwrap_or_clone(report), None, |cleared| {
                    exports::keep(&home, &name, goes, &files(cleared, &about))
                })
            });
            Answer::Exported(match given {
                Ok((path, before)) => {
                    let exported = screen::exported(&path.display().to_string());
                    match beside_earlier(period, exported_on, &before) {
                        // Where the screen has room for one of the two, it is what must be known before it is sent.
                        Some(said) => format!("{} {exported}", said.replace('\n', " ")),
                        None => exported,
                    }
                }
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

/// The page and, in a folder of their own, the tables. What describes them comes last.
fn files(cleared: &Cleared, about: &About) -> Vec<(String, Vec<u8>)> {
    let page = page::page(cleared, about.exported_on).into_bytes();
    let tables = package(cleared, about).into_iter();
    let tables = tables.map(|(path, bytes)| (format!("{TABLES}/{path}"), bytes));
    std::iter::once((PAGE.to_owned(), page))
        .chain(tables)
        .collect()
}
