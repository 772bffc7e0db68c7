//! Every sentence the interface says to a person, in one place.
//!
//! Short sentences, the important word first; what is safe before what to do; people, not files. At most 75 characters
//! a line, so that the narrowest screens wrap rather than cut.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

mod done;
mod time;

pub use done::{changed_notes, done};
pub use time::{ago, clock, day, day_short, full_date};

use crate::{
    app::table::Place,
    conversation::{Conversation, Moment, Refusal},
    desk::Preference,
    guide::{Kind, Topic},
    line::{Mark, When, Who},
    record, text,
};

// Home.
/// The name of the program, on Home's first row.
pub const ALONGSIDE: &str = "Alongside";
/// Heads the kinds of conversation.
pub const START: &str = "Start";
/// Heads the open conversations.
pub const CARRY_ON: &str = "Carry on";
/// Home, with nothing open.
pub const NOTHING_TO_CARRY_ON: &str = "Nothing to carry on.";
/// Home, the first time.
pub const NEW_TO_THIS: &str = "New to this? F1 or /help shows the five rules and every key.";
/// Home's invitation.
pub const JUST_TYPE: &str =
    "Someone on the line already? Just type. Enter starts with your first note.";
/// Home's invitation after a save.
pub const NEXT_CALL: &str = "Next call? Just type.";
/// The row that leads to all guides.
pub const OTHER_GUIDES: &str = "Other guides";
/// What other guides there are.
pub const OTHER_GUIDES_ARE: &str = "First call, carer, leaving hospital, family ...";

// Conversation.
/// No notes yet.
pub const LISTENING_EMPTY: [&str; 2] = [
    "Listening. Notes will appear here.",
    "You do not have to write anything yet.",
];
/// Heads the guide.
pub const GUIDE: &str = "Guide";
/// Beside it.
pub const TAB_MOVES: &str = "Tab moves";
/// Heads the questions.
pub const YOU_COULD_ASK: &str = "You could ask";
/// Heads the cue.
pub const LISTENING: &str = "Listening";
/// Heads the steps.
pub const NEXT_STEPS_SO_FAR: &str = "Next steps so far";
/// Heads the come-back list.
pub const COME_BACK_TO: &str = "Come back to";
/// The quiet line after a worry.
pub const QUIET: &str =
    "Worry kept. Crisis prompts: F4 then 2.  Keeping safe: /safe.  Esc hides this";
/// The same where there is less room.
pub const QUIET_SHORT: &str = "Crisis: F4 then 2.  Safe: /safe.  Esc";
/// The window does not have the keyboard.
pub const NOT_TYPING_HERE: &str = "Not typing here";
/// `?` alone.
pub const WANTED_HELP: &str =
    "Wanted help? F1 or /help. Enter marks the last note as come back to.";
/// A kept note's words are on the line.
pub const CHANGING: &str = "Changing a note you kept. Enter keeps the change.";
/// A kept note is being split.
pub const SPLIT_HOW: &str = "Ctrl+J where the second note begins, then Enter.";

// The line's label.
/// A plain note.
pub const NOTE: &str = "Note";
/// A command.
pub const COMMAND: &str = "Command";
/// The topic a note goes to.
pub const TOPIC: &str = "Topic";
/// A kept-apart note.
pub const APART: &str = "Kept apart";
/// A spend from the small budget.
pub const SPEND: &str = "Spend";

// Paused.
/// Row 1.
pub const PAUSED: &str = "Paused";
/// The body.
pub const PAUSED_BODY: [&str; 2] = [
    "Type, or press Enter, to carry on.",
    "Nothing is sent anywhere. Nothing is lost.",
];
/// After it.
pub const CARRIED_ON: &str = "Carried on";

// Read back.
/// Row 1.
pub const READ_BACK: &str = "Read back";
/// The levels.
pub const DETAIL: &str = "Detail:";
/// Nothing noted.
pub const NOTHING_NOTED: [&str; 2] = [
    "No notes, and that can be fine.",
    "Add one line about what mattered, or leave.",
];
/// Above the preview.
pub const THE_RECORD: &str = "The record";
/// A note that is in.
pub const IN: &str = "[ in]";
/// A note that is out.
pub const OUT: &str = "[out]";
/// Nobody is named for a step.
pub const WHO_IS_IT: &str = "who?";

