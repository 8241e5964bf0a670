import { NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import type { QuizKind, QuizStatus, QuizSummary } from "@/api/types";
import { useTranslation } from "@/i18n/quizzes";
import { formatDay } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { QuizLink } from "./links";
import type { Owner } from "./owner";
import { QuizState } from "./QuizState";
import classes from "./Quizzes.module.css";
import { useQuizzes } from "./quizQueries";
import type { QuizFilter } from "./url";

const TYPING_PAUSE_MS = 250;
const STATUSES: QuizStatus[] = ["draft", "published", "archived"];
const KINDS: QuizKind[] = ["quiz", "assignment"];

interface Props {
  owner: Owner;
  filter: QuizFilter;
  onFilter: (filter: QuizFilter) => void;
  writes: boolean;
}

/** Quizzes and assignments, found by title, kind and state. */
export function QuizList({ owner, filter, onFilter, writes }: Props) {
  const { t } = useTranslation();
  const list = useQuizzes(owner, filter);
  const [words, setWords] = useState(filter.words);
  const search = useDebouncedCallback(
    (typed: string) => onFilter({ ...filter, words: typed.trim() }),
    TYPING_PAUSE_MS,
  );
  const filtered = filter.words !== "" || filter.kind !== null || filter.status !== null;
  return (
    <Stack gap="lg">
      <search className={classes.filters} aria-label={t("quizList.filters")}>
        <TextInput
          type="search"
          label={t("quizList.search")}
          leftSection={<Icon name="search" />}
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t("quizList.kindLabel")}
          value={filter.kind ?? ""}
          data={[
            { value: "", label: t("quizList.anyKind") },
            ...KINDS.map((value) => ({ value, label: t(`quizList.kind.${value}`) })),
          ]}
          onChange={(event) =>
            onFilter({ ...filter, kind: (event.currentTarget.value || null) as QuizKind | null })
          }
        />
        <NativeSelect
          label={t("quizList.status")}
          value={filter.status ?? ""}
          data={[
            { value: "", label: t("quizList.anyStatus") },
            ...STATUSES.map((value) => ({ value, label: t(`quizList.state.${value}`) })),
          ]}
          onChange={(event) =>
            onFilter({
              ...filter,
              status: (event.currentTarget.value || null) as QuizStatus | null,
            })
          }
        />
      </search>
      <PagedList
        list={list}
        height={240}
        none={
          filtered ? (
            <Text role="status">{t("quizList.noneFound")}</Text>
          ) : (
            <Notice icon="help" title={t("quizList.none")}>
              {t(writes ? "quizList.noneHelp" : "quizList.noneRead")}
            </Notice>
          )
        }
      >
        {(quizzes, busy) => (
          <ul className={classes.list} aria-busy={busy}>
            {quizzes.map((quiz) => (
              <li key={quiz.id}>
                <Row owner={owner} quiz={quiz} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function Row({ owner, quiz }: { owner: Owner; quiz: QuizSummary }) {
  const { t } = useTranslation();
  const { id, title, kind, revision, questions, sessions, invitations, updated_by: name } = quiz;
  const date = formatDay(quiz.updated_at);
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.title}>
            <QuizLink owner={owner} quiz={id}>
              {title}
            </QuizLink>
          </h2>
        </div>
        <QuizState quiz={quiz} />
      </div>
      <p className={classes.facts}>
        <span>{t(`quizList.kind.${kind}`)}</span>
        <span>{t("quizList.questions", { count: questions })}</span>
        <span>
          {owner.organisation === null
            ? t("quizList.invitations", { count: invitations })
            : t("quizList.sessions", { count: sessions })}
        </span>
        {revision > 0 ? <span>{t("quizList.revision", { number: revision })}</span> : null}
        <span>
          {name ? t("quizList.updatedBy", { date, name }) : t("quizList.updated", { date })}
        </span>
      </p>
    </div>
  );
}
