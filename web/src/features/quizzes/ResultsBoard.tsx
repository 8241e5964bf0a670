import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDownload } from "@/api/download";
import type { CompanyQuizResults, QuizResults } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Distribution } from "./Distribution";
import { exportResults, type Place } from "./placeQueries";

interface Props {
  place: Place;
  results: QuizResults | CompanyQuizResults;
  /** What is known besides. */
  facts?: [string, string][];
  /** Whether this person may publish. */
  writes: boolean;
  /** Where copies are graded. */
  copiesLink: ReactNode;
  /** Publishes everything that is graded; answers how much that was. */
  onPublish: () => Promise<number>;
}

/** The results of a quiz as a whole: the counts, what is still to be done, and how they spread. */
export function ResultsBoard({ place, results, facts = [], writes, copiesLink, onPublish }: Props) {
  const { t } = useTranslation();
  const file = useDownload(exportResults);
  const published = useMutation({ mutationFn: onPublish });
  const percent = (value: number | null | undefined) =>
    value == null ? t("quizResult.noneYet") : t("quizWord.percent", { percent: value });
  return (
    <>
      <Panel labelledBy="bilan">
        <Stack>
          <Title order={2} id="bilan">
            {t("quizResult.overview")}
          </Title>
          <Facts
            facts={[
              ...facts,
              [t("quizResult.running"), String(results.running)],
              [t("quizResult.waiting"), String(results.to_grade)],
              [t("quizResult.unpublished"), String(results.to_publish)],
              [t("quizResult.shown"), String(results.published)],
              [t("quizResult.passed"), String(results.passed)],
              [t("quizResult.mean"), percent(results.mean)],
              [t("quizResult.median"), percent(results.median)],
            ]}
          />
          {results.to_grade > 0 ? (
            <Notice
              tone="warning"
              title={t("quizResult.toGrade", { count: results.to_grade })}
              actions={copiesLink}
            />
          ) : null}
          <Group>
            {writes && results.to_publish > 0 ? (
              <ConfirmButton
                label={t("quizResult.publish", { count: results.to_publish })}
                title={t("quizResult.publishTitle")}
                confirm={t("quizResult.publishConfirm")}
                action={() => published.mutateAsync()}
              >
                {t("quizResult.publishText", { count: results.to_publish })}
              </ConfirmButton>
            ) : null}
            <Button variant="default" loading={file.isPending} onClick={() => file.mutate(place)}>
              {t("quizResult.export")}
            </Button>
          </Group>
          <Text role="status">
            {published.data === undefined
              ? ""
              : t("quizResult.published", { count: published.data })}
          </Text>
          {file.error ? <ProblemNotice error={file.error} /> : null}
        </Stack>
      </Panel>
      <Panel labelledBy="repartition">
        <Title order={2} id="repartition" mb="sm">
          {t("quizResult.distribution")}
        </Title>
        <Distribution counts={results.distribution} />
      </Panel>
    </>
  );
}
