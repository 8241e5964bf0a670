// The general part of a session, as it is typed and as it is sent.
import type { NewSessionBody, SessionBody, TrainingSession } from "@/api/types";
import type { Day } from "@/lib/days";
import { parseDuration } from "@/lib/duration";
import { formatDuration } from "@/lib/format";

export interface GeneralValues extends Record<string, unknown> {
  title: string;
  starts_on: Day;
  ends_on: Day;
  place: string;
  remote_url: string;
  information: string;
  /** Empty: no limit. */
  seats: string;
  announced_minutes: string;
  holidays: SessionBody["holidays"] & string;
  retention: SessionBody["retention"] & string;
  trainers: string[];
  /** Why the title changes although sheets are sealed under the one before. */
  title_reason: string;
}

export const EMPTY: GeneralValues = {
  title: "",
  starts_on: "",
  ends_on: "",
  place: "",
  remote_url: "",
  information: "",
  seats: "",
  announced_minutes: "",
  holidays: "mainland",
  retention: "standard",
  trainers: [],
  title_reason: "",
};

export const generalOf = (session: TrainingSession): GeneralValues => ({
  title: session.title,
  starts_on: session.starts_on,
  ends_on: session.ends_on,
  place: session.place,
  remote_url: session.remote_url ?? "",
  information: session.information,
  seats: session.seats === null || session.seats === undefined ? "" : String(session.seats),
  announced_minutes:
    session.announced_minutes === 0 ? "" : formatDuration(session.announced_minutes),
  holidays: session.holidays,
  retention: session.retention,
  trainers: session.trainers.flatMap(({ person_id: person }) => (person ? [person] : [])),
  title_reason: "",
});

const common = (values: GeneralValues) => ({
  starts_on: values.starts_on,
  ends_on: values.ends_on,
  place: values.place.trim(),
  remote_url: values.remote_url.trim() === "" ? null : values.remote_url.trim(),
  information: values.information.trim(),
  seats: values.seats.trim() === "" ? null : Number(values.seats),
  holidays: values.holidays,
  retention: values.retention,
  trainers: values.trainers,
});

export const generalBody = (values: GeneralValues): SessionBody => ({
  ...common(values),
  title: values.title.trim(),
  title_reason: values.title_reason.trim() === "" ? null : values.title_reason.trim(),
  announced_minutes: parseDuration(values.announced_minutes) ?? 0,
});

/** What is left out is taken from the training. */
export function newSessionBody(training: string, values: GeneralValues): NewSessionBody {
  const title = values.title.trim();
  const minutes = values.announced_minutes.trim();
  return {
    ...common(values),
    training_id: training,
    title: title === "" ? null : title,
    announced_minutes: minutes === "" ? null : parseDuration(minutes),
  };
}

export type GeneralFault = "required" | "order" | "seats" | "duration";

/** What is wrong with each field before anything is sent; a new session may leave title and duration to its training. */
export function generalFaults(values: GeneralValues, isNew: boolean): Record<string, GeneralFault> {
  const faults: Record<string, GeneralFault> = {};
  if (!isNew && values.title.trim() === "") faults.title = "required";
  if (values.starts_on === "") faults.starts_on = "required";
  if (values.ends_on === "") faults.ends_on = "required";
  else if (values.starts_on !== "" && values.ends_on < values.starts_on) faults.ends_on = "order";
  const seats = values.seats.trim();
  if (seats !== "" && !(/^\d{1,3}$/.test(seats) && Number(seats) >= 1)) faults.seats = "seats";
  const minutes = values.announced_minutes.trim();
  if (minutes === "" ? !isNew : parseDuration(minutes) === null)
    faults.announced_minutes = "duration";
  return faults;
}
