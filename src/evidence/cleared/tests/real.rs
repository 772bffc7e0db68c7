//! What a reader of everything that is exported could work out, of reports that are made of rows as every report is.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::evidence::{
    baseline::{self, Baseline},
    brought::{Brought, BroughtAmount, What},
    json::json,
    kept::Kept,
    page::page,
    row::Row,
    said,
    tally::{
        Tally,
        tests::{Facts, day, facts, half_a_year, id, row},
    },
    text::text,
};

/// The whole of what is counted in one file's column: where it stands, and the number.
type Cells = Vec<(String, usize)>;

/// Who is counted where, by the place it stands at; and whose numbers those are.
type Truth = BTreeMap<String, (String, Members)>;

/// Rows of many people, some of whom are met often. The first `old` were held the old way, under two names.
fn made(facts: Vec<Facts>, old: usize) -> Vec<Row> {
    let rows = facts.into_iter().enumerate();
    rows.map(|(nth, facts)| {
        let row = row(nth, facts);
        let person = row.person.clone().filter(|name| !name.trim().is_empty());
        let name = ["The old form", "Before"][usize::from(nth.is_multiple_of(5))];
        Row {
            person: person.map(|name| format!("{name} {}", nth * 7 % 23)),
            old_way: (nth < old).then(|| name.to_owned()),
            ..row
        }
    })
    .collect()
}

fn tally(rows: &[Row]) -> Tally {
    let mut tally = Tally::new(half_a_year(), day("2026-05-15"));
    rows.iter().for_each(|row| tally.take(row));
    tally
}

fn compared(rows: &[Row], kept: &Kept) -> (Report, Vec<Baseline>) {
    let tally = tally(rows);
    let mut baselines = tally.baselines();
    baselines.extend(kept.baselines.iter().cloned());
    let mut report = tally.report(kept);
    baseline::compare(&mut report, &baselines);
    (report, baselines)
}

/// Everything that is exported, one after the other.
fn all_forms(rows: &[Row], kept: &Kept) -> String {
    let cleared = Cleared::of(compared(rows, kept).0);
    let made = day("2026-05-15");
    let files = exported(&cleared).into_iter();
    let files = files.map(|(path, bytes)| path + "\n" + &String::from_utf8_lossy(&bytes));
    let forms = [
        text(&cleared, made),
        json(&cleared, made).to_string(),
        page(&cleared, made),
    ];
    forms.into_iter().chain(files).collect()
}

fn truth(report: &Report) -> Truth {
    let mut truth = Truth::new();
    let mut is = |at: String, of: Population, whose: &str, members: &Members| {
        truth.insert(at, (format!("{of:?} {whose}"), members.clone()));
    };
    for measure in &report.measures {
        let id = measure.id.name();
        for table in measure.tables.iter().filter(|table| !table.screen_only) {
            let mut all = Members::new();
            let mut typed = Members::new();
            for group in &table.groups {
                all |= &group.members;
                let part = group.part.as_deref().unwrap_or_default();
                if group.typed || group.name == "Something else" {
                    typed |= &group.members;
                }
                let at = format!("{id} {} {} {part}", table.name, group.name);
                is(at, table.of, "", &group.members);
            }
            let other = format!("{id} {} Something else ", table.name);
            is(other, table.of, "", &typed);
            is(format!("{id} {}", table.name), table.of, "", &all);
        }
        for summary in &measure.spreads {
            let at = format!("{id} {}", summary.title);
            is(at, summary.of, "", &summary.members);
        }
        for sum in &measure.sums {
            is(format!("{id} {}", sum.title), sum.of, "", &sum.members);
        }
        for now in &measure.figures {
            let (count, of) = match &now.amount {
                NowAmount::Share {
                    members, others, ..
                } => (members.clone(), members | others),
                NowAmount::Values { members, .. } => (Members::new(), members.clone()),
            };
            is(format!("{} count", now.figure.name()), now.of, "", &count);
            is(format!("{} of", now.figure.name()), now.of, "", &of);
        }
    }
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let compared = || report.measures.iter().flat_map(|one| &one.comparisons);
    let mut held: BTreeMap<&str, Members> = BTreeMap::new();
    for compared in compared() {
        let who = compared.who.as_ref().expect("held the old way");
        if who.of == Population::Conversations {
            *held.entry(&compared.name).or_default() |= &who.members | &who.others;
        }
    }
    // A time before of fewer is left out whole.
    for compared in compared().filter(|one| held[one.name.as_str()].len() >= 5) {
        let next = numbers.len() + 1;
        let number = *numbers.entry(&compared.name).or_insert(next);
        let who = compared.who.as_ref().expect("held the old way");
        let whose = match who.of {
            Population::Conversations => "before".to_owned(),
            _ => format!("before {number}"),
        };
        let at = format!("{} {number}", compared.figure.name());
        let all = &who.members | &who.others;
        is(format!("{at} count"), who.of, &whose, &who.members);
        is(format!("{at} of"), who.of, &whose, &all);
    }
    let (counted, conversations) = (&report.counted, Population::Conversations);
    let everything = |count: Count| (0..count.known().expect("so many") as u32).collect();
    let all: Members = everything(counted.conversations);
    is("conversations".into(), conversations, "", &all);
    let people: Members = everything(counted.people);
    is("people".into(), Population::People, "", &people);
    is("unnamed".into(), conversations, "", &counted.nameless);
    let old_way = &counted.held_old_way;
    is("old-way".into(), conversations, "before", old_way);
    truth
}

