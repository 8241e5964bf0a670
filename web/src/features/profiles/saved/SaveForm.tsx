import { Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { searchBody } from "../request";
import type { SearchState } from "../state";
import { savedSearchesQuery, useSavedSearchChanges } from "./queries";
import { proposedName } from "./words";

export interface SaveProps {
  state: SearchState;
  /** The names of what is asked, for a first name of the search. */
  labels: string[];
  /** Leads to the list of saved searches. */
  listLink: ReactNode;
  onSaved: (saved: SavedSearch) => void;
}

interface Values extends Record<string, unknown> {
  name: string;
  how: "overwrite" | "new";
}

interface Props extends SaveProps {
  onClose: () => void;
}

/** Under which name, or in the place of which one, the search is kept. */
export function SaveForm({ state, labels, listLink, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const first = useFirstFocus<HTMLInputElement>();
  const changes = useSavedSearchChanges();
  const list = useQuery({ ...savedSearchesQuery, enabled: state.saved !== null });
  const [done, setDone] = useState<SavedSearch | null>(null);
  const current = list.data?.find(({ id, access }) => id === state.saved && access !== "view");
  const form = useForm<Values>({
    initialValues: { name: proposedName(labels), how: state.saved === null ? "new" : "overwrite" },
    validate: {
      name: (name, { how }) =>
        name.trim() === "" && (how === "new" || !current) ? t("form.required") : null,
    },
  });
  const replaces = current !== undefined && form.getValues().how === "overwrite";
  const { onSubmit, pending, problem, messages } = useSubmission(form, async ({ name }) => {
    const search = searchBody(state);
    const saved = replaces
      ? await changes.rewrite(current, search)
      : await changes.create(name.trim(), search);
    onSaved(saved);
    setDone(saved);
  });

  if (done) {
    return (
      <Stack>
        <Notice tone="success" announce title={t("saved.done", { name: done.name })} />
        <Group justify="flex-end">
          {listLink}
          <Button onClick={onClose} data-autofocus>
            {t("action.close")}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {problem ? <ProblemNotice error={problem} messages={messages} /> : null}
        {problem?.code === "too_many_saved_searches" ? (
          <Group>
            <Text size="sm">{t("saved.full")}</Text>
            {listLink}
          </Group>
        ) : null}
        {current ? (
          <Radio.Group label={t("saved.how")} {...form.getInputProps("how")}>
            <Stack gap="xs" mt="xs">
              <Radio value="overwrite" label={t("saved.overwrite", { name: current.name })} />
              <Radio value="new" label={t("saved.asNew")} />
            </Stack>
          </Radio.Group>
        ) : null}
        {replaces ? null : (
          <TextInput
            ref={first}
            label={t("saved.name")}
            description={t("saved.nameHelp")}
            required
            maxLength={100}
            disabled={pending}
            data-autofocus
            {...form.getInputProps("name")}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {t("saved.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
