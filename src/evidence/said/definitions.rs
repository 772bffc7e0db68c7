//! How each measure and each figure is counted, and what must be read with every table.

use crate::evidence::measure::{Figure, MeasureId};

/// What must be read with every table (practice.md 5.1), a sentence or two each.
pub const CAVEATS: [&str; 5] = [
    "Small numbers go up and down by chance.",
    "People who were not offered this way of working are not counted here. They may differ from those who were.",
    "Extra staff time may be behind a difference, and not the way of working.",
    "Covid changed who got in touch and what could be offered. Take care with those years.",
    "Less paid support can mean better lives, or needs that nobody meets. Read it beside long-term support, people who came back, safeguarding concerns, complaints and what people said.",
];

/// How a measure is counted, in a few sentences.
pub fn definition(id: MeasureId) -> &'static str {
    match id {
        MeasureId::Kinds => {
            "Each finished conversation counts once, on the day it began, as the kind it was when it ended. Each person counts once for each kind they had, so one person may be in more than one row, and so may a conversation that moved twice. A talk that was a crisis in the middle and ended as another kind is in no figure of crisis. People are told apart by name: a conversation without one counts no person."
        }
        MeasureId::NextSteps => {
            "Each next step of these conversations counts once. Days are from the day it was agreed on to the day it was done. The first day agreed holds it, also when it was moved since; a week is over with its Sunday."
        }
        MeasureId::FirstTalk => {
            "Days from the day the person first got in touch to the day the conversation began, for each conversation that says when that was."
        }
        MeasureId::Back => {
            "For each person: their first listen and connect of these days, and whether they had another conversation of any kind within so many months of it. Check-ins on it do not count. While the months are not over it is too soon to say."
        }
        MeasureId::Elsewhere => {
            "Brought in from what others count, for days that are wholly within these. Records cannot know it."
        }
        MeasureId::Routes => {
            "What happened next, as each record says it. The team's own list comes first, in its order."
        }
        MeasureId::HandOffs => {
            "How often a conversation was handed over to somebody else, and why where that was noted. One that was kept apart is not counted."
        }
        MeasureId::Crises => {
            "A crisis and every check-in on it count once, by the day the first of them began. It is steady when whoever spoke last of it said so, and no later contact says when to look again. Contacts are those that began by then. A talk that was a crisis in the middle and ended as another kind is no crisis here, unless a check-in is linked with it."
        }
        MeasureId::Spends => {
            "Each spend from the small budget that was noted in these conversations, and what it was for. One that was left out of the letter counts. One that was kept apart does not. What it was for was typed, and does not leave the team."
        }
        MeasureId::Connections => {
            "Each connection noted in these conversations, by its kind in the list of local help it came from. Kinds the program has no name for leave the team together, as something else."
        }
        MeasureId::Mattered => {
            "Each note of what mattered most or of somebody's own words, by the topic it is under. It counts notes and not people."
        }
        MeasureId::Copies => {
            "Whether the record says how and when the person had a copy, or that nothing may be sent home."
        }
        MeasureId::Length => {
            "Words of the record as it was finished, without headings. Minutes of talk, without pauses. Neither is better for being more or less."
        }
        MeasureId::TalkedOver => {
            "How often a conversation was talked over with a colleague, where that was noted in it. One that was kept apart is not counted."
        }
        MeasureId::Said => {
            "What people and families answered when somebody asked, on these days. A question may be skipped. Where nobody is named as having asked, the worker did."
        }
        MeasureId::Staff => {
            "What staff answered when somebody asked, on these days. A question may be skipped. Where nobody is named as having asked, the worker did."
        }
    }
}

/// How a figure is counted here, in a sentence: what the definition of a baseline is held against.
pub fn counted(figure: Figure) -> &'static str {
    match figure {
        Figure::Crisis => "Conversations that were a crisis when they ended, of all.",
        Figure::Moved => "Conversations that moved to another kind at least once, of all.",
        Figure::DoneByDay => {
            "Next steps done by the day first agreed, of those whose day is over and that were still needed."
        }
        Figure::DaysToNextStep => {
            "Days from the day a next step was agreed on to the day it was done."
        }
        Figure::TalkWithin3Days => {
            "Conversations that began within 3 days of first contact, of those that say when that was."
        }
        Figure::DaysToFirstTalk => "Days from first contact to the day the conversation began.",
        Figure::BackWithin3Months => {
            "People who had another conversation within 3 months of their first listen and connect, check-ins on it left out, of those for whom 3 months are over."
        }
        Figure::BackWithin9Months => {
            "People who had another conversation within 9 months of their first listen and connect, check-ins on it left out, of those for whom 9 months are over."
        }
        Figure::BackWithin12Months => {
            "People who had another conversation within 12 months of their first listen and connect, check-ins on it left out, of those for whom 12 months are over."
        }
        Figure::LongTermStarted => {
            "People who started long-term support, of people who had a conversation, as counted elsewhere."
        }
        Figure::HospitalToCareHome => {
            "People who went from hospital straight into a care home for good, of those who left hospital, as counted elsewhere."
        }
        Figure::HandedOver => "Conversations handed over at least once, of all.",
        Figure::Steady => "Crises said to be steady, of those that began in these days.",
        Figure::DaysToSteady => {
            "Days from the first contact of a crisis to the day it was said to be steady."
        }
        Figure::ContactsToSteady => {
            "Contacts of a crisis that began before it was said to be steady."
        }
        Figure::Spent => "Conversations with a spend from the small budget, of all.",
        Figure::Connected => "Conversations in which a connection was noted, of all.",
        Figure::HadCopy => "Conversations of which the person had a copy, of all.",
        Figure::Words => "Words of a record as it was finished, without headings.",
        Figure::TalkMinutes => "Minutes of a talk, without pauses.",
        Figure::TalkedOver => "Conversations talked over with a colleague at least once, of all.",
    }
}
