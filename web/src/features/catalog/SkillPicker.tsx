import { useQueryClient } from "@tanstack/react-query";
import { type Ref, useState } from "react";
import type { SkillHit } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n";
import { SearchCombobox, type Suggestion } from "@/ui/SearchCombobox";
import { rememberLabels, useSkillSuggestions } from "./queries";

interface Props {
  label: string;
  hideLabel?: boolean;
  placeholder: string;
  /** Codes that are chosen already: shown, with the reason they cannot be chosen again. */
  taken: ReadonlySet<string>;
  takenHint: string;
  onPick: (code: string, label: string, kind: SkillHit["kind"]) => void;
  inputRef?: Ref<HTMLInputElement>;
  shortcut?: string;
}

/** Finds an official skill from plain words. */
export function SkillPicker({ taken, takenHint, onPick, ...field }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [words, setWords] = useState("");
  const { items, loading, failed } = useSkillSuggestions(words);

  const suggestions: Suggestion[] = items.map((skill) => ({
    code: skill.code,
    label: skill.label,
    disabled: taken.has(skill.code),
    hint: taken.has(skill.code) ? takenHint : kindHint(t, skill.kind),
  }));

  return (
    <SearchCombobox
      {...field}
      words={words}
      onWords={setWords}
      suggestions={suggestions}
      loading={loading}
      failure={failed ? t("picker.failed") : null}
      onPick={({ code, label }) => {
        const picked = items.find((skill) => skill.code === code);
        if (!picked) return;
        rememberLabels(cache, [{ code, label }]);
        onPick(code, label, picked.kind);
      }}
    />
  );
}

/** The kind of a skill in words; an ordinary skill needs none. */
function kindHint(t: Translate, kind: string): string | null {
  switch (kind) {
    case "knowledge":
      return t("catalog.kind.knowledge");
    case "macro_skill":
      return t("catalog.kind.macro_skill");
    case "soft_skill":
      return t("catalog.kind.soft_skill");
    default:
      return null;
  }
}
