import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/validationGrid";
import { ConfirmButton } from "@/ui/ConfirmButton";
import classes from "./DraftBar.module.css";

interface Props {
  count: number;
  onReview: () => void;
  onDrop: () => void;
}

/** How many cells wait to be reviewed; it stays in sight at the foot of the screen. */
export function DraftBar({ count, onReview, onDrop }: Props) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className={classes.bar}>
      <p className={classes.count} role="status">
        {t("validating.drafts", { count })}
      </p>
      <ConfirmButton
        label={t("validating.drop")}
        title={t("validating.dropTitle")}
        confirm={t("validating.drop")}
        variant="subtle"
        danger
        action={async () => onDrop()}
      >
        {t("validating.dropText")}
      </ConfirmButton>
      <Button onClick={onReview}>{t("validating.review")}</Button>
    </div>
  );
}
