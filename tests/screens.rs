//! Pictures of every screen and sheet, kept as text and read by people.
//!
//! Each state is reached with keys, as somebody would reach it, and drawn at several sizes. Under each picture stands
//! where the cursor is and which rows are chosen. To see what changed, read
//! `tests/screens/snapshots`.

#[path = "screens/adding.rs"]
mod adding;
#[path = "screens/alone.rs"]
mod alone;
#[path = "screens/any.rs"]
mod any;
#[path = "screens/cards.rs"]
mod cards;
#[path = "screens/close.rs"]
mod close;
#[path = "screens/debrief.rs"]
mod debrief;
#[path = "screens/due.rs"]
mod due;
#[path = "screens/home.rs"]
mod home;
#[path = "screens/known.rs"]
mod known;
#[path = "screens/locked.rs"]
mod locked;
#[path = "screens/looks.rs"]
mod looks;
#[path = "screens/picture.rs"]
mod picture;
#[path = "screens/play.rs"]
mod play;
#[path = "screens/read_back.rs"]
mod read_back;
#[path = "screens/sealed.rs"]
mod sealed;
#[path = "screens/sheets.rs"]
mod sheets;
#[path = "screens/talk.rs"]
mod talk;
#[path = "screens/together.rs"]
mod together;
#[path = "screens/told.rs"]
mod told;
#[path = "screens/watch.rs"]
mod watch;
