import { Button, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Quiz, QuizKind } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { Choices } from "@/ui/Choices";
import { Overtaken } from "@/ui/Overtaken";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import {
  askedCount,
  emptyQuiz,
  type QuizDraft,
  quizBodyOf,
  quizDraftOf,
  totalPoints,
} from "./model/quizDraft";
import type { Owner } from "./owner";
import { QuizSettingsFields } from "./QuizSettingsFields";
import { useQuizChanges } from "./quizQueries";
import { SectionsEditor } from "./SectionsEditor";
import { useFaults } from "./useFaults";
import { pointsName } from "./words";

interface Props {
  owner: Owner;
  /** The quiz that is written; none: a new one. */
  quiz?: Quiz;
  onDone: (quiz: Quiz, published: boolean) => void;
}

/** What the fields below show by themselves. */
const shownBelow = (pointer: string): boolean =>
  /^\/(title|description|instructions|settings\/\w+|sections.*)$/.test(pointer);

/** Writes a quiz: its texts, what it asks in which order, how it is taken; and publishes it, every fault at its place. */
export function QuizEditor({ owner, quiz, onDone }: Props) {
  const { t } = useTranslation();
  const changes = useQuizChanges(owner);
  const [base, setBase] = useState(quiz);
  const [draft, setDraft] = useState<QuizDraft>(() => (quiz ? quizDraftOf(quiz) : emptyQuiz()));
  const [pending, setPending] = useState<"save" | "publish" | null>(null);
  const { faults, theirs, clear, refuse } = useFaults<Quiz>();
  const unsaved = useRef(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.problem || theirs) top.current?.focus();
  }, [faults.problem, theirs]);

  const change = (patch: Partial<QuizDraft>) => {
    unsaved.current = true;
    setDraft((before) => ({ ...before, ...patch }));
  };

  const send = async (what: "save" | "publish") => {
    setPending(what);
    clear();
    try {
      let written = base;
      if (!written || unsaved.current) {
        const body = quizBodyOf(draft);
        written = await (written ? changes.write(written, body) : changes.create(body));
        unsaved.current = false;
        setBase(written);
      }
      if (what === "publish") written = await changes.publish(written);
      onDone(written, what === "publish");
    } catch (error) {
      refuse(error);
    } finally {
      setPending(null);
    }
  };

  const take = (current: Quiz) => {
    setBase(current);
    setDraft(quizDraftOf(current));
    unsaved.current = false;
    clear();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send("save");
      }}
    >
      <Stack gap="lg">
        <div ref={top} tabIndex={-1}>
          {faults.problem ? (
            <ProblemNotice
              error={faults.problem}
              messages={[
                ...faults.messages(shownBelow),
                ...(faults.problem.errors.length > 0 ? [t("quizEdit.faults")] : []),
              ]}
            />
          ) : null}
          {theirs ? (
            <Overtaken
              facts={[
                [t("quizEdit.title"), theirs.content.title],
                [t("quizEdit.asked"), t("quizList.questions", { count: theirs.questions })],
              ]}
              onTheirs={() => take(theirs)}
              onMine={() => {
                setBase(theirs);
                unsaved.current = true;
                clear();
              }}
            />
          ) : null}
        </div>
        <Panel labelledBy="presentation">
          <Stack>
            <Title order={2} id="presentation">
              {t("quizEdit.presentation")}
            </Title>
            {base ? null : (
              <Choices<QuizKind>
                legend={t("quizEdit.kind")}
                value={draft.kind}
                choices={(["quiz", "assignment"] as const).map((value) => ({
                  value,
                  label: t(`quizList.kind.${value}`),
                }))}
                onChange={(kind) => change({ kind })}
              />
            )}
            <TextInput
              label={t("quizEdit.title")}
              required
              maxLength={200}
              value={draft.title}
              error={faults.at("/title")}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <Textarea
              label={t("quizEdit.description")}
              autosize
              minRows={2}
              maxLength={5000}
              value={draft.description}
              error={faults.at("/description")}
              onChange={(event) => change({ description: event.currentTarget.value })}
            />
            <Textarea
              label={t("quizEdit.instructions")}
              description={t("quizEdit.instructionsHelp")}
              autosize
              minRows={2}
              maxLength={5000}
              value={draft.instructions}
              error={faults.at("/instructions")}
              onChange={(event) => change({ instructions: event.currentTarget.value })}
            />
          </Stack>
        </Panel>
        <Panel labelledBy="questions">
          <Stack>
            <div>
              <Title order={2} id="questions">
                {t("quizEdit.asks")}
              </Title>
              <Text size="sm" c="dimmed" role="status">
                {t("quizEdit.total", {
                  questions: t("quizList.questions", { count: askedCount(draft.sections) }),
                  points: pointsName(t, totalPoints(draft.sections)),
                })}
              </Text>
            </div>
            <SectionsEditor
              owner={owner}
              sections={draft.sections}
              faults={faults}
              onChange={(sections) => change({ sections })}
            />
          </Stack>
        </Panel>
        <Panel labelledBy="reglages">
          <Stack>
            <Title order={2} id="reglages">
              {t("quizEdit.settings")}
            </Title>
            <QuizSettingsFields
              owner={owner}
              settings={draft.settings}
              faults={faults}
              onChange={(settings) => change({ settings })}
            />
          </Stack>
        </Panel>
        <Group>
          <Button
            type="submit"
            variant={base ? "default" : "filled"}
            loading={pending === "save"}
            disabled={theirs !== null || pending === "publish"}
          >
            {t(base ? "quizEdit.save" : "quizEdit.create")}
          </Button>
          {base ? (
            <Button
              loading={pending === "publish"}
              disabled={theirs !== null || pending === "save"}
              onClick={() => void send("publish")}
            >
              {t("quizEdit.publish")}
            </Button>
          ) : null}
        </Group>
        {base ? (
          <Text size="sm" c="dimmed" maw="68ch">
            {t(
              owner.organisation === null ? "quizEdit.publishHelpCompany" : "quizEdit.publishHelp",
            )}
          </Text>
        ) : null}
      </Stack>
      <UnsavedGuard unsaved={unsaved} />
    </form>
  );
}
