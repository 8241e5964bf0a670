//! What people share with companies, as offers and the share panel bring it about.

use carnet::companies::Siret;
use carnet::ids::{CompanyId, OfferRecipientId, ShareId};
use carnet::platform::http::Result;
use carnet::sharing::{self, Notice, ShareEnd, ShareItem, SharePurpose, ShareView, SharedItem, SharedState};
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::TestApp;
use super::companies::{Recruiter, SIRET};
use super::experiences::body;
use super::files::pdf;
use super::users::User;

/// Somebody with a number, a CV and a proof, and what they received of an offer of a company.
pub struct Sharer {
    pub user: User,
    pub recruiter: Recruiter,
    pub company: CompanyId,
    pub purpose: SharePurpose,
    /// The proof of their experience.
    pub proof: String,
    /// What it proves.
    pub experience: String,
}

/// Another establishment of the legal unit whose establishment [`SIRET`] is.
pub fn sibling() -> String {
    let numbers = (0..1000).map(|number| format!("73282932000{number:03}"));
    let mut right = numbers.filter(|siret| siret.parse::<Siret>().is_ok() && siret != SIRET);
    right.next().expect("one in ten has right check digits")
}

/// Where the CV is given and removed.
pub const CV: &str = "/me/contact-details/cv";

impl TestApp {
    /// Something received of an offer of this company.
    pub fn purpose(&self, user: &User, company: CompanyId, title: &str) -> SharePurpose {
        let purpose = OfferRecipientId(self.state.ids.opaque());
        SharePurpose { purpose, person: user.id, company, title: title.to_owned() }
    }

    /// Gives a phone number.
    pub async fn give_phone(&self, user: &User, phone: &str) -> Value {
        let found = user.client.get("/me/contact-details").await.expect(200);
        let body = json!({ "phone": phone });
        user.client.put_at("/me/contact-details", &found["version"], body).await.expect(200)
    }

    /// Gives a CV with this in it.
    pub async fn give_cv(&self, user: &User, word: &str) -> Value {
        let found = user.client.get("/me/contact-details").await.expect(200);
        let inside = format!("<< /Canary ({word}) >>");
        let file = user.client.upload("/me/files", "CV.pdf", pdf(&inside)).await.expect(201);
        user.client.put_at(CV, &found["version"], json!({ "file_id": file["id"] })).await.expect(200)
    }

    /// Somebody with everything to share, and a recruiter who wrote to them. Needs the catalogue.
    pub async fn sharer(&self) -> Sharer {
        let recruiter = self.recruiter_granted(SIRET).await;
        let company = self.company(SIRET, "active").await;
        let user = self.person("Inès", "Lefèvre").await;
        self.give_phone(&user, "06 12 34 56 78").await;
        self.give_cv(&user, "parcours").await;
        let experience = self.declared(&user, &body(&self.skills_of("M1805")[..1])).await;
        let proof = self.proof(&user, &experience, pdf("<< /Canary (diplome) >>")).await;
        let purpose = self.purpose(&user, company, "Technicienne réseau");
        Sharer { user, recruiter, company, purpose, proof, experience }
    }

    /// Shares these items under the text in force.
    pub async fn grant(&self, purpose: &SharePurpose, items: &[ShareItem]) -> Result<()> {
        let (version, now) = (Notice::sharing().version, self.state.clock.now());
        let mut tx = self.state.pool.begin().await.unwrap();
        sharing::grant_shares(&self.state, &mut tx, purpose, items, version, now).await?;
        tx.commit().await.unwrap();
        Ok(())
    }

    /// Ends what is shared for a purpose.
    pub async fn end(&self, purpose: &SharePurpose, why: ShareEnd) {
        let mut tx = self.state.pool.begin().await.unwrap();
        let now = self.state.clock.now();
        sharing::end_shares(&mut tx, &self.state.ids, purpose.purpose, why, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What a company reads for a purpose.
    pub async fn read_by(&self, company: CompanyId, purpose: &SharePurpose) -> Vec<SharedItem> {
        let mut connection = self.state.pool.acquire().await.unwrap();
        let now = self.state.clock.now();
        sharing::shared_with_company(&mut connection, company, purpose.purpose, now).await.unwrap()
    }

    /// What the person reads of a purpose.
    pub async fn shares_of(&self, purpose: &SharePurpose) -> Vec<ShareView> {
        let mut connection = self.state.pool.acquire().await.unwrap();
        sharing::shares_of_purpose(&mut connection, purpose.purpose).await.unwrap()
    }

    /// The newest share of this kind for a purpose.
    pub async fn share_of(&self, purpose: &SharePurpose, kind: &str) -> ShareId {
        let shares = self.shares_of(purpose).await;
        shares.iter().find(|share| share.kind.as_str() == kind).expect("it was shared").id
    }
}

impl Sharer {
    /// The proof, to be shared.
    pub fn proof(&self) -> ShareItem {
        ShareItem::Proof(self.proof.parse::<Uuid>().unwrap().into())
    }

    /// Everything there is to share.
    pub fn everything(&self) -> [ShareItem; 5] {
        [ShareItem::Phone, ShareItem::Email, ShareItem::Cv, self.proof(), ShareItem::Passport]
    }
}

/// Kinds with what can be read of them: values, `file`, `-` where nothing is, `retirée` where it was taken back.
pub fn told(items: &[SharedItem]) -> Vec<String> {
    let line = |item: &SharedItem| {
        let read = match (item.state, &item.value, &item.file) {
            (SharedState::Withdrawn, None, None) => "retirée",
            (SharedState::Shared, Some(value), None) => value,
            (SharedState::Shared, None, Some(_)) => "file",
            (SharedState::Shared, None, None) => "-",
            other => panic!("{other:?}"),
        };
        format!("{} {read}", item.kind.as_str())
    };
    items.iter().map(line).collect()
}
