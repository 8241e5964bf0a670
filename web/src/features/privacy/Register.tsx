import { Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Processing } from "@/api/types";
import { useTranslation } from "@/i18n/register";
import { folded } from "@/lib/matching";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { registerQuery } from "./queries";

/** The register of processing, as the program itself has it. */
export function Register() {
  const { t } = useTranslation();
  const register = useQuery(registerQuery);
  const [sought, setSought] = useState("");
  if (!register.data) {
    return register.isError ? (
      <ProblemNotice error={register.error} onRetry={() => register.refetch()} />
    ) : (
      <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const lines = register.data.filter((line) => isAbout(line, sought));
  return (
    <Stack gap="sm">
      <TextInput
        label={t("processing.filter")}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        maw={420}
      />
      <Text role="status" size="sm" c="dimmed">
        {lines.length === 0
          ? t("processing.noneFound")
          : t("processing.lines", { count: lines.length })}
      </Text>
      {lines.map((line) => (
        <Disclosure key={line.key} label={line.name}>
          <Line line={line} />
        </Disclosure>
      ))}
    </Stack>
  );
}

function Line({ line }: { line: Processing }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t("processing.purpose"), line.purpose],
        [t("processing.basis"), t(`processing.bases.${line.legal_basis}`)],
        [t("processing.people"), line.people],
        [t("processing.data"), line.data],
        [t("processing.recipients"), line.recipients],
        [t("processing.retention"), line.retention],
        [t("processing.onErasure"), t(`processing.erasure.${line.on_erasure}`)],
        ...(line.kept ? ([[t("processing.kept"), line.kept]] as [string, string][]) : []),
      ]}
    />
  );
}

/** Whether a line has every word typed, wherever it has it. */
function isAbout(line: Processing, typed: string): boolean {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  const all = folded([line.name, line.purpose, line.data, line.people].join(" "));
  return words.every((word) => all.includes(word));
}

/** The register under its own heading. */
export function RegisterPart() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="registre">
      <Title order={2} id="registre">
        {t("processing.registerTitle")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm" maw="68ch">
        {t("processing.registerLead")}
      </Text>
      <Register />
    </section>
  );
}
