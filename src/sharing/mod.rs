//! What a person lets recruiters see: the visibility switch, the consent history, the companies they hide from.
//!
//! Nothing is visible by default. A withdrawal is in force before it is answered.

mod handlers;
mod model;
mod store;

use sqlx::ConnectOptions;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::platform::state::AppState;

pub use model::{ConsentFault, ConsentKind, ConsentReport, Flaw, Notice};
pub use store::{BlockList, Recheck, block_list, is_seen_by, is_visible, recheck};

/// The operations of this slice.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(handlers::get_visibility, handlers::set_visibility))
        .routes(routes!(handlers::list_consents))
        .routes(routes!(handlers::list_blocked_companies))
        .routes(routes!(handlers::block_company, handlers::unblock_company))
}

/// Computes every person's chain of consents again and compares it with what is kept; faults are no error.
pub async fn verify_consents(state: &AppState) -> sqlx::Result<ConsentReport> {
    // A connection of its own: reading a million histories takes longer than a request may.
    let mut connection = state.pool.connect_options().connect().await?;
    store::verify_consents(&mut connection).await
}
