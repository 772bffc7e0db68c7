//! Every number of a report, against a count made by other means: a YAML reader over the same files, and plain loops. Of a
//! made-up year of 5,000 records, plain and sealed, and after what may be done to records by the program and by hand.

#[path = "evidence/count.rs"]
mod count;
#[path = "evidence/headers.rs"]
mod headers;
#[path = "../examples/year/made.rs"]
mod made;
#[path = "evidence/told.rs"]
mod told;

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    sync::{Arc, Mutex, Weak},
};

use alongside::{
    conversation::Moment,
    evidence::{kept::Kept, period::Period, report::Report},
    record::{self, Addition, Removed},
    store::{Found, Home, Library, RecordFile, cache, evidence::gather, local},
};
use chrono::NaiveDate;
use count::Year;
use headers::Talk;
use tempfile::TempDir;

const RECORDS: usize = 5_000;

/// The year, a quarter of it, and days around a change of the clocks and the end of a quarter; long after and in between.
const LOOKS: [(&str, &str, &str); 5] = [
    ("2025-01-01", "2025-12-31", "2027-01-20"),
    ("2025-01-01", "2025-12-31", "2025-11-03"),
    ("2025-07-01", "2025-09-30", "2026-07-20"),
    ("2025-07-01", "2025-09-30", "2025-08-11"),
    ("2025-03-27", "2025-04-02", "2026-01-20"),
];

#[test]
fn every_number_of_a_year_is_what_an_independent_count_says() {
    let (_, home) = &*the_year();
    let year = headers::read(home.root());
    the_year_holds_every_edge(&year.0);
    for look in LOOKS {
        let counted = counted(home, &year, look);
        // With nothing kept, and then with what was found.
        cache::forget(home).expect("forgotten");
        agrees(home, &counted, look);
        agrees(home, &counted, look);
    }
}

#[test]
fn every_number_is_right_after_records_are_added_to_changed_by_hand_and_removed() {
    let temp = tempfile::tempdir().expect("a folder");
    let home = year(Home::at(temp.path()), RECORDS / 5);
    let library = Library::of(&home, None);
    let look = LOOKS[0];
    let agrees_now = || {
        agrees(
            &home,
            &counted(&home, &headers::read(home.root()), look),
            look,
        )
    };
    agrees_now();
    let changes: [&dyn Fn(&RecordFile); 5] = [
        &|file| {
            let why = "Of another person.".to_owned();
            add(&library, file, &Addition::Void { why });
        },
        &|file| {
            let words = "She rang again, and goes on with it on Friday.".to_owned();
            add(&library, file, &Addition::HeardLater(words));
        },
        &|file| by_hand(file, "kind: \"", "route: \"Housing team\"\nkind: \""),
        // As somebody would leave it who knows YAML and not us.
        &|file| {
            by_hand(
                file,
                "status: \"final\"",
                "status: final # checked\nspent: [{pence: 999, what: Bus}]",
            )
        },
        &|file| {
            let note = Removed {
                id: file.id.clone(),
                kind: None,
                at: at("2026-01-10T10:00:00+00:00"),
                by: None,
                because: None,
                is_done: false,
            };
            library.remove(file, &note).expect("removed");
        },
    ];
    let plain = plain_ones(&home, &library);
    let mut before = told::lines(&report(&home, look));
    for (change, file) in changes.iter().zip(&plain) {
        change(file);
        agrees_now();
        let after = told::lines(&report(&home, look));
        let is_only_added_to =
            fs::read_to_string(&file.path).is_ok_and(|text| text.contains("She rang again"));
        assert_eq!(after == before, is_only_added_to, "{}", file.id);
        before = after;
    }
}

