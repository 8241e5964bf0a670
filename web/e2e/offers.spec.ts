// Offers: from the search to an answer, by a recruiter and those they write to, side by side.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, visitor, WIDE } from "./support/browser";
import { companyQuiz, type Seen, seen } from "./support/companyQuizzes";
import { PDF } from "./support/offers";
import { apiOf, DEMO, type Person, signIn, unique } from "./support/people";

const OFFERS = "/recrutement/offres";
const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

/** Somebody whom the search finds already. */
async function found(): Promise<Seen> {
  const one = await seen();
  const api = await apiOf(DEMO.recruiter);
  const name = nameOf(one.person);
  await expect
    .poll(async () => (await api.post("profile-search", { name })).total, { timeout: 20_000 })
    .toBe(1);
  return one;
}

/** A draft of the recruiter, without the browser. */
async function draft(title: string, recipients: string[], more: Record<string, unknown> = {}) {
  const api = await apiOf(DEMO.recruiter);
  return await api.post("offers", {
    offer: {
      title,
      job: "M1805",
      message: "Venez nous voir.",
      contract: "permanent",
      place: "Nantes",
      ...more,
    },
    recipients,
  });
}

const row = (page: Page, name: string) => page.getByRole("article", { name });
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const inDialog = (page: Page, name: string | RegExp) =>
  page.getByRole("dialog").getByRole("button", { name }).click();

/** Picks everybody of this first name who holds the skill, and begins an offer to them. */
async function pick(page: Page, people: Seen[]): Promise<void> {
  for (const { person } of people) {
    await page.getByRole("checkbox", { name: `Choisir ${nameOf(person)}` }).check();
  }
  const bar = page.getByRole("region", { name: "Personnes choisies" });
  await bar
    .getByText(/personnes? choisies?/)
    .first()
    .waitFor();
  await expectSound(page);
  await bar.getByRole("link", { name: "Écrire une offre" }).click();
  await heading(page, "Nouvelle offre");
}

