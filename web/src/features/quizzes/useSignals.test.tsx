import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { sessionStore } from "@/lib/sessionStore";
import { renderInApp } from "@/test/render";
import { countedBefore, useSignals } from "./useSignals";

let sent: { url: string; body: unknown }[];
let visibility: DocumentVisibilityState;

function Page({ counts }: { counts: boolean }) {
  useSignals("i1", counts);
  return <textarea aria-label="Réponse" />;
}

const leave = () => {
  visibility = "hidden";
  fireEvent(document, new Event("visibilitychange"));
  visibility = "visible";
  fireEvent(document, new Event("visibilitychange"));
};
const later = () => vi.advanceTimersByTimeAsync(2_500);

beforeEach(() => {
  sent = [];
  visibility = "visible";
  sessionStore.clear();
  vi.useFakeTimers();
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      sent.push({ url: new URL(request.url).pathname, body: await request.json() });
      return new Response(null, { status: 204 });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("signs of an attempt", () => {
  it("are changes of tab and pastes into answers, told together after a pause", async () => {
    renderInApp(<Page counts />);
    leave();
    leave();
    fireEvent.paste(screen.getByRole("textbox"));
    // Not into an answer: nothing was pasted there.
    fireEvent.paste(document.body);
    expect(sent).toEqual([]);
    await later();
    expect(sent).toEqual([
      {
        url: "/api/v1/me/quiz-invitations/i1/signals",
        body: { tab_switches: 2, pastes: 1 },
      },
    ]);
  });

  it("go on from where they stood when the page is opened again", async () => {
    const { unmount } = renderInApp(<Page counts />);
    leave();
    unmount();
    await later();
    renderInApp(<Page counts />);
    leave();
    await later();
    expect(sent.at(-1)?.body).toEqual({ tab_switches: 2, pastes: 0 });
  });

  it("are not looked at where nobody was told of it", async () => {
    renderInApp(<Page counts={false} />);
    leave();
    fireEvent.paste(screen.getByRole("textbox"));
    await later();
    expect(sent).toEqual([]);
  });

  it("begin at nothing when what was kept cannot be read", () => {
    expect(countedBefore(null)).toEqual({ tab_switches: 0, pastes: 0 });
    expect(countedBefore({ tab_switches: "2", pastes: 1 })).toEqual({ tab_switches: 0, pastes: 0 });
    expect(countedBefore({ tab_switches: 2, pastes: 1 })).toEqual({ tab_switches: 2, pastes: 1 });
  });
});
