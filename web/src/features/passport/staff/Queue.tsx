import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem, ILLEGAL } from "@/api/problem";
import type { ValidationProposal } from "@/api/types";
import { useTranslation } from "@/i18n/validationDesk";
import { formatDateShort } from "@/lib/days";
import { formatList, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ReasonButton } from "@/ui/ReasonButton";
import { StateTag } from "@/ui/StateTag";
import classes from "../Passport.module.css";
import { useDesk, useProposals } from "../staffQueries";
import { stepName } from "../words";

interface Props {
  organisation: string;
  /** Of this session only. */
  session: string | undefined;
  onAll: () => void;
  writes: boolean;
}

/** What one proposed and another confirms or refuses. */
export function Queue({ organisation, session, onAll, writes }: Props) {
  const { t } = useTranslation();
  const list = useProposals(organisation, session);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Stack>
      <div role="status">{said ? <Notice tone="success" title={said} /> : null}</div>
      {session ? (
        <Notice
          actions={
            <Button size="sm" variant="default" onClick={onAll}>
              {t("queue.all")}
            </Button>
          }
        >
          {t("queue.ofSession")}
        </Notice>
      ) : null}
      <PagedList
        list={list}
        height={240}
        none={<Notice title={t("queue.none")}>{t("queue.noneHelp")}</Notice>}
      >
        {(proposals) => (
          <Panel>
            <ul className={classes.rows}>
              {proposals.map((proposal) => (
                <li key={proposal.id}>
                  <Line
                    organisation={organisation}
                    proposal={proposal}
                    writes={writes}
                    onDecided={setSaid}
                  />
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </PagedList>
    </Stack>
  );
}

interface LineProps {
  organisation: string;
  proposal: ValidationProposal;
  writes: boolean;
  onDecided: (said: string) => void;
}

function Line({ organisation, proposal, writes, onDecided }: LineProps) {
  const { t } = useTranslation();
  const { label: skill, person_name: name, evidence, comment, passing } = proposal;
  const { expires_on: last, may_be_decided: may } = proposal;
  const words = { skill, name };
  return (
    <>
      <h2 className={classes.name}>{skill}</h2>
      <p className={classes.facts}>
        <Link
          to={paths.personPassport}
          params={{ organisation, person: proposal.person_id }}
          className={classes.link}
          aria-label={t("desk.passportOf", { name })}
        >
          {name}
        </Link>
        <span>{stepName(t, proposal.step_name, proposal.common_level)}</span>
        <StateTag tone={passing ? "success" : "error"}>
          {t(passing ? "queue.acquired" : "queue.notAcquired")}
        </StateTag>
        {proposal.off_programme ? <span>{t("queue.off")}</span> : null}
        {last ? <span>{t("passportWord.lastDay", { date: formatDateShort(last) })}</span> : null}
        {proposal.supersedes ? <span>{t("queue.replaces")}</span> : null}
      </p>
      <p className={classes.said}>
        <Link
          to={paths.sessionValidations}
          params={{ organisation, session: proposal.session_id }}
          className={classes.link}
        >
          {proposal.session_title}
        </Link>
        {". "}
        {t("queue.proposed", {
          name: proposal.proposed_by_name,
          date: formatMoment(proposal.proposed_at),
        })}
      </p>
      {comment ? <p className={classes.quote}>{comment}</p> : null}
      {evidence.length > 0 ? (
        <p className={classes.said}>{t("queue.evidence", { titles: formatList(evidence) })}</p>
      ) : null}
      {writes && may ? (
        <Decision organisation={organisation} proposal={proposal} words={words} said={onDecided} />
      ) : null}
      {may ? null : <p className={classes.said}>{t("queue.own")}</p>}
    </>
  );
}

interface DecisionProps {
  organisation: string;
  proposal: ValidationProposal;
  words: { skill: string; name: string };
  said: (words: string) => void;
}

function Decision({ organisation, proposal, words, said }: DecisionProps) {
  const { t } = useTranslation();
  const { decide, renew } = useDesk(organisation);
  const [stale, setStale] = useState(false);
  const run = async (confirm: boolean, reason?: string) => {
    try {
      await decide(proposal.id, confirm, reason);
      said(t(confirm ? "queue.confirmed" : "queue.refused", words));
    } catch (refusal) {
      const { status, code } = asProblem(refusal);
      if (status === 412) setStale(true);
      // Somebody else decided: the list says what is left.
      if (code === ILLEGAL) void renew();
      throw refusal;
    }
  };
  return (
    <>
      {stale ? (
        <div className={classes.below}>
          <Notice tone="warning" title={t("queue.stale")} />
        </div>
      ) : null}
      <div className={`${classes.actions} ${classes.below}`}>
        <ConfirmButton
          label={t("queue.confirm")}
          aria-label={t("queue.confirmOf", words)}
          title={t("queue.confirmTitle")}
          confirm={t("queue.confirm")}
          size="sm"
          disabled={stale}
          action={() => run(true)}
        >
          {t("queue.confirmText", words)}
        </ConfirmButton>
        <ReasonButton
          label={t("queue.refuse")}
          aria-label={t("queue.refuseOf", words)}
          title={t("queue.refuseTitle")}
          help={t("queue.refuseHelp")}
          missing={t("queue.refuseMissing")}
          confirm={t("queue.refuse")}
          size="sm"
          action={(reason) => run(false, reason)}
        />
      </div>
    </>
  );
}
