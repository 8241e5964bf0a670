import { Button, Input, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import type { SessionTrainer } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { matching } from "@/lib/matching";
import { fullName } from "@/lib/names";
import { Icon } from "@/ui/Icon";
import { SearchCombobox } from "@/ui/SearchCombobox";
import { peopleQuery } from "./queries";
import classes from "./Sessions.module.css";

interface Props {
  organisation: string;
  label: string;
  description?: string;
  value: string[];
  onChange: (people: string[]) => void;
  /** Names of those who are chosen but may no longer be members. */
  known?: SessionTrainer[];
  error?: string | null;
  inDialog?: boolean;
}

/** Who trains: chosen by name among those who train for the organisation or run it. */
export function TrainerChoice(props: Props) {
  const { organisation, label, description, value, onChange, known = [], error, inDialog } = props;
  const { t } = useTranslation();
  const id = useId();
  const people = useQuery(peopleQuery(organisation));
  const [words, setWords] = useState("");
  const trainers = useMemo(
    () => (people.data ?? []).filter(({ role }) => role !== "trainee"),
    [people.data],
  );
  const suggestions = useMemo(
    () =>
      matching(trainers, words, fullName).map((person) => ({
        code: person.person_id,
        label: fullName(person),
        hint: value.includes(person.person_id) ? t("trainer.chosen") : null,
        disabled: value.includes(person.person_id),
      })),
    [trainers, words, value, t],
  );
  const named = (person: string): string => {
    const found =
      trainers.find((one) => one.person_id === person) ??
      known.find((one) => one.person_id === person);
    return found ? fullName(found) : t("trainer.unknown");
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      description={description}
      error={error}
      role="group"
      aria-labelledby={`${id}-label`}
      size="md"
    >
      <Stack gap="xs" mt={6}>
        {value.length > 0 ? (
          <ul className={classes.tags} style={{ margin: 0, padding: 0, listStyle: "none" }}>
            {value.map((person) => (
              <li key={person}>
                <Button
                  size="compact-md"
                  variant="light"
                  rightSection={<Icon name="close" size={14} />}
                  aria-label={t("trainer.removeOf", { name: named(person) })}
                  onClick={() => onChange(value.filter((one) => one !== person))}
                >
                  {named(person)}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <Text size="sm" c="dimmed">
            {t("trainer.none")}
          </Text>
        )}
        <SearchCombobox
          label={t("trainer.add")}
          hideLabel
          placeholder={t("trainer.add")}
          words={words}
          onWords={setWords}
          suggestions={suggestions}
          loading={people.isPending}
          failure={people.isError ? t("picker.failed") : null}
          onPick={({ code }) => onChange([...value, code])}
          inDialog={inDialog ?? false}
        />
      </Stack>
    </Input.Wrapper>
  );
}
