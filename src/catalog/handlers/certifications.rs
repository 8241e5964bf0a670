//! Certifications (RNCP and RS): of a job, and by number.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use carnet_index::RomeCode;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use crate::catalog::model::certification::{Certification, CertificationNumber};
use crate::catalog::snapshot::{Catalog, CatalogSnapshot, JobCard};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Code, Error, Path};
use crate::platform::state::AppState;

/// Certifications shown with a job; `total` tells how many there are.
const SHOWN: usize = 40;

/// The certifications that lead to a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificationsOfJob {
    /// The day of France compétences' export; null where the table was not loaded.
    published_on: Option<NaiveDate>,
    /// How many there are.
    total: usize,
    /// The first of them: active ones first, then those that name the job itself.
    items: Vec<CertificationOfJob>,
}

/// A certification that leads to a job.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificationOfJob {
    /// Its number.
    number: String,
    /// Its title.
    title: String,
    /// Its level in the European framework, 1 to 8, where the publisher gives one.
    level: Option<i16>,
    /// Whether the publisher calls it active.
    active: bool,
    /// The last day of its registration, where it has one.
    ends_on: Option<NaiveDate>,
    /// Whether it names the job's family, as ROME 3 knew it, and not the job itself.
    family: bool,
    /// Its public page.
    url: String,
}

/// A certification.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificationSheet {
    /// Its number.
    number: String,
    /// Its title.
    title: String,
    /// Its level in the European framework, 1 to 8, where the publisher gives one.
    level: Option<i16>,
    /// Whether the publisher calls it active.
    active: bool,
    /// The last day of its registration, where it has one.
    ends_on: Option<NaiveDate>,
    /// The jobs it leads to, by code.
    jobs: Vec<JobOfCertification>,
    /// Its public page.
    url: String,
    /// The day of France compétences' export.
    published_on: NaiveDate,
}

/// A job that a certification leads to.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobOfCertification {
    /// The code, as published.
    code: String,
    /// Its name today; null where the catalogue has no such job.
    label: Option<String>,
    /// Whether the code also stands for a family: the older, wider job that others derive from.
    family: bool,
}

/// The certifications that lead to a job, cut to what a sheet shows.
pub fn of_job(catalog: &CatalogSnapshot, card: &JobCard) -> CertificationsOfJob {
    let cards = catalog.certifications();
    let found = cards.of_job(card.job.code, card.job.parent);
    CertificationsOfJob {
        published_on: cards.published_on(),
        total: found.len(),
        items: found.into_iter().take(SHOWN).map(|(one, family)| line(one, family)).collect(),
    }
}

fn line(certification: &Certification, family: bool) -> CertificationOfJob {
    CertificationOfJob {
        number: certification.number.to_string(),
        title: certification.title.clone(),
        level: certification.level,
        active: certification.is_active,
        ends_on: certification.ends_on,
        family,
        url: certification.number.page(),
    }
}

/// Gives a certification by its number, active or not.
#[utoipa::path(
    get, path = "/catalog/certifications/{number}", operation_id = "get_certification", tag = "catalog",
    security(()), params(("number" = String, Path, description = "RNCP or RS and digits, e.g. RNCP35584")),
    responses((status = 200, body = CertificationSheet), Problems)
)]
pub async fn get_certification(
    State(state): State<AppState>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    let cards = catalog.certifications();
    let published_on = cards.published_on().ok_or(Code::CertificationsNotLoaded)?;
    let number = CertificationNumber::parse(&number).ok_or_else(Error::not_found)?;
    let certification = cards.get(&number).ok_or_else(Error::not_found)?;
    Ok(cached(&headers, &catalog, || sheet(&catalog, certification, published_on)))
}

fn sheet(
    catalog: &CatalogSnapshot,
    certification: &Certification,
    published_on: NaiveDate,
) -> CertificationSheet {
    CertificationSheet {
        number: certification.number.to_string(),
        title: certification.title.clone(),
        level: certification.level,
        active: certification.is_active,
        ends_on: certification.ends_on,
        jobs: certification.jobs.iter().map(|code| job(catalog, *code)).collect(),
        url: certification.number.page(),
        published_on,
    }
}

fn job(catalog: &CatalogSnapshot, code: RomeCode) -> JobOfCertification {
    let is_other_of_family = |card: &JobCard| card.job.parent == code && card.job.code != code;
    JobOfCertification {
        code: code.to_string(),
        label: catalog.job_label(code).map(str::to_owned),
        family: catalog.jobs().any(is_other_of_family),
    }
}
