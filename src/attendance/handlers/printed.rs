//! A certificate as it is printed, from what it says.

use carnet_documents::certificates::{
    AssiduityCertificate, AssiduityPeriod, CompletionCertificate, EndOfTrainingCertificate, Holder,
    SkillResult, assiduity_pdf, completion_pdf, end_of_training_pdf,
};
use carnet_documents::sheet::{Modality, Totals as PrintedTotals};
use carnet_documents::{Attachment, DocumentError, Provider, Signatory, Verification};

use super::paper;
use crate::attendance::model::Totals;
use crate::attendance::model::attested::{Attested, Held};

const fn minutes(minutes: i32) -> u32 {
    minutes.unsigned_abs()
}

const fn totals(totals: &Totals) -> PrintedTotals {
    PrintedTotals {
        planned_minutes: minutes(totals.planned),
        attended_minutes: minutes(totals.attended),
        late_minutes: minutes(totals.late),
        justified_minutes: minutes(totals.justified),
        unjustified_minutes: minutes(totals.unjustified),
        excused_minutes: minutes(totals.excused),
        unmarked_minutes: minutes(totals.unmarked),
    }
}

struct Common {
    verification: Verification,
    provider: Provider,
    signatory: Signatory,
    holder: Holder,
}

fn common(said: &Attested) -> Common {
    let organisation = &said.organisation;
    Common {
        verification: Verification { number: said.number.clone(), url: said.verification_url.clone() },
        provider: Provider {
            name: organisation.legal_name.clone().unwrap_or_else(|| organisation.name.clone()),
            siret: organisation.siret.clone(),
            declaration_number: organisation.nda.clone(),
            address: organisation.address.clone().into_iter().collect(),
            qualiopi: paper::certified(said.is_qualiopi, &organisation.qualiopi_categories),
            ..Provider::default()
        },
        signatory: Signatory {
            name: said.signatory.name.clone(),
            capacity: said.signatory.capacity.clone(),
            place: said.signatory.place.clone(),
            signature: None,
        },
        holder: Holder {
            first_name: said.first_name.clone(),
            last_name: said.last_name.clone(),
            employer: said.employer.clone(),
        },
    }
}

/// Draws a certificate with its signed data attached.
pub fn pdf(said: &Attested, attached: &Attachment) -> Result<Vec<u8>, DocumentError> {
    match said.kind.as_str() {
        "completion" => completion_pdf(&completion(said), Some(attached)),
        "attendance" => assiduity_pdf(&assiduity(said), Some(attached)),
        _ => end_of_training_pdf(&end_of_training(said), Some(attached)),
    }
}

fn completion(said: &Attested) -> CompletionCertificate {
    let Common { verification, provider, signatory, holder } = common(said);
    CompletionCertificate {
        verification,
        issued_on: said.issued_on,
        replaces: said.replaces.clone(),
        provider,
        signatory,
        holder,
        training: said.training.clone(),
        nature: paper::nature(said.nature.unwrap_or_default()),
        starts_on: said.starts_on,
        ends_on: said.ends_on,
        attended_minutes: minutes(said.totals.attended),
        planned_minutes: Some(minutes(said.totals.planned)),
        modality: match said.held {
            Held::OnSite => Modality::OnSite,
            Held::Remote => Modality::Remote,
            Held::Mixed => Modality::Mixed,
        },
        cofunded: said.is_cofunded,
    }
}

fn assiduity(said: &Attested) -> AssiduityCertificate {
    let Common { verification, provider, signatory, holder } = common(said);
    let period = |period: &crate::attendance::model::attested::AttestedPeriod| AssiduityPeriod {
        from: period.from,
        until: period.to,
        totals: totals(&period.totals),
    };
    AssiduityCertificate {
        verification,
        issued_on: said.issued_on,
        replaces: said.replaces.clone(),
        provider,
        signatory,
        holder,
        training: said.training.clone(),
        starts_on: said.starts_on,
        ends_on: said.ends_on,
        periods: said.periods.iter().map(period).collect(),
    }
}

