import { Stack, Text, Title } from "@mantine/core";
import type { QuizRevision } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { questionImage } from "./bankQueries";
import type { Owner } from "./owner";
import { QuestionReading } from "./QuestionReading";
import { SettingsFacts } from "./QuizReading";
import classes from "./Quizzes.module.css";
import { pointsName, startOf } from "./words";

interface Props {
  owner: Owner;
  revision: QuizRevision;
}

/** A published revision with the versions of the questions it asks, right answers included. */
export function RevisionReading({ owner, revision }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Panel labelledBy="reglages">
        <Title order={2} id="reglages" mb="sm">
          {t("quizEdit.settings")}
        </Title>
        <SettingsFacts settings={revision.settings} />
      </Panel>
      {revision.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a revision never change
        <Panel key={at} labelledBy={`partie-${at}`}>
          <Title order={2} id={`partie-${at}`} mb="xs">
            {section.title || t("quizEdit.part", { number: at + 1 })}
          </Title>
          {section.instructions ? (
            <Text style={{ whiteSpace: "pre-line" }} maw="68ch">
              {section.instructions}
            </Text>
          ) : null}
          <ol className={classes.rows}>
            {section.items.map((item) => (
              <li key={item.position}>
                {item.is_draw ? (
                  <Text fw={600}>
                    {t("quizRevision.draw", {
                      count: item.count,
                      among: item.questions.length,
                      points: pointsName(t, item.points),
                    })}
                  </Text>
                ) : null}
                {item.questions.map(({ question_id: id, number, content }) => (
                  <Disclosure
                    key={id}
                    label={
                      <>
                        {startOf(content.statement) || t("quizEdit.untitled")}
                        <span className={classes.under}>
                          {t("quizEdit.version", { number })} · {pointsName(t, item.points)}
                        </span>
                      </>
                    }
                  >
                    <QuestionReading content={content} images={questionImage(owner, id)} />
                  </Disclosure>
                ))}
              </li>
            ))}
          </ol>
        </Panel>
      ))}
    </Stack>
  );
}
