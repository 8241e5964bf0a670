//! Questions and quizzes that recipes name, each made for one request and at its first version.

use carnet::orgs::Role;
use serde_json::{Value, json};

use super::world::World;
use crate::support::client::send;
use crate::support::files::png;
use crate::support::quizzes::{choice_draft, item, quiz_draft};
use crate::support::users::User;

/// Whether [`target`] knows this word.
pub fn knows(word: &str) -> bool {
    WORDS.contains(&word)
}

const WORDS: [&str; 9] = [
    "question",
    "archived_question",
    "image_question",
    "question_image",
    "question_import",
    "quiz",
    "published_quiz",
    "archived_quiz",
    "edited_quiz",
];

/// What this word stands for.
pub async fn target(world: &World, word: &str) -> String {
    let manager = world.app.member(&world.org, Role::Manager).await;
    let asking = Asking { world, manager };
    let made = match word {
        "question" => asking.question().await,
        "archived_question" => {
            let question = asking.question().await;
            asking.step(&question, "questions", "archive").await
        }
        "image_question" => return asking.image().await.0,
        "question_image" => return asking.image().await.1,
        "question_import" => asking.import().await,
        "quiz" => asking.quiz().await,
        "published_quiz" => asking.published().await,
        "archived_quiz" => {
            let quiz = asking.published().await;
            asking.step(&quiz, "quizzes", "archive").await
        }
        "edited_quiz" => {
            let quiz = asking.published().await;
            let path = world.org.path(&format!("/quizzes/{}", id(&quiz)));
            let body = quiz_draft("Autre", &[]);
            asking.manager.client.put_at(&path, &quiz["version"], body).await.expect(200)
        }
        unknown => panic!("no target is called ${unknown}"),
    };
    asking.at_first_version(&made).await;
    id(&made)
}

fn id(made: &Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}

struct Asking<'a> {
    world: &'a World,
    manager: User,
}

impl Asking<'_> {
    async fn post(&self, path: &str, body: &Value) -> Value {
        self.manager.client.post(&self.world.org.path(path), body).await.expect(201)
    }

    async fn question(&self) -> Value {
        let mut draft = choice_draft("Une question");
        draft["tags"] = json!(["calcul"]);
        self.post("/questions", &draft).await
    }

    /// The one question with an image, and that image.
    async fn image(&self) -> (String, String) {
        let made = async {
            let files = self.world.org.path("/files");
            let sent = self.manager.client.upload(&files, "schema.png", png(4, 4, "x")).await.expect(201);
            let mut draft = choice_draft("Que voit-on ?");
            draft["statement"] = json!([{ "type": "image", "file_id": sent["id"], "alt": "Un schéma" }]);
            (id(&self.post("/questions", &draft).await), id(&sent))
        };
        self.world.image.get_or_init(|| made).await.clone()
    }

    async fn import(&self) -> Value {
        let path = self.world.org.path("/question-imports?format=gift");
        let request = self.manager.client.request(reqwest::Method::POST, &path);
        let request = request.header("content-type", "application/octet-stream");
        // A question like no other: what is confirmed elsewhere meanwhile changes nothing for it.
        let word = self.world.app.state.ids.opaque::<uuid::Uuid>().simple().to_string();
        send(request.body(format!("{word}{{T}}\n"))).await.expect(201)
    }

    async fn quiz(&self) -> Value {
        let question = self.question().await;
        self.post("/quizzes", &quiz_draft("Quiz", &[item(&question)])).await
    }

    async fn published(&self) -> Value {
        let quiz = self.quiz().await;
        self.step(&quiz, "quizzes", "publish").await
    }

    async fn step(&self, made: &Value, of: &str, step: &str) -> Value {
        let path = self.world.org.path(&format!("/{of}/{}/{step}", id(made)));
        self.manager.client.post_at(&path, &made["version"]).await.expect(200)
    }

    async fn at_first_version(&self, made: &Value) {
        for table in ["question", "quiz"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("UPDATE {table} SET version = 1 WHERE id = $1::uuid")))
                .bind(id(made))
                .execute(&self.world.app.state.pool)
                .await
                .unwrap();
        }
    }
}
