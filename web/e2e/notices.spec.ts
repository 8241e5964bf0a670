// A new release of the catalogue: compared, applied, told to those whose trainings it concerns, decided line by line.
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { expectSound, PHONE, SIZES, settled, visitor } from "./support/browser";
import { pathIn } from "./support/mail";
import { account, apiOf, DEMO, signIn, unique } from "./support/people";
import { publish, withdraw } from "./support/publisher";
import { Release } from "./support/release";

/** A release is looked into every two minutes. */
const REVIEWED_MS = 200_000;
const RENAMED = { code: "K2204", after: "Agent / Agente de propreté" };
const REUSED = { code: "B1604", after: "Luthier / Luthière", movedTo: "B1806" };

const title = `Scène et son ${unique()}`;
const group = (page: Page) => page.getByRole("region", { name: title });
const line = (page: Page, words: string | RegExp) =>
  group(page).getByRole("listitem").filter({ hasText: words });

afterAll(withdraw);

/** A training of the demo's organisation that names what the release changes. */
async function writeTraining() {
  const api = await apiOf(DEMO.orgAdmin);
  const organisation = (await api.get("me/organisations")).items[0].id as string;
  const { skills } = await api.get("catalog/jobs/L1504");
  const [renamed, retired] = skills.filter((skill: { kind: string }) => skill.kind === "skill");
  const training = await api.post(`organisations/${organisation}/trainings`, {
    title,
    jobs: [{ code: RENAMED.code }, { code: REUSED.code }],
    skills: [renamed, retired].map(({ code }) => ({ skill: code, target: 3, pass: 2 })),
  });
  const path = `organisations/${organisation}/trainings/${training.id}`;
  return { renamed, retired, read: () => api.get(path), path };
}

/** What a recruiter looks for: a code that the release gives to something else, a skill that it retires. */
async function keepSearch(retired: string): Promise<string> {
  const api = await apiOf(DEMO.recruiter);
  const name = `Artistes ${unique()}`;
  const search = { criteria: [{ skill: retired }], rome: [REUSED.code] };
  await api.post("me/saved-searches", { name, search });
  return name;
}

const newest = (page: Page) =>
  page.getByRole("list", { name: "Historique des imports" }).locator("> li").first();

async function compareThenUpdate(page: Page): Promise<void> {
  await signIn(page, DEMO.platform, "/admin/catalogue");
  await page.getByRole("button", { name: "Comparer maintenant" }).click();
  await page.getByText("La comparaison est terminée, rien n’a été modifié.").waitFor();
  await newest(page).getByText("Comparé, rien modifié").waitFor();
  const changes = newest(page).getByRole("button", { name: "Ce que change la version 61" });
  await changes.press("Enter");
  const summary = newest(page).getByRole("region", { name: "Ce que change la version 61" });
  await summary.getByText(RENAMED.after).waitFor();
  await page.keyboard.press("Tab");
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await expectSound(page);

  // The header stays in place: what is half under it would be too small a target.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("button", { name: "Mettre à jour maintenant" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("checkbox").count()).toBe(0);
  await expectSound(page);
  await dialog.getByRole("button", { name: "Mettre à jour" }).click();
  await page.getByText("La version 61 est en place.").waitFor();
  await page.getByRole("heading", { level: 2, name: "Version 61" }).waitFor();
  await newest(page).getByText("Appliqué").waitFor();
}

