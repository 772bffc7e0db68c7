//! A story as a file: Markdown that reads well anywhere, under a small header that says whether it may be shown.
//!
//! It holds no reference to the record it came from. Hand edits are read as they are meant wherever they can be: words
//! under a heading of their own stay with the part above them, and what is not understood is said. What cannot be read
//! of a permission is no permission.

use chrono::NaiveDate;

use super::{PARTS, Permission, Reach, Story, Told};
use crate::{evidence::period::day_name, guide::Problem, record::inert};

/// The heading of the ninth part.
const PERMISSION: &str = "Permission";
/// The title of every story.
const TITLE: &str = "A story of difference";

/// The story as its file.
pub fn write(story: &Story) -> String {
    let mut out = format!("---\nstory: 1\nwent: {}\n", quoted(went_word(story.went)));
    if let Some(given) = &story.permission {
        let is_gone = given.is_gone();
        let withdrawn = given.withdrawn.map(|day| day.to_string());
        let fields = [
            ("said_yes", Some(given.given_by.clone())),
            ("on", Some(given.on.to_string())),
            ("shown", Some(given.reach.name().to_owned())),
            (
                "use",
                Some(given.to_use.clone()).filter(|more| !more.is_empty()),
            ),
            ("until", Some(given.until.to_string())),
            ("withdrawn", withdrawn),
        ];
        for (key, value) in fields {
            let value = value.filter(|_| !is_gone || key == "withdrawn");
            let line = value.map(|value| format!("{key}: {}\n", quoted(&value)));
            out.extend(line);
        }
    }
    out.push_str(&format!("---\n\n# {TITLE}\n"));
    for (title, part) in PARTS.iter().zip(&story.parts) {
        let words = inert::as_written(part);
        if !words.is_empty() {
            let words = inert::lines(&words, true).join("\n");
            out.push_str(&format!("\n## {title}\n\n{words}\n"));
        }
    }
    let permission = inert::lines(&permission(story), true).join("\n");
    out.push_str(&format!("\n## {PERMISSION}\n\n{permission}\n"));
    out
}

/// The ninth part, in words.
pub fn permission(story: &Story) -> String {
    let Some(given) = &story.permission else {
        return "Nobody has said yes yet. This is a draft, and nobody else is shown it.".to_owned();
    };
    let by = inert::on_one_line(&given.given_by);
    let to_what = inert::on_one_line(&given.to_what());
    let on = day_name(given.on);
    match given.withdrawn {
        Some(back) if given.is_gone() => {
            format!("Taken back on {}. It may not be shown.", day_name(back))
        }
        Some(back) => format!(
            "Said yes on {on}: {by}. Taken back on {}. It may not be shown.",
            day_name(back)
        ),
        None => {
            let until = day_name(given.until);
            format!(
                "Said yes on {on}: {by}. To what: {to_what}. Until: {until}. It may be taken back at any time."
            )
        }
    }
}

fn went_word(went: Told) -> &'static str {
    match went {
        Told::Better => "better",
        Told::Badly => "badly",
        Told::Open => "open",
    }
}

/// As JSON writes words, which every YAML reader gives back unchanged.
fn quoted(words: &str) -> String {
    serde_json::Value::from(inert::on_one_line(words)).to_string()
}

/// A story's file read back, and what in it was not understood.
pub fn read(id: &str, text: &str) -> (Story, Vec<Problem>) {
    let mut problems = vec![];
    let lines = lines(text);
    let (header, body) = split(&lines);
    if header.is_none() {
        let no_header = "This story has no header, so it counts as a draft.";
        problems.push(
            Problem::warning(0..0, no_header)
                .hint("Begin the file with --- and end the header with ---."),
        );
    }
    let (went, permission) = header_of(header.unwrap_or_default(), &mut problems);
    let story = Story {
        id: id.to_owned(),
        parts: parts_of(body, &mut problems),
        went,
        permission,
    };
    if header.is_none() && story.parts.iter().all(String::is_empty) {
        let what = "This is no story: it has no header, and nothing under a story's headings.";
        let hint = format!("A story has headings such as: ## {}", PARTS[0]);
        problems = vec![Problem::error(0..0, what).hint(hint)];
    }
    (story, problems)
}

/// A line, and where it stands.
type Line<'a> = (usize, &'a str);

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|full| {
        let line = (at, full.trim_end());
        at += full.len();
        line
    });
    lines.collect()
}

/// The lines of the header, where there is one, and those after it.
fn split<'a, 'b>(lines: &'b [Line<'a>]) -> (Option<&'b [Line<'a>]>, &'b [Line<'a>]) {
    let is_fence = |line: &Line<'_>| line.1.trim_start_matches('\u{feff}') == "---";
    let Some((first, rest)) = lines.split_first().filter(|(first, _)| is_fence(first)) else {
        return (None, lines);
    };
    let _ = first;
    match rest.iter().position(is_fence) {
        Some(end) => (Some(&rest[..end]), &rest[end + 1..]),
        None => (None, lines),
    }
}

