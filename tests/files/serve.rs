//! How a feature hands out a file.

use carnet::files::Purpose;
use carnet::ids::FileId;
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use reqwest::{Method, StatusCode};

use crate::support::app::TestApp;
use crate::support::files::{Counter, film, id_of, long_pdf, pdf};

fn header(headers: &HeaderMap, name: reqwest::header::HeaderName) -> &str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_file_is_a_download_that_runs_nothing() {
    let app = TestApp::start().await;
    let sent = long_pdf(100_000);
    let name = "Arr%C3%AAt%20de%20travail.pdf";
    let (_, file) = app.file_in_use(name, sent.clone(), Purpose::AbsenceProof).await;
    let counter = Counter::open(&app).await;
    let answer = counter.get(file, ACCEPT_ENCODING, "br, gzip").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let headers = answer.headers().clone();
    assert_eq!(header(&headers, CONTENT_TYPE), "application/pdf");
    assert_eq!(
        header(&headers, CONTENT_DISPOSITION),
        "attachment; filename=\"Arr_t de travail.pdf\"; filename*=UTF-8''Arr%C3%AAt%20de%20travail.pdf"
    );
    assert_eq!(
        header(&headers, CONTENT_SECURITY_POLICY),
        "sandbox; default-src 'none'; frame-ancestors 'none'"
    );
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["accept-ranges"], "bytes");
    assert_eq!(header(&headers, CACHE_CONTROL), "private, no-store", "a proof is about somebody");
    assert_eq!(header(&headers, CONTENT_ENCODING), "");
    assert_eq!(header(&headers, CONTENT_LENGTH), sent.len().to_string());
    assert_eq!(answer.bytes().await.unwrap(), sent);

    let head = counter.request(Method::HEAD, file).send().await.unwrap();
    assert_eq!(
        (head.status(), header(head.headers(), CONTENT_LENGTH)),
        (StatusCode::OK, sent.len().to_string().as_str())
    );
}

#[tokio::test]
async fn a_browser_that_has_a_resource_is_told_so_and_asks_each_time() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::SessionResource).await;
    let counter = Counter::open(&app).await;
    let first = counter.request(Method::GET, file).send().await.unwrap();
    assert_eq!(header(first.headers(), CACHE_CONTROL), "private, no-cache");
    let tag = header(first.headers(), ETAG).to_owned();
    let again = counter.get(file, IF_NONE_MATCH, &tag).await;
    assert_eq!((again.status(), header(again.headers(), ETAG)), (StatusCode::NOT_MODIFIED, tag.as_str()));
    assert!(again.bytes().await.unwrap().is_empty());
    assert_eq!(counter.get(file, IF_NONE_MATCH, "\"other\"").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_film_is_read_part_by_part() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.mp4", film(400_000), Purpose::SessionResource).await;
    let kept = std::fs::read(app.object_of(file).await).unwrap();
    let counter = Counter::open(&app).await;
    let whole = counter.request(Method::GET, file).send().await.unwrap();
    let tag = header(whole.headers(), ETAG).to_owned();
    assert_eq!(whole.bytes().await.unwrap(), kept);
    let length = kept.len();
    for (asked, from, to) in [
        ("bytes=0-1", 0, 2),
        ("bytes=100000-299999", 100_000, 300_000),
        ("bytes=399000-", 399_000, length),
        ("bytes=-77", length - 77, length),
    ] {
        let part = counter.get(file, RANGE, asked).await;
        assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT, "{asked}");
        assert_eq!(header(part.headers(), CONTENT_RANGE), format!("bytes {from}-{}/{length}", to - 1));
        assert_eq!(header(part.headers(), CONTENT_LENGTH), (to - from).to_string());
        assert!(part.bytes().await.unwrap() == kept[from..to], "{asked}");
    }
    assert_eq!(
        counter.get(file, RANGE, "bytes=0-1,5-6").await.status(),
        StatusCode::OK,
        "several: the whole"
    );
    let outside = counter.get(file, RANGE, &format!("bytes={length}-")).await;
    assert_eq!(outside.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(header(outside.headers(), CONTENT_RANGE), format!("bytes */{length}"));
    // A part of what it was before is not wanted.
    for (named, status) in [(tag.as_str(), StatusCode::PARTIAL_CONTENT), ("\"before\"", StatusCode::OK)] {
        let request = counter.request(Method::GET, file).header(RANGE, "bytes=0-1").header(IF_RANGE, named);
        assert_eq!(request.send().await.unwrap().status(), status, "{named}");
    }
}

#[tokio::test]
async fn what_nothing_uses_is_handed_out_to_nobody() {
    let app = TestApp::start().await;
    let (user, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
    let counter = Counter::open(&app).await;
    let staged = id_of(&user.client.upload_pdf().await);
    for unknown in [staged, FileId(uuid::Uuid::nil())] {
        counter.refusal(unknown).await.expect_problem(404, "not_found");
    }
    app.release(file).await;
    counter.refusal(file).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_the_antivirus_has_not_cleared_is_handed_out_as_the_settings_say() {
    for (setting, unchecked) in [("serve", None), ("hold", Some((409, "file_not_checked")))] {
        let app = TestApp::start_with(&[&format!("--unchecked-files={setting}")]).await;
        let (_, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::AbsenceProof).await;
        let counter = Counter::open(&app).await;
        for (scan, signature, refused) in [
            ("unchecked", None, unchecked),
            ("pending", None, Some((409, "file_not_checked"))),
            ("infected", Some("Eicar"), Some((410, "file_infected"))),
            ("clean", None, None),
        ] {
            sqlx::query("UPDATE file SET scan = $1, signature = $2")
                .bind(scan)
                .bind(signature)
                .execute(&app.state.pool)
                .await
                .unwrap();
            let answer = counter.refusal(file).await;
            match refused {
                Some((status, code)) => drop(answer.expect_problem(status, code)),
                None => assert_eq!(answer.status, 200, "{scan} under {setting}"),
            }
        }
    }
}

#[tokio::test]
async fn a_lost_object_is_said_to_be_lost_and_a_damaged_one_breaks_off() {
    let app = TestApp::start().await;
    let (_, file) = app.file_in_use("a.pdf", long_pdf(300_000), Purpose::AbsenceProof).await;
    let counter = Counter::open(&app).await;
    let object = app.object_of(file).await;
    let kept = std::fs::read(&object).unwrap();
    for at in [0, kept.len() / 2, kept.len() - 1] {
        let mut damaged = kept.clone();
        damaged[at] ^= 1;
        std::fs::write(&object, damaged).unwrap();
        let answer = counter.request(Method::GET, file).send().await.unwrap();
        assert!(answer.bytes().await.is_err(), "byte {at}: nobody takes it for the file");
    }
    std::fs::write(&object, &kept[..kept.len() - 10]).unwrap();
    assert!(counter.request(Method::GET, file).send().await.unwrap().bytes().await.is_err());
    std::fs::write(&object, &kept).unwrap();
    assert_eq!(counter.request(Method::GET, file).send().await.unwrap().bytes().await.unwrap(), kept);
    std::fs::remove_file(&object).unwrap();
    counter.refusal(file).await.expect_problem(410, "file_lost");
}
