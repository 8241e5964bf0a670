import { useId } from "react";
import type { JobContext } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { LongList } from "./LongList";
import { Section } from "./SheetParts";
import classes from "./Sheets.module.css";
import { byCategory, type Group } from "./sheetGroups";

const SHOWN = 6;

/** The circumstances a job is done in, under the publisher's groups. */
export function ContextsOfJob({ contexts }: { contexts: JobContext[] }) {
  const { t } = useTranslation();
  if (contexts.length === 0) return null;
  return (
    <Section title={t("reference.contexts")}>
      {byCategory(contexts).map((group) => (
        <ContextGroup key={group.name} group={group} />
      ))}
    </Section>
  );
}

function ContextGroup({ group }: { group: Group<JobContext> }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.category}>
      <h3 className={classes.subtitle} id={id}>
        {group.name || t("reference.uncategorised")}
      </h3>
      <LongList items={group.items} most={SHOWN} labelledBy={id}>
        {({ code, label }) => <li key={code}>{label}</li>}
      </LongList>
    </div>
  );
}
