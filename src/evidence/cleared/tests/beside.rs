//! What somebody who has several exports of one home could work out from all of them together.

use super::{
    real::{Cells, Truth, all_but_a_few, cells, made, plain, solved_for_a_few, truth},
    *,
};
use crate::evidence::{
    baseline,
    brought::{Brought, BroughtAmount, What},
    hide,
    kept::Kept,
    package::LeftOut,
    row::Row,
    tally::{
        Tally,
        tests::{day, facts, half_a_year},
    },
};

pub(super) fn days(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).expect("in order")
}

pub(super) fn at(period: Period, rows: &[Row], kept: &Kept) -> Report {
    let mut tally = Tally::new(period, day("2026-05-15"));
    rows.iter().for_each(|row| tally.take(row));
    let mut report = tally.report(kept);
    let mut baselines = tally.baselines();
    baselines.extend(kept.baselines.iter().cloned());
    baseline::compare(&mut report, &baselines);
    report
}

/// Who and what is numbered in a report of these days, by names of its own: worked out from the rows, and from nothing
/// the report says of itself.
fn names(period: Period, rows: &[Row], of: Population) -> Option<Vec<String>> {
    let counts = |row: &&Row| !row.void && row.old_way.is_none() && period.holds(row.day());
    let mut held: Vec<&Row> = rows.iter().filter(counts).collect();
    held.sort_by(|one, other| (one.started, &one.id).cmp(&(other.started, &other.id)));
    let things = |count: fn(&Row) -> usize| {
        let each = held.iter();
        let each = each.flat_map(|row| (0..count(row)).map(|nth| format!("{} {nth}", row.id)));
        each.collect()
    };
    Some(match of {
        Population::Conversations => held.iter().map(|row| row.id.to_string()).collect(),
        Population::People => {
            let keys = held.iter().filter_map(|row| row.person.as_deref());
            let keys = keys.map(crate::people::known::key);
            let keys: BTreeSet<String> = keys.filter(|key| !key.is_empty()).collect();
            keys.into_iter().collect()
        }
        Population::NextSteps => things(|row| row.steps.len()),
        Population::HandOffs => things(|row| row.handed_over.len()),
        Population::Spends => things(|row| row.spent.len()),
        Population::Connections => things(|row| row.connected.len()),
        Population::Mattered => things(|row| row.mattered.len()),
        // A crisis has no number that could be told from the rows alone.
        _ => return None,
    })
}

/// Everything a reader of several exports has: sets of names, by whose they are.
#[derive(Default)]
pub(super) struct Reader {
    numbers: BTreeMap<String, BTreeMap<String, u32>>,
    sets: BTreeMap<String, BTreeSet<Vec<u32>>>,
    /// Spends as they were when they were added up: one that was put right since is another.
    spends: BTreeMap<String, u32>,
    sums: BTreeSet<Vec<u32>>,
}

impl Reader {
    fn reads(&mut self, period: Period, rows: &[Row], truth: &Truth, cells: &Cells) {
        for (at, count) in cells {
            let (whose, members) = &truth[at];
            assert_eq!(*count as u64, members.len(), "{at}");
            let of = Population::ALL
                .into_iter()
                .find(|of| *whose == format!("{of:?} "));
            let Some(names) = of.and_then(|of| names(period, rows, of)) else {
                continue;
            };
            let numbers = self.numbers.entry(whose.clone()).or_default();
            let number = |one: u32| {
                let next = numbers.len() as u32;
                *numbers.entry(names[one as usize].clone()).or_insert(next)
            };
            let mut set: Vec<u32> = members.iter().map(number).collect();
            set.sort_unstable();
            if !set.is_empty() {
                self.sets.entry(whose.clone()).or_default().insert(set);
            }
        }
    }

