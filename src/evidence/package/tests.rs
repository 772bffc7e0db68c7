use super::*;
use crate::evidence::{
    measure::MeasureId,
    period::Period,
    report::{Count, Counted, Group, Measure, Members, Population, Report, Table},
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn files() -> Vec<PackageFile> {
    let mut routes = Measure::new(MeasureId::Routes);
    let group =
        |name: &str, members: std::ops::Range<u32>| Group::of(name, Members::from_iter(members));
    routes.tables = vec![Table::of(
        "routes",
        "What happened next",
        Population::Conversations,
        vec![
            group("=cmd|'/C calc'!A1", 0..20),
            group("Link made, by \"phone\"", 20..40),
            group("-", 40..43),
            group("@home", 43..50),
        ],
    )];
    let report = Report {
        period: Period::quarter_of(day("2026-02-01")),
        made: Period::quarter_of(day("2026-02-01")).to(),
        counted: Counted {
            conversations: Count::Is(50),
            ..Counted::default()
        },
        measures: vec![routes],
        stories: vec![],
        troubles: vec![],
    };
    let about = About {
        team: "1f2e".into(),
        exported_on: day("2026-04-02"),
    };
    package(&Cleared::of(report), &about)
}

#[test]
fn no_cell_of_words_begins_as_a_formula_does() {
    for (path, bytes) in files().iter().filter(|(path, _)| path.ends_with(".csv")) {
        for row in csv::Reader::from_reader(bytes.as_slice()).records() {
            for cell in &row.expect("a row") {
                let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!runs || cell.parse::<f64>().is_ok(), "{path}: {cell}");
            }
        }
    }
}

#[test]
fn a_hidden_count_is_an_empty_cell_that_says_it_is_hidden() {
    let files = files();
    let (_, figures) = files
        .iter()
        .find(|(path, _)| path == "figures.csv")
        .expect("figures");
    let text = String::from_utf8(figures.clone()).expect("text");
    assert_eq!(
        text.split("\r\n").collect::<Vec<_>>(),
        [
            "measure,table,group_number,group,part,count,hidden",
            "routes,routes,1,'=cmd|'/C calc'!A1,,20,false",
            "routes,routes,2,\"Link made, by \"\"phone\"\"\",,20,false",
            "routes,routes,3,'-,,,true",
            "routes,routes,4,'@home,,,true",
            ""
        ]
    );
}

#[test]
fn the_descriptor_says_how_long_each_file_is_and_what_it_hashes_to() {
    let files = files();
    let (name, bytes) = files.last().expect("some");
    assert_eq!(name, DESCRIPTOR);
    let descriptor: serde_json::Value = serde_json::from_slice(bytes).expect("json");
    let resources = descriptor["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), files.len() - 1);
    for (resource, (path, bytes)) in resources.iter().zip(&files) {
        assert_eq!(resource["path"], path.as_str());
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], hash(bytes));
    }
    // `printf abc | sha256sum`
    assert_eq!(
        hash(b"abc"),
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn every_name_in_a_column_is_one_the_descriptor_lists() {
    let files = files();
    let descriptor = &files.last().expect("some").1;
    let descriptor: serde_json::Value = serde_json::from_slice(descriptor).expect("json");
    let mut listed = vec![];
    for resource in descriptor["resources"].as_array().expect("resources") {
        let file = files.iter().find(|(path, _)| resource["path"] == **path);
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let rows = csv::Reader::from_reader(file.expect("it").1.as_slice()).into_records();
        for row in rows.map(|row| row.expect("a row")) {
            for (field, cell) in fields.iter().zip(&row) {
                let Some(names) = field["constraints"]["enum"].as_array() else {
                    continue;
                };
                let is_listed = names.iter().any(|name| name == cell);
                assert!(is_listed || cell.is_empty(), "{cell} in {resource:#}");
                listed.push(cell.to_owned());
            }
        }
    }
    for name in MeasureId::ALL.map(MeasureId::name) {
        assert!(listed.iter().any(|cell| cell == name), "{name}");
    }
    assert!(listed.iter().any(|cell| cell == "conversations"));
}

#[test]
fn what_a_package_lists_is_known_again_and_what_others_list_is_not() {
    let files = files();
    let (descriptor, tables) = files.split_last().expect("some");
    let paths: Vec<&String> = tables.iter().map(|(path, _)| path).collect();
    assert_eq!(listed(&descriptor.1).iter().collect::<Vec<_>>(), paths);
    let other = br#"{"resources": [{"path": "figures.csv"}]}"#;
    assert_eq!(listed(other), Vec::<String>::new());
    let away = br#"{"alongside": {}, "resources": [{"path": "../a.csv"}, {"path": "a.txt"}]}"#;
    assert_eq!(listed(away), Vec::<String>::new());
}
