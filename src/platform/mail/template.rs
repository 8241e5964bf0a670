//! A mail's text: its first line is the subject.

use anyhow::{Context, Result, ensure};
use minijinja::{Environment, UndefinedBehavior, Value, context};

/// How the first line of every template begins.
const SUBJECT_MARK: &str = "Objet : ";

/// Spaces that keep a word and its punctuation together.
const STAY: [char; 2] = ['\u{a0}', '\u{202f}'];

/// What every mail ends with.
const SIGNATURE: &str = "-- \nCarnet, le carnet de compétences de la formation professionnelle\n";

/// A template a slice owns, usually `include_str!("mails/<name>.txt")`.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its name in logs and errors.
    pub name: &'static str,
    /// `Objet : …`, an empty line, and the text. Values stand in double braces.
    pub source: &'static str,
}

/// A rendered mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// One line.
    pub subject: String,
    /// The text with its signature.
    pub body: String,
}

impl Template {
    /// Fills the template. A value it names and nobody gave is an error, never a hole in the text.
    pub fn render(&self, site: &str, values: Value) -> Result<Text> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        let text = environment.render_named_str(self.name, self.source, context! { site, ..values })?;
        let (first, rest) = text.split_once('\n').context("a mail needs a subject and a text")?;
        let subject = first.strip_prefix(SUBJECT_MARK).context("the first line is not a subject")?;
        let body = rest.trim();
        ensure!(!body.is_empty(), "a mail needs a text");
        // A value that spans lines must neither end the subject nor begin another header.
        let breaks = |c: char| c.is_whitespace() && !STAY.contains(&c);
        let subject = subject.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        Ok(Text { subject, body: format!("{body}\n\n{SIGNATURE}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELLO: Template = Template {
        name: "hello",
        source: "Objet : Bonjour {{ name }}\n\nBonjour {{ name }},\n\nRendez-vous sur {{ site }}/x.\n",
    };

    #[test]
    fn the_first_line_is_the_subject() {
        let text = HELLO.render("https://carnet.test", context! { name => "Zoé <Œ>" }).unwrap();
        assert_eq!(text.subject, "Bonjour Zoé <Œ>");
        assert!(
            text.body.starts_with("Bonjour Zoé <Œ>,\n\nRendez-vous sur https://carnet.test/x.\n\n-- \n"),
            "{}",
            text.body
        );
    }

    #[test]
    fn a_value_cannot_add_a_header() {
        let text = HELLO.render("", context! { name => "A\u{b}\u{85}B\tC\u{2028}D" }).unwrap();
        assert_eq!(text.subject, "Bonjour A B C D");
    }

    #[test]
    fn a_word_keeps_its_punctuation() {
        let text = HELLO.render("", context! { name => "Zoé\u{a0}!" }).unwrap();
        assert_eq!(text.subject, "Bonjour Zoé\u{a0}!");
    }

    #[test]
    fn a_missing_value_is_an_error() {
        assert!(HELLO.render("", context! {}).is_err());
    }

    #[test]
    fn a_text_without_subject_is_an_error() {
        let template = Template { name: "bare", source: "Bonjour\n\nTexte" };
        assert!(template.render("", context! {}).is_err());
    }
}
