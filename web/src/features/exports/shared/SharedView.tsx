import { Stack, Text, Title } from "@mantine/core";
import type { SharedPassport as Shown } from "@/api/types";
import { useTranslation } from "@/i18n/sharedPassport";
import { formatDateShort } from "@/lib/days";
import { formatDay, formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { LevelMark } from "@/record/LevelMark";
import { levelName, spokenLevel } from "@/record/levels";
import { StatusTag } from "@/record/StatusTag";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import type { Key } from "../check/queries";
import classes from "../Exports.module.css";
import { choiceWords } from "../words";
import { SharedExperiences } from "./SharedExperiences";
import { SharedValidations } from "./SharedValidations";

interface Props {
  /** What a link shows says to whom and until when; what is shared for an offer does not. */
  shown: Omit<Shown, "recipient" | "expires_at"> & Partial<Pick<Shown, "recipient" | "expires_at">>;
  /** The link by which its proofs are opened; without one they are only named. */
  link?: Key;
}

/** A passport that somebody shows: what they declare, what was validated, and what comes from outside, never merged. */
export function SharedView({ shown, link }: Props) {
  const { t } = useTranslation();
  const { holder, scope, skills, validations, experiences, external } = shown;
  const name = fullName(holder);
  const content = {
    ...scope,
    from: scope.from ?? null,
    to: scope.to ?? null,
    skills: scope.skills.length > 0 ? scope.skills : null,
  };
  return (
    <Stack>
      <Panel labelledBy="titulaire">
        <Title order={2} id="titulaire" mb="sm">
          {name}
        </Title>
        <Facts
          facts={[
            ...(shown.recipient
              ? [[t("shared.recipient"), shown.recipient] as [string, string]]
              : []),
            [t("shared.asOf"), formatDateShort(shown.as_of)],
            ...(shown.expires_at
              ? [[t("shared.until"), formatMoment(shown.expires_at)] as [string, string]]
              : []),
            ...(holder.email ? [[t("shared.email"), holder.email] as [string, string]] : []),
            ...(holder.former_names.length > 0
              ? [[t("shared.formerNames"), holder.former_names.join(", ")] as [string, string]]
              : []),
          ]}
        />
        <Text size="sm" mt="sm">
          {t("shared.scope", { choice: choiceWords(t, content).join(", ") })}
        </Text>
        <Text size="sm" c="dimmed" mt="sm">
          {t("shared.readOnly")}
        </Text>
      </Panel>
      <Panel labelledBy="competences">
        <Title order={2} id="competences" mb="sm">
          {t("count.skills", { count: skills.length })}
        </Title>
        {skills.length === 0 ? <Text>{t("shared.empty")}</Text> : null}
        <ul className={classes.rows}>
          {skills.map(({ skill, declared, validated, external_count: outside }) => (
            <li key={skill.code}>
              <h3 className={classes.name}>{skill.label}</h3>
              {validated ? (
                <p className={classes.facts}>
                  <LevelMark level={validated.level} />
                  <span>{spokenLevel(t, validated.level)}</span>
                  <StatusTag status="validated" />
                  <span>{t("shared.provedOn", { date: formatDay(validated.proved_at) })}</span>
                  {validated.until ? (
                    <span>
                      {t("shared.validUntil", { date: formatDateShort(validated.until) })}
                    </span>
                  ) : null}
                </p>
              ) : null}
              {declared ? (
                <p className={classes.facts}>
                  <LevelMark level={declared.level} />
                  <span>{spokenLevel(t, declared.level)}</span>
                  <StatusTag status="declared" />
                  <span>{t("shared.declaredOn", { date: formatDay(declared.declared_at) })}</span>
                </p>
              ) : null}
              {outside > 0 ? (
                <p className={classes.facts}>{t("shared.outside", { count: outside })}</p>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      {validations.length > 0 ? <SharedValidations validations={validations} /> : null}
      {experiences.length > 0 ? (
        <SharedExperiences experiences={experiences} {...(link ? { link } : {})} />
      ) : null}
      {external.length > 0 ? (
        <Panel labelledBy="ailleurs">
          <Title order={2} id="ailleurs">
            {t("shared.external")}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t("shared.externalHelp")}
          </Text>
          <ul className={classes.rows}>
            {external.map((entry) => (
              <li key={entry.id}>
                <div className={classes.head}>
                  <h3 className={classes.name}>{entry.issuer}</h3>
                  <StateTag tone="success">{t("shared.signed")}</StateTag>
                </div>
                <p className={classes.facts}>
                  <span>{formatDateShort(entry.issued_on)}</span>
                  {entry.number ? <span>{entry.number}</span> : null}
                </p>
                <ul>
                  {entry.skills.map((skill) => (
                    <li key={`${skill.code} ${skill.label} ${skill.attested_on}`}>
                      {skill.level
                        ? `${skill.label} (${skill.level}\u00a0${levelName(t, skill.level)})`
                        : skill.label}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </Stack>
  );
}
