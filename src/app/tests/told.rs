//! Stories and feedback in the full screen: told from a record, kept as they are typed, taken back, thrown away.

use super::*;
use crate::evidence::story::Told;

pub(super) const ID: &str = "2026-03-06-1420-crisis-7k3f";

pub(super) const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\n",
    "person: \"Terry T\"\nstarted: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\n---\n\n# Talk\n\n",
    "## What worries you\n\n> \"I fell on the step.\"\n\n- Terry cooks on Sundays\n",
);

pub(super) fn with_record() -> Playing {
    let mut playing = keys("");
    let id = ConversationId::read(ID).expect("an id");
    playing.records.insert(id, RECORD.to_owned());
    playing.takes(Msg::Indexed(Index::Read(playing.known())));
    playing
}

/// The lines of the record, to choose from.
pub(super) fn begun() -> Playing {
    let mut playing = with_record();
    playing.keys("/records<enter><enter>6");
    playing
}

pub(super) fn rows(playing: &Playing) -> Vec<String> {
    let sheet = playing.app.sheet.as_ref().expect("a list");
    let rows = sheet.rows(&playing.app).into_iter();
    rows.map(|row| format!("{}  {}", row.text, row.detail))
        .collect()
}

#[test]
fn a_story_is_told_from_a_record_and_nobody_is_named() {
    let mut app = begun();
    assert_eq!(
        rows(&app)[..2],
        [
            "[   ] \"I fell on the step.\"  What was going on",
            "[   ] [someone] cooks on Sundays  What was going on",
        ]
    );
    app.keys(" <right>").says("Under: What we used to do.");
    app.keys("<down> <tab>");
    assert!(rows(&app)[2].ends_with("\"I fell on the step.\""));
    app.keys("7It took long.<enter>Too long<enter><enter>");
    app.keys("9");
    let check = rows(&app).join("\n");
    assert!(
        check.contains("rare place, a rare condition and a date"),
        "{check}"
    );
    assert!(check.contains("A blank to fill: [someone]"), "{check}");
    app.keys("<enter>2");
    app.keys("1the person<enter>2team meetings<enter><enter>");
    app.says("It may be shown until").no_sheet();
    let story = &app.stories[0];
    assert_eq!(story.went, Told::Badly);
    assert_eq!(story.parts[6], "It took long.\nToo long");
    assert!(story.may_be_shown(app.now.date_naive()) && story.may_leave());
    assert!(app.unfinished.is_empty(), "nothing is left to finish");
}

#[test]
fn one_key_and_one_question_take_a_story_back_and_a_new_yes_undoes_it() {
    let mut app = begun();
    app.keys(" <tab>9<enter>11the person<enter>1meetings<enter><enter>");
    let today = app.now.date_naive();
    app.keys("/stories<enter><enter>41").says("Taken back");
    assert!(!app.stories[0].may_be_shown(today));
    assert_eq!(app.stories[0].words(), 5);
    app.keys("/stories<enter><enter>3the person<enter>3<enter><enter>");
    assert!(app.stories[0].may_be_shown(today));
    app.keys("/stories<enter><enter>42")
        .says("its words are gone");
    assert_eq!(app.stories[0].words(), 0);
}

#[test]
fn a_name_that_is_typed_back_in_is_said_and_no_name_says_yes() {
    let mut app = begun();
    app.keys(" <tab>1Terry of Leeds<enter><enter>9");
    let check = rows(&app).join("\n");
    assert!(
        check.contains("A name known here is in it: Terry."),
        "{check}"
    );
    assert!(check.contains("A place or a name: Leeds"), "{check}");
    app.keys("<enter>1").keys("31").keys("1Terry<enter>");
    app.says("That names Terry");
}

#[test]
fn every_word_that_may_be_a_name_is_answered_for_before_a_story_is_kept() {
    let mut app = begun();
    app.keys(" <tab>1Tariq of Leeds<enter><enter>9<enter>");
    let title = |app: &Playing| {
        let sheet = app.app.sheet.as_ref().expect("a list");
        let SheetKind::Story(which) = &sheet.kind else {
            panic!("{sheet:?}");
        };
        app.app.story_title(which)
    };
    assert_eq!(title(&app), "Tariq: could it tell who this is? 2 to answer");
    assert!(rows(&app)[4].contains("Tariq of Leeds"), "{:?}", rows(&app));
    app.keys("1").says("Tariq is now [someone].");
    app.keys("<esc><esc>1Sandra too<enter><enter>9<enter>");
    assert!(title(&app).starts_with("Leeds"), "{}", title(&app));
    app.keys("2").keys("3").says("Sandra stays.");
    app.keys("12");
    let story = &app.stories[0];
    assert_eq!(story.parts[0], "[someone] of [somewhere]\nSandra too");
    // What was kept without an answer is not shown to anybody before it has one.
    app.keys("/stories<enter><enter>3");
    assert!(title(&app).starts_with("Sandra"), "{}", title(&app));
}

