//! A session under way: trainees, a trainer, a slot of today across noon.

use carnet::ids::{EnrolmentId, FileId, PersonId, SessionCourseId, SlotId, TrainingId, TrainingSessionId};
use carnet::orgs::Role;
use carnet::platform::jobs::{Job, Run};
use chrono::{DateTime, Duration, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::app::{TestApp, start_time};
use super::client::{Client, send};
use super::organisations::{NDA, Organisation};
use super::users::User;

/// A whole document with nothing in it.
const PDF: &str = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";

/// Somebody who takes part.
#[derive(Clone)]
pub struct Trainee {
    pub user: User,
    pub enrolment: EnrolmentId,
}

/// A session and its people.
pub struct Class {
    pub organisation: Organisation,
    pub manager: User,
    pub trainer: User,
    pub trainees: Vec<Trainee>,
    pub session: TrainingSessionId,
    pub course: SessionCourseId,
    /// From nine to five in Paris on the day the clock starts.
    pub slot: SlotId,
}

/// A drawing that is nobody else's: it depends on this number.
pub fn drawing(seed: i32) -> Value {
    let stroke: Vec<[i32; 2]> = (0..20).map(|x| [x * 7, (x * seed * 3 + seed) % 200]).collect();
    json!([stroke, [[seed % 600, 10], [seed % 600, 20]]])
}

impl TestApp {
    /// A running session with so many trainees, who have accounts.
    pub async fn class(&self, trainees: usize) -> Class {
        let organisation = self.organisation("Atelier").await;
        self.class_in(organisation, trainees).await
    }

    /// The same in this organisation.
    pub async fn class_in(&self, organisation: Organisation, trainees: usize) -> Class {
        let state = &self.state;
        let (manager, trainer) =
            (self.member(&organisation, Role::Manager).await, self.trainer(&organisation).await);
        let (training, session, course): (TrainingId, TrainingSessionId, SessionCourseId) =
            (state.ids.ordered(), state.ids.ordered(), state.ids.ordered());
        let base: Uuid = state.ids.ordered();
        for statement in [
            format!("UPDATE organisation SET nda = '{NDA}' WHERE id = '{}'", organisation.id),
            format!(
                "INSERT INTO course (id, organisation_id, title, minutes, modality, version, created_at, updated_at)
                 VALUES ('{base}', '{}', 'Soudure à l''arc', 480, 'in_person', 1, now(), now())",
                organisation.id
            ),
            format!(
                "INSERT INTO training (id, organisation_id, status, version, revision, title, search_key, created_at, updated_at)
                 VALUES ('{training}', '{}', 'draft', 1, 0, 'Soudure', 'soudure', now(), now())",
                organisation.id
            ),
            format!(
                "INSERT INTO training_revision (training_id, number, release, title, description, objectives, audience,
                     prerequisites, access_delay, price, methods, assessment, accessibility, blocks, formacodes,
                     specialities, written_at, published_at)
                 VALUES ('{training}', 1, 0, 'Soudure', '', E'- Souder à l''arc\\n- Contrôler un cordon', '', '', '', '', '', '', '', '{{}}', '{{}}', '{{}}', now(), now())"
            ),
            format!("UPDATE training SET status = 'published', revision = 1 WHERE id = '{training}'"),
            format!(
                "INSERT INTO training_session (id, organisation_id, training_id, revision, status, status_at, title,
                     search_key, starts_on, ends_on, place, announced_minutes, version, created_at, updated_at)
                 VALUES ('{session}', '{}', '{training}', 1, 'running', now(), 'Soudure', 'soudure', '2026-03-02',
                         '2026-03-13', 'Lyon', 480, 1, now(), now())",
                organisation.id
            ),
            format!(
                "INSERT INTO session_course (id, session_id, position, course_id, title, minutes, modality)
                 VALUES ('{course}', '{session}', 0, '{base}', 'Soudure à l''arc', 480, 'in_person')"
            ),
            format!(
                "INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
                 VALUES ('{}', '{session}', '{}', 'Farida', 'Membre', now())",
                state.ids.ordered::<Uuid>(),
                trainer.id
            ),
        ] {
            self.execute(&statement).await;
        }
        let mut class = Class {
            organisation,
            manager,
            trainer,
            trainees: Vec::new(),
            session,
            course,
            slot: SlotId(Uuid::nil()),
        };
        class.slot = class.add_slot(self, start_time(), 8).await;
        for number in 0..trainees {
            let trainee = class.add_trainee(self, &format!("Stagiaire{number}")).await;
            class.trainees.push(trainee);
        }
        class
    }

    /// Runs a statement as whoever administers the database.
    pub async fn execute(&self, statement: &str) {
        let done = sqlx::query(sqlx::AssertSqlSafe(statement.to_owned())).execute(&self.state.pool).await;
        if let Err(error) = done {
            panic!("{statement}: {error}");
        }
    }

    /// Runs a job now.
    pub async fn run_job<J: Job>(&self, job: J) {
        let run = Run { id: Uuid::nil(), attempt: 1, stop: CancellationToken::new() };
        job.run(self.state.clone(), run).await.unwrap();
    }

    /// A file that somebody sent in the name of the organisation.
    pub async fn sent_file(&self, organisation: &Organisation, client: &Client) -> String {
        let path = organisation.path("/files");
        let request = client.request(Method::POST, &path).header("content-type", "application/pdf");
        let request = request.header("file-name", "preuve.pdf");
        let sent = send(request.body(PDF)).await.expect(201);
        sent["id"].as_str().unwrap().to_owned()
    }

    /// A file that waits to be used, as if this person had sent it in the name of the organisation.
    pub async fn staged_file(&self, organisation: &Organisation, by: PersonId) -> FileId {
        let id: FileId = self.state.ids.ordered();
        sqlx::query(
            "INSERT INTO file (id, organisation_id, name, media_type, bytes, sha256, object_key, scan, created_by, created_at)
             VALUES ($1, $2, 'scan.pdf', 'application/pdf', 9, decode(repeat('ab', 32), 'hex'), $3, 'clean', $4, $5)",
        )
        .bind(id)
        .bind(organisation.id)
        .bind(format!("{}", id.0.simple()))
        .bind(by)
        .bind(self.state.clock.now())
        .execute(&self.state.pool)
        .await
        .unwrap();
        id
    }
}

