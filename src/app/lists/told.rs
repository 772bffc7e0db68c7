//! Stories and feedback: the lines of a record, the parts, what may give somebody away, the questions.

use super::SheetRow;
use crate::{
    app::{App, feedback::FeedbackSheet, story::StorySheet},
    desk::{AskFeedback, Command, Stories},
    evidence::{
        feedback::{Answer, Asked, Asking, blank},
        story::{PARTS, Reach, Settled, Story, Telling, Told, WENT_BADLY, Yes, file},
    },
    text,
    words::evidence::{feedback as ask, story as said},
};

/// The rows of a list about stories.
pub(super) fn story(app: &App, which: &StorySheet, typed: &str) -> Vec<SheetRow> {
    let today = app.now.date_naive();
    let telling = |rows: fn(&Telling) -> Vec<SheetRow>| app.telling().map(rows).unwrap_or_default();
    let of = |id: &str, rows: &dyn Fn(&Story) -> Vec<SheetRow>| {
        let gone = || vec![SheetRow::words(said::NOT_THERE)];
        app.story(id).map_or_else(gone, rows)
    };
    match which {
        StorySheet::Lines => telling(lines),
        StorySheet::Parts if app.is_told_from_void() => only_away(),
        StorySheet::Parts => telling(parts),
        StorySheet::ReadTold => telling(|telling| whole(&telling.story())),
        StorySheet::Part(part) => app
            .telling()
            .map(|telling| one_part(telling, *part, typed))
            .unwrap_or_default(),
        StorySheet::Check => telling(check),
        StorySheet::Word(word) => app
            .telling()
            .map(|telling| may_be_a_name(telling, word))
            .unwrap_or_default(),
        StorySheet::Went => went(),
        StorySheet::Ways => ways(),
        StorySheet::ThrowAway => vec![
            row(said::THROW_AWAY, said::FOR_GOOD, Stories::ThrowAway),
            match app.is_told_from_void() {
                true => row(said::LEAVE_IT, "", Stories::Parts),
                false => row(said::GO_ON_TELLING, "", Stories::Parts),
            },
        ],
        StorySheet::Remove(id) => of(id, &remove),
        StorySheet::Yes(asked) => {
            let answer = command(Stories::Answer(*asked, typed.to_owned()));
            match (typed.trim(), asked) {
                ("", Yes::By) => vec![SheetRow::words(said::yes_hint(*asked, today))],
                ("", Yes::Use | Yes::Until) => {
                    vec![SheetRow::new(said::yes_hint(*asked, today), "", answer)]
                }
                (typed, _) => vec![SheetRow::new(text::shown(typed), "", answer)],
            }
        }
        StorySheet::Reach => Reach::ALL
            .map(|reach| {
                row(
                    said::reach(reach),
                    said::reach_is(reach),
                    Stories::Reach(reach),
                )
            })
            .to_vec(),
        StorySheet::List => list(app),
        StorySheet::Menu(id) => of(id, &|story| menu(story)),
        StorySheet::Read(id) => of(id, &|story| {
            let mut rows = whole(story);
            let badly = story.went == Told::Badly;
            rows.extend(badly.then(|| SheetRow::words(WENT_BADLY)));
            rows.push(SheetRow::words(said::stands(story, today)));
            rows
        }),
        StorySheet::Withdraw(id) => withdraw(id),
    }
}

fn command(asked: Stories) -> Command {
    Command::Story(asked)
}

fn row(words: impl Into<String>, detail: impl Into<String>, asked: Stories) -> SheetRow {
    SheetRow::new(words, detail, command(asked))
}

fn lines(telling: &Telling) -> Vec<SheetRow> {
    let lines = telling.lines.iter().enumerate();
    let lines = lines.map(|(at, line)| {
        let sign = if line.chosen { said::IN } else { said::OUT };
        let words = format!("{sign} {}", text::shown(&line.words));
        row(words, PARTS[line.part], Stories::Choose(at))
    });
    let on = row(said::TO_THE_PARTS, said::PARTS_ARE, Stories::Parts);
    lines.chain([on]).collect()
}

