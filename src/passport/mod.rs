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

pub use jobs::{EraseExports, MarkExpired, MeasureAlignment, WriteExport};
pub use model::badges::{GivenKeys, KeyFault, StatusFault, StatusListBadge, read_status_list};
pub use model::chain::{ChainFault, Content, Link, LinkKind, verify_chain};
pub use model::export::{
    CheckedPassport, Claim, ExportSecret, Passport, PassportFault, PassportForm, check_bytes, check_zip,
    is_export,
};
pub use model::searchable::{Proof, Searchable, searchable};
pub use model::verify::{Means, Said, Verdict, verify};
pub use store::touched::people_touched;
pub use store::visible::{HeldSkills, visible_skills};

use crate::platform::state::AppState;

/// Routes whose body is a file: their bodies may be long, and take long to arrive.
pub const UPLOADS: [&str; 2] = ["/api/v1/me/passport/imports", "/api/v1/passport-checks/file"];

/// The operations on declared skills and validations.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{skills, validations};
    OpenApiRouter::new()
        .routes(routes!(skills::list_my_skills))
        .routes(routes!(skills::declare_skill, skills::withdraw_skill))
        .routes(routes!(validations::create_validation, validations::list_validations))
        .routes(routes!(validations::revoke_validation))
        .merge(handlers::exports::routes())
}
