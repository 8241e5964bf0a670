// Sessions of a training: opened, given slots and participants, announced, started; what trainees and calendars see of them.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, WIDE } from "./support/browser";
import { account, apiOf, DEMO, unique } from "./support/people";
import { announced, opened, prepare, sessionPath, YEAR } from "./support/sessions";

const PARTS = [
  "",
  "/general",
  "/modules",
  "/creneaux",
  "/participants",
  "/participants/import",
  "/ressources",
  "/salons-et-quiz",
];

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Pages de la session" }).getByRole("link", { name });

/** The pages of the session are on one line, all of them on a wide screen, and the one at hand is in view. */
async function expectOneLine(page: Page, width: number): Promise<void> {
  const nav = page.getByRole("navigation", { name: "Pages de la session" });
  const line = await nav.boundingBox();
  expect(line?.height).toBeLessThan(64);
  const hidden = await nav.evaluate((node) => node.scrollWidth - node.clientWidth);
  if (width === WIDE.width) expect(hidden).toBe(0);
  const current = await nav.locator('[aria-current="page"]').boundingBox();
  if (!current) throw new Error("no page is the one at hand");
  expect(current.x).toBeGreaterThanOrEqual(0);
  expect(current.x + current.width).toBeLessThanOrEqual(width);
}

