import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { AttendanceContest, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { DecisionDialog } from "./DecisionDialog";
import { cellOf, saidOf } from "./model/marks";
import type { Place } from "./outboxStore";
import classes from "./Seal.module.css";
import { partName, saidName } from "./words";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  /** Whether this person decides. */
  decides: boolean;
}

/** What trainees say against sealed marks, and what was decided. */
export function ContestsPanel({ place, sheet, decides }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<AttendanceContest | null>(null);
  if (sheet.contests.length === 0) return null;
  return (
    <Panel labelledBy="contestations">
      <Stack gap="md">
        <Title order={2} id="contestations">
          {t("dispute.heading", { count: sheet.contests.length })}
        </Title>
        <ul className={classes.links}>
          {sheet.contests.map((contest) => (
            <Contest
              key={contest.id}
              contest={contest}
              sheet={sheet}
              onDecide={decides ? () => setChosen(contest) : null}
            />
          ))}
        </ul>
      </Stack>
      {chosen ? (
        <DecisionDialog
          place={place}
          sheet={sheet}
          contest={chosen}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </Panel>
  );
}

interface ContestProps {
  contest: AttendanceContest;
  sheet: AttendanceSheet;
  onDecide: (() => void) | null;
}

function Contest({ contest, sheet, onDecide }: ContestProps) {
  const { t } = useTranslation();
  const row = sheet.rows.find((one) => one.enrolment_id === contest.enrolment_id);
  const name = row ? fullName(row) : t("roll.gone");
  const { decision, decision_reason: reason, decided_by: by, decided_at: at } = contest;
  const tone = decision === "accepted" ? "success" : decision ? "neutral" : "error";
  return (
    <li className={classes.link} aria-label={name}>
      <div>
        <strong>
          {name}, {partName(t, contest.part).toLocaleLowerCase("fr")}
        </strong>{" "}
        <StateTag tone={tone}>
          {t(
            decision === "accepted"
              ? "dispute.accepted"
              : decision
                ? "dispute.rejected"
                : "dispute.waiting",
          )}
        </StateTag>
        <span className={classes.soft}>{formatMoment(contest.contested_at)}</span>
      </div>
      <blockquote className={classes.quote}>{contest.text}</blockquote>
      {row ? (
        <Text size="sm">
          {t("dispute.now", { mark: saidName(t, saidOf(cellOf(row, contest.part)?.mark)) })}
        </Text>
      ) : null}
      {decision ? (
        <Facts
          facts={[
            [t("dispute.reason"), reason ?? ""],
            [t("dispute.by"), by ?? ""],
            [t("dispute.at"), at ? formatMoment(at) : ""],
          ]}
        />
      ) : onDecide ? (
        <div>
          <Button
            size="compact-md"
            variant="default"
            aria-label={t("dispute.decideOf", { name })}
            onClick={onDecide}
          >
            {t("dispute.decide")}
          </Button>
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          {t("dispute.staff")}
        </Text>
      )}
    </li>
  );
}
