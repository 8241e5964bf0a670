//! INSEE's API Sirene 3.11: the register itself, with a key.

use std::num::NonZeroU32;

use anyhow::Context;
use governor::{Quota, RateLimiter};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, LOCATION};
use reqwest::{StatusCode, Url};
use serde::Deserialize;

use super::source::{Source, Unexpected, Wire};
use super::{Answer, Establishment};
use crate::platform::outside;
use crate::platform::siret::Siret;

const NAME: &str = "insee-sirene";
const KEY_HEADER: HeaderName = HeaderName::from_static("x-insee-api-key-integration");

/// Below the thirty questions a minute of the public plan.
const QUOTA: Quota = Quota::per_minute(NonZeroU32::new(28).expect("not zero"));

/// How the register writes what the unit asked not to publish.
const MASKED: &str = "[ND]";

/// The source at this base address, with this key.
pub fn source(wire: Wire, base: Url, key: &str) -> anyhow::Result<Source> {
    let mut key =
        HeaderValue::from_str(key).context("CARNET_INSEE_KEY holds characters a key cannot have")?;
    key.set_sensitive(true);
    let headers = HeaderMap::from_iter([(KEY_HEADER, key)]);
    let address = move |siret: Siret| {
        let mut url = base.clone();
        url.set_path(&format!("{}/siret/{siret}", base.path().trim_end_matches('/')));
        url
    };
    let quota = RateLimiter::direct(QUOTA);
    Ok(Source {
        name: NAME,
        wire,
        address: Box::new(address),
        headers,
        read,
        quota,
        paused_until: None.into(),
    })
}

#[derive(Deserialize)]
struct Body {
    etablissement: Place,
}

#[derive(Deserialize)]
struct Place {
    siret: String,
    #[serde(rename = "uniteLegale")]
    unit: Unit,
    #[serde(rename = "adresseEtablissement", default)]
    address: Address,
    #[serde(rename = "periodesEtablissement")]
    periods: Vec<Period>,
}

#[derive(Deserialize)]
struct Unit {
    #[serde(rename = "etatAdministratifUniteLegale")]
    state: UnitState,
    #[serde(rename = "denominationUniteLegale")]
    name: Option<String>,
    #[serde(rename = "prenomUsuelUniteLegale")]
    first_name: Option<String>,
    #[serde(rename = "nomUsageUniteLegale")]
    used_name: Option<String>,
    #[serde(rename = "nomUniteLegale")]
    birth_name: Option<String>,
}

#[derive(Default, Deserialize)]
struct Address {
    #[serde(rename = "numeroVoieEtablissement")]
    number: Option<String>,
    #[serde(rename = "indiceRepetitionEtablissement")]
    repetition: Option<String>,
    #[serde(rename = "typeVoieEtablissement")]
    street_kind: Option<String>,
    #[serde(rename = "libelleVoieEtablissement")]
    street: Option<String>,
    #[serde(rename = "codePostalEtablissement")]
    postal_code: Option<String>,
    #[serde(rename = "libelleCommuneEtablissement")]
    town: Option<String>,
}

