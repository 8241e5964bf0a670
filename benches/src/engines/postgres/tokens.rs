//! PostgreSQL alone, with its best honest indexes: tokens in an array under GIN, and for the fit to a job a table
//! of holdings under a covering index. One statement per question: the results once, their count and page from them.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use carnet_index::{
    Criterion, Level, ProfileId, RomeCode, SearchRequest, Status, VisibleProfile, order_key, text,
};
use postgres::{Client, NoTls, Statement};

use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{COVERED_AT_LEAST, Class, PAGE};

const SCHEMA: &str = "
    DROP TABLE IF EXISTS bench_holding, bench_profile;
    CREATE UNLOGGED TABLE bench_profile (
        number integer, id text, key bigint, tokens text[], jobs text[]);
    CREATE UNLOGGED TABLE bench_holding (skill integer, number integer);";
const INDEXES: &str = "
    CREATE INDEX ON bench_profile USING gin (tokens) WITH (fastupdate = off);
    CREATE UNIQUE INDEX ON bench_profile (number) INCLUDE (key, id);
    CREATE INDEX ON bench_holding (skill) INCLUDE (number);
    VACUUM ANALYZE bench_profile;
    VACUUM ANALYZE bench_holding;";
/// Letters of a name that may be asked for.
const PREFIXES: std::ops::RangeInclusive<usize> = 2..=4;

/// A server, and connections that stay open, one per thread that asks.
pub struct Postgres {
    url: String,
    idle: Mutex<Vec<Session>>,
}

struct Session {
    client: Client,
    plain: Statement,
    counted: Statement,
    fit: Statement,
}

/// A question in SQL's terms.
pub enum Asked {
    /// All of these tokens, with counts per job or without.
    Tokens(Vec<String>, bool),
    /// Three at least of these skills.
    Fit(Vec<i32>),
}

impl Postgres {
    /// Loads a corpus into a database.
    pub fn build(url: &str, corpus: &Corpus) -> Result<Self> {
        let mut client = Client::connect(url, NoTls)?;
        client.batch_execute(SCHEMA)?;
        let mut rows = client.copy_in("COPY bench_profile FROM STDIN")?;
        for number in 0..corpus.people() {
            let profile = corpus.current(number);
            let key = order_key(profile.id).cast_signed().wrapping_add(i64::MIN);
            let jobs: Vec<&str> = profile.jobs.iter().map(RomeCode::as_str).collect();
            let tokens = tokens(&profile).join(",");
            writeln!(rows, "{number}\t{}\t{key}\t{{{tokens}}}\t{{{}}}", profile.id, jobs.join(","))?;
        }
        rows.finish()?;
        let mut rows = client.copy_in("COPY bench_holding FROM STDIN")?;
        for number in 0..corpus.people() {
            for skill in &corpus.current(number).skills {
                writeln!(rows, "{}\t{number}", skill.code)?;
            }
        }
        rows.finish()?;
        for statement in INDEXES.split_terminator(';') {
            client.batch_execute(statement)?;
        }
        Ok(Self { url: url.to_owned(), idle: Mutex::default() })
    }
}