// Sheets.
/// The kinds sheet.
pub const MOVE_TITLE: &str = "Move to another kind of conversation";
/// The same on Home.
pub const START_TITLE: &str = "Start a conversation";
/// The kind in use.
pub const YOU_ARE_HERE: &str = "you are here";
/// Under the kinds.
pub const NOTES_STAY: &str = "Your notes stay with you. The record shows both. Ctrl+Z comes back.";
/// Topics sheet and heading.
pub const TOPICS: &str = "Topics";
/// Headings sheet.
pub const HEADINGS_TITLE: &str = "Move to another heading";
/// Commands sheet.
pub const COMMANDS_TITLE: &str = "All commands";
/// Find sheet.
pub const FIND_TITLE: &str = "Find";
/// Guides sheet.
pub const GUIDES_TITLE: &str = "All guides";
/// When sheet.
pub const WHEN_TITLE: &str = "When is this due?";
/// Marks sheet.
pub const MARKS_TITLE: &str = "Mark this note as";
/// Notes sheet.
pub const NOTES_TITLE: &str = "Notes, next steps and things to come back to first";
/// Save sheet.
pub const SAVE_TITLE: &str = "Save the record";
/// Safe sheet.
pub const SAFE_TITLE: &str = "Keeping safe";
/// Help.
pub const HELP_TITLE: &str = "Help";
/// Before what is typed to narrow a list.
pub const FIND_LABEL: &str = "Find:";
/// Nothing answers.
pub const NO_TOPIC_MATCHES: &str = "No topic matches. Enter puts your words on the line.";
/// Nothing else answers.
pub const NO_OTHER_TOPIC: &str = "No other topic matches";
/// Heads notes found.
pub const IN_THESE_NOTES: &str = "In these notes";
/// There is no list.
pub const NO_LOCAL_LIST: &str =
    "Your team has no list of local help yet. /connections shows how to add one.";
/// How to add one.
pub const HOW_TO_ADD_CONNECTIONS: &str =
    "Put a .toml list in the connections folder (/where). A sample: examples/connections.";
/// When sheet rows.
pub const NO_DATE: &str = "No date";
/// When sheet rows.
pub const ANOTHER_DAY: &str = "Another day";
/// When sheet rows.
pub const DAY_KEYS: &str = "← → day, ↑ ↓ week, or type it: 18 march";
/// When sheet rows.
pub const TYPE_A_NAME: &str = "type a name, then Enter";
/// When sheet rows.
pub const AS_IT_IS: &str = "as it is now";
/// When sheet rows.
pub const TOMORROW: &str = "tomorrow";
/// When sheet rows.
pub const IN_A_WEEK: &str = "in a week";
/// Note menu.
pub const CHANGE_WORDS: &str = "Change the words";
/// Note menu.
pub const MOVE_TO_HEADING: &str = "Move to another heading";
/// Note menu.
pub const LEAVE_OUT: &str = "Leave out of the record";
/// Note menu.
pub const PUT_IN: &str = "Put in the record";
/// Note menu.
pub const MARK_AS: &str = "Mark as own words, strength, my view ...";
/// Note menu.
pub const MAKE_A_STEP: &str = "Make it a next step";
/// Note menu.
pub const WHEN_AND_WHO: &str = "When is it due, and who does it";
/// Note menu.
pub const JOIN_ABOVE: &str = "Join to the note above";
/// Note menu.
pub const SPLIT: &str = "Split in two";
/// Note menu.
pub const COPY_NOTE: &str = "Copy this note";
/// Note menu.
pub const KEEP_APART: &str = "Keep apart from the record";
/// Note menu.
pub const PUT_BACK: &str = "Put back with the others";
/// Save sheet.
pub const SAVE_AND_FINISH: &str = "Save and finish";
/// Save sheet.
pub const SAVE_AND_COPY: &str = "Save, finish and copy";
/// Save sheet.
pub const THEN_PASTE: &str = "then paste it into your council's system";
/// Save sheet.
pub const KEEP_AS_DRAFT: &str = "Keep as a draft for now";
/// Save sheet.
pub const NOTHING_SAVED_YET: &str = "nothing is saved as a record yet";
/// Save sheet.
pub const NOTHING_IN: &str = "No note is in. The record will hold who, when and the foot.";
/// Topic in full.
pub const WHY: &str = "Why";
/// Topic in full.
pub const GENTLER: &str = "Gentler";
/// Topic in full.
pub const LISTEN_FOR: &str = "Listen for";
/// Topic in full.
pub const WHERE_NEXT: &str = "Where next";
/// Topic in full.
pub const IF_IT_CAME_UP: &str = "If it came up, write";
/// Safe sheet.
pub const EMERGENCY: &str = "Immediate danger: 999.";
/// Safe sheet, nothing filled in.
pub const TEAM_NOT_SET: [&str; 3] = [
    "Out of hours: not set.  Safeguarding: not set.  Your team's steps: not set.",
    "Your team has not filled these in. They go in local.toml in the",
    "Alongside folder; /where says where that is.",
];
/// Safe sheet, always last.
pub const DOES_NOT_WATCH: &str = "This tool does not watch for danger. You do.";

