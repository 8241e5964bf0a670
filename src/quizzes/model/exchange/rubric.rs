//! Criteria as lines of text: `points | title | description`. What separates is escaped where it is meant.

use crate::quizzes::model::question::Criterion;
use crate::quizzes::model::question::answer::CriterionDraft;

/// Writes a text on one line, with these characters escaped.
pub fn escape(text: &str, special: &[char]) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => written.push_str("\\n"),
            c if c == '\\' || special.contains(&c) => written.extend(['\\', c]),
            c => written.push(c),
        }
    }
    written
}

/// Reads what [`escape`] wrote. A backslash before anything else is one.
pub fn unescape(text: &str, special: &[char]) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.peek() {
            Some('n') if c == '\\' => {
                read.push('\n');
                rest.next();
            }
            Some(next) if c == '\\' && (*next == '\\' || special.contains(next)) => {
                read.push(*next);
                rest.next();
            }
            _ => read.push(c),
        }
    }
    read
}

/// Cuts a text at this character, where it is not escaped.
pub fn split(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start, mut is_escaped) = (Vec::new(), 0, false);
    for (place, c) in text.char_indices() {
        if c == at && !is_escaped {
            parts.push(&text[start..place]);
            start = place + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    parts.push(&text[start..]);
    parts
}

/// A criterion on one line.
pub fn to_line(criterion: &Criterion) -> String {
    let text = |text: &str| escape(text, &['|']);
    let (title, description) = (text(&criterion.title), text(&criterion.description));
    format!("{} | {title} | {description}", criterion.points.number())
}

/// A criterion from its line; none when its points are no number.
pub fn of_line(line: &str) -> Option<CriterionDraft> {
    let parts = split(line, '|');
    let text = |at: usize| parts.get(at).map(|part| unescape(part.trim(), &['|'])).unwrap_or_default();
    let points = text(0).replace(',', ".").parse().ok()?;
    Some(CriterionDraft { title: text(1), description: text(2), points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quizzes::model::question::Points;

    #[test]
    fn a_criterion_comes_back_from_its_line() {
        let criterion = Criterion {
            title: "Clarté | forme".into(),
            description: "Un\ndeux \\ trois".into(),
            points: Points::of_hundredths(150),
        };
        let read = of_line(&to_line(&criterion)).unwrap();
        assert_eq!((read.title, read.description), (criterion.title, criterion.description));
        assert!((read.points - 1.5).abs() < 1e-9);
        assert!(of_line("beaucoup | Clarté").is_none());
    }

    #[test]
    fn an_escaped_separator_separates_nothing() {
        assert_eq!(split(r"a\|b|c\\|d", '|'), [r"a\|b", r"c\\", "d"]);
        assert_eq!(unescape(r"\frac \~ \n \\n", &['~']), "\\frac ~ \n \\n");
    }
}
