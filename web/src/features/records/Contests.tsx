import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RecordContest } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { DecisionForm } from "./DecisionForm";
import { MarkTag } from "./MarkTag";
import { contestsQuery, type Place, sheetQuery } from "./queries";
import classes from "./Records.module.css";
import { partName, slotName } from "./words";

interface Props {
  place: Place;
  /** Whether this person decides. */
  decides: boolean;
}

/** What trainees contest: those that wait for a decision, then the decided ones. */
export function Contests({ place, decides }: Props) {
  const { t } = useTranslation();
  const query = useQuery(contestsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  const waiting = query.data.filter(({ decision }) => !decision);
  const decided = query.data.filter(({ decision }) => decision);
  return (
    <Panel labelledBy="contestations">
      <Stack>
        <div>
          <Title order={2} id="contestations">
            {waiting.length === 0
              ? t("records.noneWaiting")
              : t("records.contests", { count: waiting.length })}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="66ch" hidden={waiting.length === 0}>
            {t(decides ? "records.contestsHelp" : "records.contestsRead")}
          </Text>
        </div>
        {waiting.length > 0 ? (
          <ul className={classes.rows}>
            {waiting.map((contest) => (
              <li key={contest.id}>
                <Contest place={place} contest={contest} decides={decides} />
              </li>
            ))}
          </ul>
        ) : null}
        {decided.length > 0 ? (
          <Disclosure label={t("records.decided", { count: decided.length })}>
            <ul className={classes.rows}>
              {decided.map((contest) => (
                <li key={contest.id}>
                  <Contest place={place} contest={contest} decides={false} />
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Stack>
    </Panel>
  );
}

interface ContestProps extends Props {
  contest: RecordContest;
}

function Contest({ place, contest, decides }: ContestProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const sheet = useQuery(sheetQuery(place, contest.slot_id));
  const row = sheet.data?.rows.find(({ enrolment_id: id }) => id === contest.enrolment_id);
  const mark = row?.half_days.find(({ part }) => part === contest.part)?.mark;
  const { decision, decision_reason: reason, decided_by: by, decided_at: at } = contest;
  if (sheet.isError) {
    return <ProblemNotice error={sheet.error} onRetry={() => sheet.refetch()} />;
  }
  if (!sheet.data) return <Skeleton height={80} role="img" aria-label={t("state.loading")} />;
  const who = row ? fullName(row) : t("records.unknownPerson");
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{who}</h3>
          <p className={classes.facts}>
            <span>{slotName(sheet.data)}</span>
            <span>{partName(t, contest.part)}</span>
          </p>
        </div>
        <span className={classes.actions}>
          <span className={classes.aside}>{t("records.markNow")}</span>
          <MarkTag mark={mark} />
        </span>
      </div>
      <p className={classes.said}>
        {t("records.contested", { date: formatMoment(contest.contested_at) })}
      </p>
      <p className={classes.quote}>{contest.text}</p>
      {decision === "accepted" || decision === "rejected" ? (
        <>
          <div className={classes.below}>
            <StateTag tone={decision === "accepted" ? "success" : "error"}>
              {t(`recordWord.decision.${decision}`)}
            </StateTag>
          </div>
          {by && at ? (
            <p className={classes.said}>
              {t("recordWord.said", { name: by, date: formatMoment(at) })}
            </p>
          ) : null}
          <p className={classes.quote}>{reason}</p>
        </>
      ) : decides && !open ? (
        <div className={classes.below}>
          <Button
            variant="default"
            aria-label={t("records.decideOf", { name: who })}
            onClick={() => setOpen(true)}
          >
            {t("records.decide")}
          </Button>
        </div>
      ) : decides ? (
        <div className={classes.below}>
          <DecisionForm place={place} contest={contest} onCancel={() => setOpen(false)} />
        </div>
      ) : (
        <div className={classes.below}>
          <StateTag tone="warning">{t("recordWord.decision.pending")}</StateTag>
        </div>
      )}
    </>
  );
}
