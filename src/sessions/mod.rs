//! Sessions: a revision of a training given to a group of people; its courses, slots, participants, resources, calendar.

mod handlers;
mod jobs;
mod mails;
mod model;
mod policy;
mod store;

pub use jobs::{AdvanceSessions, PurgeEnrolmentImports, TellSlotChanges};
pub use model::attachments::QuizPurpose;
pub use model::slot::Times;
pub use model::words::{Word, WordChange};
pub use model::{
    EnrolmentStatus, HalfDay, Holidays, Part, Retention, SheetState, SlotKind, Status, Window, half_days,
    minutes_within,
};
pub use policy::{Standing, may_read, may_teach, may_write};
pub use store::cards::{
    Participant, SessionCard, SlotCard, Trainer, expected, lock_slot, mark_attended, participants,
    session_card, set_retention, set_sheet_state, slot_card, slot_cards, slot_trainers, standing,
};
pub use store::facts::planned_minutes;
pub use store::keeper::{Keeper, Marked, MovedSlot, ReopenedSession, Reworded, SheetKeeper};
pub use store::personal::{
    NamingSession, enrolments_about, erase_person, forget_erased, naming_sessions, personal_data,
    set_attended,
};

use crate::platform::http::{Operations, routes};

/// The operations on sessions.
pub fn routes() -> Operations {
    use handlers::{
        calendar, courses, enrolment_moves, enrolments, feed, generation, imports, invitations, mine, moves,
        quizzes, readiness, resource_files, resources, rooms, session_rectify, sessions, slot_moves,
        slot_rectify, slots,
    };
    let files =
        Operations::new().routes(routes!(imports::create_enrolment_import)).with_body_limit(imports::LARGEST);
    Operations::new()
        .routes(routes!(sessions::list_sessions, sessions::create_session))
        .routes(routes!(sessions::get_session, sessions::update_session, sessions::delete_session))
        .routes(routes!(sessions::duplicate_session))
        .routes(routes!(moves::plan_session))
        .routes(routes!(moves::start_session))
        .routes(routes!(moves::end_session))
        .routes(routes!(moves::close_session))
        .routes(routes!(moves::reopen_session))
        .routes(routes!(moves::cancel_session))
        .routes(routes!(session_rectify::rectify_session))
        .routes(routes!(courses::update_session_courses))
        .routes(routes!(readiness::get_session_readiness))
        .routes(routes!(readiness::get_planned_hours))
        .routes(routes!(slots::list_slots, slots::create_slot))
        .routes(routes!(slots::get_slot, slots::update_slot, slot_moves::delete_slot))
        .routes(routes!(slot_moves::cancel_slot))
        .routes(routes!(slot_rectify::rectify_slot))
        .routes(routes!(slot_moves::update_slot_trainers))
        .routes(routes!(generation::generate_slots))
        .routes(routes!(enrolments::list_enrolments, enrolments::create_enrolment))
        .routes(routes!(enrolments::get_enrolment, enrolments::update_enrolment))
        .routes(routes!(enrolment_moves::move_enrolment))
        .routes(routes!(enrolment_moves::join_enrolment))
        .merge(files)
        .routes(routes!(imports::confirm_enrolment_import))
        .routes(routes!(resources::list_resources, resources::create_resource))
        .routes(routes!(resources::get_resource, resources::update_resource, resources::delete_resource))
        .routes(routes!(resource_files::get_resource_file))
        .routes(routes!(resource_files::get_resource_file_link))
        .routes(routes!(resource_files::get_my_resource_file))
        .routes(routes!(resource_files::get_my_resource_file_link))
        .routes(routes!(rooms::list_session_rooms, rooms::create_session_room))
        .routes(routes!(rooms::update_session_room, rooms::delete_session_room))
        .routes(routes!(quizzes::list_session_quizzes, quizzes::create_session_quiz))
        .routes(routes!(quizzes::update_session_quiz, quizzes::delete_session_quiz))
        .routes(routes!(calendar::list_organisation_calendar))
        .routes(routes!(calendar::list_my_calendar))
        .routes(routes!(feed::get_calendar_feed, feed::create_calendar_feed, feed::delete_calendar_feed))
        .routes(routes!(feed::read_calendar_feed))
        .routes(routes!(mine::list_my_sessions))
        .routes(routes!(mine::get_my_session))
        .routes(routes!(invitations::list_my_session_invitations))
        .routes(routes!(invitations::accept_session_invitation))
        .routes(routes!(invitations::decline_session_invitation))
}
