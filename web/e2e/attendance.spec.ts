// Attendance of a slot under way: the roll by keyboard and by thumb, on two devices; signatures; the seal, and what comes
// after it.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { marksOf, type UnderWay, underWay, yesterday } from "./support/attendance";
import { expectSound, PHONE, SIZES, settled, visitor, WIDE } from "./support/browser";
import { signatureLinkIn } from "./support/mail";
import { account, apiOf, DEMO, PASSWORD, signIn, unique } from "./support/people";
import { PEOPLE, saved, status } from "./support/roll";
import { opened } from "./support/sessions";

const pane = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: "Parties de l’émargement" })
    .getByRole("link", { name })
    .click();

/** Draws something like a name on the pad that was opened last. */
async function draw(page: Page): Promise<void> {
  const pad = page.locator("canvas").last();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("no pad");
  const at = (x: number, y: number): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  await page.mouse.move(...at(0.2, 0.5));
  await page.mouse.down();
  for (let step = 0; step <= 12; step++) {
    await page.mouse.move(...at(0.2 + step * 0.05, 0.5 + 0.2 * Math.sin(step)));
  }
  await page.mouse.up();
}

/** Who was invited by mail is enrolled without waiting for them: from today on, or from the day that is named. */
async function enrolled(at: UnderWay, lastName: string, from?: string): Promise<void> {
  const api = await apiOf(DEMO.orgAdmin);
  const path = at.base.replace(/slots\/.*$/, "enrolments");
  const found = (await api.get(path)).items.find(
    (one: { last_name: string }) => one.last_name === lastName,
  );
  const { version } = await api.post(`${path}/${found.id}/move`, { step: "enrol" }, found.version);
  if (!from) return;
  const { email, first_name, last_name } = found;
  await api.put(`${path}/${found.id}`, { email, first_name, last_name, starts_on: from }, version);
}

