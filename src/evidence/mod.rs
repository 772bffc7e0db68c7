//! What it adds up to: whether this way of working is better for people, shown so that harm is as plain as good.
//!
//! Nothing here asks for a second form. Every figure comes from records that were kept anyway, read as [`row`]s that name
//! no worker: a figure by worker cannot be made of them.
//!
//! | to find | look in |
//! |---|---|
//! | one record in what is counted of it; the days a report is about, and as they are typed | [`row`], [`period`], [`asked`] |
//! | what is measured, and which figures a baseline may have | [`measure`] |
//! | how each is worked out | [`measures`] |
//! | many rows become a report; who was counted in each quarter | [`tally`](mod@tally), [`seen`] |
//! | a report: tables, spreads, figures, comparisons | [`report`] |
//! | what stands beside it: before, brought in, what people said, stories | [`kept`], [`baseline`], [`brought`], [`feedback`], [`story`] |
//! | what sort of file one is that is kept beside the records | [`mod@file`] |
//! | how a figure spreads; how sure anybody can be of a difference | [`spread`], [`compare`] |
//! | what a measure is called, how it is counted, and what it comes to in a sentence | [`said`] |
//! | the report as text, as a page for a browser, as data for scripts | [`text`](mod@text), [`page`](mod@page), [`json`](mod@json) |
//! | what must not leave a team; a report that may | [`hide`](mod@hide), [`cleared`] |
//! | figures for a spreadsheet or a database; names that say nobody's | [`package`](mod@package), [`pseudonym`] |
//! | packages of several teams as one | [`combine`] |

pub mod asked;
pub mod baseline;
pub mod brought;
pub mod cleared;
pub mod combine;
pub mod compare;
pub mod feedback;
pub mod file;
pub(crate) mod headings;
pub mod hide;
pub mod json;
pub mod kept;
mod laid_out;
pub mod measure;
mod measures;
pub mod package;
pub mod page;
pub mod period;
pub mod pseudonym;
pub mod report;
pub mod row;
pub mod said;
pub mod seen;
pub mod spread;
pub mod story;
pub mod tally;
pub mod text;
