use chrono::NaiveDate;

use super::*;
use crate::{
    evidence::{
        cleared::Cleared,
        measure::{Figure, MeasureId},
        package::{About, DESCRIPTOR, Line, PackageFile, Rows, package},
        period::Period,
        report::{
            Count, Counted, Group, Measure, Members, Now, NowAmount, Population as Pop, Report,
            Table,
        },
    },
    guide::Kind,
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A team's package: it met these people once each, and so many of the talks led to equipment.
struct Team {
    name: &'static str,
    people: std::ops::Range<u32>,
    equipment: u32,
    exported_on: &'static str,
    quarter: &'static str,
    /// How many quarters from that one on.
    quarters: usize,
    key: Option<&'static str>,
}

const NORTH: Team = Team {
    name: "north",
    people: 0..40,
    equipment: 10,
    exported_on: "2026-04-02",
    quarter: "2026-01-01",
    quarters: 1,
    key: Some("one"),
};

impl Team {
    fn files(&self) -> Vec<PackageFile> {
        let quarter = Period::quarter_of(day(self.quarter));
        let last = (1..self.quarters).fold(quarter, |last, _| last.after());
        let period = Period::new(quarter.from(), last.to()).expect("in order");
        let count = self.people.len() as u32;
        let members = |range: std::ops::Range<u32>| Members::from_iter(range);
        let equipment = || members(0..self.equipment);
        let mut routes = Measure::new(MeasureId::Routes);
        let rest = Group::of("Link made", members(self.equipment..count));
        let groups = vec![Group::of("Equipment", equipment()), rest];
        routes.tables = vec![
            Table::of(
                "routes",
                "What happened next",
                Pop::Conversations,
                groups.clone(),
            ),
            Table::of("people", "People", Pop::People, groups),
        ];
        routes.figures = vec![Now {
            figure: Figure::HadCopy,
            of: Pop::Conversations,
            amount: NowAmount::Share {
                count: Count::of(&equipment()),
                of: Count::Is(self.people.len()),
                members: equipment(),
                others: members(self.equipment..count),
            },
        }];
        let report = Report {
            period,
            made: period.to(),
            counted: Counted {
                conversations: Count::Is(self.people.len()),
                people: Count::Is(self.people.len()),
                ..Counted::default()
            },
            measures: vec![routes],
            stories: vec![],
            troubles: vec![],
        };
        let line = |pseudonym, number| Line {
            pseudonym,
            quarter,
            kind: Some(Kind::Crisis),
            number,
        };
        let people = || self.people.clone().zip(0..);
        let cleared = match self.key {
            Some(key) => {
                let known = people().map(|(who, nth)| line(format!("p{who}"), nth));
                let talks = people().map(|(who, nth)| line(format!("{}{who}", self.name), nth));
                let rows = Rows::new(key.into(), known.collect(), talks.collect());
                Cleared::beside(report, Some(rows), &[])
            }
            None => Cleared::of(report),
        };
        let about = About {
            team: self.name.into(),
            exported_on: day(self.exported_on),
        };
        package(&cleared, &about)
    }

    fn package(&self) -> Package {
        read(self.name, &self.files()).expect("a package")
    }
}

fn read(folder: &str, files: &[PackageFile]) -> Result<Package, NotAPackage> {
    let file = |path: &str| {
        let file = files.iter().find(|(name, _)| name == path);
        file.map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| "not there".to_owned())
    };
    let descriptor = file(DESCRIPTOR).expect("a descriptor");
    Package::read(folder, &descriptor, &mut { file })
}

fn combined(teams: &[Team]) -> Combined {
    Combined::of(teams.iter().map(Team::package).collect())
}

fn group(combined: &Combined, name: &str) -> Total {
    let groups = combined.added.tables.iter().flat_map(|table| &table.groups);
    let mut found = groups.filter(|(group, ..)| group == name);
    found.next().expect("a group").2
}

