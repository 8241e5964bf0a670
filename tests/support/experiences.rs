//! Experiences, their proofs, and organisations that judge them.

use std::fmt::Write;

use carnet::ids::GridId;
use carnet::orgs::Role;
use serde_json::{Value, json};

use super::app::TestApp;
use super::files::pdf;
use super::organisations::Organisation;
use super::users::User;

/// An experience that was put before an organisation.
pub struct Dossier {
    pub organisation: Organisation,
    /// 0 "Non acquis", 1 "En cours" (level 2) not passing; 2 "Acquis" (level 3), 3 "Reconnu" (no level) passing.
    pub grid: GridId,
    pub admin: User,
    pub person: User,
    /// Two skills of `M1805`, claimed at 3 and 2.
    pub skills: Vec<String>,
    pub experience: String,
    pub proof: String,
    pub submission: String,
}

/// A document of one page that writes this, uncompressed, as a printer would make it.
pub fn page(text: &str) -> Vec<u8> {
    let drawing = format!("BT /F 24 Tf 40 150 Td ({text}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [4 0 R] >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (place, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", place + 1).as_bytes());
    }
    let start = file.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        writeln!(table, "{place:010} 00000 n ").unwrap();
    }
    writeln!(table, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF", places.len() + 1)
        .unwrap();
    file.extend_from_slice(table.as_bytes());
    file
}

/// Whether this is in these bytes.
pub fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}

/// The address of one's own experience, or of something of it.
pub fn mine(id: &str, rest: &str) -> String {
    format!("/me/experiences/{id}{rest}")
}

/// A whole experience.
pub fn body(skills: &[String]) -> Value {
    let levels = [3, 2, 1, 4];
    let claims: Vec<Value> =
        skills.iter().zip(levels).map(|(skill, level)| json!({"skill": skill, "level": level})).collect();
    json!({
        "title": "Cheffe de chantier bénévole", "organisation_name": "Association Toits", "place": "Lyon",
        "started_on": "2020-01-06", "ended_on": "2021-06-30", "description": "Trois maisons, de la cave au toit.",
        "skills": claims, "jobs": ["M1805"],
    })
}

impl TestApp {
    /// A declared experience; its id.
    pub async fn declared(&self, person: &User, body: &Value) -> String {
        let made = person.client.post("/me/experiences", body).await.expect(201);
        let id = made["id"].as_str().unwrap().to_owned();
        person.client.post(&mine(&id, "/declare"), ()).await.expect(200);
        id
    }

    /// Adds a file as a proof; the proof's id.
    pub async fn proof(&self, person: &User, experience: &str, bytes: Vec<u8>) -> String {
        let file = person.client.upload("/me/files", "Diplome.pdf", bytes).await.expect(201);
        let added = json!({"file_id": file["id"]});
        let after = person.client.post(&mine(experience, "/proofs"), &added).await.expect(201);
        after["proofs"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// Puts an experience before an organisation; the submission's id.
    pub async fn submitted(&self, person: &User, experience: &str, organisation: &Organisation) -> String {
        let to = json!({"organisation_id": organisation.id, "message": "Voici mon diplôme."});
        let after = person.client.post(&mine(experience, "/submissions"), &to).await.expect(201);
        after["submissions"].as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// An organisation with an admin, and somebody's experience before it.
    pub async fn dossier(&self, organisation: &str) -> Dossier {
        let organisation = self.organisation(organisation).await;
        let (admin, grid) = (self.member(&organisation, Role::Admin).await, self.grid(&organisation).await);
        let person = self.person("Inès", "Lefèvre").await;
        let skills = self.skills_of("M1805")[..2].to_vec();
        let experience = self.declared(&person, &body(&skills)).await;
        let proof = self.proof(&person, &experience, pdf("<< /Canary (diplome-d-ines) >>")).await;
        let submission = self.submitted(&person, &experience, &organisation).await;
        Dossier { organisation, grid, admin, person, skills, experience, proof, submission }
    }
}

impl Dossier {
    /// The address of the submission, or of something of it, for the organisation.
    pub fn path(&self, rest: &str) -> String {
        self.organisation.path(&format!("/experience-submissions/{}{rest}", self.submission))
    }

    /// The address of the person's own experience, or of something of it.
    pub fn mine(&self, rest: &str) -> String {
        mine(&self.experience, rest)
    }

    /// The submission, as its person names it.
    pub fn own(&self, rest: &str) -> String {
        self.mine(&format!("/submissions/{}{rest}", self.submission))
    }

    /// A decision: the first skill attested at this step, the second refused.
    pub fn decision(&self, step: i16) -> Value {
        json!({
            "proofs": {"judgement": "authentic"},
            "skills": [
                {"skill": self.skills[0], "grid_id": self.grid, "step": step},
                {"skill": self.skills[1], "reason": "La pièce n’en dit rien."},
            ],
            "text": "Beau parcours.",
        })
    }

    /// A refusal.
    pub fn refusal() -> Value {
        json!({
            "proofs": {"judgement": "undetermined", "reason": "Copie trop sombre."},
            "refusal": "other_holder", "text": "Le diplôme porte un autre nom.",
        })
    }
}
