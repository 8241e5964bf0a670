// What somebody does with an offer beside saying yes: reads all of it, says no and thinks again, hides from the company, lets it keep
// their name; and what the company may do about those who say nothing.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE, visitor, WIDE } from "./support/browser";
import { company } from "./support/companies";
import { companyQuiz, type Seen, seen } from "./support/companyQuizzes";
import { sql } from "./support/database";
import { accepted, PDF, type Sent, sentDocument, sentOffer } from "./support/offers";
import { apiOf, DEMO, type Person, signIn, unique } from "./support/people";
import { opened } from "./support/sessions";

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** Opens the offer from the list of those that wait. */
async function opening({ person }: Seen, { title }: Sent, size = PHONE): Promise<Page> {
  const page = await visitor(size);
  await signIn(page, person.email, "/mes-offres");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return page;
}

/** Until the company finds this person so many times. */
async function isFound({ person }: Seen, times: number): Promise<void> {
  const api = await apiOf(DEMO.recruiter);
  const found = async () => (await api.post("profile-search", { name: nameOf(person) })).total;
  await expect.poll(found, { timeout: 20_000 }).toBe(times);
}

/** Where the offer to the only recipient stands, as the company reads it. */
async function standing({ id }: Sent) {
  const { items } = await (await apiOf(DEMO.recruiter)).get(`offers/${id}/recipients`);
  return items[0];
}

describe("an offer that is refused", () => {
  it("is taken up again within ten minutes, and hides from the company as long as it stands", async () => {
    const somebody = await seen();
    await isFound(somebody, 1);
    const offer = await sentOffer(DEMO.recruiter, [somebody.profile]);
    const page = await opening(somebody, offer);
    await page.getByText("Elle peut vous voir si vous êtes visible.").waitFor();
    await press(page, "Refuser…");
    const dialog = page.getByRole("dialog", { name: "Refuser cette offre" });
    await dialog.getByText(/^L’entreprise est prévenue de votre refus/).waitFor();
    await dialog
      .getByRole("combobox", { name: "Motif" })
      .selectOption("Le lieu ne me convient pas");
    await dialog.getByRole("checkbox", { name: "Ne plus être contacté" }).check();
    await expectSoundAtEverySize(page);
    await inDialog(page, "Refuser l’offre");

    await page.getByText("Vous avez refusé cette offre").waitFor();
    await page.getByText(/^Motif donné à l’entreprise.*Le lieu ne me convient pas/).waitFor();
    await page.getByText("Vous avez bloqué cette entreprise").waitFor();
    expect(await page.getByRole("timer").innerText()).toMatch(/(9:\d\d|10:00)/);
    expect(await page.getByRole("button", { name: "Refuser…" }).count()).toBe(0);
    await expectSoundAtEverySize(page);
    const { state, refusal_reason } = await standing(offer);
    expect([state, refusal_reason]).toEqual(["refused", "place"]);
    await isFound(somebody, 0);

    await press(page, "Annuler ma réponse");
    await page.getByText(/^Votre réponse est annulée/).waitFor();
    await page.getByRole("button", { name: "Accepter…" }).waitFor();
    await page.getByText("Elle peut vous voir si vous êtes visible.").waitFor();
    expect((await standing(offer)).state).toBe("seen");
    await isFound(somebody, 1);
  });

  it("is not needed to hide from a company, which the page of its offer does", async () => {
    const somebody = await seen();
    await isFound(somebody, 1);
    const offer = await sentOffer(DEMO.recruiter, [somebody.profile]);
    const page = await opening(somebody, offer, WIDE);
    await press(page, "Bloquer l’entreprise");
    const dialog = page.getByRole("dialog", { name: /^Bloquer/ });
    await dialog.getByText(/^Vous disparaissez de ses recherches/).waitFor();
    await expectSound(page);
    await inDialog(page, "Bloquer l’entreprise");
    await page.getByText("Vous avez bloqué cette entreprise").waitFor();
    await isFound(somebody, 0);
    // The offer itself waits as before.
    expect((await standing(offer)).state).toBe("seen");
    await page.getByRole("button", { name: "Accepter…" }).waitFor();
    await expectSound(page);
    await press(page, "Débloquer");
    await page.getByText("Elle peut vous voir si vous êtes visible.").waitFor();
    await isFound(somebody, 1);
  });
});

describe("an offer with a document and a quiz", () => {
  it("is read with both: one is kept, the other is begun from it", async () => {
    const somebody = await seen();
    const title = `Accueil ${unique()}`;
    const offer = await sentOffer(DEMO.recruiter, [somebody.profile], {
      file_id: await sentDocument(DEMO.recruiter, "fiche.pdf"),
      quiz_id: await companyQuiz(title, somebody.skill.code),
    });
    const page = await opening(somebody, offer);
    await page.getByText("fiche.pdf", { exact: true }).waitFor();
    await expectSoundAtEverySize(page);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Télécharger le PDF/ }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe("fiche.pdf");
    expect((await readFile(await file.path())).equals(PDF)).toBe(true);

    await page.getByRole("link", { name: "Voir l’invitation au quiz" }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByRole("checkbox", { name: "J’ai lu cette information" }).waitFor();
    await expectSound(page);
    await page.goBack();
    await press(page, "Refuser…");
    await page
      .getByRole("dialog")
      .getByText(/Votre invitation au quiz prend fin/)
      .waitFor();
    await inDialog(page, "Annuler");
  });
});

