// Those who write in a room: one is not read any more by somebody who blocks them, another is put out and let in again; who writes
// is a setting; and those who train have a room of their own.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE } from "./support/browser";
import { apiOf, DEMO, type Person } from "./support/people";
import { more, roomOf, said, say, talking, write } from "./support/rooms";
import { opened, sessionPath } from "./support/sessions";

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
const inDialog = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name }).click();
const notFound = (page: Page) =>
  page.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();

describe("somebody who writes", () => {
  it("is blocked by one of those who read, and read again", async () => {
    const { trainee, others, room } = await talking(2);
    const [other] = others as [Person];
    await say(other.email, room, "Avant le blocage");
    await say(DEMO.trainer, room, "Bonjour à vous");
    const phone = await opened(trainee.email, `/salons/${room}`, PHONE);
    const first = said(phone).filter({ hasText: "Avant le blocage" });
    await more(said(phone).filter({ hasText: "Bonjour à vous" }));
    await phone.getByRole("button", { name: "Signaler" }).waitFor();
    expect(await phone.getByRole("button", { name: "Bloquer" }).count()).toBe(0);
    await more(first);
    await first.getByRole("button", { name: "Bloquer" }).click();
    const dialog = phone.getByRole("dialog");
    await dialog.getByText(/Cette personne n’en est pas informée/).waitFor();
    expect(await dialog.getByRole("checkbox").count()).toBe(0);
    await expectSoundAtEverySize(phone);
    await inDialog(phone, "Bloquer");
    const hidden = phone.getByText("Message d’une personne que vous avez bloquée");
    await hidden.waitFor();
    await say(other.email, room, "Après le blocage");
    await expect.poll(() => hidden.count()).toBe(2);
    expect(await phone.getByText(/le blocage/).count()).toBe(0);
    await expectSound(phone);
    // Whoever trains is read by everybody all the same, and nobody else misses a word.
    await phone.getByText("Bonjour à vous").waitFor();
    const theirs = await opened(other.email, `/salons/${room}`, PHONE);
    await said(theirs).filter({ hasText: "Après le blocage" }).waitFor();

    await phone.goto("/salons");
    await phone.getByRole("button", { name: "Personnes que vous avez bloquées" }).click();
    await phone.getByRole("button", { name: `Débloquer ${nameOf(other)}` }).click();
    await phone
      .getByRole("dialog")
      .getByText(/de nouveau montrés/)
      .waitFor();
    await expectSoundAtEverySize(phone);
    await inDialog(phone, "Débloquer");
    await phone.getByText("Vous n’avez bloqué personne.").waitFor();
    await expectSound(phone);
    await phone.getByRole("link", { name: /^Salon général/ }).click();
    await said(phone).filter({ hasText: "Avant le blocage" }).waitFor();
    await said(phone).filter({ hasText: "Après le blocage" }).waitFor();
  });

  it("reads why a message went, is put out, and let in again", async () => {
    const { trainee, room } = await talking();
    const name = nameOf(trainee);
    await say(trainee.email, room, "Achetez mes cours");
    const trainer = await opened(DEMO.trainer, `/salons/${room}`);
    const phone = await opened(trainee.email, `/salons/${room}`, PHONE);
    await more(said(trainer).first());
    await trainer.getByRole("button", { name: "Retirer" }).click();
    const dialog = trainer.getByRole("dialog");
    await inDialog(trainer, "Retirer");
    await dialog.getByText("Indiquez le motif", { exact: false }).waitFor();
    await dialog.getByRole("textbox").fill("Rien à vendre ici");
    await expectSoundAtEverySize(trainer);
    await inDialog(trainer, "Retirer");
    await trainer.getByText("Message retiré par l’équipe").waitFor();
    await phone.getByText("Message retiré par l’équipe").waitFor();
    await expectSound(phone);
    await phone.goto("/notifications");
    await phone.getByText(/a été retiré.*Rien à vendre ici/).waitFor();
    await phone.goto(`/salons/${room}`);

    // Reported by a colleague, the next one has its author put out.
    const { id } = await say(trainee.email, room, "Achetez encore");
    const colleague = await apiOf(DEMO.orgAdmin);
    await colleague.post(`rooms/${room}/messages/${id}/reports`, { reason: "spam" });
    await trainer.goto(`/salons/${room}/moderation?vue=signalements`);
    await trainer
      .getByRole("link", { name: /^Publicité/ })
      .first()
      .click();
    await trainer.getByText("Achetez encore").waitFor();
    await trainer.getByRole("radio", { name: "Retirer et exclure" }).check();
    await trainer.getByRole("button", { name: "Décider" }).click();
    await trainer.getByText("Retiré, auteur exclu").waitFor();
    await notFound(phone);
    await expectSound(phone);
    await phone.goto("/salons");
    await phone.getByRole("heading", { level: 1, name: "Salons" }).waitFor();
    await expect.poll(() => phone.getByRole("link", { name: /^Salon général/ }).count()).toBe(0);

    await trainer.goto(`/salons/${room}/reglages`);
    const people = trainer.getByRole("region", { name: "Personnes" });
    await people.getByText("Exclu du salon").waitFor();
    await expectSoundAtEverySize(trainer);
    await people.getByRole("button", { name: `Réadmettre ${name}` }).click();
    await expectSound(trainer);
    await inDialog(trainer, "Réadmettre");
    await people.getByText("Exclu du salon").waitFor({ state: "detached" });
    await phone.goto(`/salons/${room}`);
    await write(phone, "Merci de m’avoir repris");
    await said(phone).filter({ hasText: "Merci" }).waitFor();
  });
});

