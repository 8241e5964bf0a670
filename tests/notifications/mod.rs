//! What people are told: inside the app, on their open pages, by mail.

mod count_notifications;
mod follow_live;
mod get_notification_settings;
mod list_notifications;
mod mail_notices;
mod many_hints;
mod personal_data;
mod purge_notices;
mod read_notification;
mod read_notifications;
mod rights_over;
mod rooms;
mod sessions_over;
mod stopping;
mod telling;
mod two_servers;
mod update_notification_settings;
