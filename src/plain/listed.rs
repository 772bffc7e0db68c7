//! Numbered choices. A number chooses only straight after its list; after anything else it is a note.

use super::{Plain, promised::Awaited};
use crate::{
    app::{
        Pick, Screen, Sheet, SheetKind,
        home::{self, Row},
        read_back, table,
    },
    conversation::{self as talk, Choice, Conversation, NoteId},
    desk::{Close, Command, Follow, Practise, Tick},
    record, words,
};

/// How many open conversations Home reads out. More would keep a caller waiting.
const DRAFTS: usize = 5;

impl Plain {
    /// Home: the day, what can be started, what can be carried on.
    pub(super) fn list_home(&mut self) {
        let today = words::plain::today(self.app.now, self.app.desk.drafts.len());
        let due = self.say_count_due();
        self.say(due.map_or(today.clone(), |due| format!("{today} {due}")));
        self.offer_home();
        self.say(words::plain::TYPE_A_NUMBER);
    }

    /// Home again, in as few words as will do.
    pub(super) fn list_home_numbers(&mut self) {
        self.offer_home();
        self.say(words::plain::STARTS_AGAIN);
    }

    fn offer_home(&mut self) {
        let begin = home::rows(&self.app)
            .into_iter()
            .filter(|row| matches!(row, Row::Begin(_) | Row::Practice));
        let (mut said, mut choices): (Vec<String>, Vec<Command>) = begin
            .map(|row| {
                let title = home::start_words(&row).0.to_owned();
                (title, row_command(row))
            })
            .unzip();
        let drafts = &self.app.desk.drafts;
        let more = drafts.len().saturating_sub(DRAFTS);
        let sealed = drafts.iter().any(|draft| draft.sealed);
        for draft in drafts.iter().take(DRAFTS) {
            said.push(words::plain::carry_on(draft, self.app.now));
            choices.push(Command::Open(draft.id.clone()));
        }
        self.offer_close(&mut said, &mut choices);
        if !self.app.due_now().is_empty() {
            said.push(words::promise::DUE_TODAY.to_owned());
            choices.push(Command::Follow(Follow::Due));
        }
        self.choices = choices;
        self.say(words::plain::numbered(&said));
        if sealed {
            self.say(words::SEALED_HOW);
        }
        if more > 0 {
            self.say(words::plain::more_drafts(more));
        }
    }

    /// The topics of the guide in use.
    pub(super) fn list_topics(&mut self) {
        let said = self.app.desk.guide().map(words::plain::topics);
        self.said.extend(said);
        self.offer_topics();
    }

    /// Numbers choose among the topics that were just said.
    pub(super) fn offer_topics(&mut self) {
        let Some(guide) = self.app.desk.guide() else {
            return;
        };
        let go =
            |topic: &crate::guide::Topic| Command::Talk(talk::Command::Topic(topic.id.clone()));
        self.choices = words::plain::choosable(guide).map(go).collect();
    }

    /// The rows of a list the full screen would open over the line.
    pub(super) fn list_sheet(&mut self, sheet: &Sheet) {
        if let Some(awaited) = Awaited::of(&sheet.kind) {
            return self.ask_about(awaited);
        }
        self.say_what_it_asks(sheet);
        let rows = sheet.rows(&self.app);
        if sheet.kind == SheetKind::Find {
            let found = rows
                .iter()
                .filter(|row| is_connection(row.pick.as_ref()))
                .count();
            if found > 0 {
                self.say(words::plain::found(found));
            }
        }
        let is_told = matches!(sheet.kind, SheetKind::Story(_) | SheetKind::Feedback(_));
        for row in rows {
            match row.pick {
                // What stands beside a row of these is a sentence of its own.
                Some(Pick::Do(command)) if is_told => {
                    self.offer(&row.text, &begun_large(&row.detail), command);
                }
                Some(Pick::Do(command)) => self.offer(&row.text, &row.detail, command),
                // Choosing a day with the arrows, or typing a name into the list.
                Some(Pick::Then(_)) => {}
                None if sheet.kind == SheetKind::Kinds || row.text.trim().is_empty() => {}
                None => self.say(row.text.trim()),
            }
        }
        if is_told {
            self.goes_on_after(&sheet.kind);
            return self.told_of(&sheet.kind);
        }
        if !self.choices.is_empty() {
            self.say(words::plain::NUMBER_CHOOSES);
        }
    }