fn parts(telling: &Telling) -> Vec<SheetRow> {
    let story = telling.story();
    let parts = PARTS.iter().zip(&story.parts).enumerate();
    let parts = parts.map(|(at, (title, words))| {
        let first = words.lines().next();
        let beside = first.map_or(said::NOTHING_YET.to_owned(), |line| {
            text::shown(line).into_owned()
        });
        row(*title, beside, Stories::Part(at))
    });
    let over = row(said::LOOK_OVER, said::LOOK_OVER_IS, Stories::Check);
    let again = row(said::LINES_AGAIN, "", Stories::Lines);
    let again = Some(again).filter(|_| !telling.lines.is_empty());
    let away = row(said::THROW_AWAY, said::THROW_AWAY_IS, Stories::AskThrowAway);
    parts.chain([over]).chain(again).chain([away]).collect()
}

/// What is left to do where the record no longer stands.
fn only_away() -> Vec<SheetRow> {
    vec![
        row(said::READ, "", Stories::ReadTold),
        row(said::THROW_AWAY, said::THROW_AWAY_IS, Stories::AskThrowAway),
    ]
}

fn one_part(telling: &Telling, part: usize, typed: &str) -> Vec<SheetRow> {
    let lines = telling.parts.get(part).into_iter().flatten();
    let mut rows: Vec<SheetRow> = lines
        .map(|line| SheetRow::words(text::shown(line)))
        .collect();
    let is_empty = rows.is_empty();
    if is_empty && typed.is_empty() {
        rows.push(SheetRow::words(
            said::HINTS.get(part).copied().unwrap_or_default(),
        ));
    }
    let takes = match (typed.trim().is_empty(), is_empty) {
        (false, _) => said::TAKE_LINE,
        (true, false) => said::END_PART,
        (true, true) => said::TYPE_ON,
    };
    rows.push(row(takes, "", Stories::Words(part, typed.to_owned())));
    rows
}

/// What may give somebody away first, and then all of it.
fn check(telling: &Telling) -> Vec<SheetRow> {
    let story = telling.story();
    let names = telling.names();
    let tells = telling.tells();
    let mut rows: Vec<String> = said::WARNING.map(str::to_owned).to_vec();
    if !names.is_empty() {
        rows.push(said::names(&names));
    }
    match tells.is_empty() {
        true => rows.push(said::NOTHING_FOUND.to_owned()),
        false => rows.extend(tells.iter().map(|tell| format!("  {}", said::tell(tell)))),
    }
    rows.push(said::length(story.words()));
    rows.push(String::new());
    rows.into_iter()
        .map(SheetRow::words)
        .chain(whole(&story))
        .collect()
}

/// A story as it is read: its parts, with their words set in.
fn whole(story: &Story) -> Vec<SheetRow> {
    let parts = PARTS.iter().zip(&story.parts);
    let parts = parts.filter(|(_, words)| !words.trim().is_empty());
    let mut rows: Vec<String> = parts
        .flat_map(|(title, words)| {
            let lines = words.lines().map(|line| format!("  {}", text::shown(line)));
            std::iter::once((*title).to_owned()).chain(lines)
        })
        .collect();
    rows.push("Permission".to_owned());
    rows.push(format!("  {}", text::shown(&file::permission(story))));
    rows.into_iter().map(SheetRow::words).collect()
}

/// What becomes of a word that may be a name, and where it stands.
fn may_be_a_name(telling: &Telling, word: &str) -> Vec<SheetRow> {
    let settle =
        |words, detail, settled| row(words, detail, Stories::Settle(word.to_owned(), settled));
    let mut rows = vec![
        settle(said::A_NAME, said::A_NAME_IS, Settled::Someone),
        settle(said::A_PLACE, said::A_PLACE_IS, Settled::Somewhere),
    ];
    let stays = settle(said::STAYS, said::STAYS_IS, Settled::Stays);
    rows.extend(Some(stays).filter(|_| !telling.must_go(word)));
    rows.push(row(said::CHANGE_IT, "", Stories::Parts));
    let line = telling.line_with(word);
    rows.extend(line.map(|line| SheetRow::words(text::shown(&line))));
    rows
}

fn went() -> Vec<SheetRow> {
    let told = Told::ALL.map(|told| row(said::went(told), "", Stories::Went(told)));
    let wanted = SheetRow::words(said::BADLY_WANTED);
    told.into_iter().chain([wanted]).collect()
}

