//! Copies of files in which chosen zones do not exist any more.
//!
//! Nothing of the original is carried over but pixels: a picture is decoded, painted over and encoded anew; the pages of a
//! PDF are drawn, painted over, and become pictures in a new PDF. What lay under a zone, and what the file said beside its
//! pages (text, metadata, attachments, earlier versions), is in no byte of the copy.
//!
//! The bytes come from strangers, and libraries that decode them are large: call this in a process of its own, with little
//! memory and time.

mod pages;
mod picture;
mod writer;

use serde::{Deserialize, Serialize};

/// Most zones of one file.
pub const MOST_ZONES: usize = 100;
/// Most pages of a PDF that is copied.
pub const MOST_PAGES: usize = 40;
/// Largest copy, in bytes.
pub const LARGEST: usize = 10 * 1025 * 1024;

/// A rectangle that is not to be seen, as fractions of the page as it is shown: 0 is its left or top edge, 1 its right or
/// bottom edge.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// The page, counted from 1; 1 for a picture.
    pub page: u16,
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A PDF.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
}

/// What a process that makes copies is asked, on one line before the bytes of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// What the file is.
    pub source: Source,
    /// What is masked.
    pub zones: Vec<Zone>,
}

/// Why there is no copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaskFault {
    /// The file cannot be drawn: damaged, encrypted, or made in a way that is not understood.
    #[error("unreadable")]
    Unreadable,
    /// More pages, or more pixels, than are copied.
    #[error("too_large")]
    TooLarge,
    /// A zone names a page that the file does not have.
    #[error("unknown_page")]
    UnknownPage,
}

impl MaskFault {
    /// Its name between processes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too_large",
            Self::UnknownPage => "unknown_page",
        }
    }

    /// The fault of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Unreadable, Self::TooLarge, Self::UnknownPage].into_iter().find(|fault| fault.as_str() == name)
    }
}

/// A copy without what the zones cover: a JPEG of a picture, a PDF of a PDF.
pub fn masked(source: Source, bytes: &[u8], zones: &[Zone]) -> Result<Vec<u8>, MaskFault> {
    let copy = match source {
        Source::Pdf => pages::masked(bytes, zones)?,
        Source::Png | Source::Jpeg => picture::masked(source, bytes, zones)?,
    };
    if copy.len() > LARGEST { Err(MaskFault::TooLarge) } else { Ok(copy) }
}

/// Pixels of one page, three bytes each, row by row.
struct Pixels {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

/// What zones are painted with: black.
const PAINT: u8 = 0;
/// Pixels painted beyond each edge, where the drawing of what is hidden may have bled.
const MARGIN: f32 = 2.0;
/// Of 100: little is lost, and a page stays small.
const QUALITY: u8 = 85;

impl Pixels {
    /// Paints over what the zone covers, its edges rounded outwards.
    fn paint(&mut self, zone: &Zone) {
        let along = |from: f32, length: f32, whole: u32| {
            let whole_f = whole as f32;
            let start = (from * whole_f - MARGIN).floor().clamp(0.0, whole_f) as usize;
            let end = ((from + length) * whole_f + MARGIN).ceil().clamp(0.0, whole_f) as usize;
            start..end
        };
        let columns = along(zone.x, zone.width, self.width);
        for row in along(zone.y, zone.height, self.height) {
            let start = row * self.width as usize;
            self.rgb[(start + columns.start) * 3..(start + columns.end) * 3].fill(PAINT);
        }
    }

    /// Encoded anew, without a word beside the pixels.
    fn jpeg(&self) -> Result<Vec<u8>, MaskFault> {
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, QUALITY)
            .encode(&self.rgb, self.width, self.height, image::ExtendedColorType::Rgb8)
            .map_err(|_| MaskFault::TooLarge)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(x: f32, y: f32, width: f32, height: f32) -> Zone {
        Zone { page: 1, x, y, width, height }
    }

    fn white() -> Pixels {
        Pixels { width: 20, height: 10, rgb: vec![255; 20 * 10 * 3] }
    }

    fn dark(pixels: &Pixels) -> usize {
        pixels.rgb.chunks(3).filter(|pixel| pixel.iter().all(|part| *part == PAINT)).count()
    }

    #[test]
    fn a_zone_is_painted_to_its_edges_and_a_little_beyond() {
        let mut pixels = white();
        pixels.paint(&zone(0.5, 0.5, 0.25, 0.25));
        // From 8 to 17, from 3 to 10: two pixels more on each side, where there are two.
        assert_eq!(dark(&pixels), 9 * 7);
        let mut pixels = white();
        pixels.paint(&zone(0.0, 0.0, 1.0, 1.0));
        assert_eq!(dark(&pixels), 200);
    }

    #[test]
    fn a_zone_that_reaches_beyond_the_page_is_cut_at_its_edge() {
        let mut pixels = white();
        pixels.paint(&zone(0.875, -0.5, 7.0, 9.0));
        assert_eq!(dark(&pixels), 5 * 10);
        pixels.paint(&zone(5.0, 5.0, 1.0, 1.0));
        assert_eq!(dark(&pixels), 5 * 10);
        pixels.paint(&zone(f32::NAN, 0.0, 1.0, 1.0));
        assert_eq!(dark(&pixels), 5 * 10, "no number is no zone, and no fault either");
    }

    #[test]
    fn faults_are_told_by_name() {
        for fault in [MaskFault::Unreadable, MaskFault::TooLarge, MaskFault::UnknownPage] {
            assert_eq!(MaskFault::parse(fault.as_str()), Some(fault));
        }
        assert_eq!(MaskFault::parse("fine"), None);
    }
}
