import { Button, Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { matching } from "@/lib/matching";
import { moved, sameOrder } from "@/lib/order";
import { Notice } from "@/ui/Notice";
import { Overtaken } from "@/ui/Overtaken";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SearchCombobox } from "@/ui/SearchCombobox";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { useDragOrder } from "@/ui/useDragOrder";
import { CourseLine, type Line } from "./CourseLine";
import { coursesInUseQuery, useSessionChanges } from "./queries";
import classes from "./Sessions.module.css";
import { durationName, modalityName } from "./words";

const linesOf = (session: TrainingSession): Line[] =>
  session.courses.map(({ course_id, title, minutes, modality, skills }) => ({
    course_id,
    title,
    minutes,
    modality,
    skills: skills.length,
  }));

const idsOf = (lines: readonly { course_id: string }[]): string[] =>
  lines.map(({ course_id }) => course_id);

interface Props {
  organisation: string;
  session: TrainingSession;
}

/** The session's own ordered list of courses: reordered by buttons or by dragging, completed, shortened. */
export function CourseOrder({ organisation, session }: Props) {
  const { t } = useTranslation();
  const { writeCourses } = useSessionChanges(organisation);
  const known = useQuery(coursesInUseQuery(organisation)).data ?? [];
  const [base, setBase] = useState(session);
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(session));
  const [theirs, setTheirs] = useState<TrainingSession | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState("");
  const [words, setWords] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const unsaved = useRef(false);
  const dirty = !sameOrder(idsOf(lines), idsOf(base.courses));
  useEffect(() => {
    unsaved.current = dirty;
  }, [dirty]);

  // The button that moved a row keeps the focus, wherever the row went.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useLayoutEffect(() => {
    const last = held.current;
    held.current = null;
    if (!last) return;
    const row = list.current?.querySelector(`[data-course="${last.id}"]`);
    row?.querySelector<HTMLElement>(`[data-move="${last.by}"]`)?.focus();
  }, [lines]);

  const place = (from: number, to: number) => {
    const next = moved(lines, from, to);
    if (next === lines) return;
    setLines(next);
    setTold(
      t("courses.moved", {
        title: lines[from]?.title ?? "",
        place: to + 1,
        total: lines.length,
      }),
    );
  };
  const drag = useDragOrder(place);

  const save = async () => {
    setPending(true);
    setError(null);
    try {
      const body = { courses: idsOf(lines).map((course_id) => ({ course_id })) };
      const written = await writeCourses(base, body);
      unsaved.current = false;
      setBase(written);
      setLines(linesOf(written));
      setTold(t("courses.saved"));
    } catch (refusal) {
      const problem = asProblem(refusal);
      if (problem.code === STALE && problem.current) setTheirs(problem.current as TrainingSession);
      else setError(refusal);
    } finally {
      setPending(false);
    }
  };

  const suggestions = useMemo(() => {
    const taken = new Set(idsOf(lines));
    return matching(known, words, ({ title }) => title).map((course) => ({
      code: course.id,
      label: course.title,
      disabled: taken.has(course.id),
      hint: taken.has(course.id)
        ? t("courses.taken")
        : `${durationName(t, course.minutes)} · ${modalityName(t, course.modality)}`,
    }));
  }, [known, words, lines, t]);

  const add = (id: string) => {
    const course = known.find((one) => one.id === id);
    if (!course) return;
    const { title, minutes, modality } = course;
    setLines([...lines, { course_id: id, title, minutes, modality, skills: null }]);
    setTold(t("courses.added", { title }));
  };

  return (
    <Panel labelledBy="modules">
      <Stack>
        <div>
          <Title order={2} id="modules">
            {t("courses.heading", { count: lines.length })}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("courses.lead")}
          </Text>
        </div>
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        {theirs ? (
          <Overtaken
            facts={[[t("courses.theirs"), theirs.courses.map(({ title }) => title).join(", ")]]}
            onMine={() => {
              setBase(theirs);
              setTheirs(null);
            }}
            onTheirs={() => {
              setBase(theirs);
              setLines(linesOf(theirs));
              setTheirs(null);
            }}
          />
        ) : null}
        {lines.length === 0 ? (
          <Notice icon="book" title={t("courses.none")}>
            {t("courses.noneHelp")}
          </Notice>
        ) : (
          <ol ref={list} className={classes.rows}>
            {lines.map((line, at) => (
              <li key={line.course_id} data-course={line.course_id} {...drag.row(at)}>
                <CourseLine
                  line={line}
                  place={at}
                  total={lines.length}
                  grip={drag.handle(at)}
                  onMove={(by) => {
                    held.current = { id: line.course_id, by };
                    place(at, at + by);
                  }}
                  onRemove={() => {
                    setLines(lines.filter((one) => one !== line));
                    setTold(t("courses.removed", { title: line.title }));
                  }}
                />
              </li>
            ))}
          </ol>
        )}
        <SearchCombobox
          label={t("courses.picker")}
          placeholder={t("courses.pickerPlaceholder")}
          words={words}
          onWords={setWords}
          suggestions={suggestions}
          loading={false}
          onPick={({ code }) => add(code)}
        />
        <Text fw={650}>
          {t("courses.total", {
            duration: durationName(
              t,
              lines.reduce((sum, { minutes }) => sum + minutes, 0),
            ),
          })}
        </Text>
        <Group>
          <Button loading={pending} disabled={!dirty || theirs !== null} onClick={save}>
            {t("courses.save")}
          </Button>
          {dirty ? (
            <Button variant="default" onClick={() => setLines(linesOf(base))}>
              {t("courses.reset")}
            </Button>
          ) : null}
        </Group>
      </Stack>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      <UnsavedGuard unsaved={unsaved} />
    </Panel>
  );
}
