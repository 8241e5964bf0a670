//! What people choose for each group of notices.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::group::NoticeGroup;
use crate::notices::NoticeKind;
use crate::platform::http::{Error, FieldError, Fields};

/// When mails about a group leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailMode {
    /// Two minutes after something happened, unless it was read meanwhile.
    AtOnce,
    /// At eight in the morning in Paris, when something waits.
    Daily,
    /// Never.
    None,
}

impl MailMode {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::None => "none",
        }
    }

    /// The mode of this name.
    pub fn stored(name: &str) -> Self {
        match name {
            "daily" => Self::Daily,
            "none" => Self::None,
            _ => Self::AtOnce,
        }
    }
}

/// What a person chose for one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupSetting {
    /// When mails leave.
    pub mail: MailMode,
    /// Whether the group is listed and counted inside the app.
    pub in_app: bool,
}

/// What a person chose, for every group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotificationSettings {
    /// Offers; always listed inside the app.
    pub offers: GroupSetting,
    /// What was shared.
    pub shares: GroupSetting,
    /// Rooms. At once: when one is named, or a room ends; daily: also when there are messages one has not read.
    pub rooms: GroupSetting,
    /// Quizzes of companies.
    pub quizzes: GroupSetting,
    /// Searches, lists and members of a company.
    pub recruiting: GroupSetting,
    /// The account: always listed, always mailed at once.
    pub account: GroupSetting,
}

const AT_ONCE: GroupSetting = GroupSetting { mail: MailMode::AtOnce, in_app: true };

impl Default for NotificationSettings {
    fn default() -> Self {
        Self {
            offers: AT_ONCE,
            shares: AT_ONCE,
            rooms: AT_ONCE,
            quizzes: AT_ONCE,
            recruiting: GroupSetting { mail: MailMode::Daily, in_app: true },
            account: AT_ONCE,
        }
    }
}

impl NotificationSettings {
    /// The setting of a group.
    pub const fn of(&self, group: NoticeGroup) -> GroupSetting {
        match group {
            NoticeGroup::Offers => self.offers,
            NoticeGroup::Shares => self.shares,
            NoticeGroup::Rooms => self.rooms,
            NoticeGroup::Quizzes => self.quizzes,
            NoticeGroup::Recruiting => self.recruiting,
            NoticeGroup::Account => self.account,
        }
    }

    /// Sets a group.
    pub const fn set(&mut self, group: NoticeGroup, setting: GroupSetting) {
        match group {
            NoticeGroup::Offers => self.offers = setting,
            NoticeGroup::Shares => self.shares = setting,
            NoticeGroup::Rooms => self.rooms = setting,
            NoticeGroup::Quizzes => self.quizzes = setting,
            NoticeGroup::Recruiting => self.recruiting = setting,
            NoticeGroup::Account => self.account = setting,
        }
    }

    /// The same, when nothing is switched off that stays on.
    pub fn checked(self) -> Result<Self, Error> {
        let mut fields = Fields::default();
        for group in NoticeGroup::ALL {
            let GroupSetting { mail, in_app } = self.of(group);
            let mut refuse = |field: &str, message: &'static str| {
                fields.push(FieldError::new(format!("/{}/{field}", group.name()), "always_on", message));
            };
            if group.is_always_listed() && !in_app {
                refuse("in_app", "Ces notifications restent toujours visibles dans l’application.");
            }
            if group.is_always_mailed() && mail != MailMode::AtOnce {
                refuse("mail", "Ces notifications sont toujours annoncées tout de suite.");
            }
        }
        fields.finish().map(|()| self)
    }

    /// The kinds that are listed and counted inside the app.
    pub fn listed_kinds(&self) -> Vec<String> {
        let listed = NoticeKind::ALL.iter().filter(|kind| self.of(NoticeGroup::of(**kind)).in_app);
        listed.map(|kind| kind.kind().to_owned()).collect()
    }
}

/// Every kind with its group and the usual mode of that group, column by column, for statements that join them.
pub struct Usual {
    /// The kinds.
    pub kinds: Vec<String>,
    /// The group of each.
    pub groups: Vec<String>,
    /// The usual mode of each.
    pub mails: Vec<String>,
}

impl Usual {
    /// The table, made once.
    pub fn table() -> &'static Self {
        static TABLE: LazyLock<Usual> = LazyLock::new(|| {
            let usual = NotificationSettings::default();
            let groups = || NoticeKind::ALL.iter().map(|kind| NoticeGroup::of(*kind));
            Usual {
                kinds: NoticeKind::ALL.iter().map(|kind| kind.kind().to_owned()).collect(),
                groups: groups().map(|group| group.name().to_owned()).collect(),
                mails: groups().map(|group| usual.of(group).mail.name().to_owned()).collect(),
            }
        });
        &TABLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFF: GroupSetting = GroupSetting { mail: MailMode::None, in_app: false };

    fn faults(settings: NotificationSettings) -> Vec<String> {
        match settings.checked() {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.pointer).collect(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn offers_stay_listed_and_the_account_stays_on_altogether() {
        let mut settings = NotificationSettings::default();
        for group in NoticeGroup::ALL {
            settings.set(group, OFF);
        }
        assert_eq!(faults(settings), ["/offers/in_app", "/account/in_app", "/account/mail"]);
        settings.offers.in_app = true;
        settings.account = AT_ONCE;
        assert_eq!(faults(settings), Vec::<String>::new(), "offers may go without mails");
    }

    #[test]
    fn what_is_not_listed_is_no_kind_of_the_list() {
        let mut settings = NotificationSettings::default();
        assert_eq!(settings.listed_kinds().len(), NoticeKind::ALL.len());
        settings.rooms.in_app = false;
        let listed = settings.listed_kinds();
        assert!(
            !listed.contains(&"room.mention".to_owned()) && listed.contains(&"offer.received".to_owned())
        );
    }

    #[test]
    fn modes_are_stored_under_the_names_of_the_api() {
        for mode in [MailMode::AtOnce, MailMode::Daily, MailMode::None] {
            assert_eq!(serde_json::to_value(mode).unwrap(), mode.name());
            assert_eq!(MailMode::stored(mode.name()), mode);
        }
        let table = Usual::table();
        assert_eq!((table.kinds.len(), table.groups.len()), (table.mails.len(), table.mails.len()));
    }
}
