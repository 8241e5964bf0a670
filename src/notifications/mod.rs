//! What people are told: the list inside the app, the stream of their open pages, and mails that say no more than that
//! something waits.
//!
//! Notices are written by the slices they come from, through `platform::live`, in the transaction of what they are about.

mod handlers;
mod jobs;
mod mails;
mod model;
mod relay;
mod store;

pub use jobs::{DeliverNotices, MailNotices, PurgeNotices};
pub use store::person::{erase_person, personal_data};

use crate::platform::http::{Operations, routes};

/// The operations on what people are told.
pub fn routes() -> Operations {
    use handlers::{live, notices, settings};
    Operations::new()
        .routes(routes!(live::follow_live))
        .routes(routes!(notices::list_notifications))
        .routes(routes!(notices::count_notifications))
        .routes(routes!(notices::read_notification))
        .routes(routes!(notices::read_notifications))
        .routes(routes!(settings::get_notification_settings, settings::update_notification_settings))
}
