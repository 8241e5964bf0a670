//! Puts a value of its own into every private column of every table, as the schema and the census list them.

use std::collections::{BTreeMap, BTreeSet};

use carnet::ids::OrganisationId;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, PgPool};
use uuid::Uuid;

use super::scanner::{Canaries, MARK, YEAR};
use crate::authz::{actors, matrix, operations, recipes::RECIPES, world::World};
use crate::consistency::classes;
use crate::support::companies::SIRET;
use crate::support::search::someone;

/// Private columns that take no value of their own: numbers, states of a fixed list, and what is empty in a test.
const BARREN: &str = "\
    attendance_alert.alerted_at attendance_alert.enrolment_id attendance_alert.rate \
    attendance_contest.decision attendance_mark.justified attendance_mark.left_at \
    attendance_mark.method attendance_mark.minutes_late attendance_mark.status \
    attendance_proof.file_id attendance_proof.minutes attendance_recipient.person_id \
    attendance_sheet.paper_file_id attendance_signature.is_own_device \
    attendance_signature.is_trainer attendance_signature.method badge_status.list \
    badge_status.position blocked_company.siren candidate_list_entry.stage \
    chat_room.closed_because chat_room.erasure_asked_at chat_room.held_until chat_room.paused_at \
    chosen_company.siren company_contact.stage company_invitation.role consent_event.kind \
    consent_event.position consent_receipt.items consent_receipt.kind consent_receipt.position \
    consent_receipt_head.position contact_detail.phone contact_detail.version declared_skill.level \
    declared_skill.rome_release declared_skill.skill_code email_token.purpose enrolment.ends_on \
    enrolment.erased_at enrolment.has_attendance enrolment.merged_into enrolment.status \
    enrolment_event.on_date experience.ended_on experience.expires_on experience.is_hidden \
    experience.status experience_judgement.claimed_level experience_judgement.outcome \
    experience_judgement.skill_code experience_proof.bytes experience_proof.copy_file_id \
    experience_proof.removed_at experience_proof.sha256 experience_reading.is_copy \
    experience_skill.level experience_skill.skill_code experience_step.kind \
    experience_submission.proofs_judgement experience_submission.refusal \
    experience_submission.reminded_at experience_submission.round experience_submission.status \
    file.sha256 idempotency_key.fingerprint login_throttle.failures message.author_side \
    message.mentions_everybody message.search message.state notification_setting.in_app \
    notification_setting.mail notification_setting.notice_group offer_recipient.answered_from \
    offer_recipient.company_wrote_at offer_recipient.ending_told_at \
    offer_recipient.hid_with_answer offer_recipient.paused_told_at \
    offer_recipient.quiz_invitation_id offer_recipient.refusal_reason \
    offer_recipient.reply_seconds offer_recipient.state offer_setting.read_receipts \
    offer_transition.actor organisation_invitation.role organisation_member.role \
    passport_document.number passport_document.standing passport_export.audience \
    passport_export.from_day passport_export.skill_codes passport_export.to_day \
    passport_export.with_contact passport_share.audience passport_share.created_at \
    passport_share.expires_at passport_share.failed_attempts passport_share.from_day \
    passport_share.locked_until passport_share.skill_codes passport_share.to_day \
    passport_share.view_count passport_share.with_contact passport_share.with_proofs \
    passport_share_receipt.kind person.inactive_told_at person.is_platform_admin \
    person.totp_last_step profile_access.number profile_access.purpose profile_access_chain.last \
    profile_access_chain.purged profile_appearance.times profile_review.reached \
    quiz_adjustment.asked_time quiz_adjustment.extra_attempts quiz_adjustment.extra_time \
    quiz_answer.auto_points quiz_answer.choice_order quiz_answer.is_flagged quiz_answer.sequence \
    quiz_answer.verdict quiz_attempt.by_clock quiz_attempt.extra_seconds quiz_attempt.number \
    quiz_attempt.pastes quiz_attempt.percent quiz_attempt.points quiz_attempt.state \
    quiz_attempt.tab_switches quiz_attempt.worth quiz_correction_line.after_percent \
    quiz_correction_line.after_points quiz_correction_line.attempt_id \
    quiz_correction_line.before_percent quiz_correction_line.before_points quiz_evidence.percent \
    quiz_evidence.questions quiz_evidence.skill_code quiz_grade.criteria quiz_grade.points \
    quiz_invitation.extra_time quiz_invitation.keep_until recruiter.decided_by recruiter.lapsed_at \
    recruiter.proof recruiter.role recruiter.status recruiter_quota.kind recruiter_quota.refused \
    recruiter_quota.used room_member.is_marked_unread room_member.is_muted room_member.level \
    room_member.read_position room_report.decision room_report.reason saved_search_match.is_new \
    saved_search_match.person_id search_dirty.profile_id session_room_member.enrolment_id \
    session_trainer.erased_at share.end_reason share.ends_at share.item share.proof_id share.siren \
    slot_change.former slot_trainer.erased_at validation.common_level validation.passing \
    validation.skill_code validation.step_position validation_evidence.attempt_id \
    validation_evidence.kind validation_evidence.visibility validation_proposal.common_level \
    validation_proposal.expires_on validation_proposal.passing validation_proposal.refusal \
    validation_proposal.skill_code validation_proposal.status validation_proposal.step_position \
    validation_proposal.supersedes validation_revocation.reason_code \
    validation_revocation.superseded_by visibility.chosen_only visibility.visible";

