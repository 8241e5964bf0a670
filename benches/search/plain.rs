//! The reference: straightforward Tantivy with cumulative terms, on the same profiles and questions.
//!
//! It counts, ranks by one fast field and counts job codes; it explains nothing and fetches no card.

use carnet_index::{Criterion, Level, SearchRequest, Status, VisibleProfile, order_key, text};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query, RangeQuery, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexWriter, Order, ReloadPolicy, Searcher, TantivyDocument, Term};

/// A plain index.
pub struct Plain {
    searcher: Searcher,
    token: Field,
    name: Field,
}

impl Plain {
    /// Indexes the profiles, then replaces those that were replaced in the other index.
    pub fn build(profiles: &[VisibleProfile], replaced: &[&VisibleProfile]) -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let raw = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let raw = TextOptions::default().set_indexing_options(raw);
        let fields = Fields {
            id: schema.add_text_field("id", STRING),
            token: schema.add_text_field("token", raw.clone()),
            name: schema.add_text_field("name", raw),
            rome: schema.add_text_field("rome", STRING | FAST),
            rank: schema.add_u64_field("rank", FAST),
        };
        let index = Index::create_from_tempdir(schema.build())?;
        let mut writer: IndexWriter = index.writer_with_num_threads(2, 320 << 20)?;
        for profile in profiles {
            writer.add_document(document(&fields, profile))?;
        }
        writer.commit()?;
        for profile in replaced {
            writer.delete_term(Term::from_field_text(fields.id, &profile.id.to_string()));
            writer.add_document(document(&fields, profile))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { searcher: reader.searcher(), token: fields.token, name: fields.name })
    }

    /// Answers a question: how many results there are, how many are shown, how many codes are counted.
    pub fn ask(&self, request: &SearchRequest) -> tantivy::Result<(usize, usize, usize)> {
        let query = self.query(request);
        let top = TopDocs::with_limit(20);
        let by_rank = || TopDocs::with_limit(20).order_by_fast_field::<u64>("rank", Order::Desc);
        if request.job.is_some() {
            let (top, count) = self.searcher.search(&query, &(top.order_by_score(), Count))?;
            return Ok((count, top.len(), 0));
        }
        if request.facets.rome {
            let wanted = serde_json::json!({"rome": {"terms": {"field": "rome", "size": 600}}});
            let wanted: Aggregations = serde_json::from_value(wanted)?;
            let counts = AggregationCollector::from_aggs(wanted, AggContextParams::default());
            let (top, count, counts) = self.searcher.search(&query, &(by_rank(), Count, counts))?;
            return Ok((count, top.len(), counts.0.len()));
        }
        let (top, count) = self.searcher.search(&query, &(by_rank(), Count))?;
        Ok((count, top.len(), 0))
    }

    fn query(&self, request: &SearchRequest) -> BooleanQuery {
        if let Some(fit) = &request.job {
            let core =
                fit.core.iter().map(|skill| (Occur::Should, self.term(&format!("{skill}a0")))).collect();
            return BooleanQuery::with_minimum_required_clauses(core, 3);
        }
        let criteria = request.criteria.iter().map(|criterion| self.term(&token(*criterion)));
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = criteria.map(|query| (Occur::Must, query)).collect();
        for word in request.name.iter().flat_map(carnet_index::NameQuery::words) {
            let from = Term::from_field_text(self.name, word);
            let until = Term::from_field_text(self.name, &format!("{word}\u{10ffff}"));
            let range = RangeQuery::new(std::ops::Bound::Included(from), std::ops::Bound::Excluded(until));
            clauses.push((Occur::Must, Box::new(range)));
        }
        BooleanQuery::new(clauses)
    }

    fn term(&self, token: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(Term::from_field_text(self.token, token), IndexRecordOption::Basic))
    }
}

struct Fields {
    id: Field,
    token: Field,
    name: Field,
    rome: Field,
    rank: Field,
}

fn token(criterion: Criterion) -> String {
    let family = if criterion.validated_only { 'v' } else { 'a' };
    format!("{}{family}{}", criterion.skill, criterion.min_level.map_or(0, Level::get))
}

fn document(fields: &Fields, profile: &VisibleProfile) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_text(fields.id, profile.id.to_string());
    for skill in &profile.skills {
        let highest = skill.level.map_or(0, Level::get);
        let families: &[char] = if skill.status == Status::Validated { &['a', 'v'] } else { &['a'] };
        for family in families {
            for level in 0..=highest {
                document.add_text(fields.token, format!("{}{family}{level}", skill.code));
            }
        }
    }
    for word in text::name_words(&profile.first_name).into_iter().chain(text::name_words(&profile.last_name))
    {
        document.add_text(fields.name, word);
    }
    for job in &profile.jobs {
        document.add_text(fields.rome, job.to_string());
    }
    document.add_u64(fields.rank, order_key(profile.id));
    document
}
