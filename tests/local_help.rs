//! What councils publish, as they publish it and with its faults: what is read, and what is said of it, counted.

use std::path::Path;

use alongside::{
    connection::{
        Listing, Running, Today,
        import::{self, Brought, Fault},
    },
    store::local_help::bring,
};
use chrono::NaiveDate;

fn sample(name: &str) -> Brought {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/local-help")
        .join(name);
    import::read(&bring(&path).expect(name).0)
}

fn json(text: &str) -> Brought {
    import::read(&[("a.json".to_owned(), text.to_owned())])
}

/// A service with nothing the matter, and these fields besides or instead.
fn service(fields: &str) -> String {
    let comma = if fields.is_empty() { "" } else { ", " };
    // Of two fields with one name the later counts.
    format!(
        r#"{{"id": "1", "name": "Club", "status": "active", "phones": [{{"number": "01632 960123"}}]{comma}{fields}}}"#
    )
}

fn counted(brought: &Brought) -> Vec<(&str, usize)> {
    let counted = brought.counted();
    counted
        .into_iter()
        .map(|(what, of)| (what, of.len()))
        .collect()
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
}

fn tuesday() -> NaiveDate {
    day("2026-03-10")
}

#[test]
fn a_page_is_read_down_to_the_number_to_ring() {
    let brought = sample("page.json");
    let [club, line, centre] = &brought.listings[..] else {
        panic!("three listings")
    };
    assert_eq!(
        club.as_note(),
        "Chapel Lane lunch club, New door code: ring the bell, Tue 12:00-14:00, 01632 960123 ext 4"
    );
    assert_eq!(
        club.about,
        "Hot lunch & company every Tuesday. Ages 60 and over"
    );
    assert_eq!(club.cost, "Meal £4.50 each");
    assert_eq!(club.join, "Ring Greta the day before");
    assert_eq!(club.place, "Chapel hall, Chapel Lane, Moss Lane, ZZ1 4AB");
    assert_eq!(club.alert, "New door code: ring the bell");
    assert_eq!(club.checked, Some(day("2025-12-08")));
    assert_eq!(
        club.words,
        ["Chapel Lane Trust", "Befriending", "Moss Lane"]
    );
    assert_eq!(club.kind, "Befriending", "as its publisher has it");
    assert_eq!(line.kind, "", "nobody said");
    assert_eq!(club.on(tuesday()), Today::Open);
    assert_eq!(
        (line.when.as_str(), line.on(tuesday())),
        ("day and night", Today::Open)
    );
    assert_eq!(
        (centre.running, centre.on(tuesday())),
        (Running::Ended, Today::RunOut)
    );
    assert!(brought.is_whole);
    let mut counted = counted(&brought);
    counted.sort_unstable();
    let mut expected =
        [Fault::OddLatitude, Fault::NoPhone, Fault::Markup].map(|fault| (fault.message(), 1));
    expected.sort_unstable();
    assert_eq!(counted, expected);
}

#[test]
fn one_service_a_list_and_an_outline_are_read() {
    assert_eq!(sample("one.json").listings[0].name, "Repair shed");
    let outline = sample("outline.json");
    assert_eq!(outline.listings.len(), 2);
    assert_eq!(counted(&outline), [(Fault::NoDetails.message(), 2)]);
    assert!(Fault::NoDetails.hint().contains("full records"));
}

#[test]
fn what_breaks_off_is_read_up_to_there_and_takes_nothing_away() {
    let brought = sample("broken-off.json");
    assert_eq!(brought.listings.len(), 1);
    assert_eq!(counted(&brought), [(Fault::NotJson.message(), 1)]);
    let old = Listing {
        id: "9".into(),
        name: "Bus".into(),
        source: "county".into(),
        ..Listing::default()
    };
    let (kept, merged) = import::merge(vec![old], brought, "county");
    assert_eq!((kept.len(), merged.new, merged.gone), (2, 1, 0));
}

