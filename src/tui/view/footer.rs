//! The last row: the few keys that matter now, named from the one table.

mod sheets;

use super::{Draw, evidence};
use crate::{
    app::{Screen, Unlocking, home, table},
    practice::debrief::{self, questions::FROM_MEMORY},
    tui::row::{Role, Row},
};

/// The keys that matter now, most needed first; what does not fit is left off the end, except the way to the rest.
pub(super) fn footer(draw: &Draw<'_>) -> Row {
    let room = draw
        .shape
        .columns
        .saturating_sub(2 * draw.shape.margin().len());
    let (hints, last) = hints(draw);
    let all: usize = hints.iter().chain(&last).map(|hint| hint.width() + 3).sum();
    let gap = if all <= room { "   " } else { "  " };
    let width = |hints: &[Hint]| {
        hints
            .iter()
            .map(|hint| hint.width() + gap.len())
            .sum::<usize>()
    };
    let mut shown: Vec<Hint> = vec![];
    for hint in hints {
        if width(&shown) + hint.width() + gap.len() + width(&last) <= room + gap.len() {
            shown.push(hint);
        }
    }
    shown.extend(last);
    let mut row = Row::new().with(Role::Text, draw.shape.margin());
    for (nth, hint) in shown.iter().enumerate() {
        if nth > 0 {
            row.push(Role::Text, gap);
        }
        row.push(Role::Label, hint.key.clone());
        row.push(Role::Quiet, format!(" {}", hint.words));
    }
    row
}

/// One key and what it does.
pub(super) struct Hint {
    key: String,
    words: &'static str,
}

impl Hint {
    fn width(&self) -> usize {
        crate::text::width(&self.key) + 1 + crate::text::width(self.words)
    }
}

/// A hint for a key that does the same everywhere.
pub(super) fn hint(key: &str, words: &'static str) -> Hint {
    Hint {
        key: key.to_owned(),
        words,
    }
}

/// A hint for the command with this typed name, with its main key from the table.
pub(super) fn by_name(typed: &str, words: &'static str) -> Option<Hint> {
    let entry = table::entries().find(|entry| entry.typed.first() == Some(&typed))?;
    Some(Hint {
        key: entry.keys.first()?.to_string(),
        words,
    })
}

fn hints(draw: &Draw<'_>) -> (Vec<Hint>, Vec<Hint>) {
    let app = draw.app;
    let more = || {
        vec![
            hint("/", "more"),
            by_name("help", "help").unwrap_or(hint("F1", "help")),
        ]
    };
    if let Some(asked) = &app.unlocking {
        return (unlock_hints(asked), vec![hint("Esc", "go back")]);
    }
    if let Some(sheet) = &app.sheet {
        return (sheets::hints(draw, sheet), vec![hint("Esc", "go back")]);
    }
    if app.is_slash() {
        return (
            vec![
                hint("Enter", "run"),
                hint(&draw.up_and_down(), "choose"),
                hint("Ctrl+U", "clear"),
            ],
            vec![],
        );
    }
    if app.locked.is_some() {
        return (locked_hints(draw), vec![]);
    }
    if app.looking.is_some() {
        let keys = [
            hint("Enter", "move it here"),
            hint("Esc", "go back"),
            hint(&draw.up_and_down(), "choose"),
        ];
        return (keys.into(), by_name("help", "help").into_iter().collect());
    }
    if app.is_family_time() {
        return (vec![hint("Enter", "come back")], vec![]);
    }
    if app.is_paused() {
        let list = [
            by_name(
                "read-back",
                match app.practice {
                    Some(_) => "debrief",
                    None => "read back",
                },
            ),
            by_name("leave", "leave for later"),
            by_name("help", "help"),
        ];
        return (
            std::iter::once(hint("Enter", "carry on"))
                .chain(list.into_iter().flatten())
                .collect(),
            vec![],
        );
    }
    match app.screen {
        Screen::Home if !app.line_is_empty() => (
            vec![match home::numbered(app, app.desk.line().trim()) {
                Some(_) => hint("Enter", "choose this row"),
                None => hint("Enter", "begin with this"),
            }],
            more(),
        ),
        Screen::Home => {
            let choose = hint(&format!("{} Enter", draw.up_and_down()), "choose");
            let close = by_name("leave", "close");
            (
                std::iter::once(choose)
                    .chain(close)
                    .chain([hint("number Enter", "choose")])
                    .collect(),
                more(),
            )
        }
        Screen::Cards if !app.line_is_empty() => (vec![hint("Enter", "begin with this")], more()),
        Screen::Cards => (cards_hints(draw), more()),
        Screen::Watch => watch_hints(draw),
        Screen::Alone => (alone_hints(draw), vec![hint("/", "more")]),
        Screen::Debrief => (debrief_hints(draw), more()),
        Screen::Talk => (talk_hints(draw), more()),
        Screen::Evidence => evidence::hints::hints(draw),
        Screen::ReadBack if !app.line_is_empty() => {
            let save = by_name("save", "keep and save").into_iter();
            let add = std::iter::once(hint("Enter", "add this note"));
            (add.chain(save).collect(), more())
        }
        Screen::ReadBack => (read_back_hints(draw), vec![]),
    }
}

