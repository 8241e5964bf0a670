import { Button, Group, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import type { GridCell, GridSkill } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { addDays, today } from "@/lib/days";
import { levelName } from "@/record/levels";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { type CellDraft, missingIn } from "../model/drafts";
import type { Faults } from "../model/outcome";
import { NOT_ACQUIRED, proposedValue, type Scale } from "../model/scales";
import { capital } from "./cellWords";
import { EvidenceFields } from "./EvidenceFields";

interface Props {
  organisation: string;
  skill: GridSkill;
  cell: GridCell | undefined;
  scales: Scale[];
  start: CellDraft;
  /** Whether it is a draft already. */
  isKept: boolean;
  faults: Faults;
  onKeep: (draft: CellDraft) => void;
  onForget: () => void;
  onClose: () => void;
}

/** The fields of a cell; what is written in them stays in the page until everything is reviewed. */
export function CellForm(props: Props) {
  const { organisation, skill, cell, scales, start, isKept, faults, onKeep, onForget } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [missing, setMissing] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const change = (some: Partial<CellDraft>) => setDraft((before) => ({ ...before, ...some }));
  const isReplacing = Boolean(cell?.replaced);
  const errorOf = (field: string, message: string) =>
    missing.includes(field) ? message : draft === start ? faults[field] : undefined;
  const months = skill.validity_months;

  const keep = (event: FormEvent) => {
    event.preventDefault();
    const found = missingIn(draft, isReplacing);
    setMissing(found);
    if (found.length === 0) onKeep(draft);
    else {
      // The messages are drawn first.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };

  const general = [faults[""], faults.skill, faults.person_id, faults.evidence].filter(Boolean);
  return (
    <form ref={form} onSubmit={keep} noValidate>
      <Stack>
        {general.map((message) => (
          <Notice key={message} tone="error" announce>
            {message}
          </Notice>
        ))}
        <LevelField
          skill={skill}
          scales={scales}
          value={draft.level}
          error={errorOf("level", t("evaluating.levelMissing"))}
          onChange={(level) => change({ level })}
        />
        {isReplacing ? (
          <Textarea
            label={t("evaluating.reason")}
            description={t("evaluating.reasonHelp")}
            autosize
            minRows={2}
            maxLength={1000}
            required
            value={draft.reason}
            error={errorOf("reason", t("evaluating.reasonMissing"))}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : null}
        <Textarea
          label={t("evaluating.comment")}
          description={t("evaluating.commentHelp")}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.comment}
          error={errorOf("comment", "")}
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("evaluating.expires")}
          description={
            months ? t("evaluating.renewed", { count: months }) : t("evaluating.forever")
          }
          min={addDays(today(), 1)}
          value={draft.expires_on}
          error={errorOf("expires_on", "")}
          onChange={(event) => change({ expires_on: event.currentTarget.value })}
        />
        <EvidenceFields
          organisation={organisation}
          evidence={draft.evidence}
          proposals={cell?.proposals ?? []}
          errorOf={errorOf}
          onChange={(evidence) => change({ evidence })}
        />
        <Group justify="flex-end">
          {isKept ? (
            <Button variant="subtle" color="brick" onClick={onForget}>
              {t("evaluating.forget")}
            </Button>
          ) : null}
          <Button variant="default" onClick={props.onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit">{t("evaluating.keep")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface LevelProps {
  skill: GridSkill;
  scales: Scale[];
  value: string;
  error: string | undefined;
  onChange: (level: string) => void;
}

/** The levels of the column's scale, not acquired, then the other scales, folded. */
function LevelField({ skill, scales, value, error, onChange }: LevelProps) {
  const { t } = useTranslation();
  const [own, ...others] = scales;
  const { target, pass } = skill;
  const noteOf = (level: string): string | undefined => {
    const notes = [
      target != null && level === proposedValue(skill, target) ? t("evaluating.aimed") : null,
      pass != null && level === proposedValue(skill, pass) ? t("evaluating.enough") : null,
    ].filter((note) => note !== null);
    return notes.length > 0 ? notes.join(", ") : undefined;
  };
  const radios = (scale: Scale | undefined, isOwn: boolean) =>
    scale?.levels.map(({ value: level, name, common }) => (
      <Radio
        key={level}
        value={level}
        label={name ?? `${common}\u00a0${capital(levelName(t, common))}`}
        {...(isOwn && noteOf(level) ? { description: noteOf(level) } : {})}
        {...(error ? { "aria-invalid": true } : {})}
      />
    ));
  return (
    <Radio.Group
      label={t("evaluating.level")}
      required
      withAsterisk={false}
      value={value}
      onChange={onChange}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {radios(own, true)}
        <Radio
          value={NOT_ACQUIRED}
          label={t("validating.notAcquired")}
          description={t("evaluating.notAcquiredHelp")}
        />
        {others.map((scale) => (
          <Disclosure
            key={scale.key}
            label={t("evaluating.otherScale", { scale: scale.title ?? t("validating.common") })}
            open={scale.levels.some((level) => level.value === value)}
          >
            <Stack gap="xs">{radios(scale, false)}</Stack>
          </Disclosure>
        ))}
      </Stack>
    </Radio.Group>
  );
}
