//! A picture without what its zones cover.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, Rgba};

use super::{MaskFault, Pixels, Source, Zone};

/// Most pixels that are decoded: a sheet of A4 at 600 dots per inch has 35 million.
const MOST_PIXELS: u64 = 40_000_000;
/// Longest side of the copy: a sheet of A4 at 300 dots per inch has 3,508.
const LONGEST: u32 = 3_600;

/// Decodes, turns as it is shown, paints over, encodes.
pub(super) fn masked(source: Source, bytes: &[u8], zones: &[Zone]) -> Result<Vec<u8>, MaskFault> {
    if zones.iter().any(|zone| zone.page != 1) {
        return Err(MaskFault::UnknownPage);
    }
    let unreadable = |_| MaskFault::Unreadable;
    let image = match source {
        Source::Jpeg => decode(JpegDecoder::new(Cursor::new(bytes)).map_err(unreadable)?)?,
        Source::Png | Source::Pdf => decode(PngDecoder::new(Cursor::new(bytes)).map_err(unreadable)?)?,
    };
    let mut pixels = flattened(smaller(image));
    for zone in zones {
        pixels.paint(zone);
    }
    pixels.jpeg()
}

fn decode(mut decoder: impl ImageDecoder) -> Result<DynamicImage, MaskFault> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(MaskFault::TooLarge);
    }
    // How a phone was held is said beside the pixels, which are turned now, as every viewer shows them.
    let orientation = decoder.orientation().map_err(|_| MaskFault::Unreadable)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| MaskFault::Unreadable)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn smaller(image: DynamicImage) -> DynamicImage {
    if image.width().max(image.height()) > LONGEST { image.thumbnail(LONGEST, LONGEST) } else { image }
}

/// What can be seen through is shown on white.
fn flattened(image: DynamicImage) -> Pixels {
    let (width, height) = (image.width(), image.height());
    let rgb = if image.color().has_alpha() {
        let through = image.into_rgba8();
        let on_white = |pixel: &Rgba<u8>| {
            let [red, green, blue, alpha] = pixel.0.map(u32::from);
            [red, green, blue].map(|part| ((part * alpha + 255 * (255 - alpha)) / 255) as u8)
        };
        through.pixels().flat_map(on_white).collect()
    } else {
        image.into_rgb8().into_raw()
    };
    Pixels { width, height, rgb }
}
