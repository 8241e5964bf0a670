//! Recipes of attendance.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_sheets", "/organisations/$org/sessions/$class/attendance", ""),
    recipe("get_attendance", "/organisations/$org/sessions/$class/slots/$class_slot/attendance", ""),
    recipe(
        "list_marks",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/marks?enrolment_id=$class_enrolment",
        "",
    ),
    recipe(
        "save_marks",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/marks",
        r#"{"rows":[{"enrolment_id":"$class_enrolment","part":"am","status":"present","seen_number":0}]}"#,
    ),
    recipe(
        "sign_sheet",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/signature",
        r#"{"part":"am","drawing":[[[1,1],[2,2],[3,3],[4,4],[5,5],[6,6],[7,7],[8,8]]]}"#,
    ),
    recipe(
        "collect_signature",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/collected-signatures",
        r#"{"enrolment_id":"$class_enrolment","part":"am","drawing":[[[1,1],[2,2],[3,3],[4,4],[5,5],[6,6],[7,7],[8,8]]]}"#,
    ),
    recipe(
        "reopen_signing",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/reopening",
        r#"{"minutes":30,"reason":"Panne"}"#,
    ),
    recipe(
        "send_signature_links",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/links",
        "{}",
    ),
    recipe("get_signature_link", "/attendance-links/$class_link", ""),
    recipe(
        "sign_by_link",
        "/attendance-links/$class_link/signature",
        r#"{"part":"am","drawing":[[[1,1],[2,2],[3,3],[4,4],[5,5],[6,6],[7,7],[8,8]]]}"#,
    ),
    recipe(
        "set_taught_content",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/taught",
        r#"{"text":"Soudage"}"#,
    ),
    recipe(
        "attach_paper_sheet",
        "/organisations/$org/sessions/$class/slots/$class_slot/attendance/paper",
        r#"{"file_id":null}"#,
    ),
    recipe(
        "get_attendance_file",
        "/organisations/$org/sessions/$class_filed/attendance-files/$class_part",
        "",
    ),
    recipe("get_attendance_qr", "/organisations/$org/sessions/$class/slots/$class_slot/qr", ""),
    recipe("scan_attendance_qr", "/me/attendance/qr", r#"{"slot_id":"$my_qr_slot","code":"$class_part"}"#),
    recipe(
        "close_sheet",
        "/organisations/$org/sessions/$class_complete/slots/$class_slot/attendance/close",
        "",
    ),
    recipe(
        "rectify_mark",
        "/organisations/$org/sessions/$class_closed/slots/$class_slot/attendance/rectifications",
        r#"{"enrolment_id":"$class_enrolment","part":"am","seen_number":1,"mark":{"status":"absent"},"reason":"Erreur"}"#,
    ),
    recipe(
        "contest_mark",
        "/me/attendance/slots/$my_closed_slot/contests",
        r#"{"part":"am","text":"Ce n’est pas exact."}"#,
    ),
    recipe("list_contests", "/organisations/$org/sessions/$class_contested/contests", ""),
    recipe(
        "decide_contest",
        "/organisations/$org/sessions/$class_contested/slots/$class_slot/attendance/contests/$class_part/decision",
        r#"{"decision":"rejected","reason":"Exacte"}"#,
    ),
    recipe("list_my_attendance", "/me/attendance", ""),
    recipe("get_my_attendance", "/me/attendance/slots/$my_slot", ""),
    recipe(
        "sign_my_attendance",
        "/me/attendance/slots/$my_slot/signature",
        r#"{"part":"am","drawing":[[[1,1],[2,2],[3,3],[4,4],[5,5],[6,6],[7,7],[8,8]]]}"#,
    ),
    recipe("get_my_attendance_file", "/me/attendance/files/$my_class_file", ""),
    recipe("get_attendance_settings", "/organisations/$org/attendance-settings", ""),
    recipe(
        "update_attendance_settings",
        "/organisations/$class_org/attendance-settings",
        r#"{"thresholds":[],"recipients":[]}"#,
    ),
    recipe("get_session_attendance_settings", "/organisations/$org/sessions/$class/attendance-settings", ""),
    recipe(
        "update_session_attendance_settings",
        "/organisations/$org/sessions/$class/attendance-settings",
        r#"{"thresholds":null,"asks_entry_exit":true,"legal_hold":null}"#,
    ),
    recipe("get_attendance_totals", "/organisations/$org/sessions/$class/attendance-totals", ""),
    recipe("list_attendance_anomalies", "/organisations/$org/sessions/$class/attendance-anomalies", ""),
    recipe("get_edof_assistant", "/organisations/$org/sessions/$class/edof", ""),
    recipe("list_attendance_proofs", "/organisations/$org/sessions/$class/attendance-proofs", ""),
    recipe(
        "create_attendance_proof",
        "/organisations/$org/sessions/$class/attendance-proofs",
        r#"{"enrolment_id":"$class_enrolment","kind":"quiz","happened_at":"2026-03-03T07:00:00Z","description":"Quiz 1"}"#,
    ),
    recipe(
        "withdraw_attendance_proof",
        "/organisations/$org/sessions/$class_proven/attendance-proofs/$class_part/withdraw",
        r#"{"reason":"Erreur"}"#,
    ),
    recipe(
        "export_attendance",
        "/organisations/$org/sessions/$class/attendance-export?scope=session&format=csv",
        "",
    ),
    recipe("get_blank_sheet", "/organisations/$org/sessions/$class/slots/$class_slot/blank-sheet", ""),
    recipe("export_my_attendance", "/me/attendance/sessions/$my_class/export?format=json", ""),
    recipe(
        "get_convocation",
        "/organisations/$org/sessions/$class/enrolments/$class_enrolment/convocation",
        "",
    ),
    recipe("get_my_convocation", "/me/sessions/$my_class/convocation", ""),
    recipe("list_certificates", "/organisations/$org/sessions/$class_certified/certificates", ""),
    recipe(
        "issue_certificates",
        "/organisations/$org/sessions/$class_over/certificates",
        r#"{"kind":"completion","signatory":{"name":"Marc","capacity":"directeur"}}"#,
    ),
    recipe(
        "get_certificate",
        "/organisations/$org/sessions/$class_certified/certificates/$class_part?format=json",
        "",
    ),
    recipe(
        "replace_certificate",
        "/organisations/$org/sessions/$class_certified/certificates/$class_part/replacement",
        r#"{"reason":"Erreur","signatory":{"name":"Marc","capacity":"directeur"}}"#,
    ),
    recipe("list_my_certificates", "/me/certificates", ""),
    recipe("get_my_certificate", "/me/certificates/$my_certificate?format=json", ""),
    recipe("check_document", "/documents/$document_code", ""),
    recipe("list_verification_keys", "/verification-keys", ""),
];
