//! What a team fills in for itself, in `local.toml`: numbers to ring, safe steps, outcome routes, how long to keep.
//!
//! It ships blank. Nothing here is made up for anybody: a number nobody checked is worse than none.

use super::{
    Home,
    error::Result,
    fields::Fields,
    settings::{FromFile, from_file},
    sift::sift,
};
use crate::{
    guide::{Kind, Problem},
    line,
    record::{Keeping, kinder::TeamWord},
};

/// The file as it ships: blank, and saying so.
pub const BLANK: &str = "\
# What your team fills in for itself. Nothing is filled in yet, and Alongside makes nothing up.

# What to do when something must happen now, in your team's words:
# safe_steps = ['', '']

# Where a talk can lead, in your council's words:
# routes = ['', '']

# Numbers to ring, one block each:
#
# [[numbers]]
# name = 'Out of hours'
# number = '01632 960000'

# Words that make your team go hmm, one block each. Read back shows them in your own lines with what could be said
# instead; /words lists those Alongside begins with. A block without `instead` takes a word off that list.
#
# [[words]]
# word = ['bed blocker', 'bed blockers']
# instead = 'somebody waiting to go home'

# After how long to look at a record again and decide whether it stays. Your council's own rules say how long, for all
# or for one kind; these are only examples. Nothing is ever removed by itself.
#
# [keeping]
# look-at-after = '6 years'
# crisis = '18 months'
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
    /// After how long to look at a record again.
    pub keeping: Keeping,
    /// Words that make the team go hmm.
    pub words: Vec<TeamWord>,
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
        keeping: fields.table("keeping", keeping).unwrap_or_default(),
        words: fields.tables("words", |fields, span| {
            let word = TeamWord {
                forms: fields.text_or_texts("word"),
                instead: fields.text("instead"),
            };
            if word.forms.is_empty() {
                fields.warn(span, "This block has no `word`, so it is left out.");
                return None;
            }
            Some(word)
        }),
    };
    (local, fields.finish())
}

fn keeping(fields: &mut Fields) -> Keeping {
    let mut length = |key| {
        fields.understood(
            key,
            line::read_length,
            "a time, such as '6 years' or '18 months'",
        )
    };
    Keeping {
        look_at_after: length("look-at-after"),
        kinds: Kind::ALL
            .into_iter()
            .filter_map(|kind| Some((kind, length(kind.name())?)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_ships_blank() {
        assert_eq!(read(BLANK), (Local::default(), Vec::new()));
    }

    #[test]
    fn what_it_shows_works_without_its_marks() {
        let shown = BLANK.lines().filter_map(|line| line.strip_prefix("# "));
        let settings = shown.filter(|line| line.contains(" = ") || line.starts_with('['));
        let text = settings.collect::<Vec<_>>().join("\n");
        let (local, problems) = read(&text);
        assert_eq!(problems, [], "{text}");
        assert_eq!(local.numbers.len(), 1);
        assert_eq!(local.keeping.look_at_after, Some(line::Length::Months(72)));
        assert_eq!(local.words[0].forms, ["bed blocker", "bed blockers"]);
    }

    #[test]
    fn how_long_to_keep_is_read_as_people_write_it() {
        let (local, problems) =
            read("[keeping]\nlook-at-after = 'six years'\ncrisis = '18 months'\ngood-life = ''\n");
        assert_eq!(problems, []);
        let expected = Keeping {
            look_at_after: Some(line::Length::Months(72)),
            kinds: vec![(Kind::Crisis, line::Length::Months(18))],
        };
        assert_eq!(local.keeping, expected);
    }

    #[test]
    fn a_slip_in_how_long_to_keep_is_said_where_it_stands() {
        let text = "[keeping]\nlook_at_after = '6 years'\ncrisis = 'for ever'\ngood-life = 6\n";
        let (local, problems) = read(text);
        assert_eq!(local.keeping, Keeping::default());
        let said: Vec<_> = problems.iter().map(|p| p.place(text).line).collect();
        assert_eq!(said, [2, 3, 4]);
        assert_eq!(
            problems[0].hint.as_deref(),
            Some("Did you mean `look-at-after`?")
        );
        assert!(
            problems[1].message.contains("such as '6 years'"),
            "{problems:?}"
        );
        let (_, problems) = read("keeping = '6 years'\n");
        assert!(problems[0].message.contains("[keeping]"), "{problems:?}");
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
    fn words_are_one_or_several_and_one_without_another_is_taken_off() {
        let text = "[[words]]\nword = 'frequent flyer'\ninstead = 'somebody who rings often'\n\
                    [[words]]\nword = ['journey', 'journeys']\n[[words]]\ninstead = 'x'\n\
                    [[words]]\nword = 3\n";
        let (local, problems) = read(text);
        let forms: Vec<_> = local
            .words
            .iter()
            .map(|word| word.forms.join("/"))
            .collect();
        assert_eq!(forms, ["frequent flyer", "journey/journeys"]);
        assert_eq!(
            local.words[0].instead.as_deref(),
            Some("somebody who rings often")
        );
        assert_eq!(local.words[1].instead, None);
        let said: Vec<_> = problems.iter().map(|p| p.place(text).line).collect();
        assert_eq!(said, [6, 8, 9]);
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