/// What a header may say of a permission, before it is known whether it says enough.
#[derive(Default)]
struct Said {
    given_by: Option<String>,
    on: Option<NaiveDate>,
    reach: Option<Reach>,
    to_use: Option<String>,
    until: Option<NaiveDate>,
    withdrawn: Option<NaiveDate>,
    /// Something says that it was taken back, whatever day that was.
    is_withdrawn: bool,
}

fn header_of(lines: &[Line<'_>], problems: &mut Vec<Problem>) -> (Told, Option<Permission>) {
    let mut went = Told::default();
    let mut said = Said::default();
    for (at, line) in lines.iter().copied().filter(|(_, line)| !line.is_empty()) {
        let span = at..at + line.len();
        let Some((key, value)) = line.split_once(':') else {
            problems.push(Problem::warning(span, "A line of the header is no field."));
            continue;
        };
        let value = unquoted(value);
        let mut day = || {
            let day = value.parse().ok();
            if day.is_none() {
                let what = format!("\"{value}\" is not a day.");
                problems.push(Problem::warning(span.clone(), what).hint("Write it as 2027-03-31."));
            }
            day
        };
        match key.trim() {
            "story" => {}
            "went" => match value.as_str() {
                "better" => went = Told::Better,
                "badly" => went = Told::Badly,
                "open" => went = Told::Open,
                _ => problems.push(
                    Problem::warning(span, format!("\"{value}\" does not say how it went."))
                        .hint("Write better, badly or open."),
                ),
            },
            "said_yes" => said.given_by = Some(value).filter(|value| !value.is_empty()),
            "on" => said.on = day(),
            "shown" => {
                said.reach = Reach::named(&value);
                if said.reach.is_none() {
                    let what =
                        format!("\"{value}\" does not say who may be shown it: the team alone is.");
                    let hint = "Write team, council or anybody.";
                    problems.push(Problem::warning(span, what).hint(hint));
                    said.reach = Some(Reach::Team);
                }
            }
            "use" => said.to_use = Some(value).filter(|value| !value.is_empty()),
            "until" => said.until = day(),
            "withdrawn" => {
                said.is_withdrawn = true;
                said.withdrawn = day();
            }
            key => problems.push(Problem::warning(
                span,
                format!("\"{key}\" is no field of a story."),
            )),
        }
    }
    let at = lines.first().map_or(0, |(at, _)| *at);
    (went, said.permission(at, problems))
}

impl Said {
    /// The permission, where all of it is said. Part of one is none, and is said.
    fn permission(self, at: usize, problems: &mut Vec<Problem>) -> Option<Permission> {
        let to_what = self.reach.is_some() || self.to_use.is_some();
        let nothing = self.given_by.is_none() && !to_what && self.until.is_none();
        if nothing && !self.is_withdrawn {
            return None;
        }
        if let Some(back) = self.withdrawn.filter(|_| nothing && self.on.is_none()) {
            return Some(Permission::gone(back));
        }
        match (self.given_by, self.on, to_what, self.until) {
            (Some(given_by), Some(on), true, Some(until)) => Some(Permission {
                given_by,
                on,
                // Words alone do not say that it may leave the team.
                reach: self.reach.unwrap_or_default(),
                to_use: self.to_use.unwrap_or_default(),
                until,
                // Taken back is taken back, even where the day cannot be read.
                withdrawn: self.withdrawn.or(self.is_withdrawn.then_some(on)),
            }),
            _ => {
                let what = "The header does not say all of who said yes, when, to what use and until when. \
                            It counts as a draft.";
                problems.push(
                    Problem::warning(at..at, what)
                        .hint("Give said_yes, on, shown and until, or none of them."),
                );
                None
            }
        }
    }
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    let json = serde_json::from_str::<String>(value).ok();
    let single = || {
        value
            .strip_prefix('\'')
            .and_then(|rest| rest.strip_suffix('\''))
    };
    json.or_else(|| single().map(|inner| inner.replace("''", "'")))
        .unwrap_or_else(|| value.to_owned())
}

fn parts_of(lines: &[Line<'_>], problems: &mut Vec<Problem>) -> [String; PARTS.len()] {
    let mut parts: [Vec<String>; PARTS.len()] = Default::default();
    let mut here = Some(0);
    let mut before_any = true;
    for (at, line) in lines.iter().copied() {
        let span = at..at + line.len();
        if let Some(title) = line.strip_prefix("## ") {
            match place_of(title) {
                Some(place) => here = place,
                None => {
                    let what = format!("\"{}\" is no part of a story.", title.trim());
                    problems.push(
                        Problem::warning(span, what).hint("Its words stay with the part above it."),
                    );
                    let words = inert::plain(title.trim());
                    here = here.or(Some(PARTS.len() - 1));
                    here.iter().for_each(|at| parts[*at].push(words.clone()));
                }
            }
            before_any = false;
            continue;
        }
        let is_title = before_any && line.starts_with("# ");
        if is_title || (before_any && line.is_empty()) {
            continue;
        }
        if before_any {
            let what = "Words before the first part. They are read as its words.";
            problems.push(Problem::warning(span, what));
            before_any = false;
        }
        // What is under Permission is made from the header each time.
        if let Some(at) = here {
            parts[at].push(as_typed(line));
        }
    }
    parts.map(|lines| inert::as_written(&lines.join("\n")))
}

/// Which part a heading is; nowhere, of the ninth.
fn place_of(title: &str) -> Option<Option<usize>> {
    let title = title
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let title = title.trim().to_lowercase();
    let is = |part: &&str| part.to_lowercase() == title;
    match title == PERMISSION.to_lowercase() {
        true => Some(None),
        false => PARTS.iter().position(is).map(Some),
    }
}

/// A line as it was typed: without its hard break, and without what keeps it from being markup.
fn as_typed(line: &str) -> String {
    let backslashes = line.len() - line.trim_end_matches('\\').len();
    let line = match backslashes.is_multiple_of(2) {
        true => line,
        false => &line[..line.len() - 1],
    };
    inert::plain(line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn story() -> Story {
        let mut parts: [String; PARTS.len()] = Default::default();
        parts[0] = "[someone], who cooks for the street.".to_owned();
        parts[4] = "\"I go out on Tuesdays.\"\nAnd on Fridays.\n\nThat is new.".to_owned();
        Story {
            id: "7k3f-q2m9".to_owned(),
            parts,
            went: Told::Badly,
            permission: Some(Permission {
                given_by: "the person".to_owned(),
                on: day("2026-03-12"),
                reach: Reach::Council,
                to_use: "team meetings: and \"reports\"".to_owned(),
                until: day("2027-03-12"),
                withdrawn: None,
            }),
        }
    }

    #[test]
    fn a_story_reads_well_and_comes_back_as_it_was() {
        let text = write(&story());
        assert_eq!(read("7k3f-q2m9", &text), (story(), vec![]));
        assert!(text.contains("## What is different now\n\n\"I go out on Tuesdays.\"\\\nAnd"));
        assert!(text.contains("Until: 12 March 2027."), "{text}");
        assert!(!text.contains("## What we used to do"), "{text}");
        let back = story().taken_back(day("2026-04-01"), true);
        assert_eq!(read("7k3f-q2m9", &write(&back)).0, back);
    }

    #[test]
    fn what_was_changed_by_hand_is_read_as_it_is_meant_and_the_rest_is_said() {
        let text = "---\nwent: badly\nsaid_yes: her daughter\non: 2026-03-12\nuse: 'the team''s day'\nuntil: 2027-03-12\n\
                    mood: 3\n---\nBefore.\n\n## 1. who\nShe cooks.\n## A heading of hers\nMore.\n## Permission\nNothing.\n";
        let (story, problems) = read("a", text);
        assert_eq!(
            story.parts[0],
            "Before.\n\nShe cooks.\nA heading of hers\nMore."
        );
        let given = story.permission.expect("all of it is said");
        assert_eq!(given.given_by, "her daughter");
        assert_eq!(given.to_use, "the team's day");
        assert_eq!(given.reach, Reach::Team, "words alone keep it in the team");
        let said: Vec<(usize, &str)> = problems
            .iter()
            .map(|one| (one.place(text).line, one.message.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (7, "\"mood\" is no field of a story."),
                (
                    9,
                    "Words before the first part. They are read as its words."
                ),
                (13, "\"A heading of hers\" is no part of a story."),
            ]
        );
    }

    #[test]
    fn half_a_permission_is_none_and_what_was_taken_back_stays_so() {
        let half = "---\nsaid_yes: \"the person\"\nuntil: \"soon\"\n---\n## Who\nShe.\n";
        let (story, problems) = read("a", half);
        assert_eq!(story.permission, None);
        assert_eq!(problems.len(), 2, "{problems:?}");
        let back = write(&super::tests::story()).replace("until:", "withdrawn: some day\nuntil:");
        let (story, _) = read("a", &back);
        assert!(!story.may_be_shown(day("2026-03-12")));
        assert_eq!(read("a", "Just words.").0.parts[0], "Just words.");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_comes_back_as_it_was_and_is_no_heading(
            parts in prop::array::uniform8("([a-z #>*_`<&\\\\\"\\[\\]-]|\n|Permission|## Who\n|---\n|\u{202e}){0,30}"),
            by in ".{1,20}",
        ) {
            let mut told = story();
            told.parts = parts.map(|part| inert::as_written(&part));
            let given_by = inert::on_one_line(&by);
            prop_assume!(!given_by.is_empty());
            told.permission.as_mut().expect("given").given_by = given_by;
            let text = write(&told);
            prop_assert_eq!(read("7k3f-q2m9", &text), (told, vec![]), "{}", text);
        }

        #[test]
        fn any_bytes_are_a_story_of_some_kind(text in "(.|\n|---\n|## Who\n|until: ){0,200}") {
            let (story, problems) = read("a", &text);
            prop_assert!(problems.iter().all(|one| one.span.end <= text.len()));
            let again = read("a", &write(&story)).0;
            prop_assert_eq!(again, story);
        }
    }
}
