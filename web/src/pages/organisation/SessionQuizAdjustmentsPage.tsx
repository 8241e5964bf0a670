import { Stack, Text, Title } from "@mantine/core";
import { Adjustments } from "@/features/quizzes/Adjustments";
import { useTranslation } from "@/i18n/quizResults";
import { Panel } from "@/ui/Panel";
import { SessionQuizFrame } from "./SessionQuizFrame";

/** What people have beyond the others at a quiz of a session. */
export function SessionQuizAdjustmentsPage() {
  const { t } = useTranslation();
  return (
    <SessionQuizFrame>
      {(place, writes) => (
        <Panel labelledBy="amenagements">
          <Stack>
            <div>
              <Title order={2} id="amenagements">
                {t("adjustment.heading")}
              </Title>
              <Text size="sm" c="dimmed" maw="68ch">
                {t("adjustment.lead")}
              </Text>
            </div>
            <Adjustments place={place} writes={writes} />
          </Stack>
        </Panel>
      )}
    </SessionQuizFrame>
  );
}
