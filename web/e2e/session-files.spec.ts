// What a session gives those who take part: their convocation, files, and films that are shown as they arrive.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, PHONE } from "./support/browser";
import { account, apiOf, DEMO } from "./support/people";
import { announced, opened, prepare, sessionPath } from "./support/sessions";

async function downloadOf(page: Page, button: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return file.suggestedFilename();
}

const boxed = (kind: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 8);
  return Buffer.concat([length, Buffer.from(kind), content]);
};

/** What every film begins with, and a few bytes that nobody can show. */
const FILM = Buffer.concat([
  boxed("ftyp", Buffer.from("isom\0\0\x02\0isomiso2avc1mp41", "latin1")),
  boxed("moov", boxed("mvhd", Buffer.from("x"))),
  boxed("mdat", Buffer.alloc(4096, 7)),
]);

const FILES = [
  {
    name: "consignes.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(
      "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    ),
  },
  { name: "geste.mp4", mimeType: "video/mp4", buffer: FILM },
];

describe("a session", () => {
  it("gives a convocation, files, and films that are never read as a whole", async () => {
    const prepared = await prepare();
    const { firstName: first_name, lastName: last_name, email } = await account();
    const { id } = await announced(prepared, [{ first_name, last_name, email }]);
    const at = (part: string) => sessionPath(prepared.organisation, id, part);
    const staff = await opened(DEMO.orgAdmin, at("/ressources"));
    for (const file of FILES) {
      await staff.getByRole("button", { name: "Ajouter une ressource" }).click();
      await staff.getByRole("radio", { name: "Fichier", exact: true }).check();
      await staff.locator('input[type="file"]').setInputFiles(file);
      await staff
        .getByRole("status")
        .filter({ hasText: "Fichier envoyé" })
        .filter({ hasText: file.name })
        .waitFor();
      await staff.getByRole("button", { name: "Ajouter", exact: true }).click();
      await staff.getByRole("button", { name: /^Ajouter une ressource/ }).waitFor();
      const title = file.name.replace(/\.\w+$/, "");
      await staff.getByRole("button", { name: new RegExp(`^Télécharger «.${title}.»$`) }).waitFor();
    }
    await expectSound(staff);

    const person = await apiOf(email);
    const [invitation] = (await person.get("me/session-invitations")).items;
    await person.post(`me/session-invitations/${invitation.id}/accept`, undefined);
    const page = await opened(email, `/mes-sessions/${id}`, PHONE);
    await page.getByRole("heading", { level: 1, name: prepared.title }).waitFor();
    expect(await downloadOf(page, /^Convocation \(PDF\)$/)).toBe("convocation.pdf");
    expect(await downloadOf(page, /^Télécharger «.consignes.»$/)).toBe("consignes.pdf");
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().resourceType() === "media"),
      page.getByRole("button", { name: /^Lire «.geste.»$/ }).click(),
    ]);
    expect([200, 206]).toContain(answer.status());
    expect(answer.headers()["content-type"]).toBe("video/mp4");
    expect(answer.request().headers().range).toMatch(/^bytes=/);
    await expectSound(page);
    expect(await downloadOf(page, /^Télécharger «.geste.»$/)).toBe("geste.mp4");

    // Those who run the session have everybody's convocation.
    await staff.goto(at("/participants"));
    const name = new RegExp(`^Convocation de ${first_name} ${last_name} \\(PDF\\)$`);
    expect(await downloadOf(staff, name)).toBe("convocation.pdf");
    await expectSound(staff);
  });
});
