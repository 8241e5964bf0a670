import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { BankQuestion, QuestionVersion } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { formatList, formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { questionImage, versionQuery, versionsQuery } from "./bankQueries";
import { changedParts } from "./model/changes";
import type { Owner } from "./owner";
import { QuestionReading } from "./QuestionReading";
import classes from "./Quizzes.module.css";

interface Props {
  owner: Owner;
  question: BankQuestion;
}

/** Every version of a question, the newest first, with what each changed. */
export function Versions({ owner, question }: Props) {
  const { t } = useTranslation();
  const query = useQuery(versionsQuery(owner, question.id));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={90} role="img" aria-label={t("state.loading")} />;
  }
  return (
    <ul className={classes.rows}>
      {query.data.map((version) => (
        <li key={version.number}>
          <Disclosure label={<VersionName version={version} />}>
            <Version owner={owner} question={question.id} number={version.number} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function VersionName({ version }: { version: QuestionVersion }) {
  const { t } = useTranslation();
  const date = formatMoment(version.created_at);
  return version.created_by
    ? t("questionVersion.nameBy", { number: version.number, date, name: version.created_by })
    : t("questionVersion.name", { number: version.number, date });
}

interface VersionProps {
  owner: Owner;
  question: string;
  number: number;
}

function Version({ owner, question, number }: VersionProps) {
  const { t } = useTranslation();
  const query = useQuery(versionQuery(owner, question, number));
  const before = useQuery({
    ...versionQuery(owner, question, number - 1),
    enabled: number > 1,
  });
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={90} role="img" aria-label={t("state.loading")} />;
  }
  const parts = before.data ? changedParts(before.data.content, query.data.content) : [];
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {number === 1
          ? t("questionVersion.first")
          : parts.length > 0
            ? t("questionVersion.changed", {
                parts: formatList(parts.map((part) => t(`questionVersion.part.${part}`))),
              })
            : before.data
              ? t("questionVersion.same")
              : ""}
      </Text>
      <QuestionReading content={query.data.content} images={questionImage(owner, question)} />
    </Stack>
  );
}
