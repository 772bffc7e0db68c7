//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    add::AddArgs, connections::ConnectionsCommand, copies::Show, evidence::EvidenceArgs,
    guide::GuideCommand, practice::PracticeCommand, seal::SealCommand,
};

/// Keep notes during a conversation, led by the person.
#[derive(Debug, Parser)]
#[command(
    name = "alongside",
    version,
    about = "Keep notes during a conversation, led by the person.",
    after_help = "Everything stays on this computer. Nothing is sent anywhere.",
    disable_help_subcommand = true
)]
pub struct Args {
    /// Where everything is kept [env: ALONGSIDE_HOME]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub home: Option<PathBuf>,
    /// Line by line, for screen readers and pipes
    #[arg(long, global = true)]
    pub plain: bool,
    /// Colours: dark, light, contrast or safe
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// No colour at all
    #[arg(long, global = true)]
    pub no_color: bool,
    /// No special characters
    #[arg(long, global = true)]
    pub ascii: bool,
    /// What to do; nothing opens Home
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Straight to the line
    New {
        /// listen, crisis, good, or any guide's id
        #[arg(default_value = "listen")]
        guide: String,
        /// With --plain: write the record here and nowhere else (- for standard output)
        #[arg(long, value_name = "FILE")]
        record: Option<PathBuf>,
        /// With check-in: on this talk about a crisis, by its id or the start of it
        #[arg(long, value_name = "ID")]
        on: Option<String>,
    },
    /// The conversation you left last
    CarryOn {
        /// Another one, by its id or the start of it
        id: Option<String>,
    },
    /// What was promised: overdue and today's first
    Due {
        /// What was promised this week, done or not
        #[arg(long)]
        week: bool,
        /// For scripts
        #[arg(long, conflicts_with = "ics")]
        json: bool,
        /// As a calendar file, with references and no names (- for standard output)
        #[arg(long, value_name = "FILE")]
        ics: Option<PathBuf>,
        /// With --ics: in the place of a file that is there
        #[arg(long, requires = "ics")]
        replace: bool,
    },
    /// Finished records
    Records {
        /// Those of one person, by their name or the start of it
        #[arg(long, value_name = "NAME", conflicts_with = "due_to_go")]
        person: Option<String>,
        /// For scripts
        #[arg(long)]
        json: bool,
        /// Those to look at again, by the time your team set in local.toml. None goes by itself
        #[arg(long)]
        due_to_go: bool,
    },
    /// Add to a finished record: put something right, what they say, something heard, or that it no longer stands
    Add(AddArgs),
    /// Read a record, or an open conversation, without touching it
    Show(Show),
    /// Keep a record that was due to be looked at, until another day
    Keep {
        /// Its id, or the start of it
        id: String,
        /// The day to look at it again, such as 2030-01-31
        #[arg(long, value_name = "DATE")]
        until: String,
        /// Why it stays. Noted in the record
        #[arg(long, value_name = "WHY")]
        because: Option<String>,
    },
    /// Remove a record for good. Shows what would go and asks you to type it; a note stays
    Remove {
        /// Its id, or the start of it
        id: String,
        /// Why it goes. Stays in the note for anybody to read: name nobody
        #[arg(long, value_name = "WHY")]
        because: Option<String>,
    },
    /// Topic guides: list, show, check, new, schema
    Guide {
        /// What to do with them
        #[command(subcommand)]
        command: GuideCommand,
    },
    /// Local help: import, find, check, export-corrections
    Connections {
        /// What to do with it
        #[command(subcommand)]
        command: ConnectionsCommand,
    },
    /// Role-plays, not real: list, start, observe, debrief, show, check, new
    Practice {
        /// What to do with them. Without it: choose one and play
        #[command(subcommand)]
        command: Option<PracticeCommand>,
    },
    /// What your records add up to: numbers, before and now, stories, as text, csv, json or html
    Evidence(EvidenceArgs),
    /// Files that only your passphrase opens: init, status, unlock, open, add-recipient, off
    Seal {
        /// What to do with sealing
        #[command(subcommand)]
        command: SealCommand,
    },
    /// What this terminal and this home can do
    Doctor,
    /// Every key; in a terminal, try yours
    Keys,
    /// Completions for a shell, on standard output
    Completions {
        /// bash, zsh, fish, powershell or elvish
        shell: clap_complete::Shell,
    },
    /// The manual page, on standard output
    Man,
}
