//! The object store: a folder, or a bucket that speaks S3. It knows keys and bytes; what they mean is in the database.
//!
//! What arrives is first spooled into a [`Scratch`] file of this machine, where it can be looked at from any side, and
//! becomes an object in one step, durable when [`Storage::keep`] returns.

mod scratch;
mod settings;
mod store;

pub use scratch::Scratch;
pub use settings::{FileSettings, Unchecked};
pub use store::{ByteStream, Fault, ObjectKey, Storage, Stored};
