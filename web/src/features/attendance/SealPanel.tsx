import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { AttendanceSheet, SheetSeal } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatTimes } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Facts } from "@/ui/Facts";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { rectifiedIn } from "./model/rectified";
import classes from "./Seal.module.css";
import { partName, saidName } from "./words";

/** What sealed the sheet, and every link that was added since: nothing is edited, everything is shown. */
export function SealPanel({ sheet }: { sheet: AttendanceSheet }) {
  const { t } = useTranslation();
  const [closing] = sheet.seals.filter(({ kind }) => kind === "closing");
  const since = sheet.seals.filter((seal) => seal !== closing);
  return (
    <Panel labelledBy="sceau">
      <Stack gap="md">
        <Title order={2} id="sceau" className={classes.heading ?? ""}>
          <Icon name="seal" size={24} />
          {t("sealing.sealed")}
        </Title>
        {closing ? (
          <Facts
            facts={[
              [t("sealing.at"), formatMoment(closing.at)],
              [t("sealing.hash"), <Hash key="hash" value={closing.sha256} />],
              [t("sealing.number"), String(closing.number)],
              [
                t("sealing.key"),
                <code key="key" className={classes.code}>
                  {closing.key_id}
                </code>,
              ],
            ]}
          />
        ) : null}
        <Text size="sm" c="dimmed" maw="68ch">
          {t("sealing.proof")}
        </Text>
        {since.length > 0 ? (
          <div>
            <Title order={3}>{t("sealing.since")}</Title>
            <ol className={classes.links}>
              {since.map((seal) => (
                <Link key={seal.number} seal={seal} sheet={sheet} />
              ))}
            </ol>
          </div>
        ) : null}
      </Stack>
    </Panel>
  );
}

function Link({ seal, sheet }: { seal: SheetSeal; sheet: AttendanceSheet }) {
  const { t } = useTranslation();
  const rectified = rectifiedIn(seal);
  const row = sheet.rows.find(({ enrolment_id: id }) => id === rectified?.enrolment);
  return (
    <li className={classes.link}>
      <div>
        <strong>{t(`sealing.kind.${seal.kind}`)}</strong>
        <span className={classes.soft}>{formatMoment(seal.at)}</span>
      </div>
      {rectified ? (
        <Facts
          facts={[
            [
              t("sealing.whom"),
              `${row ? fullName(row) : t("roll.gone")}, ${partName(t, rectified.part).toLocaleLowerCase("fr")}`,
            ],
            [t("sealing.before"), saidName(t, rectified.before)],
            [t("sealing.after"), saidName(t, rectified.after)],
            [t("sealing.by"), rectified.by],
            [t("sealing.why"), rectified.reason],
          ]}
        />
      ) : null}
      {seal.times ? (
        <Facts
          facts={[
            [t("sealing.before"), formatTimes(seal.times.old_starts_at, seal.times.old_ends_at)],
            [t("sealing.after"), formatTimes(seal.times.new_starts_at, seal.times.new_ends_at)],
            [t("sealing.by"), seal.times.by],
            [t("sealing.why"), seal.times.reason],
          ]}
        />
      ) : null}
      {seal.words ? (
        <Facts
          facts={[
            ...seal.words.changes.map(({ what, before, after }): [string, string] => [
              t(`sealing.word.${what}`),
              t("sealing.wordChange", {
                before: before || t("sealing.noWord"),
                after: after || t("sealing.noWord"),
              }),
            ]),
            [t("sealing.by"), seal.words.by],
            [t("sealing.why"), seal.words.reason],
          ]}
        />
      ) : null}
      <Hash value={seal.sha256} />
    </li>
  );
}

/** A hash, whole, with a way to have it elsewhere. */
function Hash({ value }: { value: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className={classes.hash}>
      <code className={classes.code}>{value}</code>
      <Button size="compact-sm" variant="subtle" onClick={copy}>
        {t(copied ? "sealing.copied" : "sealing.copy")}
      </Button>
    </span>
  );
}
