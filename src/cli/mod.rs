//! Arguments, and one file a subcommand.

pub mod guide;
