//! What is exported as signed JSON, is attached to a PDF, and is checked offline.

use serde::Deserialize;
use uuid::Uuid;

use super::chain::{ChainFault, Link, LinkKind, verify_chain};
use crate::platform::seal::{
    PdfFault, PublicKey, SealFault, SignedDocument, SignedFault, attachments, verify_pdf,
};

/// The form of an attendance export.
pub const EXPORT: &str = "carnet.attendance-export/1";
/// The form of a certificate.
pub const CERTIFICATE: &str = "carnet.certificate/1";

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// Neither a PDF nor a signed JSON of Carnet.
    #[error("this is no document of Carnet")]
    Unreadable,
    /// A PDF that holds no signed document.
    #[error("the PDF holds no signed document")]
    NothingAttached,
    /// The bytes are not those that were issued.
    #[error("the file is not byte for byte what was issued")]
    NotAsIssued,
    /// The seal on the file as a whole.
    #[error("the seal of the PDF: {0}")]
    Pdf(PdfFault),
    /// The seal on the document.
    #[error("the seal of the document: {0}")]
    Seal(SealFault),
    /// The chain of the session.
    #[error("the chain: {0}")]
    Chain(ChainFault),
}

impl From<SignedFault> for DocumentFault {
    fn from(fault: SignedFault) -> Self {
        match fault {
            SignedFault::Unreadable => Self::Unreadable,
            SignedFault::NotAsIssued => Self::NotAsIssued,
            SignedFault::Seal(fault) => Self::Seal(fault),
        }
    }
}

/// What was found in a document that holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The form of the document.
    pub format: String,
    /// Whether it came as a PDF.
    pub is_pdf: bool,
    /// Its title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// When it was issued.
    pub issued_at: String,
    /// The keys that signed it and its chain, by name.
    pub keys: Vec<String>,
    /// Sheets sealed in the chain.
    pub closings: usize,
    /// Rectifications in the chain.
    pub rectifications: usize,
    /// Contests in the chain.
    pub contests: usize,
}

/// Checks a file: a PDF or a JSON, against these keys. Every fault is told.
pub fn verify_file(bytes: &[u8], keys: &[PublicKey]) -> Result<Verified, Vec<DocumentFault>> {
    if !bytes.starts_with(b"%PDF-") {
        return verify_json(bytes, keys);
    }
    let mut faults = Vec::new();
    if let Err(fault) = verify_pdf(bytes, keys) {
        faults.push(DocumentFault::Pdf(fault));
    }
    let attached = attachments(bytes).into_iter().find(|file| file.starts_with(b"{\"document\":"));
    let verified = match attached.map(|json| verify_json(&json, keys)) {
        Some(Ok(verified)) => Verified { is_pdf: true, ..verified },
        Some(Err(more)) => {
            faults.extend(more);
            Verified::default()
        }
        None => {
            faults.push(DocumentFault::NothingAttached);
            Verified::default()
        }
    };
    if faults.is_empty() { Ok(verified) } else { Err(faults) }
}

fn verify_json(bytes: &[u8], keys: &[PublicKey]) -> Result<Verified, Vec<DocumentFault>> {
    let signed: SignedDocument =
        serde_json::from_slice(bytes).map_err(|_| vec![DocumentFault::Unreadable])?;
    if signed.format != EXPORT && signed.format != CERTIFICATE {
        return Err(vec![DocumentFault::Unreadable]);
    }
    let mut faults = match SignedDocument::open(bytes, &signed.format, keys) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(DocumentFault::from).collect(),
    };
    let links = match read_chain(&signed) {
        Ok(None) => Vec::new(),
        Ok(Some((chain, links))) => {
            faults.extend(verify_chain(chain, &links, keys).into_iter().map(DocumentFault::Chain));
            links
        }
        Err(fault) => {
            faults.push(fault);
            Vec::new()
        }
    };
    if faults.is_empty() { Ok(told(&signed, &links)) } else { Err(faults) }
}

/// The chain of an export: `document.chain.session_id` and `document.chain.links`.
fn read_chain(signed: &SignedDocument) -> Result<Option<(Uuid, Vec<Link>)>, DocumentFault> {
    if signed.format != EXPORT {
        return Ok(None);
    }
    let chain = &signed.document["chain"];
    let id = chain["session_id"].as_str().and_then(|id| id.parse().ok()).ok_or(DocumentFault::Unreadable)?;
    let links = Vec::deserialize(&chain["links"]).map_err(|_| DocumentFault::Unreadable)?;
    Ok(Some((id, links)))
}

