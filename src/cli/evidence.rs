//! What records add up to: `alongside evidence`.
//!
//! Whatever it prints or writes is [`Cleared`] first: standard output may go anywhere, so no small group is in it.

mod baseline;
mod check;
mod combine;
mod feedback;
mod import;
mod key;
mod package;
mod progress;
mod remove;
mod story;

use std::{
    io::{self, IsTerminal, Write},
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
    desk,
    evidence::{
        self, asked, baseline::Baseline, cleared::Cleared, kept::Kept, package::Rows,
        period::Period, report::Report,
    },
    store::{
        Home, Library, StoreError,
        evidence::{Gathered, gather},
        evidence_kept, given, packages,
    },
    text,
    words::evidence::{cli as words, package::beside_earlier},
};
use combine::CombineArgs;
use feedback::FeedbackArgs;
use progress::Progress;
use story::StoryArgs;

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
pub enum EvidenceCommand {
    /// Check baselines, figures from elsewhere, feedback and stories, and say every problem with its place
    Check {
        /// Files, and folders of them
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print the problems as JSON
        #[arg(long)]
        json: bool,
    },
    /// Check such files and keep a copy of each in the home, where every report finds them
    Import {
        /// Files, and folders of them
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Make a baseline by answering a few questions
    Baseline,
    /// Remove a baseline, or a file that was brought in, from the home. It asks once
    Remove {
        /// Its file, or what the baseline is called. Without it: which there are
        name: Option<String>,
    },
    /// A story of difference: tell one from a record, see which there are, take one back
    Story(StoryArgs),
    /// Ask people, families or staff how it was, or print a blank
    Feedback(FeedbackArgs),
    /// Put the tables of several teams together. Nobody counts twice
    Combine(CombineArgs),
    /// Make the key that several teams share, so that somebody they all met counts once
    Key {
        /// The file to make, which must not be there yet
        file: PathBuf,
    },
}

impl EvidenceArgs {
    /// What the program opens on, where this is to be done in it.
    pub(super) fn opens(&self, library: &Library) -> Result<Option<desk::Command>, Trouble> {
        Ok(match &self.command {
            Some(EvidenceCommand::Story(args)) => args.opens(library)?.map(desk::Command::Story),
            Some(EvidenceCommand::Feedback(args)) => args.opens()?.map(desk::Command::Feedback),
            _ => None,
        })
    }
}

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
enum Form<'a> {
    /// Tables in this folder.
    Csv(&'a Path),
    /// One text.
    Said(Said),
}

/// How it is given as one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Text,
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
        Some(EvidenceCommand::Check { paths, json }) => check::run(paths, *json, home, out),
        Some(EvidenceCommand::Import { paths }) => import::run(paths, home, out),
        Some(EvidenceCommand::Baseline) => baseline::run(home, out),
        Some(EvidenceCommand::Remove { name }) => remove::run(name.as_deref(), home, out),
        Some(EvidenceCommand::Story(args)) => story::run(args, home, out),
        Some(EvidenceCommand::Feedback(args)) => feedback::run(args, out),
        Some(EvidenceCommand::Combine(asked)) => combine::run(asked, out),
        Some(EvidenceCommand::Key { file }) => key::make(file),
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
    let given = baseline::given(&asked.baseline)?;
    if !home.root().exists() {
        say(&words::no_home(home.root()));
    }
    if period.from() > today {
        say(words::TO_COME);
    }
    let gathered = read(home, library, period, today)?;
    // After the passphrase, which what is kept may need as well.
    let kept = beside(home, given, today)?;
    let rows = asked
        .key
        .as_deref()
        .map(|file| key::rows(file, &gathered.tally));
    let rows = rows.transpose()?;
    let report = gathered.report(&kept);
    let troubles = report.troubles.clone();
    let beside = asked.give(form, home, report, rows, out)?;
    beside.iter().for_each(|said| say(said));
    troubles.iter().for_each(|trouble| say(trouble));
    words::unreadable(&gathered.unreadable)
        .iter()
        .for_each(|said| say(said));
    Ok(
        match troubles.is_empty() && gathered.unreadable.is_empty() {
            true => DONE,
            false => PROBLEMS,
        },
    )
}

