//! One piece of local help, and how it reads.

/// Somebody or something near the people a team talks with: a lunch club, a repair shed, a bus that comes to the door.
///
/// Every text is on one line. What the list does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The stable name that a note keeps: `chapel-lane-lunch`. No two listings share one.
    pub id: String,
    /// What it is called. Never empty in a listing that was read from a file.
    pub name: String,
    /// When it is there: `Tue 12-2`.
    pub when: String,
    /// The number to ring, written as people say it.
    pub phone: String,
    /// What else helps to know: `lift available`.
    pub about: String,
    /// Everyday words people may use for it.
    pub words: Vec<String>,
}

impl Listing {
    /// The words of a connection note: `Chapel Lane lunch club, Tue 12-2, 01632 960123`.
    pub fn as_note(&self) -> String {
        joined([&self.name, &self.when, &self.phone], ", ")
    }

    /// The same, as a suggestion under the line says it: what is offered is what will be kept.
    pub fn in_one_line(&self) -> String {
        self.as_note()
    }

    /// What a list shows beside the name: `Tue 12-2  01632 960123  lift available`.
    pub fn particulars(&self) -> String {
        joined([&self.when, &self.phone, &self.about], "  ")
    }
}

/// Those of the parts that say something.
fn joined(parts: [&String; 3], between: &str) -> String {
    let said: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_a_note_and_beside_its_name() {
        let club = Listing {
            id: "chapel-lane-lunch".into(),
            name: "Chapel Lane lunch club".into(),
            when: "Tue 12-2".into(),
            phone: "01632 960123".into(),
            about: "lift available".into(),
            words: vec!["company".into()],
        };
        assert_eq!(
            club.as_note(),
            "Chapel Lane lunch club, Tue 12-2, 01632 960123"
        );
        assert_eq!(club.in_one_line(), club.as_note());
        assert_eq!(club.particulars(), "Tue 12-2  01632 960123  lift available");
    }

    #[test]
    fn what_is_not_known_leaves_no_gap() {
        let shed = Listing {
            name: "Repair shed".into(),
            about: "free".into(),
            ..Listing::default()
        };
        assert_eq!(shed.as_note(), "Repair shed");
        assert_eq!(shed.particulars(), "free");
        assert_eq!(Listing::default().particulars(), "");
    }
}
