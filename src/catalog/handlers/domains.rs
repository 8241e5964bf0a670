//! The tree of letters, domains and jobs.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use super::jobs::Labelled;
use crate::catalog::model::DomainCode;
use crate::catalog::snapshot::{Catalog, CatalogSnapshot};
use crate::platform::http::problem::Problems;
use crate::platform::http::{self, Error, Page, Path};
use crate::platform::state::AppState;

/// A letter with its domains.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrandDomainTree {
    /// The letter.
    code: String,
    /// Its name.
    label: String,
    /// Its professional domains.
    domains: Vec<DomainLeaf>,
}

/// A professional domain.
#[derive(Debug, Serialize, ToSchema)]
pub struct DomainLeaf {
    /// Letter and two digits.
    code: String,
    /// Its name.
    label: String,
    /// How many active jobs it has.
    jobs: u32,
}

/// Lists the letters and their professional domains.
#[utoipa::path(
    get, path = "/catalog/domains", operation_id = "list_domains", tag = "catalog", security(()),
    responses((status = 200, body = Vec<GrandDomainTree>), Problems)
)]
pub async fn list_domains(State(state): State<AppState>, headers: HeaderMap) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    Ok(cached(&headers, &catalog, || tree(&catalog)))
}

/// Lists the active jobs of a professional domain, by code.
#[utoipa::path(
    get, path = "/catalog/domains/{code}/jobs", operation_id = "list_domain_jobs", tag = "catalog", security(()),
    params(("code" = String, Path, description = "Domain code, e.g. M18")),
    responses((status = 200, body = Page<Labelled>), Problems)
)]
pub async fn list_domain_jobs(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> http::Result<Response> {
    let catalog = state.part::<Catalog>().snapshot();
    let is_known = |code: &DomainCode| catalog.domains().iter().any(|domain| domain.code == *code);
    let domain = DomainCode::parse(&code).filter(is_known).ok_or_else(Error::not_found)?;
    Ok(cached(&headers, &catalog, || Page::whole(jobs_of(&catalog, domain))))
}

fn jobs_of(catalog: &CatalogSnapshot, domain: DomainCode) -> Vec<Labelled> {
    let active = catalog.jobs().filter(|card| card.is_active && DomainCode::of(card.job.code) == domain);
    active.map(|card| Labelled::job(catalog, card.job.code)).collect()
}

fn tree(catalog: &CatalogSnapshot) -> Vec<GrandDomainTree> {
    let mut jobs: HashMap<DomainCode, u32> = HashMap::new();
    for card in catalog.jobs().filter(|card| card.is_active) {
        *jobs.entry(DomainCode::of(card.job.code)).or_default() += 1;
    }
    let leaf = |domain: &crate::catalog::model::Domain| DomainLeaf {
        code: domain.code.to_string(),
        label: domain.label.clone(),
        jobs: jobs.get(&domain.code).copied().unwrap_or_default(),
    };
    let branch = |letter: &crate::catalog::model::GrandDomain| GrandDomainTree {
        code: letter.code.to_string(),
        label: letter.label.clone(),
        domains: catalog
            .domains()
            .iter()
            .filter(|domain| domain.code.letter() == letter.code)
            .map(leaf)
            .collect(),
    };
    catalog.grand_domains().iter().map(branch).collect()
}
