//! The reference: straightforward Tantivy with cumulative terms, on the same profiles and questions.
//!
//! It counts, ranks by one column and counts jobs; it explains nothing and fetches only ids.

use std::ops::Bound;

use anyhow::Result;
use carnet_index::{
    Criterion, Level, ProfileId, RomeFilter, SearchRequest, Status, VisibleProfile, order_key, text,
};
use serde_json::json;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::AggregationResults;
use tantivy::aggregation::{AggContextParams, AggregationCollector};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query, RangeQuery, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocAddress, Index, IndexWriter, Order, ReloadPolicy, Searcher, TantivyDocument, Term};

use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{COVERED_AT_LEAST, Class, PAGE, PAGES_BEFORE};

const WRITER_BYTES: usize = 320 << 20;
/// More than the catalogue has jobs.
const JOBS_AT_MOST: u32 = 3_000;
const SKILLS_SHOWN: u32 = 30;

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    token: Field,
    name: Field,
    rome: Field,
    skill: Field,
    place: Field,
    rank: Field,
    id_high: Field,
    id_low: Field,
}

/// A plain index.
pub struct Plain {
    searcher: Searcher,
    fields: Fields,
}

/// A question, and for class D the rank after which its page starts.
pub struct Asked {
    request: SearchRequest,
    before: Option<u64>,
}

impl Plain {
    /// Indexes a corpus, then replaces one profile in a hundred.
    pub fn build(corpus: &Corpus) -> Result<Self> {
        let mut schema = Schema::builder();
        let raw = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let raw = TextOptions::default().set_indexing_options(raw);
        let fields = Fields {
            id: schema.add_text_field("id", STRING),
            token: schema.add_text_field("token", raw.clone()),
            name: schema.add_text_field("name", raw.clone()),
            place: schema.add_text_field("place", raw),
            rome: schema.add_text_field("rome", STRING | FAST),
            skill: schema.add_text_field("skill", FAST),
            rank: schema.add_u64_field("rank", FAST),
            id_high: schema.add_u64_field("id_high", FAST),
            id_low: schema.add_u64_field("id_low", FAST),
        };
        let index = Index::create_from_tempdir(schema.build())?;
        let mut writer: IndexWriter = index.writer_with_num_threads(2, WRITER_BYTES)?;
        for profile in corpus.initial() {
            writer.add_document(document(fields, &profile))?;
        }
        writer.commit()?;
        for profile in corpus.replacements() {
            writer.delete_term(Term::from_field_text(fields.id, &profile.id.to_string()));
            writer.add_document(document(fields, &profile))?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { searcher: reader.searcher(), fields })
    }

    fn ids(&self, hits: impl Iterator<Item = DocAddress>) -> Result<Vec<ProfileId>> {
        let read = |hit: DocAddress| {
            let columns = self.searcher.segment_reader(hit.segment_ord).fast_fields();
            let half = |column: &str| anyhow::Ok(columns.u64(column)?.first(hit.doc_id).unwrap_or_default());
            Ok(ProfileId(u128::from(half("id_high")?) << 64 | u128::from(half("id_low")?)))
        };
        hits.map(read).collect()
    }

    fn clauses(&self, request: &SearchRequest, lifted: Option<usize>) -> Vec<(Occur, Box<dyn Query>)> {
        let criteria = request.criteria.iter().enumerate().filter(|(at, _)| Some(*at) != lifted);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> =
            criteria.map(|(_, criterion)| (Occur::Must, self.term(&token(*criterion)))).collect();
        for word in request.name.iter().flat_map(carnet_index::NameQuery::words) {
            let from = Term::from_field_text(self.fields.name, word);
            let until = Term::from_field_text(self.fields.name, &format!("{word}\u{10ffff}"));
            let range = RangeQuery::new(Bound::Included(from), Bound::Excluded(until));
            clauses.push((Occur::Must, Box::new(range)));
        }
        for skill in &request.exclude {
            clauses.push((Occur::MustNot, self.term(&format!("{skill}a0"))));
        }
        clauses
    }

    fn query(&self, request: &SearchRequest, lifted: Option<usize>) -> BooleanQuery {
        if let Some(fit) = &request.job {
            let core = fit.core.iter().map(|skill| (Occur::Should, self.term(&format!("{skill}a0"))));
            return BooleanQuery::with_minimum_required_clauses(core.collect(), COVERED_AT_LEAST as usize);
        }
        let mut clauses = self.clauses(request, lifted);
        clauses.extend(request.rome.iter().map(|place| (Occur::Must, self.place(*place))));
        BooleanQuery::new(clauses)
    }

    fn term(&self, token: &str) -> Box<dyn Query> {
        basic(self.fields.token, token)
    }

    fn place(&self, place: RomeFilter) -> Box<dyn Query> {
        basic(self.fields.place, &place.to_string())
    }

