//! PostgreSQL alone, with its best honest indexes, kept in two ways: tokens in an array under GIN, and a table of
//! skills under composite indexes. One statement per question: the results once, their count, page and counts from them.

mod rows;
mod tokens;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use carnet_index::{ProfileId, RomeCode, VisibleProfile, order_key};
use postgres::types::ToSql;
use postgres::{Client, NoTls, Row, Statement};

pub use self::rows::PostgresRows;
pub use self::tokens::PostgresTokens;
use crate::engine::Answer;
use crate::questions::PAGE;

type Parameter<'a> = &'a (dyn ToSql + Sync);

/// Connections that stay open, one per thread that asks, each with the statements it prepared.
struct Sessions {
    url: String,
    /// What every connection is told first.
    settings: &'static str,
    idle: Mutex<Vec<Session>>,
}

struct Session {
    client: Client,
    prepared: HashMap<String, Statement>,
}

impl Sessions {
    fn new(url: &str, settings: &'static str) -> Self {
        Self { url: url.to_owned(), settings, idle: Mutex::default() }
    }

    fn open(&self) -> Result<Session> {
        let mut client = Client::connect(&self.url, NoTls).context("PostgreSQL does not answer")?;
        client.batch_execute(self.settings)?;
        Ok(Session { client, prepared: HashMap::new() })
    }

    /// Asks a statement made by [`answered`] or of the same columns.
    fn ask(&self, sql: &str, parameters: &[Parameter<'_>]) -> Result<Row> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut session = idle.map_or_else(|| self.open(), Ok)?;
        let row = session.ask(sql, parameters)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(session);
        Ok(row)
    }
}

impl Session {
    fn ask(&mut self, sql: &str, parameters: &[Parameter<'_>]) -> Result<Row> {
        if !self.prepared.contains_key(sql) {
            let statement = self.client.prepare(sql)?;
            self.prepared.insert(sql.to_owned(), statement);
        }
        Ok(self.client.query_one(&self.prepared[sql], parameters)?)
    }
}

/// Reads the one row of a statement made by [`answered`].
fn read(row: &Row) -> Result<Answer> {
    let total: Option<i64> = row.get(0);
    let (hits, codes, people): (Vec<&str>, Vec<&str>, Vec<i64>) = (row.get(1), row.get(2), row.get(3));
    let mut jobs = Vec::with_capacity(codes.len());
    for (code, people) in codes.iter().zip(people) {
        jobs.push((RomeCode::parse(code)?, people.cast_unsigned()));
    }
    let id = |hit: &&str| Ok(hit.split('\t').next().unwrap_or_default().parse::<ProfileId>()?);
    let ids = hits.iter().map(id).collect::<Result<_>>()?;
    Ok(Answer { total: total.map(i64::cast_unsigned), ids, jobs })
}

/// Completes a query `found` of people with their `key` to a statement of one row: total, page, and for each job its code
/// and number. `hit` is what is said of each of the page's people; `jobs` tells everybody's jobs, one per row, when they are
/// to be counted.
fn answered(found: &str, hit: &str, jobs: Option<&str>) -> String {
    let counts = jobs.map_or_else(String::new, |jobs| {
        format!(", counts AS (SELECT job, count(*) AS people FROM {jobs} GROUP BY job)")
    });
    let counted = match jobs {
        Some(_) => {
            "ARRAY(SELECT job FROM counts ORDER BY job), ARRAY(SELECT people FROM counts ORDER BY job)"
        }
        None => "'{}'::text[], '{}'::bigint[]",
    };
    format!(
        "WITH found AS MATERIALIZED ({found}){counts}
         SELECT (SELECT count(*) FROM found), ARRAY(SELECT {hit} FROM found ORDER BY key LIMIT {PAGE}), {counted}"
    )
}

/// Runs statements one by one: some may not share a transaction.
fn execute_each(client: &mut Client, statements: &str) -> Result<()> {
    statements.split_terminator(';').try_for_each(|statement| Ok(client.batch_execute(statement)?))
}

/// The fixed draw as PostgreSQL can hold it, in the same order.
fn key(profile: &VisibleProfile) -> i64 {
    order_key(profile.id).cast_signed().wrapping_add(i64::MIN)
}