/// Every number of the package that counts somebody, by where it stands.
fn cells(files: &[(String, Vec<u8>)]) -> Cells {
    let mut cells = Cells::new();
    let mut from = |path: &str, column: &str, at: &dyn Fn(&BTreeMap<String, String>) -> String| {
        for row in read(files, path) {
            if let Ok(count) = row[column].parse() {
                cells.push((at(&row), count));
            }
        }
    };
    let group = |row: &BTreeMap<String, String>| {
        let (measure, table) = (&row["measure"], &row["table"]);
        format!("{measure} {table} {} {}", row["group"], row["part"])
    };
    from("figures.csv", "count", &group);
    from("tables.csv", "total", &|row| {
        format!("{} {}", row["measure"], row["table"])
    });
    for path in ["spreads.csv", "sums.csv"] {
        from(path, "n", &|row| {
            format!("{} {}", row["measure"], row["title"])
        });
    }
    for column in ["count", "of"] {
        from("shares.csv", column, &|row| {
            format!("{} {column}", row["figure"])
        });
        let now = format!("now_{column}");
        from("comparisons.csv", &now, &|row| {
            format!("{} {column}", row["figure"])
        });
        let before = format!("before_{column}");
        from("comparisons.csv", &before, &|row| {
            format!("{} {} {column}", row["figure"], row["baseline"])
        });
    }
    let alone = ["conversations", "people", "unnamed", "old-way"];
    for row in read(files, "counted.csv") {
        if let (true, Ok(count)) = (alone.contains(&row["what"].as_str()), row["count"].parse()) {
            cells.push((row["what"].clone(), count));
        }
    }
    cells
}

/// Numbers of a field in which there is no rounding.
const PRIME: u64 = 2_147_483_647;

fn inverse(of: u64) -> u64 {
    let (mut power, mut base, mut left) = (1, of, PRIME - 2);
    while left > 0 {
        if left % 2 == 1 {
            power = power * base % PRIME;
        }
        base = base * base % PRIME;
        left /= 2;
    }
    power
}

