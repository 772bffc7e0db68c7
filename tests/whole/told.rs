//! Stories of difference and feedback, whole: from a record to the report and out of it again, line by line and at a
//! terminal; what is typed outlives a kill.

use std::{fs, path::PathBuf, process::Output};

use alongside::{
    evidence::{kept::Kept, period::Period, report::Report, tally::Tally},
    store::stories,
};

use super::{home::Home, piped::piped, program::Start};

const DAY_AFTER: &str = "2026-03-11T09:10";

const CALL: &str = "/me Priya N\n/who Joan M\n/with Carol (daughter)\n\" I go out on Tuesdays, Carol takes me.\n\
    ! Joan was frightened of the front step\n& He drinks, she thinks\n/save\n";

fn run(home: &Home, args: &[&str], typed: &str) -> Output {
    piped(DAY_AFTER, home, args, typed)
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// All it said, wherever it said it.
fn talk(output: &Output) -> String {
    out(output) + &String::from_utf8_lossy(&output.stderr)
}

fn home_with_a_record() -> Home {
    let home = Home::new();
    let args = ["new", "listen", "--plain"];
    let saved = piped("2026-03-10T14:20", &home, &args, CALL);
    assert!(saved.status.success(), "{saved:?}");
    home
}

/// The stories' files, each with its text.
fn files(home: &Home) -> Vec<(PathBuf, String)> {
    let folder = home.path().join("evidence").join("stories");
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let read = found.map(|entry| {
        (
            entry.path(),
            fs::read_to_string(entry.path()).expect("text"),
        )
    });
    read.collect()
}

/// The report of that day, with the stories of the home.
fn report(home: &Home) -> Report {
    let day = "2026-03-11".parse().expect("a day");
    let found = stories::all(&home.store()).expect("read");
    let kept = Kept {
        stories: found.stories.into_iter().map(|read| read.story).collect(),
        ..Kept::default()
    };
    Tally::new(Period::new(day, day).expect("a period"), day).report(&kept)
}

/// Chooses the first line, goes on to the parts, looks it over, and says it went badly.
const TOLD: &str = "1\n3\n9\n1\n2\n";

#[test]
fn a_story_goes_from_a_record_into_the_report_and_out_of_it_again() {
    let home = home_with_a_record();
    let typed = format!("{TOLD}1\nthe person\n1\nteam meetings\n\n/leave\n");
    let told = run(&home, &["evidence", "story", "2026-03", "--plain"], &typed);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    assert!(
        talk(&told).contains("Stories that went badly are wanted"),
        "{}",
        talk(&told)
    );
    let (path, text) = files(&home).remove(0);
    assert!(
        text.contains("I go out on Tuesdays, \\[someone] takes me."),
        "{text}"
    );
    for hidden in ["Joan", "Carol", "Priya", "drinks", "2026-03-10"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    assert_eq!(report(&home).stories.len(), 1);
    let id = path
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let listed = run(&home, &["evidence", "story"], "");
    assert!(
        out(&listed).starts_with(&format!("{id}  until ")),
        "{}",
        out(&listed)
    );
    let back = run(&home, &["evidence", "story", "withdraw", &id[..4]], "");
    assert!(talk(&back).contains("Taken back"), "{back:?}");
    assert!(report(&home).stories.is_empty());
    assert!(files(&home)[0].1.contains("I go out on Tuesdays"));
    assert!(
        talk(&back).contains("\"\"I go out on Tuesdays,"),
        "{back:?}"
    );
    let again = run(&home, &["evidence", "story", "withdraw", &id[..4]], "");
    assert!(talk(&again).contains("taken back already"), "{again:?}");
    let slip = run(&home, &["evidence", "story", "withdraw", &id[..1]], "");
    assert_eq!(slip.status.code(), Some(2));
    let args = ["evidence", "story", "withdraw", &id, "--remove-words"];
    assert!(run(&home, &args, "").status.success());
    let gone = &files(&home)[0].1;
    for gone_too in ["Tuesdays", "the person", "team meetings", "Said yes"] {
        assert!(!gone.contains(gone_too), "{gone}");
    }
    let nothing = run(&home, &["evidence", "story", "withdraw", "zzzz"], "");
    assert_eq!(nothing.status.code(), Some(1));
}

#[test]
fn line_by_line_every_word_that_may_be_a_name_is_asked_about_before_a_story_is_kept() {
    let home = home_with_a_record();
    let typed = "/part 3\n1\n/part 7\n3\n1\nWent with Tariq to Chapel Lane.\n\n9\n1\n1\nTariq\n3\n2\n2\n/leave\n";
    let told = run(&home, &["evidence", "story", "2026-03", "--plain"], typed);
    let talk = talk(&told);
    for said in [
        "Choose a line of the record first",
        "Under: What did not work, or we do not know yet.",
        "Tariq: could it tell who this is? 2 to answer",
        "Tariq is now [someone].",
        "Type one of the numbers.",
        "Chapel Lane stays.",
    ] {
        assert!(talk.contains(said), "{said}: {talk}");
    }
    let text = files(&home).remove(0).1;
    assert!(
        text.contains("Went with \\[someone] to Chapel Lane."),
        "{text}"
    );
    assert!(text.contains("we do not know yet\n\n\"I go out"), "{text}");
}

#[test]
fn line_by_line_a_name_known_here_cannot_stay() {
    let home = home_with_a_record();
    let typed = "1\n3\n1\nWith Carol.\n\n9\n1\n1\n2\n2\n/leave\n";
    let told = run(&home, &["evidence", "story", "2026-03", "--plain"], typed);
    let talk = talk(&told);
    assert!(talk.contains("Carol is a name known here"), "{talk}");
    assert!(!talk.contains("Keep it  it tells nobody"), "{talk}");
    let text = files(&home).remove(0).1;
    assert!(text.contains("With \\[someone]."), "{text}");
}

#[test]
fn a_story_typed_by_hand_with_a_name_known_here_is_not_imported_and_not_shown() {
    let home = home_with_a_record();
    let typed = "---\nstory: 1\nwent: \"better\"\nsaid_yes: \"Joan M\"\non: \"2026-03-11\"\nshown: \"council\"\n\
                 until: \"2027-03-11\"\n---\n\n## Who\n\nShe cooks for Carol.\n";
    let outside = Home::new();
    let path = outside.path().join("7k3f-q2m9.md");
    fs::write(&path, typed).expect("written");
    let path = path.to_string_lossy().into_owned();
    for what in ["check", "import"] {
        let said = run(&home, &["evidence", what, &path], "");
        assert_eq!(said.status.code(), Some(1), "{said:?}");
        let said = talk(&said);
        assert!(said.contains("\"Joan M\" is a name known here"), "{said}");
        assert!(said.contains("7k3f-q2m9.md:12:"), "{said}");
    }
    assert!(files(&home).is_empty());
    let folder = home.path().join("evidence/stories");
    fs::create_dir_all(&folder).expect("made");
    fs::write(folder.join("7k3f-q2m9.md"), typed).expect("written");
    let said = run(&home, &["evidence"], "");
    assert!(!out(&said).contains("cooks for Carol"), "{}", out(&said));
    let talk = talk(&said);
    assert!(
        talk.contains(
            "stories/7k3f-q2m9.md, line 4: \"Joan M\" is a name known here. It is not shown"
        ),
        "{talk}"
    );
    assert_eq!(said.status.code(), Some(1));
    // Without the names it is taken as it is.
    let mended = typed
        .replace("Joan M", "the person")
        .replace("Carol", "the street");
    fs::write(folder.join("7k3f-q2m9.md"), &mended).expect("written");
    let said = run(&home, &["evidence"], "");
    assert!(
        out(&said).contains("cooks for the street"),
        "{}",
        out(&said)
    );
}

#[test]
fn a_draft_is_in_no_report() {
    let home = home_with_a_record();
    let typed = format!("{TOLD}2\n/leave\n");
    let told = run(&home, &["evidence", "story", "2026-03", "--plain"], &typed);
    assert!(
        talk(&told).contains("Nobody else is shown it"),
        "{}",
        talk(&told)
    );
    assert_eq!(files(&home).len(), 1);
    assert!(report(&home).stories.is_empty());
}

#[test]
fn a_story_that_was_being_typed_outlives_a_kill() {
    let home = home_with_a_record();
    let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", DAY_AFTER).open();
    program.enter("/records");
    program.see("JM  Listen and connect");
    program.press("Enter");
    program.see("Tell a story of difference");
    program.write("6");
    program.see("Which lines tell it?");
    program.write(" ");
    program.see("[ in]");
    program.press("Tab");
    program.see("What we learned");
    program.write("8");
    program.see("What we would do again");
    let whole = || fs::read_to_string(home.path().join("unfinished.json")).expect("kept");
    let before = whole();
    assert!(
        before.contains("front step"),
        "the lines of the record are kept"
    );
    program.write("We should have rung soo");
    program.see("rung soo");
    program.kill();
    assert_eq!(whole(), before, "a key writes no more than its letters");
    let letters = fs::read_to_string(home.path().join("typing.json")).expect("kept");
    assert!(
        letters.contains("rung soo") && !letters.contains("front step"),
        "{letters}"
    );
    let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", DAY_AFTER).open();
    program.see("A story you were telling is kept");
    program.enter("/story");
    program.see("We should have rung soo");
    program.kill();
}

#[test]
fn what_somebody_said_is_a_row_that_names_nobody_and_the_next_is_another() {
    let home = Home::new();
    let typed = "1\nA volunteer\n1\nNearly =all\n4\n5\n5\n3\nNo\n5\n1\n/leave\n";
    let asked = run(&home, &["evidence", "feedback", "people", "--plain"], typed);
    assert_eq!(asked.status.code(), Some(0), "{asked:?}");
    let path = home.path().join("evidence/feedback/people.csv");
    let text = fs::read_to_string(&path).expect("kept");
    let row = "2026-03-11,people,A volunteer,Yes,Nearly =all,Rather not say,,,,,,No,No,,";
    assert!(
        text.lines().any(|line| line == row),
        "{text}\n{}",
        talk(&asked)
    );
    let typed = "1\n\n2\n\n5\n5\n5\n5\n5\n1\n/leave\n";
    assert!(
        run(&home, &["evidence", "feedback", "--plain"], typed)
            .status
            .success()
    );
    let again = fs::read_to_string(&path).expect("kept");
    assert!(again.starts_with(&text), "{again}");
    assert_eq!(again.lines().count(), 3, "{again}");
}

#[test]
fn a_word_answers_a_question_and_begins_no_conversation() {
    let home = Home::new();
    let typed = "1\nA volunteer\nyes\nNearly all\nperhaps\nskip\n5\nworse\n\n5\n5\n1\n/leave\n";
    let asked = run(&home, &["evidence", "feedback", "people", "--plain"], typed);
    assert!(!talk(&asked).contains("started"), "{}", talk(&asked));
    assert!(
        talk(&asked).contains("Type a number, or yes"),
        "{}",
        talk(&asked)
    );
    let text = fs::read_to_string(home.path().join("evidence/feedback/people.csv"));
    let row = "2026-03-11,people,A volunteer,Yes,Nearly all,,,,,No,,,,,";
    let text = text.expect("kept");
    assert!(
        text.lines().any(|line| line == row),
        "{text}\n{}",
        talk(&asked)
    );
}

#[test]
fn a_story_whose_words_were_removed_from_outside_does_not_come_back() {
    let home = home_with_a_record();
    let typed = format!("{TOLD}1\nthe person\n1\nteam meetings\n\n/leave\n");
    run(&home, &["evidence", "story", "2026-03", "--plain"], &typed);
    let (path, _) = files(&home).remove(0);
    let id = path.file_stem().expect("a name").to_string_lossy();
    let begun = run(&home, &["--plain"], "/stories\n1\n2\n9\n/leave\n");
    assert!(begun.status.success(), "{begun:?}");
    let unfinished = home.path().join("unfinished.json");
    assert!(unfinished.exists());
    let args = ["evidence", "story", "withdraw", &id, "--remove-words"];
    assert!(run(&home, &args, "").status.success());
    assert!(!unfinished.exists(), "nothing of it is left to go on with");
    assert!(!files(&home)[0].1.contains("Tuesdays"));
}

#[test]
fn a_blank_can_be_printed() {
    let home = Home::new();
    let text = run(&home, &["evidence", "feedback", "staff", "--blank"], "");
    assert!(out(&text).contains("Where did you feel alone with risk?"));
    let page = run(
        &home,
        &["evidence", "feedback", "people", "--blank", "--as", "html"],
        "",
    );
    assert!(out(&page).starts_with("<!doctype html>"));
    let other = run(&home, &["evidence", "feedback", "dogs", "--blank"], "");
    assert_eq!(other.status.code(), Some(2));
    assert!(
        !home.path().join("evidence").exists(),
        "looking keeps nothing"
    );
}

#[test]
fn a_blank_line_at_a_question_asks_it_again() {
    let home = Home::new();
    let typed = "1\nA volunteer\n5\n5\n5\n5\n5\n\n3\nnothing\n1\n/leave\n";
    let asked = run(&home, &["evidence", "feedback", "people", "--plain"], typed);
    let said = talk(&asked);
    assert_eq!(said.matches("Question 6 of 6").count(), 2, "{said}");
    assert!(!said.contains("started"), "{said}");
    let text = fs::read_to_string(home.path().join("evidence/feedback/people.csv"));
    assert!(text.expect("kept").contains(",No,nothing"), "{said}");
}

#[test]
fn a_command_at_a_question_is_answered_and_the_question_asked_again() {
    let home = home_with_a_record();
    let part = "1\n/help\ntyped after help\nWrong\n/undo\n/nosuch thing\nas it was\\\n\n";
    let typed = format!("1\n/help\n3\n\n{part}9\n/help\n\n1\n2\n/undo\n2\n/leave\n");
    let told = run(&home, &["evidence", "story", "2026-03", "--plain"], &typed);
    let said = talk(&told);
    assert!(!said.contains("started"), "{said}");
    let (_, text) = files(&home).remove(0);
    assert!(
        text.contains("typed after help") && text.contains("as it was"),
        "{text}\n{said}"
    );
    assert!(!text.contains("Wrong"), "{text}");
    assert!(said.contains("Taken out: Wrong"), "{said}");
}

#[test]
fn help_at_a_question_is_about_it_and_a_refused_command_leaves_it_asked() {
    let home = home_with_a_record();
    let typed = "1\n\n/help\n/find lunch\nyes\nNearly all\n/leave\n";
    let asked = run(&home, &["evidence", "feedback", "people", "--plain"], typed);
    let said = talk(&asked);
    assert_eq!(said.matches("Question 1 of 6").count(), 3, "{said}");
    assert!(said.contains("skip at a question, goes on"), "{said}");
    assert!(!said.contains("Ctrl") && !said.contains("/read"), "{said}");
    assert_eq!(said.matches("The answers so far").count(), 1, "{said}");
    assert!(said.contains("Question 2 of 6"), "{said}");
    let args = ["evidence", "story", "2026-03", "--plain"];
    let told = run(
        &home,
        &args,
        "1\n3\n/help\n/find lunch\n1\nShe cooks.\n\n/leave\n",
    );
    let said = talk(&told);
    assert!(said.contains("/undo takes the last line out"), "{said}");
    assert_eq!(said.matches("Your story, ").count(), 4, "{said}");
    assert!(!said.contains("started"), "{said}");
}

#[test]
fn a_command_that_leaves_a_question_says_what_is_kept() {
    let home = home_with_a_record();
    let typed = "1\nA volunteer\n1\nNearly all\n/records\n/leave\n";
    let asked = run(&home, &["evidence", "feedback", "people", "--plain"], typed);
    assert!(
        talk(&asked).contains("The answers so far are kept"),
        "{}",
        talk(&asked)
    );
    let typed = "/feedback\nabc\n/undo\n/due\n/leave\n";
    let asked = run(&home, &["--plain"], typed);
    assert!(
        talk(&asked).contains("Type a number, or yes"),
        "{}",
        talk(&asked)
    );
    assert_eq!(
        talk(&asked).matches("The answers so far are kept").count(),
        1,
        "{}",
        talk(&asked)
    );
}

#[test]
fn the_page_of_what_goes_with_a_record_says_that_a_story_begun_from_it_does() {
    let home = home_with_a_record();
    let page = |home: &Home| talk(&run(home, &["remove", "2026-03"], ""));
    assert!(
        !page(&home).contains("A story you began"),
        "{}",
        page(&home)
    );
    let args = ["evidence", "story", "2026-03", "--plain"];
    assert!(run(&home, &args, "1\n3\n").status.success());
    assert!(
        page(&home).contains("A story you began from it"),
        "{}",
        page(&home)
    );
}

#[cfg(feature = "seal")]
mod sealed {
    use alongside::{
        app::Msg,
        desk::{Effect, Tell, Unfinished},
        evidence::feedback::{Asked, Asking},
        run::{Clock, World},
        store::{self, Library},
    };

    use super::*;
    use crate::sealing;

    /// A sealed home with a story half told in it, and the file that holds that.
    fn sealed_with_a_story() -> (Home, PathBuf) {
        let home = home_with_a_record();
        let args = ["evidence", "story", "2026-03", "--plain"];
        assert!(run(&home, &args, "1\n3\n").status.success());
        sealing::seal(&home);
        let kept = home.path().join("unfinished.json.age");
        assert!(kept.exists(), "{:?}", home.file_names());
        (home, kept)
    }

    #[test]
    fn feedback_in_a_locked_home_says_it_is_sealed_and_takes_nothing_of_a_half_told_story() {
        let (home, kept) = sealed_with_a_story();
        let before = fs::read(&kept).expect("bytes");
        let mut program = Start::in_home(&home).env("ALONGSIDE_NOW", DAY_AFTER).open();
        program.enter("/feedback");
        program.see("Feedback is sealed");
        program.enter("/due");
        program.see("What was promised is sealed");
        program.enter("/feedback people");
        program.see("Feedback is sealed");
        program.kill();
        assert_eq!(fs::read(&kept).expect("bytes"), before);
    }

    #[test]
    fn what_could_not_be_read_is_never_written_over() {
        let (home, kept) = sealed_with_a_story();
        let before = fs::read(&kept).expect("bytes");
        let locked = store::Home::open(home.path().to_owned()).expect("its seal is read");
        let library = Library::of(&locked, None);
        let mut world = World::new(locked, library, Clock::new(Some(DAY_AFTER)));
        world.perform(Effect::Tell(Box::new(Tell::ReadUnfinished)));
        let begun = Unfinished {
            asking: Some(Asking::begin(Asked::People)),
            ..Unfinished::default()
        };
        let letters = begun.letters();
        for keep in [
            Tell::KeepUnfinished(Box::new(begun)),
            Tell::KeepLetters(Box::new(letters)),
        ] {
            let said = world.perform(Effect::Tell(Box::new(keep)));
            assert!(matches!(said[..], [Msg::Say(_)]), "{said:?}");
        }
        world.finish();
        assert_eq!(fs::read(&kept).expect("bytes"), before);
        assert!(!home.path().join("typing.json.age").exists());
    }
}