#[cfg(feature = "seal")]
#[test]
fn a_sealed_home_comes_to_the_same_report_and_without_its_key_to_none() {
    use alongside::{desk::Passphrase, store::sealing};
    let temp = tempfile::tempdir().expect("a folder");
    let (_, plain) = &*the_year();
    let sealed = Home::open(temp.path().join("sealed")).expect("a home");
    let passphrase = || Passphrase::new("correct horse battery".to_owned());
    sealing::turn_on(&sealed, passphrase()).expect("on");
    let sealed = year(sealed, RECORDS);
    for look in LOOKS {
        assert!(report(plain, look) == report(&sealed, look), "{look:?}");
    }
    sealed.vault().lock();
    let locked = report(&sealed, LOOKS[0]);
    assert!(locked.counted.sealed && locked.counted.unreadable.is_empty());
    assert_eq!(locked.counted.conversations.known(), Some(0));
}

#[test]
fn role_plays_are_in_no_figure() {
    let temp = tempfile::tempdir().expect("a folder");
    let home = year(Home::at(temp.path()), 50);
    let role_plays = Library::of(&home.practice(), None).list().records;
    assert!(!role_plays.is_empty());
    let was = report(&home, LOOKS[0]);
    fs::remove_dir_all(home.practice().root()).expect("removed");
    assert!(report(&home, LOOKS[0]) == was);
}

/// The plain year, made once for all who look at it at the same time.
fn the_year() -> Arc<(TempDir, Home)> {
    static YEAR: Mutex<Weak<(TempDir, Home)>> = Mutex::new(Weak::new());
    let mut made = YEAR.lock().expect("made");
    made.upgrade().unwrap_or_else(|| {
        let temp = tempfile::tempdir().expect("a folder");
        let home = year(Home::at(temp.path()), RECORDS);
        let year = Arc::new((temp, home));
        *made = Arc::downgrade(&year);
        year
    })
}

fn year(home: Home, count: usize) -> Home {
    made::write(&home, count, 1).expect("written");
    home
}

fn report(home: &Home, (from, to, today): (&str, &str, &str)) -> Report {
    let period = Period::new(on(from), on(to)).expect("in order");
    let library = Library::of(home, None);
    let gathered = gather(home, &library, period, on(today), &|_, _| {});
    assert_eq!(gathered.troubles, [""; 0]);
    gathered.report(&Kept {
        routes: routes(home),
        feedback: count::asked::feedback(),
        baselines: count::beside::baselines(),
        brought: count::beside::brought(),
        worker: Some(count::asked::WORKER.to_owned()),
        ..Kept::default()
    })
}

fn routes(home: &Home) -> Vec<String> {
    let text = fs::read_to_string(home.local()).expect("read");
    let (local, _) = local::read(&text);
    assert_eq!(local.routes.len(), 4);
    local.routes
}

/// Every number, counted by other means.
fn counted(
    home: &Home,
    (talks, unreadable): &(Vec<Talk>, Vec<String>),
    look: (&str, &str, &str),
) -> BTreeSet<String> {
    let year = Year {
        talks,
        beside: talks,
        unreadable,
        from: on(look.0),
        to: on(look.1),
        today: on(look.2),
        routes: &routes(home),
    };
    let counted: BTreeSet<String> = year.lines().into_iter().collect();
    assert!(counted.len() > 100);
    assert!(
        counted
            .iter()
            .any(|line| line.contains(" against North team"))
    );
    counted
}

/// Every line of the one is in the other.
fn agrees(home: &Home, counted: &BTreeSet<String>, look: (&str, &str, &str)) {
    let said: BTreeSet<String> = told::lines(&report(home, look)).into_iter().collect();
    let differences: Vec<&String> = counted.symmetric_difference(&said).collect();
    let whose = differences.iter().map(|line| {
        let who = if said.contains(line.as_str()) {
            "the report"
        } else {
            "the count "
        };
        format!("{who}: {}", line.chars().take(150).collect::<String>())
    });
    let whose: Vec<String> = whose.collect();
    assert!(whose.is_empty(), "{look:?}\n{}", whose.join("\n"));
}

