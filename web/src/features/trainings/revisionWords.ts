// Who published a revision, or writes it, and when.
import type { Revision } from "@/api/types";
import type { Translate } from "@/i18n/revisions";
import { formatMoment } from "@/lib/format";

/** The name is left out once the account is gone. */
export function writtenName(t: Translate, revision: Revision): string {
  const { written_by: name, written_at: written, published_at: published } = revision;
  const date = formatMoment(published ?? written);
  if (published) {
    return name ? t("revision.publishedBy", { name, date }) : t("revision.published", { date });
  }
  return name ? t("revision.writtenBy", { name, date }) : t("revision.written", { date });
}