#[test]
fn whoever_a_linked_record_names_in_its_text_goes_or_is_asked_about() {
    let mut app = keys("");
    let id = ConversationId::read(ID).expect("an id");
    let with = RECORD.replace(
        "- Terry cooks",
        "- Nasreen rings\n- tariq came round. Terry cooks",
    );
    app.records.insert(id, with);
    let before = ConversationId::read("2026-03-01-1000-listen-aaaa").expect("an id");
    let linked = RECORD
        .replace(ID, before.as_str())
        .replace("Terry T", "Terry")
        .replace(
            "---\n\n# Talk",
            "linked:\n  - id: \"2026-03-06-1420-crisis-7k3f\"\n    as: \"check-in on\"\n---\n\n# Talk",
        )
        .replace("- Terry cooks", "- Nasreen, your aunt: \"She sees Tariq.\"\n- Terry cooks");
    app.records.insert(before, linked);
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/records<enter><enter>6");
    let all = rows(&app).join("\n");
    assert!(all.contains("[someone] rings"), "{all}");
    assert!(all.contains("tariq came round"), "{all}");
    app.keys("<down><down> <tab>9<enter>");
    assert!(rows(&app)[4].contains("tariq came"), "{:?}", rows(&app));
}

/// Carol rings in one record, and is named as quoted only in another, of somebody else.
fn with_carol() -> Playing {
    let mut app = keys("");
    let id = ConversationId::read(ID).expect("an id");
    let rings = RECORD.replace("- Terry cooks", "- Carol rings nightly\n- Terry cooks");
    app.records.insert(id, rings);
    let other = ConversationId::read("2026-02-01-1000-listen-aaaa").expect("an id");
    let quoted = RECORD
        .replace(ID, other.as_str())
        .replace("Terry", "Joan")
        .replace(
            "- Joan cooks",
            "- Carol, your carer: \"She sleeps.\"\n- Joan cooks",
        );
    app.records.insert(other, quoted);
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/records<enter><enter>6");
    app
}

#[test]
fn whoever_is_only_quoted_in_another_record_goes_from_the_lines_as_well() {
    let app = with_carol();
    let all = rows(&app).join("\n");
    assert!(all.contains("[someone] rings nightly"), "{all}");
}

#[test]
fn a_story_that_is_taken_up_again_knows_who_was_only_quoted() {
    let mut app = with_carol();
    app.keys(" <tab>9<enter>12").says("Kept as a draft");
    app.keys("/stories<enter><enter>29<enter>11her daughter Carol<enter>");
    app.says("That names Carol");
}

#[test]
fn a_name_known_here_is_in_no_story_that_is_kept() {
    let mut app = with_carol();
    app.keys(" <tab>1Carol came<enter><enter>9<enter>");
    let all = rows(&app).join("\n");
    assert!(!all.contains("Keep it"), "{all}");
    app.keys("<esc><esc><esc>/story<enter>9<enter>");
    assert!(app.stories.is_empty());
    app.keys("1").says("Carol is now [someone]");
    app.keys("11the person<enter>1<enter><enter>");
    app.says("It may be shown until");
    assert_eq!(app.stories[0].parts[0], "[someone] came");
}

#[test]
fn what_is_typed_is_kept_letter_by_letter_and_esc_goes_back_with_it() {
    let mut app = begun();
    app.keys("<tab>1She co");
    let telling = app.unfinished.telling.as_ref().expect("kept");
    assert_eq!(telling.typed, Some((0, "She co".to_owned())));
    app.keys("oks<esc>");
    assert!(rows(&app)[0].contains("She cooks"));
    app.keys("<esc>").says("/story goes on with it").no_sheet();
    app.keys("/story<enter>");
    assert!(rows(&app)[0].contains("She cooks"));
    app.keys("1<backspace> and bakes<enter>");
    assert!(
        rows(&app)[0].contains("She cooks and bakes"),
        "{:?}",
        rows(&app)
    );
    app.pastes("\nOne\nTwo");
    app.keys("<enter><enter>");
    let telling = app.unfinished.telling.as_ref().expect("kept");
    assert_eq!(telling.story().parts[0], "She cooks and bakes\nOne\nTwo");
}

