// What an organisation finds of somebody: written in the grid of a session, read in the passport, found by recruiters,
// answered, taken back.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, visitor, WIDE } from "./support/browser";
import { apiOf, DEMO, type Person, signIn } from "./support/people";
import { opened } from "./support/sessions";
import { evaluated, found, shown } from "./support/validations";

const dialogOf = (page: Page) => page.getByRole("dialog");

/** Opens a cell from the table, or from the list of somebody's skills where the table has no room. */
async function openCell(page: Page, size: typeof WIDE, person: string, skill: string) {
  if (size.width < WIDE.width) {
    await page.getByRole("button", { name: `Évaluer ${person}, ${skill}` }).click();
  } else {
    await page
      .getByRole("grid")
      .getByRole("button", { name: new RegExp(`^${escaped(person)}, ${escaped(skill)}`) })
      .click();
  }
  await dialogOf(page).waitFor();
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function keep(page: Page, level: RegExp): Promise<void> {
  await dialogOf(page).getByRole("radio", { name: level }).first().check();
  await dialogOf(page).getByRole("button", { name: "Garder en brouillon" }).click();
  await dialogOf(page).waitFor({ state: "detached" });
}

/** What recruiters read of somebody. */
async function cardOf({ firstName, lastName }: Person): Promise<string> {
  const page = await visitor();
  await signIn(page, DEMO.recruiter, `/recherche?nom=${firstName}%20${lastName}`);
  const cards = page.getByRole("article");
  await cards.first().waitFor();
  const text = await cards.first().innerText();
  await page.context().close();
  return text;
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("a trainer validates, the person reads it, recruiters find it, it is answered and revoked", async () => {
    const at = await evaluated();
    const { trainee, first, second, name } = at;
    await shown(trainee.email);
    await (await apiOf(trainee.email)).put(`me/skills/${second.code}`, { level: 1 });

    const page = await opened(DEMO.trainer, at.grid, size);
    await page.getByRole("heading", { level: 2, name: "Validations de la session" }).waitFor();
    await expectSound(page);
    await openCell(page, size, name, first.label);
    await expectSound(page);
    await dialogOf(page).getByRole("button", { name: "Garder en brouillon" }).click();
    await dialogOf(page).getByText("Choisissez un niveau.").waitFor();
    await dialogOf(page)
      .getByRole("textbox", { name: /^Commentaire/ })
      .fill("Vu en atelier.");
    await dialogOf(page).getByRole("button", { name: "Ajouter une observation" }).click();
    await dialogOf(page).getByRole("textbox", { name: "Titre" }).fill("Atelier");
    await dialogOf(page).getByRole("textbox", { name: "Observation" }).fill("Trois pièces justes.");
    await expectSound(page);
    await keep(page, /Autonome/);
    await openCell(page, size, name, second.label);
    await keep(page, /^Non acquis/);
    await page.getByText(/^2 cases en brouillon/).waitFor();
    await expectSound(page);

    // Nothing has left the page: leaving it is asked about.
    await page.getByRole("link", { name: "Participants" }).click();
    await page.getByRole("button", { name: "Rester sur la page" }).click();

    await page.getByRole("button", { name: "Relire et enregistrer" }).click();
    await dialogOf(page).getByText("2 nouvelles validations").waitFor();
    await expectSound(page);
    await dialogOf(page).getByRole("button", { name: "Enregistrer 2 validations" }).click();
    await page.getByText("2 validations enregistrées.").waitFor();
    await expectSound(page);

    const mine = await opened(trainee.email, "/mes-competences/carte", size);
    await mine.getByRole("heading", { level: 2, name: "2 compétences" }).waitFor();
    await mine.getByText("validée", { exact: true }).first().waitFor();
    await expectSound(mine);
    await mine.goto("/mes-competences/historique");
    await mine.getByRole("listitem").getByText("Compétence non acquise").first().waitFor();
    await expectSound(mine);
    await mine.getByRole("combobox", { name: /^Type/ }).selectOption("validee");
    await mine.getByRole("link", { name: new RegExp(escaped(first.label)) }).click();
    await mine.getByRole("heading", { level: 2, name: "Les preuves" }).waitFor();
    await mine.getByText("Trois pièces justes.").waitFor();
    await mine.getByText(/^Maillon n°\s\d+$/).waitFor();
    const switched = mine.getByRole("switch", { name: /visible par ceux/ });
    await switched.click();
    await expect.poll(() => switched.isChecked()).toBe(true);
    await expectSound(mine);

    // The search has it.
    await expect
      .poll(() => cardOf(trainee), { timeout: 15_000, interval: 1000 })
      .toContain(first.label);
    expect(await cardOf(trainee)).toMatch(/validée/);

    await mine.getByRole("button", { name: "Répondre à cette validation" }).click();
    await mine.getByRole("button", { name: "Envoyer" }).click();
    await mine.getByText("Écrivez quelques mots au moins.").waitFor();
    await mine.getByRole("textbox", { name: "Votre réponse" }).fill("Ce n’était pas moi.");
    await mine.getByRole("button", { name: "Envoyer" }).click();
    await mine.getByText(/^L’organisme répond avant le /).waitFor();
    await mine.getByText(/^Votre réponse attend/).waitFor();
    await expectSound(mine);

    const desk = await opened(
      DEMO.orgAdmin,
      `/organisations/${at.organisation}/validations?vue=reponses&etat=attente`,
      size,
    );
    const line = desk.getByRole("listitem").filter({ hasText: name });
    await line.getByText("Ce n’était pas moi.").waitFor();
    await expectSound(desk);
    await line.getByRole("button", { name: `Répondre à ${name}` }).click();
    await line.getByRole("textbox", { name: "Réponse de l’organisme" }).fill("Nous vérifions.");
    await line.getByRole("button", { name: "Envoyer" }).click();
    await line.waitFor({ state: "detached" });
    await desk.getByRole("radio", { name: "Répondues" }).check({ force: true });
    await line.getByText("Nous vérifions.").waitFor();
    await line.getByRole("link", { name: /^À propos de/ }).click();

    await desk.getByRole("button", { name: "Révoquer" }).click();
    await dialogOf(desk).getByRole("button", { name: "Révoquer" }).click();
    await dialogOf(desk).getByText("Indiquez le motif : la personne le lira.").waitFor();
    await expectSound(desk);
    await dialogOf(desk).getByRole("textbox", { name: "Motif, en clair" }).fill("Autre personne.");
    await dialogOf(desk).getByRole("button", { name: "Révoquer" }).click();
    await desk.getByText("La validation est révoquée.").waitFor();
    await desk.getByText(/^Révoquée le /).waitFor();
    await expectSound(desk);

    // It is gone from the search at once, and stays in the passport.
    expect(await cardOf(trainee)).not.toContain(first.label);
    await mine.reload();
    await mine.getByText(/^Révoquée le /).waitFor();
    await mine.getByText("Autre personne.").waitFor();
    await mine.getByText("Nous vérifions.").waitFor();
    await expectSound(mine);
  });

  it("a cell in which a colleague wrote meanwhile is decided on its own", async () => {
    const at = await evaluated();
    const page = await opened(DEMO.trainer, at.grid, size);
    await openCell(page, size, at.name, at.first.label);
    await keep(page, /Autonome/);
    await openCell(page, size, at.name, at.second.label);
    await keep(page, /Guidé/);
    await found(at, at.first.code, 4, {}, DEMO.orgAdmin);

    await page.getByRole("button", { name: "Relire et enregistrer" }).click();
    const dialog = dialogOf(page);
    await dialog.getByText("1 case modifiée entre-temps par quelqu’un d’autre").waitFor();
    await dialog.getByText("1 nouvelle validation").waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: /^Garder ma saisie pour / }).click();
    // It takes the place of what the colleague wrote: that is said with a reason.
    await dialog.getByText("1 case refusée").waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: /^Corriger / }).click();
    await dialogOf(page)
      .getByRole("textbox", { name: /^Pourquoi remplacer/ })
      .fill("Revu hier.");
    await dialogOf(page).getByRole("button", { name: "Garder en brouillon" }).click();
    await page.getByRole("button", { name: "Relire et enregistrer" }).click();
    await dialog.getByText("1 validation remplacée").waitFor();
    await dialog.getByRole("button", { name: "Enregistrer 2 validations" }).click();
    await page.getByText("2 validations enregistrées.").waitFor();
  });

  it("the pages of a passport are sound, also an empty one and one that does not exist", async () => {
    const at = await evaluated();
    const entry = await found(at, at.first.code, 3);
    const nothing = "00000000-0000-7000-8000-000000000000";
    const page = await opened(at.trainee.email, "/mes-competences", size);
    for (const path of [
      "/mes-competences",
      "/mes-competences/carte?etat=attestees",
      "/mes-competences/historique?du=2001-01-01&au=2001-01-02",
      "/mes-competences/niveaux",
      `/mes-competences/validations/${entry}`,
      `/mes-competences/validations/${nothing}`,
    ]) {
      await page.goto(path);
      await expectSound(page);
    }
    const person = (await (await apiOf(at.trainee.email)).get("me")).id;
    const staff = await opened(DEMO.orgAdmin, "/validations", size);
    const organisation = `/organisations/${at.organisation}`;
    for (const path of [
      `${organisation}/validations`,
      `${organisation}/validations?vue=confirmer`,
      `${organisation}/validations?vue=reponses`,
      `${organisation}/validations?vue=reglages`,
      `${organisation}/validations/${entry}`,
      `${organisation}/validations/${nothing}`,
      `${organisation}/personnes/${person}/carnet`,
      `${organisation}/personnes/${nothing}/carnet`,
      `${at.grid}?vue=competence&quoi=${at.second.code}`,
    ]) {
      await staff.goto(path);
      await expectSound(staff);
    }
  });
});
