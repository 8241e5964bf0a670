import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { asProblem, STALE } from "@/api/problem";
import type { AttendanceSheet, HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { missingOn } from "./model/marks";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";
import classes from "./Seal.module.css";
import type { Pane } from "./search";
import { partName } from "./words";

const NAMED = 3;

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  /** How many marks of this device the server does not have yet. */
  waiting: number;
  now: number;
  onGo: (pane: Pane, part: HalfDayPart) => void;
}

/** Closing seals the sheet; what still keeps it open is listed, each point with the way to where it is put right. */
export function ClosingPanel({ place, sheet, waiting, now, onGo }: Props) {
  const { t } = useTranslation();
  const { close, show, look } = useSheetChanges(place);
  const [moved, setMoved] = useState(false);
  const missing = missingOn(sheet);
  const first = sheet.half_days[0]?.part ?? "am";
  const hasBegun = now >= Date.parse(sheet.starts_at);
  const isReady = missing.length === 0 && waiting === 0 && hasBegun;

  const seal = async () => {
    setMoved(false);
    try {
      await close(sheet.version);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === STALE) {
        // Somebody wrote on it meanwhile: what it says now is looked at before it is sealed.
        show(problem.current as AttendanceSheet);
        setMoved(true);
        return;
      }
      if (problem.status === 409) await look().catch(() => undefined);
      throw error;
    }
  };
  return (
    <Panel labelledBy="cloture">
      <Stack gap="sm">
        <div>
          <Title order={2} id="cloture">
            {t("sealing.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("sealing.lead")}
          </Text>
        </div>
        {moved ? (
          <Notice tone="warning" icon="alert" announce title={t("sealing.moved")}>
            {t("sealing.movedHelp")}
          </Notice>
        ) : null}
        {isReady ? (
          <Text fw={600}>{t("sealing.ready")}</Text>
        ) : (
          <ul className={classes.points} aria-label={t("sealing.points")}>
            {hasBegun ? null : <li>{t("sealing.notBegun")}</li>}
            {waiting > 0 ? (
              <li>
                {t("sealing.waiting", { count: waiting })}{" "}
                <Go label={t("sealing.see")} onClick={() => onGo("appel", first)} />
              </li>
            ) : null}
            {missing.flatMap(({ part, unmarked, trainer }) => {
              const half = partName(t, part).toLocaleLowerCase("fr");
              const names = unmarked.slice(0, NAMED).map(fullName).join(", ");
              const more = unmarked.length - NAMED;
              return [
                unmarked.length > 0 ? (
                  <li key={`${part}-unmarked`}>
                    {t("sealing.unmarked", { count: unmarked.length, part: half })}
                    <span className={classes.soft}>
                      {more > 0 ? t("sealing.others", { names, count: more }) : names}
                    </span>{" "}
                    <Go
                      label={t("sealing.goRoll", { part: half })}
                      onClick={() => onGo("appel", part)}
                    />
                  </li>
                ) : null,
                trainer ? (
                  <li key={`${part}-trainer`}>
                    {t("sealing.trainer", { part: half })}{" "}
                    <Go
                      label={t("sealing.goSign", { part: half })}
                      onClick={() => onGo("signatures", part)}
                    />
                  </li>
                ) : null,
              ];
            })}
          </ul>
        )}
        <div>
          <ConfirmButton
            label={t("sealing.close")}
            title={t("sealing.title")}
            confirm={t("sealing.close")}
            disabled={!isReady}
            action={seal}
          >
            {t("sealing.text")}
          </ConfirmButton>
        </div>
      </Stack>
    </Panel>
  );
}

function Go({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClick}>
      {label}
    </Button>
  );
}
