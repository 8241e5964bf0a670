//! The company registers, played by a local server.

use std::time::Duration;

use serde_json::{Value, json};
use wiremock::matchers::{header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::app::TestApp;

/// The key INSEE's register expects.
const KEY: &str = "a-key-of-the-tests";

/// Both registers, which answer as they are told to; 404 in HTML until then.
pub struct FakeRegister {
    server: MockServer,
}

impl FakeRegister {
    pub async fn start() -> Self {
        Self { server: MockServer::start().await }
    }

    /// A server that asks this register, without a key for INSEE.
    pub async fn app(&self) -> TestApp {
        self.app_with(&[]).await
    }

    /// A server that asks INSEE as well.
    pub async fn app_with_insee(&self) -> TestApp {
        let (url, key) = (format!("--insee-url={}/insee", self.server.uri()), format!("--insee-key={KEY}"));
        self.app_with(&[&url, &key]).await
    }

    async fn app_with(&self, settings: &[&str]) -> TestApp {
        let url = format!("--sirene-url={}", self.server.uri());
        let mut all = vec!["--register-timeout-ms=500", &url];
        all.extend(settings);
        TestApp::start_with(&all).await
    }

    /// "Recherche d'entreprises" answers this about a number, from now on.
    pub async fn answers(&self, siret: &str, response: ResponseTemplate) {
        Mock::given(method("GET"))
            .and(path("/search"))
            .and(query_param("q", siret))
            .respond_with(response)
            .mount(&self.server)
            .await;
    }

    /// INSEE's register answers this about a number, from now on.
    pub async fn insee_answers(&self, siret: &str, response: ResponseTemplate) {
        Mock::given(method("GET"))
            .and(path(format!("/insee/siret/{siret}")))
            .and(header("X-INSEE-Api-Key-Integration", KEY))
            .respond_with(response)
            .mount(&self.server)
            .await;
    }

    /// The first register holds this number as an active establishment of this name.
    pub async fn holds(&self, siret: &str, name: &str) {
        self.answers(siret, ok(&page(siret, name, "A", "A"))).await;
    }

    /// The first register holds this number as a closed establishment.
    pub async fn holds_closed(&self, siret: &str) {
        self.answers(siret, ok(&page(siret, "ATELIER FERMÉ", "A", "F"))).await;
    }

    /// The first register holds this number as a training organisation, with these declarations.
    pub async fn holds_school(&self, siret: &str, ndas: &[&str], is_qualiopi: bool) {
        self.answers(siret, ok(&school(siret, ndas, is_qualiopi))).await;
    }

    /// The first register holds no such number.
    pub async fn does_not_hold(&self, siret: &str) {
        self.answers(siret, ok(&json!({"results": [], "total_results": 0, "page": 1, "total_pages": 0})))
            .await;
    }

    /// Forgets every answer, and every question.
    pub async fn forget(&self) {
        self.server.reset().await;
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        self.server.uri()
    }

    /// How many questions were asked since the start, or since [`Self::forget`].
    pub async fn questions(&self) -> usize {
        self.server.received_requests().await.unwrap().len()
    }

    /// The requests themselves.
    pub async fn requests(&self) -> Vec<wiremock::Request> {
        self.server.received_requests().await.unwrap()
    }
}

/// A JSON answer.
pub fn ok(body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

/// A page that no register writes: something in between answers.
pub fn html(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw("<html><h1>nginx</h1></html>", "text/html")
}

/// Every way the first register can fail about this number.
pub fn faults(siret: &str) -> Vec<(&'static str, ResponseTemplate)> {
    let whole = page(siret, "LES ATELIERS DU RHÔNE", "A", "A").to_string();
    let cut = whole[..whole.len() / 2].to_owned();
    let mut another = page(siret, "LES ATELIERS DU RHÔNE", "A", "A");
    another["results"][0]["matching_etablissements"].as_array_mut().unwrap().truncate(1);
    let too_long = format!("{{\"results\": [], \"total_results\": 0, \"pad\": \"{}\"}}", "x".repeat(2 << 20));
    vec![
        ("too many requests, in HTML and without Retry-After", html(429)),
        ("too many requests, with Retry-After", html(429).insert_header("Retry-After", "1")),
        ("server error", html(500)),
        ("bad gateway", html(502)),
        ("unavailable", html(503)),
        ("maintenance page with status 200", html(200)),
        ("truncated JSON", ResponseTemplate::new(200).set_body_raw(cut, "application/json")),
        ("empty body", ResponseTemplate::new(200)),
        ("JSON of another shape", ok(&json!({"resultats": []}))),
        ("an unknown state", ok(&page(siret, "X", "A", "Z"))),
        ("only other establishments", ok(&another)),
        ("an answer larger than any", ResponseTemplate::new(200).set_body_raw(too_long, "application/json")),
        ("refused as malformed", ResponseTemplate::new(400).set_body_json(json!({"erreur": "q"}))),
        ("forbidden", html(403)),
        ("page not found", ResponseTemplate::new(404).set_body_json(json!({"erreur": "Not Found"}))),
        ("slower than our patience", ok(&page(siret, "X", "A", "A")).set_delay(Duration::from_secs(20))),
    ]
}

/// A page of "Recherche d'entreprises" about one number: its unit's head office comes first.
pub fn page(siret: &str, name: &str, unit_state: &str, place_state: &str) -> Value {
    let siren = &siret[..9];
    let place = |siret: &str, state: &str, address: &str| {
        json!({
            "siret": siret, "etat_administratif": state, "adresse": address, "code_postal": "69001",
            "libelle_commune": "LYON", "est_siege": false, "statut_diffusion_etablissement": "O",
        })
    };
    json!({
        "results": [{
            "siren": siren, "nom_complet": name, "nom_raison_sociale": name, "sigle": null,
            "etat_administratif": unit_state, "statut_diffusion": "O", "nombre_etablissements": 2,
            "siege": place("00000000000000", "A", "1 PLACE DU SIÈGE 69001 LYON"),
            "matching_etablissements": [
                place("00000000000000", "A", "1 PLACE DU SIÈGE 69001 LYON"),
                place(siret, place_state, "12 RUE DES ATELIERS 69001 LYON"),
            ],
            "dirigeants": [],
        }],
        "total_results": 1, "page": 1, "per_page": 5, "total_pages": 1,
    })
}

/// A page about a number whose unit is a training organisation, if it has declarations.
pub fn school(siret: &str, ndas: &[&str], is_qualiopi: bool) -> Value {
    let mut page = page(siret, "ÉCOLE DU RHÔNE", "A", "A");
    page["results"][0]["complements"] = json!({
        "est_organisme_formation": !ndas.is_empty(), "est_qualiopi": is_qualiopi, "est_rge": false,
        "liste_id_organisme_formation": ndas, "convention_collective_renseignee": true,
    });
    page
}

/// An establishment of INSEE's register.
pub fn insee_body(siret: &str, name: &str, state: &str) -> Value {
    json!({
        "header": {"statut": 200, "message": "ok"},
        "etablissement": {
            "siren": &siret[..9], "siret": siret, "statutDiffusionEtablissement": "O",
            "uniteLegale": {"etatAdministratifUniteLegale": "A", "denominationUniteLegale": name},
            "adresseEtablissement": {
                "numeroVoieEtablissement": "3", "typeVoieEtablissement": "QUAI",
                "libelleVoieEtablissement": "DE LA SAÔNE", "codePostalEtablissement": "69001",
                "libelleCommuneEtablissement": "LYON",
            },
            "periodesEtablissement": [
                {"dateFin": null, "dateDebut": "2020-01-01", "etatAdministratifEtablissement": state},
                {"dateFin": "2019-12-31", "dateDebut": "2010-01-01", "etatAdministratifEtablissement": "A"},
            ],
        },
    })
}
