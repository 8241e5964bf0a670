import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { CARD, FakeRequest } from "@/test/upload";
import { mark, row, sheetOf } from "./model/sample";
import { outboxStore } from "./outboxStore";
import { Page, serve, server } from "./rollHarness";

serve();

beforeEach(() => {
  FakeRequest.all = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});

const ABSENT = row("1", {
  half_days: [{ part: "am", mark: mark({ number: 4, status: "absent" }), signature: null }],
});
const save = () => userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));

/** Opens the details of somebody absent, and chooses what proves why. */
async function proving() {
  const { container } = renderInApp(<Page sheet={sheetOf([ABSENT])} />);
  await userEvent.click(screen.getByRole("button", { name: "Précisions sur Prénom1 Nom1" }));
  const input = screen.getByLabelText("Justificatif");
  await waitFor(() => expect(input).toBeEnabled());
  const file = new File(["%PDF"], "arrêt.pdf", { type: "application/pdf" });
  fireEvent.change(input, { target: { files: [file] } });
  await waitFor(() => expect(FakeRequest.all.length).toBe(1));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Motif" }), "Transports");
  return { upload: FakeRequest.all[0] as FakeRequest, container };
}

describe("a mark with a proof", () => {
  it("is not saved while the proof is on its way, and is saved with it afterwards", async () => {
    const { upload, container } = await proving();
    upload.progress(0.5);
    await save();
    expect(screen.getByRole("alert")).toHaveTextContent(/encore en cours d’envoi/);
    expect(outboxStore.rows("ada", "s1")).toEqual({});
    expect(await axeViolations(container)).toEqual([]);
    act(() => upload.answer(201, CARD));
    await screen.findByText("arrêt.pdf");
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    await save();
    await waitFor(() =>
      expect(server.sent[0]?.rows).toMatchObject([
        { status: "absent", reason: "transport", proof_file_id: CARD.id },
      ]),
    );
    expect(server.sent.length).toBe(1);
  });

  it("whose proof did not get through is saved without it only when that is chosen", async () => {
    const { upload } = await proving();
    act(() => upload.answer(413, { code: "quota_reached", title: "Plus de place." }));
    await screen.findByText("Plus de place.");
    await save();
    expect(screen.getByText(/Le justificatif n’est pas parti/)).toBeVisible();
    expect(outboxStore.rows("ada", "s1")).toEqual({});
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer sans justificatif" }));
    await waitFor(() => expect(server.sent[0]?.rows).toMatchObject([{ reason: "transport" }]));
    expect(server.sent[0]?.rows[0]?.proof_file_id).toBeUndefined();
  });

  it("is saved without it once its sending was cancelled", async () => {
    await proving();
    await save();
    await userEvent.click(screen.getByRole("button", { name: "Annuler l’envoi" }));
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
    await save();
    await waitFor(() => expect(server.sent[0]?.rows).toMatchObject([{ reason: "transport" }]));
  });
});
