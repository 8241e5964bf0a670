//! What is sent to harm: refused in words, and nothing of it stays.

use crate::support::app::TestApp;
use crate::support::files::{docx, eicar, film, jpeg, pdf, png, zip};

/// Name, bytes, and the code they are refused with.
fn corpus() -> Vec<(&'static str, Vec<u8>, u16, &'static str)> {
    let (refused, unsafe_, damaged) =
        ((415, "file_type_refused"), (422, "unsafe_file"), (422, "damaged_file"));
    let archive = || zip(&[("evil.js", b"alert(1)")]);
    let bomb = vec![0; 80 * 1024 * 1024];
    let of = |name, bytes: Vec<u8>, (status, code): (u16, &'static str)| (name, bytes, status, code);
    vec![
        // Other kinds, whatever they are called.
        of("page.pdf", b"<!DOCTYPE html><script>alert(1)</script>".to_vec(), refused),
        of("image.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), refused),
        of("image.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), refused),
        of("a.pdf", b"GIF89a/*\x01\0*/=1;alert(1)".to_vec(), refused),
        of("a.pdf", b"MZ\x90\0\x03\0\0\0".repeat(20), refused),
        of("a.pdf", b"\x7fELF\x02\x01\x01".repeat(20), refused),
        of("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(20), refused),
        of("a.txt", eicar().into_bytes(), refused),
        of("a.pdf", b"\n%PDF-1.7\n%%EOF".to_vec(), refused),
        of("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), refused),
        of("a.zip", archive(), refused),
        of("a.jar", zip(&[("META-INF/MANIFEST.MF", b"x"), ("A.class", b"x")]), refused),
        of("a.epub", zip(&[("mimetype", b"application/epub+zip"), ("content.xml", b"x")]), refused),
        // Documents that run something.
        of("a.pdf", pdf("<< /S /JavaScript /JS (app.alert(1)) >>"), unsafe_),
        of("a.pdf", pdf("<</S/#4aavaScript/JS 5 0 R>>"), unsafe_),
        of("a.pdf", pdf("<< /OpenAction << /S /Launch /F (cmd.exe) >> >>"), unsafe_),
        of("a.docx", docx(("word/vbaProject.bin", b"x")), unsafe_),
        // Two files in one.
        of("a.pdf", pdf("<html><body onload=alert(1)>"), unsafe_),
        of("a.pdf", [pdf("<< >>"), archive()].concat(), unsafe_),
        of("a.pdf", [pdf("<< >>"), archive(), b"\n%%EOF\n".to_vec()].concat(), unsafe_),
        of("a.docx", [docx(("a", b"x")), archive()].concat(), damaged),
        of("a.mp4", [film(100), archive()].concat(), damaged),
        // What swells.
        of("a.docx", docx(("word/media/a.bin", &bomb)), unsafe_),
        of("a.docx", docx(("../../etc/cron.d/x", b"x")), unsafe_),
        of("a.png", png(50_000, 50_000, "x"), unsafe_),
        // What is broken.
        of("a.pdf", b"%PDF-1.7\n1 0 obj << >>".to_vec(), damaged),
        of("a.png", png(8, 8, "x")[..40].to_vec(), damaged),
        of("a.jpg", jpeg("x")[..30].to_vec(), damaged),
        of("a.mp4", film(1000)[..600].to_vec(), damaged),
        of("a.webm", b"\x1a\x45\xdf\xa3".repeat(20), damaged),
        of("a.docx", docx(("a", b"x"))[..60].to_vec(), damaged),
    ]
}

#[tokio::test]
async fn what_is_sent_to_harm_is_refused_and_leaves_nothing() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for (position, (name, bytes, status, code)) in corpus().into_iter().enumerate() {
        let answer = person.client.upload("/me/files", name, bytes).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body["code"].as_str()),
            (status, Some(code)),
            "{position}: {name}: {}",
            answer.text
        );
        answer.expect_problem(status, code);
    }
    app.only_objects(0).await;
    assert_eq!(app.count_files().await, 0);
    let events: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_event").fetch_one(&app.state.pool).await.unwrap();
    assert_eq!(events, 0);
}

#[tokio::test]
async fn a_second_file_behind_a_picture_is_cut_off() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for (name, picture) in [("a.png", png(8, 8, "x")), ("a.jpg", jpeg("x"))] {
        let both = [picture.clone(), zip(&[("evil.js", b"alert(1)")]), b"<script>alert(1)</script>".to_vec()]
            .concat();
        let alone = person.client.upload("/me/files", name, picture).await.expect(201);
        let cut = person.client.upload("/me/files", name, both).await.expect(201);
        assert_eq!(cut["sha256"], alone["sha256"], "{name}");
    }
}

#[tokio::test]
async fn names_are_data_and_never_places() {
    let app = TestApp::start().await;
    let person = app.person("Léa", "Durand").await;
    for (sent, kept) in [
        ("..%2f..%2f..%2fetc%2fpasswd", "passwd.pdf"),
        ("%2fetc%2fshadow.pdf", "shadow.pdf"),
        ("..%5c..%5cautoexec.pdf", "autoexec.pdf"),
        ("a%00.html.pdf", "a.html.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("a%0d%0aSet-Cookie%3a%20x.pdf", "aSet-Cookie_ x.pdf"),
        ("fdp%e2%80%aefdp.pdf", "fdpfdp.pdf"),
        ("%22%3balert(1)%3b%22.pdf", "__alert(1)__.pdf"),
    ] {
        let card = person.client.upload("/me/files", sent, pdf("<< >>")).await.expect(201);
        assert_eq!(card["name"], kept, "{sent}");
    }
    let long = format!("{}.pdf", "%C3%A9".repeat(300));
    let card = person.client.upload("/me/files", &long, pdf("<< >>")).await.expect(201);
    let name = card["name"].as_str().unwrap();
    assert!(name.len() <= 200 && name.ends_with("é.pdf"), "{name}");
    for object in app.objects() {
        let name = object.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.len() == 32 && name.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
    }
}
