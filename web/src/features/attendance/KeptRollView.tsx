import { Stack } from "@mantine/core";
import { useState } from "react";
import type { HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { HalfChoice } from "./HalfChoice";
import type { KeptRoll } from "./keptRoll";
import { currentPart } from "./model/marks";
import { RollCallPane } from "./RollCallPane";
import { useNow } from "./useNow";
import { useRollCall } from "./useRollCall";

/** The roll without a connection: it goes on with what this device keeps, and nothing leaves before the page is itself again. */
export function KeptRollView({ place, person, sheet, readAt }: KeptRoll) {
  const { t } = useTranslation();
  const now = useNow(sheet.now, readAt);
  const roll = useRollCall(place, sheet, person, true);
  const [part, setPart] = useState<HalfDayPart>(() => currentPart(sheet, now));
  const half = sheet.half_days.find((one) => one.part === part) ?? sheet.half_days[0];
  if (!half) return null;
  return (
    <Stack gap="md">
      <Notice tone="info" icon="clock" title={t("sheet.kept")}>
        {t("sheet.keptHelp", { date: formatMoment(new Date(readAt).toISOString()) })}
      </Notice>
      <HalfChoice sheet={sheet} half={half} roll={roll} onChange={setPart} />
      <RollCallPane place={place} sheet={sheet} half={half} roll={roll} now={now} />
    </Stack>
  );
}
