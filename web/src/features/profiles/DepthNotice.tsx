import { useTranslation } from "@/i18n/search";
import { Notice } from "@/ui/Notice";

interface Props {
  reachable: number;
  total: number;
}

/** At the end of what may be paged through: how to reach the profiles beyond. Nothing when there are none. */
export function DepthNotice({ reachable, total }: Props) {
  const { t } = useTranslation();
  if (reachable >= total) return null;
  return (
    <Notice tone="info" title={t("results.depth", { shown: reachable, total })}>
      {t("results.depthHelp")}
    </Notice>
  );
}
