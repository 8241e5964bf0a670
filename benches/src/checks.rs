//! What a running server says about the check of each page in PostgreSQL.

use std::io::{Read, Write};
use std::net::TcpStream;

use anyhow::{Context, Result};

/// The checks a server has made since it started.
#[derive(Debug, Clone, Copy)]
pub struct Checks {
    seconds: f64,
    count: f64,
}

impl Checks {
    /// Reads them from the address at which the server shows its metrics.
    pub fn read(metrics: &str) -> Result<Self> {
        let mut stream = TcpStream::connect(metrics).context("the server shows no metrics")?;
        stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: carnet\r\nconnection: close\r\n\r\n")?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        let value = |name: &str| -> Result<f64> {
            let named = text.lines().filter_map(|line| line.strip_prefix(name)?.split_once("} "));
            let mut checks = named.filter(|(labels, _)| labels.contains("part=\"recheck\""));
            let (_, value) = checks.next().with_context(|| format!("no {name}"))?;
            Ok(value.trim().parse()?)
        };
        Ok(Self {
            seconds: value("carnet_search_seconds_sum")?,
            count: value("carnet_search_seconds_count")?,
        })
    }

    /// Microseconds of a check, on the average of those made since then.
    pub fn mean_since(self, before: Self) -> f64 {
        (self.seconds - before.seconds) / (self.count - before.count).max(1.0) * 1e6
    }
}
