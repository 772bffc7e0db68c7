//! Lists of local help: no fault reaches beyond its own listing, and anything can be searched for.

use alongside::connection::{self, Memory, import};
use chrono::NaiveDate;

use super::{guides::has_places, trial::Trial};

const WORDS: [&str; 28] = [
    "format = 1\n",
    "format = 2\n",
    "checked = \"2026-02-28\"\n",
    "checked = 1\n",
    "[[listing]]\n",
    "[listing]\n",
    "[[listing",
    "id = ",
    "name = ",
    "when = ",
    "phone = ",
    "about = ",
    "words = [",
    "\"lunch\", ",
    "]\n",
    "\"\"\"",
    "'''",
    "\"",
    "= =\n",
    "a.b.c = {",
    "}",
    "[",
    "\\u202e",
    "\\uFFFF",
    "name = \"Chapel Lane\"\n",
    "#",
    "[[[[",
    "'x'\n",
];

const GOOD: &str = "\n\n[[listing]]\nname = \"Chapel Lane lunch club\"\nphone = \"01632 960123\"\n";

/// What is thrown in where data is published.
const PUBLISHED: [&str; 30] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"name\": \"Club\"",
    "\"id\": \"1\"",
    "\"contents\": [",
    "\"phones\": [",
    "\"schedules\": [{",
    "\"byday\": \"2TU,-1FR\"",
    "\"freq\": \"MONTHLY\"",
    "\"opens_at\": \"25:61Z\"",
    "\"valid_to\": \"2020-02-30\"",
    "\"interval\": 1e300",
    "\"latitude\": 100",
    "\"resources\": [{\"path\": \"",
    "service_at_locations",
    "../",
    "null",
    "1e999",
    "\"amount\": -0.0",
    "name,phone,when\n",
    "\"",
    "\r\n",
    "<script>",
    "&#0;",
    "\\u202e",
    "lovely,2026-03-10",
];

#[test]
fn published_data() {
    Trial {
        name: "published",
        share: 12,
        also: &[
            ("tests/local-help", ".json"),
            ("examples/connections", ".csv"),
        ],
        words: &PUBLISHED,
        law: published,
    }
    .run();
}

/// Whatever it is taken for, every place is in its file, ids tell listings apart, and what is kept of it is read back.
fn published(input: &[u8]) {
    let text = String::from_utf8_lossy(input).into_owned();
    for name in ["a.json", "a.csv"] {
        let brought = import::read(&[(name.to_owned(), text.clone())]);
        let problems: Vec<_> = brought
            .said
            .iter()
            .map(|said| said.problem.clone())
            .collect();
        has_places(&text, &problems);
        let (kept, _) = import::merge(vec![], brought, "county");
        let file = connection::rows::text_of(&kept);
        let (again, said) = connection::read(&[("imported.csv".to_owned(), file)]);
        let errors = said
            .iter()
            .filter(|(_, problem)| problem.message.contains("id"));
        assert_eq!(errors.count(), 0, "{said:?}");
        assert_eq!(again.all().len(), kept.len());
        for listing in &kept {
            assert_eq!(
                again.get(&listing.id).map(|it| &it.name),
                Some(&listing.name)
            );
        }
    }
    let package = |text: &str| {
        let descriptor = r#"{"resources": [{"name": "services", "path": "s.csv"},
            {"name": "phones", "path": "s.csv"}, {"name": "service_at_location", "path": "s.csv"}]}"#;
        vec![
            ("datapackage.json".to_owned(), descriptor.to_owned()),
            ("s.csv".to_owned(), text.to_owned()),
        ]
    };
    let _ = import::read(&package(&text));
    let _ = connection::package::tables(&text);
    let memory = Memory::read(&text);
    assert_eq!(Memory::read(&memory.text()), memory);
}

#[test]
fn local_help() {
    Trial {
        name: "local-help",
        share: 16,
        also: &[("examples/connections", ".toml")],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input).into_owned();
    let file = |text: &str| ("mine.toml".to_owned(), text.to_owned());
    let (listings, problems) = connection::read(&[file(&text)]);
    let problems: Vec<_> = problems.into_iter().map(|(_, problem)| problem).collect();
    has_places(&text, &problems);
    let typed: String = text.chars().rev().take(24).collect();
    for found in listings.find(&typed).into_iter().chain(listings.all()) {
        assert_eq!(
            listings.get(&found.id),
            Some(found),
            "ids tell listings apart"
        );
        let _ = (
            found.as_note(),
            found.in_one_line(),
            found.on(NaiveDate::MIN),
        );
    }
    let (with_good, _) = connection::read(&[file(&text), file(GOOD)]);
    let last = with_good.all().last();
    assert_eq!(
        last.map(|listing| listing.name.as_str()),
        Some("Chapel Lane lunch club")
    );
    let (after, _) = connection::read(&[file(&format!("{GOOD}[[listing]]\n{text}"))]);
    let first = after.all().first();
    assert_eq!(
        first.map(|listing| listing.name.as_str()),
        Some("Chapel Lane lunch club")
    );
}
