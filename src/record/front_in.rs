//! The header of a record, read.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveTime};
use serde_json::{Map, Value};

use super::{
    counted::{Connected, Counted, HandedOver, Spent, TalkedOver},
    dates,
    front::NotARecord,
    front_strict::{self, Field, Left},
    keeping::LookedAt,
    model::{Front, Moved, NextStep, Status, StepState, Voided},
    steady::Steadiness,
};
use crate::{
    conversation::{ConversationId, Detail, Link, Moment, PartOfAssessment, Tie, Whose},
    guide::Kind,
};

/// The header that `yaml` says, and a sentence for everything in it that was not understood.
pub(super) fn read(yaml: &str) -> Result<(Front, Vec<String>), NotARecord> {
    let mut fields = Fields::read(yaml)?;
    let front = fields.front()?;
    Ok((front, fields.doubts))
}

/// Fields not yet taken, and what was odd about those that were.
struct Fields<'a> {
    left: Left<'a>,
    doubts: Vec<String>,
}

impl<'a> Fields<'a> {
    fn read(yaml: &'a str) -> Result<Self, NotARecord> {
        let left = match front_strict::read(yaml) {
            Some(left) => left,
            None => any_yaml(yaml)?.into(),
        };
        Ok(Self {
            left,
            doubts: Vec::new(),
        })
    }

    fn front(&mut self) -> Result<Front, NotARecord> {
        if self.left.says("kept_apart", &Value::Bool(true)) {
            return Err(NotARecord::KeptApart);
        }
        self.left.remove("alongside");
        let id = self.text("id").and_then(|id| ConversationId::read(&id));
        let id = id.ok_or(NotARecord::Missing("which conversation it is (id)"))?;
        let started = self.moment("started");
        let started = started.ok_or(NotARecord::Missing("when it began (started)"))?;
        Ok(Front {
            kind: self.kind(&id),
            guide: self.text("guide").unwrap_or_default(),
            moved: self.moved(),
            person: self.text("person"),
            caller: self.text("caller"),
            contact: self.text("contact"),
            started,
            ended: self.moment("ended").unwrap_or(started),
            how: self.text("how"),
            by: self.text("by"),
            present: self.texts("present"),
            status: self
                .word("status", &Status::ALL, Status::name)
                .unwrap_or_default(),
            detail: self
                .word("detail", &DETAILS, Detail::name)
                .unwrap_or_default(),
            part_of_assessment: self
                .word("part_of_assessment", &PARTS, PartOfAssessment::name)
                .unwrap_or_default(),
            no_copy_home: self.no_copy_home(),
            copy: self.text("copy"),
            route: self.text("route"),
            counted: self.counted(),
            kept_apart: self.count("kept_apart"),
            voided: self.voided(),
            linked: self.linked(),
            steady: self.steady(),
            looked_at: self.looked_at(),
            next_steps: self.steps(),
            extra: self.left.rest(),
            id,
        })
    }

    /// A text, or what a person typed without quotation marks and YAML took for something else.
    fn text(&mut self, key: &str) -> Option<String> {
        self.words(key).map(Cow::into_owned)
    }

