//! What never leaves, whatever its size: what was typed, single values, and tables too fine to be hidden well.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::evidence::{
    hide::SMALLEST,
    measure::MeasureId,
    report::{Count, Group, Measure, Members, NowAmount, Population, Report, Table},
    said::{
        self,
        groups::{NO_TOPIC, NOT_SAID, SOMETHING_ELSE},
    },
    story::Story,
};

/// Leaves only what is counted in groups that the team or the program named.
pub(super) fn only_what_is_counted(report: &mut Report) {
    report.counted.unreadable.clear();
    report.counted.of_any_day = 0;
    report.troubles.clear();
    report.stories.retain(Story::may_leave);
    for story in &mut report.stories {
        story.id.clear();
    }
    report.measures.iter_mut().for_each(measure);
    held_the_old_way(report);
}

/// Puts the groups that stood by how many they are in the order of what is shown: where one that is not stands would
/// say between which two its number lies.
pub(super) fn in_order_of_what_is_shown(report: &mut Report) {
    for table in report.measures.iter_mut().flat_map(most_first) {
        table.groups.sort_by(|one, other| {
            let key = |group: &Group| {
                let count = group.count.known();
                (comes_last(group), Reverse(count))
            };
            (key(one), &one.name).cmp(&(key(other), &other.name))
        });
    }
}

/// The tables whose groups stand by how many they are.
fn most_first(measure: &mut Measure) -> impl Iterator<Item = &mut Table> {
    let id = measure.id;
    let tables = measure.tables.iter_mut();
    tables.filter(move |table| {
        matches!(
            (id, table.name),
            (MeasureId::Connections, "kinds")
                | (MeasureId::Mattered, "topics")
                | (MeasureId::Spends, "what")
                | (MeasureId::HandOffs, "why")
        )
    })
}

/// What has no name of its own comes after all that has.
fn comes_last(group: &Group) -> Option<usize> {
    let last = [SOMETHING_ELSE, NO_TOPIC, NOT_SAID];
    last.iter().position(|name| group.name == *name)
}

/// A time before that was made of conversations held the old way has a name somebody typed, and the days of the first
/// and the last of those. Of few conversations nothing of it may be said, and those would be days of single people.
fn held_the_old_way(report: &mut Report) {
    let mut held: BTreeMap<String, Members> = BTreeMap::new();
    for compared in report.measures.iter().flat_map(|one| &one.comparisons) {
        let Some(who) = &compared.who else { continue };
        let conversations = held.entry(compared.name.clone()).or_default();
        if who.of == Population::Conversations {
            *conversations |= &who.members | &who.others;
        }
    }
    held.retain(|_, conversations| conversations.len() >= SMALLEST as u64);
    let names: BTreeMap<String, String> = held
        .into_keys()
        .zip(1..)
        .map(|(name, nth)| (name, said::nth_old_way(nth)))
        .collect();
    for measure in &mut report.measures {
        let all = measure.comparisons.len();
        measure.comparisons.retain_mut(|compared| {
            let name = names.get(&compared.name);
            if let (Some(_), Some(name)) = (&compared.who, name) {
                compared.name.clone_from(name);
            }
            compared.who.is_none() || name.is_some()
        });
        if measure.comparisons.len() < all {
            let said = said::notes::FEW_OLD_WAY.to_owned();
            measure.read_with.push(said);
        }
    }
}

fn measure(measure: &mut Measure) {
    measure
        .tables
        .retain(|table| !table.screen_only && !is_all_typed(table));
    measure.tables.iter_mut().for_each(put_typed_together);
    for table in most_first(measure) {
        // What must be hidden is chosen by its place, and that may not be by how many either.
        let groups = &mut table.groups;
        groups.sort_by(|one, other| {
            (comes_last(one), &one.name).cmp(&(comes_last(other), &other.name))
        });
    }
    for figure in &mut measure.figures {
        if let NowAmount::Values { values, .. } = &mut figure.amount {
            values.clear();
        }
    }
}

fn is_all_typed(table: &Table) -> bool {
    !table.groups.is_empty() && table.groups.iter().all(|group| group.typed)
}

/// One group where the first of them stood, or with the one that is called so already.
fn put_typed_together(table: &mut Table) {
    let Some(first) = table.groups.iter().position(|group| group.typed) else {
        return;
    };
    let typed = table.groups.iter().filter(|group| group.typed);
    let mut members = Members::new();
    typed.for_each(|group| members |= &group.members);
    let named = |group: &Group| !group.typed && group.name == SOMETHING_ELSE;
    match table.groups.iter_mut().find(|group| named(group)) {
        Some(there) => {
            there.members |= members;
            there.count = Count::of(&there.members);
        }
        None => table.groups[first] = Group::of(SOMETHING_ELSE, members),
    }
    table.groups.retain(|group| !group.typed);
}
