// Certifications (RNCP and RS) once a table of them is loaded: on job sheets, beside what a training prepares for, and where the
// platform is run.
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSound, SIZES, settled, visitor } from "./support/browser";
import {
  ACTIVE,
  BAKERS,
  COUNT,
  INACTIVE,
  loadCertifications,
  OVER,
  PUBLISHED,
  UNKNOWN,
} from "./support/certifications";
import { DEMO, signIn, unique } from "./support/people";
import { begin, create, createInline, saved, trainings } from "./support/trainings";

const DEVELOPER = "Développeur / Développeuse informatique";

const section = (page: Page) => page.getByRole("region", { name: "Certifications (RNCP et RS)" });

const line = (page: Page, { title }: { title: string }) =>
  section(page).getByRole("listitem").filter({ hasText: title });

const link = (page: Page, { title, number }: { title: string; number: string }) => {
  const [, register = "", digits = ""] = /^(\D+)(\d+)$/.exec(number) ?? [];
  const address = `https://www.francecompetences.fr/recherche/${register.toLowerCase()}/${digits}/`;
  return page
    .getByRole("link", { name: title, exact: true })
    .and(page.locator(`[href="${address}"]`));
};

beforeAll(loadCertifications);

describe.each(SIZES)("at $width pixels", (size) => {
  it("a job sheet tells those in force from the others", async () => {
    const page = await visitor(size);
    await page.goto("/referentiel/metiers/M1805");
    await link(page, ACTIVE).waitFor();
    expect(await section(page).getByRole("listitem").count()).toBe(2);
    // Those in force first.
    const inForce = section(page).getByRole("listitem").first();
    await inForce
      .getByText(`${ACTIVE.number}, niveau 6, enregistrée jusqu’au ${ACTIVE.until}`)
      .waitFor();
    expect(await inForce.getByText(/^(Inactive|Échue|Famille)$/).count()).toBe(0);
    await line(page, INACTIVE).getByText(`${INACTIVE.number}, niveau 5`).waitFor();
    await link(page, INACTIVE).waitFor();
    await line(page, INACTIVE).getByText("Inactive", { exact: true }).waitFor();
    await section(page).getByText(`export du ${PUBLISHED}, Licence Ouverte`).waitFor();
    await expectSound(page);

    // What names the family is told from what names the job.
    await page.goto("/referentiel/metiers/M1855");
    await line(page, OVER).getByText("Échue", { exact: true }).waitFor();
    await line(page, ACTIVE).getByText("Famille", { exact: true }).waitFor();
    expect(await line(page, OVER).getByText("Famille", { exact: true }).count()).toBe(0);
    await expectSound(page);

    await page.goto("/referentiel/metiers/A1203");
    await section(page).getByText("Aucune certification publiée ne cite ce métier").waitFor();
  });

  it("a training says what it knows of the number that is typed", async () => {
    const page = await trainings(DEMO.orgAdmin, size);
    const word = unique();
    await begin(page, `Code ${word}`, DEVELOPER);
    const references = page.getByRole("region", { name: "Références officielles" });
    const number = references.getByRole("textbox", { name: "Certification préparée" });
    const note = references.getByRole("status");

    // As people type it.
    await number.fill(` ${ACTIVE.number.toLowerCase()}`);
    await link(page, ACTIVE).waitFor();
    await note.getByText(`(${ACTIVE.number}, niveau 6)`).waitFor();
    await note.getByText(`export du ${PUBLISHED}`).waitFor();
    expect(await note.getByText(/n’est plus active|ne cite aucun|a pris fin/).count()).toBe(0);
    await expectSound(page);

    await number.fill(UNKNOWN);
    await note.getByText(`${UNKNOWN} ne figure pas dans la table publiée`).waitFor();
    await expectSound(page);
    await number.fill(OVER.number);
    await note.getByText(`Son enregistrement a pris fin le ${OVER.until}.`).waitFor();
    await number.fill(BAKERS.number);
    await note.getByText("Elle ne cite aucun des métiers de la formation").waitFor();
    await expectSound(page);
    await number.fill(INACTIVE.number);
    await note.getByText("Cette certification n’est plus active.").waitFor();
    await link(page, INACTIVE).waitFor();
    await expectSound(page);

    // It may be written all the same, and is told again before it is published.
    await createInline(page, `Module ${word}`);
    await create(page);
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Cette certification n’est plus active :").waitFor();
    await dialog.getByText(INACTIVE.number).waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: "Annuler" }).click();
    await number.fill(ACTIVE.number);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await saved(page);
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await dialog.getByText("Une révision publiée ne change plus").waitFor();
    expect(await dialog.getByText(/certification/).count()).toBe(0);
  });

  it("the platform sees which export is in place, and what loading it did", async () => {
    const page = await visitor(size);
    await signIn(page, DEMO.platform, "/admin/catalogue");
    await page.getByRole("heading", { name: "Certifications (RNCP et RS)" }).waitFor();
    await settled(page);
    const fact = (name: string) =>
      page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) });
    await fact("Export en place").getByText(PUBLISHED, { exact: true }).waitFor();
    await fact("Certifications").getByText(String(COUNT), { exact: true }).waitFor();
    await page.getByText("Le téléchargement des certifications est désactivé").waitFor();
    const history = page.getByRole("list", { name: "Historique des imports" });
    const entry = history
      .locator("> li")
      .filter({ hasText: "Certifications de France compétences" })
      .filter({ hasText: "Appliqué" });
    await entry.getByRole("button", { name: "Ce que change cet export" }).click();
    await entry.getByText("aucune table → export du 02/03/2026").waitFor();
    await expectSound(page);
  });
});
