// Searches that are kept: saved from the search page, opened, renamed, deleted; what a release changed of them.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, visitor } from "./support/browser";
import { apiOf, DEMO, signIn, unique } from "./support/people";

const LIST = "/recherche/enregistrees";
const API = "**/api/v1/me/saved-searches?*";

const card = (page: Page, name: string) => page.getByRole("article", { name });

/** A skill of the demonstration that profiles hold. */
async function skill(): Promise<{ code: string; label: string }> {
  const api = await apiOf(DEMO.recruiter);
  const found = await api.get("catalog/skills?q=client&limit=1");
  return found.items[0];
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });

describe.each(SIZES)("a saved search, at $width pixels", (size) => {
  it("is kept from the search, opened again, renamed and deleted by keyboard", async () => {
    const { code, label } = await skill();
    const page = await visitor(size);
    const name = `Vente ${unique()}`;
    await signIn(page, DEMO.recruiter, `/recherche?c=${code}.2-`);
    await settled(page);
    const heading = page.getByRole("heading", { level: 2, name: /profil/ });
    const total = await heading.innerText();

    const save = page.getByRole("button", { name: "Enregistrer", exact: true });
    await save.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Enregistrer cette recherche" });
    const field = dialog.getByRole("textbox", { name: /Nom de la recherche/ });
    await expect.poll(() => field.inputValue()).toBe(label.slice(0, 100));
    await expectSound(page);
    await field.fill(name);
    await page.keyboard.press("Enter");
    await dialog
      .getByText(
        `Recherche enregistrée sous « ${name} ».`.replace("« ", "«\u00a0").replace(" »", "\u00a0»"),
      )
      .waitFor();
    await expectSound(page);
    await dialog.getByRole("link", { name: "Voir mes recherches" }).press("Enter");

    await page.getByRole("heading", { level: 1, name: "Recherches enregistrées" }).waitFor();
    const mine = card(page, name);
    await mine.getByText(label).waitFor();
    await mine.getByText(/au moins 2/).waitFor();
    await expectSound(page);

    await mine.getByRole("button", { name: /^Renommer/ }).press("Enter");
    const renamed = `${name} bis`;
    await mine.getByRole("textbox", { name: /Nom de la recherche/ }).fill(renamed);
    await expectSound(page);
    await page.keyboard.press("Enter");
    await card(page, renamed).waitFor();
    await expect.poll(() => focused(page)).toBe(renamed);

    await card(page, renamed)
      .getByRole("link", { name: /^Ouvrir/ })
      .press("Enter");
    await page.waitForURL((url) => url.searchParams.get("c") === `${code}.2-`);
    await settled(page);
    await page.getByText(renamed).waitFor();
    expect(await heading.innerText()).toBe(total);
    await expectSound(page);

    await page.goBack();
    const remove = card(page, renamed).getByRole("button", { name: /^Supprimer/ });
    await remove.press("Enter");
    const question = page.getByRole("dialog", { name: /^Supprimer/ });
    await question.getByRole("button", { name: "Annuler" }).waitFor();
    await expectSound(page);
    await question.getByRole("button", { name: "Supprimer" }).press("Enter");
    await card(page, renamed).waitFor({ state: "detached" });
    await expectSound(page);
  });
});

describe("an opened search", () => {
  it("is written over, or kept beside under a name of its own", async () => {
    const { code } = await skill();
    const api = await apiOf(DEMO.recruiter);
    const name = `Accueil ${unique()}`;
    const saved = await api.post("me/saved-searches", {
      name,
      search: { criteria: [{ skill: code }] },
    });
    const page = await visitor();
    await signIn(page, DEMO.recruiter, `/recherche?c=${code}.3-&enregistree=${saved.id}`);
    await page.getByText("Modifiée depuis, pas encore enregistrée").waitFor();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^Remplacer/ }).waitFor();
    await expectSound(page);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await dialog.getByRole("button", { name: "Fermer" }).last().click();
    await page.getByText("Modifiée depuis").waitFor({ state: "detached" });
    const written = await api.get(`me/saved-searches/${saved.id}`);
    expect(written.search.criteria[0].min_level).toBe(3);
    expect(written.name).toBe(name);

    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await dialog.getByRole("radio", { name: "Créer une nouvelle recherche" }).check();
    const field = dialog.getByRole("textbox", { name: /Nom de la recherche/ });
    await field.fill(name.toUpperCase());
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await dialog.getByText(/déjà enregistrée sous ce nom/).waitFor();
    expect(await field.inputValue()).toBe(name.toUpperCase());
    await expectSound(page);
    await field.fill(`${name} bis`);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await dialog.getByText(/^Recherche enregistrée sous/).waitFor();
  });

  it("of somebody else is a search like any other", async () => {
    const page = await visitor();
    const foreign = "0199c2f0-0000-7000-8000-000000000001";
    await signIn(page, DEMO.recruiter, `/recherche?enregistree=${foreign}`);
    await page.getByText("Cette recherche n’est plus dans votre liste.").waitFor();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
    await expectSound(page);
  });
});

