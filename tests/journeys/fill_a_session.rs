//! Story B, its people: they come by form, by invitation and from files; nobody is lost, and nobody comes in twice.

use encoding_rs::WINDOWS_1252;
use reqwest::{Method, header};
use serde_json::{Value, json};

use super::{each, faults, list, one};
use crate::support::app::TestApp;
use crate::support::client::{Answer, send};
use crate::support::files::zip;
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;
use crate::support::workbook::workbook;

/// A session with few seats, and the school that fills it.
struct Filling {
    app: TestApp,
    school: School,
    session: Value,
}

impl Filling {
    /// Announced: six seats, a slot on the 9th and one on the 11th of March.
    async fn begin() -> Self {
        let app = TestApp::with_catalogue().await;
        let school = app.school("Atelier du Rhône").await;
        let (training, _) = school.published(&app, "Développement web").await;
        let mut draft = school.session_draft(&training);
        draft["seats"] = json!(6);
        let session = school.open(&draft).await;
        for date in ["2026-03-09", "2026-03-11"] {
            school.slot(&session, date, "09:00", "12:00").await;
        }
        school.step(&session, "plan", &Value::Null).await;
        Self { app, school, session }
    }

    fn path(&self, rest: &str) -> String {
        session_path(&self.school, &self.session, rest)
    }

    /// Sends a file, whatever it is.
    async fn send_file(&self, file: impl Into<Vec<u8>>) -> Answer {
        let request = self.school.manager.client.request(Method::POST, &self.path("/enrolment-imports"));
        let request = request.header(header::CONTENT_TYPE, "application/octet-stream");
        send(request.body(file.into())).await
    }

    async fn confirm(&self, import: &Value, skip_errors: bool) -> Answer {
        let id = import["id"].as_str().unwrap();
        let path = self.path(&format!("/enrolment-imports/{id}/confirm"));
        self.school.manager.client.post(&path, json!({ "skip_errors": skip_errors })).await
    }

    /// First name and state of everybody, in no order.
    async fn people(&self) -> Vec<(String, String)> {
        let listed = self.school.manager.client.get(&self.path("/enrolments")).await.expect(200);
        let people = list(&listed, "items");
        let mut people: Vec<_> = each(people, "first_name").into_iter().zip(each(people, "status")).collect();
        people.sort();
        people
    }

    async fn enrolment(&self, first_name: &str) -> Value {
        let listed = self.school.manager.client.get(&self.path("/enrolments")).await.expect(200);
        one(list(&listed, "items"), "first_name", first_name).clone()
    }

    /// Moves somebody on, from the state that is read now.
    async fn step(&self, first_name: &str, step: &Value) -> Value {
        let enrolment = self.enrolment(first_name).await;
        let path = self.path(&format!("/enrolments/{}/move", enrolment["id"].as_str().unwrap()));
        let client = &self.school.manager.client;
        let request = client.starting_from(Method::POST, &path, &enrolment["version"]);
        send(request.json(step)).await.expect(200)
    }
}

fn told(people: &[(String, String)]) -> Vec<(&str, &str)> {
    people.iter().map(|(name, status)| (name.as_str(), status.as_str())).collect()
}

#[tokio::test]
async fn people_come_in_every_way_and_stay() {
    let filling = Filling::begin().await;
    let samir = filling.app.trainee(&filling.school.organisation).await;
    by_form_and_by_invitation(&filling, &samir).await;
    let max = filling.app.person("Max", "Petit").await;
    from_a_table_of_an_old_spreadsheet(&filling, &samir, &max).await;
    from_a_workbook_that_leaves_people_out(&filling).await;
    harmful_files_change_nothing(&filling).await;
    seats_go_to_those_who_wait_in_their_order(&filling, &max).await;
    the_account_that_came_later_is_joined(&filling).await;
    who_comes_late_or_leaves_is_expected_on_their_days(filling).await;
}

