import { useInfiniteQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { axeViolations, renderInApp } from "@/test/render";
import { PagedList } from "./PagedList";

type Page = { items: string[]; next: number | null };

/** Answers page after page; an error in the place of a page is thrown once. */
function answering(...answers: (string[] | Error)[]) {
  const pages = answers.filter((answer): answer is string[] => Array.isArray(answer));
  const queue = [...answers];
  let served = 0;
  return async (): Promise<Page> => {
    const answer = queue.shift();
    if (answer instanceof Error) throw answer;
    served++;
    return { items: answer ?? [], next: served < pages.length ? served : null };
  };
}

function List({ ask }: { ask: () => Promise<Page> }) {
  const list = useInfiniteQuery({
    queryKey: ["list"],
    initialPageParam: 0,
    queryFn: ask,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  return (
    <PagedList list={list} height={80} none={<p>Rien</p>}>
      {(items) => (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

const lost = () => new ApiProblem(500, { code: "internal" });
const items = () => screen.queryAllByRole("listitem").map((item) => item.textContent);

describe("PagedList", () => {
  it("shows that it loads, then what there is, then the rest when it is asked for", async () => {
    const { container } = renderInApp(<List ask={answering(["a", "b"], ["c"])} />);
    expect(screen.getByRole("img")).toBeDefined();
    const more = await screen.findByRole("button", { name: "Voir la suite" });
    expect(items()).toEqual(["a", "b"]);
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(more);
    await screen.findByText("c");
    expect(items()).toEqual(["a", "b", "c"]);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says that there is nothing", async () => {
    renderInApp(<List ask={answering([])} />);
    await screen.findByText("Rien");
  });

  it("offers to ask again when nothing came", async () => {
    const { container } = renderInApp(<List ask={answering(lost(), ["a"])} />);
    await userEvent.click(await screen.findByRole("button"));
    await screen.findByText("a");
    expect(await axeViolations(container)).toEqual([]);
  });

  it("keeps what was read when the next page does not come, and asks for that page again", async () => {
    renderInApp(<List ask={answering(["a"], lost(), ["b"])} />);
    await userEvent.click(await screen.findByRole("button", { name: "Voir la suite" }));
    const again = await screen.findByRole("button");
    expect(items()).toEqual(["a"]);
    await userEvent.click(again);
    await screen.findByText("b");
    expect(items()).toEqual(["a", "b"]);
  });
});
