//! The whole program, as a person meets it: the real binary in a real pseudo-terminal, and its screens.
#![cfg(unix)]

mod crash;
mod home;
mod program;
mod screen;
mod tasks;
mod words;
