//! One claim, proved without the rest: the leaf, the way from it to the root, and the signed root.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::claims::{Claim, Disclosures, Head, Leaf};
use super::tree;
use crate::platform::seal::{PublicKey, Seal, SignedFault, canonical_of};

/// The form of a single claim, and what the root is signed for.
pub const DISCLOSURE: &str = "carnet.passport-disclosure/1";

/// A document that proves one claim. Its file is its canonical text, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PassportDisclosure)]
pub struct Disclosure {
    /// `carnet.passport-disclosure/1`.
    pub format: String,
    /// What the root is signed with.
    pub head: Head,
    /// Place of the leaf at the base of the tree, from 0.
    pub index: u32,
    /// What is proved.
    pub leaf: Leaf,
    /// The digests beside the way to the root, the lowest first.
    pub path: Vec<String>,
    /// The platform's seal on the canonical text of `head`.
    pub seal: Seal,
}

/// Why a single claim is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureFault {
    /// It is none, its bytes are not those that were issued, or its seal does not hold.
    #[error(transparent)]
    Signed(SignedFault),
    /// The claim is none of those that were signed.
    #[error("the claim is none of those that were signed")]
    Claim,
}

impl Disclosure {
    /// Proves the first claim that is wanted, if the passport has it.
    pub fn of(all: &Disclosures, is_wanted: impl Fn(&Claim) -> bool) -> anyhow::Result<Option<Self>> {
        let Some(leaf) = all.leaves.iter().find(|leaf| is_wanted(&leaf.claim)) else { return Ok(None) };
        let digest = leaf.digest()?;
        let index = all.digests.iter().position(|one| *one == digest);
        let index = index.ok_or_else(|| anyhow::anyhow!("a claim is not in its own tree"))?;
        Ok(Some(Self {
            format: DISCLOSURE.to_owned(),
            head: all.head.clone(),
            index: index as u32,
            leaf: leaf.clone(),
            path: tree::path(&all.digests, index),
            seal: all.seal.clone(),
        }))
    }

    /// The file.
    pub fn to_text(&self) -> anyhow::Result<String> {
        canonical_of(self)
    }

    /// Reads a file, and checks its bytes, the seal on the root and the way to it. Every fault is told.
    pub fn open(bytes: &[u8], keys: &[PublicKey]) -> Result<Self, Vec<DisclosureFault>> {
        let unreadable = || vec![DisclosureFault::Signed(SignedFault::Unreadable)];
        let read: Self = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
        if read.format != DISCLOSURE {
            return Err(unreadable());
        }
        let (text, head) = (read.to_text().map_err(|_| unreadable())?, canonical_of(&read.head));
        let mut faults = Vec::new();
        if text.as_bytes() != bytes {
            faults.push(DisclosureFault::Signed(SignedFault::NotAsIssued));
        }
        if let Err(fault) = read.seal.verify(DISCLOSURE, &head.map_err(|_| unreadable())?, keys) {
            faults.push(DisclosureFault::Signed(SignedFault::Seal(fault)));
        }
        if !read.leads_to_the_root() {
            faults.push(DisclosureFault::Claim);
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    fn leads_to_the_root(&self) -> bool {
        let is_there = self.index < self.head.size
            && self.head.size.is_power_of_two()
            && self.path.len() == self.head.size.trailing_zeros() as usize;
        let digest = self.leaf.digest().unwrap_or_default();
        is_there && tree::climb(&digest, self.index, &self.path) == self.head.root
    }
}
