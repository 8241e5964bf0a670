//! What the clock does with offers.

mod anonymise;
mod expire;
mod follow;
mod remind;

pub use anonymise::AnonymiseOffers;
pub use expire::ExpireOffers;
pub use follow::FollowOffers;
pub use remind::RemindOffers;

/// Offers handled in one transaction.
const BATCH: i64 = 100;
