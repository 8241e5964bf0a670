//! Who reads, writes and moderates a room, from what they are to it at this moment. Pure; nothing of it is ever kept.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Paris;

use super::model::lifetime;
use super::model::place::{Of, OfOffer, OfSession, Participation, Place};
use super::model::room::{Kind, Side, State, Step, Writing};
use crate::actor::Actor;
use crate::orgs::{Role, Status as OrganisationStatus};
use crate::platform::http::{Code, Error, Result};
use crate::sessions::{EnrolmentStatus, Status};

/// As whom somebody reads a room; none when it is not there for them.
pub fn side(place: &Place, now: DateTime<Utc>) -> Option<Side> {
    let side = match &place.of {
        Of::Session(of) => in_session(place.kind, of, now),
        Of::Offer(of) => in_private(place, of, now),
    };
    // Those who train and run a session are not put out of its rooms: they leave with their role.
    side.filter(|side| *side == Side::Staff || !place.own.is_expelled)
}

fn in_session(kind: Kind, of: &OfSession, now: DateTime<Utc>) -> Option<Side> {
    if is_staff(of) {
        return Some(Side::Staff);
    }
    let today = now.with_timezone(&Paris).date_naive();
    let takes_part = of.enrolment.is_some_and(|one| takes_part(one, of.starts_on, today));
    let belongs = match kind {
        Kind::General | Kind::Moderated => true,
        Kind::Group => of.is_in_group,
        Kind::Staff | Kind::Private => false,
    };
    (of.status != Status::Draft && takes_part && belongs).then_some(Side::Member)
}

/// Those who run the organisation, and those who train in the session and still train for the organisation.
fn is_staff(of: &OfSession) -> bool {
    match of.membership.map(|membership| membership.role) {
        Some(Role::Admin | Role::Manager) => true,
        Some(Role::Trainer) => of.is_assigned,
        Some(Role::Trainee) | None => false,
    }
}

/// Trainees who begin with the session talk as soon as it is announced; who joins later, from their first day. Who leaves is
/// out at once, who went to the end stays.
fn takes_part(one: Participation, session_starts_on: NaiveDate, today: NaiveDate) -> bool {
    let has_begun = one.starts_on <= session_starts_on || one.starts_on <= today;
    match one.status {
        EnrolmentStatus::Enrolled | EnrolmentStatus::Confirmed => {
            has_begun && one.ends_on.is_none_or(|last| today <= last)
        }
        EnrolmentStatus::Finished => true,
        EnrolmentStatus::Waiting
        | EnrolmentStatus::Invited
        | EnrolmentStatus::Abandoned
        | EnrolmentStatus::Cancelled => false,
    }
}

fn in_private(place: &Place, of: &OfOffer, now: DateTime<Utc>) -> Option<Side> {
    if of.erasure_asked_at.is_some() || of.is_over(now) {
        return None;
    }
    if of.candidate == Some(place.person) {
        return Some(Side::Person);
    }
    // Who may not recruit at the moment reads nothing of the person, here as anywhere.
    (of.recruiter == Some(place.person) && of.represents && of.may_recruit).then_some(Side::Company)
}

/// Refuses whoever the room is not there for.
pub fn may_read(place: &Place, now: DateTime<Utc>) -> Result<Side> {
    side(place, now).ok_or_else(Error::not_found)
}

/// Where a private room stands.
pub fn state(of: &OfOffer) -> State {
    match (of.erasure_asked_at, of.closed_at) {
        (Some(_), _) => State::Erasing,
        (None, Some(_)) => State::Closed,
        (None, None) => State::Open,
    }
}

/// How a message is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Everybody reads it at once.
    AtOnce,
    /// Once those who moderate let it through.
    OnceApproved,
}