#[test]
fn counts_are_added_and_people_of_two_teams_count_once() {
    let south = Team {
        name: "south",
        people: 30..70,
        ..NORTH
    };
    let both = combined(&[NORTH, south]);
    assert_eq!(group(&both, "Equipment"), Total::Exactly(20));
    assert_eq!(group(&both, "Link made"), Total::Exactly(60));
    assert_eq!(both.people[0].count, Total::Exactly(70));
    assert_eq!(both.people[0].several, Count::Is(10));
    assert_eq!(both.conversations[0].count, Total::Exactly(80));
    assert_eq!(both.added.shares[0].count, 20);
    assert!(both.added.tables.iter().all(|table| table.of != "people"));
    assert_eq!(both.said, [Said::PeopleNotAdded]);
}

#[test]
fn a_few_people_of_two_teams_cannot_be_told_from_the_whole_and_the_parts() {
    let south = Team {
        name: "south",
        people: 37..77,
        ..NORTH
    };
    let both = combined(&[NORTH, south]);
    assert_eq!(both.people[0].several, Count::Hidden);
    assert_eq!(both.people[0].count, Total::Hidden);
    // Conversations are of one team each: nothing to hide.
    assert_eq!(both.conversations[0].count, Total::Exactly(80));
}

#[test]
fn what_one_team_hides_makes_the_sum_at_least_what_is_known() {
    let south = Team {
        name: "south",
        people: 100..150,
        equipment: 3,
        ..NORTH
    };
    let both = combined(&[NORTH, south]);
    assert_eq!(group(&both, "Equipment"), Total::AtLeast(10));
    assert_eq!(group(&both, "Link made"), Total::AtLeast(30));
    assert_eq!(both.added.shares, []);
    assert_eq!(both.added.tables[0].total, Total::Exactly(90));
    assert_eq!(Total::of([None, Some(0)]), Total::Hidden);
}

#[test]
fn a_team_that_exports_again_counts_once_with_what_it_said_last() {
    let later = Team {
        equipment: 20,
        exported_on: "2026-04-09",
        ..NORTH
    };
    for teams in [
        [NORTH, later],
        [
            Team {
                equipment: 20,
                exported_on: "2026-04-09",
                ..NORTH
            },
            NORTH,
        ],
    ] {
        let once = combined(&teams);
        assert_eq!(group(&once, "Equipment"), Total::Exactly(20));
        assert_eq!(once.packages.len(), 1);
        assert!(matches!(once.said[..], [Said::Again { .. }]));
    }
    let next = Team {
        quarter: "2026-04-01",
        ..NORTH
    };
    let two = combined(&[NORTH, next]);
    assert_eq!((two.packages.len(), two.people.len()), (2, 4));
    assert!(two.said.contains(&Said::DifferentDays));
}

/// A package in a folder of this name.
fn named(folder: &str, team: &Team) -> Package {
    read(folder, &team.files()).expect("a package")
}

const YEAR: Team = Team {
    quarters: 4,
    exported_on: "2027-01-05",
    ..NORTH
};

const AUTUMN: Team = Team {
    quarter: "2026-10-01",
    exported_on: "2027-01-09",
    ..NORTH
};

#[test]
fn a_year_and_its_last_quarter_count_once_and_the_days_that_are_lost_are_said() {
    let once = Combined::of(vec![named("year", &YEAR), named("autumn", &AUTUMN)]);
    let lost = Period::new(day("2026-01-01"), day("2026-09-30")).expect("days");
    assert_eq!(group(&once, "Equipment"), Total::Exactly(10));
    assert_eq!(once.packages[0].folder, "autumn");
    assert_eq!(
        once.missing,
        [Missing {
            team: "north".into(),
            period: lost
        }]
    );
    let again = Said::Again {
        folder: "year".into(),
        stands: "autumn".into(),
        missing: vec![lost],
    };
    assert_eq!(once.said, [again]);
    let words = crate::words::evidence::package::said(&once.said[0]);
    assert!(words.contains("year is left out"), "{words}");
    assert!(words.contains("January to September 2026"), "{words}");
}

