// How the stories come by a slot that is under way.
import { expect } from "vitest";
import { apiOf, DEMO } from "./people";
import { type Prepared, prepare } from "./sessions";

export interface UnderWay extends Prepared {
  session: string;
  slot: string;
  /** The address of its attendance. */
  path: string;
  /** The API about the slot. */
  base: string;
}

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});
const time = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

const NOON = 13 * 60;
const MIDNIGHT = 24 * 60;

interface When {
  date: string;
  start_time: string;
  end_time: string;
}

/** The whole of yesterday, a morning and an afternoon: signing is over. */
export function yesterday(): When {
  const [date = ""] = clock.format(Date.now() - 24 * 3_600_000).split(" ");
  return { date, start_time: "09:00", end_time: "17:00" };
}

/** From an hour ago to in two hours, within one half-day of today in Paris. */
function around(now: Date): When {
  const [date = "", at = ""] = clock.format(now).split(" ");
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const here = hours * 60 + minutes;
  const [from, to] = here < NOON ? [0, NOON] : [NOON, MIDNIGHT - 1];
  const end = Math.min(to, here + 120);
  const start = Math.min(Math.max(from, here - 60), end - 1);
  return { date, start_time: time(start), end_time: time(end) };
}

/** A session whose only slot is under way, or was at another time, with these people. */
export async function underWay(
  participants: Record<string, string>[],
  when: When = around(new Date()),
): Promise<UnderWay> {
  const prepared = await prepare();
  const { organisation, training } = prepared;
  const api = await apiOf(DEMO.orgAdmin);
  const trainer = await (await apiOf(DEMO.trainer)).get("me");
  const session = await api.post(`organisations/${organisation}/sessions`, {
    training_id: training,
    starts_on: when.date,
    ends_on: when.date,
    place: "Salle Ada Lovelace",
    trainers: [trainer.id],
  });
  const base = `organisations/${organisation}/sessions/${session.id}`;
  const slot = await api.post(`${base}/slots`, {
    session_course_id: session.courses[0].id,
    ...when,
    override_reason: "Plusieurs récits à la fois.",
  });
  for (const one of participants) {
    await api.post(`${base}/enrolments`, { ...one, starts_on: when.date });
  }
  await api.post(`${base}/plan`, undefined, session.version);
  return {
    ...prepared,
    session: session.id,
    slot: slot.id,
    path: `/${base}/creneaux/${slot.id}/emargement`,
    base: `${base}/slots/${slot.id}/attendance`,
  };
}

/** What the server holds of each person in a half-day of the slot: status and minutes. */
export async function marksOf(at: UnderWay, half = 0): Promise<Record<string, unknown>> {
  const api = await apiOf(DEMO.orgAdmin);
  const { rows } = await api.get(at.base);
  return Object.fromEntries(
    rows.map(
      (row: {
        last_name: string;
        half_days: { mark: { status: string; minutes_late: number } | null }[];
      }) => {
        const mark = row.half_days[half]?.mark;
        const late = mark?.status === "late" ? ` ${mark.minutes_late}` : "";
        return [row.last_name, mark ? `${mark.status}${late}` : "unmarked"];
      },
    ),
  );
}

/** Starts the session and ends it. It may do either by itself at any moment. */
export async function ended(at: UnderWay): Promise<void> {
  const api = await apiOf(DEMO.orgAdmin);
  const path = `organisations/${at.organisation}/sessions/${at.session}`;
  const status = async (): Promise<string> => {
    const { status: now, version } = await api.get(path);
    if (now === "planned") {
      await api
        .post(`${path}/start`, { override_reason: "Personne n’est venu." }, version)
        .catch(() => null);
    } else if (now === "running") {
      await api.post(`${path}/end`, undefined, version).catch(() => null);
    }
    return now;
  };
  await expect.poll(status, { timeout: 20_000, interval: 200 }).toBe("ended");
}