/// As whom somebody writes, and how it is taken; or why not.
pub fn may_write(place: &Place, now: DateTime<Utc>) -> Result<(Side, Taken)> {
    // Whoever writes at the moment a room ends learns that it did, as long as it is there.
    if let Of::Offer(of) = &place.of
        && of.erasure_asked_at.is_none()
        && of.is_over(now)
        && (of.candidate == Some(place.person) || (of.recruiter == Some(place.person) && of.represents))
    {
        return Err(Code::RoomOver.into());
    }
    let side = may_read(place, now)?;
    if place.own.silenced_until.is_some_and(|until| now < until) && side != Side::Staff {
        return Err(Code::Silenced.into());
    }
    match &place.of {
        Of::Session(of) => write_in_session(place.writing, of, side, now),
        Of::Offer(of) => write_in_private(of, side, now),
    }
}

fn write_in_session(
    writing: Writing,
    of: &OfSession,
    side: Side,
    now: DateTime<Utc>,
) -> Result<(Side, Taken)> {
    if of.organisation_status == OrganisationStatus::Suspended {
        return Err(Code::OrganisationSuspended.into());
    }
    let is_over = matches!(of.status, Status::Closed | Status::Cancelled);
    if is_over && lifetime::read_only_from(of.status_at) <= now {
        return Err(Code::RoomReadOnly.into());
    }
    match (side, writing) {
        (Side::Staff, _) | (_, Writing::Everybody) => Ok((side, Taken::AtOnce)),
        (_, Writing::Approval) => Ok((side, Taken::OnceApproved)),
        (_, Writing::Staff) => Err(Code::StaffWrites.into()),
    }
}

fn write_in_private(of: &OfOffer, side: Side, now: DateTime<Utc>) -> Result<(Side, Taken)> {
    if state(of).after(Step::Write).is_err() {
        return Err(Code::RoomClosed.into());
    }
    if of.is_left() || !of.may_recruit {
        return Err(Code::RoomPaused.into());
    }
    // Its time is over, and only a report keeps it.
    if of.ends_at <= now {
        return Err(Code::RoomClosed.into());
    }
    Ok((side, Taken::AtOnce))
}

/// Those who train and run a session moderate its rooms; nobody moderates a private one but through a report.
pub fn may_moderate(place: &Place, now: DateTime<Utc>) -> Result<()> {
    match (may_read(place, now)?, &place.of) {
        (Side::Staff, Of::Session(of)) if of.organisation_status == OrganisationStatus::Suspended => {
            Err(Code::OrganisationSuspended.into())
        }
        (Side::Staff, _) => Ok(()),
        _ => Err(Error::forbidden()),
    }
}

/// The two of a private room; rooms of sessions follow their session.
pub fn may_end(place: &Place, now: DateTime<Utc>) -> Result<(Side, OfOffer)> {
    let side = may_read(place, now)?;
    match &place.of {
        Of::Offer(of) => Ok((side, of.clone())),
        Of::Session(_) => Err(Code::NotPrivate.into()),
    }
}

/// Who looks at a report: of a room of a session, those who train and run it; of a private room, the platform's staff, who
/// are none of the two. To the others there is no report.
pub fn may_judge(actor: &Actor, place: Option<&Place>, is_private: bool, now: DateTime<Utc>) -> Result<()> {
    let may = if is_private {
        actor.is_platform_admin && place.is_none_or(|place| !is_party(place))
    } else {
        place.is_some_and(|place| side(place, now) == Some(Side::Staff))
    };
    if may { Ok(()) } else { Err(Error::not_found()) }
}

fn is_party(place: &Place) -> bool {
    match &place.of {
        Of::Offer(of) => of.candidate == Some(place.person) || of.recruiter == Some(place.person),
        Of::Session(_) => false,
    }
}

