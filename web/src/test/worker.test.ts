// The worker that keeps the app (public/sw.js), in a browser of its own: what it keeps, and what it never touches.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

const SOURCE = readFileSync(resolve(__dirname, "../../public/sw.js"), "utf8");
const ORIGIN = "https://carnet.test";

type Listener = (event: Record<string, unknown>) => void;

let listeners: Record<string, Listener>;
let kept: Map<string, Response>;
let asked: string[];
let isFull: boolean;
/** What the server answers; null for no connection. */
let server: ((path: string) => Response) | null;

const html = (text: string, status = 200) =>
  new Response(text, { status, headers: { "content-type": "text/html; charset=utf-8" } });

beforeEach(() => {
  listeners = {};
  kept = new Map();
  asked = [];
  isFull = false;
  server = (path) => (path.startsWith("/assets/") ? new Response(path) : html("release 1"));
  const cache = {
    match: async (path: string) => kept.get(path)?.clone(),
    put: async (path: string, answer: Response) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(path, answer);
    },
  };
  const caches = { open: async () => cache, delete: async () => kept.clear() };
  const self = {
    location: { origin: ORIGIN },
    skipWaiting: () => undefined,
    clients: { claim: async () => undefined },
    addEventListener: (name: string, listener: Listener) => {
      listeners[name] = listener;
    },
  };
  const fetch = async (target: string | { url: string }) => {
    const path = typeof target === "string" ? target : new URL(target.url).pathname;
    asked.push(path);
    if (!server) throw new TypeError("Failed to fetch");
    return server(path);
  };
  new Function("self", "caches", "fetch", SOURCE)(self, caches, fetch);
});

async function tell(name: "install" | "message", data?: unknown): Promise<void> {
  let work: unknown;
  listeners[name]?.({ data, waitUntil: (promise: unknown) => (work = promise) });
  await work;
}

/** What the worker answers; undefined when it leaves the request to the browser. */
async function ask(path: string, more: { method?: string; mode?: string } = {}) {
  let answer: Promise<Response> | undefined;
  const request = { url: new URL(path, ORIGIN).href, method: "GET", mode: "cors", ...more };
  listeners.fetch?.({ request, respondWith: (given: Promise<Response>) => (answer = given) });
  const given = await answer;
  return given && { status: given.status, text: given.type === "error" ? "" : await given.text() };
}

const open = (path: string) => ask(path, { mode: "navigate" });

describe("the worker", () => {
  it("never sees the API, what is sent, nor another site", async () => {
    await tell("install");
    asked = [];
    for (const path of ["/api/v1/me", "/api", "/health/live", "/openapi.json", "/sw.js"]) {
      expect(await open(path), path).toBeUndefined();
      expect(await ask(path), path).toBeUndefined();
    }
    expect(await ask("/assets/a.js", { method: "POST" })).toBeUndefined();
    expect(await ask("https://elsewhere.test/assets/a.js")).toBeUndefined();
    await tell("message", { keep: ["/api/v1/me", "https://elsewhere.test/x", 3] });
    await tell("message", "anything");
    expect(asked).toEqual([]);
    expect([...kept.keys()]).toEqual(["/"]);
  });

  it("opens a page and what it was made of without a connection, under any address", async () => {
    await tell("install");
    await tell("message", { keep: ["/assets/early-1.js"] });
    await ask("/assets/late-1.css");
    server = null;
    expect(await open("/organisations/o/sessions/s/creneaux/c/emargement?demi=matin")).toEqual({
      status: 200,
      text: "release 1",
    });
    expect(await ask("/assets/early-1.js")).toMatchObject({ text: "/assets/early-1.js" });
    expect(await ask("/assets/late-1.css")).toMatchObject({ text: "/assets/late-1.css" });
    expect([...kept.keys()].sort()).toEqual(["/", "/assets/early-1.js", "/assets/late-1.css"]);
  });

  it("has the page from the server as long as that answers, and drops the files of the release before", async () => {
    await tell("install");
    await ask("/assets/app-1.js");
    expect(await open("/compte")).toMatchObject({ text: "release 1" });
    expect(kept.has("/assets/app-1.js")).toBe(true);
    server = (path) => (path.startsWith("/assets/") ? new Response(path) : html("release 2"));
    expect(await open("/compte")).toMatchObject({ text: "release 2" });
    expect([...kept.keys()]).toEqual(["/"]);
    server = null;
    expect(await open("/compte")).toMatchObject({ text: "release 2" });
  });

  it("shows what it keeps while the server is in trouble, and keeps no trouble", async () => {
    await tell("install");
    server = () => html("down", 503);
    expect(await open("/compte")).toEqual({ status: 200, text: "release 1" });
    expect(await ask("/assets/new-2.js")).toMatchObject({ status: 503 });
    server = () => html("gone", 404);
    expect(await open("/compte")).toEqual({ status: 404, text: "gone" });
    expect([...kept.keys()]).toEqual(["/"]);
  });

  it("says what the server says where nothing is kept", async () => {
    server = () => html("down", 503);
    expect(await open("/compte")).toEqual({ status: 503, text: "down" });
    server = null;
    expect((await open("/compte"))?.status).toBe(0);
  });

  it("stands in nobody's way where nothing can be kept", async () => {
    isFull = true;
    await tell("install");
    expect(await open("/compte")).toMatchObject({ text: "release 1" });
    expect(await ask("/assets/a.js")).toMatchObject({ text: "/assets/a.js" });
    expect(kept.size).toBe(0);
  });
});
