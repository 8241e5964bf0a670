// What the server says of files, and a stand-in for the request that sends one.
import type { FileCard, FileRules } from "@/api/types";

const kind = (media_type: string, extensions: string[], largest_bytes: number) => ({
  media_type,
  extensions,
  largest_bytes,
});
export const RULES: FileRules = {
  purposes: [
    {
      purpose: "absence_proof",
      kinds: [
        kind("application/pdf", ["pdf"], 10_485_760),
        kind("image/jpeg", ["jpg", "jpeg"], 10_485_760),
      ],
    },
    {
      purpose: "session_resource",
      kinds: [
        kind("application/pdf", ["pdf"], 10_485_760),
        kind("video/mp4", ["mp4"], 209_715_200),
      ],
    },
  ],
  person_bytes: 209_715_200,
  organisation_bytes: 21_474_836_480,
};
export const CARD: FileCard = {
  id: "0d5cf9a4-5f0a-4c0a-9a43-3f1e0f6a2b11",
  name: "arrêt.pdf",
  media_type: "application/pdf",
  bytes: 1_200_000,
  sha256: "00",
  scan: "clean",
  warnings: [],
  purpose: null,
  created_at: "2026-03-03T08:00:00Z",
};

/** Stands in for the browser's request: each test says what comes back, and when. */
export class FakeRequest {
  static all: FakeRequest[] = [];
  upload: { onprogress?: (event: Partial<ProgressEvent>) => void } = {};
  headers: Record<string, string> = {};
  path = "";
  body: unknown;
  status = 0;
  responseText = "";
  aborted = false;
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;

  open(_method: string, path: string) {
    this.path = path;
    FakeRequest.all.push(this);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader(): string | null {
    return null;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.aborted = true;
    this.onabort?.();
    this.onloadend?.();
  }
  progress(share: number) {
    this.upload.onprogress?.({ loaded: share * 100, total: 100, lengthComputable: true });
  }
  answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
    this.onloadend?.();
  }
}
