//! The common scale of levels and what stands behind a skill.

use std::num::NonZeroU8;

/// A level of the common scale: 1 notions, 2 guided, 3 autonomous, 4 expert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(NonZeroU8);

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 4] = [
        Self(NonZeroU8::MIN),
        Self(NonZeroU8::MIN.saturating_add(1)),
        Self(NonZeroU8::MIN.saturating_add(2)),
        Self(NonZeroU8::MIN.saturating_add(3)),
    ];

    /// Accepts 1 to 4 and nothing else.
    pub fn new(value: u8) -> Option<Self> {
        NonZeroU8::new(value).filter(|value| value.get() <= 4).map(Self)
    }

    /// Returns the level as a number from 1 to 4.
    pub fn get(self) -> u8 {
        self.0.get()
    }
}

/// Whether a skill was said by the person or validated by someone entitled to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Said by the person.
    Declared,
    /// Backed by a valid validation.
    Validated,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_four_are_levels() {
        let accepted: Vec<u8> = (0..=255).filter_map(Level::new).map(Level::get).collect();
        assert_eq!(accepted, [1, 2, 3, 4]);
        assert_eq!(Level::ALL.map(Level::get), [1, 2, 3, 4]);
    }
}
