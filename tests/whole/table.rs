//! The one table of commands: every one has a name that can be typed, is listed, is in help, and shares no key; and
//! what the program says fits the screen.

use std::collections::BTreeSet;

use alongside::{
    app::{
        App, Key, Screen, help, lists,
        table::{self, Entry},
    },
    text,
};

use super::desk::Pretend;

/// Each screen, with a note to do things to.
fn screens() -> [Pretend; 3] {
    let mut talk = Pretend::listening();
    talk.write("> Sam rings Joan tomorrow");
    talk.press(Key::Enter);
    let mut read_back = Pretend::listening();
    read_back.write("She sleeps well");
    read_back.press(Key::Enter);
    read_back.press(Key::Ctrl('r'));
    let all = [Pretend::new(), talk, read_back];
    let shown = all.each_ref().map(|pretend| pretend.app.screen);
    assert_eq!(shown, [Screen::Home, Screen::Talk, Screen::ReadBack]);
    all
}

fn counting(app: &App) -> Vec<&'static Entry> {
    table::entries()
        .filter(|entry| app.counts(entry.place))
        .collect()
}

#[test]
fn every_command_can_be_typed_and_no_two_alike() {
    let mut names = BTreeSet::new();
    for entry in table::entries() {
        let is_editing = entry.keys == [Key::NewLine];
        assert_eq!(entry.typed.is_empty(), is_editing, "{}", entry.words);
        for name in entry.typed {
            assert!(names.insert(name), "{name} is there twice");
            let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
            assert_eq!(table::typed(first, rest), (entry.make)(""), "/{name}");
            assert_eq!(
                table::typed(&first.to_uppercase(), rest),
                (entry.make)(""),
                "/{name} in capitals"
            );
        }
    }
}

#[test]
fn no_two_commands_share_a_key_on_one_screen() {
    for pretend in screens() {
        let mut keys = BTreeSet::new();
        for entry in counting(&pretend.app) {
            for key in entry.keys {
                assert!(
                    keys.insert(key),
                    "{key} is two things in {:?}",
                    pretend.app.screen
                );
            }
        }
    }
}

#[test]
fn every_command_is_listed_where_it_counts_and_in_help() {
    let help: Vec<String> = help::rows("").into_iter().map(|row| row.text).collect();
    for pretend in screens() {
        let listed = lists::commands(&pretend.app, "");
        for entry in counting(&pretend.app)
            .into_iter()
            .filter(|entry| !entry.typed.is_empty())
        {
            let is_listed = listed.iter().any(|row| row.text == entry.words);
            assert!(is_listed, "{} in {:?}", entry.words, pretend.app.screen);
        }
    }
    for entry in table::entries() {
        assert!(
            help.iter().any(|row| row.contains(entry.words)),
            "{} in help",
            entry.words
        );
        for name in entry.typed {
            let answers = lists::commands(&screens()[1].app, name);
            assert!(
                answers.iter().any(|row| row.text == entry.words),
                "/{name} narrows to it"
            );
        }
    }
}

#[test]
fn what_a_command_does_is_said_in_a_few_words() {
    for entry in table::entries() {
        assert!(text::width(entry.words) <= 34, "{}", entry.words);
    }
    for row in help::rows("") {
        assert!(text::width(&row.text) <= 79, "{}", row.text);
    }
}

/// Sentences printed before or after the full screen, where the terminal breaks lines itself.
const OFF_THE_SCREEN: [&str; 3] = ["HAD_TO_STOP", "RECORD_NEEDS_PLAIN", "NEEDS_A_TERMINAL"];

#[test]
fn every_sentence_fits_eighty_columns() {
    let source = [
        include_str!("../../src/words/fixed.rs"),
        include_str!("../../src/words/sealed.rs"),
    ]
    .concat();
    let mut count = 0;
    for part in source.split("pub const ").skip(1) {
        let name = part.split(':').next().unwrap_or_default();
        let value = part.split_once('=').map_or("", |(_, value)| value);
        let value = value.split(";\n").next().unwrap_or_default();
        for sentence in value
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|_| !OFF_THE_SCREEN.contains(&name))
        {
            count += 1;
            assert!(text::width(sentence) <= 80, "{name}: {sentence}");
        }
    }
    assert!(count > 100, "they were found: {count}");
}

#[test]
fn the_footer_fits_and_says_the_way_to_the_rest() {
    for mut pretend in screens() {
        for size in [(80, 24), (120, 40), (60, 20), (40, 12)] {
            pretend.app.size = size;
            let frame = pretend.frame();
            let footer: String = frame
                .rows
                .last()
                .into_iter()
                .flat_map(|row| &row.spans)
                .map(|span| span.text.as_ref())
                .collect();
            assert!(
                text::width(&footer) <= usize::from(size.0),
                "{size:?}: {footer}"
            );
            if pretend.app.screen != Screen::ReadBack {
                assert!(footer.contains("/ more"), "{size:?}: {footer}");
            }
        }
    }
}
