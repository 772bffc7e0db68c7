//! What `alongside evidence remove` says: what there is, what would go, and what went.

use crate::{
    evidence::file::{KeptFile, Sort},
    text,
};

/// There is nothing to remove.
pub const NONE: &str = "No baselines and no files from elsewhere are kept here.\n\
                        Stories are taken back with: alongside evidence story withdraw NAME";
/// After the list.
pub const HOW: &str = "To remove one, with its name: alongside evidence remove FILE\n\
                       Stories are taken back with: alongside evidence story withdraw NAME";
/// Asks once.
pub const ASK: &str = "Remove it? y or n: ";
/// Anything but yes.
pub const NOT_REMOVED: &str = "Nothing has changed.";
/// More than one file of that name.
pub const MORE_THAN_ONE: &str =
    "More than one file is called so. Type its folder too, such as baselines/FILE";

/// One in the list: its file, and what it is.
pub fn row(file: &KeptFile) -> String {
    format!("{}  {}", place(file), what(file))
}

/// No file, and no baseline, is called so.
pub fn none_called(typed: &str) -> String {
    format!(
        "Nothing that is kept is called \"{}\". To see what is: alongside evidence remove",
        text::shown(typed)
    )
}

/// What would go, and what that changes.
pub fn would_go(file: &KeptFile) -> String {
    let (place, what) = (place(file), what(file));
    let then = match file.sort {
        Sort::Baseline => "Reports are not set against it from now on.",
        _ => "It is in no report from now on.",
    };
    format!(
        "This would go for good:\n\n  {place}\n  {what}\n\n{then} What was given before stays as it is.\n\
         A file you brought it in from is not touched."
    )
}

/// It is gone.
pub fn removed(file: &KeptFile) -> String {
    format!(
        "Removed: {}. Everything else that is kept is as it was.",
        place(file)
    )
}

fn place(file: &KeptFile) -> String {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    format!("{}/{}", file.sort.folder(), text::shown(&name))
}

fn what(file: &KeptFile) -> String {
    let rows = match file.rows {
        1 => "1 row".to_owned(),
        rows => format!("{rows} rows"),
    };
    match (file.sort, &file.called) {
        (_, Some(name)) => format!("Baseline: {}", text::shown(name)),
        (Sort::Baseline, None) => "A baseline that cannot be used as it is".to_owned(),
        (Sort::Feedback, None) => format!("What people said: {rows}"),
        (_, None) => format!("From elsewhere: {rows}"),
    }
}
