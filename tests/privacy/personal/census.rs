//! Which tables say something about people, and in which life somebody leaves a row in each: a new one joins
//! no list by itself, and the test below asks for it.

use std::collections::BTreeSet;

use carnet::ids::PersonId;
use sqlx::{AssertSqlSafe, Executor, PgPool};

use super::rows::Owned;
use super::times::tried;
use crate::consistency::classes;
use crate::support::database::TestDatabase;

/// Whose rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Who learns, keeps a passport, and is found by companies.
    Trainee,
    /// Who searches, keeps lists and writes offers.
    Recruiter,
    /// Who trains, keeps the roll and validates.
    Trainer,
}

/// The tables in which each of them has rows: found from the account down.
const ROWS: [(Life, &str); 3] = [
    (
        Life::Trainee,
        "attendance_alert attendance_contest attendance_mark attendance_personal_link attendance_proof
         attendance_signature audience_change badge_status blocked_company blocked_person calendar_feed
         candidate_list_entry certificate chat_room chosen_company company_contact consent_event
         consent_receipt consent_receipt_head contact_detail data_access data_export declared_skill
         email_token enrolment enrolment_event excluded_profile experience experience_job
         experience_judgement experience_proof experience_reading experience_skill experience_step
         experience_submission file idempotency_key message message_file message_mention message_version
         notification notification_setting offer_recipient offer_setting offer_transition
         organisation_member passport_document passport_export passport_import passport_link passport_log
         passport_share passport_share_receipt person profile_access profile_access_chain profile_appearance
         profile_note quiz_adjustment quiz_answer quiz_answer_file quiz_attempt quiz_correction_line
         quiz_evidence quiz_grade quiz_invitation recovery_code refresh_family refresh_token room_member
         room_receipt saved_search_match session_room_member share validation validation_evidence
         validation_proposal validation_reminder validation_reply validation_revocation visibility",
    ),
    (
        Life::Recruiter,
        "candidate_list company_email_proof message notification recruiter recruiter_quota refresh_family
         refresh_token room_member saved_search search_history",
    ),
    (
        Life::Trainer,
        "attendance_recipient attendance_signature message notification organisation_member refresh_family
         refresh_token session_trainer slot_trainer",
    ),
];

/// Columns that say who did something: the row is about somebody else, or about nobody. In the life where it
/// is done.
const DONE_BY: [(Life, &str); 2] = [
    (
        Life::Trainer,
        "attendance_contest.decided_by attendance_link.by attendance_mark.marked_by
         attendance_proof.created_by attendance_reopening.reopened_by attendance_sheet.closed_by
         attendance_sheet.reopened_by certificate.issued_by enrolment.updated_by enrolment_event.by
         enrolment_import.created_by experience_submission.assigned_to file.created_by message.ended_by
         question.updated_by question_import.created_by question_version.created_by quiz.updated_by
         quiz_adjustment.updated_by quiz_correction.applied_by quiz_grade.graded_by
         quiz_revision.published_by room_report.decided_by room_report.reporter_id session_quiz.updated_by
         session_resource.updated_by session_resource_version.created_by session_slot.updated_by
         slot_rectification.rectified_by training.updated_by training_revision.written_by
         training_session.updated_by validation_proposal.decided_by validation_proposal.proposed_by
         validation_reply.answered_by",
    ),
    (
        Life::Recruiter,
        "blocked_person.blocked_id chat_room.recruiter_person_id company_invitation.invited_by
         offer.author_id recruiter.invited_by",
    ),
];

