import { Button, Group, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "@/i18n/questions";
import { tagsQuery } from "./bankQueries";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import type { Faults } from "./useFaults";

interface Props {
  owner: Owner;
  label: string;
  description?: string;
  /** Where the server points when it refuses one of them. */
  pointer: string;
  tags: readonly string[];
  faults: Faults;
  onChange: (tags: string[]) => void;
}

/** Tags: typed one by one, those of the bank suggested. */
export function TagField(props: Props) {
  const { owner, label, description, pointer, tags, faults, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const known = useQuery(tagsQuery(owner)).data ?? [];
  const id = useId();
  const isTaken = (tag: string) => tags.some((one) => one.toLowerCase() === tag.toLowerCase());
  const add = () => {
    const tag = typed.trim();
    if (tag !== "" && !isTaken(tag)) onChange([...tags, tag]);
    setTyped("");
  };
  const first = tags.findIndex((_, place) => faults.at(`${pointer}/${place}`));
  const fault = faults.at(pointer) ?? (first < 0 ? null : faults.at(`${pointer}/${first}`));
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <TextInput
          style={{ flex: "1 1 12rem" }}
          label={label}
          description={description}
          maxLength={50}
          list={id}
          value={typed}
          error={fault}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button
          variant="default"
          size="md"
          onClick={add}
          aria-label={t("questionTag.addTo", { label })}
        >
          {t("questionTag.add")}
        </Button>
      </Group>
      <datalist id={id}>
        {known
          .filter(({ tag }) => !isTaken(tag))
          .map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      {tags.length > 0 ? (
        <ul className={classes.chips}>
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t("questionTag.remove", { tag })}
                onClick={() => onChange(tags.filter((one) => one !== tag))}
              >
                {`${tag} ×`}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
