//! What never leaves, whatever its size: what was typed, single values, and tables too fine to be hidden well.

use crate::evidence::{
    report::{Count, Group, Measure, Members, NowAmount, Report, Table},
    story::Story,
};

/// What groups whose name somebody typed are called together.
const SOMETHING_ELSE: &str = "Something else";

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
}

fn measure(measure: &mut Measure) {
    measure
        .tables
        .retain(|table| !table.screen_only && !is_all_typed(table));
    measure.tables.iter_mut().for_each(put_typed_together);
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
