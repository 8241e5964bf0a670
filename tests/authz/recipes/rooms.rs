//! Recipes of rooms.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_rooms", "/rooms", ""),
    recipe("get_room", "/rooms/$my_room", ""),
    recipe("list_room_members", "/rooms/$my_room/members", ""),
    recipe("update_room_preferences", "/rooms/$my_room/preferences", r#"{"level":"all","is_muted":false}"#),
    recipe("update_room_settings", "/rooms/$moderated_room/settings", r#"{"writing":"staff"}"#),
    recipe("readmit_room_member", "/rooms/$moderated_room/expulsions/$room_expelled", ""),
    recipe("close_room", "/rooms/$my_private_room/close", ""),
    recipe("erase_room", "/rooms/$my_private_room", ""),
    recipe("export_room", "/rooms/$my_private_room/export", ""),
    recipe("list_room_receipts", "/me/room-receipts", ""),
    recipe("get_room_receipt", "/me/room-receipts/$room_receipt", ""),
    recipe("list_messages", "/rooms/$my_room/messages?limit=2", ""),
    recipe(
        "send_message",
        "/rooms/$my_room/messages",
        r#"{"client_id":"$room_client","text":"Bonjour","reply_to":"$room_message","mentions":["$room_trainer"]}"#,
    ),
    recipe("list_room_changes", "/rooms/$my_room/changes?after=0", ""),
    recipe("set_read_position", "/rooms/$my_room/read-position", r#"{"position":0}"#),
    recipe("get_message_file", "/rooms/$my_room/messages/$room_message/files/$room_file", ""),
    recipe("update_message", "/rooms/$my_room/messages/$my_message", r#"{"text":"Bonsoir"}"#),
    recipe("delete_message", "/rooms/$my_room/messages/$my_message", ""),
    recipe("list_waiting_messages", "/rooms/$my_room/waiting-messages", ""),
    recipe("approve_message", "/rooms/$moderated_room/messages/$room_waiting/approval", ""),
    recipe(
        "refuse_message",
        "/rooms/$moderated_room/messages/$room_waiting/refusal",
        r#"{"reason":"Hors sujet"}"#,
    ),
    recipe(
        "remove_message",
        "/rooms/$moderated_room/messages/$room_message/removal",
        r#"{"reason":"Hors sujet"}"#,
    ),
    recipe("list_message_history", "/rooms/$moderated_room/messages/$room_message/history", ""),
    recipe(
        "report_message",
        "/rooms/$my_room/messages/$room_message/reports",
        r#"{"reason":"spam","comment":"Encore"}"#,
    ),
    recipe("list_room_reports", "/room-reports?open=true", ""),
    recipe("get_room_report", "/room-reports/$room_report", ""),
    recipe("hide_reported_message", "/room-reports/$room_report/hidden", r#"{"hidden":true}"#),
    recipe(
        "decide_room_report",
        "/room-reports/$room_report/decision",
        r#"{"decision":"silenced","note":"Courtoisie"}"#,
    ),
    recipe("get_reported_file", "/room-reports/$room_report/files/$room_file", ""),
    recipe("search_messages", "/message-search?q=bonjour", ""),
    recipe("list_blocked_people", "/me/blocked-people", ""),
    recipe("block_person", "/me/blocked-people/$met_profile", ""),
    recipe("unblock_person", "/me/blocked-people/$blocked_profile", ""),
];
