//! What differs between two revisions, in the words of the one who reads it.

use serde::Serialize;
use utoipa::ToSchema;

use super::content::{Certification, Content, CourseLine, JobLine, SkillLine, SkillRef};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = TrainingChange)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// Its code or id; of a text, its name.
    pub key: String,
    /// Its name, the newer one where it changed; of a text, nothing.
    pub label: Option<String>,
    /// What happened to it.
    pub kind: Kind,
    /// Which of its properties changed; nothing when it came, went or moved.
    pub property: Option<Property>,
    /// Before, as people read it.
    pub before: Option<String>,
    /// After, as people read it.
    pub after: Option<String>,
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrainingChangeSubject)]
pub enum Subject {
    /// The title, a text, an official reference.
    Field,
    /// A job.
    Job,
    /// A skill.
    Skill,
    /// A course.
    Course,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrainingChangeKind)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
    /// It stands elsewhere among its like.
    Moved,
}

/// A property of a job, skill or course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = TrainingChangeProperty)]
pub enum Property {
    /// Its name.
    Label,
    /// The name of the job that was chosen.
    Appellation,
    /// The jobs that brought a skill.
    Jobs,
    /// The scale of its levels.
    Scale,
    /// The level aimed at.
    Target,
    /// The level from which it counts as acquired.
    Pass,
    /// What a skill is to the jobs that brought it: central, on the rise.
    Marks,
    /// The skill of the catalogue an own skill is.
    Link,
    /// How long a course takes, in minutes.
    Minutes,
    /// How a course is held.
    Modality,
    /// The skills a course teaches.
    Skills,
}

/// Lists what changed from one content to another.
pub fn compare(before: &Content, after: &Content) -> Vec<Change> {
    let mut changes = Vec::new();
    compare_fields(before, after, &mut changes);
    lists(&before.jobs, &after.jobs, &mut changes);
    lists(&before.skills, &after.skills, &mut changes);
    let both = [before, after];
    let taught = |line: &CourseLine| names_of(&line.skills, both);
    lists(
        &before.courses.iter().map(|line| Taught { line, skills: taught(line) }).collect::<Vec<_>>(),
        &after.courses.iter().map(|line| Taught { line, skills: taught(line) }).collect::<Vec<_>>(),
        &mut changes,
    );
    changes
}

fn compare_fields(before: &Content, after: &Content, changes: &mut Vec<Change>) {
    let mut field = |key: &str, before: &str, after: &str| {
        if before != after {
            let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            changes.push(Change {
                subject: Subject::Field,
                key: key.to_owned(),
                label: None,
                kind: Kind::Changed,
                property: None,
                before: text(before),
                after: text(after),
            });
        }
    };
    field("title", &before.title, &after.title);
    field("nature", before.nature.in_french(), after.nature.in_french());
    for ((key, before), (_, after)) in before.texts.fields().into_iter().zip(after.texts.fields()) {
        field(key, before, after);
    }
    let references = |certification: &Certification| {
        [
            ("certification", certification.code.clone().unwrap_or_default()),
            ("blocks", certification.blocks.join(", ")),
            ("formacodes", certification.formacodes.join(", ")),
            ("specialities", certification.specialities.join(", ")),
        ]
    };
    let pairs = references(&before.certification).into_iter().zip(references(&after.certification));
    for ((key, before), (_, after)) in pairs {
        field(key, &before, &after);
    }
}

/// An entry of a list that two revisions may both have.
trait Entry {
    const SUBJECT: Subject;
    fn key(&self) -> String;
    fn label(&self) -> &str;
    /// Everything it says, as people read it.
    fn properties(&self) -> Vec<(Property, String)>;
}