/** Clicks a button and then the same one of the dialog it opens. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text, "utf8"),
});

describe("a session", () => {
  it("is opened from a training, planned, filled from a file and started", async () => {
    const { organisation, title, courses } = await prepare();
    const page = await opened(DEMO.orgAdmin, "/sessions");
    await page.getByRole("heading", { level: 1, name: "Sessions" }).waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Ouvrir une session" }).click();
    await page.getByRole("heading", { level: 1, name: "Ouvrir une session" }).waitFor();
    await page.getByRole("button", { name: "Ouvrir la session" }).click();
    await page.getByText("Ce champ est obligatoire.").first().waitFor();
    await expectSound(page);
    await page.getByRole("combobox", { name: "Formation" }).selectOption({ label: title });
    await page.getByText("Modules repris : 14 h au total.").waitFor();
    const name = `Session ${title}`;
    await page.getByRole("textbox", { name: "Titre" }).fill(name);
    await page.getByLabel("Premier jour").fill(`${YEAR}-05-01`);
    await page.getByLabel("Dernier jour").fill(`${YEAR}-05-31`);
    await page.getByRole("textbox", { name: "Lieu" }).fill(`Atelier ${title}`);
    await page.getByRole("textbox", { name: "Places" }).fill("3");
    const trainer = page.getByRole("combobox", { name: "Ajouter une personne qui forme" });
    await trainer.fill("e");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await trainer.press("Enter");
    await page.getByRole("button", { name: /^Retirer / }).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Ouvrir la session" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.getByText("Brouillon", { exact: true }).waitFor();
    await page.getByText("La session n’a aucun créneau.").waitFor();
    await expectSound(page);

    // Each point leads to where it is put right.
    await page.getByRole("link", { name: /^Compléter : La session n’a aucun créneau/ }).click();
    await page.getByRole("heading", { level: 2, name: "Créneaux (0)" }).waitFor();
    await expectSound(page);

    // The courses of this session alone, by keyboard.
    await tab(page, "Modules").click();
    const up = page.getByRole("button", { name: `Monter « ${courses[1]} »` });
    await up.press("Enter");
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectSound(page);
    await page.getByRole("button", { name: "Enregistrer l’ordre et les modules" }).click();
    await page
      .getByRole("status")
      .filter({ hasText: "La liste des modules est enregistrée." })
      .waitFor();
    expect(await page.locator("li[data-course] strong").allInnerTexts()).toEqual([
      courses[1],
      courses[0],
    ]);

    // Slots at regular times: the rule is shown before anything is created.
    await tab(page, "Créneaux").click();
    await page.getByRole("button", { name: "Générer des créneaux" }).click();
    for (const day of ["samedi", "dimanche"]) {
      await page.getByRole("checkbox", { name: day }).check();
    }
    await page.getByRole("combobox", { name: "S’arrête" }).selectOption("count");
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await page.getByText("Indiquez un nombre de jours, à partir de 1.").waitFor();
    await page.getByRole("textbox", { name: "Nombre de jours" }).fill("2");
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await page.getByText("4 créneaux seraient créés, 14 h au total.").waitFor();
    await page.getByText(`1er mai ${YEAR} : Fête du Travail`).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Créer 4 créneaux" }).click();
    await page.getByText("4 créneaux créés").waitFor();
    await page.getByRole("heading", { level: 2, name: "Créneaux (4)" }).waitFor();
    await expectSound(page);

    // Twice the same is refused before it is created.
    await page.getByRole("button", { name: "Générer des créneaux" }).click();
    for (const day of ["samedi", "dimanche"]) {
      await page.getByRole("checkbox", { name: day }).check();
    }
    await page.getByRole("combobox", { name: "S’arrête" }).selectOption("count");
    await page.getByRole("textbox", { name: "Nombre de jours" }).fill("2");
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await page.getByText("4 de ces créneaux existent déjà").waitFor();
    expect(await page.getByRole("button", { name: "Créer 4 créneaux" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Annuler", exact: true }).click();

    // One is changed, another is told apart by its own words.
    const first = page.getByRole("article").first();
    await first.getByRole("button", { name: /^Modifier / }).click();
    await first.getByRole("textbox", { name: "Intitulé" }).fill("Accueil");
    await first.getByLabel("Fin").fill("08:00");
    await first.getByRole("button", { name: "Enregistrer" }).click();
    await first.getByText("La fin doit venir après le début.").waitFor();
    await first.getByLabel("Fin").fill("12:00");
    await first.getByRole("button", { name: "Enregistrer" }).click();
    await first.getByText("Accueil").waitFor();
    await first.getByText("9 h – 12 h").waitFor();
    await first.getByRole("button", { name: /^Détails / }).click();
    await first.getByText("Ni changement ni conflit sur ce créneau.").waitFor();
    await expectSound(page);

    // A file with faults: told by line and column, nothing is written before it is confirmed.
    await tab(page, "Participants").click();
    await page.getByRole("link", { name: "Importer un fichier" }).click();
    await page.getByRole("heading", { level: 2, name: "Importer des participants" }).waitFor();
    await expectSound(page);
    const chooser = page.getByLabel("Fichier des participants");
    await chooser.setInputFiles(file("image.csv", "\u0000\u0001PNG"));
    await page.getByText("« image.csv » n’a pas pu être importé").waitFor();
    await expectSound(page);
    const word = unique();
    const good = `Nom;Prénom;E-mail\r\nLefèvre;Zoé;zoe-${word}@exemple.test\r\nBen;Ali;\r\n`;
    await chooser.setInputFiles(file("participants.csv", `${good};Sans nom;pas-une-adresse\r\n`));
    await page.getByText("3 lignes lues dans « participants.csv »").waitFor();
    await page.getByText("Ligne 4").waitFor();
    await page.getByText(/^Colonne C\s: /).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Choisir un autre fichier" }).click();
    await chooser.setInputFiles(file("participants.csv", good));
    await page.getByRole("button", { name: "Inscrire 2 personnes" }).click();
    await page.getByText("2 personnes inscrites ou invitées").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Voir les participants" }).click();
    await page.getByRole("article", { name: "Zoé Lefèvre" }).waitFor();
    await page.getByText("2 places prises sur 3").waitFor();

    // One more takes the last seat, the next one waits.
    for (const [lastName, state] of [
      ["Dupont", "inscription faite"],
      ["Martin", "en attente d’une place"],
    ]) {
      await page.getByRole("button", { name: "Inscrire une personne" }).click();
      await page.getByRole("textbox", { name: "Nom", exact: true }).fill(lastName ?? "");
      await page.getByRole("textbox", { name: "Prénom" }).fill("Camille");
      await page.getByRole("button", { name: "Inscrire", exact: true }).click();
      await page.getByText(`Camille ${lastName} : ${state}`).waitFor();
    }
    await page.getByText("3 places prises sur 3, 1 personne en attente").waitFor();
    await expectSound(page);
    await page.getByRole("searchbox", { name: "Chercher une personne" }).fill("lefevre");
    await page.waitForURL(/q=lefevre/);
    expect(await page.getByRole("article").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Chercher une personne" }).fill("");

    // What trainees are given.
    await tab(page, "Ressources").click();
    for (const [kind, resource, url] of [
      ["Lien", "Support de cours", "https://exemple.test/support"],
      ["Vidéo", "Vidéo d’accueil", "https://exemple.test/video"],
    ]) {
      await page.getByRole("button", { name: "Ajouter une ressource" }).click();
      await page.getByRole("radio", { name: kind ?? "", exact: true }).check();
      await page.getByRole("textbox", { name: "Titre" }).fill(resource ?? "");
      await page.getByRole("textbox", { name: "Adresse" }).fill(url ?? "");
      await page.getByRole("button", { name: "Ajouter", exact: true }).click();
      await page.getByRole("link", { name: resource }).waitFor();
    }
    await page.getByRole("button", { name: "Monter « Vidéo d’accueil »" }).click();
    await page.getByText("« Vidéo d’accueil » est maintenant en position 1 sur 2.").waitFor();
    await expectSound(page);

    // An assessment of every skill, and a room for a group.
    await tab(page, "Salons et quiz").click();
    await page.getByRole("button", { name: "Ajouter un quiz" }).click();
    await page.getByRole("textbox", { name: "Titre" }).fill("Évaluation finale");
    await expectSound(page);
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.getByText("Évaluation finale").waitFor();
    await page.getByRole("button", { name: "Ouvrir un salon de groupe" }).click();
    await page.getByRole("textbox", { name: "Nom" }).fill("Projet A");
    await page.getByRole("checkbox", { name: "Zoé Lefèvre" }).check();
    await page.getByRole("button", { name: "Ouvrir le salon" }).click();
    await page.getByText("Projet A").waitFor();
    await expectSound(page);

    // Announced, then started although hours are missing: the reason stays.
    await tab(page, "Aperçu").click();
    await page
      .getByText(/prévues pour 14\sh annoncées/)
      .first()
      .waitFor();
    await confirm(page, "Planifier");
    await page.getByText("Planifiée", { exact: true }).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Démarrer", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Démarrer" }).click();
    await dialog.getByText("Ces points ne sont pas prêts :").waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: "Démarrer quand même" }).click();
    await dialog.getByText("Indiquez pourquoi la session démarre malgré tout.").waitFor();
    await dialog
      .getByRole("textbox", { name: "Pourquoi démarrer quand même" })
      .fill("Le reste se fait à distance.");
    await dialog.getByRole("button", { name: "Démarrer quand même" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("En cours", { exact: true }).waitFor();
    await page.getByText("Le reste se fait à distance.").waitFor();
    await expectSound(page);

    await page.getByRole("link", { name: "Toutes les sessions" }).click();
    await page.getByRole("searchbox", { name: "Chercher par titre" }).fill(title.toUpperCase());
    await page.waitForURL(/[?&]q=/);
    await page.getByRole("combobox", { name: "État" }).selectOption({ label: "En cours" });
    await page.waitForURL(/etat=en-cours/);
    await settled(page);
    await page.getByRole("link", { name }).waitFor();
    await page.getByLabel("À partir du").fill(`${YEAR}-06-01`);
    await page.getByText("Aucune session ne correspond.").waitFor();
    await page.goto(`/organisations/${organisation}/sessions?etat=en-cours&du=pas-un-jour`);
    await page.getByRole("link", { name }).waitFor();
  });

  it("puts what was typed beside what somebody else saved", async () => {
    const prepared = await prepare();
    const { id } = await announced(prepared);
    const path = sessionPath(prepared.organisation, id, "/general");
    const page = await opened(DEMO.orgAdmin, path);
    const other = await opened(DEMO.orgAdmin, path);
    await other.getByRole("textbox", { name: "Lieu" }).fill("Salle Grace Hopper");
    await other.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await other.getByText("Modifications enregistrées").waitFor();
    await page.getByRole("textbox", { name: "Places" }).fill("12");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Une autre personne l’a modifié entre-temps").waitFor();
    await page.getByText("Salle Grace Hopper").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Reprendre ces valeurs" }).click();
    expect(await page.getByRole("textbox", { name: "Lieu" }).inputValue()).toBe(
      "Salle Grace Hopper",
    );
    await page.getByRole("textbox", { name: "Places" }).fill("12");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Modifications enregistrées").waitFor();
  });

  it("warns when somebody trains elsewhere, and stands with a reason", async () => {
    const prepared = await prepare();
    const { id, day } = await announced(prepared);
    const page = await opened(DEMO.orgAdmin, sessionPath(prepared.organisation, id, "/creneaux"));
    await page.getByRole("button", { name: "Ajouter un créneau" }).click();
    await page.getByLabel("Date", { exact: true }).fill(day);
    await page.getByLabel("Début").fill("10:00");
    await page.getByLabel("Fin", { exact: true }).fill("11:00");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.getByText("Une personne ou un lieu est déjà pris à ce moment-là").waitFor();
    await expectSound(page);
    await page
      .getByRole("textbox", { name: "Pourquoi maintenir quand même" })
      .fill("Deux groupes dans la même salle.");
    await page.getByRole("button", { name: "Ajouter", exact: true }).click();
    await page.getByText("Le créneau est ajouté").waitFor();
    await page.getByText("Maintenu : Deux groupes dans la même salle.").waitFor();
    const slot = page.getByRole("article").filter({ hasText: "Deux groupes" });
    await slot.getByRole("button", { name: /^Détails / }).click();
    await slot.getByRole("button", { name: "Annuler le créneau" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Salle inondée.");
    await expectSound(page);
    await dialog.getByRole("button", { name: "Annuler le créneau" }).click();
    await slot.getByText("Motif : Salle inondée.").waitFor();
    await expectSound(page);
  });

  it.each(SIZES)("is sound on a screen of $width pixels, page by page", async (size) => {
    const prepared = await prepare();
    const { id, day } = await announced(prepared, [
      { first_name: "Zoé", last_name: "Lefèvre", email: `zoe-${unique()}@exemple.test` },
      { first_name: "Ali", last_name: "Ben" },
    ]);
    const page = await opened(DEMO.orgAdmin, sessionPath(prepared.organisation, id), size);
    for (const part of PARTS) {
      await page.goto(sessionPath(prepared.organisation, id, part));
      await expectSound(page);
      await expectOneLine(page, size.width);
    }
    for (const view of ["mois", "semaine", "liste"]) {
      await page.goto(`/calendrier?organisme=${prepared.organisation}&jour=${day}&vue=${view}`);
      await page.getByText(`Théorie ${prepared.title}`).first().waitFor({ state: "attached" });
      await expectSound(page);
    }
  });

  it("is read by its trainers and hidden from the trainees of the organisation", async () => {
    const prepared = await prepare();
    const { id } = await announced(prepared);
    // Who runs the organisation has the buttons whose absence is told of the others.
    const admin = await opened(DEMO.orgAdmin, sessionPath(prepared.organisation, id));
    await admin.getByRole("button", { name: "Démarrer", exact: true }).waitFor();
    const trainer = await opened(DEMO.trainer, sessionPath(prepared.organisation, id));
    await trainer.getByRole("heading", { level: 1, name: prepared.title }).waitFor();
    await trainer.getByText("Planifiée", { exact: true }).waitFor();
    await trainer.getByRole("heading", { name: "Émargement", exact: true }).waitFor();
    await expectSound(trainer);
    expect(await trainer.getByRole("button", { name: "Démarrer" }).count()).toBe(0);
    expect(await tab(trainer, "Attestations").count()).toBe(0);
    await tab(trainer, "Créneaux").click();
    await trainer.getByText("9 h – 12 h 30").waitFor();
    expect(await trainer.getByRole("button", { name: "Ajouter un créneau" }).count()).toBe(0);
    await expectSound(trainer);
    const trainee = await opened(DEMO.trainee, sessionPath(prepared.organisation, id));
    await trainee.getByRole("heading", { name: "Page introuvable" }).waitFor();
  });
});

describe("a trainee", () => {
  it("accepts an invitation, and finds slots, courses and resources", async () => {
    const prepared = await prepare();
    const person = await account();
    const { firstName: first_name, lastName: last_name, email } = person;
    const { id, day } = await announced(prepared, [{ first_name, last_name, email }]);
    const api = await apiOf(DEMO.orgAdmin);
    await api.post(`organisations/${prepared.organisation}/sessions/${id}/resources`, {
      kind: "link",
      title: "Support de cours",
      url: "https://exemple.test/support",
    });
    const page = await opened(email, "/mes-sessions", PHONE);
    await page.getByRole("heading", { level: 2, name: "Une invitation vous attend" }).waitFor();
    await expectSound(page);
    await page
      .getByRole("button", { name: `Accepter l’invitation à « ${prepared.title} »` })
      .click();
    await page.getByRole("link", { name: prepared.title }).click();
    await page.getByRole("heading", { level: 1, name: prepared.title }).waitFor();
    await page.getByRole("link", { name: "Support de cours" }).waitFor();
    await page.getByText("9 h – 12 h 30").waitFor();
    await expectSound(page);

    // The calendar of a telephone is a list, and its address is given to another program.
    await page.goto(`/calendrier?jour=${day}`);
    await page.getByText("9 h – 12 h 30").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Ouvrir la session" }).click();
    await page.getByRole("heading", { level: 1, name: prepared.title }).waitFor();
  });

  it("declines an invitation, and the seat is free again", async () => {
    const prepared = await prepare();
    const { firstName: first_name, lastName: last_name, email } = await account();
    await announced(prepared, [{ first_name, last_name, email }]);
    const page = await opened(email, "/mes-sessions");
    await page
      .getByRole("button", { name: `Décliner l’invitation à « ${prepared.title} »` })
      .click();
    const dialog = page.getByRole("dialog");
    await expectSound(page);
    await dialog.getByRole("button", { name: "Décliner" }).click();
    await page.getByText("Aucune session pour l’instant").waitFor();
    await expectSound(page);
  });
});

describe("the calendar", () => {
  it("is moved through by keyboard and opens a slot", async () => {
    const prepared = await prepare();
    const { day: slotDay } = await announced(prepared);
    const page = await opened(
      DEMO.orgAdmin,
      `/calendrier?organisme=${prepared.organisation}&jour=${YEAR}-08-31&vue=mois`,
    );
    const day = page.locator(`[data-day="${YEAR}-08-31"]`);
    await day.press("ArrowRight");
    await page.waitForURL(new RegExp(`jour=${YEAR}-09-01`));
    await page.locator(`[data-day="${YEAR}-09-01"]:focus`).waitFor();
    await page.getByRole("heading", { level: 2, name: `septembre ${YEAR}` }).waitFor();
    await page.goto(`/calendrier?organisme=${prepared.organisation}&jour=${slotDay}&vue=mois`);
    await settled(page);
    await page
      .getByRole("button", { name: new RegExp(`^Théorie ${prepared.title}`) })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Salle Ada Lovelace").waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it("is followed from another program by a secret address, until it is taken back", async () => {
    const prepared = await prepare();
    const { firstName: first_name, lastName: last_name, email } = await account();
    await announced(prepared, [{ first_name, last_name, email }]);
    const person = await apiOf(email);
    const [invitation] = (await person.get("me/session-invitations")).items;
    const page = await opened(email, "/mes-sessions");
    await page.getByRole("button", { name: /^Accepter l’invitation/ }).click();
    await page.getByRole("link", { name: invitation.session_title }).waitFor();
    await page.goto("/calendrier");
    await page.getByRole("button", { name: "S’abonner" }).click();
    await page.getByRole("button", { name: "Créer mon adresse" }).click();
    const url = await page
      .getByRole("textbox", { name: "Adresse de votre calendrier" })
      .inputValue();
    await expectSound(page);
    const feed = await (await fetch(url)).text();
    expect(feed).toMatch(/^BEGIN:VCALENDAR/);
    expect(feed).toContain("TZID:Europe/Paris");
    await page.getByRole("button", { name: "Supprimer l’adresse" }).click();
    await page.getByRole("button", { name: "Créer mon adresse" }).waitFor();
    expect((await fetch(url)).status).toBe(404);
  });
});
