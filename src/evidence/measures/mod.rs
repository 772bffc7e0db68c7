//! Each measure, worked out from the conversations of a period.
//!
//! Where several tables count the same people or things they number them alike: conversations in the order they began,
//! people in the order of their names, next steps and the like in the order of their conversations and of their places in
//! those. Everything follows from what the conversations are, and nothing from the order they were read in.
//!
//! | file | what it holds |
//! |---|---|
//! | [`ground`] | what a measure is worked out from |
//! | [`tables`] | tables, spreads and shares, made of numbered people and things |
//! | [`kinds`] | people and conversations by kind, and moves between kinds |
//! | [`steps`] | next steps: how long until they happened, and whether by the day agreed |
//! | [`contact`] | from first contact to the conversation; who came back |
//! | [`elsewhere`] | what somebody else counted |
//! | [`named`] | routes, connections, what mattered: by a name each |
//! | [`colleagues`] | hand-offs, and talks with colleagues |
//! | [`crises`] | contacts and days until somebody was steady |
//! | [`spends`] | the small budget |
//! | [`records`] | who had a copy; length of record and of talk |
//! | [`mod@known`] | who or what each number stands for |
//! | [`answers`] | what people, families and staff said when they were asked |

mod answers;
mod colleagues;
mod contact;
mod crises;
mod elsewhere;
mod ground;
mod kinds;
mod known;
mod named;
mod records;
mod spends;
mod steps;
mod tables;
#[cfg(test)]
mod tests;

pub use ground::Ground;
pub use known::known;

use super::{feedback::Asked, kept::Kept, measure::MeasureId, report::Measure};

/// Every measure, in the order they are shown.
pub fn all(ground: &Ground<'_>, kept: &Kept) -> Vec<Measure> {
    let measures = MeasureId::ALL.into_iter();
    measures.map(|id| measure(id, ground, kept)).collect()
}

fn measure(id: MeasureId, ground: &Ground<'_>, kept: &Kept) -> Measure {
    match id {
        MeasureId::Kinds => kinds::kinds(ground),
        MeasureId::NextSteps => steps::next_steps(ground),
        MeasureId::FirstTalk => contact::first_talk(ground),
        MeasureId::Back => contact::back(ground, kept),
        MeasureId::Elsewhere => elsewhere::elsewhere(ground, kept),
        MeasureId::Routes => named::routes(ground, kept),
        MeasureId::HandOffs => colleagues::hand_offs(ground),
        MeasureId::Crises => crises::crises(ground),
        MeasureId::Spends => spends::spends(ground),
        MeasureId::Connections => named::connections(ground),
        MeasureId::Mattered => named::mattered(ground),
        MeasureId::Copies => records::copies(ground),
        MeasureId::Length => records::length(ground),
        MeasureId::TalkedOver => colleagues::talked_over(ground),
        MeasureId::Said => answers::answers(Asked::People, ground, kept),
        MeasureId::Staff => answers::answers(Asked::Staff, ground, kept),
    }
}