/** Those who teach read a training as it was written, or with the names of today; each difference is explained. */
async function readInTime(inbox: string, training: string, before: string, after: string) {
  const page = await visitor();
  const organisation = inbox.split("/")[2];
  await signIn(page, DEMO.trainer, `/formations/${organisation}/${training.split("/")[3]}`);
  await page.getByText("Le référentiel a changé sur 4 lignes").waitFor();
  const skills = page.getByRole("region", { name: /^Compétences/ });
  await skills.getByText(before, { exact: true }).waitFor();
  await skills.getByText(`S’appelle aujourd’hui « ${after} ».`).waitFor();
  const jobs = page.getByRole("region", { name: "Métiers" });
  await jobs.getByText(new RegExp(`se trouve désormais sous ${REUSED.movedTo}`)).waitFor();
  await expectSound(page);
  await page.getByRole("radio", { name: "D’aujourd’hui" }).check({ force: true });
  await skills.getByText(after, { exact: true }).waitFor();
  await skills.getByText(`S’appelait « ${before} ».`).waitFor();
  await expectSound(page);
  await page.setViewportSize(PHONE);
  await expectSound(page);
}

/** A person reads their record with the names of today, or with those of the day each skill was written. */
async function holdInTime(email: string, before: string, after: string) {
  const page = await visitor();
  await signIn(page, email, "/mes-competences");
  await page.getByRole("heading", { level: 3, name: after }).waitFor();
  await page.getByText(`S’appelait « ${before} ».`).waitFor();
  await page.getByText(/^Déclarée le .* version 60 du référentiel\.$/).waitFor();
  await expectSound(page);
  await page.getByRole("radio", { name: "D’alors" }).check({ force: true });
  await page.waitForURL(/\?noms=alors$/);
  await page.getByRole("heading", { level: 3, name: before, exact: true }).waitFor();
  await page.getByText(`S’appelle aujourd’hui « ${after} ».`).waitFor();
  await expectSound(page);
  await page.setViewportSize(PHONE);
  await page.reload();
  await page.getByRole("heading", { level: 3, name: before, exact: true }).waitFor();
  await expectSound(page);
}

