// Rooms, by two people side by side: what one writes the other reads at once, once and in order, whatever the connection does;
// what waits is let through or not, what is reported is decided; a private room ends, for both.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSound, expectSoundAtEverySize, PHONE, settled, visitor } from "./support/browser";
import { apiOf, DEMO, signIn, unique } from "./support/people";
import { picture } from "./support/picture";
import { hired, moderated, said, talking, write } from "./support/rooms";
import { opened, sessionPath } from "./support/sessions";

/** What the messages say, in their order; of one that answers, not what it quotes. */
const texts = (page: Page, word: string) =>
  page.evaluate((end) => {
    const shape = new RegExp(`(?:un|deux|trois|quatre) ${end}`, "g");
    return [...document.querySelectorAll('ol[aria-label="Messages"] article')].map(
      (one) => [...(one.textContent ?? "").matchAll(shape)].at(-1)?.[0] ?? "",
    );
  }, word);

describe("a room of a session", () => {
  it("carries messages both ways, live, once and in order", async () => {
    const { organisation, session, trainee, room } = await talking();
    const word = unique();

    // The session's own page leads to its rooms, and the trainee's list is alive.
    const trainer = await opened(
      DEMO.trainer,
      sessionPath(organisation, session, "/salons-et-quiz"),
    );
    const phone = await opened(trainee.email, "/salons", PHONE);
    await expectSoundAtEverySize(phone);
    await trainer.getByRole("link", { name: "Salon général" }).click();
    await trainer.getByText("Personne n’a encore écrit ici.").waitFor();

    // A mention, by the keyboard alone.
    const field = trainer.getByRole("textbox", { name: "Votre message" });
    await field.pressSequentially(`Bienvenue @${trainee.firstName.slice(0, 3)}`);
    await trainer
      .getByRole("option", { name: `${trainee.firstName} ${trainee.lastName}` })
      .waitFor();
    await expectSound(trainer);
    await field.press("Enter");
    await field.pressSequentially(`un ${word}`);
    await field.press("Enter");
    await said(trainer)
      .filter({ hasText: `un ${word}` })
      .waitFor();
    await phone.getByText("1 message non lu").waitFor();
    await phone.getByText("On vous nomme").waitFor();
    await phone.getByRole("link", { name: /^Notifications : \d+ non lue/ }).waitFor();

    // Read on the screen, it is unread no more; answered, the answer arrives.
    await phone.getByRole("link", { name: /^Salon général/ }).click();
    await said(phone)
      .filter({ hasText: `un ${word}` })
      .waitFor();
    await phone.getByText("À partir d’ici, non lus").waitFor();
    await expectSoundAtEverySize(phone);
    const mine = await apiOf(trainee.email);
    await expect.poll(async () => (await mine.get(`rooms/${room}`)).unread).toBe(0);
    await phone.getByRole("button", { name: /^Répondre à/ }).click();
    await phone.setInputFiles('input[type="file"]', {
      name: "plan.png",
      mimeType: "image/png",
      buffer: picture(),
    });
    await phone.getByText("1 fichier envoyé sur 1").waitFor({ state: "attached" });
    await write(phone, `deux ${word}`);
    const answer = said(trainer).filter({ hasText: `deux ${word}` });
    await answer.waitFor();
    const download = trainer.waitForEvent("download");
    await answer.getByRole("button", { name: /^Télécharger plan\.png/ }).click();
    expect((await download).suggestedFilename()).toBe("plan.png");

    // Said otherwise within ten minutes.
    await phone.getByRole("button", { name: /^Modifier le message de/ }).click();
    await phone.getByRole("timer").waitFor();
    await phone.getByRole("textbox", { name: "Modifier votre message" }).fill(`Oui, deux ${word}`);
    await expectSound(phone);
    await phone.getByRole("button", { name: "Enregistrer" }).click();
    await phone.getByRole("timer").waitFor({ state: "detached" });
    await said(trainer)
      .filter({ hasText: `Oui, deux ${word}` })
      .getByText("modifié")
      .waitFor();

    // The line breaks: what is written meanwhile on either side arrives afterwards, once.
    await phone.context().setOffline(true);
    await phone.getByText(/^Vous êtes hors ligne/).waitFor();
    await write(phone, `quatre ${word}`);
    await phone.getByText(/^Pas encore parti/).waitFor();
    await expectSound(phone);
    await write(trainer, `trois ${word}`);
    await said(trainer)
      .filter({ hasText: `trois ${word}` })
      .waitFor();
    await phone.context().setOffline(false);
    const all = ["un", "deux", "trois", "quatre"].map((one) => `${one} ${word}`);
    await expect.poll(() => texts(phone, word), { timeout: 20_000 }).toEqual(all);
    await expect.poll(() => texts(trainer, word), { timeout: 20_000 }).toEqual(all);

    // Found again, and shown in its place.
    await phone.goto(`/salons/recherche?q=trois ${word}`);
    const found = phone.getByRole("list", { name: "Messages trouvés" }).getByRole("link");
    await found.waitFor();
    await expectSoundAtEverySize(phone);
    await found.click();
    await said(phone)
      .filter({ hasText: `trois ${word}` })
      .waitFor();
    expect(phone.url()).toMatch(/\?message=\d+$/);
    await phone.getByRole("link", { name: "Réglages" }).click();
    await phone.getByRole("checkbox", { name: "Mettre en sourdine" }).check();
    await phone.getByText("Enregistré.").waitFor();
    await expectSoundAtEverySize(phone);
  });

  it("is moderated: let through or not, reported, decided", async () => {
    const place = await talking();
    const room = await moderated(place);
    const trainer = await opened(DEMO.trainer, `/salons/${room}/moderation`);
    await trainer.getByText("Aucun message n’attend.").waitFor();
    const phone = await opened(place.trainee.email, `/salons/${room}`, PHONE);
    await write(phone, "Première question");
    const own = phone.getByRole("list", { name: "Vos messages en attente de validation" });
    await own.getByText("Première question").waitFor();
    await write(phone, "Deuxième question");
    await own.getByText("Deuxième question").waitFor();
    await expectSound(phone);

    const queue = trainer.getByRole("list", { name: "Messages en attente" }).getByRole("article");
    await expect.poll(() => queue.count()).toBe(2);
    await expectSoundAtEverySize(trainer);
    const one = queue.filter({ hasText: "Première question" });
    await one.getByRole("button", { name: /^Approuver/ }).click();
    await said(phone).filter({ hasText: "Première question" }).waitFor();
    await queue.getByRole("button", { name: /^Refuser/ }).click();
    const dialog = trainer.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Déjà posée hier");
    await dialog.getByRole("button", { name: "Refuser" }).click();
    await phone.getByText("Ce message n’a pas été publié.").waitFor();
    await expectSound(phone);

    // A colleague reports what was let through; the trainer hides it, then decides.
    const colleague = await apiOf(DEMO.orgAdmin);
    const { items } = await colleague.get(`rooms/${room}/messages`);
    await colleague.post(`rooms/${room}/messages/${items[0].id}/reports`, { reason: "spam" });
    await trainer.goto(`/salons/${room}/moderation?vue=signalements`);
    await trainer
      .getByRole("listitem")
      .filter({ hasText: "Questions" })
      .getByRole("link", { name: /^Publicité/ })
      .click();
    await trainer.getByRole("heading", { name: "Ce qui a été dit" }).waitFor();
    await expectSoundAtEverySize(trainer);
    await trainer.getByRole("button", { name: "Masquer pendant l’examen" }).click();
    await phone.getByText("Message masqué le temps d’un examen").waitFor();
    await trainer.getByRole("radio", { name: "Retirer et suspendre l’écriture" }).check();
    await trainer.getByRole("textbox", { name: "Note" }).fill("Un jour suffit");
    await trainer.getByRole("button", { name: "Décider" }).click();
    await trainer.getByText("Retiré, écriture suspendue un jour").waitFor();
    await phone.getByText("Message retiré par l’équipe").waitFor();
    await phone.getByRole("textbox", { name: "Votre message" }).waitFor({ state: "detached" });
    await expectSound(phone);
    await trainer.goto(`/salons/${room}/moderation?vue=signalements&etat=decides`);
    await trainer.getByText("Note : Un jour suffit").first().waitFor();
    await expectSound(trainer);

    // Told, with the reason; and what one wants to be told is a choice.
    await phone.goto("/notifications");
    await phone.getByText(/Déjà posée hier/).waitFor();
    await expectSoundAtEverySize(phone);
    await phone.getByRole("link", { name: "Réglages" }).click();
    await phone.getByRole("combobox", { name: "Salons : par e-mail" }).selectOption("none");
    await phone.getByRole("button", { name: "Enregistrer" }).click();
    await phone.getByText("Réglages enregistrés.").waitFor();
    await expectSoundAtEverySize(phone);
    await phone.reload();
    await settled(phone);
    expect(await phone.getByRole("combobox", { name: "Salons : par e-mail" }).inputValue()).toBe(
      "none",
    );
  });
});

