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
    /// The title alone, by words, by beginnings of words and by pieces of four letters.
    TitleWords,
    TitleBegin,
    TitlePieces,
    /// The largest share of the text that one of its names holds, and of one of its names that the text holds: by words,
    /// and by beginnings of words.
    Holds,
    Held,
    HoldsBegin,
    HeldBegin,
    /// The three nearest names together.
    Nearest3,
    /// All names together, the near ones counting more and more.
    Votes2,
    Votes4,
    Votes8,
    /// The share of its names that begin with the text's first word.
    Head,
    /// How many names it has: the logarithm.
    NamesCount,
    /// The share of the text that its names hold at all; the same of pieces of five letters in its sheet.
    Covered,
    SheetPieces,
    /// What its names say, and its skills, its core skills, its definition, how one gets to it, its neighbours.
    Names,
    Skills,
    Core,
    Definition,
    Access,
    Neighbours,
    /// The same by beginnings of words, all of it together, and what its neighbours' names say.
    NamesBegin,
    SkillsBegin,
    CoreBegin,
    DefinitionBegin,
    AccessBegin,
    NeighboursBegin,
    AllBegin,
    AroundBegin,
    /// What is said with the first word of the text.
    NamesHead,
    SheetHead,
    /// With the others.
    NamesRest,
    NamesRestBegin,
    SkillsRestBegin,
    DefinitionRestBegin,
    NeighboursRestBegin,
    AroundRestBegin,
    /// With the last.
    NamesLastBegin,
    SheetLastBegin,
    /// With the rarest.
    NamesRarestBegin,
    SheetRarestBegin,
    /// What is said of all jobs of its domain and of its family; which first words their names have.
    DomainNamesBegin,
    DomainAllBegin,
    DomainHeads,
    FamilyNamesBegin,
    FamilyAllBegin,
    FamilyHeads,
}

/// How many signs compare the text with a job alone.
pub(crate) const SIGNS: usize = Sign::FamilyHeads as usize + 1;
/// What is known of the text, and of the candidate among all of them.
pub(crate) const STANDING: usize = 10;
/// Features of a candidate: its signs, how far each is from the best candidate's, and where it stands.
pub const FEATURES: usize = 2 * SIGNS + STANDING;

/// The signs of one job.
pub(crate) type Signs = [f32; SIGNS];

/// How much each sign counts at first sight, which chooses who is looked at closely; all of them are signs of jobs.
pub(crate) const FIRST_SIGHT: &[(Sign, f32)] = &[
    (Sign::Votes8, 1.0),
    (Sign::Nearest3, 0.3),
    (Sign::Names, 0.7),
    (Sign::Skills, 0.2),
    (Sign::SkillsBegin, 0.3),
    (Sign::DefinitionBegin, 0.3),
];
