// What one keeps of oneself for the offers one receives: given, shared for one offer, taken back; and answers one changes one's mind on.
import { describe, expect, it } from "vitest";
import { expectSound, SIZES, visitor } from "./support/browser";
import { seen } from "./support/companyQuizzes";
import { apiOf, DEMO, signIn, unique } from "./support/people";

const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** An offer to somebody, sent without the browser. */
async function offered(profile: string): Promise<string> {
  const title = `Accueil ${unique()}`;
  const api = await apiOf(DEMO.recruiter);
  const offer = { title, job: "M1805", message: "Venez.", contract: "permanent", place: "Nantes" };
  const draft = await api.post("offers", { offer, recipients: [profile] });
  await api.post(`offers/${draft.id}/send`, undefined, draft.version);
  return title;
}

describe.each(SIZES)("at $width pixels", (size) => {
  it("one gives a number and a CV, shares them for an offer, and thinks again", async () => {
    const { person, profile } = await seen();
    const page = await visitor(size);
    const press = (name: string) => page.getByRole("button", { name }).click();
    const inDialog = (name: string) =>
      page.getByRole("dialog").getByRole("button", { name }).click();
    await signIn(page, person.email, "/mes-coordonnees");
    const number = page.getByRole("textbox", { name: "Numéro de téléphone" });
    await number.fill("08 92 00 00 00");
    await press("Enregistrer");
    await page.getByText(/Ce numéro est celui d’un service/).waitFor();
    await expectSound(page);
    await number.fill("06.12.34.56.78");
    await press("Enregistrer");
    await page.getByText("Numéro enregistré.").waitFor();
    await page.getByLabel("Déposer un CV").setInputFiles({
      name: "cv.pdf",
      mimeType: "application/pdf",
      buffer: PDF,
    });
    await page.getByText("CV enregistré.").waitFor();
    // The CV counted a version; the number is changed all the same.
    await number.fill("+33 6 12 34 56 79");
    await press("Enregistrer");
    await expect.poll(() => number.inputValue()).toBe("06\u00a012\u00a034\u00a056\u00a079");
    await expectSound(page);

    const title = await offered(profile);
    await page.goto("/notifications");
    await page.getByText(title).waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Une entreprise vous a fait une offre." }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await press("Accepter…");
    for (const item of ["Mon numéro de téléphone", "Mon CV"]) {
      await page.getByRole("checkbox", { name: item }).check();
    }
    await press("Continuer");
    await page
      .getByRole("dialog")
      .getByText(/06.12.34.56.79/)
      .waitFor();
    await inDialog("Accepter l’offre");
    await page.getByRole("timer").waitFor();
    await expectSound(page);
    await press("Partager autre chose");
    expect(await page.getByRole("checkbox", { name: "Mon CV" }).count()).toBe(0);
    await page.getByRole("checkbox", { name: "Mon adresse e-mail" }).check();
    await press("Partager les éléments cochés");
    await page.getByRole("button", { name: "Retirer : Adresse e-mail" }).waitFor();
    await expectSound(page);
    await press("Annuler ma réponse");
    await page.getByText(/Votre réponse est annulée/).waitFor();
    await page.getByText("Vous ne partagez rien pour cette offre.").waitFor();
    await expectSound(page);

    await page.getByRole("link", { name: "Mes offres" }).first().click();
    await page.getByRole("link", { name: title }).waitFor();
    await page.getByRole("switch", { name: /j’ai ouvert leur offre/ }).click({ force: true });
    await page.getByText("Les entreprises ne voient plus quand vous ouvrez une offre.").waitFor();
    await expectSound(page);
    await press("J’ai trouvé ailleurs");
    await inDialog("Tout refuser");
    await page.getByText(/^1 offre refusée/).waitFor();
    await page.getByText("Aucune offre n’attend de réponse").waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "Voir les offres terminées" }).click();
    await page.getByRole("link", { name: title }).click();
    await page.getByText("Motif donné à l’entreprise").waitFor();
    await page.getByRole("timer").waitFor();
    await expectSound(page);

    await page.goto("/mes-coordonnees");
    await press("Supprimer");
    await inDialog("Supprimer");
    await page.getByText("CV supprimé.").waitFor();
    await expectSound(page);
  });
});
