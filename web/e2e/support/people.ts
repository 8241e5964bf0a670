// The people of the stories: demo accounts, and new ones opened through the API.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { linkIn } from "./mail";
import { server } from "./server";

export const PASSWORD = "demo-carnet-2026";

export const DEMO = {
  recruiter: "recruiter@demo.test",
  unverified: "unverified@demo.test",
  orgAdmin: "orgadmin@demo.test",
  trainer: "trainer@demo.test",
  trainee: "trainee@demo.test",
  platform: "platform@demo.test",
} as const;

let drawn = 0;

/** A word nobody else bears in this run. */
export const unique = (): string => `${Date.now().toString(36)}${(drawn++).toString(36)}`;

export interface Person {
  email: string;
  firstName: string;
  lastName: string;
}

/** Names are letters only: a made-up one is spelled from the digits of the moment. */
function name(seed: string): string {
  const letters = [...seed].map((char) => String.fromCharCode(97 + (char.charCodeAt(0) % 26)));
  return letters.join("").replace(/^./, (first) => first.toUpperCase());
}

export function newPerson(domain = "exemple.test"): Person {
  const word = unique();
  return { email: `essai-${word}@${domain}`, firstName: "Solène", lastName: name(word) };
}

/** Opens a confirmed account, without the browser. */
export async function account(): Promise<Person> {
  const person = newPerson();
  await call("auth/register", {
    email: person.email,
    password: PASSWORD,
    first_name: person.firstName,
    last_name: person.lastName,
  });
  const link = await linkIn(person.email, "/confirmer");
  await call("auth/confirm-email", {
    token: new URL(link, server().url).searchParams.get("token"),
  });
  return person;
}

async function call(path: string, body: unknown): Promise<void> {
  await ask("POST", path, body);
}

/** Asks the API itself; throws when it refuses. */
async function ask(
  method: string,
  path: string,
  body?: unknown,
  token?: string,
  version?: number,
): Promise<Response> {
  const answer = await fetch(`${server().url}/api/v1/${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** The body of an answer; null where there is none. */
async function read(answer: Response) {
  const text = await answer.text();
  return text === "" ? null : JSON.parse(text);
}

/** The API as somebody uses it who does not need the browser. */
export async function apiOf(email: string) {
  const login = await ask("POST", "auth/login", { email, password: PASSWORD });
  const { access_token: token } = await login.json();
  return {
    /** For what the methods below do not do. */
    token: token as string,
    get: async (path: string) => (await ask("GET", path, undefined, token)).json(),
    bytes: async (path: string) =>
      Buffer.from(await (await ask("GET", path, undefined, token)).arrayBuffer()),
    post: async (path: string, body: unknown, version?: number) =>
      read(await ask("POST", path, body, token, version)),
    put: async (path: string, body: unknown, version?: number) =>
      read(await ask("PUT", path, body, token, version)),
  };
}

/** Fills the login form of the page at hand. */
export async function fillLogin(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByRole("textbox", { name: "Adresse e-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Mot de passe" }).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

/** Logs in and goes to a page. */
export async function signIn(page: Page, email: string, path: string): Promise<void> {
  await page.goto(path);
  await fillLogin(page, email);
  await page.waitForURL((url) => url.pathname === new URL(path, server().url).pathname);
  // The address changes first: until the new page is there, the login page is still on screen.
  await page
    .getByRole("button", { name: "Se connecter", exact: true })
    .waitFor({ state: "detached" });
  await expect.poll(() => page.locator("h1").count()).toBe(1);
}