fn told(signed: &SignedDocument, links: &[Link]) -> Verified {
    let text = |field: &str| signed.document[field].as_str().unwrap_or_default().to_owned();
    let count = |kind| links.iter().filter(|link| link.kind == kind).count();
    let mut keys: Vec<String> = links.iter().map(|link| link.seal.key_id.clone()).collect();
    keys.push(signed.seal.key_id.clone());
    keys.sort();
    keys.dedup();
    Verified {
        format: signed.format.clone(),
        is_pdf: false,
        title: text("title"),
        issuer: signed.document["organisation"]["name"].as_str().unwrap_or_default().to_owned(),
        issued_at: text("issued_at"),
        keys,
        closings: count(LinkKind::Closing),
        rectifications: [LinkKind::Rectification, LinkKind::Times, LinkKind::Words].map(count).iter().sum(),
        contests: count(LinkKind::Contest),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::chain::tests::chain_of;
    use super::*;
    use crate::platform::seal::{seal_pdf, test_key};

    fn export() -> String {
        let id = Uuid::from_u128(7);
        let document = json!({
            "title": "Feuilles d’émargement", "organisation": { "name": "Atelier" },
            "issued_at": "2026-03-06T17:00:00Z", "chain": { "session_id": id, "links": chain_of(id, 3) },
        });
        SignedDocument::seal(&test_key(1), EXPORT, document).unwrap().to_text().unwrap()
    }

    fn keys() -> [PublicKey; 1] {
        [test_key(1).public().clone()]
    }

    #[test]
    fn an_export_says_what_it_holds() {
        let verified = verify_file(export().as_bytes(), &keys()).unwrap();
        assert_eq!((verified.closings, verified.rectifications, verified.is_pdf), (3, 0, false));
        assert_eq!((verified.title.as_str(), verified.issuer.as_str()), ("Feuilles d’émargement", "Atelier"));
        assert_eq!(verified.keys, [test_key(1).public().key_id.clone()]);
    }

    #[test]
    fn every_changed_byte_of_an_export_is_refused() {
        let text = export().into_bytes();
        for at in 0..text.len() {
            let mut changed = text.clone();
            changed[at] ^= 1;
            assert!(verify_file(&changed, &keys()).is_err(), "byte {at} is not covered");
        }
        let spaced = [b" ", text.as_slice()].concat();
        assert_eq!(verify_file(&spaced, &keys()), Err(vec![DocumentFault::NotAsIssued]));
    }

    #[test]
    fn a_document_by_another_key_or_of_another_form_is_refused() {
        let strangers = [test_key(2).public().clone()];
        let faults = verify_file(export().as_bytes(), &strangers).unwrap_err();
        assert_eq!(faults[0], DocumentFault::Seal(SealFault::UnknownKey));
        assert_eq!(faults.len(), 4, "the document and each of its three links");
        for text in ["", "{}", "[1]", "%PDF-", "{\"document\":1,\"format\":\"x\",\"seal\":null}"] {
            assert!(verify_file(text.as_bytes(), &keys()).is_err(), "{text}");
        }
        let as_certificate = export().replace(EXPORT, CERTIFICATE);
        assert!(verify_file(as_certificate.as_bytes(), &keys()).is_err());
    }

    #[test]
    fn a_pdf_is_checked_as_a_whole_and_with_what_is_attached() {
        let json = export();
        let pdf = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Length {}>>\nstream\n{json}\nendstream\nendobj\nstartxref\n9\n%%EOF",
            json.len()
        );
        let sealed = seal_pdf(&test_key(1), pdf.clone().into_bytes());
        let verified = verify_file(&sealed, &keys()).unwrap();
        assert_eq!((verified.is_pdf, verified.closings), (true, 3));
        let faults = verify_file(pdf.as_bytes(), &keys()).unwrap_err();
        assert_eq!(faults, [DocumentFault::Pdf(PdfFault::NoSeal)]);
        let empty = seal_pdf(&test_key(1), b"%PDF-1.7\nstartxref\n9\n%%EOF".to_vec());
        assert_eq!(verify_file(&empty, &keys()), Err(vec![DocumentFault::NothingAttached]));
    }
}
