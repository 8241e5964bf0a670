import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { STALE } from "@/api/problem";
import type { SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useFirstFocus } from "@/ui/useFirstFocus";
import { useSavedSearchChanges } from "./queries";

interface Props {
  saved: SavedSearch;
  onDone: () => void;
}

/** Another name for a saved search; what it asks stays as it was saved. */
export function RenameSearch({ saved, onDone }: Props) {
  const { t } = useTranslation();
  const { rename } = useSavedSearchChanges();
  const [base, setBase] = useState(saved);
  const [overtaken, setOvertaken] = useState(false);
  const first = useFirstFocus<HTMLInputElement>();
  const form = useForm({
    initialValues: { name: saved.name },
    validate: { name: (name) => (name.trim() === "" ? t("form.required") : null) },
  });
  const { onSubmit, pending, problem, messages } = useSubmission(
    form,
    async ({ name }) => {
      await rename(base, name.trim());
      onDone();
    },
    {
      onProblem: (refusal) => {
        if (refusal.code !== STALE || !refusal.current) return false;
        // Another window was faster: what was typed stays, and is sent again from what is there now.
        setBase(refusal.current as SavedSearch);
        setOvertaken(true);
        return true;
      },
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        {problem ? <ProblemNotice error={problem} messages={messages} /> : null}
        {overtaken ? (
          <Notice tone="warning" announce title={t("saved.meantime")}>
            {t("saved.meantimeHelp", { name: base.name })}
          </Notice>
        ) : null}
        <TextInput
          ref={first}
          label={t("saved.name")}
          required
          maxLength={100}
          disabled={pending}
          {...form.getInputProps("name")}
        />
        <Group>
          <Button type="submit" size="sm" loading={pending}>
            {t("saved.rename")}
          </Button>
          <Button size="sm" variant="default" onClick={onDone}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
