//! Calendars for other programs: iCalendar (RFC 5545 and 7986), feed or single event.
//!
//! Hours are those of Europe/Paris with both rules of its summer time, which Google and Apple know by its name and Outlook
//! by the rules. In the hour that comes twice in October a local time would be read as the first one; an event that begins or
//! ends there is written in UTC.

use std::fmt::Write;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Europe::Paris;

/// A calendar: a feed that programs ask for again and again, or one event to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What programs call it.
    pub name: String,
    pub description: Option<String>,
    /// When it is written (DTSTAMP).
    pub written_at: DateTime<Utc>,
    /// How often programs should ask again, in minutes; 0 for a file to open once.
    pub refresh_minutes: u32,
    pub events: Vec<Event>,
}

/// A slot as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Never changes for a slot, and is nobody else's: "<slot id>@<host>". Letters, digits and `-._@`.
    pub uid: String,
    /// Grows with every change of the slot.
    pub sequence: u32,
    pub changed_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    /// After `starts_at`.
    pub ends_at: DateTime<Utc>,
    pub title: String,
    pub description: Option<String>,
    pub place: Option<String>,
    /// Where to connect or to read more; http or https.
    pub url: Option<String>,
    pub is_cancelled: bool,
}

const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nX-LIC-LOCATION:Europe/Paris\r\n\
    BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Most octets of a line, without its end.
const LINE: usize = 75;

/// Writes the calendar, UTF-8 with CRLF, lines folded. The media type is `text/calendar; charset=utf-8; method=PUBLISH`.
pub fn icalendar(calendar: &Calendar) -> String {
    let mut out = Lines(String::new());
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Carnet//Carnet//FR");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("NAME", &calendar.name);
    out.text("X-WR-CALNAME", &calendar.name);
    if let Some(description) = &calendar.description {
        out.text("DESCRIPTION", description);
        out.text("X-WR-CALDESC", description);
    }
    out.line("X-WR-TIMEZONE:Europe/Paris");
    if calendar.refresh_minutes > 0 {
        out.line(&format!("REFRESH-INTERVAL;VALUE=DURATION:PT{}M", calendar.refresh_minutes));
        out.line(&format!("X-PUBLISHED-TTL:PT{}M", calendar.refresh_minutes));
    }
    out.0.push_str(ZONE);
    for event in &calendar.events {
        out.event(event, calendar.written_at);
    }
    out.line("END:VCALENDAR");
    out.0
}

/// What is written so far.
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event, written_at: DateTime<Utc>) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &event.uid);
        self.line(&format!("SEQUENCE:{}", event.sequence));
        self.line(&format!("DTSTAMP:{}", universal(written_at)));
        self.line(&format!("LAST-MODIFIED:{}", universal(event.changed_at)));
        if let (Some(start), Some(end)) = (local(event.starts_at), local(event.ends_at)) {
            self.line(&format!("DTSTART;TZID=Europe/Paris:{}", start.format("%Y%m%dT%H%M%S")));
            self.line(&format!("DTEND;TZID=Europe/Paris:{}", end.format("%Y%m%dT%H%M%S")));
        } else {
            self.line(&format!("DTSTART:{}", universal(event.starts_at)));
            self.line(&format!("DTEND:{}", universal(event.ends_at)));
        }
        // Programs that do not know the status still show the word.
        let title = if event.is_cancelled { &format!("Annulé : {}", event.title) } else { &event.title };
        self.text("SUMMARY", title);
        if let Some(description) = &event.description {
            self.text("DESCRIPTION", description);
        }
        if let Some(place) = &event.place {
            self.text("LOCATION", place);
        }
        if let Some(url) = event.url.as_deref().and_then(address) {
            self.line(&format!("URL:{url}"));
        }
        let (status, transparency) =
            if event.is_cancelled { ("CANCELLED", "TRANSPARENT") } else { ("CONFIRMED", "OPAQUE") };
        self.line(&format!("STATUS:{status}"));
        self.line(&format!("TRANSP:{transparency}"));
        self.line("END:VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// Adds a line, folded at most every 75 octets and never inside a character.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for char in line.chars() {
            if used + char.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            used += char.len_utf8();
            self.0.push(char);
        }
        self.0.push_str("\r\n");
    }
}

/// A text as RFC 5545 wants it: special characters escaped, ends of lines as `\n`, other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' | ';' | ',' => out.extend(['\\', char]),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push_str("\\n"),
            '\t' => out.push(char),
            char if char.is_control() => {}
            char => out.push(char),
        }
    }
    out
}

/// An address as a URI may be written, or nothing if it is none of the web.
fn address(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let mut out = String::new();
    for byte in url.bytes().filter(|byte| !byte.is_ascii_control()) {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    is_web.then_some(out)
}

fn universal(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The time on the clocks of Paris, unless they show it twice.
fn local(at: DateTime<Utc>) -> Option<NaiveDateTime> {
    let local = at.with_timezone(&Paris).naive_local();
    Paris.from_local_datetime(&local).single().map(|_| local)
}
