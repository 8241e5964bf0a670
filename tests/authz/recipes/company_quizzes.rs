//! Recipes of companies' quizzes.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    // the bank
    recipe("list_company_questions", "/company/questions?archived=false", ""),
    recipe(
        "create_company_question",
        "/company/questions",
        r#"{"statement":[{"type":"text","text":"Quoi ?"}],"answer":{"kind":"single","choices":[
            {"text":"Oui","is_right":true},{"text":"Non","is_right":false}]}}"#,
    ),
    recipe("get_company_question", "/company/questions/$bank_question", ""),
    recipe(
        "update_company_question",
        "/company/questions/$bank_question",
        r#"{"statement":[{"type":"text","text":"Quoi ?"}],"answer":{"kind":"short_text","accepted":[{"text":"Ceci"}],
            "ignores":{"case":true,"accents":true,"spaces":true}}}"#,
    ),
    recipe("archive_company_question", "/company/questions/$bank_question/archive", ""),
    recipe("restore_company_question", "/company/questions/$bank_archived/restore", ""),
    recipe("list_company_question_tags", "/company/question-tags", ""),
    recipe("list_company_question_versions", "/company/questions/$bank_question/versions", ""),
    recipe("get_company_question_version", "/company/questions/$bank_question/versions/1", ""),
    recipe("get_company_question_image", "/company/questions/$bank_illustrated/images/$bank_image", ""),
    recipe(
        "create_company_question_import",
        "/company/question-imports?format=gift",
        r#""Le feu brûle.{T}""#,
    ),
    recipe(
        "confirm_company_question_import",
        "/company/question-imports/$bank_import/confirm",
        r#"{"skip_errors":false}"#,
    ),
    recipe("export_company_questions", "/company/question-export?format=csv", ""),
    // quizzes
    recipe("list_company_quizzes", "/company/quizzes?status=draft", ""),
    recipe(
        "create_company_quiz",
        "/company/quizzes",
        r#"{"kind":"quiz","title":"Test","settings":{"minutes":30,"integrity_signals":true},"sections":[{"title":"Une","items":[
            {"question_id":"$bank_question"},{"draw":{"count":1,"tags":["calcul"]},"points":1}]}]}"#,
    ),
    recipe("get_company_quiz", "/company/quizzes/$test_draft", ""),
    recipe("update_company_quiz", "/company/quizzes/$test_draft", r#"{"kind":"quiz","title":"Autre"}"#),
    recipe("delete_company_quiz", "/company/quizzes/$test_draft", ""),
    recipe("publish_company_quiz", "/company/quizzes/$test_draft/publish", ""),
    recipe("archive_company_quiz", "/company/quizzes/$test_published/archive", ""),
    recipe("restore_company_quiz", "/company/quizzes/$test_archived/restore", ""),
    recipe("duplicate_company_quiz", "/company/quizzes/$test_published/duplicate", ""),
    recipe("discard_company_quiz_draft", "/company/quizzes/$test_edited/draft", ""),
    recipe("list_company_quiz_revisions", "/company/quizzes/$test_published/revisions", ""),
    recipe("get_company_quiz_revision", "/company/quizzes/$test_published/revisions/1", ""),
    // those who are invited, as the company sees them
    recipe("list_quiz_invitations", "/company/quizzes/$test_open/invitations?state=invited", ""),
    recipe(
        "create_quiz_invitations",
        "/company/quizzes/$test_open/invitations",
        r#"{"profile_ids":["$test_profile"],"purpose":"Soudeur"}"#,
    ),
    recipe(
        "take_back_quiz_invitation",
        "/company/quizzes/$test_open/invitations/$test_invitation/withdrawal",
        "",
    ),
    recipe("get_company_quiz_results", "/company/quizzes/$test_graded/results", ""),
    recipe("get_company_quiz_statistics", "/company/quizzes/$test_graded/statistics", ""),
    recipe("export_company_quiz_results", "/company/quizzes/$test_graded/results-export", ""),
    recipe("get_quiz_candidate", "/company/quizzes/$test_graded/candidates/$test_candidate", ""),
    recipe(
        "compare_quiz_candidates",
        "/company/quizzes/$test_graded/comparison?invitations=$test_candidate,$test_other",
        "",
    ),
    recipe("list_company_quiz_copies", "/company/quizzes/$test_graded/copies?graded=true", ""),
    recipe(
        "get_company_quiz_copy_file",
        "/company/quizzes/$test_graded/copies/$test_copy/files/$test_file",
        "",
    ),
    recipe(
        "grade_company_quiz_answer",
        "/company/quizzes/$test_graded/copies/$test_copy/grades/$test_question",
        r#"{"criteria":[1.0,2.0],"comment":"Bien."}"#,
    ),
    recipe(
        "publish_company_quiz_results",
        "/company/quizzes/$test_graded/publication",
        r#"{"invitation_ids":null}"#,
    ),
    recipe(
        "preview_company_quiz_correction",
        "/company/quizzes/$test_graded/correction-preview",
        r#"{"question_id":"$test_corrected","number":2}"#,
    ),
    recipe("list_company_quiz_corrections", "/company/quizzes/$test_graded/corrections", ""),
    recipe(
        "apply_company_quiz_correction",
        "/company/quizzes/$test_graded/corrections",
        r#"{"question_id":"$test_corrected","number":2,"reason":"Clé fausse","seen":"$test_seen"}"#,
    ),
    // those who are invited, themselves
    recipe("list_my_quiz_invitations", "/me/quiz-invitations", ""),
    recipe("get_my_quiz_invitation", "/me/quiz-invitations/$invited", ""),
    recipe("adjust_quiz_invitation", "/me/quiz-invitations/$invited/adjustment", r#"{"extra_time":"half"}"#),
    recipe("withdraw_quiz_invitation", "/me/quiz-invitations/$invited/withdrawal", ""),
    recipe(
        "start_quiz_invitation",
        "/me/quiz-invitations/$invited/attempt",
        r#"{"notice_version":"2026-11","seen":"$invited_seen"}"#,
    ),
    recipe("get_quiz_invitation_attempt", "/me/quiz-invitations/$begun/attempt", ""),
    recipe(
        "save_quiz_invitation_answers",
        "/me/quiz-invitations/$begun/answers",
        r#"{"answers":[{"question_id":"$begun_question","sequence":1,"answer":{"kind":"long_text","text":"Voici."},"is_flagged":true}]}"#,
    ),
    recipe("submit_quiz_invitation", "/me/quiz-invitations/$begun/submission", r#"{"answers":[]}"#),
    recipe("count_quiz_signals", "/me/quiz-invitations/$begun/signals", r#"{"tab_switches":1,"pastes":0}"#),
    recipe("export_quiz_invitation", "/me/quiz-invitations/$begun/copy", ""),
    recipe("get_quiz_invitation_file", "/me/quiz-invitations/$answered/files/$answered_file", ""),
    recipe("propose_quiz_result", "/me/quiz-invitations/$scored/proposal", r#"{"skill":"101"}"#),
    recipe("list_quiz_evidence", "/me/quiz-evidence", ""),
    recipe("remove_quiz_evidence", "/me/quiz-evidence/$own_quiz_evidence", ""),
];
