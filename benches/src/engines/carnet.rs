//! Carnet's own index, built the way the server builds it and then changed the way the server changes it.

use std::time::{Duration, Instant};

use anyhow::Result;
use carnet_index::{
    CommitPayload, ProfileIndex, ProfileSearcher, ProfileStore, RomeFilter, SCHEMA_VERSION, SearchRequest,
};
use tempfile::TempDir;

use crate::corpus::Corpus;
use crate::engine::{Answer, Engine, Ranking};
use crate::questions::{Class, PAGES_BEFORE};

/// Changes that share a commit: a fifth of a second at five hundred changes per second.
const CHANGES_PER_COMMIT: usize = 100;

/// The index under test.
pub struct Carnet {
    searcher: ProfileSearcher,
    /// The files, removed in the end.
    _home: TempDir,
}

/// What building the index took.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Profiles per second of a rebuild, from the first profile to the published generation.
    pub rebuild_rate: f64,
    /// Bytes on disk per profile.
    pub bytes_per_profile: f64,
    /// Segments searched in the end.
    pub segments: usize,
    /// From handing over a batch of changes to searches that show it, one duration per commit.
    pub visible_after: Vec<Duration>,
}

fn payload(batch: u64) -> CommitPayload {
    CommitPayload { system_identifier: 1, database_oid: 1, schema_version: SCHEMA_VERSION, epoch: 1, batch }
}

impl Carnet {
    /// Builds the index of a corpus, then replaces one profile in a hundred.
    pub fn build(corpus: &Corpus) -> Result<(Self, Figures)> {
        let home = tempfile::tempdir()?;
        let store = ProfileStore::open(home.path())?;
        let started = Instant::now();
        let mut rebuild = store.begin_rebuild()?;
        for profile in corpus.initial() {
            rebuild.writer().insert(&profile)?;
        }
        let index = store.publish(rebuild, &payload(0))?;
        let rebuild_rate = corpus.people() as f64 / started.elapsed().as_secs_f64();
        let bytes_per_profile = index.size_bytes()? as f64 / corpus.people() as f64;
        let visible_after = Self::change(&index, corpus)?;
        let searcher = index.searcher();
        let figures =
            Figures { rebuild_rate, bytes_per_profile, segments: searcher.segments(), visible_after };
        Ok((Self { searcher, _home: home }, figures))
    }

    fn change(index: &ProfileIndex, corpus: &Corpus) -> Result<Vec<Duration>> {
        let mut writer = index.writer()?;
        let mut visible_after = Vec::new();
        let mut changes = corpus.replacements().peekable();
        for batch in 1.. {
            if changes.peek().is_none() {
                break;
            }
            let started = Instant::now();
            for profile in changes.by_ref().take(CHANGES_PER_COMMIT) {
                writer.upsert(&profile)?;
            }
            writer.commit(&payload(batch))?;
            visible_after.push(started.elapsed());
        }
        Ok(visible_after)
    }
}

impl Engine for Carnet {
    type Asked = SearchRequest;
    type Received = Answer;

    fn name(&self) -> &'static str {
        "Carnet"
    }

    fn ranking(&self) -> Ranking {
        Ranking::Published
    }

    fn prepare(&self, class: Class, question: &SearchRequest) -> Result<Option<SearchRequest>> {
        let mut request = question.clone();
        if class == Class::D {
            for _ in 0..PAGES_BEFORE {
                let Some(next) = self.searcher.search(&request)?.next else { break };
                request.cursor = Some(next);
            }
        }
        Ok(Some(request))
    }

    fn ask(&self, request: &SearchRequest) -> Result<Answer> {
        let page = self.searcher.search(request)?;
        let jobs = page.facets.rome.iter().flatten().filter_map(|line| match line.value {
            RomeFilter::Job(job) => Some((job, line.count)),
            _ => None,
        });
        let ids = page.hits.iter().map(|hit| hit.card.id()).collect();
        Ok(Answer { total: Some(page.total), ids, jobs: jobs.collect() })
    }

    fn read(&self, received: Answer) -> Result<Answer> {
        Ok(received)
    }
}
