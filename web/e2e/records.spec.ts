// Attendance once it is taken: trainees sign, scan and contest; those who run the session decide, export, check and attest;
// anybody verifies a document.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, visitor } from "./support/browser";
import { signatureLinkIn } from "./support/mail";
import { account, apiOf, DEMO, fillLogin } from "./support/people";
import { seal, underWay } from "./support/records";
import { opened, prepare, sessionPath } from "./support/sessions";

const pad = (page: Page) => page.getByRole("img", { name: "Votre signature" });

/** Draws a wave on the pad with the mouse. */
async function draw(page: Page): Promise<void> {
  await pad(page).scrollIntoViewIfNeeded();
  const box = await pad(page).boundingBox();
  if (!box) throw new Error("the pad is not on screen");
  const at = (share: number): [number, number] => [
    box.x + box.width * (0.15 + 0.7 * share),
    box.y + box.height * (0.5 + 0.25 * Math.sin(share * 12)),
  ];
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let step = 1; step <= 24; step++) await page.mouse.move(...at(step / 24));
  await page.mouse.up();
}

/** The same with a finger. */
async function drawByTouch(page: Page): Promise<void> {
  await pad(page).scrollIntoViewIfNeeded();
  const box = await pad(page).boundingBox();
  if (!box) throw new Error("the pad is not on screen");
  const finger = await page.context().newCDPSession(page);
  await finger.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const before = await page.evaluate(() => window.scrollY);
  const at = (share: number) => [
    { x: box.x + box.width * (0.2 + 0.6 * share), y: box.y + box.height * (0.2 + 0.6 * share) },
  ];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= 20; step++) {
    await finger.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: at(step / 20),
    });
  }
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  // What draws does not scroll.
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
}

/** Who comes after the first ten minutes is told so before anything is noted; right after noon, the half-day has just begun. */
async function comesLate(page: Page): Promise<void> {
  const sign = page.getByRole("button", { name: "Enregistrer ma présence" });
  await sign.or(page.getByText("Votre présence est enregistrée")).first().waitFor();
  if (await sign.isHidden()) return;
  await page.getByText(/^Si vous signez maintenant, vous serez noté en retard de /).waitFor();
  await expectSound(page);
  await sign.click();
}

async function downloadOf(page: Page, button: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return file.suggestedFilename();
}