describe("being kept in mind", () => {
  it("is an agreement of its own, which the company sees as long as it stands", async () => {
    const somebody = await seen();
    const boss = await company();
    const offer = await sentOffer(boss.email, [somebody.profile]);
    await accepted(somebody.person);
    const page = await opened(somebody.person.email, "/mes-offres?etat=acceptees", PHONE);
    await page.getByRole("link", { name: offer.title }).click();
    await page.getByText("Vous n’avez pas donné cet accord.").waitFor();
    const theirs = await opened(boss.email, "/recrutement/offres?vue=vivier");
    await theirs.getByText("Personne dans le vivier pour l’instant").waitFor();

    await press(page, "Donner mon accord");
    await page.getByText(/^Accord donné, jusqu’au/).waitFor();
    await expectSound(page);
    // It arrives on the page that is open, and leaves it, by itself.
    const list = theirs.getByRole("list", { name: "Personnes du vivier" });
    await list.getByRole("heading", { name: nameOf(somebody.person) }).waitFor();
    await list.getByText(/^dans le vivier jusqu’au/).waitFor();
    await expectSoundAtEverySize(theirs);
    const again = list.getByRole("link", { name: `Écrire une offre à ${nameOf(somebody.person)}` });
    expect(await again.getAttribute("href")).toContain(somebody.profile);
    await list.getByRole("link", { name: offer.title }).click();
    await theirs
      .getByRole("article", { name: nameOf(somebody.person) })
      .getByText(/^dans le vivier jusqu’au/)
      .waitFor();
    await theirs.goBack();

    await press(page, "Retirer mon accord");
    await page.getByText("Vous n’avez pas donné cet accord.").waitFor();
    await theirs.getByText("Personne dans le vivier pour l’instant").waitFor();
    expect(await theirs.getByText(somebody.person.lastName).count()).toBe(0);
    await expectSound(theirs);
  });
});

describe("an offer that nobody answers", () => {
  it("is recalled once, ten days after it was sent", async () => {
    const somebody = await seen();
    const offer = await sentOffer(DEMO.recruiter, [somebody.profile]);
    const page = await opened(DEMO.recruiter, `/recrutement/offres/${offer.id}`);
    const row = page.getByRole("article", { name: nameOf(somebody.person) });
    await row.getByText(/^Relance possible dès le/).waitFor();
    expect(await row.getByRole("button", { name: /^Relancer/ }).count()).toBe(0);

    await sql(
      `UPDATE offer_recipient SET sent_at = sent_at - interval '10 days' WHERE offer_id = '${offer.id}'`,
    );
    await page.reload();
    await row.getByRole("button", { name: `Relancer ${nameOf(somebody.person)}` }).click();
    await page
      .getByRole("dialog")
      .getByText(/On ne relance qu’une fois/)
      .waitFor();
    await expectSound(page);
    await inDialog(page, "Relancer");
    await row.getByText(/^relance le/).waitFor();
    expect(await row.getByRole("button", { name: /^Relancer/ }).count()).toBe(0);
    await expectSound(page);

    const theirs = await opened(somebody.person.email, "/notifications", PHONE);
    await theirs.getByRole("link", { name: "Une entreprise vous rappelle son offre." }).click();
    await theirs.getByRole("heading", { level: 1, name: offer.title }).waitFor();
    await theirs.getByRole("button", { name: "Accepter…" }).waitFor();
  });
});

describe("how a company answers those who accept", () => {
  it("is said to whoever reads its offer, once there is enough to say it", async () => {
    const boss = await company();
    const reader = await seen();
    const others = await Promise.all(Array.from({ length: 5 }, seen));
    const offer = await sentOffer(boss.email, [reader.profile]);
    const page = await opening(reader, offer);
    await page.getByText("Pas encore assez d’échanges pour le dire.").waitFor();
    await expectSound(page);

    const past = await sentOffer(
      boss.email,
      others.map(({ profile }) => profile),
    );
    const ids = await Promise.all(others.map(({ person }) => accepted(person)));
    const api = await apiOf(boss.email);
    const silent = ids.pop();
    for (const { id, offer: of } of (await api.get("rooms")).items) {
      if (!ids.includes(of.recipient_id)) continue;
      await api.post(`rooms/${id}/messages`, { client_id: crypto.randomUUID(), text: "Bonjour." });
    }
    // Silence counts after a week.
    await sql(
      `UPDATE offer_recipient SET answered_at = answered_at - interval '8 days' WHERE id = '${silent}'`,
    );
    expect((await api.get(`offers/${past.id}`)).counts.accepted).toBe(5);
    await page.reload();
    await page
      .getByText(
        /^Cette entreprise écrit à 80.% des personnes qui acceptent.*en une heure ou moins/,
      )
      .waitFor();
    await expectSound(page);
  });
});
