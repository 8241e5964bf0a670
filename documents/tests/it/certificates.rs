//! Certificates and the convocation: what they must say, and what they refuse.

use carnet_documents::certificates::{
    ActionNature, AssiduityCertificate, AssiduityPeriod, CompletionCertificate, Convocation, ConvocationSlot,
    EndOfTrainingCertificate, Holder, SkillResult, assiduity_pdf, completion_pdf, convocation_pdf,
    end_of_training_pdf,
};
use carnet_documents::sheet::{Modality, Status, Totals};
use carnet_documents::{DocumentError, samples};
use chrono::{NaiveDate, TimeZone, Utc};

use crate::reading::Read;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn holder() -> Holder {
    Holder {
        first_name: "Zoé".to_owned(),
        last_name: "Lévêque".to_owned(),
        employer: Some("Chantiers de l’Odet".to_owned()),
    }
}

pub fn completion() -> CompletionCertificate {
    CompletionCertificate {
        verification: samples::verification("CR-2026-000123"),
        issued_on: day(4, 17),
        replaces: Some("CR-2026-000101".to_owned()),
        provider: samples::provider(),
        signatory: samples::signatory(),
        holder: holder(),
        training: "Soudeur à l’arc, niveau 1".to_owned(),
        nature: ActionNature::Training,
        starts_on: day(3, 9),
        ends_on: day(4, 17),
        attended_minutes: 203 * 60 + 30,
        planned_minutes: Some(210 * 60),
        modality: Modality::OnSite,
        cofunded: true,
    }
}

pub fn assiduity() -> AssiduityCertificate {
    let totals = |present: u32| {
        let mut totals = Totals::default();
        (0..present).for_each(|_| totals.count(210, Status::Present));
        totals.count(210, Status::Late { minutes: 12 });
        totals.count(210, Status::Absent { justified: true });
        totals
    };
    AssiduityCertificate {
        verification: samples::verification("AA-2026-000007"),
        issued_on: day(4, 17),
        replaces: None,
        provider: samples::provider(),
        signatory: samples::signatory(),
        holder: holder(),
        training: "Soudeur à l’arc, niveau 1".to_owned(),
        starts_on: day(3, 9),
        ends_on: day(4, 17),
        periods: vec![
            AssiduityPeriod { from: day(3, 1), until: day(3, 31), totals: totals(30) },
            AssiduityPeriod { from: day(4, 1), until: day(4, 30), totals: totals(20) },
        ],
    }
}

pub fn end_of_training() -> EndOfTrainingCertificate {
    let result = |skill: &str, level: Option<&str>, is_acquired| SkillResult {
        skill: skill.to_owned(),
        level: level.map(str::to_owned),
        is_acquired,
        evaluated_on: level.map(|_| day(4, 16)),
        evaluated_by: level.map(|_| "Solène Kerbrat".to_owned()),
    };
    EndOfTrainingCertificate {
        verification: samples::verification("AF-2026-000031"),
        issued_on: day(4, 17),
        replaces: None,
        provider: samples::provider(),
        signatory: samples::signatory(),
        holder: holder(),
        training: "Soudeur à l’arc, niveau 1".to_owned(),
        nature: ActionNature::Training,
        starts_on: day(3, 9),
        ends_on: day(4, 17),
        attended_minutes: 203 * 60,
        objectives: vec!["Préparer un poste de soudage.".to_owned(), "Réaliser un cordon à plat.".to_owned()],
        results: vec![
            result("Lire un plan", Some("Autonome"), true),
            result("Souder en corniche", Some("Accompagné"), false),
            result("Contrôler une soudure", None, false),
        ],
    }
}

pub fn convocation() -> Convocation {
    let slot = |at: u32, title: &str, is_exam| ConvocationSlot {
        starts_at: Utc.with_ymd_and_hms(2026, 3, at, 8, 0, 0).unwrap(),
        ends_at: Utc.with_ymd_and_hms(2026, 3, at, 11, 30, 0).unwrap(),
        title: title.to_owned(),
        is_exam,
        place: None,
    };
    Convocation {
        issued_on: day(2, 20),
        provider: samples::provider(),
        signatory: Some(samples::signatory()),
        holder: holder(),
        training: "Soudeur à l’arc, niveau 1".to_owned(),
        session: "Session de mars 2026".to_owned(),
        starts_on: day(3, 9),
        ends_on: day(4, 17),
        modality: Modality::Mixed,
        place: Some("Atelier B\n14, rue du Chantier\n29000 Quimper".to_owned()),
        access: Some("Bus 4, arrêt Chantier.\nEntrée par la cour, accessible en fauteuil.".to_owned()),
        remote_url: Some("https://visio.example/soudure".to_owned()),
        information: Some("Restauration sur place à midi.\nParking dans la cour.".to_owned()),
        slots: vec![slot(9, "Accueil et règles de sécurité", false), slot(10, "Positionnement", true)],
        to_bring: vec!["Chaussures de sécurité".to_owned(), "Une pièce d’identité".to_owned()],
        accessibility_contact: Some(
            "Solène Kerbrat, référente handicap\nhandicap@atelier-cornouaille.example".to_owned(),
        ),
    }
}

