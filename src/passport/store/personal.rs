//! What passports hold about a person: all of it goes with them. Organisations keep how many validations there were.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgConnection;

use crate::files;
use crate::ids::{FileId, Ids, PersonId};
use crate::platform::db::Tx;

/// Everything held about the person: their own passport, and what they wrote in those of others, without whose they are.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let entries = entries(&mut *conn, person).await?;
    let experiences = experiences(&mut *conn, person).await?;
    let exports = exports(&mut *conn, person).await?;
    let written = written(conn, person).await?;
    Ok(serde_json::json!({
        "entries": entries, "experiences": experiences, "exports": exports, "written_for_others": written,
    }))
}

async fn entries(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"WITH own AS (SELECT * FROM validation WHERE person_id = $1)
           SELECT jsonb_build_object(
               'declared', (SELECT COALESCE(jsonb_agg(to_jsonb(d) ORDER BY d.declared_at), '[]')
                            FROM declared_skill d WHERE d.person_id = $1),
               'validations', (SELECT COALESCE(jsonb_agg(to_jsonb(v) - ARRAY['validator_id', 'confirmed_by']
                                                         ORDER BY v.validated_at), '[]') FROM own v),
               'ended', (SELECT COALESCE(jsonb_agg(to_jsonb(r) - 'revoked_by' ORDER BY r.revoked_at), '[]')
                         FROM validation_revocation r JOIN own v ON v.id = r.validation_id),
               'evidence', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.validation_id, e.position), '[]')
                            FROM validation_evidence e JOIN own v ON v.id = e.validation_id),
               'replies', (SELECT COALESCE(jsonb_agg(to_jsonb(r) - 'answered_by' ORDER BY r.replied_at), '[]')
                           FROM validation_reply r JOIN own v ON v.id = r.validation_id),
               'reminders', (SELECT COALESCE(jsonb_agg(to_jsonb(r) ORDER BY r.reminded_at), '[]')
                             FROM validation_reminder r JOIN own v ON v.id = r.validation_id),
               'proposals', (SELECT COALESCE(jsonb_agg(to_jsonb(p) - ARRAY['proposed_by', 'decided_by']
                                                       ORDER BY p.proposed_at), '[]')
                             FROM validation_proposal p WHERE p.person_id = $1),
               'quiz_results', (SELECT COALESCE(jsonb_agg(to_jsonb(q) ORDER BY q.proposed_at), '[]')
                                FROM quiz_evidence q WHERE q.person_id = $1),
               'chain', (SELECT COALESCE(jsonb_agg(to_jsonb(l) ORDER BY l.number), '[]')
                         FROM passport_link l WHERE l.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

async fn experiences(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"WITH own AS (SELECT * FROM experience WHERE person_id = $1),
                sent AS (SELECT s.* FROM experience_submission s JOIN own e ON e.id = s.experience_id)
           SELECT jsonb_build_object(
               'experiences', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.created_at), '[]') FROM own e),
               'skills', (SELECT COALESCE(jsonb_agg(to_jsonb(s)), '[]')
                          FROM experience_skill s JOIN own e ON e.id = s.experience_id),
               'jobs', (SELECT COALESCE(jsonb_agg(to_jsonb(j)), '[]')
                        FROM experience_job j JOIN own e ON e.id = j.experience_id),
               'proofs', (SELECT COALESCE(jsonb_agg(to_jsonb(p) || jsonb_build_object(
                                                        'sha256', encode(p.sha256, 'hex'),
                                                        'copy_sha256', encode(p.copy_sha256, 'hex'))
                                                    ORDER BY p.added_at), '[]')
                          FROM experience_proof p JOIN own e ON e.id = p.experience_id),
               'submissions', (SELECT COALESCE(jsonb_agg(to_jsonb(s) - ARRAY['assigned_to', 'decided_by']
                                                         ORDER BY s.submitted_at), '[]') FROM sent s),
               'judgements', (SELECT COALESCE(jsonb_agg(to_jsonb(j)), '[]')
                              FROM experience_judgement j JOIN sent s ON s.id = j.submission_id),
               'steps', (SELECT COALESCE(jsonb_agg(to_jsonb(t) - 'actor_id' ORDER BY t.at), '[]')
                         FROM experience_step t JOIN sent s ON s.id = t.submission_id),
               'readings', (SELECT COALESCE(jsonb_agg(to_jsonb(r) - 'reader_id' ORDER BY r.read_at), '[]')
                            FROM experience_reading r JOIN sent s ON s.id = r.submission_id)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

