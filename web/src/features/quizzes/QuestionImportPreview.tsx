import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { QuestionImport, QuestionImportRow } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { formatList, formatMoment } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Import.module.css";
import { columnName, type Wanted, wantedRows } from "./model/importFile";
import own from "./Quizzes.module.css";
import { pointsName } from "./words";

const DRAWN = 100;

interface Props {
  name: string;
  shown: QuestionImport;
  pending: boolean;
  onConfirm: (skipErrors: boolean) => void;
  onAgain: () => void;
}

/** What a file would write, question by question: each with its line, what is wrong with it, what deserves a look. */
export function QuestionImportPreview({ name, shown, pending, onConfirm, onAgain }: Props) {
  const { t } = useTranslation();
  const { create, error } = shown.counts;
  const [wanted, setWanted] = useState<Wanted>(error > 0 ? "error" : "all");
  const [drawn, setDrawn] = useState(DRAWN);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows = wantedRows(shown.rows, wanted);
  const counts = { all: shown.rows.length, error, create };
  return (
    <section ref={box} tabIndex={-1} aria-label={t("questionImport.previewOf", { name })}>
      <Stack>
        <Text role="status" fw={650}>
          {t("questionImport.read", { count: shown.rows.length, name })}
        </Text>
        {shown.ignored_columns.length > 0 ? (
          <Notice title={t("questionImport.ignored", { count: shown.ignored_columns.length })}>
            {formatList(shown.ignored_columns)}
          </Notice>
        ) : null}
        <Choices<Wanted>
          legend={t("questionImport.show")}
          value={wanted}
          choices={(["all", "error", "create"] as const).map((value) => ({
            value,
            label: t(`questionImport.wanted.${value}`),
            figure: String(counts[value]),
            spoken: t("questionImport.wantedSpoken", {
              what: t(`questionImport.wanted.${value}`),
              count: counts[value],
            }),
          }))}
          onChange={(next) => {
            setWanted(next);
            setDrawn(DRAWN);
          }}
        />
        {rows.length === 0 ? (
          <Text>{t("questionImport.noRow")}</Text>
        ) : (
          <ol className={classes.rows}>
            {rows.slice(0, drawn).map((row) => (
              <li key={row.line} data-faulty={row.errors.length > 0 || undefined}>
                <Row row={row} />
              </li>
            ))}
          </ol>
        )}
        {rows.length > drawn ? (
          <Group>
            <Button variant="default" onClick={() => setDrawn(drawn + DRAWN)}>
              {t("action.more")}
            </Button>
          </Group>
        ) : null}
        {error > 0 ? (
          <Notice
            tone="warning"
            icon="alert"
            title={t("questionImport.withErrors", { count: error })}
          >
            {t("questionImport.withErrorsHelp")}
          </Notice>
        ) : null}
        <Group>
          <Button
            className={classes.button ?? ""}
            loading={pending}
            disabled={create === 0}
            variant={error > 0 ? "default" : "filled"}
            onClick={() => onConfirm(error > 0)}
          >
            {create === 0
              ? t("questionImport.nothing")
              : t(error > 0 ? "questionImport.confirmWithout" : "questionImport.confirm", {
                  count: create,
                })}
          </Button>
          <Button variant={error > 0 ? "filled" : "default"} onClick={onAgain}>
            {t("questionImport.other")}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t("questionImport.until", { date: formatMoment(shown.expires_at) })}
        </Text>
      </Stack>
    </section>
  );
}

function Row({ row }: { row: QuestionImportRow }) {
  const { t } = useTranslation();
  const facts = [
    row.kind ? t(`quizWord.kind.${row.kind}`) : null,
    row.points == null ? null : pointsName(t, row.points),
    row.tags.length > 0 ? t("bank.tags", { tags: formatList(row.tags) }) : null,
  ].filter((fact): fact is string => fact !== null);
  return (
    <div className={classes.row}>
      <span className={classes.line}>{t("questionImport.line", { line: row.line })}</span>
      <div className={classes.what}>
        <strong>{row.title || t("questionImport.unread")}</strong>
        <p className={`${own.facts} ${own.soft}`}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <Faults faults={row.errors} of="errors" />
        <Faults faults={row.remarks} of="remarks" />
      </div>
      <StateTag tone={row.action === "error" ? "error" : "success"}>
        {t(`questionImport.outcome.${row.action}`)}
      </StateTag>
    </div>
  );
}

interface FaultsProps {
  faults: QuestionImportRow["errors"];
  of: "errors" | "remarks";
}

function Faults({ faults, of }: FaultsProps) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <ul className={classes[of]} aria-label={t(`questionImport.${of}`)}>
      {faults.map(({ line, column, field, code, message }) => (
        <li key={`${line}-${field}-${code}`}>
          {column
            ? t("questionImport.atColumn", { line, column: columnName(column), message })
            : t("questionImport.atLine", { line, message })}
        </li>
      ))}
    </ul>
  );
}

interface DoneProps {
  done: QuestionImport;
  onAgain: () => void;
  onDone: () => void;
}

/** The file was taken: how many questions were written. */
export function QuestionImportDone({ done, onAgain, onDone }: DoneProps) {
  const { t } = useTranslation();
  const { create, error } = done.counts;
  return (
    <Notice
      tone="success"
      announce
      title={t("questionImport.done", { count: create })}
      actions={
        <>
          <Button size="sm" onClick={onDone}>
            {t("questionImport.toBank")}
          </Button>
          <Button size="sm" variant="default" onClick={onAgain}>
            {t("questionImport.other")}
          </Button>
        </>
      }
    >
      {error > 0 ? t("questionImport.doneWithout", { count: error }) : null}
    </Notice>
  );
}
