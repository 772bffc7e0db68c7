//! What is said of evidence.
//!
//! The words of the report itself, its titles and definitions, are in [`said`](crate::evidence::said).
//!
//! | file | what it says |
//! |---|---|
//! | [`cli`] | `alongside evidence`: reading, what was left out, where it was written |
//! | [`facts`] | the few facts noted in a talk |

pub mod cli;
pub mod facts;
