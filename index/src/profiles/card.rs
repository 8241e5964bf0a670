//! The stored form of a profile: one compact block, read for the hits of a page only.
//!
//! The block lies in a column, as words of eight bytes: a page is twenty short reads from a mapped file.

use std::sync::{Arc, LazyLock};

use tantivy::columnar::{Column, ColumnValues};

use super::document::{VisibleProfile, VisibleSkill};
use super::tokens::{ENTRY_CODES, EntryCode};
use crate::codes::{ProfileId, RomeCode, SkillCode};
use crate::level::{Level, Status};

/// Ends a card; zeros fill the last word after it.
const END: u8 = 0x80;
const WORD: usize = size_of::<u64>();

/// The cards of a segment: where each starts in memory, the words themselves in the mapped column.
pub(crate) struct Cards {
    starts: Vec<u32>,
    words: Arc<dyn ColumnValues<u64>>,
}

impl Cards {
    /// Opens the cards of a segment in their column.
    pub(crate) fn open(column: Column<u64>, max_doc: u32) -> Self {
        let mut starts: Vec<u32> = (0..max_doc).map(|doc| column.index.value_row_ids(doc).start).collect();
        starts.push(column.values.num_vals());
        Self { starts, words: column.values }
    }

    /// Reads the card of a document into a buffer.
    pub(crate) fn read<'a>(&self, doc: u32, card: &'a mut Vec<u8>) -> &'a [u8] {
        let (from, to) = (self.starts[doc as usize], self.starts[doc as usize + 1]);
        card.clear();
        let mut words = [0; 32];
        for from in (from..to).step_by(words.len()) {
            let part = &mut words[..(to - from).min(32) as usize];
            self.words.get_range(u64::from(from), part);
            for word in part {
                card.extend_from_slice(&word.to_le_bytes());
            }
        }
        let end = card.iter().rposition(|byte| *byte != 0).filter(|end| card[*end] == END);
        &card[..end.unwrap_or_default()]
    }
}

/// Writes a card as the words of its column.
pub(crate) fn words(card: &[u8]) -> impl Iterator<Item = u64> + '_ {
    (0..=card.len() / WORD).map(|at| {
        let part = &card[at * WORD..card.len().min((at + 1) * WORD)];
        let mut word = [0; WORD];
        word[..part.len()].copy_from_slice(part);
        if let Some(after) = word.get_mut(part.len()) {
            *after = END;
        }
        u64::from_le_bytes(word)
    })
}

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

/// Reads a card; anything but a whole card gives nothing.
pub(crate) fn decode(card: &[u8]) -> Option<VisibleProfile> {
    let mut rest = card;
    let id = ProfileId(u128::from_be_bytes(take(&mut rest, 16)?.try_into().ok()?));
    let first_name = name(&mut rest)?;
    let last_name = name(&mut rest)?;
    let skills = skills(&mut rest)?;
    let jobs = codes(&mut rest)?;
    let families = codes(&mut rest)?;
    rest.is_empty().then_some(VisibleProfile { id, first_name, last_name, skills, jobs, families })
}

/// Reads only the id of a card.
pub(crate) fn decode_id(card: &[u8]) -> Option<ProfileId> {
    card.get(..16)?.try_into().ok().map(u128::from_be_bytes).map(ProfileId)
}

/// What an entry code says.
type Said = (Option<Level>, Status);

/// What each entry code says, at its place.
static ENTRIES: LazyLock<[Option<Said>; ENTRY_CODES]> = LazyLock::new(|| {
    std::array::from_fn(|code| EntryCode::read(code as u8).map(|entry| (entry.level(), entry.status())))
});

fn skills(rest: &mut &[u8]) -> Option<Vec<VisibleSkill>> {
    let count = number(rest)? as usize;
    let entries = &*ENTRIES;
    let mut skills = Vec::with_capacity(count.min(rest.len()));
    let mut code = 0_u32;
    for _ in 0..count {
        code = code.checked_add(number(rest)?)?;
        let (&entry, after) = rest.split_first()?;
        *rest = after;
        let (level, status) = *entries.get(usize::from(entry)).and_then(Option::as_ref)?;
        skills.push(VisibleSkill { code: SkillCode(code), level, status });
    }
    Some(skills)
}

fn codes(rest: &mut &[u8]) -> Option<Vec<RomeCode>> {
    let count = number(rest)? as usize;
    let mut codes = Vec::with_capacity(count.min(rest.len()));
    for _ in 0..count {
        let [letter, high, low] = *take(rest, 3)? else { return None };
        codes.push(RomeCode::from_parts(letter, u16::from_be_bytes([high, low])).ok()?);
    }
    Some(codes)
}

fn name(rest: &mut &[u8]) -> Option<String> {
    let length = number(rest)? as usize;
    String::from_utf8(take(rest, length)?.to_vec()).ok()
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
        assert_eq!(decode(&card), Some(profile()));
        assert_eq!(decode_id(&card), Some(profile().id));
        for length in 0..card.len() {
            assert_eq!(decode(&card[..length]), None);
        }
    }

    proptest! {
        #[test]
        fn garbage_never_panics(bytes: Vec<u8>) {
            let _either = decode(&bytes);
        }
    }
}
