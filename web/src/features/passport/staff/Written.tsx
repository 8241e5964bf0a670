import { Link } from "@tanstack/react-router";
import type { Validation } from "@/api/types";
import { useTranslation } from "@/i18n/validationDesk";
import { today } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import type { Standing } from "../model/standing";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { useWritten } from "../staffQueries";
import { stepName } from "../words";

interface Props {
  organisation: string;
  /** The name of somebody, where it may be known. */
  nameOf: (person: string) => string;
}

function standingOf({ revocation, passing, expires_on: last, origin }: Validation): Standing {
  if (revocation) return revocation.superseded_by ? "superseded" : "revoked";
  if (!passing) return "not_acquired";
  if (last && last < today()) return "expired";
  return origin === "experience" ? "attested" : "validated";
}

/** What the organisation wrote, newest first. */
export function Written({ organisation, nameOf }: Props) {
  const { t } = useTranslation();
  const list = useWritten(organisation);
  return (
    <PagedList
      list={list}
      height={320}
      none={
        <Notice
          title={t("desk.none")}
          actions={
            <ButtonLink to={paths.sessions} params={{ organisation }} variant="default">
              {t("desk.toSessions")}
            </ButtonLink>
          }
        >
          {t("desk.noneHelp")}
        </Notice>
      }
    >
      {(entries) => (
        <Panel>
          <ul className={classes.rows}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <Line organisation={organisation} entry={entry} name={nameOf(entry.person_id)} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </PagedList>
  );
}

interface LineProps {
  organisation: string;
  entry: Validation;
  name: string;
}

function Line({ organisation, entry, name }: LineProps) {
  const { t } = useTranslation();
  const { skill, step_name: step, common_level: level, validated_at: at } = entry;
  const by = entry.validator_name ?? t("desk.unnamed");
  return (
    <div className={classes.head}>
      <div className={classes.main}>
        <h2 className={classes.name}>{skill.label}</h2>
        <p className={classes.facts}>
          <StandingTag standing={standingOf(entry)} />
          <span>{stepName(t, step, level)}</span>
          <span>{formatDay(at)}</span>
          <span>{t("desk.by", { name: by })}</span>
        </p>
        <p className={classes.facts}>
          <Link
            to={paths.personPassport}
            params={{ organisation, person: entry.person_id }}
            className={classes.link}
            aria-label={t("desk.passportOf", { name: name || t("ofPerson.someone") })}
          >
            {name || t("desk.passport")}
          </Link>
        </p>
      </div>
      <ButtonLink
        to={paths.validation}
        params={{ organisation, entry: entry.id }}
        variant="default"
        size="sm"
        aria-label={t("desk.openOf", { skill: skill.label, name: by, date: formatDay(at) })}
      >
        {t("desk.open")}
      </ButtonLink>
    </div>
  );
}