    /// The same, as it stands there.
    fn words(&mut self, key: &str) -> Option<Cow<'a, str>> {
        match self.left.take(key)? {
            Field::Text(text) => Some(Cow::Borrowed(text)),
            Field::Value(Value::Null) => None,
            Field::Value(Value::String(text)) => Some(Cow::Owned(text)),
            Field::Value(value @ (Value::Bool(_) | Value::Number(_))) => {
                Some(Cow::Owned(value.to_string()))
            }
            Field::Value(Value::Array(_) | Value::Object(_)) | Field::Maps(_) => {
                self.doubt(key);
                None
            }
        }
    }

    fn texts(&mut self, key: &str) -> Vec<String> {
        match self.left.remove(key) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items
                .into_iter()
                .map(|item| match item {
                    Value::String(text) => text,
                    other => other.to_string(),
                })
                .collect(),
            Some(Value::String(one)) => vec![one],
            Some(_) => {
                self.doubt(key);
                Vec::new()
            }
        }
    }

    fn understood<T>(&mut self, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = read(&self.words(key)?);
        if value.is_none() {
            self.doubt(key);
        }
        value
    }

    fn moment(&mut self, key: &str) -> Option<Moment> {
        self.understood(key, |text| DateTime::parse_from_rfc3339(text).ok())
    }

    fn day(&mut self, key: &str) -> Option<NaiveDate> {
        self.understood(key, |text| text.parse().ok())
    }

    fn word<T: Copy>(&mut self, key: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        self.understood(key, |text| {
            all.iter().copied().find(|&word| name(word) == text)
        })
    }

    fn kind(&mut self, id: &ConversationId) -> Kind {
        let kind = self
            .word("kind", &Kind::ALL, Kind::name)
            .or_else(|| id.kind());
        kind.unwrap_or(Kind::ListenAndConnect)
    }

    /// Anything but a plain no keeps the copy from the home: a slip of the keyboard must not send a letter.
    fn no_copy_home(&mut self) -> bool {
        let Some(value) = self.left.remove("no_copy_home") else {
            return false;
        };
        let word = value.as_str().map(str::to_lowercase);
        match (value, word.as_deref()) {
            (Value::Bool(no_copy), _) => no_copy,
            (_, Some("false" | "no")) => false,
            (_, Some("true" | "yes")) => true,
            _ => {
                self.doubt("no_copy_home");
                true
            }
        }
    }

    /// Anything but a plain no: what somebody wrote by hand instead of a day is why it no longer stands.
    fn voided(&mut self) -> Option<Voided> {
        let said = match self.left.remove("voided")? {
            Value::Null | Value::Bool(false) => return None,
            Value::String(text) => text,
            value => value.to_string(),
        };
        let on = said.trim().parse().ok();
        let reason = match said.trim().to_lowercase().as_str() {
            "" | "no" | "false" => return None,
            "yes" | "true" => None,
            _ => on.is_none().then_some(said),
        };
        let by = self.text("voided_by");
        let because: Vec<String> = reason
            .into_iter()
            .chain(self.text("voided_because"))
            .collect();
        let because = (!because.is_empty()).then(|| because.join(" "));
        Some(Voided { on, by, because })
    }

    fn count(&mut self, key: &str) -> usize {
        self.understood(key, |text| text.parse().ok())
            .unwrap_or_default()
    }

    fn number(&mut self, key: &str) -> u32 {
        self.understood(key, |text| text.parse().ok())
            .unwrap_or_default()
    }

    fn flag(&mut self, key: &str) -> bool {
        self.understood(key, |text| text.parse().ok())
            .unwrap_or_default()
    }

    fn moved(&mut self) -> Vec<Moved> {
        self.some_of("moved", |fields| {
            Some(Moved {
                kind: fields.word("kind", &Kind::ALL, Kind::name)?,
                guide: fields.text("guide").unwrap_or_default(),
                at: fields.moment("at")?,
            })
        })
    }

    /// What names nobody and nothing is left out of the figures, and said to be.
    fn counted(&mut self) -> Counted {
        Counted {
            contacted: self.day("contacted"),
            talk_minutes: self.understood("talk_minutes", |text| text.parse().ok()),
            words: self.understood("words", |text| text.parse().ok()),
            old_way: self.text("old_way"),
            mattered: self.texts("mattered"),
            handed_over: self.some_of("handed_over", |fields| {
                let (to, why) = (fields.text("to")?, fields.text("why"));
                Some(HandedOver { to, why })
            }),
            talked_over: self.some_of("talked_over", |fields| {
                let (with, decision) = (fields.text("with")?, fields.text("decision"));
                Some(TalkedOver { with, decision })
            }),
            spent: self.some_of("spent", |fields| {
                let what = fields.text("what").unwrap_or_default();
                let pence = fields.understood("pence", |text| text.parse().ok())?;
                Some(Spent { pence, what })
            }),
            connected: self.some_of("connected", |fields| {
                let (with, kind) = (fields.text("with")?, fields.text("kind"));
                Some(Connected { with, kind })
            }),
        }
    }

    /// The maps of a list that say what they must.
    fn some_of<T>(&mut self, key: &str, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Vec<T> {
        let read = self.each(key, read);
        read.into_iter().flatten().collect()
    }

    /// What names no conversation, or says nothing we know of it, links nothing.
    fn linked(&mut self) -> Vec<Link> {
        self.some_of("linked", |fields| {
            Some(Link {
                to: fields.understood("id", ConversationId::read)?,
                tie: fields.word("as", &Tie::ALL, Tie::name)?,
            })
        })
    }

    /// Where both are said, or the day cannot be read, it is not steady: nobody is let go of by a slip.
    fn steady(&mut self) -> Option<Steadiness> {
        let (steady, not_steady) = (self.said_on("steady"), self.said_on("not_steady"));
        let (by, because) = (self.text("steady_by"), self.text("steady_because"));
        let whose = self.word("steady_whose", &Whose::ALL, Whose::name);
        let (on, is) = match (steady, not_steady) {
            (_, Some(on)) => (on, false),
            (Some(on), None) => (on, true),
            (None, None) => return None,
        };
        Some(Steadiness {
            on,
            is,
            by,
            because,
            whose: whose.unwrap_or_default(),
        })
    }

    /// A time, or as a person may write it, a day.
    fn said_on(&mut self, key: &str) -> Option<Moment> {
        self.understood(key, |text| {
            let day = || Some(text.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN));
            let time = DateTime::parse_from_rfc3339(text).ok();
            time.or_else(|| Some(day()?.and_utc().fixed_offset()))
        })
    }

    /// A look with no day to it is left out, and then the record is looked at sooner, not later.
    fn looked_at(&mut self) -> Vec<LookedAt> {
        self.some_of("looked_at", |fields| {
            Some(LookedAt {
                on: fields.day("on")?,
                by: fields.text("by"),
                keep_until: fields.day("keep_until")?,
                because: fields.text("because"),
            })
        })
    }

    fn steps(&mut self) -> Vec<NextStep> {
        let steps = self.each("next_steps", |fields| NextStep {
            id: fields.text("id").unwrap_or_default(),
            what: fields.text("what").unwrap_or_default(),
            who: fields.text("who"),
            due: fields.day("due"),
            week: fields.flag("week"),
            time: fields.understood("time", dates::read_time),
            state: fields
                .word("state", &StepState::ALL, StepState::name)
                .unwrap_or_default(),
            agreed: fields.day("agreed"),
            settled: fields.day("settled"),
            tries: fields.number("tries"),
            changes: fields.number("changes"),
            again: fields.flag("again"),
            check_in: fields.understood("check_in", ConversationId::read),
            extra: fields.left.rest(),
        });
        with_ids(steps)
    }

    /// Reads each map of a list with the same care.
    fn each<T>(&mut self, key: &str, read: impl Fn(&mut Fields<'_>) -> T) -> Vec<T> {
        let items: Vec<Option<Left<'_>>> = match self.left.take(key) {
            None | Some(Field::Value(Value::Null)) => Vec::new(),
            Some(Field::Maps(maps)) => maps.into_iter().map(Some).collect(),
            Some(Field::Value(Value::Array(items))) => items.into_iter().map(map).collect(),
            Some(Field::Text(_) | Field::Value(_)) => {
                self.doubt(key);
                Vec::new()
            }
        };
        let mut out = Vec::with_capacity(items.len());
        for item in items {
            let Some(left) = item else {
                self.doubt(key);
                continue;
            };
            let mut fields = Fields {
                left,
                doubts: Vec::new(),
            };
            out.push(read(&mut fields));
            self.doubts.append(&mut fields.doubts);
        }
        out
    }

    fn doubt(&mut self, key: &str) {
        self.doubts
            .push(format!("\"{key}\" in the header was not understood."));
    }
}