describe("who writes and who reads", () => {
  it("is changed in the settings, and holds at once", async () => {
    const { trainee, room } = await talking();
    const phone = await opened(trainee.email, `/salons/${room}`, PHONE);
    const field = phone.getByRole("textbox", { name: "Votre message" });
    await field.waitFor();
    const trainer = await opened(DEMO.trainer, `/salons/${room}/reglages`);
    const writing = trainer.getByRole("region", { name: "Qui écrit ici" });
    const choose = async (name: string) => {
      await writing.getByRole("radio", { name, exact: true }).check();
      await writing.getByRole("button", { name: "Enregistrer" }).click();
      await writing.getByText("Enregistré.").waitFor();
    };
    await choose("L’équipe seule");
    await expectSoundAtEverySize(trainer);
    await field.waitFor({ state: "detached" });
    await phone.getByText("L’équipe écrit, les autres lisent").waitFor();
    await expectSound(phone);
    await say(DEMO.trainer, room, "Lisez ceci");
    await said(phone).filter({ hasText: "Lisez ceci" }).waitFor();
    // Whoever only reads may say all the same that something is wrong.
    await more(said(phone).first());
    await phone.getByRole("button", { name: "Signaler" }).waitFor();

    await choose("Tout le monde, après relecture");
    await phone.getByText("Votre message sera lu par l’équipe avant de paraître.").waitFor();
    await choose("Tout le monde");
    await write(phone, "Bien lu");
    await said(phone).filter({ hasText: "Bien lu" }).waitFor();

    // A colleague was faster: what they chose is shown, and nothing is lost.
    const colleague = await apiOf(DEMO.orgAdmin);
    const { version } = await colleague.get(`rooms/${room}`);
    await colleague.put(`rooms/${room}/settings`, { writing: "staff" }, version);
    await writing.getByRole("radio", { name: "Tout le monde, après relecture" }).check();
    await writing.getByRole("button", { name: "Enregistrer" }).click();
    await writing.getByRole("button", { name: "Garder ma saisie" }).waitFor();
    await expectSoundAtEverySize(trainer);
    await writing.getByRole("button", { name: "Garder ma saisie" }).click();
    await writing.getByRole("button", { name: "Enregistrer" }).click();
    await writing.getByText("Enregistré.").waitFor();
    expect((await colleague.get(`rooms/${room}`)).writing).toBe("approval");
  });

  it("is those who train alone, in the room of the team", async () => {
    const { organisation, session, trainee } = await talking();
    const team = await roomOf(DEMO.trainer, session, "staff");
    const trainer = await opened(
      DEMO.trainer,
      sessionPath(organisation, session, "/salons-et-quiz"),
    );
    await trainer.getByRole("link", { name: "Salon de l’équipe" }).click();
    await write(trainer, "Entre nous");
    await said(trainer).filter({ hasText: "Entre nous" }).waitFor();
    await expectSoundAtEverySize(trainer);
    const colleague = await apiOf(DEMO.orgAdmin);
    expect((await colleague.get(`rooms/${team}/messages`)).items).toHaveLength(1);

    const phone = await opened(trainee.email, "/salons", PHONE);
    await phone.getByRole("link", { name: /^Salon général/ }).waitFor();
    expect(await phone.getByText("Salon de l’équipe").count()).toBe(0);
    for (const part of ["", "/reglages", "/moderation"]) {
      await phone.goto(`/salons/${team}${part}`);
      await notFound(phone);
    }
    await expectSoundAtEverySize(phone);
    await phone.goto("/salons/recherche?q=Entre nous");
    await phone.getByText(/^Aucun message/).waitFor();
  });
});