    fn offer(&mut self, text: &str, detail: &str, command: Command) {
        let number = self.choices.len() + 1;
        let text = match &command {
            Command::Talk(talk::Command::FindOut(words)) => words::plain::add_to_find_out(words),
            _ => text.trim().to_owned(),
        };
        // What a screen sets apart with spaces is set apart with stops.
        let parts = detail
            .split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let detail = parts.collect::<Vec<_>>().join(". ");
        let said = [text, detail]
            .map(|part| words::plain::stopped(&part))
            .join(" ");
        self.say(format!("{number} {}", said.trim_end()));
        self.choices.push(command);
    }

    /// Every command, a line each.
    pub(super) fn list_commands(&mut self) {
        for entry in table::entries() {
            if let Some(name) = entry.typed.first() {
                self.say(words::plain::command(name, entry.takes, entry.words));
            }
        }
    }

    /// Every note under its heading, in or out, with the number `/in` and `/out` take.
    pub(super) fn read_back(&mut self) {
        if self.app.screen == Screen::Watch {
            return self.say_minutes();
        }
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        if talk.notes.is_empty() {
            let nothing = words::NOTHING_NOTED.map(str::to_owned);
            return self.said.extend(nothing);
        }
        let (detail, today) = (talk.detail(), self.app.now.date_naive());
        let mut said = vec![words::plain::read_back(
            self.app.tally().unwrap_or_default(),
            detail,
        )];
        said.extend(words::evidence::facts::known(&talk.facts));
        let order = read_back::order(&self.app);
        let notes = order.iter().filter_map(|id| talk.note(*id));
        said.extend(
            notes
                .enumerate()
                .map(|(at, note)| words::plain::read_back_note(at + 1, note, detail, today)),
        );
        said.extend(words::unnamed_steps(unnamed(talk)));
        said.extend(words::kept_apart_saved(apart(talk)));
        said.extend(self.hmm_by_number(&order));
        self.said.extend(said);
        self.say_sides();
        self.say_look_again();
    }

    /// `/in 3`, `/out 3`: the numbers are those of Read back.
    pub(super) fn choose_numbered(&mut self, choice: Choice, typed: &str, tick: Tick) {
        let number = typed
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let order = read_back::order(&self.app);
        match number.and_then(|at| order.get(at)) {
            Some(id) => self.choose(*id, choice, tick),
            None => self.refuse(words::plain::no_note_numbered(typed)),
        }
    }

    /// Puts a note in the record or leaves it out.
    pub(super) fn choose(&mut self, id: NoteId, choice: Choice, tick: Tick) {
        let command = talk::Command::Choose(Some(id), choice);
        self.app.obey(Command::Talk(command), tick);
        self.app.said = None;
        let tally = self.app.tally().unwrap_or_default();
        let note = self.app.desk.talk().and_then(|talk| talk.note(id));
        let said = note.map(|note| words::plain::in_or_out(note, choice == Choice::In, tally));
        self.said.extend(said);
    }
}

fn row_command(row: Row) -> Command {
    match row {
        Row::Begin(guide) => Command::Guide(guide),
        Row::Practice | Row::Draft(_) => Command::Practise(Practise::Go),
        Row::Due(place) => Command::Follow(Follow::Choose(place)),
        Row::MoreDue(_) => Command::Follow(Follow::Due),
        Row::Close(root) => Command::Close(Close::Choose(root)),
        Row::MoreClose(_) => Command::Close(Close::Board),
    }
}

fn is_connection(pick: Option<&Pick>) -> bool {
    matches!(
        pick,
        Some(Pick::Do(Command::Talk(talk::Command::Connect { .. })))
    )
}

/// Next steps that will be in the record with nobody named.
fn unnamed(talk: &Conversation) -> usize {
    let nobody = |note: &&talk::Note| {
        let step = note.step.as_ref();
        note.is_in(talk.detail()) && step.is_some_and(|step| step.who == crate::line::Who::NotSaid)
    };
    talk.notes.iter().filter(nobody).count()
}

/// Notes that go in the file kept apart: all that were flagged and not left out by hand.
pub(super) fn apart(talk: &Conversation) -> usize {
    let notes = talk.notes.iter();
    notes.filter(|note| record::goes_apart(note)).count()
}

fn begun_large(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}
