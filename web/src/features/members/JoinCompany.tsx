import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/members";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useJoining } from "./queries";

interface Props {
  token: string;
  searchLink: ReactNode;
  companyLink: ReactNode;
  /** The address one is signed in with: an invitation is for one address alone. */
  email: string;
}

/** Joining a company is a press, never an accident. */
export function JoinCompany({ token, searchLink, companyLink, email }: Props) {
  const { t } = useTranslation();
  const run = useMutation({ mutationFn: useJoining() });
  if (run.data) {
    const open = run.data.status === "granted";
    return (
      <Notice
        tone={open ? "success" : "info"}
        announce
        title={t(open ? "joinCompany.done" : "joinCompany.waits", { company: run.data.name })}
        actions={open ? searchLink : companyLink}
      >
        {t(open ? "joinCompany.doneHelp" : "joinCompany.waitsHelp")}
      </Notice>
    );
  }
  return (
    <Stack>
      {run.error ? (
        <ProblemNotice error={run.error} messages={[t("joinCompany.as", { email })]} />
      ) : null}
      <Group>
        <Button size="md" loading={run.isPending} onClick={() => run.mutate(token)}>
          {t("joinCompany.accept")}
        </Button>
      </Group>
    </Stack>
  );
}
