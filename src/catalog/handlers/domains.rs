//! The tree of letters and domains.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::cached::cached;
use crate::catalog::model::DomainCode;
use crate::catalog::snapshot::{Catalog, CatalogSnapshot};
use crate::platform::http;
use crate::platform::http::problem::Problems;
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
