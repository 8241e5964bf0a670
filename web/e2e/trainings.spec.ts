// What an organisation teaches: trainings written, published, compared, covered; read by those who teach.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, visitor } from "./support/browser";
import { DEMO, signIn, unique } from "./support/people";
import {
  begin,
  create,
  createInline,
  publish,
  save,
  saved,
  title,
  trainings,
} from "./support/trainings";

/** A training with a course, published; answers its address. */
async function published(page: Page, name: string): Promise<string> {
  await begin(page, name);
  await createInline(page, `Module de ${name}`);
  const path = await create(page);
  await publish(page, 1);
  await page.getByText("Publiée", { exact: true }).waitFor();
  return path;
}

async function archive(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Archiver", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archiver" }).click();
  await page.getByText("Archivée", { exact: true }).waitFor();
}

describe("a training", () => {
  it("is written in minutes, published, changed, published again and compared", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `Soudage ${word}`);
    const count = page.getByRole("heading", { level: 2, name: /^Compétences \(/ });
    const core = Number(/\d+/.exec(await count.innerText())?.[0]);
    expect(core).toBeGreaterThan(3);

    // The other skills of the job are one click away.
    await page.getByRole("button", { name: /^Les \d+ compétences de ce métier$/ }).click();
    await page.getByRole("group").getByRole("checkbox", { checked: false }).first().check();
    await page.getByRole("heading", { level: 2, name: `Compétences (${core + 1})` }).waitFor();
    await expectSound(page);

    // Nothing can be published without a course: the fault stands at its place.
    const path = await create(page);
    await publish(page, 1);
    await page.getByText("Ajoutez au moins un module.").waitFor();
    await expectSound(page);

    const course = `Atelier ${word}`;
    await createInline(page, course);
    await createInline(page, `Théorie ${word}`, "3,5");
    await page.getByText("Durée totale : 10 h 30").waitFor();
    const up = page.getByRole("button", { name: `Monter « Théorie ${word} »` });
    await up.press("Enter");
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator("li[data-course] strong").allInnerTexts()).toEqual([
      `Théorie ${word}`,
      course,
    ]);

    // The matrix, by keyboard: arrows move, the space bar ticks.
    const cells = page.getByRole("grid").getByRole("checkbox");
    await cells.first().press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await cells.nth(3).isChecked()).toBe(true);
    await page.getByRole("button", { name: `Tout cocher pour « ${course} »` }).click();
    await page.getByText("Un module n’enseigne aucune compétence").waitFor();
    await expectSound(page);

    await save(page).click();
    await saved(page);
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByRole("dialog").getByText(`« Théorie ${word} »`).waitFor();
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: "Publier" }).click();
    await page.getByText("Publiée", { exact: true }).waitFor();

    await title(page).fill(`Soudage avancé ${word}`);
    await save(page).click();
    await page.getByText("Modifications non publiées").waitFor();
    await publish(page, 2);
    await page.getByText("Modifications non publiées").waitFor({ state: "detached" });

    await page.getByRole("link", { name: "Révisions" }).click();
    await page
      .getByText(`Titre : « Soudage ${word} » devient « Soudage avancé ${word} ».`)
      .waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Révision 1" }).click();
    await page.getByText(`Soudage ${word}`, { exact: true }).waitFor();
    await expectSound(page);

    await page.goto(path);
    await page.getByRole("button", { name: "Archiver" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archiver" }).click();
    await page.getByText("Cette formation est archivée").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Restaurer" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restaurer" }).click();
    await title(page).waitFor();

    await page.getByRole("link", { name: "Toutes les formations" }).click();
    await page.getByRole("searchbox", { name: "Chercher par titre" }).fill(`AVANCE ${word}`);
    await page.waitForURL(/[?&]q=/);
    await page.getByRole("combobox", { name: "État" }).selectOption({ label: "Publiée" });
    await page.waitForURL(/etat=publiee/);
    await page.getByRole("link", { name: `Soudage avancé ${word}` }).waitFor();
    await settled(page);
    expect(await page.getByRole("main").getByRole("listitem").count()).toBe(1);
    await expectSound(page);
    await page.getByRole("combobox", { name: "État" }).selectOption({ label: "Archivée" });
    await page.getByText("Aucune formation ne correspond").waitFor();
  });

  it("proposes jobs and skills from the words of its title", async () => {
    const page = await trainings(DEMO.orgAdmin);
    await page.getByRole("link", { name: "Créer une formation" }).click();
    await title(page).fill("Peinture en bâtiment");
    await page.getByRole("button", { name: "Proposer d’après le titre et la description" }).click();
    await page.getByRole("heading", { level: 3, name: "Propositions du référentiel" }).waitFor();
    await page
      .getByText(/d’après «/)
      .first()
      .waitFor();
    await expectSound(page);
    const add = page.getByRole("button", { name: /^Ajouter «/ }).first();
    const label = ((await add.getAttribute("aria-label")) ?? "").replace("Ajouter ", "");
    await add.click();
    await page.getByRole("button", { name: `${label} : déjà dans la formation` }).waitFor();
    await expectSound(page);
  });

  it("sets the levels of many skills at once", async () => {
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `Niveaux ${unique()}`);
    await page.getByRole("checkbox", { name: /^Choisir les \d+ compétences/ }).check();
    await page.getByRole("combobox", { name: "Niveau visé" }).first().selectOption("2");
    await page.getByRole("button", { name: /^Appliquer à \d+ compétences$/ }).click();
    const targets = page.getByRole("combobox", { name: "Niveau visé" });
    const values = await targets.evaluateAll((all) =>
      all.map((select) => (select as HTMLSelectElement).value),
    );
    expect(new Set(values)).toEqual(new Set(["2"]));
    await expectSound(page);
  });

  it("puts what was typed onto what somebody else saved", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `À deux ${word}`);
    const path = await create(page);
    const other = await trainings(DEMO.orgAdmin);
    await other.goto(path);
    await title(other).fill(`À deux, autrement ${word}`);
    await save(other).click();
    await saved(other);

    const description = page.getByRole("textbox", { name: "Description" });
    await description.fill("Écrit en même temps.");
    await save(page).click();
    const conflict = page.getByRole("region", { name: "Cette formation a été modifiée" });
    await conflict.getByText(/devient «\sÀ deux, autrement/).waitFor();
    await expectSound(page);
    await conflict.getByRole("button", { name: "Prendre l’autre version" }).click();
    expect(await description.inputValue()).toBe("");
    await expectSound(page);
    await page.getByRole("button", { name: "Reprendre ma saisie" }).click();
    expect(await description.inputValue()).toBe("Écrit en même temps.");
    expect(await title(page).inputValue()).toBe(`À deux, autrement ${word}`);
    await save(page).click();
    await saved(page);
    await page.reload();
    expect(await description.inputValue()).toBe("Écrit en même temps.");

    // A second time, both having changed the same field.
    await other.reload();
    await title(other).fill(`Leur titre ${word}`);
    await save(other).click();
    await saved(other);
    await title(page).fill(`Mon titre ${word}`);
    await save(page).click();
    await conflict.getByText("Vous l’avez modifié aussi").waitFor();
    await conflict.getByRole("button", { name: "Reprendre ma saisie sur cette version" }).click();
    await save(page).click();
    await page.getByRole("heading", { level: 1, name: `Mon titre ${word}` }).waitFor();
  });

  it("keeps what is typed on screen when somebody archives it meanwhile", async () => {
    const page = await trainings(DEMO.orgAdmin);
    const path = await published(page, `Archivée ${unique()}`);
    const description = page.getByRole("textbox", { name: "Description" });
    await description.fill("Écrit pendant l’archivage.");
    const other = await trainings(DEMO.orgAdmin);
    await other.goto(path);
    await archive(other);

    await save(page).click();
    const conflict = page.getByRole("region", { name: "Cette formation a été modifiée" });
    await conflict.getByText("La formation a été archivée.").waitFor();
    expect(await description.inputValue()).toBe("Écrit pendant l’archivage.");
    await expectSound(page);

    // Theirs first: what was typed is put aside, and comes back.
    await conflict.getByRole("button", { name: "Prendre l’autre version" }).click();
    await page.getByText("Votre saisie est mise de côté").waitFor();
    await description.waitFor({ state: "detached" });
    await expectSound(page);
    await page.getByRole("button", { name: "Reprendre ma saisie" }).click();
    await page.getByText("Votre saisie est intacte, mais").waitFor();
    expect(await description.inputValue()).toBe("Écrit pendant l’archivage.");
    expect(await save(page).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: /^Enregistrer et publier$/ }).count()).toBe(0);
    await expectSound(page);
    await page.setViewportSize(PHONE);
    await expectSound(page);

    await page.getByRole("button", { name: "Restaurer" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restaurer" }).click();
    await page.getByText("Publiée", { exact: true }).waitFor();
    expect(await description.inputValue()).toBe("Écrit pendant l’archivage.");
    await save(page).click();
    await saved(page);
    await page.reload();
    expect(await description.inputValue()).toBe("Écrit pendant l’archivage.");

    // What one archives oneself, with something typed, can be given up too.
    await description.fill("À abandonner.");
    await archive(page);
    await page.getByRole("button", { name: "Abandonner ma saisie" }).click();
    await description.waitFor({ state: "detached" });
    await page.getByText("Elle est conservée telle quelle").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Toutes les formations" }).click();
    await page.getByRole("heading", { level: 1, name: "Formations" }).waitFor();
  });

  it("goes back to what was published when its draft is discarded", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await published(page, `Tenue ${word}`);
    await title(page).fill(`Abandonnée ${word}`);
    await save(page).click();
    await page.getByText("Modifications non publiées").waitFor();
    await page.getByRole("textbox", { name: "Description" }).fill("Pas encore enregistré.");
    await page.getByRole("button", { name: "Abandonner les modifications" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("redevient ce que dit la révision 1").waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: "Annuler" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await title(page).inputValue()).toBe(`Abandonnée ${word}`);
    await page.getByRole("button", { name: "Abandonner les modifications" }).click();
    await dialog.getByRole("button", { name: "Abandonner" }).click();
    await page
      .getByText("Modifications non publiées", { exact: true })
      .waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: `Tenue ${word}` }).waitFor();
    expect(await title(page).inputValue()).toBe(`Tenue ${word}`);
    expect(await page.getByRole("textbox", { name: "Description" }).inputValue()).toBe("");
    await page.reload();
    expect(await title(page).inputValue()).toBe(`Tenue ${word}`);
    expect(await page.getByRole("button", { name: "Abandonner les modifications" }).count()).toBe(
      0,
    );
    await expectSound(page);
  });

  it("is not left unsaved without a word", async () => {
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `En cours ${unique()}`);
    await page.getByRole("link", { name: "Toutes les formations" }).click();
    const dialog = page.getByRole("dialog", { name: "Quitter sans enregistrer ?" });
    await expectSound(page);
    await dialog.getByRole("button", { name: "Rester sur la page" }).click();
    expect(await title(page).inputValue()).toMatch(/^En cours/);
    await create(page);
    await page.getByRole("button", { name: "Supprimer le brouillon" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
    await page.getByRole("heading", { level: 1, name: "Formations" }).waitFor();
  });

  it("shows what it covers, what is missing and which course would close it", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin);
    await begin(page, `Complète ${word}`);
    await createInline(page, `Tout ${word}`);
    await page.getByRole("button", { name: `Tout cocher pour « Tout ${word} »` }).click();
    await create(page);
    await page.getByRole("link", { name: "Toutes les formations" }).click();

    await begin(page, `Partielle ${word}`);
    const row = page.getByRole("group").filter({ has: page.getByText("clé", { exact: true }) });
    await row
      .first()
      .getByRole("button", { name: /^Retirer/ })
      .click();
    await create(page);
    await page.getByRole("link", { name: "Couverture des métiers" }).click();
    await page
      .getByText(/^Couvre \d+ compétences clés sur \d+$/)
      .first()
      .waitFor();
    await page.getByText("1 compétence clé manque").waitFor();
    await page.getByText(new RegExp(`«\\sTout ${word}\\s»`)).waitFor();
    await expectSound(page);
  });
});

