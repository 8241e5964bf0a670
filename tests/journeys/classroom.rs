//! A room where a session is under way, and how each person in it speaks.

use reqwest::Method;
use serde_json::{Value, json};

use super::{each, list, one};
use crate::support::app::TestApp;
use crate::support::attendance::drawing;
use crate::support::client::Client;
use crate::support::companies::SIRET;
use crate::support::organisations::whole_identity;
use crate::support::sessions::session_path;
use crate::support::trainings::School;
use crate::support::users::User;

/// A slot of the session, and the half-day it lies in.
#[derive(Clone, Copy)]
pub struct Turn {
    at: usize,
    pub part: &'static str,
}

/// Three hours each: Monday the 9th of March from nine, from half past one, and Tuesday from nine.
pub const MORNING: Turn = Turn { at: 0, part: "am" };
pub const AFTERNOON: Turn = Turn { at: 1, part: "pm" };
pub const NEXT_DAY: Turn = Turn { at: 2, part: "am" };

/// Everybody who takes part; Zoé has no account.
pub const EVERYBODY: [&str; 4] = ["Samir", "Inès", "Hugo", "Zoé"];

/// A session under way, and its people.
pub struct Classroom {
    pub app: TestApp,
    school: School,
    session: Value,
    slots: Vec<Value>,
    people: Vec<Value>,
    accounts: Vec<(&'static str, User)>,
}

impl Classroom {
    /// Opens, fills and announces a session of three slots; the clock starts it on Monday at nine in Paris.
    pub async fn open() -> Self {
        let app = TestApp::with_catalogue().await;
        let school = app.school("Atelier du Rhône").await;
        app.declare(&school.organisation, &whole_identity(SIRET)).await;
        let (training, _) = school.published(&app, "Développement web").await;
        let mut draft = school.session_draft(&training);
        draft["announced_minutes"] = json!(540);
        let session = school.open(&draft).await;
        let mut slots = Vec::new();
        for (date, start, end) in [
            ("2026-03-09", "09:00", "12:00"),
            ("2026-03-09", "13:30", "16:30"),
            ("2026-03-10", "09:00", "12:00"),
        ] {
            slots.push(school.slot(&session, date, start, end).await);
        }
        let (mut people, mut accounts) = (Vec::new(), Vec::new());
        for (first_name, last_name) in [("Samir", "Nadir"), ("Inès", "Diarra"), ("Hugo", "Martin")] {
            let account = app.person(first_name, last_name).await;
            app.join(&school.organisation, &account, carnet::orgs::Role::Trainee).await;
            people.push(school.enrol_member(&session, &account).await);
            accounts.push((first_name, account));
        }
        people.push(school.register(&session, "Zoé", "Durand").await);
        let skills = each(list(&session, "skills"), "skill");
        let quiz = json!({ "title": "Évaluation finale", "purpose": "assessment", "skills": skills });
        school.manager.client.post(&session_path(&school, &session, "/quizzes"), quiz).await.expect(201);
        school.step(&session, "plan", &Value::Null).await;
        app.go_to("2026-03-09T08:00:00Z");
        app.advance_sessions().await;
        let room = Self { app, school, session, slots, people, accounts };
        assert_eq!(room.school().reread(&room.session).await["status"], "running");
        room
    }

    /// The school, signed in at this instant.
    pub fn school(&self) -> School {
        self.app.renewed_school(&self.school)
    }

    pub fn session(&self) -> &Value {
        &self.session
    }

    /// The trainer, signed in at this instant.
    pub fn trainer(&self) -> Client {
        self.school().trainer.client
    }

    /// The manager, signed in at this instant.
    pub fn manager(&self) -> Client {
        self.school().manager.client
    }

    /// The trainer with one more device.
    pub async fn tablet(&self) -> Client {
        self.app.second_device(&self.school.trainer).await.client
    }

    /// The account of somebody who takes part.
    pub fn account(&self, name: &str) -> User {
        let (_, account) = self.accounts.iter().find(|(known, _)| *known == name).expect("an account");
        self.app.renewed(account)
    }

    /// Somebody who takes part, signed in at this instant.
    pub fn trainee(&self, name: &str) -> Client {
        self.account(name).client
    }

    /// The id of somebody's enrolment.
    pub fn enrolment(&self, name: &str) -> &Value {
        &one(&self.people, "first_name", name)["id"]
    }

    /// The id of a slot.
    pub fn slot(&self, turn: Turn) -> &Value {
        &self.slots[turn.at]["id"]
    }

    /// An address of the session.
    pub fn path(&self, rest: &str) -> String {
        session_path(&self.school, &self.session, rest)
    }

    /// An address of a slot.
    pub fn slot_path(&self, turn: Turn, rest: &str) -> String {
        self.path(&format!("/slots/{}{rest}", self.slot(turn).as_str().unwrap()))
    }

    /// An address of one's own slot.
    pub fn own_path(&self, turn: Turn, rest: &str) -> String {
        format!("/me/attendance/slots/{}{rest}", self.slot(turn).as_str().unwrap())
    }

    /// A row of a roll call that saw so many marks of this person before.
    pub fn row(&self, name: &str, turn: Turn, seen: i32, said: &Value) -> Value {
        let mut row = said.clone();
        row["enrolment_id"] = self.enrolment(name).clone();
        (row["part"], row["seen_number"]) = (json!(turn.part), json!(seen));
        row
    }

    /// Calls the roll from a device, and gives what became of each row.
    pub async fn call(&self, device: &Client, turn: Turn, rows: Vec<Value>) -> Value {
        let body = json!({ "rows": rows });
        device.put(&self.slot_path(turn, "/attendance/marks"), body).await.expect(200)
    }

    /// The sheet, as the trainer sees it.
    pub async fn sheet(&self, turn: Turn) -> Value {
        self.trainer().get(&self.slot_path(turn, "/attendance")).await.expect(200)
    }

    /// What the sheet says of somebody.
    pub fn cell<'a>(&self, sheet: &'a Value, name: &str) -> &'a Value {
        let id = self.enrolment(name).as_str().unwrap();
        &one(list(sheet, "rows"), "enrolment_id", id)["half_days"][0]
    }

    /// The trainer signs.
    pub async fn trainer_signs(&self, turn: Turn, seed: i32) {
        let body = json!({ "part": turn.part, "drawing": drawing(seed) });
        self.trainer().post(&self.slot_path(turn, "/attendance/signature"), body).await.expect(200);
    }

    /// The trainer closes the sheet as they see it.
    pub async fn close(&self, turn: Turn) -> Value {
        let version = self.sheet(turn).await["version"].clone();
        self.trainer().post_at(&self.slot_path(turn, "/attendance/close"), &version).await.expect(200)
    }

    /// One's own half-day, as a trainee sees it among all of theirs.
    pub async fn own_half_day(&self, name: &str, turn: Turn) -> Value {
        let mine = self.trainee(name).get("/me/attendance").await.expect(200);
        let slots = list(&list(&mine, "items")[0], "slots");
        one(slots, "slot_id", self.slot(turn).as_str().unwrap())["half_days"][0].clone()
    }

    /// Downloads a file: its bytes and its media type.
    pub async fn file(&self, client: &Client, path: &str) -> (Vec<u8>, String) {
        let answer = client.request(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
        (answer.bytes().await.unwrap().to_vec(), kind)
    }

    /// Exports all sheets of the session.
    pub async fn export(&self, format: &str) -> Vec<u8> {
        let path = self.path(&format!("/attendance-export?scope=session&format={format}"));
        self.file(&self.manager(), &path).await.0
    }
}