describe("a private room", () => {
  it("says when it is deleted, and is closed by either side, for both", async () => {
    const title = `Vente ${unique()}`;
    const { person, room } = await hired(title);
    const recruiter = await opened(DEMO.recruiter, `/salons/${room}`);
    const phone = await opened(person.email, `/salons/${room}`, PHONE);
    await phone
      .getByText(/^Supprimé le .* sans message$/)
      .first()
      .waitFor();
    await write(recruiter, "Seriez-vous disponible jeudi ?");
    await said(phone).filter({ hasText: "disponible jeudi" }).waitFor();
    await phone.getByText(/^En attente de votre réponse/).waitFor();
    await expectSound(phone);
    await write(phone, "Oui, le matin.");
    await said(recruiter).filter({ hasText: "Oui, le matin." }).waitFor();
    await recruiter.getByText(/^En attente de votre réponse/).waitFor();

    // A report reaches the platform's staff, who read an extract and decide.
    await phone
      .getByRole("button", { name: /^Autres actions/ })
      .first()
      .click();
    await phone.getByRole("button", { name: "Signaler" }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "Envoyer le signalement" }).click();
    await phone
      .getByText(/^Conservé jusqu’à la décision/)
      .first()
      .waitFor();
    const staff = await visitor();
    await signIn(staff, DEMO.platform, "/admin/signalements");
    await staff
      .getByRole("link", { name: /^Harcèlement/ })
      .last()
      .click();
    await staff.getByText("La lecture de cet extrait est enregistrée.").waitFor();
    await expectSoundAtEverySize(staff);
    await staff.getByRole("radio", { name: "Laisser le message" }).check();
    await staff.getByRole("button", { name: "Décider" }).click();
    await staff.getByText("Message laissé").waitFor();

    // What is shared, one's own copy, and the end.
    await phone.getByRole("link", { name: "Réglages" }).click();
    await phone.getByText("Rien n’est partagé pour le moment.").waitFor();
    await expectSoundAtEverySize(phone);
    const copy = phone.waitForEvent("download");
    await phone.getByRole("button", { name: "Télécharger ma copie" }).click();
    expect((await copy).suggestedFilename()).toMatch(/\.zip$/);
    await phone.getByRole("button", { name: "Fermer le salon" }).click();
    await expectSound(phone);
    await phone.getByRole("dialog").getByRole("button", { name: "Fermer le salon" }).click();
    await recruiter
      .getByText(/^Fermé\s: supprimé le/)
      .first()
      .waitFor();
    await recruiter.getByRole("textbox", { name: "Votre message" }).waitFor({ state: "detached" });
    await expectSound(recruiter);
    await recruiter.getByRole("link", { name: "Réglages" }).click();
    await recruiter.getByRole("button", { name: "Effacer tout de suite" }).click();
    await recruiter
      .getByRole("dialog")
      .getByRole("button", { name: "Effacer tout de suite" })
      .click();
    await recruiter.getByRole("heading", { level: 1, name: "Salons" }).waitFor();
    await phone.goto("/salons");
    await phone.getByText(/^Aucun salon/).waitFor();
  });
});
