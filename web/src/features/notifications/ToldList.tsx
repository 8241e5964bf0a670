import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/notifications";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Told, useReading, useTold } from "./queries";

type Worded<Kind extends string> = Kind extends `${infer Group}.${infer What}`
  ? `${Group}_${What}`
  : never;

const worded = (kind: Told["kind"]) => kind.replace(".", "_") as Worded<Told["kind"]>;

/** What one was told, newest first. */
export function ToldList() {
  const { t } = useTranslation();
  const list = useTold();
  const { readDownFrom } = useReading();
  const all = useMutation({ mutationFn: readDownFrom });
  return (
    <PagedList list={list} height={280} none={<Text>{t("told.none")}</Text>}>
      {(items) => {
        const newest = items[0];
        return (
          <Stack>
            {newest && items.some(({ read_at: readAt }) => !readAt) ? (
              <Group>
                <Button
                  variant="default"
                  loading={all.isPending}
                  onClick={() => all.mutate(newest)}
                >
                  {t("told.readAll")}
                </Button>
              </Group>
            ) : null}
            {all.error ? <ProblemNotice error={all.error} /> : null}
            {items.map((told) => (
              <Line key={told.id} told={told} />
            ))}
          </Stack>
        );
      }}
    </PagedList>
  );
}

function Line({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { read } = useReading();
  const run = useMutation({ mutationFn: () => read(told.id) });
  const { room } = told.facts as { room?: string };
  const isNew = !told.read_at;
  return (
    <Panel>
      <Text fw={isNew ? 650 : 400}>{t(`told.kinds.${worded(told.kind)}`)}</Text>
      <Text size="sm" c="dimmed">
        {formatMoment(told.told_at)}
        {isNew ? ` · ${t("told.isNew")}` : null}
      </Text>
      <Group mt="xs" gap="sm">
        {room ? (
          <Link to={paths.room} params={{ room }} onClick={() => isNew && run.mutate()}>
            {t("told.open")}
          </Link>
        ) : null}
        {isNew ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t("told.read")}
          </Button>
        ) : null}
      </Group>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </Panel>
  );
}