describe("the roll", () => {
  it("is called by keyboard, with reasons and a proof, and found from the slots", async () => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path.replace(/\/[^/]+\/emargement$/, ""));
    await page.getByRole("link", { name: /^Faire l’appel/ }).click();
    await page.getByRole("heading", { level: 1, name: `Théorie ${at.title}` }).waitFor();
    await expectSound(page);
    expect(await page.getByText("Non pointé", { exact: true }).count()).toBe(4);

    await status(page, "Ali Benali", "Présent").focus();
    await page.keyboard.press("p");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[data-row]")?.textContent))
      .toContain("Dupont");
    await page.keyboard.press("r");
    const minutes = page.getByRole("textbox", { name: "Minutes de retard" });
    await minutes.fill("0");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "de 1 à" }).waitFor();
    await expectSound(page);
    await minutes.fill("12");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[data-row]")?.textContent))
      .toContain("Lefèvre");
    await page.keyboard.press("a");
    await page.keyboard.press("d");
    await page.getByText(/^Retard de 12\u00a0min/).waitFor();
    await saved(page);
    expect(await marksOf(at)).toEqual({
      Benali: "present",
      Dupont: "late 12",
      Lefèvre: "absent",
      Martin: "excused",
    });

    // Back to nothing said, by a letter too: the row is not absent.
    await page.keyboard.press("n");
    await saved(page);
    expect(await marksOf(at)).toMatchObject({ Martin: "unmarked" });

    // Why, with what proves it.
    await page.getByRole("button", { name: "Précisions sur Zoé Lefèvre" }).click();
    await page.getByRole("combobox", { name: "Motif" }).selectOption({ label: "Transports" });
    await page.getByRole("checkbox", { name: /Motif accepté/ }).check();
    await page.getByLabel("Justificatif", { exact: true }).setInputFiles({
      name: "attestation.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    });
    await page
      .getByRole("status")
      .filter({ hasText: "Fichier envoyé\u00a0: attestation.pdf" })
      .waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("Absence, justifié, transports").waitFor();
    await saved(page);
    await page.getByRole("button", { name: "Précisions sur Zoé Lefèvre" }).click();
    await page.getByRole("button", { name: "Ouvrir le justificatif" }).waitFor();
    await page.getByRole("button", { name: "Historique des mentions" }).click();
    await page.getByRole("listitem").filter({ hasText: "Absence, non justifié" }).last().waitFor();
    await expectSound(page);

    // One among many.
    await page.getByRole("searchbox", { name: "Chercher une personne" }).fill("lefevre");
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Chercher une personne" }).fill("");
    await page.getByRole("combobox", { name: "Afficher" }).selectOption({ label: "Non pointés" });
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    await page.reload();
    await settled(page);
    await page.getByText("Absence, justifié, transports").waitFor();
  });

  it("is called by thumb on a phone: everybody present, then the exceptions", async () => {
    const at = await underWay(PEOPLE);
    const page = await visitor(PHONE, { hasTouch: true, isMobile: true });
    await signIn(page, DEMO.trainer, "/compte");
    await page.goto(at.path);
    await expectSound(page);
    for (const box of await page.locator("[data-row] button").all()) {
      const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await page.getByRole("button", { name: "Tous présents" }).tap();
    await saved(page);
    await status(page, "Camille Dupont", "Retard").tap();
    await expectSound(page);
    await page.getByRole("button", { name: "15 min" }).tap();
    await status(page, "Noé Martin", "Absent").tap();
    await page.getByText(/^Retard de 15\u00a0min/).waitFor();
    await saved(page);
    expect(await marksOf(at)).toEqual({
      Benali: "present",
      Dupont: "late 15",
      Lefèvre: "present",
      Martin: "absent",
    });
    await expectSound(page);
  });

  it("stays light for five hundred people", async () => {
    const many = Array.from({ length: 500 }, (_, place) => ({
      first_name: "Prénom",
      last_name: `Nom ${String(place + 1).padStart(3, "0")}`,
    }));
    const at = await underWay([]);
    const api = await apiOf(DEMO.orgAdmin);
    const enrolments = at.base.replace(/slots\/.*$/, "enrolments");
    for (let from = 0; from < many.length; from += 20) {
      const some = many.slice(from, from + 20);
      await Promise.all(some.map((one) => api.post(enrolments, one)));
    }
    const page = await opened(DEMO.trainer, at.path);
    expect(await page.locator("[data-row]").count()).toBe(500);
    await page.getByRole("button", { name: "Tous présents" }).click();
    await saved(page);
    await status(page, "Prénom Nom 250", "Présent").focus();
    const took = await page.evaluate(async () => {
      const started = performance.now();
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "a", bubbles: true }),
      );
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - started;
    });
    // A letter is drawn within a fifth of a second, on a loaded machine.
    expect(took).toBeLessThan(200);
    await saved(page);
    expect(await marksOf(at)).toMatchObject({ "Nom 250": "absent", "Nom 500": "present" });
  });
});

describe("two devices", () => {
  it("that say otherwise overwrite nothing: each row is chosen", async () => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path);
    const other = await opened(DEMO.orgAdmin, at.path);
    await page.context().setOffline(true);
    for (const name of ["Ali Benali", "Zoé Lefèvre"]) await status(page, name, "Absent").click();
    await status(page, "Noé Martin", "Dispensé").click();
    for (const name of ["Ali Benali", "Zoé Lefèvre"]) await status(other, name, "Présent").click();
    await saved(other);
    await page.context().setOffline(false);
    await page.getByText("2 mentions en ont rencontré d’autres").waitFor();
    expect(await marksOf(at)).toMatchObject({
      Benali: "present",
      Lefèvre: "present",
      Martin: "excused",
    });
    await page
      .getByText(/^par .+, le .+ \(appel\)$/)
      .first()
      .waitFor();
    await expectSound(page);
    // Also after the page was opened anew.
    await page.reload();
    await settled(page);
    await page.getByRole("button", { name: /^Garder la mienne.: Ali Benali/ }).click();
    await page.getByText("1 mention en a rencontré une autre").waitFor();
    await page.getByRole("button", { name: /^Garder l’autre.: Zoé Lefèvre/ }).click();
    await page.getByText("rencontré").waitFor({ state: "detached" });
    await saved(page);
    expect(await marksOf(at)).toMatchObject({ Benali: "absent", Lefèvre: "present" });
  });
});

