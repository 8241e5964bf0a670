import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useDownload } from "@/api/download";
import type { QuestionFormat, QuestionKind, QuestionSummary } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { formatDay, formatList } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { exportQuestions, tagsQuery, useBankChanges, useQuestions } from "./bankQueries";
import { QuestionLink } from "./links";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { type BankFilter, isFiltered } from "./url";
import { KINDS } from "./words";

const TYPING_PAUSE_MS = 250;

interface Props {
  owner: Owner;
  filter: BankFilter;
  onFilter: (filter: BankFilter) => void;
  writes: boolean;
  /** Chooses the skill that questions are about, from the catalogue. */
  skillFilter: ReactNode;
}

/** The bank of questions: found by words, kind, tag and skill; in use or archived; taken out as files. */
export function QuestionList({ owner, filter, onFilter, writes, skillFilter }: Props) {
  const { t } = useTranslation();
  const list = useQuestions(owner, filter);
  const tags = useQuery(tagsQuery(owner)).data ?? [];
  const [words, setWords] = useState(filter.words);
  const search = useDebouncedCallback(
    (typed: string) => onFilter({ ...filter, words: typed.trim() }),
    TYPING_PAUSE_MS,
  );
  return (
    <Stack gap="lg">
      <search className={classes.filters} aria-label={t("bank.filters")}>
        <TextInput
          type="search"
          label={t("bank.search")}
          leftSection={<Icon name="search" />}
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t("bank.kind")}
          value={filter.kind ?? ""}
          data={[
            { value: "", label: t("bank.anyKind") },
            ...KINDS.map((value) => ({ value, label: t(`quizWord.kind.${value}`) })),
          ]}
          onChange={(event) =>
            onFilter({
              ...filter,
              kind: (event.currentTarget.value || null) as QuestionKind | null,
            })
          }
        />
        <NativeSelect
          label={t("bank.tag")}
          value={filter.tag}
          data={[
            { value: "", label: t("bank.anyTag") },
            ...tags.map(({ tag, questions }) => ({ value: tag, label: `${tag} (${questions})` })),
            // What the address asks for stays in sight, even when nothing bears it any more.
            ...(filter.tag !== "" && !tags.some(({ tag }) => tag === filter.tag)
              ? [filter.tag]
              : []),
          ]}
          onChange={(event) => onFilter({ ...filter, tag: event.currentTarget.value })}
        />
        {skillFilter}
      </search>
      <div className={classes.toolbar}>
        <div className={classes.switch}>
          <Choices<"used" | "archived">
            legend={t("bank.show")}
            value={filter.archived ? "archived" : "used"}
            choices={[
              { value: "used", label: t("bank.used") },
              { value: "archived", label: t("bank.archived") },
            ]}
            onChange={(value) => onFilter({ ...filter, archived: value === "archived" })}
          />
        </div>
        <Exports owner={owner} filter={filter} />
      </div>
      <PagedList
        list={list}
        height={260}
        none={
          isFiltered(filter) || filter.archived ? (
            <Text role="status">{t("bank.noneFound")}</Text>
          ) : (
            <Notice icon="help" title={t("bank.none")}>
              {t(writes ? "bank.noneHelp" : "bank.noneRead")}
            </Notice>
          )
        }
      >
        {(questions, busy) => (
          <ul className={classes.list} aria-busy={busy}>
            {questions.map((question) => (
              <li key={question.id}>
                <Row owner={owner} question={question} writes={writes} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function Exports({ owner, filter }: Pick<Props, "owner" | "filter">) {
  const { t } = useTranslation();
  const run = useDownload((format: QuestionFormat) => exportQuestions(owner, filter, format));
  return (
    <div>
      <Group gap="xs">
        {(["gift", "csv"] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            size="sm"
            loading={run.isPending && run.variables === format}
            onClick={() => run.mutate(format)}
          >
            {t(`bank.export.${format}`)}
          </Button>
        ))}
      </Group>
      {run.error ? <ProblemNotice error={run.error} title={t("bank.exportFailed")} /> : null}
    </div>
  );
}

interface RowProps {
  owner: Owner;
  question: QuestionSummary;
  writes: boolean;
}

function Row({ owner, question, writes }: RowProps) {
  const { t } = useTranslation();
  const changes = useBankChanges(owner);
  const { id, kind, tags, skills, number, archived, quizzes } = question;
  const title = question.title || t("bank.untitled");
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.title}>
            <QuestionLink owner={owner} question={id}>
              {title}
            </QuestionLink>
          </h2>
        </div>
        {writes ? (
          <ConfirmButton
            label={t(archived ? "bank.restore" : "bank.archive")}
            aria-label={t(archived ? "bank.restoreOf" : "bank.archiveOf", { title })}
            title={t(archived ? "bank.restoreTitle" : "bank.archiveTitle")}
            confirm={t(archived ? "bank.restore" : "bank.archive")}
            variant="subtle"
            size="compact-sm"
            action={() => (archived ? changes.restore(question) : changes.archive(question))}
          >
            {t(archived ? "bank.restoreText" : "bank.archiveText")}
          </ConfirmButton>
        ) : null}
      </div>
      <p className={classes.facts}>
        <span>{t(`quizWord.kind.${kind}`)}</span>
        <span>{t("bank.version", { number })}</span>
        <span>{quizzes === 0 ? t("bank.inNoQuiz") : t("bank.quizzes", { count: quizzes })}</span>
        <span>
          {question.updated_by
            ? t("bank.updatedBy", {
                name: question.updated_by,
                date: formatDay(question.updated_at),
              })
            : t("bank.updated", { date: formatDay(question.updated_at) })}
        </span>
      </p>
      {tags.length > 0 || skills.length > 0 ? (
        <p className={`${classes.facts} ${classes.soft}`}>
          {tags.length > 0 ? <span>{t("bank.tags", { tags: formatList(tags) })}</span> : null}
          {skills.length > 0 ? (
            <span>{t("bank.skills", { skills: formatList(skills) })}</span>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
