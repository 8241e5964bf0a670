// The page: keys, files, results. Drawn anew when the language changes; what was found stays.
import { check } from "../check";
import { type GivenKeys, withFile } from "../check/keys";
import { dayIn } from "../check/said";
import { readStatusList, type StatusList } from "../check/status";
import { element } from "./dom";
import type { Embedded } from "./embedded";
import { drawResult, type Result } from "./results";
import { filled, type Language, TEXTS } from "./texts";

interface Note {
  sentence: "keysAdded" | "keysRefused" | "listAdded";
  values: Record<string, string | number>;
}

/** Puts the page into an element. `now` is read at each check. */
export function mount(root: HTMLElement, embedded: Embedded, now: () => Date): void {
  let language: Language = "fr";
  let keys: GivenKeys = embedded.keys;
  let lists: StatusList[] = [];
  let results: Result[] = [];
  let notes: Note[] = [];

  const status = element("p", { role: "status", class: "status" });
  const texts = () => TEXTS[language];

  const tell = () => {
    const bad = results.filter(({ answer }) => !answer?.isHeld).length;
    const isDone = results.length > 0;
    status.textContent = isDone ? filled(texts().done, { count: results.length, bad }) : "";
  };

  const addKeys = async (files: File[]) => {
    for (const file of files) {
      const more = withFile(keys, await bytesOf(file).catch(() => new Uint8Array()));
      const count = (more?.named.length ?? 0) - keys.named.length;
      const values = { file: file.name, count };
      notes = [...notes, { sentence: more ? "keysAdded" : "keysRefused", values }];
      if (more) keys = more;
    }
    draw("keys");
  };

  const addFiles = async (files: File[]) => {
    if (files.length === 0) return;
    status.textContent = texts().working;
    results = [];
    const read: [string, Uint8Array | null][] = [];
    for (const file of files) {
      const bytes = await bytesOf(file).catch(() => null);
      const list = bytes && readStatusList(bytes, keys);
      if (list) {
        lists = [...lists, list];
        notes = [...notes, { sentence: "listAdded", values: { file: file.name, date: list.asOf } }];
      } else {
        read.push([file.name, bytes]);
      }
    }
    // Lists first: they may speak of badges that came before them.
    const means = { keys, lists, now: now() };
    results = read.map(([name, bytes]) => ({ name, answer: bytes && check(bytes, means) }));
    draw("files");
    tell();
  };

  const chooser = (id: string, label: string, hint: string, take: (files: File[]) => void) => {
    const described = { "aria-describedby": `${id}-hint` };
    const input = element("input", { type: "file", id, multiple: "", ...described });
    input.addEventListener("change", () => take([...(input.files ?? [])]));
    return [
      element("label", { for: id, class: "choose" }, label),
      input,
      element("p", { id: `${id}-hint`, class: "hint" }, hint),
    ];
  };

  const dropZone = () => {
    const { filesTitle, files, filesHint } = texts();
    const zone = element(
      "section",
      { class: "zone", "aria-labelledby": "files-title" },
      element("h2", { id: "files-title" }, filesTitle),
      ...chooser("files", files, filesHint, addFiles),
    );
    const over = (is: boolean) => (event: DragEvent) => {
      event.preventDefault();
      zone.classList.toggle("over", is);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      addFiles([...(event.dataTransfer?.files ?? [])]);
    });
    return zone;
  };

  const keysPart = () => {
    const { keysTitle, keysNone, keysFrom, keysFile, keysHint, keysTrust } = texts();
    const { platform, date } = embedded;
    const names = embedded.keys.platform.map(({ key_id }) =>
      element("li", {}, element("code", {}, key_id)),
    );
    return element(
      "section",
      { "aria-labelledby": "keys-title" },
      element("h2", { id: "keys-title" }, keysTitle),
      ...(names.length > 0
        ? [
            element("p", {}, filled(keysFrom, { platform, date: dayIn(language, date) })),
            element("ul", {}, ...names),
          ]
        : []),
      ...(keys.named.length === 0 ? [element("p", { class: "warning" }, keysNone)] : []),
      ...notes.map(({ sentence, values }) => element("p", {}, filled(texts()[sentence], values))),
      element("p", { class: "hint" }, keysTrust),
      ...chooser("keys", keysFile, keysHint, addKeys),
    );
  };

  const resultsPart = () =>
    element(
      "section",
      { "aria-labelledby": "results-title" },
      element("h2", { id: "results-title" }, texts().results),
      ...results.map((result) => drawResult(result, language)),
    );

  const head = () => {
    const { title, lead, privacy, save } = texts();
    const other = language === "fr" ? "en" : "fr";
    const attributes = { type: "button", id: "language", lang: other };
    const button = element("button", attributes, texts().language);
    button.addEventListener("click", () => {
      language = other;
      draw("language");
      tell();
    });
    return element(
      "header",
      {},
      button,
      element("h1", {}, title),
      element("p", { class: "lead" }, lead),
      element("p", {}, privacy),
      element("p", { class: "hint" }, save),
    );
  };

  /** Draws everything, and leaves the keyboard where it was. */
  function draw(focused?: string) {
    document.documentElement.lang = language;
    document.title = `${texts().title} · Carnet`;
    const main = element("main", {}, dropZone());
    if (results.length > 0) main.append(resultsPart());
    main.append(keysPart());
    root.replaceChildren(head(), status, main);
    if (focused) document.getElementById(focused)?.focus();
  }

  draw();
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
