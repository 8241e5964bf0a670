// A recruiter's first day: account, mail, company, verification, search.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, visitor, WIDE } from "./support/browser";
import { codeIn, linkIn } from "./support/mail";
import { account, DEMO, fillLogin, newPerson, PASSWORD, signIn, unique } from "./support/people";
import { CLOSED, drawSiret, UNKNOWN } from "./support/register";

const check = (page: Page) => page.getByRole("button", { name: "Vérifier ce SIRET" }).click();
const siretField = (page: Page) => page.getByRole("textbox", { name: "SIRET" });

describe.each([WIDE, PHONE])("at $width pixels", (size) => {
  it("a recruiter registers, proves the company through a review, and searches", async () => {
    const domain = `ateliers-${unique()}.test`;
    const person = newPerson(domain);
    const page = await visitor(size);
    await page.goto("/");
    await page.getByRole("link", { name: "Créer un compte" }).last().click();
    await page.getByRole("radio", { name: /Je suis recruteur/ }).check();
    await page.getByRole("textbox", { name: "Prénom" }).fill(person.firstName);
    await page.getByRole("textbox", { name: "Nom", exact: true }).fill(person.lastName);
    await page.getByRole("textbox", { name: "Adresse e-mail" }).fill(person.email);
    await page.getByRole("textbox", { name: "Mot de passe" }).fill("court");
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await page.getByText(/au moins 12 caractères/).waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Mot de passe" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await page.getByText(`Un message est parti vers ${person.email}`).waitFor();
    await expectSound(page);

    await page.goto("/connexion");
    await fillLogin(page, person.email);
    await page.getByText("n’est pas encore confirmée").waitFor();
    await expectSound(page);

    await page.goto(await linkIn(person.email, "/confirmer"));
    await page.getByText("Votre adresse est confirmée").waitFor();
    await expectSound(page);
    await page.getByRole("main").getByRole("link", { name: "Se connecter" }).click();
    await fillLogin(page, person.email);
    await page.getByRole("heading", { level: 1, name: "Mon entreprise" }).waitFor();

    await page.goto("/recherche");
    await page.getByText("La recherche est réservée aux recruteurs vérifiés").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Voir mon entreprise" }).click();

    await siretField(page).fill("732 829");
    await page.getByText("6 chiffres saisis sur 14").waitFor();
    await siretField(page).fill("73282932000079");
    await page.getByText("n’est pas un SIRET").first().waitFor();
    await check(page);
    await expectSound(page);
    await siretField(page).fill(drawSiret(UNKNOWN));
    await check(page);
    await expect.poll(() => siretField(page).getAttribute("aria-invalid")).toBe("true");
    await siretField(page).fill(drawSiret(CLOSED));
    await check(page);
    await page.getByText(/fermé/).first().waitFor();

    const siret = drawSiret();
    await siretField(page).fill(siret);
    await check(page);
    await page.getByText("Prouvez que vous représentez cette entreprise").waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Votre message" }).fill("Responsable du recrutement.");
    await page.getByRole("button", { name: "Demander un examen" }).click();
    await page.getByText("Votre demande est en cours d’examen").waitFor();
    await expectSound(page);

    await grant(siret.slice(0, 9), domain);
    await page.reload();
    await page.getByText("Votre entreprise est vérifiée").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Ouvrir la recherche" }).click();
    await page.getByRole("list", { name: "Profils trouvés" }).waitFor();
    await expectSound(page);

    await colleague(siret, domain);
  });
});

/** A platform admin grants the company, and accepts its domain for the people to come. */
async function grant(siren: string, domain: string): Promise<void> {
  const page = await visitor();
  await signIn(page, DEMO.platform, "/admin");
  const request = page.getByRole("listitem").filter({ hasText: `Ateliers ${siren}` });
  await request.getByText("Responsable du recrutement.").waitFor();
  await request.getByRole("button", { name: "Accorder" }).click();
  const dialog = page.getByRole("dialog");
  // Only the domain of an address that the person confirmed is offered.
  await dialog.getByRole("combobox", { name: /Domaine accepté/ }).selectOption(domain);
  await expectSound(page);
  await dialog.getByRole("button", { name: "Accorder" }).click();
  await request.waitFor({ state: "detached" });
}

/** Once a domain is accepted, a code sent to an address of it is enough. */
async function colleague(siret: string, domain: string): Promise<void> {
  const person = await account();
  const page = await visitor();
  await signIn(page, person.email, "/entreprise");
  await siretField(page).fill(siret);
  await check(page);
  const address = `${unique()}@${domain}`;
  await page.getByRole("textbox", { name: "Adresse professionnelle" }).fill(address);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  const code = page.getByRole("textbox", { name: "Code reçu" });
  await code.fill("000000");
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect.poll(() => code.getAttribute("aria-invalid")).toBe("true");
  await expectSound(page);
  await code.fill(await codeIn(address));
  await page.getByRole("button", { name: "Confirmer" }).click();
  await page.getByText("Votre entreprise est vérifiée").waitFor();
}
