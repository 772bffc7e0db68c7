//! Finished records: the list, what can be done with one, what is asked, and the record as it is read.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::SheetRow;
use crate::{
    app::{App, Seal, Sheet, SheetKind},
    conversation::ConversationId,
    desk::{Command, Index, Question, Records},
    guide::Kind,
    people::Met,
    record::{self, Front, inert, view},
    text,
    words::{self, adding as said},
};

/// How many are listed at once. Typing finds the others.
const MOST: usize = 50;

/// The finished records that answer to the words typed, the newest first.
pub(super) fn list(app: &App, typed: &str) -> Vec<SheetRow> {
    if !matches!(app.desk.index, Index::Read(_)) {
        return vec![SheetRow::words(match app.seal {
            Seal::Locked => said::SEALED,
            Seal::Off | Seal::Unlocked => said::STILL_READING,
        })];
    }
    let today = app.now.date_naive();
    let mut sought = Sought::new(app, typed);
    let finished = app.desk.index.met().iter().filter(|met| !met.is_open());
    let mut found: Vec<&Met> = finished.filter(|met| sought.is_in(met)).collect();
    found.sort_unstable_by(|a, b| (b.started, &b.id).cmp(&(a.started, &a.id)));
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    let names = found.iter().filter_map(|met| met.person.as_deref());
    let names: Vec<&str> = names.collect();
    let rows = found.into_iter().map(|met| {
        let (text, detail) = said::row(met, &app.called(met), &names, today);
        let menu = Records::Menu(met.id.clone());
        SheetRow::new(text, detail, Command::Records(menu))
    });
    let mut rows: Vec<SheetRow> = rows.collect();
    if rows.is_empty() {
        rows.push(SheetRow::words(match typed.trim() {
            "" => said::NO_RECORDS.to_owned(),
            typed => said::none_called(typed),
        }));
    }
    if more > 0 {
        rows.push(SheetRow::words(said::more_records(more)));
    }
    rows
}

impl App {
    /// What a conversation is called where records are listed: by its guide where that is not the main one of its kind, and else by its kind.
    pub fn called(&self, met: &Met) -> String {
        words::known::called(&met.guide, met.kind, &self.desk.shelf)
    }
}

/// The words typed, and what they are looked for in that many records share: worked out once for thousands of them.
struct Sought<'a> {
    app: &'a App,
    words: Vec<String>,
    /// What conversations held with a guide are called, and their kind.
    called: HashMap<(&'a str, Kind), String>,
    /// A day in every way it may be typed.
    days: HashMap<NaiveDate, String>,
}

impl<'a> Sought<'a> {
    fn new(app: &'a App, typed: &str) -> Self {
        Self {
            app,
            words: typed
                .to_lowercase()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            called: HashMap::new(),
            days: HashMap::new(),
        }
    }

    /// Whether every word is in the person's name, what the conversation is called, its kind, the day, or how it stands.
    fn is_in(&mut self, met: &'a Met) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let name = met.person.as_deref().unwrap_or_default().to_lowercase();
        if self.words.iter().all(|word| name.contains(word.as_str())) {
            return true;
        }
        let app = self.app;
        let called = self
            .called
            .entry((&met.guide, met.kind))
            .or_insert_with(|| {
                format!("{} {}", app.called(met), words::kind(met.kind)).to_lowercase()
            });
        let day = met.started.date_naive();
        let days = self.days.entry(day).or_insert_with(|| {
            let short = words::day(day, app.now.date_naive());
            format!("{short} {} {day}", words::full_date(day)).to_lowercase()
        });
        let (void, added_to) = said::stands(met);
        let initials = words::initials(&name).to_lowercase();
        let all = [name.as_str(), &initials, called, days, void, added_to];
        self.words
            .iter()
            .all(|word| all.iter().any(|part| part.contains(word.as_str())))
    }
}

