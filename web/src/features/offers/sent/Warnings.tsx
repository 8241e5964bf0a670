import { useTranslation } from "@/i18n/sentOffers";
import { Notice } from "@/ui/Notice";
import type { Offer } from "../shared/types";
import classes from "./Sent.module.css";

const FIELDS = ["title", "message", "place", "schedule"] as const;

/** What the texts of an offer seem to ask that has no place in one; it is told, not refused. */
export function Warnings({ warnings }: { warnings: Offer["warnings"] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning" icon="alert" title={t("offerWarning.title", { count: warnings.length })}>
      <ul className={classes.points}>
        {warnings.map(({ pointer, topic, message }) => {
          const field = FIELDS.find((one) => `/${one}` === pointer);
          return (
            <li key={`${pointer} ${topic}`}>
              {field ? `${t(`offerWarning.field.${field}`)} ` : ""}
              {message}
            </li>
          );
        })}
      </ul>
      <div>{t("offerWarning.help")}</div>
    </Notice>
  );
}
