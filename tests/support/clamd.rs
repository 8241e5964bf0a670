//! An antivirus daemon that speaks as ClamAV's does, or as one that is broken.

use std::sync::Arc;

use parking_lot::Mutex;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::files::eicar;

/// What the daemon does with the next streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Looks for EICAR.
    Works,
    /// Answers this, whatever it was given.
    Says(&'static [u8]),
    /// Answers this after the first bytes, and hangs up.
    Interrupts(&'static [u8]),
    /// Hangs up without an answer.
    HangsUp,
}

/// The daemon.
#[derive(Clone)]
pub struct Clamd {
    /// For `--clamd=`.
    pub address: String,
    mood: Arc<Mutex<Mood>>,
    /// What it was given, stream by stream.
    pub given: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Clamd {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("tcp://{}", listener.local_addr().unwrap());
        let clamd = Self { address, mood: Arc::new(Mutex::new(Mood::Works)), given: Arc::default() };
        let daemon = clamd.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let daemon = daemon.clone();
                tokio::spawn(async move { daemon.serve(socket).await });
            }
        });
        clamd
    }

    pub fn set(&self, mood: Mood) {
        *self.mood.lock() = mood;
    }

    async fn serve(&self, mut socket: TcpStream) -> Option<()> {
        let mood = *self.mood.lock();
        let mut command = [0; 10];
        socket.read_exact(&mut command).await.ok()?;
        assert_eq!(&command, b"zINSTREAM\0");
        if let Mood::Interrupts(answer) = mood {
            let _ = socket.read(&mut [0; 512]).await;
            return socket.write_all(answer).await.ok();
        }
        let mut stream = Vec::new();
        loop {
            let length = socket.read_u32().await.ok()? as usize;
            if length == 0 {
                break;
            }
            let start = stream.len();
            stream.resize(start + length, 0);
            socket.read_exact(&mut stream[start..]).await.ok()?;
        }
        let needle = eicar();
        let is_infected = stream.windows(needle.len()).any(|window| window == needle.as_bytes());
        self.given.lock().push(stream);
        let answer: &[u8] = match mood {
            Mood::Says(answer) => answer,
            Mood::HangsUp => return None,
            _ if is_infected => b"stream: Eicar-Test-Signature FOUND\0",
            _ => b"stream: OK\0",
        };
        socket.write_all(answer).await.ok()
    }
}