/// People who live in the database and have nothing to do with whoever asks later.
pub struct Household {
    /// The organisation they belong to.
    pub organisation: OrganisationId,
    /// A trainee of it: account, profile, address.
    pub trainee: (Uuid, Uuid, String),
}

/// Has every operation done once by somebody who may, so that every table has rows; what no operation writes is
/// written by hand.
pub async fn settle(world: &World) {
    let (operations, committed) = (operations::all(), matrix::committed());
    for recipe in RECIPES.iter() {
        let statuses = actors::COLUMNS.iter().zip(&committed[recipe.operation]);
        let entitled =
            statuses.filter(|((kind, _), status)| **status < 300 && *kind != actors::Kind::Anonymous);
        for ((kind, _), _) in entitled.take(2) {
            world.ask(&operations[recipe.operation], recipe, *kind).await;
        }
    }
    let body = serde_json::json!({ "email": "personne@example.org", "password": "Rien de bon" });
    world.app.anonymous().post("/auth/login", body).await.expect_problem(401, "invalid_credentials");
    let mut hidden = someone("Zénobie", "Cachée");
    hidden.is_visible = false;
    hidden.declared = vec![(104, 2)];
    world.app.add(&hidden).await;
    world.app.accepted_domain("732829320", "ateliers.example").await;
    carnet::profiles::write_tally(&world.app.state).await.unwrap();
    // The keeper empties the list of what waits for the index, and takes back what was set aside.
    world.app.settled().await;
    world.app.thin_out_jobs().await;
    let mut tx = world.app.state.pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    tx.execute(
        "INSERT INTO search_parked SELECT profile_id, 'refused', now() FROM person;
         INSERT INTO job_dead VALUES (gen_random_uuid(), 'send_mail', '{}', 3, 'failed', now(), now());
         INSERT INTO job (id, kind, key, payload, run_at, last_error, created_at)
         VALUES (gen_random_uuid(), 'send_mail', 'k', '{}', now(), 'failed', now());
         INSERT INTO login_throttle (key, failures, last_failure) VALUES ('k', 3, now());
         INSERT INTO audience_change SELECT person_id, 1 FROM chosen_company ON CONFLICT DO NOTHING;
         INSERT INTO recruiter_quota SELECT id, 'searches', now(), 1, 0 FROM person;
         INSERT INTO idempotency_key (person_id, method, path, key, fingerprint, claim, created_at, answered_at, status,
                                      location, body)
         SELECT id, 'POST', '/api/v1/me/experiences', 'k', sha256('k'), gen_random_uuid(), now(), now(), 201, '/x', '{}'
         FROM person;
         UPDATE accepted_domain SET granted_by = (SELECT min(id::text)::uuid FROM person);
         UPDATE person SET disabled_at = now() WHERE first_name = 'Zénobie';
         UPDATE recovery_code SET used_at = now();
         UPDATE refresh_token SET retried_at = now();
         UPDATE validation SET expires_on = '2030-01-01', job_codes = '{A1101}';
         INSERT INTO validation_reminder SELECT id, 90, now() FROM validation",
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// A private column: table, name, type.
type Column = (String, String, String);

/// Every column, and whether it says something about somebody; a column without a class does.
async fn columns(pool: &PgPool) -> Vec<(Column, bool)> {
    let classes = classes();
    let columns: Vec<Column> = sqlx::query_as(
        "SELECT c.table_name::text, c.column_name::text, c.data_type::text
         FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public' AND c.table_name <> '_sqlx_migrations'
         ORDER BY 1, c.ordinal_position",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let class = |(table, column, _): &Column| classes.get(&format!("{table}.{column}")).map(String::as_str);
    let with_class = |column: Column| {
        let is_private = class(&column) != Some("none");
        (column, is_private)
    };
    columns.into_iter().map(with_class).collect()
}

/// The values a column of this type may take, best first, in SQL; `n` numbers the rows.
fn values(number: usize, (_, column, kind): &Column) -> Vec<String> {
    let text = format!("'{MARK}{number:03}' || to_char(n, 'FM00000') || 'z'");
    match kind.as_str() {
        "text" if column.ends_with("email") => vec![format!("{text} || '@example.org'"), text],
        "text" => vec![text],
        "ARRAY" => vec![format!("ARRAY[{text}]")],
        "bytea" => vec![format!("convert_to({text}, 'UTF8')")],
        "jsonb" => vec![format!("jsonb_build_object('note', {text})")],
        "timestamp with time zone" => vec![format!(
            "CASE WHEN {column} IS NOT NULL THEN '{YEAR}-01-01'::timestamptz + n * interval '1 second' END"
        )],
        "date" => vec![format!("CASE WHEN {column} IS NOT NULL THEN '{YEAR}-01-01'::date + n::integer END")],
        _ => Vec::new(),
    }
}

/// Tries one value, in a savepoint; tells how many rows took it.
async fn plant(
    connection: &mut PgConnection,
    (table, column, _): &Column,
    value: &str,
    is_filled: bool,
) -> u64 {
    let filled = if is_filled { format!("AND t.{column} IS NOT NULL") } else { String::new() };
    let sql = format!(
        "UPDATE {table} t SET {column} = {value}
         FROM (SELECT ctid AS place, row_number() OVER (ORDER BY ctid) AS n FROM {table}) numbered
         WHERE t.ctid = numbered.place {filled}"
    );
    let mut savepoint = connection.begin().await.unwrap();
    if let Ok(done) = savepoint.execute(AssertSqlSafe(sql)).await {
        savepoint.commit().await.unwrap();
        return done.rows_affected();
    }
    savepoint.rollback().await.unwrap();
    0
}

/// Plants everything, and tells what is where. Fails when a private column takes nothing and is not known to.
pub async fn sow(world: &World) -> (Canaries, Household) {
    let pool = &world.app.state.pool;
    let household = household(world).await;
    let columns = columns(pool).await;
    let (private, harmless): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(_, is_private)| *is_private);
    assert!(private.len() > 80 && harmless.len() > 80, "the columns were not found");
    let mut tx = pool.begin().await.unwrap();
    tx.execute("SET LOCAL session_replication_role = replica").await.unwrap();
    let (mut canaries, mut barren) = (Canaries::default(), BTreeSet::new());
    for (column, _) in &private {
        let (table, name, kind) = column;
        let full = format!("{table}.{name}");
        canaries.columns.push(full.clone());
        if kind == "uuid" {
            if harvest(&mut tx, column, &mut canaries).await == 0 {
                barren.insert(full);
            }
            continue;
        }
        let mut rows = 0;
        for value in values(canaries.columns.len() - 1, column) {
            for is_filled in [false, true] {
                if rows == 0 {
                    rows = plant(&mut tx, column, &value, is_filled).await;
                }
            }
        }
        // A time nobody has set stays unset.
        let sql = AssertSqlSafe(format!("SELECT count({name}) FROM {table}"));
        let filled: i64 = sqlx::query_scalar(sql).fetch_one(&mut *tx).await.unwrap();
        if rows == 0 || filled == 0 {
            barren.insert(full);
        }
    }
    // What others may know as well, e.g. the id of an organisation, is no secret.
    for ((table, name, _), _) in harmless.iter().filter(|((.., kind), _)| kind == "uuid") {
        for id in ids(&mut tx, table, name).await {
            canaries.ids.remove(&id);
        }
    }
    // These jobs fail; they are run at the end. No import waits, so that one can be asked for. The company everybody applies to moves, so that nobody applies to it again.
    tx.execute(AssertSqlSafe(format!(
        "DELETE FROM job WHERE kind = 'import_catalog';
         UPDATE job SET run_at = '2100-01-01';
         UPDATE company SET siret = '55210055400013', siren = '552100554' WHERE siret = '{SIRET}'",
    )))
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let expected: BTreeSet<String> = BARREN.split_whitespace().map(str::to_owned).collect();
    assert_eq!(barren, expected, "private columns that take no value of their own");
    release(pool, &mut canaries).await;
    (canaries, household)
}

/// Ids stay as they are: they already are nobody else's. Tells how many there are.
async fn harvest(connection: &mut PgConnection, (table, name, _): &Column, canaries: &mut Canaries) -> usize {
    let ids = ids(connection, table, name).await;
    let found = ids.len();
    canaries.ids.extend(ids.into_iter().map(|id| (id, format!("{table}.{name}"))));
    found
}

async fn ids(connection: &mut PgConnection, table: &str, name: &str) -> Vec<Uuid> {
    let sql = format!("SELECT DISTINCT {name} FROM {table} WHERE {name} IS NOT NULL");
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(connection).await.unwrap()
}

/// What visible people agreed to show is no secret any more.
async fn release(pool: &PgPool, canaries: &mut Canaries) {
    let shown: Vec<Uuid> =
        sqlx::query_scalar("SELECT profile_id FROM searchable_person").fetch_all(pool).await.unwrap();
    for profile in shown {
        canaries.ids.remove(&profile);
    }
    sqlx::query(
        "UPDATE person SET first_name = 'Prune', last_name = 'Visible' WHERE id IN (SELECT person_id FROM searchable_person)",
    )
    .execute(pool)
    .await
    .unwrap();
}

async fn household(world: &World) -> Household {
    let trainee = sqlx::query_as(
        "SELECT p.id, p.profile_id, p.email FROM person p
         JOIN organisation_member m ON m.person_id = p.id AND m.organisation_id = $1 AND m.role = 'trainee'
         WHERE NOT EXISTS (SELECT FROM searchable_person s WHERE s.person_id = p.id) ORDER BY p.id LIMIT 1",
    )
    .bind(world.org.id)
    .fetch_one(&world.app.state.pool)
    .await
    .unwrap();
    Household { organisation: world.org.id, trainee }
}

/// The address of the trainee, as it was planted.
pub async fn address(pool: &PgPool, household: &Household) -> String {
    sqlx::query_scalar("SELECT email FROM person WHERE id = $1")
        .bind(household.trainee.0)
        .fetch_one(pool)
        .await
        .unwrap()
}

#[test]
fn each_type_has_its_value() {
    let column = |name: &str, kind: &str| ("t".to_owned(), name.to_owned(), kind.to_owned());
    let planted: BTreeMap<&str, usize> = ["text", "bytea", "jsonb", "date", "boolean", "integer"]
        .map(|kind| (kind, values(7, &column("c", kind)).len()))
        .into();
    assert_eq!(
        planted,
        BTreeMap::from([
            ("text", 1),
            ("bytea", 1),
            ("jsonb", 1),
            ("date", 1),
            ("boolean", 0),
            ("integer", 0)
        ])
    );
    assert!(values(7, &column("work_email", "text"))[0].contains("@example.org"));
}
