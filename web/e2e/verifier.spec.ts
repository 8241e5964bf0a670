// Whoever holds a file checks it on a page that connects to nothing: served, or saved and opened from the disk.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { expectSound, SIZES, visitor, WIDE } from "./support/browser";
import { apiOf, DEMO } from "./support/people";
import { server } from "./support/server";

const PATH = "/verifier-hors-ligne";
const INPUT = "Choisissez un ou plusieurs fichiers";

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** An export of the demo trainee's passport. */
async function exported(format: "json" | "pdf" | "zip"): Promise<Buffer> {
  const trainee = await apiOf(DEMO.trainee);
  const { id } = await trainee.post("me/passport/exports", { format });
  const path = `me/passport/exports/${id}`;
  await expect
    .poll(async () => (await trainee.get(path)).status, { timeout: 60_000 })
    .toBe("ready");
  return trainee.bytes(`${path}/file`);
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "", buffer });

async function give(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  await page.getByLabel(INPUT).setInputFiles(files);
  await page.getByText(`Fichiers contrôlés : ${files.length}.`).waitFor();
}

/** Whatever the page asks for after it was opened. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}

describe("the page that checks offline", () => {
  it("accepts what was issued, refuses what was changed, and asks for nothing", async () => {
    const files = {
      "carnet.json": await exported("json"),
      "carnet.pdf": await exported("pdf"),
      "carnet.zip": await exported("zip"),
    };
    for (const size of SIZES) {
      const page = await visitor(size);
      await page.goto(PATH);
      const asked = askedBy(page);
      await expectSound(page);
      for (const [name, bytes] of Object.entries(files)) {
        await give(page, file(name, bytes));
        await page.getByText("Authentique", { exact: true }).waitFor();
        await page.getByText(/Une révocation après le/).waitFor();
        const changed = Buffer.from(bytes);
        const middle = changed.length >> 1;
        changed[middle] = (changed[middle] ?? 0) ^ 1;
        await give(page, file(name, changed));
        await page.getByText("Refusé", { exact: true }).waitFor();
      }
      await expectSound(page);
      expect(asked).toEqual([]);
    }
  });

  it("works once it was saved, from the disk and without a connection", async () => {
    const answer = await fetch(`${server().url}${PATH}.html`);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const folder = await mkdtemp(join(tmpdir(), "carnet-verifier-"));
    folders.push(folder);
    const saved = join(folder, "verifier-hors-ligne.html");
    await writeFile(saved, await answer.text());
    const page = await visitor(WIDE, { offline: true });
    await page.goto(pathToFileURL(saved).href);
    await give(page, file("carnet.json", await exported("json")));
    await page.getByText("Authentique", { exact: true }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Authentic", { exact: true }).waitFor();
  });

  it("cannot connect, even if it were made to", async () => {
    const page = await visitor();
    await page.goto(PATH);
    const isRefused = await page.evaluate(() =>
      fetch("/health/live").then(
        () => false,
        () => true,
      ),
    );
    expect(isRefused).toBe(true);
  });
});
