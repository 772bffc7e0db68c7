//! What is said of evidence.
//!
//! | file | what is said there |
//! |---|---|
//! | [`facts`] | the few facts noted in a talk |

pub mod facts;
