import { Button, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { MyQuiz, QuizExtraTime } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useMyQuizChanges } from "./mineQueries";
import { EXTRA_TIMES } from "./words";

/** Asks those who train for more time; no reason is asked. */
export function MoreTime({ quiz }: { quiz: MyQuiz }) {
  const { t } = useTranslation();
  const { ask } = useMyQuizChanges(quiz.id);
  const [wanted, setWanted] = useState<QuizExtraTime>(quiz.asked_time ?? "none");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState(false);
  const send = async () => {
    setPending(true);
    setError(null);
    try {
      await ask(wanted);
      setTold(true);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <Panel labelledBy="temps">
      <Stack gap="sm">
        <Title order={2} id="temps">
          {t("myQuiz.moreTime")}
        </Title>
        <Text size="sm" maw="68ch">
          {t("myQuiz.moreTimeHelp")}
        </Text>
        <Group align="flex-end">
          <NativeSelect
            label={t("myQuiz.asked")}
            value={wanted}
            data={EXTRA_TIMES.map((value) => ({ value, label: t(`quizWord.extra.${value}`) }))}
            onChange={(event) => {
              setTold(false);
              setWanted(event.currentTarget.value as QuizExtraTime);
            }}
          />
          <Button
            variant="default"
            loading={pending}
            disabled={wanted === (quiz.asked_time ?? "none")}
            onClick={send}
          >
            {t("myQuiz.ask")}
          </Button>
        </Group>
        {error ? <ProblemNotice error={error} /> : null}
        <Text role="status" size="sm">
          {told ? t(quiz.asked_time ? "myQuiz.askedDone" : "myQuiz.askedBack") : ""}
        </Text>
      </Stack>
    </Panel>
  );
}
