//! What each sheet lists.

use std::cmp::Reverse;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

mod alone;
mod close;
mod copies;
mod known;
mod local_help;
mod places;
mod practising;
mod promised;
mod records;
mod together;
mod told;
mod when;

use places::{elsewhere, whereabouts};
pub use when::step_in_hand;

use super::{
    App, Screen, help,
    sheet::{Sheet, SheetKind, SheetRow},
    table,
};
use crate::{
    conversation::{self as talk, Choice, Conversation, Detail, NoteId},
    desk::Command,
    guide::Kind,
    line::{Mark, Who},
    record, words,
};

/// The rows of a sheet, narrowed where its own filter is best applied early.
pub fn rows(app: &App, sheet: &Sheet) -> Vec<SheetRow> {
    let command = sheet.typed_command();
    match command.and_then(|(name, rest)| table::entry(name, rest)) {
        Some(entry) => records::so_far(sheet)
            .into_iter()
            .chain([SheetRow::words(entry.words)])
            .collect(),
        None => rows_of_its_own(app, sheet),
    }
}

fn rows_of_its_own(app: &App, sheet: &Sheet) -> Vec<SheetRow> {
    match &sheet.kind {
        SheetKind::Topics => topics(app, &sheet.filter),
        SheetKind::Headings(note) => headings(app, *note),
        SheetKind::Commands => commands(app, &sheet.filter),
        SheetKind::Find => local_help::find(app, &sheet.filter),
        SheetKind::Listing(id) => local_help::listing(app, id),
        SheetKind::Introduce(id) => local_help::introduce(app, id),
        SheetKind::Kinds => kinds(app),
        SheetKind::Guides => guides(app),
        SheetKind::When(when) => when::rows(app, when, &sheet.filter),
        SheetKind::NoteMenu(note) => note_menu(app, *note),
        SheetKind::Marks(note) => Mark::ALL
            .into_iter()
            .map(|mark| {
                SheetRow::new(
                    words::mark(mark),
                    mark.char(),
                    say(talk::Command::Mark(Some(*note), mark)),
                )
            })
            .collect(),
        SheetKind::Notes => notes(app),
        SheetKind::Save => save(app),
        SheetKind::WholeTopic => whole_topic(app),
        SheetKind::Elsewhere(id, since) => elsewhere(app, id, *since),
        SheetKind::Where => whereabouts(app),
        SheetKind::Scenarios => practising::scenarios(app),
        SheetKind::SoFar => practising::so_far(app),
        SheetKind::Played(id) => practising::played(id),
        SheetKind::Injects => practising::injects(app),
        SheetKind::Moments => practising::moments(app),
        SheetKind::Moves => alone::moves(),
        SheetKind::AskAbout(at) => alone::topics(app, *at),
        SheetKind::AloneOver => alone::over(app),
        SheetKind::EndDebrief => app.ends_of_debrief(),
        SheetKind::Due => promised::promises(app, false),
        SheetKind::Week => promised::promises(app, true),
        SheetKind::People => known::people(app, &sheet.filter),
        SheetKind::Known(name) => known::ten_lines(app, name),
        SheetKind::FollowUp(place, asked) => promised::follow_up(app, place, *asked, &sheet.filter),
        SheetKind::Records => records::list(app, &sheet.filter),
        SheetKind::RecordMenu(id) => records::menu(app, id),
        SheetKind::Adding(id, question) => records::question(app, id, question, &sheet.filter),
        SheetKind::Record => records::reading(app),
        SheetKind::CopyPart => copies::parts(app),
        SheetKind::Letter(not_home) => copies::letter(not_home.as_ref()),
        SheetKind::Words => copies::words(app),
        SheetKind::Close(which) => close::rows(app, which, &sheet.filter),
        SheetKind::Story(which) => told::story(app, which, &sheet.filter),
        SheetKind::Feedback(which) => told::feedback(app, which, &sheet.filter),
        SheetKind::Safe => safe(app),
        SheetKind::Help => help::rows(&sheet.filter),
    }
}

/// Whether a row's text answers to the letters typed.
pub fn matches(text: &str, typed: &str) -> bool {
    score(text, typed).is_some()
}

/// How well a text answers to the letters typed; `None` is not at all.
fn score(text: &str, typed: &str) -> Option<u32> {
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = vec![];
    pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)
}

/// The items that answer to the letters typed, best first; all in their own order when nothing is typed.
fn narrowed<T>(items: impl Iterator<Item = T>, typed: &str, text: impl Fn(&T) -> String) -> Vec<T> {
    if typed.is_empty() {
        return items.collect();
    }
    let mut scored: Vec<(u32, T)> = items
        .filter_map(|item| Some((score(&text(&item), typed)?, item)))
        .collect();
    scored.sort_by_key(|(score, _)| Reverse(*score));
    scored.into_iter().map(|(_, item)| item).collect()
}

fn say(command: talk::Command) -> Command {
    Command::Talk(command)
}

