//! The stored form of a profile: one compact block, read for the hits of a page only.

use std::cmp::Ordering;
use std::fmt;

use super::document::{VisibleProfile, VisibleSkill};
use super::tokens::EntryCode;
use crate::codes::{ProfileId, RomeCode, SkillCode};

/// A profile as the index stores it: known to be whole, each part read when it is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct ProfileCard {
    bytes: Box<[u8]>,
    id: ProfileId,
    first_name: Part,
    last_name: Part,
    skills: Part,
    /// Bytes per skill.
    width: u8,
    codes: Part,
}

/// Where a part of a card begins and ends.
type Part = (u32, u32);

impl ProfileCard {
    /// Takes a card; anything but a whole one gives nothing.
    pub(crate) fn take(card: &[u8]) -> Option<Self> {
        let mut rest = card;
        let part = |rest: &&[u8], length: usize| {
            let from = card.len() - rest.len();
            (from as u32, (from + length) as u32)
        };
        let id = decode_id(take(&mut rest, ID)?)?;
        let name = |rest: &mut &[u8]| {
            let length = number(rest)? as usize;
            let name = part(rest, length);
            std::str::from_utf8(take(rest, length)?).ok()?;
            Some(name)
        };
        let (first_name, last_name) = (name(&mut rest)?, name(&mut rest)?);
        let (count, width) = skills_ahead(&mut rest)?;
        let skills = part(&rest, count * width);
        if !are_skills(take(&mut rest, count * width)?, width) {
            return None;
        }
        let codes = part(&rest, rest.len());
        for _ in 0..2 {
            for _ in 0..number(&mut rest)? {
                rome_code(&mut rest)?;
            }
        }
        rest.is_empty().then(|| Self {
            bytes: card.into(),
            id,
            first_name,
            last_name,
            skills,
            width: width as u8,
            codes,
        })
    }

    fn part(&self, (from, to): Part) -> &[u8] {
        &self.bytes[from as usize..to as usize]
    }

    /// The public identifier.
    pub fn id(&self) -> ProfileId {
        self.id
    }

    /// The first name.
    pub fn first_name(&self) -> &str {
        std::str::from_utf8(self.part(self.first_name)).unwrap_or_default()
    }

    /// The last name.
    pub fn last_name(&self) -> &str {
        std::str::from_utf8(self.part(self.last_name)).unwrap_or_default()
    }

    /// The skills, by code.
    pub fn skills(&self) -> impl Iterator<Item = VisibleSkill> {
        self.part(self.skills).chunks_exact(usize::from(self.width)).filter_map(skill)
    }

    /// The entry of a skill.
    pub(crate) fn skill(&self, code: SkillCode) -> Option<VisibleSkill> {
        let (packed, width) = (self.part(self.skills), usize::from(self.width));
        let at = |place: usize| skill(&packed[place * width..(place + 1) * width]);
        let (mut from, mut to) = (0, packed.len() / width);
        while from < to {
            let middle = from.midpoint(to);
            let found = at(middle)?;
            match found.code.cmp(&code) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Some(found),
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// Everything.
    pub fn profile(&self) -> VisibleProfile {
        let mut rest = self.part(self.codes);
        let mut codes = || -> Vec<RomeCode> {
            let count = number(&mut rest).unwrap_or_default();
            (0..count).map_while(|_| rome_code(&mut rest)).collect()
        };
        VisibleProfile {
            id: self.id(),
            first_name: self.first_name().to_owned(),
            last_name: self.last_name().to_owned(),
            skills: self.skills().collect(),
            jobs: codes(),
            families: codes(),
        }
    }
}

impl fmt::Debug for ProfileCard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.profile().fmt(formatter)
    }
}

/// Bytes of an id.
const ID: usize = 16;
/// Bits of an entry in a narrow skill.
const ENTRY_BITS: u32 = 4;
const ENTRY_MASK: u32 = (1 << ENTRY_BITS) - 1;
/// Bytes of a skill whose code fits beside its entry, and of any other.
const NARROW: usize = 4;
const WIDE: usize = 5;

/// Writes a normalised profile.
pub(crate) fn encode(profile: &VisibleProfile) -> Vec<u8> {
    let names = profile.first_name.len() + profile.last_name.len();
    let mut card = Vec::with_capacity(32 + names + profile.skills.len() * 4);
    card.extend(profile.id.0.to_be_bytes());
    for name in [&profile.first_name, &profile.last_name] {
        push_number(&mut card, name.len() as u32);
        card.extend(name.as_bytes());
    }
    let is_wide = profile.skills.iter().any(|skill| skill.code.0 >= 1 << (32 - ENTRY_BITS));
    push_number(&mut card, (profile.skills.len() as u32) << 1 | u32::from(is_wide));
    for skill in &profile.skills {
        let entry = EntryCode::of(*skill).0;
        if is_wide {
            card.extend(skill.code.0.to_le_bytes());
            card.push(entry);
        } else {
            card.extend((skill.code.0 << ENTRY_BITS | u32::from(entry)).to_le_bytes());
        }
    }
    for codes in [&profile.jobs, &profile.families] {
        push_number(&mut card, codes.len() as u32);
        for code in codes {
            let [letter, digits @ ..] = code.bytes();
            let number = digits.iter().fold(0_u16, |number, digit| number * 10 + u16::from(digit - b'0'));
            card.push(letter);
            card.extend(number.to_be_bytes());
        }
    }
    card
}

