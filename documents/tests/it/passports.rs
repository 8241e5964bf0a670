//! What a passport says, whatever is in it, and how much it can hold.

use carnet_documents::DocumentError;
use carnet_documents::passport::{EntryState, PassportDocument, passport_pdf};
use carnet_documents::samples;

use crate::reading::Read;

fn bare(text: &str) -> String {
    text.replace([' ', '\u{a0}', '\u{202f}'], "")
}

fn read(passport: &PassportDocument) -> Read {
    Read::new(&passport_pdf(passport, None).unwrap())
}

/// Whether all of it is on the pages, wherever lines end.
fn says(read: &Read, sentences: &[&str]) {
    let text = bare(&read.text());
    for sentence in sentences {
        assert!(text.contains(&bare(sentence)), "{sentence} is not in {text}");
    }
}

fn silent(read: &Read, sentences: &[&str]) {
    let text = bare(&read.text());
    for sentence in sentences {
        assert!(!text.contains(&bare(sentence)), "{sentence} is in {text}");
    }
}

#[test]
fn the_first_page_says_whose_it_is_and_how_it_is_checked() {
    let read = read(&samples::passport(12, 4));
    says(
        &read,
        &[
            "Carnet de compétences",
            "Zoé LÉVÊQUE",
            "un ancien nom de la même personne : Zoé Œuvrard",
            "zoe.leveque@exemple.example",
            "P-2026-7F3KQ-9XDTA",
            "K7M2 QX9T 4RWB 6ZDF",
            "30 novembre 2026",
            "Carnet entier, avec tout son historique.",
            "Destiné à : recruteur",
            "https://carnet.example/verifier/P-2026-7F3KQ-9XDTA#K7M2QX9T4RWB6ZDF",
            "https://carnet.example/verifier-hors-ligne",
            "34750f98bd59fcfc",
            "Une révocation survenue après le 30 novembre 2026",
        ],
    );
    assert_eq!(read.count("Figure"), 1, "the QR code");
    let texts = read.document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    let texts: Vec<_> = texts.map(|text| lopdf::decode_text_string(text).unwrap()).collect();
    assert!(texts.iter().any(|text| text.contains("P-2026-7F3KQ-9XDTA")), "{texts:?}");
}

#[test]
fn levels_are_told_apart_in_words_and_nothing_is_merged() {
    let passport = samples::passport(12, 4);
    let read = read(&passport);
    says(
        &read,
        &[
            "Validée : un organisme l’a constatée",
            "Attestée : un organisme, ou une autre plateforme,",
            "Déclarée : la personne le dit",
            "Souder à l’arc électrode enrobée (SAEE) (300000)",
            "autonome, niveau 3 sur 4",
            "expert, niveau 4 sur 4",
            "Souder en atmosphère inerte (TIG) (300298)",
            "Confirmé",
        ],
    );
    let text = bare(&read.text());
    // One line says what is validated, another what is declared.
    assert!(text.matches("autonome,niveau3sur4").count() >= passport.skills.len(), "{text}");
}

#[test]
fn the_history_keeps_what_counts_no_more() {
    says(
        &read(&samples::passport(12, 4)),
        &[
            "Historique des validations",
            "Atelier des métiers de Cornouaille",
            "SIRET 123 456 789 00012",
            "NDA 53 29 09876 29",
            "par Solène Kerbrat",
            "Grille de l’atelier, version 3",
            "ROME version 60",
            "Remplacée",
            "Révoquée le 19/07/2026 Erreur de saisie du niveau",
            "Expirée valable jusqu’au 27/10/2026",
            "Non acquise",
            "Attestée",
            "Hors du programme de la session",
            "Session : Session de mars 2026",
            "cordon-0.jpg (SHA-256",
            "« Cordon régulier, reprise propre. »",
            "Réponse de la personne, le 20/07/2026 : « Je demande une nouvelle évaluation. »",
        ],
    );
}

#[test]
fn experiences_show_judgements_and_the_whole_hash_of_each_file() {
    let passport = samples::passport(4, 12);
    let read = read(&passport);
    says(
        &read,
        &[
            "Chaudronnerie navale, remplacement d’été",
            "du 30 mai au 28 août 2026",
            "Pose de tôles de bordé.",
            "attestation-0.pdf",
            "attestation-1.pdf (zones masquées)",
            "attestation-2.pdf (pièce retirée le 27/10/2026)",
            "120 ko",
            "pièces authentiques",
            "pièces jugées non authentiques",
            "Souder à l’arc électrode enrobée (SAEE) : attestée (Fait seul)",
            "Contrôler la qualité d’une soudure : non attestée, « La pièce n’en dit rien. »",
            "« La pièce ne porte ni nom ni date. »",
        ],
    );
    for proof in passport.experiences.iter().flat_map(|experience| &experience.proofs) {
        says(&read, &[&proof.sha256]);
    }
}

