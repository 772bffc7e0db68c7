//! A check-in on a crisis that is named: `alongside new check-in --on ID`.

use super::{Trouble, due, open};
use crate::{
    guide::GuideId,
    people::{self, InCrisis},
    store::{Home, Library, index::Memory},
    words::close as words,
};

/// The crisis a check-in is on: the one whose talk, or whose check-in, has this id or begins so.
pub(super) fn on(
    home: &Home,
    library: &Library,
    guide: &GuideId,
    id: &str,
) -> Result<InCrisis, Trouble> {
    if guide.as_str() != "check-in" {
        return Err(Trouble::not_understood(words::ON_NEEDS_CHECK_IN));
    }
    let today = open::clock().now().date_naive();
    let known = due::read(home, library, &mut Memory::default(), today)?.known;
    let board = people::crises(&known.met, &known.promises);
    let begins = |row: &&InCrisis| {
        let mut ids = row.crises.iter().flat_map(|crisis| &crisis.ids);
        ids.any(|one| one.as_str().starts_with(id))
    };
    let mut found = board.iter().filter(begins);
    match (found.next(), found.next()) {
        (Some(row), None) => Ok(row.clone()),
        _ => Err(Trouble::not_understood(words::no_crisis(id))),
    }
}
