//! A sentence in both languages, and the answer made of them.

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In French.
    pub french: String,
    /// In English.
    pub english: String,
}

impl Said {
    /// A sentence in both.
    pub fn new(french: impl Into<String>, english: impl Into<String>) -> Self {
        Self { french: french.into(), english: english.into() }
    }
}

/// What is told of a file that holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// What it is, and whose.
    pub facts: Vec<Said>,
    /// What was checked, and holds.
    pub checked: Vec<Said>,
    /// What cannot be checked without a connection, or not at all.
    pub unchecked: Vec<Said>,
}
