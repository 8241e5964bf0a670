//! QR codes as a path that templates draw.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::DocumentError;

/// The dark modules of a QR code as the path of an SVG picture, and how many modules it is wide.
pub fn code(url: &str) -> Result<(String, usize), DocumentError> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(|_| DocumentError::Address)?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let _ = write!(path, "M{} {}h1v1h-1z", at % width, at / width);
        }
    }
    Ok((path, width))
}