impl Class {
    /// A slot that begins then and lasts so many hours, with the session's trainer.
    pub async fn add_slot(&self, app: &TestApp, starts_at: DateTime<Utc>, hours: i64) -> SlotId {
        let slot: SlotId = app.state.ids.ordered();
        let ends_at = starts_at + Duration::hours(hours);
        app.execute(&format!(
            "INSERT INTO session_slot (id, session_id, session_course_id, starts_at, ends_at, version, created_at, updated_at)
             VALUES ('{slot}', '{}', '{}', '{starts_at}', '{ends_at}', 1, now(), now())",
            self.session, self.course
        ))
        .await;
        self.assign(app, slot, &self.trainer).await;
        slot
    }

    /// Makes somebody a trainer of a slot.
    pub async fn assign(&self, app: &TestApp, slot: SlotId, trainer: &User) {
        app.execute(&format!(
            "INSERT INTO slot_trainer (id, slot_id, person_id, first_name, last_name, assigned_at)
             VALUES ('{}', '{slot}', '{}', 'Farida', 'Membre', now())",
            app.state.ids.ordered::<Uuid>(),
            trainer.id
        ))
        .await;
    }

    /// Somebody more who takes part.
    pub async fn add_trainee(&self, app: &TestApp, last_name: &str) -> Trainee {
        let user = app.person("Samir", last_name).await;
        app.join(&self.organisation, &user, Role::Trainee).await;
        let enrolment = self.enrol(app, Some(&user), last_name).await;
        Trainee { user, enrolment }
    }

