//! The person's chain, as it is exported: every fact by its hash, and what it says where it was chosen.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::passport::model::chain::Link;

/// The chain of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExportedChain)]
pub struct Chain {
    /// Its links, from the first to the last of the day of issue. None is ever left out: those that were not chosen, and those
    /// that are about nothing in particular, are there without what they say.
    #[schema(value_type = Vec<Object>)]
    pub links: Vec<Link>,
}
