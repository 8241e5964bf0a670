import { Button, Group, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/passport";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./DeclareForm.module.css";
import { LevelChoice } from "./LevelChoice";

export interface PickedSkill {
  code: string;
  label: string;
}

interface Props {
  picked: PickedSkill;
  declare: (code: string, level: number) => Promise<unknown>;
  onDone: () => void;
  cancel: ReactNode;
}

/** The level of a skill that has just been found. */
export function DeclareForm({ picked, declare, onDone, cancel }: Props) {
  const { t } = useTranslation();
  const [level, setLevel] = useState(2);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const save = async () => {
    setPending(true);
    setError(null);
    try {
      await declare(picked.code, level);
      onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <div className={classes.form}>
      <Stack>
        <p className={classes.label}>{picked.label}</p>
        {error ? <ProblemNotice error={error} /> : null}
        <LevelChoice legend={t("declare.level")} value={level} onChange={setLevel} />
        <Group>
          <Button onClick={save} loading={pending} data-autofocus>
            {t("declare.save")}
          </Button>
          {cancel}
        </Group>
      </Stack>
    </div>
  );
}
