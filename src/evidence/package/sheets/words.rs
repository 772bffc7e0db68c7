//! Names in columns: the same in every package, whatever a screen says.

use crate::evidence::{
    compare::Went,
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
pub(super) const POPULATIONS: [&str; Population::ALL.len()] = {
    let mut names = [""; Population::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Population::ALL[at].name();
        at += 1;
    }
    names
};

/// Every way something can have gone.
pub(super) const WENT: [&str; Went::ALL.len()] = {
    let mut names = [""; Went::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Went::ALL[at].name();
        at += 1;
    }
    names
};

/// Every unit's name.
pub(super) const UNITS: [&str; 5] = ["days", "minutes", "words", "contacts", "pounds"];

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