/// A member is enrolled at once; somebody of another organisation decides for themselves; Zoé has no address.
async fn by_form_and_by_invitation(filling: &Filling, samir: &User) {
    let Filling { app, school, session } = filling;
    let enrolled = school.enrol_member(session, samir).await;
    assert_eq!((&enrolled["status"], &enrolled["person_id"]), (&json!("enrolled"), &json!(samir.id)));
    let elsewhere = app.school("Ailleurs").await;
    let ines = app.trainee(&elsewhere.organisation).await;
    let typed = ines.email.to_uppercase();
    let body = json!({ "first_name": "Inès", "last_name": "Diarra", "email": typed });
    let invited = school.enrol(session, &body).await;
    assert_eq!((&invited["status"], &invited["person_id"]), (&json!("invited"), &Value::Null));
    let twice = school.manager.client.post(&filling.path("/enrolments"), &body).await;
    twice.expect_problem(409, "already_enrolled");
    let mail = app.mails_to(&typed).await.pop().expect("an invitation");
    assert!(mail.subject.starts_with("Atelier du Rhône vous invite"), "{mail:?}");
    let waiting = ines.client.get("/me/session-invitations").await.expect(200);
    let id = one(list(&waiting, "items"), "organisation_name", "Atelier du Rhône")["id"].as_str().unwrap();
    assert_eq!(ines.client.post(&format!("/me/session-invitations/{id}/accept"), ()).await.status, 204);
    assert_eq!(ines.client.get("/me/sessions").await.expect(200)["items"][0]["id"], session["id"]);
    assert_eq!(school.register(session, "Zoé", "Durand").await["status"], "enrolled");
    let people = filling.people().await;
    assert_eq!(told(&people), [("Inès", "enrolled"), ("Samir", "enrolled"), ("Zoé", "enrolled")]);
}

/// Windows-1252 with `;`, as Excel saves it: shown row by row, and written when that is confirmed.
async fn from_a_table_of_an_old_spreadsheet(filling: &Filling, samir: &User, max: &User) {
    let text = format!(
        "Nom;Prénom;E-mail;N° dossier;Date d’entrée\r\n\
         Lœuvre;Anaïs;anais@example.org;D-7;11/03/2026\r\n\
         DURAND;zoé;;;\r\n\
         ;Ali;nulle part;;31/02/2026\r\n\
         Membre;Samir;{};;\r\n\
         Petit;Max;{};;\r\n\
         Rey;Léo;;;\r\n\
         Roy;Lina;lina@example.org;;\r\n",
        samir.email.to_uppercase(),
        max.email
    );
    let (bytes, _, lossy) = WINDOWS_1252.encode(&text);
    assert!(!lossy && std::str::from_utf8(&bytes).is_err());
    let shown = filling.send_file(bytes.into_owned()).await.expect(201);
    let rows = list(&shown, "rows");
    assert_eq!(each(rows, "action"), ["create", "already", "error", "already", "create", "create", "create"]);
    let statuses: Vec<_> = rows.iter().map(|row| row["status"].clone()).collect();
    assert_eq!(
        json!(statuses),
        json!(["invited", null, null, null, "invited", "enrolled", "waiting"]),
        "six seats: the seventh waits"
    );
    assert_eq!(
        (&rows[0]["last_name"], &rows[0]["reference"], &rows[0]["starts_on"]),
        (&json!("Lœuvre"), &json!("D-7"), &json!("2026-03-11"))
    );
    let of_ali = list(&rows[2], "errors");
    let places: Vec<_> = of_ali.iter().map(|fault| fault["column"].as_i64().unwrap()).collect();
    assert_eq!((&rows[2]["line"], places), (&json!(4), vec![1, 3, 5]));
    assert_eq!(each(of_ali, "code"), ["required", "email_format", "date_format"]);
    assert_eq!(filling.people().await.len(), 3, "nothing is written before it is confirmed");
    assert!(filling.app.mails_to("anais@example.org").await.is_empty());

    filling.confirm(&shown, false).await.expect_problem(409, "import_has_errors");
    let done = filling.confirm(&shown, true).await.expect(200);
    assert_eq!(done["rows"], shown["rows"], "exactly what was shown");
    filling.confirm(&shown, true).await.expect(200);
    let people = filling.people().await;
    let expected = [
        ("Anaïs", "invited"),
        ("Inès", "enrolled"),
        ("Lina", "waiting"),
        ("Léo", "enrolled"),
        ("Max", "invited"),
        ("Samir", "enrolled"),
        ("Zoé", "enrolled"),
    ];
    assert_eq!(told(&people), expected);
    assert_eq!(filling.app.mails_to("anais@example.org").await.len(), 1);
    assert!(filling.app.mails_to("lina@example.org").await.is_empty(), "who waits is not invited yet");
}

/// Two of those who are there, and one more: nobody is taken off, and a formula is a name like any other.
async fn from_a_workbook_that_leaves_people_out(filling: &Filling) {
    let file = workbook(&[
        &["Prénom", "Nom", "Courriel", "Service"],
        &["Zoé", "Durand", "", "RH"],
        &["Anaïs", "Lœuvre", "ANAIS@example.org", ""],
        &["Noé", "=HYPERLINK(0)", "", ""],
    ]);
    let shown = filling.send_file(file).await.expect(201);
    assert_eq!(each(list(&shown, "rows"), "action"), ["already", "already", "create"]);
    assert_eq!((&shown["ignored_columns"], &shown["rows"][2]["line"]), (&json!(["Service"]), &json!(4)));
    filling.confirm(&shown, false).await.expect(200);
    let people = filling.people().await;
    assert_eq!(people.len(), 8);
    assert_eq!(filling.enrolment("Noé").await["last_name"], "=HYPERLINK(0)");
}

