//! What is said of evidence.
//!
//! The words of the report itself, its titles and definitions, are in [`said`](crate::evidence::said).
//!
//! | file | what it says |
//! |---|---|
//! | [`before`] | baselines, and what is brought in and kept beside the records |
//! | [`package`] | tables that leave a team, the key of several, and putting them together |
//! | [`cli`] | `alongside evidence`: reading, what was left out, where it was written |
//! | [`story`], [`feedback`] | stories of difference; asking people and staff how it was |

pub mod before;
pub mod cli;
pub mod feedback;
pub mod package;
pub mod story;
