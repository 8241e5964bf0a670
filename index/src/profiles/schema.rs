//! The fields of the index: the visible ones and no other.

use tantivy::schema::{BytesOptions, FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// The field by which every segment is sorted.
pub(crate) const ORDER: &str = "order";

/// The handles of the fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// The 16 bytes of the profile id, indexed as they are so that a profile can be found and deleted.
    pub(crate) id: Field,
    /// The words of both names and their beginnings.
    pub(crate) name: Field,
    /// The skills; occurrences say level and status.
    pub(crate) skill: Field,
    /// The letters, domains, jobs and families.
    pub(crate) rome: Field,
    /// The key that breaks ties, drawn from the id.
    pub(crate) order: Field,
    /// The visible fields as one block, for the answer.
    pub(crate) card: Field,
}

/// Builds the schema.
pub(crate) fn build() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |tokenizer: &str, record: IndexRecordOption| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(record)
                .set_fieldnorms(false),
        )
    };
    let fields = Fields {
        id: builder.add_bytes_field("id", BytesOptions::default().set_indexed()),
        name: builder.add_text_field("name", text("name", IndexRecordOption::Basic)),
        skill: builder.add_text_field("skill", text("skill", IndexRecordOption::WithFreqs).set_fast("skill")),
        rome: builder.add_text_field("rome", text("rome", IndexRecordOption::Basic).set_fast("rome")),
        order: builder.add_u64_field(ORDER, FAST),
        card: builder.add_u64_field("card", FAST),
    };
    (builder.build(), fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_visible_fields_exist() {
        let (schema, _) = build();
        let names: Vec<&str> = schema.fields().map(|(_, entry)| entry.name()).collect();
        assert_eq!(names, ["id", "name", "skill", "rome", "order", "card"]);
        assert!(!schema.fields().any(|(_, entry)| entry.is_stored()), "the card is a column");
    }
}
