//! What the records add up to, line by line: the answer in a sentence, then the table, one group a line. What it is
//! set against and how it is counted are told when they are asked for.

use super::Plain;
use crate::{
    app::Screen,
    desk::{Command, Evidence, Tick},
    evidence::{
        measure::MeasureId,
        report::{Count, Group, Measure, Report, Table},
        said,
        story::PARTS,
    },
    words::{self, evidence::screen},
};

/// The most names of records that could not be read that are said.
const MOST_NAMES: usize = 10;

/// What is told of the charts, once they are there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Telling {
    /// Nothing: it is written somewhere, and that is said.
    #[default]
    Nothing,
    /// The chart, and before it of which days and how many records.
    Chart,
    /// Another chart of the same.
    Another,
    /// How it is counted, and what is set beside it.
    More,
}

impl Plain {
    /// Does what is asked of evidence. What has to be read first is told once it is there.
    pub(super) fn evidence(&mut self, evidence: Evidence, tick: Tick) {
        self.telling = match evidence {
            Evidence::Export(_) => Telling::Nothing,
            Evidence::More => Telling::More,
            Evidence::Next | Evidence::Previous | Evidence::Turn => Telling::Another,
            _ => Telling::Chart,
        };
        self.app.obey(Command::Evidence(evidence), tick);
        if self.app.said.is_some() {
            // What was asked for is not there, so what else is there is not told in its place.
            self.telling = Telling::Nothing;
            self.not_understood += usize::from(self.app.screen != Screen::Evidence);
            return self.say_said();
        }
        if !self.app.desk.is_reading_evidence() {
            self.say_evidence();
        }
    }

    /// After a chart, the next one and the one before go by the names of the next topic and the one before.
    pub(super) fn turns_charts(&self, command: &Command) -> Option<Evidence> {
        use crate::conversation::Command as Talk;
        match command {
            _ if !self.at_charts => None,
            Command::Talk(Talk::NextTopic) => Some(Evidence::Next),
            Command::Talk(Talk::PreviousTopic) => Some(Evidence::Previous),
            _ => None,
        }
    }

    /// Goes back from the charts to what was in hand: there is no screen here to stay on.
    pub(super) fn leave_charts(&mut self) {
        self.at_charts = self.app.screen == Screen::Evidence;
        self.app.leave_charts();
    }

    /// How far the reading has come, where it takes long.
    pub(super) fn reads(read: usize, of: usize) -> String {
        words::plain::stopped(&words::evidence::cli::reading(read, of))
    }

    /// Says what was asked of the charts, if they are there.
    pub(super) fn say_evidence(&mut self) {
        let telling = self.telling;
        let asks_key = self.app.unlocking.is_some();
        let Some(charts) = self.app.charts().filter(|_| !asks_key) else {
            return;
        };
        let Some(report) = charts.shown() else { return };
        let (measures, all) = (charts.measures(), charts.all);
        let mut lines = match telling {
            Telling::Nothing => return,
            Telling::Chart => over_all(report),
            Telling::Another | Telling::More => vec![],
        };
        for (at, measure) in measures {
            match telling {
                Telling::More => lines.extend(more(report, at, measure)),
                _ => {
                    lines.extend(chart(at, measure));
                    lines.extend(beside(report, measure));
                }
            }
        }
        if telling == Telling::More {
            lines.extend(said::CAVEATS.map(str::to_owned));
            lines.extend(left_out(report));
        } else {
            let next = if all { screen::MORE } else { screen::NEXT };
            lines.push(next.to_owned());
        }
        self.said.extend(lines);
    }
}

/// Of which days, how many records, and that they are few or not all of them.
fn over_all(report: &Report) -> Vec<String> {
    let counted = &report.counted;
    let count = counted.conversations.known().unwrap_or_default();
    let all = counted.of_any_day;
    let mut lines = vec![screen::of_days(report.period, count, all)];
    lines.extend(report.not_over());
    let few = || screen::few(count, all, screen::OTHER_DAYS_ALOUD);
    lines.extend((count < screen::FEW).then(few));
    lines.extend(screen::unreadable(&counted.unreadable, MOST_NAMES));
    lines.extend(counted.sealed.then(|| screen::SOME_SEALED.to_owned()));
    lines
}

