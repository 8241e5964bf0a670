//! What goes with a session: resources, rooms, quizzes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::courses::skills_at;
use super::general::url;
use crate::ids::{EnrolmentId, FileId, SessionCourseId};
use crate::platform::http::{FieldError, Fields, Result, texts};
use crate::trainings::{Content, SkillRef};

/// Most resources, rooms or quizzes of a session.
pub const MOST: usize = 200;

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum ResourceKind {
    /// A file that is kept here.
    File,
    /// A page elsewhere.
    Link,
    /// A video elsewhere.
    Video,
}

/// Who belongs to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[schema(as = SessionRoomKind)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum RoomKind {
    /// Everybody.
    General,
    /// Everybody; who writes is said in the chat: those who train and run the session, or the others once let through.
    Moderated,
    /// Those who train and run the session.
    Staff,
    /// Some trainees, with those who train and run the session.
    Group,
}

/// What a quiz is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, ToSchema, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(type_name = "text", rename_all = "snake_case")]
pub enum QuizPurpose {
    /// Where people stand before the session.
    Positioning,
    /// What they acquired.
    Assessment,
}

impl ResourceKind {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Link => "link",
            Self::Video => "video",
        }
    }
}

impl RoomKind {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Moderated => "moderated",
            Self::Staff => "staff",
            Self::Group => "group",
        }
    }
}

impl QuizPurpose {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Positioning => "positioning",
            Self::Assessment => "assessment",
        }
    }
}

/// What a room that is opened by hand may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = NewSessionRoomKind)]
pub enum NewRoomKind {
    /// Everybody reads, those who train and run the session write, or let the others write.
    Moderated,
    /// Some trainees, with those who train and run the session.
    #[default]
    Group,
}

impl From<NewRoomKind> for RoomKind {
    fn from(kind: NewRoomKind) -> Self {
        match kind {
            NewRoomKind::Moderated => Self::Moderated,
            NewRoomKind::Group => Self::Group,
        }
    }
}

/// A room for a group or a moderated one, as it is sent; or another name for a room.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionRoomDraft)]
pub struct RoomDraft {
    /// Given when a room is opened, `group` by default; it never changes, and is not looked at afterwards.
    #[serde(default)]
    pub kind: NewRoomKind,
    /// 1 to 100 characters, once in the session.
    name: String,
    /// The trainees of a group, by their enrolments, 500 at most, each once. Other rooms name nobody.
    #[serde(default)]
    pub members: Vec<EnrolmentId>,
}

impl RoomDraft {
    /// The name; members are checked for being named once.
    pub fn parse(&self, kind: RoomKind) -> Result<String> {
        let mut fields = Fields::default();
        let name = fields.check(texts::line("/name", &self.name, 1..=100));
        if kind != RoomKind::Group && !self.members.is_empty() {
            let told = "Seul un salon de groupe a une liste de stagiaires.";
            fields.push(FieldError::new("/members", "out_of_range", told));
        }
        if self.members.len() > 500 {
            fields.push(FieldError::new("/members", "too_many", "500 stagiaires au plus."));
        } else if let Some(at) =
            (1..self.members.len()).find(|at| self.members[..*at].contains(&self.members[*at]))
        {
            let told = "Cette personne est citée deux fois.";
            fields.push(FieldError::new(format!("/members/{at}"), "duplicate", told));
        }
        fields.finish()?;
        Ok(name.unwrap_or_default())
    }
}

/// A quiz of a session, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionQuizDraft {
    /// 1 to 200 characters.
    title: String,
    purpose: QuizPurpose,
    /// When it opens; null: at once.
    #[serde(default)]
    opens_at: Option<DateTime<Utc>>,
    /// When it closes; null: with the session.
    #[serde(default)]
    closes_at: Option<DateTime<Utc>>,
    /// The skills of the session's revision it is about.
    #[serde(default)]
    skills: Vec<String>,
}

/// A quiz of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizContent {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub purpose: QuizPurpose,
    /// When it opens.
    pub opens_at: Option<DateTime<Utc>>,
    /// When it closes.
    pub closes_at: Option<DateTime<Utc>>,
    /// The skills it is about.
    pub skills: Vec<SkillRef>,
}

impl SessionQuizDraft {
    /// The quiz. Every fault is told at its place.
    pub fn parse(self, content: &Content) -> Result<QuizContent> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 1..=200));
        if let (Some(opens), Some(closes)) = (self.opens_at, self.closes_at)
            && closes <= opens
        {
            fields.push(FieldError::new("/closes_at", "before_start", "Le quiz fermerait avant d’ouvrir."));
        }
        let skills = skills_at(content, &self.skills, "/skills", &mut fields);
        fields.finish()?;
        Ok(QuizContent {
            title: title.unwrap_or_default(),
            purpose: self.purpose,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            skills,
        })
    }
}

/// A resource of a session, as it is sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceDraft {
    /// Given once: a link never becomes a file.
    pub kind: ResourceKind,
    /// 1 to 200 characters.
    title: String,
    /// The course of the session's list it belongs to; null: the session as a whole.
    #[serde(default)]
    session_course_id: Option<SessionCourseId>,
    /// When trainees see it; null: at once.
    #[serde(default)]
    visible_from: Option<DateTime<Utc>>,
    /// Its place among the others, counted from 0; null: the last on creation, afterwards where it is.
    #[serde(default)]
    position: Option<u16>,
    /// Address of a link or a video. Another one than before makes a new version.
    #[serde(default)]
    url: Option<String>,
    /// A file that was just sent in the organisation's name, needed of a new one. Another one makes a new version; null
    /// afterwards: it stays.
    #[serde(default)]
    file_id: Option<FileId>,
}

/// A resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceContent {
    /// What it is.
    pub kind: ResourceKind,
    /// Its title.
    pub title: String,
    /// The course it belongs to.
    pub course: Option<SessionCourseId>,
    /// When trainees see it.
    pub visible_from: Option<DateTime<Utc>>,
    /// Its place, if one was given.
    pub position: Option<u16>,
    /// Address of a link or a video.
    pub url: Option<String>,
    /// The file, if one was named.
    pub file: Option<FileId>,
}

impl ResourceDraft {
    /// The resource. Every fault is told at its place.
    pub fn parse(self) -> Result<ResourceContent> {
        let mut fields = Fields::default();
        let title = fields.check(texts::line("/title", &self.title, 1..=200));
        let url = fields.check(url("/url", self.url.as_deref())).flatten();
        match (self.kind, &url) {
            (ResourceKind::File, Some(_)) => {
                fields.push(FieldError::new("/url", "out_of_range", "Un fichier n’a pas d’adresse."));
            }
            (ResourceKind::Link | ResourceKind::Video, None) => {
                fields.push(FieldError::new("/url", "required", "Indiquez l’adresse."));
            }
            _ => {}
        }
        if self.kind != ResourceKind::File && self.file_id.is_some() {
            fields.push(FieldError::new("/file_id", "out_of_range", "Un lien n’a pas de fichier."));
        }
        fields.finish()?;
        Ok(ResourceContent {
            kind: self.kind,
            title: title.unwrap_or_default(),
            course: self.session_course_id,
            visible_from: self.visible_from,
            position: self.position,
            url,
            file: self.file_id,
        })
    }
}
