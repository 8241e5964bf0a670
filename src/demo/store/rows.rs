//! Rows in PostgreSQL's binary COPY format, the cheapest way in.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Microseconds from 1970 to 2000, where PostgreSQL's time starts.
const POSTGRES_EPOCH_MICROS: i64 = 946_684_800_000_000;

/// Days from the first day of our era to 2000-01-01, as `NaiveDate` counts them.
const POSTGRES_EPOCH_DAYS: i32 = 730_120;

const SIGNATURE: &[u8; 19] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Rows of one table, ready to send.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    bytes: Vec<u8>,
    count: u64,
}

impl Rows {
    /// Starts a row of so many columns; each is then added in order.
    pub fn row(&mut self, columns: u16) -> &mut Self {
        if self.bytes.is_empty() {
            self.bytes.extend_from_slice(SIGNATURE);
        }
        self.count += 1;
        self.bytes.extend_from_slice(&columns.to_be_bytes());
        self
    }

    /// Adds a uuid.
    pub fn uuid(&mut self, value: Uuid) -> &mut Self {
        self.field(value.as_bytes())
    }

    /// Adds a text.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.field(value.as_bytes())
    }

    /// Adds a `text[]` of one dimension with at least one element.
    pub fn texts(&mut self, values: &[&str]) -> &mut Self {
        const OID_OF_TEXT: i32 = 25;
        let mut array = Vec::new();
        // Dimensions, whether there are nulls, type of the elements, length, lowest subscript.
        for number in [1, 0, OID_OF_TEXT, values.len() as i32, 1] {
            array.extend_from_slice(&number.to_be_bytes());
        }
        for value in values {
            array.extend_from_slice(&(value.len() as i32).to_be_bytes());
            array.extend_from_slice(value.as_bytes());
        }
        self.field(&array)
    }

    /// Adds an `integer`.
    pub fn integer(&mut self, value: i32) -> &mut Self {
        self.field(&value.to_be_bytes())
    }

    /// Adds a `smallint`, or null.
    pub fn smallint(&mut self, value: Option<i16>) -> &mut Self {
        match value {
            Some(value) => self.field(&value.to_be_bytes()),
            None => self.null(),
        }
    }

    /// Adds a boolean.
    pub fn boolean(&mut self, value: bool) -> &mut Self {
        self.field(&[u8::from(value)])
    }

    /// Adds a `timestamptz`.
    pub fn timestamp(&mut self, value: DateTime<Utc>) -> &mut Self {
        self.field(&(value.timestamp_micros() - POSTGRES_EPOCH_MICROS).to_be_bytes())
    }

    /// Adds a `date`, or null.
    pub fn date(&mut self, value: Option<NaiveDate>) -> &mut Self {
        match value {
            Some(value) => {
                let days = chrono::Datelike::num_days_from_ce(&value) - POSTGRES_EPOCH_DAYS;
                self.field(&days.to_be_bytes())
            }
            None => self.null(),
        }
    }

    /// Adds a null.
    pub fn null(&mut self) -> &mut Self {
        self.bytes.extend_from_slice(&(-1_i32).to_be_bytes());
        self
    }

    /// How many rows there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The whole stream, with its end marker.
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(&(-1_i16).to_be_bytes());
        self.bytes
    }

    fn field(&mut self, value: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(&(value.len() as i32).to_be_bytes());
        self.bytes.extend_from_slice(value);
        self
    }
}
