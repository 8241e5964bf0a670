// Reads text/event-stream piece by piece, as the HTML standard says: lines end in any way, a blank line ends an event.

export interface StreamEvent {
  name: string;
  data: string;
}

/** Takes pieces of text as they come and gives the events they complete. */
export class EventReader {
  /** When to come back, in milliseconds, once the server has said it. */
  retry: number | null = null;
  #rest = "";
  #name = "";
  #data: string[] = [];

  read(piece: string): StreamEvent[] {
    const found: StreamEvent[] = [];
    this.#rest += piece;
    // A carriage return at the very end may be half of a line end.
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = this.#take(line);
      if (event) found.push(event);
    }
    return found;
  }

  #take(line: string): StreamEvent | null {
    if (line === "") return this.#finish();
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#name = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
    return null;
  }

  #finish(): StreamEvent | null {
    const event =
      this.#data.length > 0 ? { name: this.#name || "message", data: this.#data.join("\n") } : null;
    this.#name = "";
    this.#data = [];
    return event;
  }
}
