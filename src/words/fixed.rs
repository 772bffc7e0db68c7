//! Sentences that are always the same, by the screen they stand on.

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
pub const NEW_TO_THIS: &str = "New to this? Choose 4, then scenario 1.";
/// Home's invitation.
pub const JUST_TYPE: &str =
    "Someone on the line already? Just type. Enter starts with your first note.";
/// Home's invitation after a save.
pub const NEXT_CALL: &str = "Next call? Just type.";
/// A draft whose line has words on it, on a wide screen.
pub const LINE_IS_THERE: &str = "your last line is still there";
/// The same after how it was left.
pub const LINE_THERE: &str = "line still there";
/// In place of how it was left.
pub const OPEN_ELSEWHERE: &str = "open in another window";
/// The row that leads to all guides.
pub const OTHER_GUIDES: &str = "Other guides";
/// What other guides there are.
pub const OTHER_GUIDES_ARE: &str = "First call, carer, leaving hospital, family ...";

// Row 1.
/// The journal cannot be written just now.
pub const NOT_SAVED: &str = "Not saved. Trying again";
/// The same where there is less room.
pub const NOT_SAVED_SHORT: &str = "Not saved";

// Conversation.
/// No notes yet.
pub const LISTENING_EMPTY: [&str; 2] = [
    "Listening. Notes will appear here.",
    "You do not have to write anything yet.",
];
/// Before the contact line, while it is so.
pub const NO_COPY_HOME: &str = "No copy to the home.";
/// Heads the guide.
pub const GUIDE: &str = "Guide";
/// Beside it.
pub const TAB_MOVES: &str = "Tab moves";
/// Heads the questions.
pub const YOU_COULD_ASK: &str = "You could ask";
/// Before one question, where there is room for one.
pub const ASK: &str = "Ask:";
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

/// A list goes on above what is shown.
pub const MORE_ABOVE: &str = "more above";
/// A list goes on below what is shown.
pub const MORE_BELOW: &str = "more below";

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
/// What turns the detail, where there is no room for its levels.
pub const ARROWS_DETAIL: &str = "← → detail";
/// A note that is in.
pub const IN: &str = "[ in]";
/// A note that is out.
pub const OUT: &str = "[out]";
/// A note that is kept apart.
pub const APART_SIGN: &str = "[ & ]";
/// After a note added in Read back.
pub const ADDED_LATE: &str = " (added after the call)";
/// Nobody is named for a step.
pub const WHO_IS_IT: &str = "who?";

// Sheets.
/// The kinds sheet.
pub const MOVE_TITLE: &str = "Move to another kind of conversation";
/// The same on Home.
pub const START_TITLE: &str = "Start a conversation";
/// The kind in use.
pub const YOU_ARE_HERE: &str = "you are here";
/// Under the kinds, of the rows it is true of.
pub const NOTES_STAY: &str =
    "1 to 4: your notes stay with you. The record shows both. Ctrl+Z comes back.";
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
/// When sheet, once who is being named.
pub const WHO_TITLE: &str = "Who does it?";
/// Marks sheet.
pub const MARKS_TITLE: &str = "Mark this note as";
/// Notes sheet.
pub const NOTES_TITLE: &str = "Notes: next steps and things to come back to first";
/// Save sheet.
pub const SAVE_TITLE: &str = "Save the record";
/// Safe sheet.
pub const SAFE_TITLE: &str = "Keeping safe";
/// Help.
pub const HELP_TITLE: &str = "Help";
/// Before what is typed to narrow a list.
pub const FIND_LABEL: &str = "Find:";
/// Nothing in help answers.
pub const NO_HELP_MATCHES: &str = "Nothing in help has those letters.";
/// Before a day that is typed.
pub const DAY_LABEL: &str = "Day:";
/// Before a name that is typed.
pub const NAME_LABEL: &str = "Name:";
/// Nothing answers.
pub const NO_TOPIC_MATCHES: &str = "No topic matches. Enter puts your words on the line.";
/// Nothing else answers.
pub const NO_OTHER_TOPIC: &str = "No other topic matches";
/// Heads notes found.
pub const IN_THESE_NOTES: &str = "In these notes";
/// The list is long and not read yet.
pub const STILL_READING_LIST: &str =
    "Still reading the list of local help. It shows here in a moment.";
/// There is no list.
pub const NO_LOCAL_LIST: &str =
    "Your team has no list of local help yet. /connections shows how to add one.";
/// How to add one.
pub const HOW_TO_ADD_CONNECTIONS: &str =
    "Put a .csv or .toml list in connections (/where). See examples/connections.";
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
/// `--record` without `--plain`.
pub const RECORD_NEEDS_PLAIN: &str =
    "--record goes with --plain: alongside new --plain --record FILE.";
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
/// Undo, in a list of commands.
pub const NOTHING_TO_UNDO_SHORT: &str = "nothing to undo";
/// Redo, in a list of commands.
pub const NOTHING_TO_REDO_SHORT: &str = "nothing to redo";
/// A note command, in a list of commands.
pub const NO_NOTE_SHORT: &str = "no note yet";
/// Where a command counts, in a list of commands.
pub const IN_A_CONVERSATION: &str = "in a conversation";
/// Where a command counts, in a list of commands.
pub const IN_THE_CONVERSATION: &str = "in the conversation";
/// Where a command counts, in a list of commands.
pub const IN_READ_BACK: &str = "in Read back";
