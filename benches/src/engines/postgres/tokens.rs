//! People as arrays of tokens under GIN.

use std::io::Write;

use anyhow::Result;
use carnet_index::{RomeCode, SearchRequest, VisibleProfile};
use postgres::{Client, NoTls, Row};

use super::{Sessions, answered, execute_each, key, read};
use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::Class;
use crate::tokens::{asked_tokens, tokens};

const TABLES: &str = "
    DROP TABLE IF EXISTS bench_profile;
    CREATE UNLOGGED TABLE bench_profile (id text, name text, key bigint, tokens text[], jobs text[]);";
const INDEXES: &str = "
    CREATE INDEX ON bench_profile USING gin (tokens) WITH (fastupdate = off);
    VACUUM ANALYZE bench_profile";
const SETTINGS: &str = "SET jit = off; SET max_parallel_workers_per_gather = 0";

/// A server with the people as arrays of tokens. The fit to a job is not for it: GIN does not count.
pub struct PostgresTokens(Sessions);

/// A question as tokens, all of which are needed, with counts per job or without.
pub struct Asked {
    tokens: Vec<String>,
    is_counted: bool,
}

impl PostgresTokens {
    /// Loads a corpus into a database.
    pub fn build(url: &str, corpus: &Corpus) -> Result<Self> {
        let mut client = Client::connect(url, NoTls)?;
        client.batch_execute(TABLES)?;
        let mut rows = client.copy_in("COPY bench_profile FROM STDIN")?;
        for number in 0..corpus.people() {
            let profile: VisibleProfile = corpus.current(number);
            let jobs: Vec<&str> = profile.jobs.iter().map(RomeCode::as_str).collect();
            let (key, tokens) = (key(&profile), tokens(&profile).join(","));
            let (id, jobs) = (profile.id, jobs.join(","));
            let name = format!("{} {}", profile.first_name, profile.last_name);
            writeln!(rows, "{id}\t{name}\t{key}\t{{{tokens}}}\t{{{jobs}}}")?;
        }
        rows.finish()?;
        execute_each(&mut client, INDEXES)?;
        Ok(Self(Sessions::new(url, SETTINGS)))
    }
}

impl Engine for PostgresTokens {
    type Asked = Asked;
    type Received = Row;

    fn name(&self) -> &'static str {
        "PostgreSQL, GIN"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Drawn
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<Asked>> {
        let is_expressible = !matches!(class, Class::C | Class::R | Class::D);
        Ok(is_expressible.then(|| Asked { tokens: asked_tokens(question), is_counted: question.facets.rome }))
    }

    fn ask(&self, asked: &Asked) -> Result<Row> {
        let jobs = asked.is_counted.then_some("found, unnest(jobs) AS job");
        let found = "SELECT id, name, key, jobs FROM bench_profile WHERE tokens @> $1";
        let hit = "concat_ws(E'\\t', id, name, key, array_to_string(jobs, ' '))";
        self.0.ask(&answered(found, hit, jobs), &[&asked.tokens])
    }

    fn read(&self, received: Row) -> Result<Answer> {
        read(&received)
    }
}
