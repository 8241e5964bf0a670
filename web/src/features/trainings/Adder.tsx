import { Button, Group, Stack, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { matching } from "@/lib/matching";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { SearchCombobox, type Suggestion } from "@/ui/SearchCombobox";
import classes from "./Lines.module.css";
import { useInlineForm } from "./useInlineForm";

interface Form<T> {
  /** What was looked for and not found. */
  name: string;
  onDone: (written: T) => void;
  onCancel: () => void;
}

interface Props<T> {
  /** Those the organisation has. */
  known: T[];
  nameOf: (one: T) => string;
  suggest: (one: T) => Suggestion;
  onAdd: (one: T) => void;
  label: string;
  placeholder: string;
  create: string;
  /** What is announced of the last one added. */
  added: (name: string) => string;
  form: (form: Form<T>) => ReactNode;
}

/** Adds to a training something the organisation writes once: one it has, or a new one written here. */
export function Adder<T extends { id: string }>(props: Props<T>) {
  const { known, nameOf, suggest, onAdd, label, placeholder, create, added, form } = props;
  const { opened, opener, open, close } = useInlineForm();
  const [words, setWords] = useState("");
  const [last, setLast] = useState<string | null>(null);
  const suggestions = useMemo(
    () => matching(known, words, nameOf).map(suggest),
    [known, words, nameOf, suggest],
  );
  const add = (one: T) => {
    onAdd(one);
    setLast(nameOf(one));
  };
  return (
    <Stack gap="xs">
      {known.length > 0 ? (
        <SearchCombobox
          label={label}
          placeholder={placeholder}
          words={words}
          onWords={setWords}
          suggestions={suggestions}
          loading={false}
          onPick={({ code }) => {
            const one = known.find(({ id }) => id === code);
            if (one) add(one);
          }}
        />
      ) : null}
      {opened ? (
        <Later>
          {form({
            name: words,
            onDone: (written) => {
              add(written);
              setWords("");
              close();
            },
            onCancel: close,
          })}
        </Later>
      ) : (
        <Group>
          <Button
            ref={opener}
            variant="light"
            className={classes.wrapping ?? ""}
            leftSection={<Icon name="plus" size={16} />}
            onClick={open}
          >
            {create}
          </Button>
        </Group>
      )}
      <VisuallyHidden role="status">{last === null ? "" : added(last)}</VisuallyHidden>
    </Stack>
  );
}
