import { Button, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { asProblem, UNREACHABLE } from "@/api/problem";
import { useTranslation } from "@/i18n";
import { Notice } from "./Notice";

/** Longer waits are told in minutes. */
const COUNTED_IN_SECONDS = 120;

interface Props {
  error: unknown;
  /** What was being done, as a sentence: “La recherche n’a pas abouti.” */
  title?: string;
  /** Messages to list under the title. */
  messages?: string[];
  onRetry?: () => void;
}

/** Says what went wrong in plain words, with a way to try again, and the request to quote when the fault is ours. */
export function ProblemNotice({ error, title, messages = [], onRetry }: Props) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const unreachable = problem.code === UNREACHABLE;
  const heading = unreachable ? t("problem.unreachable") : problem.message || t("problem.unknown");
  const detail = unreachable ? t("problem.unreachableDetail") : problem.detail;
  return (
    <Notice
      tone="error"
      announce
      title={title ?? heading}
      actions={onRetry ? <RetryButton wait={problem.retryAfter} onRetry={onRetry} /> : null}
    >
      {title ? <div>{heading}</div> : null}
      {detail ? <div>{detail}</div> : null}
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
      {problem.requestId && problem.temporary ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t("problem.requestId")} <code>{problem.requestId}</code>
        </Text>
      ) : null}
    </Notice>
  );
}

/** Waits as long as the server asked before it lets people try again. */
function RetryButton({ wait, onRetry }: { wait: number | null; onRetry: () => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(wait ?? 0);

  useEffect(() => setLeft(wait ?? 0), [wait]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);

  const minutes = Math.ceil(left / 60);
  const waiting =
    left > COUNTED_IN_SECONDS
      ? t("problem.retryInMinutes", { count: minutes })
      : t("problem.retryIn", { count: left });
  return (
    <Button size="sm" variant="default" onClick={onRetry} disabled={left > 0}>
      {left > 0 ? waiting : t("problem.retry")}
    </Button>
  );
}
