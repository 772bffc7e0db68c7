//! People in crisis, line by line.

use super::Plain;
use crate::{
    app::home::{self, Row},
    desk::{Close, Command},
    words,
};

impl Plain {
    /// Everybody Home lists of those in crisis, with a number each.
    pub(super) fn offer_close(&self, said: &mut Vec<String>, choices: &mut Vec<Command>) {
        let me = self.app.desk.prefs.name.as_deref();
        for row in home::rows(&self.app) {
            match row {
                Row::Close(root) => {
                    let Some(row) = self.app.in_crisis(&root) else {
                        continue;
                    };
                    let words = words::close::row(row, self.app.sticking_close(), me, self.app.now);
                    said.push(format!("{}: {words}", words::close::TITLE));
                    choices.push(Command::Close(Close::Choose(root)));
                }
                Row::MoreClose(count) => {
                    said.push(words::close::more(count));
                    choices.push(Command::Close(Close::Board));
                }
                _ => {}
            }
        }
    }

    /// What ending a talk about a crisis asks, once it is read back; or the day that is set.
    pub(super) fn say_look_again(&mut self) {
        let today = self.app.now.date_naive();
        if self.app.asks_look_again() {
            self.say(words::close::WHEN_PLAIN);
        } else if let Some(day) = self.app.looks_again_on() {
            self.say(words::close::look_again_on(day, today));
        }
    }
}
