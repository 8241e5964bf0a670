//! "Recherche d'entreprises": the public search service over Sirene, without a key.

use std::num::NonZeroU32;

use governor::{Quota, RateLimiter};
use reqwest::header::HeaderMap;
use reqwest::{StatusCode, Url};
use serde::Deserialize;
use serde_json::Value;

use super::source::{Source, Unexpected, Wire};
use super::{Answer, Establishment, TrainingActivity};
use crate::platform::outside;
use crate::platform::siret::Siret;

const NAME: &str = "recherche-entreprises";

/// Below the seven questions a second that the service allows one address.
const QUOTA: Quota = Quota::per_second(NonZeroU32::new(6).expect("not zero"));

/// How the service writes what the unit asked not to publish.
const MASKED: &str = "NON-DIFFUSIBLE";

/// The source at this base address.
pub fn source(wire: Wire, base: Url) -> Source {
    let address = move |siret: Siret| {
        let mut url = base.clone();
        url.set_path(&format!("{}/search", base.path().trim_end_matches('/')));
        url.query_pairs_mut().clear().extend_pairs([("q", siret.as_str()), ("per_page", "5")]);
        url
    };
    let headers = HeaderMap::new();
    let quota = RateLimiter::direct(QUOTA);
    Source { name: NAME, wire, address: Box::new(address), headers, read, quota, paused_until: None.into() }
}

#[derive(Deserialize)]
struct Page {
    results: Vec<Unit>,
    total_results: u64,
}

#[derive(Deserialize)]
struct Unit {
    siren: String,
    nom_raison_sociale: Option<String>,
    nom_complet: Option<String>,
    etat_administratif: UnitState,
    matching_etablissements: Vec<Place>,
    #[serde(default)]
    complements: Value,
}

