//! Recipes of what people are told.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("follow_live", "/me/live", ""),
    recipe("list_notifications", "/me/notifications?unread=true", ""),
    recipe("count_notifications", "/me/notifications/count", ""),
    recipe("read_notification", "/me/notifications/$my_notification/read", ""),
    recipe(
        "read_notifications",
        "/me/notifications/read",
        r#"{"up_to":"$my_notification","told_at":"2026-03-03T08:00:00Z"}"#,
    ),
    recipe("get_notification_settings", "/me/notification-settings", ""),
    recipe(
        "update_notification_settings",
        "/me/notification-settings",
        r#"{"offers":{"mail":"daily","in_app":true},"shares":{"mail":"none","in_app":false},
            "rooms":{"mail":"daily","in_app":true},"quizzes":{"mail":"at_once","in_app":true},
            "recruiting":{"mail":"daily","in_app":true},"account":{"mail":"at_once","in_app":true}}"#,
    ),
];
