//! The installation's master secret: given by setting, or drawn once into the data folder.
//!
//! Nothing uses it directly: each purpose derives a key of its own, so that no two uses can be confused.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use anyhow::{Context, ensure};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::config::Config;
use crate::ids::Ids;

/// Fewest characters of a secret given by setting.
const SHORTEST: usize = 32;

/// The master secret, and what is derived from it.
pub struct Secrets(Vec<u8>);

impl Secrets {
    /// Takes the configured secret, or the one in the data folder, drawn at the first start.
    pub fn open(config: &Config, ids: &Ids) -> anyhow::Result<Self> {
        let secret = match &config.token_secret {
            Some(secret) => secret.clone(),
            None => read_or_draw(&config.data.join("secrets"), ids)?,
        };
        ensure!(secret.len() >= SHORTEST, "CARNET_TOKEN_SECRET must have at least {SHORTEST} characters");
        Ok(Self(secret.into_bytes()))
    }

    /// A key for one purpose; another purpose gives an unrelated key.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Encrypts for storage. `context` (the row's id) must be given again to open.
    pub fn seal(&self, purpose: &str, context: &[u8], plain: &[u8], ids: &Ids) -> anyhow::Result<Vec<u8>> {
        let nonce: [u8; NONCE_LEN] = ids.secret();
        let mut sealed = plain.to_vec();
        self.cipher(purpose)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(context), &mut sealed)
            .context("encryption failed")?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`Self::seal`] gave for the same purpose and context.
    pub fn open_sealed(&self, purpose: &str, context: &[u8], sealed: &[u8]) -> anyhow::Result<Vec<u8>> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).context("sealed value is too short")?;
        let mut body = body.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).context("sealed value has no nonce")?;
        let plain = self
            .cipher(purpose)?
            .open_in_place(nonce, Aad::from(context), &mut body)
            .context("sealed under another secret")?;
        Ok(plain.to_vec())
    }

    fn cipher(&self, purpose: &str) -> anyhow::Result<LessSafeKey> {
        let key = UnboundKey::new(&AES_256_GCM, &self.derive(purpose)).context("no cipher")?;
        Ok(LessSafeKey::new(key))
    }
}

fn read_or_draw(folder: &Path, ids: &Ids) -> anyhow::Result<String> {
    let file = folder.join("token.key");
    match fs::read_to_string(&file) {
        Ok(secret) => return Ok(secret.trim().to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| format!("reading {}", file.display())),
    }
    draw(folder, &file, ids).with_context(|| format!("writing {}", file.display()))?;
    Ok(fs::read_to_string(&file)?.trim().to_owned())
}

/// Writes a new secret beside the file and links it into place: of two first starts, one wins and both read it.
fn draw(folder: &Path, file: &Path, ids: &Ids) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!(".token.key.{}", ids.opaque::<uuid::Uuid>()));
    let mut out = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    out.write_all(STANDARD_NO_PAD.encode(ids.secret::<32>()).as_bytes())?;
    out.sync_all()?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::platform::clock::Clock;

    fn ids() -> Ids {
        Ids::seeded(Clock::system(), 7)
    }

    #[test]
    fn a_sealed_value_opens_only_for_its_purpose_and_context() {
        let secrets = Secrets(b"0123456789abcdef0123456789abcdef".to_vec());
        let sealed = secrets.seal("totp", b"row 1", b"plain", &ids()).unwrap();
        assert_eq!(secrets.open_sealed("totp", b"row 1", &sealed).unwrap(), b"plain");
        assert!(secrets.open_sealed("totp", b"row 2", &sealed).is_err());
        assert!(secrets.open_sealed("mail", b"row 1", &sealed).is_err());
        let mut flipped = sealed.clone();
        flipped[NONCE_LEN] ^= 1;
        assert!(secrets.open_sealed("totp", b"row 1", &flipped).is_err());
        assert!(secrets.open_sealed("totp", b"row 1", &sealed[..5]).is_err());
    }

    #[test]
    fn the_drawn_secret_is_kept_and_readable_by_its_owner_only() {
        let folder = tempfile::TempDir::new().unwrap();
        let secrets = folder.path().join("secrets");
        let first = read_or_draw(&secrets, &ids()).unwrap();
        assert!(first.len() >= SHORTEST);
        assert_eq!(read_or_draw(&secrets, &Ids::seeded(Clock::system(), 8)).unwrap(), first);
        let mode = fs::metadata(secrets.join("token.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(&secrets).unwrap().count(), 1);
    }
}
