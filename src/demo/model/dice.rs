//! Chance that repeats: the same seed gives the same draws for ever, whatever library version builds this.

use uuid::{Builder, Uuid};

/// A small deterministic generator (`SplitMix64`). Never for secrets.
#[derive(Clone, Debug)]
pub struct Dice(u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    /// The dice of one subject (a person's number, a table): independent of every other subject's.
    pub fn new(seed: u64, subject: u64) -> Self {
        Self(mix(mix(seed.wrapping_add(GOLDEN)) ^ subject.wrapping_mul(GOLDEN)))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// A number from 0 to `limit` - 1. The bias of the multiplication is below `limit` / 2^32.
    pub fn below(&mut self, limit: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(limit)) >> 32) as u32
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of them, each as likely as the others. None of nothing.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len() as u32) as usize)
    }

    /// One of them, the first ones likelier: the use of a list written by popularity.
    pub fn pick_early<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let reach = self.below(from.len() as u32) + 1;
        from.get(self.below(reach) as usize)
    }

    /// A place drawn by weight; `cumulative` holds the running sums of the weights.
    pub fn weighted(&mut self, cumulative: &[u64]) -> usize {
        let total = cumulative.last().copied().unwrap_or(0);
        let drawn = ((u128::from(self.bits()) * u128::from(total)) >> 64) as u64;
        cumulative.partition_point(|&sum| sum <= drawn)
    }

    /// An id that says nothing.
    pub fn opaque_id(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.bits().to_be_bytes());
        bytes[8..].copy_from_slice(&self.bits().to_be_bytes());
        Builder::from_random_bytes(bytes).into_uuid()
    }

    /// An id ordered by this time, so that bulk loading appends to the indexes.
    pub fn ordered_id(&mut self, millis: i64) -> Uuid {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.bits().to_be_bytes());
        random[8..].copy_from_slice(&self.bits().to_be_bytes()[..2]);
        Builder::from_unix_timestamp_millis(millis.unsigned_abs(), &random).into_uuid()
    }
}

/// Scatters the bits of a number over all 64.
pub fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_draws_never_change() {
        let mut dice = Dice::new(1, 7);
        assert_eq!([dice.below(1000), dice.below(1000), dice.below(1000)], DRAWS);
    }

    /// Written down once: a change here changes every seeded database.
    const DRAWS: [u32; 3] = [38, 420, 142];

    #[test]
    fn weights_are_respected() {
        let mut dice = Dice::new(1, 1);
        let mut seen = [0; 3];
        for _ in 0..10_000 {
            seen[dice.weighted(&[1, 1, 4])] += 1;
        }
        assert_eq!(seen[1], 0, "a weight of zero is never drawn");
        assert!((2_300..2_700).contains(&seen[0]), "{seen:?}");
    }

    #[test]
    fn nothing_can_be_picked_from_nothing() {
        let mut dice = Dice::new(1, 1);
        assert_eq!(dice.pick::<u8>(&[]), None);
    }
}
