// What sessions and their sealed sheets said wrongly is put right, with a reason that stays beside it.
import { describe, it } from "vitest";
import { underWay as attended, ended, yesterday } from "./support/attendance";
import { expectSound, SIZES } from "./support/browser";
import { DEMO } from "./support/people";
import { seal, underWay } from "./support/records";
import { opened, prepare, sessionPath } from "./support/sessions";

describe.each(SIZES)("at $width pixels", (size) => {
  it("a sealed sheet says where its slot took place", async () => {
    const at = await underWay(await prepare());
    await seal(at, 10);
    const room = `Salle Grace Hopper, ${at.slot.slice(-6)}`;
    const slots = sessionPath(at.organisation, at.session, "/creneaux");
    const page = await opened(DEMO.orgAdmin, slots, size);
    await page.getByRole("button", { name: /^Détails / }).click();
    await page.getByRole("button", { name: "Rectifier ce que dit la feuille" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Rectifier", exact: true }).click();
    await dialog.getByText("Ce champ est obligatoire.").waitFor();
    await expectSound(page);
    await dialog.getByRole("textbox", { name: "Lieu" }).fill(room);
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Salle inondée ce matin-là.");
    await dialog.getByRole("button", { name: "Rectifier", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(room, { exact: true }).waitFor();
    await expectSound(page);

    await page.goto(`${slots}/${at.slot}/emargement?volet=feuille`);
    const added = page.getByRole("listitem").filter({ hasText: "Mentions du créneau rectifiées" });
    await added.getByText("Salle inondée ce matin-là.").waitFor();
    await added.getByText(`devient ${room}`).waitFor();
    await expectSound(page);
  });

  it("a session that has ended takes another title and place", async () => {
    const at = await attended([], yesterday());
    await ended(at);
    const page = await opened(
      DEMO.orgAdmin,
      sessionPath(at.organisation, at.session, "/general"),
      size,
    );
    await page.getByText("Terminée", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Rectifier le titre ou le lieu" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Rectifier", exact: true }).click();
    await dialog.getByText("Ce champ est obligatoire.").waitFor();
    await expectSound(page);
    await dialog.getByRole("textbox", { name: "Motif" }).fill("Titre du mauvais groupe.");
    await dialog.getByRole("button", { name: "Rectifier", exact: true }).click();
    await dialog.getByText("C’est déjà le titre et le lieu de la session.").waitFor();
    await expectSound(page);
    const title = `Titre juste de ${at.title}`;
    await dialog.getByRole("textbox", { name: "Titre" }).fill(title);
    await dialog.getByRole("button", { name: "Rectifier", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await expectSound(page);
  });
});
