//! The texts people agree to, for whoever wants to read them: in force, or older and still referred to by receipts.

use serde::Serialize;
use utoipa::ToSchema;

use crate::platform::http::{Error, Json, Page, Path, Problems, Result};
use crate::sharing::model::{Notice, Topic};

/// A version of a text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PolicySummary)]
pub struct PolicyLine {
    /// Its version: what consents and receipts name.
    version: &'static str,
    /// What it is about.
    topic: Topic,
    /// Whether it is the one people agree to today.
    is_in_force: bool,
    /// SHA-256 of the text in UTF-8, in hexadecimal: what receipts hold.
    sha256: String,
}

/// A version of a text, and the text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Policy)]
pub struct PolicyView {
    /// Its version: what consents and receipts name.
    version: &'static str,
    /// What it is about.
    topic: Topic,
    /// Whether it is the one people agree to today.
    is_in_force: bool,
    /// SHA-256 of the text in UTF-8, in hexadecimal: what receipts hold.
    sha256: String,
    /// The text, in French, byte for byte.
    text: &'static str,
}

/// Lists every version of every text people agreed to; of each topic, the one in force first.
#[utoipa::path(get, path = "/policies", tag = "sharing", security(()),
    responses((status = 200, body = Page<PolicyLine>), Problems))]
pub async fn list_policies() -> Json<Page<PolicyLine>> {
    let line = |notice: &Notice| PolicyLine {
        version: notice.version,
        topic: notice.topic,
        is_in_force: notice.is_in_force(),
        sha256: notice.sha256(),
    };
    Json(Page::whole(Notice::all().iter().map(line).collect()))
}

/// Shows a text as it was read, in force or not.
#[utoipa::path(get, path = "/policies/{version}", tag = "sharing", security(()),
    params(("version" = String, Path)), responses((status = 200, body = PolicyView), Problems))]
pub async fn get_policy(Path(version): Path<String>) -> Result<Json<PolicyView>> {
    let notice = Notice::find(&version).ok_or_else(Error::not_found)?;
    Ok(Json(PolicyView {
        version: notice.version,
        topic: notice.topic,
        is_in_force: notice.is_in_force(),
        sha256: notice.sha256(),
        text: notice.text,
    }))
}
