import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { FileCard } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { FileButton } from "./FileButton";

const card = (what: Partial<FileCard>): FileCard => ({
  id: "1",
  name: "cours.pdf",
  media_type: "application/pdf",
  bytes: 2048,
  sha256: "00",
  scan: "clean",
  warnings: [],
  created_at: "2026-03-02T08:00:00Z",
  ...what,
});

const film = card({ name: "soudure.mp4", media_type: "video/mp4" });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

afterEach(() => vi.restoreAllMocks());

function show(file: FileCard) {
  const download = vi.fn(() => Promise.resolve(new Blob(["x"])));
  const link = vi.fn(() => Promise.resolve({ url: "/api/v1/files/a", expires_at: inAnHour() }));
  const { container } = renderInApp(
    <FileButton title="Soudure" file={file} download={download} link={link} />,
  );
  return { download, link, container };
}

describe("a film", () => {
  it("is shown as it arrives, from an address of its own, and never read as a whole", async () => {
    const { download, link, container } = show(film);
    expect(container.querySelector("video")).toBeNull();
    expect(link).not.toHaveBeenCalled();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: /^Lire «.Soudure.»$/ }));
    await waitFor(() => expect(container.querySelector("video")).not.toBeNull());
    const video = container.querySelector("video");
    expect(video).toHaveAttribute("src", "/api/v1/files/a");
    expect(video).toHaveAttribute("aria-label", "Soudure");
    // What fails for another reason than time is not asked for again and again.
    fireEvent.error(video as Element);
    expect(link).toHaveBeenCalledTimes(1);
    expect(download).not.toHaveBeenCalled();
  });

  it("is kept by the browser from its address", async () => {
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.getAttribute("href")} ${this.download}`);
    });
    const { download } = show(film);
    await userEvent.click(screen.getByRole("button", { name: /^Télécharger «.Soudure.»$/ }));
    await waitFor(() => expect(clicked).toEqual(["/api/v1/files/a soudure.mp4"]));
    expect(download).not.toHaveBeenCalled();
  });
});

describe("another file", () => {
  it("is downloaded, and says what the antivirus could not look through", () => {
    show(card({ scan: "unchecked" }));
    expect(screen.queryByRole("button", { name: /^Lire/ })).toBeNull();
    expect(screen.getByText(/^L’antivirus n’a pas pu vérifier ce fichier/)).toBeVisible();
  });
});