describe("a new release", () => {
  it("is compared, applied, told, and decided line by line", async () => {
    const { renamed, retired, read, path: training } = await writeTraining();
    const holder = await account();
    const held = { level: 3 };
    await (await apiOf(holder.email)).put(`me/skills/${renamed.code}`, held);
    const kept = await keepSearch(retired.code);
    const after = `${renamed.label} (nouveau)`;
    const release = new Release(61)
      .renameJob(RENAMED.code, RENAMED.after)
      .reuseJob(REUSED.code, REUSED.after, REUSED.movedTo)
      .renameSkill(renamed.code, after)
      .withoutSkill(retired.code);
    await publish(release.zip());
    const admin = await visitor();
    await compareThenUpdate(admin);

    const page = await visitor();
    const path = /\/organisations\/[0-9a-f-]+\/referentiel/;
    await signIn(page, DEMO.orgAdmin, await pathIn(DEMO.orgAdmin, path, REVIEWED_MS));
    await line(page, `s’appelle maintenant « ${RENAMED.after} »`).waitFor();
    await line(page, `Le code ${REUSED.code} désigne maintenant « ${REUSED.after} »`).waitFor();
    await line(page, `se trouve désormais sous ${REUSED.movedTo}`).waitFor();
    await line(page, `« ${retired.label} » n’est plus au référentiel.`).waitFor();
    await expectSound(page);
    const colleague = await visitor(PHONE);
    await signIn(colleague, DEMO.orgAdmin, new URL(page.url()).pathname);
    await line(colleague, RENAMED.after).waitFor();
    await expectSound(colleague);

    // What is linked to the catalogue, counted and kept for each release.
    const proof = page.getByRole("region", { name: "Preuve d’alignement" });
    await proof.getByText(/des éléments liés existent dans la version 61/).waitFor();
    await proof.getByRole("button", { name: "Ce qui est lié au référentiel" }).click();
    await proof.getByRole("rowheader", { name: "Compétences des formations" }).waitFor();
    await expectSound(page);

    await readInTime(new URL(page.url()).pathname, training, renamed.label, after);
    await holdInTime(holder.email, renamed.label, after);

    // By keyboard: what came of the decision takes the focus, and the next Tab goes on to the next line.
    const job = line(page, RENAMED.after);
    await job.getByRole("button", { name: /^Accepter/ }).press("Enter");
    await job.getByText("Acceptée").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain("publiez la formation");
    expect((await read()).content.jobs.map((each: { label: string }) => each.label)).toContain(
      RENAMED.after,
    );
    const skill = line(page, after);
    await skill.getByRole("button", { name: /^Garder/ }).click();
    await skill.getByText("Gardée").waitFor();
    await expectSound(page);

    // Somebody who still sees the line waiting learns that it was decided.
    const late = line(colleague, RENAMED.after);
    await late.getByRole("button", { name: /^Garder/ }).click();
    await late.getByText("Quelqu’un a décidé avant vous").waitFor();
    await late.getByText("Acceptée").waitFor();
    await expectSound(colleague);

    await page.getByRole("radio", { name: "Décidées" }).check({ force: true });
    await line(page, RENAMED.after).waitFor();
    expect(new URL(page.url()).search).toBe("?etat=decidees");
    await page.reload();
    await line(page, after)
      .getByText(/Décision du/)
      .waitFor();
    await page.getByRole("radio", { name: "À décider" }).check({ force: true });
    await line(page, REUSED.after).waitFor();
    expect(await line(page, RENAMED.after).count()).toBe(0);

    await group(page)
      .getByRole("button", { name: /^Voir seulement/ })
      .click();
    await page.waitForURL(/\?formation=/);
    await page
      .getByRole("combobox", { name: "Formation" })
      .selectOption({ label: "Toutes les formations" });
    await page.waitForURL((url) => url.search === "");
    await page.goto("/organisation");
    await page.getByText("2 lignes attendent une décision").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Voir les évolutions" }).click();
    await page.getByRole("heading", { level: 1, name: "Évolutions du référentiel" }).waitFor();

    // Those who teach read, and decide nothing.
    const trainer = await visitor();
    await signIn(trainer, DEMO.trainer, new URL(page.url()).pathname);
    await line(trainer, REUSED.after).waitFor();
    await trainer.getByText("Vous consultez cette page en lecture seule").waitFor();
    expect(await trainer.getByRole("button", { name: /^(Garder|Accepter)/ }).count()).toBe(0);
    await expectSound(trainer);
    const stranger = await visitor();
    await signIn(stranger, DEMO.trainee, new URL(page.url()).pathname);
    await stranger.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();

    // Who keeps searches is told once, and decides.
    const recruiter = await visitor();
    const searches = await pathIn(DEMO.recruiter, /\/recherche\/enregistrees/, REVIEWED_MS);
    await signIn(recruiter, DEMO.recruiter, searches);
    const mine = recruiter.getByRole("article", { name: kept });
    await mine.getByText(`Le code ${REUSED.code} désigne maintenant`).waitFor();
    await expectSound(recruiter);
    await mine.getByRole("radio", { name: new RegExp(REUSED.movedTo) }).check();
    await mine.getByRole("radio", { name: `Retirer «\u00a0${retired.label}\u00a0»` }).check();
    await mine.getByRole("button", { name: "Enregistrer mes choix" }).click();
    await mine.getByRole("link", { name: /^Ouvrir/ }).press("Enter");
    await recruiter.waitForURL((url) => url.searchParams.get("rome") === REUSED.movedTo);
    await settled(recruiter);

    const applied = newest(admin);
    const share = /(?:100|\d+,?\d*)\s%\sdes éléments liés existent dans la version 61/;
    await applied.getByText(share).waitFor({ timeout: REVIEWED_MS });
    await applied.getByRole("rowheader", { name: "Métiers des formations" }).waitFor();
    await applied.getByText("Formations concernées").waitFor();
    await applied.getByText(/1 recruteur prévenu/).waitFor();
    await expectSound(admin);
    await admin.setViewportSize(PHONE);
    await expectSound(admin);
  }, 400_000);
});

