//! Names from the command line and the environment: ids lead nowhere but into the home, and any clock will do.

use std::{cell::RefCell, path::Component};

use alongside::{
    cli::Args,
    conversation::{ConversationId, Detail},
    guide::{GuideId, Kind},
    line,
    run::Clock,
    store::{Conversations, Found, Home, Library},
    tui::ThemeName,
};
use clap::Parser;

use super::trial::Trial;

const WORDS: [&str; 40] = [
    "2026-03-10-1420-listen-7k3f",
    "2026-03-10T14:20",
    "T14:20:00",
    ".999999999999",
    "+262142-12-31T23:59",
    "-262143-01-01T00:00",
    "9999-12-31T23:59:60",
    "10000-01-01T00:00",
    "2026-03-29T01:30",
    "0000-00-00",
    "-",
    "--",
    "../",
    "..\\",
    "/",
    "C:",
    "\\\\server\\share",
    "%2e%2e",
    "~",
    ".apart",
    ".md",
    "-2",
    "listen",
    "crisis",
    "good",
    "good-life",
    "check-in",
    "short",
    "everything",
    "dark",
    "safe",
    "--home",
    "--detail",
    "--theme",
    "show",
    "records",
    "guide",
    "new",
    "carry-on",
    "\u{2028}",
];

#[test]
fn names() {
    Trial {
        name: "names",
        share: 16,
        also: &[],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let typed = String::from_utf8_lossy(input);
    leads_into_the_home(&typed);
    any_clock_will_do(&typed);
    let _ = (
        Detail::named(&typed),
        ThemeName::named(&typed),
        Kind::named(&typed),
    );
    let _ = GuideId::new(typed.as_ref()).as_str().len();
    if input.len() % 8 == 1 {
        finds_nothing(&typed);
        let words = typed.split(' ').take(12);
        let _ = Args::try_parse_from(["alongside"].into_iter().chain(words));
    }
}

fn leads_into_the_home(typed: &str) {
    let Some(id) = ConversationId::read(typed) else {
        return;
    };
    assert_eq!(id.as_str(), typed);
    let home = Home::at("/home");
    let inside = home.conversation(&id);
    assert_eq!(inside.parent(), Some(home.conversations().as_path()));
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::RootDir);
    assert!(inside.components().all(plain), "{inside:?}");
    let (year, month) = id.year_and_month();
    assert_eq!((year.len(), month.len()), (4, 2));
    let _ = id.kind();
}

fn any_clock_will_do(typed: &str) {
    let clock = Clock::new(Some(typed));
    let tick = clock.tick();
    let today = tick.now.date_naive();
    for sentence in [
        "tomorrow",
        "in 3 weeks",
        "13 March",
        "next Friday",
        "the 31st",
        "13/3",
    ] {
        let _ = line::read_step(sentence, today, &line::Known::default());
    }
    let id = ConversationId::new(tick.now, Kind::Crisis, tick.dice);
    assert_eq!(ConversationId::read(id.as_str()), Some(id.clone()), "{id}");
}

thread_local! {
    static HOME: RefCell<tempfile::TempDir> = RefCell::new(tempfile::tempdir().expect("a folder"));
}

fn finds_nothing(typed: &str) {
    HOME.with_borrow(|folder| {
        let home = Home::at(folder.path().join("home"));
        assert_eq!(Library::of(&home, None).find(typed), Found::Nothing);
        assert_eq!(Conversations::of(&home).list().expect("listed"), []);
        assert!(!home.root().exists(), "looking wrote something");
    });
}