/// An item of a list that is a map.
fn map(item: Value) -> Option<Left<'static>> {
    match item {
        Value::Object(fields) => Some(fields.into()),
        _ => None,
    }
}

/// Reads YAML as a person may write it. `no` is a word here: it is somebody's name before it is false.
fn any_yaml(yaml: &str) -> Result<Map<String, Value>, NotARecord> {
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(yaml, options)
        .map_err(|error| NotARecord::Unreadable(first_line(&error.to_string())))
}

const DETAILS: [Detail; 3] = [Detail::Short, Detail::Standard, Detail::Everything];
const PARTS: [PartOfAssessment; 3] = [
    PartOfAssessment::Yes,
    PartOfAssessment::No,
    PartOfAssessment::Unsure,
];

/// Gives each promise a person wrote in by hand an id of its own.
fn with_ids(mut steps: Vec<NextStep>) -> Vec<NextStep> {
    for n in 0..steps.len() {
        let taken = |id: &str| steps[..n].iter().any(|step| step.id == id);
        if steps[n].id.is_empty() || taken(&steps[n].id) {
            steps[n].id = free_id(&steps);
        }
    }
    steps
}

/// The first of `s1`, `s2` ... that no promise has.
pub fn free_id(steps: &[NextStep]) -> String {
    let mut n = steps.len() + 1;
    loop {
        let id = format!("s{n}");
        if steps.iter().all(|step| step.id != id) {
            return id;
        }
        n += 1;
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