/// Reads only the id of a card.
pub(crate) fn decode_id(card: &[u8]) -> Option<ProfileId> {
    card.get(..ID)?.try_into().ok().map(u128::from_be_bytes).map(ProfileId)
}

/// Reads how many skills follow, and how many bytes each has.
fn skills_ahead(rest: &mut &[u8]) -> Option<(usize, usize)> {
    let count = number(rest)?;
    Some(((count >> 1) as usize, if count & 1 == 1 { WIDE } else { NARROW }))
}

/// Tells whether all of these are skills, in the order of their codes.
fn are_skills(packed: &[u8], width: usize) -> bool {
    if width != NARROW {
        let codes: Option<Vec<SkillCode>> =
            packed.chunks_exact(width).map(|one| Some(skill(one)?.code)).collect();
        return codes.is_some_and(|codes| codes.is_sorted_by(|one, next| one < next));
    }
    // Nothing is decided before the end: this way several skills are looked at together.
    let (mut are_skills, mut least) = (true, 0);
    for word in packed.as_chunks::<NARROW>().0 {
        let word = u32::from_le_bytes(*word);
        are_skills &= EntryCode::read((word & ENTRY_MASK) as u8).is_some();
        are_skills &= word >> ENTRY_BITS >= least;
        least = (word >> ENTRY_BITS) + 1;
    }
    are_skills
}

/// Reads a skill: code and entry in four bytes, or in five when a code of the card is too large for that.
#[inline]
fn skill(packed: &[u8]) -> Option<VisibleSkill> {
    let (code, entry) = match *packed {
        [a, b, c, d] => {
            let word = u32::from_le_bytes([a, b, c, d]);
            (word >> ENTRY_BITS, (word & ENTRY_MASK) as u8)
        }
        [a, b, c, d, entry] => (u32::from_le_bytes([a, b, c, d]), entry),
        _ => return None,
    };
    let entry = EntryCode::read(entry)?;
    Some(VisibleSkill { code: SkillCode(code), level: entry.level(), status: entry.status() })
}

fn rome_code(rest: &mut &[u8]) -> Option<RomeCode> {
    let [letter, high, low] = *take(rest, 3)? else { return None };
    RomeCode::from_parts(letter, u16::from_be_bytes([high, low])).ok()
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

/// Writes a number seven bits at a time, lowest first.
fn push_number(card: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        card.push(value as u8 | 0x80);
        value >>= 7;
    }
    card.push(value as u8);
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u64;
    for shift in (0..35).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return u32::try_from(value).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::level::{Level, Status};

    fn profile() -> VisibleProfile {
        let job = |code| RomeCode::parse(code).unwrap();
        let skill =
            |code, level, status| VisibleSkill { code: SkillCode(code), level: Level::new(level), status };
        VisibleProfile {
            id: ProfileId(u128::MAX - 3),
            first_name: "Zoé".into(),
            last_name: String::new(),
            skills: vec![
                skill(0, 3, Status::Declared),
                skill(103_091, 0, Status::Validated),
                skill(u32::MAX, 4, Status::Validated),
            ],
            jobs: vec![job("A0000"), job("Z9999")],
            families: vec![job("M1805")],
        }
    }

    #[test]
    fn cards_read_back_and_no_part_of_one_does() {
        reads_back(&profile());
        let mut narrow = profile();
        narrow.skills.pop();
        reads_back(&narrow);
        assert!(encode(&narrow).len() + NARROW < encode(&profile()).len());
    }

    #[test]
    fn skills_out_of_order_and_unknown_entries_are_no_card() {
        let wide = [0, 103_091, u32::MAX].map(|code| (code, 3));
        let narrow = [(0, 3), (5, 9), (103_091, 1)];
        let of = |skills: &[(u32, u8)], width: usize| {
            let packed = skills.iter().flat_map(|&(code, entry)| match width {
                NARROW => (code << ENTRY_BITS | u32::from(entry)).to_le_bytes().to_vec(),
                _ => [&code.to_le_bytes()[..], &[entry]].concat(),
            });
            are_skills(&packed.collect::<Vec<u8>>(), width)
        };
        for (skills, width) in [(narrow, NARROW), (wide, WIDE)] {
            assert!(of(&skills, width) && of(&skills[..1], width) && of(&[], width));
            for (one, other) in [(0, 1), (1, 2), (0, 2)] {
                let (mut swapped, mut twice) = (skills, skills);
                swapped.swap(one, other);
                twice[one] = skills[other];
                assert!(!of(&swapped, width) && !of(&twice, width));
            }
            for entry in [0, 10, 15] {
                let mut unknown = skills;
                unknown[1].1 = entry;
                assert!(!of(&unknown, width), "{entry}");
            }
        }
    }

    fn reads_back(profile: &VisibleProfile) {
        let card = encode(profile);
        let taken = ProfileCard::take(&card).unwrap();
        for &skill in &profile.skills {
            assert_eq!(taken.skill(skill.code), Some(skill));
        }
        assert_eq!(taken.skill(SkillCode(7)), None);
        assert_eq!(taken.profile(), *profile);
        assert_eq!((taken.id(), taken.first_name(), taken.last_name()), (profile.id, "Zoé", ""));
        assert_eq!(taken.skills().collect::<Vec<_>>(), profile.skills);
        for length in 0..card.len() {
            assert_eq!(ProfileCard::take(&card[..length]), None);
        }
    }

    proptest! {
        #[test]
        fn garbage_never_panics(bytes: Vec<u8>) {
            let _either = ProfileCard::take(&bytes).map(|card| (card.profile(), card.skill(SkillCode(3))));
        }
    }
}