fn ways() -> Vec<SheetRow> {
    vec![
        row(said::SAID_YES, said::SAID_YES_IS, Stories::AskYes(Yes::By)),
        row(said::AS_DRAFT, said::AS_DRAFT_IS, Stories::Keep),
        row(said::CHANGE_IT, "", Stories::Parts),
    ]
}

fn list(app: &App) -> Vec<SheetRow> {
    let today = app.now.date_naive();
    let Some(stories) = app.stories_told() else {
        return vec![SheetRow::words(said::STILL_READING)];
    };
    if stories.is_empty() {
        return vec![SheetRow::words(said::NONE)];
    }
    let rows = stories.iter().map(|story| {
        let (words, beside) = said::row(story, today);
        row(words, beside, Stories::Menu(story.id.clone()))
    });
    rows.collect()
}

fn menu(story: &Story) -> Vec<SheetRow> {
    let id = || story.id.clone();
    let withdrawn = story.is_taken_back();
    let yes = match story.permission {
        Some(_) => said::SAY_YES_AGAIN,
        None => said::SAY_YES,
    };
    let back = row(said::WITHDRAW, said::WITHDRAW_IS, Stories::Withdraw(id()));
    let back = Some(back).filter(|_| story.permission.is_some() && !withdrawn);
    let goes = match (&story.permission, story.words()) {
        (None, _) => Some(said::REMOVE),
        (Some(_), words) => Some(said::REMOVE_ITS_WORDS).filter(|_| withdrawn && words > 0),
    };
    let goes = goes.map(|words| row(words, "", Stories::AskRemove(id())));
    [
        row(said::READ, "", Stories::Read(id())),
        row(said::CHANGE, said::CHANGE_IS, Stories::Change(id())),
        row(yes, "", Stories::SayYes(id())),
    ]
    .into_iter()
    .chain(back)
    .chain(goes)
    .collect()
}

/// A draft goes; what was taken back leaves the day it was.
fn remove(story: &Story) -> Vec<SheetRow> {
    let id = story.id.clone();
    let goes = match story.permission {
        None => row(said::REMOVE, said::FOR_GOOD, Stories::Remove(id.clone())),
        Some(_) => {
            let back = Stories::TakeBack {
                id: id.clone(),
                keep_words: false,
            };
            row(said::REMOVE_ITS_WORDS, said::FOR_GOOD, back)
        }
    };
    vec![goes, row(said::LEAVE_IT, "", Stories::Menu(id))]
}

fn withdraw(id: &str) -> Vec<SheetRow> {
    let take_back = |keep_words| Stories::TakeBack {
        id: id.to_owned(),
        keep_words,
    };
    vec![
        row(said::KEEP_WORDS, said::KEEP_WORDS_IS, take_back(true)),
        row(said::REMOVE_WORDS, said::REMOVE_WORDS_IS, take_back(false)),
    ]
}

