use proptest::prelude::*;

use super::*;

/// Sets of people, from the first to the last of each.
fn sets<const N: usize>(of: [std::ops::Range<u32>; N]) -> Vec<Members> {
    of.into_iter().map(Members::from_iter).collect()
}

fn said(sets: &[Members]) -> Vec<Option<u64>> {
    let cells: Vec<Cell> = sets
        .iter()
        .map(|members| Cell {
            members,
            stays: false,
        })
        .collect();
    let shown = hide(&cells, &[]).into_iter().zip(sets);
    shown
        .map(|(shown, members)| shown.then_some(members.len()))
        .collect()
}

/// A table: its groups one after the other, and the whole.
fn table(sizes: &[u32]) -> Vec<Members> {
    let mut next = 0;
    let mut sets: Vec<Members> = vec![];
    for size in sizes {
        sets.push((next..next + size).collect());
        next += size;
    }
    sets.push((0..next).collect());
    sets
}

#[test]
fn a_small_group_goes_with_the_next_smallest_and_the_whole_stays() {
    assert_eq!(
        said(&table(&[40, 3, 12, 0])),
        [Some(40), None, None, Some(0), Some(55)]
    );
    assert_eq!(
        said(&table(&[40, 5, 12])),
        [Some(40), Some(5), Some(12), Some(57)]
    );
}

#[test]
fn two_small_groups_that_are_few_together_take_another_with_them() {
    assert_eq!(
        said(&table(&[40, 1, 2, 12])),
        [Some(40), None, None, None, Some(55)]
    );
    assert_eq!(
        said(&table(&[40, 4, 2, 12])),
        [Some(40), None, None, Some(12), Some(58)]
    );
}

#[test]
fn of_very_few_people_nothing_is_said() {
    assert_eq!(said(&table(&[2, 1])), [None, None, None]);
}

#[test]
fn what_another_table_would_give_away_is_hidden() {
    // All 50, and the 47 of them that have a route: the others would be three.
    let mut sets = table(&[30, 20]);
    sets.extend(table(&[25, 22]));
    let said = said(&sets);
    assert_eq!(said[2], Some(50));
    assert!(said[5].is_none() || said[3..5].contains(&None), "{said:?}");
}

#[test]
fn the_referee_sees_what_a_reader_could_work_out() {
    let lists = |sets: &[Members]| -> Vec<Vec<u32>> {
        sets.iter().map(|set| set.iter().collect()).collect()
    };
    let routes = [table(&[30, 20]), table(&[25, 22])].concat();
    assert!(some_sum_is_small(&lists(&routes)));
    let kinds = sets([0..30, 27..49, 49..60, 0..60]);
    assert!(some_sum_is_small(&lists(&kinds)));
    assert!(!some_sum_is_small(&lists(&table(&[30, 20, 5]))));
}

#[test]
fn those_who_had_more_than_one_kind_cannot_be_counted_from_the_kinds_and_the_whole() {
    // 30 + 22 + 11 people had each kind and there are 60 in all: three had more than one.
    let sets = sets([0..30, 27..49, 49..60, 0..60]);
    let said = said(&sets);
    assert_eq!(said[3], Some(60));
    assert!(said[..3].contains(&None), "{said:?}");
}

#[test]
fn one_number_that_stands_in_two_tables_is_said_in_both_or_in_neither() {
    let mut sets = table(&[40, 3, 12]);
    sets.extend(table(&[40, 3, 12]));
    assert_eq!(
        said(&sets),
        [
            Some(40),
            None,
            None,
            Some(55),
            Some(40),
            None,
            None,
            Some(55)
        ]
    );
}

#[test]
fn what_is_out_already_stays_and_others_are_hidden_for_its_sake() {
    let sets = sets([0..20, 0..23, 0..40]);
    let cell = |(nth, members)| Cell {
        members,
        stays: nth == 0,
    };
    let cells: Vec<Cell> = sets.iter().enumerate().map(cell).collect();
    assert_eq!(hide(&cells, &[]), [true, false, true]);
}

/// Every way of adding and taking away, each number at most once: whether one counts one to four of those there are.
/// Nothing here is shared with what it judges.
pub(crate) fn some_sum_is_small(shown: &[Vec<u32>]) -> bool {
    fn any(shown: &[Vec<u32>], count: &mut [i32]) -> bool {
        let Some((first, rest)) = shown.split_first() else {
            let total: i32 = count.iter().sum();
            return (1..5).contains(&total) && count.iter().all(|&count| count >= 0);
        };
        [0, 1, -1].into_iter().any(|factor| {
            first.iter().for_each(|&who| count[who as usize] += factor);
            let found = any(rest, count);
            first.iter().for_each(|&who| count[who as usize] -= factor);
            found
        })
    }
    let everybody = shown.iter().flatten().max().map_or(0, |last| last + 1);
    any(shown, &mut vec![0; everybody as usize])
}

/// Up to seven sets of up to 40 people: tables cut anywhere, and sets that overlap as they come.
fn any_sets() -> impl Strategy<Value = Vec<Members>> {
    let tables = prop::collection::vec(prop_oneof![0_u32..7, 5_u32..20], 1..4);
    let tables = prop::collection::vec(tables, 1..3);
    let others = prop::collection::vec(prop::collection::vec(0_u32..40, 0..30), 0..3);
    (tables, others).prop_map(|(tables, others)| {
        let mut sets: Vec<Members> = tables.iter().flat_map(|sizes| table(sizes)).collect();
        sets.extend(others.into_iter().map(Members::from_iter));
        sets.truncate(7);
        sets
    })
}

proptest! {
    #[test]
    fn no_sum_of_what_is_said_is_a_small_count(sets in any_sets()) {
        let shown = said(&sets).into_iter().zip(&sets).filter(|(said, _)| said.is_some());
        let shown: Vec<Vec<u32>> = shown.map(|(_, members)| members.iter().collect()).collect();
        prop_assert!(!some_sum_is_small(&shown), "{:?}", said(&sets));
    }

    #[test]
    fn where_nothing_is_small_everything_is_said(sizes in prop::collection::vec(5_u32..40, 1..6)) {
        let both = [table(&sizes), table(&sizes)].concat();
        prop_assert!(said(&both).iter().all(Option::is_some));
    }
}

/// Tables as a report has them: each cuts the same conversations its own way.
fn report_like(count: u32, groups: &[u32]) -> Vec<Members> {
    let mut sets: Vec<Members> = vec![(0..count).collect()];
    for (nth, &groups) in groups.iter().enumerate() {
        let mut table = vec![Members::new(); groups as usize];
        for who in 0..count {
            // Scattered, and the first groups larger than the last.
            let at = (u64::from(who) * 2_654_435_761 + nth as u64 * 97)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                >> 33;
            let at = (at % u64::from(groups * groups)).isqrt();
            table[groups as usize - 1 - at as usize].insert(who);
        }
        sets.extend(table);
    }
    sets
}

#[test]
fn an_ordinary_quarter_keeps_nearly_all_that_is_not_small() {
    let sets = report_like(148, &[3, 2, 6, 3, 3, 4, 5, 12, 3, 2, 2]);
    let small = sets
        .iter()
        .filter(|set| is_small(set.len() as usize))
        .count();
    let hidden = said(&sets).iter().filter(|said| said.is_none()).count();
    assert!(
        hidden <= 2 * small + 2,
        "{hidden} hidden for {small} that are small"
    );
}
