//! The platform's seal: an Ed25519 signature over the canonical form of what is issued, checked offline with a public key.

mod archive;
mod canonical;
mod document;
mod pdf;
mod published;
mod token;

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use anyhow::{Context, anyhow, ensure};
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use archive::{ZipFault, seal_zip, verify_zip, zip_comment};
pub use canonical::{NotCanonical, canonical, canonical_of, hex, sha256};
pub use document::{SignedDocument, SignedFault, instant};
pub use pdf::{PdfFault, attachments, seal_pdf, verify_pdf};
pub use published::{published_keys, remember_key};

use super::config::Config;
use crate::ids::Ids;

/// The file of the drawn key, in the data folder's `secrets`.
const FILE: &str = "seal.key";

/// A public key that verifies seals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SealPublicKey)]
pub struct PublicKey {
    /// Its name: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
    pub key_id: String,
    /// `Ed25519`, the only one.
    pub algorithm: String,
    /// The 32 bytes, in base64.
    pub public_key: String,
}

/// A signature and the name of the key that verifies it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// Which key.
    pub key_id: String,
    /// SHA-256 of what is sealed, in hexadecimal.
    pub sha256: String,
    /// Ed25519 signature of the purpose, a line end and the hexadecimal SHA-256, in base64.
    pub signature: String,
}

/// Why a seal does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// What is sealed is not what the seal was set on.
    #[error("the content was changed after it was sealed")]
    Content,
    /// No key of this name is known.
    #[error("the key is not known")]
    UnknownKey,
    /// The key did not sign this.
    #[error("the signature is not by this key")]
    Signature,
}

impl PublicKey {
    fn of(bytes: &[u8]) -> Self {
        let key_id = sha256(bytes)[..16].to_owned();
        Self { key_id, algorithm: "Ed25519".to_owned(), public_key: STANDARD.encode(bytes) }
    }
}

impl Seal {
    /// Checks the seal of a text set for this purpose, against these keys.
    pub fn verify(&self, purpose: &str, text: &str, keys: &[PublicKey]) -> Result<(), SealFault> {
        if sha256(text) != self.sha256 {
            return Err(SealFault::Content);
        }
        self.verify_signature(purpose, keys)
    }

    /// Checks that a known key signed the hash, whatever was hashed.
    pub fn verify_signature(&self, purpose: &str, keys: &[PublicKey]) -> Result<(), SealFault> {
        let key = keys.iter().find(|key| key.key_id == self.key_id).ok_or(SealFault::UnknownKey)?;
        let bytes = STANDARD.decode(&key.public_key).map_err(|_| SealFault::UnknownKey)?;
        // A file of keys that gives a key another's name proves nothing.
        if PublicKey::of(&bytes).key_id != self.key_id {
            return Err(SealFault::UnknownKey);
        }
        let signature = STANDARD.decode(&self.signature).map_err(|_| SealFault::Signature)?;
        UnparsedPublicKey::new(&ED25519, bytes)
            .verify(&message(purpose, &self.sha256), &signature)
            .map_err(|_| SealFault::Signature)
    }
}

/// What is signed: a purpose of its own keeps a signature from standing under another kind of document.
fn message(purpose: &str, sha256: &str) -> Vec<u8> {
    format!("{purpose}\n{sha256}").into_bytes()
}

/// The platform's private key.
pub struct SealKey {
    pair: Ed25519KeyPair,
    public: PublicKey,
}

impl SealKey {
    /// Takes the configured key, or the one in the data folder, drawn at the first start.
    pub fn open(config: &Config, ids: &Ids) -> anyhow::Result<Self> {
        let text = match &config.seal_key {
            Some(text) => text.clone(),
            None => read_or_draw(&config.data.join("secrets"), ids)?,
        };
        Self::parse(&text)
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let seed = STANDARD.decode(text.trim()).context("CARNET_SEAL_KEY is not base64")?;
        ensure!(seed.len() == 32, "CARNET_SEAL_KEY must be 32 bytes in base64");
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| anyhow!("not an Ed25519 key"))?;
        let public = PublicKey::of(pair.public_key().as_ref());
        Ok(Self { pair, public })
    }

    /// The key that verifies what this one signs.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// Seals a text for a purpose.
    pub fn seal(&self, purpose: &str, text: &str) -> Seal {
        let sha256 = sha256(text);
        let signature = self.pair.sign(&message(purpose, &sha256));
        let signature = STANDARD.encode(signature.as_ref());
        Seal { key_id: self.public.key_id.clone(), sha256, signature }
    }

    /// Seals bytes whose SHA-256 was computed elsewhere.
    fn sign_hash(&self, purpose: &str, sha256: String) -> Seal {
        let signature = STANDARD.encode(self.pair.sign(&message(purpose, &sha256)).as_ref());
        Seal { key_id: self.public.key_id.clone(), sha256, signature }
    }
}

fn read_or_draw(folder: &Path, ids: &Ids) -> anyhow::Result<String> {
    let file = folder.join(FILE);
    match fs::read_to_string(&file) {
        Ok(key) => return Ok(key),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| format!("reading {}", file.display())),
    }
    draw(folder, &file, ids).with_context(|| format!("writing {}", file.display()))?;
    Ok(fs::read_to_string(&file)?)
}

/// Writes a new key beside the file and links it into place: of two first starts, one wins and both read it.
fn draw(folder: &Path, file: &Path, ids: &Ids) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!(".{FILE}.{}", ids.opaque::<uuid::Uuid>()));
    let mut out = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    out.write_all(STANDARD.encode(ids.secret::<32>()).as_bytes())?;
    out.sync_all()?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
pub fn test_key(byte: u8) -> SealKey {
    SealKey::parse(&STANDARD.encode([byte; 32])).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::Clock;

    #[test]
    fn a_seal_holds_for_its_text_its_purpose_and_its_key() {
        let (key, other) = (test_key(1), test_key(2));
        let keys = [key.public().clone()];
        let seal = key.seal("sheet", "text");
        assert_eq!(seal.verify("sheet", "text", &keys), Ok(()));
        assert_eq!(seal.verify("sheet", "texT", &keys), Err(SealFault::Content));
        assert_eq!(seal.verify("export", "text", &keys), Err(SealFault::Signature));
        assert_eq!(seal.verify("sheet", "text", &[other.public().clone()]), Err(SealFault::UnknownKey));
        let renamed = PublicKey { key_id: key.public().key_id.clone(), ..other.public().clone() };
        assert_eq!(seal.verify("sheet", "text", &[renamed]), Err(SealFault::UnknownKey));
        let forged = Seal { key_id: key.public().key_id.clone(), ..other.seal("sheet", "text") };
        assert_eq!(forged.verify("sheet", "text", &keys), Err(SealFault::Signature));
        let broken = Seal { signature: "!".to_owned(), ..seal };
        assert_eq!(broken.verify("sheet", "text", &keys), Err(SealFault::Signature));
    }

    #[test]
    fn the_drawn_key_is_kept_and_readable_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::TempDir::new().unwrap();
        let secrets = folder.path().join("secrets");
        let ids = |seed| Ids::seeded(Clock::system(), seed);
        let first = read_or_draw(&secrets, &ids(7)).unwrap();
        assert_eq!(read_or_draw(&secrets, &ids(8)).unwrap(), first);
        assert!(SealKey::parse(&first).is_ok());
        let mode = fs::metadata(secrets.join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(&secrets).unwrap().count(), 1);
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        for text in ["", "c2hvcnQ=", "not base64 at all"] {
            assert!(SealKey::parse(text).is_err(), "{text:?}");
        }
    }
}
