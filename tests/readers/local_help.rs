//! Lists of local help: no fault reaches beyond its own listing, and anything can be searched for.

use alongside::connection;

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
        let _ = (found.as_note(), found.in_one_line(), found.particulars());
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
