//! `alongside evidence baseline`: a baseline made by answering questions on the line; and those given with `--baseline`.

use std::{
    io::{self, BufRead, Write},
    path::PathBuf,
};

use super::{
    super::{
        DONE, Trouble,
        open::{clock, say},
        print,
    },
    check, import,
};
use crate::{
    evidence::{
        baseline::{
            self, Baseline,
            ask::{Asking, Question},
        },
        file::Sort,
        measure::Figure,
        story::names::Names,
    },
    store::{
        Home,
        evidence_kept::{self, Keeping},
    },
    words::evidence::before as words,
};

/// Asks, and keeps what the answers come to.
pub(super) fn run(home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let kept = import::beside(home)?;
    let taken = kept.baselines.into_iter().map(|one| one.name).collect();
    words::BEFORE_ASKING.into_iter().for_each(say);
    let asking = Asking::on(clock().now().date_naive(), taken);
    let baseline = answered(asking, &mut io::stdin().lock())?;
    let period = baseline.period;
    let name = format!("{}-to-{}.toml", period.from(), period.to());
    let text = baseline::text_of(&baseline);
    say(&words::asked_for(&baseline.name, baseline.figures.len()));
    let (Keeping::New(path) | Keeping::WasThere(path)) =
        evidence_kept::keep(home, Sort::Baseline, &name, &text)?;
    print(out, format!("{}\n", words::kept(&path)).as_bytes())?;
    Ok(DONE)
}

/// Asks until all is answered. The end of the answers ends the figures, as Enter alone does.
fn answered(mut asking: Asking, answers: &mut dyn BufRead) -> Result<Baseline, Trouble> {
    while let Some(question) = asking.question() {
        say(&words::question(question));
        let mut typed = String::new();
        let is_over = answers.read_line(&mut typed)? == 0;
        if question == Question::Figure && typed.trim() == words::LIST {
            Figure::ALL
                .into_iter()
                .for_each(|one| say(&words::figure(one)));
            continue;
        }
        match asking.answer(&typed) {
            _ if is_over && question != Question::Figure => break,
            Err(_) if is_over => break,
            Err(why) => say(&words::not_taken(&why)),
            Ok(()) => {}
        }
    }
    let baseline = asking.baseline();
    baseline.ok_or_else(|| Trouble::found(words::NOT_FINISHED))
}

/// The baselines in these files.
///
/// # Errors
///
/// When one of them cannot be used. What is wrong with it has been said then.
pub(super) fn given(paths: &[PathBuf]) -> Result<Vec<Baseline>, Trouble> {
    if paths.is_empty() {
        return Ok(vec![]);
    }
    let Ok(readings) = check::read(paths)? else {
        return Err(Trouble::not_understood(words::NO_REPORT));
    };
    let mut said = vec![];
    if check::say(&readings, &Names::default(), false, &mut said)? != DONE {
        io::stderr().write_all(&said)?;
        return Err(Trouble::found(words::NO_REPORT));
    }
    let read = readings
        .iter()
        .map(|reading| baseline::read(&reading.text, &reading.name()).0);
    let all: Option<Vec<Baseline>> = read.collect();
    all.ok_or_else(|| Trouble::not_understood(words::NOT_A_BASELINE))
}
