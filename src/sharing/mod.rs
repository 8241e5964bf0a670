//! What a person lets recruiters see: the visibility switch, the consent history, the companies they hide from.
//!
//! Nothing is visible by default. A withdrawal is in force before it is answered.

mod handlers;
mod model;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::platform::state::AppState;

pub use model::{ConsentKind, Notice};
pub use store::{BlockList, Recheck, block_list, is_seen_by, is_visible, recheck};

/// The operations of this slice.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::get_visibility, handlers::set_visibility))
        .routes(routes!(handlers::list_consents))
        .routes(routes!(handlers::list_blocked_companies))
        .routes(routes!(handlers::block_company, handlers::unblock_company))
}
