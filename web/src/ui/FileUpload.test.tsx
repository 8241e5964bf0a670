import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MY_FILES } from "@/api/files";
import { session } from "@/api/session";
import type { FileCard } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { CARD, FakeRequest, RULES } from "@/test/upload";
import { FileUpload } from "./FileUpload";

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
let fetched: ReturnType<typeof vi.fn>;
let card: FileCard;

beforeEach(() => {
  FakeRequest.all = [];
  card = CARD;
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  fetched = vi.fn(async (request: Request | string) => {
    if (request === "/api/v1/auth/refresh") {
      return json(200, { access_token: "fresh", token_type: "Bearer", expires_in: 300 });
    }
    const { pathname } = new URL((request as Request).url);
    if (pathname === "/api/v1/file-rules") return json(200, RULES);
    return (request as Request).method === "DELETE"
      ? new Response(null, { status: 204 })
      : json(200, card);
  });
  vi.stubGlobal("fetch", fetched);
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const sent = vi.fn();
const underway = vi.fn();

function Field({ purpose = "absence_proof" as "absence_proof" | "session_resource" }) {
  const [value, setValue] = useState<FileCard | null>(null);
  const onChange = (next: FileCard | null) => {
    sent(next);
    setValue(next);
  };
  return (
    <FileUpload
      label="Justificatif"
      path={MY_FILES}
      purpose={purpose}
      value={value}
      onChange={onChange}
      onUnderway={underway}
    />
  );
}

const pdf = (name = "arrêt.pdf", size = 10) =>
  new File([new Uint8Array(size)], name, { type: "application/pdf" });

/** Draws the field, and waits until it may be used. */
async function ready(purpose?: "absence_proof" | "session_resource") {
  const { container } = renderInApp(purpose ? <Field purpose={purpose} /> : <Field />);
  const input = screen.getByLabelText("Justificatif");
  await waitFor(() => expect(input).toBeEnabled());
  return { input, container };
}

const choose = (input: HTMLElement, ...files: File[]) =>
  fireEvent.change(input, { target: { files } });

async function request(number = 0): Promise<FakeRequest> {
  await waitFor(() => expect(FakeRequest.all.length).toBeGreaterThan(number));
  return FakeRequest.all[number] as FakeRequest;
}

describe("FileUpload", () => {
  it("says what may be chosen, and is chosen by keyboard like any field", async () => {
    const { input, container } = await ready();
    expect(input).toHaveAccessibleDescription("PDF, JPG. 10\u00a0Mo au plus.");
    expect(input).toHaveAttribute("accept", "application/pdf,.pdf,image/jpeg,.jpg,.jpeg");
    await userEvent.tab();
    expect(input).toHaveFocus();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("tells videos their own limit where they are taken", async () => {
    const { input } = await ready("session_resource");
    expect(input).toHaveAccessibleDescription(
      "PDF, MP4. 10\u00a0Mo au plus, 210\u00a0Mo pour une vidéo.",
    );
  });

  it("sends the file as it is, shows how far it is, and gives its card", async () => {
    const { input, container } = await ready();
    const file = pdf("arrêt de travail.pdf");
    choose(input, file);
    const underway = await request();
    expect(underway.path).toBe("/api/v1/me/files");
    expect(underway.body).toBe(file);
    expect(underway.headers).toEqual({
      authorization: "Bearer token",
      "content-type": "application/pdf",
      "file-name": "arr%C3%AAt%20de%20travail.pdf",
    });
    underway.progress(0.45);
    const bar = await screen.findByRole("progressbar", { name: "Envoi de arrêt de travail.pdf" });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "45"));
    expect(screen.getByText("45 %")).toBeInTheDocument();
    underway.progress(1);
    expect(await screen.findByText("Envoyé, vérification en cours…")).toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
    underway.answer(201, CARD);
    await waitFor(() => expect(sent).toHaveBeenLastCalledWith(CARD));
    expect(screen.getByRole("status")).toHaveTextContent(/Fichier envoyé.: arrêt.pdf/);
    expect(screen.queryByLabelText("Justificatif")).not.toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("takes a file that is dropped, and one at a time", async () => {
    const { input } = await ready();
    const zone = input.parentElement as HTMLElement;
    fireEvent.dragOver(zone);
    expect(zone).toHaveAttribute("data-over");
    fireEvent.drop(zone, { dataTransfer: { files: [pdf(), pdf()] } });
    expect(await screen.findByText("Déposez un seul fichier.")).toBeInTheDocument();
    expect(FakeRequest.all).toEqual([]);
    fireEvent.drop(zone, { dataTransfer: { files: [pdf()] } });
    await request();
    expect(screen.queryByText("Déposez un seul fichier.")).not.toBeInTheDocument();
  });

  it("refuses before sending what would be refused afterwards", async () => {
    const { input } = await ready();
    for (const [file, words] of [
      [pdf("a.pdf", 0), /Ce fichier est vide\./],
      [pdf("film.mp4"), /Ce type de fichier n’est pas accepté ici. Types acceptés.: PDF, JPG\./],
      [pdf("a.pdf", 10_500_000), /Ce fichier pèse 11.Mo, la limite est de 10.Mo\./],
    ] as const) {
      choose(input, file);
      expect(await screen.findByText(words)).toBeInTheDocument();
      expect(input).toHaveAttribute("aria-invalid", "true");
      expect(input).toHaveAccessibleDescription(words);
    }
    expect(FakeRequest.all).toEqual([]);
  });

  it("cancels, keeps the keyboard where it was, and sends another", async () => {
    const { input } = await ready();
    choose(input, pdf());
    const underway = await request();
    await userEvent.click(await screen.findByRole("button", { name: "Annuler l’envoi" }));
    expect(underway.aborted).toBe(true);
    await waitFor(() => expect(screen.getByLabelText("Justificatif")).toBeInTheDocument());
    expect(document.body).not.toHaveFocus();
    await userEvent.tab();
    expect(screen.getByLabelText("Justificatif")).toHaveFocus();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    choose(screen.getByLabelText("Justificatif"), pdf());
    (await request(1)).answer(201, CARD);
    expect(await screen.findByText("arrêt.pdf")).toBeInTheDocument();
  });

  it("says in words why it was refused, and sends again what may pass", async () => {
    const { input } = await ready();
    choose(input, pdf());
    const title = "Ce fichier contient du code ou un contenu caché.";
    (await request()).answer(422, { code: "unsafe_file", title, status: 422 });
    expect(await screen.findByRole("alert")).toHaveTextContent(title);
    expect(screen.queryByRole("button", { name: "Réessayer" })).not.toBeInTheDocument();
    choose(screen.getByLabelText("Justificatif"), pdf());
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    const second = await request(1);
    second.onerror?.();
    await userEvent.click(await screen.findByRole("button", { name: "Réessayer" }));
    (await request(2)).answer(201, CARD);
    expect(await screen.findByText("arrêt.pdf")).toBeInTheDocument();
  });

  it("tells the form what is awaited, from the first byte to the last", async () => {
    underway.mockClear();
    const { input } = await ready();
    choose(input, pdf());
    const first = await request();
    expect(underway).toHaveBeenLastCalledWith("sending");
    first.onerror?.();
    await userEvent.click(await screen.findByRole("button", { name: "Réessayer" }));
    const second = await request(1);
    second.answer(201, CARD);
    await screen.findByText("arrêt.pdf");
    const told = underway.mock.calls.map(([state]) => state).filter((state) => state !== null);
    expect(told).toEqual(["sending", "failed", "sending"]);
    expect(underway).toHaveBeenLastCalledWith(null);
  });

  it("renews a session that ended meanwhile, once", async () => {
    const { input } = await ready();
    choose(input, pdf());
    (await request()).answer(401, { code: "unauthenticated" });
    const again = await request(1);
    expect(again.headers.authorization).toBe("Bearer fresh");
    again.answer(201, CARD);
    expect(await screen.findByText("arrêt.pdf")).toBeInTheDocument();
  });

  it("waits for the antivirus, and says what it found", async () => {
    const { input, container } = await ready();
    choose(input, pdf());
    card = { ...CARD, scan: "infected" };
    (await request()).answer(201, { ...CARD, scan: "pending", warnings: ["attachments"] });
    expect(await screen.findByText("Vérification par l’antivirus en cours")).toBeInTheDocument();
    expect(screen.getByText("Ce PDF contient des fichiers joints.")).toBeInTheDocument();
    expect(await screen.findByText(/Un virus a été trouvé dans arrêt.pdf/)).toBeInTheDocument();
    expect(sent).toHaveBeenLastCalledWith(expect.objectContaining({ scan: "infected" }));
    expect(await axeViolations(container)).toEqual([]);
  });

  it("takes back what is removed", async () => {
    const { input } = await ready();
    choose(input, pdf());
    (await request()).answer(201, CARD);
    await userEvent.click(
      await screen.findByRole("button", { name: "Retirer le fichier arrêt.pdf" }),
    );
    expect(sent).toHaveBeenLastCalledWith(null);
    const asked = fetched.mock.calls
      .map(([target]) => target)
      .filter((one) => one instanceof Request);
    const last = asked.at(-1);
    expect([last?.method, new URL(last?.url ?? "").pathname]).toEqual([
      "DELETE",
      `/api/v1/me/files/${CARD.id}`,
    ]);
    await waitFor(() => expect(screen.getByLabelText("Justificatif")).toBeInTheDocument());
  });

  it("says when the rules cannot be read, and asks again", async () => {
    fetched.mockImplementation(async () => json(422, { code: "invalid_request", title: "Non." }));
    renderInApp(<Field />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Non.");
    expect(screen.getByLabelText("Justificatif")).toBeDisabled();
  });
});
