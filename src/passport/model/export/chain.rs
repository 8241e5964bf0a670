//! The person's chain, as it is exported: every fact by its hash, and what it says where it was chosen.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::platform::seal::Seal;

/// The chain of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// Its id; every seal is over it.
    pub id: Uuid,
    /// Its links, from the first to the last of the day of issue. None is ever left out.
    pub links: Vec<ChainLink>,
}

/// One link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainLink {
    /// Its place, from 1.
    pub number: i32,
    /// What kind of fact: `validated`, `superseded`, `revoked`, `experience_judged`, `proof_removed`…
    pub kind: String,
    /// When, to the second.
    pub at: String,
    /// SHA-256 of the link before it; null for the first.
    pub previous: Option<String>,
    /// SHA-256 of the canonical text of what it says.
    pub content_sha256: String,
    /// The platform's seal on the canonical text of `{at, chain, content_sha256, kind, number, previous}`.
    pub seal: Seal,
    /// What it says; absent where it was not chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Value>,
}
