// The search: by keyboard alone, by mouse, through its address; every state it can be in.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, visitor, WIDE } from "./support/browser";
import { DEMO, signIn } from "./support/people";

const total = async (page: Page): Promise<number> => {
  await settled(page);
  const heading = page.getByRole("heading", { level: 2, name: /profil/ });
  return Number((await heading.innerText()).replace(/\D/g, ""));
};

const names = async (page: Page): Promise<string[]> => {
  await settled(page);
  return await page.getByRole("article").getByRole("heading", { level: 3 }).allInnerTexts();
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });

/** Moves with Tab until the focus is on what is named; fails when a whole round does not find it. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${name}; it is at “${await focused(page)}”`);
}

describe.each(SIZES)("by keyboard alone, at $width pixels", (size) => {
  it("finds a skill, asks for a level, reads why the order is what it is", async () => {
    const page = await visitor(size);
    await signIn(page, DEMO.recruiter, "/recherche");
    const everybody = await total(page);

    await page.keyboard.press("/");
    const picker = page.getByRole("combobox", { name: "Compétences recherchées" });
    await expect
      .poll(() => picker.evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.type("client");
    await page.getByRole("option").first().waitFor();
    await expectSound(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("c"));
    await page.getByRole("radiogroup", { name: "Niveau" }).waitFor();
    const withSkill = await total(page);
    expect(withSkill).toBeLessThan(everybody);
    await expectSound(page);

    // The first tab stop after the field that belongs to the new criterion's level, then its arrows.
    await tabTo(page, /Tous niveaux/);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL((url) => url.searchParams.get("c")?.includes(".1-") ?? false);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL((url) => url.searchParams.get("c")?.includes(".2-") ?? false);
    const spoken = await focused(page);
    const atLeast2 = await total(page);
    expect(spoken).toMatch(/Niveau 2, guidé/);
    expect(spoken.replace(/\s/g, " ")).toContain(
      `${atLeast2.toLocaleString("fr-FR")} profil`.replace(/\s/g, " "),
    );
    expect(atLeast2).toBeLessThanOrEqual(withSkill);

    if (size.width < 992) {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page
      .getByRole("status")
      .filter({ hasText: /profils? trouvé/ })
      .first()
      .waitFor({ state: "attached" });

    await tabTo(page, /Pourquoi cet ordre/);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: /Pourquoi cet ordre/ }).waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toMatch(/Pourquoi cet ordre/);
  });

  it("moves through pages, reading on from the top of each", async () => {
    const page = await visitor(size);
    await signIn(page, DEMO.recruiter, "/recherche");
    const firstPage = await names(page);
    await tabTo(page, /^Suivants$/, 400);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("page"));
    await expect.poll(() => names(page)).not.toEqual(firstPage);
    await expect.poll(() => focused(page)).toMatch(/profils?$/);
    await tabTo(page, /^Précédents$/, 400);
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(firstPage);
  });
});

describe("the address", () => {
  it("reproduces the search and its page for a colleague", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    const first = await names(page);
    await page.getByRole("button", { name: "Suivants" }).click();
    await page.waitForURL((url) => url.searchParams.has("page"));
    await expect.poll(() => names(page)).not.toEqual(first);
    const here = await names(page);
    const colleague = await visitor(PHONE);
    const link = new URL(page.url());
    await signIn(colleague, DEMO.recruiter, link.pathname + link.search);
    await expect.poll(() => names(colleague)).toEqual(here);
  });

  it("goes back to the search before", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    const before = await total(page);
    await page.getByRole("checkbox").first().click();
    await page.waitForURL((url) => url.searchParams.has("rome"));
    expect(await total(page)).toBeLessThan(before);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(before);
  });

  it("that makes no sense offers a fresh search", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche?c=n-importe-quoi");
    await page.getByText("Ce lien de recherche n’est pas lisible").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Commencer une nouvelle recherche" }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });

  it("with a page of another search leads to the first page", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await page.getByRole("button", { name: "Suivants" }).click();
    await page.waitForURL((url) => url.searchParams.has("page"));
    const cursor = new URL(page.url()).searchParams.get("page") ?? "";
    await page.goto(`/recherche?nom=ma&page=${encodeURIComponent(cursor)}`);
    await page.getByText("Cette page de résultats n’existe plus").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Aller à la première page" }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });

  it("with a skill that does not exist is refused, and says which way out", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche?c=999999998");
    await page.getByText("Cette recherche n’a pas été acceptée").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "Repartir d’une recherche vide" }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });
});

describe("every filter", () => {
  it("narrows by a domain as its count said, and by one job inside it", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await settled(page);
    const letter = page.getByRole("checkbox").first();
    const spoken = (await letter.getAttribute("aria-label")) ?? "";
    const count = Number(/([\d\s\u202f]+) profils?$/.exec(spoken)?.[1]?.replace(/\D/g, ""));
    await letter.click();
    await page.waitForURL((url) => url.searchParams.has("rome"));
    await expect.poll(() => total(page)).toBe(count);
    await page
      .getByRole("button", { name: /^Déplier/ })
      .first()
      .click();
    await expectSound(page);
  });

  it("takes the skills of a job, asks for some of them, explains each card", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await page.getByRole("button", { name: "Partir d’un métier" }).click();
    await chooseJob(page, page.getByRole("combobox", { name: "Métier" }));
    const add = page.getByRole("button", { name: /^Ajouter \d+ compétence/ });
    await add.waitFor();
    await expectSound(page);
    const added = Number(/\d+/.exec(await add.innerText())?.[0]);
    await add.click();
    const criteria = page
      .getByRole("list", { name: "Compétences recherchées" })
      .getByRole("listitem");
    await expect.poll(() => criteria.count()).toBe(added);
    const one = await total(page);
    await page
      .getByRole("combobox", { name: "Parmi les compétences facultatives" })
      .selectOption(String(Math.min(3, added)));
    await page.waitForURL((url) => url.searchParams.has("min"));
    await expect.poll(() => total(page)).toBeLessThanOrEqual(one);
    await page
      .getByText(/critères? remplis? sur/)
      .first()
      .waitFor();
    await expectSound(page);
  });

  it("ranks by fit to a job and names what is missing", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await page.getByRole("button", { name: "Proximité avec un métier" }).click();
    await chooseJob(page, page.getByRole("combobox", { name: "Métier visé" }));
    await page.waitForURL((url) => url.searchParams.has("metier"));
    await settled(page);
    const shares = await page.getByText(/compétences? clés? sur \d+ pour/).allInnerTexts();
    const covered = shares.map((text) => Number(/^\d+/.exec(text)?.[0]));
    expect(covered.length).toBeGreaterThan(1);
    expect(covered).toEqual([...covered].sort((a, b) => b - a));
    await expectSound(page);
    await page.getByRole("button", { name: /^Retirer le métier/ }).click();
    await page.waitForURL((url) => !url.searchParams.has("metier"));
  });

  it("excludes a skill: nobody who holds it is left", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await page.getByRole("button", { name: "Souvent présentes dans ces profils" }).click();
    const frequent = page.getByRole("button", { name: /\d$/ }).first();
    const label = (await frequent.locator("span").first().innerText()).trim();
    const everybody = await total(page);
    await page.getByRole("button", { name: "Compétences à exclure" }).click();
    const picker = page.getByRole("combobox", { name: "Compétence à exclure" });
    await picker.fill(label.slice(0, 60));
    await page.getByRole("option", { name: label }).first().waitFor();
    await page.getByRole("option", { name: label }).first().click();
    await page.waitForURL((url) => url.searchParams.has("sauf"));
    await expect.poll(() => total(page)).toBeLessThan(everybody);
    await page.getByRole("button", { name: /^Ne plus exclure/ }).click();
    await expect.poll(() => total(page)).toBe(everybody);
  });

  it("looks for a name and says when nobody bears it", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    const someone = (await names(page))[0] ?? "";
    await page.getByRole("button", { name: "Nom de la personne" }).click();
    await page.getByRole("textbox", { name: "Prénom ou nom" }).fill(someone.toLowerCase());
    await page.waitForURL((url) => url.searchParams.has("nom"));
    await expect.poll(() => names(page)).toContain(someone);
    await page.getByRole("textbox", { name: "Prénom ou nom" }).fill("zzzzzz");
    await page.getByText("Aucun profil ne remplit tous ces critères").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: /Chercher sans le nom/ }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });
});

describe("what stands in the way", () => {
  it("is said to a recruiter whose company is not verified", async () => {
    const page = await visitor(WIDE);
    await signIn(page, DEMO.unverified, "/recherche");
    await page.getByText("Votre entreprise n’est pas encore vérifiée").waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
    expect(await page.getByRole("checkbox").count()).toBe(0);
  });

  it("is said with its reference when the server fails, and can be tried again", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/mes-competences");
    await page.route("**/profile-search", (route) =>
      route.fulfill({
        status: 429,
        contentType: "application/problem+json",
        headers: { "retry-after": "2" },
        body: JSON.stringify({ title: "Trop de demandes", code: "too_many", request_id: "ref-42" }),
      }),
    );
    await page.goto("/recherche");
    await page.getByText("ref-42").waitFor();
    await expectSound(page);
    await page.unroute("**/profile-search");
    await page.getByRole("button", { name: "Réessayer", exact: true }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
  });
});

/** Types a plain word and takes the first job it leads to. */
async function chooseJob(page: Page, picker: ReturnType<Page["getByRole"]>): Promise<void> {
  await picker.fill("vend");
  await page.getByRole("option").first().waitFor();
  await picker.press("Enter");
}
