import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n";
import { Overtaken } from "./Overtaken";
import { ProblemNotice } from "./ProblemNotice";
import type { VersionedSubmission } from "./useVersionedForm";
import classes from "./VersionedForm.module.css";

interface Props<T> {
  submission: VersionedSubmission<T>;
  /** What is shown of the version that somebody else saved. */
  factsOf: (theirs: T) => [string, string][];
  submit: string;
  onCancel?: () => void;
  /** Stands on the page itself, without an edge of its own. */
  plain?: boolean;
  children: ReactNode;
}

/** The frame of a form for something that others may write too: what went wrong, its fields, its two buttons. */
export function VersionedForm<T>(props: Props<T>) {
  const { submission, factsOf, submit, onCancel, plain, children } = props;
  const { t } = useTranslation();
  const { theirs, problem, messages, pending } = submission;
  return (
    <form onSubmit={submission.onSubmit} noValidate className={plain ? "" : (classes.form ?? "")}>
      <Stack>
        {problem ? <ProblemNotice error={problem} messages={messages} /> : null}
        {theirs ? (
          <Overtaken
            facts={factsOf(theirs)}
            onTheirs={submission.takeTheirs}
            onMine={submission.keepMine}
          />
        ) : null}
        {children}
        <Group>
          <Button type="submit" loading={pending} disabled={theirs !== null}>
            {submit}
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t("action.cancel")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}
