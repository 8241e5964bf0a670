//! What a trainee leaves behind where no recipe leads: an experience that was judged, a quiz that was graded
//! and corrected, what a company keeps of them, and what Carnet writes by itself.

use carnet::orgs::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::authz::world::World;
use crate::support::attendance::Trainee;
use crate::support::client::send;
use crate::support::companies::SIRET;
use crate::support::experiences::mine;
use crate::support::files::pdf;
use crate::support::rooms::client_id;
use crate::support::taking::{Q, Rules, WHOLE, content};
use crate::support::users::User;

/// Rows in every table that a trainee may have rows in, and that the recipes leave empty.
pub async fn rest(world: &World, user: &User) {
    judged(world, user).await;
    graded(world, user).await;
    spoken(world, user).await;
    taken_back(world, user).await;
    by_hand(world, user).await;
    kept(world, user).await;
    let reason = json!({ "reason": "Demande reçue par courrier" });
    let admin = world.app.platform_admin().await;
    admin.client.post(&format!("/admin/people/{}/data-access", user.id), reason).await.expect(201);
}

fn id(made: &Value) -> String {
    made["id"].as_str().expect("it has an id").to_owned()
}

/// An experience of a job, sent once whatever the network does, whose proof an organisation reads and judges.
async fn judged(world: &World, user: &User) {
    let app = &world.app;
    let experience = json!({
        "title": "Bénévolat", "organisation_name": "Toits", "place": "Lyon", "started_on": "2020-01-06",
        "description": "Trois maisons.", "skills": [{ "skill": "101", "level": 2 }], "jobs": ["A1101"],
    });
    let request = user.client.request(Method::POST, "/me/experiences").header("Idempotency-Key", "once");
    let experience = id(&send(request.json(&experience)).await.expect(201));
    user.client.post(&mine(&experience, "/declare"), ()).await.expect(200);
    let proof = app.proof(user, &experience, pdf("<< /A (lu) >>")).await;
    let submission = app.submitted(user, &experience, &world.org).await;
    let (admin, grid) = (app.member(&world.org, Role::Admin).await, app.grid(&world.org).await);
    let path = world.org.path(&format!("/experience-submissions/{submission}"));
    assert_eq!(admin.client.get(&format!("{path}/proofs/{proof}/file")).await.status, 200);
    let decision = json!({
        "proofs": { "judgement": "authentic" }, "skills": [{ "skill": "101", "grid_id": grid, "step": 2 }],
    });
    admin.client.post(&format!("{path}/decide"), decision).await.expect(200);
}

/// A quiz that was handed in, graded, and corrected afterwards.
async fn graded(world: &World, user: &User) {
    let app = &world.app;
    let mut class = app.class_in(world.org, 0).await;
    let enrolment = class.enrol(app, Some(user), "Lui-même").await;
    class.trainees.push(Trainee { user: user.clone(), enrolment });
    let exam = app.exam_in(class, &WHOLE, &Rules::default()).await;
    exam.hand_in(app, 0, exam.all_right(1)).await;
    exam.grade_all(app).await;
    let mut key = content(Q::TrueFalse);
    key["answer"]["is_true"] = json!(true);
    app.write_version(exam.question(Q::TrueFalse), 2, &key).await;
    let of = json!({ "question_id": exam.question(Q::TrueFalse), "number": 2 });
    let teacher = exam.class.teacher(app);
    let preview = teacher.post(&exam.path("/correction-preview"), &of).await.expect(200);
    let mut correction = of;
    correction["reason"] = json!("Clé fausse");
    correction["seen"] = preview["seen"].clone();
    teacher.post(&exam.path("/corrections"), correction).await.expect(201);
}

/// A message with a file, edited, in a room where somebody names the person.
async fn spoken(world: &World, user: &User) {
    let (room, _) = world.aim(("$my_room", ""), Some(user)).await;
    let file = user.client.upload_pdf().await["id"].clone();
    let message = json!({ "client_id": client_id(), "text": "Bonjour", "file_ids": [file] });
    let said = user.client.post(&format!("/rooms/{room}/messages"), message).await.expect(201);
    let path = format!("/rooms/{room}/messages/{}", id(&said));
    user.client.put_at(&path, &said["version"], json!({ "text": "Bonsoir" })).await.expect(200);
    let named = format!(
        "INSERT INTO message_mention (message_id, person_id)
         SELECT id, '{0}' FROM message WHERE room_id = '{room}' AND author_id <> '{0}' LIMIT 1",
        user.id
    );
    world.app.execute(&named).await;
}