/// Each is refused with the place of the fault; what was there is there.
async fn harmful_files_change_nothing(filling: &Filling) {
    let before = filling.people().await;
    let bomb = zip(&[("xl/worksheets/sheet1.xml", &vec![b' '; 60 * 1024 * 1024])]);
    let page = "<html><table><tr><td>Nom</td></tr></table></html>";
    let many = format!("Nom;Prénom\n{}", "Durand;Zoé\n".repeat(50_000));
    for (file, pointer, code) in [
        (bomb, "", "too_large"),
        (page.into(), "", "not_a_table"),
        (b"%PDF-1.7".to_vec(), "", "not_a_table"),
        (many.into_bytes(), "/lines/2002", "too_many"),
        (b"Nom;Pr\xc3\xa9nom\nDu\0rand;Zo\xc3\xa9\n".to_vec(), "/lines/2", "invalid_characters"),
        ("Service;Prénom\nRH;Zoé\n".into(), "/lines/1", "missing_column"),
    ] {
        let refused = filling.send_file(file).await.expect_problem(422, "invalid_request");
        assert_eq!(faults(&refused), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(filling.people().await, before);
}

/// Lina waited before Noé.
async fn seats_go_to_those_who_wait_in_their_order(filling: &Filling, max: &User) {
    let waiting = max.client.get("/me/session-invitations").await.expect(200);
    let id = list(&waiting, "items")[0]["id"].as_str().unwrap();
    assert_eq!(max.client.post(&format!("/me/session-invitations/{id}/decline"), ()).await.status, 204);
    assert_eq!(filling.enrolment("Max").await["status"], "cancelled");
    assert_eq!(filling.enrolment("Lina").await["status"], "invited");
    assert_eq!(filling.enrolment("Noé").await["status"], "waiting");
    assert_eq!(filling.app.mails_to("lina@example.org").await.len(), 1);
    filling.step("Lina", &json!({ "step": "cancel" })).await;
    assert_eq!(filling.enrolment("Noé").await["status"], "enrolled");
    let counts = filling.school.reread(&filling.session).await;
    assert_eq!((&counts["taken"], &counts["waiting"]), (&json!(6), &json!(0)));
}

/// Zoé was registered by name; now she has an account.
async fn the_account_that_came_later_is_joined(filling: &Filling) {
    let zoe = filling.app.trainee(&filling.school.organisation).await;
    let registered = filling.enrolment("Zoé").await;
    let path = filling.path(&format!("/enrolments/{}/join", registered["id"].as_str().unwrap()));
    let client = &filling.school.manager.client;
    let request = client.starting_from(Method::POST, &path, &registered["version"]);
    let joined = send(request.json(&json!({ "person_id": zoe.id }))).await.expect(200);
    assert_eq!((&joined["id"], &joined["person_id"]), (&registered["id"], &json!(zoe.id)));
    assert_eq!(each(list(&joined, "history"), "event"), ["enrol", "join"]);
    assert_eq!(zoe.client.get("/me/sessions").await.expect(200)["items"][0]["id"], filling.session["id"]);
}

/// Anaïs comes on the 11th; Samir left on the 9th, for a job.
async fn who_comes_late_or_leaves_is_expected_on_their_days(filling: Filling) {
    filling.step("Anaïs", &json!({ "step": "enrol" })).await;
    filling.app.go_to("2026-03-09T13:00:00Z");
    let filling = Filling { school: filling.app.renewed_school(&filling.school), ..filling };
    let why = json!({ "override_reason": "Évaluation sur papier" });
    filling.school.step(&filling.session, "start", &why).await;
    let left =
        filling.step("Samir", &json!({ "step": "abandon", "reason": "Emploi", "on": "2026-03-09" })).await;
    assert_eq!((&left["status"], &left["ends_on"]), (&json!("abandoned"), &json!("2026-03-09")));
    let slots = filling.school.trainer.client.get(&filling.path("/slots")).await.expect(200);
    let expected = async |at: usize| {
        let id = slots["items"][at]["id"].as_str().unwrap();
        let path = filling.path(&format!("/slots/{id}/attendance"));
        let sheet = filling.school.trainer.client.get(&path).await.expect(200);
        let mut names = each(list(&sheet, "rows"), "first_name");
        names.sort();
        names
    };
    assert_eq!(expected(0).await, ["Inès", "Léo", "Noé", "Samir", "Zoé"]);
    assert_eq!(expected(1).await, ["Anaïs", "Inès", "Léo", "Noé", "Zoé"]);
}
