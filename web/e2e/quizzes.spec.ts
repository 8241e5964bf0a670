// Quizzes: the bank written and imported, a quiz published, chosen for a session.
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled } from "./support/browser";
import { apiOf, DEMO, unique } from "./support/people";
import { confirm, questions, quizOf, taken } from "./support/quizzes";
import { opened, sessionPath } from "./support/sessions";

const organisationOf = async (): Promise<string> =>
  (await (await apiOf(DEMO.trainer)).get("me/organisations")).items[0].id;

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
    await page.getByRole("heading", { level: 1, name: "Question", exact: true }).waitFor();
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
    await page.getByRole("button", { name: "Enregistrer les niveaux" }).click();
    await page.getByText(/Entre 0 et 100/).waitFor();
    await page.getByRole("textbox", { name: /^Pourcentage/ }).fill("70");
    await page.getByRole("button", { name: "Enregistrer les niveaux" }).click();
    await page.getByText(/^Propose des niveaux pour/).waitFor();
    await expectSound(page);
  });
});
