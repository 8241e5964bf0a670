// The page: files in, answers out, in both languages, and nothing of a file is ever markup.
import { fireEvent, waitFor, within } from "@testing-library/dom";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it } from "vitest";
import { embedded } from "../page/embedded";
import { mount } from "../page/view";
import { badgeFile, jsonFile, now, platform } from "./make";

const block = JSON.stringify({
  keys: [platform.key],
  platform: "https://carnet.example",
  date: "2026-11-30",
});

const fileOf = (bytes: Uint8Array, name: string): File => {
  const file = new File([], name);
  // The document of the tests has files without contents.
  Object.defineProperty(file, "arrayBuffer", { value: async () => bytes.slice().buffer });
  return file;
};

let page: HTMLElement;

beforeEach(() => {
  page = document.createElement("div");
  document.body.replaceChildren(page);
});

const open = (text: string | null = block) => {
  mount(page, embedded(text), () => now);
  return within(page);
};

describe("the page that checks without a connection", () => {
  it("says that nothing leaves the device, and which keys it has", () => {
    const screen = open();
    expect(document.documentElement.lang).toBe("fr");
    expect(screen.getByText(/rien de vos fichiers n’en sort/)).toBeTruthy();
    expect(screen.getByText(platform.key.key_id)).toBeTruthy();
    expect(
      screen.getByText(/publiées par https:\/\/carnet.example le 30 novembre 2026/),
    ).toBeTruthy();
  });

  it("checks what is chosen, and tells how many were refused", async () => {
    const screen = open();
    const changed = jsonFile();
    changed[40] = (changed[40] ?? 0) ^ 1;
    const files = [fileOf(jsonFile(), "carnet.json"), fileOf(changed, "faux.json")];
    await userEvent.upload(screen.getByLabelText("Choisissez un ou plusieurs fichiers"), files);
    await waitFor(() => screen.getByText("Fichiers contrôlés : 2. Refusés : 1."));
    expect(screen.getByRole("heading", { name: "carnet.json" })).toBeTruthy();
    expect(screen.getByText("Authentique")).toBeTruthy();
    expect(screen.getByText("Refusé")).toBeTruthy();
    expect(screen.getByText(/Une révocation après le 30 novembre 2026/)).toBeTruthy();
  });

  it("takes files that are dropped", async () => {
    const screen = open();
    const zone = screen.getByRole("region", { name: "Le fichier" });
    fireEvent.drop(zone, { dataTransfer: { files: [fileOf(badgeFile(), "badge.jwt")] } });
    await waitFor(() => screen.getByText("Fichiers contrôlés : 1. Refusés : 0."));
  });

  it("speaks English at one press, and keeps what was found", async () => {
    const screen = open();
    fireEvent.drop(screen.getByRole("region", { name: "Le fichier" }), {
      dataTransfer: { files: [fileOf(jsonFile(), "carnet.json")] },
    });
    await waitFor(() => screen.getByText("Authentique"));
    await userEvent.click(screen.getByRole("button", { name: "English" }));
    expect(document.documentElement.lang).toBe("en");
    expect(screen.getByText("Authentic")).toBeTruthy();
    expect(screen.getByText(/Unbroken chain: 2 links/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Français" }));
  });

  it("asks for keys where it has none, and takes them from a file", async () => {
    const screen = open("null");
    expect(screen.getByText(/Aucune clé\. Sans elles/)).toBeTruthy();
    const keys = fileOf(new TextEncoder().encode(block), "cles.json");
    const input = screen.getByLabelText("Ajouter un fichier de clés");
    await userEvent.upload(input, [keys, fileOf(new Uint8Array(), "vide.json")]);
    await waitFor(() => screen.getByText("cles.json : clés ajoutées (1)."));
    expect(screen.getByText("vide.json ne contient aucune clé.")).toBeTruthy();
    expect(screen.queryByText(/Sans elles/)).toBe(null);
    fireEvent.drop(screen.getByRole("region", { name: "Le fichier" }), {
      dataTransfer: { files: [fileOf(jsonFile(), "carnet.json")] },
    });
    await waitFor(() => screen.getByText("Authentique"));
  });

  it("writes the name of a file as text", async () => {
    const screen = open();
    const name = "<img src=x onerror=alert(1)>.json";
    fireEvent.drop(screen.getByRole("region", { name: "Le fichier" }), {
      dataTransfer: { files: [fileOf(new Uint8Array(), name)] },
    });
    await waitFor(() => screen.getByRole("heading", { name }));
    expect(page.querySelector("img")).toBe(null);
  });

  it("has no fault that a program finds", async () => {
    const screen = open();
    fireEvent.drop(screen.getByRole("region", { name: "Le fichier" }), {
      dataTransfer: { files: [fileOf(jsonFile(), "carnet.json")] },
    });
    await waitFor(() => screen.getByText("Authentique"));
    const { violations } = await axe.run(page, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
