//! The person's copy as a letter, and pastes: to read as whoever gets them would, and laws over any input.

use alongside::{
    line,
    record::{self, Addition, Around, Form, Record, letter, paste},
};
use proptest::prelude::*;

use super::{
    laws::conversation,
    support::{at, day, joan, step},
};

fn around() -> Around {
    Around {
        today: day(11),
        ring: vec![
            ("Priya's team".to_owned(), "01632 960000".to_owned()),
            ("Nobody has filled this in".to_owned(), String::new()),
        ],
        language: letter::ENGLISH.to_owned(),
    }
}

/// Joan's record with promises on all sides, and what was added since.
fn full() -> Record {
    let mut talk = joan();
    let who = |name: &str| alongside::line::Who::Named(name.to_owned());
    step(
        &mut talk,
        "Ask about a rail",
        alongside::line::Who::You,
        Some(day(13)),
    );
    step(&mut talk, "Find the library card", who("Joan"), None);
    let mut record = Record::from_conversation(&talk, at("14:58"));
    record.added = "## Added since\n\n- It was February, not January. *(Priya N, Wed 11 March 2026, 09:10)*\n\n\
                    ## You say\n\n> I am \\*not\\* lonely.\n> I am bored.\n"
        .to_owned();
    record
}

fn letter_of(record: &Record, form: Form) -> String {
    let letter = record::letter(record, form, &around(), None);
    letter.expect("nothing forbids it").words().to_owned()
}

#[test]
fn a_letter_as_text() {
    insta::assert_snapshot!(letter_of(&full(), Form::Text));
}

#[test]
fn a_letter_as_a_page() {
    insta::assert_snapshot!(letter_of(&full(), Form::Page));
}

#[test]
fn a_paste_of_the_whole_record() {
    insta::assert_snapshot!(paste::whole(&full()).expect("nothing forbids it").words());
}

#[test]
fn a_paste_of_one_heading() {
    let record = full();
    let next = record.sections.last().expect("what happens next");
    insta::assert_snapshot!(paste::section(&record, next).expect("may be").words());
}

#[test]
fn the_page_names_nobody_in_its_title_and_fetches_and_runs_nothing() {
    let page = letter_of(&full(), Form::Page);
    let title = page
        .split("<title>")
        .nth(1)
        .and_then(|rest| rest.split("</title>").next());
    assert_eq!(title, Some("Your copy"));
    for fetched in [
        "<script", "src=", "href=", "url(", "@import", "http:", "https:",
    ] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    assert!(page.contains("font: 18pt/1.55") && page.contains("<html lang=\"en-GB\">"));
}

#[test]
fn every_copy_of_a_void_record_says_so_first_and_what_was_put_right_is_in_its_place() {
    let markdown = record::markdown(&full());
    let by = Some("Priya N");
    let put_right = Addition::Correction {
        old: "the front step".to_owned(),
        new: "the back step".to_owned(),
        why: "She said so again".to_owned(),
    };
    let void = Addition::Void {
        why: "Two Joans were mixed up".to_owned(),
    };
    let markdown = record::add(&markdown, &put_right, by, at("15:20")).expect("added");
    let markdown = record::add(&markdown, &void, by, at("15:30")).expect("added");
    let read = record::view::corrected(&markdown).expect("a record");
    let read = record::read(&read).expect("a record").record;
    let copy = record::person_copy(&read, None).expect("may be");
    assert!(copy.words().starts_with("This record no longer stands."));
    for form in Form::ALL {
        let letter = letter_of(&read, form);
        let at = |words: &str| {
            letter
                .find(words)
                .unwrap_or_else(|| panic!("{words}: {letter}"))
        };
        assert!(at("no longer stands") < at("What worries you"));
        assert!(at("the back step [corrected]") < at("Two Joans were mixed up"));
        assert!(
            at("What happens next") < at("the front step"),
            "the old words are under the foot alone"
        );
    }
}

#[test]
fn a_letter_of_a_guide_in_another_language_says_which_words_are_english() {
    let welsh = Around {
        language: "cy".to_owned(),
        ..around()
    };
    let page = record::letter(&full(), Form::Page, &welsh, None).expect("may be");
    let page = page.words();
    assert!(page.contains("<html lang=\"cy\">"), "{page}");
    assert!(
        page.contains("<h2 lang=\"en-GB\">If this is not right</h2>"),
        "{page}"
    );
}

/// What is left of a page when every tag of ours is taken out.
fn without_our_tags(page: &str) -> String {
    const OURS: [&str; 14] = [
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<h3>",
        "</h3>",
        "<p>",
        "</p>",
        "<p class=\"space\">",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "</body>\n</html>\n",
    ];
    let body = page.split_once("<body>").map_or("", |(_, body)| body);
    OURS.iter()
        .fold(body.to_owned(), |body, tag| body.replace(tag, ""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_was_typed_a_page_holds_our_tags_alone_and_nothing_acts(talk in conversation()) {
        let record = Record::from_conversation(&talk, at("14:58"));
        if let Ok(page) = record::letter(&record, Form::Page, &around(), None) {
            let rest = without_our_tags(page.words());
            prop_assert!(!rest.contains('<') && !rest.contains('>'), "{}", rest);
            prop_assert!(!page.words().chars().any(|c| c != '\n' && alongside::text::acts(c)));
        }
    }

    #[test]
    fn no_line_of_a_letter_is_too_wide_and_every_word_that_is_theirs_is_in_it(talk in conversation()) {
        let record = Record::from_conversation(&talk, at("14:58"));
        let Ok(text) = record::letter(&record, Form::Text, &around(), None) else {
            prop_assert!(record.front.no_copy_home);
            return Ok(());
        };
        let text = text.words();
        for line in text.lines() {
            prop_assert!(alongside::text::width(line) <= letter::WIDTH, "{}", line);
        }
        prop_assert!(!text.chars().any(|c| c != '\n' && alongside::text::acts(c)));
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let letter = squeezed(text);
        for entry in record.sections.iter().flat_map(|section| &section.entries) {
            let theirs = squeezed(&alongside::text::shown_lines(&entry.text));
            // A promise stands beside its day and under who keeps it, and says neither again.
            let day = record.front.started.date_naive();
            let undated = line::without_day(&entry.text, day);
            let listed = [undated.as_str(), line::after_i_will(&undated), line::after_i_will(&entry.text)];
            let is_step = matches!(entry.voice, record::Voice::Step { .. });
            let is_listed = |words: &&str| letter.contains(&squeezed(&alongside::text::shown_lines(words)));
            let is_in = letter.contains(&theirs) || (is_step && listed.iter().any(is_listed));
            prop_assert_eq!(is_in || entry.voice == record::Voice::ComeBack, true, "{}", theirs);
        }
    }

    #[test]
    fn a_paste_is_the_record_in_plain_text_with_no_line_broken(talk in conversation()) {
        let record = Record::from_conversation(&talk, at("14:58"));
        let whole = paste::whole(&record).expect("it is for the worker");
        for section in &record.sections {
            let part = paste::section(&record, section).expect("for the worker");
            prop_assert!(whole.words().contains(part.words()), "{}", part.words());
            for line in section.entries.iter().flat_map(|entry| entry.text.lines()) {
                let line = alongside::text::shown(line.trim_end());
                prop_assert!(part.words().contains(&*line), "{}", part.words());
            }
        }
    }
}
