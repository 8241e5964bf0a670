//! Badges written, read back, forged.

mod foreign;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::export::{
    Evidence, GivenLevel, Grid, GridStep, Organisation, SkillName, Standing, Validation,
};
use super::award::claims;
use super::read::Token;
use super::*;
use crate::ids::{GridId, ValidationId};
use crate::platform::seal::{SealKey, sha256, test_key};

const PLATFORM: &str = "https://carnet.example";
const LIST: &str = "https://carnet.example/api/v1/badge-status/1";

/// The schema kept beside these tests. It is written from the facts of the Open Badges 3.0 specification (required
/// properties, types, enumerations), not copied from 1EdTech's file, which `credentialSchema` names.
const SCHEMA_OF_BADGES: &str = include_str!("../fixtures/achievement_credential.schema.json");

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    at("2026-11-30T08:00:00Z")
}

/// The grid of [`validation`].
pub fn grid() -> Grid {
    let step =
        |name: &str, common_level, is_passing| GridStep { name: name.to_owned(), common_level, is_passing };
    Grid {
        id: GridId(Uuid::from_u128(7)),
        version: 3,
        name: "Grille de l’atelier".to_owned(),
        steps: vec![
            step("Non acquis", None, false),
            step("En appui", Some(2), true),
            step("Seul", Some(3), true),
        ],
    }
}

/// A validation that stands.
pub fn validation() -> Validation {
    Validation {
        id: ValidationId(Uuid::from_u128(1)),
        skill: SkillName { code: "300298".to_owned(), label: "Souder à l’arc".to_owned(), release: 60 },
        standing: Standing::Valid,
        level: GivenLevel {
            grid_id: Some(GridId(Uuid::from_u128(7))),
            grid_version: Some(3),
            step: Some(2),
            name: "Seul".to_owned(),
            common_level: Some(3),
            is_passing: true,
        },
        organisation: Organisation {
            name: "Atelier des métiers".to_owned(),
            legal_name: None,
            siret: Some("73282932000074".to_owned()),
            siret_check: None,
            nda: Some("53290987629".to_owned()),
            nda_check: None,
            qualiopi: None,
            qualiopi_categories: Vec::new(),
            checked_at: None,
        },
        origin: "organisation".to_owned(),
        session: None,
        is_outside_programme: false,
        validated_by: Some("Solène Kerbrat".to_owned()),
        confirmed_by: None,
        comment: None,
        jobs: vec!["H2913".to_owned()],
        evidence: vec![Evidence {
            kind: "file".to_owned(),
            title: "cordon.jpg".to_owned(),
            note: None,
            sha256: Some(sha256("photo")),
            path: None,
        }],
        validated_at: "2026-03-06T17:00:00Z".to_owned(),
        expires_on: Some("2028-03-05".parse().unwrap()),
        experience: None,
        supersedes: None,
        superseded_by: None,
        revocation: None,
        replies: Vec::new(),
    }
}

fn badge_of(validation: &Validation, grid: &Grid) -> Result<String, AwardFault> {
    sign_badge(&test_key(1), PLATFORM, &award_of(validation, grid))
}

fn award_of<'a>(validation: &'a Validation, grid: &'a Grid) -> Award<'a> {
    Award {
        validation,
        grid: Some(grid),
        organisation: Uuid::from_u128(9),
        holder: BadgeHolder {
            name: Some("Léa Martin".to_owned()),
            email: "Lea@exemple.fr".to_owned(),
            salt: "sel".to_owned(),
        },
        status: StatusPlace { list: LIST.to_owned(), index: 94_567 },
    }
}

/// A badge signed with the first test key.
pub fn badge() -> String {
    badge_of(&validation(), &grid()).unwrap()
}

fn platform_keys() -> GivenKeys {
    GivenKeys::of_platform(&[test_key(1).public().clone()])
}

