//! France Travail's API, as far as Carnet asks it: tokens, lists about the starter catalogue, substitutions.

use carnet::catalog::{Partner, Patience};
use serde_json::{Value, json};
use wiremock::matchers::{body_string_contains, header, method, path, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::app::TestApp;
use super::rome::Rome;

pub const JOBS: &str = "/partenaire/rome-metiers/v1/metiers/metier";
pub const APPELLATIONS: &str = "/partenaire/rome-metiers/v1/metiers/appellation";
pub const SKILLS: &str = "/partenaire/rome-competences/v1/competences/competence";

/// A server that answers well, and what it answers.
pub struct FranceTravail {
    pub server: MockServer,
    pub jobs: Value,
    pub appellations: Value,
    pub skills: Value,
}

impl FranceTravail {
    /// The lists about the starter catalogue, not served yet.
    pub async fn start() -> Self {
        let rome = Rome::starter();
        let server = MockServer::start().await;
        Self { jobs: jobs(&rome), appellations: appellations(&rome), skills: skills(&rome), server }
    }

    /// The same, with everything answered as it should be.
    pub async fn well() -> Self {
        let api = Self::start().await;
        api.grants_tokens().await;
        api.serves(JOBS, &api.jobs).await;
        api.serves(APPELLATIONS, &api.appellations).await;
        api.serves(SKILLS, &api.skills).await;
        api
    }

    /// Answers the right account, and no other, with a token.
    pub async fn grants_tokens(&self) {
        Mock::given(method("POST"))
            .and(path("/connexion/oauth2/access_token"))
            .and(body_string_contains("grant_type=client_credentials"))
            .and(body_string_contains("client_id=PAR_carnet"))
            .and(body_string_contains("client_secret=un+secret"))
            .respond_with(token("jeton-1", 1499))
            .with_priority(9)
            .mount(&self.server)
            .await;
    }

    /// Answers a question with this list, to whoever brings a token.
    pub async fn serves(&self, list: &str, body: &Value) {
        Mock::given(method("GET"))
            .and(path(list))
            .and(header("authorization", "Bearer jeton-1"))
            .respond_with(ResponseTemplate::new(200).set_body_json(body))
            .with_priority(9)
            .mount(&self.server)
            .await;
    }

    /// Answers a question so, before anything else, this many times.
    pub async fn answers(&self, list: &str, times: u64, answer: ResponseTemplate) {
        Mock::given(method("GET"))
            .and(path(list))
            .respond_with(answer)
            .up_to_n_times(times)
            .with_priority(1)
            .mount(&self.server)
            .await;
    }

    /// Names successors: `("METIER", "M1811", Some("M1805"))`; whoever is not named has none.
    pub async fn substitutes(&self, successors: &[(&str, &str, Option<&str>)]) {
        for (kind, code, next) in successors {
            let answer = match next {
                Some(next) => ResponseTemplate::new(200)
                    .set_body_json(json!({"code": code, "codeSubstitution": next, "typeEntite": kind})),
                None => ResponseTemplate::new(404),
            };
            Mock::given(path(format!("/partenaire/rome-substitutions/v1/substitution/{kind}/{code}")))
                .respond_with(answer)
                .mount(&self.server)
                .await;
        }
        Mock::given(path_regex("^/partenaire/rome-substitutions/"))
            .respond_with(ResponseTemplate::new(404))
            .with_priority(9)
            .mount(&self.server)
            .await;
    }

    /// The settings of a server that has an account here.
    pub fn settings(&self) -> Vec<String> {
        settings(&self.server.uri(), &format!("{}/partenaire", self.server.uri()))
    }

    /// A server with an account here and the starter catalogue.
    pub async fn app(&self) -> TestApp {
        let settings = self.settings();
        let app = TestApp::start_with(&settings.iter().map(String::as_str).collect::<Vec<_>>()).await;
        app.import_zip(Rome::starter().zip()).await;
        app
    }

    /// The paths asked for, in order.
    pub async fn questions(&self) -> Vec<String> {
        let requests = self.server.received_requests().await.unwrap();
        requests.iter().map(|request| request.url.path().to_owned()).collect()
    }

    /// How often a path was asked for.
    pub async fn times_asked(&self, wanted: &str) -> usize {
        self.questions().await.iter().filter(|path| *path == wanted).count()
    }
}

/// The account's settings, for an API at these two addresses.
pub fn settings(tokens: &str, base: &str) -> Vec<String> {
    vec![
        "--france-travail-id=PAR_carnet".to_owned(),
        "--france-travail-secret=un secret".to_owned(),
        format!("--france-travail-token-url={tokens}/connexion/oauth2/access_token?realm=%2Fpartenaire"),
        format!("--france-travail-url={base}"),
    ]
}

/// An answer of the token endpoint.
pub fn token(text: &str, seconds: i64) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({
        "scope": "api_rome-metiersv1 nomenclatureRome", "expires_in": seconds, "token_type": "Bearer",
        "access_token": text,
    }))
}

/// The API as the server with this account asks it, with this patience.
pub fn partner(app: &TestApp, patience: Patience) -> Partner {
    Partner::from_config(&app.state.config, patience, app.state.clock.clone()).unwrap().unwrap()
}

fn jobs(rome: &Rome) -> Value {
    let mut jobs = Vec::new();
    rome.clone().edit("referentiel_code_rome", |row| {
        let code = row.get("code_rome");
        let formacodes = match code {
            "M1805" => json!([
                {"code": "31088", "libelle": "Programmation"}, {"code": "30854", "libelle": "Langage informatique"},
            ]),
            _ => json!([{"code": "15081", "libelle": "Insertion professionnelle"}]),
        };
        jobs.push(json!({"code": code, "codeIsco": "2512", "formacodes": formacodes}));
        true
    });
    Value::Array(jobs)
}

fn appellations(rome: &Rome) -> Value {
    let mut appellations = Vec::new();
    rome.clone().edit("referentiel_appellation", |row| {
        let code = row.get("code_ogr");
        appellations.push(json!({
            "code": code, "appellationEsco": {"uri": esco("occupation", code), "libelle": format!("profession {code}")},
        }));
        true
    });
    Value::Array(appellations)
}

fn skills(rome: &Rome) -> Value {
    let mut skills = Vec::new();
    rome.clone().edit("referentiel_competence", |row| {
        let code = row.get("code_ogr").to_owned();
        let mut skill = json!({"code": code, "competenceEsco": {"uri": esco("skill", &code)}});
        if !row.get("code_ogr_macro_comp").is_empty() {
            skill["macroCompetence"] = json!({
                "code": row.get("code_ogr_macro_comp"),
                "objectif": {"code": "2D1", "libelle": "Concevoir et réaliser", "enjeu": {
                    "code": "2D", "libelle": "Nouvelles technologies",
                    "domaineCompetence": {"code": "2", "libelle": "Communication et innovation"},
                }},
            });
        }
        skills.push(skill);
        true
    });
    rome.clone().edit("referentiel_savoir", |row| {
        skills.push(json!({"code": row.get("code_ogr_savoir")}));
        true
    });
    Value::Array(skills)
}

/// An address of ESCO that belongs to nobody else.
pub fn esco(kind: &str, code: &str) -> String {
    format!("http://data.europa.eu/esco/{kind}/00000000-0000-4000-8000-{code:0>12}")
}
