// Who still works here: asked of a company every quarter, answered by its admin; what becomes of those whom nobody confirms.
import { describe, expect, it } from "vitest";
import { expectSoundAtEverySize } from "./support/browser";
import { colleague, company } from "./support/companies";
import { runNow, sql } from "./support/database";
import { apiOf, type Person } from "./support/people";
import { opened } from "./support/sessions";

/** The job that asks, and that suspends whom nobody confirmed in time. */
const CONFIRM = "confirm_members";

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
/** Whether somebody may search for their company. */
const searches = async ({ email }: Person): Promise<boolean> => {
  const api = await apiOf(email);
  return await api.post("profile-search", {}).then(
    () => true,
    () => false,
  );
};

describe("who still works here", () => {
  it("is asked after a quarter; whom nobody confirms is let out, and in again", async () => {
    const boss = await company();
    const [stays, left] = [await colleague(boss), await colleague(boss)];
    const { company: ours } = await (await apiOf(boss.email)).get("me/company");
    const id = `(SELECT id FROM company WHERE siret = '${ours.siret}')`;
    await sql(
      `UPDATE recruiter SET status_at = now() - interval '92 days', confirmed_at = now() - interval '92 days'
       WHERE company_id = ${id}`,
    );
    await runNow(CONFIRM);

    const page = await opened(boss.email, "/notifications");
    await page.getByRole("link", { name: /^Confirmez avant le/ }).click();
    const asked = page.getByRole("region", { name: "Qui travaille encore ici" });
    await asked.getByText(/^Réponse attendue avant le/).waitFor();
    const submit = asked.getByRole("button", { name: "Confirmer leur présence" });
    // Nobody is named in advance.
    expect(await asked.getByRole("checkbox", { checked: true }).count()).toBe(0);
    expect(await submit.isDisabled()).toBe(true);
    await asked.getByRole("checkbox", { name: nameOf(stays) }).check();
    await expectSoundAtEverySize(page);
    await submit.click();
    await asked.getByText("2 présences confirmées, la vôtre comprise").waitFor();
    await asked.getByText("1 personne reste à confirmer ou à retirer.").waitFor();
    await expectSoundAtEverySize(page);
    expect(await searches(left)).toBe(true);

    // The month to answer is over.
    await sql(`UPDATE company SET members_due_at = now() WHERE siret = '${ours.siret}'`);
    await runNow(CONFIRM);
    expect([await searches(stays), await searches(left)]).toEqual([true, false]);
    await page.reload();
    await page.getByText("Accès fermé : présence non confirmée").waitFor();
    await asked.getByText(/son accès est fermé/i).waitFor();
    expect(await asked.getByText(/^Réponse attendue avant le/).count()).toBe(0);
    await expectSoundAtEverySize(page);
    await asked.getByRole("checkbox", { name: nameOf(left) }).check();
    await submit.click();
    await page.getByText("Accès fermé : présence non confirmée").waitFor({ state: "detached" });
    expect(await searches(left)).toBe(true);
  });
});
