//! From PostgreSQL's lists to a snapshot.

use std::collections::{BTreeMap, HashMap};

use carnet_index::{
    CatalogAppellation, CatalogEntries, CatalogIndex, CatalogJob, CatalogSkill, RomeCode, SkillCode,
};
use chrono::{DateTime, Utc};
use sqlx::PgPool;

use super::cards::{CatalogSnapshot, JobCard, ReleaseCard, SkillCard};
use super::certifications::CertificationCards;
use super::drift::Reuses;
use super::supplement::SupplementCard;
use crate::catalog::model::{
    Appellation, Entry, Job, JobContext, JobSkill, Known, Mobility, OgrCode, Skill, Weight,
};
use crate::catalog::store;

/// Reads one coherent state and builds its snapshot off the async threads.
pub async fn load(pool: &PgPool) -> anyhow::Result<CatalogSnapshot> {
    let mut tx = pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let revisions = (store::revision(&mut *tx).await?, store::lists_revision(&mut *tx).await?);
    let imported_at = store::imported_at(&mut tx).await?;
    let known = store::load(&mut tx).await?;
    let links = store::load_links(&mut tx).await?;
    let groups = store::load_groups(&mut tx).await?;
    let places = store::load_places(&mut tx).await?;
    let reuses = store::load_reuses(&mut tx).await?;
    let certifications = store::load_certifications(&mut tx).await?;
    tx.rollback().await?;
    let supplement = SupplementCard::new(links, groups, places);
    let assemble = move || {
        let certifications = CertificationCards::new(certifications);
        build(known, (supplement, reuses, certifications), revisions, imported_at)
    };
    Ok(tokio::task::spawn_blocking(assemble).await?)
}

fn build(
    known: Known,
    (supplement, reuses, certifications): (SupplementCard, Reuses, CertificationCards),
    (revision, lists_revision): (i64, i64),
    imported_at: Option<DateTime<Utc>>,
) -> CatalogSnapshot {
    let counts = known.counts();
    let release = known.release.zip(imported_at).map(|((release, origin), imported_at)| ReleaseCard {
        release,
        origin,
        imported_at,
        counts,
    });
    let ends: HashMap<RomeCode, Option<i32>> =
        known.jobs.iter().map(|e: &Entry<Job>| (e.record.code, e.valid_to)).collect();
    let mut jobs: BTreeMap<RomeCode, JobCard> = known.jobs.into_iter().map(job_card).collect();
    let mut skills: HashMap<SkillCode, SkillCard> = known.skills.into_iter().map(skill_card).collect();
    hang_appellations(&mut jobs, known.appellations, &ends);
    hang_skills(&mut jobs, &mut skills, &known.job_skills, &ends);
    hang_contexts(&mut jobs, &known.job_contexts, &ends);
    hang_mobilities(&mut jobs, known.mobilities, &ends);
    let index = CatalogIndex::build(entries(&jobs, &skills));
    CatalogSnapshot {
        revision,
        lists_revision,
        release,
        grand_domains: records(known.grand_domains),
        domains: records(known.domains),
        jobs,
        skills,
        contexts: known.contexts.into_iter().map(|entry| (entry.record.code, entry.record)).collect(),
        index,
        supplement,
        reuses,
        certifications,
    }
}

fn records<R: crate::catalog::model::Record>(entries: Vec<Entry<R>>) -> Vec<R> {
    entries.into_iter().filter(Entry::is_active).map(|entry| entry.record).collect()
}

fn job_card(entry: Entry<Job>) -> (RomeCode, JobCard) {
    let card = JobCard {
        is_active: entry.is_active(),
        replaced_by: entry.replaced_by,
        job: entry.record,
        appellations: Vec::new(),
        skills: Vec::new(),
        core: Vec::new(),
        contexts: Vec::new(),
        close_jobs: Vec::new(),
    };
    (card.job.code, card)
}

fn skill_card(entry: Entry<Skill>) -> (SkillCode, SkillCard) {
    let card = SkillCard {
        is_active: entry.is_active(),
        replaced_by: entry.replaced_by.map(OgrCode::as_skill),
        skill: entry.record,
        jobs: Vec::new(),
    };
    (card.skill.code.as_skill(), card)
}

