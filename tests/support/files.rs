//! Files to send, and a site that hands them out as a feature does.

use std::io::{Cursor, Write};
use std::path::PathBuf;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::get;
use carnet::actor::Actor;
use carnet::files::{self, Claim, FileCard, Owner, Purpose};
use carnet::ids::FileId;
use carnet::platform::http::layers::{self, Bounds};
use carnet::platform::http::server::{self, Patience};
use carnet::platform::http::{Path, Result};
use carnet::platform::state::AppState;
use carnet::platform::storage::{ObjectKey, Storage};
use reqwest::{Method, header};
use serde_json::Value;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::app::TestApp;
use super::client::{Answer, Client, send};
use super::users::User;

/// A whole document with this inside.
pub fn pdf(inside: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n{inside}\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )
    .into_bytes()
}

/// A document of about so many bytes.
pub fn long_pdf(bytes: usize) -> Vec<u8> {
    pdf(&format!("<< /Length {bytes} >>\nstream\n{}\nendstream", "0".repeat(bytes)))
}

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32).to_be_bytes()[..], kind, data, b"crc!"].concat()
}

/// A picture of these dimensions, with a text in it.
pub fn png(width: u32, height: u32, text: &str) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", &head),
        &chunk(b"tEXt", text.as_bytes()),
        &chunk(b"IDAT", b"pixels"),
        &chunk(b"IEND", b""),
    ]
    .concat()
}

/// A picture as a phone takes it: lying on its side, with this in its EXIF data.
pub fn jpeg(secret: &str) -> Vec<u8> {
    let segment = |marker: u8, data: &[u8]| {
        [&[0xff, marker][..], &(data.len() as u16 + 2).to_be_bytes(), data].concat()
    };
    let exif =
        [&b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"[..], secret.as_bytes()]
            .concat();
    [
        &[0xff, 0xd8][..],
        &segment(0xe1, &exif),
        &segment(0xc0, &[8, 1, 0xe0, 2, 0x80, 1, 1, 0x11, 0]),
        &segment(0xda, &[1, 1, 0, 0, 63, 0]),
        &[0x12, 0x34],
        &[0xff, 0xd9],
    ]
    .concat()
}

fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes()[..], kind, content].concat()
}

/// What a film begins with, up to the first of so many bytes of pictures and sound.
pub fn film_head(bytes: u32) -> Vec<u8> {
    let place = boxed(b"udta", &boxed(b"\xa9xyz", b"+48.8566+002.3522/"));
    let index = boxed(b"moov", &[boxed(b"mvhd", b"x"), place].concat());
    let data = [&(bytes + 8).to_be_bytes()[..], b"mdat"].concat();
    [boxed(b"ftyp", b"isom\0\0\x02\0isomiso2avc1mp41"), index, data].concat()
}

/// A film with so many bytes of pictures and sound, no two kilobytes alike.
pub fn film(bytes: u32) -> Vec<u8> {
    let content = (0..bytes).map(|at| (at ^ (at >> 10)) as u8).collect();
    [film_head(bytes), content].concat()
}

/// An archive of these members.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in members {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A text document of Office, with one more member.
pub fn docx(more: (&str, &[u8])) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>"), more])
}

/// What every antivirus finds, and what harms nobody. Written so that none finds it here.
pub fn eicar() -> String {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat()
}

impl Client {
    /// Sends a file; its name as it stands in the header.
    pub async fn upload(&self, path: &str, name: &str, bytes: impl Into<reqwest::Body>) -> Answer {
        send(self.request(Method::POST, path).header("File-Name", name).body(bytes)).await
    }

    /// Sends a document in one's own name, which is taken.
    pub async fn upload_pdf(&self) -> Value {
        self.upload("/me/files", "document.pdf", pdf("<< >>")).await.expect(201)
    }
}

/// The id in an answer.
pub fn id_of(card: &Value) -> FileId {
    FileId(card["id"].as_str().unwrap().parse::<Uuid>().unwrap())
}

