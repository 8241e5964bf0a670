import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session as account } from "@/api/session";
import type { SlotDetails, TrainingSession } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { SubjectDialog } from "./SubjectDialog";

const session = {
  id: "t1",
  place: "Lyon",
  courses: [{ id: "c1", title: "Soudure à l’arc" }],
} as unknown as TrainingSession;
const slot = {
  id: "s1",
  version: 3,
  session_course_id: "c1",
  title: "Soudage TGI",
  place: "",
} as unknown as SlotDetails;

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
      const version = request.headers.get("if-match");
      sent.push({ path, version, body: await request.json() });
      return refusal
        ? new Response(JSON.stringify(refusal), { status: 422 })
        : new Response(JSON.stringify({ ...slot, version: 4 }), { status: 200 });
    }),
  );
  account.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const draw = (onClose = vi.fn()) => {
  renderInApp(<SubjectDialog organisation="o1" session={session} slot={slot} onClose={onClose} />);
  return onClose;
};
const submit = () => userEvent.click(screen.getByRole("button", { name: "Rectifier" }));

describe("what a sealed sheet says", () => {
  it("is put right with a reason, and with nothing less", async () => {
    const onClose = draw();
    await submit();
    expect(sent).toEqual([]);
    const title = screen.getByRole("textbox", { name: /^Intitulé/ });
    await userEvent.clear(title);
    await userEvent.type(title, "Soudage TIG");
    await userEvent.type(screen.getByRole("textbox", { name: /^Motif/ }), "Faute");
    expect(await axeViolations(screen.getByRole("dialog"))).toEqual([]);
    await submit();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(sent).toEqual([
      {
        path: "/api/v1/organisations/o1/sessions/t1/slots/s1/rectify",
        version: '"3"',
        body: {
          subject: { session_course_id: "c1", title: "Soudage TIG", place: "" },
          reason: "Faute",
        },
      },
    ]);
  });

  it("stays on screen when it is refused, with the fault at its field", async () => {
    const message = "Choisissez un module, ou dites ce qu’on y fait.";
    refusal = { errors: [{ pointer: "/subject/session_course_id", code: "required", message }] };
    const onClose = draw();
    await userEvent.type(screen.getByRole("textbox", { name: /^Motif/ }), "Faute");
    await submit();
    expect(await screen.findByText(message)).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
  });
});
