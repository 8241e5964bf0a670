// Control over one's data: what is shared is seen and taken back, a company is looked through, readings are read, a copy is taken
// along, an erasure is planned and undone; and what the platform's own people may look at.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE, visitor, WIDE } from "./support/browser";
import { account, apiOf, DEMO, PASSWORD, signIn } from "./support/people";
import { type Sharer, sharer } from "./support/sharing";

const NUMBER = "+33612345678";

describe("what somebody shares", () => {
  it("is seen item by item, taken back at once, and every word has its receipt", async () => {
    const sharing = await sharer("Vendeuse ou vendeur");
    const { person, api, recruiter, board, company } = sharing;
    expect(JSON.stringify(await recruiter.get(board))).toContain(NUMBER);
    const page = await visitor(PHONE);
    await signIn(page, person.email, "/mes-donnees");
    await page.getByText("Toutes les entreprises vérifiées vous trouvent.").waitFor();
    await page.getByRole("heading", { level: 3, name: company.name }).waitFor();
    await expectSound(page);

    await page.getByRole("button", { name: /^Retirer le partage.*téléphone/ }).click();
    await page.getByRole("button", { name: "1 partage terminé" }).click();
    await page.getByText("retiré par vous").waitFor();
    expect(JSON.stringify(await recruiter.get(board))).not.toContain(NUMBER);
    expect(JSON.stringify(await recruiter.get(board))).toContain(person.email);

    // What is taken back on another device is taken back here too, without asking.
    await api.post("me/shares/revoke", { siret: company.siret });
    await page.getByRole("button", { name: "2 partages terminés" }).waitFor();
    expect(JSON.stringify(await recruiter.get(board))).not.toContain(person.email);

    await page.getByRole("link", { name: /^Reçu de fin.*téléphone/ }).click();
    await page.getByRole("heading", { level: 1, name: "Retrait d’un partage" }).waitFor();
    await page.getByText(/mot pour mot/).waitFor();
    await expectSound(page);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Télécharger" }).click();
    const file = JSON.parse(await readFile(await (await saved).path(), "utf8"));
    expect([file.format, file.document.kind, file.document.reason]).toEqual([
      "carnet.consent-receipt/1",
      "share_ended",
      "revoked",
    ]);
    expect(JSON.stringify(file)).not.toContain(NUMBER);
    await page.getByRole("link", { name: "Tous les reçus" }).click();
    await page.getByRole("heading", { name: "Acceptation d’une offre" }).waitFor();
    await expectSound(page);
    await page.goto("/mes-donnees/recus-de-salons");
    await page.getByText("Aucun salon privé n’a été supprimé.").waitFor();
    await expectSound(page);
    await looks(page, sharing);
    await takesAllBack(page, sharing);
  });
});

/** Through the eyes of a company, and of those that are chosen alone; who looked. */
async function looks(page: Page, { person, recruiter, company }: Sharer): Promise<void> {
  await page.goto("/visibilite");
  await page
    .getByRole("textbox", { name: "SIREN ou SIRET de l’entreprise", exact: true })
    .fill(company.siret);
  await page.getByRole("button", { name: "Voir", exact: true }).click();
  await page.getByText("Elle voit ceci, et rien d’autre.").waitFor();
  expect(new URL(page.url()).searchParams.get("siren")).toBe(company.siren);
  await page
    .getByText(/information retirée le/)
    .first()
    .waitFor();
  const name = `${person.firstName} ${person.lastName}`;
  await page.getByRole("article").getByText(name).waitFor();
  await expectSound(page);

  await page.getByRole("radio", { name: "Seulement celles que je choisis" }).check({ force: true });
  await page.getByText(/personne ne peut vous trouver/).waitFor();
  expect(await found(recruiter, name)).toBe(0);
  await page
    .getByText("Vous n’êtes visible que des entreprises choisies", { exact: false })
    .waitFor();
  await expectSound(page);
  const chosen = page.getByRole("textbox", { name: /entreprise à choisir/ });
  await chosen.fill(company.siren);
  await page.getByRole("button", { name: "Ajouter" }).click();
  await page.getByRole("button", { name: /^Ne plus choisir/ }).waitFor();
  await expect.poll(() => found(recruiter, name), { timeout: 15_000 }).toBe(1);

  await page.goto("/mes-donnees/consultations");
  await page.getByText("Pour lire ce que vous partagez").first().waitFor();
  await page
    .getByText(/numéro de téléphone et adresse e-mail/)
    .first()
    .waitFor();
  await page.getByText(/aucun numéro ne manque/).waitFor();
  await page.getByRole("heading", { name: "Apparitions dans des résultats" }).waitFor();
  await expectSound(page);
}

