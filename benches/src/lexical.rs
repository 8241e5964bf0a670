//! The plainest way from a text to a job: BM25 over its names, as the search library does it.

use anyhow::Result;
use carnet_index::{RomeCode, text};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, Searcher, TantivyDocument, Term, doc};

/// Jobs, one document each, their names in one field.
pub struct Lexical {
    searcher: Searcher,
    code: Field,
    names: Field,
}

fn reduced(text: &str) -> Vec<String> {
    text::words(text).iter().map(|word| text::stem(word)).collect()
}

impl Lexical {
    /// Indexes jobs by their names.
    pub fn build<'a>(jobs: impl Iterator<Item = (RomeCode, &'a [&'a str])>) -> Result<Self> {
        let mut schema = Schema::builder();
        let code = schema.add_text_field("code", STRING | STORED);
        let names = schema.add_text_field("names", TEXT);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 20 << 20)?;
        for (job, titles) in jobs {
            let words: Vec<String> = titles.iter().flat_map(|title| reduced(title)).collect();
            writer.add_document(doc!(code => job.as_str(), names => words.join(" ")))?;
        }
        writer.commit()?;
        let searcher = index.reader()?.searcher();
        Ok(Self { searcher, code, names })
    }

    /// The best jobs for a text.
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<RomeCode> {
        let term = |word: &String| -> Box<dyn Query> {
            let term = Term::from_field_text(self.names, word);
            Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
        };
        let words = reduced(text);
        let query = BooleanQuery::new(words.iter().map(|word| (Occur::Should, term(word))).collect());
        let best = TopDocs::with_limit(limit).order_by_score();
        let found = self.searcher.search(&query, &best).unwrap_or_default();
        let code = |address| {
            let document: TantivyDocument = self.searcher.doc(address).ok()?;
            RomeCode::parse(document.get_first(self.code)?.as_str()?).ok()
        };
        found.into_iter().filter_map(|(_, address)| code(address)).collect()
    }
}
