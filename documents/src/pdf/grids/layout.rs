//! What typst does of a grid: it lays out its pieces and finds the pages it stands on.

use typst::diag::{SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{Array, Content, Dict, IntoValue, NativeElement, Packed, StyleChain, Value};
use typst::introspection::{Locator, MetadataElem, SplitLocator};
use typst::layout::{Abs, Axes, BlockElem, Fragment, Frame, FrameItem, Point, Region, Regions, Size};
use typst::pdf::ArtifactElem;
use typst::syntax::Span;
use typst::visualize::Geometry;
use typst_layout::layout_frame;

use super::pieces::{Piece, Pieces};
use super::{Table, around, marks, rgb};

/// The grid as a block: on every page a mark as large as the part of the grid there; in the first mark its pieces.
pub fn block(table: &Table, pieces: &Pieces) -> Content {
    let given = |numbers: &mut dyn Iterator<Item = usize>| {
        numbers.map(|number| given(pieces.get(number))).collect::<Array>().into_value()
    };
    // A row that is not tall needs no looking at.
    let row = |row: &super::Row| {
        if row.is_tall { given(&mut row.pieces()) } else { Value::None }
    };
    let rows: Array = table.rows.iter().map(row).collect();
    let mut told = Dict::new();
    told.insert("pieces".into(), given(&mut table.pieces.clone()));
    told.insert("head".into(), given(&mut table.head.iter().copied()));
    told.insert("foot".into(), given(&mut table.foot.iter().copied()));
    told.insert("rows".into(), rows.into_value());
    told.insert("height".into(), table.height.into_value());
    told.insert("width".into(), table.widths.iter().sum::<f64>().into_value());
    BlockElem::multi_layouter(Packed::new(MetadataElem::new(Value::Dict(told))), lay).pack()
}

fn given(piece: &Piece) -> Value {
    Array::from_iter([piece.content.clone().into_value(), piece.width.into_value()]).into_value()
}

/// What a block was told.
struct Told {
    pieces: Vec<Piece>,
    head: Vec<Piece>,
    foot: Vec<Piece>,
    /// The pieces of tall rows.
    rows: Vec<Option<Vec<Piece>>>,
    height: f64,
    width: f64,
}

impl Told {
    fn of(captured: &Packed<MetadataElem>) -> Option<Self> {
        let Value::Dict(told) = &captured.value else { return None };
        let length = |name| told.get(name).ok()?.clone().cast::<f64>().ok();
        let Value::Array(rows) = told.get("rows").ok()? else { return None };
        Some(Self {
            pieces: pieces(told.get("pieces").ok()?)?,
            head: pieces(told.get("head").ok()?)?,
            foot: pieces(told.get("foot").ok()?)?,
            rows: rows.iter().map(pieces).collect(),
            height: length("height")?,
            width: length("width")?,
        })
    }
}

fn pieces(value: &Value) -> Option<Vec<Piece>> {
    let Value::Array(pieces) = value else { return None };
    let piece = |value: &Value| {
        let Value::Array(piece) = value else { return None };
        let [Value::Content(content), Value::Float(width)] = piece.as_slice() else { return None };
        Some(Piece { content: content.clone(), width: *width })
    };
    pieces.iter().map(piece).collect()
}

fn lay(
    captured: &Packed<MetadataElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    mut regions: Regions,
) -> SourceResult<Fragment> {
    let Some(told) = Told::of(captured) else { bail!(Span::detached(), "a grid carries a grid") };
    let mut locators = locator.split();
    let mut height = |engine: &mut Engine, pieces: &[Piece]| -> SourceResult<f64> {
        let mut heights = Vec::with_capacity(pieces.len());
        for piece in pieces {
            heights.push(laid(piece, engine, &mut locators, styles)?.height().to_pt());
        }
        Ok(around(heights.into_iter()))
    };
    let ends = Abs::pt(height(engine, &told.head)? + height(engine, &told.foot)?);
    let mut rows = Vec::with_capacity(told.rows.len());
    for row in &told.rows {
        rows.push(Abs::pt(row.as_ref().map_or(Ok(told.height), |pieces| height(engine, pieces))?));
    }
    let mut frames = Vec::new();
    let mut rows = rows.into_iter().peekable();
    loop {
        let mut part = ends;
        let mut taken = 0;
        while let Some(row) = rows.next_if(|row| regions.size.y.fits(part + *row)) {
            part += row;
            taken += 1;
        }
        if taken == 0 && rows.peek().is_some() {
            if regions.may_progress() {
                frames.push(Frame::soft(Size::zero()));
                regions.next();
                continue;
            }
            part += rows.next().unwrap_or_default();
        }
        let mut frame = Frame::soft(Size::new(Abs::pt(told.width), part));
        mark(&mut frame, marks::PLACE, Size::new(Abs::pt(told.width), part));
        let word = first_word(&told, engine, &mut locators, styles)?;
        frame.push_multiple(word);
        if frames.iter().all(Frame::is_empty) {
            hold_pieces(&mut frame, &told, engine, locators.next(&()), styles)?;
        }
        mark(&mut frame, marks::END, Size::splat(Abs::pt(1.0)));
        frames.push(frame);
        if rows.peek().is_none() {
            return Ok(Fragment::frames(frames));
        }
        regions.next();
    }
}

/// A word by which the grid is found among the tags, and the numbers of marked content on its pages.
fn first_word(
    told: &Told,
    engine: &mut Engine,
    locators: &mut SplitLocator,
    styles: StyleChain,
) -> SourceResult<Option<(Point, FrameItem)>> {
    let Some(piece) = told.head.first() else { return Ok(None) };
    let mut words = Frame::soft(Size::zero());
    flatten(&mut words, &laid(piece, engine, locators, styles)?, Point::zero());
    Ok(words.items().find(|(_, item)| matches!(item, FrameItem::Text(_))).cloned())
}

/// The pieces, which nobody reads there.
fn hold_pieces(
    frame: &mut Frame,
    told: &Told,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
) -> SourceResult<()> {
    let pieces = told.pieces.iter().map(given).collect::<Array>().into_value();
    let block = BlockElem::single_layouter(Packed::new(MetadataElem::new(pieces)), lay_pieces).pack();
    let room = Region::new(frame.size(), Axes::splat(false));
    let artifact = ArtifactElem::new(block).pack();
    frame.push_frame(Point::zero(), layout_frame(engine, &artifact, locator, styles, room)?);
    Ok(())
}

/// All pieces at the same place, each after a mark of its height.
fn lay_pieces(
    captured: &Packed<MetadataElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    _: Region,
) -> SourceResult<Frame> {
    let Some(pieces) = pieces(&captured.value) else { bail!(Span::detached(), "pieces are pieces") };
    let mut locators = locator.split();
    let work = pieces.into_iter().map(|piece| (piece, locators.next(&()))).collect::<Vec<_>>();
    let laid = engine.parallelize(work, |engine, (piece, locator)| {
        layout_frame(engine, &piece.content, locator, styles, room_of(&piece))
    });
    let mut frame = Frame::soft(Size::zero());
    for piece in laid {
        let piece = piece?;
        mark(&mut frame, marks::PIECE, Size::new(Abs::pt(1.0), piece.height() + Abs::pt(1.0)));
        flatten(&mut frame, &piece, Point::zero());
    }
    Ok(frame)
}

fn room_of(piece: &Piece) -> Region {
    Region::new(Size::new(Abs::pt(piece.width), Abs::inf()), Axes::splat(false))
}

fn laid(
    piece: &Piece,
    engine: &mut Engine,
    locators: &mut SplitLocator,
    styles: StyleChain,
) -> SourceResult<Frame> {
    layout_frame(engine, &piece.content, locators.next(&()), styles, room_of(piece))
}

/// Letters and lines of a frame, without what tells its structure: that is the grid's.
fn flatten(into: &mut Frame, frame: &Frame, at: Point) {
    for (place, item) in frame.items() {
        match item {
            FrameItem::Text(_) | FrameItem::Shape(..) => into.push(at + *place, item.clone()),
            FrameItem::Group(group) => flatten(into, &group.frame, at + *place),
            _ => {}
        }
    }
}

fn mark(frame: &mut Frame, colour: [u8; 3], size: Size) {
    let shape = Geometry::Rect(size).filled(rgb(colour));
    frame.push(Point::zero(), FrameItem::Shape(shape, Span::detached()));
}
