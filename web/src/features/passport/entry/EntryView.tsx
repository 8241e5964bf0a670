import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Download } from "@/api/download";
import type { EntryEvidence, EntryProof } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { IssuerNote } from "@/record/IssuerNote";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import type { Standing } from "../model/standing";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { stepName } from "../words";
import { EntryReplies } from "./EntryReplies";
import { EntryScale } from "./EntryScale";
import { Evidence } from "./Evidence";

interface Props {
  proof: EntryProof;
  /** The way to another entry, in these words. */
  link: (entry: string, words: string) => ReactNode;
  download: (evidence: string) => Promise<Download>;
  /** Says who sees an element; only the person says so. */
  onShow?: (evidence: string, visibility: EntryEvidence["visibility"]) => Promise<unknown>;
  /** What may be done with its replies. */
  replying?: ReactNode;
  /** How a reply is answered, one by one. */
  answering?: (reply: EntryProof["replies"][number]) => ReactNode;
}

/** Where an entry stands: what came from an experience is attested. */
const standingOf = ({ status, entry }: EntryProof): Standing =>
  status === "validated" && entry.origin === "experience" ? "attested" : status;

/** An entry and everything that proves it. */
export function EntryView(props: Props) {
  const { proof } = props;
  const { t } = useTranslation();
  const { entry, link: chained } = proof;
  return (
    <Stack gap="lg">
      <Ending {...props} />
      <Panel labelledBy="constat">
        <Stack>
          <div className={classes.head}>
            <Title order={2} id="constat">
              {t("entryProof.found")}
            </Title>
            <StandingTag standing={standingOf(proof)} />
          </div>
          <Found proof={proof} />
        </Stack>
      </Panel>
      <Panel labelledBy="organisme">
        <Title order={2} id="organisme" mb="xs">
          {t("entryProof.issuer")}
        </Title>
        <IssuerNote issuer={entry.organisation} named />
        <p className={classes.said}>{t("entryProof.issuerHelp")}</p>
      </Panel>
      <EntryScale proof={proof} />
      <Evidence
        evidence={proof.evidence}
        download={props.download}
        {...(props.onShow ? { onShow: props.onShow } : {})}
      />
      <Panel labelledBy="chaine">
        <Title order={2} id="chaine" mb="xs">
          {t("entryProof.chain")}
        </Title>
        {chained ? (
          <>
            <div>{t("entryProof.link", { number: chained.number })}</div>
            <div className={classes.code}>{t("entryProof.print", { hash: chained.sha256 })}</div>
          </>
        ) : (
          t("entryProof.noLink")
        )}
        <p className={classes.said}>{t("entryProof.chainHelp")}</p>
      </Panel>
      <EntryReplies
        replies={proof.replies}
        {...(props.answering ? { answering: props.answering } : {})}
      >
        {props.replying}
      </EntryReplies>
    </Stack>
  );
}

/** That it counts no more, and why. */
function Ending({ proof, link }: Props) {
  const { t } = useTranslation();
  const { revocation } = proof.entry;
  if (!revocation) return null;
  const { revoked_at: at, reason, reason_code: code, superseded_by: by } = revocation;
  const known = code === "mistake" || code === "fraud" || code === "other" ? code : null;
  return (
    <Notice
      tone={by ? "warning" : "error"}
      icon={by ? "refresh" : "ban"}
      title={t(by ? "entryProof.superseded" : "entryProof.revoked", { date: formatDay(at) })}
      actions={by ? link(by, t("entryProof.newer")) : null}
    >
      {known ? <div>{t(`entryProof.reasonCode.${known}`)}</div> : null}
      <div>{reason}</div>
    </Notice>
  );
}

function Found({ proof }: { proof: EntryProof }) {
  const { t } = useTranslation();
  const { entry, session_title: session } = proof;
  const { skill, step_name: step, common_level: level, expires_on: last } = entry;
  const origin =
    entry.origin === "session" || entry.origin === "experience" ? entry.origin : "organisation";
  const facts: [string, ReactNode][] = [
    [
      t("entryProof.skill"),
      <span key="skill">
        {skill.label}
        <span className={classes.said}>
          {" "}
          {t("entryProof.code", { code: skill.code, release: skill.release })}
        </span>
      </span>,
    ],
    [t("entryProof.level"), stepName(t, step, level)],
    [t("entryProof.date"), formatDay(entry.validated_at)],
    [t("entryProof.by"), entry.validator_name ?? t("entryProof.unnamed")],
  ];
  if (entry.confirmed_by_name) facts.push([t("entryProof.confirmedBy"), entry.confirmed_by_name]);
  facts.push([
    t("entryProof.origin"),
    [
      t(`entryProof.origins.${origin}`),
      session ?? "",
      entry.off_programme ? t("entryProof.offProgramme") : "",
    ]
      .filter(Boolean)
      .join(", "),
  ]);
  facts.push([t("entryProof.until"), last ? formatDateShort(last) : t("entryProof.forever")]);
  if (entry.jobs.length > 0) facts.push([t("entryProof.jobs"), entry.jobs.join(", ")]);
  return (
    <>
      <Facts facts={facts} />
      {entry.comment ? (
        <div>
          <p className={classes.said}>{t("entryProof.comment")}</p>
          <p className={classes.quote}>{entry.comment}</p>
        </div>
      ) : null}
    </>
  );
}
