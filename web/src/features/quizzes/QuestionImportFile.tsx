import { Stack, Text, Title } from "@mantine/core";
import { type DragEvent, useState } from "react";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { QuestionFormat, QuestionImport } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { formatBytes } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useQuestionImports } from "./bankQueries";
import classes from "./Import.module.css";
import { formatOf } from "./model/importFile";
import type { Owner } from "./owner";
import { QuestionImportDone, QuestionImportPreview } from "./QuestionImportPreview";

const LARGEST = 4 * 1024 * 1024;

interface Props {
  owner: Owner;
  onDone: () => void;
}

/** Questions from a file: read, shown question by question, and written only when that is confirmed. */
export function QuestionImportFile({ owner, onDone }: Props) {
  const { t } = useTranslation();
  const imports = useQuestionImports(owner);
  const [format, setFormat] = useState<QuestionFormat>("gift");
  const [name, setName] = useState("");
  const [shown, setShown] = useState<QuestionImport | null>(null);
  const [changed, setChanged] = useState(false);
  const [pending, setPending] = useState<"read" | "confirm" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [fault, setFault] = useState<string | null>(null);

  const read = async (file: File | undefined) => {
    setError(null);
    setFault(null);
    if (!file) return;
    setName(file.name);
    if (file.size === 0) return setFault(t("questionImport.empty"));
    if (file.size > LARGEST) {
      return setFault(
        t("questionImport.tooLarge", { size: formatBytes(file.size), limit: formatBytes(LARGEST) }),
      );
    }
    const told = formatOf(file.name) ?? format;
    setFormat(told);
    setPending("read");
    try {
      setShown(await imports.read(file, told));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(null);
    }
  };

  const confirm = async (skipErrors: boolean) => {
    if (!shown) return;
    setError(null);
    setPending("confirm");
    try {
      setShown(await imports.confirm(shown.id, skipErrors));
      setChanged(false);
    } catch (refusal) {
      const problem = asProblem(refusal);
      if (problem.code === STALE && problem.current) {
        setShown(problem.current as QuestionImport);
        setChanged(true);
      } else setError(refusal);
    } finally {
      setPending(null);
    }
  };

  const again = () => {
    setShown(null);
    setChanged(false);
    setError(null);
  };

  return (
    <Panel labelledBy="import">
      <Stack>
        <div>
          <Title order={2} id="import">
            {t("questionImport.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("questionImport.lead")}
          </Text>
        </div>
        {error ? (
          <ProblemNotice
            error={error}
            title={name ? t("questionImport.refused", { name }) : undefined}
            messages={messagesOf(error)}
          />
        ) : null}
        {shown?.confirmed_at ? (
          <QuestionImportDone done={shown} onAgain={again} onDone={onDone} />
        ) : shown ? (
          <>
            {changed ? (
              <Notice tone="warning" icon="alert" announce title={t("questionImport.changed")}>
                {t("questionImport.changedHelp")}
              </Notice>
            ) : null}
            <QuestionImportPreview
              name={name}
              shown={shown}
              pending={pending === "confirm"}
              onConfirm={confirm}
              onAgain={again}
            />
          </>
        ) : (
          <>
            <Choices<QuestionFormat>
              legend={t("questionImport.format")}
              value={format}
              choices={[
                { value: "gift", label: "GIFT" },
                { value: "csv", label: "CSV" },
              ]}
              onChange={setFormat}
            />
            <Text size="sm" c="dimmed" maw="68ch">
              {t(`questionImport.about.${format}`)}
            </Text>
            <Drop pending={pending === "read"} fault={fault} onFile={read} />
          </>
        )}
      </Stack>
    </Panel>
  );
}

interface DropProps {
  pending: boolean;
  fault: string | null;
  onFile: (file: File | undefined) => void;
}

function Drop({ pending, fault, onFile }: DropProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same
    <div
      className={classes.drop}
      data-over={over || undefined}
      aria-busy={pending}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor="fichier-questions" className={classes.label}>
        {t("questionImport.file")}
      </label>
      <input
        id="fichier-questions"
        type="file"
        className={classes.input}
        accept=".gift,.txt,.csv,text/plain,text/csv"
        disabled={pending}
        aria-describedby="fichier-questions-aide"
        aria-invalid={fault ? true : undefined}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          // The same file, corrected, may be chosen again.
          event.currentTarget.value = "";
        }}
      />
      <Text id="fichier-questions-aide" size="sm" c="dimmed">
        {pending ? t("questionImport.reading") : t("questionImport.limits")}
      </Text>
      {fault ? (
        <Text role="alert" fw={550} c="brick.8">
          {fault}
        </Text>
      ) : null}
    </div>
  );
}
