import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Experience } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import classes from "../Experiences.module.css";
import { countOf } from "../model/states";
import { useMyExperiences } from "../queries";
import { ExperienceTag } from "../Tags";
import { periodOf } from "../words";

/** One's experiences, each with how far it is and what that means. */
export function ExperienceList() {
  const { t } = useTranslation();
  const list = useMyExperiences();
  return (
    <PagedList
      list={list}
      height={320}
      none={<Notice title={t("experienceList.empty")}>{t("experienceList.emptyHelp")}</Notice>}
    >
      {(experiences) => (
        <ul className={classes.cards}>
          {experiences.map((experience) => (
            <li key={experience.id}>
              <Card experience={experience} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Card({ experience }: { experience: Experience }) {
  const { t } = useTranslation();
  const { status, skills, proposed_by: proposer } = experience;
  const where = [experience.organisation_name, experience.place].filter(Boolean).join(", ");
  const when = periodOf(t, experience);
  return (
    <Panel>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.name}>
            <Link
              to={paths.experience}
              params={{ experience: experience.id }}
              className={classes.link}
            >
              {experience.title}
            </Link>
          </h2>
          <p className={classes.facts}>
            {where ? <span>{where}</span> : null}
            {when ? <span>{when}</span> : null}
            <span>{t("count.skills", { count: skills.length })}</span>
            <span>{t("experience.proofCount", { count: countOf(experience) })}</span>
            {experience.hidden ? <span>{t("experience.hiddenShort")}</span> : null}
          </p>
        </div>
        <ExperienceTag status={status} />
      </div>
      {proposer && status === "proposed" ? (
        <p className={classes.said}>{t("experience.proposedBy", { name: proposer })}</p>
      ) : null}
      <Text size="sm" c="dimmed" mt={4}>
        {t(`experience.explained.${status}`)}
      </Text>
    </Panel>
  );
}
