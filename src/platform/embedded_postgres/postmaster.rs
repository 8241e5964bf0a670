//! One running server process: a child of this process, or one that outlived the process that started it.

use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::Child;
use tokio::time::{sleep, timeout};

use super::account::Account;
use super::binaries::Binaries;
use super::place::Place;
use super::{logs, pidfile, settings};

/// How long a clean stop may take: it writes a checkpoint.
const STOP_PATIENCE: Duration = Duration::from_mins(1);

/// How long an immediate stop may take; recovery repairs it at the next start.
const ABORT_PATIENCE: Duration = Duration::from_secs(10);

/// How often an adopted process is looked at, since only a parent is told of an end.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// A running server.
#[derive(Debug)]
pub enum Postmaster {
    /// Started here; reaped here.
    Child(Child),
    /// Started by a process that has gone.
    Adopted(Pid),
}

impl Postmaster {
    /// Starts the server in a process group of its own, so that Ctrl-C reaches the application first.
    pub fn spawn(place: &Place, binaries: &Binaries, account: &Account) -> Result<Self> {
        let startup = logs::startup_file(&place.cluster);
        let output = File::create(&startup).with_context(|| format!("cannot write {}", startup.display()))?;
        std::fs::set_permissions(&startup, std::fs::Permissions::from_mode(0o600))?;
        account.own(&startup)?;
        let mut command = account.command(&binaries.program("postgres"));
        command.arg("-D").arg(&place.cluster).args(settings::arguments(&place.sockets));
        command.current_dir(&place.cluster).process_group(0).kill_on_drop(false);
        command.stdout(Stdio::from(output.try_clone()?)).stderr(Stdio::from(output));
        Ok(Self::Child(command.spawn().context("cannot run postgres")?))
    }

    /// Tells how the server ended, if it did.
    pub fn ended(&mut self) -> Option<String> {
        match self {
            Self::Child(child) => match child.try_wait() {
                Ok(status) => status.map(|status| status.to_string()),
                Err(error) => Some(error.to_string()),
            },
            Self::Adopted(pid) => (!pidfile::is_alive(*pid)).then(|| "gone".to_owned()),
        }
    }

    /// Waits for the server's end and tells how it came.
    pub async fn wait(&mut self) -> String {
        match self {
            Self::Child(child) => {
                child.wait().await.map_or_else(|error| error.to_string(), |status| status.to_string())
            }
            Self::Adopted(pid) => {
                while pidfile::is_alive(*pid) {
                    sleep(LOOK_EVERY).await;
                }
                "gone".to_owned()
            }
        }
    }

    /// Stops the server: cleanly, then at once, then by force.
    pub async fn stop(&mut self) {
        for (signal, patience) in [
            (Signal::SIGINT, STOP_PATIENCE),
            (Signal::SIGQUIT, ABORT_PATIENCE),
            (Signal::SIGKILL, ABORT_PATIENCE),
        ] {
            let Some(pid) = self.pid() else { return };
            if kill(pid, signal).is_err() || timeout(patience, self.wait()).await.is_ok() {
                return;
            }
            tracing::warn!(%signal, patience_seconds = patience.as_secs(), "the database server ignored a signal");
        }
    }

    fn pid(&self) -> Option<Pid> {
        match self {
            Self::Child(child) => child.id().and_then(|pid| i32::try_from(pid).ok()).map(Pid::from_raw),
            Self::Adopted(pid) => Some(*pid),
        }
    }
}