describe("a sheet", () => {
  it("is signed by hand and by QR, sealed, then put right with a reason", async () => {
    const at = await underWay(PEOPLE.slice(0, 2));
    const page = await opened(DEMO.trainer, at.path);
    await page.getByRole("button", { name: "Tous présents" }).click();
    await saved(page);

    // What is missing is told, with the way to it.
    await pane(page, "Feuille");
    await page.getByText(/La signature de formation manque/).waitFor();
    expect(await page.getByRole("button", { name: "Clore et sceller" }).isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "Ce qui a été fait" }).fill("Boucles et tests.");
    await page.getByRole("button", { name: "Enregistrer le contenu" }).click();
    await page.getByText("Le contenu est enregistré").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: /^Signer \(/ }).click();
    await page.getByText("0 sur 2 ont signé.").waitFor();
    await expectSound(page);

    // The device goes from hand to hand.
    await page.getByRole("button", { name: "Faire signer à la suite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Valider et suivant" }).click();
    await dialog.getByText("Signez d’un vrai trait.").waitFor();
    await draw(page);
    await expectSound(page);
    await dialog.getByRole("button", { name: "Valider et suivant" }).click();
    await dialog.getByText("Signature 2 sur 2").waitFor();
    await draw(page);
    await dialog.getByRole("button", { name: "Valider", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("2 sur 2 ont signé.").waitFor();

    // The code of the room changes, and stands nowhere in letters.
    await page.getByRole("button", { name: "Afficher le QR code" }).click();
    const code = page.getByRole("img", { name: `QR code d’émargement de Théorie ${at.title}` });
    const outline = () => code.locator("path").getAttribute("d");
    const before = await outline();
    await expectSound(page);
    await expect.poll(outline, { timeout: 25_000, interval: 500 }).not.toBe(before);
    await dialog.getByRole("radio", { name: "Sortie" }).check();
    await dialog.getByText(/scanne en partant/).waitFor();
    await page.getByRole("button", { name: "Fermer l’affichage" }).click();

    // By one's own account: a wrong password is told at its field.
    await page.getByRole("radio", { name: "Mot de passe" }).check();
    const password = page.getByRole("textbox", { name: "Votre mot de passe" });
    await password.fill("pas-le-bon-mot-de-passe");
    await page.getByRole("button", { name: "Signer la demi-journée" }).click();
    await page.getByText("Ce n’est pas votre mot de passe actuel.").waitFor();
    await expectSound(page);
    await password.fill(PASSWORD);
    await page.getByRole("button", { name: "Signer la demi-journée" }).click();
    await page.getByText(/signé le .+ \(compte et mot de passe\)/).waitFor();
    await page
      .getByRole("button", { name: /^Envoyer un lien à 2 personnes/ })
      .waitFor({ state: "detached" });

    await pane(page, "Feuille");
    await page.getByRole("button", { name: "Clore et sceller" }).click();
    await dialog.getByRole("button", { name: "Clore et sceller" }).click();
    await page.getByRole("heading", { name: "Feuille scellée" }).waitFor();
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    await expectSound(page);
    for (const name of ["PDF", "CSV", "Excel (XLSX)", "JSON signé"]) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^emargement-\d{4}-\d\d-\d\d-theorie-formation.*\./);
    }
    // Whoever trains reads what is sealed; whoever runs the organisation puts it right.
    await pane(page, "Appel");
    expect(await page.getByRole("button", { name: /^Rectifier/ }).count()).toBe(0);

    const admin = await opened(DEMO.orgAdmin, at.path);
    await expectSound(admin);
    await admin.getByRole("button", { name: "Rectifier la mention de Ali Benali" }).click();
    await admin.getByRole("button", { name: "Rectifier", exact: true }).click();
    await admin.getByText("C’est déjà ce que dit la feuille.").waitFor();
    await admin.getByText("Indiquez pourquoi, en 3 caractères au moins.").waitFor();
    await admin.getByRole("radio", { name: "Retard" }).check();
    await admin.getByRole("textbox", { name: "Minutes de retard" }).fill("20");
    await admin.getByRole("textbox", { name: "Pourquoi" }).fill("Arrivée à la pause.");
    await expectSound(admin);
    await admin.getByRole("button", { name: "Rectifier", exact: true }).click();
    await admin.getByText("Rectifié", { exact: true }).waitFor();
    await pane(admin, "Feuille");
    const added = admin.getByRole("listitem").filter({ hasText: "Rectification" });
    await added.getByText("Arrivée à la pause.").waitFor();
    await added.getByText("Présence", { exact: true }).waitFor();
    await added.getByText(/Retard de 20\u00a0min/).waitFor();
    await expectSound(admin);
  });

  it("of a whole day is called by half-day, and opened again for who signs late by a mailed link", async () => {
    const email = `sans-compte-${unique()}@exemple.test`;
    const [ali = {}, camille = {}] = PEOPLE;
    const when = yesterday();
    const at = await underWay([{ ...ali, email }, camille], when);
    await enrolled(at, "Benali", when.date);
    const page = await opened(DEMO.trainer, at.path);
    await page.getByRole("radio", { name: /^Matin.*2 non pointés/ }).check({ force: true });
    await page
      .getByText(/^Après-midi : Non pointé$/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Tous présents" }).click();
    await saved(page);
    await page.getByRole("radio", { name: /^Après-midi.*2 non pointés/ }).check({ force: true });
    expect(await page.getByText("Non pointé", { exact: true }).count()).toBe(2);
    await status(page, "Ali Benali", "Présent").click();
    await status(page, "Camille Dupont", "Absent").click();
    await saved(page);
    expect([await marksOf(at, 0), await marksOf(at, 1)]).toEqual([
      { Benali: "present", Dupont: "present" },
      { Benali: "present", Dupont: "absent" },
    ]);
    await expectSound(page);

    // Signing is over: it is opened again, and why is told.
    await pane(page, "Signatures");
    await page.getByText(/^La signature est fermée depuis/).waitFor();
    await page.getByRole("button", { name: "Rouvrir la signature" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Rouvrir la signature" }).click();
    await dialog.getByText("Indiquez pourquoi, en 3 caractères au moins.").waitFor();
    await expectSound(page);
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Réseau en panne hier.");
    await dialog.getByRole("button", { name: "Rouvrir la signature" }).click();
    await page.getByText(/^Signature ouverte jusqu’au/).waitFor();
    await page.getByText(/Rouverte jusqu’au .+.: Réseau en panne hier\./).waitFor();
    await page.getByRole("button", { name: /^Envoyer un lien à/ }).click();
    await page.getByText("1 lien envoyé").waitFor();
    await expectSound(page);

    const signer = await visitor(PHONE);
    await signer.goto(await signatureLinkIn(email));
    await signer.getByRole("heading", { level: 2, name: `Théorie ${at.title}` }).waitFor();
    await draw(signer);
    const afternoon = signer.getByRole("form", { name: /Après-midi/ });
    await afternoon.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await signer.getByText(/^Signé le /).waitFor();
    await expectSound(signer);
    await page.reload();
    await page.getByText("1 sur 2 ont signé.").waitFor();
    await page.getByText(/signé le .+ \(lien personnel\)/).waitFor();
    await expectSound(page);
  });

  it("falls back on paper", async () => {
    const at = await underWay(PEOPLE.slice(0, 1));
    const page = await opened(DEMO.trainer, at.path.replace(/\/creneaux\/.*$/, ""));
    await page.getByRole("link", { name: /^Ouvrir l’émargement/ }).click();
    await page.getByRole("switch", { name: "Saisie d’après la feuille papier" }).click();
    await status(page, "Ali Benali", "Présent").click();
    await saved(page);
    await pane(page, "Feuille");
    const [blank] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Imprimer une feuille vierge" }).click(),
    ]);
    expect(blank.suggestedFilename()).toMatch(/^feuille-vierge-.*\.pdf$/);
    await page.getByLabel("Joindre la feuille signée").setInputFiles({
      name: "feuille.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
    });
    await page.getByRole("button", { name: "Joindre à l’émargement" }).click();
    await page.getByRole("button", { name: /^Ouvrir « feuille.pdf/ }).waitFor();
    await page.getByText("Rien ne manque : la feuille peut être scellée.").waitFor();
    await expectSound(page);
    await pane(page, "Appel");
    await page.getByRole("button", { name: "Précisions sur Ali Benali" }).click();
    await page.getByRole("button", { name: "Historique des mentions" }).click();
    await page.getByText(/\(d’après papier\)/).waitFor();
  });

  it("that a trainee contests is decided by those who run the organisation", async () => {
    const person = await account();
    const { firstName: first_name, lastName: last_name, email } = person;
    const at = await underWay([{ first_name, last_name, email }]);
    const trainee = await apiOf(email);
    const [invitation] = (await trainee.get("me/session-invitations")).items;
    await trainee.post(`me/session-invitations/${invitation.id}/accept`, {});
    const trainer = await apiOf(DEMO.trainer);
    const { rows, half_days: halves } = await trainer.get(at.base);
    const [{ part }] = halves;
    await trainer.put(`${at.base}/marks`, {
      rows: [{ enrolment_id: rows[0].enrolment_id, part, status: "absent", seen_number: 0 }],
    });
    await trainer.post(`${at.base}/signature`, { part, password: PASSWORD });
    const { version } = await trainer.get(at.base);
    await trainer.post(`${at.base}/close`, undefined, version);
    await trainee.post(`me/attendance/slots/${at.slot}/contests`, { part, text: "J’étais là." });

    const page = await opened(DEMO.orgAdmin, `${at.path}?volet=feuille`);
    await page.getByText("J’étais là.").waitFor();
    await expectSound(page);
    await page
      .getByRole("button", { name: `Décider de la contestation de ${first_name} ${last_name}` })
      .click();
    await page.getByRole("button", { name: "Enregistrer la décision" }).click();
    await page.getByText("Indiquez le motif, en 3 caractères au moins.").waitFor();
    await page.getByRole("radio", { name: "Présence" }).check();
    await page.getByRole("textbox", { name: "Motif de la décision" }).fill("Vu en salle.");
    await expectSound(page);
    await page.getByRole("button", { name: "Enregistrer la décision" }).click();
    await page.getByText("Acceptée", { exact: true }).waitFor();
    await page.getByText("La feuille dit : Présence.").waitFor();
    await page.getByText("Feuille scellée", { exact: true }).first().waitFor();
    await expectSound(page);
  });

  it.each(SIZES)("is sound on a screen of $width pixels, part by part", async (size) => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path, size);
    for (const part of ["", "?volet=signatures", "?volet=feuille"]) {
      await page.goto(`${at.path}${part}`);
      await expectSound(page);
    }
  });

  it("does not exist for those who take part", async () => {
    const at = await underWay(PEOPLE.slice(0, 1));
    const page = await opened(DEMO.trainee, at.path, WIDE);
    await page.getByRole("heading", { name: "Page introuvable" }).waitFor();
  });
});