async fn exports(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'requested', (SELECT COALESCE(jsonb_agg(to_jsonb(e) ORDER BY e.requested_at), '[]')
                             FROM passport_export e WHERE e.person_id = $1),
               'documents', (SELECT COALESCE(jsonb_agg(to_jsonb(d) - 'code_sha256' ORDER BY d.issued_at), '[]')
                             FROM passport_document d WHERE d.person_id = $1),
               'log', (SELECT COALESCE(jsonb_agg(to_jsonb(l) ORDER BY l.at), '[]')
                       FROM passport_log l WHERE l.person_id = $1),
               'links', (SELECT COALESCE(jsonb_agg(to_jsonb(s) - ARRAY['token_hash', 'password_hash']
                                                   ORDER BY s.created_at), '[]')
                         FROM passport_share s WHERE s.person_id = $1),
               'receipts', (SELECT COALESCE(jsonb_agg(to_jsonb(r) ORDER BY r.at), '[]')
                            FROM passport_share_receipt r WHERE r.person_id = $1),
               'imports', (SELECT COALESCE(jsonb_agg(to_jsonb(i) ORDER BY i.imported_at), '[]')
                           FROM passport_import i WHERE i.person_id = $1),
               'badges', (SELECT COALESCE(jsonb_agg(to_jsonb(b)), '[]')
                          FROM badge_status b JOIN validation v ON v.id = b.validation_id WHERE v.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// What the person wrote in passports of others: when and of which skill.
async fn written(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'validations', (SELECT COALESCE(jsonb_agg(jsonb_build_object('skill', v.skill_label, 'at', v.validated_at,
                                   'validator_name', v.validator_name, 'confirmed_by_name', v.confirmed_by_name)
                                                         ORDER BY v.validated_at), '[]')
                               FROM validation v WHERE v.validator_id = $1 OR v.confirmed_by = $1),
               'submissions_decided', (SELECT COALESCE(jsonb_agg(jsonb_build_object('at', s.decided_at,
                                           'decided_by_name', s.decided_by_name) ORDER BY s.decided_at), '[]')
                                       FROM experience_submission s WHERE s.decided_by = $1),
               'proofs_read', (SELECT COALESCE(jsonb_agg(jsonb_build_object('at', r.read_at, 'reader_name', r.reader_name)
                                                         ORDER BY r.read_at), '[]')
                               FROM experience_reading r WHERE r.reader_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// What a passport held, for the counts that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Entries of organisations.
    pub validations: i64,
    /// Experiences.
    pub experiences: i64,
}

/// How much a passport holds.
pub async fn size(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Size> {
    sqlx::query_as!(
        Size,
        r#"SELECT (SELECT count(*) FROM validation WHERE person_id = $1) AS "validations!",
                  (SELECT count(*) FROM experience WHERE person_id = $1) AS "experiences!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// Counts the entries for the organisations that wrote them, gives up the files of the passport, and removes what may be removed
/// while its person is there. Sealed rows go with the row of the person.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    ids: &Ids,
    person: PersonId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    count(tx, person).await?;
    let files = files_of(tx, person).await?;
    files::give_up(tx, ids, &files, now).await?;
    sqlx::query!("DELETE FROM experience WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM passport_export WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM passport_share WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    sqlx::query!("DELETE FROM declared_skill WHERE person_id = $1", person.0).execute(&mut **tx).await?;
    Ok(())
}

async fn count(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<()> {
    sqlx::query!(
        "INSERT INTO erased_validation (organisation_id, skill_code, month, passing, common_level, validations)
         SELECT organisation_id, skill_code, date_trunc('month', validated_at AT TIME ZONE 'Europe/Paris')::date, passing,
                COALESCE(common_level, 0), count(*)
         FROM validation WHERE person_id = $1 AND organisation_id IS NOT NULL
         GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
         ON CONFLICT ON CONSTRAINT erased_validation_pkey
         DO UPDATE SET validations = erased_validation.validations + excluded.validations",
        person.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The files that only this passport refers to.
async fn files_of(tx: &mut Tx<'_>, person: PersonId) -> sqlx::Result<Vec<FileId>> {
    sqlx::query_scalar!(
        r#"SELECT f.id AS "id!: FileId" FROM (
               SELECT p.file_id AS id FROM experience_proof p JOIN experience e ON e.id = p.experience_id
               WHERE e.person_id = $1
               UNION SELECT p.copy_file_id FROM experience_proof p JOIN experience e ON e.id = p.experience_id
               WHERE e.person_id = $1
               UNION SELECT s.decision_file_id FROM experience_submission s JOIN experience e ON e.id = s.experience_id
               WHERE e.person_id = $1
               UNION SELECT d.file_id FROM validation_evidence d JOIN validation v ON v.id = d.validation_id
               WHERE v.person_id = $1
               UNION SELECT x.file_id FROM passport_export x WHERE x.person_id = $1
           ) f
           WHERE f.id IS NOT NULL
             AND NOT EXISTS (SELECT FROM validation_evidence d JOIN validation v ON v.id = d.validation_id
                             WHERE d.file_id = f.id AND v.person_id <> $1)
             AND NOT EXISTS (SELECT FROM experience_proof p JOIN experience e ON e.id = p.experience_id
                             WHERE (p.file_id = f.id OR p.copy_file_id = f.id) AND e.person_id <> $1)"#,
        person.0,
    )
    .fetch_all(&mut **tx)
    .await
}
