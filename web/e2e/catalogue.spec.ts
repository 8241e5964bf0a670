// The catalogue, open to everybody: found by what people say, wandered through by keyboard, sheet to sheet.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled, visitor } from "./support/browser";
import { DEMO, signIn } from "./support/people";

const BAKER = "Boulanger / Boulangère";

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name });

const search = (page: Page) => page.getByRole("textbox", { name: "Chercher dans le référentiel" });

const row = (page: Page, name: string | RegExp) => page.getByRole("treeitem", { name });

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

/** Every control is at least 24 pixels high, but for links inside a sentence. */
async function expectRoomyTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main [role=treeitem], main li > a")]
      .filter((target) => target.getClientRects().length > 0)
      .filter((target) => (target.closest("li") ?? target).getBoundingClientRect().height < 24)
      .map((target) => target.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("finds a job by what people say, opens its sheet, follows a neighbouring job", async () => {
    const page = await visitor(size);
    await page.goto("/referentiel");
    await expectSound(page);
    await search(page).fill("caissière");
    const found = page.getByRole("listitem").filter({ hasText: "D1505" });
    await found.getByText("« Caissier / Caissière »").waitFor();
    await page.waitForURL((url) => url.searchParams.get("q") === "caissière");
    await expect.poll(() => page.getByRole("tree").count()).toBe(0);
    await expectSound(page);
    await expectRoomyTargets(page);

    await found.getByRole("link", { name: "Hôte / Hôtesse de caisse" }).click();
    await heading(page, "Hôte / Hôtesse de caisse").waitFor();
    expect(await page.title()).toBe("Hôte / Hôtesse de caisse (D1505) · Carnet");
    await expect.poll(() => focused(page)).toBe("Hôte / Hôtesse de caisse");
    await expectSound(page);
    await expectRoomyTargets(page);
    await page.getByText("Licence Ouverte").waitFor();

    const neighbours = page.getByRole("region", { name: "Métiers proches" });
    const next = neighbours.getByRole("link").first();
    const name = await next.innerText();
    await next.click();
    await heading(page, name).waitFor();
    await expect.poll(() => focused(page)).toBe(name);

    await page.goBack();
    await heading(page, "Hôte / Hôtesse de caisse").waitFor();
    await page.goBack();
    expect(await search(page).inputValue()).toBe("caissière");
    await found.waitFor();
  });

  it("finds a skill, tells which jobs need it, and leads to them", async () => {
    const page = await visitor(size);
    await page.goto("/referentiel");
    await search(page).fill("tailler les arbres");
    await page.getByRole("link", { name: "Tailler les arbres", exact: true }).click();
    await heading(page, "Tailler les arbres").waitFor();
    await page.getByText("Savoir-faire 100063").waitFor();
    await expectSound(page);
    await expectRoomyTargets(page);
    const jobs = page.getByRole("region", { name: "Métiers concernés" });
    const job = jobs.getByRole("link").first();
    const name = await job.innerText();
    await job.click();
    await heading(page, name).waitFor();
    const back = page.getByRole("link", { name: "Tailler les arbres", exact: true });
    const more = page.getByRole("button", { name: /^Voir (l’|les )?\d* ?autres?/ });
    for (let left = await more.count(); left > 0 && (await back.count()) === 0; left--) {
      await more.nth(left - 1).click();
    }
    await back.first().waitFor();
    await page.getByRole("navigation", { name: "Fil d’Ariane" }).getByRole("link").last().click();
    await page.getByRole("tree").waitFor();
    await row(page, name).waitFor();
  });

  it("says when nothing answers, and gives the domains back", async () => {
    const page = await visitor(size);
    await page.goto("/referentiel?q=zzzzzz");
    await page.getByText("Rien ne correspond à « zzzzzz »").waitFor();
    await expectSound(page);
    await search(page).press("Escape");
    await row(page, /^D Commerce/).waitFor();
    await page.waitForURL((url) => url.search === "");
  });

  it("says what a code looks like when it is unknown", async () => {
    const page = await visitor(size);
    for (const [path, title] of [
      ["/referentiel/metiers/Z9999", "Métier introuvable"],
      ["/referentiel/metiers/boulanger", "Métier introuvable"],
      ["/referentiel/competences/999999999", "Compétence introuvable"],
      ["/referentiel/competences/abc", "Compétence introuvable"],
    ] as const) {
      await page.goto(path);
      await heading(page, title).waitFor();
      await expectSound(page);
    }
    await page.getByRole("link", { name: "Chercher dans le référentiel" }).click();
    await search(page).waitFor();
  });
});

