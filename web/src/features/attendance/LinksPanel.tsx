import { Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AttendanceHalfDay, AttendanceSheet, LinksSent } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { cellOf } from "./model/marks";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";
import classes from "./Signing.module.css";
import { rollName } from "./words";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
}

/** Links by mail for those without an account: each signs this slot alone, from any device. */
export function LinksPanel({ place, sheet, half }: Props) {
  const { t } = useTranslation();
  const { sendLinks } = useSheetChanges(place);
  const [sent, setSent] = useState<LinksSent | null>(null);
  const run = useMutation({ mutationFn: sendLinks, onSuccess: setSent });
  const without = sheet.rows.filter((row) => row.is_expected && !row.has_account);
  const waiting = without.filter((row) => !cellOf(row, half.part)?.signature);
  const nameOf = (id: string) => {
    const row = sheet.rows.find((one) => one.enrolment_id === id);
    return row ? fullName(row) : "";
  };
  return (
    <Panel labelledBy="liens">
      <Stack gap="sm">
        <div>
          <Title order={2} id="liens">
            {t("signing.links.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("signing.links.lead")}
          </Text>
        </div>
        {run.error ? <ProblemNotice error={run.error} /> : null}
        {sent ? (
          <Notice
            tone={sent.without_address.length > 0 ? "warning" : "success"}
            announce
            title={t("signing.links.sent", { count: sent.sent.length })}
          >
            {sent.without_address.length > 0
              ? t("signing.links.noAddress", {
                  names: formatList(sent.without_address.map(nameOf)),
                })
              : null}
          </Notice>
        ) : null}
        {without.length === 0 ? (
          <Text c="dimmed">{t("signing.links.none")}</Text>
        ) : waiting.length === 0 ? (
          <Text c="dimmed">{t("signing.links.done")}</Text>
        ) : (
          <>
            <div>
              <Button
                variant="default"
                loading={run.isPending}
                onClick={() => run.mutate(waiting.map((row) => row.enrolment_id))}
              >
                {t("signing.links.send", { count: waiting.length })}
              </Button>
            </div>
            <ul className={classes.list}>
              {waiting.map((row) => (
                <li key={row.enrolment_id}>{rollName(row)}</li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Panel>
  );
}
