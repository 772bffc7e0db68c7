//! The questions that make a baseline on the line, one at a time.
//!
//! It asks for what a file must hold and no more. Nothing is kept here: whoever asks does that at the end.

use chrono::NaiveDate;

use super::{Baseline, Before, BeforeAmount};
use crate::{
    evidence::{
        asked::{self, NotAPeriod},
        compare::Share,
        measure::{Figure, Shape},
        period::Period,
        said,
    },
    guide::written::{
        fields::one_of,
        values::{number, whole},
    },
    text,
};

/// What is asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What to call it.
    Name,
    /// Its first day.
    From,
    /// Its last day.
    To,
    /// Who counted it.
    CountedBy,
    /// Whether it comes from the national return.
    Returned,
    /// What must be read with it.
    ReadWithCare,
    /// Which figure comes next; nothing ends it.
    Figure,
    /// What that figure was.
    Amount(Figure),
    /// How it was counted; nothing means as here.
    Definition(Figure),
}

/// Why an answer was not taken. The question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// It needs some words.
    Nothing,
    /// Another baseline is called so.
    NameTaken,
    /// It is no day, or the last is before the first.
    Days(NotAPeriod),
    /// It is neither yes nor no.
    NotYesOrNo,
    /// There is no such figure. What was meant, or which there are.
    NoFigure(String),
    /// That figure has been given.
    Twice,
    /// A baseline without a figure is none.
    NoFigures,
    /// It is not so many of so many.
    NotAShare,
    /// More than there are, or of nobody.
    NotThatMany,
    /// It is neither a list of values nor a middle of so many.
    NotValues,
}

/// A baseline being asked for.
#[derive(Debug)]
pub struct Asking {
    today: NaiveDate,
    /// What other baselines are called.
    taken: Vec<String>,
    question: Option<Question>,
    /// The first day, as it was typed: what it means may hang on the last.
    from: String,
    name: String,
    period: Option<Period>,
    counted_by: String,
    is_returned: bool,
    read_with_care: Option<String>,
    amount: Option<BeforeAmount>,
    figures: Vec<Before>,
}

impl Asking {
    /// Nothing asked yet, on this day, where others are called as in `taken`.
    pub fn on(today: NaiveDate, taken: Vec<String>) -> Self {
        Self {
            today,
            taken,
            question: Some(Question::Name),
            from: String::new(),
            name: String::new(),
            period: None,
            counted_by: String::new(),
            is_returned: false,
            read_with_care: None,
            amount: None,
            figures: vec![],
        }
    }

    /// What is asked next; nothing when all is said.
    pub fn question(&self) -> Option<Question> {
        self.question
    }

    /// Takes an answer, and goes on to the next question.
    ///
    /// # Errors
    ///
    /// When it is none; then the same is asked again.
    pub fn answer(&mut self, typed: &str) -> Result<(), NotTaken> {
        let Some(question) = self.question else {
            return Ok(());
        };
        let typed = plain(typed);
        self.question = match question {
            Question::Name => {
                self.name = some(typed)?;
                if self.taken.contains(&self.name) {
                    return Err(NotTaken::NameTaken);
                }
                Some(Question::From)
            }
            Question::From => {
                asked::period(Some(&typed), None, self.today).map_err(NotTaken::Days)?;
                self.from = typed;
                Some(Question::To)
            }
            Question::To => {
                let period = asked::period(Some(&self.from), Some(&typed), self.today);
                self.period = Some(period.map_err(NotTaken::Days)?);
                Some(Question::CountedBy)
            }
            Question::CountedBy => {
                self.counted_by = some(typed)?;
                Some(Question::Returned)
            }
            Question::Returned => {
                self.is_returned = yes(&typed)?;
                Some(Question::ReadWithCare)
            }
            Question::ReadWithCare => {
                self.read_with_care = some(typed).ok();
                Some(Question::Figure)
            }
            Question::Figure => self.figure(&typed)?.map(Question::Amount),
            Question::Amount(_) if typed.is_empty() => Some(Question::Figure),
            Question::Amount(figure) => {
                self.amount = Some(amount(figure, &typed)?);
                Some(Question::Definition(figure))
            }
            Question::Definition(figure) => {
                let definition = some(typed).unwrap_or_else(|_| said::counted(figure).to_owned());
                self.figures.extend(self.amount.take().map(|amount| Before {
                    figure,
                    definition,
                    amount,
                    who: None,
                }));
                Some(Question::Figure)
            }
        };
        Ok(())
    }

    /// The baseline, when all of it was answered.
    pub fn baseline(self) -> Option<Baseline> {
        if self.question.is_some() {
            return None;
        }
        Some(Baseline {
            name: self.name,
            period: self.period?,
            counted_by: self.counted_by,
            is_returned: self.is_returned,
            read_with_care: self.read_with_care,
            figures: self.figures,
        })
    }

    fn figure(&self, typed: &str) -> Result<Option<Figure>, NotTaken> {
        if typed.is_empty() {
            return match self.figures.is_empty() {
                true => Err(NotTaken::NoFigures),
                false => Ok(None),
            };
        }
        let name = typed.to_lowercase().replace(' ', "-");
        let Some(figure) = Figure::named(&name) else {
            let names = Figure::ALL.map(Figure::name);
            return Err(NotTaken::NoFigure(one_of(&name, &names)));
        };
        match self.figures.iter().any(|before| before.figure == figure) {
            true => Err(NotTaken::Twice),
            false => Ok(Some(figure)),
        }
    }
}

/// On one line, with nothing in it that acts.
fn plain(typed: &str) -> String {
    let seen = typed.replace(text::acts, " ");
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn some(typed: String) -> Result<String, NotTaken> {
    match typed.is_empty() {
        true => Err(NotTaken::Nothing),
        false => Ok(typed),
    }
}

fn yes(typed: &str) -> Result<bool, NotTaken> {
    match typed.to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "" | "n" | "no" => Ok(false),
        _ => Err(NotTaken::NotYesOrNo),
    }
}

/// `31 of 112`; `3 11 4 8`; `11 of 40`, the middle of so many.
fn amount(figure: Figure, typed: &str) -> Result<BeforeAmount, NotTaken> {
    let parts = typed.split_once(" of ");
    if figure.shape() == Shape::Share {
        let parts = parts.or_else(|| typed.split_once('/'));
        let (count, of) = parts
            .and_then(|(count, of)| Some((whole(count)?, whole(of)?)))
            .ok_or(NotTaken::NotAShare)?;
        let share = Share::new(count, of).filter(|share| share.of() > 0);
        return share.map(BeforeAmount::Share).ok_or(NotTaken::NotThatMany);
    }
    if let Some((median, n)) = parts {
        let read = number(median).zip(whole(n)).ok_or(NotTaken::NotValues)?;
        return match read {
            (_, 0) => Err(NotTaken::NotThatMany),
            (median, n) => Ok(BeforeAmount::Middle {
                n,
                median,
                quartiles: None,
            }),
        };
    }
    let values = typed
        .split([' ', ',', ';'])
        .filter(|value| !value.is_empty());
    let values: Option<Vec<f64>> = values.map(number).collect();
    values
        .filter(|values| !values.is_empty())
        .map(BeforeAmount::Values)
        .ok_or(NotTaken::NotValues)
}
