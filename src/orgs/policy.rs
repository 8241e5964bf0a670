//! Who may do what in an organisation. Pure; the table of tests below is the rule.

use crate::orgs::model::Role;
use crate::platform::http::{Code, Error, Result};

/// In which quality somebody asks. Strangers never get this far: to them the organisation does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A member.
    Member(Role),
    /// A platform admin who is not a member: sees that the organisation exists, and gives it its first admin.
    Platform,
}

impl Asker {
    const fn role(self) -> Option<Role> {
        match self {
            Self::Member(role) => Some(role),
            Self::Platform => None,
        }
    }
}

/// What somebody may see of the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberView {
    /// Everybody, with addresses.
    Full,
    /// The trainees' names.
    TraineeNames,
}

/// Who sees the members: those who run the organisation; a trainer sees the trainees' names.
pub fn view_members(asker: Asker) -> Result<MemberView> {
    match asker.role() {
        Some(Role::Admin | Role::Manager) => Ok(MemberView::Full),
        Some(Role::Trainer) => Ok(MemberView::TraineeNames),
        Some(Role::Trainee) | None => Err(Error::forbidden()),
    }
}

/// Who invites into which role: never above one's own; a platform admin only an admin, while there is none.
pub fn invite(asker: Asker, role: Role, has_admin: bool) -> Result<()> {
    let may = match asker {
        Asker::Member(own) => may_give(own, role),
        Asker::Platform => role == Role::Admin && !has_admin,
    };
    if may { Ok(()) } else { Err(Error::forbidden()) }
}

/// Who changes a member's role: somebody who may give both the old and the new one, to another person.
pub fn change_role(asker: Asker, is_self: bool, current: Role, wanted: Role) -> Result<()> {
    let may = asker.role().is_some_and(|own| !is_self && may_give(own, current) && may_give(own, wanted));
    if may { Ok(()) } else { Err(Error::forbidden()) }
}

/// An admin becomes something else only while another one stays: whoever changes the role may be about to be erased.
pub fn keep_an_admin(current: Role, wanted: Role, admins: i64) -> Result<()> {
    if current == Role::Admin && wanted != Role::Admin && admins <= 1 {
        return Err(Code::LastAdmin.into());
    }
    Ok(())
}

/// Who removes a member: oneself, or somebody who may give that role. The last admin stays.
pub fn remove(asker: Asker, is_self: bool, current: Role, admins: i64) -> Result<()> {
    let may = asker.role().is_some_and(|own| is_self || may_give(own, current));
    match (may, current) {
        (false, _) => Err(Error::forbidden()),
        (true, Role::Admin) if admins <= 1 => Err(Code::LastAdmin.into()),
        (true, _) => Ok(()),
    }
}

/// Who reads grids: every member.
pub fn read_grids(asker: Asker) -> Result<()> {
    match asker {
        Asker::Member(_) => Ok(()),
        Asker::Platform => Err(Error::forbidden()),
    }
}

/// Who writes grids: those who run the organisation.
pub fn write_grid(asker: Asker) -> Result<()> {
    match asker.role() {
        Some(Role::Admin | Role::Manager) => Ok(()),
        _ => Err(Error::forbidden()),
    }
}

/// Who reads what the organisation declares and what the registers say: those who run it, and the platform.
pub fn read_identity(asker: Asker) -> Result<()> {
    match asker {
        Asker::Platform | Asker::Member(Role::Admin | Role::Manager) => Ok(()),
        Asker::Member(Role::Trainer | Role::Trainee) => Err(Error::forbidden()),
    }
}

/// Who declares who the organisation is: its admins, who answer for it.
pub fn write_identity(asker: Asker) -> Result<()> {
    match asker.role() {
        Some(Role::Admin) => Ok(()),
        _ => Err(Error::forbidden()),
    }
}

/// An admin gives every role, a manager those of trainers and trainees.
const fn may_give(own: Role, role: Role) -> bool {
    match own {
        Role::Admin => true,
        Role::Manager => matches!(role, Role::Trainer | Role::Trainee),
        Role::Trainer | Role::Trainee => false,
    }
}

