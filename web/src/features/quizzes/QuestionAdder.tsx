import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "@/i18n/quizzes";
import { SearchCombobox } from "@/ui/SearchCombobox";
import { questionMatchesQuery, questionQuery } from "./bankQueries";
import type { AskedQuestionCard } from "./model/quizDraft";
import type { Owner } from "./owner";

const TYPING_PAUSE_MS = 250;

interface Props {
  owner: Owner;
  /** The part it is added to, in words. */
  part: string;
  taken: ReadonlySet<string>;
  onPick: (question: AskedQuestionCard) => void;
}

/** Finds a question of the bank by what it asks, and adds it. */
export function QuestionAdder({ owner, part, taken, onPick }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [words, setWords] = useState("");
  const [sought] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const query = useQuery(questionMatchesQuery(owner, sought));
  const [failed, setFailed] = useState(false);

  const pick = async (id: string) => {
    setFailed(false);
    try {
      const { kind, title, number, archived, content } = await cache.fetchQuery(
        questionQuery(owner, id),
      );
      onPick({ id, kind, title, number, archived, points: content.points });
    } catch {
      setFailed(true);
    }
  };

  return (
    <SearchCombobox
      label={t("quizEdit.addQuestionTo", { part })}
      placeholder={t("quizEdit.addQuestionPlaceholder")}
      words={words}
      onWords={setWords}
      suggestions={(query.data ?? []).map((question) => ({
        code: question.id,
        label: question.title || t("quizEdit.untitled"),
        disabled: taken.has(question.id),
        hint: taken.has(question.id)
          ? t("quizEdit.taken")
          : [t(`quizWord.kind.${question.kind}`), ...question.tags].join(" · "),
      }))}
      loading={query.isFetching || sought !== words.trim()}
      failure={query.isError || failed ? t("picker.failed") : null}
      onPick={({ code }) => void pick(code)}
    />
  );
}
