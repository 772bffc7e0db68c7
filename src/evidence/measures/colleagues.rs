//! How often somebody else took it on, and how often it was talked over with a colleague.

use super::{
    Ground,
    ground::Held,
    tables::{named, share, table, typed},
};
use crate::evidence::{
    measure::{Figure, MeasureId},
    report::{Group, Measure, Population, Table},
    said::groups,
};

/// How often somebody else took it on, and why.
pub fn hand_offs(ground: &Ground<'_>) -> Measure {
    let times = |held: &Held<'_>| held.noted.handed_over.len();
    let each = ground.each(|held| held.noted.handed_over.iter());
    let (mut why, unsaid) = typed(each.map(|(number, _, why)| (number, why.as_deref())));
    why.push(Group::of(groups::NOT_SAID, unsaid));
    let mut measure = how_often(MeasureId::HandOffs, Figure::HandedOver, ground, times);
    measure.tables.push(Table {
        screen_only: true,
        ..named(measure.id, "why", Population::HandOffs, why)
    });
    measure
}

/// How often it was talked over with a colleague.
pub fn talked_over(ground: &Ground<'_>) -> Measure {
    let times = |held: &Held<'_>| held.noted.talked_over;
    how_often(MeasureId::TalkedOver, Figure::TalkedOver, ground, times)
}

/// Conversations by how often something happened in them, and the share in which it did.
fn how_often(
    id: MeasureId,
    figure: Figure,
    ground: &Ground<'_>,
    times: impl Fn(&Held<'_>) -> usize,
) -> Measure {
    let of = Population::Conversations;
    let held = ground.held.iter();
    let placed = held.map(|held| (held.number, times(held).min(2)));
    let any = ground.held_where(|held| times(held) > 0);
    Measure {
        tables: vec![table(id, "conversations", of, groups::HOW_OFTEN, placed)],
        figures: vec![share(figure, of, any, ground.everything())],
        ..Measure::new(id)
    }
}
