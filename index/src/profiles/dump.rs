//! Everything the files of the index hold, read in their own format.
//!
//! A search through the raw bytes misses values that are compressed or share beginnings; this reads every
//! term, stored document and column value of every segment, those of deleted profiles included.

use std::borrow::Cow;

use tantivy::schema::{Field, Type};
use tantivy::{Index, SegmentReader};

use super::card::{self, ProfileCard};
use super::cards::Cards;
use super::schema::Fields;
use crate::error::IndexError;

/// Where a dumped value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DumpedPart {
    /// A term of the dictionary.
    Term,
    /// A stored document.
    Stored,
    /// A column value.
    Column,
}

/// One value found in the files of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumpedValue<'a> {
    /// The segment it lies in.
    pub segment: &'a str,
    /// The field it belongs to.
    pub field: &'a str,
    /// Where it was found.
    pub part: DumpedPart,
    /// The value in clear; a stored card is written out.
    pub bytes: Cow<'a, [u8]>,
}

impl DumpedValue<'_> {
    /// Returns the value as text, unreadable bytes replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

type Visit<'a> = dyn FnMut(&DumpedValue<'_>) + 'a;

/// Shows every value of every committed segment.
pub(crate) fn dump(index: &Index, fields: Fields, visit: &mut Visit<'_>) -> Result<(), IndexError> {
    for segment in index.searchable_segments()? {
        let reader = SegmentReader::open(&segment)?;
        let name = segment.id().uuid_string();
        for (field, entry) in index.schema().fields() {
            if entry.is_indexed() {
                dump_terms(&reader, field, entry.name(), &name, visit)?;
            }
            if field == fields.card {
                dump_cards(&reader, entry.name(), &name, visit)?;
            } else if entry.is_fast() {
                let is_text = entry.field_type().value_type() == Type::Str;
                dump_column(&reader, entry.name(), is_text, &name, visit)?;
            }
        }
    }
    Ok(())
}

fn dump_terms(
    reader: &SegmentReader,
    field: Field,
    field_name: &str,
    segment: &str,
    visit: &mut Visit<'_>,
) -> Result<(), IndexError> {
    let inverted = reader.inverted_index(field)?;
    let mut terms = inverted.terms().stream()?;
    while terms.advance() {
        let bytes = readable_id(field_name, terms.key());
        visit(&DumpedValue { segment, field: field_name, part: DumpedPart::Term, bytes });
    }
    Ok(())
}

/// Writes ids the way people do.
fn readable_id<'a>(field_name: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    match card::decode_id(bytes).filter(|_| field_name == "id") {
        Some(id) => Cow::Owned(id.to_string().into_bytes()),
        None => Cow::Borrowed(bytes),
    }
}

fn dump_column(
    reader: &SegmentReader,
    field: &str,
    is_text: bool,
    segment: &str,
    visit: &mut Visit<'_>,
) -> Result<(), IndexError> {
    let part = DumpedPart::Column;
    if is_text {
        let Some(column) = reader.fast_fields().str(field)? else { return Ok(()) };
        let mut values = column.dictionary().stream()?;
        while values.advance() {
            visit(&DumpedValue { segment, field, part, bytes: Cow::Borrowed(values.key()) });
        }
        return Ok(());
    }
    let column = reader.fast_fields().u64(field)?;
    for doc in 0..reader.max_doc() {
        for value in column.values_for_doc(doc) {
            visit(&DumpedValue { segment, field, part, bytes: Cow::Owned(value.to_string().into_bytes()) });
        }
    }
    Ok(())
}

fn dump_cards(
    reader: &SegmentReader,
    field: &str,
    segment: &str,
    visit: &mut Visit<'_>,
) -> Result<(), IndexError> {
    let cards = Cards::open(reader.fast_fields().u64(field)?, reader.max_doc());
    // The deleted ones are shown as well.
    let mut buffer = Vec::new();
    for doc in 0..reader.max_doc() {
        let card = cards.read(doc, &mut buffer);
        let readable = ProfileCard::take(card).map(|card| format!("{} {card:?}", card.id()).into_bytes());
        let bytes = readable.map_or(Cow::Borrowed(card), Cow::Owned);
        visit(&DumpedValue { segment, field, part: DumpedPart::Stored, bytes });
    }
    Ok(())
}
