//! The cells of a grid, laid out here and not by the template: a session has sixty thousand of them, and each costs the
//! template a hundred times what it costs here.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use serde::{Deserialize, Serialize};
use typst::diag::{SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{Bytes, Content, NativeElement, Packed, Smart, StyleChain, Value};
use typst::introspection::{Locator, MetadataElem};
use typst::layout::{
    Abs, Axes, BlockElem, Frame, FrameItem, HElem, Length, Point, Region, Rel, Sides, Size, Sizing,
};
use typst::model::TableCell;
use typst::syntax::Span;
use typst::text::{FontWeight, LinebreakElem, TextElem, TextSize};
use typst::visualize::{Color, Curve, FillRule, FixedStroke, Geometry, LineCap, LineJoin, Paint, Shape};
use typst_layout::layout_frame;

use super::marks::CellView;
use super::strokes::Strokes;

/// Room beside what stands in a cell, and above and below it, in points.
const INSET: Axes<f64> = Axes { x: 2.0, y: 1.6 };
/// The most room a signature takes, in millimetres.
const DRAWN: Axes<f64> = Axes { x: 12.5, y: 5.4 };
/// Places of what is drawn, per point: a finer one cannot be seen, and makes the file larger.
const FINEST: f64 = 50.0;
/// Letters of the first line beside which a signature keeps all its room.
const SHORT: usize = 9;

/// The most words remembered.
const REMEMBERED: usize = 8192;

/// What a cell carries to where it is laid out.
#[derive(Serialize, Deserialize)]
struct Inked {
    words: Words,
    drawing: Option<Strokes>,
}

/// What stands written in a cell.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Words {
    first: String,
    is_strong: bool,
    second: String,
    notes: String,
}

/// Words already laid out, by the width they had, in points, as bits: the sixty thousand cells of a session say a few hundred
/// different things.
static LAID: LazyLock<RwLock<HashMap<(Words, u64), Frame>>> = LazyLock::new(RwLock::default);

/// The cell of a table; it fills the height of its row where that is given.
pub fn grid_cell(view: &CellView, is_high: bool) -> Content {
    let inked = Inked {
        words: Words {
            first: view.first.clone(),
            is_strong: !matches!(view.tint, "on" | ""),
            second: view.second.clone(),
            notes: view.notes.clone(),
        },
        drawing: view.drawing.clone(),
    };
    let cell = TableCell::new(if inked.is_empty() { Content::empty() } else { inked.block(is_high) });
    let fill = tint(view.tint).map(Paint::Solid);
    cell.with_inset(Smart::Custom(Sides::splat(Some(Rel::zero())))).with_fill(Smart::Custom(fill)).pack()
}

fn tint(name: &str) -> Option<Color> {
    let rgb = |red, green, blue| Some(Color::from_u8(red, green, blue, 255));
    match name {
        "late" => rgb(0xff, 0xf4, 0xd6),
        "off" => rgb(0xfb, 0xe3, 0xe1),
        "free" => rgb(0xe8, 0xee, 0xf7),
        "out" => rgb(0xe3, 0xe7, 0xec),
        _ => None,
    }
}

impl Inked {
    fn is_empty(&self) -> bool {
        let Words { first, second, notes, .. } = &self.words;
        first.is_empty() && second.is_empty() && notes.is_empty() && self.drawing.is_none()
    }

    fn block(&self, is_high: bool) -> Content {
        let bytes = postcard::to_allocvec(self).unwrap_or_default();
        let block =
            BlockElem::single_layouter(Packed::new(MetadataElem::new(Value::Bytes(Bytes::new(bytes)))), lay);
        let height = if is_high { Sizing::Auto } else { Sizing::Rel(Rel::one()) };
        block.with_width(Smart::Custom(Rel::one())).with_height(height).pack()
    }
}

impl Words {
    fn content(&self) -> Content {
        let small = |text: Content| text.set(TextElem::size, TextSize(Length::from(Abs::pt(5.0))));
        let weight = FontWeight::from_number(if self.is_strong { 600 } else { 400 });
        let mut parts = vec![TextElem::packed(self.first.as_str()).set(TextElem::weight, weight)];
        if !self.notes.is_empty() {
            parts.push(HElem::new(Abs::pt(1.5).into()).pack());
            let accent = Paint::Solid(Color::from_u8(0x1f, 0x4e, 0x79, 255));
            let notes =
                TextElem::packed(self.notes.as_str()).set(TextElem::weight, FontWeight::from_number(600));
            parts.push(small(notes.set(TextElem::fill, accent)));
        }
        if !self.second.is_empty() {
            parts.push(LinebreakElem::shared().clone());
            let quiet = Paint::Solid(Color::from_u8(0x4d, 0x59, 0x66, 255));
            parts.push(small(TextElem::packed(self.second.as_str()).set(TextElem::fill, quiet)));
        }
        Content::sequence(parts)
    }

