import { Text, Title } from "@mantine/core";
import type { SharedValidation } from "@/api/types";
import { useTranslation } from "@/i18n/sharedPassport";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { formatNda, formatSiret } from "@/lib/siret";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "../Exports.module.css";
import { stepName } from "../words";

const TONES = {
  valid: "success",
  superseded: "neutral",
  revoked: "error",
  expired: "warning",
  not_acquired: "neutral",
} as const;

/** Every validation that is shown, those that no longer count included. */
export function SharedValidations({ validations }: { validations: SharedValidation[] }) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="validations">
      <Title order={2} id="validations" mb="sm">
        {t("shared.validations")}
      </Title>
      <ul className={classes.rows}>
        {validations.map((validation) => (
          <li key={validation.id}>
            <Line validation={validation} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Line({ validation }: { validation: SharedValidation }) {
  const { t } = useTranslation();
  const { skill, level, organisation, standing, revocation, evidence, replies } = validation;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{skill.label}</h3>
          <p className={classes.facts}>
            <span>{stepName(t, level.name, level.common_level)}</span>
            <span>{organisation.name}</span>
            <span>{formatDay(validation.validated_at)}</span>
            {validation.expires_on ? (
              <span>
                {t("shared.validUntil", { date: formatDateShort(validation.expires_on) })}
              </span>
            ) : null}
            {validation.session ? <span>{validation.session.title}</span> : null}
          </p>
        </div>
        <StateTag tone={TONES[standing]}>{t(`shared.standing.${standing}`)}</StateTag>
      </div>
      {revocation && standing === "revoked" ? (
        <p className={classes.said}>
          {t("shared.revoked", {
            date: formatDay(revocation.revoked_at),
            reason: revocation.reason,
          })}
        </p>
      ) : null}
      <Disclosure label={t("shared.more", { label: skill.label })}>
        <p className={classes.facts}>
          {organisation.siret ? (
            <span>{t("shared.siret", { siret: formatSiret(organisation.siret) })}</span>
          ) : null}
          {organisation.nda ? (
            <span>{t("shared.nda", { nda: formatNda(organisation.nda) })}</span>
          ) : null}
          {validation.validated_by ? <span>{validation.validated_by}</span> : null}
          <span>{t("shared.release", { code: skill.code, release: skill.release })}</span>
        </p>
        {validation.comment ? <p className={classes.quote}>{validation.comment}</p> : null}
        {evidence.length > 0 ? (
          <>
            <Text size="sm" fw={600}>
              {t("shared.evidence")}
            </Text>
            <ul>
              {evidence.map((one) => (
                <li key={`${one.kind} ${one.title} ${one.sha256}`}>
                  {one.title}
                  {one.note ? <p className={classes.quote}>{one.note}</p> : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {replies.map((reply) => (
          <div key={`${reply.at} ${reply.author}`}>
            <p className={classes.said}>
              {t(`shared.reply.${reply.author}`, { date: formatDay(reply.at) })}
            </p>
            <p className={classes.quote}>{reply.text}</p>
          </div>
        ))}
      </Disclosure>
    </>
  );
}
