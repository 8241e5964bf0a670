//! What is true of notices: their groups, what people choose for each, and when the daily mail leaves.

mod group;
mod morning;
mod settings;

pub use group::NoticeGroup;
pub use morning::last_morning;
pub use settings::{GroupSetting, MailMode, NotificationSettings, Usual};
