//! `carnet verify-document`: checks a signed PDF or JSON offline, with the public keys of whoever issued it.

use std::path::PathBuf;

use anyhow::{Context, bail};
use carnet::attendance::{DocumentFault, Verified, verify_file};
use carnet::platform::seal::{PdfFault, PublicKey, SealFault};
use clap::Args;
use serde::Deserialize;

/// Check, offline, that a signed document is as it was issued.
#[derive(Args)]
pub struct VerifyDocument {
    /// The PDF or JSON.
    file: PathBuf,

    /// The public keys: what `/api/v1/verification-keys` of the platform answers, saved.
    #[arg(long)]
    keys: PathBuf,
}

#[derive(Deserialize)]
struct Keys {
    keys: Vec<PublicKey>,
}

/// Checks, says what was found in French and in English, and fails when the document does not hold.
pub fn run(command: &VerifyDocument) -> anyhow::Result<()> {
    let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("reading {}", path.display()));
    let keys: Keys = serde_json::from_slice(&read(&command.keys)?)
        .with_context(|| format!("{} holds no list of public keys", command.keys.display()))?;
    match verify_file(&read(&command.file)?, &keys.keys) {
        Ok(verified) => {
            println!("{}", told(&verified));
            Ok(())
        }
        Err(faults) => {
            for fault in &faults {
                println!("✗ {}\n  {fault}", in_french(fault));
            }
            bail!("document refusé / document refused: {} fault(s)", faults.len())
        }
    }
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
            "  Chaîne intacte : {closings} feuille(s) scellée(s), {rectifications} rectification(s), {contests} contestation(s)"
        ));
        lines.push(format!(
            "  Unbroken chain: {closings} sealed sheet(s), {rectifications} rectification(s), {contests} contest(s)"
        ));
    }
    lines.join("\n")
}

/// The fault in French; the English sentence stands below it.
fn in_french(fault: &DocumentFault) -> String {
    let of_seal = |fault: &SealFault| match fault {
        SealFault::Content => "le contenu a été modifié après avoir été scellé",
        SealFault::UnknownKey => "la clé n’est pas connue",
        SealFault::Signature => "la signature n’est pas de cette clé",
    };
    match fault {
        DocumentFault::Unreadable => "Ce n’est pas un document de Carnet.".to_owned(),
        DocumentFault::NothingAttached => "Le PDF ne contient aucun document signé.".to_owned(),
        DocumentFault::NotAsIssued => {
            "Le fichier n’est pas, octet pour octet, celui qui a été émis.".to_owned()
        }
        DocumentFault::Pdf(PdfFault::NoSeal) => "Le PDF ne porte pas de sceau.".to_owned(),
        DocumentFault::Pdf(PdfFault::Seal(fault)) => format!("Sceau du PDF : {}.", of_seal(fault)),
        DocumentFault::Seal(fault) => format!("Sceau du document : {}.", of_seal(fault)),
        DocumentFault::Chain(fault) => format!("La chaîne des feuilles est rompue ({fault})."),
    }
}
