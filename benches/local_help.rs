//! Fifty thousand listings: reading them at the start, importing them, and each letter typed in Find.

mod support;

use alongside::{
    app::{Key, Msg},
    connection::{self, Listings, import, rows},
    store::local_help,
};
use divan::Bencher;
use support::Program;

fn main() {
    divan::main();
}

const MANY: usize = 50_000;

const KINDS: [&str; 12] = [
    "lunch club",
    "befriending",
    "carers group",
    "falls class",
    "choir",
    "advice desk",
    "repair shed",
    "memory café",
    "walking group",
    "pantry",
    "bus",
    "garden",
];

/// Services as Open Referral has them, each with its places, times and people.
fn published() -> String {
    let one = |nth: usize| {
        let (kind, street, town) = (KINDS[nth % KINDS.len()], nth % 977, nth % 83);
        format!(
            r#"{{"id":"5b3fe3d6-{nth:06}","organization_id":"o-{nth}","name":"Street{street} {kind} {nth}","status":"active",
            "description":"<p>A {kind} for anybody in Town{town} who would like company, a hot drink and a chat. Word{nth} is said here.</p>",
            "application_process":"Ring first, then come along.","assured_date":"2025-12-08","organization":{{"id":"o-{nth}","name":"Town{town} Trust","description":"A charity."}},
            "contacts":[{{"id":"c","phones":[{{"id":"p","number":"01632 {phone:06}"}}]}}],
            "cost_options":[{{"id":"k","option":"Meal","amount":4.5}}],
            "schedules":[{{"id":"t","freq":"WEEKLY","byday":"TU,TH","opens_at":"10:00","closes_at":"12:00"}}],
            "attributes":[{{"id":"a","taxonomy_term":{{"id":"x","name":"Community support","description":""}}}}],
            "service_at_locations":[{{"id":"s","location":{{"id":"l","location_type":"physical","name":"Hall {street}","latitude":53.4,"longitude":-2.2,
            "addresses":[{{"address_1":"{nth} Street{street} Road","city":"Town{town}","postal_code":"ZZ{town} {d}AB","country":"GB"}}]}}}}]}}"#,
            phone = nth % 1_000_000,
            d = nth % 10,
        )
    };
    let all: Vec<String> = (0..MANY).map(one).collect();
    format!("[{}]", all.join(",\n"))
}

fn listings() -> Vec<connection::Listing> {
    let brought = import::read(&[("county.json".to_owned(), published())]);
    assert_eq!(brought.listings.len(), MANY);
    import::merge(vec![], brought, "county").0
}

/// The file of what was imported, at every start.
#[divan::bench]
fn read_at_start(bencher: Bencher<'_, '_>) {
    let file = [("imported.csv".to_owned(), rows::text_of(&listings()))];
    bencher.bench_local(|| connection::read(&file));
}

/// From the published file in memory to the home's own file on the disk.
#[divan::bench(sample_count = 5)]
fn import_whole(bencher: Bencher<'_, '_>) {
    let file = [("county.json".to_owned(), published())];
    let (_folder, home) = support::home();
    bencher.bench_local(|| local_help::keep(&home, import::read(&file), "county").expect("kept"));
}

/// What is typed, in the list alone.
#[divan::bench(args = ["l", "lu", "lun", "lunch", "lonely", "company street9", "zz4 8ab", "s", "lunch town5 hall tuesday c"])]
fn find(bencher: Bencher<'_, '_>, typed: &str) {
    let listings = Listings::new(listings(), None);
    bencher.bench_local(|| listings.find(typed).len());
}

/// A letter typed in Find, and a letter after `@` on the line: key to frame.
#[divan::bench(args = ["/find ", "@ "])]
fn letter_to_frame(bencher: Bencher<'_, '_>, before: &str) {
    let (_folder, home) = support::home();
    let mut program = Program::talking(&home, 20);
    program.app.desk.listings = Listings::new(listings(), None);
    let mut word = "lonely company".chars().cycle();
    for letter in before.chars() {
        program.key(Key::Char(letter));
    }
    if before.starts_with('/') {
        program.takes(Msg::Key(Key::Enter));
    }
    let mut typed = 0;
    bencher.bench_local(|| {
        typed += 1;
        if typed % 14 == 0 {
            program.takes(Msg::Key(Key::Ctrl('u')));
            if before.starts_with('@') {
                program.key(Key::Char('@'));
                program.key(Key::Char(' '));
            }
        }
        program.key(Key::Char(word.next().unwrap_or('l')))
    });
}
