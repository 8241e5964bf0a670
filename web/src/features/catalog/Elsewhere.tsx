import { Anchor } from "@mantine/core";
import { useId } from "react";
import type { Job, Skill } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { LongList } from "./LongList";
import { Section } from "./SheetParts";
import classes from "./Sheets.module.css";

const SHOWN = 6;

interface Props {
  esco: Job["esco"] | Skill["esco"];
  formacodes?: Job["formacodes"];
  isco?: string | null;
}

/** What a job or a skill is in other classifications; nothing where that is not known. */
export function Elsewhere({ esco, formacodes = [], isco }: Props) {
  const { t } = useTranslation();
  const [escoId, formacodesId] = [useId(), useId()];
  if (esco.length === 0 && formacodes.length === 0 && !isco) return null;
  return (
    <Section title={t("reference.elsewhere")} help={t("reference.elsewhereHelp")}>
      <div className={classes.families}>
        {esco.length > 0 ? (
          <section aria-labelledby={escoId}>
            <h3 className={classes.family} id={escoId}>
              {t("reference.esco")}
            </h3>
            <LongList items={esco} most={SHOWN} labelledBy={escoId}>
              {({ uri, label }) => (
                <li key={uri}>
                  <Anchor href={uri} rel="external noreferrer" inherit>
                    {label || t("reference.escoEntry", { id: lastPart(uri) })}
                  </Anchor>
                </li>
              )}
            </LongList>
          </section>
        ) : null}
        {formacodes.length > 0 ? (
          <section aria-labelledby={formacodesId}>
            <h3 className={classes.family} id={formacodesId}>
              {t("reference.formacodes")}
            </h3>
            <LongList items={formacodes} most={SHOWN} labelledBy={formacodesId}>
              {({ code, label }) => (
                <li key={code}>
                  {label} <span className={classes.figure}>{code}</span>
                </li>
              )}
            </LongList>
          </section>
        ) : null}
        {isco ? (
          <p className={classes.sentence}>
            {t("reference.isco")} <span className={classes.figure}>{isco}</span>
          </p>
        ) : null}
      </div>
    </Section>
  );
}

/** The first characters of the number an ESCO address ends with: enough to tell two entries apart. */
const lastPart = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1).slice(0, 8);
