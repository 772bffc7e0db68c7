//! What is said of evidence.
//!
//! The words of the report itself, its titles and definitions, are in [`said`](crate::evidence::said).
//!
//! | file | what it says |
//! |---|---|
//! | [`before`] | baselines, and what is brought in and kept beside the records |
//! | [`package`] | tables that leave a team, the key of several, and putting them together |
//! | [`removing`] | a baseline or a file that was brought in, taken out again |
//! | [`cli`] | `alongside evidence`: reading, what was left out, where it was written |
//! | [`facts`] | the few facts noted in a talk |
//! | [`screen`] | the Evidence screen, and the same line by line |
//! | [`story`], [`feedback`] | stories of difference; asking people and staff how it was |

pub mod before;
pub mod cli;
pub mod facts;
pub mod feedback;
pub mod package;
pub mod removing;
pub mod screen;
pub mod story;
