// What one reads of a room, and is told of it: read and unread, as often as one wants to be told; and what a message said before.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE } from "./support/browser";
import { apiOf, DEMO } from "./support/people";
import { more, said, say, talking, write } from "./support/rooms";
import { opened } from "./support/sessions";

const saying = (page: Page, text: string) => said(page).filter({ hasText: text });

describe("what somebody reads", () => {
  it("is unread again from a message on, until it is looked at", async () => {
    const { trainee, room } = await talking();
    for (const text of ["Le premier", "Le deuxième", "Le troisième"]) {
      await say(DEMO.trainer, room, text);
    }
    const phone = await opened(trainee.email, `/salons/${room}`, PHONE);
    const mine = await apiOf(trainee.email);
    const unread = async () => (await mine.get(`rooms/${room}`)).unread;
    await expect.poll(unread).toBe(0);
    await more(saying(phone, "Le deuxième"));
    await expectSoundAtEverySize(phone);
    await phone.getByRole("button", { name: "Marquer non lu à partir d’ici" }).click();
    // It stays so while the page is open.
    await expect.poll(unread).toBe(2);
    await phone.getByRole("link", { name: "Tous les salons" }).click();
    await phone.getByText("2 messages non lus").waitFor();
    expect(await unread()).toBe(2);
    await phone.getByRole("link", { name: /^Salon général/ }).click();
    await phone.getByText("À partir d’ici, non lus").waitFor();
    const marked = phone.getByRole("listitem").filter({ hasText: "À partir d’ici, non lus" });
    await marked.getByText("Le deuxième").waitFor();
    await expect.poll(unread).toBe(0);
  });

  it("is told as often as one wants", async () => {
    const { trainee, room } = await talking();
    const mine = await apiOf(trainee.email);
    const told = async (): Promise<string[]> =>
      (await mine.get("me/notifications")).items
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => kind.startsWith("room."));
    const trainer = await opened(DEMO.trainer, `/salons/${room}`);
    const everybody = async (text: string) => {
      const field = trainer.getByRole("textbox", { name: "Votre message" });
      await field.pressSequentially("@to");
      await trainer.getByRole("option", { name: "tous (tout le salon)" }).waitFor();
      await field.press("Enter");
      await field.pressSequentially(text);
      await field.press("Enter");
      await saying(trainer, text).getByText("@tous").waitFor();
    };

    // As it is in the beginning: when one is named, alone or with everybody.
    await say(DEMO.trainer, room, "Sans nommer personne");
    const phone = await opened(trainee.email, "/salons", PHONE);
    await phone.getByText("1 message non lu").waitFor();
    await everybody("rendez-vous à neuf heures");
    await phone.getByText("2 messages non lus").waitFor();
    await phone.getByText("On vous nomme").waitFor();
    expect(await told()).toEqual(["room.mention"]);
    await phone.getByRole("link", { name: /^Salon général/ }).click();
    await saying(phone, "neuf heures").getByText("On vous nomme").waitFor();
    await expectSoundAtEverySize(phone);

    // Of everything, then of nothing.
    await phone.getByRole("link", { name: "Réglages" }).click();
    const level = phone.getByRole("combobox", { name: "Me prévenir" });
    expect(await level.locator("option:checked").textContent()).toBe("Quand on me nomme");
    await level.selectOption("De tous les messages");
    await phone.getByText("Enregistré.").waitFor();
    await expectSound(phone);
    await say(DEMO.trainer, room, "De nouveau personne");
    await expect.poll(told).toContain("room.message");
    await phone.goto("/notifications");
    await phone.getByText("De nouveaux messages dans un salon.").waitFor();
    await phone.goto(`/salons/${room}/reglages`);
    await level.selectOption("De rien");
    await phone.getByText("Enregistré.").waitFor();
    await expect.poll(async () => (await mine.get(`rooms/${room}`)).level).toBe("none");
    const before = await told();
    await everybody("rendez-vous à dix heures");
    await phone.getByRole("link", { name: "Messages", exact: true }).click();
    await saying(phone, "dix heures").waitFor();
    expect(await told()).toEqual(before);

    // A trainee names one or another, not everybody.
    const { items } = await mine.get(`rooms/${room}/members`);
    const { name } = items.find(({ side }: { side: string }) => side === "staff");
    const field = phone.getByRole("textbox", { name: "Votre message" });
    await field.fill(`Bonjour @${name.slice(0, 3)}`);
    await phone.getByRole("option", { name }).waitFor();
    await field.fill("Bonjour @to");
    await phone.getByRole("option", { name }).waitFor({ state: "detached" });
    expect(await phone.getByRole("option", { name: /^tous/ }).count()).toBe(0);
  });
});

describe("what a message said", () => {
  it("is read by those who moderate once it says something else, or nothing", async () => {
    const { trainee, room } = await talking();
    const phone = await opened(trainee.email, `/salons/${room}`, PHONE);
    await write(phone, "À neuf heures");
    await saying(phone, "À neuf heures").waitFor();
    await phone.getByRole("button", { name: /^Modifier le message de/ }).click();
    await phone.getByRole("textbox", { name: "Modifier votre message" }).fill("À dix heures");
    await phone.getByRole("button", { name: "Enregistrer" }).click();
    await saying(phone, "À dix heures").getByText("modifié").waitFor();
    const past = "Textes précédents";
    const trainer = await opened(DEMO.trainer, `/salons/${room}`);
    await more(saying(trainer, "À dix heures"));
    await trainer.getByRole("button", { name: past }).click();
    const dialog = trainer.getByRole("dialog");
    await dialog.getByText("À neuf heures").waitFor();
    expect(await dialog.getByText("À dix heures").count()).toBe(0);
    await expectSoundAtEverySize(trainer);
    await dialog.getByRole("button", { name: "Fermer" }).click();

    // Its author takes it away: a trace stays for everybody, the words for those who moderate.
    await more(said(phone).first());
    expect(await phone.getByRole("button", { name: past }).count()).toBe(0);
    await phone.getByRole("button", { name: "Supprimer" }).click();
    await phone
      .getByRole("dialog")
      .getByText(/pas ce qu’il disait/)
      .waitFor();
    await expectSoundAtEverySize(phone);
    await phone.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
    await phone.getByText("Message supprimé").waitFor();
    await trainer.getByText("Message supprimé").waitFor();
    expect(await trainer.getByText("À dix heures").count()).toBe(0);
    await expectSound(phone);
    await trainer.getByRole("button", { name: past }).click();
    await dialog.getByText("À dix heures").waitFor();
    expect(await dialog.getByRole("listitem").count()).toBe(2);
    await expectSound(trainer);
  });
});