#[test]
fn what_is_written_holds_to_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA_OF_BADGES).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let faults = |credential: &Value| {
        validator.iter_errors(credential).map(|fault| format!("{fault}")).collect::<Vec<_>>()
    };
    let (whole, grid) = (validation(), grid());
    let bare = Validation {
        evidence: vec![Evidence { sha256: None, ..whole.evidence[0].clone() }],
        expires_on: None,
        organisation: Organisation { siret: None, nda: None, ..whole.organisation.clone() },
        ..whole.clone()
    };
    for validation in [&whole, &bare] {
        let credential = claims(PLATFORM, &award_of(validation, &grid)).unwrap();
        assert_eq!(faults(&credential), Vec::<String>::new());
    }
    // The schema can refuse: each required property, and a value outside each enumeration.
    let credential = claims(PLATFORM, &award_of(&whole, &grid)).unwrap();
    for pointer in
        ["", "/issuer", "/credentialSubject", "/credentialSubject/achievement", "/credentialStatus"]
    {
        let names: Vec<String> =
            credential.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        let refused = names.iter().filter(|name| {
            let mut without = credential.clone();
            without.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(*name);
            !faults(&without).is_empty()
        });
        assert!(refused.count() >= 2, "{pointer}: nothing is required");
    }
    for (pointer, wrong) in [
        ("/@context/0", json!("https://www.w3.org/2018/credentials/v1")),
        ("/type/1", json!("Badge")),
        ("/validFrom", json!("hier")),
        ("/credentialSubject/achievement/achievementType", json!("Skill")),
        ("/credentialSubject/achievement/alignment/0/targetType", json!("rome")),
        ("/credentialSubject/achievement/resultDescription/0/resultType", json!("Level")),
        ("/credentialSubject/identifier/0/identityHash", json!("lea@exemple.fr")),
        ("/credentialStatus/statusListIndex", json!(94_567)),
    ] {
        let mut changed = credential.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(!faults(&changed).is_empty(), "{pointer}");
    }
}

#[test]
fn the_token_is_what_the_specification_makes_of_the_credential() {
    let (whole, grid) = (validation(), grid());
    let endless = Validation { expires_on: None, ..whole.clone() };
    for validation in [&whole, &endless] {
        let token = Token::read(&badge_of(validation, &grid).unwrap()).unwrap();
        // No other header is allowed.
        let header = json!({ "alg": "EdDSA", "typ": "JWT", "jwk": test_key(1).public().to_jwk() });
        assert_eq!(token.header, header);
        let claims = &token.claims;
        assert_eq!(claims.get("vc"), None, "the claims are the credential");
        for (claim, pointer) in [("iss", "/issuer/id"), ("jti", "/id"), ("sub", "/credentialSubject/id")] {
            assert!(claims[claim].is_string(), "{claim} is required");
            assert_eq!(Some(&claims[claim]), claims.pointer(pointer), "{claim}");
        }
        let moment = |name: &str| claims[name].as_str().map(|text| at(text).timestamp());
        assert_eq!(claims["nbf"].as_i64(), moment("validFrom"));
        assert_eq!(claims["exp"].as_i64(), moment("validUntil"));
        assert_eq!(claims.get("exp").is_some(), validation.expires_on.is_some());
    }
    let other = Validation { id: ValidationId(Uuid::from_u128(2)), ..whole.clone() };
    let subject =
        |validation: &Validation| claims(PLATFORM, &award_of(validation, &grid)).unwrap()["sub"].clone();
    assert_ne!(subject(&whole), subject(&other), "it ties no two badges to one person");
}

#[test]
fn a_badge_says_what_was_validated_by_whom_and_to_whom() {
    let text = badge();
    assert_eq!(text, badge(), "the same award is the same text");
    let found = verify_badge(&text, &platform_keys(), &[], now()).unwrap();
    assert_eq!((found.name.as_str(), found.issuer.as_str()), ("Souder à l’arc", "Atelier des métiers"));
    let issuer = format!("{PLATFORM}/api/v1/badge-issuers/{}", Uuid::from_u128(9));
    assert_eq!(found.issuer_id, issuer);
    assert_eq!(found.level.as_deref(), Some("Seul"));
    assert_eq!(found.alignments, [("300298".to_owned(), "Souder à l’arc".to_owned())]);
    assert_eq!(found.holder.as_deref(), Some("Léa Martin"));
    // The last day counts whole, in Paris.
    assert_eq!(
        (found.valid_from.as_str(), found.valid_until.as_deref()),
        ("2026-03-06T17:00:00Z", Some("2028-03-05T23:00:00Z"))
    );
    assert_eq!(found.evidence, [("cordon.jpg".to_owned(), Some(sha256("photo")))]);
    assert_eq!(found.key, KeySource::Platform(test_key(1).public().key_id.clone()));
    assert_eq!(found.status, FoundStatus::NotLookedUp(LIST.to_owned()));
    let claims = claims(PLATFORM, &award_of(&validation(), &grid())).unwrap();
    let identity = &claims["credentialSubject"]["identifier"][0];
    assert_eq!(identity["identityHash"], format!("sha256${}", sha256("lea@exemple.frsel")));
    assert!(!claims.to_string().contains("lea@"), "the address itself is in no badge");
}

