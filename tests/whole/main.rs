//! The whole program, as a person meets it: the real binary in a real pseudo-terminal, and its screens.
#![cfg(unix)]

mod adding;
mod alone;
#[cfg(feature = "seal")]
mod away;
mod bytes;
#[cfg(feature = "seal")]
mod canary;
mod cards;
mod close;
mod copies;
mod crash;
mod crowd;
mod debriefing;
mod desk;
mod endings;
mod evidence;
mod home;
mod hostile;
mod inert;
mod keeping;
mod known;
mod laws;
mod local_help;
#[cfg(feature = "seal")]
mod locking;
mod piped;
mod private;
mod program;
mod promises;
mod replies;
mod rules;
mod screen;
#[cfg(feature = "seal")]
mod sealing;
mod table;
mod tasks;
mod together;
mod told;
mod troubles;
mod walk;
mod watching;
mod windows;
mod words;
