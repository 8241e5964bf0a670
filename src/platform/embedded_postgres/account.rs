//! The system account the server runs under: PostgreSQL refuses to run as root.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use nix::unistd::{Uid, User, geteuid};
use tokio::process::Command;

/// The account Debian's package creates.
const SERVER_ACCOUNT: &str = "postgres";

/// Who runs the server, and whether that is somebody else than this process.
#[derive(Clone, Debug)]
pub struct Account {
    /// Name in the password database; peer authentication speaks of names.
    pub name: String,
    uid: u32,
    gid: u32,
    dropped: bool,
}

impl Account {
    /// Chooses the account of a cluster: oneself, or as root the owner of the data, or `postgres`.
    pub fn for_cluster(cluster: &Path) -> Result<Self> {
        let own = geteuid();
        if !own.is_root() {
            return Self::of_user(lookup(own)?, false);
        }
        let owner = std::fs::metadata(cluster).map(|found| Uid::from_raw(found.uid())).ok();
        let user = match owner.filter(|uid| !uid.is_root()) {
            Some(uid) => lookup(uid)?,
            None => User::from_name(SERVER_ACCOUNT)?.with_context(|| {
                format!(
                    "PostgreSQL refuses to run as root: create a system account named `{SERVER_ACCOUNT}`."
                )
            })?,
        };
        Self::of_user(user, true)
    }

    /// Returns the name of the account this process runs under.
    pub fn own_name() -> Result<String> {
        Ok(lookup(geteuid())?.name)
    }

    fn of_user(user: User, dropped: bool) -> Result<Self> {
        if dropped && user.uid.is_root() {
            bail!("The account `{}` is root in disguise: PostgreSQL refuses to run as root.", user.name);
        }
        Ok(Self { name: user.name, uid: user.uid.as_raw(), gid: user.gid.as_raw(), dropped })
    }

    /// Tells whether the account is another one than this process's.
    pub fn is_dropped(&self) -> bool {
        self.dropped
    }

    /// Prepares a program: dropped privileges, and no PostgreSQL setting inherited from the shell.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PG") {
                command.env_remove(name);
            }
        }
        if self.dropped {
            command.uid(self.uid).gid(self.gid);
        }
        command.stdin(Stdio::null());
        command
    }

    /// Gives a file or folder to the account.
    pub fn own(&self, path: &Path) -> Result<()> {
        if self.dropped {
            std::os::unix::fs::chown(path, Some(self.uid), Some(self.gid))
                .with_context(|| format!("cannot give {} to the account `{}`", path.display(), self.name))?;
        }
        Ok(())
    }

    /// Tells whether the folder belongs to the account.
    pub fn owns(&self, path: &Path) -> bool {
        std::fs::symlink_metadata(path).is_ok_and(|found| found.is_dir() && found.uid() == self.uid)
    }

    /// Tells whether the account can work inside a folder, by doing so: modes alone do not say it.
    pub async fn reaches(&self, dir: &Path) -> bool {
        let mut command = self.command(Path::new("/bin/sh"));
        command.args(["-c", ": > .probe && rm .probe"]).current_dir(dir);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().await.is_ok_and(|status| status.success())
    }
}

fn lookup(uid: Uid) -> Result<User> {
    User::from_uid(uid)?.with_context(|| {
        format!("The user id {uid} has no account name, and PostgreSQL refuses to run without one.")
    })
}
