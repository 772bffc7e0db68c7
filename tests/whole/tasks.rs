//! The twelve timed tasks of the design: each with its exact bytes and its budget of keys, done four ways.

use serde::Deserialize;

use alongside::{
    conversation::{Conversation, Ending, Stop},
    line::{Mark, Who},
};
use chrono::NaiveDate;

use super::{
    home::Home,
    program::{Program, Start, bytes_of},
    screen::Screen,
};

const TASKS: &str = include_str!("../fixtures/ux-tasks.json");

const LIST: &str = r#"
format = 1
checked = "2026-02-02"

[[listing]]
id = "chapel-lane-lunch"
name = "Chapel Lane lunch club"
when = "Tue 12-2"
phone = "01632 960123"

[[listing]]
id = "ring-and-ride"
name = "Ring and Ride bus"
"#;

const RANG: &str = "Rang because she cannot get out";

/// A task as the design writes it down.
#[derive(Deserialize)]
struct Task {
    id: u32,
    steps: Vec<(String, String)>,
    bytes: String,
    keys: usize,
    budget: usize,
}

/// How a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// At 80x24.
    Wide,
    /// At 40x12.
    Small,
    /// With NO_COLOR.
    NoColour,
    /// With letters and Enter alone: no Ctrl, no F key, no Tab. Only where it ends counts, not the budget.
    Typed,
}

const WAYS: [Way; 4] = [Way::Wide, Way::Small, Way::NoColour, Way::Typed];

impl Task {
    fn numbered(id: u32) -> Self {
        let tasks: Vec<Self> = serde_json::from_str(TASKS).expect("the tasks");
        tasks
            .into_iter()
            .find(|task| task.id == id)
            .expect("a task")
    }

    /// The bytes of its keys, `\r` and `\x0f` read as what they stand for.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![];
        let mut rest = self.bytes.as_str();
        while let Some(at) = rest.find('\\') {
            bytes.extend_from_slice(&rest.as_bytes()[..at]);
            let (byte, length) = match &rest[at + 1..at + 2] {
                "r" => (b'\r', 2),
                "t" => (b'\t', 2),
                _ => (
                    u8::from_str_radix(&rest[at + 2..at + 4], 16).expect("a byte"),
                    4,
                ),
            };
            bytes.push(byte);
            rest = &rest[at + length..];
        }
        bytes.extend_from_slice(rest.as_bytes());
        bytes
    }

    /// The keys it takes: the words of a note cost nothing, words to search cost one each.
    fn keys_pressed(&self) -> usize {
        let cost = |(kind, keys): &(String, String)| match kind.as_str() {
            "type" => 0,
            "query" => keys.chars().count(),
            _ => 1,
        };
        self.steps.iter().map(cost).sum()
    }
}

#[test]
fn every_task_keeps_to_its_budget() {
    for id in 1..=12 {
        let task = Task::numbered(id);
        let bytes = task
            .steps
            .iter()
            .flat_map(|(kind, keys)| match kind.as_str() {
                "key" => bytes_of(keys),
                _ => keys.as_bytes().to_vec(),
            });
        assert_eq!(bytes.collect::<Vec<u8>>(), task.bytes(), "task {id}");
        assert_eq!(task.keys_pressed(), task.keys, "task {id}");
        assert!(task.keys <= task.budget, "task {id}");
    }
}

/// A task being done.
struct Doing {
    way: Way,
    home: Home,
    program: Program,
    task: Task,
}

impl Doing {
    /// Opens the program and keeps these notes first, then leaves these words on the line.
    fn from(id: u32, way: Way, notes: &[&str], line: &str) -> Self {
        let home = Home::new();
        home.write("connections/list.toml", LIST);
        let program = start(&home, way);
        let mut doing = Self {
            way,
            home,
            program,
            task: Task::numbered(id),
        };
        for note in notes {
            doing.program.enter(note);
            doing.wait("a note to start with", |screen| {
                screen.has(note) && screen.line_is_empty()
            });
        }
        doing.program.write(line);
        doing.wait("where it starts", |screen| match line {
            "" => screen.line_is_empty(),
            line => screen.line_ends(line),
        });
        doing
    }

    /// Does the task with its own keys, or with these typed lines.
    fn go(&mut self, typed: &[&str]) {
        if self.way == Way::Typed {
            typed.iter().for_each(|line| self.program.enter(line));
        } else {
            self.program.send(&self.task.bytes());
        }
    }

    fn wait(&self, what: &str, is_so: impl Fn(&Screen) -> bool) -> Screen {
        self.program.wait(
            &format!("task {}, {:?}: {what}", self.task.id, self.way),
            is_so,
        )
    }

    fn small(&self) -> bool {
        self.way == Way::Small
    }

    /// What the journal says now.
    fn kept(&self) -> Conversation {
        self.home.conversation()
    }
}

fn start(home: &Home, way: Way) -> Program {
    let start = Start::in_home(home);
    match way {
        Way::Wide | Way::Typed => start.open(),
        Way::Small => start.size(40, 12).open(),
        Way::NoColour => start.env("NO_COLOR", "1").open(),
    }
}

