//! What people are written about sessions.