/// Whether these sizes, solved as equations, give away how many a few are: who is in the same sets is one unknown, and
/// an equation that is left with unknowns of under five together says them. Nothing here is shared with what it judges.
fn solved_for_a_few(sets: &[Members]) -> Option<Vec<u32>> {
    let everybody: Members = sets.iter().fold(Members::new(), |all, set| all | set);
    let mut alike: BTreeMap<Vec<bool>, Vec<u32>> = BTreeMap::new();
    for who in &everybody {
        let is_in = sets.iter().map(|set| set.contains(who)).collect();
        alike.entry(is_in).or_default().push(who);
    }
    let unknowns: Vec<(&Vec<bool>, &Vec<u32>)> = alike.iter().collect();
    let equation = |set: usize| {
        let unknowns = unknowns.iter();
        unknowns.map(|(is_in, _)| u64::from(is_in[set])).collect()
    };
    let mut left: Vec<Vec<u64>> = (0..sets.len()).map(equation).collect();
    let mut solved: Vec<Vec<u64>> = vec![];
    for unknown in 0..unknowns.len() {
        let Some(at) = left.iter().position(|one| one[unknown] != 0) else {
            continue;
        };
        let one = left.swap_remove(at);
        let factor = inverse(one[unknown]);
        let one: Vec<u64> = one.iter().map(|value| value * factor % PRIME).collect();
        for other in left.iter_mut().chain(&mut solved) {
            let much = PRIME - other[unknown];
            if much < PRIME {
                for (value, ours) in other.iter_mut().zip(&one) {
                    *value = (*value + much * ours) % PRIME;
                }
            }
        }
        solved.push(one);
    }
    solved.into_iter().find_map(|one| {
        let is_in = one.iter().zip(&unknowns);
        let is_in = is_in.filter(|(value, _)| **value != 0);
        let who: Vec<u32> = is_in
            .flat_map(|(_, (_, who))| who.iter().copied())
            .collect();
        (who.len() < 5).then_some(who)
    })
}

/// Whether one of two is all of the other but a few.
fn all_but_a_few(sets: &[Members]) -> bool {
    let few = |one: &Members, other: &Members| {
        let left = (other - one).len();
        one.is_subset(other) && (1..5).contains(&left)
    };
    let mut pairs = sets
        .iter()
        .flat_map(|one| sets.iter().map(move |other| (one, other)));
    pairs.any(|(one, other)| few(one, other))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_exported_of_any_rows_adds_up_to_a_few(
        facts in prop::collection::vec(facts(), 30..200),
        old in 0_usize..60,
        from in any::<u64>(),
    ) {
        let (report, _) = compared(&made(facts, old), &Kept::default());
        let truth = truth(&report);
        let mut whose: BTreeMap<&str, BTreeSet<Vec<u32>>> = BTreeMap::new();
        for (at, count) in cells(&exported(&Cleared::of(report.clone()))) {
            let (of, members) = &truth[&at];
            prop_assert_eq!(count as u64, members.len(), "{}", at);
            prop_assert!(!(1..5).contains(&count), "{} is {}", at, count);
            whose.entry(of).or_default().insert(members.iter().collect());
        }
        for (of, sets) in whose {
            let sets: Vec<Vec<u32>> = sets.into_iter().filter(|set| !set.is_empty()).collect();
            let members: Vec<Members> = sets.iter().map(Members::from_iter).collect();
            prop_assert!(!all_but_a_few(&members), "{of}: {sets:?}");
            prop_assert_eq!(solved_for_a_few(&members), None, "{}: {:?}", of, sets);
            for nth in 0..3_usize {
                let mut some = sets.clone();
                some.sort_by_key(|set| (set[0] as u64 + set.len() as u64).wrapping_mul(from | 1).rotate_left(nth as u32 * 9));
                some.truncate(6);
                prop_assert!(!some_sum_is_small(&some), "{of}: {some:?}");
            }
        }
    }
}

/// A conversation like the last, on another day.
fn plain(nth: usize) -> Row {
    Row {
        person: Some(format!("Somebody {}", nth % 40)),
        had_copy: nth.is_multiple_of(2),
        words: 300,
        ..row(nth, ((nth as i64 % 50, 2, 0, 9), (4, 0, 0, 30)))
    }
}

