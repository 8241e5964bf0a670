//! What attendance holds about a person, as a trainee and as whoever kept the roll. Sealed papers outlive an account: they are
//! kept for as long as the law lets funders ask for them, and what is not part of them goes.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::retention::Kept;
use crate::ids::{EnrolmentId, Ids, PersonId};
use crate::platform::db::Tx;
use crate::sessions::{self, NamingSession};

/// Everything held about the person.
pub async fn personal_data(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    let enrolments = uuids(&sessions::enrolments_about(&mut *conn, person).await?);
    let own = as_trainee(&mut *conn, &enrolments).await?;
    let kept = as_staff(&mut *conn, person).await?;
    let papers = in_papers(conn, (person, &enrolments)).await?;
    Ok(serde_json::json!({ "trainee": own, "staff": kept, "papers": papers }))
}

async fn as_trainee(conn: &mut PgConnection, enrolments: &[Uuid]) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'marks', (SELECT COALESCE(jsonb_agg((to_jsonb(m) - ARRAY['marked_by', 'client_key'])
                                                   ORDER BY m.marked_at, m.number), '[]')
                         FROM attendance_mark m WHERE m.enrolment_id = ANY($1)),
               'signatures', (SELECT COALESCE(jsonb_agg(to_jsonb(g) || jsonb_build_object('drawing', encode(g.drawing, 'base64'))
                                                        ORDER BY g.signed_at), '[]')
                              FROM attendance_signature g WHERE g.enrolment_id = ANY($1)),
               'links_to_sign', (SELECT COALESCE(jsonb_agg((to_jsonb(l) - 'token_hash') ORDER BY l.sent_at), '[]')
                                 FROM attendance_personal_link l WHERE l.enrolment_id = ANY($1)),
               'contests', (SELECT COALESCE(jsonb_agg((to_jsonb(c) - 'decided_by') ORDER BY c.contested_at), '[]')
                            FROM attendance_contest c WHERE c.enrolment_id = ANY($1)),
               'proofs', (SELECT COALESCE(jsonb_agg((to_jsonb(p) - 'created_by') ORDER BY p.happened_at), '[]')
                          FROM attendance_proof p WHERE p.enrolment_id = ANY($1)),
               'alerts', (SELECT COALESCE(jsonb_agg(to_jsonb(a) ORDER BY a.alerted_at), '[]')
                          FROM attendance_alert a WHERE a.enrolment_id = ANY($1)),
               'certificates', (SELECT COALESCE(jsonb_agg((to_jsonb(c) - 'issued_by') ORDER BY c.issued_at), '[]')
                                FROM certificate c WHERE c.enrolment_id = ANY($1))
           ) AS "data!""#,
        enrolments,
    )
    .fetch_one(conn)
    .await
}

/// What the person did when they kept the roll: no more of the trainees than when and where.
async fn as_staff(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT jsonb_build_object(
               'signatures', (SELECT COALESCE(jsonb_agg(to_jsonb(g) || jsonb_build_object('drawing', encode(g.drawing, 'base64'))
                                                        ORDER BY g.signed_at), '[]')
                              FROM attendance_signature g WHERE g.person_id = $1 AND g.is_trainer),
               'marks_made', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slot', m.slot_id, 'marked_by', m.marked_by,
                                  'marked_by_name', m.marked_by_name, 'marked_at', m.marked_at) ORDER BY m.marked_at), '[]')
                              FROM attendance_mark m WHERE m.marked_by = $1),
               'sheets_closed', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slot', s.slot_id, 'closed_by', s.closed_by,
                                     'closed_at', s.closed_at) ORDER BY s.closed_at), '[]')
                                 FROM attendance_sheet s WHERE s.closed_by = $1),
               'signing_reopened', (SELECT COALESCE(jsonb_agg(to_jsonb(r) ORDER BY r.reopened_at), '[]')
                                    FROM attendance_reopening r WHERE r.reopened_by = $1),
               'contests_decided', (SELECT COALESCE(jsonb_agg(jsonb_build_object('slot', c.slot_id, 'decided_by', c.decided_by,
                                        'decided_by_name', c.decided_by_name, 'decided_at', c.decided_at)
                                                              ORDER BY c.decided_at), '[]')
                                    FROM attendance_contest c WHERE c.decided_by = $1),
               'certificates_issued', (SELECT COALESCE(jsonb_agg(jsonb_build_object('certificate', c.id, 'issued_by', c.issued_by,
                                           'issued_at', c.issued_at) ORDER BY c.issued_at), '[]')
                                       FROM certificate c WHERE c.issued_by = $1),
               'alerts_received_for', (SELECT COALESCE(jsonb_agg(to_jsonb(r)), '[]')
                                       FROM attendance_recipient r WHERE r.person_id = $1)
           ) AS "data!""#,
        person.0,
    )
    .fetch_one(conn)
    .await
}

