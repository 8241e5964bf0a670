//! What the words of a recipe stand for: made anew for each request, so that no cell depends on another.

use carnet::files::Purpose;
use carnet::orgs::Role;
use carnet::platform::tokens::OpaqueToken;
use serde_json::json;

use super::world::World;
use super::{
    attending, chatting, claims, company_quizzes, evaluating, experiences, exporting, leaving, lists,
    offering, quizzes, sessions, sharing, taking, teaching, told,
};
use crate::identity::totp::Authenticator;
use crate::support::companies::{SIRET, drawn_siret};
use crate::support::files::pdf;
use crate::support::users::{PASSWORD, User};

/// An address of the company, where nobody else has one.
const WORK_EMAIL: &str = "rh@ateliers.example";

/// Replaces every `$word` of a template.
pub async fn fill(world: &World, user: Option<&User>, template: &str) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        filled.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(rest.len());
        filled.push_str(&value(world, user, &rest[..end]).await);
        rest = &rest[end..];
    }
    filled + rest
}

async fn value(world: &World, user: Option<&User>, word: &str) -> String {
    let app = &world.app;
    match word {
        "org" => world.org.id.to_string(),
        "new_org" => app.organisation("Récente").await.id.to_string(),
        "suspended_org" => {
            let organisation = app.organisation("Suspendue").await;
            app.suspend(&organisation).await;
            organisation.id.to_string()
        }
        "trainee_email" => app.member(&world.org, Role::Trainee).await.email,
        "trainee" => app.member(&world.org, Role::Trainee).await.id.to_string(),
        "siret" => drawn_siret(app.state.ids.opaque::<uuid::Uuid>().as_u128()),
        "grid" => app.grid(&world.org).await.to_string(),
        "validation" => validation(world).await,
        "course" | "archived_course" | "own_skill" | "linked_own_skill" | "training"
        | "published_training" | "archived_training" | "edited_training" | "notice" => {
            teaching::target(world, word).await
        }
        word if sessions::knows(word) => sessions::target(world, word).await,
        word if experiences::knows(word) => experiences::target(world, word).await,
        word if quizzes::knows(word) => quizzes::target(world, word).await,
        "recruiter_in_review" => app.recruiter_in_review(SIRET).await.id.to_string(),
        "recruiter_granted" => app.recruiter_granted(SIRET).await.id.to_string(),
        "recruiter_suspended" => app.recruiter(SIRET, "active", "suspended").await.id.to_string(),
        "import" => sqlx::query_scalar::<_, uuid::Uuid>(
            "SELECT id FROM rome_import WHERE release IS NOT NULL LIMIT 1",
        )
        .fetch_one(&app.state.pool)
        .await
        .unwrap()
        .to_string(),
        "file_link" => {
            let (person, file) = app.file_in_use("a.pdf", pdf("<< >>"), Purpose::SessionResource).await;
            app.file_link(&person, file).trim_start_matches("/file-links/").to_owned()
        }
        "visible_profile" => world.visible.profile.to_string(),
        "password" => PASSWORD.to_owned(),
        "new_password" => "Cinq vélos rouges".to_owned(),
        "new_email" => format!("n{}@example.org", app.state.ids.opaque::<uuid::Uuid>().simple()),
        "work_email" => WORK_EMAIL.to_owned(),
        "confirmation_token" => mailed_token(world, "confirm_email").await,
        "reset_token" => mailed_token(world, "reset_password").await,
        "policy_version" => policy_version(world).await,
        _ => own_value(world, user, word).await,
    }
}

/// What depends on who asks; nobody asks with somebody else's.
async fn own_value(world: &World, user: Option<&User>, word: &str) -> String {
    match word {
        "my_email" => match user {
            Some(user) => user.email.clone(),
            None => world.app.person("Paul", "Ailleurs").await.email,
        },
        "session_invitation" => {
            sessions::invitation(world, user.map_or("nobody@example.org", |user| &user.email)).await
        }
        "my_session" => sessions::own_session(world, user).await,
        "my_resource" => sessions::own_resource(world, user).await,
        "calendar_token" => {
            let owner = world.app.person("Paul", "Abonné").await;
            let feed = owner.client.post("/me/calendar-feed", ()).await.expect(201);
            let url = feed["url"].as_str().unwrap().to_owned();
            url.rsplit('/').next().unwrap().trim_end_matches(".ics").to_owned()
        }
        "invitation_token" => {
            invitation_token(world, user.map_or("nobody@example.org", |user| &user.email)).await
        }
        "totp_code" => match user {
            Some(user) => {
                let shown = user.client.post("/me/totp", ()).await.expect(200);
                Authenticator::new(&shown).code(&world.app.state)
            }
            None => "123456".to_owned(),
        },
        "declared_skill" => {
            if let Some(user) = user {
                user.client.put("/me/skills/103", json!({ "level": 2 })).await.expect(200);
            }
            "103".to_owned()
        }
        "my_file" => match user {
            Some(user) => user.client.upload_pdf().await["id"].as_str().unwrap().to_owned(),
            None => uuid::Uuid::nil().to_string(),
        },
        "blocked_siren" => {
            if let Some(user) = user {
                user.client.put("/me/blocked-companies/180046237", ()).await;
            }
            "180046237".to_owned()
        }
        "saved_search" => saved_search(world, user).await,
        "proof_code" => match user {
            Some(user) => proof_code(world, user).await,
            None => "123456".to_owned(),
        },
        other => {
            of_feature(world, user, other).await.unwrap_or_else(|| panic!("no target is called ${other}"))
        }
    }
}

