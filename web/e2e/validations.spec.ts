// The grid of a large session, and how an organisation validates: by one person or by two.
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { expectSound, PHONE, WIDE } from "./support/browser";
import { DEMO } from "./support/people";
import { opened } from "./support/sessions";
import { choose, evaluated, found } from "./support/validations";

const dialogOf = (page: Page) => page.getByRole("dialog");

describe("a large session", () => {
  const PEOPLE = 25;
  const SKILLS = 12;

  /** Twelve skills and twenty-five people: as many accounts would take minutes to open. */
  async function large(page: Page, grid: string): Promise<void> {
    await page.route(/\/api\/.*\/sessions\/[^/]+\/validations$/, async (route) => {
      const answer = await route.fetch();
      const read = await answer.json();
      const [person] = read.participants;
      const [skill] = read.skills;
      read.participants = Array.from({ length: PEOPLE }, (_, place) => ({
        ...person,
        person_id: `00000000-0000-7000-8000-0000000000${String(place).padStart(2, "0")}`,
        last_name: `Personne ${place + 1}`,
      }));
      read.skills = Array.from({ length: SKILLS }, (_, place) => ({
        ...skill,
        skill: String(900_000 + place),
        code: String(900_000 + place),
        label: `${place + 1}. ${skill.label}`,
      }));
      read.cells = [];
      await route.fulfill({ response: answer, json: read });
    });
    await page.goto(grid);
    await page.getByRole("heading", { level: 2, name: "Validations de la session" }).waitFor();
  }

  it("keeps both heads in sight while it is pushed about", async () => {
    const at = await evaluated();
    const page = await opened(DEMO.trainer, "/compte", WIDE);
    await large(page, at.grid);
    const cells = page.getByRole("grid").getByRole("button");
    expect(await cells.count()).toBe(PEOPLE * SKILLS);
    await expectSound(page);
    await cells.first().focus();
    for (let step = 0; step < PEOPLE; step++) await page.keyboard.press("ArrowDown");
    for (let step = 0; step < SKILLS; step++) await page.keyboard.press("ArrowRight");
    const last = await cells.last().boundingBox();
    const head = await page.getByRole("columnheader").last().boundingBox();
    const name = await page.getByRole("rowheader").last().boundingBox();
    if (!last || !head || !name) throw new Error("the last cell is not on screen");
    expect(await cells.last().evaluate((cell) => cell === document.activeElement)).toBe(true);
    // The cell stands under its skill and beside its person, and under neither.
    expect(head.y + head.height).toBeLessThanOrEqual(last.y + 1);
    expect(name.x + name.width).toBeLessThanOrEqual(last.x + 1);
    expect(head.y).toBeGreaterThanOrEqual(0);
  });

  it("is gone through one skill at a time on a phone", async () => {
    const at = await evaluated();
    const page = await opened(DEMO.trainer, "/compte", PHONE);
    await large(page, at.grid);
    expect(await page.getByRole("grid").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Évaluer / }).count()).toBe(SKILLS);
    await page.getByRole("radio", { name: "Par compétence" }).check({ force: true });
    await page.getByText(`1 sur ${SKILLS}`).waitFor();
    expect(await page.getByRole("button", { name: /^Évaluer / }).count()).toBe(PEOPLE);
    await expectSound(page);
    await page.getByRole("button", { name: "Suivante" }).click();
    await page.getByText(`2 sur ${SKILLS}`).waitFor();
    expect(new URL(page.url()).searchParams.get("vue")).toBe("competence");
  });
});

describe("where two people are asked for", () => {
  let organisation = "";

  // Other stories are told in the same organisation.
  afterEach(() => choose(organisation, { two_people: false }));

  it("what one proposes another confirms or refuses, never whoever proposed it", async () => {
    const at = await evaluated();
    organisation = at.organisation;
    await choose(organisation, { two_people: true });
    await found(at, at.first.code, 3);
    await found(at, at.second.code, 2);

    const own = await opened(DEMO.trainer, at.grid);
    await own.getByText("Une seconde personne confirme").waitFor();
    await expectSound(own);
    await own.getByRole("link", { name: "Voir ce qui attend" }).click();
    await own
      .getByText(/doit décider\.$/)
      .first()
      .waitFor();
    expect(await own.getByRole("button", { name: /^Confirmer/ }).count()).toBe(0);
    await expectSound(own);

    const path = `/organisations/${organisation}/validations?vue=confirmer&session=${at.session}`;
    const page = await opened(DEMO.orgAdmin, path, PHONE);
    await expectSound(page);
    await page.getByRole("button", { name: `Confirmer ${at.first.label} pour ${at.name}` }).click();
    await expectSound(page);
    await dialogOf(page).getByRole("button", { name: "Confirmer" }).click();
    await page.getByText(/confirmée pour/).waitFor();
    await page.getByRole("button", { name: `Refuser ${at.second.label} pour ${at.name}` }).click();
    await dialogOf(page).getByRole("button", { name: "Refuser" }).click();
    await dialogOf(page).getByText("Indiquez le motif").waitFor();
    await dialogOf(page).getByRole("textbox", { name: "Motif" }).fill("Pas assez vu.");
    await dialogOf(page).getByRole("button", { name: "Refuser" }).click();
    await page.getByText("Rien n’attend de confirmation").waitFor();
    await expectSound(page);
  });
});

describe("how an organisation validates", () => {
  it("is chosen by those who run it, and by one of them at a time", async () => {
    const at = await evaluated();
    const path = `/organisations/${at.organisation}/validations?vue=reglages`;
    const page = await opened(DEMO.orgAdmin, path);
    await page.getByRole("textbox", { name: /^Délai/ }).fill("91");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Entre 1 et 90 jours.").waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: /^Délai/ }).fill("21");
    await choose(at.organisation, { level_rule: "latest" });
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText(/Une autre personne l’a modifié/).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Garder ma saisie" }).click();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Enregistré", { exact: true }).waitFor();

    const trainer = await opened(DEMO.trainer, path);
    await trainer.getByRole("heading", { level: 1, name: "Validations" }).waitFor();
    expect(await trainer.getByRole("link", { name: "Réglages" }).count()).toBe(0);
  });
});
