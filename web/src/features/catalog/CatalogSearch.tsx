import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/reference";
import { Icon } from "@/ui/Icon";
import { LONGEST_WORDS } from "./browseUrl";
import { FoundEntries } from "./FoundEntries";

const PAUSE_MS = 200;

interface Props {
  /** The words of the address. */
  value: string;
  onChange: (words: string) => void;
}

/** What people type, and below it the jobs and skills that answer. */
export function CatalogSearch({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useWords(value, onChange);
  const field = useRef<HTMLInputElement>(null);

  const clear = () => {
    setWords("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && words !== "") clear();
  };
  return (
    <>
      <search>
        <TextInput
          ref={field}
          label={t("reference.search")}
          placeholder={t("reference.searchPlaceholder")}
          description={t("reference.searchHelp")}
          leftSection={<Icon name="search" />}
          rightSection={
            words === "" ? null : <CloseButton aria-label={t("reference.clear")} onClick={clear} />
          }
          value={words}
          maxLength={LONGEST_WORDS}
          autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </search>
      <FoundEntries words={words} />
    </>
  );
}

/** Words follow the keys at once and the address a moment later; the address wins when it changes by itself. */
function useWords(value: string, onChange: (words: string) => void) {
  const [words, setWords] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((typed: string) => {
    sent.current = typed.trim();
    onChange(typed);
  }, PAUSE_MS);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setWords(value);
  }, [value]);

  const type = (typed: string) => {
    setWords(typed);
    send(typed);
  };
  return [words, type] as const;
}
