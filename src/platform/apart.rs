//! Work on bytes that strangers sent, in a process of its own: this program, started again with one command, no
//! environment, little memory and time, and nothing but its standard input and output. Whatever such bytes make of it, it
//! holds no secret and reaches nothing.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, ensure};
use futures::future::join3;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::platform::state::AppState;

/// How long it may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// Most bytes it may answer.
const MOST_OUTPUT: u64 = 12 * 1024 * 1024;
/// Most bytes of what it says of a failure.
const MOST_WORDS: u64 = 4 * 1024;
/// Address space it may take: the pixels of a large scan, twice, and the program itself.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1_536 * 1024 * 1024;
/// Seconds of a core it may take.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 50;

/// One at a time: memory is bounded for all of them together.
pub struct Apart(Semaphore);

impl Default for Apart {
    fn default() -> Self {
        Self(Semaphore::new(1))
    }
}

/// How such a process ended.
#[derive(Debug)]
pub struct Ended {
    /// Whether it did its work.
    pub is_success: bool,
    /// What it answered.
    pub output: Vec<u8>,
    /// What it said of its failure.
    pub words: String,
}

/// Runs one command of this program (or of the wrapper that the settings name) on these bytes. Fails when it cannot be
/// started, takes too long or answers too much; how it ended otherwise is the caller's to judge.
pub async fn run(state: &AppState, command: &str, input: Vec<u8>) -> anyhow::Result<Ended> {
    let _turn = state.part::<Apart>().0.acquire().await?;
    let program = match &state.config.files.mask_program {
        Some(program) => program.clone(),
        None => std::env::current_exe().context("this program does not know where it is")?,
    };
    let mut child = Command::new(&program)
        .arg(command)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} cannot be started", program.display()))?;
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (Some(mut stdin), Some(stdout), Some(stderr)) = pipes else { anyhow::bail!("a pipe is missing") };
    let feed = async move {
        // Whoever stops reading has its reasons, which its end tells.
        let _ = stdin.write_all(&input).await;
        drop(stdin);
    };
    let work = async {
        let (output, words, ()) = join3(read(stdout, MOST_OUTPUT), read(stderr, MOST_WORDS), feed).await;
        let (output, words) = (output?, words?);
        ensure!(output.len() as u64 <= MOST_OUTPUT, "{command} answered too much");
        let is_success = child.wait().await?.success();
        Ok(Ended { is_success, output, words: String::from_utf8_lossy(&words).trim().to_owned() })
    };
    timeout(PATIENCE, work).await.with_context(|| format!("{command} took too long"))?
}

/// Reads to the end, or one byte beyond the most: then the pipe closes, and its writer fails.
async fn read(from: impl AsyncRead + Unpin, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes).await?;
    Ok(bytes)
}

/// Called by such a process before it reads the first byte: from here on it opens nothing and takes little.
#[cfg(target_os = "linux")]
pub fn confine() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, SECONDS),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// Elsewhere a wrapper confines it, or nothing does.
#[cfg(not(target_os = "linux"))]
pub fn confine() -> std::io::Result<()> {
    Ok(())
}
