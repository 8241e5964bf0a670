//! Accounts: how a person registers, signs in on each device, and stays the only one who can.

mod handlers;
mod jobs;
mod mails;
mod model;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use handlers::actor::Signed;
pub use handlers::passwords::confirm as confirm_password;
pub use jobs::{PurgeSpentTokens, PurgeUnconfirmedAccounts};
pub use model::{Email, PersonName};
pub use store::people::email_of;
pub use store::sessions::{NewSession, open_session};

use crate::platform::state::AppState;

/// The operations on accounts and sessions.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{me, passwords, registration, sessions, totp};
    OpenApiRouter::new()
        .routes(routes!(registration::register_account))
        .routes(routes!(registration::confirm_email))
        .routes(routes!(registration::resend_confirmation))
        .routes(routes!(sessions::login))
        .routes(routes!(sessions::refresh_session))
        .routes(routes!(sessions::logout))
        .routes(routes!(sessions::logout_everywhere))
        .routes(routes!(passwords::request_password_reset))
        .routes(routes!(passwords::reset_password))
        .routes(routes!(passwords::change_password))
        .routes(routes!(me::get_me, me::update_me))
        .routes(routes!(totp::start_totp))
        .routes(routes!(totp::confirm_totp))
        .routes(routes!(totp::disable_totp))
}
