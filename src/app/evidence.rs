//! The Evidence screen: which days, which chart, bars or numbers, how far down.
//!
//! Records are read off the typing thread. Until a report of other days has come, the last one stays where it is. A
//! command that belongs to a conversation, or to Home, is done there: the screen is left first.

use std::sync::Arc;

use super::{App, Screen, Seal};
use crate::{
    conversation as talk,
    desk::{Command, Effect, Evidence, Export, Tick, Toward},
    evidence::{
        asked,
        measure::MeasureId,
        period::Period,
        report::{Measure, Report},
    },
    words::evidence::{cli, screen as words},
};

/// Further down than any chart goes. Drawing stops at its end.
const MOST_ROWS: usize = 2000;

/// The charts as they are looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Charts {
    /// The days that were asked for last.
    pub asked: Period,
    /// What was read last, of those days or of others.
    pub report: Option<Arc<Report>>,
    /// The place of the chart in [`MeasureId::ALL`].
    pub at: usize,
    /// Every chart, one under the other.
    pub all: bool,
    /// Numbers in the place of bars.
    pub numbers: bool,
    /// The first row that is shown.
    pub top: usize,
    /// How many records were read of how many, where that takes long enough to be said.
    pub read: Option<(usize, usize)>,
    /// Where it was opened from.
    from: Screen,
    /// What was asked of it before it was read.
    waits: Option<Evidence>,
    /// Days that are not over, of which it was said what giving them now does.
    told_early: Option<Period>,
}

impl Charts {
    fn of(asked: Period) -> Self {
        Self {
            asked,
            report: None,
            at: 0,
            all: false,
            numbers: false,
            top: 0,
            read: None,
            from: Screen::Home,
            waits: None,
            told_early: None,
        }
    }

    /// The report that is on the screen, and nothing while a reading that takes long has not come to its end.
    pub fn shown(&self) -> Option<&Report> {
        let report = self.report.as_deref();
        report.filter(|report| self.read.is_none() || report.period == self.asked)
    }

    /// The days that are on the screen.
    pub fn period(&self) -> Period {
        self.shown().map_or(self.asked, |report| report.period)
    }

    /// The measures that are on the screen, each with its place.
    pub fn measures(&self) -> Vec<(usize, &Measure)> {
        let places = MeasureId::ALL.into_iter().enumerate();
        let chosen = places.filter(|(at, _)| self.all || *at == self.at);
        let report = self.shown();
        chosen
            .filter_map(|(at, id)| Some((at, report?.measure(id)?)))
            .collect()
    }

    /// How far the reading has come, as a sentence.
    pub fn progress(&self) -> String {
        self.read.map_or_else(
            || words::READING.to_owned(),
            |(read, of)| cli::reading(read, of),
        )
    }

    fn go_to(&mut self, at: usize) {
        (self.at, self.top, self.all) = (at, 0, false);
    }

    fn step(&mut self, by: isize) {
        let of = MeasureId::ALL.len() as isize;
        self.go_to((self.at as isize + by).rem_euclid(of) as usize);
    }

    fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(MOST_ROWS);
    }
}

impl App {
    /// The charts that were asked for, whichever screen shows. Not while everything is hidden.
    pub fn charts(&self) -> Option<&Charts> {
        self.charts.as_deref().filter(|_| self.locked.is_none())
    }

    /// Whether nothing of them can be read without the passphrase, which was asked for and not given.
    pub fn charts_are_sealed(&self) -> bool {
        let report = self.charts().and_then(Charts::shown);
        let is_given_up = || self.seal == Seal::Locked && self.unlocking.is_none();
        report.map_or_else(is_given_up, |report| {
            report.counted.sealed && report.counted.conversations.known() == Some(0)
        })
    }

    /// Does what is asked of evidence, and shows it.
    pub(super) fn evidence(&mut self, evidence: Evidence) {
        if self.practice.is_some() {
            self.said = Some(words::NOT_IN_PRACTICE.to_owned());
            return;
        }
        if let Evidence::Which(charts) = &evidence {
            self.said = Some(words::which(charts));
            return;
        }
        if matches!(evidence, Evidence::Number(number) if !is_chart(number)) {
            self.said = Some(words::NO_CHART.to_owned());
            return;
        }
        let period = match self.days_of(&evidence) {
            Ok(period) => period,
            Err(said) => return self.said = Some(said),
        };
        self.show_charts(period, &evidence);
        let page = self.page() as isize;
        let Some(charts) = &mut self.charts else {
            return;
        };
        match evidence {
            Evidence::Open
            | Evidence::Which(_)
            | Evidence::Of { .. }
            | Evidence::During(_)
            | Evidence::Earlier
            | Evidence::Later => {}
            Evidence::Next => charts.step(1),
            Evidence::Previous => charts.step(-1),
            Evidence::Chart(id) => {
                let at = MeasureId::ALL.iter().position(|one| *one == id);
                charts.go_to(at.unwrap_or_default());
            }
            Evidence::Number(number) => charts.go_to(number.saturating_sub(1)),
            Evidence::Turn => (charts.numbers, charts.top) = (!charts.numbers, 0),
            Evidence::All => (charts.all, charts.top) = (true, 0),
            Evidence::More => charts.scroll(page),
            Evidence::Export(into) => self.export(into),
        }
    }

