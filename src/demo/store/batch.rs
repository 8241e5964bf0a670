//! People and organisations as rows of the tables that hold them, loaded table by table.

use chrono::{DateTime, Duration, Utc};
use sqlx::PgConnection;

use super::rows::Rows;
use crate::demo::model::organisations::{Organisation, Trainer};
use crate::demo::model::person::{self, Held, Person, Validation};
use crate::demo::model::world::World;
use crate::platform::passwords;
use crate::sharing::{ConsentKind, Notice};

macro_rules! tables {
    ($($table:ident ($columns:literal),)+) => {
        /// Rows of every table that people are spread over.
        #[derive(Clone, Debug, Default)]
        pub struct Batch { $($table: Rows,)+ }

        /// The tables, each after those it refers to.
        pub const TABLES: &[&str] = &[$(stringify!($table),)+];

        impl Batch {
            /// Sends every table's rows, in an order that satisfies the references.
            pub async fn load(self, connection: &mut PgConnection) -> sqlx::Result<()> {
                $(
                    let statement =
                        concat!("COPY ", stringify!($table), " (", $columns, ") FROM STDIN (FORMAT binary)");
                    copy(connection, statement, self.$table).await?;
                )+
                Ok(())
            }
        }
    };
}

tables! {
    person("id, profile_id, email, email_confirmed_at, first_name, last_name, is_platform_admin, password_hash, created_at, updated_at"),
    organisation("id, name, siret, nda, status, created_at, updated_at, legal_name, claims_qualiopi"),
    organisation_register("organisation_id, siret, state, name, source, checked_at, is_training_organisation, is_qualiopi, ndas, training_checked_at, next_check_at"),
    organisation_member("organisation_id, person_id, role, joined_at"),
    grid("id, organisation_id, version, name, created_at"),
    grid_step("grid_id, grid_version, position, name, common_level, passing"),
    visibility("person_id, visible, changed_at, notice_version"),
    consent_event("id, person_id, kind, policy_version, policy_sha256, method, at"),
    declared_skill("person_id, skill_code, level, skill_label, rome_release, declared_at"),
    validation("id, person_id, skill_code, skill_label, rome_release, organisation_id, organisation_name, organisation_siret, organisation_nda, validator_id, grid_id, grid_version, step_position, step_name, common_level, passing, comment, validated_at, expires_on, job_codes, organisation_legal_name, organisation_siret_check, organisation_nda_check, organisation_qualiopi, organisation_checked_at"),
}

async fn copy(connection: &mut PgConnection, statement: &str, rows: Rows) -> sqlx::Result<()> {
    if rows.count() == 0 {
        return Ok(());
    }
    let mut copy = connection.copy_in_raw(statement).await?;
    copy.send(rows.finish()).await?;
    copy.finish().await?;
    Ok(())
}

/// How long the demo organisations, which no register knows, go unchecked.
const UNCHECKED: Duration = Duration::days(36_500);

/// What a validation says of the organisation beside its name and numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Nothing: millions of rows would say the same.
    Short,
    /// What the register said of it.
    Whole,
}

/// The consent text the invented people agreed to.
#[derive(Clone, Debug)]
pub struct Policy {
    version: &'static str,
    sha256: String,
}

impl Policy {
    /// The text in force.
    pub fn current() -> Self {
        let notice = Notice::visibility();
        Self { version: notice.version, sha256: notice.sha256() }
    }
}

impl Batch {
    /// Adds a person with everything they have.
    pub fn add_person(&mut self, world: &World, policy: &Policy, person: &Person) {
        let at = person.registered_at;
        self.person.row(10).uuid(person.id).uuid(person.profile).text(&person.email).timestamp(at);
        self.person.text(&person.first_name).text(&person.last_name).boolean(false);
        self.person.text(passwords::NOBODY).timestamp(at).timestamp(at);
        self.add_consents(policy, person);
        self.add_memberships(world, person);
        self.add_skills(world, person, Signature::Short);
    }

    /// Adds what a person declared and what was validated, of whoever is there already.
    pub fn add_skills(&mut self, world: &World, person: &Person, signature: Signature) {
        for held in &person.skills {
            self.add_skill(world, person, held, signature);
        }
    }