/// What a word of a feature's own recipes stands for.
async fn of_feature(world: &World, user: Option<&User>, word: &str) -> Option<String> {
    if let Some(told) = claims::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = company_quizzes::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = told::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = sharing::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = chatting::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = offering::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = lists::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = exporting::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = leaving::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = experiences::own(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = evaluating::target(world, user, word).await {
        return Some(told);
    }
    if let Some(told) = taking::target(world, user, word).await {
        return Some(told);
    }
    attending::target(world, user, word).await
}

/// A validation that a trainer of the organisation made.
async fn validation(world: &World) -> String {
    let app = &world.app;
    let trainer = app.trainer(&world.org).await;
    let body = json!({
        "person_id": app.trainee(&world.org).await.id, "skill": "101", "grid_id": app.grid(&world.org).await, "step": 2,
    });
    let made = trainer.client.post(&world.org.path("/validations"), body).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

/// A token as a mail holds it, for a person of its own.
async fn mailed_token(world: &World, purpose: &str) -> String {
    let app = &world.app;
    let person = app.person("Paul", "Oublieux").await;
    let token = OpaqueToken::draw(&app.state.ids);
    let now = app.state.clock.now();
    sqlx::query("INSERT INTO email_token (token_hash, person_id, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(token.hash())
        .bind(person.id)
        .bind(purpose)
        .bind(now)
        .bind(now + chrono::Duration::hours(1))
        .execute(&app.state.pool)
        .await
        .unwrap();
    token.reveal().to_owned()
}

/// An invitation of this address into an organisation nobody of the matrix belongs to.
async fn invitation_token(world: &World, email: &str) -> String {
    let app = &world.app;
    let organisation = app.organisation("Accueillante").await;
    let token = OpaqueToken::draw(&app.state.ids);
    let now = app.state.clock.now();
    sqlx::query(
        "INSERT INTO organisation_invitation (token_hash, organisation_id, email, role, created_at, expires_at)
         VALUES ($1, $2, $3, 'trainee', $4, $5)",
    )
    .bind(token.hash())
    .bind(organisation.id)
    .bind(email)
    .bind(now)
    .bind(now + chrono::Duration::hours(1))
    .execute(&app.state.pool)
    .await
    .unwrap();
    token.reveal().to_owned()
}

/// The version of the consent text that is in force.
async fn policy_version(world: &World) -> String {
    let reader = world.app.person("Paul", "Lecteur").await;
    let visibility = reader.client.get("/me/visibility").await.expect(200);
    visibility["policy_version"].as_str().unwrap().to_owned()
}

/// A search that this person keeps; for those who may not, somebody else's.
async fn saved_search(world: &World, user: Option<&User>) -> String {
    let body = json!({
        "name": world.app.state.ids.opaque::<uuid::Uuid>(),
        "search": { "criteria": [{ "skill": "101", "min_level": 2 }], "name": "Zoé" },
    });
    if let Some(user) = user {
        let saved = user.client.post("/me/saved-searches", &body).await;
        if saved.status == 201 {
            return saved.body["id"].as_str().unwrap().to_owned();
        }
    }
    let colleague = world.app.recruiter_granted(SIRET).await.user;
    let saved = colleague.client.post("/me/saved-searches", &body).await.expect(201);
    saved["id"].as_str().unwrap().to_owned()
}

/// The code mailed to a recruiter who may prove an address; for the others, digits.
async fn proof_code(world: &World, user: &User) -> String {
    if user.client.post("/me/company/email-proof", json!({ "email": WORK_EMAIL })).await.status != 202 {
        return "123456".to_owned();
    }
    let mail = world.app.mails_to(WORK_EMAIL).await.pop().expect("the code was mailed");
    mail.body.lines().find_map(|line| line.strip_prefix("    ")).unwrap().to_owned()
}
