import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { formatDate } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { isWritable } from "./model/moves";
import { byDay } from "./model/slots";
import { SlotForm } from "./SlotForm";
import { SlotRow } from "./SlotRow";
import classes from "./Slots.module.css";
import { slotsQuery } from "./slotQueries";

/** Slots are generated once or twice in the life of a session. */
const Generator = lazy(async () => ({ default: (await import("./Generator")).Generator }));

interface Props {
  organisation: string;
  session: TrainingSession;
  writes: boolean;
  /** The slot that somebody was led to. */
  wanted: string | null;
}

/** The slots of a session, day by day; added one by one, or generated. */
export function SlotList({ organisation, session, writes, wanted }: Props) {
  const { t } = useTranslation();
  const query = useQuery(slotsQuery(organisation, session.id));
  const [opened, setOpened] = useState<"form" | "generator" | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const ready = query.isSuccess;
  const led = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || !wanted || led.current === wanted) return;
    led.current = wanted;
    const row = document.getElementById(`creneau-${wanted}`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }, [ready, wanted]);
  const able = writes && isWritable(session.status);
  const slots = query.data ?? [];
  const taking = slots.filter(({ cancelled_at: at }) => !at);
  const last = taking.at(-1);
  const close = () => setOpened(null);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <div>
          <Title order={2}>{t("slot.heading", { count: taking.length })}</Title>
          {ready ? (
            <Text size="sm" c="dimmed">
              {t("slot.total", {
                duration: formatDuration(taking.reduce((sum, { minutes }) => sum + minutes, 0)),
              })}
            </Text>
          ) : null}
        </div>
        {able ? (
          <Group gap="xs">
            <Button
              variant={opened === "form" ? "light" : "filled"}
              aria-expanded={opened === "form"}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setOpened(opened === "form" ? null : "form")}
            >
              {t("slot.addOpen")}
            </Button>
            <Button
              variant="default"
              aria-expanded={opened === "generator"}
              onClick={() => setOpened(opened === "generator" ? null : "generator")}
            >
              {t("generation.open")}
            </Button>
          </Group>
        ) : null}
      </Group>
      {told ? <Notice tone="success" announce title={told} /> : null}
      {opened === "form" ? (
        <SlotForm
          organisation={organisation}
          session={session}
          day={last ? byDay([last])[0]?.day : undefined}
          onDone={() => {
            setTold(t("slot.added"));
            close();
          }}
          onCancel={close}
        />
      ) : null}
      {opened === "generator" ? (
        <Suspense fallback={<Skeleton height={200} role="img" aria-label={t("state.loading")} />}>
          <Generator
            organisation={organisation}
            session={session}
            onDone={(count) => {
              setTold(t("generation.done", { count }));
              close();
            }}
            onCancel={close}
          />
        </Suspense>
      ) : null}
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <Skeleton height={260} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : slots.length === 0 ? (
        <Notice icon="clock" tone="info" title={t("slot.none")}>
          {able ? t("slot.noneHelp") : null}
        </Notice>
      ) : (
        <div className={classes.days}>
          {byDay(slots).map(({ day, items }) => (
            <section key={day} className={classes.day} aria-labelledby={`jour-${day}`}>
              <div className={classes.dayHead}>
                <h3 id={`jour-${day}`}>{formatDate(day)}</h3>
              </div>
              <ul className={classes.slots}>
                {items.map((slot) => (
                  <li key={slot.id}>
                    <SlotRow
                      organisation={organisation}
                      session={session}
                      slot={slot}
                      writes={writes}
                      wanted={slot.id === wanted}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Stack>
  );
}
