import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/search";
import { LIMITS } from "./state";

const PAUSE_MS = 300;

interface Props {
  value: string;
  onChange: (name: string) => void;
}

/** Looks for a name: applied once the typing pauses. */
export function NameFilter({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((name: string) => {
    sent.current = name.trim();
    onChange(name);
  }, PAUSE_MS);

  // The address changed from elsewhere (reset, back): it wins over what was typed.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  return (
    <TextInput
      label={t("name.label")}
      description={t("name.help")}
      size="sm"
      value={typed}
      maxLength={LIMITS.name}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
