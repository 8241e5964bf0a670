import { Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { GeneratedSlots, SlotConflict } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import type { Outcome } from "./model/generation";
import table from "./Sessions.module.css";
import classes from "./Slots.module.css";
import { Taken } from "./Taken";

/** Conflicts that are told one by one; the table marks all of them. */
const SHOWN = 6;

interface Props {
  given: GeneratedSlots;
  outcome: Outcome;
  reason: string;
  reasonFault: string | null;
  onReason: (reason: string) => void;
}

/** What a rule would create: each slot, what it collides with, the days that are left out. */
export function GenerationPreview({ given, outcome, reason, reasonFault, onReason }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  // What was asked for takes the focus when it comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new answer
  useEffect(() => box.current?.focus(), [given]);
  const words = ({
    kind,
    name,
    session_title: session,
    starts_at: from,
    ends_at: to,
  }: SlotConflict) =>
    t(`slot.conflict.${kind}`, {
      name,
      session,
      day: formatDate(dayOf(from)),
      times: formatTimes(from, to),
    });
  const messages = [...new Set(given.slots.flatMap(({ conflicts }) => conflicts.map(words)))];
  return (
    <section ref={box} tabIndex={-1} aria-label={t("generation.previewTitle")}>
      <Stack>
        <Text fw={650} role="status">
          {t("generation.would", {
            count: outcome.total,
            duration: formatDuration(outcome.minutes),
          })}
        </Text>
        {outcome.existing > 0 ? (
          <Notice tone="error" title={t("generation.existing", { count: outcome.existing })}>
            {t("generation.existingHelp")}
          </Notice>
        ) : null}
        {given.left_out.length > 0 ? (
          <Notice tone="info" title={t("generation.leftOut", { count: given.left_out.length })}>
            <ul className={classes.lines}>
              {given.left_out.map(({ date, holiday }) => (
                <li key={date}>
                  {holiday
                    ? t("generation.holiday", { day: formatDate(date), name: holiday })
                    : t("generation.closed", { day: formatDate(date) })}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {messages.length > 0 ? (
          <Taken
            messages={messages.slice(0, SHOWN)}
            reason={reason}
            error={reasonFault}
            onReason={onReason}
          />
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <section className={classes.scroll} tabIndex={0} aria-label={t("generation.slots")}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("slot.date")}</th>
                <th scope="col">{t("generation.times")}</th>
                <th scope="col">{t("generation.remark")}</th>
              </tr>
            </thead>
            <tbody>
              {given.slots.map((slot) => (
                <tr key={slot.starts_at}>
                  <td>{formatDate(dayOf(slot.starts_at))}</td>
                  <td>{formatTimes(slot.starts_at, slot.ends_at)}</td>
                  <td>
                    {slot.exists ? (
                      <StateTag tone="error">{t("generation.there")}</StateTag>
                    ) : slot.conflicts.length > 0 ? (
                      <StateTag tone="warning">
                        {t("generation.conflicts", { count: slot.conflicts.length })}
                      </StateTag>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Stack>
    </section>
  );
}
