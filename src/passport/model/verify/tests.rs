//! Every form of what somebody holds: accepted as it was issued, refused once anything of it was changed.

use std::io::{Cursor, Write};

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::badges::tests::{badge, grid, validation};
use super::super::chain::{Content, Link, LinkKind, seal_link};
use super::super::export::{
    Audience, Chain, Claim, Disclosure, Disclosures, ExportSecret, Holder, Issuer, JSON_PATH, MANIFEST,
    MANIFEST_PATH, Manifest, ManifestFile, PDF_PATH, Passport, Scope, issue, signed, snapshot, summary,
};
use super::*;
use crate::platform::seal::{SignedDocument, seal_pdf, seal_zip, sha256, test_key, zip_comment};

fn now() -> DateTime<Utc> {
    "2026-11-30T08:00:00Z".parse().unwrap()
}

fn links() -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (number, kind) in (0..).zip([LinkKind::Opening, LinkKind::Validation]) {
        let last = links.last().map(|link| (link.number, link.seal.sha256.clone()));
        let last = last.as_ref().map(|(number, sha256)| (*number, sha256.as_str()));
        let at = "2026-03-06T17:00:00Z".parse::<DateTime<Utc>>().unwrap() + chrono::Duration::seconds(number);
        let content = Content { salt: format!("s{number}"), fact: json!({ "level": number }) };
        links.push(seal_link(&test_key(1), last, (kind, None, at), content).unwrap());
    }
    links[0].content = None;
    links
}

fn passport() -> Passport {
    let issued_on = "2026-11-30".parse().unwrap();
    let validations = vec![validation()];
    let draft = Passport {
        title: "Carnet de compétences de Léa Martin".to_owned(),
        number: String::new(),
        code: String::new(),
        issued_on,
        issuer: Issuer { name: "Carnet".to_owned(), url: "https://carnet.example".to_owned() },
        verification_url: String::new(),
        scope: Scope {
            is_whole: true,
            skills: Vec::new(),
            from: None,
            to: None,
            with_proofs: false,
            with_contact: false,
            audience: Audience::Holder,
        },
        holder: Holder {
            first_name: "Léa".to_owned(),
            last_name: "Martin".to_owned(),
            former_names: Vec::new(),
            email: None,
        },
        skills: summary(Vec::new(), &validations, &[]),
        status: snapshot(&validations, issued_on),
        validations,
        grids: vec![grid()],
        experiences: Vec::new(),
        external: Vec::new(),
        chain: Chain { links: links() },
        disclosures: Disclosures::none(),
    };
    issue(draft, &ExportSecret::new([7; 32]), &test_key(1)).unwrap()
}

fn json_file() -> Vec<u8> {
    signed(&passport(), &test_key(1)).unwrap().to_text().unwrap().into_bytes()
}

fn pdf_file() -> Vec<u8> {
    let json = json_file();
    let head = format!("%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Length {}>>\nstream\n", json.len());
    let pdf = [head.as_bytes(), &json, b"\nendstream\nendobj\nstartxref\n9\n%%EOF"].concat();
    seal_pdf(&test_key(1), pdf)
}

fn claim_file() -> Vec<u8> {
    let is_wanted = |claim: &Claim| matches!(claim, Claim::SkillAtLeast { level: 2, .. });
    let claim = Disclosure::of(&passport().disclosures, is_wanted).unwrap().unwrap();
    claim.to_text().unwrap().into_bytes()
}

/// A ZIP of these files besides the JSON, the PDF and the manifest, which lists them all.
fn zip_file(proofs: &[(&str, &[u8])]) -> Vec<u8> {
    let (json, pdf) = (json_file(), pdf_file());
    let mut files: Vec<(&str, &[u8])> = vec![(JSON_PATH, &json), (PDF_PATH, &pdf)];
    files.extend(proofs);
    let listed = files.iter().map(|(path, bytes)| ManifestFile {
        path: (*path).to_owned(),
        media_type: "application/octet-stream".to_owned(),
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
    });
    let passport = passport();
    let manifest =
        Manifest { number: passport.number, issued_on: passport.issued_on, files: listed.collect() };
    let manifest =
        SignedDocument::seal(&test_key(1), MANIFEST, serde_json::to_value(&manifest).unwrap()).unwrap();
    let manifest = manifest.to_text().unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.set_raw_comment(zip_comment()).unwrap();
    files.push((MANIFEST_PATH, manifest.as_bytes()));
    for (path, bytes) in files {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(path, stored).unwrap();
        writer.write_all(bytes).unwrap();
    }
    let mut file = writer.finish().unwrap();
    seal_zip(&test_key(1), &mut file).unwrap();
    file.into_inner()
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("JSON", json_file()),
        ("PDF", pdf_file()),
        ("claim", claim_file()),
        ("ZIP", zip_file(&[("preuves/000-a.txt", b"some proof")])),
        ("badge", badge().into_bytes()),
    ]
}

/// The answer on a file, with the keys of the first test key.
fn answer(bytes: &[u8]) -> Option<Result<Verdict, Vec<Said>>> {
    answer_at(bytes, now())
}

fn answer_at(bytes: &[u8], now: DateTime<Utc>) -> Option<Result<Verdict, Vec<Said>>> {
    let keys = GivenKeys::of_platform(&[test_key(1).public().clone()]);
    verify(&mut Cursor::new(bytes), &Means { keys: &keys, lists: &[], now }).unwrap()
}

