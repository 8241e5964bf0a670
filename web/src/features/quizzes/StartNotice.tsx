import { Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { messagesOf } from "@/api/problem";
import type { MyQuiz, MyQuizInvitationNotice } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatDateShort } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Quizzes.module.css";
import { formatClosing } from "./words";

type Told = MyQuiz | MyQuizInvitationNotice;

interface Props {
  title: string;
  told: Told;
  /** What it is for, and for whom. */
  about: [string, string][];
  /** How its attempts count. */
  attempts?: [string, string][];
  /** What is said in sentences, beside who reads the answers. */
  texts: [string, string][];
  children: ReactNode;
}

/** What one reads before one begins: what for, how long, who reads the answers, how long they are kept. */
export function StartNotice({ title, told, about, attempts = [], texts, children }: Props) {
  const { t } = useTranslation();
  const { pass_percent: pass, negative_percent: negative, seconds } = told;
  return (
    <Panel labelledBy="information">
      <Stack>
        <Title order={2} id="information">
          {title}
        </Title>
        {[told.description, told.instructions].filter(Boolean).map((text) => (
          <Text key={text} className={classes.prose}>
            {text}
          </Text>
        ))}
        <Facts
          facts={[
            ...about,
            [t("myQuiz.questions"), String(told.questions)],
            [
              t("myQuiz.time"),
              seconds == null ? t("myQuiz.untilClose") : formatDuration(Math.ceil(seconds / 60)),
            ],
            [t("myQuiz.closesAt"), formatClosing(told.closes_at)],
            ...attempts,
            ...optional(t("myQuiz.pass"), pass, (percent) => t("quizWord.percent", { percent })),
            ...optional(t("myQuiz.negative"), negative === 0 ? null : negative, (percent) =>
              t("myQuiz.negativeText", { percent }),
            ),
            [t("myQuiz.feedback"), t(`quizWord.feedback.${told.feedback}`)],
            [t("myQuiz.keptUntil"), formatDateShort(told.kept_until)],
          ]}
        />
        <dl className={classes.texts}>
          {[[t("myQuiz.readers"), told.readers] as [string, string], ...texts].map(
            ([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
          )}
        </dl>
        {children}
      </Stack>
    </Panel>
  );
}

const optional = (
  name: string,
  value: number | null | undefined,
  words: (value: number) => string,
): [string, string][] => (value == null ? [] : [[name, words(value)]]);

interface StartProps {
  onStart: () => Promise<void>;
  /** What else one may do instead. */
  otherwise: ReactNode;
}

/** Says that what stands above was read, and begins. */
export function AcceptAndStart({ onStart, otherwise }: StartProps) {
  const { t } = useTranslation();
  const [accepted, setAccepted] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async () => {
    setPending(true);
    setError(null);
    try {
      await onStart();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
      <Checkbox
        label={t("myQuiz.accept")}
        checked={accepted}
        onChange={(event) => setAccepted(event.currentTarget.checked)}
      />
      <Group>
        <Button loading={pending} disabled={!accepted} onClick={start}>
          {t("myQuiz.start")}
        </Button>
        {otherwise}
      </Group>
    </>
  );
}
