//! Measures attendance on a running release server over loopback: a roll call of 500 people, and the papers of a session of
//! 500 people over 60 slots.
//!
//! `cargo bench -p carnet-benches --bench attendance -- --server 127.0.0.1:8080 --database "host=… user=carnet dbname=carnet"` writes a session
//! into the demo's organisation, takes its roll slot by slot, closes every sheet, exports the whole of it, prints the table
//! and fails where a budget is exceeded. `--into FILE` puts the table between the markers of a document. `script/bench-attendance`
//! starts what it needs.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use carnet_benches::document::replace_between_markers;
use postgres::{Client, NoTls};
use serde_json::{Value, json};

const PEOPLE: usize = 500;
const SLOTS: usize = 60;
const PASSWORD: &str = "demo-carnet-2026";

/// A server and somebody signed in at it.
struct Http {
    address: String,
    token: String,
}

impl Http {
    fn sign_in(address: &str, email: &str) -> Result<Self> {
        let mut http = Self { address: address.to_owned(), token: String::new() };
        let body = json!({ "email": email, "password": PASSWORD });
        let (_, answer) = http.send("POST", "/auth/login", &body.to_string(), "")?;
        let answer: Value = serde_json::from_slice(&answer)?;
        answer["access_token"].as_str().context("no token")?.clone_into(&mut http.token);
        Ok(http)
    }

    /// Asks once over a connection of its own; fails where the answer is no success.
    fn send(&self, method: &str, path: &str, body: &str, headers: &str) -> Result<(Duration, Vec<u8>)> {
        let request = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nhost: carnet\r\nconnection: close\r\ncontent-type: application/json\r\n\
             authorization: Bearer {}\r\n{headers}content-length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        );
        let mut stream = BufReader::new(TcpStream::connect(&self.address)?);
        let start = Instant::now();
        stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let status: u16 = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let mut length = 0;
        loop {
            line.clear();
            stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse()?;
            }
        }
        let mut answer = vec![0; length];
        stream.read_exact(&mut answer)?;
        let took = start.elapsed();
        ensure!(status < 300, "{method} {path}: {status} {}", String::from_utf8_lossy(&answer));
        Ok((took, answer))
    }
}

/// The session that was written.
struct Session {
    path: String,
    slots: Vec<String>,
    enrolments: Vec<String>,
}

/// Writes a running session of the demo's organisation, whose slots are all in the past and signed by their trainer.
fn write_session(database: &mut Client) -> Result<Session> {
    let row = database.query_one(
        "SELECT m.organisation_id::text, p.id::text FROM organisation_member m JOIN person p ON p.id = m.person_id
         WHERE p.email = 'trainer@demo.test'",
        &[],
    )?;
    let (organisation, trainer): (String, String) = (row.get(0), row.get(1));
    let mut id =
        || -> Result<String> { Ok(database.query_one("SELECT gen_random_uuid()::text", &[])?.get(0)) };
    let (base, training, session, course) = (id()?, id()?, id()?, id()?);
    database.batch_execute(&format!(
        "INSERT INTO course (id, organisation_id, title, minutes, modality, version, created_at, updated_at)
         VALUES ('{base}', '{organisation}', 'Cours mesuré', 25200, 'in_person', 1, now(), now());
         INSERT INTO training (id, organisation_id, status, version, revision, title, search_key, created_at, updated_at)
         VALUES ('{training}', '{organisation}', 'draft', 1, 0, 'Mesure', 'mesure', now(), now());
         INSERT INTO training_revision (training_id, number, release, title, description, objectives, audience, prerequisites,
             access_delay, price, methods, assessment, accessibility, blocks, formacodes, specialities, written_at, published_at)
         VALUES ('{training}', 1, 0, 'Mesure', '', '', '', '', '', '', '', '', '', '{{}}', '{{}}', '{{}}', now(), now());
         UPDATE training SET status = 'published', revision = 1 WHERE id = '{training}';
         INSERT INTO training_session (id, organisation_id, training_id, revision, status, status_at, title, search_key,
             starts_on, ends_on, place, announced_minutes, version, created_at, updated_at)
         VALUES ('{session}', '{organisation}', '{training}', 1, 'running', now(), 'Mesure', 'mesure',
             current_date - 90, current_date + 1, 'Lyon', 25200, 1, now(), now());
         INSERT INTO session_course (id, session_id, position, course_id, title, minutes, modality)
         VALUES ('{course}', '{session}', 0, '{base}', 'Cours mesuré', 25200, 'in_person');
         INSERT INTO session_trainer (id, session_id, person_id, first_name, last_name, added_at)
         VALUES (gen_random_uuid(), '{session}', '{trainer}', 'Farida', 'Mesure', now());
         INSERT INTO session_slot (id, session_id, session_course_id, starts_at, ends_at, version, created_at, updated_at)
         SELECT gen_random_uuid(), '{session}', '{course}', day + interval '8 hours', day + interval '15 hours', 1, now(), now()
         FROM (SELECT (current_date - n)::timestamptz AS day FROM generate_series(1, {SLOTS}) n) days;
         INSERT INTO slot_trainer (id, slot_id, person_id, first_name, last_name, assigned_at)
         SELECT gen_random_uuid(), id, '{trainer}', 'Farida', 'Mesure', now() FROM session_slot WHERE session_id = '{session}';
         INSERT INTO enrolment (id, session_id, first_name, last_name, status, status_at, starts_on, version, created_at, updated_at)
         SELECT gen_random_uuid(), '{session}', 'Prénom' || n, 'Nom' || n, 'enrolled', now(), current_date - 90, 1, now(), now()
         FROM generate_series(1, {PEOPLE}) n;
         INSERT INTO attendance_signature (id, slot_id, part, is_trainer, person_id, name, method, is_own_device, signed_at)
         SELECT gen_random_uuid(), s.id, part, true, '{trainer}', 'Farida Mesure', 'password', true, s.ends_at
         FROM session_slot s, (VALUES ('am'), ('pm')) parts (part) WHERE s.session_id = '{session}';
         INSERT INTO attendance_signature (id, slot_id, part, enrolment_id, is_trainer, name, method, drawing, drawing_sha256,
                                           is_own_device, signed_at)
         SELECT gen_random_uuid(), s.id, part, e.id, false, e.first_name || ' ' || e.last_name, 'drawn', drawing.bytes,
                encode(sha256(drawing.bytes), 'hex'), false, s.ends_at
         FROM session_slot s
         JOIN enrolment e ON e.session_id = s.session_id
         CROSS JOIN (VALUES ('am'), ('pm')) parts (part)
         CROSS JOIN LATERAL (SELECT int2send(20::smallint) || string_agg(
             int2send((n * 25 + abs(hashtext(e.id::text || s.id::text || part)) % 20)::smallint)
             || int2send(abs(hashtext(e.id::text || s.id::text || part || n) % 200)::smallint), ''::bytea) AS bytes
             FROM generate_series(1, 20) n) drawing
         WHERE s.session_id = '{session}';"
    ))?;
    let mut list = |query: &str| -> Result<Vec<String>> {
        let rows = database.query(query, &[])?;
        Ok(rows.into_iter().map(|row| row.get(0)).collect())
    };
    let slots = list(&format!(
        "SELECT id::text FROM session_slot WHERE session_id = '{session}' ORDER BY starts_at"
    ))?;
    let enrolments = list(&format!("SELECT id::text FROM enrolment WHERE session_id = '{session}'"))?;
    Ok(Session { path: format!("/organisations/{organisation}/sessions/{session}"), slots, enrolments })
}

