//! Where the cards of a segment lie: a column of words of eight bytes, so that a page is twenty short reads from a
//! mapped file.

use std::hint::black_box;
use std::sync::Arc;

use tantivy::columnar::{Column, ColumnValues};

/// Ends a card; zeros fill the last word after it.
const END: u8 = 0x80;
const WORD: usize = size_of::<u64>();
/// What the processor fetches from memory at a time.
const LINE: usize = 64;

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

    /// Has the processor fetch a card: several fetched like this wait for memory together, not one after the other.
    pub(crate) fn fetch(&self, doc: u32) {
        let (from, to) = (self.starts[doc as usize], self.starts[doc as usize + 1]);
        for word in (from..to).step_by(LINE / WORD) {
            black_box(self.words.get_val(word));
        }
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
