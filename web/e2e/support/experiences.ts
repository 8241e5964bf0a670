// How the stories come by an experience, and by an organisation that can judge it.
import type { Page } from "playwright-core";
import { apiOf, DEMO, unique } from "./people";
import { picture } from "./picture";
import { server } from "./server";

export interface Judging {
  organisation: string;
  name: string;
  /** A grid whose second step is the level 3 of the common scale. */
  grid: string;
}

/** The organisation of the demonstration, with a grid of its own. */
export async function judging(): Promise<Judging> {
  const api = await apiOf(DEMO.orgAdmin);
  const [{ id: organisation, name }] = (await api.get("me/organisations")).items;
  const grid = `Grille ${unique()}`;
  await api.post(`organisations/${organisation}/grids`, {
    name: grid,
    steps: [
      { name: "À revoir", common_level: null, passing: false },
      { name: `Tenu ${grid}`, common_level: 3, passing: true },
      { name: `Transmis ${grid}`, common_level: 4, passing: true },
    ],
  });
  return { organisation, name, grid };
}

/** Two skills of the catalogue. */
export async function twoSkills(): Promise<{ code: string; label: string }[]> {
  const job = await (await apiOf(DEMO.trainee)).get("catalog/jobs/M1805");
  return job.skills
    .slice(0, 2)
    .map(({ code, label }: { code: string; label: string }) => ({ code, label }));
}

/** A declared experience with a proof that can be opened, put before the organisation; answers both ids. */
export async function submitted(
  email: string,
  { organisation }: Judging,
  skills: { skill: string; level: number }[],
) {
  const api = await apiOf(email);
  const title = `Atelier ${unique()}`;
  const { id } = await api.post("me/experiences", {
    title,
    started_on: "2025-03-03",
    ended_on: "2025-06-27",
    description: "Réglage des machines.\nAccueil des nouveaux.",
    skills,
  });
  await api.post(`me/experiences/${id}/declare`, undefined);
  await api.post(`me/experiences/${id}/proofs`, { file_id: await sent(email) });
  const end = Date.now() + 20_000;
  for (;;) {
    const { proofs } = await api.get(`me/experiences/${id}`);
    if (proofs[0].shown === "clean") break;
    if (Date.now() > end) throw new Error(`a proof is ${proofs[0].shown}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const after = await api.post(`me/experiences/${id}/submissions`, {
    organisation_id: organisation,
    message: "Voici mon stage.",
  });
  return { id, title, submission: after.submissions[0].id as string };
}

/** Sends a picture without the browser; answers the id of the file. */
async function sent(email: string): Promise<string> {
  const api = await apiOf(email);
  const answer = await fetch(`${server().url}/api/v1/me/files`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${api.token}`,
      "content-type": "image/png",
      "file-name": "attestation.png",
    },
    body: new Uint8Array(picture()),
  });
  if (!answer.ok) throw new Error(`a file: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).id;
}

/** Draws a zone from one corner to the other, in fractions of the page. */
export async function drawZone(page: Page): Promise<void> {
  const sheet = page.getByRole("img", { name: "Page 1 de la pièce" });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error("the page is not on screen");
  const at = (x: number, y: number): [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  await page.mouse.move(...at(0.1, 0.4));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.move(...at(0.9, 0.6));
  await page.mouse.up();
}
