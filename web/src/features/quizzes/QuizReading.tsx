import { Stack, Text } from "@mantine/core";
import type { Quiz, QuizSettings } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { formatDuration, formatList } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import classes from "./Quizzes.module.css";
import { pointsName } from "./words";

/** How a quiz is taken and graded, as facts. */
export function SettingsFacts({ settings }: { settings: QuizSettings }) {
  const { t } = useTranslation();
  const yes = (value: boolean) => t(value ? "quizRead.yes" : "quizRead.no");
  const { minutes, pass_percent: pass, negative_percent: negative } = settings;
  return (
    <Facts
      facts={[
        [t("quizRead.time"), minutes == null ? t("quizRead.untilClose") : formatDuration(minutes)],
        [t("quizRead.attempts"), String(settings.attempts)],
        [t("quizRead.grading"), t(`quizWord.grading.${settings.grading}`)],
        [
          t("quizRead.pass"),
          pass == null ? t("quizRead.none") : t("quizWord.percent", { percent: pass }),
        ],
        [
          t("quizRead.negative"),
          negative === 0 ? t("quizRead.none") : t("quizWord.percent", { percent: negative }),
        ],
        [t("quizRead.feedback"), t(`quizWord.feedback.${settings.feedback}`)],
        [t("quizRead.shuffles"), yes(settings.shuffles_questions)],
        [t("quizRead.shufflesChoices"), yes(settings.shuffles_choices)],
        [t("quizRead.hidesNames"), yes(settings.hides_names)],
        ...(settings.integrity_signals
          ? [[t("quizRead.integritySignals"), yes(true)] as [string, string]]
          : []),
      ]}
    />
  );
}

/** A quiz as those read it who do not write it. */
export function QuizReading({ quiz }: { quiz: Quiz }) {
  const { t } = useTranslation();
  const { description, instructions, sections, settings } = quiz.content;
  return (
    <Stack>
      {[description, instructions].filter(Boolean).map((text) => (
        <Text key={text} style={{ whiteSpace: "pre-line" }} maw="68ch">
          {text}
        </Text>
      ))}
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no ids, and are only read here
        <section key={at} aria-label={section.title || t("quizEdit.part", { number: at + 1 })}>
          {section.title ? <strong>{section.title}</strong> : null}
          <ol className={classes.rows}>
            {section.items.map((item) => (
              <li key={item.question_id ?? item.draw?.tags.join()}>
                <div className={classes.head}>
                  <span className={classes.main}>
                    {item.question?.title ??
                      t("quizRead.draw", {
                        count: item.draw?.count ?? 0,
                        tags: formatList(item.draw?.tags ?? []),
                      })}
                  </span>
                  <span className={classes.figure}>
                    {pointsName(t, item.points ?? item.question?.points ?? 0)}
                  </span>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Text fw={600}>
        {t("quizEdit.total", {
          questions: t("quizList.questions", { count: quiz.questions }),
          points: pointsName(t, quiz.content.points),
        })}
      </Text>
      <SettingsFacts settings={settings} />
    </Stack>
  );
}
