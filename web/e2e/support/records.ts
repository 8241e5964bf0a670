// How the stories come by a session that is under way: one slot that has begun, one who has an account and one who has not.

import { account, apiOf, DEMO, PASSWORD, type Person } from "./people";
import type { Prepared } from "./sessions";

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

const NOON = 13 * 60;
const MIDNIGHT = 24 * 60 - 1;

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** An hour before now to two hours after, in Paris, within one half-day: afternoons begin at 13 h. */
function aroundNow() {
  const [date = "", time = ""] = clock.format(new Date()).split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const now = hours * 60 + minutes;
  const [from, to] = now < NOON ? [0, NOON] : [NOON, MIDNIGHT];
  const part: "am" | "pm" = now < NOON ? "am" : "pm";
  return {
    date,
    part,
    start: timeOf(Math.max(from, now - 60)),
    end: timeOf(Math.min(to, Math.max(now + 120, from + 30))),
  };
}

export interface UnderWay {
  organisation: string;
  session: string;
  slot: string;
  /** Who takes part with an account, and their enrolment. */
  trainee: Person;
  enrolment: string;
  /** Who takes part without. */
  other: { id: string; firstName: string; lastName: string; email: string };
  /** The only half-day of the slot. */
  part: "am" | "pm";
  base: string;
}

/** A session of today whose only slot began an hour ago and goes on for two. */
export async function underWay({ organisation, training, title }: Prepared): Promise<UnderWay> {
  const api = await apiOf(DEMO.orgAdmin);
  const trainer = await (await apiOf(DEMO.trainer)).get("me");
  const { date, start, end, part } = aroundNow();
  const created = await api.post(`organisations/${organisation}/sessions`, {
    training_id: training,
    title: `Session ${title}`,
    starts_on: date,
    ends_on: date,
    place: `Salle ${title}`,
    trainers: [trainer.id],
  });
  const base = `organisations/${organisation}/sessions/${created.id}`;
  const slot = await api.post(`${base}/slots`, {
    session_course_id: created.courses[0].id,
    date,
    start_time: start,
    end_time: end,
    // The same trainer stands in other stories at the same time.
    override_reason: "Essai",
  });
  const trainee = await account();
  const email = `sans-compte-${created.id.slice(-8)}@exemple.test`;
  const mine = await api.post(`${base}/enrolments`, {
    first_name: trainee.firstName,
    last_name: trainee.lastName,
    email: trainee.email,
  });
  const other = await api.post(`${base}/enrolments`, {
    first_name: "Basile",
    last_name: "Sanscompte",
    email,
  });
  await api.post(`${base}/enrolments/${other.id}/move`, { step: "enrol" }, other.version);
  await api.post(`${base}/plan`, undefined, created.version);
  await (await apiOf(trainee.email)).post(`me/session-invitations/${mine.id}/accept`, undefined);
  return {
    organisation,
    session: created.id,
    slot: slot.id,
    trainee,
    enrolment: mine.id,
    other: { id: other.id, firstName: "Basile", lastName: "Sanscompte", email },
    part,
    base,
  };
}

/** Says that the one with an account came late and the other was absent, signs as the trainer, and seals. */
export async function seal(at: UnderWay, late: number): Promise<void> {
  const api = await apiOf(DEMO.trainer);
  const sheet = `${at.base}/slots/${at.slot}/attendance`;
  const { rows } = await api.get(sheet);
  const seen = (enrolment: string): number =>
    rows.find((row: { enrolment_id: string }) => row.enrolment_id === enrolment).half_days[0].mark
      ?.number ?? 0;
  const row = (enrolment: string) => ({
    enrolment_id: enrolment,
    part: at.part,
    seen_number: seen(enrolment),
  });
  await api.put(`${sheet}/marks`, {
    method: "trainer",
    rows: [
      { ...row(at.enrolment), status: "late", minutes_late: late },
      { ...row(at.other.id), status: "absent" },
    ],
  });
  await api.post(`${sheet}/signature`, { part: at.part, password: PASSWORD });
  const { version } = await api.get(sheet);
  await api.post(`${sheet}/close`, undefined, version);
}
