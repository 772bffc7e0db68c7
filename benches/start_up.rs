//! From nothing to a line ready to type, with 500 open conversations on the disk.

mod support;

use alongside::{
    conversation::{Change, ConversationId, Edit, Event, Stamped},
    guide::{Kind, Shelf},
    run::Clock,
    store::{Conversations, Home},
};
use divan::Bencher;
use support::Program;

fn main() {
    divan::main();
}

/// The list, a glance at those that show, the first frame.
#[divan::bench(args = [0, 500])]
fn first_frame(bencher: Bencher<'_, '_>, open: usize) {
    let (_folder, home) = support::home();
    leave_open(&home, open);
    bencher.bench_local(|| Program::started(&home));
}

/// Leaves conversations open, each with some words on its line.
fn leave_open(home: &Home, count: usize) {
    let conversations = Conversations::of(home);
    let kind = Kind::ListenAndConnect;
    let guide = Shelf::new(vec![])
        .guide(&kind.main_guide())
        .expect("is compiled in");
    let at = Clock::new(Some("2026-03-09T09:00")).now();
    for nth in 0..count {
        let id = ConversationId::new(at, kind, nth as u64);
        let begun = Event::Began {
            practice: None,
            guide: Box::new(guide.clone()),
            by: None,
        };
        let first = Stamped { at, event: begun };
        let mut open = conversations.begin(&id, &first).expect("can be begun");
        let events: Vec<Stamped> = (0..40)
            .map(|at_letter| typed(at, at_letter))
            .chain([Stamped {
                at,
                event: Event::Left,
            }])
            .collect();
        open.append(&events).expect("can be written");
    }
}

fn typed(at: alongside::conversation::Moment, place: usize) -> Stamped {
    let edit = Edit {
        at: place,
        removed: String::new(),
        inserted: "a".to_owned(),
    };
    let event = Event::Did {
        join: place > 0,
        changes: vec![Change::Line(edit)],
    };
    Stamped { at, event }
}
