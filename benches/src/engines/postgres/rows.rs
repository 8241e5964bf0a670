//! People as a normalised schema: one row per skill, under composite and covering indexes.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;
use carnet_index::{Level, NameQuery, SearchRequest, Status, VisibleProfile, text};
use postgres::types::ToSql;
use postgres::{Client, NoTls, Row};

use super::{Parameter, Sessions, answered, execute_each, key, read};
use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{COVERED_AT_LEAST, Class, PAGE};

const TABLES: &str = r#"
    DROP TABLE IF EXISTS bench_person, bench_skill, bench_job, bench_word;
    CREATE UNLOGGED TABLE bench_person (number integer, id text, name text, key bigint);
    CREATE UNLOGGED TABLE bench_skill (number integer, skill integer, level smallint, validated boolean);
    CREATE UNLOGGED TABLE bench_job (number integer, job text);
    CREATE UNLOGGED TABLE bench_word (number integer, word text COLLATE "C");"#;
const INDEXES: &str = "
    CREATE UNIQUE INDEX ON bench_person (number) INCLUDE (key, id, name);
    CREATE INDEX ON bench_skill (skill, level) INCLUDE (number, validated);
    CREATE INDEX ON bench_skill (skill, level) INCLUDE (number) WHERE validated;
    CREATE UNIQUE INDEX ON bench_skill (number, skill) INCLUDE (level, validated);
    CREATE INDEX ON bench_job (number) INCLUDE (job);
    CREATE INDEX ON bench_word (word) INCLUDE (number);
    VACUUM ANALYZE bench_person;
    VACUUM ANALYZE bench_skill;
    VACUUM ANALYZE bench_job;
    VACUUM ANALYZE bench_word";
/// Popular and rare skills want different plans: planning each time is quicker here.
const SETTINGS: &str =
    "SET jit = off; SET max_parallel_workers_per_gather = 0; SET plan_cache_mode = force_custom_plan";

/// What is said of each of the page's people, who are numbered like this.
fn hit(number: &str) -> String {
    let jobs = format!("(SELECT string_agg(job, ' ') FROM bench_job j WHERE j.number = {number})");
    format!("concat_ws(E'\\t', id, name, key, {jobs})")
}

/// A server with one row per skill.
pub struct PostgresRows(Sessions);

/// A statement and its parameters.
pub struct Asked {
    sql: String,
    parameters: Vec<Box<dyn ToSql + Send + Sync>>,
}

impl PostgresRows {
    /// Loads a corpus into a database.
    pub fn build(url: &str, corpus: &Corpus) -> Result<Self> {
        let mut client = Client::connect(url, NoTls)?;
        client.batch_execute(TABLES)?;
        load(&mut client, "bench_person", corpus, |number, profile, rows| {
            let name = format!("{} {}", profile.first_name, profile.last_name);
            writeln!(rows, "{number}\t{}\t{name}\t{}", profile.id, key(profile))
        })?;
        load(&mut client, "bench_skill", corpus, |number, profile, rows| {
            profile.skills.iter().try_for_each(|skill| {
                let level = skill.level.map_or(0, Level::get);
                writeln!(rows, "{number}\t{}\t{level}\t{}", skill.code, skill.status == Status::Validated)
            })
        })?;
        load(&mut client, "bench_job", corpus, |number, profile, rows| {
            profile.jobs.iter().try_for_each(|job| writeln!(rows, "{number}\t{job}"))
        })?;
        load(&mut client, "bench_word", corpus, |number, profile, rows| {
            let names = [&profile.first_name, &profile.last_name];
            names
                .iter()
                .flat_map(|name| text::name_words(name))
                .try_for_each(|word| writeln!(rows, "{number}\t{word}"))
        })?;
        execute_each(&mut client, INDEXES)?;
        Ok(Self(Sessions::new(url, SETTINGS)))
    }
}

fn load(
    client: &mut Client,
    table: &str,
    corpus: &Corpus,
    write: impl Fn(u64, &VisibleProfile, &mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let mut rows = client.copy_in(&format!("COPY {table} FROM STDIN"))?;
    for number in 0..corpus.people() {
        write(number, &corpus.current(number), &mut rows)?;
    }
    rows.finish()?;
    Ok(())
}

impl Asked {
    fn fit(skills: Vec<i32>) -> Self {
        let sql = format!(
            "WITH met AS (SELECT number, count(*) AS skills FROM bench_skill WHERE skill = ANY($1)
                          GROUP BY number HAVING count(*) >= {COVERED_AT_LEAST})
             SELECT NULL::bigint, ARRAY(SELECT {} FROM met JOIN bench_person p USING (number)
                                        ORDER BY met.skills DESC, p.key LIMIT {PAGE}),
                    '{{}}'::text[], '{{}}'::bigint[]",
            hit("met.number")
        );
        Self { sql, parameters: vec![Box::new(skills)] }
    }

    fn all(question: &SearchRequest) -> Result<Self> {
        let mut found = "SELECT p.number, p.id, p.name, p.key FROM bench_person p".to_owned();
        let mut parameters: Vec<Box<dyn ToSql + Send + Sync>> = Vec::new();
        for (at, criterion) in question.criteria.iter().enumerate() {
            let validated =
                if criterion.validated_only { format!(" AND s{at}.validated") } else { String::new() };
            parameters.push(Box::new(criterion.skill.0.cast_signed()));
            parameters.push(Box::new(i16::from(criterion.min_level.map_or(0, Level::get))));
            let level = parameters.len();
            write!(
                found,
                " JOIN bench_skill s{at} ON s{at}.number = p.number AND s{at}.skill = ${}
                  AND s{at}.level >= ${level}{validated}",
                level - 1
            )?;
        }
        for word in question.name.iter().flat_map(NameQuery::words) {
            parameters.push(Box::new(word.to_owned()));
            parameters.push(Box::new(format!("{word}\u{10ffff}")));
            let until = parameters.len();
            write!(
                found,
                " JOIN (SELECT DISTINCT number FROM bench_word WHERE word >= ${} AND word < ${until})
                  w{until} ON w{until}.number = p.number",
                until - 1
            )?;
        }
        let sql = answered(
            &found,
            &hit("found.number"),
            question.facets.rome.then_some("found JOIN bench_job USING (number)"),
        );
        Ok(Self { sql, parameters })
    }
}

impl Engine for PostgresRows {
    type Asked = Asked;
    type Received = Row;

    fn name(&self) -> &'static str {
        "PostgreSQL, rows"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Asked>> {
        Ok(match (class, &question.job) {
            (Class::R | Class::D, _) => None,
            (_, Some(job)) => Some(Asked::fit(job.core.iter().map(|skill| skill.0.cast_signed()).collect())),
            (_, None) => Some(Asked::all(question)?),
        })
    }

    fn ask(&self, asked: &Asked) -> Result<Row> {
        let parameters: Vec<Parameter<'_>> =
            asked.parameters.iter().map(|it| &**it as Parameter<'_>).collect();
        self.0.ask(&asked.sql, &parameters)
    }

    fn read(&self, received: Row) -> Result<Answer> {
        read(&received)
    }
}