fn topics(app: &App, typed: &str) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let found = talk::topics::narrowed(talk.guide(), typed);
    let mut rows: Vec<SheetRow> = found
        .into_iter()
        .map(|topic| {
            // A topic with no notes says nothing of it: it is a place to glance, not a gap.
            let detail = match talk.notes_under(&talk.topic_ref(topic)) {
                0 => String::new(),
                count => words::notes_here(count),
            };
            SheetRow::new(
                topic.title.clone(),
                detail,
                say(talk::Command::Topic(topic.id.clone())),
            )
        })
        .collect();
    if !typed.is_empty() {
        rows.push(SheetRow::words(if rows.is_empty() {
            words::NO_TOPIC_MATCHES
        } else {
            words::NO_OTHER_TOPIC
        }));
    }
    rows
}

fn headings(app: &App, note: NoteId) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let mut seen = vec![];
    let sections = talk
        .talks
        .iter()
        .rev()
        .flat_map(|talk| &talk.guide.sections);
    let mut rows = vec![];
    for section in sections {
        if !seen.contains(&&section.id) {
            seen.push(&section.id);
            let command = say(talk::Command::Section(Some(note), section.id.clone()));
            rows.push(SheetRow::new(section.heading.clone(), "", command));
        }
    }
    rows
}

/// The most useful here when nothing is typed; all of them, narrowed, when something is.
pub fn commands(app: &App, typed: &str) -> Vec<SheetRow> {
    let name = typed
        .trim_start()
        .split(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let listed: Vec<&table::Entry> = table::entries()
        .filter(|entry| !entry.typed.is_empty())
        .collect();
    let entries: Vec<&table::Entry> = if name.is_empty() {
        listed
            .into_iter()
            .filter(|entry| app.counts(entry.place))
            .collect()
    } else {
        let mut found: Vec<&table::Entry> = listed
            .iter()
            .copied()
            .filter(|entry| {
                entry
                    .typed
                    .iter()
                    .any(|typed| typed.split(' ').any(|word| word.starts_with(&name)))
            })
            .collect();
        for entry in narrowed(listed.into_iter(), typed.trim(), |entry| {
            entry.words.to_owned()
        }) {
            if !found.iter().any(|had| std::ptr::eq(*had, entry)) {
                found.push(entry);
            }
        }
        found
    };
    entries
        .into_iter()
        .map(|entry| {
            let keys: Vec<String> = entry.keys.iter().map(ToString::to_string).collect();
            let detail = format!(
                "{:<18} /{} {}",
                keys.join("  "),
                entry.typed[0],
                entry.takes
            );
            match app.refusal(entry) {
                Some(why) => {
                    let detail = format!("{:<18} {why}", keys.join("  "));
                    SheetRow::new(entry.words, detail, Command::NotNow(why))
                }
                None => {
                    let command = match (entry.make)("") {
                        Command::Needs(_) => Command::TypeOut(entry.typed[0]),
                        command => command,
                    };
                    SheetRow::new(entry.words, detail.trim_end(), command)
                }
            }
        })
        .collect()
}

fn kinds(app: &App) -> Vec<SheetRow> {
    let here = app
        .desk
        .guide()
        .filter(|_| app.screen != Screen::Home)
        .map(|guide| guide.id.clone());
    let mut rows: Vec<SheetRow> = Kind::ALL
        .into_iter()
        .map(|kind| {
            let detail = if here == Some(kind.main_guide()) {
                words::YOU_ARE_HERE
            } else {
                words::kind_purpose(kind)
            };
            SheetRow::new(words::kind(kind), detail, Command::Guide(kind.main_guide()))
        })
        .collect();
    rows.push(SheetRow::new(
        words::OTHER_GUIDES,
        words::OTHER_GUIDES_ARE,
        Command::Guides,
    ));
    rows.extend(together::beside_kinds(app));
    if app.screen != Screen::Home {
        rows.push(SheetRow::words(words::NOTES_STAY));
    }
    rows
}

fn guides(app: &App) -> Vec<SheetRow> {
    let listed = app.desk.shelf.list();
    listed
        .into_iter()
        .map(|guide| SheetRow::new(guide.title, guide.purpose, Command::Guide(guide.id)))
        .collect()
}

fn note_menu(app: &App, id: NoteId) -> Vec<SheetRow> {
    let Some(note) = app.desk.talk().and_then(|talk| talk.note(id)) else {
        return vec![];
    };
    let is_in = note.is_in(
        app.desk
            .talk()
            .map_or(Detail::Standard, Conversation::detail),
    );
    let choice = if is_in {
        (words::LEAVE_OUT, Choice::Out)
    } else {
        (words::PUT_IN, Choice::In)
    };
    let step = if note.step.is_some() {
        SheetRow::new(words::WHEN_AND_WHO, "", Command::When(String::new()))
    } else {
        SheetRow::new(
            words::MAKE_A_STEP,
            "",
            say(talk::Command::Mark(Some(id), Mark::NextStep)),
        )
    };
    let apart = if note.apart {
        words::PUT_BACK
    } else {
        words::KEEP_APART
    };
    let before = vec![
        SheetRow::new(words::CHANGE_WORDS, "", Command::Change),
        SheetRow::new(words::MOVE_TO_HEADING, "", Command::Heading(String::new())),
        SheetRow::new(choice.0, "", say(talk::Command::Choose(Some(id), choice.1))),
        SheetRow::new(words::MARK_AS, "", Command::Marks),
    ];
    let split = SheetRow::new(words::SPLIT, "", Command::Split);
    let join = SheetRow::new(words::JOIN_ABOVE, "", Command::Join);
    let listing = note.listing.as_deref();
    let listed = listing.filter(|id| app.desk.listings.get(id).is_some());
    let between = match listed {
        // Its words are the list's: there is nothing to split, and the step is an introduction. Nine rows have digits.
        Some(listing) => {
            let [introduce, more] = local_help::in_menu(listing);
            vec![introduce, more, join]
        }
        None => vec![step, join, split],
    };
    let after = [
        SheetRow::new(words::COPY_NOTE, "", Command::CopyNote),
        SheetRow::new(apart, "", Command::Apart),
    ];
    before.into_iter().chain(between).chain(after).collect()
}

fn notes(app: &App) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let urgent = |note: &&talk::Note| matches!(note.mark, Some(Mark::NextStep | Mark::ComeBack));
    let (first, rest): (Vec<_>, Vec<_>) = talk.notes.iter().rev().partition(urgent);
    let row = |note: &talk::Note| {
        let mark = note.mark.map_or(' ', Mark::char);
        SheetRow::new(
            format!("{mark} {}", words::one_line(&note.text)),
            words::clock(note.at),
            Command::ChooseNote(note.id),
        )
    };
    first.into_iter().chain(rest).map(row).collect()
}