/// The sealed papers that name the person: which, not what they say of everybody else. One's own sheets are exported apart, with
/// the rows of others hidden as digests.
async fn in_papers(
    conn: &mut PgConnection,
    (person, enrolments): (PersonId, &[Uuid]),
) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"SELECT COALESCE(jsonb_agg(jsonb_build_object('session', l.session_id, 'number', l.number, 'kind', l.kind,
                                                        'slot', l.slot_id, 'sealed_at', l.at, 'sha256', l.sha256)
                                     ORDER BY l.session_id, l.number), '[]') AS "data!"
           FROM attendance_link l
           WHERE l.by = $1 OR EXISTS (SELECT FROM attendance_mark m
                                      WHERE m.slot_id = l.slot_id AND m.enrolment_id = ANY($2))"#,
        person.0,
        enrolments,
    )
    .fetch_one(conn)
    .await
}

fn uuids(enrolments: &[EnrolmentId]) -> Vec<Uuid> {
    enrolments.iter().map(|enrolment| enrolment.0).collect()
}

/// Removes what is not part of the papers: links to sign, alerts, who is told of them. Says of each enrolment whether papers name
/// it; `sessions` removes it where none does.
pub async fn erase_person(
    tx: &mut Tx<'_>,
    _ids: &Ids,
    person: PersonId,
    _now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let about = sessions::enrolments_about(&mut **tx, person).await?;
    let enrolments = uuids(&about);
    sqlx::query!("DELETE FROM attendance_personal_link WHERE enrolment_id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM attendance_alert WHERE enrolment_id = ANY($1)", &enrolments)
        .execute(&mut **tx)
        .await?;
    sqlx::query!("DELETE FROM attendance_recipient WHERE person_id = $1", person.0)
        .execute(&mut **tx)
        .await?;
    let named = sqlx::query_scalar!(
        r#"SELECT e.id AS "id: EnrolmentId" FROM enrolment e
           WHERE e.id = ANY($1)
             AND (EXISTS (SELECT FROM attendance_mark m WHERE m.enrolment_id = e.id)
               OR EXISTS (SELECT FROM attendance_signature g WHERE g.enrolment_id = e.id)
               OR EXISTS (SELECT FROM attendance_contest c WHERE c.enrolment_id = e.id)
               OR EXISTS (SELECT FROM attendance_proof p WHERE p.enrolment_id = e.id)
               OR EXISTS (SELECT FROM certificate c WHERE c.enrolment_id = e.id))"#,
        &enrolments,
    )
    .fetch_all(&mut **tx)
    .await?;
    let unnamed: Vec<EnrolmentId> = about.into_iter().filter(|id| !named.contains(id)).collect();
    sessions::set_attended(tx, &named, true).await?;
    sessions::set_attended(tx, &unnamed, false).await
}

/// Papers that go on naming somebody who is erased.
#[derive(Clone, Debug)]
pub struct KeptPapers {
    /// The session they are about.
    pub session: NamingSession,
    /// Certificates, or the sheets they rest on.
    pub are_certificates: bool,
    /// The last day on which they are kept.
    pub until: NaiveDate,
    /// Whether somebody holds them back for longer, with a reason.
    pub is_held: bool,
}

/// The papers that will go on naming the person once they are erased, session by session.
pub async fn kept_papers(conn: &mut PgConnection, person: PersonId) -> sqlx::Result<Vec<KeptPapers>> {
    let enrolments = uuids(&sessions::enrolments_about(&mut *conn, person).await?);
    let naming = sessions::naming_sessions(&mut *conn, person).await?;
    let ids: Vec<Uuid> = naming.iter().map(|session| session.session.0).collect();
    let rows = sqlx::query!(
        r#"SELECT t.id, EXISTS (SELECT FROM certificate c WHERE c.session_id = t.id AND c.enrolment_id = ANY($2)) AS "certified!",
                  EXISTS (SELECT FROM session_attendance_setting s
                          WHERE s.session_id = t.id AND s.legal_hold IS NOT NULL) AS "held!"
           FROM training_session t WHERE t.id = ANY($1)"#,
        &ids,
        &enrolments,
    )
    .fetch_all(conn)
    .await?;
    let mut papers = Vec::new();
    for session in naming {
        let Some(row) = rows.iter().find(|row| row.id == session.session.0) else { continue };
        for kept in Kept::ALL.into_iter().filter(|kept| row.certified || *kept == Kept::Attendance) {
            papers.push(KeptPapers {
                are_certificates: kept == Kept::Certificates,
                until: kept.until(session.retention, session.ends_on),
                is_held: row.held,
                session: session.clone(),
            });
        }
    }
    Ok(papers)
}
