//! The questions of each class, drawn from the corpus so that none is empty.

use carnet_index::{
    Criterion, FacetSelection, JobFit, Level, NameQuery, RomeFilter, SearchRequest, SkillCode, Status,
    VisibleProfile, VisibleSkill, text,
};

use crate::corpus::Corpus;
use crate::random::Random;

/// How many questions there are of each class.
pub const QUESTIONS: usize = 1_000;
/// How many pages come before the one that class D asks for.
pub const PAGES_BEFORE: u32 = 49;
/// How many results a page shows.
pub const PAGE: u32 = 20;
/// How many of a job's skills class C wants at least.
pub const COVERED_AT_LEAST: u32 = 3;

/// A class of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// One skill at a lowest level, half of them validated only.
    S1,
    /// Three skills, each with its own level and status.
    S3,
    /// Three popular skills.
    Sp,
    /// S3 with counts per job.
    S3f,
    /// S1 with counts per job.
    S1f,
    /// SP with counts per job.
    Spf,
    /// The beginning of a name and one skill.
    N,
    /// The fit to a job: its 25 to 30 skills, at least three, ranked by how many are met.
    C,
    /// S3 inside a domain, one skill left out, every count.
    R,
    /// The fiftieth page of S1.
    D,
}

impl Class {
    /// Every class, in the order of the tables.
    pub const ALL: [Self; 10] =
        [Self::S1, Self::S3, Self::Sp, Self::S3f, Self::S1f, Self::Spf, Self::N, Self::C, Self::R, Self::D];

    /// The name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::S1 => "S1",
            Self::S3 => "S3",
            Self::Sp => "SP",
            Self::S3f => "S3F",
            Self::S1f => "S1F",
            Self::Spf => "SPF",
            Self::N => "N",
            Self::C => "C",
            Self::R => "R",
            Self::D => "D",
        }
    }
}

/// Draws the questions of a class.
pub fn draw(class: Class, corpus: &Corpus, count: usize) -> Vec<SearchRequest> {
    let mut random = Random::new(class.name().bytes().fold(7, |seed, byte| seed * 31 + u64::from(byte)));
    let popular = corpus.popular(12);
    let mut drawer = Drawer { corpus, popular, random: &mut random };
    (0..count).map(|_| drawer.question(class)).collect()
}

struct Drawer<'a> {
    corpus: &'a Corpus,
    popular: Vec<SkillCode>,
    random: &'a mut Random,
}

impl Drawer<'_> {
    fn question(&mut self, class: Class) -> SearchRequest {
        let rome = FacetSelection { rome: true, ..FacetSelection::default() };
        match class {
            Class::S1 => self.skills(1).1,
            Class::S1f => SearchRequest { facets: rome, ..self.skills(1).1 },
            Class::S3 => self.skills(3).1,
            Class::S3f => SearchRequest { facets: rome, ..self.skills(3).1 },
            Class::Sp => self.popular_skills(),
            Class::Spf => SearchRequest { facets: rome, ..self.popular_skills() },
            Class::N => self.named(),
            Class::C => self.fit(),
            Class::R => self.refined(),
            Class::D => {
                let skill = *self.random.pick(&self.popular);
                let level = Level::new(1 + self.random.below(3) as u8);
                SearchRequest { criteria: vec![wanted(skill, level, false)], ..SearchRequest::default() }
            }
        }
    }

    fn person(&mut self, skills: usize) -> VisibleProfile {
        loop {
            let person = self.corpus.current(self.random.bits() % self.corpus.people());
            if person.skills.len() >= skills {
                return person;
            }
        }
    }

    /// Asks for some skills of someone, each at a level that person reaches, half of them validated.
    fn skills(&mut self, count: usize) -> (VisibleProfile, SearchRequest) {
        let person = self.person(count);
        let mut criteria: Vec<Criterion> = Vec::new();
        while criteria.len() < count {
            let mut open: Vec<VisibleSkill> = person.skills.clone();
            open.retain(|entry| criteria.iter().all(|criterion| criterion.skill != entry.code));
            let mut eligible = open.clone();
            let validated_only = self.random.below(2) == 0;
            eligible.retain(|entry| entry.status == Status::Validated);
            let validated_only = validated_only && !eligible.is_empty();
            let entry = *self.random.pick(if validated_only { &eligible } else { &open });
            let level = |level: Level| Level::new(1 + self.random.below(usize::from(level.get())) as u8);
            criteria.push(wanted(entry.code, entry.level.and_then(level), validated_only));
        }
        (person, SearchRequest { criteria, ..SearchRequest::default() })
    }

    /// Asks for three popular skills that somebody has.
    fn popular_skills(&mut self) -> SearchRequest {
        loop {
            let mut held = self.person(3).skills;
            held.retain(|entry| entry.level.is_some() && self.popular.contains(&entry.code));
            if held.len() >= 3 {
                self.random.shuffle(&mut held);
                let mut level =
                    |entry: &VisibleSkill| entry.level.min(Level::new(1 + self.random.below(2) as u8));
                let criteria: Vec<Criterion> = held
                    .iter()
                    .take(3)
                    .map(|entry| (entry.code, level(entry)))
                    .map(|(code, level)| wanted(code, level, false))
                    .collect();
                return SearchRequest { criteria, ..SearchRequest::default() };
            }
        }
    }

    fn named(&mut self) -> SearchRequest {
        // A single letter, as of N'Diaye, is not the beginning of a name.
        let (word, request) = loop {
            let (person, request) = self.skills(1);
            let words = text::name_words(&person.last_name);
            if let Some(word) = words.into_iter().next().filter(|word| word.chars().count() > 1) {
                break (word, request);
            }
        };
        let beginning: String = word.chars().take(2 + self.random.below(3)).collect();
        SearchRequest { name: NameQuery::parse(&beginning).ok(), ..request }
    }

    fn fit(&mut self) -> SearchRequest {
        let jobs = self.corpus.jobs();
        loop {
            let job = &jobs[self.random.skewed(jobs.len(), 2.0)];
            let wanted = 25 + self.random.below(6);
            if job.skills.len() >= wanted {
                return SearchRequest {
                    job: Some(JobFit { job: job.code, core: job.skills[..wanted].to_vec() }),
                    min_matching: Some(COVERED_AT_LEAST),
                    ..SearchRequest::default()
                };
            }
        }
    }

    fn refined(&mut self) -> SearchRequest {
        // Not everybody holds enough of any one job.
        let (person, request) = loop {
            let (person, request) = self.skills(3);
            if !person.jobs.is_empty() {
                break (person, request);
            }
        };
        let exclude = loop {
            let job = self.random.pick(self.corpus.jobs());
            let skill = *self.random.pick(&job.skills);
            if person.skill(skill).is_none() {
                break vec![skill];
            }
        };
        let rome = vec![RomeFilter::Domain(self.random.pick(&person.jobs).domain())];
        let facets = FacetSelection { rome: true, skills: true, levels: true, statuses: true };
        SearchRequest { rome, exclude, facets, ..request }
    }
}

fn wanted(skill: SkillCode, min_level: Option<Level>, validated_only: bool) -> Criterion {
    Criterion { skill, min_level, max_level: None, validated_only, required: true }
}