fn save(app: &App) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let mut rows = vec![
        SheetRow::new(
            words::SAVE_AND_FINISH,
            format!("{}.md", talk.id),
            Command::SaveNow { copy: false },
        ),
        SheetRow::new(
            words::SAVE_AND_COPY,
            words::THEN_PASTE,
            Command::SaveNow { copy: true },
        ),
        SheetRow::new(
            words::KEEP_AS_DRAFT,
            words::NOTHING_SAVED_YET,
            Command::Leave,
        ),
    ];
    rows.extend(close::before_saving(app));
    let unnamed = talk
        .notes
        .iter()
        .filter(|note| {
            note.is_in(talk.detail())
                && note
                    .step
                    .as_ref()
                    .is_some_and(|step| *talk.doer(step) == Who::NotSaid)
        })
        .count();
    rows.extend(words::unnamed_steps(unnamed).map(SheetRow::words));
    let apart = talk.notes.iter();
    let apart = apart.filter(|note| record::goes_apart(note)).count();
    rows.extend(words::kept_apart_saved(apart).map(SheetRow::words));
    if record::tally(talk).included == 0 {
        rows.push(SheetRow::words(words::NOTHING_IN));
    }
    rows
}

fn whole_topic(app: &App) -> Vec<SheetRow> {
    let Some(topic) = app.desk.talk().and_then(Conversation::current_topic) else {
        return vec![];
    };
    let mut rows = vec![];
    let mut part = |title: &str, lines: Vec<&str>| {
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            rows.push(SheetRow::words(title));
            rows.extend(
                lines
                    .into_iter()
                    .map(|line| SheetRow::words(format!("  {line}"))),
            );
        }
    };
    part(words::WHY, vec![&topic.why]);
    part(
        words::YOU_COULD_ASK,
        topic.ask.iter().map(String::as_str).collect(),
    );
    part(
        words::GENTLER,
        topic.gentler.iter().map(String::as_str).collect(),
    );
    part(
        words::LISTEN_FOR,
        topic.listen_for.iter().map(String::as_str).collect(),
    );
    part(words::LISTENING, vec![&topic.pause]);
    part(
        words::WHERE_NEXT,
        topic.follow.iter().map(String::as_str).collect(),
    );
    part(words::IF_IT_CAME_UP, vec![&topic.write]);
    rows
}

fn safe(app: &App) -> Vec<SheetRow> {
    let team = &app.desk.team;
    let mut rows = vec![SheetRow::words(words::EMERGENCY)];
    rows.extend(
        team.numbers.iter().map(|(name, number)| {
            SheetRow::words(format!("{name}  {}", words::or_not_set(number)))
        }),
    );
    rows.extend(
        team.safe_steps
            .iter()
            .map(|step| SheetRow::words(step.clone())),
    );
    if team.numbers.is_empty() && team.safe_steps.is_empty() {
        rows.extend(words::TEAM_NOT_SET.map(SheetRow::words));
    }
    rows.push(SheetRow::words(words::DOES_NOT_WATCH));
    rows
}
