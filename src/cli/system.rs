//! The program itself: completions and the manual page.

use std::io::Write;

use clap::CommandFactory;
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use super::{Args, DONE, Trouble};
use crate::{app::table, line::Mark, words};

/// Completions for a shell.
pub(super) fn completions(shell: clap_complete::Shell, out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut script = vec![];
    clap_complete::generate(shell, &mut Args::command(), "alongside", &mut script);
    super::print(out, &script)?;
    Ok(DONE)
}

/// The manual page, with every mark and key from the tables the program itself goes by.
pub(super) fn man(out: &mut dyn Write) -> Result<u8, Trouble> {
    let mut page = vec![];
    let man = Man::new(Args::command());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_subcommands_section(&mut page)?;
    keys_section().to_writer(&mut page)?;
    man.render_extra_section(&mut page)?;
    man.render_version_section(&mut page)?;
    super::print(out, &page)?;
    Ok(DONE)
}

fn keys_section() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["MARKS"]);
    for mark in Mark::ALL {
        item(&mut roff, &mark.char().to_string(), words::mark(mark));
    }
    roff.control("SH", ["KEYS"]);
    for (group, entries) in table::GROUPS {
        roff.control("SS", [group]);
        for entry in entries {
            item(&mut roff, &ways(entry), entry.words);
        }
    }
    roff
}

fn item(roff: &mut Roff, term: &str, means: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(means)]);
}

/// `Ctrl+F, /find WORDS`.
fn ways(entry: &table::Entry) -> String {
    let keys = entry.keys.iter().map(ToString::to_string);
    let typed = entry
        .typed
        .iter()
        .map(|name| format!("/{name} {}", entry.takes));
    let ways: Vec<String> = keys
        .chain(typed.map(|way| way.trim_end().to_owned()))
        .collect();
    ways.join(", ")
}
