import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "@/i18n/trainings";
import { Icon } from "@/ui/Icon";

const TYPING_PAUSE_MS = 250;
const LONGEST = 200;

interface Props {
  /** What the list is searched by already. */
  words: string;
  onWords: (words: string) => void;
}

/** Searches a list by title, a moment after the last letter. */
export function TitleSearch({ words, onWords }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(words);
  const search = useDebouncedCallback((text: string) => onWords(text.trim()), TYPING_PAUSE_MS);
  return (
    <TextInput
      type="search"
      label={t("trainings.search")}
      leftSection={<Icon name="search" />}
      maxLength={LONGEST}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
