import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { EntryProof } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { EntryView } from "../entry/EntryView";
import { ReplyForm } from "../entry/ReplyForm";
import { downloadMyEvidence, myEntryQuery, useMyEntry } from "../ownQueries";
import classes from "../Passport.module.css";

interface Props {
  entry: string;
  /** What stands above it once it is known what it is about. */
  heading: (proof: EntryProof) => ReactNode;
  /** Stands in its place when there is none. */
  missing: ReactNode;
  isMissing: (error: unknown) => boolean;
}

/** An entry of one's own passport: its proof, who sees it, and what one answers. */
export function MyEntry({ entry, heading, missing, isMissing }: Props) {
  const { t } = useTranslation();
  const query = useQuery(myEntryQuery(entry));
  const { show } = useMyEntry(entry);
  if (!query.data) {
    if (!query.isError) {
      return <Skeleton height={360} radius="lg" role="img" aria-label={t("state.loading")} />;
    }
    if (isMissing(query.error)) return missing;
    return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  }
  const proof = query.data;
  return (
    <>
      {heading(proof)}
      <EntryView
        proof={proof}
        link={(id, words) => (
          <Link to={paths.myEntry} params={{ entry: id }} className={classes.link}>
            {words}
          </Link>
        )}
        download={downloadMyEvidence}
        onShow={show}
        replying={<Replying key={entry} proof={proof} />}
      />
    </>
  );
}

/** One reply at a time waits for its answer. */
function Replying({ proof }: { proof: EntryProof }) {
  const { t } = useTranslation();
  const { reply, renew } = useMyEntry(proof.entry.id);
  const [open, setOpen] = useState(false);
  if (proof.replies.some(({ answer }) => !answer)) {
    return <Notice tone="warning">{t("replying.waiting")}</Notice>;
  }
  if (!open) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("replying.title")}
      </Button>
    );
  }
  return (
    <ReplyForm
      label={t("replying.text")}
      help={t("replying.help")}
      send={reply}
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
      onProblem={({ code }) => {
        // Another one was sent from elsewhere: it is shown.
        if (code === "reply_waiting") void renew();
        return false;
      }}
    />
  );
}
