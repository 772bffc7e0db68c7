//! The small budget: how much, and what for.

use super::{
    Ground,
    tables::{band, named, share, spread, table, typed},
};
use crate::evidence::{
    measure::{Figure, MeasureId, Unit},
    report::{Count, Group, Measure, Population, Sum},
    said::{self, groups},
};

const ID: MeasureId = MeasureId::Spends;
const OF: Population = Population::Spends;

/// Spends from the small budget.
pub fn spends(ground: &Ground<'_>) -> Measure {
    let each = || {
        let each = ground.each(|held| held.noted.spent.iter());
        each.map(|(number, _, (pence, what))| (number, *pence, what.as_ref()))
    };
    let (mut what, unsaid) = typed(each().map(|(number, _, what)| (number, Some(what))));
    if !unsaid.is_empty() {
        what.push(Group::of(groups::NOT_SAID, unsaid));
    }
    let pounds: Vec<(u32, f64)> = each()
        .map(|(number, pence, _)| (number, f64::from(pence) / 100.0))
        .collect();
    let pounds = spread(said::POUNDS, Unit::Pounds, OF, &pounds);
    let all = Sum {
        title: said::ALL_SPENDS.to_owned(),
        pence: Some(each().map(|(_, pence, _)| u64::from(pence)).sum()),
        n: Count::of(&pounds.members),
        of: OF,
        members: pounds.members.clone(),
    };
    let bands = each().map(|(number, pence, _)| (number, band(pence, groups::AMOUNTS_BEGIN)));
    let spent = ground.held_where(|held| !held.noted.spent.is_empty());
    let conversations = Population::Conversations;
    Measure {
        tables: vec![
            table(ID, "amounts", OF, groups::AMOUNTS, bands),
            named(ID, "what", OF, what),
        ],
        spreads: vec![pounds],
        sums: vec![all],
        figures: vec![share(
            Figure::Spent,
            conversations,
            spent,
            ground.everything(),
        )],
        ..Measure::new(ID)
    }
}
