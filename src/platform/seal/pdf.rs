//! The seal of a PDF: a comment line before its last `startxref`, which every reader passes over, and which covers every
//! other byte of the file. Files attached to the PDF are read back without trusting anything else in it.

use std::io::Read;

use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};

use super::canonical::hex;
use super::{PublicKey, Seal, SealFault, SealKey};

/// How the line begins.
const MARK: &[u8] = b"%carnet-seal ";
const PURPOSE: &str = "carnet.pdf/1";
const START: &[u8] = b"startxref";

/// Most bytes of an attached file once inflated.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Why a PDF is not as it was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfFault {
    /// It bears no seal.
    #[error("the PDF bears no seal")]
    NoSeal,
    /// It bears one that does not hold.
    #[error(transparent)]
    Seal(#[from] SealFault),
}

fn last(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|window| window == needle)
}

/// Puts the seal into a PDF; one without `startxref` is none, and is given back as it was.
pub fn seal_pdf(key: &SealKey, pdf: Vec<u8>) -> Vec<u8> {
    let Some(at) = last(&pdf, START) else { return pdf };
    let seal = key.sign_hash(PURPOSE, hex(&Sha256::digest(&pdf)));
    let line = [MARK, seal.key_id.as_bytes(), b" ", seal.signature.as_bytes(), b"\n"].concat();
    let mut sealed = pdf;
    sealed.splice(at..at, line);
    sealed
}

/// Checks that every byte of a PDF is as it was sealed.
pub fn verify_pdf(pdf: &[u8], keys: &[PublicKey]) -> Result<(), PdfFault> {
    let start = last(pdf, MARK).ok_or(PdfFault::NoSeal)?;
    let length = pdf[start..].iter().position(|byte| *byte == b'\n').ok_or(PdfFault::NoSeal)? + 1;
    let line =
        std::str::from_utf8(&pdf[start + MARK.len()..start + length - 1]).map_err(|_| PdfFault::NoSeal)?;
    let (key_id, signature) = line.split_once(' ').ok_or(PdfFault::NoSeal)?;
    let rest = [&pdf[..start], &pdf[start + length..]].concat();
    if last(&rest, START) != Some(start) {
        return Err(PdfFault::NoSeal);
    }
    let sha256 = hex(&Sha256::digest(&rest));
    let seal = Seal { key_id: key_id.to_owned(), sha256, signature: signature.to_owned() };
    // The signature is over the hash of all the rest: a changed byte and a forged signature look the same.
    seal.verify_signature(PURPOSE, keys).map_err(|fault| match fault {
        SealFault::Signature => SealFault::Content.into(),
        other => other.into(),
    })
}

/// The files attached to a PDF, in their order; those that cannot be read are left out.
pub fn attachments(pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&pdf[from..], b"/EmbeddedFile").map(|at| from + at) {
        from = at + b"/EmbeddedFile".len();
        // `/EmbeddedFiles` is the catalogue's name tree.
        if pdf.get(from) != Some(&b's') {
            found.extend(stream_after(&pdf[at..], object_start(pdf, at)));
        }
    }
    found
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

/// The dictionary's beginning, for what it says before the name was met.
fn object_start(pdf: &[u8], at: usize) -> &[u8] {
    let start = last(&pdf[..at], b" obj").unwrap_or(at);
    &pdf[start..at]
}

fn stream_after(rest: &[u8], before: &[u8]) -> Option<Vec<u8>> {
    let stream = find(rest, b"stream")?;
    let dictionary = [before, &rest[..stream]].concat();
    let mut data = &rest[stream + b"stream".len()..];
    data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n"))?;
    let length = number_after(&dictionary, b"/Length")?;
    let data = data.get(..length)?;
    if find(&dictionary, b"/FlateDecode").is_none() {
        return Some(data.to_vec());
    }
    let mut inflated = Vec::new();
    ZlibDecoder::new(data).take(LARGEST).read_to_end(&mut inflated).ok()?;
    Some(inflated)
}

fn number_after(dictionary: &[u8], name: &[u8]) -> Option<usize> {
    let rest = &dictionary[find(dictionary, name)? + name.len()..];
    let digits: Vec<u8> =
        rest.iter().copied().skip_while(u8::is_ascii_whitespace).take_while(u8::is_ascii_digit).collect();
    String::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::super::test_key;
    use super::*;

    fn pdf(data: &[u8], filter: &str) -> Vec<u8> {
        let head =
            format!("%PDF-1.7\n4 0 obj\n<</Length {}{filter}/Type/EmbeddedFile>>\nstream\n", data.len());
        let tail = b"\nendstream\nendobj\n1 0 obj<</Names<</EmbeddedFiles 5 0 R>>>>\nstartxref\n9\n%%EOF";
        [head.as_bytes(), data, tail].concat()
    }

    #[test]
    fn every_changed_byte_of_a_sealed_pdf_is_seen() {
        let key = test_key(1);
        let keys = [key.public().clone()];
        let sealed = seal_pdf(&key, pdf(b"{}", ""));
        assert_eq!(verify_pdf(&sealed, &keys), Ok(()));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(verify_pdf(&changed, &keys).is_err(), "byte {at} is not covered");
        }
        assert_eq!(verify_pdf(&pdf(b"{}", ""), &keys), Err(PdfFault::NoSeal));
        assert_eq!(verify_pdf(&sealed, &[]), Err(PdfFault::Seal(SealFault::UnknownKey)));
        // Whatever is appended, an incremental update included, is not what was sealed.
        let appended = [&sealed, b"\nstartxref\n12\n%%EOF".as_slice()].concat();
        assert!(verify_pdf(&appended, &keys).is_err());
    }

    #[test]
    fn attached_files_are_read_back_plain_and_deflated() {
        assert_eq!(attachments(&pdf(b"{\"a\":1}", "")), [b"{\"a\":1}".to_vec()]);
        let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        deflated.write_all(b"text stream").unwrap();
        let deflated = deflated.finish().unwrap();
        assert_eq!(attachments(&pdf(&deflated, "/Filter/FlateDecode")), [b"text stream".to_vec()]);
        assert!(attachments(b"/EmbeddedFile stream\n").is_empty());
        assert!(attachments(b"").is_empty());
    }
}