    /// Takes in the sum of money of an export, where it says one.
    pub(super) fn reads_the_sum(&mut self, period: Period, rows: &[Row], cleared: &Cleared) {
        let spends = cleared.report().measure(MeasureId::Spends);
        let sum = &spends.expect("is there").sums[0];
        let Some(pence) = sum.pence else { return };
        let counts = |row: &&Row| !row.void && row.old_way.is_none() && period.holds(row.day());
        let each = rows.iter().filter(counts).flat_map(|row| {
            let spent = row.spent.iter().enumerate();
            spent.map(|(nth, spent)| (format!("{} {nth} {}", row.id, spent.pence), spent.pence))
        });
        let each: BTreeMap<String, u32> = each.collect();
        assert_eq!(
            pence,
            each.values().map(|pence| u64::from(*pence)).sum::<u64>()
        );
        let number = |name: String| {
            let next = self.spends.len() as u32;
            *self.spends.entry(name).or_insert(next)
        };
        let mut set: Vec<u32> = each.into_keys().map(number).collect();
        set.sort_unstable();
        self.sums.insert(set);
    }

    /// Whether the money of a few spends, or what of it was put right, can be worked out from the sums.
    pub(super) fn finds_money(&self) -> bool {
        let mut sums: Vec<Vec<u32>> = self.sums.iter().cloned().collect();
        let members: Vec<Members> = sums.iter().map(Members::from_iter).collect();
        sums.truncate(6);
        solved_for_a_few(&members).is_some() || leaves_a_few(&sums)
    }

    /// What can be worked out that nobody may know.
    fn finds(&self, from: u64) -> Option<String> {
        self.sets.iter().find_map(|(whose, sets)| {
            let members: Vec<Members> = sets.iter().map(Members::from_iter).collect();
            let pairs = all_but_a_few(&members).then(|| "one of two".to_owned());
            let solved = || solved_for_a_few(&members).map(|who| format!("{who:?}"));
            let tried = || {
                (0..3_u32).find_map(|nth| {
                    let mut some: Vec<Vec<u32>> = sets.iter().cloned().collect();
                    some.sort_by_key(|set| {
                        let order = set[0] as u64 * 31 + set.len() as u64;
                        order.wrapping_mul(from | 1).rotate_left(nth * 9)
                    });
                    some.truncate(6);
                    some_sum_is_small(&some).then(|| format!("{some:?}"))
                })
            };
            let found = pairs.or_else(solved).or_else(tried)?;
            Some(format!("{whose}: {found}"))
        })
    }
}

/// Whether some of these sets, added and taken away, leave one to four: more of one set and less of another as well.
fn leaves_a_few(sets: &[Vec<u32>]) -> bool {
    let everybody = sets.iter().flatten().max().map_or(0, |last| last + 1);
    (0..3_usize.pow(sets.len() as u32)).any(|way| {
        let mut count = vec![0; everybody as usize];
        for (nth, set) in sets.iter().enumerate() {
            let factor = [0, 1, -1][way / 3_usize.pow(nth as u32) % 3];
            set.iter().for_each(|who| count[*who as usize] += factor);
        }
        (1..5).contains(&count.iter().filter(|count| **count != 0).count())
    })
}

/// Days that share some: all of them, halves, months, weeks that lie over an end, and the same again.
fn some_days() -> impl Strategy<Value = Period> {
    prop_oneof![
        3 => Just(half_a_year()),
        2 => Just(days("2025-11-01", "2026-01-31")),
        2 => Just(days("2026-02-01", "2026-04-30")),
        1 => Just(days("2026-01-01", "2026-01-31")),
        1 => Just(days("2026-01-15", "2026-02-15")),
        1 => Just(days("2025-11-01", "2026-04-29")),
        1 => Just(days("2025-12-01", "2026-03-31")),
    ]
}

