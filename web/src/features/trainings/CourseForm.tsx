import { Button, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { STALE } from "@/api/problem";
import type { Course, Modality } from "@/api/types";
import { formatDuration } from "@/lib/format";
import { useTranslation } from "@/lib/i18n";
import { useSubmission } from "@/ui/form";
import { Overtaken } from "@/ui/Overtaken";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useCourseChanges } from "./library";
import { parseDuration } from "./model/duration";
import classes from "./Writing.module.css";
import { durationName, MODALITIES, modalityName } from "./words";

interface Props {
  organisation: string;
  /** The one that is written anew; a new one otherwise. */
  course?: Course;
  initialTitle?: string;
  onDone: (course: Course) => void;
  onCancel: () => void;
}

interface Values extends Record<string, unknown> {
  title: string;
  minutes: string;
  modality: Modality;
  description: string;
}

const valuesOf = (course: Course): Values => ({
  title: course.title,
  minutes: course.minutes === 0 ? "" : formatDuration(course.minutes),
  modality: course.modality,
  description: course.description,
});

/** A course: its title, how long it takes, how it is held. */
export function CourseForm({ organisation, course, initialTitle = "", onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useCourseChanges(organisation);
  const first = useFirstFocus<HTMLInputElement>();
  const [version, setVersion] = useState(course?.version ?? 0);
  const [theirs, setTheirs] = useState<Course | null>(null);
  const form = useForm<Values>({
    initialValues: course
      ? valuesOf(course)
      : { title: initialTitle.trim(), minutes: "", modality: "in_person", description: "" },
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      minutes: (value) =>
        value.trim() !== "" && parseDuration(value) === null ? t("course.durationFault") : null,
    },
  });
  const submission = useSubmission(
    form,
    async ({ title, minutes, modality, description }) => {
      const body = {
        title: title.trim(),
        description: description.trim(),
        minutes: parseDuration(minutes) ?? 0,
        modality,
      };
      onDone(course ? await changes.write(course.id, version, body) : await changes.create(body));
    },
    {
      onProblem: ({ code, current }) => {
        if (code !== STALE || !current) return false;
        setTheirs(current as Course);
        return true;
      },
    },
  );
  const settle = (values?: Values) => {
    if (values) form.setValues(values);
    setVersion(theirs?.version ?? version);
    setTheirs(null);
  };
  return (
    <form onSubmit={submission.onSubmit} noValidate className={classes.form}>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        {theirs ? (
          <Overtaken
            facts={[
              [t("course.title"), theirs.title],
              [t("course.duration"), durationName(t, theirs.minutes)],
              [t("course.held"), modalityName(t, theirs.modality)],
              [t("course.description"), theirs.description],
            ]}
            onTheirs={() => settle(valuesOf(theirs))}
            onMine={() => settle()}
          />
        ) : null}
        <TextInput
          label={t("course.title")}
          required
          maxLength={200}
          ref={first}
          {...form.getInputProps("title")}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t("course.duration")}
            description={t("course.durationHelp")}
            {...form.getInputProps("minutes")}
          />
          <NativeSelect
            size="md"
            label={t("course.held")}
            description={t("course.heldHelp")}
            data={MODALITIES.map((value) => ({ value, label: modalityName(t, value) }))}
            {...form.getInputProps("modality")}
          />
        </SimpleGrid>
        <Textarea
          label={t("course.description")}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={5000}
          {...form.getInputProps("description")}
        />
        <Group>
          <Button type="submit" loading={submission.pending} disabled={theirs !== null}>
            {t(course ? "action.save" : "course.createSubmit")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
