//! More than one person in the talk, in a real terminal and line by line: somebody who rings for the person, a carer's
//! own conversation, an update call, and a family left alone when the program is killed.

use super::{
    home::Home,
    piped::{TWENTY_PAST_TWO, piped},
    program::Start,
};

/// The record that holds these words.
fn record_with(home: &Home, words: &str) -> String {
    let texts = home.record_texts().into_iter().map(|(record, _)| record);
    let mut found = texts.filter(|record| record.contains(words));
    found.next().expect("it is kept")
}

#[test]
fn what_a_caller_says_of_the_person_is_never_what_the_person_told_us() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .args(&["new", "first-call"])
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.enter("He will not eat");
    program.enter("/caller Gwen, daughter");
    program.see("Gwen, daughter, rang: the line so far is theirs");
    program.enter("/who Ivor T");
    program.see("Ivor T   Gwen on the line");
    program.enter("! He fell off a chair");
    program.see("Gwen: He fell off a chair");
    program.write("he is ");
    program.see("Gwen says");
    program.enter("very low");
    program.enter("/joined Ivor");
    let screen = program.see("Gwen and Ivor on the line");
    assert!(screen.has("Ivor says"), "{screen}");
    program.enter("I want my shed light mended");
    program.enter("Gwen: I never knew");
    program.see("Gwen: I never knew");
    program.enter("/gone Gwen");
    program.see("Ivor on the line");
    program.press("Ctrl+R");
    program.see("What others told me");
    program.enter("/everything");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved. Ivor T");
    program.kill();
    let record = home.record();
    for part in [
        "\ncaller: \"Gwen (daughter)\"\n",
        "Gwen (your daughter) rang about you, and spoke with me till 14:2",
        "## What you told me\n\n- I want my shed light mended\n\n",
        "- He will not eat *(told by Gwen, your daughter)*\n\
         - He fell off a chair *(told by Gwen, your daughter)*\n\
         - he is very low *(told by Gwen, your daughter)*\n- Gwen, your daughter: \"I never knew\"\n",
    ] {
        assert!(record.contains(part), "{part}: {record}");
    }
}

#[test]
fn two_keys_in_a_talk_begin_the_carers_own_and_each_record_knows_the_other_by_its_id_alone() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "first-call"]).open();
    program.enter("/caller Gwen, daughter");
    program.enter("/who Ivor T");
    program.see("Gwen on the line");
    program.enter("He fell off a chair");
    program.see("Gwen: He fell off a chair");
    program.press("F4");
    program.see("The carer's own");
    program.write("6");
    let screen = program.see("Caring for someone   Gwen");
    assert!(!screen.has("Ivor") && !screen.has("chair"), "{screen}");
    program.enter("\" I lie awake listening for the phone");
    program.see("I lie awake");
    program.press("Ctrl+R");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    let screen = program.see("Saved. Gwen");
    assert!(
        screen.has("IT   First call"),
        "still under Carry on: {screen}"
    );
    program.enter("5");
    program.see("He fell off a chair");
    program.press("Ctrl+R");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved. Ivor T");
    program.kill();
    let own = record_with(&home, "carer 2026");
    let theirs = record_with(&home, "first-call 2026");
    let id = |record: &str| {
        let at = record.find("\nid: \"").expect("its id") + 6;
        record[at..].split('"').next().expect("an id").to_owned()
    };
    assert!(own.contains(&format!(
        "linked:\n  - id: \"{}\"\n    as: \"carer's own, beside\"\n",
        id(&theirs)
    )));
    assert!(theirs.contains(&format!(
        "linked:\n  - id: \"{}\"\n    as: \"has carer's own\"\n",
        id(&own)
    )));
    for words in ["Ivor", "chair", "daughter"] {
        assert!(!own.contains(words), "{words}: {own}");
    }
    assert!(!theirs.contains("awake"), "{theirs}");
}

#[test]
fn an_update_call_is_two_keys_three_lines_and_a_record() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .size(40, 12)
        .open();
    program.press("F4");
    program.see("Update call");
    program.write("5");
    program.see("Ask: Who am I talking to?");
    program.enter("Gwen, about her dad");
    program.see("Ask: What are you waiting");
    program.enter("the bath board, since June");
    program.see("Ask: Here's what I know");
    program.enter("> I ring Gwen on Thursday about the board");
    program.see("Enter reads it back");
    program.press("Enter");
    program.see("3 of 3");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved. Update call");
    program.kill();
    let record = home.record();
    assert!(record.contains(
        "## What the call was about\n\n- Gwen, about her dad\n- the bath board, since June\n\n\
         ## What happens next\n\n- [ ] I ring Gwen on Thursday about the board. **Me, Thu 12 March 2026**\n"
    ), "{record}");
    let due = piped("2026-03-12T09:00", &home, &["due"], "");
    let due = String::from_utf8_lossy(&due.stdout).into_owned();
    assert!(due.contains("I ring Gwen"), "{due}");
}

