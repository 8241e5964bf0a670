import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { type ApiProblem, asProblem, fieldOf, messagesOf } from "@/api/problem";
import type { PassportFormat } from "@/api/types";
import { useTranslation } from "@/i18n/exports";
import { Choices } from "@/ui/Choices";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ChoiceFields, type OwnSkill } from "./ChoiceFields";
import { AUDIENCES, contentOf, faultsOf, placeOf, takesProofs, wholeFor } from "./model/choice";
import { useExportChanges } from "./queries";

const FORMATS: PassportFormat[] = ["pdf", "json", "zip"];

/** Asks for an export: in which form, and what of the passport. */
export function ExportForm({ skills }: { skills: OwnSkill[] }) {
  const { t } = useTranslation();
  const { create } = useExportChanges();
  const [format, setFormat] = useState<PassportFormat>("pdf");
  const [values, setValues] = useState(() => wholeFor("holder"));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState("");

  const send = async () => {
    const faults = Object.entries(faultsOf(values));
    const shown = faults.map(([at, code]) => [at, t(`exportChoice.fault.${code}`)]);
    setErrors(Object.fromEntries(shown));
    setProblem(null);
    setSaid("");
    if (faults.length > 0) return;
    setPending(true);
    try {
      await create({ format, content: contentOf(values, takesProofs(format)) });
      setSaid(t("exporting.asked"));
    } catch (refusal) {
      const found = asProblem(refusal);
      const told = found.errors.map(({ pointer, message }) => [placeOf(fieldOf(pointer)), message]);
      setErrors(Object.fromEntries(told));
      setProblem(found);
    } finally {
      setPending(false);
    }
  };

  return (
    <Panel labelledBy="exporter">
      <Stack>
        <div>
          <Title order={2} id="exporter">
            {t("exporting.title")}
          </Title>
          <Text c="dimmed" mt={4} maw="68ch">
            {t("exporting.lead")}
          </Text>
        </div>
        {problem ? <ProblemNotice error={problem} messages={messagesOf(problem)} /> : null}
        <div>
          <Choices<PassportFormat>
            legend={t("exporting.format")}
            value={format}
            choices={FORMATS.map((value) => ({
              value,
              label: t(`exporting.formats.${value}`),
              spoken: t(`exporting.formatHelp.${value}`),
            }))}
            onChange={setFormat}
          />
          <Text size="sm" c="dimmed" mt={6}>
            {t(`exporting.formatHelp.${format}`)}
          </Text>
        </div>
        <ChoiceFields
          value={values}
          onChange={setValues}
          skills={skills}
          audiences={AUDIENCES}
          proofs={takesProofs(format)}
          errors={errors}
        />
        <Group>
          <Button loading={pending} onClick={() => void send()}>
            {t("exporting.ask")}
          </Button>
        </Group>
        <Text role="status" size="sm" c="dimmed">
          {said}
        </Text>
      </Stack>
    </Panel>
  );
}
