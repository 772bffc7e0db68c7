//! What is left behind when the program ends badly: a sentence, and nothing of what anybody said.

use crate::{tui::ending, words};

/// Sees to it, for the whole run: a panic says where it happened and not what it had in hand, and no picture of the
/// memory is written to the disk.
pub(super) fn leave_nothing_behind() {
    ending::on_panic(|all| words::had_to_stop(0, all));
    #[cfg(unix)]
    no_core_dumps();
}

#[cfg(unix)]
fn no_core_dumps() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        ..getrlimit(Resource::Core)
    };
    // Lowering is always allowed; a system that says no has none to lower.
    let _ = setrlimit(Resource::Core, none);
}
