// Running the platform: recruiters, organisations, index, catalogue.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled, visitor } from "./support/browser";
import { linkIn } from "./support/mail";
import { account, apiOf, DEMO, fillLogin, signIn, unique } from "./support/people";
import { withdraw } from "./support/publisher";
import { drawSiret } from "./support/register";

const NO_REASON = "Indiquez le motif";

describe("recruiters", () => {
  it("are refused with a reason that they read, ask again, are granted, suspended, reinstated", async () => {
    const admin = await visitor();
    await signIn(admin, DEMO.platform, "/admin");
    // Somebody new: the demo's recruiters stay as the other stories expect them.
    const recruiter = await visitor();
    await signIn(recruiter, (await account()).email, "/entreprise");
    const siret = drawSiret();
    const name = `Ateliers ${siret.slice(0, 9)}`;
    await recruiter.getByRole("textbox", { name: "SIRET" }).fill(siret);
    await recruiter.getByRole("button", { name: "Vérifier ce SIRET" }).click();
    await askReview(recruiter, "Bonjour.");

    await admin.reload();
    await decide(admin, name, "Refuser", "Nous n’avons pas pu joindre votre entreprise.");
    await recruiter.reload();
    await recruiter.getByText("Votre demande a été refusée").waitFor();
    await recruiter.getByText("Nous n’avons pas pu joindre votre entreprise.").waitFor();
    await expectSound(recruiter);

    // A refusal is final: what follows is a new request.
    await recruiter.getByRole("button", { name: "Refaire une demande" }).click();
    await recruiter.getByRole("dialog").getByRole("button", { name: "Recommencer" }).click();
    await askReview(recruiter, "Voici notre numéro.");

    await admin.reload();
    await card(admin, name).getByText("Voici notre numéro.").waitFor();
    await card(admin, name).getByRole("button", { name: "Accorder" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Accorder" }).click();
    await card(admin, name).waitFor({ state: "detached" });
    await recruiter.goto("/recherche");
    await recruiter.getByRole("list", { name: "Profils trouvés" }).waitFor();

    await show(admin, "Accordé");
    await decide(admin, name, "Suspendre", "Établissement signalé.");
    await recruiter.reload();
    await recruiter.getByText("Votre entreprise n’est pas encore vérifiée").waitFor();
    await recruiter.goto("/entreprise");
    await recruiter.getByText("Votre accès est suspendu").waitFor();
    await recruiter.getByText("Établissement signalé.").waitFor();
    await expectSound(recruiter);
    await recruiter.getByText("Vous ne pouvez pas quitter cette entreprise").waitFor();
    expect(await recruiter.getByRole("button", { name: "Quitter cette entreprise" }).count()).toBe(
      0,
    );
    await expectSound(recruiter);

    await show(admin, "Suspendu");
    await card(admin, name).getByRole("button", { name: "Rétablir" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Rétablir" }).click();
    await card(admin, name).waitFor({ state: "detached" });
    await expectSound(admin);
  });
});

async function askReview(page: Page, message: string): Promise<void> {
  await page.getByRole("textbox", { name: "Votre message" }).fill(message);
  await page.getByRole("button", { name: "Demander un examen" }).click();
  await page.getByText("Votre demande est en cours d’examen").waitFor();
}

const card = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

const show = (page: Page, status: string) =>
  page.getByRole("combobox", { name: "Afficher" }).selectOption({ label: status });

/** Takes a decision that needs a reason, and tries without one first. */
async function decide(page: Page, name: string, label: string, reason: string): Promise<void> {
  await card(page, name).getByRole("button", { name: label }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: label }).click();
  await dialog.getByText(NO_REASON).waitFor();
  await expectSound(page);
  await dialog.getByRole("textbox", { name: "Motif" }).fill(reason);
  await dialog.getByRole("button", { name: label }).click();
  await card(page, name).waitFor({ state: "detached" });
}

describe("organisations", () => {
  it("are created with their first admin, who invites somebody; suspended and reinstated", async () => {
    const name = `Campus ${unique()}`;
    const first = await account();
    const admin = await visitor();
    await signIn(admin, DEMO.platform, "/admin/organisations");
    await admin.getByRole("textbox", { name: "Nom de l’organisme" }).fill(name);
    await admin.getByRole("textbox", { name: /premier administrateur/ }).fill(first.email);
    await admin.getByRole("button", { name: "Créer et inviter" }).click();
    await admin.getByText(`« ${name} » est créé`).waitFor();
    await expectSound(admin);

    const page = await visitor();
    await page.goto(await linkIn(first.email, "/invitation"));
    await fillLogin(page, first.email);
    await page.getByRole("button", { name: "Accepter l’invitation" }).click();
    await page.getByText("Vous avez rejoint l’organisme").waitFor();
    await expectSound(page);
    await page.goto("/organisation");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    const second = await account();
    await page.getByRole("textbox", { name: "Adresse e-mail" }).fill(second.email);
    await page
      .getByRole("combobox", { name: "Rôle", exact: true })
      .selectOption({ label: "Formateur" });
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await page.getByText(`Invitation envoyée à ${second.email}`).waitFor();
    await expectSound(page);

    const joining = await visitor();
    await joining.goto(await linkIn(second.email, "/invitation"));
    await fillLogin(joining, second.email);
    await joining.getByRole("button", { name: "Accepter l’invitation" }).click();
    await joining.getByText("Vous avez rejoint l’organisme").waitFor();

    await page.reload();
    const role = page.getByRole("combobox", {
      name: `Rôle de ${second.firstName} ${second.lastName}`,
    });
    await role.selectOption({ label: "Responsable" });
    await settled(page);
    await page.reload();
    await expect.poll(() => role.inputValue()).toBe("manager");
    await page
      .getByRole("button", { name: `Retirer ${second.firstName} ${second.lastName}` })
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
    await role.waitFor({ state: "detached" });

    const sheet = admin.getByRole("listitem").filter({ hasText: name });
    await sheet.getByRole("button", { name: "Suspendre" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Contrôle en cours.");
    await dialog.getByRole("button", { name: "Suspendre" }).click();
    await sheet.getByText("Suspendu").waitFor();
    await sheet.getByRole("button", { name: "Rétablir" }).click();
    await dialog.getByRole("button", { name: "Rétablir" }).click();
    await sheet.getByText("Actif").waitFor();
  });

  it.each(SIZES)("lose a SIRET they had no right to ($width pixels)", async (size) => {
    const name = `Campus ${unique()}`;
    const platform = await apiOf(DEMO.platform);
    const first = await account();
    const siret = drawSiret();
    await platform.post("admin/organisations", { name, siret, admin_email: first.email });
    const admin = await visitor(size);
    await signIn(admin, DEMO.platform, "/admin/organisations");
    const sheet = admin.getByRole("listitem").filter({ hasText: name });
    await sheet.getByRole("button", { name: "Retirer le SIRET" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("button", { name: "Retirer le SIRET" }).click();
    await dialog.getByText(NO_REASON).waitFor();
    await expectSound(admin);
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Numéro d’un autre organisme.");
    await dialog.getByRole("button", { name: "Retirer le SIRET" }).click();
    await sheet.getByText(/^SIRET .* retiré par la plateforme/).waitFor();
    expect(await sheet.getByRole("button", { name: "Retirer le SIRET" }).count()).toBe(0);
    await expectSound(admin);
    await sheet.getByRole("button", { name: /^Autoriser de nouveau/ }).click();
    await dialog.getByRole("button", { name: "Autoriser de nouveau" }).click();
    await sheet.getByText(/retiré par la plateforme/).waitFor({ state: "detached" });
  });
});

const history = (page: Page) =>
  page.getByRole("list", { name: "Historique des imports" }).locator("> li");

/** The real answer, but for what a story needs otherwise. */
async function sync(page: Page, otherwise: object): Promise<void> {
  await page.unroute("**/api/v1/admin/catalog");
  await page.route("**/api/v1/admin/catalog", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), ...otherwise } });
  });
}

describe("index and catalogue", () => {
  it("says when the index cannot be written", async () => {
    const page = await visitor();
    // The real answer, but for the state: a full disk is not to be had here.
    await page.route("**/api/v1/admin/index", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), state: "failing" },
      });
    });
    await signIn(page, DEMO.platform, "/admin/index");
    await page.getByText("Écriture impossible").waitFor();
    await expectSound(page);
  });

  it("shows the index and rebuilds it while it serves", async () => {
    const page = await visitor();
    await signIn(page, DEMO.platform, "/admin/index");
    const value = (name: string) =>
      page.locator("dl > div").filter({ hasText: name }).locator("dd").innerText();
    const documents = await value("Profils indexés");
    expect(Number(documents.replace(/\D/g, ""))).toBeGreaterThan(0);
    const generation = await value("Génération");
    await page.getByRole("button", { name: "Reconstruire l’index" }).click();
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: "Reconstruire l’index" }).click();
    await expect
      .poll(() => value("Génération"), { timeout: 60_000, interval: 1000 })
      .not.toBe(generation);
    await page.getByText("En service").waitFor();
    expect(await value("Profils indexés")).toBe(documents);
  });

  it("names the release of the catalogue and what its imports did", async () => {
    const page = await visitor();
    await signIn(page, DEMO.platform, "/admin/catalogue");
    await page.getByRole("heading", { name: /^Version/ }).waitFor();
    await history(page).first().getByText("Origine").waitFor();
    await expectSound(page);
  });

  it.each(SIZES)("asks the publisher, and says that nothing came ($width pixels)", async (size) => {
    await withdraw();
    const page = await visitor(size);
    await signIn(page, DEMO.platform, "/admin/catalogue");
    await page.getByRole("button", { name: "Comparer maintenant" }).click();
    await page.getByText("L’archive n’a pas pu être obtenue, rien n’a été modifié.").waitFor();
    await history(page).first().getByText("Échoué").waitFor();
    await history(page).first().getByText("404").waitFor();
    await expectSound(page);
  });

  it("says when an import is asked for already, and when downloads are off", async () => {
    const page = await visitor();
    const refusal = {
      status: 409,
      code: "import_running",
      title: "Une mise à jour est déjà demandée.",
    };
    await page.route("**/api/v1/admin/catalog-imports", async (route) => {
      if (route.request().method() === "POST") await route.fulfill({ status: 409, json: refusal });
      else await route.continue();
    });
    await signIn(page, DEMO.platform, "/admin/catalogue");
    await page.getByRole("button", { name: "Comparer maintenant" }).click();
    await page.getByText("Une mise à jour est déjà demandée.").waitFor();
    await page.getByText("Attendez la fin de la demande en cours").waitFor();
    await expectSound(page);

    await sync(page, { running: true });
    await page.reload();
    await page.getByText("L’éditeur du référentiel est interrogé").waitFor();
    expect(await page.getByRole("button", { name: "Comparer maintenant" }).isDisabled()).toBe(true);
    await expectSound(page);

    await sync(page, { next_check_at: null });
    await page.reload();
    await page.getByText("Le téléchargement du référentiel est désactivé").waitFor();
    expect(await page.getByRole("button", { name: "Comparer maintenant" }).count()).toBe(0);
    await expectSound(page);

    // With an account, the API can still be asked.
    const api = { last_attempt: null, last_success_at: null, paused_until: null };
    await sync(page, { next_check_at: null, api });
    await page.reload();
    await page.getByText("L’archive n’est plus demandée.").waitFor();
    await page.getByRole("button", { name: "Comparer maintenant" }).waitFor();
    await page.getByRole("button", { name: "Mettre à jour maintenant" }).click();
    await page
      .getByRole("dialog")
      .getByText(/demande à l’API France Travail/)
      .waitFor();
    await expectSound(page);
  });

  it.each(SIZES)(
    "offers to accept losses once an archive was refused ($width pixels)",
    async (size) => {
      const page = await visitor(size);
      const asked: unknown[] = [];
      await page.route("**/api/v1/admin/catalog-imports", async (route) => {
        if (route.request().method() !== "POST") return await route.continue();
        asked.push(route.request().postDataJSON());
        await route.fulfill({ status: 202 });
      });
      await sync(page, {
        last_attempt: {
          id: "0199c2f0-0000-7000-8000-000000000001",
          release: 900,
          source: "download",
          outcome: "refused",
          added: 0,
          changed: 0,
          retired: 0,
          error: "L’archive est refusée : la liste des métiers raccourcit.",
          notices: [],
          summary: "version 60 → version 900",
          started_at: "2026-03-04T04:00:00Z",
          finished_at: "2026-03-04T04:00:12Z",
        },
      });
      await signIn(page, DEMO.platform, "/admin/catalogue");
      await page.getByRole("button", { name: "Mettre à jour maintenant" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("checkbox", { name: "Accepter les pertes" }).check();
      await expectSound(page);
      await dialog.getByRole("button", { name: "Mettre à jour" }).click();
      await dialog.waitFor({ state: "detached" });
      expect(asked).toEqual([{ dry_run: false, accept_losses: true }]);
    },
  );
});