// Said under the line.
/// The program stopped by its own fault.
pub const HAD_TO_STOP: &str = "Something in the app went wrong and it had to stop. All your notes and your line \
     are kept. Type alongside to carry on. Details: alongside doctor";
/// `--record` without `--plain`.
pub const RECORD_NEEDS_PLAIN: &str =
    "--record goes with --plain: alongside new --plain --record FILE.";
/// Nothing to read keys from.
pub const NEEDS_A_TERMINAL: &str = "The full screen needs a terminal to read keys from. Nothing has changed. Use --plain for a pipe.";
/// Esc with words on the line.
pub const STILL_HERE: &str = "Your words are still here";
/// Ctrl+C.
pub const CTRL_C: &str = "Ctrl+C does nothing here, so nothing is lost. Ctrl+Q leaves.";
/// Ctrl+V.
pub const CTRL_V: &str = "To paste here: Ctrl+Shift+V, Shift+Insert, or right-click.";
/// The journal is written again.
pub const WRITING_AGAIN: &str = "Saving again. Everything is kept.";
/// A journal with no event in it.
pub const NOTHING_IN_JOURNAL: &str =
    "Nothing could be read of that conversation. Its file is still where it was.";
/// A sheet's letters went to the line.
pub const WORDS_ON_THE_LINE: &str = "Nothing matched. Your words are on the line.";
/// After leaving a conversation.
pub const LEFT_FOR_LATER: &str = "Kept for later. Enter carries on. Ctrl+Q again closes.";
/// After a save with a copy.
pub const COPIED_AS_WELL: &str = "Copied as well. Paste it into your council's system.";
/// After a copy.
pub const COPIED_SO_FAR: &str = "Copied the record as it stands. It is not saved as a record yet.";
/// After a copy.
pub const COPIED_NOTE: &str = "Copied that note.";
/// A listing was taken from under the line.
pub const ADDED: &str = "Added from your list";
/// Undo, in a list of commands.
pub const NOTHING_TO_UNDO_SHORT: &str = "nothing to undo";
/// Redo, in a list of commands.
pub const NOTHING_TO_REDO_SHORT: &str = "nothing to redo";
/// A note command, in a list of commands.
pub const NO_NOTE_SHORT: &str = "no note yet";

/// The name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ListenAndConnect => "Listen and connect",
        Kind::Crisis => "Crisis",
        Kind::GoodLife => "Good life",
    }
}

/// What a kind is for.
pub fn kind_purpose(kind: Kind) -> &'static str {
    match kind {
        Kind::ListenAndConnect => "Understand what really matters to someone",
        Kind::Crisis => "Find what must change now, and stick with it",
        Kind::GoodLife => "Plan the future around what they value",
    }
}

/// The name of a mark, as labels say it.
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::OwnWords => "Own words",
        Mark::Matters => "Matters most",
        Mark::Worry => "Worry",
        Mark::Strength => "Strength",
        Mark::Connection => "Connection",
        Mark::Saw => "I saw",
        Mark::View => "My view",
        Mark::ComeBack => "Come back to",
        Mark::NextStep => "Next step",
    }
}

