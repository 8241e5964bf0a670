import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { renderInApp } from "@/test/render";
import { useShortcut } from "./useShortcut";

function Page({ action }: { action: () => void }) {
  useShortcut("/", action);
  return <input aria-label="Champ" />;
}

describe("useShortcut", () => {
  it("answers the sign, however the keyboard types it", () => {
    const action = vi.fn();
    renderInApp(<Page action={action} />);
    fireEvent.keyDown(document.body, { key: "/" });
    fireEvent.keyDown(document.body, { key: "/", shiftKey: true });
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("leaves fields and the browser’s own shortcuts alone", () => {
    const action = vi.fn();
    renderInApp(<Page action={action} />);
    fireEvent.keyDown(screen.getByRole("textbox"), { key: "/" });
    fireEvent.keyDown(document.body, { key: "/", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
    expect(action).not.toHaveBeenCalled();
  });
});
