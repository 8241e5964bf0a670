//! Measures the export of a passport on a running release server over loopback: 500 validations and 200 proofs, in each form,
//! from the request to the last byte of the file.
//!
//! `cargo bench -p carnet-benches --bench passport_export -- --server 127.0.0.1:8080 --database "host=… user=carnet dbname=carnet"` has the
//! demo's trainer validate the demo's trainee 500 times, sends 200 proofs, exports, prints the table and fails where a budget
//! is exceeded. `--into FILE` puts the table between the markers of a document. `script/bench-passport-export` starts what it needs.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use carnet_benches::document::replace_between_markers;
use postgres::{Client, NoTls};
use serde_json::{Value, json};

const VALIDATIONS: usize = 500;
const EXPERIENCES: usize = 20;
const PROOFS_EACH: usize = 10;
/// Bytes of a proof: a page as a phone scans it, 200 KiB.
const PROOF: usize = 200 * 1024;
const PASSWORD: &str = "demo-carnet-2026";
const BUDGET: Duration = Duration::from_secs(10);
/// How often the state of an export is asked for.
const ASKED: Duration = Duration::from_millis(50);

/// A server and somebody signed in at it.
struct Http {
    address: String,
    email: String,
    token: String,
}

impl Http {
    fn sign_in(address: &str, email: &str) -> Result<Self> {
        let mut http = Self { address: address.to_owned(), email: email.to_owned(), token: String::new() };
        http.renew()?;
        Ok(http)
    }

    /// Signs in again: a token lives five minutes.
    fn renew(&mut self) -> Result<()> {
        let body = json!({ "email": self.email, "password": PASSWORD });
        let answer = self.post("/auth/login", &body)?;
        answer["access_token"].as_str().context("no token")?.clone_into(&mut self.token);
        Ok(())
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let answer =
            self.send("POST", path, body.to_string().as_bytes(), "content-type: application/json\r\n")?;
        Ok(if answer.is_empty() { Value::Null } else { serde_json::from_slice(&answer)? })
    }

    fn get(&self, path: &str) -> Result<Vec<u8>> {
        self.send("GET", path, &[], "")
    }

    /// Asks once over a connection of its own; fails where the answer is no success.
    fn send(&self, method: &str, path: &str, body: &[u8], headers: &str) -> Result<Vec<u8>> {
        let request = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nhost: carnet\r\nconnection: close\r\nauthorization: Bearer {}\r\n\
             {headers}content-length: {}\r\n\r\n",
            self.token,
            body.len()
        );
        let mut stream = BufReader::new(TcpStream::connect(&self.address)?);
        stream.get_mut().write_all(request.as_bytes())?;
        stream.get_mut().write_all(body)?;
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let status: u16 = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let mut length = None;
        loop {
            line.clear();
            stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = Some(value.parse()?);
            }
        }
        let mut answer = Vec::new();
        match length {
            Some(length) => {
                answer.resize(length, 0);
                stream.read_exact(&mut answer)?;
            }
            None => drop(stream.read_to_end(&mut answer)?),
        }
        ensure!(status < 300, "{method} {path}: {status} {}", String::from_utf8_lossy(&answer));
        Ok(answer)
    }
}

/// A document of about so many bytes, another for each number.
fn proof(number: usize) -> Vec<u8> {
    let noise: String =
        (0..PROOF).map(|at| char::from(b'a' + ((at * 7 + number * 31 + at / 97) % 26) as u8)).collect();
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Length {} /Number {number} >>\nstream\n{noise}\nendstream\nendobj\n\
         trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
        noise.len()
    )
    .into_bytes()
}

