//! Where a cluster lives: data, lock files, socket.

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::account::Account;
use super::cluster;

/// Home of clusters whose wanted folder the server's account cannot reach.
const SHARED_HOME: &str = "/var/lib/carnet";

/// What the kernel accepts as the path of a socket, without the closing zero.
const LONGEST_SOCKET_PATH: usize = 107;

/// The file PostgreSQL creates in the socket folder.
const SOCKET_FILE: &str = ".s.PGSQL.5432";

/// The folders of one cluster.
#[derive(Clone, Debug)]
pub struct Place {
    /// The data folder of PostgreSQL.
    pub cluster: PathBuf,
    /// The folder of the socket.
    pub sockets: PathBuf,
    /// Held by the process that owns the server.
    pub owner_lock: PathBuf,
    /// Shared by the other processes that use the server.
    pub guest_lock: PathBuf,
}

impl Place {
    /// Settles where the cluster of a data folder lives, and which account runs it.
    pub async fn settle(data_dir: &Path) -> Result<(Self, Account)> {
        std::fs::create_dir_all(data_dir)
            .with_context(|| format!("cannot create the data folder {}", data_dir.display()))?;
        let data_dir = data_dir.canonicalize()?;
        let home = choose_home(&data_dir).await?;
        let account = Account::for_cluster(&home.join("postgres"))?;
        Ok((Self::in_home(&home, &account), account))
    }

    fn in_home(home: &Path, account: &Account) -> Self {
        Self {
            cluster: home.join("postgres"),
            sockets: choose_socket_dir(home, account),
            owner_lock: home.join("postgres.lock"),
            guest_lock: home.join("postgres.guests.lock"),
        }
    }

    /// Creates the socket folder, closed to everybody but the server's account.
    pub fn create_socket_dir(&self, account: &Account) -> Result<()> {
        let dir = &self.sockets;
        match std::fs::DirBuilder::new().mode(0o700).create(dir) {
            Ok(()) => account.own(dir),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                if !account.owns(dir) {
                    bail!("The socket folder {} belongs to somebody else: remove it.", dir.display());
                }
                std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o700))?;
                Ok(())
            }
            Err(error) => Err(error).with_context(|| format!("cannot create {}", dir.display())),
        }
    }
}

/// Prefers the data folder itself; falls back where the server's account cannot reach it.
async fn choose_home(data_dir: &Path) -> Result<PathBuf> {
    let in_place = data_dir.join("postgres");
    let account = Account::for_cluster(&in_place)?;
    if cluster::exists(&in_place) {
        if account.reaches(&in_place).await {
            return Ok(data_dir.to_path_buf());
        }
        bail!(
            "The database in {} cannot be reached by the account `{}`, which runs PostgreSQL: open the folders above it (chmod o+x).",
            in_place.display(),
            account.name
        );
    }
    let elsewhere = Path::new(SHARED_HOME).join(stable_name(data_dir));
    if !cluster::exists(&elsewhere.join("postgres")) && probe(data_dir, &account).await {
        return Ok(data_dir.to_path_buf());
    }
    if !account.is_dropped() {
        bail!("The database cannot be created in {}: the folder is not writable.", data_dir.display());
    }
    std::fs::create_dir_all(&elsewhere)
        .with_context(|| format!("cannot create {}, the home of the database", elsewhere.display()))?;
    for dir in [Path::new(SHARED_HOME), &elsewhere] {
        std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o755))?;
    }
    Ok(elsewhere)
}

/// Tries the account on a folder made like the cluster's: owned by it, inside the data folder.
async fn probe(data_dir: &Path, account: &Account) -> bool {
    let dir = data_dir.join(format!("postgres.probe-{}", std::process::id()));
    if std::fs::DirBuilder::new().mode(0o700).create(&dir).is_err() {
        return false;
    }
    let reached = account.own(&dir).is_ok() && account.reaches(&dir).await;
    let _ = std::fs::remove_dir_all(&dir);
    reached
}

/// Names a data folder for good: its last component, made plain, and a digest of its whole path.
fn stable_name(data_dir: &Path) -> String {
    let last = data_dir.file_name().unwrap_or_default().to_string_lossy();
    let plain: String = last.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    format!("{plain}-{}", digest(data_dir))
}

fn digest(path: &Path) -> String {
    let hash = Sha256::digest(path.as_os_str().as_bytes());
    hash.iter().take(6).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Prefers a folder beside the data; a long path, or one no socket can live in, gets a short one.
fn choose_socket_dir(home: &Path, account: &Account) -> PathBuf {
    let beside = home.join("postgres.socket");
    if beside.join(SOCKET_FILE).as_os_str().len() <= LONGEST_SOCKET_PATH {
        return beside;
    }
    let name = format!("carnet-{}", digest(home));
    let run = Path::new("/run");
    if nix::unistd::geteuid().is_root() && run.is_dir() {
        return run.join(name);
    }
    Path::new("/tmp").join(format!("{name}-{}", account.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_stable_plain_and_depends_on_the_whole_path() {
        let name = stable_name(Path::new("/root/Répertoire de données/var é"));
        assert_eq!(name, stable_name(Path::new("/root/Répertoire de données/var é")));
        assert_ne!(name, stable_name(Path::new("/root/ailleurs/var é")));
        assert!(name.starts_with("var-"), "{name}");
        assert!(name.is_ascii(), "{name}");
    }

    #[test]
    fn a_long_path_gets_a_short_socket_folder() -> Result<()> {
        let account = Account::for_cluster(Path::new("/nonexistent"))?;
        let long = PathBuf::from(format!("/tmp/{}", "é".repeat(60)));
        let chosen = choose_socket_dir(&long, &account).join(SOCKET_FILE);
        assert!(chosen.as_os_str().len() <= LONGEST_SOCKET_PATH, "{}", chosen.display());
        let short = Path::new("/srv/carnet/var");
        assert_eq!(choose_socket_dir(short, &account), short.join("postgres.socket"));
        Ok(())
    }
}
