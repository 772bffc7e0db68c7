//! What a measure is called, how it is counted, and what it comes to in a sentence.

use super::{measure::MeasureId, report::Measure};

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