/// What none of them has a row in, and why that is no gap.
const ELSEWHERE: [(&str, &str); 13] = [
    ("accepted_domain", "which of the platform's staff accepted a domain"),
    ("audit_event", "the trail: ids that lead to nobody, kept as such"),
    ("company", "a company's own name; somebody's where it bears theirs"),
    ("job", "found by the address and the ids: `erased.rs` plants one"),
    ("job_dead", "found by the address and the ids: `erased.rs` plants one"),
    ("login_throttle", "a fingerprint of an address, for a day"),
    ("organisation", "an organisation's own name; somebody's where it bears theirs"),
    ("organisation_invitation", "found by the address"),
    ("organisation_register", "what the register says of an organisation"),
    ("profile_review", "how far a job has come"),
    ("search_dirty", "found by the profile: `erased.rs` looks for it"),
    ("search_parked", "found by the profile: `erased.rs` looks for it"),
    ("slot_change", "trainers who are to be told of a change, within minutes"),
];
/// The same of a column.
const DONE_ELSEWHERE: [&str; 1] = ["data_access.admin_id"];

fn words<'a>(lists: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    lists.into_iter().flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The columns that say what was done by whoever leads this life.
pub fn done_by(life: Life) -> BTreeSet<String> {
    words(DONE_BY.iter().filter(|(of, _)| *of == life).map(|(_, columns)| *columns))
}

/// The tables in which somebody who leads this life should have rows, and has none.
pub fn missing(life: Life, owned: &Owned) -> BTreeSet<String> {
    let mut tables = words(ROWS.iter().filter(|(of, _)| *of == life).map(|(_, tables)| *tables));
    tables.retain(|table| !owned.contains_key(table));
    tables
}

/// Writes somebody's id where the id of whoever did something stands; gives the columns where nobody did
/// anything.
pub async fn sign(pool: &PgPool, person: PersonId, columns: &BTreeSet<String>) -> BTreeSet<String> {
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let mut unsigned = columns.clone();
    for column in columns {
        let (table, name) = column.split_once('.').unwrap();
        // Some rows are about this very person, or may not name them twice.
        let rows = format!("SELECT ctid::text FROM {table} ORDER BY (\"{name}\" IS NULL), ctid LIMIT 9");
        let places: Vec<String> = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_all(&mut *tx).await.unwrap();
        for place in places {
            let sql = format!("UPDATE {table} SET \"{name}\" = '{person}' WHERE ctid = '{place}'::tid");
            if tried(&mut tx, sql).await > 0 {
                unsigned.remove(column);
                break;
            }
        }
    }
    tx.commit().await.unwrap();
    unsigned
}

/// Columns that refer to an account.
async fn referring(pool: &PgPool) -> BTreeSet<String> {
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT c.conrelid::regclass::text || '.' || a.attname::text FROM pg_constraint c
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
         WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    columns.into_iter().collect()
}

fn table_of(column: &str) -> String {
    column.split('.').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn every_table_about_people_has_rows_of_somebody_or_a_reason() {
    let database = TestDatabase::create().await;
    let pool = PgPool::connect_with(database.options()).await.unwrap();
    let referring = referring(&pool).await;
    pool.close().await;
    assert!(referring.contains("recruiter.person_id"), "the references were not found: {referring:?}");

    let about = classes().into_iter().filter(|(_, class)| class != "none").map(|(column, _)| column);
    let about: BTreeSet<String> = about.chain(referring.clone()).map(|column| table_of(&column)).collect();
    let done: BTreeSet<String> = words(DONE_BY.map(|(_, columns)| columns));
    let mut named = words(ROWS.map(|(_, tables)| tables));
    named.extend(done.iter().map(|column| table_of(column)));
    let excused: BTreeSet<String> = ELSEWHERE.map(|(table, _)| table.to_owned()).into();
    let both: Vec<&String> = named.intersection(&excused).collect();
    assert!(both.is_empty(), "{both:?} have rows, and a reason to have none");
    named.extend(excused);
    assert_eq!(named, about, "tables about people are those of this file");

    // By these a row is somebody's own; by the others it says what somebody did.
    let is_own = |column: &String| column.ends_with(".person_id") || column == "message.author_id";
    let mut doing = referring;
    doing.retain(|column| !is_own(column) && !DONE_ELSEWHERE.contains(&column.as_str()));
    assert_eq!(done, doing, "columns that say who did something are those of this file");
}
