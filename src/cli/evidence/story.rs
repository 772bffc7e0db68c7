//! `alongside evidence story`: tell one from a record, see which there are, take one back.

use std::io::Write;

use clap::{Args, Subcommand};

use crate::{
    cli::{
        DONE, Trouble,
        open::{self, say},
        passphrase, print, records,
    },
    conversation::ConversationId,
    desk::Stories,
    evidence::story::Story,
    store::{Home, Library, answers, stories},
    text,
    words::evidence::story as words,
};

/// Which story, and what becomes of it.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct StoryArgs {
    /// The record to tell one from, by its id or the start of it. Without it: which stories there are
    pub id: Option<String>,
    /// What else to do with one
    #[command(subcommand)]
    pub command: Option<StoryCommand>,
}

/// What else can be done with a story.
#[derive(Debug, Subcommand)]
pub enum StoryCommand {
    /// Take one back: it is in no report from now on
    Withdraw {
        /// Its name, or the first four letters of it or more. alongside evidence story lists them
        id: String,
        /// Its words go for good
        #[arg(long)]
        remove_words: bool,
    },
}

impl StoryArgs {
    /// What the program opens on, where a story is to be told.
    ///
    /// # Errors
    ///
    /// When there is no such record.
    pub(in crate::cli) fn opens(&self, library: &Library) -> Result<Option<Stories>, Trouble> {
        let Some(id) = self.id.as_ref().filter(|_| self.command.is_none()) else {
            return Ok(None);
        };
        let id: ConversationId = records::the_one(library, id)?.id;
        Ok(Some(Stories::Of(id)))
    }
}

/// Lists the stories, or takes one back.
pub(super) fn run(args: &StoryArgs, home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let found = passphrase::reading(home, || stories::all(home))?;
    for read in &found.stories {
        for problem in &read.problems {
            let line = problem.place(&read.text).line;
            say(&words::trouble(&read.story.id, line, &problem.message));
        }
    }
    found
        .troubles
        .iter()
        .for_each(|trouble| say(&trouble.to_string()));
    let all: Vec<Story> = found.stories.into_iter().map(|read| read.story).collect();
    match &args.command {
        None => list(&all, out),
        Some(StoryCommand::Withdraw { id, remove_words }) => {
            withdraw(home, &all, id, !remove_words)
        }
    }
}

fn list(all: &[Story], out: &mut dyn Write) -> Result<u8, Trouble> {
    if all.is_empty() {
        say(words::NONE);
    }
    let today = open::clock().now().date_naive();
    let lines = all.iter().map(|story| {
        let (first, stands) = words::row(story, today);
        format!("{}  {stands}  {first}\n", story.id)
    });
    print(
        out,
        text::shown_lines(&lines.collect::<String>()).as_bytes(),
    )?;
    Ok(DONE)
}

/// The story of this name, or the only one whose name begins so. One letter could be a slip, and what was taken back
/// stays so.
fn called<'s>(all: &'s [Story], typed: &str) -> Result<&'s Story, Trouble> {
    const FEWEST_LETTERS: usize = 4;
    if let Some(story) = all.iter().find(|story| story.id == typed) {
        return Ok(story);
    }
    if typed.chars().count() < FEWEST_LETTERS {
        return Err(Trouble::not_understood(words::TOO_SHORT));
    }
    let mut found = all.iter().filter(|story| story.id.starts_with(typed));
    match (found.next(), found.next()) {
        (Some(story), None) => Ok(story),
        (None, _) => Err(Trouble::found(words::none_called(typed))),
        (Some(_), Some(_)) => Err(Trouble::not_understood(words::MORE_THAN_ONE)),
    }
}

fn withdraw(home: &Home, all: &[Story], typed: &str, keep_words: bool) -> Result<u8, Trouble> {
    let story = called(all, typed.strip_suffix(".md").unwrap_or(typed))?;
    let today = open::clock().now().date_naive();
    let back = story.taken_back(today, keep_words);
    if !keep_words {
        answers::forget_story(home, &story.id)?;
    }
    if back == *story {
        say(words::BACK_ALREADY);
        return Ok(DONE);
    }
    stories::keep(home, &back)?;
    say(&words::took_back(story, &back, today));
    Ok(DONE)
}
