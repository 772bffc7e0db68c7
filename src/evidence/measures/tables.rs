//! Tables, spreads and shares, made of numbered people and things.

use std::{cmp::Reverse, collections::HashMap};

use crate::evidence::{
    measure::{Figure, MeasureId, Unit},
    report::{Count, Group, Members, Now, NowAmount, Population, Summary, Table},
    said,
    spread::Spread,
};

/// A table in which everybody is in one group: `placed` says in which, by its place among `names`.
pub fn table<const N: usize>(
    id: MeasureId,
    name: &'static str,
    of: Population,
    names: [&str; N],
    placed: impl IntoIterator<Item = (u32, usize)>,
) -> Table {
    let mut members: [Members; N] = std::array::from_fn(|_| Members::new());
    for (number, place) in placed {
        members[place].insert(number);
    }
    let groups = names.into_iter().zip(members);
    let groups = groups.map(|(name, members)| Group::of(name, members));
    named(id, name, of, groups.collect())
}

/// A table of these groups.
pub fn named(id: MeasureId, name: &'static str, of: Population, groups: Vec<Group>) -> Table {
    Table::of(name, said::table(id, name), of, groups)
}

/// The place of a value among bands, from where each but the first begins.
pub fn band<T: TryInto<i64>, const N: usize>(value: T, begin: [i64; N]) -> usize {
    let value = value.try_into().unwrap_or(i64::MAX);
    begin.partition_point(|begin| *begin <= value)
}

/// Groups by a name that was typed: most first, then by name. The same name is the same group without regard to case
/// and to the space around it, and is shown as it was first typed. What has no name is left over.
pub fn typed<'a>(named: impl IntoIterator<Item = (u32, Option<&'a str>)>) -> (Vec<Group>, Members) {
    let mut groups: Vec<Group> = vec![];
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut unnamed = Members::new();
    for (number, name) in named {
        let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else {
            unnamed.insert(number);
            continue;
        };
        let place = *known.entry(name).or_insert_with(|| {
            let place = places.entry(folded(name)).or_insert(groups.len());
            if *place == groups.len() {
                groups.push(Group {
                    typed: true,
                    ..Group::of(name, Members::new())
                });
            }
            *place
        });
        groups[place].members.insert(number);
    }
    for group in &mut groups {
        group.count = Count::of(&group.members);
    }
    most_first(&mut groups);
    (groups, unnamed)
}

/// Most first, then by name.
pub fn most_first(groups: &mut [Group]) {
    groups.sort_by(|one, other| {
        let key = |group: &Group| Reverse(group.members.len());
        (key(one), &one.name).cmp(&(key(other), &other.name))
    });
}

/// What was typed, as it is compared.
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A figure that is a share: `count` are among `all`.
pub fn share(figure: Figure, of: Population, count: Members, all: Members) -> Now {
    Now {
        figure,
        of,
        amount: NowAmount::Share {
            count: Count::of(&count),
            of: Count::of(&all),
            others: all - &count,
            members: count,
        },
    }
}

/// A figure that is values, and how they spread.
pub fn values(figure: Figure, unit: Unit, of: Population, each: Vec<(u32, f64)>) -> (Summary, Now) {
    let summary = Summary {
        figure: Some(figure),
        ..spread(said::figure(figure), unit, of, &each)
    };
    let now = Now {
        figure,
        of,
        amount: NowAmount::Values {
            n: summary.n,
            values: each.into_iter().map(|(_, value)| value).collect(),
            members: summary.members.clone(),
        },
    };
    (summary, now)
}

/// How some values spread that are no figure.
pub fn spread(title: &str, unit: Unit, of: Population, each: &[(u32, f64)]) -> Summary {
    let members: Members = each.iter().map(|(number, _)| *number).collect();
    Summary {
        title: title.to_owned(),
        figure: None,
        unit,
        of,
        n: Count::of(&members),
        spread: Spread::of(each.iter().map(|(_, value)| *value)),
        members,
    }
}