/// What can be done with a record.
pub(super) fn menu(app: &App, id: &ConversationId) -> Vec<SheetRow> {
    let Some(front) = front(app, id) else {
        return vec![SheetRow::words(said::NOT_THERE)];
    };
    let ask = |words, detail, question| {
        let command = Command::Records(Records::Ask(id.clone(), question));
        SheetRow::new(words, detail, command)
    };
    let read = Command::Records(Records::Read(id.clone()));
    let stands = match front.is_void() {
        false => ask(said::VOID, said::VOID_IS, Question::Void),
        true => ask(said::AGAIN, said::AGAIN_IS, Question::Again),
    };
    let void = front.voided.as_ref().map(said::void).map(SheetRow::words);
    let rows = [
        SheetRow::new(said::READ, "", read),
        ask(said::PUT_RIGHT, said::PUT_RIGHT_IS, Question::Wrong),
        ask(
            said::THEY_SAY,
            said::THEY_SAY_IS,
            Question::Statement(vec![]),
        ),
        ask(said::HEARD, said::HEARD_IS, Question::Heard),
        stands,
    ];
    void.into_iter().chain(rows).collect()
}

fn front(app: &App, id: &ConversationId) -> Option<Front> {
    let shown = app.shown_record.as_ref().filter(|shown| shown.id == *id)?;
    record::read_front(&shown.markdown).ok()
}

/// What was answered before the question of this sheet.
pub(super) fn so_far(sheet: &Sheet) -> Vec<SheetRow> {
    match &sheet.kind {
        SheetKind::Adding(_, question) => said::so_far(question)
            .into_iter()
            .map(SheetRow::words)
            .collect(),
        _ => vec![],
    }
}

/// What is asked, with what was answered before and what is typed now.
pub(super) fn question(
    app: &App,
    id: &ConversationId,
    question: &Question,
    typed: &str,
) -> Vec<SheetRow> {
    let mut rows: Vec<SheetRow> = said::so_far(question)
        .into_iter()
        .map(SheetRow::words)
        .collect();
    let answer = Records::Answer(id.clone(), question.clone(), typed.to_owned());
    let take = |words: String| SheetRow::new(words, "", Command::Records(answer.clone()));
    let typed = typed.trim();
    match question {
        Question::Right(_) | Question::Because(..) if typed.is_empty() => {
            rows.push(SheetRow::words(said::TYPE_IT));
        }
        Question::Statement(lines) if typed.is_empty() && !lines.is_empty() => {
            rows.push(take(said::ENDS_IT.to_owned()));
        }
        _ if typed.is_empty() => rows.push(take(said::CHANGES_NOTHING.to_owned())),
        Question::Statement(_) => rows.push(take(said::NEXT_LINE.to_owned())),
        Question::Wrong => match app.times_in_record(id, typed) {
            0 => rows.extend(said::NOT_IN_RECORD.map(SheetRow::words)),
            times => rows.push(take(said::stand_there(times))),
        },
        _ => rows.push(take(text::shown(typed).into_owned())),
    }
    rows
}

/// The record that is being read: its headings, and what is under them set in.
pub(super) fn reading(app: &App) -> Vec<SheetRow> {
    let Some(shown) = &app.shown_record else {
        return vec![];
    };
    let front = record::read_front(&shown.markdown).ok();
    let void = front.and_then(|front| front.voided);
    let void = void.as_ref().map(said::void);
    let corrected = view::corrected(&shown.markdown).ok();
    let now = corrected.as_deref().unwrap_or(&shown.markdown);
    let text = if shown.as_finished {
        view::body(&shown.markdown)
    } else {
        view::body(now)
    };
    let lines = text.lines().map(|line| match line.trim_start_matches('#') {
        heading if heading.len() < line.len() && heading.starts_with(' ') => {
            inert::plain(heading.trim())
        }
        "" => String::new(),
        words => format!("  {}", inert::plain(words.trim_end_matches('\\'))),
    });
    void.into_iter().chain(lines).map(SheetRow::words).collect()
}
