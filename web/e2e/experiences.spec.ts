// An experience and its proofs: written, masked, put before an organisation of one's choice, completed, judged, read.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, settled, WIDE } from "./support/browser";
import { drawZone, judging, submitted, twoSkills } from "./support/experiences";
import { account, apiOf, DEMO, unique } from "./support/people";
import { picture } from "./support/picture";
import { opened } from "./support/sessions";

const dialogOf = (page: Page) => page.getByRole("dialog");

describe.each(SIZES)("at $width pixels", (size) => {
  it("an experience is written, proved, masked, submitted, completed and attested", async () => {
    const [{ organisation, name, grid }, skills, person] = await Promise.all([
      judging(),
      twoSkills(),
      account(),
    ]);
    const [first] = skills;
    if (!first) throw new Error("the job has skills");
    const title = `Trésorière ${unique()}`;

    const page = await opened(person.email, "/mes-experiences", size);
    await page.getByText("Aucune expérience pour l’instant").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Ajouter une expérience" }).click();
    await page.getByRole("heading", { level: 1, name: "Nouvelle expérience" }).waitFor();
    await page.getByRole("button", { name: "Créer le brouillon" }).click();
    await page.getByText("Ce champ est obligatoire.").waitFor();
    await expectSound(page);
    await page.getByRole("textbox", { name: "Intitulé" }).fill(title);
    await page.getByLabel("Premier jour").fill("2024-09-02");
    await page.getByLabel("Dernier jour (vide si elle continue)").fill("2024-01-01");
    await page.getByRole("textbox", { name: "Ce que vous avez fait" }).fill("Les comptes, seule.");
    const picker = page.getByRole("combobox", { name: "Ajouter une compétence à l’expérience" });
    await picker.fill(first.label);
    await page.getByRole("option").first().waitFor();
    await picker.press("Enter");
    await page.getByRole("combobox", { name: /^Niveau pour / }).selectOption("3");
    await page.getByRole("button", { name: "Créer le brouillon" }).click();
    await page.getByText("Ce jour précède le premier jour.").waitFor();
    await page.getByLabel("Dernier jour (vide si elle continue)").fill("2025-06-30");
    await page.getByRole("button", { name: "Créer le brouillon" }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await settled(page);
    await page.getByText("Brouillon", { exact: true }).waitFor();
    await page.getByText(/aucune pièce.*déclarée, non vérifiée/).waitFor();
    await expectSound(page);

    // A proof, and what others do not see of it.
    await page.getByLabel("Ajouter une pièce", { exact: true }).setInputFiles({
      name: "diplome.png",
      mimeType: "image/png",
      buffer: picture(),
    });
    await page.getByRole("heading", { level: 3, name: "diplome.png" }).waitFor();
    await page.getByRole("link", { name: "Masquer des zones de diplome.png" }).click();
    await page.getByRole("heading", { level: 1, name: /^Masquer des zones/ }).waitFor();
    await page.getByRole("img", { name: "Page 1 de la pièce" }).waitFor();
    await drawZone(page);
    await page.getByRole("button", { name: "Zone 1", exact: true }).waitFor();
    await page.getByRole("button", { name: "Ajouter une zone" }).click();
    const second = page.getByRole("button", { name: "Zone 2", exact: true });
    await expect.poll(() => second.evaluate((it) => it === document.activeElement)).toBe(true);
    await second.press("ArrowDown");
    await second.press("Shift+ArrowRight");
    expect(await page.getByLabel(/^Haut de la zone 2/).inputValue()).toMatch(/^41/);
    expect(await page.getByLabel(/^Largeur de la zone 2/).inputValue()).toMatch(/^41/);
    await expectSound(page);
    await second.focus();
    await second.press("Delete");
    await second.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Masquer ces zones" }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByText("1 zone masquée : les autres ne voient que la copie.").waitFor();
    const [copy] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Voir ce que voient les autres de diplome.png" }).click(),
    ]);
    expect(copy.suggestedFilename()).toBe("diplome (masqué).jpg");
    await expectSound(page);

    // Said, then put before an organisation.
    await page.getByRole("button", { name: "Déclarer", exact: true }).click();
    await page.getByRole("button", { name: "Soumettre à un organisme" }).click();
    await dialogOf(page).getByRole("button", { name: "Soumettre", exact: true }).click();
    await dialogOf(page).getByText("Choisissez un organisme.").waitFor();
    const found = dialogOf(page).getByRole("combobox", { name: "Chercher un organisme" });
    await found.fill(name);
    await dialogOf(page).getByRole("option").first().waitFor();
    await found.press("Enter");
    await dialogOf(page).getByRole("button", { name: "Soumettre", exact: true }).click();
    await dialogOf(page).waitFor({ state: "detached" });
    await page.getByText("Soumise", { exact: true }).first().waitFor();
    expect(await page.getByRole("link", { name: "Modifier" }).count()).toBe(0);
    await expectSound(page);

    // The organisation looks, and asks for more.
    const staff = await opened(DEMO.orgAdmin, `/organisations/${organisation}/experiences`, size);
    await expectSound(staff);
    await staff.getByRole("link", { name: title }).click();
    await staff.getByRole("heading", { level: 1, name: title }).waitFor();
    await staff.getByText("Les comptes, seule.").waitFor();
    await staff.getByText("copie avec zones masquées").waitFor();
    await expectSound(staff);
    const [seen] = await Promise.all([
      staff.waitForEvent("download"),
      staff.getByRole("button", { name: "Ouvrir diplome.png" }).click(),
    ]);
    expect(seen.suggestedFilename()).toBe("diplome (masqué).jpg");
    await staff.getByRole("radio", { name: "Demander un complément" }).check({ force: true });
    await staff.getByRole("button", { name: "Demander", exact: true }).click();
    await staff.getByText("Expliquez en quelques mots.").waitFor();
    await staff
      .getByRole("textbox", { name: "Ce qu’il faut ajouter ou préciser" })
      .fill("Quel logiciel ?");
    await staff.getByRole("button", { name: "Demander", exact: true }).click();
    await staff.getByText("Le complément est demandé.").waitFor();
    await expectSound(staff);

    // The person completes, and sees who opened what.
    await page.reload();
    await settled(page);
    await page.getByText("Quel logiciel ?").first().waitFor();
    await page.getByRole("button", { name: "Qui a ouvert les pièces" }).click();
    await page.getByText("a vu la copie masquée").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Modifier" }).click();
    const words = page.getByRole("textbox", { name: "Ce que vous avez fait" });
    await words.fill("Les comptes, seule, sur un tableur.");
    await expectSound(page);
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await page.getByRole("button", { name: `Envoyer à nouveau à ${name}` }).click();
    await dialogOf(page).getByRole("button", { name: "Envoyer à nouveau" }).click();
    await dialogOf(page).waitFor({ state: "detached" });
    await page.getByText("Soumise", { exact: true }).first().waitFor();

    // The two judgements.
    await staff.reload();
    await settled(staff);
    await staff.getByText("Les comptes, seule, sur un tableur.").waitFor();
    await staff.getByRole("button", { name: "Attester", exact: true }).click();
    await staff.getByText("Dites si les pièces sont authentiques.").waitFor();
    await expectSound(staff);
    await staff.getByRole("radio", { name: "Les pièces sont authentiques", exact: true }).check();
    const step = staff.getByRole("combobox", { name: /^Échelon pour / });
    await step.selectOption({ label: `Transmis ${grid} (4\u00a0expert)` });
    await staff.getByRole("button", { name: "Attester", exact: true }).click();
    await staff.getByText(/C’est attesté/).waitFor();
    await staff.getByText("Attestée à un autre niveau").waitFor();
    await expectSound(staff);

    await page.reload();
    await settled(page);
    await page.getByText("Attestée en partie", { exact: true }).first().waitFor();
    await page.getByText(new RegExp(`1.pièce.*attestée.*Transmis ${grid}`)).waitFor();
    await expectSound(page);
    // What was attested rests on it: it may go all the same, and its fingerprint stays.
    await page.getByRole("button", { name: "Retirer diplome.png" }).click();
    await dialogOf(page)
      .getByText(/Seule l’empreinte reste/)
      .waitFor();
    await dialogOf(page).getByRole("button", { name: "Retirer", exact: true }).click();
    await page.getByText("Pièce retirée", { exact: true }).waitFor();
    await expectSound(page);
  });
});

