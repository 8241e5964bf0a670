//! Reads a table of questions, line by line: one that cannot be read does not keep the others from it.

use carnet_index::text;

use super::{BOUNDS, CREDITS, FILES, KINDS, meant};
use crate::platform::table::{Line, Refusal, csv};
use crate::quizzes::model::exchange::fields::{Columns, Field};
use crate::quizzes::model::exchange::{Fault, ReadFile, ReadQuestion, rubric};
use crate::quizzes::model::question::answer::{
    AcceptedDraft, AnswerDraft, ChoiceDraft, CriterionDraft, MOST_CHOICES,
};
use crate::quizzes::model::question::draft::QuestionDraft;
use crate::quizzes::model::question::statement::of_text;
use crate::quizzes::model::question::{Kind, Normalisation, PartialCredit};

/// Reads a table. Fails when it is none.
pub fn read(bytes: &[u8]) -> Result<ReadFile, Refusal> {
    let lines = csv::lines(bytes, &BOUNDS)?;
    let mut lines = lines.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let heading = lines.next().ok_or_else(|| Refusal::new("empty_file", "Le fichier est vide."))?;
    let columns = Columns::read(&heading)?;
    let questions = lines.map(|line| Row::new(&columns, &line).question()).collect();
    let places = columns.places.iter().map(|(field, at)| (*field, *at as u32 + 1)).collect();
    Ok(ReadFile { questions, ignored: columns.ignored, columns: places })
}

/// A line being read.
struct Row<'a> {
    columns: &'a Columns,
    line: &'a Line,
    read: ReadQuestion,
}

/// The value that people call this, by one of the lists of names.
fn named<T: Copy>(names: &[(T, &str, &[&str])], text: &str) -> Option<T> {
    let folded = text::words(text).join(" ");
    names.iter().find(|(_, _, known)| known.contains(&folded.as_str())).map(|(value, ..)| *value)
}

/// Cuts a cell at commas and semicolons.
fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

