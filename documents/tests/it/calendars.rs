//! Calendars, read back by a parser that is not ours.

use carnet_documents::calendar::{Calendar, Event, icalendar};
use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

fn at(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0).unwrap()
}

fn event() -> Event {
    Event {
        uid: "0198c0de-0000-7000-8000-000000000001@carnet.example".to_owned(),
        sequence: 3,
        changed_at: at(2, 20, 9, 15),
        starts_at: at(3, 9, 8, 0),
        ends_at: at(3, 9, 11, 30),
        title: "Souder à l’arc ; à plat, en corniche".to_owned(),
        description: Some("Atelier B\nApporter C:\\plans".to_owned()),
        place: Some("14, rue du Chantier, Quimper".to_owned()),
        url: Some("https://carnet.example/s/1?é=à b".to_owned()),
        is_cancelled: false,
    }
}

fn calendar(events: Vec<Event>) -> Calendar {
    Calendar {
        name: "Formations de Zoé".to_owned(),
        description: Some("Séances et évaluations".to_owned()),
        written_at: at(2, 21, 10, 0),
        refresh_minutes: 60,
        events,
    }
}

fn events<'a>(components: &'a [Component<'a>]) -> Vec<&'a Component<'a>> {
    components.iter().filter(|component| component.name == "VEVENT").collect()
}

/// The value of a property, with escapes undone.
fn value(component: &Component<'_>, name: &str) -> String {
    let property = component.find_prop(name).unwrap_or_else(|| panic!("{name} is missing"));
    property.val.as_ref().to_owned()
}

#[test]
fn an_event_is_read_back_as_it_was_given() {
    let text = icalendar(&calendar(vec![event()]));
    let text = unfold(&text);
    let read = read_calendar(&text).unwrap();
    let property = |name: &str| {
        read.properties.iter().find(|property| property.name == name).map(|found| found.val.as_ref())
    };
    assert_eq!(property("METHOD"), Some("PUBLISH"));
    assert_eq!(property("X-WR-CALNAME"), Some("Formations de Zoé"));
    assert_eq!(property("X-WR-TIMEZONE"), Some("Europe/Paris"));
    assert_eq!((property("REFRESH-INTERVAL"), property("X-PUBLISHED-TTL")), (Some("PT60M"), Some("PT60M")));
    let found = events(&read.components);
    let [component] = found.as_slice() else { panic!("{} events", found.len()) };
    assert_eq!(value(component, "UID"), event().uid);
    assert_eq!(value(component, "SEQUENCE"), "3");
    assert_eq!(value(component, "DTSTAMP"), "20260221T100000Z");
    assert_eq!(value(component, "LAST-MODIFIED"), "20260220T091500Z");
    assert_eq!(
        (value(component, "DTSTART"), value(component, "DTEND")),
        ("20260309T090000".into(), "20260309T123000".into())
    );
    let start = component.find_prop("DTSTART").unwrap();
    assert!(
        start.params.iter().any(
            |param| param.key == "TZID" && param.val.as_ref().is_some_and(|zone| *zone == "Europe/Paris")
        )
    );
    assert_eq!(value(component, "SUMMARY"), event().title);
    assert_eq!(Some(value(component, "DESCRIPTION")), event().description);
    assert_eq!(Some(value(component, "LOCATION")), event().place);
    assert_eq!(value(component, "URL"), "https://carnet.example/s/1?%C3%A9=%C3%A0%20b");
    assert_eq!(
        (value(component, "STATUS"), value(component, "TRANSP")),
        ("CONFIRMED".into(), "OPAQUE".into())
    );
}