    /// The days it is to be of.
    fn days_of(&self, evidence: &Evidence) -> Result<Period, String> {
        let today = self.now.date_naive();
        let asked = self.charts.as_ref().map(|charts| charts.asked);
        let here = asked.unwrap_or_else(|| Period::quarter_of(today));
        match evidence {
            Evidence::Of { from, to } => asked::period(from.as_deref(), to.as_deref(), today)
                .map_err(|why| words::not_days(&why)),
            Evidence::During(during) => Ok(during.period(today)),
            Evidence::Earlier => Ok(here.before()),
            Evidence::Later => Ok(here.after()),
            _ => Ok(here),
        }
    }

    /// Shows the screen, and asks for the records to be read where it was not showing or is of other days.
    fn show_charts(&mut self, period: Period, evidence: &Evidence) {
        let is_here = self.screen == Screen::Evidence;
        if !is_here {
            let from = self.screen;
            self.show(Screen::Evidence);
            let charts = self
                .charts
                .get_or_insert_with(|| Box::new(Charts::of(period)));
            (charts.from, charts.top) = (from, 0);
        }
        let Some(charts) = &mut self.charts else {
            return;
        };
        let goes_on = matches!(
            evidence,
            Evidence::Next
                | Evidence::Previous
                | Evidence::Turn
                | Evidence::More
                | Evidence::Export(_)
        );
        let is_known = charts.report.is_some() && charts.asked == period;
        if !is_known || !(is_here || goes_on) {
            charts.asked = period;
            charts.top = 0;
            self.read_charts();
        }
    }

    /// Asks for the records to be read; first for the passphrase, where they are sealed.
    fn read_charts(&mut self) {
        if self.seal == Seal::Locked {
            return self.unlock();
        }
        let Some(charts) = &mut self.charts else {
            return;
        };
        charts.read = None;
        let asked = charts.asked;
        self.desk.ask(Effect::ReadEvidence(asked));
    }

    /// The key is open: what could not be read before can be read now.
    pub(super) fn read_charts_again(&mut self) {
        if self.screen == Screen::Evidence {
            self.read_charts();
        }
    }

    /// Every record was read. Only the days that were asked for last are shown.
    pub(super) fn evidence_read(&mut self, report: Box<Report>) {
        if self.locked.is_some() {
            return;
        }
        let Some(charts) = self
            .charts
            .as_mut()
            .filter(|one| one.asked == report.period)
        else {
            return;
        };
        let is_sealed = report.counted.sealed && self.seal != Seal::Off;
        charts.read = None;
        charts.report = Some(Arc::from(report));
        let waits = charts.waits.take();
        if is_sealed && self.unlocking.is_none() {
            self.seal = Seal::Locked;
            return self.unlock();
        }
        if let Some(Evidence::Export(into)) = waits {
            self.export(into);
        }
    }

    /// So many records were read of so many.
    pub(super) fn evidence_is_read(&mut self, read: usize, of: usize) {
        if let Some(charts) = &mut self.charts {
            charts.read = Some((read, of));
        }
    }

    /// What was read goes from memory when the key does.
    pub(super) fn forget_charts(&mut self) {
        if let Some(charts) = &mut self.charts {
            charts.report = None;
        }
    }

    fn export(&mut self, into: Option<String>) {
        let charts = self.charts.as_ref();
        let report = charts.and_then(|charts| {
            let report = charts.report.clone();
            report.filter(|report| report.period == charts.asked && !report.counted.sealed)
        });
        match report {
            Some(report) if self.is_told_early(report.period) => {
                self.said = Some(words::NOT_OVER_YET.to_owned());
            }
            Some(report) => {
                let export = Export { report, into };
                self.desk.ask(Effect::ExportEvidence(Box::new(export)));
            }
            None => {
                if let Some(charts) = &mut self.charts {
                    charts.waits = Some(Evidence::Export(into));
                }
                self.said = Some(words::EXPORTS_ONCE_READ.to_owned());
            }
        }
    }

    /// Whether these days are not over, and it has to be said first what giving them now does: what was given is
    /// remembered, and cannot be had back.
    fn is_told_early(&mut self, period: Period) -> bool {
        let is_over = period.to() < self.now.date_naive();
        let Some(charts) = self.charts.as_mut().filter(|_| !is_over) else {
            return false;
        };
        charts.told_early.replace(period) != Some(period)
    }

