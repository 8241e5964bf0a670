// How the stories come by a company of their own: what it does counts for nobody else.
import { linkIn } from "./mail";
import { account, apiOf, DEMO, type Person } from "./people";
import { drawSiret } from "./register";
import { server } from "./server";

/** A company that may search, run by a new account, whose colleagues’ addresses are accepted. */
export async function company(): Promise<Person> {
  const person = await account();
  const api = await apiOf(person.email);
  await api.post("companies", { siret: drawSiret() });
  await api.post("me/company/review-request", { message: "Responsable du recrutement." });
  const platform = await apiOf(DEMO.platform);
  const { items } = await platform.get("admin/recruiters?status=awaiting_review&limit=100");
  const request = items.find((one: { person: Person }) => one.person.email === person.email);
  const domain = { accept_domain: person.email.split("@")[1] };
  await platform.post(`admin/recruiters/${request.id}/grant`, domain);
  return person;
}

/** Somebody whom the company invited, and who recruits for it. */
export async function colleague(of: Person): Promise<Person> {
  const person = await account();
  const boss = await apiOf(of.email);
  await boss.post("me/company/invitations", { email: person.email, role: "member" });
  const link = await linkIn(person.email, "/invitation-entreprise");
  const token = new URL(link, server().url).searchParams.get("token");
  await (await apiOf(person.email)).post("company-invitations/accept", { token });
  return person;
}
