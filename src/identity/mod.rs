//! Accounts: how a person registers, signs in on each device, and stays the only one who can.

mod handlers;
mod model;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use model::{Email, PersonName};
pub use store::people::email_of;
pub use store::sessions::{NewSession, open_session};

use crate::platform::state::AppState;

/// The operations on accounts and sessions.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{me, sessions};
    OpenApiRouter::new()
        .routes(routes!(sessions::login))
        .routes(routes!(sessions::refresh_session))
        .routes(routes!(sessions::logout))
        .routes(routes!(sessions::logout_everywhere))
        .routes(routes!(me::get_me))
}
