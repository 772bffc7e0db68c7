//! What several tests of the store do to a home.

use std::{
    fs::File,
    path::Path,
    time::{Duration, SystemTime},
};

use crate::{
    conversation::{ConversationId, samples},
    record::Removed,
};

/// The file was last changed so many seconds ago.
pub(super) fn age(path: &Path, seconds: u64) {
    let file = File::options().append(true).open(path).expect("opened");
    let then = SystemTime::now() - Duration::from_secs(seconds);
    file.set_modified(then).expect("set");
}

/// What is noted of a record that is being removed.
pub(super) fn removed(id: &ConversationId) -> Removed {
    Removed {
        id: id.clone(),
        kind: None,
        at: samples::moment(0),
        by: None,
        because: None,
        is_done: false,
    }
}
