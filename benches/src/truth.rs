//! The answers found by looking at every profile, one after the other.

use std::collections::BTreeMap;
use std::thread;

use carnet_index::{
    Criterion, Level, ProfileId, RomeCode, RomeFilter, SearchRequest, Status, VisibleProfile, VisibleSkill,
    order_key, text,
};

use crate::corpus::Corpus;
use crate::engine::{Answer, Ranking};
use crate::questions::PAGE;

/// A place in the published order: conditions met, validated among them, levels, draw.
type Place = (std::cmp::Reverse<(u32, u32, u32)>, u64, ProfileId);

/// What an exhaustive look gives for one question.
#[derive(Debug, Default)]
pub struct Truth {
    total: u64,
    jobs: BTreeMap<RomeCode, u64>,
    published: Vec<Place>,
    drawn: Vec<Place>,
}

impl Truth {
    /// Looks at everybody once for all questions.
    pub fn of(corpus: &Corpus, questions: &[SearchRequest]) -> Vec<Self> {
        let half = corpus.people() / 2;
        let look = |people: std::ops::Range<u64>| {
            let mut truths: Vec<Self> = questions.iter().map(|_| Self::default()).collect();
            for person in people.map(|number| corpus.current(number)) {
                for (truth, question) in truths.iter_mut().zip(questions) {
                    truth.see(&person, question);
                }
            }
            truths
        };
        let (mut truths, others) = thread::scope(|scope| {
            let other = scope.spawn(|| look(half..corpus.people()));
            (look(0..half), other.join().expect("the other half"))
        });
        for (truth, other) in truths.iter_mut().zip(others) {
            truth.add(other);
        }
        truths
    }

    /// Tells what is wrong with an answer, if anything is.
    pub fn refutes(&self, answer: &Answer, ranking: Ranking, optional: bool) -> Option<String> {
        // The fit to a job asks for no total.
        let is_total_known = answer.total.is_some() || !optional;
        if is_total_known && answer.total != Some(self.total) {
            return Some(format!("total {:?} instead of {}", answer.total, self.total));
        }
        let places = if ranking == Ranking::Published { &self.published } else { &self.drawn };
        let ids: Vec<ProfileId> = places.iter().map(|place| place.2).collect();
        // A plain score decides nothing among equals: only the order by a column is known.
        let known = ranking == Ranking::Published || !optional;
        if known && answer.ids != ids {
            return Some(format!("ids {:?} instead of {ids:?}", answer.ids));
        }
        let jobs: BTreeMap<RomeCode, u64> = answer.jobs.iter().copied().collect();
        (!answer.jobs.is_empty() && jobs != self.jobs).then(|| "other counts per job".to_owned())
    }

    fn see(&mut self, person: &VisibleProfile, question: &SearchRequest) {
        let Some(met) = met(person, question) else { return };
        let within = |place: &RomeFilter| match *place {
            RomeFilter::Letter(letter) => person.jobs.iter().any(|job| job.letter() == letter),
            RomeFilter::Domain(domain) => person.jobs.iter().any(|job| job.domain() == domain),
            RomeFilter::Job(code) => person.jobs.contains(&code),
            RomeFilter::Family(code) => person.families.contains(&code),
        };
        // The counts per job are free of the choice of places.
        for &job in &person.jobs {
            *self.jobs.entry(job).or_default() += 1;
        }
        if !question.rome.is_empty() && !question.rome.iter().any(within) {
            return;
        }
        self.total += 1;
        let validated = met.iter().filter(|entry| entry.status == Status::Validated).count() as u32;
        let levels = met.iter().map(|entry| entry.level.map_or(0, |level| u32::from(level.get()))).sum();
        let (count, key) = (met.len() as u32, order_key(person.id));
        insert(&mut self.published, (std::cmp::Reverse((count, validated, levels)), key, person.id));
        insert(&mut self.drawn, (std::cmp::Reverse((count, 0, 0)), key, person.id));
    }

    fn add(&mut self, other: Self) {
        self.total += other.total;
        for (job, count) in other.jobs {
            *self.jobs.entry(job).or_default() += count;
        }
        other.published.into_iter().for_each(|place| insert(&mut self.published, place));
        other.drawn.into_iter().for_each(|place| insert(&mut self.drawn, place));
    }
}

fn insert(places: &mut Vec<Place>, place: Place) {
    let at = places.partition_point(|known| *known < place);
    if at < PAGE as usize {
        places.insert(at, place);
        places.truncate(PAGE as usize);
    }
}

/// The entries with which a person answers a question, places apart; absent when that person does not.
fn met<'a>(person: &'a VisibleProfile, question: &SearchRequest) -> Option<Vec<&'a VisibleSkill>> {
    let mut met = Vec::new();
    for criterion in &question.criteria {
        met.push(person.skill(criterion.skill).filter(|entry| meets(**entry, *criterion))?);
    }
    if let Some(fit) = &question.job {
        met.extend(fit.core.iter().filter_map(|skill| person.skill(*skill)));
        if met.len() < question.min_matching.unwrap_or(1) as usize {
            return None;
        }
    }
    if question.exclude.iter().any(|skill| person.skill(*skill).is_some()) {
        return None;
    }
    let words =
        || text::name_words(&person.first_name).into_iter().chain(text::name_words(&person.last_name));
    let mut asked = question.name.iter().flat_map(carnet_index::NameQuery::words);
    asked.all(|beginning| words().any(|word| word.starts_with(beginning.as_str()))).then_some(met)
}

fn meets(entry: VisibleSkill, criterion: Criterion) -> bool {
    let reached = criterion.min_level.is_none_or(|min| entry.level.is_some_and(|level: Level| level >= min));
    reached && (!criterion.validated_only || entry.status == Status::Validated)
}
