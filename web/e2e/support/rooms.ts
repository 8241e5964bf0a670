// How the stories come by a session that talks, and by a private room.
import type { Locator, Page } from "playwright-core";
import { account, apiOf, DEMO, type Person } from "./people";
import { announced, prepare } from "./sessions";
import { shown } from "./validations";

export interface Talking {
  organisation: string;
  session: string;
  trainee: Person;
  /** Those who came with the trainee. */
  others: Person[];
  /** The general room. */
  room: string;
}

/** A session whose trainees may already talk to the trainer of the demonstration. */
export async function talking(howMany = 1): Promise<Talking> {
  const prepared = await prepare();
  const people: Person[] = [];
  for (let one = 0; one < howMany; one++) people.push(await account());
  const participants = people.map(({ email, firstName, lastName }) => ({
    email,
    first_name: firstName,
    last_name: lastName,
  }));
  const { id: session } = await announced(prepared, participants);
  for (const { email } of people) {
    const api = await apiOf(email);
    const [invitation] = (await api.get("me/session-invitations")).items;
    await api.post(`me/session-invitations/${invitation.id}/accept`, undefined);
  }
  const [trainee, ...others] = people;
  if (!trainee) throw new Error("a session talks with somebody");
  const room = await roomOf(trainee.email, session, "general");
  return { organisation: prepared.organisation, session, trainee, others, room };
}

/** The room of this kind of a session, as somebody finds it. */
export async function roomOf(email: string, session: string, kind: string): Promise<string> {
  const { items } = await (await apiOf(email)).get("rooms?limit=100");
  const found = items.find(
    (one: { kind: string; session?: { id: string } }) =>
      one.kind === kind && one.session?.id === session,
  );
  if (!found) throw new Error(`no ${kind} room`);
  return found.id;
}

/** A message, without the browser. */
export async function say(email: string, room: string, text: string) {
  const body = { client_id: crypto.randomUUID(), text };
  return await (await apiOf(email)).post(`rooms/${room}/messages`, body);
}

/** A room of that session in which the trainees' messages wait to be let through. */
export async function moderated({ organisation, session }: Talking): Promise<string> {
  const api = await apiOf(DEMO.orgAdmin);
  const path = `organisations/${organisation}/sessions/${session}/rooms`;
  const { id } = await api.post(path, { kind: "moderated", name: "Questions", members: [] });
  const { version } = await api.get(`rooms/${id}`);
  await api.put(`rooms/${id}/settings`, { writing: "approval" }, version);
  return id;
}

/** Somebody who accepted an offer of the demo recruiter, and the private room that came of it. */
export async function hired(title: string): Promise<{ person: Person; room: string }> {
  const person = await account();
  const api = await apiOf(person.email);
  const [skill] = (await api.get("catalog/skills?q=client")).items;
  await api.put(`me/skills/${skill.code}`, { level: 3 });
  await shown(person.email);
  const { profile_id: profile } = await api.get("me");
  const recruiter = await apiOf(DEMO.recruiter);
  const draft = { title, job: "D1106", message: "Bonjour.", contract: "permanent", place: "Lyon" };
  const offer = await recruiter.post("offers", { offer: draft, recipients: [profile] });
  await recruiter.post(`offers/${offer.id}/send`, undefined, offer.version);
  const [received] = (await api.get("me/offers")).items;
  const mine = await api.get(`me/offers/${received.id}`);
  await api.post(`me/offers/${mine.id}/acceptance`, { confirmed: true }, mine.version);
  const [room] = (await api.get("rooms")).items;
  return { person, room: room.id };
}

/** Shows what else can be done with a message. */
export async function more(message: Locator): Promise<void> {
  await message.getByRole("button", { name: /^Autres actions/ }).click();
}

/** The messages of a room, in their order. */
export const said = (page: Page): Locator =>
  page.getByRole("list", { name: "Messages", exact: true }).getByRole("article");

/** Writes in the room at hand. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Votre message" }).fill(text);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
}
