//! A record as plain text to paste into another system: no header, no Markdown signs, no line broken.

use super::{
    model::{Record, Section},
    parts::{self, Part, Said, Whose},
    reader::{Cleared, Reader, Refused},
    write::FOOT,
};

/// The whole record.
///
/// # Errors
///
/// As [`Reader::ask`].
pub fn whole(record: &Record) -> Result<Cleared, Refused> {
    let allowed = Reader::WholeCopied.ask(record.front.no_copy_home, None)?;
    let mut all = parts::of_record(record, Whose::Workers);
    all.extend([Part::Gap, Part::Words(Said::Ours, FOOT.to_owned())]);
    all.extend(parts::of_added(&record.added));
    Ok(allowed.words(parts::as_text(&all, None)))
}

/// One heading of it and what is under that.
///
/// # Errors
///
/// As [`Reader::ask`].
pub fn section(record: &Record, section: &Section) -> Result<Cleared, Refused> {
    let allowed = Reader::SectionCopied.ask(record.front.no_copy_home, None)?;
    let parts = parts::of_section(section, &record.front, Whose::Workers);
    Ok(allowed.words(parts::as_text(&parts, None)))
}