/// What a profile can be found by: every level reached, among all entries and among the validated ones.
fn tokens(profile: &VisibleProfile) -> Vec<String> {
    let mut tokens = Vec::new();
    for skill in &profile.skills {
        let families: &[&str] = if skill.status == Status::Validated { &["a", "v"] } else { &["a"] };
        for family in families {
            tokens.extend(
                (0..=skill.level.map_or(0, Level::get)).map(|level| format!("{}{family}{level}", skill.code)),
            );
        }
    }
    for word in [&profile.first_name, &profile.last_name].iter().flat_map(|name| text::name_words(name)) {
        let letters: Vec<char> = word.chars().collect();
        let beginnings = PREFIXES.filter_map(|length| letters.get(..length));
        tokens.extend(beginnings.map(|beginning| format!("n{}", beginning.iter().collect::<String>())));
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

fn token(criterion: Criterion) -> String {
    let family = if criterion.validated_only { "v" } else { "a" };
    format!("{}{family}{}", criterion.skill, criterion.min_level.map_or(0, Level::get))
}

impl Session {
    fn open(url: &str) -> Result<Self> {
        let mut client = Client::connect(url, NoTls)?;
        client.batch_execute("SET jit = off; SET max_parallel_workers_per_gather = 0")?;
        let page = format!("ARRAY(SELECT id FROM found ORDER BY key LIMIT {PAGE})");
        let found = "WITH found AS MATERIALIZED (SELECT id, key, jobs FROM bench_profile WHERE tokens @> $1)";
        let plain = client.prepare(&format!("{found} SELECT (SELECT count(*) FROM found), {page}"))?;
        let counted = client.prepare(&format!(
            "{found}, counts AS (SELECT job, count(*) AS people FROM found, unnest(jobs) AS job GROUP BY job)
             SELECT (SELECT count(*) FROM found), {page}, ARRAY(SELECT job FROM counts ORDER BY job),
                    ARRAY(SELECT people FROM counts ORDER BY job)"
        ))?;
        let fit = client.prepare(&format!(
            "WITH met AS (SELECT number, count(*) AS skills FROM bench_holding WHERE skill = ANY($1)
                          GROUP BY number HAVING count(*) >= {COVERED_AT_LEAST})
             SELECT p.id FROM met JOIN bench_profile p USING (number) ORDER BY met.skills DESC, p.key LIMIT {PAGE}"
        ))?;
        Ok(Self { client, plain, counted, fit })
    }

    fn ask(&mut self, asked: &Asked) -> Result<Answer> {
        let ids =
            |ids: Vec<String>| ids.iter().map(|id| Ok(id.parse::<ProfileId>()?)).collect::<Result<Vec<_>>>();
        match asked {
            Asked::Fit(skills) => {
                let rows = self.client.query(&self.fit, &[skills])?;
                let found = rows.iter().map(|row| row.get(0)).collect();
                Ok(Answer { total: None, ids: ids(found)?, jobs: Vec::new() })
            }
            Asked::Tokens(tokens, is_counted) => {
                let statement = if *is_counted { &self.counted } else { &self.plain };
                let row = self.client.query_one(statement, &[tokens])?;
                let total: i64 = row.get(0);
                let mut jobs = Vec::new();
                if *is_counted {
                    let (codes, people): (Vec<String>, Vec<i64>) = (row.get(2), row.get(3));
                    for (code, people) in codes.iter().zip(people) {
                        jobs.push((RomeCode::parse(code)?, people.cast_unsigned()));
                    }
                }
                Ok(Answer { total: Some(total.cast_unsigned()), ids: ids(row.get(1))?, jobs })
            }
        }
    }
}

impl Engine for Postgres {
    type Asked = Asked;

    fn name(&self) -> &'static str {
        "PostgreSQL"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Asked>> {
        if matches!(class, Class::R | Class::D) {
            return Ok(None);
        }
        if let Some(job) = &question.job {
            let skill = |code: &carnet_index::SkillCode| code.0.cast_signed();
            return Ok(Some(Asked::Fit(job.core.iter().map(skill).collect())));
        }
        let mut tokens: Vec<String> = question.criteria.iter().copied().map(token).collect();
        let words = question.name.iter().flat_map(carnet_index::NameQuery::words);
        tokens.extend(words.map(|word| format!("n{word}")));
        Ok(Some(Asked::Tokens(tokens, question.facets.rome)))
    }

    fn ask(&self, asked: &Asked) -> Result<Answer> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut session = match idle {
            Some(session) => session,
            None => Session::open(&self.url).context("PostgreSQL does not answer")?,
        };
        let answer = session.ask(asked)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(session);
        Ok(answer)
    }
}
