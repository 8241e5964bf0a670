// Stands in for the publisher of the catalogue. Until a story publishes a release, its archive is empty: the server refuses
// it and keeps the starter catalogue, where it would ask a publisher that is away again and again.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { server } from "./server";
import { zip } from "./zip";

export async function startPublisher(port: number) {
  let archive: Buffer | null = zip(new Map());
  const stand = createServer(async (request, response) => {
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
    stand.once("error", reject);
    stand.listen(port, "127.0.0.1", resolve);
  });
  const bound = (stand.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}/`,
    stop: () => new Promise<void>((resolve) => stand.close(() => resolve())),
  };
}

/** From now on this archive is what the publisher has. */
export async function publish(archive: Buffer): Promise<void> {
  await fetch(server().publisher, { method: "PUT", body: new Uint8Array(archive) });
}

/** From now on the publisher answers that there is nothing. */
export async function withdraw(): Promise<void> {
  await fetch(server().publisher, { method: "DELETE" });
}
