// What a release did to a line, and what accepting it would write, in plain French.
import type { CatalogNotice } from "@/api/types";
import type { Translate } from "@/i18n/notices";

/** How the line was called before the release; its code when that is all that is known. */
export const nameOf = ({ before, code }: CatalogNotice): string => before || code;

export function said(t: Translate, notice: CatalogNotice): string {
  const { code, kind, after, replacement } = notice;
  const words = {
    code,
    before: nameOf(notice),
    after: after || code,
    replacement: replacement?.code ?? "",
    label: replacement ? replacement.label || replacement.code : "",
  };
  switch (kind) {
    case "relabelled":
      return t("notice.said.relabelled", words);
    case "reused":
      return t(replacement ? "notice.said.reusedMoved" : "notice.said.reused", words);
    case "retired":
      return t(replacement ? "notice.said.retiredReplaced" : "notice.said.retired", words);
  }
}

export function effect(t: Translate, { kind, code, replacement }: CatalogNotice): string {
  if (kind === "relabelled") return t("notice.effect.rename");
  if (!replacement) return t("notice.effect.remove");
  const label = replacement.label || replacement.code;
  return t("notice.effect.replace", { code, replacement: replacement.code, label });
}
