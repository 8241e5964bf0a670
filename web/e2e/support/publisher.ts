// Stands in for the publisher of the catalogue: there is nothing to fetch until a story publishes a release.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inject } from "vitest";

export async function startPublisher(port: number) {
  let archive: Buffer | null = null;
  const server = createServer(async (request, response) => {
    if (request.method === "PUT") {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      archive = Buffer.concat(chunks);
      response.writeHead(204).end();
    } else if (request.method === "DELETE") {
      archive = null;
      response.writeHead(204).end();
    } else if (archive) {
      response.writeHead(200, { "content-type": "application/zip" }).end(archive);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}/`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** From now on this archive is what the publisher has. */
export async function publish(zip: Buffer): Promise<void> {
  await fetch(inject("publisher"), { method: "PUT", body: new Uint8Array(zip) });
}

/** From now on the publisher has nothing. */
export async function withdraw(): Promise<void> {
  await fetch(inject("publisher"), { method: "DELETE" });
}
