// Somebody whom a recruiter wrote to, who said yes and shared something: reached through the API.
import { account, apiOf, DEMO, type Person } from "./people";

/** A skill of the starter catalogue, by a word it has. */
const WORD = "client";

export interface Sharer {
  person: Person;
  api: Awaited<ReturnType<typeof apiOf>>;
  recruiter: Awaited<ReturnType<typeof apiOf>>;
  /** Where the recruiter reads what is shared. */
  board: string;
  company: { name: string; siret: string; siren: string };
}

/** A visible person who accepted an offer of the demo recruiter, with a phone number and an address shared. */
export async function sharer(title: string): Promise<Sharer> {
  const person = await account();
  const api = await apiOf(person.email);
  const recruiter = await apiOf(DEMO.recruiter);
  const { profile_id: profile } = await api.get("me");
  const { items: skills } = await api.get(`catalog/skills?q=${WORD}`);
  await api.put(`me/skills/${skills[0].code}`, { level: 3 });
  const { policy_version } = await api.get("me/visibility");
  await api.put("me/visibility", { visible: true, policy_version });
  const contact = await api.get("me/contact-details");
  await api.put("me/contact-details", { phone: "06 12 34 56 78" }, contact.version);

  const draft = { title, job: "D1106", message: "Bonjour.", contract: "permanent", place: "Lyon" };
  const offer = await recruiter.post("offers", { offer: draft, recipients: [profile] });
  await recruiter.post(`offers/${offer.id}/send`, {}, offer.version);
  const { items: received } = await api.get("me/offers");
  const mine = await api.get(`me/offers/${received[0].id}`);
  const { items: policies } = await api.get("policies");
  const policy = policies.find(
    (text: { topic: string; is_in_force: boolean }) => text.topic === "sharing" && text.is_in_force,
  );
  const yes = {
    confirmed: true,
    items: [{ kind: "phone" }, { kind: "email" }],
    policy_version: policy.version,
  };
  await api.post(`me/offers/${mine.id}/acceptance`, yes, mine.version);
  const board = `offers/${offer.id}/recipients/${mine.id}`;
  const { company } = await recruiter.get("me/company");
  const siren = company.siret.slice(0, 9);
  return { person, api, recruiter, board, company: { ...company, siren } };
}
