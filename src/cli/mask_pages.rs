//! `carnet mask-pages`: the work of [`carnet::platform::apart`] on one file, for the server alone.
//!
//! A line of JSON (what the file is, and its zones), then the file, on the standard input; the copy, or the name of the
//! fault, on the standard output.

use std::io::{self, Read, Write};

use anyhow::Context;
use carnet::platform::apart;
use carnet_documents::masking::{Order, masked};

/// Reads, masks, writes.
pub fn run() -> anyhow::Result<()> {
    apart::confine()?;
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input)?;
    let end = input.iter().position(|byte| *byte == b'\n').context("no order")?;
    let order: Order = serde_json::from_slice(&input[..end])?;
    match masked(order.source, &input[end + 1..], &order.zones) {
        Ok(copy) => io::stdout().write_all(&copy)?,
        Err(fault) => anyhow::bail!("{}", fault.as_str()),
    }
    Ok(())
}
