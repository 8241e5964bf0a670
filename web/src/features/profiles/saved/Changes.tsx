import { Button, Radio, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messagesOf } from "@/api/problem";
import type { SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Decision, decidedSearch, decisionsFor } from "./decide";
import { useSavedSearchChanges } from "./queries";
import classes from "./Saved.module.css";
import { changeSaid, decisionWords } from "./words";

interface Props {
  saved: SavedSearch;
  /** Called once the search says what the catalogue says today. */
  onSettled: () => void;
}

/** What releases changed of a saved search: what was followed is said, what could not be is asked. */
export function Changes({ saved, onSettled }: Props) {
  const { t } = useTranslation();
  const { rewrite } = useSavedSearchChanges();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // A colleague who only runs the search reads what changed; those who write it decide.
  const writes = saved.access !== "view";
  const asked = saved.changes.filter((change) => writes && change.decision_needed);
  const waits = asked.length > 0;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const open = asked.some(({ pointer }) => !decisions.has(pointer));
    setMissing(open);
    if (open) return;
    setPending(true);
    setError(null);
    try {
      await rewrite(saved, decidedSearch(saved, decisions));
      onSettled();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <Notice
      tone={waits ? "warning" : "info"}
      icon="info"
      title={t(waits ? "saved.changesAsk" : "saved.changesTitle")}
    >
      <p className={classes.help}>{t(waits ? "saved.changesWait" : "saved.changesFollowed")}</p>
      <form onSubmit={submit} noValidate>
        <ul className={classes.said}>
          {saved.changes.map((change) => (
            <li key={`${change.pointer} ${change.code}`}>
              {changeSaid(t, change)}
              {writes && change.decision_needed ? (
                <Radio.Group
                  label={t("saved.decideLegend", { label: change.label })}
                  classNames={{ label: classes.legend ?? "" }}
                  value={decisions.get(change.pointer) ?? ""}
                  error={
                    missing && !decisions.has(change.pointer) ? t("saved.decideMissing") : undefined
                  }
                  onChange={(decision) =>
                    setDecisions(new Map(decisions).set(change.pointer, decision as Decision))
                  }
                >
                  <Stack gap={6} my="xs">
                    {decisionsFor(change).map((decision) => (
                      <Radio
                        key={decision}
                        value={decision}
                        label={decisionWords(t, change, decision)}
                      />
                    ))}
                  </Stack>
                </Radio.Group>
              ) : null}
            </li>
          ))}
        </ul>
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        {writes ? (
          <Button type="submit" size="sm" mt="sm" loading={pending}>
            {t(waits ? "saved.decideSubmit" : "saved.accept")}
          </Button>
        ) : null}
      </form>
    </Notice>
  );
}
