//! `alongside seal`: turning sealing on and off, and reading what is sealed.

use std::io::Write;

use super::{Trouble, records};
use crate::store::{Home, Library};

#[cfg(feature = "seal")]
mod turn;

/// What to do with sealing.
#[derive(Debug, Clone, clap::Subcommand)]
pub enum SealCommand {
    /// Turn sealing on, or go on with it where it was interrupted
    Init,
    /// What is sealed, what is not, and who can open it
    Status,
    /// Open Alongside with everything readable: asks for the passphrase first
    Unlock,
    /// Read a sealed record, or a sealed open conversation, as plain text
    Open {
        /// Its id, or the start of it
        id: String,
        /// What was kept apart from it, and nothing else
        #[arg(long)]
        apart: bool,
    },
    /// Let another key open what is sealed, such as a team recovery key
    AddRecipient {
        /// The public key: age1 and 58 more letters and digits
        key: String,
        /// Whose it is
        #[arg(long, default_value = crate::words::sealing::OTHER_KEY)]
        label: String,
    },
    /// Turn sealing off: everything becomes plain text again
    Off,
}

/// Does one of them. `unlock` is not among them: it opens Alongside, and is begun where that is.
pub(super) fn run(
    command: &SealCommand,
    home: &Home,
    library: &Library,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    match command {
        SealCommand::Open { id, apart } => records::read_plain(home, library, id, *apart, out),
        _ => turn(command, home, library, out),
    }
}

#[cfg(feature = "seal")]
use turn::run as turn;

/// # Errors
///
/// Always: there is nothing to turn on.
#[cfg(not(feature = "seal"))]
fn turn(_: &SealCommand, home: &Home, _: &Library, _: &mut dyn Write) -> Result<u8, Trouble> {
    let path = home.seal();
    Err(crate::store::StoreError::NoSealing { path }.into())
}