#[cfg(test)]
mod tests {
    use Role::{Admin, Manager, Trainee, Trainer};

    use super::*;

    const ROLES: [Role; 4] = [Trainee, Trainer, Manager, Admin];

    #[test]
    fn roles_are_given_never_above_ones_own() {
        for own in ROLES {
            for role in ROLES {
                let may = invite(Asker::Member(own), role, true).is_ok();
                let expected = own == Admin || (own == Manager && (role == Trainer || role == Trainee));
                assert_eq!(may, expected, "{own:?} gives {role:?}");
                assert!(!may || role <= own);
            }
        }
        assert!(invite(Asker::Platform, Admin, false).is_ok(), "the first admin");
        assert!(invite(Asker::Platform, Admin, true).is_err());
        assert!(invite(Asker::Platform, Trainee, false).is_err());
    }

    #[test]
    fn nobody_changes_their_own_role() {
        for own in ROLES {
            for wanted in ROLES {
                assert!(change_role(Asker::Member(own), true, own, wanted).is_err(), "{own:?} to {wanted:?}");
            }
        }
    }

    #[test]
    fn a_manager_touches_neither_managers_nor_admins() {
        let manager = Asker::Member(Manager);
        assert!(change_role(manager, false, Trainee, Trainer).is_ok());
        assert!(change_role(manager, false, Trainee, Manager).is_err());
        assert!(change_role(manager, false, Manager, Trainee).is_err());
        assert!(change_role(manager, false, Admin, Trainee).is_err());
        assert!(remove(manager, false, Trainer, 2).is_ok());
        assert!(remove(manager, false, Manager, 2).is_err());
        assert!(change_role(Asker::Member(Admin), false, Admin, Trainee).is_ok());
        assert!(change_role(Asker::Platform, false, Trainee, Trainer).is_err());
    }

    #[test]
    fn everybody_may_leave_but_the_last_admin() {
        for own in [Trainee, Trainer, Manager] {
            assert!(remove(Asker::Member(own), true, own, 1).is_ok());
        }
        assert!(remove(Asker::Member(Admin), true, Admin, 2).is_ok());
        assert_eq!(remove(Asker::Member(Admin), true, Admin, 1).unwrap_err().code(), Code::LastAdmin);
        assert!(remove(Asker::Member(Trainer), false, Trainee, 1).is_err());
        assert!(remove(Asker::Platform, false, Trainee, 1).is_err());
    }

    #[test]
    fn the_last_admin_who_stays_remains_one() {
        assert_eq!(keep_an_admin(Admin, Trainer, 1).unwrap_err().code(), Code::LastAdmin);
        assert!(keep_an_admin(Admin, Trainer, 2).is_ok());
        assert!(keep_an_admin(Admin, Admin, 1).is_ok());
        assert!(keep_an_admin(Manager, Trainer, 1).is_ok());
    }

    #[test]
    fn an_identity_is_declared_by_admins_alone() {
        for role in ROLES {
            assert_eq!(write_identity(Asker::Member(role)).is_ok(), role == Admin, "{role:?}");
            assert_eq!(read_identity(Asker::Member(role)).is_ok(), role >= Manager, "{role:?}");
        }
        assert!(read_identity(Asker::Platform).is_ok());
        assert!(write_identity(Asker::Platform).is_err());
    }

    #[test]
    fn members_are_seen_by_those_who_work_with_them() {
        assert_eq!(view_members(Asker::Member(Admin)).unwrap(), MemberView::Full);
        assert_eq!(view_members(Asker::Member(Manager)).unwrap(), MemberView::Full);
        assert_eq!(view_members(Asker::Member(Trainer)).unwrap(), MemberView::TraineeNames);
        assert!(view_members(Asker::Member(Trainee)).is_err());
        assert!(view_members(Asker::Platform).is_err());
        assert!(write_grid(Asker::Member(Manager)).is_ok());
        assert!(write_grid(Asker::Member(Trainer)).is_err());
        assert!(write_grid(Asker::Platform).is_err());
    }
}
