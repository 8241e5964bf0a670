//! A passport put together: what it says and the files that go with it, as of one moment.

use std::collections::HashMap;

use sqlx::PgConnection;
use uuid::Uuid;

use super::experiences::{StoredProof, experiences};
use super::gather::EvidenceFile;
use super::{documents, gather, imports};
use crate::files::{self, FileCard};
use crate::ids::{FileId, PersonId};
use crate::passport::model::chain::Link;
use crate::passport::model::export::{
    Chain, Choice, Disclosures, Experience, ExportSecret, Issuer, Passport, Validation, issue, proof_path,
    signed, snapshot, summary,
};
use crate::passport::store::chain;
use crate::platform::db::Tx;
use crate::platform::seal::{SealKey, SignedDocument, remember_key};
use crate::platform::state::AppState;

/// A file of a proof, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    /// The proof.
    pub id: Uuid,
    /// The file.
    pub file: FileId,
    /// Its path in a ZIP.
    pub path: String,
    /// What its bytes are.
    pub media_type: String,
}

/// A passport, ready to be written in any form.
pub struct Dossier {
    /// What it says.
    pub passport: Passport,
    /// The same, signed.
    pub signed: SignedDocument,
    /// The files that go with it, in the order of the ZIP.
    pub proofs: Vec<ProofFile>,
}

/// Reads a passport as of this moment, in one snapshot of the database, and signs it. Nothing is written.
pub async fn dossier(state: &AppState, person: PersonId, choice: &Choice) -> anyhow::Result<Dossier> {
    let mut tx = state.pool.begin().await?;
    sqlx::query!("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *tx).await?;
    let dossier = read(&mut tx, state, person, choice).await?;
    tx.commit().await?;
    Ok(dossier)
}

async fn read(
    db: &mut PgConnection,
    state: &AppState,
    person: PersonId,
    choice: &Choice,
) -> anyhow::Result<Dossier> {
    let today = state.clock.today();
    let holder = gather::holder(&mut *db, person, choice).await?;
    let declared = gather::declarations(&mut *db, person, choice).await?;
    let (mut validations, evidence) = gather::validations(&mut *db, person, choice, today).await?;
    let grids = gather::grids(&mut *db, &validations).await?;
    let (mut experiences, stored) = experiences(&mut *db, person, choice).await?;
    let external = imports::of_person(&mut *db, person, choice).await?;
    let links = chain::chain(&mut *db, person).await?;
    let proofs = if choice.with_proofs {
        let files = stored.iter().map(|one| one.file).chain(evidence.iter().map(|one| one.file));
        let cards = harmless(&mut *db, state, files.collect()).await?;
        let of_experiences = (experiences.as_mut_slice(), stored.as_slice());
        placed(&cards, of_experiences, (validations.as_mut_slice(), evidence.as_slice()))
    } else {
        Vec::new()
    };
    let is_told = |link: &Link| {
        let is_chosen = |subject: Uuid| {
            validations.iter().any(|one| one.id.0 == subject)
                || experiences.iter().any(|one| one.id == subject)
        };
        choice.tells_facts() && (choice.is_whole() || link.subject.is_some_and(is_chosen))
    };
    let links = links.into_iter().map(|link| {
        let content = link.content.clone().filter(|_| is_told(&link));
        Link { content, ..link }
    });
    let links: Vec<Link> = links.collect();
    let draft = Passport {
        title: format!("Carnet de compétences de {} {}", holder.first_name, holder.last_name),
        number: String::new(),
        code: String::new(),
        issued_on: today,
        issuer: Issuer { name: "Carnet".to_owned(), url: state.config.public_url() },
        verification_url: String::new(),
        scope: choice.scope(),
        skills: summary(declared, &validations, &external),
        status: snapshot(&validations, today),
        holder,
        validations,
        grids,
        experiences,
        external,
        chain: Chain { links },
        disclosures: Disclosures::none(),
    };
    let key = state.part::<SealKey>();
    let passport = issue(draft, state.part::<ExportSecret>(), key)?;
    Ok(Dossier { signed: signed(&passport, key)?, passport, proofs })
}

/// What is known of the files that may be handed out: those the antivirus holds back do not go with an export.
async fn harmless(
    db: &mut PgConnection,
    state: &AppState,
    files: Vec<FileId>,
) -> sqlx::Result<HashMap<FileId, FileCard>> {
    let cards = files::cards(db, &files).await?.into_iter();
    let may = cards.filter(|card| card.scan.may_be_served(state.config.files.unchecked_files).is_ok());
    Ok(may.map(|card| (card.id, card)).collect())
}

/// The files that go with an export, each in its place.
struct Placing<'a> {
    cards: &'a HashMap<FileId, FileCard>,
    placed: Vec<ProofFile>,
}

impl Placing<'_> {
    /// Gives a file its place in the ZIP, under the name it is known by; none where it does not go with the export.
    fn place(&mut self, id: Uuid, file: FileId, name: Option<&str>) -> Option<String> {
        let card = self.cards.get(&file)?;
        let path = proof_path(self.placed.len() + 1, name.unwrap_or(&card.name));
        let (placed, media_type) = (path.clone(), card.media_type.clone());
        self.placed.push(ProofFile { id, file, path: placed, media_type });
        Some(path)
    }
}

/// Places the proofs of experiences, then what validations rest on.
fn placed(
    cards: &HashMap<FileId, FileCard>,
    (experiences, stored): (&mut [Experience], &[StoredProof]),
    (validations, evidence): (&mut [Validation], &[EvidenceFile]),
) -> Vec<ProofFile> {
    let mut placing = Placing { cards, placed: Vec::new() };
    let files: HashMap<Uuid, FileId> = stored.iter().map(|one| (one.id, one.file)).collect();
    for proof in experiences.iter_mut().flat_map(|one| &mut one.proofs) {
        let Some(file) = files.get(&proof.id) else { continue };
        proof.path = placing.place(proof.id, *file, Some(&proof.name));
    }
    for entry in validations {
        for one in evidence.iter().filter(|one| one.validation == entry.id) {
            if let Some(told) = entry.evidence.get_mut(one.place) {
                told.path = placing.place(one.id, one.file, None);
            }
        }
    }
    placing.placed
}

/// Writes down that a passport was issued, so that whoever holds it can ask about it; the key it is signed with is published.
pub async fn issue_now(
    tx: &mut Tx<'_>,
    state: &AppState,
    person: PersonId,
    dossier: &Dossier,
) -> sqlx::Result<()> {
    let now = state.clock.now();
    remember_key(tx, state.part::<SealKey>(), now).await?;
    documents::insert(tx, person, dossier, now).await
}
