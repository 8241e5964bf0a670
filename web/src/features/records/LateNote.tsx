import { Text } from "@mantine/core";
import type { MyHalfDay } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatTime, timeOf } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { lateness, signsLeaving } from "./model/own";
import { useMinutes } from "./useMinutes";

/** Tells, before signing, how late one will be noted, or that near the end of the half-day the hour says that no longer. */
export function LateNote({ half }: { half: MyHalfDay }) {
  const { t } = useTranslation();
  const now = useMinutes();
  const late = lateness(half, now);
  if (late !== null) {
    const until = formatTime(timeOf(half.half_day.late_until ?? half.half_day.ends_at));
    return (
      <Notice tone="warning" title={t("own.willBeLate", { duration: formatDuration(late) })}>
        <Text size="sm">{t("own.willBeLateHelp", { time: until })}</Text>
      </Notice>
    );
  }
  if (!signsLeaving(half, now)) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("own.signsLeaving")}
    </Text>
  );
}