describe.each(SIZES)("at $width pixels", (size) => {
  it("every page is sound", async () => {
    const word = unique();
    const page = await trainings(DEMO.orgAdmin, size);
    await expectSound(page);
    await begin(page, `Large ${word}`);
    await createInline(page, `Premier ${word}`);
    await createInline(page, `Second ${word}`, "");
    await expectSound(page);
    if (size === PHONE) {
      await page.getByRole("button", { name: new RegExp(`^Premier ${word}`) }).click();
      await page.getByRole("button", { name: `Tout cocher pour « Premier ${word} »` }).click();
      await expectSound(page);
    }
    const path = await create(page);
    const list = path.slice(0, path.lastIndexOf("/"));
    for (const address of [
      path,
      `${path}/couverture`,
      `${path}/revisions`,
      `${path}/revisions/1`,
      `${list}/modules`,
      `${list}/competences`,
      list,
      `${list}/nulle-part`,
    ]) {
      await page.goto(address);
      await expectSound(page);
    }
  });
});

describe("a trainer", () => {
  it("reads all of it and writes none of it", async () => {
    const word = unique();
    const admin = await trainings(DEMO.orgAdmin);
    await begin(admin, `À lire ${word}`);
    await createInline(admin, `Lecture ${word}`);
    const path = await create(admin);

    const page = await trainings(DEMO.trainer);
    expect(await page.getByRole("link", { name: "Créer une formation" }).count()).toBe(0);
    await page.getByRole("link", { name: `À lire ${word}` }).click();
    await page.getByRole("heading", { level: 1, name: `À lire ${word}` }).waitFor();
    await page.getByText(`Lecture ${word}`).waitFor();
    await expectSound(page);
    const main = page.getByRole("main");
    expect(await main.getByRole("textbox").count()).toBe(0);
    expect(await main.getByRole("button").count()).toBe(0);
    await page.goto(`${path}/revisions`);
    await page.getByRole("link", { name: "Révision 1" }).waitFor();
    await expectSound(page);
    const list = path.slice(0, path.lastIndexOf("/"));
    for (const part of ["modules", "competences"]) {
      await page.goto(`${list}/${part}`);
      await settled(page);
      expect(await main.getByRole("button").count()).toBe(0);
    }
    await page.getByRole("link", { name: "Évolutions du référentiel" }).click();
    await page.getByRole("heading", { level: 1, name: "Évolutions du référentiel" }).waitFor();
    await page.getByText("Vous consultez cette page en lecture seule").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Formations", exact: true }).last().click();
    await page.getByRole("heading", { level: 1, name: "Formations" }).waitFor();
    await page.goto(`${list}/nouvelle`);
    await page.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();
  });

  it("is more than a trainee: for those the pages do not exist", async () => {
    const page = await visitor();
    await signIn(page, DEMO.trainee, "/mes-competences");
    await page.goto("/formations");
    await page.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();
  });
});
