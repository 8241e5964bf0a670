import { Button, Group, NativeSelect, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { BankQuestion, QuestionKind } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { HELP_BELOW } from "@/ui/form";
import { Overtaken } from "@/ui/Overtaken";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { AnswerEditor } from "./AnswerEditor";
import { useBankChanges } from "./bankQueries";
import { draftOf, emptyDraft, type QuestionDraft } from "./model/draft";
import { bodyOf } from "./model/draftBody";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { StatementEditor } from "./StatementEditor";
import { TagField } from "./TagField";
import { useFaults } from "./useFaults";
import { KINDS } from "./words";

interface Props {
  owner: Owner;
  /** The question that is written anew; none: a new one. */
  question?: BankQuestion;
  /** Adds a skill of the catalogue to those the question is about. */
  skillPicker: (
    taken: ReadonlySet<string>,
    onPick: (code: string, label: string) => void,
  ) => ReactNode;
  onDone: (question: BankQuestion) => void;
}

/** What the fields below show by themselves. */
const shownBelow = (pointer: string): boolean =>
  /^\/(points|explanation|answer|statement|tags|skills)(\/|$)/.test(pointer);

/** Writes a question: what is asked, what is expected, what it is worth, what people read afterwards. */
export function QuestionEditor({ owner, question, skillPicker, onDone }: Props) {
  const { t } = useTranslation();
  const changes = useBankChanges(owner);
  const [base, setBase] = useState(question);
  const [draft, setDraft] = useState<QuestionDraft>(() =>
    question ? draftOf(question.content) : emptyDraft(),
  );
  const [pending, setPending] = useState(false);
  const { faults, theirs, clear, refuse } = useFaults<BankQuestion>();
  const unsaved = useRef(false);
  const problem = useRef<HTMLDivElement>(null);
  const change = (patch: Partial<QuestionDraft>) => {
    unsaved.current = true;
    setDraft((before) => ({ ...before, ...patch }));
  };
  useEffect(() => {
    if (faults.problem) problem.current?.focus();
  }, [faults.problem]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    clear();
    try {
      const body = bodyOf(draft);
      const written = await (base ? changes.write(base, body) : changes.create(body));
      unsaved.current = false;
      onDone(written);
    } catch (error) {
      refuse(error);
    } finally {
      setPending(false);
    }
  };

  const take = (current: BankQuestion) => {
    setBase(current);
    setDraft(draftOf(current.content));
    unsaved.current = false;
    clear();
  };

  const skills = new Set(draft.skills.map(({ code }) => code));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <div ref={problem} tabIndex={-1}>
          {faults.problem ? (
            <ProblemNotice
              error={faults.problem}
              messages={[
                ...faults.messages(shownBelow),
                ...(faults.problem.errors.length > 0 ? [t("question.faults")] : []),
              ]}
            />
          ) : null}
          {theirs ? (
            <Overtaken
              facts={[
                [t("question.theirs"), theirs.title],
                [t("question.theirVersion"), String(theirs.number)],
              ]}
              onTheirs={() => take(theirs)}
              onMine={() => {
                setBase(theirs);
                clear();
              }}
            />
          ) : null}
        </div>
        <Panel labelledBy="enonce">
          <Stack>
            <Title order={2} id="enonce">
              {t("question.statement")}
            </Title>
            <StatementEditor
              owner={owner}
              question={base?.id ?? null}
              blocks={draft.statement}
              faults={faults}
              onChange={(statement) => change({ statement })}
            />
          </Stack>
        </Panel>
        <Panel labelledBy="reponse">
          <Stack>
            <Title order={2} id="reponse">
              {t("question.answer")}
            </Title>
            <div className={classes.fields}>
              <NativeSelect
                label={t("question.kind")}
                value={draft.kind}
                data={KINDS.map((value) => ({ value, label: t(`quizWord.kind.${value}`) }))}
                onChange={(event) => change({ kind: event.currentTarget.value as QuestionKind })}
              />
              <TextInput
                label={t("question.points")}
                description={t("question.pointsHelp")}
                inputWrapperOrder={HELP_BELOW}
                inputMode="decimal"
                value={draft.points}
                error={faults.at("/points")}
                onChange={(event) => change({ points: event.currentTarget.value })}
              />
            </div>
            <AnswerEditor draft={draft} faults={faults} onChange={change} />
          </Stack>
        </Panel>
        <Panel labelledBy="apres">
          <Stack>
            <Title order={2} id="apres">
              {t("question.more")}
            </Title>
            <Textarea
              label={t("question.explanation")}
              description={t("question.explanationHelp")}
              autosize
              minRows={2}
              maxLength={5000}
              value={draft.explanation}
              error={faults.at("/explanation")}
              onChange={(event) => change({ explanation: event.currentTarget.value })}
            />
            <TagField
              owner={owner}
              label={t("question.tags")}
              description={t("question.tagsHelp")}
              pointer="/tags"
              tags={draft.tags}
              faults={faults}
              onChange={(tags) => change({ tags })}
            />
            <div>
              {skillPicker(skills, (code, label) =>
                change({ skills: [...draft.skills, { code, label }] }),
              )}
              {faults.at("/skills") ? (
                <p className={classes.fault}>{faults.at("/skills")}</p>
              ) : null}
              <ul className={classes.chips}>
                {draft.skills.map(({ code, label }, place) => (
                  <li key={code}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t("question.removeSkill", { label })}
                      onClick={() =>
                        change({ skills: draft.skills.filter((one) => one.code !== code) })
                      }
                    >
                      {`${label} ×`}
                    </Button>
                    {faults.at(`/skills/${place}`) ? (
                      <p className={classes.fault}>{faults.at(`/skills/${place}`)}</p>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          </Stack>
        </Panel>
        <Group>
          <Button type="submit" loading={pending} disabled={theirs !== null}>
            {t(base ? "question.save" : "question.create")}
          </Button>
        </Group>
      </Stack>
      <UnsavedGuard unsaved={unsaved} />
    </form>
  );
}