/// Does a task in every way, at once: each has a home and a terminal of its own.
fn every_way(task: impl Fn(Way) + Sync) {
    std::thread::scope(|scope| {
        for way in WAYS {
            let task = &task;
            scope.spawn(move || task(way));
        }
    });
}

#[test]
fn task_1_shell_to_first_note_kept() {
    every_way(|way| {
        let mut doing = Doing::from(1, way, &[], "");
        doing.go(&[RANG]);
        let title = if doing.small() {
            "Listen"
        } else {
            "Listen and connect"
        };
        doing.wait("the note, and a line ready for the next", |screen| {
            screen.row(1).trim().starts_with(title)
                && screen.has(&format!("  {RANG}"))
                && screen.line_is_empty()
                && screen.cursor.1 >= screen.rows.len() as u16 - 3
        });
        let kept = doing.kept();
        assert_eq!(kept.guide().id.as_str(), "listen-and-connect");
        assert_eq!(kept.notes.len(), 1);
        assert_eq!(kept.notes[0].text, RANG);
    });
}

#[test]
fn task_2_mark_the_last_note_as_own_words() {
    every_way(|way| {
        let mut doing = Doing::from(2, way, &[RANG], "");
        doing.go(&["/mark own"]);
        doing.wait("its mark", |screen| {
            screen.has(&format!("\" {RANG}")) && screen.line_is_empty()
        });
        assert_eq!(doing.kept().notes[0].mark, Some(Mark::OwnWords));
    });
}

#[test]
fn task_3_mark_the_last_note_as_a_worry_with_letters_alone() {
    every_way(|way| {
        let mut doing = Doing::from(3, way, &[RANG], "");
        doing.go(&["!"]);
        doing.wait("its mark", |screen| {
            screen.has(&format!("! {RANG}")) && screen.line_is_empty()
        });
        let kept = doing.kept();
        assert_eq!(kept.notes.len(), 1);
        assert_eq!(kept.notes[0].mark, Some(Mark::Worry));
    });
}

#[test]
fn task_4_move_to_the_next_topic_in_mid_sentence() {
    const SAYS: &str = "she says the";
    every_way(|way| {
        let mut doing = Doing::from(4, way, &[RANG], SAYS);
        let before = doing.program.screen();
        let topics = doing.kept().guide().topics.clone();
        doing.go(&["", "/next"]);
        doing.wait("the next topic, and nothing else moved", |screen| {
            let line_stays = screen.cursor == before.cursor && screen.line() == before.line();
            let pointed = screen
                .pointed_at()
                .is_some_and(|at| at.starts_with(&topics[1].title));
            let asked = screen.has(&format!("Ask: {}", &topics[1].ask[0][..20]));
            (if doing.small() { asked } else { pointed }) && (line_stays || way == Way::Typed)
        });
        let kept = doing.kept();
        assert_eq!(kept.topic.topic, topics[1].id);
        match way {
            Way::Typed => assert_eq!(kept.notes[1].text, SAYS),
            _ => assert_eq!(kept.line.text, SAYS),
        }
    });
}

#[test]
fn task_5_go_to_a_named_topic() {
    every_way(|way| {
        let mut doing = Doing::from(5, way, &[RANG], "");
        doing.go(&["/topics mo"]);
        doing.wait("Money and rights", |screen| {
            let pointed = screen
                .pointed_at()
                .is_some_and(|at| at.starts_with("Money and rights"));
            let asked = screen.has("Ask: What bills or letters");
            (if doing.small() { asked } else { pointed }) && screen.line_is_empty()
        });
        assert_eq!(doing.kept().topic.topic.as_str(), "money");
    });
}

#[test]
fn task_6_move_to_crisis() {
    const HALF: &str = "half a note";
    every_way(|way| {
        let mut doing = Doing::from(6, way, &[RANG], HALF);
        doing.go(&["", "/crisis"]);
        doing.wait("the other kind, and the half note", |screen| {
            let half = if way == Way::Typed {
                screen.has(HALF)
            } else {
                screen.line_ends(HALF)
            };
            screen.row(1).trim().starts_with("Crisis")
                && screen.has("Moved to crisis")
                && screen.has(RANG)
                && half
        });
        let kept = doing.kept();
        assert_eq!(kept.talks.len(), 2);
        assert_eq!(kept.guide().id.as_str(), "crisis");
        assert_eq!(kept.notes[0].text, RANG);
        match way {
            Way::Typed => assert_eq!(kept.notes[1].text, HALF),
            _ => assert_eq!(kept.line.text, HALF),
        }
    });
}

