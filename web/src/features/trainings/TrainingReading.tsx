import { Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { CatalogDifference, Issuer, TrainingContent, TrainingSkill } from "@/api/types";
import { useTranslation } from "@/i18n/trainings";
import { formatList } from "@/lib/format";
import { DriftNote } from "@/record/DriftNote";
import type { Names } from "@/record/drift";
import { IssuerNote } from "@/record/IssuerNote";
import { NamesChoice } from "@/record/NamesChoice";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import classes from "./Lines.module.css";
import { REFERENCES, TEXTS } from "./model/draft";
import { byKind } from "./model/skills";
import { SkillMarks } from "./SkillMarks";
import own from "./TrainingReading.module.css";
import {
  durationName,
  kindName,
  modalityName,
  natureName,
  quoted,
  referenceName,
  textName,
} from "./words";

interface Props {
  content: TrainingContent;
  /** The organisation that gives it. */
  issuer: Issuer;
}

/** A training as it is read: everything it says, as it was written or with the catalogue of today, nothing to change. */
export function TrainingReading({ content, issuer }: Props) {
  const { t } = useTranslation();
  const { texts, jobs, skills, courses, differences } = content;
  const [names, setNames] = useState<Names>("written");
  const driftOf = (subject: CatalogDifference["subject"], code: string) =>
    differences.find((other) => other.subject === subject && other.code === code);
  const written = TEXTS.filter((name) => texts[name]);
  return (
    <Stack gap="lg">
      {differences.length > 0 ? (
        <NamesChoice count={differences.length} names={names} onChange={setNames} />
      ) : null}
      <Part id="presentation" title={t("training.section.presentation")}>
        <Facts facts={[[t("training.nature"), natureName(t, content.nature)]]} />
        {written.length === 0 ? (
          <Text c="dimmed">{t("training.read.noText")}</Text>
        ) : (
          <dl className={own.texts}>
            {written.map((name) => (
              <div key={name}>
                <dt>{textName(t, name)}</dt>
                <dd>{texts[name]}</dd>
              </div>
            ))}
          </dl>
        )}
      </Part>
      <Part id="metiers" title={t("training.section.jobs")}>
        {jobs.length === 0 ? (
          <Text c="dimmed">{t("training.jobs.none")}</Text>
        ) : (
          <ul className={classes.rows}>
            {jobs.map(({ code, label, appellation }) => {
              const drift = driftOf("job", code);
              return (
                <li key={code}>
                  {nameOf(label, drift, names)} <span className={classes.code}>{code}</span>
                  {appellation ? (
                    <div className={classes.meta}>
                      {t("training.jobs.chosenAs", { name: quoted(appellation) })}
                    </div>
                  ) : null}
                  {drift ? <DriftNote drift={drift} names={names} /> : null}
                </li>
              );
            })}
          </ul>
        )}
      </Part>
      <Part id="competences" title={t("training.section.skillsCount", { count: skills.length })}>
        {byKind(skills).map(({ kind, lines }) => (
          <section key={kind ?? "own"} aria-label={kindName(t, kind)}>
            <h3 className={classes.label}>
              {kindName(t, kind)} <span className={classes.code}>{lines.length}</span>
            </h3>
            <ul className={classes.rows}>
              {lines.map((line) => (
                <li key={line.skill}>
                  <SkillLine
                    line={line}
                    content={content}
                    drift={driftOf("skill", line.skill)}
                    names={names}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Part>
      <Part id="modules" title={t("training.section.courses", { count: courses.length })}>
        {courses.length === 0 ? (
          <Text c="dimmed">{t("training.courses.none")}</Text>
        ) : (
          <ol className={classes.rows}>
            {courses.map((course, place) => (
              <li key={course.course_id}>
                <div>
                  <span className={classes.code}>{place + 1}.</span> <strong>{course.title}</strong>
                </div>
                <div className={classes.meta}>
                  <span>{durationName(t, course.minutes)}</span>
                  <span>{modalityName(t, course.modality)}</span>
                </div>
                {course.skills.length > 0 ? (
                  <ul className={classes.plain}>
                    {course.skills.map((skill) => (
                      <li key={skill}>
                        {nameOf(
                          skills.find((line) => line.skill === skill)?.label ?? "",
                          driftOf("skill", skill),
                          names,
                        )}
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ol>
        )}
        <Text fw={650}>
          {t("training.courses.total", { duration: durationName(t, content.minutes) })}
        </Text>
      </Part>
      <Part id="references" title={t("training.section.references")}>
        <Facts
          facts={REFERENCES.map((name) => {
            const value = content.certification[name];
            const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
            return [referenceName(t, name), text || t("training.read.none")];
          })}
        />
      </Part>
      <Part id="organisme" title={t("issuer.title")}>
        <IssuerNote issuer={issuer} named />
      </Part>
    </Stack>
  );
}

interface PartProps {
  id: string;
  title: string;
  children: ReactNode;
}

function Part({ id, title, children }: PartProps) {
  return (
    <Panel labelledBy={id}>
      <Stack>
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Panel>
  );
}

/** The name that is read: the one that was written, or the one of today. */
const nameOf = (then: string, drift: CatalogDifference | undefined, names: Names): string =>
  names === "today" && drift ? drift.now : then;

interface SkillLineProps {
  line: TrainingSkill;
  content: TrainingContent;
  drift: CatalogDifference | undefined;
  names: Names;
}

function SkillLine({ line, content, drift, names }: SkillLineProps) {
  const { t } = useTranslation();
  const { label, kind, jobs, grid, target, pass, linked } = line;
  const marks = names === "today" && drift?.marks ? drift.marks.after : line;
  const titles = jobs.map((code) => content.jobs.find((job) => job.code === code)?.label ?? code);
  return (
    <>
      <div>{nameOf(label, drift, names)}</div>
      <div className={classes.meta}>
        <span>
          {t("training.read.levels", { target: target.name, pass: pass.name })}
          {grid ? ` · ${grid.name}` : null}
        </span>
        {titles.length > 0 ? (
          <span>
            {t("training.skills.fromJobs", { count: titles.length, jobs: formatList(titles) })}
          </span>
        ) : null}
        {kind ? <SkillMarks core={marks.core} emerging={marks.emerging} /> : null}
        {linked ? <span>{t("training.linkedTo", { name: quoted(linked.label) })}</span> : null}
      </div>
      {drift ? <DriftNote drift={drift} names={names} /> : null}
    </>
  );
}
