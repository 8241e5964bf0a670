//! The words of each job, by where they are said, and the bags that are drawn from them.

use std::collections::HashMap;
use std::ops::Range;

use super::JobText;
use super::lexicon::{Beginnings, Lexicon};
use super::sheets::Sheets;
use super::tokens::{Word, pieces, words};

/// Letters of the pieces that sheets are compared by.
pub(crate) const SHEET_PIECE: usize = 5;

/// Where something is said of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Place {
    /// In one of its names.
    Names,
    /// In the name of a skill, of a core skill.
    Skills,
    Core,
    Definition,
    Access,
    /// In the title of a job within reach, in any of its names.
    Neighbours,
    Around,
    /// As the first word of one of its names.
    Heads,
}

const PLACES: usize = Place::Heads as usize + 1;
/// Everything that a sheet says of the work.
pub(crate) const SHEET: &[Place] = &[Place::Skills, Place::Definition, Place::Access];
/// The same, and the names.
pub(crate) const ALL: &[Place] = &[Place::Names, Place::Skills, Place::Definition, Place::Access];

/// As what words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Stem,
    /// By their first letters.
    Beginning,
}

/// For whom bags are drawn up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Job,
    /// For all jobs of a domain, of a family.
    Domain,
    Family,
}

/// Jobs by their groups: each one's domain and family, numbered.
#[derive(Debug)]
pub(crate) struct Groups {
    pub(crate) domains: Vec<u32>,
    pub(crate) families: Vec<u32>,
}

impl Groups {
    /// Where a job stands: among all, or the place of its domain or its family.
    pub(crate) fn place(&self, whose: Whose, job: usize) -> usize {
        match whose {
            Whose::Job => job,
            Whose::Domain => self.domains[job] as usize,
            Whose::Family => self.families[job] as usize,
        }
    }
}

/// All words that are said, numbered.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) stems: Lexicon,
    beginnings: Beginnings,
}

/// Everything that is said, until bags are drawn from it.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) vocabulary: Vocabulary,
    /// The words of each job by place; a word may stand there several times.
    jobs: Vec<[Vec<u32>; PLACES]>,
}

