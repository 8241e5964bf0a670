import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { OwnQuizAttempt } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { AttemptDoor } from "./attemptDoors";
import { MarkedCard } from "./MarkedCard";
import { outOf } from "./words";

interface Props {
  door: AttemptDoor;
  attempt: OwnQuizAttempt;
}

/** An attempt that is over: what came of it, what was right and why once that may be seen, and the copy to keep. */
export function AttemptResult({ door, attempt }: Props) {
  const { t } = useTranslation();
  const copy = useDownload(door.copy);
  const { state, result, marked, submitted_at: at, by_clock: byClock } = attempt;
  const passed =
    result?.is_passed == null
      ? null
      : t(result.is_passed ? "quizWord.passed" : "quizWord.notPassed");
  return (
    <Stack gap="lg">
      {state === "withdrawn" ? (
        <Notice tone="info" title={t("attempt.withdrawn")}>
          {t("attempt.withdrawnHelp")}
        </Notice>
      ) : (
        <Notice tone="success" title={t(byClock ? "attempt.handedInByClock" : "attempt.handedIn")}>
          {at ? t("attempt.handedInAt", { date: formatMoment(at) }) : null}
        </Notice>
      )}
      {result ? (
        <Panel labelledBy="resultat">
          <Title order={2} id="resultat" mb="sm">
            {t("attempt.result")}
          </Title>
          <Facts
            facts={[
              [t("attempt.percent"), t("quizWord.percent", { percent: result.percent })],
              [t("attempt.points"), outOf(t, result.points, result.worth)],
              ...(passed ? [[t("attempt.outcome"), passed] as [string, string]] : []),
              ...(result.published_at
                ? [
                    [t("attempt.publishedAt"), formatMoment(result.published_at)] as [
                      string,
                      string,
                    ],
                  ]
                : []),
            ]}
          />
        </Panel>
      ) : state === "withdrawn" ? null : (
        <Text>{t(state === "to_grade" ? "attempt.waitsGrader" : "attempt.waits")}</Text>
      )}
      {marked.length > 0 ? (
        <section aria-labelledby="correction">
          <Title order={2} id="correction" mb="sm">
            {t("attempt.correction")}
          </Title>
          <Stack gap="md">
            {marked.map((question, place) => (
              <Panel key={question.question_id}>
                <MarkedCard
                  question={question}
                  number={place + 1}
                  images={door.file}
                  files={door.file}
                />
              </Panel>
            ))}
          </Stack>
        </section>
      ) : result ? (
        <Text c="dimmed">{t("attempt.noCorrection")}</Text>
      ) : null}
      {state === "withdrawn" ? null : (
        <div>
          <Group>
            <Button
              variant="default"
              loading={copy.isPending}
              onClick={() => copy.mutate(undefined)}
            >
              {t("attempt.copy")}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mt={6}>
            {t("attempt.copyHelp")}
          </Text>
          {copy.error ? <ProblemNotice error={copy.error} /> : null}
        </div>
      )}
    </Stack>
  );
}