/// Without these, what agrees says little.
fn the_year_holds_every_edge(talks: &[Talk]) {
    let there_is = |what: &str, is_so: &dyn Fn(&Talk) -> bool| {
        let found = talks.iter().filter(|talk| is_so(talk)).count();
        assert!(found > 1, "{what}: {found}");
    };
    let offset = |talk: &Talk, key: &str| talk.text(key).map(|time| time[19..].to_owned());
    there_is("moved twice", &|talk| talk.kinds.len() == 3);
    there_is("moved there and back", &|talk| {
        talk.kinds.len() == 3 && talk.kinds[0] == talk.kinds[2] && talk.kinds[0] != talk.kinds[1]
    });
    there_is("over midnight", &|talk| talk.day != talk.ended_day);
    for clock in ["2025-03-30", "2025-10-26"] {
        there_is("over a change of the clocks", &|talk| {
            talk.day == on(clock) && offset(talk, "started") != offset(talk, "ended")
        });
    }
    there_is("on another day in Greenwich", &|talk| {
        let greenwich =
            Moment::from(chrono::DateTime::from_timestamp(talk.started, 0).expect("a time"));
        greenwich.date_naive() != talk.day
    });
    there_is("voided", &|talk| talk.void);
    there_is("of nobody", &|talk| talk.person.is_none());
    let spelled = |talk: &Talk| {
        talk.text("person")
            .is_some_and(|name| name.contains("  ") || name.starts_with(' '))
    };
    there_is("of a name in other spacing", &spelled);
    let has_step = |talk: &Talk, is_so: &dyn Fn(&serde_json::Value) -> bool| {
        talk.list("next_steps").iter().any(is_so)
    };
    there_is("moved and then kept", &|talk| {
        has_step(talk, &|step| {
            step["agreed"].is_string() && step["state"] == "done"
        })
    });
    there_is("for a week", &|talk| {
        has_step(talk, &|step| step["week"] == true)
    });
    there_is("with a check-in linked to it", &|talk| {
        talk.kind() == "listen-and-connect" && !talk.list("linked").is_empty()
    });
    there_is("older, with its words uncounted", &|talk| {
        talk.header["words"].is_null()
    });
    there_is("held the old way", &|talk| talk.old_way.is_some());
    there_is("opened again on another day", &|talk| {
        let minutes = talk.header["talk_minutes"].as_i64().unwrap_or_default();
        talk.ended - talk.started >= 86_400 && (1..=100).contains(&minutes)
    });
}

/// Records of the year that count, and say nothing of a route or of money yet.
fn plain_ones(home: &Home, library: &Library) -> Vec<RecordFile> {
    let (talks, _) = headers::read(home.root());
    let is_plain = |talk: &&Talk| {
        let counts = !talk.void && talk.old_way.is_none() && talk.day > on("2025-02-01");
        let says_little = talk.text("route").is_none() && talk.list("spent").is_empty();
        counts
            && says_little
            && talk.day < on("2025-12-01")
            && talk.text("status").as_deref() == Some("final")
    };
    let found = talks
        .iter()
        .filter(is_plain)
        .map(|talk| library.find(&talk.id));
    let files = found.map(|found| match found {
        Found::One(file) => file,
        other => panic!("{other:?}"),
    });
    files.step_by(7).take(5).collect()
}

fn add(library: &Library, file: &RecordFile, addition: &Addition) {
    let was = library.read(file).expect("read");
    let now = at("2026-01-10T10:00:00+00:00");
    let becomes = record::add(&was, addition, Some("Priya N"), now).expect("added");
    library.add(file, &was, &becomes).expect("written");
}

fn by_hand(file: &RecordFile, was: &str, becomes: &str) {
    let path: &Path = &file.path;
    let text = fs::read_to_string(path).expect("read");
    assert!(text.contains(was), "{text}");
    fs::write(path, text.replacen(was, becomes, 1)).expect("written");
}

fn on(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn at(time: &str) -> Moment {
    time.parse().expect("a time")
}
