//! Local help: what Find lists, one listing whole, and the way to an introduction.

use chrono::NaiveDate;

use super::{App, SheetRow, say, talk};
use crate::{
    connection::{Listing, Standing},
    desk::{Command, LocalHelp},
    words,
};

/// Local help, then the notes and topics, then what may be found out later.
pub(super) fn find(app: &App, typed: &str) -> Vec<SheetRow> {
    let Some(talk) = app.desk.talk() else {
        return vec![];
    };
    let mut rows = local_help(app, typed);
    let found: Vec<_> = if typed.trim().is_empty() {
        vec![]
    } else {
        super::narrowed(talk.notes.iter().rev(), typed, |note| note.text.clone())
    };
    if !found.is_empty() {
        rows.push(SheetRow::words(words::IN_THESE_NOTES));
        let row = |note: &talk::Note| {
            SheetRow::new(
                words::one_line(&note.text),
                words::clock(note.at),
                Command::ChooseNote(note.id),
            )
        };
        rows.extend(found.into_iter().take(8).map(row));
    }
    let topics = if typed.is_empty() {
        vec![]
    } else {
        talk::topics::narrowed(talk.guide(), typed)
    };
    if !topics.is_empty() {
        rows.push(SheetRow::words(words::TOPICS));
        let row = |topic: &crate::guide::Topic| {
            SheetRow::new(
                topic.title.clone(),
                "",
                say(talk::Command::Topic(topic.id.clone())),
            )
        };
        rows.extend(topics.into_iter().take(3).map(row));
    }
    if !typed.trim().is_empty() {
        let later = words::find_out(typed.trim());
        rows.push(SheetRow::new(
            words::add_to_find_out(typed.trim()),
            "",
            say(talk::Command::FindOut(later)),
        ));
    }
    rows
}

fn local_help(app: &App, typed: &str) -> Vec<SheetRow> {
    let listings = &app.desk.listings;
    if app.desk.awaits_listings {
        return vec![SheetRow::words(words::STILL_READING_LIST)];
    }
    if listings.is_empty() {
        return vec![SheetRow::words(words::NO_LOCAL_LIST)];
    }
    let found = listings.find(typed);
    if found.is_empty() {
        return vec![];
    }
    let mut rows = vec![SheetRow::words(words::near_the_person(listings.checked))];
    rows.extend(found.into_iter().take(6).map(|listing| {
        SheetRow::new(
            listing.name.clone(),
            beside(app, listing, listings.checked),
            say(connects(listing)),
        )
    }));
    rows
}

/// Keeps a connection to a listing, which says what kind of local help it is.
pub fn connects(listing: &Listing) -> talk::Command {
    talk::Command::Connect {
        listing: listing.id.clone(),
        kind: Some(listing.kind.clone()).filter(|kind| !kind.is_empty()),
        text: listing.as_note(),
    }
}

/// What a row says beside the name of a listing.
fn beside(app: &App, listing: &Listing, said_for_all: Option<NaiveDate>) -> String {
    let remembered = app.desk.listings.memory().of(&listing.id);
    words::local_help::row(listing, remembered, app.now.date_naive(), said_for_all)
}

/// What a connection note's menu has besides.
pub(super) fn in_menu(id: &str) -> [SheetRow; 2] {
    let do_it = |what: LocalHelp| Command::LocalHelp(what);
    [
        SheetRow::new(
            words::local_help::INTRODUCE,
            "",
            do_it(LocalHelp::Ask(Some(id.to_owned()))),
        ),
        SheetRow::new(
            words::local_help::MORE_ABOUT_IT,
            "",
            do_it(LocalHelp::More(Some(id.to_owned()))),
        ),
    ]
}

/// One listing whole, and what can be done with it. In practice nothing of it is remembered.
pub(super) fn listing(app: &App, id: &str) -> Vec<SheetRow> {
    let Some(listing) = app.desk.listings.get(id) else {
        return vec![SheetRow::words(words::local_help::NOT_LISTED_NOW)];
    };
    let remembered = app.desk.listings.memory().of(id);
    let today = app.now.date_naive();
    let lines = words::local_help::whole(listing, remembered, today);
    let mut rows: Vec<SheetRow> = lines.into_iter().map(SheetRow::words).collect();
    rows.push(SheetRow::new(
        words::local_help::ADD_IT,
        "",
        say(connects(listing)),
    ));
    let introduce = LocalHelp::Ask(Some(id.to_owned()));
    rows.push(SheetRow::new(
        words::local_help::INTRODUCE,
        "",
        Command::LocalHelp(introduce),
    ));
    if app.practice.is_some() {
        return rows;
    }
    rows.extend(Standing::ALL.into_iter().map(|standing| {
        let is_so = remembered.is_some_and(|remembered| remembered.is(standing));
        let command = LocalHelp::Remember(Some(id.to_owned()), standing);
        let words = words::local_help::remember(standing, is_so);
        SheetRow::new(words, "", Command::LocalHelp(command))
    }));
    rows
}

/// What they said to being introduced.
pub(super) fn introduce(app: &App, id: &str) -> Vec<SheetRow> {
    let Some(listing) = app.desk.listings.get(id) else {
        return vec![SheetRow::words(words::local_help::NOT_LISTED_NOW)];
    };
    let person = app
        .desk
        .talk()
        .and_then(|talk| talk.facts.person.as_deref());
    let person = person.unwrap_or_default();
    let write = |words: String| Command::LocalHelp(LocalHelp::WriteOut(words));
    let remembered = app.desk.listings.memory().of(id);
    let first = words::local_help::said_first(listing, remembered);
    let asked = [
        SheetRow::words(words::local_help::MAY_I),
        SheetRow::new(
            words::local_help::THEY_SAID_YES,
            words::local_help::GOES_ON_THE_LINE,
            write(words::local_help::introduces(person, &listing.name)),
        ),
        SheetRow::new(
            words::local_help::THEY_WILL_THINK,
            words::local_help::GOES_ON_THE_LINE,
            write(words::local_help::asks_again(person, &listing.name)),
        ),
        SheetRow::new(
            words::local_help::THEY_SAID_NO,
            "",
            Command::LocalHelp(LocalHelp::NotThisTime),
        ),
    ];
    first
        .into_iter()
        .map(SheetRow::words)
        .chain(asked)
        .collect()
}
