//! `carnet verify-document`: checks, offline, what a platform or another issuer signed: sheets, certificates, passports in
//! any form, one claim of a passport, badges, receipts of consents and of deleted rooms.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use carnet::attendance::{DocumentFault, Verified, verify_file};
use carnet::chat::{self, Why};
use carnet::passport::{self, GivenKeys, Means, Said, StatusListBadge, Verdict, read_status_list};
use carnet::platform::clock::Clock;
use carnet::platform::seal::{PdfFault, SealFault, SignedFault};
use carnet::sharing::{CheckedReceipt, check_receipt};
use clap::Args;

/// Check, offline, that a signed document is as it was issued.
#[derive(Args)]
pub struct VerifyDocument {
    /// The PDF, the JSON, the ZIP or the badge.
    file: PathBuf,

    /// The public keys: what `/api/v1/verification-keys` of the platform answers, saved. For a badge of another issuer, its
    /// JWK, its set of them or its DID document. May be repeated.
    #[arg(long, required = true)]
    keys: Vec<PathBuf>,

    /// A status list of badges, saved: says which are revoked. May be repeated.
    #[arg(long)]
    status_list: Vec<PathBuf>,
}

/// Checks, says what was found in French and in English, and fails when the document does not hold.
pub fn run(command: &VerifyDocument) -> anyhow::Result<()> {
    let keys = given_keys(&command.keys)?;
    let lists: Vec<StatusListBadge> =
        command.status_list.iter().map(|path| status_list(path, &keys)).collect::<anyhow::Result<_>>()?;
    let means = Means { keys: &keys, lists: &lists, now: Clock::system().now() };
    let mut file = File::open(&command.file).with_context(|| opening(&command.file))?;
    match passport::verify(&mut file, &means).with_context(|| opening(&command.file))? {
        Some(Ok(verdict)) => {
            println!("{}", text_of(&verdict));
            Ok(())
        }
        Some(Err(faults)) => refused(&faults),
        None => other(&fs::read(&command.file).with_context(|| opening(&command.file))?, &keys),
    }
}

/// What is neither an export of a passport nor a badge: a receipt, or a paper of attendance.
fn other(bytes: &[u8], keys: &GivenKeys) -> anyhow::Result<()> {
    match check_receipt(bytes, keys.platform()) {
        Some(Ok(receipt)) => {
            println!("{}", receipt_told(&receipt));
            Ok(())
        }
        Some(Err(faults)) => {
            let said = faults.iter().map(|fault| Said::new(signed_in_french(*fault), fault.to_string()));
            refused(&said.collect::<Vec<_>>())
        }
        None => deletion(bytes, keys),
    }
}

/// The receipt of a deleted room, or a paper of attendance.
fn deletion(bytes: &[u8], keys: &GivenKeys) -> anyhow::Result<()> {
    match chat::verify_receipt(bytes, keys.platform()) {
        Some(Ok(receipt)) => {
            println!("{}", deletion_told(&receipt));
            Ok(())
        }
        Some(Err(faults)) => {
            let said = faults.iter().map(|fault| Said::new(signed_in_french(*fault), fault.to_string()));
            refused(&said.collect::<Vec<_>>())
        }
        None => attendance(bytes, keys),
    }
}

fn deletion_told(receipt: &chat::Receipt) -> String {
    let chat::Receipt { room_sha256, deleted_at, messages, files, files_sha256, why } = receipt;
    let (french, english) = match why {
        Why::Expired => ("un mois sans message", "a month without a message"),
        Why::Closed => ("salon fermé", "the room was closed"),
        Why::Erased => ("effacement demandé", "erasure was asked for"),
    };
    [
        "✓ Récépissé authentique et inchangé\n  The receipt is authentic and unchanged".to_owned(),
        format!(
            "  Salon privé supprimé le {deleted_at} ({french})\n  Private room deleted on {deleted_at} ({english})"
        ),
        format!("  {messages} message(s), {files} fichier(s) / {messages} message(s), {files} file(s)"),
        format!("  Empreinte du salon / hash of the room: {room_sha256}"),
        format!("  Empreinte de la liste des fichiers / hash of the list of files: {files_sha256}"),
    ]
    .join("\n")
}

/// What a receipt says, and what nobody can tell offline.
fn receipt_told(receipt: &CheckedReceipt) -> String {
    let CheckedReceipt { document, key_id, knows_text } = receipt;
    let at = &document.at;
    let mut lines = vec![
        "✓ Reçu de consentement authentique et inchangé\n  The receipt of consent is authentic and unchanged"
            .to_owned(),
        format!("  {} ({})", document.title, document.kind),
        format!("  {} {}, le {at} / on {at}", document.person.first_name, document.person.last_name),
    ];
    if let Some(company) = &document.company {
        let name = company.name.as_deref().unwrap_or("—");
        lines.push(format!("  Entreprise / company\u{a0}: {name}, SIRET {}", company.siret));
    }
    if let Some(purpose) = &document.purpose {
        lines.push(format!("  Offre / offer\u{a0}: {}", purpose.title));
    }
    lines.extend(document.items.iter().map(|line| format!("  – {}", line.label)));
    lines.push(format!("  Clé / key: {key_id}"));
    let (version, sha256) = (&document.policy.version, &document.policy.sha256);
    lines.push(if *knows_text {
        format!("✓ Texte {version}, tel qu’il a été publié\n  Text {version}, as it was published")
    } else {
        format!(
            "? Texte {version}\u{a0}: à comparer avec l’empreinte {sha256}\n  Text {version}: to be compared with {sha256}"
        )
    });
    lines.join("\n")
}