describe.each(SIZES)("the list, at $width pixels", (size) => {
  async function open(answer: { status?: number; json: unknown }): Promise<Page> {
    const page = await visitor(size);
    await page.route(API, (route) => route.fulfill(answer));
    await signIn(page, DEMO.recruiter, LIST);
    return page;
  }

  it("says how to begin when nothing is kept", async () => {
    const page = await open({ json: { items: [], next_cursor: null } });
    await page.getByText("Aucune recherche enregistrée").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Chercher des profils" }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });

  it("says why it could not be read, and tries again", async () => {
    const page = await open({
      status: 400,
      json: { status: 400, code: "malformed_json", title: "Illisible." },
    });
    await page.getByText("Illisible.").waitFor();
    await expectSound(page);
    await page.unroute(API);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.getByText("Illisible.").waitFor({ state: "detached" });
  });

  it("asks what becomes of codes that mean something else, and says what it followed", async () => {
    const page = await open({ json: { items: [CHANGED], next_cursor: null } });
    const mine = card(page, CHANGED.name);
    await mine.getByText("À vérifier").waitFor();
    await mine.getByText(/la recherche demande désormais/).waitFor();
    expect(await mine.getByRole("link", { name: /^Ouvrir/ }).count()).toBe(0);
    await expectSound(page);
    await mine.getByRole("button", { name: "Enregistrer mes choix" }).press("Enter");
    await mine.getByText("Choisissez une réponse pour chaque code.").waitFor();
    await expectSound(page);
    let sent: unknown = null;
    await page.route("**/api/v1/me/saved-searches/*", async (route) => {
      sent = route.request().postDataJSON();
      await route.fulfill({ json: { ...CHANGED, changes: [], obstacles: [], version: 2 } });
    });
    await mine.getByRole("radio", { name: /M1856/ }).check();
    await mine.getByRole("button", { name: "Enregistrer mes choix" }).click();
    await expect
      .poll(() => sent)
      .toEqual({
        search: {
          criteria: [{ skill: "107405", status: "any", required: true }],
          exclude: [],
          rome: ["M1856"],
        },
      });
  });
});

describe("somebody who may not search", () => {
  it("is told why instead of an empty list", async () => {
    const page = await visitor(PHONE);
    await signIn(page, DEMO.unverified, LIST);
    await page.getByText("Votre entreprise n’est pas encore vérifiée").waitFor();
    await page.getByRole("link", { name: "Voir mon entreprise" }).waitFor();
    await expectSound(page);
  });
});

describe.each(SIZES)("a link with a code that left the catalogue, at $width pixels", (size) => {
  it("says so and proposes what took its place", async () => {
    const { code, label } = await skill();
    const page = await visitor(size);
    const gone = { code: "100001", label: "Compétence retirée" };
    await page.route(`**/api/v1/catalog/skills/${gone.code}`, async (route) => {
      const answer = await route.fetch({ url: route.request().url().replace(gone.code, code) });
      const sheet = {
        ...(await answer.json()),
        ...gone,
        active: false,
        replaced_by: { code, label },
      };
      await route.fulfill({ json: sheet });
    });
    // As the server answers about a retired code: it is known, and whoever holds it is found.
    await page.route("**/api/v1/profile-search", (route) =>
      route.continue({
        postData: (route.request().postData() ?? "").replaceAll(gone.code, code),
      }),
    );
    await signIn(page, DEMO.recruiter, `/recherche?c=${gone.code}.2-`);
    await page.getByText("Un code de cette recherche n’est plus au référentiel").waitFor();
    await page.getByText(/en tient lieu/).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: /^Remplacer/ }).click();
    await page.waitForURL((url) => url.searchParams.get("c") === `${code}.2-`);
    await page.getByText("n’est plus au référentiel").waitFor({ state: "detached" });
    await expectSound(page);
  });
});

/** A search after a release: one code followed, one that means something else. */
const CHANGED = {
  id: "0199c2f0-0000-7000-8000-000000000002",
  name: "Sécurité informatique",
  search: {
    criteria: [{ skill: "107405", status: "any", required: true }],
    exclude: [],
    rome: ["M1819"],
  },
  names: [
    { pointer: "/criteria/0/skill", subject: "skill", code: "107405", label: "Auditer un système" },
    { pointer: "/rome/0", subject: "job", code: "M1819", label: "Technicien en cybersécurité" },
  ],
  changes: [
    {
      pointer: "/criteria/0/skill",
      subject: "skill",
      kind: "replaced",
      code: "100002",
      label: "Contrôler un système",
      label_now: null,
      successor: { code: "107405", label: "Auditer un système" },
      followed: true,
      decision_needed: false,
    },
    {
      pointer: "/rome/0",
      subject: "job",
      kind: "reused",
      code: "M1819",
      label: "Ingénieur sécurité informatique",
      label_now: "Technicien en cybersécurité",
      successor: { code: "M1856", label: "Expert en cybersécurité" },
      followed: false,
      decision_needed: true,
    },
  ],
  obstacles: [{ pointer: "/rome/0", code: "reused_code", message: "Le code M1819 a changé." }],
  release: 60,
  version: 1,
  created_at: "2026-03-04T04:00:00Z",
  updated_at: "2026-03-05T04:00:00Z",
};
