//! What Carnet is measured against.

use anyhow::Result;
use carnet_index::SearchRequest;

use crate::corpus::Corpus;
use crate::engine::Engine;
use crate::engines::{Limit, Plain, PostgresRows, PostgresTokens, Sphinx};
use crate::measure::Contender;
use crate::questions::Class;

/// The engines beside Carnet, those that were built.
#[derive(Default)]
pub struct References {
    plain: Option<Plain>,
    limit: Option<Limit>,
    tokens: Option<PostgresTokens>,
    rows: Option<PostgresRows>,
    sphinx: Option<Sphinx>,
}

impl References {
    /// Builds the references that live in this process.
    pub fn in_process(corpus: &Corpus) -> Result<Self> {
        let (plain, limit) = (Some(Plain::build(corpus)?), Some(Limit::build(corpus)));
        Ok(Self { plain, limit, ..Self::default() })
    }

    /// Adds the servers: PostgreSQL at this address, Sphinx where it is installed.
    pub fn with_servers(self, postgres: Option<&str>, sphinx: bool, corpus: &Corpus) -> Result<Self> {
        Ok(Self {
            tokens: postgres.map(|url| PostgresTokens::build(url, corpus)).transpose()?,
            rows: postgres.map(|url| PostgresRows::build(url, corpus)).transpose()?,
            sphinx: sphinx.then(|| Sphinx::build(corpus)).transpose()?,
            ..self
        })
    }

    /// Enters those that can express a class.
    pub fn enter<'a>(
        &'a self,
        contenders: &mut Vec<Contender<'a>>,
        class: Class,
        questions: &[SearchRequest],
    ) -> Result<()> {
        enter(contenders, self.plain.as_ref(), class, questions)?;
        enter(contenders, self.limit.as_ref(), class, questions)?;
        enter(contenders, self.tokens.as_ref(), class, questions)?;
        enter(contenders, self.rows.as_ref(), class, questions)?;
        enter(contenders, self.sphinx.as_ref(), class, questions)
    }
}

fn enter<'a, E: Engine>(
    contenders: &mut Vec<Contender<'a>>,
    engine: Option<&'a E>,
    class: Class,
    questions: &[SearchRequest],
) -> Result<()> {
    if let Some(engine) = engine {
        contenders.extend(Contender::of(engine, class, questions)?);
    }
    Ok(())
}
