//! Addresses that hand out one file for a while, without a token: for what browsers fetch by themselves, such as films.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;
use utoipa::ToSchema;
use uuid::Uuid;

use super::serve::serve;
use crate::actor::Actor;
use crate::identity::Signed;
use crate::ids::{FileId, PersonId, SessionId};
use crate::platform::http::{Code, Error, Path, Problems, Result};
use crate::platform::secrets::Secrets;
use crate::platform::state::AppState;
use crate::platform::tokens::AccessClaims;

/// How long an address holds. The right to the file is not asked about again meanwhile, the session is.
const HOLDS: Duration = Duration::minutes(30);

/// Three ids, and a time.
const SAID: usize = 3 * 16 + 8;

/// Where a file can be had.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FileLink {
    /// The address, on this site.
    pub url: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Signs and checks addresses.
pub struct FileLinks([u8; 32]);

/// What an address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    file: FileId,
    person: PersonId,
    session: SessionId,
    until: i64,
}

impl FileLinks {
    /// With the installation's secret.
    pub fn new(secrets: &Secrets) -> Self {
        Self(secrets.derive("file link"))
    }

    fn mac(&self, said: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(said);
        mac
    }

    fn sign(&self, said: Said) -> String {
        let mut bytes = said.bytes();
        let mac = self.mac(&bytes).finalize().into_bytes();
        bytes.extend_from_slice(&mac);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn verify(&self, token: &str) -> Option<Said> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (said, mac) = bytes.split_at_checked(SAID)?;
        self.mac(said).verify_slice(mac).ok()?;
        Said::read(said)
    }
}

impl Said {
    fn bytes(self) -> Vec<u8> {
        let ids = [self.file.0, self.person.0, self.session.0].map(Uuid::into_bytes);
        [ids.as_flattened(), &self.until.to_be_bytes()].concat()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let id = |at: usize| bytes.get(at..at + 16).and_then(|id| Uuid::from_slice(id).ok());
        Some(Self {
            file: FileId(id(0)?),
            person: PersonId(id(16)?),
            session: SessionId(id(32)?),
            until: i64::from_be_bytes(bytes.get(48..SAID)?.try_into().ok()?),
        })
    }
}

/// An address that hands out a file for half an hour, as long as this session lives. The caller has decided that this
/// person may have it.
pub fn link(state: &AppState, file: FileId, actor: Actor) -> FileLink {
    link_until(state, file, actor, DateTime::<Utc>::MAX_UTC)
}

/// The same for a file that is kept until then: the address does not outlive it.
pub fn link_until(state: &AppState, file: FileId, actor: Actor, until: DateTime<Utc>) -> FileLink {
    let expires_at = until.min(state.clock.now() + HOLDS);
    let (person, session) = (actor.person, actor.session);
    let said = Said { file, person, session, until: expires_at.timestamp() };
    let token = state.part::<FileLinks>().sign(said);
    FileLink { url: format!("/api/v1/file-links/{token}"), expires_at }
}

/// Hands out a file to whoever has its address, while that holds: the answers of operations that use files name such
/// addresses. Takes `Range`.
#[utoipa::path(get, path = "/file-links/{token}", tag = "files", security(()), params(("token" = String, Path)),
    responses((status = 200, description = "The file", content_type = "application/octet-stream"), Problems))]
pub async fn open_file_link(
    State(state): State<AppState>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let said = state.part::<FileLinks>().verify(&token).ok_or_else(Error::not_found)?;
    let now = state.clock.now();
    if said.until <= now.timestamp() {
        return Err(Error::not_found());
    }
    // Whoever signed out, or was locked out, has no address any more.
    let claims = AccessClaims::new(said.person, said.session, Uuid::nil(), now);
    Signed(claims).actor(&state).await.map_err(|error| match error.code() {
        Code::Unauthenticated => Error::not_found(),
        _ => error,
    })?;
    serve(&state, said.file, &headers).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_signed_and_no_other_is_taken() {
        let (links, others) = (FileLinks([7; 32]), FileLinks([8; 32]));
        let id = Uuid::from_u128;
        let said = Said {
            file: FileId(id(1)),
            person: PersonId(id(2)),
            session: SessionId(id(3)),
            until: 1_772_000_000,
        };
        let token = links.sign(said);
        assert_eq!(links.verify(&token), Some(said));
        assert_eq!(others.verify(&token), None);
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for at in 0..bytes.len() {
            let mut forged = bytes.clone();
            forged[at] ^= 1;
            assert_eq!(links.verify(&URL_SAFE_NO_PAD.encode(forged)), None, "byte {at}");
        }
        for wrong in [
            "",
            "x",
            "é",
            &token[..token.len() - 4],
            &format!("{token}AAAA"),
            &URL_SAFE_NO_PAD.encode(&bytes[..SAID]),
        ] {
            assert_eq!(links.verify(wrong), None, "{wrong}");
        }
    }
}