#[test]
fn only_what_stands_is_awarded() {
    let (whole, grid) = (validation(), grid());
    for standing in [Standing::Superseded, Standing::Revoked, Standing::Expired, Standing::NotAcquired] {
        let other = Validation { standing, ..whole.clone() };
        assert_eq!(badge_of(&other, &grid), Err(AwardFault::NotStanding), "{standing:?}");
    }
    let failed =
        Validation { level: GivenLevel { is_passing: false, ..whole.level.clone() }, ..whole.clone() };
    assert_eq!(badge_of(&failed, &grid), Err(AwardFault::NotStanding));
    for level in [
        GivenLevel { step: Some(3), ..whole.level.clone() },
        GivenLevel { step: Some(-1), ..whole.level.clone() },
        GivenLevel { grid_version: Some(2), ..whole.level.clone() },
    ] {
        let other = Validation { level, ..whole.clone() };
        assert_eq!(badge_of(&other, &grid), Err(AwardFault::Inconsistent));
    }
    let timeless = Validation { validated_at: "hier".to_owned(), ..whole };
    assert_eq!(badge_of(&timeless, &grid), Err(AwardFault::Inconsistent));
}

#[test]
fn a_level_of_the_common_scale_needs_no_grid() {
    let whole = validation();
    let level = GivenLevel { grid_id: None, grid_version: None, step: None, ..whole.level.clone() };
    let common = Validation { level, ..whole };
    let grid = grid();
    let award = Award { grid: None, ..award_of(&common, &grid) };
    let text = sign_badge(&test_key(1), PLATFORM, &award).unwrap();
    assert_eq!(verify_badge(&text, &platform_keys(), &[], now()).unwrap().level.as_deref(), Some("Autonome"));
    let nowhere =
        Validation { level: GivenLevel { common_level: None, ..common.level.clone() }, ..common.clone() };
    let award = Award { validation: &nowhere, ..award };
    assert_eq!(sign_badge(&test_key(1), PLATFORM, &award), Err(AwardFault::Inconsistent));
}

#[test]
fn every_changed_letter_is_found() {
    let text = badge();
    let keys = platform_keys();
    for place in 0..text.len() {
        let mut changed = text.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(verify_badge(&changed, &keys, &[], now()).is_err(), "letter {place} is not covered");
    }
    for text in ["", ".", "..", "a.b", "a.b.c.d", "e30.e30.", "%PDF-", "{}"] {
        assert!(verify_badge(text, &keys, &[], now()).is_err(), "{text}");
        assert!(text == "e30.e30." || !looks_like_badge(text.as_bytes()), "{text}");
    }
    assert!(looks_like_badge(format!(" {text}\n").as_bytes()));
}

#[test]
fn time_is_told() {
    let faults = |moment: &str| verify_badge(&badge(), &platform_keys(), &[], at(moment)).unwrap_err();
    assert_eq!(faults("2026-03-06T16:59:59Z"), [BadgeFault::NotYet("2026-03-06T17:00:00Z".to_owned())]);
    assert_eq!(faults("2028-03-05T23:00:00Z"), [BadgeFault::Expired("2028-03-05T23:00:00Z".to_owned())]);
}

#[test]
fn the_key_that_a_badge_brings_along_proves_no_issuer() {
    let found = verify_badge(&badge(), &GivenKeys::default(), &[], now()).unwrap();
    assert_eq!(found.key, KeySource::Badge);
    // Somebody else's badge under the same issuer is told apart.
    let grid = grid();
    let forged = sign_badge(&test_key(2), PLATFORM, &award_of(&validation(), &grid)).unwrap();
    assert_eq!(verify_badge(&forged, &platform_keys(), &[], now()).unwrap().key, KeySource::Badge);
}

