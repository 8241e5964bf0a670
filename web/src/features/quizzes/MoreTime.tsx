import { Button, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { QuizExtraTime } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { EXTRA_TIMES } from "./words";

interface Props {
  title: string;
  help: string;
  label: string;
  button: string;
  /** What holds, or was asked for. */
  value: QuizExtraTime;
  /** Asks for it, and answers what is told of that. */
  onAsk: (wanted: QuizExtraTime) => Promise<string>;
}

/** More time than others have; no reason is asked. */
export function MoreTime({ title, help, label, button, value, onAsk }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<QuizExtraTime>(value);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState("");
  const send = async () => {
    setPending(true);
    setError(null);
    try {
      setTold(await onAsk(wanted));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };
  return (
    <Panel labelledBy="temps">
      <Stack gap="sm">
        <Title order={2} id="temps">
          {title}
        </Title>
        <Text size="sm" maw="68ch">
          {help}
        </Text>
        <Group align="flex-end">
          <NativeSelect
            label={label}
            value={wanted}
            data={EXTRA_TIMES.map((time) => ({
              value: time,
              label: t(`quizWord.extra.${time}`),
            }))}
            onChange={(event) => {
              setTold("");
              setWanted(event.currentTarget.value as QuizExtraTime);
            }}
          />
          <Button variant="default" loading={pending} disabled={wanted === value} onClick={send}>
            {button}
          </Button>
        </Group>
        {error ? <ProblemNotice error={error} /> : null}
        <Text role="status" size="sm">
          {told}
        </Text>
      </Stack>
    </Panel>
  );
}
