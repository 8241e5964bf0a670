//! The bulk read behind the index says what the person's own page says.

use carnet::ids::PersonId;
use carnet::passport::{HeldSkills, visible_skills};
use carnet_index::{Level, RomeCode, SkillCode, Status, VisibleSkill};
use serde_json::{Value, json};

use crate::support::app::TestApp;
use crate::support::passport::Workshop;

async fn held(app: &TestApp, person: PersonId) -> HeldSkills {
    let mut all = visible_skills(&app.state.pool, &[person], app.state.clock.today()).await.unwrap();
    all.remove(&person).unwrap_or_default()
}

fn seen(skill: &str, level: u8, status: Status) -> VisibleSkill {
    VisibleSkill { code: skill.parse().unwrap(), level: Level::new(level), status }
}

#[tokio::test]
async fn one_entry_per_skill_by_the_one_rule() {
    let app = TestApp::with_catalogue().await;
    let workshop = app.workshop("Atelier des métiers").await;
    let mut skills = app.skills_of("M1805");
    skills.sort_by_key(|code| code.parse::<SkillCode>().unwrap());
    let [said, both, recognised, failed, revoked, expired] = &skills[..6] else { panic!("too few skills") };
    for (skill, level) in [(said, 2), (both, 4), (revoked, 1)] {
        workshop
            .trainee
            .client
            .put(&format!("/me/skills/{skill}"), json!({"level": level}))
            .await
            .expect(200);
    }
    let record = async |skill: &String, step: i16, jobs: &[&str], last: Value| {
        let mut body = workshop.body(skill, step);
        (body["jobs"], body["expires_on"]) = (json!(jobs), last);
        workshop.validate(&app, &body).await
    };
    record(both, 2, &["M1805", "D1102"], json!(null)).await;
    record(both, 3, &["M1805"], json!(null)).await;
    record(recognised, 3, &[], json!("2027-01-01")).await;
    record(failed, 1, &["H2903"], json!(null)).await;
    let wrong = record(revoked, 2, &["G1602"], json!(null)).await;
    record(expired, 2, &["F1703"], json!("2026-03-04")).await;
    revoke(&workshop, &wrong).await;
    app.advance(chrono::Duration::days(2));

    let held = held(&app, workshop.trainee.id).await;
    assert_eq!(
        held.skills,
        [
            seen(said, 2, Status::Declared),
            seen(both, 3, Status::Validated),
            seen(recognised, 0, Status::Validated),
            seen(revoked, 1, Status::Declared),
        ]
    );
    // Jobs of validations that count, and of no others.
    assert_eq!(held.jobs, [RomeCode::parse("D1102").unwrap(), RomeCode::parse("M1805").unwrap()]);

    // The person's own page says the same, skill by skill.
    let page = app.renewed(&workshop.trainee).client.get("/me/skills").await.expect(200);
    let mut on_page: Vec<VisibleSkill> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| !item["searchable"].is_null())
        .map(|item| {
            let level = item["searchable"]["level"].as_u64().unwrap_or(0);
            let is_validated = item["searchable"]["status"] == "validated";
            let status = if is_validated { Status::Validated } else { Status::Declared };
            seen(item["code"].as_str().unwrap(), u8::try_from(level).unwrap(), status)
        })
        .collect();
    on_page.sort_by_key(|skill| skill.code);
    assert_eq!(held.skills, on_page);
}

async fn revoke(workshop: &Workshop, id: &str) {
    let body = json!({"reason_code": "mistake", "reason": "Erreur"});
    workshop.trainer.client.post(&format!("{}/{id}/revoke", workshop.path()), body).await.expect(201);
}

#[tokio::test]
async fn people_are_kept_apart_and_who_holds_nothing_is_absent() {
    let app = TestApp::with_catalogue().await;
    let (ines, marc) = (app.person("Inès", "Lefèvre").await, app.person("Marc", "Petit").await);
    let nobody = app.person("Zoé", "Vide").await;
    let skills = app.skills_of("M1805");
    ines.client.put(&format!("/me/skills/{}", skills[0]), json!({"level": 1})).await.expect(200);
    marc.client.put(&format!("/me/skills/{}", skills[1]), json!({"level": 2})).await.expect(200);
    let people = [ines.id, marc.id, nobody.id, PersonId(uuid::Uuid::nil())];
    let all = visible_skills(&app.state.pool, &people, app.state.clock.today()).await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[&ines.id].skills, [seen(&skills[0], 1, Status::Declared)]);
    assert_eq!(all[&marc.id].skills, [seen(&skills[1], 2, Status::Declared)]);
    let none = visible_skills(&app.state.pool, &[], app.state.clock.today()).await.unwrap();
    assert!(none.is_empty());
}
