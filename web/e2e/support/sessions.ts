// How the stories come by a published training, and by sessions of it.
import type { Page } from "playwright-core";
import { settled, visitor, WIDE } from "./browser";
import { apiOf, DEMO, signIn, unique } from "./people";

/** A year in which nothing has happened yet. */
export const YEAR = new Date().getFullYear() + 1;

export interface Prepared {
  organisation: string;
  training: string;
  title: string;
  courses: string[];
}

/** A published training with two courses, written without the browser. */
export async function prepare(): Promise<Prepared> {
  const api = await apiOf(DEMO.orgAdmin);
  const [{ id: organisation }] = (await api.get("me/organisations")).items;
  const title = `Formation ${unique()}`;
  const courses = [`Théorie ${title}`, `Atelier ${title}`];
  const job = await api.get("catalog/jobs/M1805");
  const codes: string[] = job.skills.slice(0, 2).map(({ code }: { code: string }) => code);
  const ids: string[] = [];
  for (const course of courses) {
    const body = { title: course, minutes: 420, modality: "in_person" };
    ids.push((await api.post(`organisations/${organisation}/courses`, body)).id);
  }
  const training = await api.post(`organisations/${organisation}/trainings`, {
    title,
    jobs: [{ code: "M1805" }],
    skills: codes.map((skill) => ({ skill, target: 3, pass: 2 })),
    courses: ids.map((course_id, place) => ({ course_id, skills: [codes[place]] })),
  });
  const path = `organisations/${organisation}/trainings/${training.id}/publish`;
  await api.post(path, undefined, training.version);
  return { organisation, training: training.id, title, courses };
}

let drawn = Math.floor(Date.now() / 1000) % 200;

/** A day of that year on which no other story has anything. */
function ownDay(): string {
  const date = new Date(Date.UTC(YEAR, 1, 1));
  date.setUTCDate(date.getUTCDate() + (drawn++ % 240));
  return date.toISOString().slice(0, 10);
}

/** A session of it with a morning, the trainer of the demonstration and a place, announced; answers its id and its day. */
export async function announced(
  { organisation, training }: Prepared,
  participants: Record<string, string>[] = [],
): Promise<{ id: string; day: string }> {
  const api = await apiOf(DEMO.orgAdmin);
  const day = ownDay();
  const trainer = await (await apiOf(DEMO.trainer)).get("me");
  const session = await api.post(`organisations/${organisation}/sessions`, {
    training_id: training,
    starts_on: day,
    ends_on: `${YEAR}-12-31`,
    place: "Salle Ada Lovelace",
    trainers: [trainer.id],
  });
  const base = `organisations/${organisation}/sessions/${session.id}`;
  await api.post(`${base}/slots`, {
    session_course_id: session.courses[0].id,
    date: day,
    start_time: "09:00",
    end_time: "12:30",
  });
  for (const one of participants) await api.post(`${base}/enrolments`, one);
  await api.post(`${base}/plan`, undefined, session.version);
  return { id: session.id, day };
}

/** Opens a page of somebody who is logged in. */
export async function opened(email: string, path: string, size = WIDE): Promise<Page> {
  const page = await visitor(size);
  await signIn(page, email, "/compte");
  await page.goto(path);
  await settled(page);
  return page;
}

export const sessionPath = (organisation: string, session: string, part = ""): string =>
  `/organisations/${organisation}/sessions/${session}${part}`;
