//! Checks what was exported, in whatever form it comes: JSON, PDF, ZIP, or a single claim. Needs the public keys and nothing
//! else; what only the platform knows (whether something was revoked since) is not looked at.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::claims::Leaf;
use super::disclosure::{DISCLOSURE, Disclosure, DisclosureFault};
use super::manifest::{JSON_PATH, MANIFEST, MANIFEST_PATH, Manifest, ManifestFile, PDF_PATH};
use super::{PASSPORT, Passport, tree};
use crate::passport::model::chain::{ChainFault, verify_chain};
use crate::platform::seal::{
    PdfFault, PublicKey, SealFault, SignedDocument, SignedFault, ZipFault, attachments, canonical_of, hex,
    verify_pdf, verify_zip,
};

/// Most bytes of a JSON or PDF within a ZIP.
const LARGEST_READ: u64 = 64 * 1024 * 1024;
/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// In which form an export comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassportForm {
    /// The signed JSON.
    Json,
    /// The PDF, with the JSON attached.
    Pdf,
    /// The ZIP, with both.
    Zip,
    /// A single claim.
    Disclosure,
}

/// Why an export is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassportFault {
    /// It is none.
    #[error("this is no exported passport")]
    Unreadable,
    /// A PDF that holds no passport.
    #[error("the PDF holds no exported passport")]
    NothingAttached,
    /// The bytes are not those that were issued.
    #[error("the file is not byte for byte what was issued")]
    NotAsIssued,
    /// The seal on the PDF as a whole.
    #[error("the seal of the PDF: {0}")]
    Pdf(PdfFault),
    /// The ZIP bears no seal.
    #[error("the ZIP bears no seal")]
    NoZipSeal,
    /// The seal on the ZIP as a whole.
    #[error("the seal of the ZIP: {0}")]
    Zip(SealFault),
    /// The seal on the document.
    #[error("the seal of the document: {0}")]
    Seal(SealFault),
    /// The seal on the manifest.
    #[error("the seal of the manifest: {0}")]
    Manifest(SealFault),
    /// A file of the ZIP is not the one of the manifest, or is missing, or was added.
    #[error("the file {0} is not as the manifest lists it")]
    File(String),
    /// The person's chain.
    #[error("the chain: {0}")]
    Chain(ChainFault),
    /// The claims that can be proved alone are not those that were signed.
    #[error("the claims are not those that were signed")]
    Claims,
}

impl PassportFault {
    /// Its name, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NothingAttached => "nothing_attached",
            Self::NotAsIssued => "not_as_issued",
            Self::Pdf(_) => "pdf_seal",
            Self::NoZipSeal | Self::Zip(_) => "zip_seal",
            Self::Seal(_) => "seal",
            Self::Manifest(_) => "manifest",
            Self::File(_) => "file",
            Self::Chain(_) => "chain",
            Self::Claims => "claims",
        }
    }
}

/// An export that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedPassport {
    /// How it came.
    pub form: PassportForm,
    /// What it says; none of a single claim.
    pub passport: Option<Box<Passport>>,
    /// The single claim; none of a whole export.
    pub disclosure: Option<Box<Disclosure>>,
    /// The keys that signed it and its chain, by name.
    pub keys: Vec<String>,
    /// Files of a ZIP, the manifest aside.
    pub files: usize,
}

impl From<SignedFault> for PassportFault {
    fn from(fault: SignedFault) -> Self {
        match fault {
            SignedFault::Unreadable => Self::Unreadable,
            SignedFault::NotAsIssued => Self::NotAsIssued,
            SignedFault::Seal(fault) => Self::Seal(fault),
        }
    }
}

impl From<DisclosureFault> for PassportFault {
    fn from(fault: DisclosureFault) -> Self {
        match fault {
            DisclosureFault::Signed(fault) => fault.into(),
            DisclosureFault::Claim => Self::Claims,
        }
    }
}

/// Whether a JSON says that it is of one of these forms. Nothing of it is believed yet.
pub fn is_export(bytes: &[u8]) -> bool {
    [PASSPORT, DISCLOSURE].iter().any(|form| {
        let told = format!("\"format\":\"{form}\"");
        bytes.starts_with(b"{") && bytes.windows(told.len()).rev().any(|window| window == told.as_bytes())
    })
}

