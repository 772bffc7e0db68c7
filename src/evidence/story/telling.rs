//! A story that is being told: lines chosen, parts typed on, who said yes. It is kept as it is typed, and becomes a
//! [`Story`] when the worker keeps it.

mod asked;
mod right;

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    Line, PARTS, Permission, Reach, Story, Told,
    lines::FromRecord,
    names::Names,
    tells::{Tell, tells},
};
use crate::{
    conversation::ConversationId,
    line::{self, Day},
    record::inert,
};

pub use asked::Settled;

/// A story that is being told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The story's name.
    pub id: String,
    /// The record it was begun from. It is never in the story's file: whoever removes the record, or makes it void, is
    /// heard here too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<ConversationId>,
    /// What can be chosen from the record, where it was begun from one.
    #[serde(default)]
    pub lines: Vec<Line>,
    /// Each part, line by line.
    pub parts: [Vec<String>; PARTS.len()],
    /// How it went, once that was said.
    #[serde(default)]
    pub went: Option<Told>,
    /// The letters being typed in a part.
    #[serde(default)]
    pub typed: Option<(usize, String)>,
    /// What was typed of who said yes.
    #[serde(default)]
    pub yes: YesTyped,
    /// Whose names went.
    #[serde(default)]
    names: Names,
    /// Everybody the home knows of. They are looked up anew each time, and never kept with a story.
    #[serde(skip)]
    known: Arc<Names>,
    /// Words that may be names, of the record and of those linked with it.
    #[serde(default)]
    may_be: Names,
    /// Words that were asked about, and stay.
    #[serde(default)]
    stays: Vec<String>,
    /// No copy of the record may go to where they live.
    #[serde(default)]
    pub marked: bool,
    /// Who said yes already, and to which words: others are to be asked for again.
    #[serde(default)]
    given: Option<(Permission, [String; PARTS.len()])>,
}

/// What is asked of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yes {
    /// Who said yes.
    By,
    /// What else they said of its use; nothing is an answer too.
    Use,
    /// Until when.
    Until,
}

/// What was typed of a permission.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct YesTyped {
    /// Who said yes.
    pub by: String,
    /// Who may be shown it, as chosen.
    #[serde(default)]
    pub reach: Reach,
    /// What else they said of its use.
    pub to_use: String,
    /// Until when, as typed.
    pub until: String,
}

/// Why nothing was kept of an answer about a permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoYes {
    /// Nothing was said.
    Nothing,
    /// It names somebody: these.
    Names(Vec<String>),
    /// It is no day.
    NotADay,
    /// It is not after today.
    Over,
}

impl Telling {
    /// One that begins with what this record gives.
    pub fn begin(id: String, record: ConversationId, from: FromRecord) -> Self {
        Self {
            record: Some(record),
            lines: from.lines,
            names: from.names,
            may_be: from.may_be,
            marked: from.marked,
            ..Self::empty(id)
        }
    }

    /// One that goes on with a story that was kept.
    pub fn of(story: &Story) -> Self {
        let lines = |part: &String| part.lines().map(str::to_owned).collect();
        Self {
            parts: story.parts.each_ref().map(lines),
            went: Some(story.went),
            given: story.permission.clone().map(|given| {
                let words = story.parts.each_ref().map(|part| inert::as_written(part));
                (given, words)
            }),
            ..Self::empty(story.id.clone())
        }
    }

    fn empty(id: String) -> Self {
        Self {
            id,
            record: None,
            lines: vec![],
            parts: Default::default(),
            went: None,
            typed: None,
            yes: YesTyped::default(),
            names: Names::default(),
            known: Arc::default(),
            may_be: Names::default(),
            stays: vec![],
            marked: false,
            given: None,
        }
    }

    /// Everybody the home knows of goes from the lines of the record, and is looked for in what is typed.
    pub fn know(&mut self, known: Arc<Names>) {
        self.blank_lines(&known);
        self.known = known;
    }