/// The tip after a mark was typed alone: said once.
pub fn short_way(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::OwnWords => Some("Marked own words. Ctrl+O does this."),
        Mark::Worry => Some("Marked as a worry. F6 does this."),
        Mark::Strength => Some("Marked as a strength. F7 does this."),
        Mark::Connection => Some("Marked as a connection. F8 does this."),
        Mark::NextStep => Some("Marked as a next step. F9 does this."),
        Mark::Matters | Mark::Saw | Mark::View | Mark::ComeBack => None,
    }
}

/// Somebody else's words, on the label.
pub fn whose(name: &str) -> String {
    let name = text::shown(name);
    if name.ends_with('s') {
        format!("{name}' words")
    } else {
        format!("{name}'s words")
    }
}

/// How many notes a topic has, for the topics sheet.
pub fn notes_here(count: usize) -> String {
    match count {
        0 => "no notes yet".to_owned(),
        1 => "1 note".to_owned(),
        _ => format!("{count} notes"),
    }
}

/// The heading over local help.
pub fn near_the_person(checked: Option<NaiveDate>) -> String {
    match checked {
        Some(day) => format!(
            "Near the person (your list, checked {} {} {})",
            day.day(),
            month(day),
            day.year()
        ),
        None => "Near the person (your list)".to_owned(),
    }
}

fn month(day: NaiveDate) -> String {
    day.format("%b").to_string()
}

/// Something to find out, as a note.
pub fn find_out(words: &str) -> String {
    format!("Find out about: {words}")
}

/// The row that keeps it.
pub fn add_to_find_out(words: &str) -> String {
    format!(
        "Nothing right? Enter here adds \"{}\" as something to find out",
        text::shown(words)
    )
}

/// Who does a step, as the when sheet says it.
pub fn does_it(who: &Who) -> String {
    format!("Who does it: {}", self::who(who))
}

/// Who, in a word.
pub fn who(who: &Who) -> Cow<'_, str> {
    match who {
        Who::You => "You".into(),
        Who::Person => "the person".into(),
        Who::Named(name) => text::shown(name),
        Who::NotSaid => "not said".into(),
    }
}

/// `from "next Friday"`, and what kind of day that is.
pub fn reading_from(day: NaiveDate, when: &When, today: NaiveDate) -> String {
    format!(
        "{}   from \"{}\"",
        which_week(day, today),
        text::shown(&when.words)
    )
    .trim_start()
    .to_owned()
}

/// The other day the words could mean.
pub fn other_reading(day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        "today".to_owned()
    } else {
        which_week(day, today)
    }
}

fn which_week(day: NaiveDate, today: NaiveDate) -> String {
    let weeks = (day.iso_week().year(), day.iso_week().week());
    let next = today + chrono::Days::new(7);
    if weeks == (today.iso_week().year(), today.iso_week().week()) {
        format!("this coming {}", day.format("%A"))
    } else if weeks == (next.iso_week().year(), next.iso_week().week()) {
        format!("{} of next week", day.format("%A"))
    } else {
        String::new()
    }
}

/// Typed in place of a day.
pub fn not_a_day(typed: &str) -> String {
    format!(
        "\"{}\" is not a day I can read. Try: fri, 18 march, in 3 days.",
        text::shown(typed)
    )
}

/// The row under a next step being typed.
pub fn step_reading(step: &crate::line::Step, today: NaiveDate) -> String {
    use crate::line::Day;
    let when = &step.when;
    let said = text::shown(&when.words);
    let time = when
        .time
        .map(|time| time.format(" %H:%M").to_string())
        .unwrap_or_default();
    let day = match when.day {
        Day::None => "When: no date".to_owned(),
        Day::On(day) if when.week => format!(
            "When: {} (week starting), from \"{said}\"",
            self::day(day, today)
        ),
        Day::On(day) if said.is_empty() => format!("When: {}{time}", self::day(day, today)),
        Day::On(day) => format!("When: {}{time}, from \"{said}\"", self::day(day, today)),
        Day::Unsure(day) => {
            return format!(
                "No date set. \"{said}\" could be {}: Ctrl+D",
                self::day(day, today)
            );
        }
        Day::Passed(day) => {
            return format!(
                "That day has passed ({}). Kept as words, no due date.",
                self::day(day, today)
            );
        }
    };
    let other = when
        .other
        .map(|day| format!(", or {}", self::day(day, today)))
        .unwrap_or_default();
    format!("Who: {}    {day}{other}", who(&step.who))
}