#[test]
fn a_package_is_put_together_by_its_descriptor() {
    let brought = sample("package");
    let [club, shed] = &brought.listings[..] else {
        panic!("two listings: {:?}", brought.said)
    };
    assert_eq!(
        club.as_note(),
        "Chapel Lane lunch club, Tue 12:00-14:00, 01632 960123"
    );
    assert_eq!(club.place, "Chapel hall, Chapel Lane, Moss Lane, ZZ1 4AB");
    assert_eq!(club.words, ["Chapel Lane Trust"]);
    assert_eq!(shed.as_note(), "Repair shed, 01632 960118");
    assert!(!brought.is_whole, "a file is missing");
    let mut counted = counted(&brought);
    counted.sort_unstable();
    let mut expected = [
        (Fault::FileElsewhere.message(), 2),
        (Fault::NoFile.message(), 1),
        (Fault::Loose.message(), 1),
        (Fault::NoLocation.message(), 1),
        (Fault::NoOrganisation.message(), 1),
    ];
    expected.sort_unstable();
    assert_eq!(counted, expected);
}

/// Each fault alone in an otherwise sound service, and whether the service is in the list all the same.
#[test]
fn each_fault_is_said_once_and_costs_no_more_than_itself() {
    let schedule = |fields: &str| service(&format!(r#""schedules": [{{{fields}}}]"#));
    let location = |fields: &str| {
        service(&format!(
            r#""service_at_locations": [{{"location": {{"name": "Hall", {fields}}}}}]"#
        ))
    };
    let long = "word ".repeat(200);
    let deep = "[".repeat(200);
    let cases: Vec<(Fault, String, usize)> = vec![
        (Fault::NotJson, format!("[{}, {{", service("")), 1),
        (Fault::TooDeep, format!("[{}, {deep}", service("")), 1),
        (Fault::NoServices, "[]".into(), 0),
        (Fault::NoServices, "{}".into(), 0),
        (Fault::NoServices, "7".into(), 0),
        (Fault::NotAService, format!("[{}, 7]", service("")), 1),
        (
            Fault::OnePage,
            format!(r#"{{"contents": [{}], "total_pages": 3}}"#, service("")),
            1,
        ),
        (
            Fault::NoName,
            format!(
                "[{}, {}]",
                service(""),
                service(r#""id": "2", "name": " ""#)
            ),
            1,
        ),
        (Fault::NoId, service(r#""id": null"#), 1),
        (
            Fault::SameId,
            format!("[{}, {}]", service(""), service("")),
            2,
        ),
        (Fault::NoStatus, service(r#""status": """#), 1),
        (Fault::OddStatus, service(r#""status": "moved""#), 1),
        (
            Fault::NoDetails,
            r#"{"id": "1", "name": "Club", "status": "active"}"#.into(),
            1,
        ),
        (Fault::NoPhone, service(r#""phones": []"#), 1),
        (
            Fault::PhoneIsANumber,
            service(r#""phones": [{"number": 1632960123}]"#),
            1,
        ),
        (Fault::OddLatitude, location(r#""latitude": 100"#), 1),
        (Fault::OddLongitude, location(r#""longitude": "west""#), 1),
        (
            Fault::PartOfAnAddress,
            location(r#""addresses": [{"city": "Moss Lane", "postal_code": "ZZ1"}]"#),
            1,
        ),
        (
            Fault::NoLocation,
            service(r#""service_at_locations": [{"id": "x"}]"#),
            1,
        ),
        (
            Fault::NoOrganisation,
            service(r#""organization_id": "o""#),
            1,
        ),
        (
            Fault::Markup,
            service(r#""description": "<b>Lunch</b>""#),
            1,
        ),
        (Fault::Unseen, service(r#""description": "Lun\u202ech""#), 1),
        (
            Fault::TooLong,
            service(&format!(r#""description": "{long}""#)),
            1,
        ),
        (Fault::NotText, service("\"alert\": \"Caf\u{FFFD}\""), 1),
        (Fault::OddDate, service(r#""assured_date": "last week""#), 1),
        (
            Fault::OddTime,
            schedule(r#""freq": "WEEKLY", "byday": "TU", "opens_at": "noon""#),
            1,
        ),
        (
            Fault::OddDay,
            schedule(r#""freq": "WEEKLY", "byday": "Tues""#),
            1,
        ),
        (
            Fault::OddDay,
            schedule(r#""freq": "WEEKLY", "byday": "2TU""#),
            1,
        ),
        (
            Fault::OddFrequency,
            schedule(r#""freq": "FORTNIGHTLY", "byday": "TU""#),
            1,
        ),
        (
            Fault::NoStart,
            schedule(r#""freq": "WEEKLY", "byday": "TU", "interval": 2"#),
            1,
        ),
        (
            Fault::ClosesFirst,
            schedule(r#""byday": "TU", "opens_at": "14:00", "closes_at": "12:00""#),
            1,
        ),
        (
            Fault::EndsFirst,
            schedule(r#""byday": "TU", "valid_from": "2026-01-01", "valid_to": "2025-01-01""#),
            1,
        ),
        (
            Fault::OddAges,
            service(r#""minimum_age": 60, "maximum_age": 18"#),
            1,
        ),
        (
            Fault::OddCost,
            service(r#""cost_options": [{"amount": "a few pounds"}]"#),
            1,
        ),
        (
            Fault::NotAList,
            service(r#""phones": {"number": "01632 960123"}"#),
            1,
        ),
        (Fault::NotWords, service(r#""description": ["Lunch"]"#), 1),
    ];
    for (fault, text, listed) in cases {
        let brought = json(&text);
        assert_eq!(brought.listings.len(), listed, "{fault:?}: {text}");
        assert_eq!(
            counted(&brought),
            [(fault.message(), 1)],
            "{fault:?}: {text}"
        );
        let problem = &brought.said[0].problem;
        assert!(text.get(problem.span.clone()).is_some(), "{fault:?}");
    }
    // Two that always come with another.
    let odd = json(&service(r#""phones": [{"number": "ask Greta"}]"#));
    assert_eq!(counted(&odd).len(), 2, "{:?}", odd.said);
}

#[test]
fn a_fault_is_placed_at_the_service_it_is_in() {
    let text = format!(
        "[{},\n {}]",
        service(""),
        service(r#""id": "two", "status": "moved""#).replace(r#""id": "1", "#, "")
    );
    let brought = json(&text);
    let place = brought.said[0].problem.place(&text);
    assert_eq!((place.line, brought.said[0].of.as_str()), (2, "Club"));
}

#[test]
fn a_package_without_services_says_so() {
    let descriptor = r#"{"resources": [{"name": "phones", "path": "p.csv"}]}"#;
    let brought = import::read(&[
        ("datapackage.json".to_owned(), descriptor.to_owned()),
        ("p.csv".to_owned(), "id,number\n1,2\n".to_owned()),
    ]);
    assert_eq!(counted(&brought), [(Fault::NoTable.message(), 1)]);
    assert!(brought.listings.is_empty());
}

#[test]
fn every_page_in_a_folder_is_the_whole() {
    let page = |nth: u32| {
        let text = format!(
            r#"{{"total_pages": 2, "page_number": {nth}, "contents": [{}]}}"#,
            service(&format!(r#""id": "{nth}""#))
        );
        (format!("{nth}.json"), text)
    };
    assert!(!import::read(&[page(1)]).is_whole);
    let both = import::read(&[page(1), page(2)]);
    assert!(both.is_whole);
    assert_eq!(both.listings.len(), 2);
}

#[test]
fn every_fault_has_sentences_of_its_own() {
    let mut said: Vec<&str> = Fault::ALL.iter().map(|fault| fault.message()).collect();
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), Fault::ALL.len());
    for fault in Fault::ALL {
        for sentence in [fault.message(), fault.hint()] {
            assert!(
                sentence.ends_with('.') && sentence.len() <= 75,
                "{sentence}"
            );
            let words = sentence.to_lowercase();
            let banned = ["please", "sorry", "invalid", "error", "failed", "n't"];
            assert!(
                !banned.iter().any(|word| words.contains(word)),
                "{sentence}"
            );
        }
    }
}
