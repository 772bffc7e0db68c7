//! Times and days as numbers, in what is kept of rows: many thousands are written and read in one go, and as text each
//! takes ten times as long.

/// A time: seconds since 1970, what is over in nanoseconds, and the seconds the worker's clock was ahead.
pub mod moment {
    use chrono::{DateTime, FixedOffset};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use crate::conversation::Moment;

    /// As three numbers.
    pub fn serialize<S: Serializer>(at: &Moment, to: S) -> Result<S::Ok, S::Error> {
        let ahead = at.offset().local_minus_utc();
        (at.timestamp(), at.timestamp_subsec_nanos(), ahead).serialize(to)
    }

    /// The other way round; three numbers that are no time are none.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
        let (seconds, over, ahead) = <(i64, u32, i32)>::deserialize(from)?;
        let at = DateTime::from_timestamp(seconds, over).zip(FixedOffset::east_opt(ahead));
        let at = at.map(|(at, ahead)| at.with_timezone(&ahead));
        at.ok_or_else(|| D::Error::custom("no time"))
    }
}

/// A day: how many there were since the first of the calendar.
pub mod day {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// As one number.
    pub fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32(day.num_days_from_ce())
    }

    /// The other way round.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        let day = NaiveDate::from_num_days_from_ce_opt(i32::deserialize(from)?);
        day.ok_or_else(|| D::Error::custom("no day"))
    }
}

/// The same of a day there may be.
pub mod maybe_day {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// As one number.
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(to)
    }

    /// The other way round.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(number) = Option::deserialize(from)? else {
            return Ok(None);
        };
        let day = NaiveDate::from_num_days_from_ce_opt(number);
        day.map(Some).ok_or_else(|| D::Error::custom("no day"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_str, to_string};

    use crate::{
        evidence::row::{Promised, Row},
        record::read_in_short,
    };

    #[test]
    fn what_is_kept_of_a_row_is_the_row() {
        for started in [
            "2025-03-30T01:30:00+01:00",
            "1969-12-31T23:59:59.5-03:30",
            "0000-01-01T00:00:00+00:00",
            "9999-12-31T23:59:60+14:00",
        ] {
            let text = format!(
                "---\nid: \"2025-03-30-0130-listen-7k3f\"\nstarted: \"{started}\"\ncontacted: \"0001-01-01\"\n\
                 steady: \"{started}\"\nnext_steps:\n  - due: \"9999-12-31\"\n    settled: \"2025-04-01\"\n  - id: \"s2\"\n---\n"
            );
            let said = read_in_short(&text).expect("a header");
            let id = "2025-03-30-0130-listen-7k3f";
            let id = crate::conversation::ConversationId::read(id).expect("an id");
            let row = Row::of(&id, said, || 7).expect("of life");
            let kept = to_string(&row).expect("JSON");
            let found: Row = from_str(&kept).expect("a row");
            assert_eq!(found, row, "{kept}");
            assert_eq!(found.started.offset(), row.started.offset());
        }
        assert!(from_str::<Promised>("{\"made\":2147483647,\"state\":\"open\"}").is_err());
    }
}