#[test]
fn the_program_that_was_stopped_goes_on_with_the_story_and_the_answers() {
    let mut app = begun();
    app.keys(" <tab>1Half a li");
    let kept = app.unfinished.clone();
    let mut next = keys("");
    next.takes(Msg::Told(Box::new(Heard::Unfinished(Box::new(kept)))))
        .says("A story you were telling is kept");
    next.keys("/story<enter>");
    let sheet = next.app.sheet.as_ref().expect("the part");
    assert_eq!(sheet.filter, "Half a li");
    next.keys("ne<enter><enter>");
    let telling = next.unfinished.telling.as_ref().expect("kept");
    assert_eq!(telling.story().parts[0], "Half a line");
}

#[test]
fn nobody_is_asked_while_what_is_kept_cannot_be_read() {
    let mut app = keys("");
    app.app.seal = Seal::Locked;
    app.keys("/feedback people<enter>")
        .says("Feedback is sealed")
        .no_sheet();
    app.keys("/feedback<enter>")
        .says("Feedback is sealed")
        .no_sheet();
    assert!(app.unfinished.is_empty());
}

#[test]
fn letters_at_a_question_leave_it_open_and_say_what_to_press() {
    let mut app = keys("/feedback people<enter><enter>A volunteer<enter>1Nearly all<enter>");
    let before = rows(&app);
    app.keys("they said").says("Press a number");
    assert_eq!(rows(&app), before);
    app.pastes("they said").says("Press a number");
    assert_eq!(rows(&app), before);
    assert!(app.app.line_is_empty());
    app.keys("<esc><esc><esc><esc>").says("/feedback goes on");
    let mut app = begun();
    app.keys("<tab>hello").says("Press a number");
    assert!(rows(&app)[0].starts_with("Who"), "{:?}", rows(&app));
    let mut app = begun();
    app.keys(" <tab>9hello").says("Enter goes on");
    app.keys("<enter>2hello").says("Press a number");
    assert!(app.app.line_is_empty());
}

#[test]
fn somebody_is_asked_a_question_at_a_time_and_may_skip_any() {
    let mut app = keys("/feedback people<enter><enter>A volunteer<enter>");
    app.keys("1Nearly all<enter>4");
    app.keys("1The dog<enter>5<esc>");
    assert!(rows(&app)[0].starts_with("Is anything better"));
    app.keys("<esc>");
    assert!(
        rows(&app)[1].contains("There is something  chosen"),
        "{:?}",
        rows(&app)
    );
    app.keys("3<enter>3<enter>5");
    app.keys("2<enter>");
    assert!(
        rows(&app)[0].starts_with("Keep what they said"),
        "{:?}",
        rows(&app)
    );
    app.keys("1").says("It names nobody");
    let said = &app.feedback[0];
    assert_eq!(said.asked_by.as_deref(), Some("A volunteer"));
    let answered: Vec<usize> = said.answers.iter().map(|one| one.question).collect();
    assert_eq!(answered, [0, 1, 2, 3, 5]);
    assert_eq!(said.answers[0].words.as_deref(), Some("Nearly all"));
    assert!(app.unfinished.is_empty());
}

#[test]
fn a_name_known_here_is_in_no_answer_and_nobody_is_named_is_said_only_where_it_is_so() {
    let mut app = with_carol();
    app.keys("<esc><esc>/feedback people<enter><enter>Carol Ashby<enter>");
    app.says("That names Carol");
    for _ in 0.."Carol Ashby".len() {
        app.keys("<backspace>");
    }
    app.keys("A volunteer<enter>1Joan's neighbour at Ravensworth<enter>");
    app.says("That names Joan");
    for _ in 0.."Joan's neighbour at Ravensworth".len() {
        app.keys("<backspace>");
    }
    app.keys("Her neighbour at Ravensworth<enter>55555");
    let end = rows(&app).join("\n");
    assert!(end.contains("May tell who it is: Ravensworth"), "{end}");
    assert!(!end.contains("names nobody"), "{end}");
    app.keys("1").says("No name known here is in it");
    assert_eq!(app.feedback[0].asked_by.as_deref(), Some("A volunteer"));
}

#[test]
fn answers_that_somebody_would_rather_not_keep_are_thrown_away() {
    let mut app = keys("/feedback staff<enter><enter><enter>1<enter>55555");
    app.keys("31").says("Nothing was kept").no_sheet();
    assert!(app.feedback.is_empty() && app.unfinished.is_empty());
    app.keys("/feedback<enter>1<enter><enter>555555").keys("1");
    app.says("Every question was skipped");
}