describe("an organisation", () => {
  it("refuses with a reason, and the person takes the experience back", async () => {
    const [there, skills, person] = await Promise.all([judging(), twoSkills(), account()]);
    const claims = skills.map(({ code }) => ({ skill: code, level: 3 }));
    const { id, title, submission } = await submitted(person.email, there, claims);
    const staff = await opened(
      DEMO.orgAdmin,
      `/organisations/${there.organisation}/experiences/${submission}`,
    );
    await staff.getByRole("radio", { name: "Refuser", exact: true }).check({ force: true });
    await staff.getByRole("button", { name: "Refuser l’expérience" }).click();
    await staff.getByText("Dites si les pièces sont authentiques.").waitFor();
    await expectSound(staff);
    await staff.getByRole("radio", { name: "Les pièces sont authentiques", exact: true }).check();
    await staff.getByRole("combobox", { name: "Motif" }).selectOption("insufficient");
    await staff.getByRole("textbox", { name: "Explication" }).fill("Il manque le relevé.");
    await staff.getByRole("button", { name: "Refuser l’expérience" }).click();
    await staff.getByText("L’expérience est refusée : la personne est prévenue.").waitFor();
    await expectSound(staff);
    // It has left what waits, and is found among what was refused.
    await staff.goto(`/organisations/${there.organisation}/experiences`);
    await settled(staff);
    expect(await staff.getByRole("link", { name: title }).count()).toBe(0);
    await staff.getByRole("combobox", { name: "État" }).selectOption("refusees");
    await staff.getByRole("link", { name: title }).waitFor();

    const page = await opened(person.email, `/mes-experiences/${id}`);
    await page.getByText("Il manque le relevé.").first().waitFor();
    await page.getByRole("button", { name: "Retirer l’expérience" }).click();
    await dialogOf(page).getByRole("button", { name: "Retirer l’expérience" }).click();
    await page.getByText("Retirée", { exact: true }).waitFor();
    await expectSound(page);
    // To anybody else it does not exist.
    const other = await opened(DEMO.trainee, `/mes-experiences/${id}`);
    await other.getByText("Cette expérience n’existe pas, ou n’est pas la vôtre.").waitFor();
    await expectSound(other);
  });

  it("proposes experiences by table, and the trainee accepts", async () => {
    const api = await apiOf(DEMO.orgAdmin);
    const [{ id }] = (await api.get("me/organisations")).items;
    const title = `Chantier ${unique()}`;
    const table = (email: string) => `e-mail;intitulé;début\r\n${email};${title};2025-05-05\r\n`;
    const page = await opened(DEMO.orgAdmin, `/organisations/${id}/experiences/proposer`);
    await expectSound(page);
    const give = (email: string) =>
      page.locator('input[type="file"]').setInputFiles({
        name: "table.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(table(email), "utf8"),
      });
    await give("personne@ailleurs.test");
    await page.getByText("Le tableau n’est pas accepté, et rien n’est écrit").waitFor();
    await page.getByText("Ligne 2").waitFor();
    await expectSound(page);
    await give(DEMO.trainee);
    await page.getByText("1 expérience serait proposée").waitFor();
    await page.getByRole("button", { name: "Proposer 1 expérience" }).click();
    await page.getByText("1 expérience est proposée").waitFor();
    await expectSound(page);

    const trainee = await opened(DEMO.trainee, "/mes-experiences", WIDE);
    await trainee.getByRole("link", { name: title }).click();
    await trainee.getByRole("button", { name: "Accepter et déclarer" }).click();
    await trainee.getByText("Déclarée", { exact: true }).waitFor();
    await expectSound(trainee);
  });
});
