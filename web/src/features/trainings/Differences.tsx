import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { CatalogDifference, Job } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { DriftNote } from "@/record/DriftNote";
import { Choices } from "@/ui/Choices";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Lines.module.css";
import type { Draft } from "./model/draft";
import { acceptJobName, removeJob, replaceJob } from "./model/jobs";
import { acceptSkillName, removeSkills, replaceSkill } from "./model/skills";
import type { Edit } from "./useEditor";
import { quoted } from "./words";

interface Props {
  differences: CatalogDifference[];
  draft: Draft;
  edit: Edit;
  loadJob: (code: string) => Promise<Job>;
}

/** Lines that the catalogue of today names otherwise, or no longer has: each is decided here. */
export function Differences({ differences, draft, edit, loadJob }: Props) {
  const { t } = useTranslation();
  const present = differences.filter(({ subject, code }) =>
    subject === "job"
      ? draft.jobs.some((line) => line.code === code)
      : draft.skills.some((line) => line.skill === code),
  );
  if (present.length === 0) return null;
  return (
    <Notice tone="warning" icon="refresh" title={t("difference.title", { count: present.length })}>
      <Text size="sm" mb={6}>
        {t("difference.help")}
      </Text>
      <Disclosure label={t("difference.open")} open={present.length <= 5}>
        <ul className={classes.rows}>
          {present.map((difference) => (
            <li key={`${difference.subject} ${difference.code}`}>
              <Difference difference={difference} draft={draft} edit={edit} loadJob={loadJob} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  );
}

interface DifferenceProps extends Omit<Props, "differences"> {
  difference: CatalogDifference;
}

function Difference({ difference, draft, edit, loadJob }: DifferenceProps) {
  const { t } = useTranslation();
  const { subject, code, kinds, then } = difference;
  const job = subject === "job";
  const line = job
    ? draft.jobs.find((other) => other.code === code)
    : draft.skills.find((other) => other.skill === code);
  const renamed = kinds.includes("relabelled");
  const lost = kinds.some((kind) => kind === "reused" || kind === "retired");
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm">
          {then} <span className={classes.code}>{code}</span>
        </Text>
        <DriftNote drift={difference} names="written" />
      </div>
      {renamed ? (
        <Choices<"keep" | "accept">
          legend={t("difference.choice", { name: quoted(then) })}
          value={line?.acceptLabel ? "accept" : "keep"}
          onChange={(choice) =>
            edit((before) =>
              (job ? acceptJobName : acceptSkillName)(before, code, choice === "accept"),
            )
          }
          choices={[
            { value: "keep", label: t("difference.keep") },
            { value: "accept", label: t("difference.accept") },
          ]}
        />
      ) : null}
      {lost ? <Lost difference={difference} edit={edit} loadJob={loadJob} /> : null}
    </Stack>
  );
}

type LostProps = Pick<DifferenceProps, "difference" | "edit" | "loadJob">;

/** What to do with a line whose meaning the release in place has elsewhere, or no longer has. */
function Lost({ difference, edit, loadJob }: LostProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const { subject, code, replaced_by: heir, then } = difference;
  const job = subject === "job";
  const replace = async () => {
    if (!heir) return;
    if (!job) {
      edit((draft) => {
        const kind = draft.skills.find(({ skill }) => skill === code)?.kind ?? null;
        return replaceSkill(draft, code, { skill: heir.code, label: heir.label, kind });
      });
      return;
    }
    setError(null);
    try {
      const sheet = await loadJob(heir.code);
      edit((draft) => replaceJob(draft, code, sheet));
    } catch (refusal) {
      setError(refusal);
    }
  };
  const remove = () =>
    edit((draft) => (job ? removeJob(draft, code, false) : removeSkills(draft, new Set([code]))));
  return (
    <>
      {error ? <ProblemNotice error={error} /> : null}
      <div className={classes.actions}>
        {heir ? (
          <Button size="compact-sm" variant="default" onClick={replace}>
            {t("difference.replace", { name: quoted(heir.label) })}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t("difference.removeOf", { name: quoted(then) })}
          onClick={remove}
        >
          {t("training.remove")}
        </Button>
      </div>
    </>
  );
}
