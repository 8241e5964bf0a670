// What an organisation writes once: its own skills, its courses.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, settled } from "./support/browser";
import { DEMO, unique } from "./support/people";
import { begin, create, save, trainings } from "./support/trainings";

/** What somebody else saved meanwhile, beside what is typed here. */
const overtaken = (page: Page) =>
  page.getByRole("status").filter({ hasText: "Une autre personne l’a modifié entre-temps" });

const card = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

describe("an own skill", () => {
  it("is not proposed a match that was refused", async () => {
    const label = `Réaliser une soudure à l’arc ${unique()}`;
    const page = await trainings(DEMO.orgAdmin);
    await page.getByRole("link", { name: "Compétences de l’organisme" }).click();
    await page.getByRole("button", { name: "Écrire une compétence de l’organisme" }).click();
    await page.getByRole("textbox", { name: "Nom de la compétence" }).fill(label);
    await page.getByRole("button", { name: "Créer la compétence" }).click();
    const card = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { level: 2, name: label }),
    });
    await card.getByRole("button", { name: "Rapprocher du référentiel" }).click();
    const refuse = card.getByRole("button", { name: /^Refuser le rapprochement/ });
    await refuse.first().waitFor();
    await expectSound(page);
    const proposed = await refuse.count();
    const named = (await refuse.first().getAttribute("aria-label")) ?? "";
    await refuse.first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Refuser" }).click();
    await dialog.getByText("Indiquez le motif").waitFor();
    await expectSound(page);
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Un autre procédé.");
    await dialog.getByRole("button", { name: "Refuser" }).click();
    await dialog.waitFor({ state: "detached" });
    await card.getByText(/Un autre procédé\./).waitFor();

    await page.reload();
    await card.getByRole("button", { name: "Rapprocher du référentiel" }).click();
    await settled(page);
    expect(await card.getByRole("button", { name: named }).count()).toBe(0);
    expect(await refuse.count()).toBeLessThanOrEqual(proposed);
    await card.getByRole("button", { name: "Garder telle quelle" }).click();
    await card.getByText("Gardée telle quelle").waitFor();
    await card.getByRole("button", { name: "Revenir sur ce choix" }).click();
    await card.getByText("À rapprocher du référentiel").waitFor();
    await expectSound(page);
    const search = page.getByRole("searchbox", { name: "Chercher par titre" });
    await search.fill(label.toUpperCase());
    await page.waitForURL(/[?&]q=/);
    await settled(page);
    expect(await page.getByRole("main").getByRole("heading", { level: 2 }).count()).toBe(1);
    await expectSound(page);
    await card.getByRole("button", { name: /^Supprimer/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
    await card.waitFor({ state: "detached" });
  });

  it("is written in a training and linked there", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `Avec la nôtre ${word}`);
    await page.getByRole("button", { name: "Écrire une compétence de l’organisme" }).click();
    await page
      .getByRole("textbox", { name: "Nom de la compétence" })
      .fill(`Réaliser une soudure au chalumeau ${word}`);
    await page.getByRole("button", { name: "Créer la compétence" }).click();
    const row = page.getByRole("group", { name: `Réaliser une soudure au chalumeau ${word}` });
    await row.getByRole("button", { name: "À rapprocher du référentiel" }).click();
    await row
      .getByRole("button", { name: /^Accepter le rapprochement/ })
      .first()
      .click();
    await row.getByText(/^Rapprochée de «/).waitFor();
    await expectSound(page);
    await create(page);
  });
});

