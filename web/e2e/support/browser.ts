// One browser per file of stories, a fresh visitor for each, and what is checked on every page.
import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { server } from "./server";

export const WIDE = { width: 1280, height: 860 };
export const PHONE = { width: 360, height: 740 };
export const SIZES = [WIDE, PHONE];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The shell is the same browser without its own windows, which the other draws even where nobody looks: a third less work.
const BROWSERS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

let browser: Browser;
const visits: BrowserContext[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CARNET_CHROMIUM ?? BROWSERS.find((path) => existsSync(path)),
    args: ["--no-sandbox"],
  });
});

afterEach(async () => {
  await Promise.all(visits.splice(0).map((visit) => visit.close()));
  // Whatever a story was about, no page may have crashed on the way.
  expect(faults.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
});

/** Somebody with a browser of their own: nothing stored, nobody logged in. */
export async function visitor(size = WIDE, more: BrowserContextOptions = {}): Promise<Page> {
  const visit = await browser.newContext({
    baseURL: server().url,
    viewport: size,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    reducedMotion: "reduce",
    ...more,
  });
  visits.push(visit);
  const page = await visit.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  return page;
}

/** Axe finds nothing, the page is not wider than the screen, and it has one title and one heading. */
export async function expectSound(page: Page): Promise<void> {
  await settled(page);
  // No page holds a frame: all of axe runs in the page itself, without a second one to gather results.
  expect(page.frames().length).toBe(1);
  // As people see it: axe is shown another layout.
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `horizontal scroll on ${page.url()}`).toBeLessThanOrEqual(0);
  await layOut(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    .setLegacyMode()
    .analyze();
  await putBack(page);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join("\n")}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  expect(await page.title()).toMatch(/^.+ · Carnet$/);
  expect(await page.locator("h1").count(), `headings of ${page.url()}`).toBe(1);
}

/** The same on a desk and on a phone. */
export async function expectSoundAtEverySize(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectSound(page);
  }
  if (before) await page.setViewportSize(before);
}

/** What sticks to an edge of the screen covers whatever is scrolled under it: it is checked at its own place. */
async function layOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (getComputedStyle(element).position !== "sticky") continue;
      element.dataset.laidOut = element.style.position;
      element.style.position = "static";
    }
  });
}

/** The page as people see it again. */
async function putBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("[data-laid-out]")) {
      element.style.position = element.dataset.laidOut ?? "";
      delete element.dataset.laidOut;
    }
  });
}

/** Nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"], [aria-label="Chargement en cours"]'),
  );
}