    /// Every count of class R: each choice is counted with its own filter lifted.
    fn all_counts(&self, request: &SearchRequest) -> Result<(AggregationResults, u64)> {
        let places = BooleanQuery::new(self.clauses(request, None));
        let jobs = self.searcher.search(&places, &terms("rome", JOBS_AT_MOST)?)?;
        let mut counted = 0;
        for (at, criterion) in request.criteria.iter().enumerate() {
            let levels = Level::ALL.map(|level| Criterion { min_level: Some(level), ..*criterion });
            let statuses = [true, false].map(|validated_only| Criterion { validated_only, ..*criterion });
            for choice in levels.iter().chain(&statuses) {
                let lifted = (Occur::Must, Box::new(self.query(request, Some(at))) as Box<dyn Query>);
                let chosen = BooleanQuery::new(vec![lifted, (Occur::Must, self.term(&token(*choice)))]);
                counted += self.searcher.search(&chosen, &Count)? as u64;
            }
        }
        Ok((jobs, counted))
    }
}

fn basic(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

fn terms(field: &str, size: u32) -> Result<AggregationCollector> {
    let wanted = json!({"counts": {"terms": {"field": field, "size": size, "segment_size": JOBS_AT_MOST}}});
    let wanted: Aggregations = serde_json::from_value(wanted)?;
    Ok(AggregationCollector::from_aggs(wanted, AggContextParams::default()))
}

/// Reads the counts per job.
fn jobs(counts: &AggregationResults) -> Result<Vec<(carnet_index::RomeCode, u64)>> {
    use tantivy::aggregation::Key;
    use tantivy::aggregation::agg_result::{AggregationResult, BucketResult};
    let mut jobs = Vec::new();
    if let Some(AggregationResult::BucketResult(BucketResult::Terms { buckets, .. })) = counts.0.get("counts")
    {
        for bucket in buckets {
            if let Key::Str(code) = &bucket.key {
                jobs.push((carnet_index::RomeCode::parse(code)?, bucket.doc_count));
            }
        }
    }
    Ok(jobs)
}

impl Engine for Plain {
    type Asked = Asked;
    type Received = Answer;

    fn name(&self) -> &'static str {
        "plain Tantivy"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Asked>> {
        let mut before = None;
        if class == Class::D {
            let seen = (PAGES_BEFORE * PAGE) as usize;
            let top = TopDocs::with_limit(seen).order_by_fast_field::<u64>("rank", Order::Desc);
            before = self.searcher.search(&self.query(question, None), &top)?.last().and_then(|last| last.0);
        }
        Ok(Some(Asked { request: question.clone(), before }))
    }

    fn ask(&self, asked: &Asked) -> Result<Answer> {
        let request = &asked.request;
        let mut query = self.query(request, None);
        let top = TopDocs::with_limit(PAGE as usize);
        if request.job.is_some() {
            let (top, count) = self.searcher.search(&query, &(top.order_by_score(), Count))?;
            let ids = self.ids(top.iter().map(|hit| hit.1))?;
            return Ok(Answer { total: Some(count as u64), ids, jobs: Vec::new() });
        }
        let by_rank = top.order_by_fast_field::<u64>("rank", Order::Desc);
        if let Some(before) = asked.before {
            let before = Bound::Excluded(Term::from_field_u64(self.fields.rank, before));
            let rest: Box<dyn Query> = Box::new(RangeQuery::new(Bound::Unbounded, before));
            query = BooleanQuery::new(vec![(Occur::Must, Box::new(query)), (Occur::Must, rest)]);
            let top = self.searcher.search(&query, &by_rank)?;
            return Ok(Answer { ids: self.ids(top.iter().map(|hit| hit.1))?, ..Answer::default() });
        }
        let (top, count, counts) = if request.facets.levels {
            let (top, count, _skills) =
                self.searcher.search(&query, &(by_rank, Count, terms("skill", SKILLS_SHOWN)?))?;
            (top, count, Some(self.all_counts(request)?.0))
        } else if request.facets.rome {
            let (top, count, counts) =
                self.searcher.search(&query, &(by_rank, Count, terms("rome", JOBS_AT_MOST)?))?;
            (top, count, Some(counts))
        } else {
            let (top, count) = self.searcher.search(&query, &(by_rank, Count))?;
            (top, count, None)
        };
        let jobs = counts.as_ref().map(jobs).transpose()?.unwrap_or_default();
        Ok(Answer { total: Some(count as u64), ids: self.ids(top.iter().map(|hit| hit.1))?, jobs })
    }

    fn read(&self, received: Answer) -> Result<Answer> {
        Ok(received)
    }
}

fn token(criterion: Criterion) -> String {
    let family = if criterion.validated_only { 'v' } else { 'a' };
    format!("{}{family}{}", criterion.skill, criterion.min_level.map_or(0, Level::get))
}

fn document(fields: Fields, profile: &VisibleProfile) -> TantivyDocument {
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
        document.add_text(fields.skill, skill.code.to_string());
    }
    for name in [&profile.first_name, &profile.last_name] {
        for word in text::name_words(name) {
            document.add_text(fields.name, word);
        }
    }
    let mut domains: Vec<String> = profile.jobs.iter().map(|job| job.as_str()[..3].to_owned()).collect();
    domains.dedup();
    for domain in domains {
        document.add_text(fields.place, domain);
    }
    for job in &profile.jobs {
        document.add_text(fields.rome, job.to_string());
    }
    // The fixed draw has its smallest number first, the column its greatest.
    document.add_u64(fields.rank, !order_key(profile.id));
    document.add_u64(fields.id_high, (profile.id.0 >> 64) as u64);
    document.add_u64(fields.id_low, profile.id.0 as u64);
    document
}
