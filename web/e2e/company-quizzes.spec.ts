// Quizzes of companies: written with a warning, published, sent; taken in a second browser, graded without a name, read side by side,
// and put into a passport by nobody but whoever took it.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE } from "./support/browser";
import { answered, companyQuiz, listOf, seen } from "./support/companyQuizzes";
import { apiOf, DEMO, unique } from "./support/people";
import { confirm } from "./support/quizzes";
import { opened } from "./support/sessions";

const saved = (page: Page) => page.getByText("Tout est enregistré").first().waitFor();

describe("a quiz of a company", () => {
  it("is written, warned of, published and archived", async () => {
    const word = unique();
    const page = await opened(DEMO.recruiter, "/recrutement/questions/nouvelle");
    await page
      .getByRole("textbox", { name: "Texte de l’énoncé" })
      .fill(`Quel est votre âge, ${word} ?`);
    await page.getByRole("combobox", { name: "Type de réponse" }).selectOption("true_false");
    await page.getByRole("button", { name: "Enregistrer la question" }).click();
    await page
      .getByText("Un passage de cette question semble porter sur un sujet interdit")
      .waitFor();
    await page.getByText(/Énoncé, partie 1.:.*l’âge/).waitFor();
    await expectSoundAtEverySize(page);
    await page
      .getByRole("textbox", { name: "Texte de l’énoncé" })
      .fill(`La caisse se compte le soir, ${word}.`);
    await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await page.getByText("La question est enregistrée : version 2.").first().waitFor();
    await page.getByText(/sujet interdit/).waitFor({ state: "detached" });

    await page.goto("/recrutement/quiz");
    await page.getByRole("link", { name: "Écrire un quiz" }).click();
    await page.getByRole("textbox", { name: "Titre", exact: true }).fill(`Quiz ${word}`);
    await page
      .getByRole("combobox", { name: /Ajouter une question de la banque/ })
      .fill(`La caisse se compte le soir, ${word}`);
    await page.getByRole("option", { name: /La caisse/ }).click();
    await page.getByRole("checkbox", { name: /Compter les changements d’onglet/ }).check();
    await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
    await page.getByRole("heading", { level: 1, name: `Quiz ${word}` }).waitFor();
    await page.getByRole("button", { name: "Publier", exact: true }).click();
    await page.getByText("Le quiz est publié : révision 1.").first().waitFor();
    await page.getByText("Personne n’est encore invité").waitFor();
    await expectSoundAtEverySize(page);
    await page.getByRole("link", { name: /^Révision 1/ }).click();
    await page.getByText("Cette révision ne change plus.").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Revenir au quiz" }).click();
    await confirm(page, /^Archiver$/, "Archiver");
    await page.getByText("Ce quiz est archivé").waitFor();
    await confirm(page, /^Remettre en service$/, "Remettre en service");
    await page.getByRole("button", { name: "Publier", exact: true }).waitFor();
  });

  it("is sent, taken with a resume, graded blind, compared, published, and put into a passport", async () => {
    const word = unique();
    const somebody = await seen();
    const other = await seen();
    const settings = { minutes: 30, pass_percent: 50, integrity_signals: true };
    const quiz = await companyQuiz(word, somebody.skill.code, settings);
    const list = await listOf(`Liste ${word}`, [somebody.profile]);
    const name = `${somebody.person.firstName} ${somebody.person.lastName}`;

    // The invitation arrives on the page that is open, without anybody asking for it.
    const mine = await opened(somebody.person.email, "/mes-quiz", PHONE);
    await mine.getByText("Aucune invitation").waitFor();
    await expectSound(mine);
    const staff = await opened(DEMO.recruiter, `/recrutement/listes/${list}`);
    await staff.getByRole("checkbox", { name: `Choisir ${name}` }).check();
    await staff.getByRole("button", { name: "Proposer un quiz" }).click();
    const dialog = staff.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Quiz" }).selectOption(quiz);
    await dialog.getByText("Changements d’onglet et collages").waitFor();
    await dialog.getByRole("textbox", { name: "À quoi il sert" }).fill("Conseil en agence");
    await expectSoundAtEverySize(staff);
    await dialog.getByRole("button", { name: "Inviter 1 personne" }).click();
    await dialog.getByText("1 personne invitée").waitFor();
    await answered(quiz, other, "J’ai écouté.");

    await mine.getByRole("link", { name: word }).click();
    await mine.getByText("Conseil en agence").waitFor();
    await mine.getByText("L’information complète").waitFor();
    await expectSound(mine);
    await mine.getByRole("combobox", { name: "Votre temps" }).selectOption("third");
    await mine.getByRole("button", { name: "Prendre ce temps" }).click();
    await mine.getByText("C’est fait : vous aurez 40").waitFor();
    await mine.getByRole("checkbox", { name: "J’ai lu cette information" }).check();
    await mine.getByRole("button", { name: "Commencer" }).click();
    await mine.getByRole("timer").waitFor();
    await mine.getByRole("radio", { name: "J’écoute" }).check();
    await saved(mine);
    await expectSound(mine);
    await mine.reload();
    await mine.getByRole("button", { name: "Question 1, répondue" }).waitFor();
    expect(await mine.getByRole("timer").innerText()).toMatch(/^39:\d\d/);
    await mine.getByRole("button", { name: "Question suivante" }).click();
    await mine.getByRole("textbox", { name: /^Votre réponse/ }).fill("Il pleuvait ce jour-là.");
    await saved(mine);
    await mine.getByRole("button", { name: "Remettre mes réponses" }).click();
    await mine.getByRole("dialog").getByRole("button", { name: "Remettre mes réponses" }).click();
    await mine.getByText("Vos réponses sont remises").waitFor();
    await expectSound(mine);

    await staff.goto(`/recrutement/quiz/${quiz}/copies`);
    await staff.getByText("Les noms sont cachés jusqu’à la fin de la correction.").waitFor();
    expect(await staff.getByText(somebody.person.lastName).count()).toBe(0);
    await expectSoundAtEverySize(staff);
    for (const left of ["1 réponse à corriger", "0 réponse à corriger"]) {
      await staff.getByRole("textbox", { name: /^Points/ }).fill("1,5");
      await staff.getByRole("button", { name: "Enregistrer, puis la suivante" }).click();
      await staff.getByText(left).first().waitFor();
    }
    await staff.getByRole("link", { name: "Résultats", exact: true }).click();
    await staff.getByRole("link", { name }).waitFor();
    await expectSoundAtEverySize(staff);
    for (const one of [somebody, other]) {
      const whole = `${one.person.firstName} ${one.person.lastName}`;
      await staff.getByRole("checkbox", { name: `Choisir ${whole}` }).check();
    }
    await staff.getByRole("button", { name: "Comparer (2)" }).click();
    await staff.getByRole("columnheader", { name }).waitFor();
    await expectSoundAtEverySize(staff);
    await staff.getByRole("link", { name: "Par question" }).click();
    await staff.getByText("2 tentatives remises et notées.").waitFor();
    await expectSound(staff);
    await staff.getByRole("link", { name: "Par personne" }).click();
    await staff.getByRole("checkbox", { name: `Choisir ${name}` }).check();
    await confirm(staff, /^Publier ce résultat$/, "Publier");
    await staff.getByText("1 résultat publié.").waitFor();
    await staff.getByRole("link", { name }).click();
    await staff.getByText("Il pleuvait ce jour-là.").waitFor();
    await expectSound(staff);

    // The result arrives on the page that is open, too.
    await mine.getByText("83 %").first().waitFor();
    await mine.getByRole("button", { name: /^Verser à mon carnet/ }).click();
    await mine.getByText("dans mon carnet").waitFor();
    await expectSound(mine);
    await mine.goto("/mes-quiz");
    await mine.getByText(new RegExp(`«.${word}.»`)).waitFor();
    await expectSound(mine);
  });

  it("is refused without a reason, taken back, and closed to who may not recruit", async () => {
    const word = unique();
    const [refusing, waiting] = [await seen(), await seen()];
    const quiz = await companyQuiz(word, refusing.skill.code);
    const api = await apiOf(DEMO.recruiter);
    await api.post(`company/quizzes/${quiz}/invitations`, {
      profile_ids: [refusing.profile, waiting.profile],
    });
    const mine = await opened(refusing.person.email, "/mes-quiz");
    await mine.getByRole("link", { name: word }).click();
    await confirm(mine, /^Refuser$/, "Refuser");
    await mine.getByText("Cette invitation est close").waitFor();
    await expectSoundAtEverySize(mine);

    const staff = await opened(DEMO.recruiter, `/recrutement/quiz/${quiz}`, PHONE);
    await confirm(
      staff,
      new RegExp(`^Retirer l’invitation de.*${waiting.person.lastName}`),
      "Retirer",
    );
    await staff.getByText("Retirer l’invitation").waitFor({ state: "detached" });
    await staff.getByRole("combobox", { name: "Où elles en sont" }).selectOption("withdrawn");
    await staff.getByText(refusing.person.lastName).waitFor();
    await staff.getByText(waiting.person.lastName).waitFor();
    await expectSound(staff);
    const kept = await opened(DEMO.unverified, "/recrutement/quiz", PHONE);
    await kept.getByText("Votre compte de recruteur n’est pas encore vérifié").waitFor();
  });
});