/// `[Sam, Wed 11 Mar]` after a kept step. Empty when nothing was read.
pub fn step_tag(step: &crate::line::Step) -> String {
    let day = step.when.due().map(day_short);
    let who = match &step.who {
        Who::NotSaid => None,
        who => Some(self::who(who).into_owned()),
    };
    match (who, day) {
        (None, None) => String::new(),
        (Some(who), None) => format!("[{who}]"),
        (None, Some(day)) => format!("[{day}]"),
        (Some(who), Some(day)) => format!("[{who}, {day}]"),
    }
}

/// A next step with nobody named, at Save.
pub fn unnamed_steps(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 next step has no one named yet. That is fine.".to_owned()),
        _ => Some(format!(
            "{count} next steps have no one named yet. That is fine."
        )),
    }
}

/// Kept-apart notes, at Save.
pub fn kept_apart_saved(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 note kept apart goes in a file of its own, never in a copy.".to_owned()),
        _ => Some(format!(
            "{count} notes kept apart go in a file of their own, never in a copy."
        )),
    }
}

/// A number the team may not have filled in.
pub fn or_not_set(number: &str) -> String {
    if number.trim().is_empty() {
        "not set".to_owned()
    } else {
        text::shown(number).into_owned()
    }
}

/// One line of a note that may have several.
pub fn one_line(note: &str) -> String {
    text::shown(&note.replace('\n', " ")).into_owned()
}

/// A paste of more than one paragraph.
pub fn pasted(count: usize) -> String {
    format!("Pasted {count} paragraphs. Enter keeps {count} notes. Ctrl+Z takes it back.")
}

/// A long paste.
pub fn pasted_long(characters: usize) -> String {
    format!("Pasted {characters} characters. Enter keeps them. Ctrl+Z takes it back.")
}

/// The topic's questions, on one row.
pub fn you_could_ask(topic: &Topic) -> String {
    match topic.ask.first() {
        Some(_) => format!("{}. You could ask: {}", topic.title, topic.ask.join("  ")),
        None => format!("{}. {}", topic.title, topic.pause),
    }
}

/// Moved to another kind.
pub fn moved_to(title: &str) -> String {
    format!("Moved to {}", title.to_lowercase())
}

/// A typed name that no topic has.
pub fn no_topic(name: &str) -> String {
    format!(
        "No topic called \"{}\". Ctrl+T shows them all.",
        text::shown(name)
    )
}

/// A typed name that no heading has.
pub fn no_heading(name: &str) -> String {
    format!(
        "No heading like \"{}\". /move shows them all.",
        text::shown(name)
    )
}

/// A typed command that is not one.
pub fn no_command(typed: &str, nearest: Option<&str>) -> String {
    let typed = text::shown(typed).into_owned();
    match nearest {
        Some(name) => format!("No command called /{typed}. Did you mean /{name}? Enter runs it."),
        None => format!("No command called /{typed}. / shows them all. // keeps it as a note."),
    }
}

/// A typed command that needs something after it.
pub fn needs(usage: &str) -> String {
    format!("Type it like this: {usage}")
}

/// Where a command counts, for one that does not count here.
pub fn not_here(place: Place) -> &'static str {
    match place {
        Place::Anywhere => "",
        Place::Talk => "in a conversation",
        Place::Listening => "in the conversation",
        Place::ReadBack => "in Read back",
    }
}

/// "Is it saved?"
pub fn all_kept(last: Option<Moment>, trouble: &Option<String>) -> String {
    match (trouble, last) {
        (Some(trouble), _) => trouble.clone(),
        (None, Some(last)) => format!("Everything is kept as you type. Last at {}.", clock(last)),
        (None, None) => "Everything is kept as you type.".to_owned(),
    }
}

/// Where everything is kept.
pub fn kept_in(home: &str) -> String {
    format!("Everything is in {}", text::shown(home))
}

/// The journal cannot be written.
pub fn safe_in_memory(why: &str) -> String {
    format!(
        "Your notes are safe in memory. Trying again every 5 seconds. {}",
        text::shown(why)
    )
}