/// The rows of a list about feedback.
pub(super) fn feedback(app: &App, which: &FeedbackSheet, typed: &str) -> Vec<SheetRow> {
    let row =
        |words: &str, detail: &str, asked| SheetRow::new(words, detail, Command::Feedback(asked));
    if *which == FeedbackSheet::Whom {
        let whom = Asked::ALL.map(|asked| row(ask::whom(asked), "", AskFeedback::Of(asked)));
        return whom.to_vec();
    }
    let Some(asking) = app.asking() else {
        return vec![];
    };
    let question = |at: usize| {
        let questions = asking.asked.questions();
        SheetRow::words(questions.get(at).copied().unwrap_or_default())
    };
    let take = |hint: &str, command| {
        let words = if typed.trim().is_empty() {
            hint
        } else {
            ask::TAKE
        };
        row(words, "", command)
    };
    match which {
        FeedbackSheet::Whom => vec![],
        FeedbackSheet::Intro => {
            let lines = std::iter::once(blank::title(asking.asked)).chain(blank::why(asking.asked));
            lines.map(SheetRow::words).collect()
        }
        FeedbackSheet::By => vec![take(ask::BY_HINT, AskFeedback::By(typed.to_owned()))],
        FeedbackSheet::Question(at) => {
            let given = asking.given.get(*at).and_then(|given| given.answer);
            let answers = Answer::ALL.map(|answer| {
                let is_given = given == Some(answer);
                let beside = if is_given { ask::GIVEN } else { "" };
                row(
                    asking.asked.says(*at, answer),
                    beside,
                    AskFeedback::Answer(*at, Some(answer)),
                )
            });
            let skip = row(ask::SKIP, "", AskFeedback::Answer(*at, None));
            std::iter::once(question(*at))
                .chain(answers)
                .chain([skip])
                .collect()
        }
        FeedbackSheet::Words(at) => {
            let words = AskFeedback::Words(*at, typed.to_owned());
            vec![question(*at), take(ask::WORDS_HINT, words)]
        }
        FeedbackSheet::ThrowAway => vec![
            row(ask::THROW_AWAY, ask::FOR_GOOD, AskFeedback::ThrowAway),
            row(ask::BACK, "", AskFeedback::Question(0)),
        ],
        FeedbackSheet::End => {
            let may_name = asking.may_name();
            let keep_is = match may_name.is_empty() {
                true => ask::KEEP_IS,
                false => ask::KEEP_AS_ROW,
            };
            let may_name = Some(may_name).filter(|words| !words.is_empty());
            let may_name = may_name.map(|words| SheetRow::words(ask::may_name(&words)));
            let ways = [
                row(ask::KEEP, keep_is, AskFeedback::Keep),
                row(ask::BACK, "", AskFeedback::Question(0)),
                row(
                    ask::THROW_AWAY,
                    ask::THROW_AWAY_IS,
                    AskFeedback::AskThrowAway,
                ),
            ];
            let given = asking.given.iter().enumerate();
            let given = given.map(|(at, given)| {
                let answer = given.answer.map(|answer| asking.asked.says(at, answer));
                SheetRow::words(ask::so_far(at, answer, &given.words))
            });
            ways.into_iter().chain(may_name).chain(given).collect()
        }
    }
}

impl App {
    /// The title of a list about stories.
    pub fn story_title(&self, which: &StorySheet) -> String {
        let one = |id: &str| {
            let story = self.story(id);
            story.map_or(said::LIST_TITLE.to_owned(), |story| {
                said::menu_title(story, self.now.date_naive())
            })
        };
        let title = match which {
            StorySheet::Parts if self.is_told_from_void() => said::NO_LONGER_STANDS,
            StorySheet::Parts | StorySheet::ReadTold => {
                let words = self.telling().map_or(0, |telling| telling.story().words());
                return said::parts_title(words);
            }
            StorySheet::Menu(id)
            | StorySheet::Read(id)
            | StorySheet::Withdraw(id)
            | StorySheet::Remove(id) => {
                return one(id);
            }
            StorySheet::Word(word) => {
                let left = self.telling().map_or(1, |telling| telling.asks().len());
                let is_known = self.telling().is_some_and(|telling| telling.must_go(word));
                return match is_known {
                    true => said::known_title(word, left),
                    false => said::word_title(word, left),
                };
            }
            StorySheet::Lines => said::LINES_TITLE,
            StorySheet::Part(part) => PARTS.get(*part).copied().unwrap_or_default(),
            StorySheet::Check => said::CHECK_TITLE,
            StorySheet::Went => said::WENT_TITLE,
            StorySheet::Ways => said::WAYS_TITLE,
            StorySheet::ThrowAway => said::THROW_AWAY_TITLE,
            StorySheet::Yes(asked) => said::asks(*asked),
            StorySheet::Reach => said::REACH_TITLE,
            StorySheet::List => said::LIST_TITLE,
        };
        title.to_owned()
    }

    /// The title of a list about feedback.
    pub fn feedback_title(&self, which: &FeedbackSheet) -> String {
        let of = self.asking().map_or(0, Asking::questions);
        let title = match which {
            FeedbackSheet::Question(at) => return ask::title(*at, of),
            FeedbackSheet::Whom => ask::WHOM_TITLE,
            FeedbackSheet::Intro => ask::INTRO_TITLE,
            FeedbackSheet::By => ask::BY_TITLE,
            FeedbackSheet::Words(_) => ask::WORDS_TITLE,
            FeedbackSheet::End => ask::END_TITLE,
            FeedbackSheet::ThrowAway => ask::THROW_AWAY_TITLE,
        };
        title.to_owned()
    }
}
