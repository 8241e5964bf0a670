import type { ExperienceStep } from "@/api/types";
import { useTranslation } from "@/i18n/experienceWords";
import { formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./Experiences.module.css";

/** What happened between a person and an organisation, as both read it. */
export function HistoryList({ history, about }: { history: ExperienceStep[]; about: string }) {
  const { t } = useTranslation();
  return (
    <Disclosure label={t("experienceWord.history", { about })}>
      <ul className={classes.rows}>
        {history.map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <p className={classes.said}>
              {t(`experienceWord.did.${step.kind}`, {
                name: step.by,
                date: formatMoment(step.at),
              })}
            </p>
            {step.text ? <p className={classes.quote}>{step.text}</p> : null}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
