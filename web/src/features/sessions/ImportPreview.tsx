import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { EnrolmentImport, ImportAction, ImportRow } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { formatDateShort } from "@/lib/days";
import { formatList, formatMoment } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Import.module.css";
import { columnName, countsOf } from "./model/participants";
import { enrolmentName } from "./words";

/** Rows drawn at once: a file of two thousand is looked through by its errors first. */
const DRAWN = 200;

const TONES = { error: "error", create: "success", match: "success", already: "neutral" } as const;

interface Props {
  name: string;
  shown: EnrolmentImport;
  pending: boolean;
  onConfirm: (skipErrors: boolean) => void;
  onAgain: () => void;
}

/** What a file would do, row by row: who is enrolled how, who is already there, what is wrong and in which column. */
export function ImportPreview({ name, shown, pending, onConfirm, onAgain }: Props) {
  const { t } = useTranslation();
  const counts = countsOf(shown);
  const errors = shown.counts.error;
  const taken = shown.counts.create + shown.counts.match;
  const [wanted, setWanted] = useState<ImportAction | "all">(errors > 0 ? "error" : "all");
  const [drawn, setDrawn] = useState(DRAWN);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows = shown.rows.filter(({ action }) => wanted === "all" || action === wanted);
  return (
    <section ref={box} tabIndex={-1} aria-label={t("import.previewOf", { name })}>
      <Stack>
        <Text role="status" fw={650}>
          {t("import.read", { count: shown.rows.length, name })}
        </Text>
        {shown.ignored_columns.length > 0 ? (
          <Notice tone="info" title={t("import.ignored", { count: shown.ignored_columns.length })}>
            {formatList(shown.ignored_columns)}
          </Notice>
        ) : null}
        <div className={classes.filter}>
          <Choices<ImportAction | "all">
            legend={t("import.show")}
            value={wanted}
            choices={[
              {
                value: "all",
                label: t("import.all"),
                figure: String(shown.rows.length),
                spoken: t("import.allSpoken", { count: shown.rows.length }),
              },
              ...counts.map(([action, count]) => ({
                value: action,
                label: t(`import.action.${action}`),
                figure: String(count),
                spoken: t("import.actionSpoken", { action: t(`import.action.${action}`), count }),
              })),
            ]}
            onChange={(next) => {
              setWanted(next);
              setDrawn(DRAWN);
            }}
          />
        </div>
        {rows.length === 0 ? (
          <Text>{t("import.noRow")}</Text>
        ) : (
          <ul className={classes.rows}>
            {rows.slice(0, drawn).map((row) => (
              <li key={row.line} data-faulty={row.errors.length > 0 || undefined}>
                <Row row={row} />
              </li>
            ))}
          </ul>
        )}
        {rows.length > drawn ? (
          <Group>
            <Button variant="default" onClick={() => setDrawn(drawn + DRAWN)}>
              {t("action.more")}
            </Button>
          </Group>
        ) : null}
        {errors > 0 ? (
          <Notice tone="warning" icon="alert" title={t("import.withErrors", { count: errors })}>
            {t("import.withErrorsHelp")}
          </Notice>
        ) : null}
        <Group>
          <Button
            className={classes.wrapping ?? ""}
            loading={pending}
            disabled={taken === 0}
            variant={errors > 0 ? "default" : "filled"}
            onClick={() => onConfirm(errors > 0)}
          >
            {taken === 0
              ? t("import.nobody")
              : t(errors > 0 ? "import.confirmWithout" : "import.confirm", { count: taken })}
          </Button>
          <Button variant={errors > 0 ? "filled" : "default"} onClick={onAgain}>
            {t("import.other")}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t("import.until", { date: formatMoment(shown.expires_at) })}
        </Text>
      </Stack>
    </section>
  );
}

function Row({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const name = [row.first_name, row.last_name].filter(Boolean).join(" ");
  const days = [
    row.starts_on ? t("import.from", { day: formatDateShort(row.starts_on) }) : null,
    row.ends_on ? t("import.to", { day: formatDateShort(row.ends_on) }) : null,
  ].filter(Boolean);
  return (
    <div className={classes.row}>
      <span className={classes.line}>{t("import.line", { line: row.line })}</span>
      <div className={classes.who}>
        <strong>{name || t("import.noName")}</strong>
        <span className={classes.soft}>
          {[row.email, row.reference, row.employer, ...days].filter(Boolean).join(" · ")}
        </span>
        {row.errors.length > 0 ? (
          <ul className={classes.errors}>
            {row.errors.map(({ column, code, message }) => (
              <li key={`${column}-${code}`}>
                {column ? t("import.errorAt", { column: columnName(column), message }) : message}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <StateTag tone={row.status === "waiting" ? "warning" : TONES[row.action]}>
        {row.status ? enrolmentName(t, row.status) : t(`import.outcome.${row.action}`)}
      </StateTag>
    </div>
  );
}

interface DoneProps {
  done: EnrolmentImport;
  onAgain: () => void;
  onDone: () => void;
}

/** The file was taken: how many were enrolled. */
export function ImportDone({ done, onAgain, onDone }: DoneProps) {
  const { t } = useTranslation();
  const { create, match, already, error } = done.counts;
  return (
    <Notice
      tone="success"
      announce
      title={t("import.done", { count: create + match })}
      actions={
        <>
          <Button size="sm" onClick={onDone}>
            {t("import.toParticipants")}
          </Button>
          <Button size="sm" variant="default" onClick={onAgain}>
            {t("import.other")}
          </Button>
        </>
      }
    >
      {already > 0 ? <div>{t("import.doneAlready", { count: already })}</div> : null}
      {error > 0 ? <div>{t("import.doneWithout", { count: error })}</div> : null}
    </Notice>
  );
}