#[test]
fn nothing_typed_for_feedback_or_a_story_begins_a_conversation() {
    let app = keys("/feedback people<enter><enter>A volunteer<enter>1Nearly all");
    let talk = app.app.desk.talk();
    assert!(talk.is_none_or(|talk| talk.is_blank()), "{talk:?}");
    let app = keys("/stories<enter>Some story");
    assert!(app.app.desk.talk().is_none_or(|talk| talk.is_blank()));
}

#[test]
fn everybody_the_home_knows_is_found_in_a_story_taken_up_again() {
    let mut app = begun();
    app.keys(" <tab>9<enter>12<esc>");
    app.keys("/stories<enter><enter>21With Priya and Terry<enter><enter>9");
    let check = rows(&app).join("\n");
    assert!(
        check.contains("known here is in it: Priya, Terry"),
        "{check}"
    );
    app.keys("<enter>111").keys("1Priya N<enter>");
    app.says("That names Priya N");
}

#[test]
fn a_story_can_be_thrown_away_and_a_draft_removed_after_one_more_question() {
    let mut app = begun();
    app.keys(" <tab>9<enter>12");
    app.keys("/stories<enter><enter>4").keys("2");
    assert_eq!(app.stories.len(), 1);
    app.keys("4").keys("1").says("Removed");
    assert!(app.stories.is_empty());
    let mut app = begun();
    app.keys(" <tab><up>").keys("<up><up>");
    let away = rows(&app).len() - 1;
    assert!(rows(&app)[away].starts_with("Throw it away"));
    for _ in 0..away {
        app.keys("<down>");
    }
    app.keys("<enter>2");
    assert!(!app.unfinished.is_empty());
    for _ in 0..away {
        app.keys("<down>");
    }
    app.keys("<enter>1").says("Thrown away");
    assert!(app.unfinished.is_empty());
}

#[test]
fn answers_are_there_after_going_away_from_them() {
    let mut app = keys("/feedback people<enter><enter><enter>1Very m");
    let given = &app.unfinished.asking.as_ref().expect("kept").given[0];
    assert_eq!(given.words, "Very m");
    app.keys("<esc><esc><esc><esc>")
        .says("/feedback goes on")
        .no_sheet();
    app.keys("/feedback<enter>1");
    let sheet = app.app.sheet.as_ref().expect("a list");
    assert_eq!(sheet.filter, "Very m");
}

#[test]
fn no_story_is_told_from_a_role_play_or_a_record_that_no_longer_stands() {
    let mut app = with_record();
    for record in app.records.values_mut() {
        *record = record.replace("kind:", "voided: \"2026-03-07\"\nkind:");
    }
    app.keys("/records<enter><enter><esc>/story<enter>");
    app.says("no longer stands");
    let app = keys("4<enter>/story<enter>");
    assert!(app.app.practice.is_some());
    app.no_sheet();
}

#[test]
fn an_answer_is_edited_as_the_line_of_a_conversation_is() {
    let mut app = begun();
    let typed = |app: &Playing| app.app.sheet.as_ref().expect("a list").filter.clone();
    app.keys("<tab>1cooks on Sundays<home>She <end>.<c-left><c-left>most ");
    assert_eq!(typed(&app), "She cooks on most Sundays.");
    app.keys("<c-a><delete>s<c-e><left><left><backspace>y<c-w>Sunday");
    assert_eq!(typed(&app), "she cooks on most Sundays.");
    app.keys("<enter>Then<home><backspace> ");
    assert_eq!(typed(&app), "she cooks on most Sundays. Then");
    app.pastes("And\nso ");
    assert_eq!(typed(&app), "so Then");
    app.keys("<left><right><c-u>");
    assert_eq!(typed(&app), "");
    let mut app = keys("/feedback people<enter><enter><enter>1all<home>Nearly ");
    assert_eq!(typed(&app), "Nearly all");
    let given = &app.unfinished.asking.as_ref().expect("kept").given[0];
    assert_eq!(given.words, "Nearly all");
    app.keys("<enter>");
}

#[test]
fn a_story_whose_record_is_void_says_that_it_can_only_be_thrown_away() {
    let mut app = begun();
    app.keys(" <tab><esc>/story<enter>")
        .says("Keep it to begin another");
    app.keys("<esc>");
    for record in app.records.values_mut() {
        *record = record.replace("kind:", "voided: \"2026-03-07\"\nkind:");
    }
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/story<enter>").says("can only be thrown away");
}
