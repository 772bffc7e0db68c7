//! Rows by hand, by spreadsheet and by us.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::connection::{self, Listings};

fn of(text: &str) -> (Listings, Vec<String>) {
    let (listings, problems) = connection::read(&[("mine.csv".to_owned(), text.to_owned())]);
    let said = problems.iter().map(|(_, problem)| {
        let line = problem.place(text).line;
        format!("{line} {}", problem.message)
    });
    (listings, said.collect())
}

#[test]
fn a_spreadsheet_is_read_however_it_was_saved() {
    for text in [
        "Name,Telephone,Opening times,Last checked\nShed,01632 960118,\"Mon, Wed 10-3\",02/02/2026\n",
        "\u{FEFF}name;tel;days;checked\r\nShed;01632 960118;Mon, Wed 10-3;2026-02-02\r\n",
        "title\tphone\twhen\tchecked\nShed\t01632 960118\tMon, Wed 10-3\t2026-02-02",
    ] {
        let (listings, said) = of(text);
        assert_eq!(said, Vec::<String>::new(), "{text}");
        let shed = &listings.all()[0];
        assert_eq!(shed.as_note(), "Shed, Mon, Wed 10-3, 01632 960118");
        assert_eq!((shed.id.as_str(), shed.hours.len()), ("shed", 1));
        assert_eq!(shed.checked, NaiveDate::from_ymd_opt(2026, 2, 2));
    }
}

#[test]
fn a_fault_costs_its_row_at_most_and_is_said_with_its_line() {
    let text = "id,name,phone,checked,running,hours,colour\n\
        a,Shed,1,soon,moved,TU12,red\n\
        b,,2,,,,\n\
        \n\
        c,\"Two\nlines\",3,,,,,,\n\
        a,Twin,4,,,,\n\
        d,Bell\u{7},5,,,,\n";
    let (listings, said) = of(text);
    let names: Vec<&str> = listings.all().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Shed", "Two lines", "Twin", "Bell"]);
    assert_eq!(listings.all()[2].id, "a-2");
    assert_eq!(
        said,
        [
            "1 Columns that are not used: colour.",
            "2 This is not a day.",
            "2 Whether this is running is not understood.",
            "2 The days in `hours` are not understood.",
            "3 This row has no name, so it is left out.",
            "5 This row has more cells than there are columns.",
            "7 Another listing has the id `a`.",
            "8 There is an invisible control character in these words. It is not used.",
        ]
    );
}

#[test]
fn an_open_quote_swallows_nothing() {
    let rows = "Shed,1\n".repeat(200);
    let (listings, said) = of(&format!("name,phone\n\"Open,1\n{rows}"));
    assert_eq!(listings.all().len(), 200);
    assert_eq!(said[0], "2 A quote is opened here and never closed.");
}

#[test]
fn without_a_name_for_things_it_is_no_list() {
    let (listings, said) = of("colour,size\nred,9\n");
    assert!(listings.is_empty());
    assert!(said[1].contains("No column says what"), "{said:?}");
    assert!(of("").1.is_empty());
}

fn text() -> impl Strategy<Value = String> {
    "[ -:<-~£é\"\\n,]{0,20}".prop_map(|text| one_line(&text).0)
}

prop_compose! {
    fn some_listing()(
        nth in 0..1000u32, name in text(), kind in text(), when in text(), phone in text(), about in text(),
        words in prop::collection::vec("[a-z]{1,8}", 0..4), cost in text(), join in text(),
        place in text(), alert in text(), running in 0..3usize, days in 0..9000i64,
    ) -> Listing {
        let first = NaiveDate::from_ymd_opt(2001, 1, 1).expect("a day");
        Listing {
            id: format!("id {nth}"),
            name: format!("{name}x"),
            hours: hours::from_words(&when),
            kind, when, phone, about, words, cost, join, place, alert,
            running: [Running::Yes, Running::Paused, Running::Ended][running],
            checked: Some(first + chrono::TimeDelta::days(days)),
            source: "county".into(),
        }
    }
}

proptest! {
    #[test]
    fn what_was_imported_is_read_back_the_same(mut all in prop::collection::vec(some_listing(), 0..6)) {
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all.dedup_by(|a, b| a.id == b.id);
        let (listings, said) = of(&text_of(&all));
        prop_assert_eq!(said, Vec::<String>::new());
        prop_assert_eq!(listings.all(), &all[..]);
    }

    #[test]
    fn any_text_has_an_end_and_places(text in "[a-z,;\"\\n\\t ]{0,120}", any: String) {
        for text in [format!("name,phone\n{text}"), any] {
            let (_, problems) = connection::read(&[("a.csv".to_owned(), text.clone())]);
            prop_assert!(problems.iter().all(|(_, it)| text.get(it.span.clone()).is_some()));
        }
    }
}