fn unlock_hints(asked: &Unlocking) -> Vec<Hint> {
    if asked.waiting {
        return vec![];
    }
    vec![hint("Enter", "unlock"), hint("Ctrl+U", "clear")]
}

fn locked_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let enter = match draw.app.locked {
        _ if draw.app.line_is_empty() => "unlock",
        Some(locked) if locked.command => "run",
        _ => "keep",
    };
    let leave = match draw.app.screen {
        Screen::Home => "close",
        Screen::Cards => "close",
        Screen::Talk
        | Screen::ReadBack
        | Screen::Watch
        | Screen::Debrief
        | Screen::Alone
        | Screen::Evidence => "leave for later",
    };
    [hint("Enter", enter), hint("/unlock", "shows everything")]
        .into_iter()
        .chain(by_name("leave", leave))
        .collect()
}

fn talk_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let app = draw.app;
    let step = app
        .desk
        .talk()
        .is_some_and(|talk| talk.step_on_line().is_some());
    let mut list = vec![hint("Enter", "keep")];
    let changing = app
        .desk
        .talk()
        .is_some_and(|talk| talk.line.writing.editing.is_some());
    if changing {
        let mut list = vec![hint("Enter", "keep the change")];
        list.extend(by_name("undo", "undo"));
        return list;
    }
    if app.note.is_some() && app.line_is_empty() {
        list = vec![hint("Enter", "change")];
        list.push(hint("/note", "more for this note"));
        list.push(hint("Esc", "choose none"));
        return list;
    }
    if step {
        list.extend(by_name("date", "another date"));
        list.extend(by_name("undo", "undo"));
        return list;
    }
    if app.practice.is_some() {
        list.extend([hint("/again", "retry"), hint("/inject", "event")]);
        list.extend(by_name("read-back", "debrief"));
        list.extend(by_name("next", "topic"));
        return list;
    }
    list.extend(by_name("next", "topic"));
    if draw.shape.has_guide || draw.shape.has_margin {
        let marks = if draw.shape.is_wide {
            vec![
                ("\"", "own words"),
                ("!", "worry"),
                ("+", "strength"),
                (">", "step"),
                ("@", "connect"),
                ("=", "my view"),
                ("?", "come back"),
            ]
        } else {
            vec![
                ("\"", "words"),
                ("!", "worry"),
                ("+", "strength"),
                (">", "step"),
            ]
        };
        list.extend(marks.into_iter().map(|(mark, words)| hint(mark, words)));
        list.extend(by_name("read-back", "read back"));
    } else {
        list.extend(by_name("guide", "guide"));
        list.extend(by_name("read-back", "read back"));
    }
    list
}

