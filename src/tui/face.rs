//! The loop: wait for a key, let the desk decide, write the journal, draw once.
//!
//! What is drawn is in the journal first: effects are performed before the frame that shows them. All input that has
//! arrived is taken before a draw, so a burst costs one frame. Between keys the loop sleeps; only a clock on the
//! screen, or words that could not be written, wake it.

use std::{
    env,
    io::{self, Write},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use chrono::Timelike;

use super::{Input, Painter, Source, Terminal, Theme, ending, view::View};
use crate::{
    app::{App, Key, Msg, Screen},
    desk::Effect,
    run::World,
    words,
};

/// How long to wait before trying again what could not be written.
const TRY_AGAIN: Duration = Duration::from_secs(5);

/// How long to wait before reading again what another window is writing.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How long to wait before seeing whether a passphrase opened the key.
const ANSWER: Duration = Duration::from_millis(100);

/// Whether the loop goes on.
#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Leave,
}

/// The full screen, with what it draws on.
struct Face {
    app: App,
    world: World,
    theme: Theme,
    terminal: Terminal,
    view: View,
    painter: Painter,
    /// How many notes of the conversation in hand are in the journal, for the panic hook to say.
    kept: Arc<AtomicUsize>,
}

/// Runs the full screen until it is left.
///
/// `first` are messages to take in before the first frame: a conversation to begin or to carry on.
///
/// # Errors
///
/// If there is no terminal, or it can no longer be read or written. Everything typed is in the journal.
pub fn run(app: App, world: World, theme: Theme) -> io::Result<()> {
    let kept = Arc::<AtomicUsize>::default();
    let notes = Arc::clone(&kept);
    ending::on_panic(move |all| words::had_to_stop(notes.load(Ordering::SeqCst), all));
    ending::watch(world.last_words())?;
    let mut terminal = Terminal::enter()?;
    ending::watch_terminal()?;
    terminal.title(words::ALONGSIDE)?;
    let mut face = Face {
        app,
        world,
        theme,
        terminal,
        view: View::default(),
        painter: Painter::new(),
        kept,
    };
    face.app.size = face.terminal.size()?;
    let outcome = face.live();
    if outcome.is_err() {
        ending::terminal_is_gone();
    }
    let Face {
        world, terminal, ..
    } = face;
    drop(terminal);
    if let Some(words) = world.farewell() {
        // Nobody may be there to read it.
        let _ = writeln!(io::stderr(), "{words}");
    }
    world.finish();
    outcome
}

impl Face {
    fn live(&mut self) -> io::Result<()> {
        let mut source = Source::new();
        let effects = self.app.desk.take_effects();
        if self.perform(effects)? == Then::Leave {
            return Ok(());
        }
        loop {
            self.draw()?;
            let Some(first) = source.next(self.wait())? else {
                if self.wake()? == Then::Leave {
                    return Ok(());
                }
                continue;
            };
            let mut next = Some(first);
            while let Some(input) = next {
                if self.take(input)? == Then::Leave {
                    return Ok(());
                }
                next = source.ready()?;
            }
            // Whoever goes on typing gets them too.
            let answers = self.world.answers();
            if self.hear(answers)? == Then::Leave {
                return Ok(());
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let frame = self.view.frame(&self.app, self.theme.glyphs());
        let bytes = self.painter.paint(frame, &self.theme, self.app.size);
        self.terminal.show(bytes)
    }

    /// How long to sleep: for ever, or until the first of what would change the screen without a key.
    fn wait(&self) -> Option<Duration> {
        let app = &self.app;
        let now = self.world.clock.now();
        let has_clock = app.screen == Screen::Home
            || (app.desk.prefs.clock && (!app.is_paused() || app.is_family_time()));
        let minute = Duration::from_secs(u64::from(60 - now.second().min(59)));
        let lock = app
            .locks_at()
            .map(|at| (at - now).to_std().unwrap_or_default());
        let wakes = [
            self.world.is_in_trouble().then_some(TRY_AGAIN),
            app.looking.is_some().then_some(LOOK_AGAIN),
            self.world.awaits_answers().then_some(ANSWER),
            has_clock.then_some(minute),
            lock,
        ];
        wakes.into_iter().flatten().min()
    }

    fn wake(&mut self) -> io::Result<Then> {
        let mut messages = vec![Msg::Wake];
        messages.extend(self.world.answers());
        if self.world.is_in_trouble() {
            messages.extend(self.world.retry());
        }
        self.hear(messages)
    }

    fn hear(&mut self, messages: Vec<Msg>) -> io::Result<Then> {
        for message in messages {
            self.copy_where_none_could(&message)?;
            if self.update(message)? == Then::Leave {
                return Ok(Then::Leave);
            }
        }
        Ok(Then::GoOn)
    }

    fn take(&mut self, input: Input) -> io::Result<Then> {
        match input {
            Input::Key(TROUBLE_KEY) if cfg!(debug_assertions) => {
                meet_trouble_if_asked(self.app.desk.line());
                Ok(Then::GoOn)
            }
            Input::Key(key) => self.update(Msg::Key(key)),
            Input::Paste(text) => self.update(Msg::Paste(text)),
            Input::Resize(columns, rows) => {
                // Smaller and back again may come as one: what was cut off in between is gone from the screen.
                self.painter.forget();
                self.update(Msg::Resize(columns, rows))
            }
            Input::Focus(focused) => self.update(Msg::Focus(focused)),
            Input::Mouse(_) => Ok(Then::GoOn),
        }
    }

    fn update(&mut self, message: Msg) -> io::Result<Then> {
        let mut effects = vec![];
        // First, so that what comes now is on this side of the gap.
        for message in self.world.clock_moved().into_iter().chain([message]) {
            effects.extend(self.app.update(message, self.world.clock.tick()));
        }
        let then = self.perform(effects)?;
        let notes = self.app.desk.talk().map_or(0, |talk| talk.notes.len());
        self.kept.store(notes, Ordering::SeqCst);
        Ok(then)
    }

    /// Performs effects, and takes in what comes of them until nothing more does.
    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Then> {
        let mut effects = std::collections::VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match &effect {
                Effect::Leave => return Ok(Then::Leave),
                Effect::Redraw => self.painter.forget(),
                _ => {}
            }
            for message in self.world.perform(effect) {
                self.copy_where_none_could(&message)?;
                effects.extend(self.app.update(message, self.world.clock.tick()));
            }
        }
        Ok(Then::GoOn)
    }

    /// Asks the terminal to put words on the clipboard that no program could. It may quietly refuse: the words on screen
    /// say where the file is.
    fn copy_where_none_could(&mut self, message: &Msg) -> io::Result<()> {
        use crossterm::{Command, clipboard::CopyToClipboard};
        let Msg::NotCopied(words) = message else {
            return Ok(());
        };
        let mut code = String::new();
        let copied = CopyToClipboard::to_clipboard_from(words.words()).write_ansi(&mut code);
        if copied.is_ok() {
            self.terminal.show(code.as_bytes())
        } else {
            Ok(())
        }
    }
}

/// A key that means nothing, with which tests ask for trouble.
const TROUBLE_KEY: Key = Key::F(12);

/// Panics where a test asks for it, with words from a note in what the panic says. The program people use has none of
/// this: it is for builds with debug assertions, and wants a variable nobody sets.
fn meet_trouble_if_asked(words: &str) {
    let words = words.to_owned();
    match env::var("ALONGSIDE_TEST_PANIC").as_deref() {
        Ok("here") => panic!("{words}"),
        Ok("elsewhere") => drop(thread::spawn(move || panic!("{words}"))),
        _ => {}
    }
}
