//! What evidence says to a person, a file for each part of it.

pub mod feedback;
pub mod story;