describe("two people who write the same", () => {
  it("own skill: each learns what the other saved, and nothing typed is lost", async () => {
    const word = unique();
    const first = `Dresser un mur ${word}`;
    const page = await trainings(DEMO.orgAdmin);
    await page.getByRole("link", { name: "Compétences de l’organisme" }).click();
    await page.getByRole("button", { name: "Écrire une compétence de l’organisme" }).click();
    await page.getByRole("textbox", { name: "Nom de la compétence" }).fill(first);
    await page.getByRole("button", { name: "Créer la compétence" }).click();
    await page.getByRole("heading", { level: 2, name: first }).waitFor();
    const other = await trainings(DEMO.orgAdmin);
    await other.goto(new URL(page.url()).pathname);
    await other.getByRole("button", { name: `Modifier « ${first} »` }).click();
    await page.getByRole("button", { name: `Modifier « ${first} »` }).click();

    const theirs = `Dresser une cloison ${word}`;
    await other.getByRole("textbox", { name: "Nom de la compétence" }).fill(theirs);
    await save(other).click();
    await other.getByRole("heading", { level: 2, name: theirs }).waitFor();
    const label = page.getByRole("textbox", { name: "Nom de la compétence" });
    const mine = `Dresser un muret ${word}`;
    await label.fill(mine);
    await save(page).click();
    await overtaken(page).getByText(theirs).waitFor();
    expect(await label.inputValue()).toBe(mine);
    expect(await save(page).isDisabled()).toBe(true);
    await expectSound(page);
    await page.getByRole("button", { name: "Garder ma saisie" }).click();
    await overtaken(page).waitFor({ state: "detached" });
    await save(page).click();
    await page.getByRole("heading", { level: 2, name: mine }).waitFor();
  });

  it("course: the values of the other can be taken instead", async () => {
    const word = unique();
    const first = `Levage ${word}`;
    const page = await trainings(DEMO.orgAdmin, PHONE);
    await page.getByRole("link", { name: "Modules", exact: true }).click();
    await page.getByRole("button", { name: "Créer un module" }).click();
    await page.getByRole("textbox", { name: "Titre du module" }).fill(first);
    await page.getByRole("button", { name: "Créer le module" }).click();
    await page.getByRole("heading", { level: 2, name: first }).waitFor();
    const other = await trainings(DEMO.orgAdmin);
    await other.goto(new URL(page.url()).pathname);
    await other.getByRole("button", { name: `Modifier le module « ${first} »` }).click();
    await page.getByRole("button", { name: `Modifier le module « ${first} »` }).click();

    await other.getByRole("textbox", { name: "Durée" }).fill("14 h");
    await other.getByRole("combobox", { name: "Modalité" }).selectOption("workplace");
    await save(other).click();
    await card(other, first).getByText("14 h", { exact: true }).waitFor();
    const duration = page.getByRole("textbox", { name: "Durée" });
    await duration.fill("7 h");
    await save(page).click();
    await overtaken(page).getByText("14 h", { exact: true }).waitFor();
    await overtaken(page).getByText("Situation de travail").waitFor();
    expect(await duration.inputValue()).toBe("7 h");
    await expectSound(page);
    await page.getByRole("button", { name: "Reprendre ces valeurs" }).click();
    await overtaken(page).waitFor({ state: "detached" });
    expect(await duration.inputValue()).toMatch(/^14\sh$/);
    await expectSound(page);
    await duration.fill("15 h");
    await save(page).click();
    await card(page, first).getByText("15 h", { exact: true }).waitFor();
    await card(page, first).getByText("Situation de travail").waitFor();
  });
});

describe("a course", () => {
  it("is written, changed, put away and taken back", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await page.getByRole("link", { name: "Modules", exact: true }).click();
    await page.getByRole("button", { name: "Créer un module" }).click();
    await page.getByRole("textbox", { name: "Titre du module" }).fill(`Sécurité ${word}`);
    await page.getByRole("textbox", { name: "Durée" }).fill("sept heures");
    await page.getByRole("button", { name: "Créer le module" }).click();
    await page.getByText("Écrivez une durée").waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Durée" }).fill("3 h 30");
    await page.getByRole("combobox", { name: "Modalité" }).selectOption("workplace");
    await page.getByRole("button", { name: "Créer le module" }).click();
    const card = page.getByRole("listitem").filter({ hasText: `Sécurité ${word}` });
    await card.getByText("3 h 30").waitFor();
    await card.getByRole("button", { name: /^Modifier/ }).click();
    await page.getByRole("textbox", { name: "Durée" }).fill("4");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await card.getByText("4 h").waitFor();
    // Found by its title, whatever the case and accents; the address keeps what is looked for.
    const search = page.getByRole("searchbox", { name: "Chercher par titre" });
    await search.fill(`SECURITE ${word}`);
    await page.waitForURL(/[?&]q=/);
    await settled(page);
    expect(await page.getByRole("main").getByRole("heading", { level: 2 }).count()).toBe(1);
    await expectSound(page);
    await search.fill("rien de tel");
    await page.getByText("Aucun module ne correspond.").waitFor();
    await search.fill("");
    await page.waitForURL((url) => url.search === "");
    await card.getByRole("button", { name: /^Archiver/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archiver" }).click();
    await card.waitFor({ state: "detached" });
    await page.getByRole("radio", { name: "Archivés" }).check({ force: true });
    await page.waitForURL(/etat=archives/);
    await card.getByRole("button", { name: /^Remettre en service/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remettre en service" }).click();
    await card.waitFor({ state: "detached" });
    await expectSound(page);
  });
});
