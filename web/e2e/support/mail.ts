// Reads the mails the server wrote, as their addressee would.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { server } from "./server";

const PATIENCE_MS = 20_000;
const PAUSE_MS = 150;

interface Mail {
  subject: string;
  text: string;
}

async function mailsTo(address: string): Promise<Mail[]> {
  const folder = server().mail;
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith(".eml"))
      .map((name) => readFile(join(folder, name), "utf8")),
  );
  return texts.map(parse).filter((mail) => mail.to.includes(address));
}

function parse(raw: string): Mail & { to: string } {
  const cut = raw.search(/\r?\n\r?\n/);
  const head = raw.slice(0, cut).replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  return { to: field("To"), subject: field("Subject"), text: raw.slice(cut).trim() };
}

/** The first thing of this shape in the mails to an address; waits for the mail to arrive. */
async function find(address: string, shape: RegExp, patience = PATIENCE_MS): Promise<string> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    for (const mail of await mailsTo(address)) {
      const found = shape.exec(mail.text)?.[1];
      if (found) return found;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`No mail to ${address} holds ${shape}`);
}

/** The path of the link that a mail gives, with its token. */
export async function linkIn(address: string, page: string): Promise<string> {
  return await find(address, new RegExp(`https?://[^/\\s]+(${page}\\?token=\\S+)`));
}

/** The path of the personal link to sign with. */
export async function signatureLinkIn(address: string): Promise<string> {
  return await find(address, /https?:\/\/[^/\s]+(\/emargement\/lien\?jeton=\S+)/);
}

/** The path of a link that needs no token. */
export async function pathIn(address: string, path: RegExp, patience: number): Promise<string> {
  return await find(address, new RegExp(`https?://[^/\\s]+(${path.source})`), patience);
}

/** The code on a line of its own. */
export async function codeIn(address: string): Promise<string> {
  return await find(address, /^\s+(\d[\d ]{4,9}\d)\s*$/m);
}
