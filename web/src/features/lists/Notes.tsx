import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { ProfileNote } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { formatDay, formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import classes from "./Lists.module.css";
import { useNoteChanges, useNotes } from "./noteQueries";

const LONGEST = 2000;

/** What the company notes about somebody: who wrote it, when it goes, and one more note. */
export function Notes({ profile }: { profile: string }) {
  const { t } = useTranslation();
  const list = useNotes(profile);
  if (list.isError && asProblem(list.error).status === 404) {
    return <Notice icon="eyeOff" title={t("personNotes.gone")} />;
  }
  const warning = list.data?.pages[0]?.warning;
  return (
    <Stack>
      {warning ? (
        <Notice icon="shield" title={t("personNotes.warning")}>
          {warning}
        </Notice>
      ) : null}
      {list.data ? <WriteNote profile={profile} /> : null}
      <PagedList list={list} height={160} none={<Text c="dimmed">{t("personNotes.none")}</Text>}>
        {(notes) => (
          <ul className={classes.cards} aria-label={t("personNotes.list")}>
            {notes.map((note) => (
              <li key={note.id}>
                <Note note={note} profile={profile} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function WriteNote({ profile }: { profile: string }) {
  const { t } = useTranslation();
  const { write } = useNoteChanges(profile);
  const form = useForm({
    initialValues: { text: "" },
    validate: { text: (text) => (text.trim() === "" ? t("form.required") : null) },
  });
  const submission = useSubmission(form, async ({ text }) => {
    await write(text.trim());
    form.reset();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack gap="sm">
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Textarea
          label={t("personNotes.new")}
          autosize
          minRows={3}
          maxLength={LONGEST}
          required
          data-autofocus
          {...form.getInputProps("text")}
        />
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("personNotes.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Note({ note, profile }: { note: ProfileNote; profile: string }) {
  const { t } = useTranslation();
  const { remove } = useNoteChanges(profile);
  const [editing, setEditing] = useState(false);
  const author = note.author ? fullName(note.author) : t("personNotes.formerAuthor");
  if (editing) return <EditNote note={note} profile={profile} onDone={() => setEditing(false)} />;
  return (
    <article className={classes.note}>
      <p className={classes.text}>{note.text}</p>
      <p className={classes.meta}>
        <span>{t("personNotes.by", { name: author, date: formatMoment(note.created_at) })}</span>
        {note.version > 1 ? (
          <span>{t("personNotes.changed", { date: formatMoment(note.updated_at) })}</span>
        ) : null}
        <span>{t("personNotes.until", { date: formatDay(note.expires_at) })}</span>
      </p>
      {note.editable ? (
        <div className={classes.tools}>
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {t("personNotes.edit")}
          </Button>
          <ConfirmButton
            label={t("personNotes.delete")}
            title={t("personNotes.deleteTitle")}
            confirm={t("personNotes.delete")}
            danger
            variant="subtle"
            color="brick"
            size="compact-sm"
            action={() => remove(note.id)}
          >
            {t("personNotes.deleteText")}
          </ConfirmButton>
        </div>
      ) : null}
    </article>
  );
}

interface EditProps {
  note: ProfileNote;
  profile: string;
  onDone: () => void;
}

function EditNote({ note, profile, onDone }: EditProps) {
  const { t } = useTranslation();
  const { rewrite } = useNoteChanges(profile);
  const first = useFirstFocus<HTMLTextAreaElement>();
  const form = useForm({
    initialValues: { text: note.text },
    validate: { text: (text) => (text.trim() === "" ? t("form.required") : null) },
  });
  const submission = useVersionedForm<ProfileNote, { text: string }>({
    form,
    current: note,
    valuesOf: ({ text }) => ({ text }),
    send: ({ text }, version) => rewrite(note.id, version, text.trim()),
    onDone,
  });
  return (
    <VersionedForm
      submission={submission}
      factsOf={({ text }) => [[t("personNotes.text"), text]]}
      submit={t("action.save")}
      onCancel={onDone}
    >
      <Textarea
        ref={first}
        label={t("personNotes.text")}
        autosize
        minRows={3}
        maxLength={LONGEST}
        required
        {...form.getInputProps("text")}
      />
    </VersionedForm>
  );
}