fn number(cell: &str) -> Option<f64> {
    let plain = cell.trim().replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', ".");
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

impl<'a> Row<'a> {
    fn new(columns: &'a Columns, line: &'a Line) -> Self {
        Self { columns, line, read: ReadQuestion::at(line.number) }
    }

    fn cell(&self, field: Field) -> &'a str {
        let line: &'a Line = self.line;
        self.columns.place(field).and_then(|at| line.cells.get(at)).map_or("", |cell| meant(cell))
    }

    fn fault(&mut self, field: Field, code: &str, message: &str) {
        let column = self.columns.place(field).map(|at| at as u32 + 1);
        let fault = Fault::new(self.read.line, field.heading(), code, message);
        self.read.faults.push(Fault { column, ..fault });
    }

    fn question(mut self) -> ReadQuestion {
        let kind = self.cell(Field::Kind);
        let Some(kind) = named(&KINDS, kind) else {
            let (code, message) = if kind.trim().is_empty() {
                ("required", "Indiquez le type de question.")
            } else {
                ("unknown_kind", "Ce type de question n’existe pas.")
            };
            self.fault(Field::Kind, code, message);
            return self.read;
        };
        let points = match self.cell(Field::Points) {
            cell if cell.trim().is_empty() => Some(1.0),
            cell => self.number_in(Field::Points, cell),
        };
        let answer = self.answer(kind);
        if self.read.faults.is_empty()
            && let (Some(points), Some(answer)) = (points, answer)
        {
            self.read.draft = Some(QuestionDraft {
                statement: of_text(self.cell(Field::Statement)),
                points,
                answer,
                explanation: self.cell(Field::Explanation).to_owned(),
                tags: listed_tags(self.cell(Field::Tags)),
                skills: listed(self.cell(Field::Skills)).map(str::to_owned).collect(),
            });
        }
        self.read
    }

    fn number_in(&mut self, field: Field, cell: &str) -> Option<f64> {
        let read = number(cell);
        if read.is_none() {
            self.fault(field, "number_format", "Ce n’est pas un nombre.");
        }
        read
    }

    /// A number where one is given.
    fn optional(&mut self, field: Field) -> Option<f64> {
        let cell = self.cell(field);
        if cell.trim().is_empty() { None } else { self.number_in(field, cell) }
    }

    fn answer(&mut self, kind: Kind) -> Option<AnswerDraft> {
        let draft = AnswerDraft::of(kind);
        match kind {
            Kind::Single | Kind::Multiple => self.choices(draft),
            Kind::TrueFalse => {
                let is_true = match text::words(self.cell(Field::Right)).join(" ").as_str() {
                    "vrai" | "v" | "true" | "oui" | "1" => true,
                    "faux" | "f" | "false" | "non" | "0" => false,
                    _ => {
                        self.fault(
                            Field::Right,
                            "true_or_false",
                            "Écrivez «\u{a0}vrai\u{a0}» ou «\u{a0}faux\u{a0}».",
                        );
                        return None;
                    }
                };
                Some(AnswerDraft {
                    is_true: Some(is_true),
                    feedback_true: Some(self.cell(Field::Feedback(0)).to_owned()),
                    feedback_false: Some(self.cell(Field::Feedback(1)).to_owned()),
                    ..draft
                })
            }
            Kind::ShortText => Some(self.short_text(draft)),
            Kind::Number => {
                let value = self.number_in(Field::Right, self.cell(Field::Right))?;
                let tolerance = self.optional(Field::Tolerance);
                let unit = Some(self.cell(Field::Unit).to_owned());
                Some(AnswerDraft { value: Some(value), tolerance, unit, ..draft })
            }
            Kind::LongText => {
                let max_characters = self.optional(Field::MaxCharacters).map(|most| most as u32);
                Some(AnswerDraft { max_characters, rubric: Some(self.rubric()?), ..draft })
            }
            Kind::File => {
                let mut kinds = Vec::new();
                for name in listed(self.cell(Field::FileKinds)) {
                    match named(&FILES, name) {
                        Some(kind) => kinds.push(kind),
                        None => self.fault(
                            Field::FileKinds,
                            "unknown_kind",
                            "Ce type de fichier n’est pas accepté.",
                        ),
                    }
                }
                let max_bytes = self.optional(Field::MaxBytes).map(|most| most as u64);
                let max_files = self.optional(Field::MaxFiles).map(|most| most as u8);
                Some(AnswerDraft {
                    kinds: Some(kinds),
                    max_bytes,
                    max_files,
                    rubric: Some(self.rubric()?),
                    ..draft
                })
            }
        }
    }

    /// The choices or accepted answers, up to the last one that says something.
    fn answers(&self) -> Vec<(String, String)> {
        let of =
            |at: u8| (self.cell(Field::Choice(at)).to_owned(), self.cell(Field::Feedback(at)).to_owned());
        let mut answers: Vec<_> = (0..MOST_CHOICES as u8).map(of).collect();
        while answers.last().is_some_and(|(text, _)| text.trim().is_empty()) {
            answers.pop();
        }
        answers
    }

    /// The percentages of so many answers; none when no cell says any.
    fn weights(&mut self, count: usize) -> Option<Vec<f64>> {
        let cell = self.cell(Field::Weights);
        if cell.trim().is_empty() {
            return None;
        }
        let read: Option<Vec<f64>> =
            cell.split([' ', '\u{a0}', ';']).filter(|part| !part.is_empty()).map(number).collect();
        let read = read.filter(|weights| weights.len() == count);
        if read.is_none() {
            let message = "Écrivez un pourcentage par réponse, séparés par des espaces.";
            self.fault(Field::Weights, "weights_format", message);
        }
        read
    }

    fn choices(&mut self, draft: AnswerDraft) -> Option<AnswerDraft> {
        let answers = self.answers();
        let mut right = Vec::new();
        for part in self.cell(Field::Right).split([' ', ',', ';', '\n']).filter(|part| !part.is_empty()) {
            let place = part.parse::<usize>().ok().filter(|place| (1..=answers.len()).contains(place));
            let Some(place) = place else {
                self.fault(Field::Right, "unknown_choice", "Indiquez les numéros des bonnes réponses.");
                return None;
            };
            right.push(place - 1);
        }
        let cell = self.cell(Field::Credit);
        let credit =
            if cell.trim().is_empty() { Some(PartialCredit::AllOrNothing) } else { named(&CREDITS, cell) };
        let Some(credit) = credit else {
            self.fault(Field::Credit, "unknown_kind", "Ce crédit partiel n’existe pas.");
            return None;
        };
        let is_weighted = draft.kind == Kind::Multiple && credit == PartialCredit::Weighted;
        let weights = if is_weighted { self.weights(answers.len()) } else { None };
        let weight = |at: usize| weights.as_ref()?.get(at).map(|percent| (percent * 100.0).round() as i32);
        let choice = |(at, (text, feedback)): (usize, (String, String))| ChoiceDraft {
            id: None,
            text,
            is_right: right.contains(&at),
            weight: weight(at),
            feedback,
        };
        let choices = answers.into_iter().enumerate().map(choice).collect();
        let partial_credit = (draft.kind == Kind::Multiple).then_some(credit);
        Some(AnswerDraft { choices: Some(choices), partial_credit, ..draft })
    }

    fn short_text(&mut self, draft: AnswerDraft) -> AnswerDraft {
        let answers = self.answers();
        let weights = self.weights(answers.len());
        let percent =
            |at: usize| weights.as_ref().and_then(|weights| weights.get(at)).map_or(100, |one| *one as u8);
        let accept = |(at, (text, feedback)): (usize, (String, String))| AcceptedDraft {
            text,
            percent: percent(at),
            feedback,
        };
        let accepted = answers.into_iter().enumerate().map(accept).collect();
        let ignores = match text::words(self.cell(Field::Ignores)) {
            words if words.is_empty() => None,
            words => {
                let has = |names: &[&str]| words.iter().any(|word| names.contains(&word.as_str()));
                Some(Normalisation {
                    case: has(&["casse", "case"]),
                    accents: has(&["accents", "accent"]),
                    spaces: has(&["espaces", "spaces"]),
                })
            }
        };
        AnswerDraft { accepted: Some(accepted), ignores, ..draft }
    }

    fn rubric(&mut self) -> Option<Vec<CriterionDraft>> {
        let lines = self.cell(Field::Rubric).lines().filter(|line| !line.trim().is_empty());
        let read: Option<Vec<_>> = lines.map(rubric::of_line).collect();
        if read.is_none() {
            let message = "Écrivez un critère par ligne\u{a0}: points | titre | description.";
            self.fault(Field::Rubric, "number_format", message);
        }
        read
    }
}

/// Tags of a cell, each once.
fn listed_tags(cell: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in listed(cell) {
        if !tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
