import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/leaving";
import { HELP_BELOW, useSubmission } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useErasure } from "./changes";
import { proofOf, Reauth } from "./Reauth";

const WORD = "EFFACER";

interface Props {
  hasTotp: boolean;
  /** Leads to the copy one may want first. */
  copyLink: ReactNode;
}

/** Asks for the erasure of one's account: the word, the password once more, and a code where the second factor is on. */
export function ErasureForm({ hasTotp, copyLink }: Props) {
  const { t } = useTranslation();
  const { plan } = useErasure();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { word: "", password: "", totp_code: "" },
    validate: {
      word: (value) => (value.trim() === WORD ? null : t("erasing.wordFault")),
      password: (value) => (value === "" ? t("form.required") : null),
      totp_code: (value) => (hasTotp && value.trim() === "" ? t("form.required") : null),
    },
  });
  const submission = useSubmission(form, async (values) => {
    await plan({ word: values.word.trim(), ...proofOf(values, hasTotp) });
    // The page now begins with what was planned.
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  });
  return (
    <Panel labelledBy="effacer">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <div>
            <Title order={2} id="effacer">
              {t("erasing.form")}
            </Title>
            <Text c="dimmed" mt={4}>
              {t("erasing.effect")}
            </Text>
          </div>
          <Text>
            {t("erasing.copyFirst")} {copyLink}
          </Text>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <TextInput
            key={form.key("word")}
            label={t("erasing.word")}
            description={t("erasing.wordHelp")}
            inputWrapperOrder={HELP_BELOW}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            maw={420}
            {...form.getInputProps("word")}
          />
          <Reauth form={form} hasTotp={hasTotp} />
          <Group>
            <Button type="submit" color="brick" loading={submission.pending}>
              {t("erasing.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
