//! The list that says which badges are revoked: one bit each, so that whoever asks does not say about which.

use std::io::{Read, Write};

use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::json;

use super::keys::{GivenKeys, KeySource};
use super::multibase::{from_multibase, multibase};
use super::read::Token;
use super::verify::signer;
use crate::platform::seal::{NotCanonical, SealKey, instant};

/// Why a status list cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatusFault {
    /// It is no list, or one that is too short or too long.
    #[error("this is no status list")]
    Unreadable,
    /// Its signature does not hold, or no key was given for it.
    #[error("the signature of the status list does not hold")]
    Signature,
}

/// A bit for each badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusList {
    bytes: Vec<u8>,
}

impl StatusList {
    /// Fewest bits of a list: in a short one, who asks would tell about whom.
    pub const FEWEST: u64 = 131_072;
    /// Most bits of a list that is read here: 32 MiB.
    const MOST: u64 = 268_435_456;

    /// A list on which nothing is revoked, for indexes below `bits`; never shorter than [`Self::FEWEST`].
    pub fn new(bits: u64) -> Self {
        let bits = bits.clamp(Self::FEWEST, Self::MOST);
        Self { bytes: vec![0; bits.div_ceil(8) as usize] }
    }

    /// Sets a bit; says whether the list has it.
    pub fn set(&mut self, index: u64) -> bool {
        let found = self.bytes.get_mut((index / 8) as usize);
        found.map(|byte| *byte |= Self::mask(index)).is_some()
    }

    /// Whether a bit is set; nothing when the list does not have it.
    pub fn is_set(&self, index: u64) -> Option<bool> {
        Some(self.bytes.get((index / 8) as usize)? & Self::mask(index) != 0)
    }

    /// The first index is the left-most bit.
    const fn mask(index: u64) -> u8 {
        0x80 >> (index % 8)
    }

    /// The list as credentials hold it: gzip, in multibase base64url. The same list yields the same text.
    pub fn encode(&self) -> String {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to memory cannot fail.
        let written = gzip.write_all(&self.bytes).and_then(|()| gzip.finish());
        multibase(&written.unwrap_or_default())
    }

    /// Reads a list. The `u` of multibase may lack, as in older drafts.
    pub fn decode(text: &str) -> Result<Self, StatusFault> {
        let packed = from_multibase(text)
            .filter(|bytes| bytes.starts_with(&[0x1f, 0x8b]))
            .or_else(|| from_multibase(&format!("u{text}")));
        let packed = packed.ok_or(StatusFault::Unreadable)?;
        let mut bytes = Vec::new();
        let most = Self::MOST / 8;
        GzDecoder::new(packed.as_slice())
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| StatusFault::Unreadable)?;
        let length = bytes.len() as u64;
        if (Self::FEWEST / 8..=most).contains(&length) {
            Ok(Self { bytes })
        } else {
            Err(StatusFault::Unreadable)
        }
    }
}

/// A status list that was signed, and of when it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusListBadge {
    /// Its address, by which badges name it.
    pub url: String,
    /// What it says.
    pub list: StatusList,
    /// The moment from which it counts.
    pub as_of: String,
}

/// Writes a list as a credential signed with the platform's key.
///
/// `platform` is the public address without a slash at its end, `url` the list's own; a copy is good until `until`.
pub fn sign_status_list(
    key: &SealKey,
    platform: &str,
    url: &str,
    list: &StatusList,
    at: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<String, NotCanonical> {
    key.sign_token(&json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": platform,
        "validFrom": instant(at),
        "validUntil": instant(until),
        "credentialSubject": {
            "id": format!("{url}#list"), "type": "BitstringStatusList",
            "statusPurpose": "revocation", "encodedList": list.encode(),
        },
        "iss": platform, "jti": url, "nbf": at.timestamp(), "exp": until.timestamp(),
    }))
}

/// Reads a signed status list and checks its signature. That a copy is older than its `validUntil` is for whoever asks to
/// weigh: it stays true as of its date.
pub fn read_status_list(text: &str, keys: &GivenKeys) -> Result<StatusListBadge, StatusFault> {
    let token = Token::read(text).map_err(|_| StatusFault::Unreadable)?;
    let credential = token.credential();
    let subject = &credential["credentialSubject"];
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned).ok_or(StatusFault::Unreadable);
    if subject["type"] != "BitstringStatusList" || subject["statusPurpose"] != "revocation" {
        return Err(StatusFault::Unreadable);
    }
    let issuer = credential["issuer"].as_str().or(credential["issuer"]["id"].as_str());
    // A list that brings its own key could be anybody's.
    match signer(&token, issuer.unwrap_or_default(), keys) {
        Ok(KeySource::Badge) | Err(_) => return Err(StatusFault::Signature),
        Ok(_) => {}
    }
    Ok(StatusListBadge {
        url: text(&credential["id"])?,
        list: StatusList::decode(&text(&subject["encodedList"])?)?,
        as_of: text(&credential["validFrom"])?,
    })
}
