//! What a company's question should not ask: told to whoever writes it, and noted without the words.

use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::author::Author;
use crate::events::Event;
use crate::ids::QuestionId;
use crate::platform::db::Tx;
use crate::platform::db::audit::{self, Entry};
use crate::platform::http::Result;
use crate::platform::state::AppState;
use crate::quizzes::model::forbidden::{ForbiddenTopic, forbidden_topics};
use crate::quizzes::model::question::draft::Content;
use crate::quizzes::model::question::{Block, Expected, Question};

/// Something that nobody who recruits may ask about. A warning: what was sent is written all the same.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct TopicWarning {
    /// JSON pointer to the text, such as `/statement/0/text`.
    pointer: String,
    /// What it seems to be about.
    topic: ForbiddenTopic,
    /// The warning, in French.
    message: &'static str,
}

/// Every text of a question, with its place.
fn texts(question: &Question) -> Vec<(String, &str)> {
    let mut texts: Vec<(String, &str)> = Vec::new();
    for (place, block) in question.statement.iter().enumerate() {
        match block {
            Block::Text { text } => texts.push((format!("/statement/{place}/text"), text)),
            Block::Image { alt, .. } => texts.push((format!("/statement/{place}/alt"), alt)),
            Block::Code { .. } | Block::Formula { .. } => {}
        }
    }
    for (place, choice) in question.answer.choices().iter().enumerate() {
        texts.push((format!("/answer/choices/{place}/text"), &choice.text));
    }
    match &question.answer {
        Expected::ShortText { accepted, .. } => {
            let words = accepted.iter().enumerate();
            texts.extend(
                words.map(|(place, one)| (format!("/answer/accepted/{place}/text"), one.text.as_str())),
            );
        }
        Expected::LongText { rubric, .. } | Expected::File { rubric, .. } => {
            for (place, criterion) in rubric.iter().enumerate() {
                texts.push((format!("/answer/rubric/{place}/title"), &criterion.title));
                texts.push((format!("/answer/rubric/{place}/description"), &criterion.description));
            }
        }
        _ => {}
    }
    texts.push(("/explanation".to_owned(), &question.explanation));
    texts
}

/// What to warn of.
pub fn of(question: &Question) -> Vec<TopicWarning> {
    let warn = |(pointer, text): (String, &str)| {
        forbidden_topics(text)
            .into_iter()
            .map(|topic| TopicWarning { pointer: pointer.clone(), topic, message: topic.warning() })
            .collect::<Vec<_>>()
    };
    texts(question).into_iter().flat_map(warn).collect()
}

/// Notes which topics a company's question touches, without a word of it. Organisations teach about them, and are asked nothing.
pub async fn record(
    tx: &mut Tx<'_>,
    state: &AppState,
    (author, question): (Author, QuestionId),
    content: &Content,
) -> Result<()> {
    if author.owner.company().is_none() {
        return Ok(());
    }
    let mut topics: Vec<_> = of(&content.question).into_iter().map(|warning| warning.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() {
        return Ok(());
    }
    let entry = Entry::new(Event::ForbiddenTopicsAsked, state.clock.now(), "question", question.0);
    let entry = author.sign(entry).change(None, json!({ "topics": topics }));
    Ok(audit::record(tx, &state.ids, entry).await?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_text_is_looked_at_and_named() {
        let question: Question = serde_json::from_value(json!({
            "statement": [{ "type": "text", "text": "Présentez-vous." }, { "type": "text", "text": "Quel est votre âge\u{a0}?" }],
            "points": 1, "explanation": "Et votre religion.",
            "answer": { "kind": "long_text", "max_characters": 10,
                        "rubric": [{ "title": "Votre photo", "description": "", "points": 1 }] },
        }))
        .unwrap();
        let told: Vec<_> = of(&question).into_iter().map(|one| (one.pointer, one.topic)).collect();
        let expected = [
            ("/statement/1/text", ForbiddenTopic::Age),
            ("/answer/rubric/0/title", ForbiddenTopic::Looks),
            ("/explanation", ForbiddenTopic::Religion),
        ];
        assert_eq!(told, expected.map(|(pointer, topic)| (pointer.to_owned(), topic)));
    }
}
