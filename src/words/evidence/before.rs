//! What is said of baselines and of what is brought in: what could not be used, what was kept, and the questions that make
//! a baseline.

use std::path::Path;

use chrono::NaiveDate;

use crate::{
    evidence::{
        baseline::ask::{NotTaken, Question},
        brought::What,
        measure::{Figure, Shape},
        period::day_name,
        said,
    },
    text,
};

use super::cli::not_a_period;

/// What is kept beside the records is sealed.
pub const SEALED: &str = "Baselines, what was brought in, what people said and stories are sealed, so none of them is \
                          here. To open them: alongside seal unlock";
/// Some files were not as they should be.
pub const NOTHING_KEPT: &str =
    "Nothing was kept. Your files are as they were. Mend them, then run this again.";
/// A baseline that was given is not as it should be.
pub const NO_REPORT: &str = "No report was made. Mend the baseline, then run this again.";
/// A file that is something else was given as one.
pub const NOT_A_BASELINE: &str =
    "--baseline takes a baseline, and one of these files is none. No report was made.";
/// Before the questions of a baseline.
pub const BEFORE_ASKING: [&str; 2] = [
    "A baseline is what figures were at another time, or in another team.",
    "Nothing is kept until the last question. Ctrl+C leaves.",
];
/// The answers ended before the questions.
pub const NOT_FINISHED: &str = "That is not a whole baseline yet. Nothing was kept.";
/// Asks for the list of figures.
pub const LIST: &str = "?";

/// A file that is not used, by its place in the home, and the first thing that is wrong with it.
pub fn not_used(file: &str, line: usize, message: &str) -> String {
    let (file, message) = (text::shown(file), text::shown(message));
    format!("{file} is not used. Line {line}: {message} To see all of it: alongside evidence check")
}

/// Rows of a file that are not used, and what is wrong with the first.
pub fn rows_not_used(file: &str, problems: usize, line: usize, message: &str) -> String {
    let (file, message) = (text::shown(file), text::shown(message));
    let rows = match problems {
        1 => "A row".to_owned(),
        count => format!("{count} rows"),
    };
    let is = if problems == 1 { "is" } else { "are" };
    format!("{rows} of {file} {is} not used. Line {line}: {message}")
}

/// Two baselines of one name.
pub fn same_name(file: &str, name: &str) -> String {
    let (file, name) = (text::shown(file), text::shown(name));
    format!("{file} is not used: another baseline is called \"{name}\" too. Give it another name.")
}

/// Days that another file counts already.
pub fn counted_twice(file: &str, what: What) -> String {
    let file = text::shown(file);
    let what = what.name();
    format!("A row of {file} is not used: {what} is counted for some of its days already.")
}

/// Rows that another file has word for word.
pub fn said_in_another(file: &str, rows: usize) -> String {
    let file = text::shown(file);
    match rows {
        1 => format!("A row of {file} is not used: another file says just that of the same day."),
        rows => format!(
            "{rows} rows of {file} are not used: other files say just that of the same days."
        ),
    }
}

/// A count of days that are still to come.
pub fn not_over(file: &str, last: NaiveDate) -> String {
    let (file, last) = (text::shown(file), day_name(last));
    format!("{file} counts days up to {last}, which are not over yet. It is used as it is.")
}

/// After a file was kept.
pub fn kept(path: &Path) -> String {
    format!(
        "Kept in {}. It stands beside every report from now on.",
        path.display()
    )
}

/// After a story was kept: it is a draft, or somebody has said yes to it.
pub fn kept_story(path: &Path) -> String {
    format!(
        "Kept in {}. It is shown to those its permission is for, while that holds.",
        path.display()
    )
}

/// A package of figures is neither checked nor kept here.
pub fn is_a_package(folder: &Path) -> String {
    format!(
        "{} is a package of figures that Alongside wrote. To put it together with others: alongside evidence combine",
        text::shown(&folder.display().to_string())
    )
}

/// It was kept before.
pub fn kept_before(file: &str) -> String {
    format!(
        "{} says what is kept already. Nothing has changed.",
        text::shown(file)
    )
}

