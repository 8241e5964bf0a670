//! What stands in the cells of grids, each different thing once.

use std::collections::HashMap;

use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{Abs, Axes, BlockBody, BlockElem, HElem, Length, Rel, Spacing, VElem};
use typst::text::{FontStyle, FontWeight, LinebreakElem, TextElem, TextSize};
use typst::visualize::{
    Color, CurveComponent, CurveElem, CurveLine, CurveMove, LineCap, LineJoin, Paint, Stroke,
};

use super::super::marks::TrainerView;
use super::super::sheet::Column;
use super::super::strokes::Strokes;
use super::rgb;

const QUIET: [u8; 3] = [0x4d, 0x59, 0x66];
const ACCENT: [u8; 3] = [0x1f, 0x4e, 0x79];
/// The colour of drawn signatures, and of words that have no other.
pub const INK: [u8; 3] = [0x16, 0x20, 0x2b];
/// The most room a trainer's signature takes, and the height of the room to sign on paper, in millimetres.
const SIGNED: Axes<f64> = Axes { x: 12.0, y: 6.0 };
const TO_SIGN: f64 = 8.0;

/// Pieces by number.
#[derive(Default)]
pub struct Pieces {
    all: Vec<Piece>,
    numbers: HashMap<(Words, u64), usize>,
}

/// Something to be laid out in a width, in points.
#[derive(Clone)]
pub struct Piece {
    pub content: Content,
    pub width: f64,
}

/// What stands written in a cell of marks, or as the name of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Words {
    Marks { first: String, is_strong: bool, second: String, notes: String },
    Name { name: String, note: String },
}

impl Pieces {
    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, number: usize) -> &Piece {
        &self.all[number]
    }

    /// The number of these words in this width; nothing if nothing is said.
    pub fn words(&mut self, words: Words, width: f64) -> Option<usize> {
        if words.is_empty() {
            return None;
        }
        let Self { all, numbers } = self;
        let number = numbers.entry((words, width.to_bits())).or_insert_with_key(|(words, _)| {
            all.push(Piece { content: words.content(), width });
            all.len() - 1
        });
        Some(*number)
    }

    /// The name of the first column, in its head or foot.
    pub fn title(&mut self, title: &str, width: f64) -> usize {
        self.add(text(title, 7.0, 600), width)
    }

    /// What stands above a column.
    pub fn head(&mut self, column: &Column, width: f64) -> usize {
        let mut lines = vec![
            text(&column.date, 7.0, 600),
            text(&format!("{} {}", column.part, column.hours), 5.8, 400),
            text(&column.title, 5.8, 400),
        ];
        lines.extend(column.place.as_deref().map(|place| coloured(text(place, 5.2, 400), QUIET)));
        if !column.state.is_empty() {
            lines.push(text(column.state, 5.2, 600).set(TextElem::style, FontStyle::Italic));
        }
        self.add(in_lines(lines), width)
    }

    /// The trainers under a column, with their signatures or room to sign.
    pub fn foot(&mut self, trainers: &[TrainerView], is_blank: bool, width: f64) -> usize {
        let spacing = || Smart::Custom(Spacing::from(Abs::pt(2.0)));
        let block = |trainer| {
            let body = BlockBody::Content(of_trainer(trainer, is_blank));
            BlockElem::new().with_above(spacing()).with_below(spacing()).with_body(Some(body)).pack()
        };
        self.add(Content::sequence(trainers.iter().map(block)), width)
    }

    fn add(&mut self, content: Content, width: f64) -> usize {
        self.all.push(Piece { content, width });
        self.all.len() - 1
    }
}

impl Words {
    fn is_empty(&self) -> bool {
        match self {
            Self::Marks { first, second, notes, .. } => {
                first.is_empty() && second.is_empty() && notes.is_empty()
            }
            Self::Name { name, note } => name.is_empty() && note.is_empty(),
        }
    }

    fn content(&self) -> Content {
        match self {
            Self::Marks { first, is_strong, second, notes } => {
                let weight = FontWeight::from_number(if *is_strong { 600 } else { 400 });
                let mut parts = vec![TextElem::packed(first.as_str()).set(TextElem::weight, weight)];
                if !notes.is_empty() {
                    parts.push(HElem::new(Abs::pt(1.5).into()).pack());
                    parts.push(coloured(text(notes, 5.0, 600), ACCENT));
                }
                if !second.is_empty() {
                    parts.push(LinebreakElem::shared().clone());
                    parts.push(coloured(text(second, 5.0, 400), QUIET));
                }
                Content::sequence(parts)
            }
            Self::Name { name, note } => {
                let mut lines = vec![text(name, 7.0, 600)];
                if !note.is_empty() {
                    lines.push(coloured(text(note, 5.2, 400), QUIET));
                }
                in_lines(lines)
            }
        }
    }
}

fn of_trainer(trainer: &TrainerView, is_blank: bool) -> Content {
    let mut lines = vec![text(&trainer.name, 5.8, 600)];
    let replaced = trainer.replaces.as_deref();
    lines.extend(replaced.map(|name| coloured(text(&format!("remplace {name}"), 5.0, 400), QUIET)));
    if is_blank {
        let room = VElem::new(Abs::mm(TO_SIGN).into()).pack();
        return Content::sequence([in_lines(lines), room]);
    }
    lines.push(coloured(text(&trainer.signed, 5.0, 400), QUIET));
    lines.extend(trainer.drawing.as_ref().map(signature));
    in_lines(lines)
}

/// The drawing, as large as it may be.
fn signature(drawing: &Strokes) -> Content {
    let room = SIGNED.map(|length| Abs::mm(length).to_pt());
    let scale = (room.x / f64::from(drawing.width)).min(room.y / f64::from(drawing.height));
    let length = |points: f64| Rel::from(Length::from(Abs::pt(points)));
    let at = |[x, y]: [i32; 2], beside: f64| {
        Axes::new(length(f64::from(x) * scale + beside), length(f64::from(y) * scale))
    };
    let mut pieces = Vec::new();
    for line in &drawing.lines {
        let [first, rest @ ..] = line.as_slice() else { continue };
        pieces.push(CurveComponent::Move(Packed::new(CurveMove::new(at(*first, 0.0)))));
        let dot = rest.is_empty().then(|| at(*first, 0.3));
        for end in dot.into_iter().chain(rest.iter().map(|point| at(*point, 0.0))) {
            pieces.push(CurveComponent::Line(Packed::new(CurveLine::new(end))));
        }
    }
    let stroke = Stroke {
        paint: Smart::Custom(Paint::Solid(rgb(INK))),
        thickness: Smart::Custom(Length::from(Abs::pt(0.45))),
        cap: Smart::Custom(LineCap::Round),
        join: Smart::Custom(LineJoin::Round),
        ..Stroke::default()
    };
    CurveElem::new(pieces).with_stroke(Smart::Custom(Some(stroke))).pack()
}

fn text(text: &str, size: f64, weight: u16) -> Content {
    let size = TextSize(Length::from(Abs::pt(size)));
    TextElem::packed(text).set(TextElem::size, size).set(TextElem::weight, FontWeight::from_number(weight))
}

fn coloured(content: Content, colour: [u8; 3]) -> Content {
    content.set(TextElem::fill, Paint::Solid(Color::from_u8(colour[0], colour[1], colour[2], 255)))
}

fn in_lines(lines: Vec<Content>) -> Content {
    let mut parts = Vec::with_capacity(lines.len() * 2);
    for line in lines {
        if !parts.is_empty() {
            parts.push(LinebreakElem::shared().clone());
        }
        parts.push(line);
    }
    Content::sequence(parts)
}
