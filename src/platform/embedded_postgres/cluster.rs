//! Creates a cluster and writes who may connect to it.

use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::account::Account;
use super::binaries::Binaries;

/// Superuser and database of the application.
pub const ROLE: &str = "carnet";

/// Tells whether a folder holds a complete cluster.
pub fn exists(cluster: &Path) -> bool {
    cluster.join("PG_VERSION").is_file()
}

/// Reads the major version that wrote a cluster; none when there is no cluster.
pub fn major_version(cluster: &Path) -> Result<Option<u32>> {
    if !exists(cluster) {
        return Ok(None);
    }
    let file = cluster.join("PG_VERSION");
    let text = std::fs::read_to_string(&file)?;
    let major = text.trim().parse().with_context(|| format!("{} does not hold a version", file.display()))?;
    Ok(Some(major))
}

/// Creates the cluster when it does not exist, then writes its access files afresh.
pub async fn prepare(cluster: &Path, binaries: &Binaries, account: &Account) -> Result<()> {
    if !exists(cluster) {
        create(cluster, binaries, account).await?;
    }
    write_access_files(cluster, account)
}

/// Works in a folder beside and renames it, so that a cut half-way leaves nothing that looks complete.
async fn create(cluster: &Path, binaries: &Binaries, account: &Account) -> Result<()> {
    if cluster.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is neither empty nor a PostgreSQL cluster: move it away.", cluster.display());
    }
    let fresh = cluster.with_extension("new");
    remove_if_there(&fresh)?;
    std::fs::DirBuilder::new().mode(0o700).create(&fresh)?;
    account.own(&fresh)?;
    run_initdb(&fresh, binaries, account).await?;
    remove_if_there(cluster)?;
    std::fs::rename(&fresh, cluster)?;
    Ok(())
}

fn remove_if_there(dir: &Path) -> Result<()> {
    match std::fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", dir.display()))
        }
        _ => Ok(()),
    }
}

async fn run_initdb(dir: &Path, binaries: &Binaries, account: &Account) -> Result<()> {
    let mut command = account.command(&binaries.program("initdb"));
    command.arg("-D").arg(dir).current_dir(dir);
    command.args(["-U", ROLE, "-A", "peer", "--encoding=UTF8", "--locale=C.UTF-8"]);
    command.args(["--locale-provider=icu", "--icu-locale=fr-FR", "--data-checksums", "--no-instructions"]);
    let output = command.output().await.context("cannot run initdb")?;
    if !output.status.success() {
        bail!("initdb could not create the cluster: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// Lets in the account of the server and the account of this process, over the socket, by their system identity.
fn write_access_files(cluster: &Path, account: &Account) -> Result<()> {
    write_file(cluster, "pg_hba.conf", &format!("local all all peer map={ROLE}\n"), account)?;
    let mut names = vec![account.name.clone(), Account::own_name()?];
    names.dedup();
    let lines: Vec<_> = names.iter().map(|name| format!("{ROLE} \"{name}\" {ROLE}")).collect();
    write_file(cluster, "pg_ident.conf", &format!("{}\n", lines.join("\n")), account)
}

fn write_file(cluster: &Path, name: &str, content: &str, account: &Account) -> Result<()> {
    let path: PathBuf = cluster.join(name);
    let fresh = cluster.join(format!("{name}.new"));
    std::fs::write(&fresh, content).with_context(|| format!("cannot write {}", fresh.display()))?;
    std::fs::set_permissions(&fresh, std::fs::Permissions::from_mode(0o600))?;
    account.own(&fresh)?;
    std::fs::rename(&fresh, &path)?;
    Ok(())
}
