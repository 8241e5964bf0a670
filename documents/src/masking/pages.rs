//! The pages of a PDF as pictures, without what their zones cover.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::writer::{Picture, assembled};
use super::{LARGEST, MOST_PAGES, MaskFault, Pixels, Zone};

/// Pixels of a page for each of its points, of which an inch has 72: 150 in an inch.
const SCALE: f32 = 150.0 / 72.0;
/// Longest side of a drawn page, in pixels.
const LONGEST: f32 = 2_400.0;

/// Draws every page, paints over, and makes a new PDF of the pictures.
pub(super) fn masked(bytes: &[u8], zones: &[Zone]) -> Result<Vec<u8>, MaskFault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| MaskFault::Unreadable)?;
    let pages = pdf.pages();
    let count = pages.len();
    if count == 0 {
        return Err(MaskFault::Unreadable);
    }
    if count > MOST_PAGES {
        return Err(MaskFault::TooLarge);
    }
    if zones.iter().any(|zone| zone.page == 0 || usize::from(zone.page) > count) {
        return Err(MaskFault::UnknownPage);
    }
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    let (mut pictures, mut total) = (Vec::with_capacity(count), 0);
    for (place, page) in pages.iter().enumerate() {
        let (mut pixels, points) = drawn(page, &cache, &settings)?;
        for zone in zones.iter().filter(|zone| usize::from(zone.page) == place + 1) {
            pixels.paint(zone);
        }
        let jpeg = pixels.jpeg()?;
        total += jpeg.len();
        if total > LARGEST {
            return Err(MaskFault::TooLarge);
        }
        pictures.push(Picture { jpeg, width: pixels.width, height: pixels.height, points });
    }
    Ok(assembled(&pictures))
}

/// A page on white, and its size in points.
fn drawn<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    settings: &InterpreterSettings,
) -> Result<(Pixels, (f32, f32)), MaskFault> {
    let points = page.render_dimensions();
    let longest = points.0.max(points.1);
    if !(longest.is_finite() && points.0.min(points.1) >= 1.0) {
        return Err(MaskFault::Unreadable);
    }
    let scale = SCALE.min(LONGEST / longest);
    let wanted =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let pixmap = render(page, cache, settings, &wanted);
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    if width == 0 || height == 0 {
        return Err(MaskFault::Unreadable);
    }
    // Drawn on white, nothing can be seen through: colours are as they are.
    let rgb = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    Ok((Pixels { width, height, rgb }, points))
}
