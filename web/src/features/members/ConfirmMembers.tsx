import { Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import type { CompanyMember } from "@/api/types";
import { useTranslation } from "@/i18n/members";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useMemberChanges, useMembers } from "./queries";

/** Who still works here? Asked every quarter; nobody is named in advance, so that each is thought of. */
export function ConfirmMembers({ before }: { before: string | null }) {
  const { t } = useTranslation();
  const list = useMembers();
  const members = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const asked = members.filter((one) => !one.me && (one.status === "granted" || one.lapsed));
  if (asked.length === 0 && before === null) return null;
  return (
    <Panel labelledBy="confirmer">
      <Stack>
        <div>
          <Title order={2} id="confirmer">
            {t("stillHere.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("stillHere.lead")}
          </Text>
        </div>
        {before ? (
          <Notice tone="warning" title={t("stillHere.before", { date: formatDay(before) })}>
            {t("stillHere.beforeHelp")}
          </Notice>
        ) : null}
        <Choice members={asked} more={list.hasNextPage} onMore={() => list.fetchNextPage()} />
      </Stack>
    </Panel>
  );
}

interface ChoiceProps {
  members: CompanyMember[];
  more: boolean;
  onMore: () => void;
}

function Choice({ members, more, onMore }: ChoiceProps) {
  const { t } = useTranslation();
  const { confirm } = useMemberChanges();
  const [named, setNamed] = useState<string[]>([]);
  const run = useMutation({
    mutationFn: () => confirm(named),
    onSuccess: () => setNamed([]),
  });
  return (
    <>
      {members.length > 0 ? (
        <Checkbox.Group
          label={t("stillHere.legend")}
          value={named}
          onChange={(ids) => {
            run.reset();
            setNamed(ids);
          }}
        >
          <Stack gap="xs" mt="xs">
            {members.map((one) => (
              <Checkbox
                key={one.id}
                value={one.id}
                label={fullName(one)}
                description={one.lapsed ? t("stillHere.reopens") : undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : (
        <Text>{t("stillHere.onlyYou")}</Text>
      )}
      {run.error ? <ProblemNotice error={run.error} messages={messagesOf(run.error)} /> : null}
      {run.data ? (
        <Notice tone="success" announce title={t("stillHere.done", { count: run.data.confirmed })}>
          {run.data.waiting > 0 ? t("stillHere.waiting", { count: run.data.waiting }) : null}
        </Notice>
      ) : null}
      <Group>
        <Button
          loading={run.isPending}
          disabled={members.length > 0 && named.length === 0}
          onClick={() => run.mutate()}
        >
          {t("stillHere.submit")}
        </Button>
        {more ? (
          <Button variant="default" onClick={onMore}>
            {t("action.more")}
          </Button>
        ) : null}
      </Group>
    </>
  );
}
