import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "@/i18n/quizResults";
import { SearchCombobox } from "@/ui/SearchCombobox";
import type { Owner } from "./owner";
import { quizMatchesQuery } from "./quizQueries";

const TYPING_PAUSE_MS = 250;

interface Props {
  owner: Owner;
  onPick: (quiz: string) => void;
}

/** Finds a published quiz by its title. */
export function QuizChoice({ owner, onPick }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [sought] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const query = useQuery(quizMatchesQuery(owner, sought));
  return (
    <SearchCombobox
      label={t("attachment.picker")}
      description={t("attachment.pickerHelp")}
      placeholder={t("attachment.pickerPlaceholder")}
      words={words}
      onWords={setWords}
      suggestions={(query.data ?? []).map(({ id, title, questions, revision }) => ({
        code: id,
        label: title,
        hint: [
          t("attachment.questions", { count: questions }),
          t("attachment.number", { number: revision }),
        ].join(" · "),
      }))}
      loading={query.isFetching || sought !== words.trim()}
      failure={query.isError ? t("picker.failed") : null}
      onPick={({ code }) => onPick(code)}
    />
  );
}
