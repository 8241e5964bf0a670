//! Organisations and their people, who come in by the front door: invited by mail, signed in with their password.

use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::client::{Answer, Client};
use crate::support::users::{PASSWORD, User};

/// Somebody signed in.
pub struct Member {
    pub account: User,
    pub client: Client,
}

/// An organisation and those who work there.
pub struct House {
    path: String,
    pub admin: Member,
    pub manager: Member,
    pub trainer: Member,
}

/// Signs in with the password.
pub async fn sign_in(app: &TestApp, account: User) -> Member {
    let body = json!({ "email": account.email, "password": PASSWORD });
    let opened = app.anonymous().post("/auth/login", body).await.expect(200);
    let client = app.anonymous().with_token(opened["access_token"].as_str().unwrap());
    Member { account, client }
}

/// Accepts the invitation that was mailed to this person, signed in.
async fn join(app: &TestApp, account: User) -> Member {
    let mails = app.mails_to(&account.email).await;
    let token = mails.last().expect("an invitation").after("/invitation?token=");
    let member = sign_in(app, account).await;
    member.client.post("/organisation-invitations/accept", json!({ "token": token })).await.expect(204);
    member
}

async fn invite(app: &TestApp, admin: &Client, path: &str, account: User, role: &str) -> Member {
    let body = json!({ "email": account.email, "role": role });
    admin.post(&format!("{path}/invitations"), body).await.expect(201);
    join(app, account).await
}

impl House {
    /// An organisation that the platform's staff creates, and that fills with those who are invited.
    pub async fn found(app: &TestApp, staff: &Client, name: &str) -> Self {
        let director = app.person("Adèle", "Directrice").await;
        let body = json!({ "name": name, "admin_email": director.email });
        let organisation = staff.post("/admin/organisations", body).await.expect(201);
        let path = format!("/organisations/{}", organisation["id"].as_str().unwrap());
        let admin = join(app, director).await;
        let manager = app.person("Marc", "Responsable").await;
        let manager = invite(app, &admin.client, &path, manager, "manager").await;
        let trainer = app.person("Farida", "Formatrice").await;
        let trainer = invite(app, &admin.client, &path, trainer, "trainer").await;
        Self { path, admin, manager, trainer }
    }

    /// Takes somebody in as a trainee.
    pub async fn enrol(&self, app: &TestApp, account: User) -> Member {
        invite(app, &self.admin.client, &self.path, account, "trainee").await
    }

    /// The address of something of the organisation.
    pub fn path(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    /// The address of one of its trainings, or of something of it.
    pub fn training(&self, training: &Value, rest: &str) -> String {
        self.path(&format!("/trainings/{}{rest}", training["id"].as_str().unwrap()))
    }

    /// Writes a course.
    pub async fn course(&self, title: &str, minutes: u32, modality: &str) -> Value {
        let body = json!({ "title": title, "minutes": minutes, "modality": modality });
        self.admin.client.post(&self.path("/courses"), body).await.expect(201)
    }

    /// Writes a training for the first time.
    pub async fn write(&self, draft: &Value) -> Value {
        self.admin.client.post(&self.path("/trainings"), draft).await.expect(201)
    }

    /// Writes a training anew, from the version that was read.
    pub async fn rewrite(&self, read: &Value, draft: &Value) -> Value {
        let path = self.training(read, "");
        self.admin.client.put_at(&path, &read["version"], draft).await.expect(200)
    }

    /// Publishes, archives or restores a training, from the version that was read.
    pub async fn step(&self, read: &Value, step: &str) -> Answer {
        let path = self.training(read, &format!("/{step}"));
        self.admin.client.post_at(&path, &read["version"]).await
    }

    /// What a reader sees of a training, or of something of it.
    pub async fn read(&self, training: &Value, rest: &str) -> Value {
        self.trainer.client.get(&self.training(training, rest)).await.expect(200)
    }
}
