import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { type Translate, useTranslation } from "@/i18n/companies";
import { compact, formatSiret, siretFault } from "@/lib/siret";
import { useSubmission } from "@/ui/form";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** Asks for the SIRET; its format is checked while it is typed, its existence by the register. */
export function SiretForm({ create }: { create: (siret: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { siret: "" },
    validate: { siret: (value) => faultWords(t, value) },
    onValuesChange: ({ siret }) => setTyped(siret),
  });
  const submission = useSubmission(form, ({ siret }) => create(compact(siret)));
  const correct = siretFault(typed) === null;

  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <TextInput
          key={form.key("siret")}
          label={t("establishment.siret")}
          description={t("company.siretHelp")}
          inputMode="numeric"
          autoComplete="off"
          required
          rightSection={correct ? <Icon name="check" /> : null}
          {...form.getInputProps("siret")}
        />
        <div
          role="status"
          style={{ minHeight: "1.5rem", fontSize: "0.9375rem", marginBlockStart: "-0.5rem" }}
        >
          {liveWords(t, typed)}
        </div>
        <Group>
          <Button type="submit" size="md" loading={submission.pending}>
            {t("company.check")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function faultWords(t: Translate, value: string): string | null {
  const fault = siretFault(value);
  if (fault === null) return null;
  return t(`establishment.fault.${fault}`, { count: compact(value).length });
}

/** What is said while typing: how far, then whether the number can exist. */
function liveWords(t: Translate, typed: string): string {
  const length = compact(typed).length;
  if (length === 0) return "";
  if (siretFault(typed) === "too_short") return t("company.progress", { count: length });
  return faultWords(t, typed) ?? t("company.plausible", { siret: formatSiret(compact(typed)) });
}
