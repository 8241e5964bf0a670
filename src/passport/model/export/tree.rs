//! A tree of digests: one signature over its root vouches for each of them, and a path shows that one belongs to it.

use super::claims::Leaf;
use crate::platform::seal::{NotCanonical, canonical_of, sha256};

impl Leaf {
    /// Its digest.
    pub fn digest(&self) -> anyhow::Result<String> {
        Ok(sha256(canonical_of(self)?))
    }
}

/// The digest of two digests.
fn node(left: &str, right: &str) -> String {
    sha256(format!("{left}{right}"))
}

fn above(row: &[String]) -> Vec<String> {
    row.chunks(2).map(|pair| node(&pair[0], pair.get(1).unwrap_or(&pair[0]))).collect()
}

/// The root over these digests; their number is a power of two, or there is none.
pub fn root(digests: &[String]) -> Result<String, NotCanonical> {
    if !digests.len().is_power_of_two() {
        return Err(NotCanonical);
    }
    let mut row = digests.to_vec();
    while row.len() > 1 {
        row = above(&row);
    }
    row.pop().ok_or(NotCanonical)
}

/// The digests beside the way from one place to the root, the lowest first.
pub fn path(digests: &[String], index: usize) -> Vec<String> {
    let (mut row, mut index, mut path) = (digests.to_vec(), index, Vec::new());
    while row.len() > 1 {
        path.extend(row.get(index ^ 1).cloned());
        row = above(&row);
        index /= 2;
    }
    path
}

/// The root that one digest at this place leads to along this path.
pub fn climb(digest: &str, index: u32, path: &[String]) -> String {
    let (mut digest, mut index) = (digest.to_owned(), index);
    for beside in path {
        digest = if index.is_multiple_of(2) { node(&digest, beside) } else { node(beside, &digest) };
        index /= 2;
    }
    digest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn digests(count: usize) -> Vec<String> {
        (0..count).map(|number| sha256(number.to_string())).collect()
    }

    #[test]
    fn only_a_power_of_two_has_a_root() {
        for count in [0, 3, 6] {
            assert_eq!(root(&digests(count)), Err(NotCanonical), "{count}");
        }
        let two = digests(2);
        assert_eq!(root(&two).unwrap(), sha256(format!("{}{}", two[0], two[1])));
        assert_eq!(root(&digests(1)).unwrap(), digests(1)[0]);
    }

    proptest! {
        #[test]
        fn every_place_leads_to_the_root_and_no_other_digest_does(height in 0_u32..7, at in any::<prop::sample::Index>()) {
            let digests = digests(1 << height);
            let index = at.index(digests.len());
            let (root, path) = (root(&digests).unwrap(), path(&digests, index));
            prop_assert_eq!(climb(&digests[index], index as u32, &path), root.clone());
            prop_assert_ne!(climb(&sha256("other"), index as u32, &path), root.clone());
            if height > 0 {
                prop_assert_ne!(climb(&digests[index], index as u32 ^ 1, &path), root);
            }
        }
    }
}
