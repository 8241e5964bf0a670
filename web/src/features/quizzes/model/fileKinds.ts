// Which files a question takes, of those that answers may be.
import type { KindRule } from "@/api/files";
import type { AskedQuestion } from "@/api/types";

type Accepted = NonNullable<AskedQuestion["files"]>;

const ENDINGS: Record<Accepted["kinds"][number], readonly string[]> = {
  pdf: ["pdf"],
  image: ["png", "jpg", "jpeg"],
  video: ["mp4", "webm"],
  document: ["docx", "odt"],
  spreadsheet: ["xlsx", "ods"],
  slides: ["pptx", "odp"],
};

/** The kinds that the question takes, each up to the size it allows. */
export function acceptedOf(rules: readonly KindRule[], { kinds, max_bytes: most }: Accepted) {
  const endings = kinds.flatMap((kind) => ENDINGS[kind]);
  return rules
    .filter(({ extensions }) => extensions.some((one) => endings.includes(one)))
    .map((rule) => ({ ...rule, largest_bytes: Math.min(rule.largest_bytes, most) }));
}