describe.each(SIZES)("at $width pixels", (size) => {
  const LIST = "**/api/v1/organisations/*/catalog-notices?*";
  const DECISION = "**/api/v1/organisations/*/catalog-notices/*/decision";
  const notice = {
    id: "0199c2f0-0000-7000-8000-000000000001",
    training_id: "0199c2f0-0000-7000-8000-0000000000aa",
    training: title,
    training_status: "published",
    subject: "job",
    code: "M1819",
    kind: "reused",
    before: "Études et développement informatique",
    after: "Conduite de projet numérique",
    replacement: { code: "M1856", label: "Développement web et mobile" },
    release: 61,
    created_at: "2026-03-04T04:00:00Z",
    decision: null,
    decided_at: null,
  };

  async function open(items: unknown[]): Promise<Page> {
    const api = await apiOf(DEMO.orgAdmin);
    const organisation = (await api.get("me/organisations")).items[0].id;
    const page = await visitor(size);
    await page.route(LIST, (route) => route.fulfill({ json: { items, next_cursor: null } }));
    await signIn(page, DEMO.orgAdmin, `/organisations/${organisation}/referentiel`);
    return page;
  }

  it("says that the trainings are aligned when nothing waits", async () => {
    const page = await open([]);
    await page
      .getByText(/Vos formations sont alignées sur la version \d+ du référentiel/)
      .waitFor();
    await expectSound(page);
  });

  it("says that an archived training cannot take the change, and lets the line be kept", async () => {
    const page = await open([notice]);
    await page.route(DECISION, async (route) => {
      const { decision } = route.request().postDataJSON();
      if (decision === "accepted") {
        const title = "Cette action n’est pas possible dans l’état actuel.";
        const body = { status: 409, code: "illegal_transition", title, current_state: "archived" };
        await route.fulfill({ status: 409, json: body });
      } else {
        const kept = { decision, decided_at: "2026-03-05T08:00:00Z", training_status: "archived" };
        await route.fulfill({ json: { ...notice, ...kept } });
      }
    });
    await page.getByRole("button", { name: /^Accepter/ }).click();
    await page.getByText("Cette formation est archivée").waitFor();
    expect(await page.getByRole("button", { name: /^Accepter/ }).isDisabled()).toBe(true);
    await expectSound(page);
    await page.getByRole("button", { name: /^Garder/ }).click();
    await page.getByText("Décision du 5 mars 2026.").waitFor();
    expect(await page.getByText("Cette formation est archivée").count()).toBe(0);
    await expectSound(page);
  });

  it("says beforehand that a training is archived", async () => {
    const page = await open([{ ...notice, training_status: "archived" }]);
    await group(page).getByText("Archivée", { exact: true }).waitFor();
    await page.getByText(/Restaurez-la pour accepter un changement/).waitFor();
    expect(await page.getByRole("button", { name: /^Accepter/ }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: /^Garder/ }).isEnabled()).toBe(true);
    await expectSound(page);
  });

  it("gives the line back when a decision did not reach the server", async () => {
    const page = await open([notice]);
    await page.route(DECISION, (route) =>
      route.fulfill({
        status: 500,
        json: { status: 500, code: "internal", title: "Erreur interne." },
      }),
    );
    await page.getByRole("button", { name: /^Garder/ }).click();
    await page.getByText("Erreur interne.").waitFor();
    await page.getByRole("button", { name: /^Garder/ }).waitFor();
    await settled(page);
    await expectSound(page);
  });

  it("says why the list could not be read, and tries again", async () => {
    const page = await open([]);
    await page.unroute(LIST);
    const refusal = {
      status: 403,
      code: "forbidden",
      title: "Vous n’avez pas le droit de faire cela.",
    };
    await page.route(LIST, (route) => route.fulfill({ status: 403, json: refusal }));
    await page.reload();
    await page.getByText("Vous n’avez pas le droit de faire cela.").waitFor();
    await expectSound(page);
    await page.unroute(LIST);
    await page.route(LIST, (route) =>
      route.fulfill({ json: { items: [notice], next_cursor: null } }),
    );
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.getByText("Conduite de projet numérique").waitFor();
  });
});