describe("a half-day", () => {
  it("is signed, sealed, contested, rectified and exported", async () => {
    const at = await underWay(await prepare());
    const mine = await opened(at.trainee.email, "/mes-presences");
    await mine.getByRole("heading", { level: 2, name: "À signer maintenant" }).waitFor();
    await expectSound(mine);
    const waiting = mine.getByRole("region", { name: "À signer maintenant" });
    await waiting.getByRole("button", { name: /^Signer : / }).click();
    await mine.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await mine.getByText("Tracez votre signature dans le cadre.").waitFor();
    await expectSound(mine);

    // A wrong password signs nothing, and is told where it was typed.
    await mine.getByRole("radio", { name: "Mon mot de passe" }).check({ force: true });
    const password = mine.getByLabel("Mot de passe de votre compte");
    await password.fill("ce-n-est-pas-lui");
    await mine.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await mine.getByText("Ce n’est pas votre mot de passe actuel.").waitFor();
    await expectSound(mine);
    await mine.getByRole("radio", { name: "Dessiner ma signature" }).check({ force: true });
    await draw(mine);
    await mine.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await mine.getByText(/^Signature dessinée le /).waitFor();
    expect(await waiting.count()).toBe(0);
    // An hour into the half-day: noted late, unless noon has just passed.
    await mine
      .getByText(/^(Présence|Retard de .+)$/)
      .first()
      .waitFor();
    await expectSound(mine);

    // Sealed otherwise: the trainee sees it, and says why it is wrong.
    await seal(at, 20);
    await mine.reload();
    await mine.getByText("Retard de 20 min").waitFor();
    await mine.getByText("Feuille close et scellée").waitFor();
    await mine.getByRole("button", { name: /^Contester : / }).click();
    await mine.getByRole("button", { name: "Envoyer la contestation" }).click();
    await mine.getByText("Expliquez ce qui est inexact").waitFor();
    await mine
      .getByRole("textbox", { name: "Ce qui est inexact" })
      .fill("J’étais là dès le début, au fond de la salle.");
    await expectSound(mine);
    await mine.getByRole("button", { name: "Envoyer la contestation" }).click();
    await mine.getByText("Contestation en attente de décision").waitFor();
    expect(await mine.getByRole("button", { name: /^Contester : / }).count()).toBe(0);
    await expectSound(mine);

    // Who runs the session decides, with a reason.
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/presences"),
    );
    await page.getByRole("heading", { level: 2, name: "Contestations à décider (1)" }).waitFor();
    await page.getByText("J’étais là dès le début, au fond de la salle.").waitFor();
    await page.getByText("Contestation en cours").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: /^Décider de la contestation/ }).click();
    await page.getByRole("button", { name: "Rectifier la mention" }).click();
    await page.getByText("Indiquez le motif, en quelques mots au moins.").waitFor();
    await page.getByRole("combobox", { name: "Mention exacte" }).selectOption("late");
    await page.getByRole("textbox", { name: "Retard, en minutes" }).fill("999");
    await page.getByRole("textbox", { name: "Motif de la décision" }).fill("Vu avec la formatrice");
    await page.getByRole("button", { name: "Rectifier la mention" }).click();
    await page.getByText(/minutes, la durée de la demi-journée/).waitFor();
    await expectSound(page);
    await page.getByRole("combobox", { name: "Mention exacte" }).selectOption("present");
    await page.getByRole("button", { name: "Rectifier la mention" }).click();
    await page.getByRole("button", { name: "1 contestation décidée" }).waitFor();
    await expectSound(page);

    // Every sheet as a file.
    expect(await downloadOf(page, /^Toute la session, PDF$/)).toMatch(/^emargement-.*\.pdf$/);
    expect(await downloadOf(page, /^Semaine .*, CSV$/)).toMatch(/\.csv$/);

    // The trainee reads what it was, what it became, and why.
    await mine.reload();
    await mine.getByText("Contestation acceptée").waitFor();
    await mine.getByRole("button", { name: "Rectifié : voir ce qui a changé" }).click();
    await mine.getByText("Retard de 20 min").waitFor();
    await mine.getByText("Vu avec la formatrice").first().waitFor();
    await expectSound(mine);
    expect(await downloadOf(mine, /^Ma feuille de présence.*JSON signé$/)).toMatch(/\.json$/);
  });

  it("is attested once its sheet is sealed, and anybody verifies it", async () => {
    const at = await underWay(await prepare());
    await seal(at, 20);
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/attestations"),
    );
    // What prevents one is told, the others are issued.
    await page.getByText("Aucune attestation n’a été délivrée pour cette session.").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Établir les attestations" }).click();
    await page.getByText("Ce champ est obligatoire.").first().waitFor();
    await page.getByRole("textbox", { name: "Signataire pour l’organisme" }).fill("Ada Martin");
    await page.getByRole("textbox", { name: "Qualité" }).fill("directrice");
    await page.getByRole("button", { name: "Établir les attestations" }).click();
    await page.getByText("Rien n’a été établi pour 2 personnes").waitFor();
    await page.getByText(/Ce document s’établit une fois la session clôturée/).waitFor();
    await expectSound(page);
    await page.getByRole("combobox", { name: "Document" }).selectOption("attendance");
    await page.getByRole("radio", { name: "Choisir" }).check({ force: true });
    await page.getByRole("checkbox", { name: at.trainee.lastName }).check();
    await page.getByRole("button", { name: "Établir les attestations" }).click();
    await page.getByText("1 document établi").waitFor();
    await page.getByRole("heading", { level: 2, name: "Attestations délivrées (1)" }).waitFor();
    await expectSound(page);
    expect(await downloadOf(page, /^Attestation d’assiduité.*PDF$/)).toMatch(/\.pdf$/);
    await page.getByRole("button", { name: /^Remplacer le n° / }).click();
    await page.getByRole("textbox", { name: "Motif du remplacement" }).fill("Nom mal orthographié");
    await expectSound(page);
    await page.getByRole("button", { name: "Établir le document qui remplace" }).click();
    await page.getByText(/^Remplacé par /).waitFor();
    await page.getByRole("heading", { level: 2, name: "Attestations délivrées (2)" }).waitFor();
    await expectSound(page);

    // Anybody verifies them, and learns nothing about the person.
    const { items } = await (await apiOf(DEMO.orgAdmin)).get(`${at.base}/certificates`);
    const anybody = await visitor(PHONE);
    await anybody.goto(`/documents/${items[0].code}`);
    await anybody.getByText("Ce document a été remplacé").waitFor();
    await expectSound(anybody);
    await anybody.goto(`/documents/${items[1].code}`);
    await anybody.getByText("Ce document est valable").waitFor();
    expect(await anybody.locator("main").innerText()).not.toContain(at.trainee.lastName);
    await expectSound(anybody);
    expect(await downloadOf(anybody, /^Télécharger les clés publiques$/)).toBe("cles-carnet.json");
    await anybody.goto("/documents/inconnu");
    await anybody.getByText("Aucun document ne porte ce code").waitFor();
    await expectSound(anybody);

    // The trainee has it too.
    const mine = await opened(at.trainee.email, "/mes-presences");
    await mine
      .getByRole("heading", { level: 3, name: "Attestation d’assiduité" })
      .first()
      .waitFor();
    await expectSound(mine);
    expect(await downloadOf(mine, new RegExp(`${items[1].number}, PDF$`))).toMatch(/\.pdf$/);
  });

  it("is signed with a finger on a telephone", async () => {
    const at = await underWay(await prepare());
    const page = await opened(at.trainee.email, "/mes-presences", PHONE);
    const waiting = page.getByRole("region", { name: "À signer maintenant" });
    await waiting.getByRole("button", { name: /^Signer : / }).click();
    await drawByTouch(page);
    await expectSound(page);
    await page.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await page.getByText(/^Signature dessinée le /).waitFor();
    await expectSound(page);
  });

  it("is signed by the code of the room, after logging in, and by nobody else", async () => {
    const at = await underWay(await prepare());
    const api = await apiOf(DEMO.trainer);
    const qr = async (): Promise<string> =>
      new URL((await api.get(`${at.base}/slots/${at.slot}/qr`)).url).search;
    const page = await visitor(PHONE);
    await page.goto(`/emargement${await qr()}`);
    await fillLogin(page, at.trainee.email);
    await comesLate(page);
    await page.getByText("Votre présence est enregistrée").waitFor();
    await expectSound(page);

    // An old code says so, and leaves nothing; another account is not on the list.
    await page.goto(`/emargement?creneau=${at.slot}&code=ancien`);
    await page.getByText("Ce code a changé : scannez celui qui est affiché.").waitFor();
    await expectSound(page);
    await page.goto("/emargement");
    await page.getByText("Ce lien est incomplet").waitFor();
    await expectSound(page);
    const { email } = await account();
    const stranger = await opened(email, `/emargement${await qr()}`);
    await stranger.getByText("Ce créneau n’est pas le vôtre").waitFor();
    await expectSound(stranger);
  });

  it("is left with the code of the room, where the session asks for it", async () => {
    const at = await underWay(await prepare());
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/presences?vue=reglages"),
    );
    await page.getByRole("checkbox", { name: "Noter les heures d’entrée et de sortie" }).check();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByText("C’est enregistré.").waitFor();
    const api = await apiOf(DEMO.trainer);
    const qr = async (): Promise<string> =>
      new URL((await api.get(`${at.base}/slots/${at.slot}/qr`)).url).search;
    // Nobody leaves who has not come in.
    const mine = await opened(at.trainee.email, `/emargement${await qr()}&sortie=1`, PHONE);
    await mine.getByText("Pour noter une sortie, il faut d’abord une entrée.").waitFor();
    await expectSound(mine);
    await mine.goto(`/emargement${await qr()}`);
    await comesLate(mine);
    await mine.getByText(/Entrée à /).waitFor();
    await mine.getByRole("button", { name: "Noter ma sortie" }).click();
    await mine.getByText("Votre sortie est enregistrée").waitFor();
    await mine.getByText(/sortie à /).waitFor();
    await expectSound(mine);
    await mine.goto(`/emargement${await qr()}&sortie=1`);
    await mine.getByText("Votre sortie est enregistrée").waitFor();
  });

  it("is signed by a personal link, without an account", async () => {
    const at = await underWay(await prepare());
    const api = await apiOf(DEMO.trainer);
    await api.post(`${at.base}/slots/${at.slot}/attendance/links`, {});
    const page = await visitor(PHONE);
    await page.goto(await signatureLinkIn(at.other.email));
    await page.getByRole("heading", { level: 1, name: "Signer ma présence" }).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await page.getByText("Tracez votre signature dans le cadre.").waitFor();
    await draw(page);
    await page.getByRole("button", { name: "Signer cette demi-journée" }).click();
    await page.getByText(/^Signé le /).waitFor();
    await expectSound(page);
    await page.goto("/emargement/lien?jeton=inconnu");
    await page.getByText("Ce lien ne fonctionne pas").waitFor();
    await expectSound(page);
  });
});

