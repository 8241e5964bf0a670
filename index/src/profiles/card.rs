//! The stored form of a profile: one compact block, read for the hits of a page only.

use std::fmt;
use std::sync::LazyLock;

use super::document::{VisibleProfile, VisibleSkill};
use super::tokens::{ENTRY_CODES, EntryCode};
use crate::codes::{ProfileId, RomeCode, SkillCode};
use crate::level::{Level, Status};

/// A profile as the index stores it: known to be whole, each part read when it is asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct ProfileCard {
    bytes: Box<[u8]>,
    id: ProfileId,
    first_name: Part,
    last_name: Part,
    skills: Part,
    codes: Part,
}

/// Where a part of a card begins and ends.
type Part = (u32, u32);

impl ProfileCard {
    /// Takes a card; anything but a whole card gives nothing.
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
        let skills = {
            let (count, from) = (number(&mut rest)?, rest);
            let (mut code, mut left) = (0, rest);
            for _ in 0..count {
                skill(&mut left, &mut code)?;
            }
            rest = left;
            part(&from, from.len() - left.len())
        };
        let codes = part(&rest, rest.len());
        for _ in 0..2 {
            for _ in 0..number(&mut rest)? {
                rome_code(&mut rest)?;
            }
        }
        rest.is_empty().then(|| Self { bytes: card.into(), id, first_name, last_name, skills, codes })
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
        let (mut rest, mut code) = (self.part(self.skills), 0);
        std::iter::from_fn(move || skill(&mut rest, &mut code))
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

/// Writes a normalised profile.
pub(crate) fn encode(profile: &VisibleProfile) -> Vec<u8> {
    let names = profile.first_name.len() + profile.last_name.len();
    let mut card = Vec::with_capacity(32 + names + profile.skills.len() * 4);
    card.extend(profile.id.0.to_be_bytes());
    for name in [&profile.first_name, &profile.last_name] {
        push_number(&mut card, name.len() as u32);
        card.extend(name.as_bytes());
    }
    push_number(&mut card, profile.skills.len() as u32);
    let mut previous = 0;
    for skill in &profile.skills {
        push_number(&mut card, skill.code.0 - previous);
        card.push(EntryCode::of(*skill).0);
        previous = skill.code.0;
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

/// What an entry code says.
type Said = (Option<Level>, Status);

/// What each entry code says, at its place.
static ENTRIES: LazyLock<[Option<Said>; ENTRY_CODES]> = LazyLock::new(|| {
    std::array::from_fn(|code| EntryCode::read(code as u8).map(|entry| (entry.level(), entry.status())))
});

/// Reads the next skill, given the code of the one before.
fn skill(rest: &mut &[u8], code: &mut u32) -> Option<VisibleSkill> {
    *code = code.checked_add(number(rest)?)?;
    let (&entry, after) = rest.split_first()?;
    *rest = after;
    let (level, status) = *ENTRIES.get(usize::from(entry)).and_then(Option::as_ref)?;
    Some(VisibleSkill { code: SkillCode(*code), level, status })
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
        let card = encode(&profile());
        let taken = ProfileCard::take(&card).unwrap();
        assert_eq!(taken.profile(), profile());
        assert_eq!((taken.id(), taken.first_name(), taken.last_name()), (profile().id, "Zoé", ""));
        assert_eq!(taken.skills().collect::<Vec<_>>(), profile().skills);
        for length in 0..card.len() {
            assert_eq!(ProfileCard::take(&card[..length]), None);
        }
    }

    proptest! {
        #[test]
        fn garbage_never_panics(bytes: Vec<u8>) {
            let _either = ProfileCard::take(&bytes).map(|card| card.profile());
        }
    }
}