describe.each([
  { desk: WIDE, hand: PHONE, width: WIDE.width },
  { desk: PHONE, hand: WIDE, width: PHONE.width },
])("with the recruiter at $width pixels", ({ desk, hand }) => {
  it("an offer is written, sent to each alone, and answered", async () => {
    const [yes, no] = [await found(), await found()];
    const [glad, sorry] = [nameOf(yes.person), nameOf(no.person)];
    const quiz = `Accueil ${unique()}`;
    await companyQuiz(quiz, yes.skill.code);
    const title = `Conseil ${unique()}`;
    const page = await visitor(desk);
    await signIn(page, DEMO.recruiter, `/recherche?c=${yes.skill.code}&nom=Sol%C3%A8ne`);
    await pick(page, [yes, no]);
    await page.getByText("Pour 2 personnes choisies").waitFor();
    await press(page, "Enregistrer le brouillon");
    await page.getByText("Donnez un intitulé à cette offre.").waitFor();
    await expectSound(page);

    await page.getByRole("textbox", { name: "Intitulé" }).fill(title);
    await page.getByRole("combobox", { name: "Métier du référentiel" }).fill("vendeu");
    await page.locator('[role="listbox"] [role="option"]').first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Retirer le métier/ }).waitFor();
    const message = page.getByRole("textbox", { name: "Message" });
    await message.fill("Nous cherchons une personne jeune et dynamique.");
    await page.getByRole("combobox", { name: "Contrat" }).selectOption("CDI");
    await page.getByRole("textbox", { name: "Lieu de travail" }).fill("Nantes");
    await page.getByRole("textbox", { name: /^Durée/ }).fill("35 h");
    await page.getByRole("textbox", { name: "À partir de" }).fill("2 100");
    await page.getByRole("combobox", { name: /^Quiz/ }).selectOption({ label: quiz });
    await page.getByLabel("Document (facultatif)").setInputFiles({
      name: "fiche.pdf",
      mimeType: "application/pdf",
      buffer: PDF,
    });
    await page.getByRole("button", { name: "Retirer le fichier fiche.pdf" }).waitFor();
    await press(page, "Enregistrer le brouillon");
    await heading(page, title);
    await page.getByText("Un passage à relire").waitFor();
    await page.getByRole("combobox", { name: "Telle que la lira" }).selectOption(glad);
    await page.getByText(/votre niveau.: 3, autonome/).waitFor();
    await expectSound(page);

    await page.getByRole("link", { name: "Modifier" }).click();
    await message.fill("Nous cherchons quelqu’un qui aime l’accueil.");
    await press(page, "Enregistrer le brouillon");
    await heading(page, title);
    await page.getByText("Un passage à relire").waitFor({ state: "detached" });
    await press(page, "Envoyer l’offre");
    await page
      .getByRole("dialog")
      .getByText(/ne voit pas les autres/)
      .waitFor();
    await expectSound(page);
    await inDialog(page, "Envoyer à 2 personnes");
    await page.getByText("L’offre est partie à 2 personnes").waitFor();
    await expectSound(page);

    const theirs = await visitor(hand);
    await signIn(theirs, yes.person.email, "/mes-offres");
    await theirs.getByRole("link", { name: title }).click();
    await heading(theirs, title);
    await theirs.getByText("Nous cherchons quelqu’un qui aime l’accueil.").waitFor();
    await expectSound(theirs);
    // What they do shows on the recruiter's open page by itself.
    await row(page, glad).getByText("Vue", { exact: true }).waitFor();
    await press(theirs, "Accepter…");
    await theirs.getByRole("checkbox", { name: "Mon adresse e-mail" }).check();
    await expectSound(theirs);
    await press(theirs, "Continuer");
    await inDialog(theirs, "Accepter l’offre");
    await row(page, glad).getByText("Acceptée", { exact: true }).waitFor();
    await row(page, glad).getByRole("button", { name: "Informations partagées" }).click();
    await row(page, glad).getByRole("link", { name: yes.person.email }).waitFor();
    await row(page, glad)
      .getByRole("link", { name: /salon privé/ })
      .waitFor();
    await expectSound(page);

    await press(theirs, "Retirer : Adresse e-mail");
    await row(page, glad)
      .getByText(/^Information retirée/)
      .waitFor();
    expect(await row(page, glad).getByText(yes.person.email).count()).toBe(0);

    const api = await apiOf(no.person.email);
    const [received] = (await api.get("me/offers")).items;
    const answer = { confirmed: true, reason: "place", do_not_contact: false };
    await api.post(`me/offers/${received.id}/refusal`, answer, received.version);
    await row(page, sorry).getByText("Refusée", { exact: true }).waitFor();
    await row(page, sorry).getByText("motif : Le lieu").waitFor();

    await press(page, /^Acceptée 1/);
    await row(page, sorry).waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("etat")).toBe("acceptee");
    const saved = page.waitForEvent("download");
    await press(page, "Exporter le suivi (CSV)");
    const table = await readFile(await (await saved).path(), "utf8");
    expect(table).toContain(yes.person.lastName);
    expect(table).not.toContain("@");

    await press(page, `Clore l’échange avec ${glad}`);
    await inDialog(page, "Clore l’échange");
    await row(page, glad).waitFor({ state: "detached" });
    await press(page, /^Toutes 2/);
    await row(page, glad).getByText("Close", { exact: true }).waitFor();
    await theirs.getByText(/^Cette offre a été close/).waitFor();
    await expectSound(page);
  });

  it("drafts are found, filled and overtaken; what was sent is taken back", async () => {
    const [one, other] = [await found(), await found()];
    const [title, sent] = [`Brouillon ${unique()}`, `Partie ${unique()}`];
    const begun = await draft(title, []);
    const api = await apiOf(DEMO.recruiter);
    const gone = await draft(sent, [other.profile]);
    await api.post(`offers/${gone.id}/send`, undefined, gone.version);
    const page = await visitor(desk);
    await signIn(page, DEMO.recruiter, `${OFFERS}?statut=brouillons&miennes=oui`);
    await page.getByRole("link", { name: title }).waitFor();
    expect(await page.getByRole("link", { name: sent, exact: true }).count()).toBe(0);
    await expectSound(page);
    await page.getByRole("combobox", { name: "Avancement" }).selectOption("Envoyées");
    await page.getByRole("link", { name: sent, exact: true }).waitFor();
    await page.getByRole("combobox", { name: "Avec une réponse" }).selectOption("Indisponible");
    await page.getByText("Aucune offre ne correspond à ces filtres.").waitFor();
    await page.getByRole("link", { name: "Vivier" }).click();
    await page.getByText("Personne dans le vivier pour l’instant").waitFor();
    await expectSound(page);

    // Nobody is chosen yet: it cannot leave.
    await page.goto(`${OFFERS}/${begun.id}`);
    await page.getByText("au moins une personne").waitFor();
    expect(await page.getByRole("button", { name: "Envoyer l’offre" }).isDisabled()).toBe(true);
    await expectSound(page);
    await page.goto(`/recherche?nom=${encodeURIComponent(nameOf(one.person))}`);
    await pick(page, [one]);
    await press(page, "Ajouter à un brouillon");
    await page.getByRole("dialog").getByRole("radio", { name: title }).check();
    await expectSound(page);
    await inDialog(page, "Ajouter 1 personne");
    await heading(page, title);
    await page.getByRole("button", { name: `Retirer ${nameOf(one.person)}` }).waitFor();

    await page.getByRole("link", { name: "Modifier" }).click();
    await page.getByRole("textbox", { name: "Lieu de travail" }).fill("Rezé");
    const { version } = await api.get(`offers/${begun.id}`);
    await api.put(`offers/${begun.id}`, { title, place: "Angers" }, version);
    await press(page, "Enregistrer le brouillon");
    await page.getByText("Angers").waitFor();
    await expectSound(page);
    await press(page, "Garder ma saisie");
    await press(page, "Enregistrer le brouillon");
    await heading(page, title);
    expect((await api.get(`offers/${begun.id}`)).place).toBe("Rezé");

    // Whoever stopped being seen meanwhile is skipped, whatever the reason.
    const theirs = await apiOf(one.person.email);
    const { policy_version } = await theirs.get("me/visibility");
    await theirs.put("me/visibility", { visible: false, policy_version });
    await press(page, "Envoyer l’offre");
    await inDialog(page, "Envoyer à 1 personne");
    await page.getByText(/Aucune des personnes choisies ne peut recevoir cette offre/).waitFor();
    await expectSound(page);
    await inDialog(page, "Annuler");
    await press(page, "Supprimer le brouillon");
    await inDialog(page, "Supprimer le brouillon");
    await heading(page, "Offres envoyées");

    await page.getByRole("link", { name: sent, exact: true }).click();
    await heading(page, sent);
    await press(page, "Retirer à toutes");
    await page.getByRole("dialog").getByRole("textbox").fill("Le poste est pourvu.");
    await inDialog(page, /^Retirer l’offre à/);
    await row(page, nameOf(other.person)).getByText("Retirée", { exact: true }).waitFor();
    const [received] = (await (await apiOf(other.person.email)).get("me/offers?group=over")).items;
    expect(received.state).toBe("withdrawn");

    await page.getByRole("link", { name: "Reprendre comme modèle" }).click();
    await page.getByText(`Reprise de « ${sent} »`).waitFor();
    const field = page.getByRole("textbox", { name: "Intitulé" });
    await expect.poll(() => field.inputValue()).toBe(sent);
    await expectSound(page);

    await page.goto(`${OFFERS}/00000000-0000-7000-8000-000000000000`);
    await heading(page, "Page introuvable");
    const stranger = await visitor(desk);
    await signIn(stranger, DEMO.unverified, OFFERS);
    await stranger.getByText("Votre entreprise n’est pas encore vérifiée").waitFor();
    await expectSound(stranger);
  });
});