/// A validation with a remark, taken back by the organisation that made it.
async fn taken_back(world: &World, user: &User) {
    let app = &world.app;
    let organisation = app.organisation("Revenante").await;
    let (trainer, manager) =
        (app.trainer(&organisation).await, app.member(&organisation, Role::Manager).await);
    app.join(&organisation, user, Role::Trainee).await;
    let validation = json!({
        "person_id": user.id, "skill": "101", "grid_id": app.grid(&organisation).await, "step": 2,
        "comment": "Vu en atelier.",
    });
    let made = trainer.client.post(&organisation.path("/validations"), validation).await.expect(201);
    let path = organisation.path(&format!("/validations/{}/revoke", id(&made)));
    let why = json!({ "reason_code": "mistake", "reason": "Erreur de saisie" });
    manager.client.post(&path, why).await.expect(201);
}

/// What a company keeps of somebody it sees, and that they appeared to it.
async fn kept(world: &World, user: &User) {
    let app = &world.app;
    let recruiter = app.recruiter_granted(SIRET).await;
    let client = &recruiter.user.client;
    app.shortlist(&recruiter, user.id).await;
    let note = json!({ "text": "À rappeler en mai." });
    client.post(&format!("/profiles/{}/notes", user.profile), note).await.expect(201);
    let people = json!({ "profiles": [user.profile] });
    client.post("/me/company/excluded-profiles", people).await.expect(200);
    let search = json!({ "name": "Monteuses", "search": { "criteria": [{ "skill": "101" }] } });
    let search = id(&client.post("/me/saved-searches", search).await.expect(201));
    let found = format!("INSERT INTO saved_search_match VALUES ('{search}', '{}', now(), true)", user.id);
    app.execute(&found).await;
    let lists = client.get("/candidate-lists").await.expect(200);
    let path = format!("/candidate-lists/{}/candidates", id(&lists["items"][0]));
    let shown = client.get(&path).await.expect(200);
    assert_eq!(shown["items"][0]["profile"]["profile_id"], json!(user.profile));
    carnet::profiles::write_tally(&app.state).await.unwrap();
}

/// What Carnet writes by itself in its time.
async fn by_hand(world: &World, user: &User) {
    let person = user.id;
    let attended = format!(
        "FROM enrolment e JOIN attendance_mark m ON m.enrolment_id = e.id
         WHERE e.person_id = '{person}' LIMIT 1"
    );
    let beside = |table: &str| {
        format!(
            "FROM enrolment e JOIN {table} b ON b.session_id = e.session_id
             WHERE e.person_id = '{person}' LIMIT 1"
        )
    };
    for statement in [
        format!("INSERT INTO audience_change VALUES ('{person}', 1) ON CONFLICT DO NOTHING"),
        format!("INSERT INTO recovery_code (person_id, code_hash) VALUES ('{person}', 'code')"),
        format!(
            "INSERT INTO email_token (token_hash, person_id, purpose, created_at, expires_at)
             VALUES (sha256('token'), '{person}', 'reset_password', now(), now())"
        ),
        format!(
            "INSERT INTO validation_reminder
             SELECT id, 90, now() FROM validation WHERE person_id = '{person}' LIMIT 1"
        ),
        format!("INSERT INTO attendance_alert SELECT e.id, 80, 2, 50, now() {attended}"),
        format!(
            "INSERT INTO attendance_proof (id, session_id, enrolment_id, kind, happened_at, description,
             created_at)
             SELECT gen_random_uuid(), e.session_id, e.id, 'quiz', now(), 'Quiz 1', now() {attended}"
        ),
        format!(
            "INSERT INTO enrolment_event (id, enrolment_id, event, to_status, on_date, reason, at)
             SELECT gen_random_uuid(), e.id, 'enrolled', 'enrolled', current_date, 'Place libre', now()
             {attended}"
        ),
        format!(
            "INSERT INTO attendance_personal_link SELECT sha256('lien'), b.id, e.id, now() {}",
            beside("session_slot")
        ),
        format!("INSERT INTO session_room_member SELECT b.id, e.id {}", beside("session_room")),
    ] {
        world.app.execute(&statement).await;
    }
}
