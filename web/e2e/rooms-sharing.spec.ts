// What a person shares in a private room, and what becomes of it once they are done with the company: taken back one by one, or
// with the room; and what is left of a room that was erased.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE, WIDE } from "./support/browser";
import { DEMO } from "./support/people";
import { more, said, say, write } from "./support/rooms";
import { opened } from "./support/sessions";
import { type Sharer, sharer } from "./support/sharing";

const NUMBER = "+33612345678";
const ALSO = "Retirer aussi ce que je partage (téléphone, CV…)";

/** What the recruiter reads of them. */
const reads = async ({ recruiter, board }: Sharer): Promise<string> =>
  JSON.stringify(await recruiter.get(board));

const privateRoom = async ({ api }: Sharer): Promise<string> =>
  (await api.get("rooms")).items[0].id;

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

describe("a person who is done with a company", () => {
  it("keeps or takes back what they share, and has a receipt of the room", async () => {
    const sharing = await sharer("Conseil à la vente");
    const { person, company } = sharing;
    const room = await privateRoom(sharing);
    const phone = await opened(person.email, `/salons/${room}/reglages`, PHONE);
    const list = phone.getByRole("list", { name: "Ce que vous partagez pour cette offre" });
    await expect.poll(() => list.getByRole("listitem").count()).toBe(2);
    await expectSoundAtEverySize(phone);
    await press(phone, /^Retirer.: Numéro de téléphone$/);
    await phone.getByText(/^C’est retiré/).waitFor();
    expect(await list.getByRole("listitem").count()).toBe(1);
    expect(await reads(sharing)).not.toContain(NUMBER);
    expect(await reads(sharing)).toContain(person.email);

    // Closed while the address is kept for the company, it is still read for thirty days.
    await press(phone, "Fermer le salon");
    const dialog = phone.getByRole("dialog");
    await dialog.getByText(`Vous partagez encore avec ${company.name}`).waitFor();
    await dialog.getByRole("listitem").filter({ hasText: "Adresse e-mail" }).waitFor();
    const also = dialog.getByRole("checkbox", { name: ALSO });
    expect(await also.isChecked()).toBe(true);
    await expectSoundAtEverySize(phone);
    await also.uncheck();
    await dialog.getByRole("button", { name: "Fermer le salon" }).click();
    await phone
      .getByText(/^Fermé\s: supprimé le/)
      .first()
      .waitFor();
    await list.getByText(/^jusqu’au/).waitFor();
    expect(await reads(sharing)).toContain(person.email);

    // Erased with what is left.
    await press(phone, "Effacer tout de suite");
    await dialog.getByText(/^jusqu’au/).waitFor();
    expect(await also.isChecked()).toBe(true);
    await expectSound(phone);
    await dialog.getByRole("button", { name: "Effacer tout de suite" }).click();
    await phone.getByRole("heading", { level: 1, name: "Salons" }).waitFor();
    expect(await reads(sharing)).not.toContain(person.email);

    await phone.goto("/mes-donnees");
    await phone.getByRole("button", { name: "2 partages terminés" }).waitFor();
    await phone.getByRole("link", { name: "Salons supprimés" }).click();
    await phone.getByRole("heading", { name: /^Salon supprimé le/ }).waitFor();
    await phone.getByText("suppression demandée par l’un des deux").waitFor();
    await press(phone, "Empreintes");
    await expectSoundAtEverySize(phone);
    const saved = phone.waitForEvent("download");
    await press(phone, /^Télécharger le reçu/);
    const file = await readFile(await (await saved).path(), "utf8");
    expect(JSON.parse(file)).toMatchObject({
      format: "carnet.room-receipt/1",
      document: { why: "erased", messages: 0, files: 0 },
    });
    expect(file).not.toContain(person.email);
  });

  it("closes the room with what they share", async () => {
    const sharing = await sharer("Conseil en magasin");
    const room = await privateRoom(sharing);
    const page = await opened(sharing.person.email, `/salons/${room}/reglages`, WIDE);
    await press(page, "Fermer le salon");
    const dialog = page.getByRole("dialog");
    await expect.poll(() => dialog.getByRole("listitem").count()).toBe(2);
    // While that cannot be taken back, the room stays open.
    await page.route("**/me/shares/*", (route) => route.abort());
    await dialog.getByRole("button", { name: "Fermer le salon" }).click();
    await dialog.getByText("Un partage n’a pas pu être retiré.").waitFor();
    await expectSoundAtEverySize(page);
    expect((await sharing.api.get(`rooms/${room}`)).offer.state).toBe("open");
    await page.unroute("**/me/shares/*");
    await dialog.getByRole("button", { name: "Fermer le salon" }).click();
    await page
      .getByText(/^Fermé\s: supprimé le/)
      .first()
      .waitFor();
    await page.getByText("Rien n’est partagé pour le moment.").waitFor();
    const read = await reads(sharing);
    expect([NUMBER, sharing.person.email].filter((one) => read.includes(one))).toEqual([]);
    // Nothing is left to take back: it is not offered.
    await press(page, "Effacer tout de suite");
    await dialog.getByText(/C’est définitif/).waitFor();
    expect(await dialog.getByRole("checkbox").count()).toBe(0);
    await expectSound(page);
  });

  it("blocks the recruiter with what they share", async () => {
    const sharing = await sharer("Conseil à distance");
    const { person } = sharing;
    const room = await privateRoom(sharing);
    await say(DEMO.recruiter, room, "Rappelez-moi donc");
    const phone = await opened(person.email, `/salons/${room}`, PHONE);
    await write(phone, "Non merci");
    const theirs = said(phone).filter({ hasText: "Rappelez-moi" });
    await more(theirs);
    await theirs.getByRole("button", { name: "Bloquer" }).click();
    const dialog = phone.getByRole("dialog");
    await dialog.getByRole("listitem").filter({ hasText: "Numéro de téléphone" }).waitFor();
    expect(await dialog.getByRole("checkbox", { name: ALSO }).isChecked()).toBe(true);
    await expectSoundAtEverySize(phone);
    await dialog.getByRole("button", { name: "Bloquer" }).click();
    await phone.getByText("Message d’une personne que vous avez bloquée").waitFor();
    await phone
      .getByText(/^Fermé\s: supprimé le/)
      .first()
      .waitFor();
    const read = await reads(sharing);
    expect([NUMBER, person.email].filter((one) => read.includes(one))).toEqual([]);

    // The company has nothing of its own to take back.
    const recruiter = await opened(DEMO.recruiter, `/salons/${room}/reglages`);
    await press(recruiter, "Effacer tout de suite");
    await recruiter
      .getByRole("dialog")
      .getByText(/C’est définitif/)
      .waitFor();
    expect(await recruiter.getByRole("dialog").getByRole("checkbox").count()).toBe(0);
  });
});