fn signed_in_french(fault: SignedFault) -> String {
    match fault {
        SignedFault::Unreadable => "Ce n’est pas un reçu de Carnet.".to_owned(),
        SignedFault::NotAsIssued => {
            "Le fichier n’est pas, octet pour octet, celui qui a été émis.".to_owned()
        }
        SignedFault::Seal(fault) => format!("Sceau du document\u{a0}: {}.", seal_in_french(fault)),
    }
}

fn opening(path: &Path) -> String {
    format!("reading {}", path.display())
}

fn given_keys(files: &[PathBuf]) -> anyhow::Result<GivenKeys> {
    let mut keys = GivenKeys::default();
    for path in files {
        let bytes = fs::read(path).with_context(|| opening(path))?;
        keys.add_file(&bytes).with_context(|| format!("{} holds no list of public keys", path.display()))?;
    }
    Ok(keys)
}

fn status_list(path: &Path, keys: &GivenKeys) -> anyhow::Result<StatusListBadge> {
    let text = fs::read_to_string(path).with_context(|| opening(path))?;
    read_status_list(&text, keys).with_context(|| opening(path))
}

fn attendance(bytes: &[u8], keys: &GivenKeys) -> anyhow::Result<()> {
    match verify_file(bytes, keys.platform()) {
        Ok(verified) => {
            println!("{}", told(&verified));
            Ok(())
        }
        Err(faults) => {
            let said = faults.iter().map(|fault| Said::new(in_french(fault), fault.to_string()));
            refused(&said.collect::<Vec<_>>())
        }
    }
}

fn refused(faults: &[Said]) -> anyhow::Result<()> {
    for fault in faults {
        println!("✗ {}\n  {}", fault.french, fault.english);
    }
    bail!("document refusé / document refused: {} fault(s)", faults.len())
}

/// What holds, then what nobody can tell offline: the French sentence, and the English one below it.
fn text_of(verdict: &Verdict) -> String {
    let lines = |mark: &str, all: &[Said]| -> Vec<String> {
        all.iter().map(|said| format!("{mark} {}\n  {}", said.french, said.english)).collect()
    };
    let mut text = lines("✓", &verdict.checked);
    text.extend(lines(" ", &verdict.facts));
    if !verdict.unchecked.is_empty() {
        text.push("Ce qui n’a pas pu être contrôlé / What could not be checked\u{a0}:".to_owned());
        text.extend(lines("?", &verdict.unchecked));
    }
    text.join("\n")
}

fn told(verified: &Verified) -> String {
    let Verified { title, issuer, issued_at, keys, closings, rectifications, contests, .. } = verified;
    let form = if verified.is_pdf { "PDF" } else { "JSON" };
    let mut lines = vec![
        format!(
            "✓ Document authentique et inchangé ({form})\n  The document is authentic and unchanged ({form})"
        ),
        format!("  {title}"),
        format!("  Émis par {issuer} le {issued_at} / issued by {issuer} on {issued_at}"),
        format!("  Clé / key: {}", keys.join(", ")),
    ];
    if closings + rectifications + contests > 0 {
        lines.push(format!(
            "  Chaîne intacte\u{a0}: {closings} feuille(s) scellée(s), {rectifications} rectification(s), {contests} contestation(s)"
        ));
        lines.push(format!(
            "  Unbroken chain: {closings} sealed sheet(s), {rectifications} rectification(s), {contests} contest(s)"
        ));
    }
    lines.join("\n")
}

const fn seal_in_french(fault: SealFault) -> &'static str {
    match fault {
        SealFault::Content => "le contenu a été modifié après avoir été scellé",
        SealFault::UnknownKey => "la clé n’est pas connue",
        SealFault::Signature => "la signature n’est pas de cette clé",
    }
}

/// The fault in French; the English sentence stands below it.
fn in_french(fault: &DocumentFault) -> String {
    match fault {
        DocumentFault::Unreadable => "Ce n’est pas un document de Carnet.".to_owned(),
        DocumentFault::NothingAttached => "Le PDF ne contient aucun document signé.".to_owned(),
        DocumentFault::NotAsIssued => {
            "Le fichier n’est pas, octet pour octet, celui qui a été émis.".to_owned()
        }
        DocumentFault::Pdf(PdfFault::NoSeal) => "Le PDF ne porte pas de sceau.".to_owned(),
        DocumentFault::Pdf(PdfFault::Seal(fault)) => {
            format!("Sceau du PDF\u{a0}: {}.", seal_in_french(*fault))
        }
        DocumentFault::Seal(fault) => format!("Sceau du document\u{a0}: {}.", seal_in_french(*fault)),
        DocumentFault::Chain(fault) => format!("La chaîne des feuilles est rompue ({fault})."),
    }
}
