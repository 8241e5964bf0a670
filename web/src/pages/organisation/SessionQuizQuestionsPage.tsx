import { Title } from "@mantine/core";
import { Corrections } from "@/features/quizzes/Corrections";
import { Statistics } from "@/features/quizzes/Statistics";
import { useTranslation } from "@/i18n/quizResults";
import { Panel } from "@/ui/Panel";
import { SessionQuizFrame } from "./SessionQuizFrame";

/** How the questions of a quiz did, and the keys that were corrected. */
export function SessionQuizQuestionsPage() {
  const { t } = useTranslation();
  return (
    <SessionQuizFrame>
      {(place, writes) => (
        <>
          <Statistics place={place} writes={writes} />
          <Panel labelledBy="corrections">
            <Title order={2} id="corrections" mb="sm">
              {t("correction.heading")}
            </Title>
            <Corrections place={place} />
          </Panel>
        </>
      )}
    </SessionQuizFrame>
  );
}