/// Checks a JSON or a PDF against these keys. Every fault is told.
pub fn check_bytes(bytes: &[u8], keys: &[PublicKey]) -> Result<CheckedPassport, Vec<PassportFault>> {
    if !bytes.starts_with(b"%PDF-") {
        return check_json(bytes, keys);
    }
    let mut faults = Vec::new();
    if let Err(fault) = verify_pdf(bytes, keys) {
        faults.push(PassportFault::Pdf(fault));
    }
    let attached = attachments(bytes).into_iter().find(|file| is_export(file));
    let checked = match attached.map(|json| check_json(&json, keys)) {
        Some(Ok(checked)) => Some(CheckedPassport { form: PassportForm::Pdf, ..checked }),
        Some(Err(more)) => {
            faults.extend(more);
            None
        }
        None => {
            faults.push(PassportFault::NothingAttached);
            None
        }
    };
    checked.filter(|_| faults.is_empty()).ok_or(faults)
}

fn check_json(bytes: &[u8], keys: &[PublicKey]) -> Result<CheckedPassport, Vec<PassportFault>> {
    // Only a single claim has a head beside its form.
    if bytes.starts_with(b"{\"format\":") {
        return check_claim(bytes, keys);
    }
    let signed = SignedDocument::open(bytes, PASSPORT, keys).map_err(faults_of)?;
    let passport: Passport =
        serde_json::from_value(signed.document).map_err(|_| vec![PassportFault::Unreadable])?;
    let mut faults: Vec<PassportFault> =
        verify_chain(&passport.chain.links, keys).into_iter().map(PassportFault::Chain).collect();
    if !claims_hold(&passport, keys) {
        faults.push(PassportFault::Claims);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut signers: Vec<String> = passport.chain.links.iter().map(|link| link.seal.key_id.clone()).collect();
    signers.push(signed.seal.key_id);
    signers.sort();
    signers.dedup();
    Ok(CheckedPassport {
        form: PassportForm::Json,
        passport: Some(Box::new(passport)),
        disclosure: None,
        keys: signers,
        files: 0,
    })
}

fn check_claim(bytes: &[u8], keys: &[PublicKey]) -> Result<CheckedPassport, Vec<PassportFault>> {
    let claim = Disclosure::open(bytes, keys)
        .map_err(|faults| faults.into_iter().map(PassportFault::from).collect::<Vec<_>>())?;
    Ok(CheckedPassport {
        form: PassportForm::Disclosure,
        passport: None,
        keys: vec![claim.seal.key_id.clone()],
        disclosure: Some(Box::new(claim)),
        files: 0,
    })
}

fn faults_of(faults: Vec<SignedFault>) -> Vec<PassportFault> {
    faults.into_iter().map(PassportFault::from).collect()
}

/// Whether the claims are leaves of the tree whose root is signed, for this very passport.
fn claims_hold(passport: &Passport, keys: &[PublicKey]) -> bool {
    let all = &passport.disclosures;
    let Ok(head) = canonical_of(&all.head) else { return false };
    let is_sealed = all.seal.verify(DISCLOSURE, &head, keys).is_ok();
    let is_root = tree::root(&all.digests).is_ok_and(|root| root == all.head.root);
    let has = |leaf: &Leaf| leaf.digest().is_ok_and(|digest| all.digests.binary_search(&digest).is_ok());
    is_sealed
        && is_root
        && all.head.number == passport.number
        && all.head.size as usize == all.digests.len()
        && all.leaves.iter().all(has)
}

/// Checks a ZIP against these keys, piece by piece: the seal over all its bytes, the manifest, each file, the passport.
pub fn check_zip<F: Read + Seek>(
    file: &mut F,
    keys: &[PublicKey],
) -> Result<CheckedPassport, Vec<PassportFault>> {
    let mut faults = Vec::new();
    match verify_zip(file, keys) {
        Ok(()) => {}
        Err(ZipFault::NoSeal) => faults.push(PassportFault::NoZipSeal),
        Err(ZipFault::Seal(fault)) => faults.push(PassportFault::Zip(fault)),
        Err(ZipFault::Io(_)) => return Err(vec![PassportFault::Unreadable]),
    }
    let checked = check_files(file, keys).map_err(|more| faults.extend(more)).ok();
    checked.filter(|_| faults.is_empty()).ok_or(faults)
}

fn check_files<F: Read + Seek>(
    file: &mut F,
    keys: &[PublicKey],
) -> Result<CheckedPassport, Vec<PassportFault>> {
    let mut archive = ZipArchive::new(file).map_err(|_| vec![PassportFault::Unreadable])?;
    let manifest = read(&mut archive, MANIFEST_PATH).map_err(|fault| vec![fault])?;
    let manifest: Manifest = opened(&manifest, keys)?;
    let mut faults = Vec::new();
    let listed: BTreeMap<&str, &ManifestFile> =
        manifest.files.iter().map(|one| (one.path.as_str(), one)).collect();
    // A name that is no text is on no list.
    let found: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let is_listed = |path: &String| path == MANIFEST_PATH || listed.contains_key(path.as_str());
    faults.extend(found.iter().filter(|path| !is_listed(path)).cloned().map(PassportFault::File));
    for (path, one) in &listed {
        if !is_as_listed(&mut archive, one) {
            faults.push(PassportFault::File((*path).to_owned()));
        }
    }
    let json = read(&mut archive, JSON_PATH).and_then(|json| {
        let checked = check_json(&json, keys);
        checked.map_err(|more| {
            faults.extend(more);
            PassportFault::File(JSON_PATH.to_owned())
        })
    });
    let checked = json.map_err(|fault| faults.push(fault)).ok().filter(|checked| {
        checked.passport.as_ref().is_some_and(|passport| passport.number == manifest.number)
    });
    let pdf = read(&mut archive, PDF_PATH).map(|pdf| check_bytes(&pdf, keys));
    if !matches!(pdf, Ok(Ok(_))) {
        faults.push(PassportFault::File(PDF_PATH.to_owned()));
    }
    match checked {
        Some(checked) if faults.is_empty() => {
            Ok(CheckedPassport { form: PassportForm::Zip, files: manifest.files.len(), ..checked })
        }
        None if faults.is_empty() => Err(vec![PassportFault::File(JSON_PATH.to_owned())]),
        _ => Err(faults),
    }
}

/// A manifest that is as it was issued.
fn opened<T: DeserializeOwned>(bytes: &[u8], keys: &[PublicKey]) -> Result<T, Vec<PassportFault>> {
    let signed = SignedDocument::open(bytes, MANIFEST, keys).map_err(|faults| {
        faults
            .into_iter()
            .map(|fault| match fault {
                SignedFault::Seal(fault) => PassportFault::Manifest(fault),
                _ => PassportFault::File(MANIFEST_PATH.to_owned()),
            })
            .collect::<Vec<_>>()
    })?;
    serde_json::from_value(signed.document).map_err(|_| vec![PassportFault::File(MANIFEST_PATH.to_owned())])
}

fn read<F: Read + Seek>(archive: &mut ZipArchive<F>, path: &str) -> Result<Vec<u8>, PassportFault> {
    let fault = || PassportFault::File(path.to_owned());
    let entry = archive.by_name(path).map_err(|_| fault())?;
    let mut bytes = Vec::new();
    // What an archive says of its own sizes may be a lie.
    let read = entry.take(LARGEST_READ + 1).read_to_end(&mut bytes).map_err(|_| fault())?;
    if read as u64 > LARGEST_READ { Err(fault()) } else { Ok(bytes) }
}

fn is_as_listed<F: Read + Seek>(archive: &mut ZipArchive<F>, listed: &ManifestFile) -> bool {
    let Ok(entry) = archive.by_name(&listed.path) else { return false };
    digest(entry.take(listed.bytes.saturating_add(1)))
        .is_ok_and(|(bytes, sha256)| bytes == listed.bytes && sha256 == listed.sha256)
}

fn digest(mut reader: impl Read) -> io::Result<(u64, String)> {
    let (mut digest, mut piece, mut bytes) = (Sha256::new(), vec![0; PIECE], 0);
    loop {
        let read = reader.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, hex(&digest.finalize())));
        }
        digest.update(&piece[..read]);
        bytes += read as u64;
    }
}
