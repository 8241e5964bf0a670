//! Work on what strangers send, in a process of its own.

use carnet::platform::apart;

use crate::support::app::TestApp;

async fn run(app: &TestApp, input: &[u8]) -> anyhow::Result<apart::Ended> {
    apart::run(&app.state, "mask-pages", input.to_vec()).await
}

#[tokio::test]
async fn what_makes_no_sense_fails_there_and_not_here() {
    let app = TestApp::start().await;
    for (input, words) in [
        (&b"no line"[..], "no order"),
        (&b"{}\n"[..], "missing field"),
        (&b"{\"source\":\"pdf\",\"zones\":[]}\n%PDF-1.4 broken"[..], "unreadable"),
        (&b"{\"source\":\"jpeg\",\"zones\":[]}\n\xff\xd8\xff\xff\xff"[..], "unreadable"),
    ] {
        let ended = run(&app, input).await.unwrap();
        assert!(!ended.is_success && ended.output.is_empty(), "{words}");
        assert!(ended.words.contains(words), "{}", ended.words);
    }
}

#[tokio::test]
async fn a_picture_that_swells_beyond_measure_is_refused() {
    let app = TestApp::start().await;
    // 60,000 by 60,000 pixels in a few bytes.
    let head = [&60_000_u32.to_be_bytes()[..], &60_000_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let chunk = [&13_u32.to_be_bytes()[..], b"IHDR", &head].concat();
    let mut digest = 0xffff_ffff_u32;
    for byte in &chunk[4..] {
        digest ^= u32::from(*byte);
        for _ in 0..8 {
            digest = (digest >> 1) ^ (0xedb8_8320 & (digest & 1).wrapping_neg());
        }
    }
    let picture = [&b"\x89PNG\r\n\x1a\n"[..], &chunk, &(!digest).to_be_bytes()].concat();
    let input = [&b"{\"source\":\"png\",\"zones\":[]}\n"[..], &picture].concat();
    let ended = run(&app, &input).await.unwrap();
    assert!(!ended.is_success);
    assert!(ended.words.ends_with("too_large") || ended.words.ends_with("unreadable"), "{}", ended.words);
}

#[tokio::test]
async fn whoever_answers_without_end_is_stopped() {
    let app = TestApp::start_with(&["--mask-program=/usr/bin/yes"]).await;
    let told = run(&app, b"").await.unwrap_err().to_string();
    assert!(told.contains("too much"), "{told}");
}

#[tokio::test]
async fn a_program_that_is_not_there_is_told() {
    let app = TestApp::start_with(&["--mask-program=/nowhere/carnet"]).await;
    let told = run(&app, b"").await.unwrap_err().to_string();
    assert!(told.contains("/nowhere/carnet"), "{told}");
}
