//! One piece of local help, and how it reads.

use chrono::NaiveDate;

use super::hours::{self, Hours, Today};

/// Somebody or something near the people a team talks with: a lunch club, a repair shed, a bus that comes to the door.
///
/// Every text is on one line. What the list does not say is empty: no cost is not the same as free.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The stable name that a note keeps: `chapel-lane-lunch`, or the publisher's own. No two listings share one.
    pub id: String,
    /// What it is called. Never empty in a listing that was read from a file.
    pub name: String,
    /// When it is there: `Tue 12-2`.
    pub when: String,
    /// The number to ring, written as people say it.
    pub phone: String,
    /// What else helps to know: `lift available`.
    pub about: String,
    /// What kind of local help it is, in a word or two of the team's own: `friendship`, `getting out`.
    pub kind: String,
    /// Everyday words people may use for it.
    pub words: Vec<String>,
    /// What it costs: `free`, `£4 a meal`.
    pub cost: String,
    /// How somebody joins: `ring first`.
    pub join: String,
    /// Where it is: `Chapel Lane, M15 4AB`.
    pub place: String,
    /// What its publisher wants said first: `closed for repairs until May`.
    pub alert: String,
    /// Whether it is running, as its publisher says.
    pub running: Running,
    /// The days it is there, as far as they are understood.
    pub hours: Vec<Hours>,
    /// When somebody last made sure that this is right.
    pub checked: Option<NaiveDate>,
    /// The name of what it was imported from. Empty for a list the team writes itself.
    pub source: String,
}

/// Whether a piece of local help is there at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Running {
    /// It is, or nothing else is said.
    #[default]
    Yes,
    /// Not for now.
    Paused,
    /// Not any more.
    Ended,
}

impl Running {
    /// The word a list has for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    /// Reads the word of a list, ours or Open Referral's. `None` when it is not known.
    pub fn read(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "" | "active" | "yes" | "running" | "open" => Some(Self::Yes),
            "paused" | "temporarily closed" | "temporarily_closed" => Some(Self::Paused),
            "ended" | "inactive" | "defunct" | "closed" => Some(Self::Ended),
            _ => None,
        }
    }
}

impl Listing {
    /// The words of a connection note: `Chapel Lane lunch club, Tue 12-2, 01632 960123`. What must be said first is said
    /// straight after the name: whoever reads the note rings too.
    pub fn as_note(&self) -> String {
        let running = self.running.word();
        let parts = [&*self.name, running, &self.alert, &self.when, &self.phone];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(", ")
    }

    /// The same, as a suggestion under the line says it: what is offered is what will be kept.
    pub fn in_one_line(&self) -> String {
        self.as_note()
    }

    /// Whether it is there on this day, as far as the list tells.
    pub fn on(&self, day: NaiveDate) -> Today {
        hours::on(&self.hours, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_a_note_without_gaps() {
        let mut club = Listing {
            name: "Chapel Lane lunch club".into(),
            when: "Tue 12-2".into(),
            phone: "01632 960123".into(),
            about: "lift available".into(),
            ..Listing::default()
        };
        assert_eq!(
            club.as_note(),
            "Chapel Lane lunch club, Tue 12-2, 01632 960123"
        );
        assert_eq!(club.in_one_line(), club.as_note());
        (club.when, club.phone) = (String::new(), String::new());
        assert_eq!(club.as_note(), "Chapel Lane lunch club");
    }

    #[test]
    fn what_must_be_said_first_is_in_the_note() {
        let mut club = Listing {
            name: "Chapel Lane lunch club".into(),
            alert: "closed until May".into(),
            when: "Tue 12-2".into(),
            ..Listing::default()
        };
        let closed = "Chapel Lane lunch club, closed until May, Tue 12-2";
        assert_eq!(club.as_note(), closed);
        (club.alert, club.running) = (String::new(), Running::Paused);
        assert_eq!(club.as_note(), "Chapel Lane lunch club, paused, Tue 12-2");
    }

    #[test]
    fn running_is_read_as_it_is_written() {
        for running in [Running::Yes, Running::Paused, Running::Ended] {
            assert_eq!(Running::read(running.word()), Some(running));
        }
        assert_eq!(Running::read("Temporarily closed"), Some(Running::Paused));
        assert_eq!(Running::read("moved"), None);
    }
}
