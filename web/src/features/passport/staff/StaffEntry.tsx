import { Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { EntryProof } from "@/api/types";
import { useTranslation } from "@/i18n/validationDesk";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { EntryView } from "../entry/EntryView";
import classes from "../Passport.module.css";
import { downloadEvidence, validationQuery } from "../staffQueries";
import { Answering } from "./Answering";
import { RevokeButton } from "./RevokeButton";

interface Props {
  organisation: string;
  entry: string;
  /** Who reads this. */
  self: string;
  /** Whether they run the organisation, while it works. */
  runs: boolean;
  /** Whether they teach there, while it works. */
  writes: boolean;
  nameOf: (person: string) => string;
  heading: (proof: EntryProof) => ReactNode;
  missing: ReactNode;
  isMissing: (error: unknown) => boolean;
}

/** An entry of the organisation: its proof, what is answered to it, and the way to take it back. */
export function StaffEntry(props: Props) {
  const { organisation, entry, self, runs, writes } = props;
  const { t } = useTranslation();
  const query = useQuery(validationQuery(organisation, entry));
  const [done, setDone] = useState(false);
  if (!query.data) {
    if (!query.isError) {
      return <Skeleton height={360} radius="lg" role="img" aria-label={t("state.loading")} />;
    }
    if (props.isMissing(query.error)) return props.missing;
    return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  }
  const proof = query.data;
  const { person_id: person, revocation, validator_id: validator } = proof.entry;
  const name = props.nameOf(person);
  // A trainer takes back their own word, those who run the organisation anybody's.
  const mayRevoke = !revocation && (runs || (writes && validator === self));
  return (
    <>
      {props.heading(proof)}
      <Group justify="space-between">
        <Link to={paths.personPassport} params={{ organisation, person }} className={classes.link}>
          {t("desk.passportOf", { name: name || t("ofPerson.someone") })}
        </Link>
        {mayRevoke ? (
          <RevokeButton organisation={organisation} entry={entry} onDone={() => setDone(true)} />
        ) : null}
      </Group>
      <div role="status">{done ? <Notice tone="success" title={t("revoking.done")} /> : null}</div>
      <EntryView
        proof={proof}
        link={(id, words) => (
          <Link to={paths.validation} params={{ organisation, entry: id }} className={classes.link}>
            {words}
          </Link>
        )}
        download={(evidence) => downloadEvidence(organisation, entry, evidence)}
        {...(runs && person !== self
          ? {
              answering: (reply: EntryProof["replies"][number]) => (
                <Answering
                  organisation={organisation}
                  reply={reply.id}
                  name={name || t("ofPerson.someone")}
                />
              ),
            }
          : {})}
      />
    </>
  );
}
