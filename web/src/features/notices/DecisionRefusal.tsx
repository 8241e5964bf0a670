import { useTranslation } from "@/i18n/notices";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { refusalOf } from "./refusal";

/** Why a decision was not taken: somebody was quicker, the training is archived, or the general message. */
export function DecisionRefusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const refusal = refusalOf(error);
  if (refusal === "archived") {
    return (
      <Notice tone="warning" announce title={t("notice.archived")}>
        {t("notice.archivedText")}
      </Notice>
    );
  }
  if (refusal) {
    return (
      <Notice tone="warning" announce title={t("notice.overtaken")}>
        {t(`notice.overtakenText.${refusal}`)}
      </Notice>
    );
  }
  return <ProblemNotice error={error} />;
}
