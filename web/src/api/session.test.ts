import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const tokens = (n: number, seconds = 300) => ({
  access_token: `token-${n}`,
  token_type: "Bearer",
  expires_in: seconds,
});

const answer = (status: number, body: unknown = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status });

/** Each test has a tab of its own: a session nobody has used yet. */
async function tab() {
  vi.resetModules();
  const { session } = await import("./session");
  const { api, unwrap } = await import("./client");
  return { session, api, unwrap };
}

const paths = (calls: unknown[][]): string[] =>
  calls.map(([target]) =>
    target instanceof Request ? new URL(target.url).pathname : String(target),
  );

let fetched: ReturnType<typeof vi.fn>;

beforeEach(() => {
  fetched = vi.fn();
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("navigator", {});
});

afterEach(() => vi.unstubAllGlobals());

describe("session", () => {
  it("opens from the cookie, once for everybody who asks at the same time", async () => {
    fetched.mockImplementation(async () => answer(200, tokens(1)));
    const { session } = await tab();
    expect(await Promise.all([session.ready(), session.ready(), session.bearer()])).toEqual([
      true,
      true,
      "token-1",
    ]);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(session.status()).toBe("open");
  });

  it("is anonymous when the cookie is refused, and asks no more", async () => {
    fetched.mockImplementation(async () => answer(401));
    const { session } = await tab();
    expect(await session.ready()).toBe(false);
    expect(await session.ready()).toBe(false);
    expect(session.status()).toBe("anonymous");
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("stays an open question while the server is in trouble", async () => {
    fetched.mockImplementationOnce(async () => answer(503));
    fetched.mockImplementationOnce(async () => answer(200, tokens(1)));
    const { session } = await tab();
    expect(await session.ready()).toBe(false);
    expect(session.status()).toBe("unknown");
    expect(await session.ready()).toBe(true);
  });

  it("renews a token that is about to end before using it", async () => {
    fetched.mockImplementation(async () => answer(200, tokens(2)));
    const { session } = await tab();
    session.open(tokens(1, 5));
    expect(await session.bearer()).toBe("token-2");
  });

  it("has expired when an open session is refused its renewal", async () => {
    fetched.mockImplementation(async () => answer(401));
    const { session } = await tab();
    session.open(tokens(1, 5));
    expect(await session.bearer()).toBeNull();
    expect(session.status()).toBe("expired");
  });
});

describe("client", () => {
  it("sends the token, renews it once when it is refused, and sends again", async () => {
    fetched
      .mockImplementationOnce(async () => answer(401))
      .mockImplementationOnce(async () => answer(200, tokens(2)))
      .mockImplementationOnce(async () => answer(200, { items: [] }));
    const { session, api, unwrap } = await tab();
    session.open(tokens(1));
    expect(await unwrap(api.GET("/api/v1/me/organisations"))).toEqual({ items: [] });
    expect(paths(fetched.mock.calls)).toEqual([
      "/api/v1/me/organisations",
      "/api/v1/auth/refresh",
      "/api/v1/me/organisations",
    ]);
    const sent = fetched.mock.calls.map(([target]) =>
      target instanceof Request ? target.headers.get("authorization") : null,
    );
    expect(sent).toEqual(["Bearer token-1", null, "Bearer token-2"]);
  });

  it("takes a refused login for an answer", async () => {
    fetched.mockImplementation(async () =>
      answer(401, { title: "Refusé", code: "invalid_credentials" }),
    );
    const { api, unwrap } = await tab();
    const body = { email: "a@b.fr", password: "x" };
    await expect(unwrap(api.POST("/api/v1/auth/login", { body }))).rejects.toMatchObject({
      status: 401,
      code: "invalid_credentials",
    });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("turns a server out of reach into a problem, and says it is lost", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    const { session, api, unwrap } = await tab();
    const { reachability } = await import("./reachability");
    session.open(tokens(1));
    await expect(unwrap(api.GET("/api/v1/me"))).rejects.toMatchObject({ code: "unreachable" });
    expect(reachability.current()).toBe(false);
    fetched.mockImplementation(async () => answer(200, {}));
    await unwrap(api.GET("/api/v1/me"));
    expect(reachability.current()).toBe(true);
  });

  it("lets a cancelled request go without a word about the server", async () => {
    fetched.mockRejectedValue(new DOMException("cancelled", "AbortError"));
    const { session, api } = await tab();
    const { reachability } = await import("./reachability");
    session.open(tokens(1));
    const signal = AbortSignal.abort();
    await expect(api.GET("/api/v1/me", { signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(reachability.current()).toBe(true);
  });
});
