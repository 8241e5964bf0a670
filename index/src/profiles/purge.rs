//! Erasure from the files: segments that hold deleted profiles are rewritten without them, beside the writer.

use std::collections::{HashMap, HashSet};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tantivy::index::SegmentId;
use tantivy::{FutureResult, SegmentMeta, TantivyError};

use crate::error::IndexError;

type Rewriting = Pin<Box<FutureResult<Option<SegmentMeta>>>>;

/// A purge under way: what was deleted in a commit before it began is gone from the files when it is done.
#[derive(Default)]
pub struct Purge {
    /// Segments rewritten since it began; what they hold of deleted profiles was deleted later.
    renewed: HashSet<SegmentId>,
    running: HashMap<SegmentId, Rewriting>,
}

impl Purge {
    /// Takes in the rewritings that have ended; tells whether none is left.
    pub(crate) fn harvest(&mut self) -> Result<bool, IndexError> {
        let mut outcome = Ok(());
        let mut asking = Context::from_waker(Waker::noop());
        self.running.retain(|_, rewriting| match rewriting.as_mut().poll(&mut asking) {
            Poll::Pending => true,
            Poll::Ready(Ok(rewritten)) => {
                self.renewed.extend(rewritten.map(|segment| segment.id()));
                false
            }
            // A merge under way held this segment. What it makes is looked at like any other segment.
            Poll::Ready(Err(TantivyError::InvalidArgument(_))) => false,
            Poll::Ready(Err(failure)) => {
                outcome = Err(failure);
                false
            }
        });
        outcome?;
        Ok(self.running.is_empty())
    }

    /// Those of these segments that hold deleted profiles and have to be rewritten now.
    pub(crate) fn stale(&self, segments: &[SegmentMeta]) -> Vec<SegmentId> {
        let is_stale = |segment: &&SegmentMeta| {
            let id = segment.id();
            segment.num_deleted_docs() > 0 && !self.renewed.contains(&id) && !self.running.contains_key(&id)
        };
        segments.iter().filter(is_stale).map(SegmentMeta::id).collect()
    }

    /// Remembers a rewriting that was started.
    pub(crate) fn follow(&mut self, segment: SegmentId, rewriting: FutureResult<Option<SegmentMeta>>) {
        self.running.insert(segment, Box::pin(rewriting));
    }
}
