// How the stories write trainings.
import type { Page } from "playwright-core";
import { settled, visitor, WIDE } from "./browser";
import { signIn } from "./people";

/** Opens the trainings of the demo organisation. */
export async function trainings(email: string, size = WIDE): Promise<Page> {
  const page = await visitor(size);
  await signIn(page, email, "/compte");
  await page.goto("/formations");
  await page.getByRole("heading", { level: 1, name: "Formations" }).waitFor();
  return page;
}

export const title = (page: Page) => page.getByRole("textbox", { name: "Titre", exact: true });
export const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true });
export const saved = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /^Enregistré$/ })
    .waitFor();

/** Begins a training and gives it a job, by a name people say. */
export async function begin(page: Page, name: string, job = "soudeur"): Promise<void> {
  await page.getByRole("link", { name: "Créer une formation" }).click();
  await page.getByRole("heading", { level: 1, name: "Nouvelle formation" }).waitFor();
  await title(page).fill(name);
  const picker = page.getByRole("combobox", { name: "Ajouter un métier" });
  await picker.fill(job);
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await picker.press("Enter");
  await page.getByText(/compétences? clés? choisies? sur/).waitFor();
}

export async function createInline(page: Page, course: string, duration = "7 h"): Promise<void> {
  await page.getByRole("button", { name: "Créer un module" }).click();
  await page.getByRole("textbox", { name: "Titre du module" }).fill(course);
  await page.getByRole("textbox", { name: "Durée" }).fill(duration);
  await page.getByRole("button", { name: "Créer le module" }).click();
  await page.getByRole("button", { name: `Monter « ${course} »` }).waitFor();
}

export async function create(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Créer la formation" }).click();
  await page.getByRole("navigation", { name: "Pages de la formation" }).waitFor();
  await settled(page);
  return new URL(page.url()).pathname;
}

export async function publish(page: Page, revision: number): Promise<void> {
  await page.getByRole("button", { name: /^(Publier|Enregistrer et publier)$/ }).click();
  const dialog = page.getByRole("dialog", { name: `Publier la révision ${revision} ?` });
  await dialog.getByRole("button", { name: "Publier" }).click();
  await dialog.waitFor({ state: "detached" });
}
