import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "@/i18n";
import { Icon } from "@/ui/Icon";
import { LevelMark } from "./LevelMark";
import { levelName, type Status, spokenLevel, statusName } from "./levels";
import classes from "./SkillBadge.module.css";

interface Props {
  label: string;
  level: number | null | undefined;
  status: Status;
}

/** A skill with its level and status. Validated carries a seal and a full edge; declared a dashed one. */
export function SkillBadge({ label, level, status }: Props) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-status={status}>
      {status === "validated" ? (
        <span className={classes.seal}>
          <Icon name="seal" size={16} />
        </span>
      ) : null}
      <span className={classes.label}>{label}</span>
      <span className={classes.level} aria-hidden="true">
        <LevelMark level={level} />
        {levelName(t, level)}
      </span>
      <VisuallyHidden>
        {t("skill.spoken", { level: spokenLevel(t, level), status: statusName(t, status) })}
      </VisuallyHidden>
    </span>
  );
}
