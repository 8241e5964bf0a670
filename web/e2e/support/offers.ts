// How the stories come by an offer that was sent, and what becomes of it.
import { apiOf, type Person, unique } from "./people";
import { server } from "./server";

/** The smallest PDF there is. */
export const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

export interface Sent {
  id: string;
  title: string;
}

/** An offer to these people, written by this recruiter and sent without the browser. */
export async function sentOffer(
  by: string,
  recipients: string[],
  more: Record<string, unknown> = {},
): Promise<Sent> {
  const api = await apiOf(by);
  const title = `Accueil ${unique()}`;
  const written = {
    title,
    job: "M1805",
    message: "Venez nous voir.",
    contract: "permanent",
    place: "Nantes",
    ...more,
  };
  const draft = await api.post("offers", { offer: written, recipients });
  await api.post(`offers/${draft.id}/send`, undefined, draft.version);
  return { id: draft.id, title };
}

/** The offer somebody received last, as they read it. */
export async function received({ email }: Person) {
  const api = await apiOf(email);
  const [newest] = (await api.get("me/offers")).items;
  return await api.get(`me/offers/${newest.id}`);
}

/** Says yes to the offer received last, without sharing anything; answers its id. */
export async function accepted(person: Person): Promise<string> {
  const offer = await received(person);
  const api = await apiOf(person.email);
  await api.post(`me/offers/${offer.id}/acceptance`, { confirmed: true }, offer.version);
  return offer.id;
}

/** Sends a document of the recruiter without the browser; answers the id of the file. */
export async function sentDocument(by: string, name: string): Promise<string> {
  const { token } = await apiOf(by);
  const answer = await fetch(`${server().url}/api/v1/me/files`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/pdf",
      "file-name": name,
    },
    body: new Uint8Array(PDF),
  });
  if (!answer.ok) throw new Error(`a file: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).id;
}
