// The roll without a connection: marks wait on the device, the page opens again, and nobody else sees or sends them.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { marksOf, underWay } from "./support/attendance";
import { expectSound, settled } from "./support/browser";
import { DEMO, signIn } from "./support/people";
import { PEOPLE, saved, status } from "./support/roll";
import { opened } from "./support/sessions";

/** What this device holds: files of the app, by path, and rolls, by name. */
const held = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    const files = found.flat().map(({ url }) => new URL(url).pathname);
    const rolls = Object.keys(localStorage).filter((name) => name.startsWith("carnet-session:"));
    return [...files, ...rolls.map((name) => name.replace("carnet-session:", ""))];
  });

describe("without a connection", () => {
  it("marks wait on the device, and leave once it is back, also from a page opened anew", async () => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path);
    const device = page.context();
    await device.setOffline(true);
    await status(page, "Ali Benali", "Présent").click();
    await status(page, "Camille Dupont", "Absent").click();
    await page.getByText(/Hors connexion.: 2 mentions gardées sur cet appareil/).waitFor();
    expect(await page.getByText("En attente d’envoi").count()).toBe(2);
    await expectSound(page);
    await device.setOffline(false);
    await saved(page);
    expect(await marksOf(at)).toMatchObject({ Benali: "present", Dupont: "absent" });

    // The page is closed before the connection is back.
    await device.setOffline(true);
    await status(page, "Noé Martin", "Dispensé").click();
    await page.getByText(/Hors connexion.: 1 mention gardée/).waitFor();
    await page.close();
    await device.setOffline(false);
    const again = await device.newPage();
    await again.goto(at.path);
    await settled(again);
    await saved(again);
    expect(await marksOf(at)).toMatchObject({ Martin: "excused" });
  });

  it("the roll opens again, and marks leave from any page once it is back", async () => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path);
    const device = page.context();
    await expect.poll(() => held(page), { timeout: 20_000 }).toContain(`roll:${at.slot}`);
    await expect
      .poll(() => held(page), { timeout: 20_000 })
      .toContainEqual(expect.stringMatching(/^\/assets\/SheetPane-/));
    await device.setOffline(true);
    await status(page, "Ali Benali", "Présent").click();
    await page.getByText(/Hors connexion.: 1 mention gardée/).waitFor();
    await page.reload();
    await page.getByText("Appel gardé sur cet appareil").waitFor();
    await page.getByText(/Hors connexion.: 1 mention gardée/).waitFor();
    expect(await status(page, "Ali Benali", "Présent").getAttribute("aria-pressed")).toBe("true");
    await status(page, "Camille Dupont", "Absent").click();
    await page.getByText(/Hors connexion.: 2 mentions gardées/).waitFor();
    await expectSound(page);
    await device.setOffline(false);
    await page.getByText("Appel gardé sur cet appareil").waitFor({ state: "detached" });
    await saved(page);
    expect(await marksOf(at)).toMatchObject({ Benali: "present", Dupont: "absent" });

    // The app alone is kept, and nothing that the API answered.
    const files = (await held(page)).filter((name) => name.startsWith("/"));
    expect(files.filter((name) => name !== "/" && !name.startsWith("/assets/"))).toEqual([]);

    // Another page, opened while the connection is away: what waits leaves from there.
    await device.setOffline(true);
    await status(page, "Noé Martin", "Dispensé").click();
    await page.getByText(/Hors connexion.: 1 mention gardée/).waitFor();
    await page.goto("/compte");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await device.setOffline(false);
    await expect.poll(() => marksOf(at), { timeout: 20_000 }).toMatchObject({ Martin: "excused" });
    await expectSound(page);

    // Who logs out leaves no roll behind.
    expect(await held(page)).toContain(`roll:${at.slot}`);
    await page
      .getByRole("button", { name: /^[A-ZÀ-Ý]/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Se déconnecter", exact: true }).click();
    await page.getByRole("link", { name: "Se connecter" }).first().waitFor();
    expect(await held(page)).not.toContain(`roll:${at.slot}`);
  });

  it("are neither seen nor sent by somebody else who signs in on the device", async () => {
    const at = await underWay(PEOPLE);
    const page = await opened(DEMO.trainer, at.path);
    const device = page.context();
    await device.setOffline(true);
    await status(page, "Ali Benali", "Absent").click();
    await page.getByText(/Hors connexion.: 1 mention gardée/).waitFor();
    await page.close();
    // The session of the trainer ends with its cookie; what waits on the device stays.
    await device.clearCookies();
    await device.setOffline(false);
    const other = await device.newPage();
    other.setDefaultTimeout(20_000);
    await signIn(other, DEMO.orgAdmin, at.path);
    await settled(other);
    await saved(other);
    expect(await other.getByText("Non pointé", { exact: true }).count()).toBe(4);
    expect(await marksOf(at)).toMatchObject({ Benali: "unmarked" });
    await device.clearCookies();
    const back = await device.newPage();
    await signIn(back, DEMO.trainer, at.path);
    await settled(back);
    await expect.poll(() => marksOf(at)).toMatchObject({ Benali: "absent" });
  });
});
