import { FileInput, Loader, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CheckedPassportFile } from "@/api/types";
import { useTranslation } from "@/i18n/passportCheck";
import { formatDateShort } from "@/lib/days";
import { formatBytes } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { checkFile } from "./queries";
import { StandingNotice } from "./StandingNotice";

/** What the server takes; the offline page takes any. */
const LARGEST = 64 * 1024 * 1024;

/** Whether a file is, byte for byte, what was issued, and still holds. It is not kept. */
export function FileCheck() {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const run = useMutation({ mutationFn: checkFile });
  const choose = (file: File | null) => {
    if (!file) return;
    setName(file.name);
    run.reset();
    const large = file.size > LARGEST;
    setFault(large ? t("passportCheck.tooLarge", { limit: formatBytes(LARGEST) }) : null);
    if (!large) run.mutate(file);
  };
  return (
    <Panel labelledBy="fichier">
      <Stack>
        <div>
          <Title order={2} id="fichier">
            {t("passportCheck.byFile")}
          </Title>
          <Text c="dimmed" mt={4} maw="64ch">
            {t("passportCheck.byFileHelp", { limit: formatBytes(LARGEST) })}
          </Text>
        </div>
        <FileInput
          placeholder={t("upload.choose")}
          label={t("passportCheck.file")}
          value={null}
          error={fault}
          disabled={run.isPending}
          onChange={choose}
        />
        <Text role="status" size="sm">
          {run.isPending ? (
            <>
              <Loader size={14} /> {t("passportCheck.checking", { name })}
            </>
          ) : null}
        </Text>
        {run.error ? (
          <ProblemNotice error={run.error} title={t("passportCheck.notChecked", { name })} />
        ) : null}
        {run.data ? <Result name={name} checked={run.data} /> : null}
      </Stack>
    </Panel>
  );
}

function Result({ name, checked }: { name: string; checked: CheckedPassportFile }) {
  const { t } = useTranslation();
  const { is_intact: intact, faults, form, number, issued_on: day, standing } = checked;
  if (!intact) {
    return (
      <Notice tone="error" announce title={t("passportCheck.changed", { name })}>
        <ul>
          {faults.map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Stack gap="sm">
      <Notice tone="success" icon="shield" announce title={t("passportCheck.intact", { name })}>
        {t("passportCheck.intactHelp")}
      </Notice>
      {standing ? <StandingNotice standing={standing} /> : null}
      <Facts
        facts={[
          [t("passportCheck.form"), form ? t(`passportCheck.forms.${form}`) : ""],
          [t("passportCheck.number"), number ?? ""],
          [t("passportCheck.issued"), day ? formatDateShort(day) : ""],
        ]}
      />
    </Stack>
  );
}
