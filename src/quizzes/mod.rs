//! Quizzes and assignments: the bank of questions in versions, quizzes in frozen revisions, and what sessions take of them.
//!
//! One engine for whoever owns a bank: organisations have theirs taken in sessions, companies by those they invite. What is behind the
//! doors of HTTP knows an owner, a place and a taker, not what kind of house asks.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use jobs::{CloseQuizzes, PurgeQuestionImports, PurgeQuizAttempts, RemindQuizzes, erase_attempts};
pub use model::forbidden::{ForbiddenTopic, forbidden_topics};
pub use model::invitation::InvitationState as QuizInvitationState;
pub use store::privacy::{erase_person, personal_data};
pub use store::reachable::{Reachable, ReachablePeople};
pub use store::sending::{
    NewQuizInvitation, SendableQuiz, find_sendable_quiz, invite_to_quiz, keep_quiz_answers,
    quiz_invitation_states, release_quiz_answers, withdraw_quiz_invitations,
};
pub use store::taking::proposals::{AttemptCard, ProposedLevel, attempt_card, proposed_levels};
pub use store::taking::skills::{InvitedResult, SkillResult, invited_result};

use crate::platform::http::{Operations, routes};

/// The operations on questions and quizzes.
pub fn routes() -> Operations {
    use handlers::{
        attachments, exports, imports, question_moves, question_versions, questions, quiz_moves, quizzes,
        revisions,
    };
    let files =
        Operations::new().routes(routes!(imports::create_question_import)).with_body_limit(imports::LARGEST);
    Operations::new()
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
        .merge(company())
        .merge(candidates())
        .merge(invited())
}

/// The operations of those who take quizzes, and of those who grade them.
fn taking() -> Operations {
    use handlers::taking::{
        adjustments, copies, corrections, export, grading, mine, publishing, reading, results, saving,
        starting, statistics,
    };
    Operations::new()
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

/// The operations of companies on their bank and their quizzes.
fn company() -> Operations {
    use handlers::company::{files, questions, quizzes};
    let sent = Operations::new()
        .routes(routes!(files::create_company_question_import))
        .with_body_limit(handlers::imports::LARGEST);
    Operations::new()
        .routes(routes!(questions::list_company_questions, questions::create_company_question))
        .routes(routes!(questions::get_company_question, questions::update_company_question))
        .routes(routes!(questions::archive_company_question))
        .routes(routes!(questions::restore_company_question))
        .routes(routes!(questions::list_company_question_tags))
        .routes(routes!(questions::list_company_question_versions))
        .routes(routes!(questions::get_company_question_version))
        .routes(routes!(questions::get_company_question_image))
        .merge(sent)
        .routes(routes!(files::confirm_company_question_import))
        .routes(routes!(files::export_company_questions))
        .routes(routes!(quizzes::list_company_quizzes, quizzes::create_company_quiz))
        .routes(routes!(
            quizzes::get_company_quiz,
            quizzes::update_company_quiz,
            quizzes::delete_company_quiz
        ))
        .routes(routes!(quizzes::publish_company_quiz))
        .routes(routes!(quizzes::archive_company_quiz))
        .routes(routes!(quizzes::restore_company_quiz))
        .routes(routes!(quizzes::duplicate_company_quiz))
        .routes(routes!(quizzes::discard_company_quiz_draft))
        .routes(routes!(quizzes::list_company_quiz_revisions))
        .routes(routes!(quizzes::get_company_quiz_revision))
}

/// The operations of companies on those they invite.
fn candidates() -> Operations {
    use handlers::company::{candidates, copies, corrections, export, inviting, publishing, results};
    Operations::new()
        .routes(routes!(inviting::list_quiz_invitations, inviting::create_quiz_invitations))
        .routes(routes!(inviting::take_back_quiz_invitation))
        .routes(routes!(results::get_company_quiz_results))
        .routes(routes!(results::get_company_quiz_statistics))
        .routes(routes!(candidates::get_quiz_candidate))
        .routes(routes!(candidates::compare_quiz_candidates))
        .routes(routes!(export::export_company_quiz_results))
        .routes(routes!(copies::list_company_quiz_copies))
        .routes(routes!(copies::get_company_quiz_copy_file))
        .routes(routes!(copies::grade_company_quiz_answer))
        .routes(routes!(publishing::publish_company_quiz_results))
        .routes(routes!(corrections::preview_company_quiz_correction))
        .routes(routes!(
            corrections::list_company_quiz_corrections,
            corrections::apply_company_quiz_correction
        ))
}

/// The operations of those whom companies invite.
fn invited() -> Operations {
    use handlers::invited::{answering, mine, starting};
    Operations::new()
        .routes(routes!(mine::list_my_quiz_invitations))
        .routes(routes!(mine::get_my_quiz_invitation))
        .routes(routes!(mine::adjust_quiz_invitation))
        .routes(routes!(mine::withdraw_quiz_invitation))
        .routes(routes!(starting::start_quiz_invitation, answering::get_quiz_invitation_attempt))
        .routes(routes!(answering::save_quiz_invitation_answers))
        .routes(routes!(answering::submit_quiz_invitation))
        .routes(routes!(answering::count_quiz_signals))
        .routes(routes!(answering::export_quiz_invitation))
        .routes(routes!(answering::get_quiz_invitation_file))
}
