import { Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { useFirstFocus } from "@/ui/useFirstFocus";

export interface ListValues extends Record<string, unknown> {
  name: string;
  description: string;
}

export const NO_LIST: ListValues = { name: "", description: "" };

export const listValues = ({ name, description }: CandidateList): ListValues => ({
  name,
  description,
});

export const listBody = ({ name, description }: ListValues) => ({
  name: name.trim(),
  description: description.trim(),
});

/** What a list is called and what it is for. */
export function ListFields({ form }: { form: UseFormReturnType<ListValues> }) {
  const { t } = useTranslation();
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <>
      <TextInput
        ref={first}
        label={t("candidateList.name")}
        description={t("candidateList.nameHelp")}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Textarea
        label={t("candidateList.description")}
        description={t("candidateList.descriptionHelp")}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps("description")}
      />
    </>
  );
}