#[test]
fn an_update_call_line_by_line_says_what_each_line_is_for() {
    let home = Home::new();
    let lines = "Gwen, about her dad\nthe bath board\nIt is ordered\n/save\n";
    let said = piped(
        TWENTY_PAST_TWO,
        &home,
        &["new", "update-call", "--plain"],
        lines,
    );
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    for part in [
        "Waiting for what.",
        "My answer, and when.",
        "That is all of it.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let record = home.record();
    assert!(
        record.contains("## The answer I gave\n\n- It is ordered\n"),
        "{record}"
    );
}

#[test]
fn killed_in_family_time_it_is_still_family_time_and_the_record_says_from_when() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .args(&["new", "family"])
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .open();
    program.enter("/who Leon B");
    program.enter("Denise: He is not ready");
    program.see("Denise: He is not ready");
    program.enter("/family-time");
    let screen = program.see("Private family time, since 14:2");
    let nothing_else = |screen: &super::screen::Screen| {
        !["Denise", "ready", "Leon", "Family talk", "Guide", "Saved"]
            .iter()
            .any(|words| screen.has(words))
    };
    assert!(nothing_else(&screen), "{screen}");
    program.kill();
    let mut program = Start::in_home(&home)
        .args(&["carry-on"])
        .env("ALONGSIDE_NOW", "2026-03-10T14:50")
        .run();
    let screen = program.see("Private family time, since 14:2");
    assert!(nothing_else(&screen), "{screen}");
    program.write("D");
    let screen = program.see("Your words are kept. Enter goes back to the talk.");
    assert!(nothing_else(&screen) && !screen.line_ends("D"), "{screen}");
    program.press("Enter");
    let screen = program.see("Family time was 14:2");
    assert!(
        screen.has("He is not ready") && screen.line_ends("D"),
        "{screen}"
    );
    program.enter("enise: He may be ready");
    program.see("He may be ready");
    program.press("Ctrl+R");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved. Leon B");
    program.kill();
    let record = home.record();
    let said = "You had the room to yourselves from 14:20 to 14:50, and nothing was noted.\n";
    assert!(record.contains(said), "{record}");
    assert_eq!(record.matches("- Denise: ").count(), 2, "{record}");
}

#[test]
fn line_by_line_family_time_is_said_and_ends_with_an_empty_line() {
    let home = Home::new();
    let lines = "/who Leon B\n/family-time\nWe are back\n/save\n\nAnd all well\n/save\n";
    let said = piped(TWENTY_PAST_TWO, &home, &["new", "family", "--plain"], lines);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let at = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("{words}: {said}"))
    };
    assert!(at("Private family time, since 14:20") < at("Your words are kept."));
    assert!(at("Your words are kept.") < at("Family time was 14:20 to 14:20"));
    assert!(at("Family time was") < at("Your line is kept as a note: We are back"));
    let record = home.record();
    assert!(
        record.contains("- We are back\n- And all well\n"),
        "{record}"
    );
    assert!(
        record.contains("You had the room to yourselves from 14:20"),
        "{record}"
    );
}

#[test]
fn line_by_line_a_carers_own_begins_from_the_talk_and_both_stay() {
    let home = Home::new();
    let lines = "/caller Gwen\n/who Ivor T\nHe fell\n/carer\nI lie awake\n/whose Gwen\n/disagree\n";
    let said = piped(
        TWENTY_PAST_TWO,
        &home,
        &["new", "first-call", "--plain"],
        lines,
    );
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    for part in [
        "Gwen's words.",
        "Neither shows the other.",
        "Caring for someone started, 14:20.",
        "Kept as said, under Where we disagree: I lie awake",
        "Choose the other side and /disagree again.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let all = home.conversations();
    assert_eq!(all.len(), 2, "{said}");
    let of = |guide: &str| {
        let mut found = all.iter().filter(|talk| talk.guide().id.as_str() == guide);
        found.next().expect("it is there")
    };
    let (theirs, own) = (of("first-call"), of("carer"));
    assert_eq!(theirs.facts.links[0].to, own.id);
    assert_eq!(own.facts.links[0].to, theirs.id);
    assert_eq!(own.facts.person.as_deref(), Some("Gwen"));
    assert_eq!(own.notes.len(), 1);
}