fn lists<E: Entry>(before: &[E], after: &[E], changes: &mut Vec<Change>) {
    let change = |entry: &E, kind| Change {
        subject: E::SUBJECT,
        key: entry.key(),
        label: Some(entry.label().to_owned()),
        kind,
        property: None,
        before: None,
        after: None,
    };
    let find = |list: &[E], key: &str| list.iter().position(|entry| entry.key() == key);
    for old in before {
        if find(after, &old.key()).is_none() {
            changes.push(change(old, Kind::Removed));
        }
    }
    // What both have, in the older order: whoever no longer follows was moved.
    let kept: Vec<usize> = after.iter().filter_map(|entry| find(before, &entry.key())).collect();
    let steady = longest_rise(&kept);
    for new in after {
        let Some(at) = find(before, &new.key()) else {
            changes.push(change(new, Kind::Added));
            continue;
        };
        for ((property, was), (_, is)) in before[at].properties().into_iter().zip(new.properties()) {
            if was != is {
                let told = |text: String| (!text.is_empty()).then_some(text);
                changes.push(Change {
                    property: Some(property),
                    before: told(was),
                    after: told(is),
                    ..change(new, Kind::Changed)
                });
            }
        }
        if !steady.contains(&at) {
            changes.push(change(new, Kind::Moved));
        }
    }
}

/// The members of a longest rising subsequence: what stayed in place when a list was reordered.
fn longest_rise(places: &[usize]) -> Vec<usize> {
    // For each place, the length of the longest rise that ends there, and the place before it.
    let mut rises: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let before =
            (0..at).filter(|&earlier| places[earlier] < *place).max_by_key(|&earlier| rises[earlier].0);
        rises.push((before.map_or(1, |earlier| rises[earlier].0 + 1), before));
    }
    let mut steady = Vec::new();
    let mut last = (0..places.len()).max_by_key(|&at| rises[at].0);
    while let Some(at) = last {
        steady.push(places[at]);
        last = rises[at].1;
    }
    steady
}

impl Entry for JobLine {
    const SUBJECT: Subject = Subject::Job;

    fn key(&self) -> String {
        self.code.to_string()
    }

    fn label(&self) -> &str {
        &self.label
    }

    fn properties(&self) -> Vec<(Property, String)> {
        vec![
            (Property::Label, self.label.clone()),
            (Property::Appellation, self.appellation.clone().unwrap_or_default()),
        ]
    }
}

impl Entry for SkillLine {
    const SUBJECT: Subject = Subject::Skill;

    fn key(&self) -> String {
        self.skill.to_string()
    }

    fn label(&self) -> &str {
        &self.label
    }

    fn properties(&self) -> Vec<(Property, String)> {
        let jobs: Vec<&str> = self.jobs.iter().map(carnet_index::RomeCode::as_str).collect();
        let scale = match self.levels.scale.grid() {
            Some((_, version)) => format!("{}, version {version}", self.levels.scale.title()),
            None => self.levels.scale.title().to_owned(),
        };
        vec![
            (Property::Label, self.label.clone()),
            (Property::Jobs, jobs.join(", ")),
            (Property::Marks, self.marks.in_french().to_owned()),
            (Property::Scale, scale),
            (Property::Target, self.levels.target().name),
            (Property::Pass, self.levels.pass().name),
            (Property::Link, self.linked.map(|code| code.to_string()).unwrap_or_default()),
        ]
    }
}

/// A course with the names of the skills it teaches.
struct Taught<'a> {
    line: &'a CourseLine,
    skills: String,
}

impl Entry for Taught<'_> {
    const SUBJECT: Subject = Subject::Course;

    fn key(&self) -> String {
        self.line.course.to_string()
    }

    fn label(&self) -> &str {
        &self.line.title
    }

    fn properties(&self) -> Vec<(Property, String)> {
        vec![
            (Property::Label, self.line.title.clone()),
            (Property::Minutes, self.line.minutes.to_string()),
            (Property::Modality, self.line.modality.in_french().to_owned()),
            (Property::Skills, self.skills.clone()),
        ]
    }
}

/// The names of skills, one per line and sorted: the order of the training's skills is told elsewhere.
fn names_of(skills: &[SkillRef], [before, after]: [&Content; 2]) -> String {
    let name = |skill: &SkillRef| {
        let lines = after.skills.iter().chain(&before.skills);
        lines.into_iter().find(|line| line.skill == *skill).map_or("", |line| line.label.as_str())
    };
    let mut names: Vec<&str> = skills.iter().map(name).collect();
    names.sort_unstable();
    names.join("\n")
}

