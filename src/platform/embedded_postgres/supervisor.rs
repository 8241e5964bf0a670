//! Keeps the server running until it is told to stop.

use std::fs::File;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::cluster::ROLE;
use super::postmaster::Postmaster;
use super::server::{RECOVERY_PATIENCE, SILENT_PATIENCE, Server, is_starting_up};
use super::{locks, logs};

const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// A server that ran this long earns a fresh series of quick restarts.
const STEADY: Duration = Duration::from_mins(1);

/// How often a guest looks whether the owner left.
const GUEST_LOOK: Duration = Duration::from_millis(500);

const SWEEP_EVERY: Duration = Duration::from_hours(1);

/// The part this process plays for the server.
pub enum Role {
    /// Runs it.
    Owner(Owner),
    /// Uses the server of another process.
    Guest(File),
}

/// The process that runs the server.
pub struct Owner {
    postmaster: Postmaster,
    lock: File,
}

/// Starts the server, or joins the process that already runs it and may still be starting it.
pub async fn begin(server: &Server) -> Result<Role> {
    let ticket = locks::share(&server.place.guest_lock).await?;
    let started = Instant::now();
    loop {
        if let Some(lock) = locks::try_alone(&server.place.owner_lock)? {
            drop(ticket);
            return Ok(Role::Owner(Owner { postmaster: server.start().await?, lock }));
        }
        let Err(error) = server.ask(ROLE).await else {
            return Ok(Role::Guest(ticket));
        };
        let patience = if is_starting_up(&error) { RECOVERY_PATIENCE } else { 2 * SILENT_PATIENCE };
        if started.elapsed() > patience {
            return Err(error).context("the database server of another Carnet process does not answer");
        }
        sleep(GUEST_LOOK).await;
    }
}

/// Watches until the stop is asked for, then leaves.
pub async fn watch(server: Server, mut role: Role, stop: CancellationToken) {
    loop {
        role = match role {
            Role::Owner(mut owner) => {
                if !owner.watch(&server, &stop).await {
                    return owner.leave(&server).await;
                }
                Role::Owner(owner)
            }
            Role::Guest(ticket) => match inherit(&server, &stop).await {
                Some(owner) => {
                    drop(ticket);
                    Role::Owner(owner)
                }
                None => return say_goodbye(&server, ticket).await,
            },
        };
    }
}

impl Owner {
    /// Waits for the server's end and starts it again; false once the stop is asked for.
    async fn watch(&mut self, server: &Server, stop: &CancellationToken) -> bool {
        let started = Instant::now();
        let end = loop {
            tokio::select! {
                () = stop.cancelled() => return false,
                end = self.postmaster.wait() => break end,
                () = sleep(SWEEP_EVERY) => logs::sweep(&server.place.cluster),
            }
        };
        tracing::error!(%end, "the database server ended by itself; starting it again");
        let first = if started.elapsed() > STEADY { Duration::ZERO } else { FIRST_PAUSE };
        self.restart(server, first, stop).await
    }

    async fn restart(&mut self, server: &Server, mut pause: Duration, stop: &CancellationToken) -> bool {
        loop {
            tokio::select! {
                () = stop.cancelled() => return false,
                () = sleep(pause) => {}
            }
            match server.start().await {
                Ok(postmaster) => {
                    self.postmaster = postmaster;
                    tracing::info!("the database server runs again");
                    return true;
                }
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "the database server does not start");
                }
            }
            pause = (pause * 2).clamp(FIRST_PAUSE, LONGEST_PAUSE);
        }
    }

    /// Stops the server, unless other processes still use it: then one of them inherits it.
    async fn leave(mut self, server: &Server) {
        let nobody_left = locks::try_alone(&server.place.guest_lock);
        if let Ok(None) = nobody_left {
            tracing::info!("leaving the database server to another Carnet process");
            return;
        }
        self.postmaster.stop().await;
        server.tidy();
        drop((nobody_left, self.lock));
    }
}

/// Uses the server until its owner leaves or the stop is asked for (then none).
async fn inherit(server: &Server, stop: &CancellationToken) -> Option<Owner> {
    loop {
        tokio::select! {
            () = stop.cancelled() => return None,
            () = sleep(GUEST_LOOK) => {}
        }
        let Ok(Some(lock)) = locks::try_alone(&server.place.owner_lock) else { continue };
        match server.start().await {
            Ok(postmaster) => return Some(Owner { postmaster, lock }),
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "cannot take over the database server");
            }
        }
    }
}

/// Leaves as a guest; when the owner left just before and nobody has inherited the server yet, stops it.
async fn say_goodbye(server: &Server, ticket: File) {
    drop(ticket);
    let Ok(Some(lock)) = locks::try_alone(&server.place.owner_lock) else { return };
    if let Some(postmaster) = server.adopt().await {
        Owner { postmaster, lock }.leave(server).await;
    }
}