describe("the records of a session", () => {
  it("are read in each of their views, wide and narrow", async () => {
    const at = await underWay(await prepare());
    await seal(at, 15);
    for (const size of SIZES) {
      const page = await opened(
        DEMO.orgAdmin,
        sessionPath(at.organisation, at.session, "/presences"),
        size,
      );
      for (const [name, heading] of [
        ["Feuilles", "Feuilles d’émargement"],
        ["Heures et taux", "Heures par stagiaire"],
        ["Contrôle", "Contrôle avant inspection"],
        ["CPF (EDOF)", "Aide aux déclarations EDOF"],
        ["Preuves", "Éléments de preuve"],
        ["Réglages", "Réglages de l’émargement"],
      ] as const) {
        await page
          .getByRole("navigation", { name: "Vues des présences" })
          .getByRole("link", { name })
          .click();
        await page.getByRole("heading", { level: 2, name: heading }).waitFor();
        await settled(page);
        await expectSound(page);
      }
      await page.goto(sessionPath(at.organisation, at.session, "/attestations"));
      await expectSound(page);
    }
    // Hours say how the rate is computed, of one trainee too.
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/presences?vue=heures"),
    );
    await page.getByText(/÷/).first().waitFor();
    await page.getByRole("combobox", { name: "De qui" }).selectOption(at.enrolment);
    expect(await downloadOf(page, /^Feuille de .*Excel$/)).toMatch(/\.xlsx$/);
    await page.goto(sessionPath(at.organisation, at.session, "/presences?vue=controle"));
    await page
      .getByText(/figure comme .* sans avoir signé|à examiner|Rien à signaler/)
      .first()
      .waitFor();
  });

  it("take elements of proof, and keep those that are withdrawn", async () => {
    const at = await underWay(await prepare());
    const page = await opened(
      DEMO.trainer,
      sessionPath(at.organisation, at.session, "/presences?vue=preuves"),
    );
    await page.getByRole("button", { name: "Ajouter un élément" }).click();
    await page.getByRole("button", { name: "Ajouter cet élément" }).click();
    await page.getByText("Ce champ est obligatoire.").first().waitFor();
    await expectSound(page);
    await page.getByRole("combobox", { name: "Stagiaire" }).selectOption(at.enrolment);
    await page.getByLabel("Heure").fill("00:01");
    await page.getByRole("textbox", { name: "Durée" }).fill("1 h 30");
    await page
      .getByRole("textbox", { name: "Description" })
      .fill("Connexion à la classe virtuelle");
    await page.getByRole("button", { name: "Ajouter cet élément" }).click();
    await page
      .getByRole("heading", { level: 3, name: "Connexion à la classe virtuelle" })
      .waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: /^Retirer : / }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Mauvaise personne");
    await dialog.getByRole("button", { name: "Retirer", exact: true }).click();
    await page.getByText(/^Retiré le .*Mauvaise personne/).waitFor();
    await expectSound(page);
    // Who only trains sees neither what staff checks nor certificates.
    expect(await page.getByRole("link", { name: "Contrôle" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "Attestations" }).count()).toBe(0);
  });

  it("have thresholds of their own, and say when somebody else wrote them meanwhile", async () => {
    const at = await underWay(await prepare());
    const path = sessionPath(at.organisation, at.session, "/presences?vue=reglages");
    const [one, two] = [await opened(DEMO.orgAdmin, path), await opened(DEMO.orgAdmin, path)];
    const own = (page: Page) =>
      page.getByRole("checkbox", { name: "Des seuils d’alerte propres à cette session" });
    await own(one).check();
    await one.getByRole("button", { name: "Ajouter un seuil" }).click();
    await one.getByRole("textbox", { name: "Taux inférieur à (%)" }).fill("120");
    await one.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await one.getByText("De 1 à 100 %.").waitFor();
    await expectSound(one);
    await one.getByRole("textbox", { name: "Taux inférieur à (%)" }).fill("75");
    await one.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await one.getByText("C’est enregistré.").waitFor();
    await two.getByRole("checkbox", { name: "Suspendre toute suppression" }).check();
    await two.getByRole("textbox", { name: "Motif de la suspension" }).fill("Contrôle en cours");
    await two.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await two.getByText("Une autre personne l’a modifié entre-temps").waitFor();
    await two.getByText("moins de 75 % après 4 demi-journées").waitFor();
    await expectSound(two);
    await two.getByRole("button", { name: "Garder ma saisie" }).click();
    await two.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await two.getByText("C’est enregistré.").waitFor();
    expect(await two.getByRole("textbox", { name: "Motif de la suspension" }).inputValue()).toBe(
      "Contrôle en cours",
    );

    const organisation = await opened(DEMO.orgAdmin, "/organisation");
    const alerts = organisation.getByRole("region", { name: "Alertes d’assiduité" });
    await alerts.getByRole("button", { name: "Enregistrer" }).click();
    await alerts.getByText("C’est enregistré.").waitFor();
    await expectSound(organisation);
  });
});