#[test]
fn a_status_list_says_what_is_revoked() {
    let keys = platform_keys();
    let list_of = |list: &StatusList| {
        let text =
            sign_status_list(&test_key(1), PLATFORM, LIST, list, at("2026-11-01T00:00:00Z"), now()).unwrap();
        read_status_list(&text, &keys).unwrap()
    };
    let mut list = StatusList::new(0);
    let clear = list_of(&list);
    assert_eq!(clear.as_of, "2026-11-01T00:00:00Z");
    let found = verify_badge(&badge(), &keys, &[clear], now()).unwrap();
    assert_eq!(found.status, FoundStatus::NotRevoked("2026-11-01T00:00:00Z".to_owned()));
    assert!(list.set(94_567));
    let faults = verify_badge(&badge(), &keys, &[list_of(&list)], now()).unwrap_err();
    assert_eq!(faults, [BadgeFault::Revoked("2026-11-01T00:00:00Z".to_owned())]);
    // A list that nobody vouches for, and one that is none.
    let foreign = sign_status_list(&test_key(2), PLATFORM, LIST, &list, now(), now()).unwrap();
    assert_eq!(read_status_list(&foreign, &keys), Err(StatusFault::Signature));
    assert_eq!(read_status_list(&badge(), &keys), Err(StatusFault::Unreadable));
}

#[test]
fn a_status_list_keeps_every_bit() {
    let mut list = StatusList::new(200_001);
    let indexes = [0, 1, 7, 8, 131_071, 131_072, 200_000];
    assert!(indexes.iter().all(|index| list.set(*index)));
    assert!(!list.set(200_008), "past its end");
    let text = list.encode();
    assert_eq!(text, list.encode());
    let read = StatusList::decode(&text).unwrap();
    assert_eq!(read, list);
    let set: Vec<u64> = (0..200_008).filter(|index| read.is_set(*index) == Some(true)).collect();
    assert_eq!(set, indexes);
    assert_eq!(read.is_set(200_008), None);
    // The first bit is the left-most one of the first byte.
    assert_eq!(list.encode(), StatusList::decode(&text[1..]).unwrap().encode(), "the u may lack");
    for text in ["", "u", "uAAAA", "é"] {
        assert_eq!(StatusList::decode(text), Err(StatusFault::Unreadable), "{text}");
    }
}

#[test]
fn claims_that_contradict_the_credential_and_missing_parts_are_told() {
    let key = test_key(1);
    let whole = claims(PLATFORM, &award_of(&validation(), &grid())).unwrap();
    let faults = |pointer: &str, value: Option<Value>| {
        let mut changed = whole.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let parent = changed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        match value {
            Some(value) => drop(parent.insert(name.to_owned(), value)),
            None => drop(parent.remove(name)),
        }
        verify_badge(&key.sign_token(&changed).unwrap(), &platform_keys(), &[], now()).unwrap_err()
    };
    for (claim, value) in
        [("iss", json!("x")), ("jti", json!("x")), ("sub", json!("x")), ("nbf", json!(1)), ("exp", json!(2))]
    {
        assert_eq!(faults(&format!("/{claim}"), Some(value)), [BadgeFault::Claim(claim)]);
    }
    for (pointer, part) in [
        ("/@context", "@context"),
        ("/type", "type"),
        ("/issuer", "issuer"),
        ("/credentialSubject", "credentialSubject"),
        ("/credentialSubject/achievement", "achievement"),
        ("/validFrom", "validFrom"),
    ] {
        assert_eq!(faults(pointer, None), [BadgeFault::Structure(part)]);
    }
}

#[test]
fn the_older_form_that_wraps_the_credential_is_read() {
    let key: SealKey = test_key(1);
    let claims = json!({ "iss": "https://ecole.example", "vc": {
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": "https://ecole.example",
        "issuanceDate": "2026-01-01T00:00:00Z", "expirationDate": "2030-01-01T00:00:00Z",
        "credentialSubject": { "type": ["AchievementSubject"], "achievement": {
            "id": "urn:uuid:2", "name": "Soudure", "description": "x", "criteria": {} } },
    } });
    let found = verify_badge(&key.sign_token(&claims).unwrap(), &platform_keys(), &[], now()).unwrap();
    assert_eq!(found.valid_until.as_deref(), Some("2030-01-01T00:00:00Z"));
    assert_eq!(found.issuer, "https://ecole.example");
}
