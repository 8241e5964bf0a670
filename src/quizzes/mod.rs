//! Quizzes and assignments: the bank of questions in versions, quizzes in frozen revisions, and what sessions take of them.
//!
//! One engine for whoever owns a bank: an organisation today. An owner is one column of a pair in the tables.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use jobs::{CloseQuizzes, PurgeQuestionImports, PurgeQuizAttempts, RemindQuizzes, erase_attempts};
pub use store::taking::proposals::{AttemptCard, ProposedLevel, attempt_card, proposed_levels};

use crate::platform::state::AppState;

/// The operations on questions and quizzes.
pub fn routes() -> OpenApiRouter<AppState> {
    use handlers::{
        attachments, exports, imports, question_moves, question_versions, questions, quiz_moves, quizzes,
        revisions,
    };
    let files = OpenApiRouter::new()
        .routes(routes!(imports::create_question_import))
        .layer(DefaultBodyLimit::max(imports::LARGEST));
    OpenApiRouter::new()
        .routes(routes!(questions::list_questions, questions::create_question))
        .routes(routes!(questions::get_question, questions::update_question))
        .routes(routes!(question_moves::archive_question))
        .routes(routes!(question_moves::restore_question))
        .routes(routes!(question_moves::list_question_tags))
        .routes(routes!(question_versions::list_question_versions))
        .routes(routes!(question_versions::get_question_version))
        .routes(routes!(question_versions::get_question_image))
        .merge(files)
        .routes(routes!(imports::confirm_question_import))
        .routes(routes!(exports::export_questions))
        .routes(routes!(quizzes::list_quizzes, quizzes::create_quiz))
        .routes(routes!(quizzes::get_quiz, quizzes::update_quiz, quiz_moves::delete_quiz))
        .routes(routes!(quiz_moves::publish_quiz))
        .routes(routes!(quiz_moves::archive_quiz))
        .routes(routes!(quiz_moves::restore_quiz))
        .routes(routes!(quiz_moves::duplicate_quiz))
        .routes(routes!(quiz_moves::discard_quiz_draft))
        .routes(routes!(revisions::list_quiz_revisions))
        .routes(routes!(revisions::get_quiz_revision))
        .routes(routes!(attachments::get_quiz_attachment, attachments::attach_quiz, attachments::detach_quiz))
        .routes(routes!(attachments::update_quiz_rules))
        .merge(taking())
}

/// The operations of those who take quizzes, and of those who grade them.
fn taking() -> OpenApiRouter<AppState> {
    use handlers::taking::{
        adjustments, copies, corrections, export, grading, mine, publishing, reading, results, saving,
        starting, statistics,
    };
    OpenApiRouter::new()
        .routes(routes!(mine::list_my_quizzes))
        .routes(routes!(mine::get_my_quiz))
        .routes(routes!(mine::request_quiz_adjustment))
        .routes(routes!(starting::start_quiz_attempt))
        .routes(routes!(starting::withdraw_from_quiz))
        .routes(routes!(reading::get_my_quiz_attempt))
        .routes(routes!(reading::export_my_quiz_attempt))
        .routes(routes!(reading::get_my_quiz_file))
        .routes(routes!(saving::save_quiz_answers))
        .routes(routes!(saving::submit_quiz_attempt))
        .routes(routes!(results::get_quiz_results))
        .routes(routes!(results::get_quiz_attempt))
        .routes(routes!(statistics::get_quiz_statistics))
        .routes(routes!(export::export_quiz_results))
        .routes(routes!(copies::list_quiz_copies))
        .routes(routes!(copies::get_quiz_copy_file))
        .routes(routes!(grading::grade_quiz_answer))
        .routes(routes!(publishing::publish_quiz_results))
        .routes(routes!(adjustments::list_quiz_adjustments))
        .routes(routes!(adjustments::set_quiz_adjustment))
        .routes(routes!(corrections::preview_quiz_correction))
        .routes(routes!(corrections::list_quiz_corrections, corrections::apply_quiz_correction))
}
