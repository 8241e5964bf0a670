// A person's carnet: declares skills, decides who sees them, sees exactly what is seen.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, visitor } from "./support/browser";
import { account, DEMO, type Person, signIn } from "./support/people";

const DEEDS = / Ajouter à une liste Notes Écarter$/;

describe.each(SIZES)("at $width pixels", (size) => {
  it("a person declares skills, becomes visible, blocks a company, and withdraws", async () => {
    const person = await account();
    const page = await visitor(size);
    await signIn(page, person.email, "/mes-competences");
    await page.getByText("Votre carnet est encore vide").waitFor();

    const first = await declare(page, "client", "3 autonome");
    const second = await declare(page, "équipe", "1 notions");
    await page.getByRole("heading", { name: "2 compétences" }).waitFor();
    await expectSound(page);

    await page.getByRole("button", { name: `Changer le niveau de « ${second} »` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /niveau 4, expert/ }).check({ force: true });
    await expectSound(page);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("niveau 4, expert").first().waitFor();

    await page.goto("/visibilite");
    const toggle = page.getByRole("switch", { name: "Visible des recruteurs vérifiés" });
    expect(await toggle.isChecked()).toBe(false);
    await page.getByText(/Personne ne voit cet aperçu/).waitFor();
    await expectSound(page);
    expect(await found(person)).toBe(0);

    await toggle.click();
    await page.getByText("Vous êtes visible dans la recherche.").waitFor();
    const preview = page.getByRole("article");
    await preview.getByText(first).waitFor();
    await expectSound(page);
    await expect.poll(() => found(person), { timeout: 15_000, interval: 1000 }).toBe(1);
    // Beside what the person previews, the card of a recruiter has what they can do with it.
    expect((await cardOf(person)).replace(DEEDS, "")).toBe(await wordsOf(preview));

    await page
      .getByRole("textbox", { name: "SIREN ou SIRET de l’entreprise à bloquer" })
      .fill("123 456 789");
    await page.getByRole("button", { name: "Bloquer", exact: true }).click();
    await page.getByText("Ce numéro n’est pas un SIREN").waitFor();
    await expectSound(page);
    const company = await demoCompany();
    await page
      .getByRole("textbox", { name: "SIREN ou SIRET de l’entreprise à bloquer" })
      .fill(company.siren);
    await page.getByRole("button", { name: "Bloquer", exact: true }).click();
    const unblock = page.getByRole("button", { name: /^Ne plus bloquer/ });
    await unblock.waitFor();
    // Its name would tell that it uses Carnet.
    await page.getByText(`SIREN ${spaced(company.siren)}`, { exact: true }).waitFor();
    expect(await page.getByText(company.name).count()).toBe(0);
    await expectSound(page);
    expect(await found(person)).toBe(0);
    await unblock.click();
    await page.getByText("Aucune entreprise bloquée.").waitFor();
    expect(await found(person)).toBe(1);

    await toggle.click();
    await page.getByText("Vous n’apparaissez dans aucune recherche.").waitFor();
    expect(await found(person)).toBe(0);
    await page.getByText("Retrait de la visibilité").waitFor();
    await page.getByText("Accord pour être visible de toutes les entreprises").waitFor();

    await page.goto("/mes-competences");
    await page.getByRole("button", { name: `Retirer « ${first} »` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
    await page.getByRole("heading", { name: "1 compétence", exact: true }).waitFor();
  });
});

/** Finds a skill from a plain word and declares it; answers its official label. */
async function declare(page: Page, word: string, level: string): Promise<string> {
  const picker = page.getByRole("combobox", { name: "Ajouter une compétence" });
  await picker.fill(word);
  const option = page.getByRole("option").first();
  await option.waitFor();
  const label = (await option.locator("span").first().innerText()).trim();
  await picker.press("Enter");
  await page
    .getByRole("radio", { name: new RegExp(level.replace(" ", ", ")) })
    .check({ force: true });
  await page.getByRole("button", { name: "Ajouter à mon carnet" }).click();
  await page.getByRole("heading", { level: 3, name: label }).waitFor();
  return label;
}

/** How many profiles of this name the demo recruiter finds, in a search of their own. */
async function found(person: Person): Promise<number> {
  const page = await search(person);
  const heading = page.getByRole("heading", { level: 2, name: /profil/ });
  await heading.waitFor();
  const total = Number.parseInt(await heading.innerText(), 10);
  await page.context().close();
  return total;
}

async function cardOf(person: Person): Promise<string> {
  const page = await search(person);
  const words = await wordsOf(page.getByRole("article"));
  await page.context().close();
  return words;
}

const wordsOf = async (card: ReturnType<Page["getByRole"]>): Promise<string> =>
  (await card.innerText()).replace(/\s+/g, " ").trim();

async function search({ firstName, lastName }: Person): Promise<Page> {
  const page = await visitor();
  await signIn(page, DEMO.recruiter, `/recherche?nom=${firstName}%20${lastName}`);
  return page;
}

/** The company the demo recruiter searches for. */
async function demoCompany(): Promise<{ name: string; siren: string }> {
  const page = await visitor();
  await signIn(page, DEMO.recruiter, "/entreprise");
  const name = await page.locator("dd").first().innerText();
  const siret = (await page.locator("dd").nth(1).innerText()).replace(/\D/g, "");
  return { name, siren: siret.slice(0, 9) };
}

const spaced = (siren: string): string => siren.replace(/(\d{3})(?=\d)/g, "$1 ");
