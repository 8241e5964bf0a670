//! What declared experiences bring into the bulk read behind the index, and what leaves it at once.

use carnet::passport::{HeldSkills, MarkExpired, visible_skills};
use carnet::platform::jobs;
use carnet_index::{Level, RomeCode, Status, VisibleSkill};
use serde_json::json;

use crate::support::app::TestApp;
use crate::support::experiences::{body, mine};
use crate::support::users::User;

async fn held(app: &TestApp, user: &User) -> HeldSkills {
    let mut all = visible_skills(&app.state.pool, &[user.id], app.state.clock.today()).await.unwrap();
    all.remove(&user.id).unwrap_or_default()
}

fn said(skill: &str, level: u8) -> VisibleSkill {
    VisibleSkill { code: skill.parse().unwrap(), level: Level::new(level), status: Status::Declared }
}

fn job(code: &str) -> RomeCode {
    RomeCode::parse(code).unwrap()
}

#[tokio::test]
async fn skills_and_jobs_of_declared_experiences_count_and_of_no_others() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut skills = app.skills_of("M1805")[..2].to_vec();
    skills.sort_by_key(|code| code.parse::<u32>().unwrap());
    ines.client.post("/me/experiences", body(&skills)).await.expect(201);
    assert_eq!(held(&app, &ines).await, HeldSkills::default(), "a draft counts nowhere");
    ines.client.put(&format!("/me/skills/{}", skills[1]), json!({"level": 4})).await.expect(200);
    let id = app.declared(&ines, &body(&skills)).await;
    let seen = held(&app, &ines).await;
    assert_eq!(
        seen.skills,
        [said(&skills[0], 3), said(&skills[1], 4)],
        "the higher word of the person counts"
    );
    assert_eq!(seen.jobs, [job("M1805")]);
    let other = json!({"title": "Boulangerie", "started_on": "2024-01-01", "jobs": ["D1102", "M1805"]});
    let second = app.declared(&ines, &other).await;
    assert_eq!(held(&app, &ines).await.jobs, [job("D1102"), job("M1805")]);

    ines.client.put(&mine(&second, "/visibility"), json!({"hidden": true})).await.expect(200);
    assert_eq!(held(&app, &ines).await.jobs, [job("M1805")]);
    ines.client.put(&mine(&second, "/visibility"), json!({"hidden": false})).await.expect(200);
    assert_eq!(held(&app, &ines).await.jobs, [job("D1102"), job("M1805")]);
    ines.client.post(&mine(&id, "/withdraw"), ()).await.expect(200);
    let seen = held(&app, &ines).await;
    assert_eq!(seen.skills, [said(&skills[1], 4)]);
    assert_eq!(seen.jobs, [job("D1102"), job("M1805")]);
    ines.client.post(&mine(&second, "/withdraw"), ()).await.expect(200);
    assert_eq!(held(&app, &ines).await.jobs, []);
}

#[tokio::test]
async fn an_attested_skill_outlives_the_experience_and_its_jobs_do_not() {
    let app = TestApp::with_catalogue().await;
    let dossier = app.dossier("École du Rhône").await;
    dossier.admin.client.post(&dossier.path("/decide"), dossier.decision(2)).await.expect(200);
    assert_eq!(held(&app, &dossier.person).await.jobs, [job("M1805")]);
    dossier.person.client.post(&dossier.mine("/withdraw"), ()).await.expect(200);
    let seen = held(&app, &dossier.person).await;
    assert_eq!(seen.skills.len(), 1);
    assert_eq!((seen.skills[0].status, seen.skills[0].level), (Status::Validated, Level::new(3)));
    assert_eq!(seen.jobs, []);
}

#[tokio::test]
async fn an_experience_counts_through_its_last_day() {
    let app = TestApp::with_catalogue().await;
    let ines = app.person("Inès", "Lefèvre").await;
    let mut ending = body(&app.skills_of("M1805")[..1]);
    ending["expires_on"] = json!("2026-03-04");
    app.declared(&ines, &ending).await;
    let run = async || {
        let mut tx = app.state.pool.begin().await.unwrap();
        jobs::enqueue(&mut tx, &app.state, &MarkExpired {}).await.unwrap();
        tx.commit().await.unwrap();
        app.run_jobs().await;
    };
    run().await;
    let mut index = app.watch_index().await;
    app.advance(chrono::Duration::days(1));
    run().await;
    assert_eq!(held(&app, &ines).await.skills.len(), 1);
    assert_eq!(index.look().await, (vec![], 0));
    app.advance(chrono::Duration::days(1));
    run().await;
    assert_eq!(held(&app, &ines).await, HeldSkills::default());
    assert_eq!(index.look().await, (vec![(ines.profile, false)], 0));
    run().await;
    assert_eq!(index.look().await, (vec![], 0), "each end is told once");
}