async function takesAllBack(page: Page, { person, recruiter }: Sharer): Promise<void> {
  await page.goto("/mes-donnees");
  await page.getByText("Les entreprises choisies vous trouvent.").waitFor();
  await page.getByRole("button", { name: "Tout reprendre" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("aucune recherche ne vous montre plus").waitFor();
  await expectSound(page);
  await dialog.getByRole("button", { name: "Tout reprendre" }).click();
  await page.getByText(/Tout est repris/).waitFor();
  expect(await found(recruiter, `${person.firstName} ${person.lastName}`)).toBe(0);
}

const found = async (recruiter: Sharer["recruiter"], name: string): Promise<number> =>
  (await recruiter.post("profile-search", { name })).total;

describe("leaving", () => {
  it("takes a copy along, plans the erasure, and changes one's mind", async () => {
    const person = await account();
    const page = await visitor(WIDE);
    await signIn(page, person.email, "/mes-donnees/copie");
    await page.getByText("Aucune demande.").waitFor();
    await page.getByLabel("Mot de passe actuel").fill("pas le bon");
    await page.getByRole("button", { name: "Préparer ma copie" }).click();
    await page.getByText("Ce n’est pas votre mot de passe actuel.").waitFor();
    await expectSound(page);
    await page.getByLabel("Mot de passe actuel").fill(PASSWORD);
    await page.getByRole("button", { name: "Préparer ma copie" }).click();
    const ready = page.getByRole("button", { name: /^Télécharger la copie/ });
    await ready.waitFor({ timeout: 60_000 });
    await expectSound(page);
    const saved = page.waitForEvent("download");
    await ready.click();
    const bytes = await readFile(await (await saved).path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");

    await page.getByRole("link", { name: "Effacement" }).click();
    await page.getByRole("heading", { name: "Ce qui sera supprimé" }).waitFor();
    await expectSound(page);
    await page.getByLabel("Tapez EFFACER").fill("effacer");
    await page.getByLabel("Mot de passe actuel").fill(PASSWORD);
    await page.getByRole("button", { name: /^Effacer mon compte/ }).click();
    await page.getByText("Tapez le mot EFFACER, en majuscules.").waitFor();
    await page.getByLabel("Tapez EFFACER").fill("EFFACER");
    await page.getByRole("button", { name: /^Effacer mon compte/ }).click();
    await page.getByText(/^L’effacement est prévu le/).waitFor();
    await expectSound(page);

    await page.goto("/mes-competences");
    const way = page.getByRole("link", { name: "Voir ou annuler" });
    await way.waitFor();
    await expectSound(page);
    await way.click();
    await page.getByRole("button", { name: "Garder mon compte" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Garder mon compte" }).click();
    await page.getByText("Votre compte est conservé.").waitFor();
    await way.waitFor({ state: "detached" });
    await expectSound(page);
  });
});

describe("those who look", () => {
  it("read no name in a search without names, and staff says why", async () => {
    const recruiter = await apiOf(DEMO.recruiter);
    await recruiter.put("me/company/search-settings", { blind: true });
    const searching = await visitor(PHONE);
    await signIn(searching, DEMO.recruiter, "/recherche");
    await searching
      .getByRole("heading", { name: /^Profil anonyme/ })
      .first()
      .waitFor();
    await searching
      .getByText(/une fois la personne ajoutée à une liste/)
      .first()
      .waitFor();
    await expectSound(searching);
    await recruiter.put("me/company/search-settings", { blind: false });

    const person = await account();
    const { id } = await (await apiOf(person.email)).get("me");
    const staff = await visitor(PHONE);
    await signIn(staff, DEMO.platform, "/admin/registre");
    await staff.getByText(/^\d+ traitements$/).waitFor();
    await staff.getByLabel("Identifiant de la personne").fill(id);
    await staff.getByLabel("Motif").fill("court");
    await staff.getByRole("button", { name: "Consulter" }).click();
    await staff.getByText("Indiquez un motif de 10 caractères au moins.").waitFor();
    await staff.getByLabel("Motif").fill("Demande reçue par courrier.");
    await staff.getByRole("button", { name: "Consulter" }).click();
    await staff.getByText(person.email).waitFor();
    await staff.getByRole("button", { name: "Comptes et connexions" }).click();
    await expectSound(staff);

    const page = await visitor(WIDE);
    await signIn(page, person.email, "/mes-donnees/consultations");
    await page.getByText("Demande reçue par courrier.").waitFor();
    await expectSound(page);
    await page.goto("/mentions");
    await page.getByRole("button", { name: /^Registre des traitements/ }).click();
    await page.getByText(/^\d+ traitements$/).waitFor();
    await expectSound(page);
  });

  it("are looked at themselves every night, and anybody may read what came of it", async () => {
    const api = await apiOf(DEMO.recruiter);
    const newest = async () => (await api.get("privacy/disclosure-checks")).items[0];
    await expect.poll(newest, { timeout: 60_000, interval: 500 }).toMatchObject({ leaks: 0 });
    const { people, answers } = await newest();
    const page = await visitor(PHONE);
    await page.goto("/mentions");
    await page.getByRole("button", { name: /^Registre des traitements/ }).click();
    const checks = page.getByRole("region", { name: "Contrôle de divulgation" });
    const line = checks.getByRole("listitem").first();
    await line.getByText("Aucune fuite").waitFor();
    const written = new Intl.NumberFormat("fr-FR").format;
    await line.getByText(`${written(people)} personnes`).waitFor();
    await line.getByText(`${written(answers)} réponses comparées`).waitFor();
    await expectSoundAtEverySize(page);
    const staff = await visitor(WIDE);
    await signIn(staff, DEMO.platform, "/admin/registre");
    await staff
      .getByRole("region", { name: "Contrôle de divulgation" })
      .getByText("Aucune fuite")
      .first()
      .waitFor();
  });
});