    /// An enrolment, with or without an account.
    pub async fn enrol(&self, app: &TestApp, user: Option<&User>, last_name: &str) -> EnrolmentId {
        let enrolment: EnrolmentId = app.state.ids.ordered();
        let person = user.map_or("NULL".to_owned(), |user| format!("'{}'", user.id));
        app.execute(&format!(
            "INSERT INTO enrolment (id, session_id, person_id, first_name, last_name, status, status_at, starts_on, version,
                                    created_at, updated_at)
             VALUES ('{enrolment}', '{}', {person}, 'Samir', '{last_name}', 'enrolled', now(), '2026-03-02', 1, now(), now())",
            self.session
        ))
        .await;
        enrolment
    }

    /// An address of the session.
    pub fn path(&self, rest: &str) -> String {
        self.organisation.path(&format!("/sessions/{}{rest}", self.session))
    }

    /// An address of the first slot.
    pub fn slot_path(&self, rest: &str) -> String {
        self.path_of(self.slot, rest)
    }

    /// An address of a slot.
    pub fn path_of(&self, slot: SlotId, rest: &str) -> String {
        self.path(&format!("/slots/{slot}{rest}"))
    }

    /// The enrolment of a trainee.
    pub fn enrolment(&self, position: usize) -> EnrolmentId {
        self.trainees[position].enrolment
    }

    /// The trainer, signed in at this instant.
    pub fn teacher(&self, app: &TestApp) -> Client {
        app.renewed(&self.trainer).client
    }

    /// The manager, signed in at this instant.
    pub fn boss(&self, app: &TestApp) -> Client {
        app.renewed(&self.manager).client
    }

    /// A trainee, signed in at this instant.
    pub fn learner(&self, app: &TestApp, position: usize) -> Client {
        app.renewed(&self.trainees[position].user).client
    }

    /// A row of a roll call that saw nothing before.
    pub fn row(&self, position: usize, part: &str, status: &str) -> Value {
        json!({
            "enrolment_id": self.enrolment(position), "part": part, "status": status, "seen_number": 0,
        })
    }

    /// The sheet of the first slot, as the trainer sees it.
    pub async fn sheet(&self, app: &TestApp) -> Value {
        self.sheet_of(app, self.slot).await
    }

    /// The sheet of a slot.
    pub async fn sheet_of(&self, app: &TestApp, slot: SlotId) -> Value {
        self.teacher(app).get(&self.path_of(slot, "/attendance")).await.expect(200)
    }

    /// Writes marks on the first slot, and gives what became of them.
    pub async fn mark(&self, app: &TestApp, rows: Vec<Value>) -> Value {
        let body = json!({ "rows": rows });
        self.teacher(app).put(&self.slot_path("/attendance/marks"), body).await.expect(200)
    }

    /// Everybody is present in every half-day of a slot, the trainer signs, and the sheet is closed.
    pub async fn close(&self, app: &TestApp, slot: SlotId) -> Value {
        self.close_with(app, slot, "present").await
    }

    /// The same with this status for everybody.
    pub async fn close_with(&self, app: &TestApp, slot: SlotId, status: &str) -> Value {
        let sheet = self.sheet_of(app, slot).await;
        let mut rows = Vec::new();
        for row in sheet["rows"].as_array().unwrap() {
            for cell in row["half_days"].as_array().unwrap() {
                let seen = cell["mark"]["number"].as_i64().unwrap_or(0);
                if cell["mark"].is_null() {
                    rows.push(json!({
                        "enrolment_id": row["enrolment_id"], "part": cell["part"], "status": status, "seen_number": seen,
                    }));
                }
            }
        }
        let client = self.teacher(app);
        if !rows.is_empty() {
            let saved = client
                .put(&self.path_of(slot, "/attendance/marks"), json!({ "rows": rows }))
                .await
                .expect(200);
            assert_eq!((&saved["conflicts"], &saved["refused"]), (&json!([]), &json!([])), "{saved}");
        }
        for unit in sheet["half_days"].as_array().unwrap() {
            let signed = &sheet["trainers"][0]["signatures"];
            if signed.as_array().unwrap().iter().all(|one| one["part"] != unit["part"]) {
                let body = json!({ "part": unit["part"], "drawing": drawing(77) });
                client.post(&self.path_of(slot, "/attendance/signature"), body).await.expect(200);
            }
        }
        let version = self.sheet_of(app, slot).await["version"].clone();
        client.post_at(&self.path_of(slot, "/attendance/close"), &version).await.expect(200)
    }

    /// Moves the clock to the afternoon of the first slot, and closes it.
    pub async fn closed(&self, app: &TestApp) -> Value {
        app.advance(Duration::hours(5));
        self.close(app, self.slot).await
    }
}