#[derive(Deserialize)]
struct Period {
    #[serde(rename = "dateFin")]
    end: Option<String>,
    #[serde(rename = "etatAdministratifEtablissement")]
    state: PlaceState,
    #[serde(rename = "denominationUsuelleEtablissement")]
    used_name: Option<String>,
    #[serde(rename = "enseigne1Etablissement")]
    sign: Option<String>,
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

#[derive(Deserialize)]
struct Refusal {
    header: Header,
}

#[derive(Deserialize)]
struct Header {
    statut: u16,
}

fn read(answer: &outside::Answer, siret: Siret) -> Result<Answer, Unexpected> {
    match answer.status {
        StatusCode::OK => found(&serde_json::from_slice::<Body>(&answer.body)?.etablissement, siret),
        StatusCode::NOT_FOUND if is_own_refusal(answer) => Ok(Answer::NotFound),
        // A number recorded twice: the register keeps the other one, so this one designates nothing.
        StatusCode::MOVED_PERMANENTLY if names_another(&answer.headers, siret) => Ok(Answer::NotFound),
        // The unit exists but refused that anything be told: neither a yes nor a no.
        StatusCode::FORBIDDEN if is_own_refusal(answer) => Ok(Answer::Unavailable),
        status => Err(Unexpected(format!("status {status}"))),
    }
}

/// Whether the register itself answered, and not a gateway before it.
fn is_own_refusal(answer: &outside::Answer) -> bool {
    serde_json::from_slice::<Refusal>(&answer.body)
        .is_ok_and(|refusal| refusal.header.statut == answer.status.as_u16())
}

fn names_another(headers: &HeaderMap, siret: Siret) -> bool {
    let location = headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = location.split(['?', '#']).next().unwrap_or_default();
    let named = path.rsplit('/').next().and_then(|number| number.parse::<Siret>().ok());
    named.is_some_and(|named| named != siret)
}

fn found(place: &Place, siret: Siret) -> Result<Answer, Unexpected> {
    if place.siret != siret.as_str() {
        return Err(Unexpected("an establishment, but not of this number".to_owned()));
    }
    let mut current = place.periods.iter().filter(|period| period.end.is_none());
    let (Some(period), None) = (current.next(), current.next()) else {
        return Err(Unexpected("not exactly one current period".to_owned()));
    };
    Ok(Answer::Found(Establishment {
        is_active: place.unit.state == UnitState::Active && period.state == PlaceState::Active,
        name: name(&place.unit, period),
        address: address(&place.address),
        training: None,
        source: NAME,
    }))
}

/// The company's name, or its owner's when it has none, or the sign over the door.
fn name(unit: &Unit, period: &Period) -> Option<String> {
    let family_name = clear(unit.used_name.as_ref()).or_else(|| clear(unit.birth_name.as_ref()));
    let owner = family_name.map(|family_name| match clear(unit.first_name.as_ref()) {
        Some(first_name) => format!("{first_name} {family_name}"),
        None => family_name.to_owned(),
    });
    let shown = |text: &Option<String>| clear(text.as_ref()).map(str::to_owned);
    shown(&unit.name).or(owner).or_else(|| shown(&period.used_name)).or_else(|| shown(&period.sign))
}

fn address(address: &Address) -> Option<String> {
    let Address { number, repetition, street_kind, street, postal_code, town } = address;
    let parts: Vec<&str> = [number, repetition, street_kind, street, postal_code, town]
        .into_iter()
        .filter_map(|part| clear(part.as_ref()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The text, unless it is empty or masked.
fn clear(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty() && !text.contains(MASKED))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ASKED: &str = "26570134200148";

    fn body(unit_state: &str, current_state: &str) -> Value {
        json!({
            "header": {"statut": 200, "message": "ok"},
            "etablissement": {
                "siren": "265701342", "nic": "00148", "siret": ASKED, "statutDiffusionEtablissement": "O",
                "uniteLegale": {
                    "etatAdministratifUniteLegale": unit_state,
                    "denominationUniteLegale": "CENTRE COMMUNAL D'ACTION SOCIALE",
                },
                "adresseEtablissement": {
                    "numeroVoieEtablissement": "22", "typeVoieEtablissement": "RUE",
                    "libelleVoieEtablissement": "DU WAD BILLY", "codePostalEtablissement": "57000",
                    "libelleCommuneEtablissement": "METZ",
                },
                "periodesEtablissement": [
                    {"dateFin": "2007-12-31", "dateDebut": "2004-02-01", "etatAdministratifEtablissement": "A"},
                    {"dateFin": null, "dateDebut": "2008-01-01", "etatAdministratifEtablissement": current_state},
                ],
            },
        })
    }

    fn read_with(status: u16, location: Option<&str>, body: &str) -> Result<Answer, Unexpected> {
        let headers = location.map(|location| (LOCATION, location.parse().unwrap())).into_iter().collect();
        let status = StatusCode::from_u16(status).unwrap();
        read(&outside::Answer { status, headers, body: body.into() }, ASKED.parse().unwrap())
    }

    fn found(body: &Value) -> Establishment {
        match read_with(200, None, &body.to_string()) {
            Ok(Answer::Found(establishment)) => establishment,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_state_is_that_of_the_period_without_an_end() {
        let open = found(&body("A", "A"));
        assert!(open.is_active);
        assert_eq!(open.name.as_deref(), Some("CENTRE COMMUNAL D'ACTION SOCIALE"));
        assert_eq!(open.address.as_deref(), Some("22 RUE DU WAD BILLY 57000 METZ"));
        // Earlier periods were open: they do not count.
        assert!(!found(&body("A", "F")).is_active);
        assert!(!found(&body("C", "A")).is_active);
        // Nulls may be left out of the answer altogether.
        let mut without_nulls = body("A", "F");
        without_nulls["etablissement"]["periodesEtablissement"][1].as_object_mut().unwrap().remove("dateFin");
        assert!(!found(&without_nulls).is_active);
    }

    #[test]
    fn no_current_period_or_two_is_no_answer() {
        let mut none = body("A", "A");
        none["etablissement"]["periodesEtablissement"][1]["dateFin"] = json!("2020-01-01");
        assert!(read_with(200, None, &none.to_string()).is_err());
        let mut two = body("A", "A");
        two["etablissement"]["periodesEtablissement"][0]["dateFin"] = json!(null);
        assert!(read_with(200, None, &two.to_string()).is_err());
        let mut missing = body("A", "A");
        missing["etablissement"].as_object_mut().unwrap().remove("periodesEtablissement");
        assert!(read_with(200, None, &missing.to_string()).is_err());
    }

    #[test]
    fn an_owner_gives_the_name_of_a_company_without_one() {
        let mut owner = body("A", "A");
        owner["etablissement"]["uniteLegale"] = json!({
            "etatAdministratifUniteLegale": "A", "denominationUniteLegale": null,
            "nomUniteLegale": "EXEMPLE", "prenomUsuelUniteLegale": "CAMILLE",
        });
        assert_eq!(found(&owner).name.as_deref(), Some("CAMILLE EXEMPLE"));
    }

    #[test]
    fn masked_values_are_absent() {
        let mut masked = body("A", "A");
        masked["etablissement"]["uniteLegale"] = json!({
            "etatAdministratifUniteLegale": "A", "denominationUniteLegale": "[ND]", "nomUniteLegale": "[ND]",
            "prenomUsuelUniteLegale": "[ND]",
        });
        for field in ["numeroVoieEtablissement", "typeVoieEtablissement", "libelleVoieEtablissement"] {
            masked["etablissement"]["adresseEtablissement"][field] = json!("[ND]");
        }
        let establishment = found(&masked);
        assert_eq!(establishment.name, None);
        assert_eq!(establishment.address.as_deref(), Some("57000 METZ"));
        assert!(establishment.is_active);
        masked["etablissement"]["periodesEtablissement"][1]["enseigne1Etablissement"] = json!("CHEZ CAMILLE");
        assert_eq!(found(&masked).name.as_deref(), Some("CHEZ CAMILLE"));
    }

    #[test]
    fn only_the_register_itself_says_unknown() {
        let own = r#"{"header": {"statut": 404, "message": "Aucun élément trouvé"}}"#;
        assert_eq!(read_with(404, None, own).unwrap(), Answer::NotFound);
        assert!(read_with(404, None, "<html>404</html>").is_err());
        assert!(read_with(404, None, r#"{"header": {"statut": 200}}"#).is_err());
    }

    #[test]
    fn a_number_recorded_twice_designates_nothing() {
        assert_eq!(
            read_with(301, Some("/api-sirene/3.11/siret/73282932000074"), "").unwrap(),
            Answer::NotFound
        );
        for elsewhere in [
            None,
            Some("https://exemple.fr/"),
            Some("/siret/26570134200148"),
            Some("/siret/1?x=73282932000074"),
        ] {
            assert!(read_with(301, elsewhere, "").is_err(), "{elsewhere:?}");
        }
        assert!(read_with(302, Some("/siret/73282932000074"), "").is_err());
    }

    #[test]
    fn a_unit_that_refuses_to_be_shown_is_neither_yes_nor_no() {
        let own = r#"{"header": {"statut": 403, "message": "Unité non diffusible"}}"#;
        assert_eq!(read_with(403, None, own).unwrap(), Answer::Unavailable);
    }

    #[test]
    fn anything_else_is_no_answer() {
        let whole = body("A", "A").to_string();
        let mut another = body("A", "A");
        another["etablissement"]["siret"] = json!("73282932000074");
        for (status, body) in [
            (200, "<html>Maintenance</html>"),
            (200, "{}"),
            (200, &whole[..whole.len() - 3]),
            (200, &another.to_string()),
            (200, &body("B", "A").to_string()),
            (200, &body("A", "C").to_string()),
            (400, r#"{"header": {"statut": 400}}"#),
            (401, r#"{"error": "invalid key"}"#),
            (403, "<html>Forbidden</html>"),
        ] {
            assert!(read_with(status, None, body).is_err(), "{status} {body}");
        }
    }
}
