import { type Ref, useState } from "react";
import { useTranslation } from "@/i18n";
import { SearchCombobox, type Suggestion } from "@/ui/SearchCombobox";
import { useJobSuggestions } from "./queries";

interface Props {
  label: string;
  hideLabel?: boolean;
  description?: string;
  placeholder: string;
  /** Receives the name that answered what was typed, too. */
  onPick: (code: string, label: string, matched: string | null) => void;
  inputRef?: Ref<HTMLInputElement>;
  inDialog?: boolean;
}

/** Finds a job of the catalogue from any of the names people give it. */
export function JobPicker({ onPick, ...field }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const { items, loading, failed } = useJobSuggestions(words);

  const suggestions: Suggestion[] = items.map((job) => ({
    code: job.code,
    label: job.label,
    hint: [
      job.matched && job.matched !== job.label ? `« ${job.matched} »` : null,
      `${job.code} · ${job.domain.label}`,
    ]
      .filter(Boolean)
      .join(" · "),
  }));

  return (
    <SearchCombobox
      {...field}
      words={words}
      onWords={setWords}
      suggestions={suggestions}
      loading={loading}
      failure={failed ? t("picker.failed") : null}
      onPick={({ code, label }) =>
        onPick(code, label, items.find((job) => job.code === code)?.matched ?? null)
      }
    />
  );
}