#[test]
fn task_7_write_a_next_step_with_who_and_when() {
    const STEP: &str = "> Sam rings Joan tomorrow";
    every_way(|way| {
        let doing = &mut Doing::from(7, way, &[RANG], "");
        doing.program.write(STEP);
        doing.wait("who and when, as it is typed", |screen| {
            let when = if way == Way::Small {
                ""
            } else {
                ", from \"tomorrow\""
            };
            screen.line_ends(STEP)
                && screen.has("Who: Sam")
                && screen.has(&format!("Wed 11 March{when}"))
        });
        doing.program.press("Enter");
        doing.wait("the step, kept", |screen| {
            screen.has("> Sam rings Joan tomorrow")
                && screen.has("[Sam, Wed 11 Mar]")
                && screen.line_is_empty()
        });
        let kept = doing.kept();
        let note = kept.notes.last().expect("a note");
        assert_eq!(note.text, "Sam rings Joan tomorrow");
        let step = note.step.as_ref().expect("a step");
        assert_eq!(step.who, Who::Named("Sam".into()));
        assert_eq!(step.when.due(), NaiveDate::from_ymd_opt(2026, 3, 11));
    });
}

#[test]
fn task_8_fix_a_wrong_date() {
    every_way(|way| {
        let mut doing = Doing::from(8, way, &["> Carol visits next Friday"], "");
        let due =
            |kept: &Conversation| kept.notes[0].step.as_ref().and_then(|step| step.when.due());
        assert_eq!(due(&doing.kept()), NaiveDate::from_ymd_opt(2026, 3, 20));
        doing.go(&["/date 2"]);
        doing.wait("the other Friday", |screen| {
            screen.has("  [Carol, Fri 13 Mar]") && screen.line_is_empty()
        });
        let kept = doing.kept();
        assert_eq!(due(&kept), NaiveDate::from_ymd_opt(2026, 3, 13));
        assert_eq!(kept.notes[0].text, "Carol visits next Friday");
    });
}

#[test]
fn task_9_look_up_local_help_and_add_it() {
    every_way(|way| {
        let mut doing = Doing::from(9, way, &[RANG], "");
        doing.go(&["/find lunch", ""]);
        doing.wait("the lunch club, kept as a connection", |screen| {
            screen.has("@ Chapel Lane lunch club, Tue 12-2") && screen.line_is_empty()
        });
        let kept = doing.kept();
        let note = kept.notes.last().expect("a note");
        assert_eq!(note.mark, Some(Mark::Connection));
        assert_eq!(note.listing.as_deref(), Some("chapel-lane-lunch"));
    });
}

#[test]
fn task_10_take_back_an_enter_pressed_too_soon() {
    every_way(|way| {
        let mut doing = Doing::from(10, way, &["She sleeps well"], "");
        doing.program.enter(RANG);
        doing.wait("two notes", |screen| {
            screen.has(RANG) && screen.line_is_empty()
        });
        let before = doing.home.journal();
        doing.go(&["/undo"]);
        doing.wait("the words, back on the line and nowhere else", |screen| {
            let rows = screen.rows.iter().filter(|row| row.contains(RANG));
            screen.line_ends(RANG) && rows.count() == 1
        });
        let kept = doing.kept();
        assert_eq!(kept.notes.len(), 1);
        assert_eq!(kept.line.text, RANG);
        assert!(
            doing.home.journal().starts_with(&before),
            "nothing is erased"
        );
    });
}

#[test]
fn task_11_carry_on_after_the_window_was_closed_in_mid_sentence() {
    const SAID: &str = "she said the";
    every_way(|way| {
        let mut doing = Doing::from(11, way, &[RANG, "She sleeps well"], SAID);
        doing.program.hang_up();
        let closed = Ending::Stopped(Stop::WindowClosed);
        assert_eq!(doing.kept().ending, Some(closed));
        doing.program = start(&doing.home, way);
        doing.wait("that conversation, first to carry on", |screen| {
            screen
                .pointed_at()
                .is_some_and(|row| row.contains("window closed"))
        });
        doing.go(&[""]);
        doing.wait("every note and the line", |screen| {
            screen.row(1).trim().starts_with("Listen")
                && screen.has(RANG)
                && screen.has("She sleeps well")
                && screen.line_ends(SAID)
        });
        let kept = doing.kept();
        assert_eq!(kept.notes.len(), 2);
        assert_eq!(kept.line.text, SAID);
    });
}

#[test]
fn task_12_finish_and_save() {
    let notes = [
        RANG,
        "\" I used to be out every day",
        "! Frightened of the step",
        "+ Still cooks",
        "> Sam rings Joan tomorrow",
    ];
    every_way(|way| {
        let mut doing = Doing::from(12, way, &notes, "");
        doing.go(&["/read-back", "/save", ""]);
        doing.wait("Home, saying it is saved", |screen| {
            screen.row(1).trim().starts_with("Alongside") && screen.has("Saved.")
        });
        let record = doing.home.record();
        assert!(record.ends_with('\n') && !record.ends_with("\n\n"));
        assert!(record.contains("I used to be out every day"));
        assert!(record.contains("- [ ] Sam rings Joan tomorrow. **Sam, Wed 11 March 2026**"));
        assert!(doing.home.conversations().is_empty(), "it is finished");
    });
}
