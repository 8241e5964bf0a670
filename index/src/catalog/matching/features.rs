//! The signs by which a job is weighed against a text.

/// Signs that compare the text with the job alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Sign {
    /// The nearest of its names: by words, by pieces of four and of three letters, by pairs of words.
    Words,
    Pieces4,
    Pieces3,
    Pairs,
    /// The three nearest names together.
    Nearest3,
    /// All names together, the near ones counting more and more.
    Votes2,
    Votes4,
    Votes8,
    /// What its names say, and its skills, its core skills, its definition, how one gets to it, its neighbours.
    Names,
    Skills,
    Core,
    Definition,
    Access,
    Neighbours,
    /// The same by beginnings of words.
    NamesBegin,
    SkillsBegin,
    DefinitionBegin,
    AccessBegin,
    NeighboursBegin,
    /// Pieces of five letters in its skills, its definition and how one gets to it.
    SheetPieces,
    /// The share of the text that its names hold at all.
    Covered,
    /// The share of its names that begin with the text's first word.
    Head,
    /// How many names it has: the logarithm.
    NamesCount,
}

/// How many signs compare the text with a job alone.
pub(crate) const SIGNS: usize = Sign::NamesCount as usize + 1;
/// Features of a candidate: its signs, how far each is from the best candidate's, and how likely its domain and its
/// family are without it.
pub const FEATURES: usize = 2 * SIGNS + 2;

/// The signs of one job.
pub(crate) type Signs = [f32; SIGNS];

/// How well a job fits at first sight: enough to choose who is looked at closely.
pub(crate) fn first_sight(signs: &Signs) -> f32 {
    let weights = [
        (Sign::Votes8, 1.0),
        (Sign::Nearest3, 0.3),
        (Sign::Names, 0.7),
        (Sign::Skills, 0.2),
        (Sign::SkillsBegin, 0.3),
        (Sign::DefinitionBegin, 0.3),
    ];
    weights.iter().map(|&(sign, weight)| weight * signs[sign as usize]).sum()
}
