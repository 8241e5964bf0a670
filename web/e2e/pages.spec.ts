// Every page, at both sizes: sound for assistive technology, named, and within the screen.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, visitor } from "./support/browser";
import { account, DEMO, signIn } from "./support/people";

const PUBLIC = [
  "/",
  "/connexion",
  "/connexion?motif=expiree",
  "/inscription",
  "/confirmer",
  "/confirmer?token=inconnu",
  "/renvoyer-la-confirmation",
  "/mot-de-passe-oublie",
  "/reinitialiser",
  "/reinitialiser?token=inconnu",
  "/mentions",
  "/referentiel",
  "/referentiel/metiers/D1102",
  "/referentiel/competences/100063",
  "/nulle-part",
];

const PRIVATE: [email: string, paths: string[]][] = [
  [DEMO.recruiter, ["/recherche", "/entreprise", "/recherche?c=zzz", "/compte"]],
  [
    DEMO.recruiter,
    [
      "/recherche/enregistrees",
      "/recherche/historique",
      "/recherche/ecartes",
      "/recrutement/listes",
      "/entreprise/membres",
      "/invitation-entreprise?token=inconnu",
    ],
  ],
  [
    DEMO.recruiter,
    [
      "/recrutement/quiz",
      "/recrutement/quiz/nouveau",
      "/recrutement/questions",
      "/recrutement/questions/import",
    ],
  ],
  [DEMO.unverified, ["/entreprise", "/recherche", "/recrutement/quiz"]],
  [
    DEMO.trainee,
    [
      "/mes-competences",
      "/mes-donnees",
      "/mes-donnees/effacement",
      "/mes-offres",
      "/compte",
      "/recherche",
      "/admin",
    ],
  ],
  [DEMO.orgAdmin, ["/organisation", "/invitation?token=inconnu"]],
  [
    DEMO.platform,
    [
      "/admin",
      "/admin/organisations",
      "/admin/index",
      "/admin/catalogue",
      "/admin/registre",
      "/recherche",
    ],
  ],
];

async function check(page: Page, paths: string[]): Promise<string[]> {
  const titles: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expectSound(page);
    titles.push(await page.title());
  }
  return titles;
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("public pages are sound, and each has its own title", async () => {
    const titles = await check(await visitor(size), PUBLIC);
    const distinct = new Set(titles);
    expect(distinct.size).toBe(new Set(PUBLIC.map((path) => path.split("?")[0])).size);
  });

  it.each(PRIVATE)("the pages of %s are sound", async (email, paths) => {
    const page = await visitor(size);
    await signIn(page, email, "/mes-competences");
    await check(page, paths);
  });
});

describe("at 320 pixels, as zoomed to 400 %", () => {
  it("nothing needs scrolling sideways", async () => {
    const page = await visitor({ width: 320, height: 256 });
    await check(page, ["/", "/inscription", "/referentiel?ouvert=D,D11"]);
    await check(page, ["/referentiel?q=vend", "/referentiel/metiers/D1102"]);
    await signIn(page, DEMO.recruiter, "/recherche");
    await check(page, ["/recherche", "/entreprise"]);
  });
});

describe("the frame of every page", () => {
  it("lets the keyboard skip to the content", async () => {
    const page = await visitor();
    await page.goto("/connexion");
    await page.locator("h1").waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Aller au contenu" });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenu");
  });

  it("has a menu for the phone that Escape folds", async () => {
    const page = await visitor(PHONE);
    const person = await account();
    await signIn(page, person.email, "/mes-competences");
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.press("Enter");
    await page.getByRole("link", { name: "Visibilité" }).waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    expect(await menu.getAttribute("aria-expanded")).toBe("false");
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it("sends a message of the new page to the keyboard: its heading", async () => {
    const page = await visitor();
    const person = await account();
    await signIn(page, person.email, "/mes-competences");
    await page.getByRole("link", { name: "Visibilité" }).click();
    await page.getByRole("heading", { level: 1, name: "Visibilité" }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Visibilité");
  });
});
