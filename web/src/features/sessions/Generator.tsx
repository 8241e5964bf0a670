import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { asProblem, messagesOf } from "@/api/problem";
import type { GeneratedSlots, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { ProblemNotice } from "@/ui/ProblemNotice";
import frame from "@/ui/VersionedForm.module.css";
import { GenerationPreview } from "./GenerationPreview";
import {
  faultsOf,
  generationBody,
  outcomeOf,
  type Rule,
  type RuleFaults,
  ruleFaults,
  ruleOf,
} from "./model/generation";
import { RuleFields } from "./RuleFields";
import { useSlotChanges } from "./slotQueries";

interface Props {
  organisation: string;
  session: TrainingSession;
  onDone: (count: number) => void;
  onCancel: () => void;
}

/** Slots at regular times: the rule, what it would create, and only then their creation, all of them or none. */
export function Generator({ organisation, session, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { generate } = useSlotChanges(organisation, session.id);
  const [rule, setRule] = useState<Rule>(() => ({
    ...ruleOf(session),
    session_course_id: session.courses[0]?.id ?? "",
  }));
  const [faults, setFaults] = useState<RuleFaults>({});
  const [given, setGiven] = useState<GeneratedSlots | null>(null);
  const [pending, setPending] = useState<"preview" | "create" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);

  // The first field to correct takes the focus.
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault]')?.focus();
  }, [faults]);

  const change = (next: Rule) => {
    setRule(next);
    // What was shown is no longer what would be created; a reason changes nothing about it.
    if (next.override_reason === rule.override_reason) setGiven(null);
    setFaults({});
  };

  const ask = async (dryRun: boolean) => {
    setPending(dryRun ? "preview" : "create");
    setError(null);
    try {
      const answer = await generate(generationBody(rule, dryRun));
      if (dryRun) setGiven(answer);
      else onDone(answer.slots.length);
    } catch (refusal) {
      const problem = asProblem(refusal);
      setFaults(faultsOf(problem.errors));
      setError(refusal);
    } finally {
      setPending(null);
    }
  };

  const preview = (event: FormEvent) => {
    event.preventDefault();
    const found = ruleFaults(rule, {
      required: t("form.required"),
      weekdays: t("generation.fault.weekdays"),
      order: t("slot.fault.order"),
      course: t("slot.fault.subject"),
      count: t("generation.fault.count"),
    });
    setFaults(found);
    if (Object.keys(found).length === 0) void ask(true);
  };

  const outcome = given ? outcomeOf(given) : null;
  const needsReason = outcome !== null && outcome.conflicting > 0;
  const create = () => {
    if (needsReason && rule.override_reason.trim() === "") {
      setFaults({ override_reason: t("generation.fault.reason") });
    } else void ask(false);
  };

  return (
    <form ref={form} onSubmit={preview} noValidate className={frame.form ?? ""}>
      <Stack>
        <div>
          <Title order={3}>{t("generation.heading")}</Title>
          <Text size="sm" c="dimmed">
            {t("generation.lead")}
          </Text>
        </div>
        {error ? <ProblemNotice error={error} messages={messagesOf(error)} /> : null}
        <RuleFields session={session} rule={rule} faults={faults} onChange={change} />
        <Group>
          <Button
            type="submit"
            variant={given ? "default" : "filled"}
            loading={pending === "preview"}
          >
            {t("generation.preview")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
        {given && outcome ? (
          <>
            <GenerationPreview
              given={given}
              outcome={outcome}
              reason={rule.override_reason}
              reasonFault={faults.override_reason ?? null}
              onReason={(reason) => change({ ...rule, override_reason: reason })}
            />
            <Group>
              <Button
                loading={pending === "create"}
                disabled={outcome.total === 0 || outcome.existing > 0}
                onClick={create}
              >
                {t("generation.create", { count: outcome.total })}
              </Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </form>
  );
}