/// A line of the table: what, how long at worst, and how long it may take.
struct Line {
    what: &'static str,
    times: Vec<Duration>,
    budget: Option<Duration>,
}

impl Line {
    fn median(&self) -> Duration {
        let mut times = self.times.clone();
        times.sort();
        times[times.len() / 2]
    }
}

/// Takes the roll of every slot, both half-days, and closes every sheet.
fn take_roll(address: &str, session: &Session) -> Result<(Line, Line)> {
    let (mut saved, mut closed) = (Vec::new(), Vec::new());
    for (position, slot) in session.slots.iter().enumerate() {
        let http = Http::sign_in(address, "trainer@demo.test")?;
        let path = format!("{}/slots/{slot}/attendance", session.path);
        for part in ["am", "pm"] {
            let rows: Vec<Value> = session
                .enrolments
                .iter()
                .enumerate()
                .map(|(who, id)| {
                    let status = if (who + position).is_multiple_of(9) { "absent" } else { "present" };
                    json!({ "enrolment_id": id, "part": part, "status": status, "seen_number": 0,
                            "client_key": format!("{position}-{part}-{who}") })
                })
                .collect();
            let (took, _) =
                http.send("PUT", &format!("{path}/marks"), &json!({ "rows": rows }).to_string(), "")?;
            saved.push(took);
        }
        let (_, sheet) = http.send("GET", &path, "", "")?;
        let sheet: Value = serde_json::from_slice(&sheet)?;
        let version = format!("if-match: \"{}\"\r\n", sheet["version"]);
        let (took, _) = http.send("POST", &format!("{path}/close"), "", &version)?;
        closed.push(took);
    }
    let roll = Line {
        what: "roll call of 500 people saved over HTTP",
        times: saved,
        budget: Some(Duration::from_millis(200)),
    };
    Ok((
        roll,
        Line { what: "sheet of 500 people and two half-days closed and sealed", times: closed, budget: None },
    ))
}

/// Exports the whole session in this form, three times.
fn export(address: &str, session: &Session, format: &str, line: (&'static str, Option<u64>)) -> Result<Line> {
    let mut times = Vec::new();
    for _ in 0..3 {
        let http = Http::sign_in(address, "orgadmin@demo.test")?;
        let path = format!("{}/attendance-export?scope=session&format={format}", session.path);
        let (took, bytes) = http.send("GET", &path, "", "")?;
        println!("{format}: {} bytes in {took:.1?}", bytes.len());
        times.push(took);
    }
    Ok(Line { what: line.0, times, budget: line.1.map(Duration::from_millis) })
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
    let session = write_session(&mut client)?;
    client.batch_execute("ANALYZE")?;
    let (roll, closing) = take_roll(&address, &session)?;
    let lines = [
        roll,
        closing,
        export(&address, &session, "pdf", ("PDF of 500 people × 60 slots, drawn, signed, sent", Some(5000)))?,
        export(&address, &session, "json", ("the same as signed JSON, drawings included", None))?,
        export(&address, &session, "csv", ("the same as CSV", None))?,
    ];
    let mut table = "| what | median | worst | budget |\n| --- | --- | --- | --- |\n".to_owned();
    for line in &lines {
        let worst = line.times.iter().max().copied().unwrap_or_default();
        let budget = line.budget.map_or_else(String::new, |budget| format!("{} ms", budget.as_millis()));
        writeln!(
            table,
            "| {} | {} ms | {} ms | {budget} |",
            line.what,
            line.median().as_millis(),
            worst.as_millis()
        )?;
    }
    println!("{table}");
    if let Some(file) = into {
        replace_between_markers(Path::new(&file), "attendance", &table)?;
    }
    for line in &lines {
        ensure!(line.budget.is_none_or(|budget| line.median() <= budget), "{} is over its budget", line.what);
    }
    Ok(())
}
