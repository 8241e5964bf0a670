// Who an organisation is: declared by its admin, compared with the public register, shown on what it issues.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, settled, visitor, WIDE } from "./support/browser";
import { linkIn } from "./support/mail";
import { account, apiOf, DEMO, signIn, unique } from "./support/people";
import { CLOSED, drawSiret, ndaOf, SILENT, UNCERTIFIED, UNKNOWN } from "./support/register";

/** The admin of a new organisation, on its page. */
async function founder(size = WIDE): Promise<{ page: Page; email: string; name: string }> {
  const name = `École ${unique()}`;
  const { email } = await account();
  const platform = await apiOf(DEMO.platform);
  await platform.post("admin/organisations", { name, admin_email: email });
  const page = await visitor(size);
  const link = await linkIn(email, "/invitation");
  await signIn(page, email, link);
  await page.getByRole("button", { name: "Accepter l’invitation" }).click();
  await page.getByText("Vous avez rejoint l’organisme").waitFor();
  await page.goto("/organisation");
  await panel(page).waitFor();
  return { page, email, name };
}

const panel = (page: Page) => page.getByRole("region", { name: "Identité de l’organisme" });
const field = (page: Page, name: string) => panel(page).getByRole("textbox", { name });

async function declare(page: Page, siret: string, nda = ndaOf(siret)): Promise<void> {
  await field(page, "SIRET").fill(siret);
  await field(page, "Numéro de déclaration").fill(nda);
  await panel(page).getByRole("button", { name: "Enregistrer" }).click();
  await panel(page).getByText("Identité enregistrée.").waitFor();
}

const says = (page: Page, words: string | RegExp) => panel(page).getByText(words).first().waitFor();

describe.each([WIDE, PHONE])("at $width pixels", (size) => {
  it("an identity is declared, confirmed, and its faults are told at their field", async () => {
    const { page } = await founder(size);
    await says(page, "Il manque le SIRET ou le numéro de déclaration d’activité");
    await expectSound(page);

    await field(page, "SIRET").fill("73282932000079");
    await field(page, "Numéro de déclaration").fill("12");
    await panel(page).getByRole("button", { name: "Enregistrer" }).click();
    await says(page, "n’est pas un SIRET");
    await says(page, /compte 11.chiffres/);
    expect(await field(page, "SIRET").getAttribute("aria-invalid")).toBe("true");
    await expectSound(page);

    await field(page, "Raison sociale").fill("École du Rhône SAS");
    await panel(page).getByRole("checkbox", { name: "L’organisme est certifié Qualiopi" }).check();
    // Each kind of action has its days: both, or none.
    const from = panel(page).getByLabel(/^Action de formation.: valable à partir du$/);
    const until = panel(page).getByLabel(/^Action de formation.: valable jusqu’au$/);
    await from.fill("2025-01-06");
    await panel(page).getByRole("button", { name: "Enregistrer" }).click();
    await says(page, "Indiquez le premier et le dernier jour de validité");
    await until.fill("2099-01-05");
    await declare(page, drawSiret());
    expect([await from.inputValue(), await until.inputValue()]).toEqual([
      "2025-01-06",
      "2099-01-05",
    ]);
    await says(page, "Confirmée par le registre public");
    await says(page, /Registre public consulté le/);
    await expectSound(page);
  });
});

describe("what the register says otherwise", () => {
  it("is told in plain words, point by point", async () => {
    const { page } = await founder();
    await panel(page).getByRole("checkbox", { name: "L’organisme est certifié Qualiopi" }).check();
    await declare(page, drawSiret(UNCERTIFIED));
    await says(page, /Vous déclarez la certification Qualiopi/);
    await expectSound(page);

    const siret = drawSiret();
    await declare(page, siret, "11755432175");
    await says(page, /sous un autre numéro de déclaration d’activité/);
    await says(page, /connus du registre/);

    await declare(page, drawSiret(CLOSED));
    await says(page, /est fermé/);
    await declare(page, drawSiret(UNKNOWN));
    await says(page, /Aucun établissement ne porte ce SIRET/);

    await declare(page, drawSiret(SILENT));
    await says(page, /n’a pas répondu/);
    await expectSound(page);

    const admin = await visitor();
    await signIn(admin, DEMO.platform, "/admin/organisations");
    await settled(admin);
    await admin.getByText("Contredite par le registre").first().waitFor();
    await expectSound(admin);
  });

  it("a SIRET that another organisation bears is refused at its field", async () => {
    const first = await founder();
    const siret = drawSiret();
    await declare(first.page, siret);
    const second = await founder();
    await field(second.page, "SIRET").fill(siret);
    await panel(second.page).getByRole("button", { name: "Enregistrer" }).click();
    await says(second.page, "Un organisme porte déjà ce SIRET.");
    await expectSound(second.page);
  });
});

describe("two people at once", () => {
  it("the second one sees what the first one saved, and chooses", async () => {
    const { page, email } = await founder();
    const other = await visitor();
    await signIn(other, email, "/organisation");
    await panel(other).waitFor();
    await declare(page, drawSiret());
    await field(other, "Raison sociale").fill("Autre nom");
    await panel(other).getByRole("button", { name: "Enregistrer" }).click();
    await says(other, /Une autre personne l’a modifié entre-temps/);
    await expectSound(other);
    await panel(other).getByRole("button", { name: "Garder ma saisie" }).click();
    await panel(other).getByRole("button", { name: "Enregistrer" }).click();
    await says(other, "Identité enregistrée.");
  });
});

describe("what the organisation issues", () => {
  it("bears its identity: the sheet of a training, and a validation in the passport", async () => {
    const trainer = await visitor();
    await signIn(trainer, DEMO.trainer, "/compte");
    const api = await apiOf(DEMO.orgAdmin);
    const organisation = (await api.get("me/organisations")).items[0].id as string;
    const title = `Soudage ${unique()}`;
    const training = await api.post(`organisations/${organisation}/trainings`, { title });
    await trainer.goto(`/formations/${organisation}/${training.id}`);
    const sheet = trainer.getByRole("region", { name: "Organisme" });
    await sheet.getByText(/Déclaration d’activité enregistrée sous le numéro/).waitFor();
    await sheet.getByText("Certifié Qualiopi").waitFor();
    await expectSound(trainer);

    for (const size of [WIDE, PHONE]) {
      const trainee = await visitor(size);
      await signIn(trainee, DEMO.trainee, "/mes-competences");
      await trainee
        .getByRole("button", { name: /1 validation/ })
        .first()
        .click();
      await trainee
        .getByText(/Déclaration d’activité enregistrée sous le numéro/)
        .first()
        .waitFor();
      await trainee.getByText("Certifié Qualiopi").first().waitFor();
      await expectSound(trainee);
    }
  });
});
