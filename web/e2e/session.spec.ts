// Sessions: they outlive a reload, end when asked, and say so when they expire.
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { expectSound, visitor } from "./support/browser";
import { linkIn } from "./support/mail";
import { account, DEMO, fillLogin, newPerson, signIn } from "./support/people";

describe("a session", () => {
  it("outlives a reload without keeping its token where scripts can read it", async () => {
    const page = await visitor();
    await signIn(page, DEMO.trainee, "/mes-competences");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Mes compétences" }).waitFor();
    const stored = await page.evaluate(
      () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
    );
    expect(stored).not.toMatch(/ey[\w-]{10,}|carnet_refresh/);
  });

  it("ends when asked, in every tab", async () => {
    const page = await visitor();
    await signIn(page, DEMO.trainee, "/mes-competences");
    const other = await page.context().newPage();
    await other.goto("/");
    await other.getByRole("link", { name: "Ouvrir mon espace" }).waitFor();
    await page
      .getByRole("button", { name: /^[A-ZÀ-Ý]/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.getByRole("link", { name: "Se connecter" }).first().waitFor();
    await other.getByRole("link", { name: "Se connecter" }).first().waitFor();
    await page.goto("/mes-competences");
    await page.waitForURL((url) => url.pathname === "/connexion");
  });

  it("that has expired leads to the login page, then back", async () => {
    const page = await visitor();
    await signIn(page, DEMO.recruiter, "/recherche?nom=a");
    await page.context().clearCookies();
    // The access token is refused too, as it is a few minutes later.
    const skills = /\/api\/v1\/me\/skills\?/;
    await page.route(skills, (route) => route.fulfill({ status: 401, body: "{}" }));
    await page.getByRole("link", { name: "Mes compétences" }).click();
    await page.getByText("Votre session a expiré").waitFor();
    await expectSound(page);
    await page.unroute(skills);
    await fillLogin(page, DEMO.recruiter);
    await page.getByRole("heading", { level: 1, name: "Mes compétences" }).waitFor();
  });

  it("does not follow addresses of other sites", async () => {
    const page = await visitor();
    await page.goto("/connexion?suite=//exemple.test/piege");
    await fillLogin(page, DEMO.trainee);
    await page.waitForURL((url) => url.pathname === "/mes-competences");
  });
});

describe("a wrong login", () => {
  it("is refused with one sentence, whichever part is wrong", async () => {
    const page = await visitor();
    await page.goto("/connexion");
    await fillLogin(page, DEMO.recruiter, "pas-le-bon-mot-de-passe");
    const first = await page.getByRole("alert").innerText();
    await fillLogin(page, newPerson().email, "pas-le-bon-mot-de-passe");
    const second = await page.getByRole("alert").innerText();
    const sentence = (text: string): string => text.split("\n")[0] ?? "";
    expect(sentence(first)).not.toBe("");
    expect(sentence(second)).toBe(sentence(first));
    await expectSound(page);
  });

  it("focuses the field that is missing", async () => {
    const page = await visitor();
    await page.goto("/connexion");
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    const email = page.getByRole("textbox", { name: "Adresse e-mail" });
    await expect.poll(() => email.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await email.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("a forgotten password", () => {
  it("is replaced through the mail", async () => {
    const person = await account();
    const page = await visitor();
    await page.goto("/connexion");
    await page.getByRole("link", { name: /oublié/ }).click();
    await page.getByRole("textbox", { name: "Adresse e-mail" }).fill(person.email);
    await page.getByRole("button", { name: "Envoyer le lien" }).click();
    await page.getByText("Demande enregistrée").waitFor();
    await expectSound(page);
    await page.goto(await linkIn(person.email, "/reinitialiser"));
    const fresh = "une phrase toute neuve 2026";
    await page.getByRole("textbox", { name: "Nouveau mot de passe" }).fill(fresh);
    await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
    await page.getByText("Votre mot de passe est changé").waitFor();
    await expectSound(page);
    await page.goto("/connexion");
    await fillLogin(page, person.email, fresh);
    await page.waitForURL((url) => url.pathname === "/mes-competences");
  });
});

describe("the second factor", () => {
  it("is set up, then asked for at login", async () => {
    const person = await account();
    const page = await visitor();
    await signIn(page, person.email, "/compte");
    await page.getByRole("button", { name: "Activer la double authentification" }).click();
    const secret = (await page.locator("pre").innerText()).replace(/\s/g, "");
    await expectSound(page);
    await page.getByRole("textbox", { name: /code à six chiffres/ }).fill(totp(secret, 0));
    await page.getByRole("button", { name: "Activer", exact: true }).click();
    await page.getByText("Double authentification activée").waitFor();
    await expectSound(page);
    const elsewhere = await visitor();
    await elsewhere.goto("/connexion");
    await fillLogin(elsewhere, person.email);
    // A code serves once: the next one is used here.
    await elsewhere.getByRole("textbox", { name: "Code de vérification" }).fill(totp(secret, 1));
    await expectSound(elsewhere);
    await elsewhere.getByRole("button", { name: "Se connecter", exact: true }).click();
    await elsewhere.waitForURL((url) => url.pathname === "/mes-competences");
  });
});

describe("a server out of reach", () => {
  it("is said in a banner, which goes when the server is back", async () => {
    const page = await visitor();
    await signIn(page, DEMO.trainee, "/visibilite");
    await page.route("**/api/**", (route) => route.abort());
    await page.route("**/health/**", (route) => route.abort());
    await page.getByRole("link", { name: "Mes compétences" }).click();
    await page.getByText(/Le serveur ne répond pas\. Nouvel essai/).waitFor();
    await page.unroute("**/api/**");
    await page.unroute("**/health/**");
    await page
      .getByText(/Le serveur ne répond pas/)
      .first()
      .waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Ajouter une compétence" }).waitFor();
  });

  it("from the start does not pass for a closed session", async () => {
    const page = await visitor();
    await signIn(page, DEMO.trainee, "/visibilite");
    await page.route("**/api/**", (route) => route.abort());
    await page.route("**/health/**", (route) => route.abort());
    await page.reload();
    await page.getByRole("heading", { name: "Cette page n’a pas pu s’ouvrir" }).waitFor();
    await expectSound(page);
    await page.unroute("**/api/**");
    await page.unroute("**/health/**");
    await page.getByRole("heading", { level: 1, name: "Visibilité" }).waitFor();
  });
});

const STEP_S = 30;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code an authentication app shows now, or some steps later. */
function totp(secret: string, later: number): string {
  const bits = [...secret].map((c) => BASE32.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_S) + later));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
