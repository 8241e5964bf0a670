import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { EnrolmentImport, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { formatBytes } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useImports } from "./enrolmentQueries";
import classes from "./Import.module.css";
import { ImportDone, ImportPreview } from "./ImportPreview";
import { template } from "./model/participants";

const LARGEST = 4 * 1024 * 1024;

interface Props {
  organisation: string;
  session: TrainingSession;
  onDone: () => void;
}

/** Participants from a file: read, shown row by row, and enrolled only when that is confirmed. */
export function ImportFile({ organisation, session, onDone }: Props) {
  const { t } = useTranslation();
  const imports = useImports(organisation, session.id);
  const [name, setName] = useState("");
  const [shown, setShown] = useState<EnrolmentImport | null>(null);
  const [changed, setChanged] = useState(false);
  const [pending, setPending] = useState<"read" | "confirm" | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [fault, setFault] = useState<string | null>(null);

  const read = async (file: File | undefined) => {
    setError(null);
    setFault(null);
    setChanged(false);
    if (!file) return;
    setName(file.name);
    setShown(null);
    if (file.size === 0) return setFault(t("import.empty"));
    if (file.size > LARGEST) {
      return setFault(
        t("import.tooLarge", { size: formatBytes(file.size), limit: formatBytes(LARGEST) }),
      );
    }
    setPending("read");
    try {
      setShown(await imports.read(file));
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
        setShown(problem.current as EnrolmentImport);
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
            {t("import.heading")}
          </Title>
          <Text size="sm" c="dimmed" mt={4} maw="68ch">
            {t("import.lead")}
          </Text>
        </div>
        {error ? (
          <ProblemNotice
            error={error}
            title={name ? t("import.refused", { name }) : undefined}
            messages={messagesOf(error)}
          />
        ) : null}
        {shown?.confirmed_at ? (
          <ImportDone done={shown} onAgain={again} onDone={onDone} />
        ) : shown ? (
          <>
            {changed ? (
              <Notice tone="warning" icon="alert" announce title={t("import.changed")}>
                {t("import.changedHelp")}
              </Notice>
            ) : null}
            <ImportPreview
              name={name}
              shown={shown}
              pending={pending === "confirm"}
              onConfirm={confirm}
              onAgain={again}
            />
          </>
        ) : (
          <Drop pending={pending === "read"} fault={fault} onFile={read} />
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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same */}
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
        <label htmlFor="fichier" className={classes.label}>
          {t("import.file")}
        </label>
        <input
          ref={input}
          id="fichier"
          type="file"
          className={classes.input}
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="fichier-aide"
          aria-invalid={fault ? true : undefined}
          onChange={(event) => {
            onFile(event.currentTarget.files?.[0]);
            // The same file, corrected, may be chosen again.
            event.currentTarget.value = "";
          }}
        />
        <Group gap="sm" justify="center">
          <Button
            loading={pending}
            onClick={() => input.current?.click()}
            tabIndex={-1}
            aria-hidden
          >
            {t("import.choose")}
          </Button>
          <Text size="sm" c="dimmed" className={classes.or ?? ""}>
            {t("import.dropHere")}
          </Text>
        </Group>
        <Text id="fichier-aide" size="sm" c="dimmed">
          {t("import.kinds")}
        </Text>
        {fault ? (
          <p role="alert" className={classes.fault}>
            {fault}
          </p>
        ) : null}
      </div>
      <div>
        <Text fw={650} component="h3">
          {t("import.columns")}
        </Text>
        <Text size="sm" maw="68ch">
          {t("import.columnsHelp")}
        </Text>
        <Anchor
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(template())}`}
          download={t("import.templateName")}
          size="sm"
        >
          {t("import.template")}
        </Anchor>
      </div>
    </>
  );
}
