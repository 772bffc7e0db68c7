//! What stands under the keys of an object, and what should not.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::connection::{
    import::Fault,
    tidy::{LONGEST, cut, one_line, plain},
};

/// An object as JSON has it.
pub type Object = Map<String, Value>;

/// Reads fields, and keeps what is wrong with them: each sort once for a service.
#[derive(Default)]
pub struct Fields {
    pub faults: Vec<Fault>,
}

impl Fields {
    pub fn fault(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// The words under a key, on one line; empty when there are none.
    pub fn words(&mut self, object: &Object, key: &str) -> String {
        let written = match object.get(key) {
            None | Some(Value::Null) => return String::new(),
            Some(Value::String(written)) => written.clone(),
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => {
                self.fault(Fault::NotWords);
                return String::new();
            }
        };
        self.tidy(&written)
    }

    /// Words that may be a web page.
    pub fn tidy(&mut self, written: &str) -> String {
        let (plain, had_markup) = plain(written);
        if had_markup {
            self.fault(Fault::Markup);
        }
        let (words, had_unseen) = one_line(&plain);
        if had_unseen {
            self.fault(Fault::Unseen);
        }
        let (words, is_cut) = cut(&words, LONGEST);
        if is_cut {
            self.fault(Fault::TooLong);
        }
        words
    }

    /// The objects in the list under a key; one by itself is a list of one.
    pub fn list<'v>(&mut self, object: &'v Object, key: &str) -> Vec<&'v Object> {
        match object.get(key) {
            None | Some(Value::Null) => vec![],
            Some(Value::Array(all)) => {
                let objects: Vec<&Object> = all.iter().filter_map(Value::as_object).collect();
                if objects.len() < all.len() {
                    self.fault(Fault::NotWords);
                }
                objects
            }
            Some(Value::Object(one)) => {
                self.fault(Fault::NotAList);
                vec![one]
            }
            Some(_) => {
                self.fault(Fault::NotWords);
                vec![]
            }
        }
    }

    /// The day under a key. A time after it is no matter.
    pub fn day(&mut self, object: &Object, key: &str) -> Option<NaiveDate> {
        let written = self.words(object, key);
        let date = written.split(['T', ' ']).next().unwrap_or_default();
        if date.is_empty() {
            return None;
        }
        let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok();
        if day.is_none() {
            self.fault(Fault::OddDate);
        }
        day
    }

    /// The number under a key, also where it is written as words.
    pub fn number(&mut self, object: &Object, key: &str) -> Option<f64> {
        match object.get(key)? {
            Value::Number(number) => number.as_f64(),
            Value::String(written) => written.trim().parse().ok(),
            _ => None,
        }
    }
}
