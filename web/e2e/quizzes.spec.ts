// Quizzes: the bank written and imported, a quiz published and taken, graded with names hidden, its results published.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled } from "./support/browser";
import { apiOf, DEMO, unique } from "./support/people";
import { questions, quizOf, taken } from "./support/quizzes";
import { opened, sessionPath } from "./support/sessions";

const organisationOf = async (): Promise<string> =>
  (await (await apiOf(DEMO.trainer)).get("me/organisations")).items[0].id;

const saved = (page: Page) => page.getByText("Tout est enregistré").first().waitFor();

async function confirm(page: Page, opener: RegExp, name: string): Promise<void> {
  await page.getByRole("button", { name: opener }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

describe("the bank of questions", () => {
  it("is written in, every version kept", async () => {
    const organisation = await organisationOf();
    const word = unique();
    const page = await opened(DEMO.trainer, `/organisations/${organisation}/questions/nouvelle`);
    await expectSound(page);
    await page.getByRole("button", { name: "Enregistrer la question" }).click();
    await page.getByText("Corrigez les champs signalés ci-dessous.").waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Texte de l’énoncé" }).fill(`Combien, ${word} ?`);
    await page.getByRole("textbox", { name: "Choix 1", exact: true }).fill("Deux");
    await page.getByRole("textbox", { name: "Choix 2", exact: true }).fill("Trois");
    await page.getByRole("radio", { name: /^Choix 1/ }).check();
    await page.getByRole("button", { name: "Formule", exact: true }).click();
    await page.getByRole("textbox", { name: "Formule en TeX" }).fill("x^2");
    await page.locator("math").waitFor();
    await page.getByRole("combobox", { name: "Étiquettes" }).fill(word);
    await page.getByRole("combobox", { name: "Étiquettes" }).press("Enter");
    await page.getByRole("button", { name: "Enregistrer la question" }).click();
    await page.getByRole("heading", { level: 1, name: "Question" }).waitFor();
    await settled(page);
    await expectSound(page);
    await page.getByRole("textbox", { name: "Choix 2", exact: true }).fill("Quatre");
    await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await page.getByText("La question est enregistrée : version 2.").first().waitFor();
    await page.getByRole("button", { name: /^Version 2/ }).click();
    await page.getByText("A changé : les choix.").waitFor();
    await expectSound(page);
  });

  it("is found by tag on any screen, and archived", async () => {
    const organisation = await organisationOf();
    const word = unique();
    await questions(organisation, word);
    for (const size of SIZES) {
      const path = `/organisations/${organisation}/questions?etiquette=${word}`;
      const page = await opened(DEMO.trainer, path, size);
      expect(await page.getByRole("heading", { level: 2 }).count()).toBe(3);
      await expectSound(page);
    }
    const page = await opened(
      DEMO.trainer,
      `/organisations/${organisation}/questions?q=Racontez, ${word}`,
    );
    await confirm(page, /^Archiver la question/, "Archiver");
    await page.getByText("Aucune question ne correspond.").waitFor();
  });

  it("takes a file once its lines were seen, and gives one back", async () => {
    const organisation = await organisationOf();
    const word = unique();
    const page = await opened(DEMO.trainer, `/organisations/${organisation}/questions/import`);
    await expectSound(page);
    const gift = `Le ciel est bleu, ${word} ?{T}\n\nSans fin, ${word}{\n`;
    await page.getByLabel("Choisissez un fichier").setInputFiles({
      name: "questions.gift.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(gift, "utf8"),
    });
    await page.getByText(/2 questions lues/).waitFor();
    await page
      .getByText(/^Ligne 3/)
      .first()
      .waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Écrire 1 question, sans celles en erreur" }).click();
    await page.getByText("1 question écrite").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Voir la banque" }).click();
    await page.getByRole("searchbox").fill(word);
    await page.getByRole("link", { name: new RegExp(word) }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Exporter en GIFT" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.gift\.txt$/);
  });
});

describe("a quiz", () => {
  it("is written, ordered by keyboard, and published with its faults at their place", async () => {
    const organisation = await organisationOf();
    const word = unique();
    await questions(organisation, word);
    const page = await opened(DEMO.trainer, `/organisations/${organisation}/quiz/nouveau`);
    await expectSound(page);
    await page.getByRole("textbox", { name: "Titre", exact: true }).fill(`Quiz ${word}`);
    const picker = page.getByRole("combobox", { name: /Ajouter une question de la banque/ });
    for (const start of ["Capitale de la France", "Calculez"]) {
      await picker.fill(`${start}, ${word}`);
      await page.getByRole("option", { name: new RegExp(start) }).click();
      await page.getByRole("link", { name: new RegExp(`^${start}`) }).waitFor();
    }
    await page.getByRole("button", { name: /^Monter : Calculez/ }).press("Enter");
    await page.getByText(/place 1 de la partie 1/).waitFor();
    await page.getByRole("button", { name: /^Ajouter un tirage/ }).click();
    await page.getByRole("textbox", { name: "Nombre de questions tirées" }).fill("5");
    await page.getByRole("combobox", { name: "Étiquettes" }).fill(word);
    await page.getByRole("combobox", { name: "Étiquettes" }).press("Enter");
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByRole("heading", { level: 1, name: `Quiz ${word}` }).waitFor();
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText(/Il manque 4 question/).waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Nombre de questions tirées" }).fill("1");
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("Le quiz est publié : révision 1.").first().waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectSound(page);
    }
    await page.getByRole("link", { name: /^Révision 1/ }).click();
    await page.getByText("Cette révision ne change plus.").waitFor();
    await expectSound(page);
  });

  it("is listed on any screen", async () => {
    const organisation = await organisationOf();
    const word = unique();
    await quizOf(organisation, `Quiz ${word}`, await questions(organisation, word));
    for (const size of SIZES) {
      const page = await opened(
        DEMO.trainer,
        `/organisations/${organisation}/quiz?q=${word}`,
        size,
      );
      await page.getByRole("link", { name: `Quiz ${word}` }).waitFor();
      await expectSound(page);
    }
  });
});

describe("an attempt", () => {
  it("is taken, kept through a reload, graded without a name, published and read", async () => {
    const at = await taken({ minutes: 30, pass_percent: 50 });
    const mine = await opened(at.trainee.email, "/mes-quiz");
    await expectSound(mine);
    await mine.getByRole("link", { name: at.title }).click();
    await mine.getByRole("heading", { level: 2, name: "Avant de commencer" }).waitFor();
    await expectSound(mine);
    await mine.getByRole("checkbox", { name: "J’ai lu cette information" }).check();
    await mine.getByRole("button", { name: "Commencer" }).click();
    await mine.getByRole("timer").waitFor();
    await expectSound(mine);

    expect(await mine.getByRole("timer").innerText()).toMatch(/^(29|30):\d\d/);
    await mine.getByRole("radio", { name: "Paris" }).check();
    await saved(mine);
    await mine.getByRole("button", { name: "Question suivante" }).click();
    await mine.getByRole("textbox", { name: /nombre/ }).fill("3,5");
    await mine.getByRole("checkbox", { name: "À revoir plus tard" }).check();
    await saved(mine);
    // A device whose clock is two days ahead: what is left is counted by the server's.
    await mine.addInitScript(() => {
      const real = Date.now;
      Date.now = () => real() + 2 * 86_400_000;
    });
    await mine.reload();
    await mine.getByRole("button", { name: "Question 1, répondue" }).waitFor();
    expect(await mine.getByRole("timer").innerText()).toMatch(/^2[89]:\d\d/);
    await mine.getByRole("button", { name: "Question 2, répondue, à revoir" }).waitFor();
    expect(await mine.getByRole("radio", { name: "Paris" }).isChecked()).toBe(true);
    for (const size of SIZES) {
      await mine.setViewportSize(size);
      await mine.getByText("Toutes les questions").click();
      await expectSound(mine);
    }

    // Without a connection, what is typed waits, and leaves by itself.
    await mine.context().setOffline(true);
    await mine
      .getByRole("textbox", { name: /^Votre réponse/ })
      .last()
      .fill("Il était une fois.");
    await mine.getByText("La connexion est perdue").waitFor();
    await mine.context().setOffline(false);
    await saved(mine);
    await mine.getByRole("button", { name: "Remettre mes réponses" }).click();
    const dialog = mine.getByRole("dialog");
    await dialog.getByText("Toutes les questions ont une réponse.").waitFor();
    await dialog.getByText("1 question à revoir :").waitFor();
    await expectSound(mine);
    await dialog.getByRole("button", { name: "Remettre mes réponses" }).click();
    await mine.getByText("Vos réponses sont remises").waitFor();
    await expectSound(mine);

    const rooms = sessionPath(at.organisation, at.session, "/salons-et-quiz");
    const staff = await opened(DEMO.trainer, rooms);
    await expectSound(staff);
    await staff.getByRole("link", { name: "Copies à corriger" }).click();
    await staff.getByText("Les noms sont cachés jusqu’à la fin de la correction.").waitFor();
    expect(await staff.getByText(at.trainee.lastName).count()).toBe(0);
    await expectSound(staff);
    await staff.getByRole("textbox", { name: /^Fond/ }).fill("1");
    await staff.getByRole("textbox", { name: /^Forme/ }).fill("0,5");
    await staff.getByRole("textbox", { name: /^Commentaire/ }).fill("Bien raconté.");
    await staff.getByRole("button", { name: "Enregistrer et passer à la suivante" }).click();
    await staff.getByText("0 réponse à corriger").first().waitFor();
    await staff.getByRole("link", { name: "Résultats", exact: true }).click();
    await staff.getByText(at.trainee.lastName).waitFor();
    await expectSound(staff);
    await confirm(staff, /^Publier 1 résultat/, "Publier");
    await staff.getByText("1 résultat publié.").waitFor();
    await staff.getByRole("link", { name: /^Tentative 1 de/ }).click();
    await staff.getByText("Bien raconté.").waitFor();
    await expectSound(staff);
    await staff.getByRole("link", { name: "Questions", exact: true }).click();
    await staff.getByText("1 tentative remise et notée.").waitFor();
    await expectSound(staff);

    await mine.reload();
    await mine.getByText("Bien raconté.").waitFor();
    await mine.getByText("87 %").waitFor();
    for (const size of SIZES) {
      await mine.setViewportSize(size);
      await expectSound(mine);
    }
  });

  it("that is answered on another device says so", async () => {
    const at = await taken();
    const here = await opened(at.trainee.email, `/mes-quiz/${at.quiz}`);
    await here.getByRole("checkbox", { name: "J’ai lu cette information" }).check();
    await here.getByRole("button", { name: "Commencer" }).click();
    await here.getByRole("timer").waitFor();
    const there = await opened(at.trainee.email, new URL(here.url()).pathname);
    await there.getByRole("radio", { name: "Paris" }).check();
    await saved(there);
    await here.getByRole("radio", { name: "Lyon" }).check();
    await here.getByText(/Vous avez répondu sur un autre appareil/).waitFor();
    expect(await here.getByRole("radio", { name: "Paris" }).isChecked()).toBe(true);
    await expectSound(here);
  });

  it("has more time when that was asked and granted", async () => {
    const at = await taken({ minutes: 30 });
    const mine = await opened(at.trainee.email, `/mes-quiz/${at.quiz}`);
    await mine.getByRole("combobox", { name: "Temps souhaité" }).selectOption("third");
    await mine.getByRole("button", { name: "Envoyer la demande" }).click();
    await mine.getByText("Votre demande est envoyée.").waitFor();
    const path = sessionPath(at.organisation, at.session, `/quiz/${at.quiz}/amenagements`);
    for (const size of SIZES) {
      const staff = await opened(DEMO.trainer, path, size);
      await staff.getByText("Demande : Un tiers de temps en plus").waitFor();
      await expectSound(staff);
    }
    const staff = await opened(DEMO.trainer, path);
    await staff.getByRole("button", { name: /^Accorder : / }).click();
    await staff.getByText("Demande : Un tiers de temps en plus").waitFor({ state: "detached" });
    await mine.reload();
    await mine.getByText("40 min").waitFor();
  });
});

describe("a quiz of a session", () => {
  it("is chosen, and proposes levels", async () => {
    const at = await taken();
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/salons-et-quiz"),
    );
    await page.getByRole("button", { name: /^Niveaux proposés par/ }).click();
    await page.getByText("Proposer aussi un niveau pour :").waitFor();
    await expectSound(page);
    await page
      .getByText("Proposer aussi un niveau pour :")
      .locator("..")
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("textbox", { name: /^Pourcentage/ }).fill("101");
    await page.getByRole("button", { name: "Enregistrer les niveaux proposés" }).click();
    await page.getByText(/Entre 0 et 100/).waitFor();
    await page.getByRole("textbox", { name: /^Pourcentage/ }).fill("70");
    await page.getByRole("button", { name: "Enregistrer les niveaux proposés" }).click();
    await page.getByText(/^Propose des niveaux pour/).waitFor();
    await expectSound(page);
  });
});