    /// As they look in a column of this width. All grids have one style, so that nothing else decides it.
    fn lay(
        &self,
        engine: &mut Engine,
        locator: Locator,
        styles: StyleChain,
        width: Abs,
    ) -> SourceResult<Frame> {
        let key = (self.clone(), width.to_pt().to_bits());
        if let Some(frame) = LAID.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(frame.clone());
        }
        let room = Region::new(Size::new(width, Abs::inf()), Axes::splat(false));
        let frame = layout_frame(engine, &self.content(), locator, styles, room)?;
        // What has a place of its own in the document can stand there only once.
        if is_text(&frame) {
            let mut laid = LAID.write().unwrap_or_else(PoisonError::into_inner);
            if laid.len() >= REMEMBERED {
                laid.clear();
            }
            laid.insert(key, frame.clone());
        }
        Ok(frame)
    }
}

/// Whether a frame holds nothing but letters.
fn is_text(frame: &Frame) -> bool {
    frame.items().all(|(_, item)| match item {
        FrameItem::Text(_) => true,
        FrameItem::Group(group) => is_text(&group.frame),
        _ => false,
    })
}

/// Lets go of the words of documents that are written.
pub fn forget() {
    LAID.write().unwrap_or_else(PoisonError::into_inner).clear();
}

fn lay(
    captured: &Packed<MetadataElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    region: Region,
) -> SourceResult<Frame> {
    let Value::Bytes(bytes) = &captured.value else { bail!(Span::detached(), "a cell carries bytes") };
    let Ok(inked) = postcard::from_bytes::<Inked>(bytes) else {
        bail!(Span::detached(), "a cell carries a cell")
    };
    let inset = INSET.map(Abs::pt);
    let words = inked.words.lay(engine, locator, styles, region.size.x - inset.x * 2.0)?;
    let height = if region.expand.y { region.size.y } else { words.height() + inset.y * 2.0 };
    let mut frame = Frame::soft(Size::new(region.size.x, height));
    if let Some(drawing) = &inked.drawing {
        // Beside the words, never over them: long ones leave half the room.
        let share = if inked.words.first.chars().count() > SHORT { 0.52 } else { 1.0 };
        let (size, shape) = drawn(drawing, DRAWN.map(|length| Abs::mm(length) * share));
        let at = Point::new(region.size.x - inset.x - size.x, (height - size.y) / 2.0);
        frame.push(at, FrameItem::Shape(shape, Span::detached()));
    }
    frame.push_frame(Point::new(inset.x, (height - words.height()) / 2.0), words);
    Ok(frame)
}

/// The drawing, as large as it may be, and its size.
fn drawn(drawing: &Strokes, room: Size) -> (Size, Shape) {
    let scale = (room.x / f64::from(drawing.width)).min(room.y / f64::from(drawing.height));
    let along = |length: i32| Abs::pt((scale.to_pt() * f64::from(length) * FINEST).round() / FINEST);
    let at = |[x, y]: [i32; 2]| Point::new(along(x), along(y));
    let mut curve = Curve::new();
    for line in &drawing.lines {
        let [first, rest @ ..] = line.as_slice() else { continue };
        curve.move_(at(*first));
        if rest.is_empty() {
            curve.line(at(*first) + Point::with_x(Abs::pt(0.3)));
        }
        for point in rest {
            curve.line(at(*point));
        }
    }
    let stroke = FixedStroke {
        cap: LineCap::Round,
        join: LineJoin::Round,
        ..FixedStroke::from_pair(Color::from_u8(0x16, 0x20, 0x2b, 255), Abs::pt(0.45))
    };
    let size = Size::new(scale * f64::from(drawing.width), scale * f64::from(drawing.height));
    (
        size,
        Shape {
            geometry: Geometry::Curve(curve),
            fill: None,
            fill_rule: FillRule::NonZero,
            stroke: Some(stroke),
        },
    )
}
