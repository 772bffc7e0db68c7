//! What records add up to: `alongside evidence`.
//!
//! Whatever it prints or writes is [`Cleared`] first: standard output may go anywhere, so no small group is in it.

mod progress;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{
    DONE, PROBLEMS, Trouble,
    open::{self, say},
    passphrase, print,
};
use crate::{
    evidence::{asked, cleared::Cleared, kept::Kept, period::Period, report::Report},
    store::{
        Home, Library, StoreError,
        evidence::{Gathered, gather},
        given,
    },
    text,
    words::evidence::cli as words,
};
use progress::Progress;

/// What is wanted of the evidence.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct EvidenceArgs {
    /// What else to do with it; nothing shows the report
    #[command(subcommand)]
    pub command: Option<EvidenceCommand>,
    /// Of which days, and how it is to be given
    #[command(flatten)]
    pub asked: Asked,
}

/// What else can be done with evidence.
#[derive(Debug, Subcommand)]
pub enum EvidenceCommand {}

/// Which report, and how it is to be given.
#[derive(Debug, Args)]
pub struct Asked {
    /// From this day, such as 2026-01-01 or "1 jan". Without days: this quarter
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// To this day, which is in it
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// Set against the figures in this file too. More than one may be given
    #[arg(long, value_name = "FILE")]
    pub baseline: Vec<PathBuf>,
    /// text, csv, json or html
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    pub form: String,
    /// Into this file, or for csv this folder, which must not be there yet
    #[arg(long, value_name = "FILE or FOLDER")]
    pub into: Option<PathBuf>,
    /// With --into: in the place of what is there
    #[arg(long, requires = "into")]
    pub replace: bool,
    /// With --as csv: the team key, so that packages of several teams can be put together
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

/// How it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Csv,
    Json,
    Html,
}

/// Runs one subcommand, or gives the report that was asked for.
pub(super) fn run(
    args: &EvidenceArgs,
    home: &Home,
    library: &Library,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    match &args.command {
        Some(command) => match *command {},
        None => report(&args.asked, home, library, out),
    }
}

fn report(
    asked: &Asked,
    home: &Home,
    library: &Library,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    let form = asked.form()?;
    let today = open::clock().now().date_naive();
    let period = asked.period(today)?;
    let kept = kept(home, today);
    let gathered = read(home, library, period, today)?;
    let unreadable = gathered.unreadable.clone();
    let report = made(asked, gathered, &kept)?;
    let troubles = report.troubles.clone();
    asked.give(form, &Cleared::of(report), out)?;
    troubles.iter().for_each(|trouble| say(trouble));
    words::unreadable(&unreadable)
        .iter()
        .for_each(|said| say(said));
    Ok(match troubles.is_empty() && unreadable.is_empty() {
        true => DONE,
        false => PROBLEMS,
    })
}

/// What is kept beside the records: the one place that asks for it.
fn kept(_home: &Home, _today: NaiveDate) -> Kept {
    Kept::default()
}

/// Counts every record, asking for the passphrase where some of it is sealed.
fn read(
    home: &Home,
    library: &Library,
    period: Period,
    today: NaiveDate,
) -> Result<Gathered, Trouble> {
    let counted = || {
        let progress = Progress::begin();
        gather(home, library, period, today, &|read, of| {
            progress.at(read, of);
        })
    };
    let gathered = counted();
    if !gathered.sealed {
        return Ok(gathered);
    }
    passphrase::unlock(home)?;
    Ok(counted())
}

/// The report, set against what the home keeps, what was given, and what was counted the old way.
fn made(_asked: &Asked, gathered: Gathered, kept: &Kept) -> Result<Report, Trouble> {
    let mut report = gathered.tally.report(kept);
    report.counted.unreadable_count = gathered.unreadable.len();
    report.counted.unreadable = gathered.unreadable;
    report.counted.sealed = gathered.sealed;
    Ok(report)
}

impl Asked {
    fn form(&self) -> Result<Form, Trouble> {
        let form = match self.form.as_str() {
            "text" => Form::Text,
            "csv" => Form::Csv,
            "json" => Form::Json,
            "html" => Form::Html,
            _ => return Err(Trouble::not_understood(words::NO_FORM)),
        };
        let wants = |is_wrong: bool, sentence: &str| match is_wrong {
            true => Err(Trouble::not_understood(sentence)),
            false => Ok(()),
        };
        wants(
            form == Form::Csv && self.into.is_none(),
            words::CSV_NEEDS_A_FOLDER,
        )?;
        wants(
            form != Form::Csv && self.key.is_some(),
            words::KEY_NEEDS_CSV,
        )?;
        Ok(form)
    }

    fn period(&self, today: NaiveDate) -> Result<Period, Trouble> {
        let period = asked::period(self.from.as_deref(), self.to.as_deref(), today);
        period.map_err(|why| Trouble::not_understood(words::not_a_period(&why)))
    }

    /// Prints it, or writes it where it was asked to go.
    fn give(&self, form: Form, cleared: &Cleared, out: &mut dyn Write) -> Result<(), Trouble> {
        let said = match form {
            Form::Csv => return Ok(()),
            Form::Text | Form::Json | Form::Html => format!("{:?}\n", cleared.report().period),
        };
        match self.into.as_deref() {
            Some(path) if path != Path::new("-") => {
                given::file(path, said.as_bytes(), self.replace).map_err(not_over)?;
                say(&words::written(path));
            }
            _ => print(out, text::shown_lines(&said).as_bytes())?,
        }
        Ok(())
    }
}

/// Where the name is taken, says how to write there after all.
fn not_over(error: StoreError) -> Trouble {
    let is_there = matches!(error, StoreError::AlreadyThere { .. });
    let mut trouble = Trouble::from(error);
    if is_there {
        trouble.sentence = format!("{}\n{}", trouble.sentence, words::INTO_HOW);
    }
    trouble
}
