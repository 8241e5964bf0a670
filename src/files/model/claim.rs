//! When a staged file may be taken into use.

use super::{Kind, Owner, Purpose, Scan};
use crate::ids::{FileId, PersonId};
use crate::platform::http::FieldError;

/// A feature takes a file into use.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The file.
    pub file: FileId,
    /// For what.
    pub purpose: Purpose,
    /// In whose name it must have been sent: the organisation's, or the person's own.
    pub owner: Owner,
    /// Who names it, and must have sent it.
    pub by: PersonId,
    /// Where the request names it, e.g. `/file_id`.
    pub pointer: &'a str,
}

/// What a claim is checked against.
#[derive(Clone, Debug)]
pub struct Staged {
    /// In whose name it was sent.
    pub owner: Option<Owner>,
    /// What its bytes are.
    pub media_type: String,
    /// What the antivirus said.
    pub scan: Scan,
    /// Whether something uses it already.
    pub is_claimed: bool,
}

impl Claim<'_> {
    /// Refuses what may not be taken into use. `staged` is the file if the claimer sent it.
    pub fn check(&self, staged: Option<&Staged>) -> Result<(), FieldError> {
        let pointer = self.pointer;
        let staged = staged.filter(|staged| staged.owner == Some(self.owner)).ok_or_else(|| {
            FieldError::new(
                pointer,
                "unknown_file",
                "Ce fichier n’existe pas ou plus\u{a0}: envoyez-le à nouveau.",
            )
        })?;
        if staged.is_claimed {
            return Err(FieldError::new(
                pointer,
                "file_in_use",
                "Ce fichier est déjà utilisé\u{a0}: envoyez-le à nouveau.",
            ));
        }
        if staged.scan == Scan::Infected {
            return Err(FieldError::new(
                pointer,
                "file_infected",
                "Ce fichier contenait un virus\u{a0}: il a été détruit.",
            ));
        }
        let kind = Kind::of_media_type(&staged.media_type);
        if !kind.is_some_and(|kind| self.purpose.kinds().contains(&kind)) {
            return Err(FieldError::new(
                pointer,
                "file_type_refused",
                "Ce type de fichier n’est pas accepté ici.",
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::OrganisationId;

    fn told(claim: &Claim<'_>, staged: Option<&Staged>) -> Option<String> {
        claim.check(staged).err().map(|fault| {
            assert_eq!(fault.pointer, "/proof/file_id");
            fault.code.into_owned()
        })
    }

    #[test]
    fn a_file_is_taken_into_use_once_in_the_name_it_was_sent_in() {
        let by = PersonId(Uuid::from_u128(1));
        let organisation = Owner::Organisation(OrganisationId(Uuid::from_u128(2)));
        let claim = Claim {
            file: FileId(Uuid::from_u128(3)),
            purpose: Purpose::AbsenceProof,
            owner: Owner::Person(by),
            by,
            pointer: "/proof/file_id",
        };
        let staged = Staged {
            owner: Some(Owner::Person(by)),
            media_type: "application/pdf".to_owned(),
            scan: Scan::Pending,
            is_claimed: false,
        };
        assert_eq!(told(&claim, Some(&staged)), None);
        let unknown = Some("unknown_file".to_owned());
        assert_eq!(told(&claim, None), unknown);
        assert_eq!(told(&claim, Some(&Staged { owner: Some(organisation), ..staged.clone() })), unknown);
        let claimed = Staged { is_claimed: true, ..staged.clone() };
        assert_eq!(told(&claim, Some(&claimed)).as_deref(), Some("file_in_use"));
        let infected = Staged { scan: Scan::Infected, ..staged.clone() };
        assert_eq!(told(&claim, Some(&infected)).as_deref(), Some("file_infected"));
        let video = Staged { media_type: "video/mp4".to_owned(), ..staged };
        assert_eq!(told(&claim, Some(&video)).as_deref(), Some("file_type_refused"));
        assert_eq!(told(&Claim { purpose: Purpose::SessionResource, ..claim }, Some(&video)), None);
    }
}
