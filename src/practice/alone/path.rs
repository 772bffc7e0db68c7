//! The end of a talk with somebody who answers from the card: the threads met and missed, what would have opened them,
//! one thing to try, and the path taken. No score.

use super::{Step, did, steps, topic_title, turns};
use crate::{
    conversation::{Conversation, Note},
    guide::Guide,
    practice::{
        Caller, Met, NOT_REAL, Page, Scenario, ThreadPath,
        page::{Part, Sheet},
    },
    record::inert,
    text,
};

/// Whose page it is.
const WHOSE: &str = "On your own";

/// Over the threads met.
const HEARD: &str = "What you heard";
/// Over those that were not.
const NOT_YET: &str = "What is still to hear";
/// Over one thing to try.
const TRY: &str = "One thing to try";
/// Over the path taken.
const PATH: &str = "The path you took";

/// What stands there when the scenario is no longer.
const SCENARIO_GONE: &str = "This scenario is no longer here. What was said is.";

/// A thread that was met and has more.
const THERE_IS_MORE: &str = "There is more.";

/// Who the learner is, in the path.
const YOU: &str = "You";

/// The end as a page. `guide` has the titles of the topics; without the scenario there is the path alone.
pub fn path(scenario: Option<&Scenario>, guide: Option<&Guide>, talk: &Conversation) -> Page {
    let title = talk.practice.as_ref().map(|one| one.title.clone());
    let path = Part::List(path_taken(talk, guide));
    let sheet = match scenario {
        Some(scenario) => threads(scenario, guide, talk),
        None => Sheet::of(WHOSE).words(SCENARIO_GONE),
    };
    Page {
        title: title.unwrap_or_default(),
        sheets: vec![sheet.under(PATH, path)],
    }
}

/// The same page as Markdown, to keep. Line 1 says that nothing in it is real; what was typed is never markup.
pub fn page(scenario: Option<&Scenario>, guide: Option<&Guide>, talk: &Conversation) -> String {
    let page = path(scenario, guide, talk);
    let title = inert::heading(&inert::on_one_line(&page.title));
    let day = talk.started.format("%A %-d %B %Y, %H:%M");
    let mut out = format!("{NOT_REAL}\n\n# {title}\n");
    for sheet in &page.sheets {
        out.push_str(&format!("\n{}. {day}.\n", sheet.whose));
        sheet.parts.iter().for_each(|part| write(&mut out, part));
    }
    out
}

fn write(out: &mut String, part: &Part) {
    match part {
        Part::Heading(words) => out.push_str(&format!("\n## {words}\n\n")),
        Part::List(lines) => {
            for line in lines {
                let line = inert::line_start(&inert::on_one_line(line));
                out.push_str(&format!("- {line}\n"));
            }
        }
        Part::Words(words) => {
            let words = inert::line_start(&inert::on_one_line(words));
            out.push_str(&format!("{words}\n"));
        }
        // The page has none of these.
        Part::Steps(_) | Part::Said(_) | Part::Tally(_) | Part::Room(_) => {}
    }
}

fn threads(scenario: &Scenario, guide: Option<&Guide>, talk: &Conversation) -> Sheet {
    let turns = turns(talk);
    let (caller, _) = Caller::replay(scenario, &turns);
    let (heard, not_yet): (Vec<ThreadPath>, Vec<ThreadPath>) = caller
        .threads()
        .into_iter()
        .partition(|thread| thread.met != Met::NotMet);
    let lines = |threads: Vec<ThreadPath>| {
        let lines = threads.iter().map(|thread| in_words(thread, guide));
        Part::List(lines.collect())
    };
    Sheet::of(WHOSE)
        .under(HEARD, lines(heard))
        .under(NOT_YET, lines(not_yet))
        .under(TRY, Part::Words(caller.one_thing_to_try(&turns)))
}

/// `The fall on Sunday. There is more. It opens if you leave a pause.`
fn in_words(thread: &ThreadPath, guide: Option<&Guide>) -> String {
    let title = stopped(&thread.title);
    let Some(would) = &thread.what_would_open else {
        return title;
    };
    let topic = would.topic.as_ref().map(|topic| topic_title(guide, topic));
    let opens = would.in_words(topic.as_deref());
    match thread.met {
        Met::NotMet => format!("{title} {opens}"),
        Met::Met | Met::Whole => format!("{title} {THERE_IS_MORE} {opens}"),
    }
}

fn path_taken(talk: &Conversation, guide: Option<&Guide>) -> Vec<String> {
    let steps = steps(talk).into_iter();
    steps.flat_map(|step| lines(&step, guide)).collect()
}

/// What the learner did, and what was said to it, a line each.
fn lines(step: &Step<'_>, guide: Option<&Guide>) -> Vec<String> {
    let title = step.turn.as_ref().map(|turn| did(turn, guide));
    let parts = [title, step.words().map(quoted)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let own = (!parts.is_empty()).then(|| format!("{YOU}: {}", parts.join(". ")));
    let said = step.said.iter().map(|note| spoken(note));
    own.into_iter().chain(said).collect()
}

fn spoken(note: &Note) -> String {
    let name = note.speaker.as_deref().unwrap_or_default();
    format!("{name}: {}", quoted(&note.text))
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

/// Words that end as a sentence does.
fn stopped(words: &str) -> String {
    let words = text::shown(words);
    if words.ends_with(['.', '?', '!']) {
        return words.into_owned();
    }
    format!("{words}.")
}
