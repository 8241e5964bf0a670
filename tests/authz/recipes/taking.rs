//! Recipes of taking quizzes.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_my_quizzes", "/me/quizzes", ""),
    recipe("get_my_quiz", "/me/quizzes/$my_exam", ""),
    recipe("request_quiz_adjustment", "/me/quizzes/$my_exam/adjustment-request", r#"{"extra_time":"half"}"#),
    recipe("start_quiz_attempt", "/me/quizzes/$my_exam/attempts", r#"{"notice_accepted":true}"#),
    recipe("withdraw_from_quiz", "/me/quizzes/$my_exam/withdrawal", ""),
    recipe("get_my_quiz_attempt", "/me/quiz-attempts/$my_attempt", ""),
    recipe("export_my_quiz_attempt", "/me/quiz-attempts/$my_attempt/copy", ""),
    recipe("get_my_quiz_file", "/me/quiz-attempts/$my_answered_attempt/files/$exam_file", ""),
    recipe(
        "save_quiz_answers",
        "/me/quiz-attempts/$my_attempt/answers",
        r#"{"answers":[{"question_id":"$exam_question","sequence":1,"answer":{"kind":"long_text","text":"Oui"}}]}"#,
    ),
    recipe("submit_quiz_attempt", "/me/quiz-attempts/$my_attempt/submission", r#"{"answers":[]}"#),
    recipe("get_quiz_results", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/results", ""),
    recipe(
        "get_quiz_attempt",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/attempts/$exam_attempt",
        "",
    ),
    recipe("get_quiz_statistics", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/statistics", ""),
    recipe("export_quiz_results", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/results-export", ""),
    recipe("list_quiz_copies", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/copies", ""),
    recipe(
        "get_quiz_copy_file",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/copies/$exam_copy/files/$exam_file",
        "",
    ),
    recipe(
        "grade_quiz_answer",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/copies/$exam_copy/grades/$exam_question",
        r#"{"criteria":[1,2],"comment":"Bien"}"#,
    ),
    recipe(
        "publish_quiz_results",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/publication",
        r#"{"attempt_ids":["$exam_attempt"]}"#,
    ),
    recipe("list_quiz_adjustments", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/adjustments", ""),
    recipe(
        "set_quiz_adjustment",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/adjustments/$exam_enrolment",
        r#"{"extra_time":"third"}"#,
    ),
    recipe("list_quiz_corrections", "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/corrections", ""),
    recipe(
        "preview_quiz_correction",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/correction-preview",
        r#"{"question_id":"$exam_corrected","number":2}"#,
    ),
    recipe(
        "apply_quiz_correction",
        "/organisations/$org/sessions/$exam/quizzes/$exam_quiz/corrections",
        r#"{"question_id":"$exam_corrected","number":2,"reason":"Erreur","seen":"$exam_seen"}"#,
    ),
];
