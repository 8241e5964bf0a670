import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session as account } from "@/api/session";
import type { TrainingSession } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { RectifySession } from "./RectifySession";

const session = {
  id: "t1",
  version: 5,
  title: "Soudure",
  place: "Lyon",
} as unknown as TrainingSession;

let sent: { path: string; version: string | null; body: unknown }[] = [];
let refusal: unknown = null;

beforeEach(() => {
  sent = [];
  refusal = null;
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const { pathname: path } = new URL(request.url);
      if (request.method !== "POST") return new Response(JSON.stringify({ items: [] }));
      sent.push({ path, version: request.headers.get("if-match"), body: await request.json() });
      return refusal
        ? new Response(JSON.stringify(refusal), { status: 422 })
        : new Response(JSON.stringify({ ...session, version: 6 }), { status: 200 });
    }),
  );
  account.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function opened() {
  renderInApp(<RectifySession organisation="o1" session={session} />);
  await userEvent.click(screen.getByRole("button", { name: "Rectifier le titre ou le lieu" }));
  await screen.findByRole("dialog", undefined, { timeout: 10_000 });
}
const submit = () => userEvent.click(screen.getByRole("button", { name: "Rectifier" }));

describe("an ended session", () => {
  it("is put right with a reason, and with nothing less", async () => {
    await opened();
    await submit();
    expect(sent).toEqual([]);
    const title = screen.getByRole("textbox", { name: /^Titre/ });
    await userEvent.clear(title);
    await userEvent.type(title, "Soudure TIG");
    await userEvent.type(screen.getByRole("textbox", { name: /^Motif/ }), "Convention");
    expect(await axeViolations(screen.getByRole("dialog"))).toEqual([]);
    await submit();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(sent).toEqual([
      {
        path: "/api/v1/organisations/o1/sessions/t1/rectify",
        version: '"5"',
        body: { title: "Soudure TIG", place: "Lyon", reason: "Convention" },
      },
    ]);
  });

  it("says at the field what was refused", async () => {
    const message = "C’est déjà le titre et le lieu de la session.";
    refusal = { errors: [{ pointer: "/title", code: "nothing_changed", message }] };
    await opened();
    await userEvent.type(screen.getByRole("textbox", { name: /^Motif/ }), "Relecture");
    await submit();
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByRole("dialog")).toBeVisible();
  });
});