#[test]
fn the_zone_carries_both_rules() {
    let text = icalendar(&calendar(vec![]));
    let unfolded = unfold(&text);
    let read = read_calendar(&unfolded).unwrap();
    let zone = read.components.iter().find(|component| component.name == "VTIMEZONE").unwrap();
    assert_eq!(value(zone, "TZID"), "Europe/Paris");
    let rule = |name: &str| {
        let part = zone.components.iter().find(|component| component.name == name).unwrap();
        (value(part, "RRULE"), value(part, "TZOFFSETFROM"), value(part, "TZOFFSETTO"))
    };
    assert_eq!(rule("DAYLIGHT"), ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU".into(), "+0100".into(), "+0200".into()));
    assert_eq!(
        rule("STANDARD"),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU".into(), "+0200".into(), "+0100".into())
    );
}

#[test]
fn a_cancelled_slot_is_said_to_be_and_takes_no_time() {
    let text = icalendar(&calendar(vec![Event { is_cancelled: true, sequence: 4, ..event() }]));
    let text = unfold(&text);
    let read = read_calendar(&text).unwrap();
    let component = events(&read.components)[0];
    assert_eq!(
        (value(component, "STATUS"), value(component, "TRANSP")),
        ("CANCELLED".into(), "TRANSPARENT".into())
    );
    assert_eq!(value(component, "SUMMARY"), "Annulé : Souder à l’arc ; à plat, en corniche");
    assert_eq!((value(component, "UID"), value(component, "SEQUENCE")), (event().uid, "4".into()));
}

#[test]
fn hours_are_those_of_paris_and_the_hour_that_comes_twice_is_written_in_utc() {
    let starts = |starts_at: DateTime<Utc>| {
        let text = icalendar(&calendar(vec![Event {
            starts_at,
            ends_at: starts_at + chrono::Duration::hours(3),
            ..event()
        }]));
        let text = unfold(&text);
        let read = read_calendar(&text).unwrap();
        value(events(&read.components)[0], "DTSTART")
    };
    assert_eq!(starts(at(3, 28, 8, 0)), "20260328T090000");
    assert_eq!(starts(at(3, 29, 8, 0)), "20260329T100000", "summer time began");
    assert_eq!(starts(at(10, 24, 8, 0)), "20261024T100000");
    assert_eq!(starts(at(10, 25, 8, 0)), "20261025T090000", "and ended");
    // 2:30 in summer time, then 2:30 again.
    assert_eq!(starts(at(10, 25, 0, 30)), "20261025T003000Z");
    assert_eq!(starts(at(10, 25, 1, 30)), "20261025T013000Z");
}

#[test]
fn a_file_to_open_once_asks_for_no_refresh() {
    let text = icalendar(&Calendar { refresh_minutes: 0, description: None, ..calendar(vec![event()]) });
    assert!(
        !text.contains("REFRESH-INTERVAL")
            && !text.contains("PUBLISHED-TTL")
            && !text.contains("X-WR-CALDESC")
    );
    assert_eq!(
        text,
        icalendar(&Calendar { refresh_minutes: 0, description: None, ..calendar(vec![event()]) })
    );
}

#[test]
fn only_addresses_of_the_web_are_given() {
    let text = icalendar(&calendar(vec![Event { url: Some("javascript:alert(1)".to_owned()), ..event() }]));
    assert!(!text.contains("javascript"));
}

proptest! {
    #[test]
    fn any_text_stays_in_its_property(title in "\\PC{0,200}", place in any::<String>(), seconds in 1_700_000_000_i64..1_900_000_000) {
        let starts_at = Utc.timestamp_opt(seconds, 0).unwrap();
        let ends_at = starts_at + chrono::Duration::minutes(90);
        let text = icalendar(&calendar(vec![Event { title: title.clone(), place: Some(place), starts_at, ends_at, ..event() }, event()]));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
        prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a line ends where it should not");
        let unfolded = text.replace("\r\n ", "");
        let names = |line: &str| line.split([':', ';']).next().unwrap_or_default().to_owned();
        let count = |name: &str| unfolded.split("\r\n").filter(|line| names(line) == name).count();
        prop_assert_eq!((count("BEGIN"), count("END"), count("SUMMARY"), count("LOCATION")), (6, 6, 2, 2));
        let read = read_calendar(&unfolded).map_err(TestCaseError::fail)?;
        let component = events(&read.components)[0];
        // Any end of line is the one that calendars know.
        prop_assert_eq!(value(component, "SUMMARY"), title.replace(['\u{2028}', '\u{2029}'], "\n"));
        let start = value(component, "DTSTART");
        let written = |text: &str| chrono::NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap();
        let back = if let Some(universal) = start.strip_suffix('Z') {
            written(universal).and_utc()
        } else {
            Paris.from_local_datetime(&written(&start)).single().unwrap().to_utc()
        };
        prop_assert_eq!(back, starts_at);
    }
}