/// Several exports of one home one after the other, each of some days when there were so many of its records.
fn exports() -> impl Strategy<Value = Vec<(Period, usize)>> {
    let added = prop_oneof![Just(0_usize), 0_usize..4, 0_usize..30];
    prop::collection::vec((some_days(), added), 2..5)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn nothing_in_several_exports_of_a_home_adds_up_to_a_few(
        facts in prop::collection::vec(facts(), 40..160),
        exports in exports(),
        taken_back in any::<prop::sample::Index>(),
        from in any::<u64>(),
    ) {
        let mut rows = made(facts, 0);
        rows.iter_mut().for_each(|row| row.old_way = None);
        let last: usize = exports.iter().map(|(_, added)| added).sum();
        let mut there = rows.len().saturating_sub(last).max(20);
        let (mut given, mut reader) = (vec![], Reader::default());
        for (nth, (period, added)) in exports.into_iter().enumerate() {
            there = (there + added).min(rows.len());
            if nth == 1 {
                // What was spent is put right.
                let at = taken_back.index(there);
                rows[at].spent.iter_mut().for_each(|spent| spent.pence += 300);
            }
            if nth == 2 {
                // One no longer stands, which was counted before.
                let at = taken_back.index(there);
                rows[at].void = true;
            }
            let rows = &rows[..there];
            let report = at(period, rows, &Kept::default());
            let truth = truth(&report);
            let cleared = Cleared::beside(report, None, &given);
            reader.reads(period, rows, &truth, &cells(&exported(&cleared)));
            reader.reads_the_sum(period, rows, &cleared);
            let kept = Given::read(&cleared.given().text()).expect("as it was written");
            prop_assert_eq!(&kept, cleared.given());
            given.push(kept);
        }
        let found = reader.finds(from);
        prop_assert!(found.is_none(), "{found:?}");
        prop_assert!(!reader.finds_money());
    }
}

#[test]
fn the_reader_of_two_exports_that_know_nothing_of_one_another_finds_a_few() {
    let rows: Vec<Row> = (0..120).map(plain).collect();
    let mut reader = Reader::default();
    for period in [half_a_year(), days("2025-11-01", "2026-01-10")] {
        let report = at(period, &rows, &Kept::default());
        let truth = truth(&report);
        reader.reads(
            period,
            &rows,
            &truth,
            &cells(&exported(&Cleared::of(report))),
        );
    }
    let mut fewer = rows.clone();
    fewer.truncate(117);
    let report = at(half_a_year(), &fewer, &Kept::default());
    let truth = truth(&report);
    let cells = cells(&exported(&Cleared::of(report)));
    reader.reads(half_a_year(), &fewer, &truth, &cells);
    assert!(reader.finds(7).is_some());
}

fn conversations(cleared: &Cleared) -> Option<usize> {
    cleared.report().counted.conversations.known()
}

#[test]
fn the_same_days_again_say_the_same_and_then_nothing_new_of_fewer_than_five() {
    let rows: Vec<Row> = (0..120).map(plain).collect();
    let first = Cleared::of(at(half_a_year(), &rows[..100], &Kept::default()));
    let mut given = vec![first.given().clone()];
    let again = Cleared::beside(
        at(half_a_year(), &rows[..100], &Kept::default()),
        None,
        &given,
    );
    assert_eq!(again.report(), first.report());
    assert_eq!(again.given(), first.given());
    let later = |there: usize, given: &[Given]| {
        let report = at(half_a_year(), &rows[..there], &Kept::default());
        Cleared::beside(report, None, given)
    };
    let of = |cleared: &Cleared| conversations(cleared);
    let (one_more, eight_more) = (later(101, &given), later(108, &given));
    assert_eq!((of(&first), of(&one_more)), (Some(100), None));
    assert_eq!(of(&eight_more), Some(108));
    given.push(eight_more.given().clone());
    assert_eq!(of(&later(110, &given)), None);
    assert_eq!(of(&later(116, &given)), Some(116));
}

