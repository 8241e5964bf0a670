import { ActionIcon, Button, Skeleton, Stack, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useDragOrder } from "@/ui/useDragOrder";
import { resourcesQuery, useAttachments } from "./attachmentQueries";
import { isCorrectable } from "./model/moves";
import { useAction } from "./queries";
import { ResourceForm } from "./ResourceForm";
import { ResourceRow } from "./ResourceRow";
import classes from "./Sessions.module.css";

interface Props {
  organisation: string;
  session: TrainingSession;
  /** Whether this person may add and write: those who run the organisation, and the session's trainers. */
  writes: boolean;
}

/** What trainees are given: in order, for a course or for the whole session, from a moment on. */
export function Resources({ organisation, session, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(resourcesQuery(organisation, session.id));
  const { resources } = useAttachments(organisation, session.id);
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState("");
  const list = query.data ?? [];
  const able = writes && isCorrectable(session.status);
  const move = useAction(async ({ from, to }: { from: number; to: number }) => {
    const one = list[from];
    if (!one || to < 0 || to >= list.length || from === to) return;
    await resources.write(one, {
      kind: one.kind,
      title: one.title,
      session_course_id: one.session_course_id ?? null,
      visible_from: one.visible_from ?? null,
      position: to,
      url: one.url ?? null,
      file_id: null,
    });
    setTold(t("resource.moved", { title: one.title, place: to + 1, total: list.length }));
  });
  const drag = useDragOrder((from, to) => move.mutate({ from, to }));
  return (
    <Panel labelledBy="ressources">
      <Stack>
        <div className={classes.toolbar}>
          <Title order={2} id="ressources">
            {t("resource.heading", { count: list.length })}
          </Title>
          {able ? (
            <Button
              variant={adding ? "light" : "filled"}
              aria-expanded={adding}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setAdding(!adding)}
            >
              {t("resource.addOpen")}
            </Button>
          ) : null}
        </div>
        {adding ? (
          <ResourceForm
            organisation={organisation}
            session={session}
            onDone={() => setAdding(false)}
            onCancel={() => setAdding(false)}
          />
        ) : null}
        {move.error ? <ProblemNotice error={move.error} /> : null}
        {query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <Skeleton height={140} role="img" aria-label={t("state.loading")} />
        ) : list.length === 0 ? (
          <Notice icon="link" tone="info" title={t("resource.none")}>
            {able ? t("resource.noneHelp") : null}
          </Notice>
        ) : (
          <ol className={classes.rows} aria-busy={move.isPending}>
            {list.map((resource, at) => (
              <li key={resource.id} {...(able ? drag.row(at) : {})}>
                <ResourceRow
                  organisation={organisation}
                  session={session}
                  resource={resource}
                  able={able}
                  grip={
                    <span className={classes.grip} {...drag.handle(at)} aria-hidden="true">
                      <Icon name="menu" size={16} />
                    </span>
                  }
                  moves={([-1, 1] as const).map((by) => (
                    <ActionIcon
                      key={by}
                      variant="default"
                      size={30}
                      aria-label={t(by === -1 ? "resource.up" : "resource.down", {
                        title: resource.title,
                      })}
                      aria-disabled={at + by < 0 || at + by >= list.length || undefined}
                      data-disabled={at + by < 0 || at + by >= list.length || undefined}
                      onClick={() => move.mutate({ from: at, to: at + by })}
                    >
                      <Icon name={by === -1 ? "arrowUp" : "arrowDown"} size={16} />
                    </ActionIcon>
                  ))}
                />
              </li>
            ))}
          </ol>
        )}
      </Stack>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </Panel>
  );
}
