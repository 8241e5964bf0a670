import { Button, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Job, Suggestions } from "@/api/types";
import { useTranslation } from "@/i18n/writing";
import { formatList } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import classes from "./Lines.module.css";
import type { Draft } from "./model/draft";
import { listedBy } from "./model/jobs";
import { addSkill, has } from "./model/skills";
import own from "./SuggestionList.module.css";
import type { Edit } from "./useEditor";
import { kindName, quoted } from "./words";

interface Props {
  found: Suggestions;
  draft: Draft;
  sheets: Job[];
  edit: Edit;
  onAddJob: (code: string, appellation: string | null) => void;
  onClose: () => void;
}

/** Jobs and skills that words of the title and description lead to, with these words. */
export function SuggestionList({ found, draft, sheets, edit, onAddJob, onClose }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer takes the focus
  useEffect(() => heading.current?.focus(), [found]);
  // Without a word of the text there is nothing to say for a proposal.
  const jobs = found.jobs.filter(({ words }) => words.length > 0);
  const skills = found.skills.filter(({ words }) => words.length > 0);
  return (
    <div className={own.box}>
      <div className={classes.head}>
        <h3 ref={heading} tabIndex={-1} className={classes.label}>
          {t("writing.suggest.title")}
        </h3>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t("action.close")}
        </Button>
      </div>
      {jobs.length + skills.length === 0 ? <Text>{t("writing.suggest.none")}</Text> : null}
      {jobs.length > 0 ? (
        <Stack gap={0}>
          <Text size="sm" fw={650}>
            {t("training.section.jobs")}
          </Text>
          <ul className={classes.rows}>
            {jobs.map((job) => (
              <Row
                key={job.code}
                label={job.label}
                code={job.code}
                detail={[job.matched === job.label ? null : quoted(job.matched), job.domain.label]}
                words={job.words}
                taken={draft.jobs.some(({ code }) => code === job.code)}
                onAdd={() => onAddJob(job.code, job.matched)}
              />
            ))}
          </ul>
        </Stack>
      ) : null}
      {skills.length > 0 ? (
        <Stack gap={0}>
          <Text size="sm" fw={650}>
            {t("training.section.skills")}
          </Text>
          <ul className={classes.rows}>
            {skills.map(({ code, label, kind, words }) => (
              <Row
                key={code}
                label={label}
                detail={[kindName(t, kind)]}
                words={words}
                taken={has(draft, code)}
                onAdd={() =>
                  edit((now) =>
                    addSkill(now, { skill: code, label, kind, ...listedBy(now, code, sheets) }),
                  )
                }
              />
            ))}
          </ul>
        </Stack>
      ) : null}
    </div>
  );
}

interface RowProps {
  label: string;
  code?: string;
  detail: (string | null)[];
  words: string[];
  taken: boolean;
  onAdd: () => void;
}

function Row({ label, code, detail, words, taken, onAdd }: RowProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={classes.head}>
        <div className={classes.main}>
          <div>
            {label} {code ? <span className={classes.code}>{code}</span> : null}
          </div>
          <div className={classes.meta}>
            {detail.filter(Boolean).join(" · ")}
            {words.length > 0 ? (
              <span>{t("training.suggest.words", { words: formatList(words.map(quoted)) })}</span>
            ) : null}
          </div>
        </div>
        <Button
          size="compact-sm"
          variant="light"
          aria-disabled={taken || undefined}
          data-disabled={taken || undefined}
          leftSection={<Icon name={taken ? "check" : "plus"} size={14} />}
          aria-label={t(taken ? "writing.suggest.takenOf" : "writing.suggest.addOf", { label })}
          onClick={() => (taken ? undefined : onAdd())}
        >
          {t(taken ? "writing.suggest.taken" : "writing.suggest.add")}
        </Button>
      </div>
    </li>
  );
}
