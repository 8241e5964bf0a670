//! Recipes of questions and quizzes.

use super::{Recipe, recipe};

pub const RECIPES: &[Recipe] = &[
    recipe("list_questions", "/organisations/$org/questions?archived=false", ""),
    recipe(
        "create_question",
        "/organisations/$org/questions",
        r#"{"statement":[{"type":"text","text":"Quoi ?"}],"answer":{"kind":"single","choices":[
            {"text":"Oui","is_right":true},{"text":"Non","is_right":false}]}}"#,
    ),
    recipe("get_question", "/organisations/$org/questions/$question", ""),
    recipe(
        "update_question",
        "/organisations/$org/questions/$question",
        r#"{"statement":[{"type":"text","text":"Quoi ?"}],"answer":{"kind":"short_text","accepted":[{"text":"Ceci"}],
            "ignores":{"case":true,"accents":true,"spaces":true}}}"#,
    ),
    recipe("archive_question", "/organisations/$org/questions/$question/archive", ""),
    recipe("restore_question", "/organisations/$org/questions/$archived_question/restore", ""),
    recipe("list_question_versions", "/organisations/$org/questions/$question/versions", ""),
    recipe("get_question_version", "/organisations/$org/questions/$question/versions/1", ""),
    recipe("get_question_image", "/organisations/$org/questions/$image_question/images/$question_image", ""),
    recipe("list_question_tags", "/organisations/$org/question-tags", ""),
    recipe("create_question_import", "/organisations/$org/question-imports?format=gift", ""),
    recipe(
        "confirm_question_import",
        "/organisations/$org/question-imports/$question_import/confirm",
        r#"{"skip_errors":false}"#,
    ),
    recipe("export_questions", "/organisations/$org/question-export?format=csv", ""),
    recipe("list_quizzes", "/organisations/$org/quizzes?status=draft", ""),
    recipe(
        "create_quiz",
        "/organisations/$org/quizzes",
        r#"{"kind":"quiz","title":"Quiz","settings":{"minutes":30},"sections":[{"title":"Une","items":[
            {"question_id":"$question"},{"draw":{"count":1,"tags":["calcul"]},"points":1}]}]}"#,
    ),
    recipe("get_quiz", "/organisations/$org/quizzes/$quiz", ""),
    recipe("update_quiz", "/organisations/$org/quizzes/$quiz", r#"{"kind":"quiz","title":"Autre"}"#),
    recipe("delete_quiz", "/organisations/$org/quizzes/$quiz", ""),
    recipe("publish_quiz", "/organisations/$org/quizzes/$quiz/publish", ""),
    recipe("archive_quiz", "/organisations/$org/quizzes/$published_quiz/archive", ""),
    recipe("restore_quiz", "/organisations/$org/quizzes/$archived_quiz/restore", ""),
    recipe("duplicate_quiz", "/organisations/$org/quizzes/$published_quiz/duplicate", ""),
    recipe("discard_quiz_draft", "/organisations/$org/quizzes/$edited_quiz/draft", ""),
    recipe("list_quiz_revisions", "/organisations/$org/quizzes/$quiz/revisions", ""),
    recipe("get_quiz_revision", "/organisations/$org/quizzes/$published_quiz/revisions/1", ""),
    recipe(
        "get_quiz_attachment",
        "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz/attachment",
        "",
    ),
    recipe(
        "attach_quiz",
        "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz/attachment",
        r#"{"quiz_id":"$published_quiz"}"#,
    ),
    recipe(
        "detach_quiz",
        "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz/attachment",
        "",
    ),
    recipe(
        "update_quiz_rules",
        "/organisations/$org/sessions/$shared_session/quizzes/$session_quiz/rules",
        r#"{"rules":[{"skill":"101","levels":[{"level":2,"min_percent":50}]}]}"#,
    ),
];
