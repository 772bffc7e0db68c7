//! The record, from outside: golden records to read as a person would, and laws over any input.

mod adding;
mod by_hand;
mod counted;
mod golden;
mod keeping;
mod laws;
mod letters;
mod placing;
mod referee;
mod support;
mod together;
