import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/notifications";
import { formatMoment } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Told, useReading, useTold } from "./queries";
import classes from "./Told.module.css";
import { lineOf } from "./told";

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
            <ul className={classes.list} aria-label={t("told.title")}>
              {items.map((told) => (
                <li key={told.id} className={classes.one} data-new={!told.read_at || undefined}>
                  <Line told={told} />
                </li>
              ))}
            </ul>
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
  const isNew = !told.read_at;
  const { said, about, to, search } = lineOf(t, told);
  return (
    <>
      <Link
        to={to}
        search={search ?? {}}
        className={classes.what}
        onClick={() => isNew && run.mutate()}
      >
        {said}
      </Link>
      {about ? <p className={classes.names}>{about}</p> : null}
      <p className={classes.when}>
        {formatMoment(told.told_at)}
        {isNew ? <strong> · {t("told.isNew")}</strong> : null}
      </p>
      {isNew ? (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={run.isPending}
            aria-label={t("told.readOf", { said })}
            onClick={() => run.mutate()}
          >
            {t("told.read")}
          </Button>
        </Group>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