    /// Adds a demo organisation: its grid, its trainers.
    pub fn add_organisation(&mut self, organisation: &Organisation) {
        let at = person::beginning();
        self.organisation.row(9).uuid(organisation.id).text(organisation.name).text(&organisation.siret);
        self.organisation.text(&organisation.nda).text("active").timestamp(at).timestamp(at);
        self.organisation.text(&organisation.legal_name).boolean(organisation.claims_qualiopi);
        self.add_register(organisation, at);
        self.grid.row(5).uuid(organisation.grid).uuid(organisation.id).integer(1);
        self.grid.text(organisation.grid_name).timestamp(at);
        for (position, step) in (0..).zip(organisation.steps) {
            self.grid_step.row(6).uuid(organisation.grid).integer(1).smallint(Some(position));
            self.grid_step.text(step.0).smallint(step.1).boolean(step.2);
        }
        for trainer in &organisation.trainers {
            self.add_trainer(organisation, trainer, at);
        }
    }

    fn add_register(&mut self, organisation: &Organisation, at: DateTime<Utc>) {
        let rows = self.organisation_register.row(11).uuid(organisation.id).text(&organisation.siret);
        rows.text("active").text(&organisation.legal_name).text("demo").timestamp(at).boolean(true);
        rows.boolean(organisation.is_qualiopi).texts(&[&organisation.nda]).timestamp(at);
        rows.timestamp(at + UNCHECKED);
    }

    fn add_trainer(&mut self, organisation: &Organisation, trainer: &Trainer, at: DateTime<Utc>) {
        self.person.row(10).uuid(trainer.id).uuid(trainer.profile).text(&trainer.email).timestamp(at);
        self.person.text(&trainer.first_name).text(&trainer.last_name).boolean(false);
        self.person.text(passwords::NOBODY).timestamp(at).timestamp(at);
        self.organisation_member.row(4).uuid(organisation.id).uuid(trainer.id).text("trainer").timestamp(at);
    }

    fn add_consents(&mut self, policy: &Policy, person: &Person) {
        for consent in &person.consents {
            let kind = if consent.is_visible {
                ConsentKind::VisibilityGiven
            } else {
                ConsentKind::VisibilityWithdrawn
            };
            self.consent_event.row(7).uuid(consent.id).uuid(person.id).text(kind.as_str());
            self.consent_event.text(policy.version).text(&policy.sha256).text("demo").timestamp(consent.at);
        }
        if let Some(last) = person.consents.last() {
            self.visibility
                .row(4)
                .uuid(person.id)
                .boolean(last.is_visible)
                .timestamp(last.at)
                .text(policy.version);
        }
    }

    /// Whoever had something validated by an organisation was its trainee.
    fn add_memberships(&mut self, world: &World, person: &Person) {
        let mut seen = Vec::with_capacity(2);
        for validation in person.skills.iter().filter_map(|held| held.validation.as_ref()) {
            if !seen.contains(&validation.organisation) {
                seen.push(validation.organisation);
                let organisation = &world.organisations[validation.organisation];
                self.organisation_member.row(4).uuid(organisation.id).uuid(person.id);
                self.organisation_member.text("trainee").timestamp(person.registered_at);
            }
        }
    }

    fn add_skill(&mut self, world: &World, person: &Person, held: &Held, signature: Signature) {
        let skill = &world.skills[held.skill as usize];
        if let Some(level) = held.declared {
            self.declared_skill.row(6).uuid(person.id).integer(skill.code).smallint(Some(level));
            self.declared_skill.text(&skill.label).integer(world.release).timestamp(held.at);
        }
        if let Some(validation) = &held.validation {
            self.add_validation(world, person, (held, validation), signature);
        }
    }

    fn add_validation(
        &mut self,
        world: &World,
        person: &Person,
        (held, validation): (&Held, &Validation),
        signature: Signature,
    ) {
        let skill = &world.skills[held.skill as usize];
        let organisation = &world.organisations[validation.organisation];
        let (position, step) = organisation.step_for(validation.level);
        let rows = self.validation.row(25).uuid(validation.id).uuid(person.id).integer(skill.code);
        rows.text(&skill.label).integer(world.release).uuid(organisation.id).text(organisation.name);
        rows.text(&organisation.siret)
            .text(&organisation.nda)
            .uuid(organisation.trainers[validation.trainer].id);
        rows.uuid(organisation.grid).integer(1).smallint(Some(position)).text(step.0).smallint(step.1);
        rows.boolean(step.2).null().timestamp(held.at).date(validation.expires_on);
        rows.texts(&[&world.jobs[validation.job as usize].code]);
        match signature {
            Signature::Short => rows.null().null().null().null().null(),
            Signature::Whole => {
                let (checked_at, told) = (person::beginning(), ["contradicted", "confirmed"]);
                rows.text(&organisation.legal_name).text("confirmed").text("confirmed");
                if organisation.claims_qualiopi {
                    rows.text(told[usize::from(organisation.is_qualiopi)]);
                } else {
                    rows.null();
                }
                rows.timestamp(checked_at)
            }
        };
    }
}
