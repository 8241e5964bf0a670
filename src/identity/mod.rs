//! Accounts: how a person registers, signs in on each device, and stays the only one who can.

mod handlers;
mod jobs;
mod mails;
mod model;
mod store;

pub use handlers::actor::{Signed, whose};
pub use handlers::passwords::confirm as confirm_password;
pub use handlers::reauthentication::{Reauthentication, reauthenticate};
pub use jobs::{PurgeSpentTokens, PurgeUnconfirmedAccounts};
pub use model::{Email, PersonName};
pub use store::life::{
    Identity, Leaving, PlannedErasure, Told, another_runs_the_platform, due as due_erasures, erase_person,
    identity as identity_of, lock_leaving, lock_planned as lock_planned_erasure, note_told, personal_data,
    planned as planned_erasure, runs_the_platform, set_planned as plan_erasure, unused as unused_accounts,
    with_digests as accounts_with_digests,
};
pub use store::people::email_of;
pub use store::sessions::{NewSession, living as living_sessions, open_session};

use crate::platform::http::{Operations, routes};

/// The operations on accounts and sessions.
pub fn routes() -> Operations {
    use handlers::{me, passwords, registration, sessions, totp};
    Operations::new()
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
