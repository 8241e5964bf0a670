//! The server's log files: how many stay, and what to quote when it does not start.

use std::fs;
use std::path::{Path, PathBuf};

/// Log files kept; each holds 10 MB at most.
const KEPT_FILES: usize = 10;

/// Lines quoted from a failed start.
const QUOTED_LINES: usize = 5;

/// Returns the file that takes what the server says before its own log is open.
pub fn startup_file(cluster: &Path) -> PathBuf {
    cluster.join("startup.log")
}

/// Deletes the oldest log files; their names carry their dates.
pub fn sweep(cluster: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(cluster.join("log"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "log"))
        .collect();
    files.sort();
    for old in files.iter().rev().skip(KEPT_FILES) {
        if let Err(error) = fs::remove_file(old) {
            tracing::warn!(file = %old.display(), %error, "cannot delete an old database log");
        }
    }
}

/// Quotes the end of what the server said while starting.
pub fn last_words(cluster: &Path) -> String {
    let text = fs::read(startup_file(cluster)).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let start = lines.len().saturating_sub(QUOTED_LINES);
    lines[start..].join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_files_stay() -> std::io::Result<()> {
        let dir = tempfile::tempdir()?;
        let log = dir.path().join("log");
        fs::create_dir(&log)?;
        for day in 1..=15 {
            fs::write(log.join(format!("postgres-202611{day:02}-000000.log")), "")?;
        }
        sweep(dir.path());
        let mut left: Vec<_> = fs::read_dir(&log)?
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect::<Result<_, _>>()?;
        left.sort();
        assert_eq!(left.len(), KEPT_FILES);
        assert_eq!(left.first().and_then(|name| name.to_str()), Some("postgres-20261106-000000.log"));
        Ok(())
    }
}