/// Rows that are kept already, by their lines; the others are new.
pub fn rows_kept_before(file: &str, lines: &[usize], new: usize) -> String {
    /// More than this are not worth reading.
    const MOST: usize = 12;
    let file = text::shown(file);
    let listed: Vec<String> = lines.iter().take(MOST).map(ToString::to_string).collect();
    let more = match lines.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (lines, are) = match lines.len() {
        1 => ("line", "is"),
        _ => ("lines", "are"),
    };
    let (of, is) = if new == 1 {
        ("row", "is")
    } else {
        ("rows", "are")
    };
    format!(
        "{file}: {lines} {}{more} {are} kept already. {new} new {of} {is} kept.",
        listed.join(", ")
    )
}

/// Why a file is not kept beside those there are: another baseline has its name.
pub fn is_called_so(file: &str, name: &str) -> String {
    let (file, name) = (text::shown(file), text::shown(name));
    format!(
        "{file}: there is a baseline called \"{name}\" already. Nothing was kept.\n\
         Give this one another name, or remove the other: alongside evidence remove"
    )
}

/// Why a row is not kept beside those there are: it would count days twice.
pub fn would_count_twice(file: &str, line: usize, what: What) -> String {
    let (file, what) = (text::shown(file), what.name());
    format!(
        "{file}, line {line}: {what} is kept for some of these days already, as another count.\n\
         This row was left out, and what is kept is as it was. To keep this row, remove\n\
         the file with the other first: alongside evidence remove"
    )
}

/// A question of a baseline.
pub fn question(question: Question) -> String {
    match question {
        Question::Name => "What is it? (the same months last year, the team next door)".to_owned(),
        Question::From => "From which day? (1 april 2025)".to_owned(),
        Question::To => "To which day?".to_owned(),
        Question::CountedBy => "Who counted it?".to_owned(),
        Question::Returned => {
            "Does it come from the national return? y or n. Enter is n".to_owned()
        }
        Question::ReadWithCare => {
            "What must be read with it? (two extra workers, a hard winter) Enter: nothing"
                .to_owned()
        }
        Question::Figure => "Which figure? ? lists them. Enter alone ends".to_owned(),
        Question::Amount(figure) => format!("{}: {}", said::figure(figure), amount(figure)),
        Question::Definition(figure) => format!(
            "How was it counted? Enter alone: as here. {}",
            said::counted(figure)
        ),
    }
}

fn amount(figure: Figure) -> &'static str {
    match figure.shape() {
        Shape::Share => "how many, of how many? (31 of 112) Enter alone passes over it",
        Shape::Values(_) => {
            "each value (3 11 4 8), or the middle of so many (11 of 40). Enter alone passes over it"
        }
    }
}

/// One of the figures there are.
pub fn figure(figure: Figure) -> String {
    format!("  {:24}{}", figure.name(), said::figure(figure))
}

/// Why an answer was not taken.
pub fn not_taken(why: &NotTaken) -> String {
    match why {
        NotTaken::Nothing => "It needs a few words.".to_owned(),
        NotTaken::NameTaken => {
            "Another baseline is called so. Give this one another name.".to_owned()
        }
        NotTaken::Days(why) => not_a_period(why),
        NotTaken::NotYesOrNo => "Type y or n.".to_owned(),
        NotTaken::NoFigure(hint) => format!("There is no figure of that name. {hint}"),
        NotTaken::Twice => "That figure is in it already. Type another, or Enter alone.".to_owned(),
        NotTaken::NoFigures => "A baseline needs one figure at least. ? lists them.".to_owned(),
        NotTaken::NotAShare => "Type it like this: 31 of 112".to_owned(),
        NotTaken::NotThatMany => "That is more than there are, or of nobody.".to_owned(),
        NotTaken::NotValues => "Type each value: 3 11 4 8. Or the middle: 11 of 40".to_owned(),
    }
}

/// What the questions came to.
pub fn asked_for(name: &str, figures: usize) -> String {
    let figures = match figures {
        1 => "1 figure".to_owned(),
        count => format!("{count} figures"),
    };
    format!("{}: {figures}.", text::shown(name))
}
