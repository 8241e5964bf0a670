import { Button, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { QuizCopy } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { questionImage } from "./bankQueries";
import { GivenAnswerView } from "./GivenAnswerView";
import { Files } from "./MarkedCard";
import { gradeBody, gradeOf, sharedPoints } from "./model/grading";
import { copyFile, type Place, usePlace } from "./placeQueries";
import classes from "./Quizzes.module.css";
import { Statement } from "./Statement";
import { useFaults } from "./useFaults";
import { outOf, pointsName } from "./words";

interface Props {
  place: Place;
  copy: QuizCopy;
  writes: boolean;
  onGraded: (copy: QuizCopy, andNext: boolean) => void;
  /** Somebody else was faster: their grade is taken. */
  onOther: (theirs: QuizCopy) => void;
}

/** An answer to be graded: what was asked, what was answered, the points and a comment. */
export function CopyCard({ place, copy, writes, onGraded, onOther }: Props) {
  const { t } = useTranslation();
  const { grade } = usePlace(place);
  const [base, setBase] = useState(copy);
  const [draft, setDraft] = useState(() => gradeOf(copy));
  const [pending, setPending] = useState<"save" | "next" | null>(null);
  const { faults, theirs, clear, refuse } = useFaults<QuizCopy>();
  const { question, rubric } = copy;

  const send = async (how: "save" | "next") => {
    setPending(how);
    clear();
    try {
      onGraded(await grade(base, gradeBody(copy, draft)), how === "next");
    } catch (refusal) {
      refuse(refusal);
    } finally {
      setPending(null);
    }
  };

  return (
    <Panel labelledBy="copie">
      <Stack>
        <div>
          <Title order={2} id="copie">
            {copy.author ?? copy.label}
          </Title>
          <Text size="sm" c="dimmed">
            {copy.author ? copy.label : t("grading.namesHidden")}
          </Text>
        </div>
        <Statement
          blocks={question.statement}
          images={questionImage(place, question.question_id)}
        />
        <div>
          <Text fw={600}>{t("grading.answer")}</Text>
          <GivenAnswerView question={question} />
          <Files cards={question.answer_files} files={copyFile(place, copy.copy_id)} />
        </div>
        {theirs?.grade ? (
          <Notice
            tone="warning"
            icon="alert"
            announce
            title={t("grading.conflict", { name: theirs.grade.graded_by })}
            actions={
              <>
                <Button size="sm" variant="default" onClick={() => onOther(theirs)}>
                  {t("grading.keepTheirs")}
                </Button>
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => {
                    setBase(theirs);
                    clear();
                  }}
                >
                  {t("grading.keepMine")}
                </Button>
              </>
            }
          >
            <Facts
              facts={[
                [t("grading.points"), outOf(t, theirs.grade.points, question.points)],
                [t("grading.comment"), theirs.grade.comment || t("grading.noComment")],
              ]}
            />
          </Notice>
        ) : null}
        {faults.problem ? (
          <ProblemNotice
            error={faults.problem}
            messages={faults.messages((pointer) =>
              /^\/(points|criteria\/\d+|comment)$/.test(pointer),
            )}
          />
        ) : null}
        {writes ? (
          <form
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              void send("next");
            }}
          >
            <Stack>
              {rubric.length === 0 ? (
                <TextInput
                  maw="16rem"
                  label={t("grading.pointsOf", { worth: pointsName(t, question.points) })}
                  inputMode="decimal"
                  required
                  value={draft.points}
                  error={faults.at("/points")}
                  onChange={(event) => setDraft({ ...draft, points: event.currentTarget.value })}
                />
              ) : (
                <fieldset className={classes.fieldset}>
                  <legend>{t("grading.rubric")}</legend>
                  {rubric.map((criterion, at) => (
                    <TextInput
                      key={criterion.title}
                      label={t("grading.criterion", {
                        title: criterion.title,
                        worth: pointsName(t, criterion.points),
                      })}
                      description={criterion.description || undefined}
                      inputMode="decimal"
                      required
                      value={draft.criteria[at] ?? ""}
                      error={faults.at(`/criteria/${at}`)}
                      onChange={(event) => {
                        const typed = event.currentTarget.value;
                        setDraft({
                          ...draft,
                          criteria: draft.criteria.map((one, other) =>
                            other === at ? typed : one,
                          ),
                        });
                      }}
                    />
                  ))}
                  <Text size="sm" role="status">
                    {t("grading.sum", {
                      points: outOf(t, sharedPoints(copy, draft), question.points),
                    })}
                  </Text>
                </fieldset>
              )}
              <Textarea
                label={t("grading.comment")}
                description={t("grading.commentHelp")}
                autosize
                minRows={2}
                maxLength={5000}
                value={draft.comment}
                error={faults.at("/comment")}
                onChange={(event) => setDraft({ ...draft, comment: event.currentTarget.value })}
              />
              <Group>
                <Button
                  type="submit"
                  loading={pending === "next"}
                  disabled={theirs !== null || pending === "save"}
                >
                  {t("grading.saveNext")}
                </Button>
                <Button
                  variant="default"
                  loading={pending === "save"}
                  disabled={theirs !== null || pending === "next"}
                  onClick={() => void send("save")}
                >
                  {t("grading.save")}
                </Button>
              </Group>
            </Stack>
          </form>
        ) : copy.grade ? (
          <Text>{outOf(t, copy.grade.points, question.points)}</Text>
        ) : null}
        {copy.grade ? (
          <Text size="sm" c="dimmed">
            {t("grading.gradedBy", {
              name: copy.grade.graded_by,
              date: formatMoment(copy.grade.graded_at),
            })}
          </Text>
        ) : null}
      </Stack>
    </Panel>
  );
}