#[test]
fn with_the_other_quarters_there_nothing_is_lost_and_other_teams_days_stand() {
    let of = |quarter| Team {
        quarter,
        exported_on: "2026-10-02",
        ..NORTH
    };
    let south = Team {
        name: "south",
        exported_on: "2026-02-01",
        ..YEAR
    };
    let quarters = ["2026-01-01", "2026-04-01", "2026-07-01"].map(of);
    let mut all: Vec<Package> = quarters.iter().map(Team::package).collect();
    all.extend([YEAR, AUTUMN, south].iter().map(Team::package));
    // The last quarter is newer than the year. The others are older, and stand once it is left out.
    let once = Combined::of(all);
    let stand: Vec<&str> = once.packages.iter().map(|one| one.team.as_str()).collect();
    assert_eq!(stand.iter().filter(|team| **team == "south").count(), 1);
    assert_eq!(stand.len(), 5);
    assert_eq!(once.missing, []);
}

#[test]
fn of_two_packages_of_one_day_the_longer_stands_and_what_is_left_out_leaves_nothing_else_out() {
    let half = Team {
        quarters: 2,
        ..NORTH
    };
    let next_half = Team {
        quarter: "2026-04-01",
        quarters: 3,
        exported_on: "2026-03-01",
        ..NORTH
    };
    let last = Team {
        exported_on: "2026-02-01",
        ..AUTUMN
    };
    let packages = [("a", &NORTH), ("b", &half), ("c", &next_half), ("d", &last)];
    let packages = packages.map(|(folder, team)| named(folder, team));
    let once = Combined::of(packages.into());
    let stand: Vec<&str> = once
        .packages
        .iter()
        .map(|one| one.folder.as_str())
        .collect();
    // The third shares days with the second; the fourth only with the third, which is left out.
    assert_eq!(stand, ["b", "d"]);
    let lost = Period::new(day("2026-07-01"), day("2026-09-30")).expect("days");
    assert_eq!(once.missing[0].period, lost);
}

#[test]
fn packages_of_different_keys_or_of_none_are_noticed() {
    let other = |key| Team {
        name: "south",
        people: 30..70,
        key,
        ..NORTH
    };
    let different = combined(&[NORTH, other(Some("two"))]);
    assert!(different.said.contains(&Said::DifferentKeys));
    assert_eq!(different.people, []);
    let without = combined(&[NORTH, other(None)]);
    assert!(without.said.contains(&Said::NoRows(1)));
    assert_eq!(without.people[0].count, Total::AtLeast(40));
}

#[test]
fn a_package_that_was_changed_or_leads_elsewhere_is_not_believed() {
    let mut changed = NORTH.files();
    let figures = changed.iter_mut().find(|(path, _)| path == "figures.csv");
    figures.expect("figures").1.push(b'\n');
    assert_eq!(
        read("north", &changed),
        Err(NotAPackage::Changed("figures.csv".into()))
    );
    for (from, to, why) in [
        (
            "\"figures.csv\"",
            "\"../figures.csv\"",
            NotAPackage::Outside("../figures.csv".into()),
        ),
        ("\"package\": 1", "\"package\": 2", NotAPackage::Version(2)),
        ("\"alongside\"", "\"else\"", NotAPackage::NotOurs),
        (
            "\"sums.csv\"",
            "\"sumz.csv\"",
            NotAPackage::Missing("sumz.csv".into(), "not there".into()),
        ),
    ] {
        let mut files = NORTH.files();
        let (_, descriptor) = files.last_mut().expect("some");
        *descriptor = String::from_utf8_lossy(descriptor)
            .replace(from, to)
            .into_bytes();
        assert_eq!(read("north", &files), Err(why));
    }
    for path in ["", "/etc/passwd", "a/../b", "C:\\x", "a\\b", "./a", "a//b"] {
        assert!(!is_inside(path), "{path}");
    }
}

#[test]
fn what_comes_out_is_a_package_too() {
    let both = combined(&[
        NORTH,
        Team {
            name: "south",
            people: 30..70,
            ..NORTH
        },
    ]);
    let files = both.files(day("2026-04-10"));
    assert_eq!(files.last().expect("some").0, DESCRIPTOR);
    let json = both.json();
    assert_eq!(json["people"][0]["count"], 70);
    assert_eq!(json["figures"][0]["group"], "Equipment");
    assert_eq!(json["figures"][0]["count"], 20);
}
