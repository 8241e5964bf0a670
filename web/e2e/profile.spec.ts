// Profiles that are opened: by whom, from where, how often; what the person reads of it; and who cannot be opened.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, visitor, WIDE } from "./support/browser";
import { company } from "./support/companies";
import { type Seen, seen } from "./support/companyQuizzes";
import { apiOf, DEMO, type Person, signIn, unique } from "./support/people";

const nameOf = ({ person }: Seen): string => `${person.firstName} ${person.lastName}`;
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();
const goneTo = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);
const profilePath = ({ profile }: Seen): string => `/recrutement/profils/${profile}`;

/** The openings of somebody’s profile, as they read them, the latest first. */
async function openings({ email }: Person) {
  return (await (await apiOf(email)).get("me/profile-accesses")).items;
}

/** Somebody whom this recruiter finds already. */
async function found(recruiter: string): Promise<Seen> {
  const one = await seen();
  const api = await apiOf(recruiter);
  const name = nameOf(one);
  await expect
    .poll(async () => (await api.post("profile-search", { name })).total, { timeout: 20_000 })
    .toBe(1);
  return one;
}

/** How often a page asks for a profile. */
function counted(page: Page, { profile }: Seen): () => number {
  let times = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === `/api/v1/profiles/${profile}`) times++;
  });
  return () => times;
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("a profile is opened from the search, once, and the person reads by whom and why", async () => {
    const one = await found(DEMO.recruiter);
    const name = nameOf(one);
    const page = await visitor(size);
    const asked = counted(page, one);
    const search = { c: `${one.skill.code}.2-`, nom: name };
    await signIn(page, DEMO.recruiter, `/recherche?${new URLSearchParams(search)}`);
    const link = page.getByRole("article").getByRole("link", { name });
    // Whoever only points at somebody has not opened them.
    await link.hover();
    await link.focus();
    await page.waitForTimeout(300);
    expect(asked()).toBe(0);
    await page.keyboard.press("Enter");
    await heading(page, name);
    await goneTo(page, profilePath(one));
    await page.getByText("Cette personne voit que votre entreprise a ouvert son profil").waitFor();
    const skills = page.getByRole("list", { name: "1 compétence déclarée par la personne" });
    await skills.getByText(one.skill.label).waitFor();
    await skills.getByText(", niveau 3, autonome, déclarée").waitFor({ state: "attached" });
    await page.getByText("Aucune note de votre entreprise sur cette personne.").waitFor();
    await expectSound(page);

    // What is done about them opens nobody a second time.
    await page.getByRole("textbox", { name: /^Nouvelle note/ }).fill("Disponible en mars.");
    await page.getByRole("button", { name: "Ajouter la note" }).press("Enter");
    await page
      .getByRole("list", { name: "Notes de l’entreprise" })
      .getByText("Disponible")
      .waitFor();
    await page.getByRole("button", { name: `Écarter ${name} des résultats` }).click();
    await page.getByText(`${name} ne figure plus dans vos résultats`).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Annuler" }).press("Enter");
    await page.getByRole("button", { name: `Écarter ${name} des résultats` }).waitFor();
    await page.context().setOffline(true);
    await page.context().setOffline(false);

    await page.getByRole("link", { name: "Retour aux résultats" }).click();
    await goneTo(page, "/recherche");
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(search);
    await link.press("Enter");
    await heading(page, name);
    await page.goBack();
    await link.waitFor();
    await page.goForward();
    await heading(page, name);
    expect(asked()).toBe(1);
    const offer = page.getByRole("link", { name: "Écrire une offre" });
    expect(await offer.getAttribute("href")).toContain(`profils=${one.profile}`);

    const theirs = await visitor(size === WIDE ? PHONE : WIDE);
    const { company: mine } = await (await apiOf(DEMO.recruiter)).get("me/company");
    await signIn(theirs, one.person.email, "/mes-donnees/consultations");
    const reading = theirs.getByRole("listitem").filter({ hasText: mine.name }).filter({
      hasText: "Depuis une recherche",
    });
    await reading
      .getByText(/^par (une personne qui administre|un recruteur de) l’entreprise$/)
      .waitFor();
    await reading.getByText(/^Montré.: prénom, nom et 1 compétence$/).waitFor();
    await reading.getByText("n° 1", { exact: true }).waitFor();
    await expectSound(theirs);
    expect(await openings(one.person)).toHaveLength(1);
  });

  it("a profile is opened from a list, from new matches and from an offer", async () => {
    const boss = await company();
    const api = await apiOf(boss.email);
    const one = await found(boss.email);
    const name = nameOf(one);
    const page = await visitor(size);
    const list = await api.post("candidate-lists", { name: `Accueil ${unique()}` });
    const saved = await api.post("me/saved-searches", {
      name: `Veille ${unique()}`,
      search: { name: one.person.lastName },
    });
    await api.post(`candidate-lists/${list.id}/candidates`, { profiles: [one.profile] });
    await signIn(page, boss.email, `/recrutement/listes/${list.id}?etape=a-contacter`);
    await page.getByRole("article", { name }).getByRole("link", { name }).press("Enter");
    await heading(page, name);
    await expectSound(page);
    expect((await openings(one.person))[0].purpose).toBe("list");
    await page.getByRole("link", { name: "Retour à la liste" }).press("Enter");
    await heading(page, list.name);
    expect(new URL(page.url()).searchParams.get("etape")).toBe("a-contacter");
    await expectSound(page);

    const draft = { title: `Conseil ${unique()}`, job: "M1805", message: "Bonjour." };
    const offer = await api.post("offers", {
      offer: { ...draft, contract: "permanent", place: "Nantes" },
      recipients: [one.profile],
    });
    await api.post(`offers/${offer.id}/send`, undefined, offer.version);

    await page.goto(`/recrutement/offres/${offer.id}?etat=remise`);
    const etat = () => new URL(page.url()).searchParams.get("etat");
    // What waits has reached the person once their list was asked for.
    await (await apiOf(one.person.email)).get("me/offers");
    await page.getByRole("article", { name }).getByRole("link", { name }).press("Enter");
    await heading(page, name);
    await expectSound(page);
    await page.getByRole("link", { name: "Retour à l’offre" }).press("Enter");
    await heading(page, draft.title);
    expect(etat()).toBe("remise");

    const { hits } = await api.post("profile-search", { name });
    const { match: _, coverage: __, ...profile } = hits[0];
    await page.route("**/new-matches?*", (route) =>
      route.fulfill({
        json: { items: [{ found_at: "2026-12-01T06:00:00Z", profile }], next_cursor: null },
      }),
    );
    await page.goto(`/recherche/enregistrees/${saved.id}/nouveaux`);
    await page.getByRole("article").getByRole("link", { name }).press("Enter");
    await heading(page, name);
    await page.getByRole("link", { name: "Retour aux nouveaux profils" }).press("Enter");
    await goneTo(page, `/recherche/enregistrees/${saved.id}/nouveaux`);
    // Read before on another page, and after it was loaded anew; once an offer reached them, for it.
    expect((await openings(one.person)).map(({ purpose }: { purpose: string }) => purpose)).toEqual(
      ["offer", "offer", "list"],
    );
  });

  it("a name that is withheld is shown to whoever keeps the person on a list", async () => {
    const boss = await company();
    const api = await apiOf(boss.email);
    const one = await found(boss.email);
    await api.put("me/company/search-settings", { blind: true });
    const page = await visitor(size);
    await signIn(page, boss.email, profilePath(one));
    await page.getByRole("heading", { level: 1, name: /^Profil anonyme/ }).waitFor();
    await page.getByText(/^Votre entreprise cherche sans les noms/).waitFor();
    expect(await page.getByText(one.person.lastName).count()).toBe(0);
    await expectSound(page);
    await page.getByRole("button", { name: "Ajouter à une liste" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Nom de la liste" }).fill("Accueil");
    await page.keyboard.press("Enter");
    await dialog.getByText(/^1 personne ajoutée/).waitFor();
    await dialog.getByRole("button", { name: "Fermer" }).last().click();
    await page.getByRole("button", { name: "Afficher le nom" }).waitFor();
    await expectSound(page);
    expect(await openings(one.person)).toHaveLength(1);
    await page.getByRole("button", { name: "Afficher le nom" }).press("Enter");
    await heading(page, nameOf(one));
    const [latest, first] = await openings(one.person);
    const fields = (reading: { fields: { field: string }[] }) =>
      reading.fields.map(({ field }) => field);
    expect(fields(first)).toEqual(["skills"]);
    expect(fields(latest)).toEqual(expect.arrayContaining(["first_name", "last_name"]));
  });

  it("who went, who was opened too often, and who may not look are told apart", async () => {
    const one = await found(DEMO.recruiter);
    const page = await visitor(size);
    const search = `nom=${one.person.lastName}`;
    const address = `${profilePath(one)}?recherche=${encodeURIComponent(search)}`;
    await page.route(`**/api/v1/profiles/${one.profile}`, (route) =>
      route.fulfill({
        status: 429,
        contentType: "application/problem+json",
        headers: { "retry-after": "7200" },
        json: { code: "profile_quota_reached", title: "Vous avez ouvert tous les profils." },
      }),
    );
    await signIn(page, DEMO.recruiter, address);
    await page.getByText("Vous avez ouvert tous les profils permis aujourd’hui").waitFor();
    await page.getByText(/Vous pourrez en ouvrir d’autres le \d.* à \d\d:\d\d/).waitFor();
    await expectSound(page);
    await page.unrouteAll();

    await page.context().route(`**/api/v1/profiles/${one.profile}`, (route) => route.abort());
    await page.goto(address);
    await page.getByText("Ce profil n’a pas pu s’ouvrir").waitFor();
    await expectSound(page);
    await page.context().unrouteAll();
    await page.getByRole("button", { name: "Réessayer", exact: true }).click();
    await heading(page, nameOf(one));

    const theirs = await apiOf(one.person.email);
    const { policy_version } = await theirs.get("me/visibility");
    await theirs.put("me/visibility", { visible: false, policy_version });
    await page.reload();
    await heading(page, "Cette personne n’est plus visible");
    expect(await page.getByText(nameOf(one)).count()).toBe(0);
    await expectSound(page);
    await page.getByRole("link", { name: "Revenir à la recherche" }).click();
    await goneTo(page, "/recherche");
    expect(new URL(page.url()).search).toBe(`?${search}`);
    await page.goto("/recrutement/profils/personne");
    await heading(page, "Cette personne n’est plus visible");
    expect(await openings(one.person)).toHaveLength(1);

    const stranger = await visitor(size);
    await signIn(stranger, DEMO.unverified, profilePath(one));
    await stranger.getByText("Votre entreprise n’est pas encore vérifiée").waitFor();
    await expectSound(stranger);
  });
});
