//! Names in columns: the same in every package, whatever a screen says.

use crate::evidence::{
    measure::{Figure, MeasureId, Unit},
    report::Population,
};

/// Every measure's name.
pub(super) const MEASURES: [&str; MeasureId::ALL.len()] = {
    let mut names = [""; MeasureId::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = MeasureId::ALL[at].name();
        at += 1;
    }
    names
};

/// Every figure's name.
pub(super) const FIGURES: [&str; Figure::ALL.len()] = {
    let mut names = [""; Figure::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Figure::ALL[at].name();
        at += 1;
    }
    names
};

/// Every population's name.
pub(super) const POPULATIONS: [&str; 12] = [
    "people",
    "conversations",
    "next-steps",
    "crises",
    "hand-offs",
    "spends",
    "connections",
    "mattered",
    "talked-over",
    "answers",
    "staff-answers",
    "elsewhere",
];

/// Every unit's name.
pub(super) const UNITS: [&str; 5] = ["days", "minutes", "words", "contacts", "pounds"];

/// A population's name.
pub fn population(of: Population) -> &'static str {
    let nth = match of {
        Population::People => 0,
        Population::Conversations => 1,
        Population::NextSteps => 2,
        Population::Crises => 3,
        Population::HandOffs => 4,
        Population::Spends => 5,
        Population::Connections => 6,
        Population::Mattered => 7,
        Population::TalkedOver => 8,
        Population::Answers => 9,
        Population::StaffAnswers => 10,
        Population::Elsewhere => 11,
    };
    POPULATIONS[nth]
}

/// A unit's name.
pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Minutes => "minutes",
        Unit::Words => "words",
        Unit::Contacts => "contacts",
        Unit::Pounds => "pounds",
    }
}
