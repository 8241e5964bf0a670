import { useTranslation } from "@/i18n/writing";
import type { Faults } from "./model/faults";
import classes from "./SectionNav.module.css";

const SECTIONS = [
  { id: "presentation", key: "presentation", places: ["title", "texts"] },
  { id: "metiers", key: "jobs", places: ["jobs"] },
  { id: "competences", key: "skills", places: ["skills"] },
  { id: "modules", key: "modules", places: ["courses"] },
  { id: "matrice", key: "matrix", places: [] },
  { id: "references", key: "references", places: ["references"] },
] as const;

/** The way from one part of the editor to another; a part with something to correct says so. */
export function SectionNav({ faults }: { faults: Faults }) {
  const { t } = useTranslation();
  const wrong = new Set(Object.keys(faults).map((place) => place.split(".")[0] ?? ""));
  const go = (id: string) => {
    const heading = document.getElementById(id);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label={t("writing.sections")} className={classes.nav}>
      {SECTIONS.map(({ id, key, places }) => (
        <button key={id} type="button" className={classes.link} onClick={() => go(id)}>
          {t(`training.section.${key}`)}
          {places.some((place) => wrong.has(place)) ? (
            <span className={classes.wrong}>{t("writing.toCorrect")}</span>
          ) : null}
        </button>
      ))}
    </nav>
  );
}