#[test]
fn what_no_sum_is_known_of_is_said_once_and_then_only_just_so() {
    let mut rows: Vec<Row> = (0..120).map(plain).collect();
    for (nth, row) in rows.iter_mut().enumerate() {
        row.talk_minutes = Some(20 + nth as u32 % 7);
        row.void = (60..67).contains(&nth);
    }
    let long_term = |count| Kept {
        brought: vec![Brought {
            is_returned: false,
            what: What::LongTermSupportStarted,
            period: days("2026-01-01", "2026-01-31"),
            amount: BroughtAmount::Count {
                count,
                of: Some(70),
            },
            counted_by: "S. Lane".to_owned(),
            definition: None,
        }],
        ..Kept::default()
    };
    let first = Cleared::of(at(half_a_year(), &rows, &long_term(20)));
    let alone = |cleared: &Cleared| {
        let report = cleared.report();
        let length = report.measure(MeasureId::Length).expect("is there");
        let middles = length.spreads.iter().filter(|one| one.spread.is_some());
        let elsewhere = report.measure(MeasureId::Elsewhere).expect("is there");
        let groups = elsewhere.tables.iter().flat_map(|table| &table.groups);
        let said = groups.filter(|group| group.count.known().is_some());
        (
            middles.count(),
            said.count(),
            report.counted.voided.known().is_some(),
        )
    };
    let all = alone(&first);
    assert!(all.0 > 0 && all.1 > 0 && all.2, "{all:?}");
    let given = [first.given().clone()];
    let beside =
        |period, rows: &[Row], kept: Kept| Cleared::beside(at(period, rows, &kept), None, &given);
    assert_eq!(alone(&beside(half_a_year(), &rows, long_term(20))), all);
    let shorter = days("2025-11-01", "2026-03-31");
    // Middles of many more are not those of the same.
    assert_eq!(alone(&beside(shorter, &rows, long_term(20))), (2, 0, false));
    let mut changed = rows.clone();
    changed.iter_mut().for_each(|row| {
        row.talk_minutes = Some(55);
        row.words = 900;
    });
    changed[67].void = true;
    let said = alone(&beside(half_a_year(), &changed, long_term(23)));
    assert_eq!(said, (0, 0, false));
    // Days that share none with those.
    let others = days("2026-05-01", "2026-05-31");
    assert_eq!(
        Cleared::beside(at(others, &rows, &Kept::default()), None, &given).report(),
        Cleared::of(at(others, &rows, &Kept::default())).report()
    );
}

#[test]
fn a_baseline_of_conversations_that_go_on_is_not_said_again_otherwise() {
    let old = |nth: usize| Row {
        old_way: Some("The old form".to_owned()),
        ..plain(nth)
    };
    let mut rows: Vec<Row> = (0..60).map(plain).collect();
    rows.extend((60..80).map(old));
    let before = |cleared: &Cleared| {
        let report = cleared.report();
        let copies = report.measure(MeasureId::Copies).expect("is there");
        match copies.comparisons[0].before {
            Amount::Share { count, of } => (count.known(), of.known()),
            Amount::Median { .. } => panic!("a share"),
        }
    };
    let first = Cleared::of(at(
        days("2025-11-01", "2026-01-31"),
        &rows,
        &Kept::default(),
    ));
    let (count, of) = before(&first);
    assert!(count.is_some() && of.is_some());
    let given = [first.given().clone()];
    // Of days that share none: the baseline is the same all the same.
    let other = days("2026-02-01", "2026-04-30");
    let beside = |rows: &[Row]| Cleared::beside(at(other, rows, &Kept::default()), None, &given);
    assert_eq!(before(&beside(&rows)), (count, of));
    rows.push(old(80));
    let (_, more) = before(&beside(&rows));
    assert_eq!(more, None);
}

/// What the rows of an export say, by file.
fn rows_in(cleared: &Cleared) -> Vec<String> {
    let files = exported(cleared).into_iter().map(|(path, _)| path);
    files.filter(|path| path.contains('/')).collect()
}

