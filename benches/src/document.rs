//! The places of a document that benchmarks write.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts a text between the markers `<!-- name: begin -->` and `<!-- name: end -->` of a document.
pub fn replace_between_markers(path: &Path, name: &str, text: &str) -> Result<()> {
    let document = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let (begin, end) = (format!("<!-- {name}: begin -->"), format!("<!-- {name}: end -->"));
    let (before, rest) = document.split_once(&begin).with_context(|| format!("no marker {begin}"))?;
    let (_, after) = rest.split_once(&end).with_context(|| format!("no marker {end}"))?;
    Ok(fs::write(path, format!("{before}{begin}\n{text}\n{end}{after}"))?)
}
