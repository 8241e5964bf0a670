//! Servers that do not keep to HTTP as they should.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A server that answers every connection with these bytes, then hangs up or holds the line; gives its address.
pub async fn raw_server(head: &'static str, body: Vec<u8>, holds: bool) -> String {
    let (listener, url) = listen().await;
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let body = body.clone();
            tokio::spawn(async move {
                read_question(&mut socket).await;
                let _ = socket.write_all(head.as_bytes()).await;
                let _ = socket.write_all(&body).await;
                if holds {
                    tokio::time::sleep(Duration::from_secs(30)).await;
                }
            });
        }
    });
    url
}

/// A server that answers with this head, and then with twenty bytes a second; gives its address.
pub async fn trickling_server(head: &'static str) -> String {
    let (listener, url) = listen().await;
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            tokio::spawn(async move {
                read_question(&mut socket).await;
                let mut byte: &[u8] = head.as_bytes();
                while socket.write_all(byte).await.is_ok() {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    byte = &[0];
                }
            });
        }
    });
    url
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    (listener, url)
}

/// An answer that comes before the question is another failure, and an immediate one.
async fn read_question(socket: &mut TcpStream) {
    let mut question = [0; 1024];
    let _ = socket.read(&mut question).await;
}
