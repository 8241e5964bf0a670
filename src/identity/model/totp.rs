//! The second factor: six digits every thirty seconds (RFC 6238), and codes for the day the phone is lost.

use anyhow::Context;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Builder, Totp};

use crate::ids::Ids;

/// Bytes of the shared secret: the 160 bits RFC 4226 advises.
pub const SECRET_BYTES: usize = 20;
const RECOVERY_CODES: usize = 10;
/// No I, L, O, U: codes are copied by hand.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The authenticator of one account.
pub struct SecondFactor(Totp);

/// What somebody shows as the second factor.
pub enum Shown {
    /// The step of a good code: it is good once.
    Step(i64),
    /// The hash of what may be a recovery code.
    Recovery(Vec<u8>),
    /// Nothing of the kind.
    Nothing,
}

impl SecondFactor {
    /// With this secret; `email` names the account in the authenticator's list.
    pub fn new(secret: &[u8], email: &str) -> anyhow::Result<Self> {
        let totp = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_skew(1)
            .with_secret(secret.to_vec())
            .with_issuer(Some("Carnet"))
            .with_account_name(email)
            .build()
            .context("the second factor's figures are wrong")?;
        Ok(Self(totp))
    }

    /// The secret as authenticators take it by hand.
    pub fn secret(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The address that a QR code holds.
    pub fn url(&self) -> anyhow::Result<String> {
        Ok(self.0.to_url()?)
    }

    /// What this text is worth now: codes of the steps just before and after are good too.
    pub fn read(&self, text: &str, now: DateTime<Utc>) -> Shown {
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let step = self.0.check(&text, now.timestamp().unsigned_abs());
            return step.and_then(|step| i64::try_from(step).ok()).map_or(Shown::Nothing, Shown::Step);
        }
        if text.len() == 16 { Shown::Recovery(hash(&text)) } else { Shown::Nothing }
    }
}

/// A recovery code: what its owner keeps, and what is stored.
pub struct RecoveryCode {
    /// Four groups of four.
    pub text: String,
    /// What is stored.
    pub hash: Vec<u8>,
}

/// Draws a set of recovery codes, 80 random bits each.
pub fn draw_recovery_codes(ids: &Ids) -> Vec<RecoveryCode> {
    let draw = || {
        let bytes: [u8; 16] = ids.secret();
        let code: String = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
        let text = format!("{}-{}-{}-{}", &code[..4], &code[4..8], &code[8..12], &code[12..]);
        RecoveryCode { text, hash: hash(&code) }
    };
    (0..RECOVERY_CODES).map(|_| draw()).collect()
}

fn hash(code: &str) -> Vec<u8> {
    Sha256::digest(code.to_ascii_uppercase().as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::Clock;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, last six digits.
        let factor = SecondFactor::new(b"12345678901234567890", "a@b.fr").unwrap();
        for (time, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            assert!(matches!(factor.read(code, at(time)), Shown::Step(step) if step == time / 30), "{time}");
            assert!(matches!(factor.read(code, at(time + 30)), Shown::Step(step) if step == time / 30));
            assert!(matches!(factor.read(code, at(time + 90)), Shown::Nothing));
        }
        assert!(matches!(factor.read(" 287 082 ", at(59)), Shown::Step(1)));
        for text in ["", "28708", "287083", "2870822", "٢٨٧٠٨٢", "abcdef"] {
            assert!(matches!(factor.read(text, at(59)), Shown::Nothing), "{text}");
        }
    }

    #[test]
    fn the_address_names_site_and_account() {
        let factor = SecondFactor::new(b"12345678901234567890", "ines+x@example.org").unwrap();
        let url = factor.url().unwrap();
        assert!(url.starts_with("otpauth://totp/Carnet:"), "{url}");
        assert!(url.contains(&format!("secret={}", factor.secret())), "{url}");
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_typed() {
        let factor = SecondFactor::new(b"12345678901234567890", "a@b.fr").unwrap();
        let codes = draw_recovery_codes(&Ids::seeded(Clock::system(), 1));
        assert_eq!(codes.len(), 10);
        let typed = codes[3].text.to_lowercase().replace('-', " ");
        assert!(matches!(factor.read(&typed, at(0)), Shown::Recovery(hash) if hash == codes[3].hash));
        assert!(codes.iter().all(|code| code.text.len() == 19));
    }
}
