import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { type Asked, json, message, ROOM, serve } from "../testing";
import type { ReportDetails } from "../types";
import { Judge } from "./Judge";
import { WaitingMessages } from "./WaitingMessages";

const author = { profile_id: "p1", name: "Inès Diarra", side: "member", is_me: false } as const;

const details = (more: Partial<ReportDetails["messages"][number]> = {}): ReportDetails => ({
  report: {
    id: "r1",
    room_id: ROOM.id,
    room_name: "Questions",
    is_private: false,
    message_id: "m1",
    reason: "spam",
    comment: "",
    reported_at: "2026-11-02T09:00:00Z",
    reporter: "Nadia Belkacem",
    decision: null,
    note: null,
    decided_by: null,
    decided_at: null,
    is_own_message: false,
  },
  messages: [
    {
      id: "m1",
      position: 1,
      state: "visible",
      author,
      text: "Achetez",
      sent_at: "2026-11-02T08:00:00Z",
      edited_at: null,
      is_reported: true,
      before: [],
      files: [],
      ...more,
    },
  ],
});

let asked: Asked[];
let fails: boolean;

beforeEach(() => {
  fails = false;
  asked = serve((one) => {
    if (one.path === "/waiting-messages") {
      return json(200, { items: [message(null, { id: "w", author, text: "Ma question" })] });
    }
    if (fails) {
      return json(422, {
        code: "invalid_request",
        title: "À corriger.",
        status: 422,
        errors: [{ pointer: "/note", code: "too_long", message: "Trop long." }],
      });
    }
    if (one.method === "POST") return json(200, details());
    return json(200, { items: [] });
  });
});

const posted = () => asked.filter(({ method }) => method === "POST");

describe("messages that wait", () => {
  it("are let through at once, or refused with a reason", async () => {
    const { container } = renderInApp(<WaitingMessages room={ROOM.id} />);
    await screen.findByText("Ma question");
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole("button", { name: "Approuver le message de Inès Diarra" }),
    );
    await waitFor(() => expect(posted()[0]?.path).toBe("/messages/w/approval"));
    await userEvent.click(
      screen.getByRole("button", { name: "Refuser le message de Inès Diarra" }),
    );
    await userEvent.click(screen.getByRole("button", { name: "Refuser" }));
    expect(posted()).toHaveLength(1);
    await userEvent.type(screen.getByRole("textbox"), "Hors sujet");
    await userEvent.click(screen.getByRole("button", { name: "Refuser" }));
    await waitFor(() => expect(posted()[1]).toMatchObject({ body: { reason: "Hors sujet" } }));
  });
});

describe("a report", () => {
  it("is decided once a decision was chosen, and says at its field what is wrong", async () => {
    fails = true;
    const { container } = renderInApp(<Judge details={details()} />);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Décider" }));
    expect(screen.getByText("Choisissez une décision.")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Retirer et avertir" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "Vu");
    await userEvent.click(screen.getByRole("button", { name: "Décider" }));
    expect(await screen.findByText("Trop long.")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Note" })).toHaveValue("Vu");
    expect(posted()[0]?.body).toEqual({ decision: "warned", note: "Vu" });
  });

  it("silences and puts out nobody who trains the session", () => {
    renderInApp(<Judge details={details({ author: { ...author, side: "staff" } })} />);
    expect(screen.getAllByRole("radio")).toHaveLength(3);
    expect(screen.queryByRole("radio", { name: "Retirer et exclure" })).not.toBeInTheDocument();
  });
});
