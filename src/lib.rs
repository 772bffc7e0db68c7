//! Alongside: a guide and notebook for conversations in UK adult social care.
//!
//! # The map of the house
//!
//! Each folder is a room. Everything above the rule is pure: no clock, no disk, no terminal; time and chance come in
//! as arguments. `tests/rules_of_the_house.rs` holds who may use whom.
//!
//! | room | what it holds | may use |
//! |---|---|---|
//! | [`text`] | words on a screen: letters, widths, wrapping, cleaning | |
//! | [`guide`] | what may be talked about: guides, their problems, the built-in shelf | text |
//! | [`mod@line`] | the language of the line: marks, topics, commands, who and when | text |
//! | [`conversation`] | what was said: command, events, state, undo | guide, line |
//! | [`record`] | what is kept: proportion, headings, Markdown out and in | conversation |
//! | [`promise`] | what was promised: due, tried, done; calendar text | record |
//! | [`people`] | who was met: every record and open conversation in a few facts | promise |
//! | [`connection`] | local help: the team's own list, and finding in it | text, guide |
//! | [`practice`] | role-play, and nothing in it real: scenarios, cards, sheets | record |
//! | [`desk`] | what is open now: command and time in, effects out | all of the above |
//! | [`words`] | every sentence the interface says to a person | desk and below |
//! | [`app`] | the full-screen program without a terminal: screens, sheets, keys | desk, words |
//! | --- | --- | --- |
//! | [`store`] | the disk: home, journal, atomic files, locks, records, settings | the pure rooms |
//! | [`run`] | the only place where an effect becomes input or output | store, app |
//! | [`tui`] | the full-screen face | app, run |
//! | [`plain`] | the line-by-line face | app, run |
//! | [`cli`] | arguments, and one file a subcommand | all |
//!
//! Start reading in [`conversation`], then [`desk`], then [`run`].

pub mod app;
pub mod cli;
pub mod connection;
pub mod conversation;
pub mod desk;
pub mod guide;
pub mod line;
pub mod people;
pub mod plain;
pub mod practice;
pub mod promise;
pub mod record;
pub mod run;
pub mod store;
pub mod text;
pub mod tui;
pub mod words;