describe.each(SIZES)("the tree by keyboard, at $width pixels", (size) => {
  it("unfolds letters and domains, keeps them in the address, opens a job", async () => {
    const page = await visitor(size);
    await page.goto("/referentiel");
    await search(page).focus();
    await row(page, /^A Agriculture/).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^A/);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatch(/^B/);
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("c");
    expect(await focused(page)).toMatch(/^D/);
    const letter = row(page, /^D Commerce/);
    expect(await letter.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => letter.getAttribute("aria-expanded")).toBe("true");
    await page.waitForURL((url) => url.searchParams.get("ouvert") === "D");
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toMatch(/^D11/);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("ouvert") === "D,D11");
    await row(page, BAKER).waitFor();
    await expectSound(page);
    await expectRoomyTargets(page);

    // What the domain announces is what it holds.
    const announced = Number(/(\d+) métier/.exec(await focused(page))?.[1]);
    expect(await page.locator('[role="treeitem"][aria-level="3"]').count()).toBe(announced);

    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toContain(BAKER);
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toMatch(/^D11/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await heading(page, BAKER).waitFor();
    await page.goBack();
    await row(page, BAKER).waitFor();

    // One tab stop for the whole tree: the next one is past it.
    await row(page, BAKER).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await row(page, BAKER).waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBeNull();
  });
});

describe("what can go wrong", () => {
  it("a domain whose jobs did not come is asked again from its row", async () => {
    const page = await visitor();
    await page.route("**/api/v1/catalog/domains/*/jobs", (route) =>
      route.fulfill({ status: 400, contentType: "application/problem+json", body: "{}" }),
    );
    await page.goto("/referentiel?ouvert=D,D11");
    const again = row(page, /Réessayer/);
    await again.waitFor();
    await expectSound(page);
    await page.unroute("**/api/v1/catalog/domains/*/jobs");
    await again.click();
    await row(page, BAKER).waitFor();
  });

  it("a retired job says so and leads to the one that took its place", async () => {
    const page = await visitor();
    // The real sheet, but for its state: nothing is retired in the catalogue of the stories.
    await page.route("**/api/v1/catalog/jobs/D1102", async (route) => {
      const answer = await route.fetch();
      const heir = { code: "D1104", label: "Pâtissier / Pâtissière" };
      const sheet = { ...(await answer.json()), active: false, replaced_by: heir };
      await route.fulfill({ response: answer, json: sheet });
    });
    await page.goto("/referentiel/metiers/d1102");
    await page.getByText("Ce métier ne figure plus dans le référentiel").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: /\(D1104\)$/ }).click();
    await heading(page, /^Pâtissier/).waitFor();
  });

  it("a sheet that did not come can be asked again", async () => {
    const page = await visitor();
    await page.route("**/api/v1/catalog/skills/100063", (route) =>
      route.fulfill({ status: 429, contentType: "application/problem+json", body: "{}" }),
    );
    await page.goto("/referentiel/competences/100063");
    await heading(page, "Cette page n’a pas pu s’ouvrir").waitFor();
    await expectSound(page);
    await page.unroute("**/api/v1/catalog/skills/100063");
    await page.getByRole("button", { name: "Réessayer", exact: true }).click();
    await heading(page, "Tailler les arbres").waitFor();
  });
});

describe("the ways to the catalogue", () => {
  it("the footer leads to it from any page", async () => {
    const page = await visitor();
    await page.goto("/");
    await page
      .getByRole("contentinfo")
      .getByRole("link", { name: "Référentiel des métiers et des compétences" })
      .click();
    await heading(page, "Référentiel des métiers et des compétences").waitFor();
  });

  it("a recruiter goes from a job to the profiles closest to it", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche");
    await page
      .getByRole("navigation", { name: "Navigation principale" })
      .getByRole("link", { name: "Référentiel" })
      .click();
    await heading(page, "Référentiel des métiers et des compétences").waitFor();
    await page.goto("/referentiel/metiers/D1102");
    await page.getByRole("link", { name: "Chercher des profils pour ce métier" }).click();
    await page.waitForURL(
      (url) => url.pathname === "/recherche" && url.searchParams.get("metier") === "D1102",
    );
    await settled(page);
  });

  it.each([DEMO.orgAdmin, DEMO.trainee, DEMO.platform])(
    "%s has it in the navigation",
    async (who) => {
      const page = await visitor();
      await signIn(page, who, "/mes-competences");
      // Where there are more links than a screen has room for, they are behind the menu.
      const menu = page.getByRole("button", { name: "Menu" });
      if (await menu.isVisible()) await menu.click();
      const navigation = page.getByRole("navigation", { name: "Navigation principale" });
      await navigation.getByRole("link", { name: "Référentiel" }).waitFor();
      await expectSound(page);
    },
  );
});