#[test]
fn rows_under_other_names_are_given_once_and_again_only_if_they_are_the_same() {
    let talks = of_kinds([40, 10, 12]);
    let with = |talks: &[Talk], before: &[Given]| {
        Cleared::beside(super::report(talks), Some(super::rows(talks)), before)
    };
    let first = with(&talks, &[]);
    assert_eq!(rows_in(&first).len(), 2);
    let given = [first.given().clone()];
    assert_eq!(with(&talks, &given).report(), first.report());
    assert_eq!(rows_in(&with(&talks, &given)), rows_in(&first));
    let more = of_kinds([50, 10, 12]);
    assert_eq!(rows_in(&with(&more, &given)), Vec::<String>::new());
    let left_out = |cleared: &Cleared| -> Vec<LeftOut> {
        let rows = cleared.rows().expect("asked for");
        rows.left_out().keys().copied().collect()
    };
    assert_eq!(left_out(&with(&more, &given)), [LeftOut::Changed]);
    assert_eq!(left_out(&with(&talks, &given)), []);
    // After an export without them, where they would show the three that are new.
    let without = [Cleared::of(super::report(&talks)).given().clone()];
    assert_eq!(rows_in(&with(&talks, &without)), rows_in(&first));
    let three_more = of_kinds([43, 10, 12]);
    assert_eq!(rows_in(&with(&three_more, &without)), Vec::<String>::new());
    assert_eq!(left_out(&with(&three_more, &without)), [LeftOut::ShowFew]);
}

/// Many notes and next steps of a few conversations, and others of many.
fn of_few() -> Vec<Row> {
    let mut rows: Vec<Row> = (0..60).map(plain).collect();
    for (nth, row) in rows.iter_mut().enumerate() {
        row.void = false;
        row.old_way = None;
        row.mattered = vec!["what-matters".to_owned()];
        let made = row.day();
        let promised = |state, settled: Option<&str>| crate::evidence::row::Promised {
            made,
            agreed: None,
            state,
            settled: settled.map(day),
            again: false,
        };
        use crate::record::StepState;
        row.steps = vec![promised(StepState::Open, None)];
        if nth < 3 {
            row.mattered = vec!["home".to_owned(); 7];
            row.steps = vec![promised(StepState::Dropped, None); 7];
        }
        if (3..20).contains(&nth) {
            row.mattered.push("people-around-you".to_owned());
            row.steps.push(promised(StepState::Done, None));
        }
    }
    rows
}

#[test]
fn many_notes_of_a_few_conversations_are_hidden_and_cannot_be_worked_out() {
    let rows = of_few();
    let report = at(half_a_year(), &rows, &Kept::default());
    let truth = truth(&report);
    let cells = cells(&exported(&Cleared::of(report.clone())));
    for (of, name) in [
        (Population::Mattered, "mattered topics"),
        (Population::NextSteps, "next-steps days"),
    ] {
        let names = names(half_a_year(), &rows, of).expect("they have names");
        let conversations = |members: &Members| {
            let whose = members
                .iter()
                .map(|one| names[one as usize].split(' ').next());
            whose.collect::<BTreeSet<_>>().len()
        };
        let ours = cells
            .iter()
            .filter(|(at, _)| truth[at].0 == format!("{of:?} "));
        let sets: Vec<&Members> = ours.map(|(at, _)| &truth[at].1).collect();
        assert!(sets.iter().any(|set| !set.is_empty()), "{name}");
        for set in &sets {
            assert!(!hide::is_small(conversations(set)), "{name}");
        }
        // What is left of a whole by its groups that are said.
        let table = cells
            .iter()
            .find(|(at, _)| at == name)
            .map(|(at, _)| &truth[at].1);
        let groups = cells
            .iter()
            .filter(|(at, _)| at.starts_with(&format!("{name} ")));
        let said = groups.fold(Members::new(), |all, (at, _)| all | &truth[at].1);
        if let Some(whole) = table {
            assert!(!hide::is_small(conversations(&(whole - said))), "{name}");
        }
    }
}