/// Whether somebody follows a room without having said so: not those who run the organisation and neither train nor wrote.
pub fn follows(place: &Place) -> bool {
    match &place.of {
        Of::Session(of) => {
            let runs = matches!(of.membership.map(|it| it.role), Some(Role::Admin | Role::Manager));
            !runs || of.is_assigned || place.own.is_known
        }
        Of::Offer(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::chat::model::place::Own;
    use crate::ids::{ChatRoomId, OfferRecipientId, OrganisationId, PersonId, TrainingSessionId};
    use crate::orgs::Membership;
    use crate::sessions::Retention;

    const NOW: &str = "2026-03-10T09:00:00Z";

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn me() -> PersonId {
        PersonId(Uuid::from_u128(1))
    }

    fn of_session() -> OfSession {
        OfSession {
            name: "Salon".to_owned(),
            session: TrainingSessionId(Uuid::nil()),
            title: String::new(),
            status: Status::Running,
            status_at: at(NOW),
            starts_on: "2026-03-09".parse().unwrap(),
            ends_on: "2026-03-13".parse().unwrap(),
            retention: Retention::Standard,
            organisation: OrganisationId(Uuid::nil()),
            organisation_name: String::new(),
            organisation_status: OrganisationStatus::Active,
            membership: None,
            is_assigned: false,
            enrolment: None,
            is_in_group: false,
        }
    }

    fn of_offer() -> OfOffer {
        OfOffer {
            recipient: OfferRecipientId(Uuid::nil()),
            title: String::new(),
            candidate: Some(me()),
            candidate_name: None,
            company_name: None,
            siret: String::new(),
            recruiter: Some(PersonId(Uuid::from_u128(2))),
            recruiter_name: None,
            represents: true,
            may_recruit: true,
            ends_at: at("2026-04-10T21:59:00Z"),
            closed_at: None,
            held_until: None,
            erasure_asked_at: None,
        }
    }

    fn place(kind: Kind, writing: Writing, of: Of) -> Place {
        Place {
            room: ChatRoomId(Uuid::nil()),
            kind,
            writing,
            position: 0,
            version: 1,
            opened_at: at(NOW),
            last_message_at: None,
            person: me(),
            of,
            own: Own::default(),
        }
    }

    fn in_room(kind: Kind, of: OfSession) -> Option<Side> {
        side(&place(kind, Writing::Everybody, Of::Session(of)), at(NOW))
    }

    fn member(role: Role, is_assigned: bool) -> OfSession {
        let membership = Some(Membership { role, status: OrganisationStatus::Active });
        OfSession { membership, is_assigned, ..of_session() }
    }

    fn trainee(status: EnrolmentStatus, starts_on: &str, ends_on: Option<&str>) -> OfSession {
        let ends_on = ends_on.map(|day| day.parse().unwrap());
        let enrolment = Some(Participation { status, starts_on: starts_on.parse().unwrap(), ends_on });
        OfSession { enrolment, ..of_session() }
    }

    fn writes(place: &Place, now: &str) -> std::result::Result<Taken, Code> {
        may_write(place, at(now)).map(|(_, taken)| taken).map_err(|error| error.code())
    }

    #[test]
    fn those_who_run_and_train_a_session_read_all_its_rooms_and_other_trainers_none() {
        for kind in [Kind::General, Kind::Moderated, Kind::Staff, Kind::Group] {
            assert_eq!(in_room(kind, member(Role::Admin, false)), Some(Side::Staff));
            assert_eq!(in_room(kind, member(Role::Manager, false)), Some(Side::Staff));
            assert_eq!(in_room(kind, member(Role::Trainer, true)), Some(Side::Staff));
            assert_eq!(in_room(kind, member(Role::Trainer, false)), None, "removed from the session");
            assert_eq!(in_room(kind, member(Role::Trainee, true)), None, "trains no more");
            assert_eq!(in_room(kind, of_session()), None);
        }
    }

    #[test]
    fn a_trainee_reads_what_is_for_them_while_they_take_part() {
        let here = || trainee(EnrolmentStatus::Enrolled, "2026-03-09", None);
        let group = || OfSession { is_in_group: true, ..here() };
        let member = Some(Side::Member);
        assert_eq!((in_room(Kind::General, here()), in_room(Kind::Moderated, here())), (member, member));
        assert_eq!((in_room(Kind::Group, here()), in_room(Kind::Group, group())), (None, member));
        assert_eq!(in_room(Kind::Staff, group()), None);
        assert_eq!(in_room(Kind::General, OfSession { status: Status::Draft, ..here() }), None);
    }

    #[test]
    fn dates_and_states_of_the_enrolment_open_and_shut_the_rooms() {
        use EnrolmentStatus::{Abandoned, Cancelled, Confirmed, Enrolled, Finished, Invited, Waiting};
        let cases = [
            (Enrolled, "2026-03-09", None, true),
            (Confirmed, "2026-03-10", Some("2026-03-10"), true),
            (Enrolled, "2026-03-09", Some("2026-03-09"), false),
            (Enrolled, "2026-03-11", None, false),
            (Finished, "2026-03-09", Some("2026-03-09"), true),
            (Abandoned, "2026-03-09", Some("2026-03-10"), false),
            (Waiting, "2026-03-09", None, false),
            (Invited, "2026-03-09", None, false),
            (Cancelled, "2026-03-09", None, false),
        ];
        for (status, from, to, expected) in cases {
            let found = in_room(Kind::General, trainee(status, from, to)).is_some();
            assert_eq!(found, expected, "{status:?} {from} {to:?}");
        }
        // Before the session, those who begin with it talk already.
        let early =
            |from| place(Kind::General, Writing::Everybody, Of::Session(trainee(Enrolled, from, None)));
        let before = at("2026-03-01T09:00:00Z");
        assert_eq!(side(&early("2026-03-09"), before), Some(Side::Member));
        assert_eq!(side(&early("2026-03-10"), before), None);
    }

    #[test]
    fn who_is_expelled_is_out_but_for_those_who_moderate() {
        let expelled = Own { is_expelled: true, ..Own::default() };
        let here = Of::Session(trainee(EnrolmentStatus::Enrolled, "2026-03-09", None));
        let out = Place { own: expelled, ..place(Kind::General, Writing::Everybody, here) };
        assert_eq!(side(&out, at(NOW)), None);
        let staff = Of::Session(member(Role::Manager, false));
        let staff = Place { own: expelled, ..place(Kind::General, Writing::Everybody, staff) };
        assert_eq!(side(&staff, at(NOW)), Some(Side::Staff));
    }

    #[test]
    fn the_setting_says_who_writes_and_a_closed_session_is_read_after_thirty_days() {
        let here = trainee(EnrolmentStatus::Finished, "2026-03-09", None);
        let one = |writing, of: &OfSession| place(Kind::Moderated, writing, Of::Session(of.clone()));
        assert_eq!(writes(&one(Writing::Everybody, &here), NOW), Ok(Taken::AtOnce));
        assert_eq!(writes(&one(Writing::Approval, &here), NOW), Ok(Taken::OnceApproved));
        assert_eq!(writes(&one(Writing::Staff, &here), NOW), Err(Code::StaffWrites));
        let staff = member(Role::Trainer, true);
        for writing in [Writing::Everybody, Writing::Approval, Writing::Staff] {
            assert_eq!(writes(&one(writing, &staff), NOW), Ok(Taken::AtOnce));
        }
        for status in [Status::Closed, Status::Cancelled] {
            let closed = OfSession { status, ..here.clone() };
            assert_eq!(writes(&one(Writing::Everybody, &closed), "2026-04-09T21:58:59Z"), Ok(Taken::AtOnce));
            assert_eq!(
                writes(&one(Writing::Everybody, &closed), "2026-04-09T21:59:00Z"),
                Err(Code::RoomReadOnly)
            );
        }
        let suspended = OfSession { organisation_status: OrganisationStatus::Suspended, ..here.clone() };
        assert_eq!(writes(&one(Writing::Everybody, &suspended), NOW), Err(Code::OrganisationSuspended));
        let until = Some(at("2026-03-10T10:00:00Z"));
        let silenced =
            Place { own: Own { silenced_until: until, ..Own::default() }, ..one(Writing::Everybody, &here) };
        assert_eq!(writes(&silenced, NOW), Err(Code::Silenced));
        assert_eq!(writes(&silenced, "2026-03-10T10:00:00Z"), Ok(Taken::AtOnce));
    }

    #[test]
    fn a_private_room_is_for_its_two_while_both_are_there() {
        let one = |of: OfOffer| place(Kind::Private, Writing::Everybody, Of::Offer(of));
        assert_eq!(writes(&one(of_offer()), NOW), Ok(Taken::AtOnce));
        let stranger = OfOffer { candidate: Some(PersonId(Uuid::from_u128(3))), ..of_offer() };
        assert_eq!(writes(&one(stranger), NOW), Err(Code::NotFound));
        let paused = OfOffer { may_recruit: false, ..of_offer() };
        assert_eq!(side(&one(paused.clone()), at(NOW)), Some(Side::Person));
        assert_eq!(writes(&one(paused.clone()), NOW), Err(Code::RoomPaused));
        let suspended = OfOffer { candidate: None, recruiter: Some(me()), ..paused };
        assert_eq!(side(&one(suspended), at(NOW)), None, "nobody who may not recruit reads on");
        let left = OfOffer { represents: false, ..of_offer() };
        assert_eq!(writes(&one(left.clone()), NOW), Err(Code::RoomPaused));
        let who_left = OfOffer { candidate: None, recruiter: Some(me()), ..left };
        assert_eq!(side(&one(who_left), at(NOW)), None, "whoever left the company reads no more");
        let closed = OfOffer { closed_at: Some(at(NOW)), ..of_offer() };
        assert_eq!(writes(&one(closed), NOW), Err(Code::RoomClosed));
        let erased = OfOffer { erasure_asked_at: Some(at(NOW)), ..of_offer() };
        assert_eq!(writes(&one(erased), NOW), Err(Code::NotFound));
    }

    #[test]
    fn at_its_last_second_a_room_is_written_in_and_at_the_next_it_is_over() {
        let one = |of: OfOffer| place(Kind::Private, Writing::Everybody, Of::Offer(of));
        let (last, over) = ("2026-04-10T21:58:59Z", "2026-04-10T21:59:00Z");
        assert_eq!(writes(&one(of_offer()), last), Ok(Taken::AtOnce));
        assert_eq!(writes(&one(of_offer()), over), Err(Code::RoomOver));
        assert_eq!(side(&one(of_offer()), at(over)), None);
        let held = OfOffer { held_until: Some(at("2026-05-01T00:00:00Z")), ..of_offer() };
        assert_eq!(side(&one(held.clone()), at(over)), Some(Side::Person));
        assert_eq!(writes(&one(held), over), Err(Code::RoomClosed), "a report keeps it, and nothing else");
    }

    #[test]
    fn reports_are_judged_by_those_who_moderate_and_private_ones_by_the_platform_alone() {
        let actor = |is_platform_admin| Actor {
            person: me(),
            profile: crate::ids::ProfileId(Uuid::nil()),
            session: crate::ids::SessionId(Uuid::nil()),
            is_platform_admin,
        };
        let told = |admin, place: Option<&Place>, is_private| {
            may_judge(&actor(admin), place, is_private, at(NOW)).is_ok()
        };
        let staff = place(Kind::General, Writing::Everybody, Of::Session(member(Role::Trainer, true)));
        let party = place(Kind::Private, Writing::Everybody, Of::Offer(of_offer()));
        assert!(told(false, Some(&staff), false) && !told(false, None, false) && !told(true, None, false));
        assert!(told(true, None, true) && !told(false, None, true));
        assert!(!told(true, Some(&party), true), "nobody judges a room of their own");
        assert!(!told(false, Some(&party), true));
    }
}
