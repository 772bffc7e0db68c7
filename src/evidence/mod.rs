//! What it adds up to.
//!
//! | file | what it holds |
//! |---|---|
//! | [`spread`] | a figure's median and quartiles |
//! | [`compare`] | before and now, and how sure anybody can be of the difference |
//! | [`hide`] | small groups, hidden in everything that leaves a team |

pub mod compare;
pub mod hide;
pub mod spread;
