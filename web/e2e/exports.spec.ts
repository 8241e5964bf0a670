// A passport that its person takes along: exported, proved in part, shown by a link, checked by whoever holds it.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled, visitor } from "./support/browser";
import { apiOf, DEMO } from "./support/people";
import { underWay } from "./support/records";
import { opened, prepare } from "./support/sessions";
import { found, programme } from "./support/validations";

const dialogOf = (page: Page) => page.getByRole("dialog");

async function downloadBy(page: Page, button: RegExp | string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).first().click(),
  ]);
  return file.suggestedFilename();
}

/** Somebody of whom a trainer found one skill. */
async function validated() {
  const at = await underWay(await prepare());
  const [first] = await programme(at);
  if (!first) throw new Error("the training has skills");
  await found(at, first.code, 3);
  return { email: at.trainee.email, name: `${at.trainee.firstName} ${at.trainee.lastName}`, first };
}

/** The signed JSON of a passport, without the browser. */
async function exported(email: string) {
  const api = await apiOf(email);
  const { id } = await api.post("me/passport/exports", { format: "json" });
  const path = `me/passport/exports/${id}`;
  await expect.poll(async () => (await api.get(path)).status, { timeout: 60_000 }).toBe("ready");
  const bytes = await api.bytes(`${path}/file`);
  const { number, code } = JSON.parse(bytes.toString("utf8")).document;
  return { bytes, number: number as string, code: code as string };
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("a passport is exported, downloaded, erased, and all of it stands in the log", async () => {
    const { email, first } = await validated();
    const page = await opened(email, "/mes-exports", size);
    await expectSound(page);
    await page.getByRole("radio", { name: "Une partie" }).check({ force: true });
    await page.getByRole("button", { name: "Demander l’export" }).click();
    await page.getByText("Choisissez au moins une compétence ou une période.").waitFor();
    await expectSound(page);
    await page.getByRole("checkbox", { name: first.label }).check();
    await page.getByRole("button", { name: "Demander l’export" }).click();
    await page.getByText("Prêt", { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByText("1 compétence", { exact: true }).first().waitFor();
    await page.getByText(/à télécharger avant le/).waitFor();
    await expectSound(page);
    expect(await downloadBy(page, /^Télécharger : PDF/)).toMatch(/\.pdf$/);
    await page.getByText("Export téléchargé").waitFor();
    await page.getByRole("button", { name: /^Effacer le fichier : PDF/ }).click();
    await dialogOf(page).getByRole("button", { name: "Effacer le fichier" }).click();
    await page.getByText("Effacé", { exact: true }).waitFor();
    await expectSound(page);
  });

  it("one skill is proved alone, and a validation leaves as a badge", async () => {
    const { email, first } = await validated();
    const page = await opened(email, "/mes-exports/preuves", size);
    await expectSound(page);
    await page.getByRole("combobox", { name: "Compétence validée" }).selectOption(first.code);
    await page.getByRole("combobox", { name: "Niveau à prouver" }).selectOption("4");
    await page.getByRole("button", { name: "Télécharger la preuve" }).click();
    await page.getByText("Votre carnet ne le prouve pas aujourd’hui.").waitFor();
    await expectSound(page);
    await page.getByRole("combobox", { name: "Niveau à prouver" }).selectOption("2");
    expect(await downloadBy(page, "Télécharger la preuve")).toMatch(/^carnet-preuve-.*\.json$/);
    expect(await downloadBy(page, /^Télécharger le badge/)).toBe(`badge-${first.code}.jwt`);
    await expectSound(page);
  });

  it("a link shows a passport to whoever has its password, until it is revoked", async () => {
    const { email, name, first } = await validated();
    const page = await opened(email, "/mes-exports/partages", size);
    await expectSound(page);
    await page.getByRole("button", { name: "Créer le lien" }).click();
    await page.getByText("Dites à qui vous donnez ce lien.").waitFor();
    await page.getByRole("textbox", { name: "À qui le donnez-vous ?" }).fill("Atelier du port");
    const password = page.getByLabel("Mot de passe (facultatif)");
    await password.fill("court");
    await page.getByRole("button", { name: "Créer le lien" }).click();
    await page.getByText("8 caractères au moins.").waitFor();
    await expectSound(page);
    await password.fill("une phrase bien à nous");
    await page.getByRole("button", { name: "Créer le lien" }).click();
    await page.getByText("Le lien pour Atelier du port est prêt").waitFor();
    await expectSound(page);
    const url = await page.locator("code").first().innerText();
    expect(url).toMatch(/\/carnet-partage#\S+$/);
    const path = url.slice(url.indexOf("/carnet-partage"));

    const other = await visitor(size);
    await other.goto(path);
    await other.getByLabel("Mot de passe du lien").fill("pas celui-là");
    await expectSound(other);
    await other.getByRole("button", { name: "Ouvrir", exact: true }).click();
    await other.getByText("Ce n’est pas le mot de passe de ce lien.").waitFor();
    await expectSound(other);
    await other.getByLabel("Mot de passe du lien").fill("une phrase bien à nous");
    await other.getByRole("button", { name: "Ouvrir", exact: true }).click();
    await other.getByRole("heading", { level: 2, name }).waitFor();
    await other.getByRole("heading", { level: 3, name: first.label }).first().waitFor();
    await expectSound(other);

    await page.reload();
    await settled(page);
    await page.getByText("regardé 1 fois").waitFor();
    await page.getByRole("button", { name: "Révoquer le lien donné à Atelier du port" }).click();
    await dialogOf(page).getByRole("button", { name: "Révoquer" }).click();
    await page.getByText("Révoqué", { exact: true }).waitFor();
    await other.reload();
    await other.getByText("Ce lien ne montre rien").waitFor();
    await expectSound(other);
    await other.goto("/carnet-partage");
    await other.getByText(/L’adresse est incomplète/).waitFor();
  });

  it("whoever holds an export checks it by its number and by its file", async () => {
    const { bytes, number, code } = await exported(DEMO.trainee);
    const page = await visitor(size);
    await page.goto(`/verifier/${number}#${code}`);
    await page.getByText("Valide", { exact: true }).waitFor();
    expect(await page.getByText("Émis le").count()).toBe(1);
    await expectSound(page);
    // The right number with another code is as unknown as any.
    await page.goto("/verifier");
    await expectSound(page);
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.getByText("Ce champ est obligatoire.").first().waitFor();
    await page.getByRole("textbox", { name: "Numéro" }).fill(number);
    await page.getByRole("textbox", { name: "Code", exact: true }).fill("ABCDEFGHJKMNPQRS");
    await page.getByRole("button", { name: "Vérifier", exact: true }).click();
    await page.getByText("Inconnu", { exact: true }).waitFor();
    await expectSound(page);

    const give = (buffer: Buffer) =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name: "carnet.json", mimeType: "application/json", buffer });
    await give(bytes);
    await page.getByText("carnet.json est intact").waitFor();
    await expectSound(page);
    const changed = Buffer.from(bytes);
    const middle = changed.length >> 1;
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    await give(changed);
    await page.getByText("carnet.json n’est pas ce qui a été émis").waitFor();
    await expectSound(page);
    expect(await page.getByRole("link", { name: "Ouvrir la page hors ligne" }).count()).toBe(1);
  });

  it("an import is refused with its reason", async () => {
    const { bytes } = await exported(DEMO.trainee);
    const page = await opened(DEMO.trainee, "/mes-exports/imports", size);
    await expectSound(page);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "carnet.json", mimeType: "application/json", buffer: bytes });
    await page.getByText("carnet.json n’est pas importé").waitFor();
    await page.getByText(/Ce fichier vient de cette plateforme/).waitFor();
    await expectSound(page);
  });
});
