// An attempt at a quiz: taken, kept through a reload, graded with names hidden, its results published.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES } from "./support/browser";
import { DEMO } from "./support/people";
import { confirm, taken } from "./support/quizzes";
import { opened, sessionPath } from "./support/sessions";

const saved = (page: Page) => page.getByText("Tout est enregistré").first().waitFor();

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
      await mine.getByRole("radio", { name: "Toutes les questions" }).check();
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
    await staff.getByRole("button", { name: "Enregistrer, puis la suivante" }).click();
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
