//! Profiles and questions as tokens, for engines that know words and nothing of levels.

use carnet_index::{Criterion, Level, NameQuery, SearchRequest, Status, VisibleProfile, text};

/// Letters of a name that may be asked for.
const PREFIXES: std::ops::RangeInclusive<usize> = 2..=4;

/// What a profile can be found by: every level reached, among all entries and among the validated ones.
pub fn tokens(profile: &VisibleProfile) -> Vec<String> {
    let mut tokens = Vec::new();
    for skill in &profile.skills {
        let families: &[&str] = if skill.status == Status::Validated { &["a", "v"] } else { &["a"] };
        for family in families {
            tokens.extend(
                (0..=skill.level.map_or(0, Level::get)).map(|level| format!("{}{family}{level}", skill.code)),
            );
        }
    }
    for word in [&profile.first_name, &profile.last_name].iter().flat_map(|name| text::name_words(name)) {
        let letters: Vec<char> = word.chars().collect();
        let beginnings = PREFIXES.filter_map(|length| letters.get(..length));
        tokens.extend(beginnings.map(|beginning| format!("n{}", beginning.iter().collect::<String>())));
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// The tokens that a person must have, all of them; of the fit to a job, those of its skills.
pub fn asked_tokens(question: &SearchRequest) -> Vec<String> {
    if let Some(job) = &question.job {
        return job.core.iter().map(|skill| format!("{skill}a0")).collect();
    }
    let mut tokens: Vec<String> = question.criteria.iter().copied().map(token).collect();
    let words = question.name.iter().flat_map(NameQuery::words);
    tokens.extend(words.map(|word| format!("n{word}")));
    tokens
}

fn token(criterion: Criterion) -> String {
    let family = if criterion.validated_only { "v" } else { "a" };
    format!("{}{family}{}", criterion.skill, criterion.min_level.map_or(0, Level::get))
}
