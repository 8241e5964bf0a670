//! What `postmaster.pid` says, and whether it is still true.
//!
//! PostgreSQL itself only asks whether the process number exists. After `kill -9` that number may be a zombie, or in
//! a restarted container another program, and PostgreSQL would refuse to start for ever.

use std::fs;
use std::path::{Path, PathBuf};

use nix::errno::Errno;
use nix::sys::signal::kill;
use nix::unistd::Pid;

/// The lines of `postmaster.pid` that matter here.
#[derive(Clone, Debug)]
pub struct PidFile {
    /// Process number of the server.
    pub pid: Pid,
    /// Folder of its socket, once it listens.
    pub sockets: Option<PathBuf>,
}

impl PidFile {
    /// Reads the file of a cluster; none when it is absent or not readable as one.
    pub fn read(cluster: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(path(cluster)).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let pid = lines.next()?.trim().parse().ok().filter(|pid| *pid > 0)?;
        let sockets = lines.nth(3).map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from);
        Some(Self { pid: Pid::from_raw(pid), sockets })
    }

    /// Tells whether that process lives and serves this cluster.
    pub fn is_server_of(&self, cluster: &Path) -> bool {
        is_alive(self.pid) && command_names(self.pid, cluster)
    }
}

/// Removes a file whose process number now means something else; PostgreSQL judges all other cases well.
pub fn remove_if_misleading(cluster: &Path) {
    let Some(file) = PidFile::read(cluster) else { return };
    if exists(file.pid) && !file.is_server_of(cluster) && workers_in(cluster).is_empty() {
        tracing::warn!(
            pid = file.pid.as_raw(),
            "removing a stale postmaster.pid: its process is not this cluster's"
        );
        let _ = fs::remove_file(path(cluster));
        if let Some(sockets) = file.sockets {
            let _ = fs::remove_file(sockets.join(".s.PGSQL.5432.lock"));
        }
    }
}

/// Lists the processes that still work inside a cluster's folder, for instance orphans of a killed server.
pub fn workers_in(cluster: &Path) -> Vec<Pid> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid| fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == cluster))
        .filter(|pid| {
            fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.starts_with("postgres"))
        })
        .map(Pid::from_raw)
        .collect()
}

/// Tells whether a process exists and is not a zombie.
pub fn is_alive(pid: Pid) -> bool {
    exists(pid) && !is_zombie(pid)
}

fn exists(pid: Pid) -> bool {
    !matches!(kill(pid, None), Err(Errno::ESRCH))
}

/// Reads the state that follows the closing bracket of the name in `/proc/<pid>/stat`.
fn is_zombie(pid: Pid) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat"))
        .ok()
        .and_then(|stat| stat.rsplit_once(") ").map(|(_, rest)| rest.starts_with(['Z', 'X'])))
        .unwrap_or(false)
}

/// Tells whether the process was started with this cluster; true where the system cannot say.
fn command_names(pid: Pid, cluster: &Path) -> bool {
    use std::os::unix::ffi::OsStrExt;
    fs::read(format!("/proc/{pid}/cmdline"))
        .map_or(true, |line| line.split(|byte| *byte == 0).any(|part| part == cluster.as_os_str().as_bytes()))
}

fn path(cluster: &Path) -> PathBuf {
    cluster.join("postmaster.pid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_process_number_and_the_socket_folder() {
        let file =
            PidFile::parse("4242\n/data/é\n1760000000\n5432\n/run/carnet dir\n\n  123 456\nready   \n");
        let file = file.as_ref();
        assert_eq!(file.map(|file| file.pid.as_raw()), Some(4242));
        assert_eq!(file.and_then(|file| file.sockets.clone()), Some(PathBuf::from("/run/carnet dir")));
        assert!(PidFile::parse("").is_none());
        assert!(PidFile::parse("-1\n").is_none());
    }

    #[test]
    fn a_living_process_of_another_program_is_not_the_server() {
        let file = PidFile { pid: Pid::this(), sockets: None };
        assert!(is_alive(file.pid));
        assert!(!file.is_server_of(Path::new("/no/such/cluster")));
    }

    #[test]
    fn a_misleading_file_is_removed() -> std::io::Result<()> {
        let dir = tempfile::tempdir()?;
        fs::write(dir.path().join("postmaster.pid"), format!("{}\n", std::process::id()))?;
        remove_if_misleading(dir.path());
        assert!(!dir.path().join("postmaster.pid").exists());
        Ok(())
    }
}
