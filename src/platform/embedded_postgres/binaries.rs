//! Finds the PostgreSQL programs installed on this machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

/// The oldest major version Carnet works with.
pub const OLDEST_MAJOR: u32 = 15;

/// Where Debian and Ubuntu put one folder per major version.
const DEBIAN_ROOT: &str = "/usr/lib/postgresql";

/// A folder that holds `postgres` and `initdb`, and their major version.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Binaries {
    /// The folder of the programs.
    pub dir: PathBuf,
    /// Their major version.
    pub major: u32,
}

impl Binaries {
    /// Returns the path of one program.
    pub fn program(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// Reads the version of the programs of a folder; none when they are missing or do not run.
    fn in_dir(dir: &Path) -> Option<Self> {
        if !dir.join("initdb").is_file() {
            return None;
        }
        let output = Command::new(dir.join("postgres")).arg("--version").output().ok()?;
        let major = parse_major(&String::from_utf8_lossy(&output.stdout))?;
        Some(Self { dir: dir.to_path_buf(), major })
    }
}

/// Lists the usable programs, newest first. An explicit folder is the only one looked at.
pub fn find(pg_bin: Option<&Path>) -> Vec<Binaries> {
    let dirs = pg_bin.map_or_else(candidate_dirs, |dir| BTreeSet::from([dir.to_path_buf()]));
    let mut found: Vec<_> = dirs
        .iter()
        .filter_map(|dir| Binaries::in_dir(dir))
        .filter(|binaries| binaries.major >= OLDEST_MAJOR)
        .collect();
    found.sort_by_key(|binaries| std::cmp::Reverse(binaries.major));
    found
}

/// Picks the programs for a cluster: its own major version when it exists, the newest otherwise.
pub fn choose(found: &[Binaries], cluster: &Path, existing_major: Option<u32>) -> Result<Binaries> {
    let Some(newest) = found.first() else {
        bail!(
            "PostgreSQL {OLDEST_MAJOR} or newer is not installed: run `apt-get install postgresql` \
             (or set PG_BIN to the folder of its programs, or DATABASE_URL to a running server)."
        );
    };
    let Some(wanted) = existing_major else {
        return Ok(newest.clone());
    };
    if let Some(same) = found.iter().find(|binaries| binaries.major == wanted) {
        return Ok(same.clone());
    }
    bail!(
        "The data in {} were written by PostgreSQL {wanted}, and only PostgreSQL {} is installed: \
         install PostgreSQL {wanted}, or move the data to the new version with pg_upgrade or a dump.",
        cluster.display(),
        newest.major
    )
}

fn candidate_dirs() -> BTreeSet<PathBuf> {
    let debian = std::fs::read_dir(DEBIAN_ROOT)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    debian.chain(pg_config_dir()).chain(std::env::split_paths(&path)).collect()
}

fn pg_config_dir() -> Option<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").output().ok()?;
    let dir = String::from_utf8(output.stdout).ok()?;
    (!dir.trim().is_empty()).then(|| PathBuf::from(dir.trim()))
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian …)`, and betas such as `18beta1`.
fn parse_major(version: &str) -> Option<u32> {
    let number = version.split_whitespace().nth(2)?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binaries(major: u32) -> Binaries {
        Binaries { dir: format!("/pg/{major}").into(), major }
    }

    #[test]
    fn reads_the_major_version() {
        assert_eq!(parse_major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(parse_major("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(parse_major("sh: not found"), None);
    }

    #[test]
    fn a_new_cluster_takes_the_newest_version_and_an_old_one_keeps_its_own() {
        let found = [binaries(17), binaries(15)];
        let cluster = Path::new("/data/postgres");
        assert_eq!(choose(&found, cluster, None).ok(), Some(binaries(17)));
        assert_eq!(choose(&found, cluster, Some(15)).ok(), Some(binaries(15)));
    }

    #[test]
    fn another_major_version_is_refused_in_one_sentence() {
        let refusal = choose(&[binaries(17)], Path::new("/data/postgres"), Some(16)).err();
        let sentence = refusal.map(|error| error.to_string()).unwrap_or_default();
        assert!(sentence.contains("/data/postgres"), "{sentence}");
        assert!(sentence.contains("PostgreSQL 16") && sentence.contains("PostgreSQL 17"), "{sentence}");
    }

    #[test]
    fn missing_programs_say_what_to_install() {
        let refusal = choose(&[], Path::new("/data/postgres"), None).err();
        let sentence = refusal.map(|error| error.to_string()).unwrap_or_default();
        assert!(sentence.contains("apt-get install postgresql"), "{sentence}");
    }
}
