// What a company's quiz leaves behind: a table of results that nobody can be written to with, a copy for whoever answered, and other
// results once a wrong key is put right, of which they are told.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE } from "./support/browser";
import { answered, choiceQuiz, companyQuiz, type Seen, seen } from "./support/companyQuizzes";
import { apiOf, DEMO, unique } from "./support/people";
import { opened } from "./support/sessions";

/** A file that a button hands out: its name and its text. */
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Somebody whom recruiters see, with a number of which nobody is told. */
async function reachable(): Promise<Seen> {
  const somebody = await seen();
  const api = await apiOf(somebody.person.email);
  const { version } = await api.get("me/contact-details");
  await api.put("me/contact-details", { phone: "06 12 34 56 78" }, version);
  return somebody;
}

/** The table of results, without the browser. */
async function exported(quiz: string): Promise<string> {
  const api = await apiOf(DEMO.recruiter);
  return (await api.bytes(`company/quizzes/${quiz}/results-export`)).toString("utf8");
}

/** Grades whatever waits for somebody to read it. */
async function graded(quiz: string): Promise<void> {
  const api = await apiOf(DEMO.recruiter);
  const base = `company/quizzes/${quiz}/copies`;
  for (const { copy_id, question, version } of (await api.get(base)).items) {
    await api.put(`${base}/${copy_id}/grades/${question.question_id}`, { points: 1.5 }, version);
  }
}

describe("the results of a company's quiz", () => {
  it("leave as a table without addresses or numbers, and each copy with whoever wrote it", async () => {
    const word = unique();
    const [one, other] = [await reachable(), await reachable()];
    const quiz = await companyQuiz(word, one.skill.code);
    await answered(quiz, one, "Il pleuvait ce jour-là.");
    await answered(quiz, other, "J’ai écouté.");
    const people = [one.person, other.person];
    const hidden = await exported(quiz);
    for (const { lastName } of people) expect(hidden).not.toContain(lastName);
    await graded(quiz);
    const staff = await opened(DEMO.recruiter, `/recrutement/quiz/${quiz}/resultats`);
    const table = await download(staff, "Exporter en CSV");
    expect(table.name).toMatch(/^quiz-\d{8}-\d{6}\.csv$/);
    const [head, ...rows] = table.text.trim().split(/\r?\n/);
    expect(head).toMatch(/Nom.*Prénom.*Pourcentage/);
    expect(head).not.toMatch(/mail|téléphone|adresse/i);
    expect(rows.length).toBe(2);
    for (const { lastName, email } of people) {
      expect(rows.filter((row) => row.includes(lastName)).length).toBe(1);
      expect(table.text).not.toContain(email);
    }
    expect(table.text).not.toContain("@");
    expect(table.text.replace(/\D/g, "")).not.toContain("612345678");
    await expectSound(staff);

    const api = await apiOf(DEMO.recruiter);
    await api.post(`company/quizzes/${quiz}/publication`, {});
    const mine = await opened(one.person.email, "/mes-quiz", PHONE);
    await mine.getByRole("link", { name: word }).click();
    await mine.getByRole("link", { name: "Lire mon résultat" }).click();
    await mine.getByText("Vos réponses sont remises").waitFor();
    await mine.getByText("Il pleuvait ce jour-là.").waitFor();
    await expectSoundAtEverySize(mine);
    const copy = await download(mine, "Télécharger ma copie");
    expect(copy.name).toMatch(/\.json$/);
    expect(JSON.parse(copy.text)).toBeTypeOf("object");
    for (const own of [word, "Il pleuvait ce jour-là."]) expect(copy.text).toContain(own);
    for (const foreign of [other.person.lastName, "J’ai écouté."]) {
      expect(copy.text).not.toContain(foreign);
    }
  });

  it("change with a key that is put right, and those whom it concerns are told", async () => {
    const word = unique();
    const [one, other] = [await seen(), await seen()];
    const quiz = await choiceQuiz(word, one.skill.code);
    // Both speak first, which counts as wrong.
    await answered(quiz, one, "");
    await answered(quiz, other, "");
    const api = await apiOf(DEMO.recruiter);
    await api.post(`company/quizzes/${quiz}/publication`, {});
    const mine = await opened(one.person.email, "/mes-quiz", PHONE);
    await mine.getByText(/0.%/).first().waitFor();

    const staff = await opened(DEMO.recruiter, `/recrutement/quiz/${quiz}/resultats?vue=questions`);
    await staff.getByText("Aucune clé n’a été corrigée.").waitFor();
    const correct = staff.getByRole("button", { name: /^Corriger la clé de/ });
    await correct.click();
    await staff.getByText("Aucune version plus récente").waitFor();
    await expectSound(staff);
    await staff.getByRole("link", { name: "Ouvrir la question" }).click();
    await staff.getByRole("radio", { name: /^Choix 2.*bonne réponse/ }).check();
    await staff.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await staff.getByText("La question est enregistrée : version 2.").first().waitFor();

    await staff.goto(`/recrutement/quiz/${quiz}/resultats?vue=questions`);
    await correct.click();
    await staff.getByRole("button", { name: "Voir ce qui change" }).click();
    await staff.getByText("2 tentatives changent de points, sur 2.").waitFor();
    const line = staff.getByRole("row", { name: new RegExp(one.person.lastName) });
    await line.getByText(/0.% → 100.%/).waitFor();
    await expectSoundAtEverySize(staff);
    await staff.getByRole("button", { name: "Appliquer à 2 tentatives" }).click();
    await staff.getByText("Indiquez le motif, en quelques mots au moins.").waitFor();
    await staff.getByRole("textbox", { name: "Motif" }).fill("Parler d’abord est juste ici.");
    await staff.getByRole("button", { name: "Appliquer à 2 tentatives" }).click();
    await staff.getByText(/^Version 1 notée par la version 2.*2 tentatives ont changé/).waitFor();
    await staff.getByText("Parler d’abord est juste ici.").waitFor();
    await expectSoundAtEverySize(staff);
    const after = (await exported(quiz)).split("\n");
    for (const { person } of [one, other]) {
      expect(after.find((row) => row.includes(person.lastName))).toContain("100");
    }

    // It arrives on the page that is open, and stands among what one was told.
    await mine.getByText(/100.%/).first().waitFor();
    await mine.goto("/notifications");
    const told = "Le résultat d’un quiz a changé : son corrigé a été rectifié.";
    await mine
      .getByText(new RegExp(`«.${word}.»`))
      .first()
      .waitFor();
    await expectSound(mine);
    await mine.getByRole("link", { name: told }).click();
    await mine.getByRole("link", { name: "Lire mon résultat" }).click();
    await mine.getByText(/100.%/).first().waitFor();
    await expectSound(mine);
  });
});