/// A chart: what it comes to in a sentence, and its table.
fn chart(at: usize, measure: &Measure) -> Vec<String> {
    let title = said::title_of(measure);
    let mut lines = vec![
        screen::chart(at, MeasureId::ALL.len(), title),
        said::answer(measure),
    ];
    match measure.tables.first().filter(|table| table.is_filled()) {
        Some(first) => {
            lines.extend((first.title != title).then(|| screen::table(&first.title)));
            lines.extend(table(first));
        }
        None => lines.push(screen::NOTHING_IN_IT.to_owned()),
    }
    lines
}

/// What must be seen with it wherever it is told: what other measures come to, and what is said where they have nothing.
fn beside(report: &Report, measure: &Measure) -> Vec<String> {
    let ids = measure.id.beside();
    let others = ids.iter().filter_map(|id| report.measure(*id));
    let mut lines: Vec<String> = others
        .map(|other| screen::beside(said::title(other.id), &said::answer(other)))
        .collect();
    if !ids.is_empty() {
        lines.extend(measure.read_with.iter().cloned());
    }
    lines
}

/// A group a line; where groups have parts, a line for each bar.
fn table(table: &Table) -> Vec<String> {
    let parts = table.parts();
    if parts.is_empty() {
        let groups = table.groups.iter();
        let line = |group: &Group| screen::group(&group.name, &said::group(group, table));
        return groups.map(line).collect();
    }
    let bars = table.by_part(&parts).into_iter();
    bars.map(|(name, counts)| screen::parted(name, &parts, &counts))
        .collect()
}

/// How it is counted, its middles and sums, what it is set against, the rest of its tables, and a story.
fn more(report: &Report, at: usize, measure: &Measure) -> Vec<String> {
    let stopped = |words: String| words::plain::stopped(&words);
    let mut lines = vec![
        screen::chart(at, MeasureId::ALL.len(), said::title_of(measure)),
        said::definition(measure.id).to_owned(),
    ];
    let known = measure.spreads.iter().filter(|one| one.n != Count::Is(0));
    lines.extend(known.map(said::summary).map(stopped));
    lines.extend(measure.sums.iter().map(said::sum).map(stopped));
    for comparison in &measure.comparisons {
        let compared = said::comparison(comparison);
        lines.push(stopped(said::figure(comparison.figure).to_owned()));
        lines.extend([compared.before, compared.now, compared.difference].map(stopped));
        lines.extend(compared.read_with);
    }
    let beside = measure.id.beside().iter();
    for other in beside.filter_map(|id| report.measure(*id)) {
        let place = MeasureId::ALL.iter().position(|id| *id == other.id);
        lines.extend(chart(place.unwrap_or_default(), other));
    }
    for more in measure.tables.iter().skip(1).filter(|one| one.is_filled()) {
        lines.push(screen::table(&more.title));
        lines.extend(table(more));
    }
    lines.extend(said::read_with(measure));
    if let Some(story) = report.story_beside(at) {
        lines.push(stopped(screen::story(story.went).to_owned()));
        let told = PARTS.iter().zip(&story.parts);
        let told = told.filter(|(_, words)| !words.trim().is_empty());
        lines.extend(told.map(|(part, words)| screen::group(part, words.trim())));
    }
    lines
}

/// What is in no figure.
fn left_out(report: &Report) -> Vec<String> {
    let counted = &report.counted;
    let known = |count: Count| count.known().unwrap_or_default();
    let mut lines = screen::left_out(known(counted.voided), known(counted.old_way));
    lines.extend(report.troubles.iter().cloned());
    lines
}