/// Whether a job still shows what hangs on it: active things, and on a retired job what left with it.
fn shows(job: RomeCode, valid_to: Option<i32>, ends: &HashMap<RomeCode, Option<i32>>) -> bool {
    valid_to.is_none() || ends.get(&job) == Some(&valid_to)
}

fn hang_appellations(
    jobs: &mut BTreeMap<RomeCode, JobCard>,
    entries: Vec<Entry<Appellation>>,
    ends: &HashMap<RomeCode, Option<i32>>,
) {
    for entry in entries {
        let job = entry.record.job;
        if let Some(card) = jobs.get_mut(&job).filter(|_| shows(job, entry.valid_to, ends)) {
            card.appellations.push(entry.record);
        }
    }
    for card in jobs.values_mut() {
        card.appellations.sort_by(|a, b| (!a.is_principal, &a.label).cmp(&(!b.is_principal, &b.label)));
    }
}

fn hang_skills(
    jobs: &mut BTreeMap<RomeCode, JobCard>,
    skills: &mut HashMap<SkillCode, SkillCard>,
    entries: &[Entry<JobSkill>],
    ends: &HashMap<RomeCode, Option<i32>>,
) {
    for entry in entries {
        let JobSkill { job, skill, weight } = entry.record;
        let skill = skill.as_skill();
        if let Some(card) = jobs.get_mut(&job).filter(|_| shows(job, entry.valid_to, ends)) {
            card.skills.push((skill, weight));
            if weight == Weight::Core {
                card.core.push(skill);
            }
        }
        if let Some(card) = skills.get_mut(&skill).filter(|_| entry.is_active()) {
            card.jobs.push((job, weight));
        }
    }
}

fn hang_contexts(
    jobs: &mut BTreeMap<RomeCode, JobCard>,
    entries: &[Entry<JobContext>],
    ends: &HashMap<RomeCode, Option<i32>>,
) {
    for entry in entries {
        let JobContext { job, context } = entry.record;
        if let Some(card) = jobs.get_mut(&job).filter(|_| shows(job, entry.valid_to, ends)) {
            card.contexts.push(context);
        }
    }
}

fn hang_mobilities(
    jobs: &mut BTreeMap<RomeCode, JobCard>,
    mut entries: Vec<Entry<Mobility>>,
    ends: &HashMap<RomeCode, Option<i32>>,
) {
    entries.sort_by_key(|entry| (entry.record.job, entry.record.rank));
    for entry in entries {
        let Mobility { job, target, .. } = entry.record;
        if let Some(card) = jobs.get_mut(&job).filter(|_| shows(job, entry.valid_to, ends)) {
            card.close_jobs.push(target);
        }
    }
}

/// What autocomplete knows: retired entries too, since people may still hold them.
fn entries(jobs: &BTreeMap<RomeCode, JobCard>, skills: &HashMap<SkillCode, SkillCard>) -> CatalogEntries {
    let appellation = |a: &Appellation| CatalogAppellation { code: a.code.get(), label: a.label.clone() };
    let job = |card: &JobCard| CatalogJob {
        code: card.job.code,
        label: card.job.label.clone(),
        appellations: card.appellations.iter().map(appellation).collect(),
        family: card.job.parent,
        skills: core_first(card),
        core: card.core.len(),
        definition: card.job.definition.clone(),
        access: card.job.access.clone(),
        neighbours: card.close_jobs.clone(),
        is_active: card.is_active,
    };
    let skill = |(code, card): (&SkillCode, &SkillCard)| CatalogSkill {
        code: *code,
        label: card.skill.label.clone(),
        is_active: card.is_active,
    };
    CatalogEntries { jobs: jobs.values().map(job).collect(), skills: skills.iter().map(skill).collect() }
}

fn core_first(card: &JobCard) -> Vec<SkillCode> {
    let others = card.skills.iter().filter(|(_, weight)| *weight != Weight::Core).map(|(code, _)| *code);
    card.core.iter().copied().chain(others).collect()
}
