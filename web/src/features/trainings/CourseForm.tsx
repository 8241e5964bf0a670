import { NativeSelect, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Course, CourseBody, Modality } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { parseDuration } from "@/lib/duration";
import { formatDuration } from "@/lib/format";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { useCourseChanges } from "./library";
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

const bodyOf = ({ title, minutes, modality, description }: Values): CourseBody => ({
  title: title.trim(),
  description: description.trim(),
  minutes: parseDuration(minutes) ?? 0,
  modality,
});

/** A course: its title, how long it takes, how it is held. */
export function CourseForm({ organisation, course, initialTitle = "", onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const changes = useCourseChanges(organisation);
  const first = useFirstFocus<HTMLInputElement>();
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
  const submission = useVersionedForm({
    form,
    current: course,
    valuesOf,
    send: (values, version) =>
      course ? changes.write(course.id, version, bodyOf(values)) : changes.create(bodyOf(values)),
    onDone,
  });
  return (
    <VersionedForm
      submission={submission}
      factsOf={(theirs) => [
        [t("course.title"), theirs.title],
        [t("course.duration"), durationName(t, theirs.minutes)],
        [t("course.held"), modalityName(t, theirs.modality)],
        [t("course.description"), theirs.description],
      ]}
      submit={t(course ? "action.save" : "course.createSubmit")}
      onCancel={onCancel}
    >
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
    </VersionedForm>
  );
}