    /// Whoever else a record linked with this one names goes too, and what may be a name in it is asked about.
    pub fn know_of_linked(&mut self, (names, may_be): (Names, Names)) {
        self.blank_lines(&names);
        self.names = std::mem::take(&mut self.names).and(names);
        self.may_be = std::mem::take(&mut self.may_be).and(may_be);
    }

    fn blank_lines(&mut self, names: &Names) {
        for line in &mut self.lines {
            let blanked = names.blanked(&line.words);
            let part = &mut self.parts[line.part];
            let chosen = part.iter_mut().filter(|words| **words == line.words);
            chosen.for_each(|words| words.clone_from(&blanked));
            line.words = blanked;
        }
    }

    /// Whether whoever it is about took it back before this was taken up.
    pub fn was_taken_back(&self) -> bool {
        let given = self.given.as_ref();
        given.is_some_and(|(given, _)| given.withdrawn.is_some())
    }

    /// The story for the worker alone: nobody's yes goes with it. What was taken back stays so.
    pub fn draft(&self) -> Story {
        let given = self.given.as_ref().map(|(given, _)| given);
        Story {
            permission: given.filter(|given| given.withdrawn.is_some()).cloned(),
            ..self.story()
        }
    }

    /// Chooses a line of the record, or leaves it out again. What was changed of it since stays in its part.
    pub fn choose(&mut self, at: usize) {
        let Some(line) = self.lines.get_mut(at) else {
            return;
        };
        line.chosen = !line.chosen;
        let line = line.clone();
        match line.chosen {
            true => self.parts[line.part].push(line.words),
            false => self.leave_out(&line),
        }
    }

    /// Puts a line of the record under the next part, or the one before.
    pub fn under(&mut self, at: usize, forward: bool) {
        let Some(line) = self.lines.get(at).cloned() else {
            return;
        };
        let by = if forward { 1 } else { PARTS.len() - 1 };
        let part = (line.part + by) % PARTS.len();
        self.lines[at].part = part;
        if line.chosen {
            self.leave_out(&line);
            self.parts[part].push(line.words);
        }
    }

    fn leave_out(&mut self, line: &Line) {
        let part = &mut self.parts[line.part];
        if let Some(at) = part.iter().position(|words| *words == line.words) {
            part.remove(at);
        }
    }

    /// Takes the line being typed into its part.
    pub fn take_typed(&mut self) {
        if let Some((part, typed)) = self.typed.take()
            && !typed.trim().is_empty()
            && let Some(part) = self.parts.get_mut(part)
        {
            part.push(typed.trim_end().to_owned());
        }
    }

    /// What is asked of the permission, as far as it was typed.
    pub fn typed_of(&mut self, asked: Yes) -> &mut String {
        match asked {
            Yes::By => &mut self.yes.by,
            Yes::Use => &mut self.yes.to_use,
            Yes::Until => &mut self.yes.until,
        }
    }

    /// Whether anything is in it that would be missed.
    pub fn holds_words(&self) -> bool {
        let typed = self.typed.as_ref().map_or("", |(_, typed)| typed);
        self.parts.iter().any(|part| !part.is_empty()) || !typed.trim().is_empty()
    }

    /// The story as it stands.
    pub fn story(&self) -> Story {
        let mut whole = self.clone();
        whole.take_typed();
        let parts = whole
            .parts
            .map(|lines| inert::as_written(&lines.join("\n")));
        let given = self.given.as_ref();
        let given = given.filter(|(_, to_words)| *to_words == parts);
        Story {
            id: self.id.clone(),
            permission: given.map(|(given, _)| given.clone()),
            went: self.went.unwrap_or_default(),
            parts,
        }
    }

