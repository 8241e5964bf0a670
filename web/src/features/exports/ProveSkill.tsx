import { Button, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useDownload } from "@/api/download";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/singleProofs";
import { LEVELS, levelName } from "@/record/levels";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { OwnSkill } from "./ChoiceFields";
import { useExportChanges } from "./queries";

interface Wanted {
  skill: string;
  atLeast: number | null;
}

/** Proves one skill, at a level or a higher one, without saying anything of the rest of the passport. */
export function ProveSkill({ skills }: { skills: OwnSkill[] }) {
  const { t } = useTranslation();
  const { prove } = useExportChanges();
  const [skill, setSkill] = useState("");
  const [level, setLevel] = useState("");
  const [missing, setMissing] = useState(false);
  const run = useDownload(({ skill: code, atLeast }: Wanted) => prove(code, atLeast));
  const send = () => {
    setMissing(skill === "");
    if (skill !== "") run.mutate({ skill, atLeast: level === "" ? null : Number(level) });
  };
  return (
    <Panel labelledBy="une-competence">
      <Stack>
        <div>
          <Title order={2} id="une-competence">
            {t("prove.title")}
          </Title>
          <Text c="dimmed" mt={4} maw="68ch">
            {t("prove.lead")}
          </Text>
        </div>
        {skills.length === 0 ? (
          <Text>{t("prove.none")}</Text>
        ) : (
          <>
            <NativeSelect
              label={t("prove.skill")}
              required
              error={missing ? t("form.required") : null}
              value={skill}
              data={[
                { value: "", label: t("prove.choose") },
                ...skills.map(({ code, label }) => ({ value: code, label })),
              ]}
              onChange={(event) => {
                setSkill(event.currentTarget.value);
                run.reset();
              }}
            />
            <NativeSelect
              label={t("prove.level")}
              value={level}
              data={[
                { value: "", label: t("prove.anyLevel") },
                ...LEVELS.map((one) => ({
                  value: String(one),
                  label: t("prove.atLeast", { level: `${one}\u00a0${levelName(t, one)}` }),
                })),
              ]}
              onChange={(event) => {
                setLevel(event.currentTarget.value);
                run.reset();
              }}
            />
            <Text size="sm" c="dimmed">
              {t("prove.says")}
            </Text>
            {run.error ? (
              <ProblemNotice error={run.error} messages={messagesOf(run.error)} />
            ) : null}
            <Group>
              <Button loading={run.isPending} onClick={send}>
                {t("prove.download")}
              </Button>
            </Group>
            <Text role="status" size="sm" c="dimmed">
              {run.isSuccess ? t("prove.done") : ""}
            </Text>
          </>
        )}
      </Stack>
    </Panel>
  );
}