/// Rows that differ in small numbers alone, and what is kept beside them.
fn with_small(few: usize) -> (Vec<Row>, Kept) {
    let mut rows: Vec<Row> = (0..80).map(plain).collect();
    // In touch after it began, or nobody noted when: either is not said.
    for (nth, row) in rows.iter_mut().enumerate() {
        let after = day("2026-04-30");
        row.contacted = (nth < few).then_some(after);
        row.void = nth >= 76 && nth - 76 < 4;
    }
    // The old way, on the same days whoever many they are.
    let old = (0..few).map(|nth| Row {
        old_way: Some("The old form".to_owned()),
        talk_minutes: Some(30),
        ..plain(if nth == 0 { 100 } else { 101 })
    });
    let old: Vec<Row> = old
        .enumerate()
        .map(|(nth, row)| Row {
            id: id(200 + nth),
            ..row
        })
        .collect();
    rows.extend(old);
    let kept = Kept {
        brought: vec![Brought {
            is_returned: false,
            what: What::LongTermSupportStarted,
            period: half_a_year(),
            amount: BroughtAmount::Count {
                count: 2,
                of: Some(few),
            },
            counted_by: "S. Lane".to_owned(),
            definition: Some("By the returns of 2025.".to_owned()),
        }],
        ..Kept::default()
    };
    (rows, kept)
}

#[test]
fn what_is_exported_is_the_same_whatever_a_small_number_is() {
    let form = |few| {
        let (rows, kept) = with_small(few);
        all_forms(&rows, &kept)
    };
    let (three, four) = (form(3), form(4));
    assert!(three.contains("Fewer than 5 conversations of one time before were held the old way"));
    assert!(three.contains("Some conversations say that the person"));
    assert!(three.contains("By the returns of 2025."));
    for (one, other) in three.lines().zip(four.lines()) {
        assert_eq!(one, other);
    }
    assert_eq!(three, four);
}

#[test]
fn old_way_conversations_left_by_the_count_of_another_are_too_few_to_give_away() {
    let old = |nth: usize, name: &str| Row {
        old_way: Some(name.to_owned()),
        talk_minutes: (nth != 0).then_some(20),
        ..plain(nth)
    };
    let mut rows: Vec<Row> = (100..160).map(plain).collect();
    rows.extend((0..18).map(|nth| old(nth, "The old form")));
    rows.extend((20..23).map(|nth| old(nth, "Before")));
    rows.iter_mut().for_each(|row| row.void = false);
    for row in &mut rows[..60] {
        row.talk_minutes = Some(20);
    }
    let (report, _) = compared(&rows, &Kept::default());
    assert_eq!(report.counted.old_way, Count::Is(21));
    let cleared = Cleared::of(report);
    let shown = cleared.report();
    let of = |figure: Figure| {
        let comparisons = &shown
            .measure(figure.measure())
            .expect("is there")
            .comparisons;
        // What it was called was typed; of the other there are too few for it to be there.
        let mut named = comparisons.iter().filter(|one| one.name == "The old way");
        let before = named.find(|one| one.figure == figure).map(|one| one.before);
        match before {
            Some(Amount::Share { of, .. }) => of.known(),
            Some(Amount::Median { n, .. }) => n.known(),
            None => panic!("it is there"),
        }
    };
    let (words, minutes) = (of(Figure::Words), of(Figure::TalkMinutes));
    assert!(
        words.is_none() || minutes.is_none(),
        "{words:?} {minutes:?}"
    );
    assert!(words.is_none() || shown.counted.old_way == Count::Hidden);
}

#[test]
fn where_nothing_is_small_nothing_is_hidden() {
    let mut report = report(&of_kinds([39, 25, 0]));
    let kinds = &mut report.measures[0];
    kinds.comparisons = vec![comparison(Figure::Crisis, (31, 112), (25, 64))];
    kinds.spreads = vec![Summary {
        title: "Days".into(),
        figure: None,
        unit: Unit::Days,
        of: Population::Conversations,
        n: Count::Is(25),
        spread: Spread::of([1.0, 2.0, 3.0]),
        members: (39..64).collect(),
    }];
    let cleared = Cleared::of(report.clone());
    let shown = format!("{:?}", cleared.report());
    assert!(!shown.contains("Hidden"), "{shown}");
    let compared = &cleared.report().measures[0].comparisons[0];
    let said = said::comparison(compared);
    assert_eq!(said.now, "Now: 25 of 64 (39%)");
    assert!(compared.interval.is_some());
    report.measures[0].spreads[0].n = Count::Is(9);
    report.measures[0].spreads[0].members = (39..48).collect();
    let cleared = Cleared::of(report);
    assert_eq!(cleared.report().measures[0].spreads[0].spread, None);
}
