import { Button, Group, Stack, VisuallyHidden } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { Icon } from "@/ui/Icon";
import { SearchCombobox, type Suggestion } from "@/ui/SearchCombobox";
import { CourseForm, Later } from "./later";
import { addCourse } from "./model/courses";
import { matching } from "./model/matching";
import type { Edit } from "./useEditor";
import { durationName, modalityName } from "./words";

interface Props {
  organisation: string;
  taken: ReadonlySet<string>;
  known: Course[];
  edit: Edit;
}

/** Adds a course: one the organisation has, or a new one written here. */
export function CourseAdder({ organisation, taken, known, edit }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [writing, setWriting] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const suggestions = useMemo<Suggestion[]>(
    () =>
      matching(known, words, ({ title }) => title).map(({ id, title, minutes, modality }) => ({
        code: id,
        label: title,
        disabled: taken.has(id),
        hint: taken.has(id)
          ? t("course.taken")
          : `${durationName(t, minutes)} · ${modalityName(t, modality)}`,
      })),
    [known, words, taken, t],
  );
  const add = (course: Course) => {
    edit((draft) => addCourse(draft, course));
    setAdded(course.title);
  };
  const close = () => {
    setWriting(false);
    // The button is back once the form is gone.
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Stack gap="xs">
      {known.length > 0 ? (
        <SearchCombobox
          label={t("course.picker")}
          placeholder={t("course.pickerPlaceholder")}
          words={words}
          onWords={setWords}
          suggestions={suggestions}
          loading={false}
          onPick={({ code }) => {
            const course = known.find(({ id }) => id === code);
            if (course) add(course);
          }}
        />
      ) : null}
      {writing ? (
        <Later>
          <CourseForm
            organisation={organisation}
            initialTitle={words}
            onDone={(course) => {
              add(course);
              setWords("");
              close();
            }}
            onCancel={close}
          />
        </Later>
      ) : (
        <Group>
          <Button
            ref={opener}
            variant="light"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setWriting(true)}
          >
            {t("course.create")}
          </Button>
        </Group>
      )}
      <VisuallyHidden role="status">
        {added === null ? "" : t("course.added", { title: added })}
      </VisuallyHidden>
    </Stack>
  );
}