/// What the service adds from other public registers, of which some tell who is a training organisation.
#[derive(Deserialize)]
struct Complements {
    est_organisme_formation: bool,
    est_qualiopi: bool,
    liste_id_organisme_formation: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Place {
    siret: String,
    etat_administratif: PlaceState,
    adresse: Option<String>,
    code_postal: Option<String>,
    libelle_commune: Option<String>,
}

/// A state that is neither of the two known ones is an unexpected answer, not a guess.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum UnitState {
    #[serde(rename = "A")]
    Active,
    #[serde(rename = "C")]
    Ceased,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum PlaceState {
    #[serde(rename = "A")]
    Active,
    #[serde(rename = "F")]
    Closed,
}

fn read(answer: &outside::Answer, siret: Siret) -> Result<Answer, Unexpected> {
    if answer.status != StatusCode::OK {
        return Err(Unexpected(format!("status {}", answer.status)));
    }
    let page: Page = serde_json::from_slice(&answer.body)?;
    if page.results.is_empty() && page.total_results == 0 {
        return Ok(Answer::NotFound);
    }
    // The head office or a neighbour may come first: only the establishment of this number counts.
    let asked = page.results.iter().filter(|unit| unit.siren == siret.siren().as_str()).find_map(|unit| {
        unit.matching_etablissements
            .iter()
            .find(|place| place.siret == siret.as_str())
            .map(|place| (unit, place))
    });
    match asked {
        Some((unit, place)) => Ok(Answer::Found(establishment(unit, place))),
        None => Err(Unexpected("results, but not about this number".to_owned())),
    }
}

fn establishment(unit: &Unit, place: &Place) -> Establishment {
    Establishment {
        is_active: unit.etat_administratif == UnitState::Active
            && place.etat_administratif == PlaceState::Active,
        name: clear(unit.nom_raison_sociale.as_ref()).or_else(|| clear(unit.nom_complet.as_ref())),
        address: clear(place.adresse.as_ref()).or_else(|| town(place)),
        training: training(&unit.complements),
        source: NAME,
    }
}

/// Whether the unit trains people, as far as the service tells. What is missing or of another shape says nothing, and
/// takes nothing from what the service says of the establishment.
fn training(complements: &Value) -> Option<TrainingActivity> {
    let told = Complements::deserialize(complements).ok()?;
    let mut ndas = told.liste_id_organisme_formation.unwrap_or_default();
    ndas.retain(|nda| nda.len() == 11 && nda.bytes().all(|digit| digit.is_ascii_digit()));
    Some(TrainingActivity { is_declared: told.est_organisme_formation, is_qualiopi: told.est_qualiopi, ndas })
}

/// Postal code and town, which stay public when the street is masked.
fn town(place: &Place) -> Option<String> {
    let parts: Vec<String> = [&place.code_postal, &place.libelle_commune]
        .into_iter()
        .filter_map(|part| clear(part.as_ref()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The text, unless it is empty or masked.
fn clear(text: Option<&String>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty() && !text.contains(MASKED)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ASKED: &str = "81280923400030";
    const HEAD_OFFICE: &str = "81280923400014";

    fn page(unit_state: &str, place_state: &str) -> Value {
        json!({
            "results": [{
                "siren": "812809234", "nom_complet": "BOULANGERIE DU NIL (BDN)",
                "nom_raison_sociale": "BOULANGERIE DU NIL", "etat_administratif": unit_state,
                "siege": {"siret": HEAD_OFFICE, "etat_administratif": "A"},
                "matching_etablissements": [
                    {"siret": HEAD_OFFICE, "etat_administratif": "A", "adresse": "7 RUE DU NIL 75002 PARIS"},
                    {"siret": ASKED, "etat_administratif": place_state, "adresse": "8 RUE PAUL BERT 75011 PARIS"},
                ],
            }],
            "total_results": 1, "page": 1, "per_page": 5, "total_pages": 1,
        })
    }

    fn read_body(status: u16, body: &str) -> Result<Answer, Unexpected> {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = outside::Answer { status, headers: HeaderMap::new(), body: body.into() };
        read(&answer, ASKED.parse().unwrap())
    }

    fn found(page: &Value) -> Establishment {
        match read_body(200, &page.to_string()) {
            Ok(Answer::Found(establishment)) => establishment,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_establishment_is_found_by_its_number_not_by_its_place() {
        let establishment = found(&page("A", "A"));
        assert_eq!(establishment.name.as_deref(), Some("BOULANGERIE DU NIL"));
        assert_eq!(establishment.address.as_deref(), Some("8 RUE PAUL BERT 75011 PARIS"));
        assert!(establishment.is_active);
    }

    #[test]
    fn open_means_the_establishment_and_its_unit() {
        assert!(!found(&page("A", "F")).is_active);
        assert!(!found(&page("C", "A")).is_active);
        assert!(!found(&page("C", "F")).is_active);
    }

    #[test]
    fn masked_values_are_absent() {
        let mut masked = page("A", "A");
        masked["results"][0]["nom_complet"] = json!("[NON-DIFFUSIBLE]");
        masked["results"][0]["nom_raison_sociale"] = json!(null);
        let place = &mut masked["results"][0]["matching_etablissements"][1];
        place["adresse"] = json!("[NON-DIFFUSIBLE] 75011 PARIS");
        place["code_postal"] = json!("75011");
        place["libelle_commune"] = json!("PARIS");
        let establishment = found(&masked);
        assert_eq!(establishment.name, None);
        assert_eq!(establishment.address.as_deref(), Some("75011 PARIS"));
    }

    #[test]
    fn a_unit_that_trains_is_told_with_its_numbers() {
        let mut school = page("A", "A");
        school["results"][0]["complements"] = json!({
            "est_organisme_formation": true, "est_qualiopi": false, "est_rge": false,
            "liste_id_organisme_formation": ["11755432175", "1175", "84691234567"],
        });
        let told = found(&school).training.unwrap();
        assert_eq!((told.is_declared, told.is_qualiopi), (true, false));
        assert_eq!(told.ndas, ["11755432175", "84691234567"], "what is no number is left out");
        school["results"][0]["complements"]["liste_id_organisme_formation"] = json!(null);
        assert!(found(&school).training.unwrap().ndas.is_empty());
    }

    #[test]
    fn what_is_not_told_of_training_takes_nothing_from_the_establishment() {
        assert_eq!(found(&page("A", "A")).training, None);
        for complements in [
            json!(null),
            json!([]),
            json!({ "est_organisme_formation": true }),
            json!({ "est_organisme_formation": "oui", "est_qualiopi": true }),
            json!({ "est_organisme_formation": true, "est_qualiopi": true, "liste_id_organisme_formation": 11 }),
        ] {
            let mut unclear = page("A", "A");
            unclear["results"][0]["complements"] = complements.clone();
            let establishment = found(&unclear);
            assert_eq!((establishment.is_active, establishment.training), (true, None), "{complements}");
        }
    }

    #[test]
    fn only_an_empty_page_means_unknown() {
        let empty = json!({"results": [], "total_results": 0, "page": 1, "per_page": 5, "total_pages": 0});
        assert_eq!(read_body(200, &empty.to_string()).unwrap(), Answer::NotFound);
        let contradictory = json!({"results": [], "total_results": 3});
        assert!(read_body(200, &contradictory.to_string()).is_err());
        let mut another = page("A", "A");
        another["results"][0]["matching_etablissements"][1]["siret"] = json!(HEAD_OFFICE);
        assert!(read_body(200, &another.to_string()).is_err());
        let mut another = page("A", "A");
        another["results"][0]["siren"] = json!("732829320");
        assert!(read_body(200, &another.to_string()).is_err());
    }

    #[test]
    fn anything_else_is_no_answer() {
        let whole = page("A", "A").to_string();
        for (status, body) in [
            (200, "<html><body>Maintenance</body></html>"),
            (200, ""),
            (200, "null"),
            (200, "{}"),
            (200, &whole[..whole.len() - 10]),
            (200, &page("X", "A").to_string()),
            (200, &page("A", "C").to_string()),
            (301, &whole),
            (400, r#"{"erreur": "3 caractères minimum"}"#),
            (403, &whole),
            (404, r#"{"erreur": "Not Found"}"#),
        ] {
            assert!(read_body(status, body).is_err(), "{status} {body}");
        }
    }
}
