//! The passport: what a person says they can do, and what organisations validated.
//!
//! What others may see of it is one rule ([`searchable`]), read by the person's own page and by the search index.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use jobs::{MarkExpired, MeasureAlignment};
pub use model::badges::{GivenKeys, KeyFault, StatusFault, StatusListBadge, read_status_list};
pub use model::chain::{ChainFault, Content, Link, LinkKind, verify_chain};
pub use model::searchable::{Proof, Searchable, searchable};
pub use model::verify::{Means, Said, Verdict, verify};
pub use store::touched::people_touched;
pub use store::visible::{HeldSkills, visible_skills};

use crate::platform::state::AppState;

/// The operations on declared skills and validations.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{skills, validations};
    OpenApiRouter::new()
        .routes(routes!(skills::list_my_skills))
        .routes(routes!(skills::declare_skill, skills::withdraw_skill))
        .routes(routes!(validations::create_validation, validations::list_validations))
        .routes(routes!(validations::revoke_validation))
}
