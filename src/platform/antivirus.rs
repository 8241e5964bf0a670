//! Asks a ClamAV daemon whether bytes are known to be harmful, in its own protocol (`INSTREAM`).

use std::fmt;
use std::io;
use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

use super::config::Config;
use super::storage::ByteStream;

/// How long the daemon may take to be reached, to take a piece, and to decide once it has everything.
const CONNECT: Duration = Duration::from_secs(5);
const TAKE: Duration = Duration::from_secs(30);
const DECIDE: Duration = Duration::from_mins(3);

/// Longest answer; anything longer is not one.
const LONGEST_ANSWER: u64 = 4096;
/// Longest name of what was found that is kept.
const LONGEST_SIGNATURE: usize = 200;

/// Where a daemon listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clamd {
    /// Host and port.
    Tcp(String),
    /// Path of a socket.
    Unix(String),
}

impl FromStr for Clamd {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(address) = text.strip_prefix("tcp://") {
            let port = address.rsplit_once(':').filter(|(host, _)| !host.is_empty()).map(|(_, port)| port);
            if port.is_some_and(|port| port.parse::<u16>().is_ok()) {
                return Ok(Self::Tcp(address.to_owned()));
            }
        }
        match text.strip_prefix("unix:") {
            Some(path) if path.starts_with('/') => Ok(Self::Unix(path.to_owned())),
            _ => Err("neither tcp://host:port nor unix:/path".to_owned()),
        }
    }
}

impl fmt::Display for Clamd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(f, "tcp://{address}"),
            Self::Unix(path) => write!(f, "unix:{path}"),
        }
    }
}

/// What the daemon said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// This was found.
    Infected(String),
}

/// The daemon, where there is one.
#[derive(Clone, Debug)]
pub struct Antivirus(Option<Clamd>);

trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

impl Antivirus {
    /// The daemon of the settings.
    pub fn new(config: &Config) -> Self {
        Self(config.files.clamd.clone())
    }

    /// Whether there is one at all.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// Has it look through these bytes. An error when it does not answer, or not in words it is known for.
    pub async fn scan(&self, mut bytes: ByteStream) -> anyhow::Result<Verdict> {
        let clamd = self.0.as_ref().context("no antivirus is set")?;
        let connecting = timeout(CONNECT, connect(clamd)).await;
        let mut wire = connecting
            .context("the antivirus is not reached in time")?
            .context("the antivirus is not reached")?;
        let sent = send(&mut *wire, &mut bytes).await;
        if let Err(Sent::Source(error)) = sent {
            return Err(error).context("the file cannot be read");
        }
        // A daemon that has heard enough answers and closes while it is still being told.
        let mut answer = Vec::new();
        let read = timeout(DECIDE, (&mut wire).take(LONGEST_ANSWER).read_to_end(&mut answer)).await;
        let is_read = read.context("the antivirus does not decide in time")?;
        if let Ok(verdict) = parse(&answer) {
            return Ok(verdict);
        }
        if let Err(Sent::Wire(error)) = sent {
            return Err(error).context("the antivirus takes nothing more");
        }
        is_read.context("the antivirus breaks off")?;
        parse(&answer)
    }
}

async fn connect(clamd: &Clamd) -> io::Result<Box<dyn Wire>> {
    Ok(match clamd {
        Clamd::Tcp(address) => Box::new(TcpStream::connect(address).await?),
        Clamd::Unix(path) => Box::new(UnixStream::connect(path).await?),
    })
}

/// Which side failed.
enum Sent {
    Source(io::Error),
    Wire(io::Error),
}

async fn send(wire: &mut dyn Wire, bytes: &mut ByteStream) -> Result<(), Sent> {
    give(wire, b"zINSTREAM\0").await?;
    while let Some(piece) = bytes.next().await {
        let piece = piece.map_err(Sent::Source)?;
        if piece.is_empty() {
            continue;
        }
        let length =
            u32::try_from(piece.len()).map_err(|_| Sent::Source(io::Error::other("a piece too long")))?;
        give(wire, &length.to_be_bytes()).await?;
        give(wire, &piece).await?;
    }
    give(wire, &0_u32.to_be_bytes()).await
}

async fn give(wire: &mut dyn Wire, bytes: &[u8]) -> Result<(), Sent> {
    match timeout(TAKE, wire.write_all(bytes)).await {
        Ok(result) => result.map_err(Sent::Wire),
        Err(_) => Err(Sent::Wire(io::ErrorKind::TimedOut.into())),
    }
}

/// Reads `stream: OK` and `stream: <name> FOUND`; everything else is no verdict.
fn parse(answer: &[u8]) -> anyhow::Result<Verdict> {
    let text = String::from_utf8_lossy(answer);
    let text = text.trim_end_matches(['\0', '\n']);
    ensure!(!text.is_empty(), "the antivirus says nothing");
    let Some(said) = text.strip_prefix("stream: ") else { bail!("the antivirus says {text:?}") };
    if said == "OK" {
        return Ok(Verdict::Clean);
    }
    match said.strip_suffix(" FOUND") {
        Some(name) if !name.is_empty() && !name.contains(['\0', '\n']) => {
            Ok(Verdict::Infected(name.chars().take(LONGEST_SIGNATURE).collect()))
        }
        _ => bail!("the antivirus says {text:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_and_anything_else_is_no_verdict() {
        assert_eq!(parse(b"stream: OK\0").unwrap(), Verdict::Clean);
        let found = parse(b"stream: Eicar-Test-Signature FOUND\0").unwrap();
        assert_eq!(found, Verdict::Infected("Eicar-Test-Signature".to_owned()));
        for wrong in [
            "",
            "\0",
            "OK",
            "stream: ",
            "stream:  FOUND",
            "stream: OK FOUND\0stream: OK",
            "stream: ok",
            "INSTREAM size limit exceeded. ERROR\0",
            "UNKNOWN COMMAND\0",
            "stream: a\0b FOUND",
            "HTTP/1.1 400 Bad Request\r\n\r\n",
        ] {
            assert!(parse(wrong.as_bytes()).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn addresses_are_of_two_forms() {
        assert_eq!("tcp://clamd:3310".parse(), Ok(Clamd::Tcp("clamd:3310".to_owned())));
        assert_eq!("unix:/run/clamd.ctl".parse(), Ok(Clamd::Unix("/run/clamd.ctl".to_owned())));
        for wrong in
            ["", "clamd:3310", "tcp://clamd", "tcp://:3310", "tcp://clamd:x", "unix:run", "http://a:1"]
        {
            assert!(wrong.parse::<Clamd>().is_err(), "{wrong}");
        }
    }
}