fn end_of_training(said: &Attested) -> EndOfTrainingCertificate {
    let Common { verification, provider, signatory, holder } = common(said);
    let results = said.results.iter().map(|result| SkillResult {
        skill: result.skill.clone(),
        level: result.level.clone(),
        is_acquired: result.is_acquired,
        evaluated_on: result.evaluated_on,
        evaluated_by: result.evaluated_by.clone(),
    });
    EndOfTrainingCertificate {
        verification,
        issued_on: said.issued_on,
        replaces: said.replaces.clone(),
        provider,
        signatory,
        holder,
        training: said.training.clone(),
        nature: paper::nature(said.nature.unwrap_or_default()),
        starts_on: said.starts_on,
        ends_on: said.ends_on,
        attended_minutes: minutes(said.totals.attended),
        objectives: said.objectives.clone(),
        results: results.collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn said(changes: &[(&str, Value)]) -> Attested {
        let totals = json!({
            "half_days": 2, "planned": 420, "attended": 420, "late": 0, "justified": 0, "unjustified": 0, "excused": 0,
            "unmarked": 0,
        });
        let mut content = json!({
            "title": "Certificat", "kind": "completion", "number": "CR-2026-000001", "replaces": null,
            "issued_on": "2026-03-05", "issued_at": "2026-03-05T08:00:00Z",
            "verification_url": "https://carnet.example/documents/ABC",
            "organisation": { "name": "Atelier", "legal_name": null, "siret": null, "nda": null },
            "is_qualiopi": false, "signatory": { "name": "Marc Membre", "capacity": "directeur", "place": null },
            "enrolment_id": uuid::Uuid::nil(), "first_name": "Zoé", "last_name": "Lefèvre",
            "session_id": uuid::Uuid::nil(), "training": "Soudure", "starts_on": "2026-03-02",
            "ends_on": "2026-03-04", "held": "on_site", "is_cofunded": false, "totals": totals, "periods": [],
            "objectives": [], "results": [], "chain_sha256": null,
        });
        for (name, value) in changes {
            content[*name] = value.clone();
        }
        serde_json::from_value(content).unwrap()
    }

    #[test]
    fn every_kind_names_the_employer_that_was_signed() {
        let said = said(&[("employer", json!("Chantiers Lefort"))]);
        let holders = [completion(&said).holder, assiduity(&said).holder, end_of_training(&said).holder];
        for holder in holders {
            assert_eq!(holder.employer.as_deref(), Some("Chantiers Lefort"));
        }
    }

    #[test]
    fn the_nature_and_the_certified_kinds_are_those_that_were_signed() {
        use carnet_documents::certificates::ActionNature;
        let changes = [
            ("nature", json!("experience_validation")),
            ("is_qualiopi", json!(true)),
            (
                "organisation",
                json!({ "name": "Atelier", "legal_name": null, "siret": null, "nda": null,
                        "qualiopi_categories": ["training", "apprenticeship"] }),
            ),
        ];
        let said = said(&changes);
        for nature in [completion(&said).nature, end_of_training(&said).nature] {
            assert_eq!(nature, ActionNature::ExperienceValidation);
        }
        let kinds = vec![ActionNature::Training, ActionNature::Apprenticeship];
        assert_eq!(completion(&said).provider.qualiopi, Some(kinds));
    }

    #[test]
    fn what_was_signed_before_kinds_were_told_stays_word_for_word_and_is_a_training() {
        use carnet_documents::certificates::ActionNature;
        let said = said(&[("is_qualiopi", json!(true))]);
        assert_eq!(completion(&said).nature, ActionNature::Training);
        assert_eq!(completion(&said).provider.qualiopi, Some(Vec::new()));
        let written = serde_json::to_value(&said).unwrap();
        assert_eq!((written.get("nature"), written["organisation"].get("qualiopi_categories")), (None, None));
    }

    #[test]
    fn what_was_signed_without_an_employer_stays_word_for_word() {
        let said = said(&[]);
        assert_eq!(completion(&said).holder.employer, None);
        assert_eq!(serde_json::to_value(&said).unwrap().get("employer"), None);
    }
}
