import type { TopicWarning } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { Notice } from "@/ui/Notice";

/** Where a text of a question stands, in words. */
const PLACES: [RegExp, "statement" | "choice" | "accepted" | "criterion" | "explanation"][] = [
  [/^\/statement\/(\d+)\//, "statement"],
  [/^\/answer\/choices\/(\d+)\//, "choice"],
  [/^\/answer\/accepted\/(\d+)\//, "accepted"],
  [/^\/answer\/rubric\/(\d+)\//, "criterion"],
  [/^\/explanation()$/, "explanation"],
];

export function placeOf(pointer: string) {
  for (const [pattern, place] of PLACES) {
    const found = pattern.exec(pointer);
    if (found) return { place, number: Number(found[1] || 0) + 1 };
  }
  return null;
}

/** What nobody who recruits may ask, and a question that was saved all the same seems to. */
export function TopicWarnings({ warnings }: { warnings: readonly TopicWarning[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Notice
      tone="warning"
      icon="alert"
      announce
      title={t("topic.title", { count: warnings.length })}
    >
      <ul>
        {warnings.map(({ pointer, topic, message }) => {
          const at = placeOf(pointer);
          return (
            <li key={`${pointer}-${topic}`}>
              {at ? t(`topic.at.${at.place}`, { number: at.number, message }) : message}
            </li>
          );
        })}
      </ul>
      <p>{t("topic.law")}</p>
    </Notice>
  );
}