/// What is kept beside the records, asking for the passphrase where that is sealed. A baseline that is given takes the
/// place of the one of its name.
fn beside(home: &Home, given: Vec<Baseline>, today: NaiveDate) -> Result<Kept, Trouble> {
    if evidence_kept::is_locked(home) {
        passphrase::unlock(home)?;
    }
    let mut kept = evidence_kept::kept(home, today);
    let is_given = |one: &Baseline| given.iter().any(|given| given.name == one.name);
    kept.baselines.retain(|one| !is_given(one));
    kept.baselines.splice(..0, given);
    Ok(kept)
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

impl Asked {
    fn form(&self) -> Result<Form<'_>, Trouble> {
        let said = match self.form.as_str() {
            "text" => Said::Text,
            "json" => Said::Json,
            "html" => Said::Html,
            "csv" => {
                let folder = self.into.as_deref().map(Form::Csv);
                return folder.ok_or_else(|| Trouble::not_understood(words::CSV_NEEDS_A_FOLDER));
            }
            _ => return Err(Trouble::not_understood(words::NO_FORM)),
        };
        match self.key.is_some() {
            true => Err(Trouble::not_understood(words::KEY_NEEDS_CSV)),
            false => Ok(Form::Said(said)),
        }
    }

    fn period(&self, today: NaiveDate) -> Result<Period, Trouble> {
        let period = asked::period(self.from.as_deref(), self.to.as_deref(), today);
        period.map_err(|why| Trouble::not_understood(words::not_a_period(&why)))
    }

    /// Gives it where it was asked to go, and says what there is to say of days that were given before. What is printed on
    /// this screen is not given; what is printed into a file or for another program is.
    fn give(
        &self,
        form: Form<'_>,
        home: &Home,
        report: Report,
        rows: Option<Rows>,
        out: &mut dyn Write,
    ) -> Result<Option<String>, Trouble> {
        let (period, today) = (report.period, report.made);
        let said = match form {
            Form::Csv(folder) => {
                let write = |cleared: &_| package::write(home, folder, cleared, self.replace);
                let ((), beside) = packages::give(home, report, rows, write)?;
                return Ok(beside_earlier(period, today, &beside));
            }
            Form::Said(said) => said,
        };
        let path = self.into.as_deref().filter(|path| *path != Path::new("-"));
        if path.is_none() && io::stdout().is_terminal() {
            let cleared = packages::clear(home, report, rows)?;
            print(out, text::shown_lines(&said.of(&cleared, today)).as_bytes())?;
            say(words::SHOWN_HERE);
            let beside = Some(cleared.held_against()).filter(|beside| !beside.is_empty());
            return Ok(beside.and_then(|beside| beside_earlier(period, today, beside)));
        }
        let give = |cleared: &_| self.write(path, &said.of(cleared, today), out);
        let ((), beside) = packages::give(home, report, rows, give)?;
        Ok(beside_earlier(period, today, &beside))
    }

    /// Writes it into a file, or for whatever reads what is printed.
    fn write(&self, path: Option<&Path>, said: &str, out: &mut dyn Write) -> Result<(), Trouble> {
        match path {
            Some(path) => {
                given::file(path, said.as_bytes(), self.replace).map_err(not_over)?;
                say(&words::written(path));
            }
            None => print(out, text::shown_lines(said).as_bytes())?,
        }
        Ok(())
    }
}

impl Said {
    fn of(self, cleared: &Cleared, today: NaiveDate) -> String {
        match self {
            Self::Text => evidence::text::text(cleared, today),
            Self::Json => super::json(&evidence::json::json(cleared, today)),
            Self::Html => evidence::page::page(cleared, today),
        }
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
