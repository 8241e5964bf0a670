//! HTTP of questions and quizzes.

pub mod attachments;
pub mod exports;
pub mod imports;
pub mod question_moves;
pub mod question_versions;
pub mod questions;
pub mod quiz_moves;
pub mod quiz_views;
pub mod quizzes;
pub mod revisions;
pub mod taking;

use carnet_index::text;

use crate::actor::Actor;
use crate::ids::OrganisationId;
use crate::orgs::membership;
use crate::platform::db::Tx;
use crate::platform::http::{Error, Result, texts};
use crate::platform::state::AppState;
use crate::quizzes::policy;

/// Begins a write in the name of an organisation, for somebody who may write there.
async fn begin(state: &AppState, actor: Actor, organisation: OrganisationId) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    policy::may_write(membership(&mut *tx, organisation, actor.person).await?)?;
    Ok(tx)
}

/// Begins to read, in one state from beginning to end, for somebody who may.
async fn begin_reading(state: &AppState, actor: Actor, organisation: OrganisationId) -> Result<Tx<'static>> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    policy::may_read(membership(&mut *tx, organisation, actor.person).await?)?;
    Ok(tx)
}

/// Words without case, accents and signs: what lists are searched by.
fn folded(words: &str) -> String {
    text::words(words).join(" ")
}

/// What a list is searched by, folded; 200 characters at most are typed.
fn searched(typed: Option<&str>) -> Result<Option<String>> {
    let typed = typed.map(|typed| texts::line("/q", typed, 0..=200)).transpose();
    Ok(typed.map_err(|fault| Error::Invalid(vec![fault]))?.map(|typed| folded(&typed)))
}