/// Has the trainee validated so often, and sends their proofs.
fn fill(address: &str, database: &mut Client) -> Result<()> {
    let row = database.query_one(
        "SELECT m.organisation_id::text, p.id::text, g.id::text, g.position::integer
         FROM person t
         JOIN organisation_member m ON m.person_id = t.id AND m.role = 'trainer'
         JOIN person p ON p.email = 'trainee@demo.test'
         CROSS JOIN LATERAL (
             SELECT grid.id, step.position FROM grid JOIN grid_step step ON step.grid_id = grid.id
               AND step.grid_version = grid.version
             WHERE grid.organisation_id = m.organisation_id AND step.passing
             ORDER BY grid.id, grid.version DESC, step.position DESC LIMIT 1) g
         WHERE t.email = 'trainer@demo.test' LIMIT 1",
        &[],
    )?;
    let (organisation, person, grid, step): (String, String, String, i32) =
        (row.get(0), row.get(1), row.get(2), row.get(3));
    let skills =
        database.query("SELECT code FROM rome_skill WHERE valid_to IS NULL ORDER BY code LIMIT 200", &[])?;
    let skills: Vec<String> = skills.into_iter().map(|row| row.get::<_, i32>(0).to_string()).collect();
    anyhow::ensure!(skills.len() >= EXPERIENCES, "the training has fewer than {EXPERIENCES} skills");
    let mut trainer = Http::sign_in(address, "trainer@demo.test")?;
    for number in 0..VALIDATIONS {
        if number % 100 == 99 {
            trainer.renew()?;
        }
        let body = json!({ "person_id": person, "skill": skills[number % skills.len()], "grid_id": grid, "step": step,
                           "comment": "Mise en situation observée, autonomie constatée." });
        trainer.post(&format!("/organisations/{organisation}/validations"), &body)?;
    }
    let mut trainee = Http::sign_in(address, "trainee@demo.test")?;
    for (experience, skill) in skills.iter().enumerate().take(EXPERIENCES) {
        trainee.renew()?;
        let draft = json!({
            "title": format!("Expérience {experience}"), "started_on": "2020-01-06", "ended_on": "2021-06-30",
            "description": "Ce qui y fut fait, en quelques mots.", "skills": [{ "skill": skill, "level": 3 }],
        });
        let made = trainee.post("/me/experiences", &draft)?;
        let id = made["id"].as_str().context("no experience")?.to_owned();
        trainee.post(&format!("/me/experiences/{id}/declare"), &Value::Null)?;
        for place in 0..PROOFS_EACH {
            let bytes = proof(experience * PROOFS_EACH + place);
            let headers = "content-type: application/pdf\r\nfile-name: Piece.pdf\r\n";
            let file: Value = serde_json::from_slice(&trainee.send("POST", "/me/files", &bytes, headers)?)?;
            trainee.post(&format!("/me/experiences/{id}/proofs"), &json!({ "file_id": file["id"] }))?;
        }
    }
    database.batch_execute("ANALYZE")?;
    Ok(())
}

/// A line of the table.
struct Line {
    what: &'static str,
    times: Vec<Duration>,
    bytes: usize,
    budget: Option<Duration>,
}

impl Line {
    fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort();
        times[times.len() / 2]
    }
}

/// Exports in this form, three times: from the request to the last byte.
fn export(address: &str, body: &Value, what: &'static str, budget: Option<Duration>) -> Result<Line> {
    let (mut times, mut bytes) = (Vec::new(), 0);
    for _ in 0..3 {
        let http = Http::sign_in(address, "trainee@demo.test")?;
        let start = Instant::now();
        let asked = http.post("/me/passport/exports", body)?;
        let id = asked["id"].as_str().context("no export")?.to_owned();
        loop {
            let view: Value = serde_json::from_slice(&http.get(&format!("/me/passport/exports/{id}"))?)?;
            match view["status"].as_str() {
                Some("ready") => break,
                Some("failed") => bail!("{what}: {view}"),
                _ => sleep(ASKED),
            }
        }
        bytes = http.get(&format!("/me/passport/exports/{id}/file"))?.len();
        times.push(start.elapsed());
        println!("{what}: {bytes} bytes in {:.1?}", start.elapsed());
    }
    Ok(Line { what, times, bytes, budget })
}

fn main() -> Result<()> {
    let (mut server, mut database, mut into) = (None, None, None::<PathBuf>);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--server" => server = Some(value()?),
            "--database" => database = Some(value()?),
            "--into" => into = Some(value()?.into()),
            "--bench" => {}
            other => bail!("{other} is not an option"),
        }
    }
    let address = server.context("--server is needed")?;
    let mut client = Client::connect(&database.context("--database is needed")?, NoTls)?;
    fill(&address, &mut client)?;
    let zip = json!({ "format": "zip", "content": { "with_proofs": true } });
    let lines = [
        export(
            &address,
            &zip,
            "ZIP of 500 validations and 200 proofs of 200 KiB, asked for, written, fetched",
            Some(BUDGET),
        )?,
        export(&address, &json!({ "format": "pdf" }), "the same as PDF, without proofs", Some(BUDGET))?,
        export(&address, &json!({ "format": "json" }), "the same as signed JSON", Some(BUDGET))?,
    ];
    let mut table =
        "| what | median | worst | bytes | budget |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for line in &lines {
        let worst = line.times.iter().max().copied().unwrap_or_default();
        let budget = line.budget.map_or_else(String::new, |budget| format!("{} ms", budget.as_millis()));
        let (median, worst) = (line.median().as_millis(), worst.as_millis());
        writeln!(table, "| {} | {median} ms | {worst} ms | {} | {budget} |", line.what, line.bytes)?;
    }
    println!("{table}");
    if let Some(file) = into {
        replace_between_markers(Path::new(&file), "passport-export", &table)?;
    }
    for line in &lines {
        ensure!(line.budget.is_none_or(|budget| line.median() <= budget), "{} is over its budget", line.what);
    }
    Ok(())
}