fn watch_hints(draw: &Draw<'_>) -> (Vec<Hint>, Vec<Hint>) {
    let app = draw.app;
    let help: Vec<Hint> = by_name("help", "help").into_iter().collect();
    if !app.line_is_empty() {
        let keys = std::iter::once(hint("Enter", "keep")).chain(by_name("undo", "undo"));
        return (keys.collect(), help);
    }
    if app.minutes_from().is_some() {
        let keys = [
            hint("Esc", "to the tally"),
            hint(&draw.up_and_down(), "move"),
        ];
        return (keys.into(), help);
    }
    let number = if app.tally_needs_enter {
        "Number Enter"
    } else {
        "Number"
    };
    let roomy = draw.shape.has_margin;
    let keys = std::iter::once(hint(number, "tally"))
        .chain(by_name("undo", "take back"))
        .chain(roomy.then(|| hint("or", "type a note")))
        .chain(by_name("read-back", "debrief"));
    (keys.collect(), help)
}

fn cards_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let [_, right, _, _] = draw.glyphs.arrows;
    let card = draw
        .app
        .practice
        .as_ref()
        .and_then(|practice| practice.card);
    if card.is_some() {
        return vec![
            hint("Space", "next card, or hide"),
            hint(&draw.up_and_down(), "move"),
            hint("Esc", "hide"),
        ];
    }
    vec![
        hint("Enter", "start"),
        hint(right, "next scenario"),
        hint("Space", "show the card"),
        hint("Esc", "back"),
    ]
}

fn alone_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let app = draw.app;
    if !app.line_is_empty() {
        return vec![hint("Enter", "say it")];
    }
    if app.is_at_end() {
        let mut list = vec![hint(&draw.up_and_down(), "move")];
        list.push(hint("/again", "play it again"));
        list.extend(by_name("finish", "throw away, or keep"));
        list.push(hint("Esc", "to the talk"));
        return list;
    }
    let mut list = match app.is_over() {
        true => vec![hint("/again", "play it again")],
        false => vec![hint("1-7", "what you do"), hint("Enter", "say it")],
    };
    list.extend(by_name("undo", "take back"));
    list.extend(by_name("end", "the end"));
    list
}

fn debrief_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let app = draw.app;
    let whole = app
        .practice
        .as_ref()
        .is_some_and(|one| one.debriefing.whole);
    let writes = app
        .desk
        .talk()
        .is_some_and(|talk| debrief::asks(talk, FROM_MEMORY));
    let enter = match (writes, app.line_is_empty()) {
        (true, true) => hint("Enter", "next question"),
        (true, false) => hint("Enter", "keep this line"),
        (false, _) => hint("Enter", "keep, next question"),
    };
    if !app.line_is_empty() {
        return vec![enter];
    }
    let mut list = match whole {
        true => vec![
            hint(&draw.up_and_down(), "move"),
            hint("Esc", "to the questions"),
        ],
        false => vec![enter],
    };
    if !whole {
        list.extend(by_name("next", "skip"));
        list.extend(by_name("all", "see all"));
    }
    list.extend(by_name("finish", "finish"));
    if !whole {
        list.push(hint("Esc", "to notes"));
    }
    list
}

fn read_back_hints(draw: &Draw<'_>) -> Vec<Hint> {
    let arrows = &draw.glyphs.arrows;
    let has_notes = draw
        .app
        .desk
        .talk()
        .is_some_and(|talk| !talk.notes.is_empty());
    let mut list = vec![];
    if has_notes {
        list.extend([hint("Space", "in/out"), hint("Enter", "change")]);
    }
    list.extend(by_name("save", "save"));
    if has_notes {
        list.push(hint(&format!("{} {}", arrows[0], arrows[1]), "detail"));
    }
    list.push(hint("Esc", "to notes"));
    list.extend(by_name("help", "help"));
    list.extend(by_name("move", "move").filter(|_| has_notes));
    list
}
