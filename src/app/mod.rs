//! The full-screen program without a terminal: screens, sheets, keys.

pub mod key;
