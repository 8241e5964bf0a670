//! Small dense numbers for codes, the same in every segment and commit of a generation.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{PoisonError, RwLock};

/// Numbers values in the order in which they are first met; a number never changes.
#[derive(Debug)]
pub(crate) struct Interner<T> {
    known: RwLock<Known<T>>,
}

#[derive(Debug)]
struct Known<T> {
    numbers: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T: Copy + Eq + Hash> Interner<T> {
    /// Starts with no value.
    pub(crate) fn new() -> Self {
        Self { known: RwLock::new(Known { numbers: HashMap::new(), values: Vec::new() }) }
    }

    /// Numbers a value.
    pub(crate) fn number(&self, value: T) -> u32 {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(&number) = known.numbers.get(&value) {
            return number;
        }
        drop(known);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let next = known.values.len() as u32;
        let number = *known.numbers.entry(value).or_insert(next);
        if number == next {
            known.values.push(value);
        }
        number
    }

    /// Returns the numbers of values, absent for those never met.
    pub(crate) fn known(&self, values: impl Iterator<Item = T>) -> Vec<Option<u32>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        values.map(|value| known.numbers.get(&value).copied()).collect()
    }

    /// Returns how many values have a number.
    pub(crate) fn len(&self) -> usize {
        self.known.read().unwrap_or_else(PoisonError::into_inner).values.len()
    }

    /// Lends the values, each at its number.
    pub(crate) fn with_values<R>(&self, read: impl FnOnce(&[T]) -> R) -> R {
        read(&self.known.read().unwrap_or_else(PoisonError::into_inner).values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dense_and_stay() {
        let interner = Interner::new();
        assert_eq!(["b", "a", "b", "c", "a"].map(|value| interner.number(value)), [0, 1, 0, 2, 1]);
        assert_eq!(interner.known(["c", "d", "b"].into_iter()), [Some(2), None, Some(0)]);
        assert_eq!((interner.len(), interner.with_values(<[_]>::to_vec)), (3, vec!["b", "a", "c"]));
    }
}