    /// The story with who said yes, on this day.
    ///
    /// # Errors
    ///
    /// What is not said, or names somebody.
    pub fn with_yes(&self, today: NaiveDate) -> Result<Story, (Yes, NoYes)> {
        let until = self.until(today).map_err(|why| (Yes::Until, why))?;
        let said = |asked: Yes, typed: &str| {
            self.check(asked, typed, today)
                .map_err(|why| (asked, why))?;
            Ok(inert::on_one_line(typed))
        };
        Ok(Story {
            permission: Some(Permission {
                given_by: said(Yes::By, &self.yes.by)?,
                on: today,
                reach: self.yes.reach,
                to_use: said(Yes::Use, &self.yes.to_use)?,
                until,
                withdrawn: None,
            }),
            ..self.story()
        })
    }

    /// Whether an answer about the permission can be kept.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn check(&self, asked: Yes, typed: &str, today: NaiveDate) -> Result<(), NoYes> {
        if asked == Yes::Until {
            return read_until(typed, today).map(drop);
        }
        let names = self.named_in(typed);
        let is_missing = typed.trim().is_empty() && asked != Yes::Use;
        match (is_missing, names.is_empty()) {
            (true, _) => Err(NoYes::Nothing),
            (_, false) => Err(NoYes::Names(names)),
            _ => Ok(()),
        }
    }

    /// The last day it may be used.
    ///
    /// # Errors
    ///
    /// When no day was typed, or one that is over.
    pub fn until(&self, today: NaiveDate) -> Result<NaiveDate, NoYes> {
        read_until(&self.yes.until, today)
    }

    /// What else may give somebody away, in order and each once.
    pub fn tells(&self) -> Vec<Tell> {
        tells(&self.story().parts.join("\n"))
    }
}

/// A year from today: what is suggested as the last day.
pub fn a_year_on(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(Months::new(12)).unwrap_or(today)
}

