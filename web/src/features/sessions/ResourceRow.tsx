import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Resource, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/attachments";
import { formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { downloadResource, resourceLink, resourceQuery, useAttachments } from "./attachmentQueries";
import { FileButton } from "./FileButton";
import { ResourceForm } from "./ResourceForm";
import classes from "./Sessions.module.css";

interface Props {
  organisation: string;
  session: TrainingSession;
  resource: Resource;
  able: boolean;
  grip: ReactNode;
  moves: ReactNode;
}

/** One resource: what it is, for which course, from when it is seen. */
export function ResourceRow({ organisation, session, resource, able, grip, moves }: Props) {
  const { t } = useTranslation();
  const { resources } = useAttachments(organisation, session.id);
  const [open, setOpen] = useState<"form" | "versions" | null>(null);
  const { title, kind, url, visible_from: from, session_course_id: course } = resource;
  const of = session.courses.find(({ id }) => id === course)?.title;
  const hidden = from !== null && from !== undefined && Date.parse(from) > Date.now();
  return (
    <>
      <div className={classes.head}>
        {able ? grip : null}
        <div className={classes.main}>
          {url ? (
            <a href={url} rel="noreferrer noopener" target="_blank" className={classes.link}>
              <strong>{title}</strong>
            </a>
          ) : (
            <strong>{title}</strong>
          )}
          {resource.file ? (
            <div className={classes.tags}>
              <FileButton
                title={title}
                file={resource.file}
                download={() => downloadResource(organisation, session.id, resource.id)}
                link={() => resourceLink(organisation, session.id, resource.id)}
              />
            </div>
          ) : null}
          <p className={`${classes.facts} ${classes.soft}`}>
            <span>{t(`resource.kind.${kind}`)}</span>
            <span>{of ?? t("resource.wholeSession")}</span>
            {resource.number > 1 ? (
              <span>{t("resource.version", { number: resource.number })}</span>
            ) : null}
            {hidden ? (
              <StateTag tone="warning">
                {t("resource.hiddenUntil", { date: formatMoment(from) })}
              </StateTag>
            ) : null}
          </p>
        </div>
        {able ? (
          <div className={classes.actions}>
            {moves}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={open === "form"}
              aria-label={t("resource.editOf", { title })}
              onClick={() => setOpen(open === "form" ? null : "form")}
            >
              {t("resource.edit")}
            </Button>
            {resource.number > 1 ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={open === "versions"}
                aria-label={t("resource.versionsOf", { title })}
                onClick={() => setOpen(open === "versions" ? null : "versions")}
              >
                {t("resource.versions")}
              </Button>
            ) : null}
            <ConfirmButton
              label={t("resource.remove")}
              aria-label={t("resource.removeOf", { title })}
              title={t("resource.removeTitle", { title })}
              confirm={t("resource.remove")}
              variant="subtle"
              size="compact-sm"
              danger
              action={() => resources.remove(resource)}
            >
              {t("resource.removeText")}
            </ConfirmButton>
          </div>
        ) : null}
      </div>
      {open === "form" ? (
        <div style={{ marginBlockStart: "0.75rem" }}>
          <ResourceForm
            organisation={organisation}
            session={session}
            resource={resource}
            onDone={() => setOpen(null)}
            onCancel={() => setOpen(null)}
          />
        </div>
      ) : null}
      {open === "versions" ? (
        <Versions organisation={organisation} session={session.id} resource={resource.id} />
      ) : null}
    </>
  );
}

interface VersionsProps {
  organisation: string;
  session: string;
  resource: string;
}

/** Every version of a resource, newest first. */
function Versions({ organisation, session, resource }: VersionsProps) {
  const { t } = useTranslation();
  const query = useQuery(resourceQuery(organisation, session, resource));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton height={50} role="img" aria-label={t("state.loading")} />;
  return (
    <ul className={classes.soft} style={{ margin: "0.5rem 0 0", paddingInlineStart: "1.4rem" }}>
      {query.data.versions.map(({ number, url, file, created_at: at, created_by: by }) => (
        <li key={number}>
          {t("resource.version", { number })},{" "}
          {by
            ? t("resource.by", { date: formatMoment(at), name: by })
            : t("resource.at", { date: formatMoment(at) })}
          {url ? (
            <>
              {" "}
              <a href={url} rel="noreferrer noopener" target="_blank" className={classes.link}>
                {url}
              </a>
            </>
          ) : null}
          {file ? (
            <>
              {" "}
              <FileButton
                title={t("resource.versionOf", { number, name: file.name })}
                file={file}
                download={() => downloadResource(organisation, session, resource, number)}
                link={() => resourceLink(organisation, session, resource, number)}
              />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