#[cfg(test)]
mod tests {
    use carnet_index::{RomeCode, SkillCode};
    use uuid::Uuid;

    use super::super::content::{Modality, Texts};
    use super::super::line::{Levels, Scale};
    use super::super::marks::Marks;
    use super::*;
    use crate::ids::CourseId;
    use crate::orgs::ActionKind;

    fn skill(code: u32, target: i16) -> SkillLine {
        SkillLine {
            skill: SkillRef::Catalog(SkillCode(code)),
            label: format!("Compétence {code}"),
            kind: None,
            jobs: vec![RomeCode::parse("M1805").unwrap()],
            marks: Marks { core: code == 1, emerging: false },
            levels: Levels { scale: Scale::Common, target, pass: 1 },
            linked: None,
        }
    }

    fn course(id: u128, skills: &[u32]) -> CourseLine {
        CourseLine {
            course: CourseId(Uuid::from_u128(id)),
            title: format!("Module {id}"),
            minutes: 60,
            modality: Modality::InPerson,
            skills: skills.iter().map(|code| SkillRef::Catalog(SkillCode(*code))).collect(),
        }
    }

    fn content() -> Content {
        Content {
            title: "Soudure".into(),
            nature: ActionKind::Training,
            texts: Texts::default(),
            certification: Certification::default(),
            jobs: vec![],
            skills: vec![skill(1, 3), skill(2, 3), skill(3, 3)],
            courses: vec![course(1, &[1]), course(2, &[2]), course(3, &[3])],
        }
    }

    fn told(after: &Content) -> Vec<String> {
        let changes = compare(&content(), after).into_iter().map(|change| {
            let property = change.property.map(|property| format!(" {property:?}")).unwrap_or_default();
            let (before, after) = (change.before.unwrap_or_default(), change.after.unwrap_or_default());
            format!("{:?} {:?}{property} {} {before}>{after}", change.kind, change.subject, change.key)
        });
        changes.map(|line| line.trim_end_matches(" >").to_owned()).collect()
    }

    fn id(id: u128) -> Uuid {
        Uuid::from_u128(id)
    }

    #[test]
    fn the_same_has_no_difference() {
        assert_eq!(told(&content()), [""; 0]);
    }

    #[test]
    fn what_came_went_and_changed_is_told_by_name() {
        let mut after = content();
        after.title = "Soudage".into();
        after.nature = ActionKind::Apprenticeship;
        after.texts.price = "900 €".into();
        after.skills = vec![skill(1, 4), skill(3, 3), skill(4, 2)];
        after.skills[0].marks = Marks { core: false, emerging: true };
        after.courses[1].skills = vec![SkillRef::Catalog(SkillCode(4))];
        after.courses[2].minutes = 90;
        assert_eq!(
            told(&after),
            [
                "Changed Field title Soudure>Soudage".to_owned(),
                "Changed Field nature Action de formation>Formation par apprentissage".to_owned(),
                "Changed Field price >900 €".to_owned(),
                "Removed Skill 2".to_owned(),
                "Changed Skill Marks 1 Clé>Émergente".to_owned(),
                "Changed Skill Target 1 Autonome>Expert".to_owned(),
                "Added Skill 4".to_owned(),
                format!("Changed Course Skills {} Compétence 2>Compétence 4", id(2)),
                format!("Changed Course Minutes {} 60>90", id(3)),
            ]
        );
    }

    #[test]
    fn only_what_really_moved_is_said_to_have_moved() {
        let mut after = content();
        let first = after.courses.remove(0);
        after.courses.push(first);
        assert_eq!(told(&after), [format!("Moved Course {}", id(1))]);
        let mut after = content();
        after.courses.remove(0);
        assert_eq!(told(&after), [format!("Removed Course {}", id(1))]);
    }
}
