//! Adding to a finished record: `alongside add`.
//!
//! With nothing said of what, and somebody at a terminal, it is asked line by line.

use std::io::{self, IsTerminal, Read, StdinLock};

use clap::ArgGroup;

use super::{DONE, Trouble, keeping, open, open::say, passphrase, records};
use crate::{
    desk::Question,
    guide::Shelf,
    people::Met,
    plain::lines::Lines,
    record::{self, AddRefusal, Addition, Front, addition::model::times},
    store::{
        Home, Library,
        additions::{self, NotAdded},
    },
    words::{adding as words, known::called},
};

/// What is added, and to which record.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("what").args(["correct", "statement", "heard", "void", "stands_again"]))]
pub struct AddArgs {
    /// Its id, or the start of it
    id: String,
    /// Words of the record that are wrong, as they stand in it
    #[arg(long, value_name = "OLD", requires_all = ["to", "why"])]
    correct: Option<String>,
    /// With --correct: what they should be
    #[arg(long, value_name = "NEW", requires = "correct")]
    to: Option<String>,
    /// With --correct: why
    #[arg(long, value_name = "WHY", requires = "correct")]
    why: Option<String>,
    /// What the person says themselves, word for word (- for standard input)
    #[arg(long, value_name = "WORDS")]
    statement: Option<String>,
    /// Something heard since
    #[arg(long, value_name = "WORDS")]
    heard: Option<String>,
    /// It no longer stands. It is kept, and counts for nothing
    #[arg(long, value_name = "WHY")]
    void: Option<String>,
    /// It stands after all
    #[arg(long, value_name = "WHY")]
    stands_again: Option<String>,
    /// Who adds it. Without this, your name from the settings
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Adds to a record.
pub(super) fn run(home: &Home, library: &Library, args: &AddArgs) -> Result<u8, Trouble> {
    let file = records::the_one(library, &args.id)?;
    let markdown = passphrase::reading(home, || library.read(&file))?;
    let front = record::read_front(&markdown);
    let front = front.map_err(|error| records::not_a_record(&file, &error))?;
    let wanted = match args.addition()? {
        Some(addition) => Some(addition),
        None if io::stdin().is_terminal() => {
            say_which(&front, &open::shelf(home));
            Asking::begin().what(&markdown, &front)?
        }
        None => return Err(Trouble::not_understood(words::SAY_WHAT)),
    };
    let Some(addition) = wanted else {
        say(words::AS_IT_WAS);
        return Ok(DONE);
    };
    let now = open::clock().now();
    let by = args.by.clone().or_else(|| open::settings(home).0.name);
    additions::add(library, &file, &addition, by.as_deref(), now).map_err(trouble)?;
    say(words::added(&addition));
    if matches!(addition, Addition::Void { .. }) {
        keeping::say_stories_stay(home);
    }
    Ok(DONE)
}

fn trouble(why: NotAdded) -> Trouble {
    match why {
        NotAdded::Refused(why) => Trouble::not_understood(words::refusal(&why)),
        NotAdded::Store(error) => error.into(),
    }
}

impl AddArgs {
    /// What is to be added, where that was said.
    fn addition(&self) -> Result<Option<Addition>, Trouble> {
        if let (Some(old), Some(new), Some(why)) = (&self.correct, &self.to, &self.why) {
            let [old, new, why] = [old, new, why].map(String::clone);
            return Ok(Some(Addition::Correction { old, new, why }));
        }
        if let Some(words) = &self.statement {
            let words = match words.as_str() {
                "-" => to_the_end()?,
                words => words.to_owned(),
            };
            return Ok(Some(Addition::Statement(words)));
        }
        let heard = self.heard.clone().map(Addition::HeardLater);
        let void = || self.void.clone().map(|why| Addition::Void { why });
        let again = || self.stands_again.clone();
        let again = || again().map(|why| Addition::StandsAgain { why });
        Ok(heard.or_else(void).or_else(again))
    }
}

fn to_the_end() -> io::Result<String> {
    let mut bytes = vec![];
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Says which record it is.
fn say_which(front: &Front, shelf: &Shelf) {
    let today = open::clock().now().date_naive();
    if let Some(met) = Met::in_record(front) {
        let called = called(&met.guide, met.kind, shelf);
        say(&words::title(&met, &called, &[], today));
    }
}

/// Somebody at a terminal, asked line by line. Nothing typed, or the end of input, leaves it as it is.
struct Asking {
    lines: Lines<StdinLock<'static>>,
}

impl Asking {
    fn begin() -> Self {
        Self {
            lines: Lines::new(io::stdin().lock()),
        }
    }

    /// What is to be added.
    fn what(&mut self, markdown: &str, front: &Front) -> io::Result<Option<Addition>> {
        front.voided.iter().for_each(|void| say(&words::void(void)));
        let stands = match front.is_void() {
            false => (words::VOID, Question::Void),
            true => (words::AGAIN, Question::Again),
        };
        let choices = [
            (words::PUT_RIGHT, Question::Wrong),
            (words::THEY_SAY, Question::Statement(vec![])),
            (words::HEARD, Question::Heard),
            stands,
        ];
        for (at, (choice, _)) in choices.iter().enumerate() {
            say(&format!("  {}  {choice}", at + 1));
        }
        say(words::WHICH);
        while let Some(number) = self.line()? {
            let at = number.parse().ok().and_then(|at: usize| at.checked_sub(1));
            match at.and_then(|at| choices.get(at)) {
                Some((_, question)) => return self.asked(markdown, question),
                None => say(words::NOT_A_CHOICE),
            }
        }
        Ok(None)
    }

    fn asked(&mut self, markdown: &str, question: &Question) -> io::Result<Option<Addition>> {
        match question {
            Question::Statement(_) => self.statement(),
            Question::Heard => Ok(self.answer(question)?.map(Addition::HeardLater)),
            Question::Void => Ok(self.answer(question)?.map(|why| Addition::Void { why })),
            Question::Again => {
                let why = self.answer(question)?;
                Ok(why.map(|why| Addition::StandsAgain { why }))
            }
            _ => self.correction(markdown),
        }
    }

    fn correction(&mut self, markdown: &str) -> io::Result<Option<Addition>> {
        let old = loop {
            let Some(old) = self.answer(&Question::Wrong)? else {
                return Ok(None);
            };
            match times(markdown, &old) {
                0 => say(&words::refusal(&AddRefusal::NotThere(old))),
                times => {
                    say(&words::stand_there(times));
                    break old;
                }
            }
        };
        let Some(new) = self.needed(&Question::Right(old.clone()))? else {
            return Ok(None);
        };
        let why = self.needed(&Question::Because(old.clone(), new.clone()))?;
        Ok(why.map(|why| Addition::Correction { old, new, why }))
    }

    /// Line by line, to an empty one, a full stop alone, or the end of input.
    fn statement(&mut self) -> io::Result<Option<Addition>> {
        say(words::asks(&Question::Statement(vec![])));
        let mut lines = vec![];
        while let Some(typed) = self.lines.read()? {
            if matches!(typed.text.trim(), "" | ".") {
                break;
            }
            lines.push(typed.text);
        }
        Ok((!lines.is_empty()).then(|| Addition::Statement(lines.join("\n"))))
    }

    fn answer(&mut self, question: &Question) -> io::Result<Option<String>> {
        say(words::asks(question));
        self.line()
    }

    /// An answer that others were given before. Nothing typed is asked once more, so that a slip costs none of them.
    fn needed(&mut self, question: &Question) -> io::Result<Option<String>> {
        if let Some(answer) = self.answer(question)? {
            return Ok(Some(answer));
        }
        words::wanted(question).into_iter().for_each(say);
        self.line()
    }

    /// The next line; `None` when nothing is on it, or none comes.
    fn line(&mut self) -> io::Result<Option<String>> {
        let typed = self.lines.read()?.map(|typed| typed.text.trim().to_owned());
        Ok(typed.filter(|typed| !typed.is_empty()))
    }
}