fn french(all: &[Said]) -> String {
    all.iter().map(|said| said.french.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_form_is_accepted_and_says_what_cannot_be_checked() {
    for (form, bytes) in all() {
        let verdict = answer(&bytes).unwrap().unwrap_or_else(|faults| panic!("{form}: {faults:?}"));
        assert!(verdict.checked.len() >= 2 && verdict.facts.len() >= 2, "{form}: {verdict:?}");
        let unchecked = french(&verdict.unchecked);
        assert!(
            unchecked.contains("révocation") && unchecked.contains("la personne qui présente"),
            "{form}: {unchecked}"
        );
        for said in verdict.facts.iter().chain(&verdict.checked).chain(&verdict.unchecked) {
            assert!(!said.french.is_empty() && !said.english.is_empty(), "{form}: {said:?}");
        }
    }
}

#[test]
fn a_passport_says_whose_it_is_and_how_its_entries_stand() {
    let verdict = answer(&json_file()).unwrap().unwrap();
    let facts = french(&verdict.facts);
    assert!(facts.contains("Carnet de compétences de Léa Martin, n°\u{a0}P-2026-"), "{facts}");
    assert!(facts.contains("1 inscriptions, dont 1 en vigueur"), "{facts}");
    assert!(french(&verdict.checked).contains("2 maillons"), "{verdict:?}");
    let unchecked = french(&verdict.unchecked);
    assert!(unchecked.contains("après le 2026-11-30") && unchecked.contains("1 maillons"), "{unchecked}");
    let zip = answer(&zip_file(&[("preuves/000-a.txt", b"x")])).unwrap().unwrap();
    assert!(french(&zip.checked).contains("ses 3 fichiers"), "{zip:?}");
}

#[test]
fn a_claim_says_what_is_proved_and_nothing_else() {
    let bytes = claim_file();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(!text.contains("Atelier des métiers"), "{text}");
    let facts = french(&answer(&bytes).unwrap().unwrap().facts);
    assert!(
        facts.contains("Souder à l’arc (300298)\u{a0}: validée au niveau 2 sur\u{a0}4, ou plus"),
        "{facts}"
    );
    let late = answer_at(&bytes, "2028-03-06T08:00:00Z".parse().unwrap()).unwrap().unwrap_err();
    assert!(french(&late).contains("jusqu’au 2028-03-05"), "{late:?}");
}

#[test]
fn every_form_by_another_key_is_refused() {
    let stranger = GivenKeys::of_platform(&[test_key(2).public().clone()]);
    for (form, bytes) in all() {
        let means = Means { keys: &stranger, lists: &[], now: now() };
        let found = verify(&mut Cursor::new(&bytes), &means).unwrap().unwrap();
        assert!(found.is_err(), "{form}: {found:?}");
    }
}

#[test]
fn a_file_of_a_zip_that_is_no_more_the_one_listed_is_named() {
    let mut bytes = zip_file(&[("preuves/000-a.txt", b"some proof")]);
    let at = bytes.windows(10).position(|window| window == b"some proof").unwrap();
    bytes[at] ^= 1;
    let faults = french(&answer(&bytes).unwrap().unwrap_err());
    assert!(faults.contains("preuves/000-a.txt") && faults.contains("Sceau du ZIP"), "{faults}");
}

/// What the tests of the page that checks offline write with the first test key.
const FROM_THE_PAGE: [(&str, &[u8]); 5] = [
    ("carnet.json", include_bytes!("../../../../web/verifier/fixtures/carnet.json")),
    ("carnet.pdf", include_bytes!("../../../../web/verifier/fixtures/carnet.pdf")),
    ("carnet.zip", include_bytes!("../../../../web/verifier/fixtures/carnet.zip")),
    ("preuve.json", include_bytes!("../../../../web/verifier/fixtures/preuve.json")),
    ("badge.jwt", include_bytes!("../../../../web/verifier/fixtures/badge.jwt")),
];

#[test]
fn what_the_page_s_own_tests_write_is_accepted_here() {
    for (name, bytes) in FROM_THE_PAGE {
        let found = answer(bytes).unwrap_or_else(|| panic!("{name} is of no kind that is known"));
        let verdict = found.unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        assert!(french(&verdict.facts).contains("Léa Martin"), "{name}: {verdict:?}");
        for at in (0..bytes.len()).step_by(61) {
            let mut changed = bytes.to_vec();
            changed[at] ^= 1;
            assert!(answer(&changed).is_none_or(|found| found.is_err()), "{name}: byte {at}");
        }
    }
}

#[test]
fn what_is_of_another_kind_is_left_to_others() {
    for bytes in
        [b"".as_slice(), b"{}", b"bonjour", b"%PDF-1.7\nstartxref", b"{\"format\":\"carnet.certificate/1\"}"]
    {
        assert_eq!(answer(bytes), None, "{bytes:?}");
    }
    assert!(answer(b"PK\x03\x04").unwrap().is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_byte_changed_anywhere_is_found(form in 0_usize..5, at in any::<prop::sample::Index>(), with in 1_u8..=255) {
        let (form, mut bytes) = all().swap_remove(form);
        let at = at.index(bytes.len());
        bytes[at] ^= with;
        // A badge may stand between white space, which is none of its bytes.
        let is_held = answer(&bytes).is_some_and(|found| found.is_ok());
        prop_assert!(!is_held, "byte {at} of the {form} is not covered");
    }

    #[test]
    fn a_file_cut_short_or_made_longer_is_refused(form in 0_usize..4, at in any::<prop::sample::Index>(), more in "[a-z ]{1,8}") {
        let (form, bytes) = all().swap_remove(form);
        let at = at.index(bytes.len());
        prop_assert!(answer(&bytes[..at]).is_none_or(|found| found.is_err()), "{form} cut at {at}");
        let longer = [bytes.as_slice(), more.as_bytes()].concat();
        prop_assert!(answer(&longer).is_none_or(|found| found.is_err()), "{form} with {more:?} after it");
    }
}