/// Nothing typed is a year.
fn read_until(typed: &str, today: NaiveDate) -> Result<NaiveDate, NoYes> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(a_year_on(today));
    }
    // Of which month, nobody said.
    if typed.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NoYes::NotADay);
    }
    let day = match typed.parse() {
        Ok(day) => Day::On(day),
        Err(_) => line::read_day(typed, today).day,
    };
    match day {
        Day::On(day) if day > today => Ok(day),
        Day::On(_) | Day::Passed(_) => Err(NoYes::Over),
        Day::None | Day::Unsure(_) => Err(NoYes::NotADay),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    pub fn begun() -> Telling {
        let line = |words: &str, part| Line {
            words: words.to_owned(),
            part,
            chosen: false,
        };
        Telling::begin(
            "7k3f-q2m9".to_owned(),
            ConversationId::read("2026-03-06-1420-crisis-7k3f").expect("an id"),
            FromRecord {
                lines: vec![line("\"I go out.\"", 4), line("The step", 1)],
                names: Names::from_names(["Joan M"]),
                may_be: Names::maybe_in("her friend Tariq"),
                linked: vec![],
                marked: false,
            },
        )
    }

    #[test]
    fn a_line_goes_where_it_was_put_and_comes_out_again() {
        let mut telling = begun();
        telling.choose(0);
        telling.under(0, false);
        assert_eq!(telling.story().parts[3], "\"I go out.\"");
        assert_eq!(telling.story().parts[4], "");
        telling.choose(0);
        assert!(!telling.holds_words());
        telling.under(1, false);
        telling.under(1, false);
        assert_eq!(telling.lines[1].part, 7, "round the end");
        telling.choose(9);
        telling.under(9, true);
    }

    #[test]
    fn what_was_changed_by_hand_stays_when_its_line_is_left_out() {
        let mut telling = begun();
        telling.choose(0);
        telling.parts[4][0].push_str(" On Tuesdays.");
        telling.choose(0);
        assert_eq!(telling.story().parts[4], "\"I go out.\" On Tuesdays.");
    }

    #[test]
    fn nobody_is_shown_a_story_before_somebody_said_yes_to_all_of_it() {
        let today = day("2026-03-12");
        let mut telling = begun();
        telling.choose(0);
        assert!(!telling.story().may_be_shown(today));
        let why = |telling: &Telling| telling.with_yes(today).expect_err("not yet");
        assert_eq!(why(&telling), (Yes::By, NoYes::Nothing));
        telling.yes.by = "Joan".to_owned();
        let names = NoYes::Names(vec!["Joan".to_owned()]);
        assert_eq!(why(&telling), (Yes::By, names));
        telling.yes.by = "the person".to_owned();
        telling.yes.to_use = "team meetings".to_owned();
        telling.yes.until = "soon".to_owned();
        assert_eq!(why(&telling), (Yes::Until, NoYes::NotADay));
        telling.yes.until = "1".to_owned();
        assert_eq!(why(&telling), (Yes::Until, NoYes::NotADay), "of no month");
        telling.yes.until = "2026-03-12".to_owned();
        assert_eq!(why(&telling), (Yes::Until, NoYes::Over));
        telling.yes.until = "1 march".to_owned();
        assert_eq!(why(&telling), (Yes::Until, NoYes::Over));
        telling.yes.until = String::new();
        let story = telling.with_yes(today).expect("all is said");
        assert!(!story.may_leave(), "nobody said that it may leave the team");
        telling.yes.reach = Reach::Council;
        let council = telling.with_yes(today).expect("all is said");
        assert!(council.may_leave());
        assert!(story.may_be_shown(day("2027-03-12")));
        assert!(!story.may_be_shown(day("2027-03-13")));
    }

    #[test]
    fn who_said_yes_said_it_to_those_words_and_is_asked_again_for_others() {
        let today = day("2026-03-12");
        let mut telling = begun();
        telling.choose(0);
        telling.yes.by = "the person".to_owned();
        telling.yes.to_use = "team meetings".to_owned();
        let told = telling.with_yes(today).expect("all is said");
        let mut again = Telling::of(&told);
        again.went = Some(Told::Badly);
        assert!(again.story().may_be_shown(today));
        again.parts[7].push("More.".to_owned());
        assert!(!again.story().may_be_shown(today));
    }

    #[test]
    fn a_story_taken_up_again_knows_everybody_the_home_knows() {
        let today = day("2026-03-12");
        let mut again = Telling::of(&begun().story());
        again.know(Arc::new(Names::of_home(["Nasreen B", "Beth R"])));
        again.parts[0].push("Nasreen B rang us, N.B. said Beth was kind".to_owned());
        assert_eq!(again.names(), ["Nasreen B", "N.B", "Beth"]);
        let named = again.check(Yes::Use, "team of Beth R", today);
        assert_eq!(named, Err(NoYes::Names(vec!["Beth R".to_owned()])));
        assert_eq!(again.check(Yes::Use, "team meetings", today), Ok(()));
        let kept = serde_json::to_string(&again).expect("JSON");
        assert!(
            !kept.contains("beth r"),
            "nobody else is kept with it: {kept}"
        );
    }

    #[test]
    fn a_draft_has_nobodys_yes_and_what_was_taken_back_stays_so() {
        let today = day("2026-03-12");
        let mut telling = begun();
        telling.choose(0);
        telling.yes.by = "the person".to_owned();
        telling.yes.to_use = "team meetings".to_owned();
        let told = telling.with_yes(today).expect("all is said");
        assert_eq!(Telling::of(&told).draft().permission, None);
        let mut again = Telling::of(&told.taken_back(today, true));
        assert!(again.was_taken_back());
        again.parts[7].push("More.".to_owned());
        assert!(!again.draft().may_be_shown(today));
        assert!(again.draft().permission.is_some());
    }

    #[test]
    fn a_name_that_is_typed_back_in_is_told() {
        let mut telling = begun();
        telling.typed = Some((0, "Joan cooks in Leeds".to_owned()));
        assert_eq!(telling.names(), ["Joan"]);
        assert!(telling.tells().contains(&Tell::Place("Leeds".to_owned())));
        telling.take_typed();
        assert_eq!(telling.story().parts[0], "Joan cooks in Leeds");
        let again = Telling::of(&telling.story());
        assert_eq!(again.story(), telling.story());
    }
}
