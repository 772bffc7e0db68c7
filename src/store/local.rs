//! What a team fills in for itself, in `local.toml`: numbers to ring, safe steps, outcome routes.
//!
//! It ships blank. Nothing here is made up for anybody: a number nobody checked is worse than none.

use super::{
    Home,
    error::Result,
    fields::Fields,
    settings::{FromFile, from_file},
    sift::sift,
};
use crate::guide::Problem;

/// The file as it ships: blank, and saying so.
pub const BLANK: &str = "\
# What your team fills in for itself. Nothing is filled in yet, and Alongside makes nothing up.

# Numbers to ring, one block each:
#
# [[numbers]]
# name = 'Out of hours'
# number = '01632 960000'

# What to do when something must happen now, in your team's words:
# safe_steps = ['', '']

# Where a talk can lead, in your council's words:
# routes = ['', '']
";

/// What a team filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Local {
    /// Who to ring, in the team's order.
    pub numbers: Vec<Number>,
    /// What to do when something must happen now.
    pub safe_steps: Vec<String>,
    /// Where a talk can lead.
    pub routes: Vec<String>,
}

/// Somebody to ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Who answers.
    pub name: String,
    /// `None` while nobody has filled it in.
    pub number: Option<String>,
}

impl FromFile<Local> {
    /// Reads what the team of this home filled in. No file is no problem.
    ///
    /// # Errors
    ///
    /// As the disk says. Going on with nothing filled in does no harm.
    pub fn local(home: &Home) -> Result<Self> {
        from_file(&home.local(), read)
    }
}

/// Reads the text of `local.toml`.
pub fn read(text: &str) -> (Local, Vec<Problem>) {
    let sifted = sift(text);
    let mut fields = Fields::of(&sifted);
    let local = Local {
        numbers: fields.tables("numbers", |fields, span| {
            let (name, number) = (fields.text("name"), fields.text("number"));
            if name.is_none() {
                fields.warn(span, "This number has no `name`, so it is left out.");
            }
            name.map(|name| Number { name, number })
        }),
        safe_steps: fields.texts("safe_steps"),
        routes: fields.texts("routes"),
    };
    (local, fields.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ships_blank() {
        assert_eq!(read(BLANK), (Local::default(), Vec::new()));
        let shown = BLANK.replace("# ", "").replace("#\n", "");
        assert!(shown.contains("[[numbers]]\nname"), "{shown}");
    }

    #[test]
    fn what_a_team_filled_in_is_read() {
        let (local, problems) = read(
            "safe_steps = ['Ring 999 if anybody is hurt.']\nroutes = ['connected locally', '']\n\
             [[numbers]]\nname = 'Out of hours'\nnumber = '01632 960000'\n\
             [[numbers]]\nname = 'Duty'\nnumber = ''\n",
        );
        assert_eq!(problems, []);
        assert_eq!(local.safe_steps, ["Ring 999 if anybody is hurt."]);
        assert_eq!(local.routes, ["connected locally"]);
        assert_eq!(local.numbers[0].number.as_deref(), Some("01632 960000"));
        assert_eq!(local.numbers[1].name, "Duty");
        assert_eq!(local.numbers[1].number, None);
    }

    #[test]
    fn one_mistake_leaves_the_rest_working() {
        let text = "routes = 'one'\nsafe_steps = [1, 'Stay with them.']\n\
                    [[numbers]]\nnumber = '1'\nnmae = 'Duty'\n[[numbers]]\nname = 'Duty'\n";
        let (local, problems) = read(text);
        assert_eq!(local.safe_steps, ["Stay with them."]);
        assert_eq!(local.numbers.len(), 1);
        let said: Vec<_> = problems.iter().map(|p| p.place(text).line).collect();
        assert_eq!(said, [1, 2, 3, 5]);
        assert_eq!(problems[3].hint.as_deref(), Some("Did you mean `name`?"));
    }
}
