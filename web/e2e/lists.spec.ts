// Two recruiters of one company, one at a desk and one with a phone: people found, kept on a list, noted, left out; a colleague
// invited who works on the list within her rights; people searched without their names.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE, settled, visitor, WIDE } from "./support/browser";
import { company } from "./support/companies";
import { type Seen, seen } from "./support/companyQuizzes";
import { linkIn } from "./support/mail";
import { account, apiOf, fillLogin, signIn, unique } from "./support/people";

const called = ({ person }: Seen) => `${person.firstName} ${person.lastName}`;
const card = (page: Page, name: string) => page.getByRole("article", { name });
const dialog = (page: Page) => page.getByRole("dialog");

describe("two recruiters", () => {
  it("keep people on a list they share, each within their rights", async () => {
    const [one, other] = [await seen(), await seen()];
    const boss = await company();
    const friend = await account();
    const desk = await visitor(WIDE);
    const phone = await visitor(PHONE);
    const name = `Accueil ${unique()}`;

    // Found by a skill and its level, both picked, kept on a list that is made on the way.
    await signIn(desk, boss.email, `/recherche?c=${one.skill.code}.3-&nom=${one.person.firstName}`);
    for (const person of [one, other]) {
      await desk.getByRole("checkbox", { name: `Choisir ${called(person)}` }).check();
    }
    const bar = desk.getByRole("region", { name: "Personnes choisies" });
    await bar.getByRole("button", { name: "Ajouter à une liste" }).click();
    await dialog(desk).getByRole("textbox", { name: "Nom de la liste" }).fill(name);
    await expectSound(desk);
    await desk.keyboard.press("Enter");
    await dialog(desk)
      .getByText(/^2 personnes ajoutées à/)
      .waitFor();
    await expectSound(desk);
    await dialog(desk).getByRole("link", { name: "Voir la liste" }).click();
    await desk.getByRole("heading", { level: 1, name }).waitFor();
    await expectSound(desk);
    const address = new URL(desk.url()).pathname;

    // How far one is with somebody, and what is worth knowing of them.
    const step = desk.getByRole("combobox", { name: `Étape de ${called(one)}` });
    await step.selectOption("Contact pris");
    await desk.getByRole("radio", { name: /^Contact pris 1/ }).check({ force: true });
    await desk.waitForURL(/etape=contact/);
    await card(desk, called(one)).waitFor();
    expect(await card(desk, called(other)).count()).toBe(0);
    await desk.getByRole("button", { name: `Notes sur ${called(one)}` }).press("Enter");
    await dialog(desk)
      .getByText(/donnée personnelle/)
      .waitFor();
    const note = dialog(desk).getByRole("textbox", { name: /^Nouvelle note/ });
    await note.fill("Disponible en mars.");
    await dialog(desk).getByRole("button", { name: "Ajouter la note" }).press("Enter");
    await dialog(desk).getByText("Disponible en mars.").waitFor();
    await expectSound(desk);
    await desk.keyboard.press("Escape");

    // A colleague is invited by mail, and joins.
    await desk.goto("/entreprise/membres");
    await desk.getByRole("textbox", { name: "Adresse e-mail" }).fill(friend.email);
    await desk.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await desk.getByText(`Invitation envoyée à ${friend.email}`).waitFor();
    await expectSound(desk);
    await phone.goto(await linkIn(friend.email, "/invitation-entreprise"));
    await fillLogin(phone, friend.email);
    const join = phone.getByRole("button", { name: "Accepter l’invitation" });
    await join.waitFor();
    await expectSound(phone);
    await join.click();
    await phone.getByText(/^Vous recrutez maintenant pour/).waitFor();
    await expectSound(phone);
    await phone.goto("/recrutement/listes");
    await phone.getByText("Aucune liste").waitFor();
    await expectSound(phone);

    // The list is shared: to be read first, then to be worked with.
    await desk.goto(address);
    await desk.getByRole("button", { name: "Partager" }).click();
    await dialog(desk).getByRole("combobox", { name: "Collègue" }).waitFor();
    await expectSound(desk);
    await dialog(desk).getByRole("button", { name: "Donner accès" }).click();
    const rights = dialog(desk).getByRole("combobox", { name: /^Droits de / });
    await rights.waitFor();
    await phone.reload();
    await phone.getByRole("link", { name }).click();
    await phone.getByText("Lecture", { exact: true }).waitFor();
    await card(phone, called(one)).waitFor();
    expect(await phone.getByRole("button", { name: /^Retirer de la liste/ }).count()).toBe(0);
    await phone.getByRole("button", { name: `Notes sur ${called(one)}` }).click();
    await dialog(phone).getByText(`${boss.firstName} ${boss.lastName}, le`).waitFor();
    expect(await dialog(phone).getByRole("button", { name: "Modifier" }).count()).toBe(0);
    await expectSound(phone);
    await phone.keyboard.press("Escape");
    await rights.selectOption({
      label: "Suivi : ajouter, déplacer, retirer".replace(" :", "\u00a0:"),
    });
    await settled(desk);
    await phone.reload();
    await phone
      .getByRole("combobox", { name: `Étape de ${called(other)}` })
      .selectOption("A répondu");
    await phone.getByRole("checkbox", { name: `Choisir ${called(other)}` }).check();
    const offer = phone.getByRole("link", { name: "Écrire une offre" });
    expect(await offer.getAttribute("href")).toContain(`profils=${other.profile}`);
    await expectSound(phone);

    // Whoever hides is shown no more, and stays as a line.
    const theirs = await apiOf(other.person.email);
    const { policy_version } = await theirs.get("me/visibility");
    await theirs.put("me/visibility", { visible: false, policy_version });
    await phone.reload();
    await card(phone, "Cette personne n’est plus visible").waitFor();
    expect(await phone.getByText(called(other)).count()).toBe(0);
    await expectSound(phone);
  });

  it("leave people out, take up what they asked, and search without names", async () => {
    const found = await seen();
    const boss = await company();
    const page = await visitor(WIDE);
    const api = await apiOf(boss.email);
    const search = `/recherche?c=${found.skill.code}.3-&nom=${found.person.lastName}`;
    await signIn(page, boss.email, search);
    const mine = page.getByRole("article").filter({ hasText: called(found) });

    // Left out of the results, and taken back from the page of those who are.
    await page.getByRole("button", { name: `Écarter ${called(found)} des résultats` }).click();
    await page.getByText(`${called(found)} ne figure plus dans vos résultats`).waitFor();
    await mine.waitFor({ state: "detached" });
    await expectSound(page);
    await page.getByRole("link", { name: "Voir les profils écartés" }).click();
    await card(page, called(found)).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: `Ne plus écarter ${called(found)}` }).press("Enter");
    await page.getByText("Aucun profil écarté").waitFor();

    // What was asked lately is taken up again.
    await page.getByRole("link", { name: "Historique" }).click();
    const again = page.getByRole("link", { name: /^Reprendre la recherche/ }).first();
    await expect
      .poll(async () => {
        if ((await again.count()) === 0) await page.reload();
        await settled(page);
        return await again.count();
      })
      .toBe(1);
    await page.getByText(found.skill.label).first().waitFor();
    await expectSound(page);
    await again.click();
    await page.waitForURL((url) => url.searchParams.get("nom") === found.person.lastName);

    // Without names, until somebody is on a list.
    await page.goto("/entreprise");
    await page.getByRole("switch", { name: /Masquer les noms/ }).check({ force: true });
    await page.getByText("Les noms sont masqués dans la recherche de votre entreprise.").waitFor();
    await expectSound(page);
    await page.goto(`/recherche?c=${found.skill.code}.3-`);
    await page
      .getByRole("heading", { name: /^Profil anonyme/ })
      .first()
      .waitFor();
    expect(await page.getByText(called(found)).count()).toBe(0);
    await expectSound(page);
    const list = await api.post("candidate-lists", { name: "Accueil" });
    await api.post(`candidate-lists/${list.id}/candidates`, { profiles: [found.profile] });
    await page.goto(`/recrutement/listes/${list.id}`);
    await card(page, called(found)).waitFor();
  });
});