impl TestApp {
    /// Takes a file into use, as a feature does.
    pub async fn claim(&self, user: &User, owner: Owner, purpose: Purpose, file: FileId) -> Result<FileCard> {
        let mut tx = self.state.pool.begin().await.unwrap();
        let claim = Claim { file, purpose, owner, by: user.id, pointer: "/file_id" };
        let card = files::claim(&mut tx, &self.state, &claim).await?;
        tx.commit().await.unwrap();
        Ok(card)
    }

    /// Gives up a file, as a feature does.
    pub async fn release(&self, file: FileId) {
        let mut tx = self.state.pool.begin().await.unwrap();
        files::release(&mut tx, &self.state, file).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Somebody, and a file of theirs that something uses.
    pub async fn file_in_use(&self, name: &str, bytes: Vec<u8>, purpose: Purpose) -> (User, FileId) {
        let user = self.person("Léa", "Durand").await;
        let id = id_of(&user.client.upload("/me/files", name, bytes).await.expect(201));
        self.claim(&user, Owner::Person(user.id), purpose, id).await.unwrap();
        (user, id)
    }

    /// An address of a file for this person, as a feature gives it; without what every address begins with.
    pub fn file_link(&self, user: &User, file: FileId) -> String {
        let actor =
            Actor { person: user.id, profile: user.profile, session: user.session, is_platform_admin: false };
        let link = files::link(&self.state, file, actor);
        assert_eq!(link.expires_at, self.state.clock.now() + chrono::Duration::minutes(30));
        link.url.strip_prefix("/api/v1").unwrap().to_owned()
    }

    /// Where a file's object is.
    pub async fn object_of(&self, file: FileId) -> PathBuf {
        let key: String = sqlx::query_scalar("SELECT object_key FROM file WHERE id = $1")
            .bind(file)
            .fetch_one(&self.state.pool)
            .await
            .unwrap();
        self.state.part::<Storage>().path_of(&ObjectKey::parse(&key).unwrap())
    }

    /// Every file of the store's folder, scratch files included.
    pub fn objects(&self) -> Vec<PathBuf> {
        fn below(folder: PathBuf, found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { below(path, found) } else { found.push(path) }
            }
        }
        let mut found = Vec::new();
        below(self.data.path().join("files"), &mut found);
        found
    }

    /// How many rows there are.
    pub async fn count_files(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM file").fetch_one(&self.state.pool).await.unwrap()
    }

    /// Waits until nothing but so many objects is left in the folder: what was cut off is removed by itself.
    pub async fn only_objects(&self, count: usize) {
        for _ in 0..100 {
            if self.objects().len() == count {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("not {count} objects: {:?}", self.objects());
    }
}

/// A site that hands out every file in use to everybody, by the slice's own function and behind the usual layers.
pub struct Counter {
    base: String,
}

impl Counter {
    pub async fn open(app: &TestApp) -> Self {
        let site = Router::new().route("/api/v1/files/{id}", get(hand_out)).with_state(app.state.clone());
        let site = layers::around(site, &app.state, Bounds::default());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(server::serve(listener, site, Patience::default(), CancellationToken::new()));
        Self { base }
    }

    pub fn request(&self, method: Method, file: FileId) -> reqwest::RequestBuilder {
        reqwest::Client::new().request(method, format!("{}/api/v1/files/{file}", self.base))
    }

    /// Asks for a file, with one header.
    pub async fn get(&self, file: FileId, name: header::HeaderName, value: &str) -> reqwest::Response {
        self.request(Method::GET, file).header(name, value).send().await.unwrap()
    }

    /// Asks for a file that is not handed out.
    pub async fn refusal(&self, file: FileId) -> Answer {
        send(self.request(Method::GET, file)).await
    }
}

async fn hand_out(
    State(state): State<AppState>,
    Path(file): Path<FileId>,
    headers: HeaderMap,
) -> Result<impl IntoResponse> {
    files::serve(&state, file, &headers).await
}