/// Part of a journal could not be read.
pub fn set_aside(lines: usize, first: usize) -> String {
    match lines {
        1 => format!("Everything readable is here. Line {first} of its file was set aside."),
        _ => format!(
            "Everything readable is here. {lines} lines of its file were set aside, from line {first}."
        ),
    }
}

/// Standard output, or a file somebody named, would not take it.
pub fn could_not_write(why: &str) -> String {
    format!(
        "That could not be written ({}). Nothing saved before has changed.",
        text::shown(why)
    )
}

/// A guide nobody has.
pub fn no_guide(name: &str) -> String {
    format!(
        "There is no guide called {}. alongside guide list shows them all.",
        text::shown(name)
    )
}

/// A theme nobody has.
pub fn no_theme(name: &str) -> String {
    format!(
        "There is no theme called {}. Try dark, light, contrast or safe.",
        text::shown(name)
    )
}

/// Something in a settings file was not understood.
pub fn file_problem(file: &str, at: crate::guide::Place, message: &str) -> String {
    format!("{file}, line {}: {}", at.line, text::shown(message))
}

/// A listing could not be read.
pub fn listing_problem(file: &str, line: usize, message: &str, working: usize) -> String {
    let (file, message) = (text::shown(file), text::shown(message));
    format!("Line {line} of {file} could not be read: {message} {working} others are working.")
}

/// No open conversation has this id.
pub fn no_conversation(id: Option<&str>) -> String {
    match id {
        Some(id) => format!(
            "There is no one open conversation that begins {}.",
            text::shown(id)
        ),
        None => "There is nothing to carry on. alongside opens Home.".to_owned(),
    }
}

/// A team guide that is not used.
pub fn guide_setback(file: &str, line: usize, fallback: bool) -> String {
    let instead = if fallback {
        "Using the built-in guide."
    } else {
        "It is left out."
    };
    format!(
        "The guide file {}: line {line} is not understood. {instead}",
        text::shown(file)
    )
}

/// A preference was set.
pub fn preferred(preference: &Preference) -> String {
    let on = |on: bool| if on { "on" } else { "off" };
    match preference {
        Preference::Name(name) => format!(
            "You are {}, for next steps and the record.",
            text::shown(name)
        ),
        Preference::Hints(yes) => format!("The quiet line is {}.", on(*yes)),
        Preference::Clock(yes) => format!("The clock is {}.", on(*yes)),
        Preference::Spacing(yes) => format!("A blank row between notes is {}.", on(*yes)),
        Preference::Width(columns) => format!("Notes are at most {columns} columns wide."),
    }
}

/// The first line of Home after a save.
pub fn saved(talk: &Conversation) -> String {
    let tally = record::tally(talk);
    let steps = talk
        .notes
        .iter()
        .filter(|note| note.step.is_some() && note.is_in(talk.detail()) && !note.apart)
        .count();
    let steps = match steps {
        0 => String::new(),
        1 => ", 1 next step".to_owned(),
        _ => format!(", {steps} next steps"),
    };
    let who = talk
        .facts
        .person
        .as_deref()
        .map(|name| format!("{}, ", text::shown(name)))
        .unwrap_or_default();
    format!(
        "Saved. {who}{}, {} words{steps}.",
        talk.guide().title,
        tally.words
    )
}

/// Why a command was not done.
pub fn refusal(refusal: &Refusal) -> Cow<'static, str> {
    match refusal {
        Refusal::NothingToUndo => "Nothing to undo in this conversation.".into(),
        Refusal::NothingToRedo => "Nothing to redo.".into(),
        Refusal::NoNote => "There is no note to do that to yet.".into(),
        Refusal::NoTopic => "There is no such topic in this guide.".into(),
        Refusal::NoSection => "There is no such heading in this record.".into(),
        Refusal::NotAStep => "There is no next step yet. > and a sentence makes one.".into(),
        Refusal::NothingAbove => "There is no note above it.".into(),
        Refusal::NothingBelow => "There is no note below it.".into(),
        Refusal::AlreadyHere => "You are here already.".into(),
        Refusal::LineInUse => "Your line has words on it. Enter keeps them first.".into(),
        Refusal::NobodyCalled(name) => {
            format!("Nobody called {} is in the talk.", text::shown(name)).into()
        }
    }
}