/// Whether all of it is on the page, wherever lines end.
fn says(read: &Read, sentences: &[&str]) {
    let bare = |text: &str| text.replace([' ', '\u{a0}'], "");
    let text = bare(&read.text());
    for sentence in sentences {
        assert!(text.contains(&bare(sentence)), "{sentence} is not in {text}");
    }
}

#[test]
fn the_completion_certificate_says_what_the_ministry_wants() {
    let read = Read::new(&completion_pdf(&completion(), None).unwrap());
    says(
        &read,
        &[
            "Certificat de réalisation",
            "n° CR-2026-000123",
            "Maryvonne Tanguy, directrice",
            "Zoé LÉVÊQUE",
            "Chantiers de l’Odet",
            "Soudeur à l’arc, niveau 1",
            "du 9 mars au 17 avril 2026",
            "203 h 30",
            "210 h prévues",
            "action de formation",
            "pendant une durée de trois ans",
            "La présente action est cofinancée.",
            "53 29 09876 29",
            "ne vaut pas agrément de l’État",
            "123 456 789 00012",
            "Fait à : Quimper",
            "17 avril 2026",
            "CR-2026-000101",
        ],
    );
    assert_eq!(read.pages(), 1);
    assert_eq!(read.count("Link"), 1, "the page that verifies it");
}

#[test]
fn the_assiduity_certificate_adds_its_periods_up_and_prints_the_formula() {
    let read = Read::new(&assiduity_pdf(&assiduity(), None).unwrap());
    says(
        &read,
        &[
            "01/03/2026 – 31/03/2026",
            "112 h",
            "108 h 18",
            "Ensemble",
            "189 h",
            "181 h 36",
            "96 %",
            "Heures suivies : durée prévue des demi-journées",
        ],
    );
    assert_eq!(read.pages(), 1);
}

#[test]
fn the_end_of_training_certificate_lists_results_or_says_there_are_none() {
    let read = Read::new(&end_of_training_pdf(&end_of_training(), None).unwrap());
    says(
        &read,
        &[
            "Préparer un poste de soudage.",
            "Autonome",
            "acquise",
            "en cours d’acquisition",
            "non évaluée",
            "203 h",
        ],
    );
    let mut bare = end_of_training();
    bare.results.clear();
    bare.objectives.clear();
    let read = Read::new(&end_of_training_pdf(&bare, None).unwrap());
    says(&read, &["Aucune évaluation des acquis n’a été enregistrée"]);
    assert_eq!(read.count("Table"), 0, "an empty table says nothing");
}

#[test]
fn the_convocation_says_when_where_how_and_whom_to_ask() {
    let read = Read::new(&convocation_pdf(&convocation()).unwrap());
    says(
        &read,
        &[
            "Zoé LÉVÊQUE",
            "lundi 9 mars 2026",
            "9 h – 12 h 30",
            "Évaluation : Positionnement",
            "14, rue du Chantier",
            "arrêt Chantier",
            "référente handicap",
            "Chaussures de sécurité",
            "Informations pratiques",
            "Restauration sur place à midi.",
            "https://visio.example/soudure",
        ],
    );
    assert_eq!((read.pages(), read.count("Link")), (1, 1));
}

#[test]
fn many_slots_and_results_go_on_over_pages() {
    let mut letter = convocation();
    letter.slots = (0..120).map(|_| letter.slots[0].clone()).collect();
    assert!(Read::new(&convocation_pdf(&letter).unwrap()).pages() > 2);
    let mut certificate = end_of_training();
    certificate.results = (0..120).map(|_| certificate.results[0].clone()).collect();
    assert!(Read::new(&end_of_training_pdf(&certificate, None).unwrap()).pages() > 2);
}

#[test]
fn what_cannot_be_certified_is_refused() {
    let mut empty = assiduity();
    empty.periods.clear();
    assert!(matches!(assiduity_pdf(&empty, None), Err(DocumentError::Inconsistent(_))));
    let mut endless = completion();
    endless.verification.url = format!("https://carnet.example/{}", "x".repeat(4_000));
    assert_eq!(completion_pdf(&endless, None), Err(DocumentError::Address));
}