    /// Back to where it was opened from, if that is still there.
    pub fn leave_charts(&mut self) {
        if self.screen != Screen::Evidence {
            return;
        }
        let from = self.charts.as_ref().map(|charts| charts.from);
        let said = self.said.take();
        match from.filter(|_| self.is_over_a_talk()) {
            Some(from) => self.show(from),
            None => self.show(self.front()),
        }
        self.said = said;
    }

    /// Whether Evidence shows and a conversation waits behind it.
    pub(super) fn is_over_a_talk(&self) -> bool {
        self.lies_over(Screen::Talk) || self.lies_over(Screen::ReadBack)
    }

    /// Whether Evidence shows and this screen of a conversation waits behind it.
    pub(super) fn lies_over(&self, screen: Screen) -> bool {
        let from = self.charts.as_ref().map(|charts| charts.from);
        self.screen == Screen::Evidence && from == Some(screen) && self.desk.talk().is_some()
    }

    /// A command while the screen shows. True when it was for this screen alone; what belongs elsewhere leaves it first.
    pub(super) fn obey_over_charts(&mut self, command: &Command, tick: Tick) -> bool {
        if self.screen != Screen::Evidence {
            return false;
        }
        let nothing_typed = self.line_is_empty();
        match command {
            Command::Talk(talk::Command::NextTopic) => self.evidence(Evidence::Next),
            Command::Talk(talk::Command::PreviousTopic) => self.evidence(Evidence::Previous),
            Command::Space if nothing_typed => self.evidence(Evidence::Turn),
            Command::Back if nothing_typed => self.leave_charts(),
            Command::Toward(toward) => return self.move_over_charts(*toward, nothing_typed),
            Command::Enter => return self.enter_over_charts(tick),
            command if stays(command, nothing_typed) => return false,
            _ => {
                self.leave_charts();
                return false;
            }
        }
        true
    }

    fn move_over_charts(&mut self, toward: Toward, nothing_typed: bool) -> bool {
        let page = self.page() as isize;
        let Some(charts) = &mut self.charts else {
            return false;
        };
        match toward {
            Toward::Up => charts.scroll(-1),
            Toward::Down => charts.scroll(1),
            Toward::PageUp => charts.scroll(-page),
            Toward::PageDown => charts.scroll(page),
            Toward::Left if nothing_typed => self.evidence(Evidence::Earlier),
            Toward::Right if nothing_typed => self.evidence(Evidence::Later),
            Toward::Start if nothing_typed => charts.top = 0,
            Toward::End if nothing_typed => charts.top = MOST_ROWS,
            Toward::Left | Toward::Right | Toward::Start | Toward::End => return false,
        }
        true
    }

    /// Enter: a lone number is a chart; words are a note, and are kept where it was opened from.
    fn enter_over_charts(&mut self, tick: Tick) -> bool {
        let line = self.desk.line().trim();
        if self.offered.is_some() || line.starts_with('/') && !line.starts_with("//") {
            return false;
        }
        if line.is_empty() {
            return true;
        }
        if let Ok(number) = line.parse() {
            self.desk.asked(tick);
            self.evidence(Evidence::Number(number));
            return true;
        }
        self.leave_charts();
        false
    }
}

/// Whether a chart has this number, from 1.
fn is_chart(number: usize) -> bool {
    (1..=MeasureId::ALL.len()).contains(&number)
}

/// Whether a command is done without leaving the screen: typing, and what is the same everywhere.
fn stays(command: &Command, nothing_typed: bool) -> bool {
    use talk::Command as Talk;
    match command {
        Command::Talk(Talk::Undo | Talk::Redo) => !nothing_typed,
        Command::Talk(command) => matches!(
            command,
            Talk::Type(_)
                | Talk::Paste(_)
                | Talk::Backspace
                | Talk::Delete
                | Talk::DeleteWord
                | Talk::ClearLine
                | Talk::Cursor(_)
                | Talk::Sought(_)
        ),
        Command::Evidence(_)
        | Command::Back
        | Command::Space
        | Command::Delete
        | Command::NewLine
        | Command::Commands
        | Command::Help
        | Command::Safe
        | Command::Saved
        | Command::Leave
        | Command::Redraw
        | Command::Prefer(_)
        | Command::Open(_)
        | Command::Connections
        | Command::Where
        | Command::KeepIn(_)
        | Command::TryAgain
        | Command::Lock
        | Command::Unlock
        | Command::Unknown { .. }
        | Command::Needs(_)
        | Command::NotNow(_)
        | Command::TypeOut(_) => true,
        _ => false,
    }
}
