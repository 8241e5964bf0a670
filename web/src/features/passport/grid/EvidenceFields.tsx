import { Button, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { organisationFiles } from "@/api/files";
import type { GridProposal } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { FileUpload } from "@/ui/FileUpload";
import { Icon } from "@/ui/Icon";
import { attemptOf, type Evidence } from "../model/drafts";
import classes from "../Passport.module.css";
import own from "./EvidenceFields.module.css";

/** The server takes no more. */
const MOST = 10;

interface Props {
  organisation: string;
  evidence: Evidence[];
  /** The results that may be joined. */
  proposals: GridProposal[];
  errorOf: (field: string, message: string) => string | undefined;
  onChange: (evidence: Evidence[]) => void;
}

let drawn = 0;

const begun = (kind: Evidence["kind"]): Evidence => ({
  kind,
  id: `new-${drawn++}`,
  title: "",
  note: "",
  attempt: "",
  file: null,
});

/** What a level rests on: observations, files, results. */
export function EvidenceFields({ organisation, evidence, proposals, errorOf, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const attempts = proposals.filter(({ attempt_id: attempt }) =>
    evidence.every((one) => one.attempt !== attempt),
  );
  const add = (one: Evidence) => onChange([...evidence, one]);
  const change = (place: number, some: Partial<Evidence>) =>
    onChange(evidence.map((one, at) => (at === place ? { ...one, ...some } : one)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has an edge of its own that no style takes away everywhere
    <div role="group" aria-labelledby={id}>
      <Text id={id} fw={600}>
        {t("evaluating.evidence")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("evaluating.evidenceHelp")}
      </Text>
      {evidence.map((one, place) => (
        <div key={one.id} className={own.one}>
          <div className={classes.head}>
            <Text fw={600} size="sm">
              {t(`evaluating.${one.kind}`)}
            </Text>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("evaluating.removeOf", { place: place + 1 })}
              onClick={() => onChange(evidence.filter((_, at) => at !== place))}
            >
              {t("evaluating.remove")}
            </Button>
          </div>
          <Stack gap="xs">
            <TextInput
              label={t("evaluating.evidenceTitle")}
              maxLength={200}
              required
              value={one.title}
              error={errorOf(`evidence.${place}.title`, t("evaluating.titleMissing"))}
              onChange={(event) => change(place, { title: event.currentTarget.value })}
            />
            {one.kind === "note" ? (
              <Textarea
                label={t("evaluating.note")}
                autosize
                minRows={2}
                maxLength={4000}
                required
                value={one.note}
                error={errorOf(`evidence.${place}.note`, t("evaluating.noteMissing"))}
                onChange={(event) => change(place, { note: event.currentTarget.value })}
              />
            ) : null}
            {one.kind === "file" ? (
              <FileUpload
                label={t("evaluating.file")}
                path={organisationFiles(organisation)}
                purpose="passport_proof"
                value={one.file}
                required
                {...fileError(errorOf(`evidence.${place}.file_id`, t("evaluating.fileMissing")))}
                onChange={(file) => change(place, { file })}
              />
            ) : null}
          </Stack>
        </div>
      ))}
      <div className={`${classes.actions} ${classes.below}`} hidden={evidence.length >= MOST}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => add(begun("note"))}
        >
          {t("evaluating.addNote")}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => add(begun("file"))}
        >
          {t("evaluating.addFile")}
        </Button>
        {attempts.map((proposal) => (
          <Button
            key={proposal.attempt_id}
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => add(attemptOf(proposal))}
          >
            {t("evaluating.addAttempt", { quiz: proposal.quiz })}
          </Button>
        ))}
      </div>
    </div>
  );
}

const fileError = (error: string | undefined) => (error ? { error } : {});
