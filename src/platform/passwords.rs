//! Password hashing: argon2id, as many at once as there are cores, off the request threads.

use std::sync::Arc;
use std::thread::available_parallelism;

use anyhow::Context;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::ids::Ids;

/// 19 MiB, two passes, one lane: OWASP ASVS appendix C.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash that no password gives, as costly to check as a real one: unknown accounts take the same time.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LW5vYm9keS1ubw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What checking a password found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not the password.
    Wrong,
    /// The password.
    Right,
    /// The password, hashed with older figures: hash it again.
    RightButOutdated,
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(available_parallelism().map_or(1, usize::from))))
    }
}

impl Passwords {
    /// The hash to store.
    pub async fn hash(&self, ids: &Ids, password: &str) -> anyhow::Result<String> {
        let salt: [u8; 16] = ids.secret();
        let password = password.to_owned();
        self.run(move || {
            let hash = argon2().hash_password_with_salt(password.as_bytes(), &salt)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Checks a password against the stored hash; `None` (no such account) takes as long and is wrong.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> anyhow::Result<Verdict> {
        let password = password.to_owned();
        let stored = stored.unwrap_or(NOBODY).to_owned();
        self.run(move || {
            let hash = PasswordHash::new(&stored).context("stored password hash is malformed")?;
            let is_right = argon2().verify_password(password.as_bytes(), &hash).is_ok();
            Ok(match (is_right, is_current(&hash)) {
                (false, _) => Verdict::Wrong,
                (true, true) => Verdict::Right,
                (true, false) => Verdict::RightButOutdated,
            })
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let permit = Arc::clone(&self.0).acquire_owned().await?;
        tokio::task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        })
        .await?
    }
}

fn argon2() -> Argon2<'static> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the figures are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn is_current(hash: &PasswordHash) -> bool {
    let figure = |name| hash.params.get_decimal(name);
    hash.algorithm.as_str() == "argon2id"
        && figure("m") == Some(MEMORY_KIB)
        && figure("t") == Some(PASSES)
        && figure("p") == Some(LANES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::Clock;

    #[tokio::test]
    async fn only_the_password_itself_is_right() {
        let (passwords, ids) = (Passwords::default(), Ids::seeded(Clock::system(), 1));
        let hash = passwords.hash(&ids, "un mot de passe à moi").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_eq!(passwords.verify("un mot de passe à moi", Some(&hash)).await.unwrap(), Verdict::Right);
        assert_eq!(passwords.verify("un mot de passe a moi", Some(&hash)).await.unwrap(), Verdict::Wrong);
        assert_ne!(passwords.hash(&ids, "un mot de passe à moi").await.unwrap(), hash, "the salt changes");
    }

    #[tokio::test]
    async fn an_outdated_hash_is_recognised() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(64, 1, 1, None).unwrap());
        let hash = weak.hash_password_with_salt(b"secret", b"0123456789abcdef").unwrap().to_string();
        let passwords = Passwords::default();
        assert_eq!(passwords.verify("secret", Some(&hash)).await.unwrap(), Verdict::RightButOutdated);
        assert_eq!(passwords.verify("other", Some(&hash)).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn nobody_costs_as_much_as_somebody_and_has_no_password() {
        assert!(is_current(&PasswordHash::new(NOBODY).unwrap()));
        assert_eq!(Passwords::default().verify("", None).await.unwrap(), Verdict::Wrong);
    }
}