impl Said {
    pub(crate) fn read(jobs: &[JobText<'_>], read: &[Vec<Word>], names: &[Range<usize>]) -> Self {
        let mut stems = Lexicon::default();
        let mut number =
            |words: &[Word]| words.iter().map(|word| stems.intern(&word.stem)).collect::<Vec<_>>();
        let named: Vec<Vec<u32>> = read.iter().map(|words| number(words)).collect();
        // Jobs share most of their skills: each is read once.
        let mut skills: HashMap<&str, Vec<u32>> = HashMap::new();
        for skill in jobs.iter().flat_map(|job| &job.skills) {
            skills.entry(skill).or_insert_with(|| number(&words(skill)));
        }
        let mut lines = |text: &str| text.lines().map(|line| number(&words(line))).collect::<Vec<_>>();
        let written: Vec<[Vec<Vec<u32>>; 2]> =
            jobs.iter().map(|job| [lines(job.definition), lines(job.access)]).collect();

        let places: HashMap<_, usize> = jobs.iter().enumerate().map(|(at, job)| (job.code, at)).collect();
        let mut said = Vec::with_capacity(jobs.len());
        for (at, (job, [definition, access])) in jobs.iter().zip(&written).enumerate() {
            let near = job.neighbours.iter().filter_map(|code| places.get(code)).map(|place| &names[*place]);
            let of_skills = |labels: &[&str]| {
                labels.iter().filter_map(|label| skills.get(label)).flatten().copied().collect()
            };
            said.push([
                named[names[at].clone()].concat(),
                of_skills(&job.skills),
                of_skills(&job.core),
                definition.concat(),
                access.concat(),
                near.clone().filter_map(|names| named[names.clone()].first()).flatten().copied().collect(),
                near.flat_map(|names| &named[names.clone()]).flatten().copied().collect(),
                named[names[at].clone()].iter().filter_map(|name| name.first().copied()).collect(),
            ]);
        }
        Self { jobs: said, vocabulary: Vocabulary { beginnings: Beginnings::build(&stems), stems } }
    }

    /// The bags of what is said in some places.
    pub(crate) fn sheets(&self, groups: &Groups, whose: Whose, places: &[Place], form: Form) -> Sheets {
        let Vocabulary { stems, beginnings } = &self.vocabulary;
        let reduce = |word: &u32| match form {
            Form::Stem => *word,
            Form::Beginning => beginnings.of(*word),
        };
        let count = (0..self.jobs.len()).map(|job| groups.place(whose, job) + 1).max().unwrap_or_default();
        let mut bags = vec![Vec::new(); count];
        for (at, job) in self.jobs.iter().enumerate() {
            let said = places.iter().flat_map(|place| &job[*place as usize]);
            bags[groups.place(whose, at)].extend(said.map(reduce));
        }
        let tokens = match form {
            Form::Stem => stems.len(),
            Form::Beginning => beginnings.len(),
        };
        Sheets::build(bags, tokens)
    }

    /// The pieces of the words that sheets hold, each once, and what numbers them.
    pub(crate) fn pieces(&self) -> (Lexicon, Sheets) {
        let mut lexicon = Lexicon::default();
        let mut number =
            |word: &str| pieces(word, SHEET_PIECE).iter().map(|piece| lexicon.intern(piece)).collect();
        let of: Vec<Vec<u32>> = self.vocabulary.stems.texts().into_iter().map(&mut number).collect();
        let bag = |job: &[Vec<u32>; PLACES]| {
            let words = SHEET.iter().flat_map(|place| &job[*place as usize]);
            let mut bag: Vec<u32> = words.flat_map(|word| &of[*word as usize]).copied().collect();
            bag.sort_unstable();
            bag.dedup();
            bag
        };
        let bags = self.jobs.iter().map(bag).collect();
        let sheets = Sheets::build(bags, lexicon.len());
        (lexicon, sheets)
    }
}

impl Vocabulary {
    /// A word of a text, if anything is said with it.
    pub(crate) fn token(&self, word: &str, form: Form) -> Option<u32> {
        match form {
            Form::Stem => self.stems.id(word),
            Form::Beginning => self.beginnings.id(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheets::Measure;
    use super::*;
    use crate::codes::RomeCode;

    fn jobs() -> Vec<JobText<'static>> {
        let code = |code: &str| RomeCode::parse(code).unwrap();
        let baker = JobText {
            code: code("D1102"),
            family: code("D1102"),
            names: vec!["Boulanger / Boulangère", "Ouvrier boulanger"],
            skills: vec!["Pétrir la pâte", "Cuire le pain"],
            core: vec!["Pétrir la pâte"],
            definition: "Fabrique du pain.\nVend parfois.",
            access: "CAP boulanger",
            neighbours: vec![code("D1104"), code("Z9999")],
        };
        let pastry = JobText {
            code: code("D1104"),
            names: vec!["Pâtissier / Pâtissière", "Ouvrier de laboratoire"],
            skills: vec!["Cuire le pain"],
            core: Vec::new(),
            definition: "",
            neighbours: Vec::new(),
            ..baker.clone()
        };
        vec![baker, pastry]
    }

    fn said() -> Said {
        let jobs = jobs();
        let read: Vec<Vec<Word>> = jobs.iter().flat_map(|job| &job.names).map(|name| words(name)).collect();
        Said::read(&jobs, &read, &[0..2, 2..4])
    }

    fn groups() -> Groups {
        Groups { domains: vec![0, 0], families: vec![0, 1] }
    }

    fn scores(said: &Said, whose: Whose, places: &[Place], form: Form, word: &str) -> Vec<f32> {
        let token = said.vocabulary.token(&words(word)[0].stem, form);
        said.sheets(&groups(), whose, places, form).scores(&[token], Measure::Spoken)
    }

    #[test]
    fn each_place_has_its_own_words() {
        let said = said();
        for (place, word, holds) in [
            (Place::Names, "boulangère", [true, false]),
            (Place::Skills, "pain", [true, true]),
            (Place::Core, "pétrir", [true, false]),
            (Place::Core, "pain", [false, false]),
            (Place::Definition, "pain", [true, false]),
            (Place::Access, "CAP", [true, true]),
            (Place::Neighbours, "pâtissier", [true, false]),
            (Place::Neighbours, "laboratoire", [false, false]),
            (Place::Around, "laboratoire", [true, false]),
        ] {
            let found = scores(&said, Whose::Job, &[place], Form::Stem, word);
            assert_eq!([found[0] > 0.0, found[1] > 0.0], holds, "{place:?} {word}");
        }
    }

    #[test]
    fn beginnings_groups_and_first_words_are_counted() {
        let said = said();
        let bakery = |form| scores(&said, Whose::Job, ALL, form, "boulangerie")[0] > 0.0;
        assert!(bakery(Form::Beginning) && !bakery(Form::Stem));
        assert_eq!(scores(&said, Whose::Domain, SHEET, Form::Stem, "pain").len(), 1);
        assert_eq!(scores(&said, Whose::Family, SHEET, Form::Stem, "pain").len(), 2);
        let stem = |word: &str| said.vocabulary.token(&words(word)[0].stem, Form::Stem);
        let (worker, laboratory) = (stem("ouvrier"), stem("laboratoire"));
        assert!(worker.is_some() && laboratory.is_some());
        let heads = said.sheets(&groups(), Whose::Family, &[Place::Heads], Form::Stem);
        assert!(heads.holds(1, worker) && !heads.holds(1, laboratory));
    }

    #[test]
    fn pieces_of_sheets_are_known() {
        let said = said();
        let (lexicon, pieces) = said.pieces();
        assert!(pieces.holds(0, lexicon.id("fabri")) && !pieces.holds(1, lexicon.id("fabri")));
        assert_eq!(lexicon.id("zzzzz"), None);
    }
}