#[test]
fn what_other_platforms_attested_stands_apart() {
    says(
        &read(&samples::passport(4, 0)),
        &[
            "Attestations d’autres plateformes",
            "École des soudeurs de Nantes",
            "Open Badge",
            "did:key:z6Mkha",
        ],
    );
}

#[test]
fn an_extract_says_that_it_is_one() {
    let mut passport = samples::passport(4, 0);
    passport.scope.is_whole = false;
    passport.holder.email = None;
    says(&read(&passport), &["Extrait choisi par la personne : une partie de ses compétences."]);
    passport.scope.from = Some(passport.issued_on);
    passport.scope.audience = None;
    let read = read(&passport);
    says(&read, &["Extrait choisi par la personne, depuis le 30 novembre 2026."]);
    silent(&read, &["Carnet entier", "Destiné à", "exemple.example"]);
}

#[test]
fn an_empty_passport_is_a_passport() {
    let read = read(&samples::passport(0, 0));
    says(&read, &["Zoé LÉVÊQUE", "P-2026-7F3KQ-9XDTA", "Aucune compétence n’est inscrite dans ce carnet."]);
    silent(&read, &["Historique des validations", "Expériences", "Attestations d’autres plateformes"]);
    assert_eq!(read.pages(), 2);
}

#[test]
fn every_page_says_whose_it_is_and_which_it_is() {
    let read = read(&samples::passport(40, 10));
    let pages = read.pages();
    assert!(pages > 3, "{pages} pages");
    let text = bare(&read.text());
    for page in 1..=pages {
        assert!(text.contains(&format!("Page{page}/{pages}")), "page {page} of {pages}");
    }
    assert_eq!(
        text.matches("CarnetdecompétencesdeZoéLÉVÊQUE").count(),
        pages - 1,
        "the head of each page but the first"
    );
}

#[test]
fn tables_have_heads_and_headings_have_an_order() {
    let passport = samples::passport(12, 4);
    let read = read(&passport);
    let tables = 1 + passport.skills.len() + 2 * passport.experiences.len() + passport.external.len();
    assert_eq!(read.count("Table"), tables);
    assert!(read.count("TH") >= 4 * tables);
    assert_eq!((read.count("H1"), read.count("H2")), (1, 5));
    assert_eq!(
        read.count("H3"),
        passport.skills.len() + passport.experiences.len() + passport.external.len()
    );
}

#[test]
fn names_from_right_to_left_long_labels_and_hostile_texts_are_printed() {
    let mut passport = samples::passport(8, 2);
    "محمد بن علي".clone_into(&mut passport.holder.first_name);
    "\u{202e}LÉVÊQUE דוד".clone_into(&mut passport.holder.last_name);
    let long = "Anticonstitutionnellement".repeat(20);
    passport.skills[0].label.clone_from(&long);
    passport.skills[1].label = "#panic(\"lu\") $ x^2 $ *gras* @renvoi".to_owned();
    passport.skills[1].history[0].organisation.name = "mot ".repeat(200);
    passport.skills[0].history[0].state =
        EntryState::Revoked { on: passport.issued_on, reason: "=HYPERLINK(\"x\")\u{0}".to_owned() };
    passport.experiences[0].proofs[0].name = format!("{long}.pdf");
    passport.experiences[0].proofs[0].sha256 = "é".to_owned();
    passport.code = "<script>".to_owned();
    let read = read(&passport);
    assert!(read.text().contains(&long), "nothing of a label is lost");
    says(&read, &["LÉVÊQUE", "#panic(\"lu\")", "=HYPERLINK(\"x\")", "محمد"]);
    assert!(read.actions().is_empty());
    assert!(read.pages() < 15, "{} pages", read.pages());
}

#[test]
fn only_the_two_pages_that_check_it_are_linked_to() {
    let passport = samples::passport(8, 4);
    let read = read(&passport);
    let addresses = read.document.objects.values().filter_map(|object| {
        let action = read.document.dereference(object.as_dict().ok()?.get(b"A").ok()?).ok()?.1;
        let address = action.as_dict().ok()?.get(b"URI").ok()?.as_str().ok()?;
        Some(String::from_utf8_lossy(address).into_owned())
    });
    let mut addresses: Vec<String> = addresses.collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses, [passport.offline_url, passport.verification.url]);
}

#[test]
fn five_hundred_entries_and_two_hundred_files_fit() {
    let passport = samples::passport(500, 200);
    let read = read(&passport);
    assert_eq!(passport.skills.iter().map(|skill| skill.history.len()).sum::<usize>(), 500);
    says(&read, &["cordon-499.jpg", "attestation-199.pdf"]);
    assert!(read.pages() < 140, "{} pages", read.pages());
}

#[test]
fn an_address_that_fits_no_code_is_refused() {
    let mut passport = samples::passport(0, 0);
    passport.verification.url = "x".repeat(4_000);
    assert_eq!(passport_pdf(&passport, None), Err(DocumentError::Address));
}
