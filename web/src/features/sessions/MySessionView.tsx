import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { MySession } from "@/api/types";
import { useTranslation } from "@/i18n/mySessions";
import { dayOf, formatDate, formatPeriod, formatTimes, today } from "@/lib/days";
import { formatDuration, formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { downloadMyResource, myResourceLink } from "./attachmentQueries";
import calendar from "./Calendar.module.css";
import { FileButton } from "./FileButton";
import { byDay, subjectOf } from "./model/slots";
import { EnrolmentState } from "./SessionState";
import classes from "./Sessions.module.css";
import { durationName, modalityName } from "./words";

/** What trainees see of a session: the essentials, their slots, the courses, what they are given. */
export function MySessionView({ session }: { session: MySession }) {
  const { t } = useTranslation();
  const { enrolment, place, remote_url: url, trainers, information } = session;
  const facts: [string, ReactNode][] = [
    [t("mine.dates"), formatPeriod(session.starts_on, session.ends_on)],
    [
      t("mine.enrolment"),
      <span key="etat" className={classes.tags}>
        <EnrolmentState status={enrolment.status} />
        {enrolment.ends_on || enrolment.starts_on > session.starts_on
          ? t("mine.window", {
              period: formatPeriod(enrolment.starts_on, enrolment.ends_on ?? session.ends_on),
            })
          : null}
      </span>,
    ],
    [t("mine.place"), place || t("mine.noPlace")],
    [
      t("mine.trainers"),
      trainers.length > 0 ? formatList(trainers.map(fullName)) : t("mine.noTrainer"),
    ],
    [t("mine.writtenAs"), fullName(enrolment)],
  ];
  if (url) {
    facts.push([
      t("mine.link"),
      <a key="lien" href={url} rel="noreferrer noopener" target="_blank" className={classes.link}>
        {t("mine.join")}
      </a>,
    ]);
  }
  return (
    <Stack gap="lg">
      {session.status === "cancelled" ? (
        <Notice tone="error" title={t("mine.cancelled")}>
          {session.status_reason}
        </Notice>
      ) : null}
      <Panel labelledBy="essentiel">
        <Title order={2} id="essentiel" mb="md">
          {t("mine.heading")}
        </Title>
        <Facts facts={facts} />
        {information ? (
          <Text mt="md" style={{ whiteSpace: "pre-line" }} maw="68ch">
            {information}
          </Text>
        ) : null}
      </Panel>
      <Panel labelledBy="ressources">
        <Title order={2} id="ressources" mb="sm">
          {t("mine.resources")}
        </Title>
        {session.resources.length === 0 ? (
          <Text c="dimmed">{t("mine.noResource")}</Text>
        ) : (
          <ul className={classes.rows}>
            {session.resources.map(
              ({ id, title, url: to, kind, file, session_course_id: course }) => (
                <li key={id}>
                  {to ? (
                    <a href={to} rel="noreferrer noopener" target="_blank" className={classes.link}>
                      <strong>{title}</strong>
                    </a>
                  ) : (
                    <strong>{title}</strong>
                  )}
                  {file ? (
                    <div className={classes.tags}>
                      <FileButton
                        title={title}
                        file={file}
                        download={() => downloadMyResource(session.id, id)}
                        link={() => myResourceLink(session.id, id)}
                      />
                    </div>
                  ) : null}
                  <p className={`${classes.facts} ${classes.soft}`}>
                    <span>{t(`mine.kind.${kind}`)}</span>
                    {course ? (
                      <span>{session.courses.find((one) => one.id === course)?.title ?? ""}</span>
                    ) : null}
                  </p>
                </li>
              ),
            )}
          </ul>
        )}
      </Panel>
      <Slots session={session} />
      <Panel labelledBy="modules">
        <Title order={2} id="modules" mb="sm">
          {t("mine.courses", { count: session.courses.length })}
        </Title>
        {session.courses.length === 0 ? (
          <Text c="dimmed">{t("mine.noCourse")}</Text>
        ) : (
          <ol className={classes.rows}>
            {session.courses.map((course, at) => (
              <li key={course.id}>
                <span className={classes.soft}>{at + 1}.</span> <strong>{course.title}</strong>
                <p className={`${classes.facts} ${classes.soft}`}>
                  <span>{durationName(t, course.minutes)}</span>
                  <span>{modalityName(t, course.modality)}</span>
                  <span>{t("count.skills", { count: course.skills.length })}</span>
                </p>
              </li>
            ))}
          </ol>
        )}
        {session.skills.length > 0 ? (
          <Disclosure label={t("mine.skills", { count: session.skills.length })}>
            <ul style={{ margin: 0, paddingInlineStart: "1.3rem" }}>
              {session.skills.map(({ skill, label }) => (
                <li key={skill}>{label}</li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Panel>
    </Stack>
  );
}

/** One's slots day by day: those to come first, those that are over folded away. */
function Slots({ session }: { session: MySession }) {
  const { t } = useTranslation();
  const days = byDay(session.slots);
  const now = today();
  const past = days.filter(({ day }) => day < now);
  const coming = days.filter(({ day }) => day >= now);
  const taking = session.slots.filter(({ cancelled_at: at }) => !at);
  const total = taking.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section aria-labelledby="creneaux">
      <Title order={2} id="creneaux" mb="xs">
        {t("mine.slots", { count: taking.length })}
      </Title>
      {days.length === 0 ? (
        <Text c="dimmed">{t("mine.noSlot")}</Text>
      ) : (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("mine.total", { duration: formatDuration(total) })}
          </Text>
          {past.length > 0 ? (
            <Disclosure label={t("mine.past", { count: past.length })}>
              <Days days={past} session={session} />
            </Disclosure>
          ) : null}
          <Days days={coming} session={session} />
        </Stack>
      )}
    </section>
  );
}

interface DaysProps {
  days: ReturnType<typeof byDay<MySession["slots"][number]>>;
  session: MySession;
}

function Days({ days, session }: DaysProps) {
  const { t } = useTranslation();
  return (
    <div className={calendar.days}>
      {days.map(({ day, items }) => (
        <section key={day} className={calendar.day} aria-labelledby={`jour-${day}`}>
          <h3 id={`jour-${day}`}>{formatDate(day)}</h3>
          <ul>
            {items.map((slot) => {
              const { name, more } = subjectOf(slot);
              const place = slot.place || session.place;
              const url = slot.remote_url ?? session.remote_url;
              const cancelled = Boolean(slot.cancelled_at);
              const lines = [
                more,
                place,
                slot.trainers.length > 0 ? formatList(slot.trainers.map(fullName)) : "",
                slot.cancel_reason ? t("mine.because", { reason: slot.cancel_reason }) : "",
              ].filter(Boolean);
              return (
                <li key={slot.id} data-cancelled={cancelled || undefined}>
                  <span className={calendar.listTimes}>
                    {formatTimes(slot.starts_at, slot.ends_at)}
                  </span>
                  <div className={calendar.listMain}>
                    <div className={calendar.listHead}>
                      <strong>{name || t(`mine.slot.${slot.kind}`)}</strong>
                      {slot.kind === "exam" ? (
                        <StateTag tone="warning">{t("mine.slot.exam")}</StateTag>
                      ) : null}
                      {cancelled ? (
                        <StateTag tone="error">{t("mine.slotCancelled")}</StateTag>
                      ) : null}
                    </div>
                    <div className={calendar.lines}>
                      {lines.map((line) => (
                        <span key={line}>{line}</span>
                      ))}
                    </div>
                    {url && !cancelled && dayOf(slot.ends_at) >= today() ? (
                      <div className={calendar.links}>
                        <a href={url} rel="noreferrer noopener" target="_blank">
                          {t("mine.join")}
                        </a>
                      </div>
                    ) : null}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
