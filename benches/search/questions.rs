//! The questions of each class, drawn from the corpus so that none is empty by construction.

use carnet_index::{
    Criterion, FacetSelection, JobFit, Level, NameQuery, RomeFilter, SearchRequest, SkillCode, Status,
    VisibleProfile, VisibleSkill, text,
};

use crate::corpus::{Corpus, Random};

/// The classes, by the names of the budgets.
pub const CLASSES: [&str; 10] = ["S1", "S3", "SP", "S3F", "S1F", "SPF", "N", "C", "R", "D"];
const PAGES_BEFORE: usize = 49;

/// Draws the questions of a class; class D gets its cursors by walking, see [`crate::deep`].
pub fn draw(class: &str, corpus: &Corpus, count: usize) -> Vec<SearchRequest> {
    let mut random = Random::new(class.bytes().fold(7, |seed, byte| seed * 31 + u64::from(byte)));
    let popular = corpus.popular(40);
    (0..count).map(|_| question(class, corpus, &popular, &mut random)).collect()
}

/// How many pages lie before the one class D asks for.
pub fn pages_before() -> usize {
    PAGES_BEFORE
}

fn question(class: &str, corpus: &Corpus, popular: &[SkillCode], random: &mut Random) -> SearchRequest {
    let rome = FacetSelection { rome: true, ..FacetSelection::default() };
    match class {
        "S1" => skills(corpus, 1, random).1,
        "S1F" => SearchRequest { facets: rome, ..skills(corpus, 1, random).1 },
        "S3" => skills(corpus, 3, random).1,
        "S3F" => SearchRequest { facets: rome, ..skills(corpus, 3, random).1 },
        "SP" => popular_skills(popular, random),
        "SPF" => SearchRequest { facets: rome, ..popular_skills(popular, random) },
        "N" => named(corpus, random),
        "C" => fit(corpus, random),
        "R" => refined(corpus, random),
        _ => SearchRequest { criteria: vec![wanted(*random.pick(popular), Level::new(2), false)], ..plain() },
    }
}

fn plain() -> SearchRequest {
    SearchRequest::default()
}

fn wanted(skill: SkillCode, min_level: Option<Level>, validated_only: bool) -> Criterion {
    Criterion { skill, min_level, max_level: None, validated_only, required: true }
}

fn by_entry(entry: VisibleSkill, random: &mut Random) -> Criterion {
    let lowest = entry.level.and_then(|level| Level::new(1 + random.below(usize::from(level.get())) as u8));
    wanted(entry.code, lowest, entry.status == Status::Validated && random.below(2) == 0)
}

/// Asks for some skills of someone, each at its own level.
fn skills<'a>(corpus: &'a Corpus, count: usize, random: &mut Random) -> (&'a VisibleProfile, SearchRequest) {
    let person = loop {
        let person = random.pick(&corpus.profiles);
        if person.skills.len() > count {
            break person;
        }
    };
    let mut criteria: Vec<Criterion> = Vec::new();
    while criteria.len() < count {
        let entry = *random.pick(&person.skills);
        if criteria.iter().all(|criterion| criterion.skill != entry.code) {
            criteria.push(by_entry(entry, random));
        }
    }
    (person, SearchRequest { criteria, ..plain() })
}

fn popular_skills(popular: &[SkillCode], random: &mut Random) -> SearchRequest {
    let mut criteria: Vec<Criterion> = Vec::new();
    while criteria.len() < 3 {
        let skill = *random.pick(&popular[..12]);
        if criteria.iter().all(|criterion| criterion.skill != skill) {
            criteria.push(wanted(skill, Level::new(1 + random.below(2) as u8), false));
        }
    }
    SearchRequest { criteria, ..plain() }
}

fn named(corpus: &Corpus, random: &mut Random) -> SearchRequest {
    let (person, request) = skills(corpus, 1, random);
    let word = text::name_words(&person.last_name).remove(0);
    let beginning: String = word.chars().take(2 + random.below(3)).collect();
    SearchRequest { name: NameQuery::parse(&beginning).ok(), ..request }
}

fn fit(corpus: &Corpus, random: &mut Random) -> SearchRequest {
    let job = &corpus.jobs[random.skewed(corpus.jobs.len(), 1.8)];
    let core = job.core()[..25 + random.below(4)].to_vec();
    SearchRequest { job: Some(JobFit { job: job.code, core }), min_matching: Some(3), ..plain() }
}

fn refined(corpus: &Corpus, random: &mut Random) -> SearchRequest {
    let (person, request) = skills(corpus, 3, random);
    let elsewhere = loop {
        let job = random.pick(&corpus.jobs);
        let skill = *random.pick(&job.skills);
        if person.skill(skill).is_none() {
            break skill;
        }
    };
    SearchRequest {
        rome: vec![RomeFilter::Domain(random.pick(&person.jobs).domain())],
        exclude: vec![elsewhere],
        facets: FacetSelection { rome: true, skills: true, levels: true, statuses: true },
        ..request
    }
}
