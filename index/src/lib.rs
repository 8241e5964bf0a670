//! The profile search engine and the catalogue lookup: pure and synchronous.
