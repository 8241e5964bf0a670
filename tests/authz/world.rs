//! One server for the whole matrix, with what every recipe can name; and one request of it.

use reqwest::{Method, header};
use serde_json::Value;
use tokio::sync::OnceCell;

use super::actors::{self, Kind};
use super::attending::Attending;
use super::chatting::Chatting;
use super::claims::Claims;
use super::evaluating::Evaluating;
use super::offering::Offering;
use super::operations::Operation;
use super::recipes::Recipe;
use super::taking::Taking;
use super::targets;
use crate::support::certifications::Export;
use crate::support::client::{Answer, send};
use crate::support::files::pdf;
use crate::support::organisations::Organisation;
use crate::support::search::{Added, SearchApp, someone};
use crate::support::users::User;

/// The server and what does not change from cell to cell.
pub struct World {
    pub app: SearchApp,
    /// The organisation the recipes are about. It always has an admin of its own.
    pub org: Organisation,
    /// Another one.
    pub elsewhere: Organisation,
    /// Somebody recruiters can see.
    pub visible: Added,
    /// The session that slots and participants are made in, once somebody names it.
    pub session: OnceCell<String>,
    /// The question with an image, and that image, once somebody names them.
    pub image: OnceCell<(String, String)>,
    /// The sessions that requests about attendance are about.
    pub attending: Attending,
    /// The establishments that requests about claims are about.
    pub claims: Claims,
    /// What requests about passports are about.
    pub evaluating: Evaluating,
    /// The quizzes that requests about taking them are about.
    pub taking: Taking,
    /// Those that requests about offers are about.
    pub offering: Offering,
    /// The rooms that requests about them are about.
    pub chatting: Chatting,
}

impl World {
    /// Starts the server.
    pub async fn start() -> Self {
        // An address where nobody answers: an import can be asked for, and fails.
        Self::on(SearchApp::start_with(&["--rome-url=http://127.0.0.1:9/csv"]).await).await
    }

    /// Makes what the recipes name, on a server that may hold other people already.
    pub async fn on(app: SearchApp) -> Self {
        let (org, elsewhere) = (app.organisation("Atelier").await, app.organisation("Ailleurs").await);
        for organisation in [&org, &elsewhere] {
            app.member(organisation, carnet::orgs::Role::Admin).await;
        }
        app.import_certifications(Export::new().zip()).await;
        let visible = app.add(&someone("Zoé", "Visible")).await;
        app.settled().await;
        let (session, image) = (OnceCell::new(), OnceCell::new());
        let (attending, claims, taking) = (Attending::default(), Claims::default(), Taking::default());
        let evaluating = Evaluating::default();
        Self {
            app,
            org,
            elsewhere,
            visible,
            session,
            image,
            attending,
            claims,
            evaluating,
            taking,
            offering: Offering::default(),
            chatting: Chatting::default(),
        }
    }

    /// Runs what waits.
    pub async fn run_jobs(&self) {
        self.app.thin_out_jobs().await;
        self.app.run_jobs().await;
    }

    /// Asks the operation as somebody of this kind, with targets of its own.
    pub async fn ask(&self, operation: &Operation, recipe: &Recipe, kind: Kind) -> Answer {
        let user = actors::create(self, kind).await;
        let (path, body) = self.aim((recipe.path, recipe.body), user.as_ref()).await;
        self.send(operation, &path, body.as_ref(), user.as_ref()).await
    }

    /// An address and a body, from templates, for somebody.
    pub async fn aim(&self, (path, body): (&str, &str), user: Option<&User>) -> (String, Option<Value>) {
        let path = targets::fill(self, user, path).await;
        let body = targets::fill(self, user, body).await;
        let body =
            (!body.is_empty()).then(|| serde_json::from_str(&body).expect("the recipe's body is JSON"));
        (path, body)
    }

    /// Sends one request as a browser of this person would: with the token, and the cookie where cookies go.
    pub async fn send(
        &self,
        operation: &Operation,
        path: &str,
        body: Option<&Value>,
        user: Option<&User>,
    ) -> Answer {
        let client = user.map_or_else(|| self.app.anonymous(), |user| user.client.clone());
        let mut request = client.request(operation.method.clone(), path);
        if let Some(user) = user.filter(|_| path.starts_with("/auth/")) {
            request = request.header(header::COOKIE, format!("carnet_refresh={}", user.refresh_token));
        }
        if operation.method != Method::GET {
            // What is changed was just made: it is at its first version.
            request = request.header(header::IF_MATCH, "\"1\"");
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let table = match operation.id.as_str() {
            "create_enrolment_import" => Some("Nom;Prénom\nDurand;Zoé\n"),
            "create_question_import" => Some("Le feu brûle.{T}\n"),
            _ => None,
        };
        // A recipe whose body is a text says itself what the file holds.
        let told = body.and_then(Value::as_str).filter(|_| operation.takes_file).or(table);
        if let Some(told) = told {
            request = request.header(header::CONTENT_TYPE, "application/octet-stream").body(told.to_owned());
        } else if operation.takes_file {
            request = request.header("File-Name", "document.pdf").body(pdf("<< >>"));
        }
        send(request).await
    }
}
