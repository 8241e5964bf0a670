// A saved search that tells of those who match and did not before: switched on, run by the server on a morning, looked at.
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, settled } from "./support/browser";
import { company } from "./support/companies";
import { seen } from "./support/companyQuizzes";
import { runNow, sql } from "./support/database";
import { apiOf, unique } from "./support/people";
import { opened } from "./support/sessions";

/** The job that runs the searches whose time has come. */
const ALERTS = "alert_saved_searches";

describe("a saved search with an alert", () => {
  it("tells of whoever became visible since, once", async () => {
    const [before, boss] = [await seen(), await company()];
    const { code } = before.skill;
    const criteria = [{ skill: code, min_level: 3 }];
    const api = await apiOf(boss.email);
    const found = async (name: string) =>
      (await api.post("profile-search", { criteria, name })).total;
    await expect.poll(() => found(before.person.lastName), { timeout: 20_000 }).toBe(1);

    const name = `Veille ${unique()}`;
    const page = await opened(boss.email, `/recherche?c=${code}.3-&nom=${before.person.firstName}`);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /Nom de la recherche/ }).fill(name);
    await page.keyboard.press("Enter");
    await dialog.getByRole("link", { name: "Voir mes recherches" }).click();
    const often = page.getByRole("combobox", { name: /^Alerte de/ });
    await often.selectOption("Chaque matin");
    await page.getByText(/^Mise en place|^Seuls les nouveaux profils/).waitFor();
    await runNow(ALERTS);
    await page.reload();
    await page.getByText(/^Seuls les nouveaux profils.*Prochain passage le/).waitFor();
    await expectSoundAtEverySize(page);
    // Whoever matched when it was switched on is not new.
    expect(await page.getByRole("link", { name: /nouveaux? profils?$/ }).count()).toBe(0);

    const somebody = await seen();
    const called = `${somebody.person.firstName} ${somebody.person.lastName}`;
    await expect.poll(() => found(somebody.person.lastName), { timeout: 20_000 }).toBe(1);
    const [{ id }] = (await api.get("me/saved-searches")).items;
    const morning = async () => {
      await sql(`UPDATE saved_search SET alert_due_at = now() WHERE id = '${id}'`);
      await runNow(ALERTS);
    };
    await morning();
    await page.goto("/notifications");
    await page
      .getByRole("link", { name: "1 nouvelle personne correspond à une recherche enregistrée." })
      .click();
    await page.getByRole("link", { name: "Voir 1 nouveau profil" }).click();
    await page.getByText(new RegExp(`«.${name}.»`)).waitFor();
    await page.getByRole("heading", { name: called }).waitFor();
    expect(
      await page
        .getByRole("list", { name: "Nouveaux profils" })
        .getByText(/^Trouvé le/)
        .count(),
    ).toBe(1);
    await expectSoundAtEverySize(page);
    await page.getByRole("button", { name: "Tout marquer comme vu" }).click();
    await page.getByText("Aucun nouveau profil").waitFor();
    await expectSound(page);

    // The next morning has nothing to say.
    await morning();
    await page.goto("/recherche/enregistrees");
    await page.getByText(/^Seuls les nouveaux profils/).waitFor();
    await settled(page);
    expect(await page.getByRole("link", { name: /nouveaux? profils?$/ }).count()).toBe(0);
    const { items } = await api.get("me/notifications");
    expect(items.filter(({ kind }: { kind: string }) => kind === "search.matches").length).toBe(1);
  });
});
